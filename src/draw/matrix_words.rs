//! The phrases of the matrix, in French and English.

use super::matrix::tie_mark;
use super::sheet::said;
use super::words::stratum;
use crate::view::{GROUPINGS, Lang, PartnersMatrix};

/// The three totals: |A|, |A∪B|, N − |✗|.
pub(super) fn total_words(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Fr => ["en cours", "en cours ou prévu", "non exclu"],
        Lang::En => ["running", "running or planned", "not excluded"],
    }
}

/// A stratum, or the groupings beside them.
pub(super) fn stratum_name(word: &str, lang: Lang) -> &str {
    match word {
        GROUPINGS => said(lang, "Groupements", "Groupings"),
        other => stratum(lang, other),
    }
}

/// The view in a sentence.
pub(super) fn sentence(view: &PartnersMatrix, lang: Lang) -> String {
    let m = &view.matrix;
    let (a, b, n) = (m.counts.active, m.counts.planned, m.counts.total);
    let (rows, columns) = (m.rows.len(), m.columns.len());
    let open = m.column_counts.iter().filter(|c| c.active == 0).count();
    if rows == 0 {
        let none = match view.selection.is_empty() {
            true => said(lang, "Aucun partenaire à cette date.", "No partner on this date."),
            false => said(
                lang,
                "La sélection ne contient aucun partenaire à cette date.",
                "The selection holds no partner on this date.",
            ),
        };
        return none.to_owned();
    }
    if !view.selection.is_empty() {
        return match lang {
            Lang::Fr => format!(
                "{rows} lignes × {columns} colonnes: sur {n} cellules, la sélection en a {a} en cours et {b} prévues qui nomment le partenaire; colonnes où elle n’a rien en cours: {open}. Un point dit que les documents se taisent, non qu’il n’y a rien; un tiret, que ce qu’ils disent n’est pas dans la sélection."
            ),
            Lang::En => format!(
                "{rows} rows × {columns} columns: of {n} cells, the selection has {a} running and {b} planned that name the partner; columns where it has nothing running: {open}. A dot says that the documents are silent, not that there is nothing; a dash, that what they say is not in the selection."
            ),
        };
    }
    match lang {
        Lang::Fr => format!(
            "{rows} lignes × {columns} colonnes: sur {n} cellules, {a} en cours et {b} prévues nomment le partenaire; colonnes sans rien en cours: {open}. Un point dit que les documents se taisent, non qu’il n’y a rien."
        ),
        Lang::En => format!(
            "{rows} rows × {columns} columns: of {n} cells, {a} running and {b} planned name the partner; columns with nothing running: {open}. A dot says that the documents are silent, not that there is nothing."
        ),
    }
}

/// The codes of instruments below the signs, each with its name.
fn codes(view: &PartnersMatrix, lang: Lang) -> Option<String> {
    let is_code = |kind: &str| view.ties.iter().any(|t| t.kind == kind && tie_mark(t) == kind);
    let used = view.kinds.iter().filter(|k| view.against != "kinds" && is_code(k.id));
    let said: Vec<String> = used.map(|k| format!("{}: {}", k.id, k.names.get(lang))).collect();
    (!said.is_empty()).then(|| format!("{}.", said.join("; ")))
}

/// In the place of a date, where the source gives none.
pub(super) fn undated(lang: Lang) -> &'static str {
    said(lang, "s. d.", "n. d.")
}

/// How many rows have no room, and how to see them.
pub(super) fn beyond(rows: usize, lang: Lang) -> Option<String> {
    let text = match (rows, lang) {
        (0, _) => return None,
        (1, Lang::Fr) => "1 ligne, la moins remplie, n’a pas de place; --units core et relier gaps --format csv la montrent.".to_owned(),
        (n, Lang::Fr) => format!(
            "{n} lignes, les moins remplies, n’ont pas de place; --units core en choisit, relier gaps --format csv les donne."
        ),
        (1, Lang::En) => "1 row, the emptiest, has no room; --units core and relier gaps --format csv show it.".to_owned(),
        (n, Lang::En) => format!(
            "{n} rows, the emptiest, have no room; --units core chooses, relier gaps --format csv gives them."
        ),
    };
    Some(text)
}

/// The order, what stands below the signs, what stands in no cell.
pub(super) fn notes(view: &PartnersMatrix, roomy: bool, lang: Lang) -> Vec<String> {
    let mut out = vec![
        said(
            lang,
            "Ordre: par strate, puis des cellules les plus remplies aux moins remplies.",
            "Order: by stratum, then from the fullest to the emptiest.",
        )
        .to_owned(),
    ];
    if view.matrix.counts.absent > 0 {
        let absent = said(
            lang,
            "Absence établie: une liste fermée des documents nomme tous ceux qui l’ont, et non celui-ci. Non exclu: tout le reste.",
            "Established absence: a closed list of the documents names all who have it, and not this one. Not excluded: all the rest.",
        );
        out.push(absent.to_owned());
    }
    if roomy {
        let when = said(
            lang,
            "Sous le signe: depuis quand; 25–27: de 2025 à 2027; +: et d’autres; →: attendu cette année-là; s. d.: la source ne donne pas de date.",
            "Below the sign: since when; 25–27: from 2025 to 2027; +: and others; →: expected in that year; n. d.: the source gives no date.",
        );
        let through = said(
            lang,
            "Sous le signe: ligne de l’annexe, e + numéro d’exemple, ou code de l’instrument.",
            "Below the sign: row of the annex, e + number of an example, or code of the instrument.",
        );
        out.push(if view.against == "kinds" { when } else { through }.to_owned());
        out.extend(codes(view, lang));
    }
    let is_chosen = |option| view.selection.iter().any(|c| c.option == option);
    if !view.selection.is_empty() {
        out.push(
            said(
                lang,
                "Les totaux comptent ce que la sélection contient, sur toutes les cellules; «non exclu» compte celles où rien n’est établi absent, dans la sélection ou hors d’elle.",
                "The totals count what the selection holds, of all cells; “not excluded” counts those where nothing is established as absent, inside the selection or outside it.",
            )
            .to_owned(),
        );
    }
    if is_chosen("without-eu") || is_chosen("split-eu") {
        let others = said(
            lang,
            "Une cellule ne compte que ce qui réunit le partenaire avec un autre que l’UE.",
            "A cell counts only what brings the partner together with somebody other than the EU.",
        );
        out.push(others.to_owned());
    }
    if is_chosen("split-eu") {
        let through = said(
            lang,
            "Les États membres sont parties à travers l’UE; seul a une ligne celui qu’un lien nomme lui-même.",
            "The Member States are party through the EU; only one that a tie names by itself has a row.",
        );
        out.push(through.to_owned());
    }
    if view.without_partner > 0 {
        out.push(match lang {
            Lang::Fr => format!(
                "{} actions ne nomment ni pays ni groupement et ne sont dans aucune cellule.",
                view.without_partner
            ),
            Lang::En => format!(
                "{} actions name neither country nor grouping and stand in no cell.",
                view.without_partner
            ),
        });
    }
    out
}
