//! The phrases of the matrix, in French and English.

use std::collections::BTreeSet;

use super::calendar_words::briefly;
use super::dates::date;
use super::legend::STATES;
use super::matrix_marks::tie_mark;
use super::matrix_signs::{Sign, Way, ties};
use super::plan::state_of;
use super::sheet::said;
use super::words::{state, stratum};
use crate::gap::CellClass;
use crate::view::{DatasetView, GROUPINGS, Lang, ListView, PartnersMatrix, class_label};

/// A sign in words, with the states for which it stands here.
pub(super) fn sign_words(view: &PartnersMatrix, sign: Sign, dense: bool, lang: Lang) -> String {
    let value = class_label(sign.class);
    let value = value.get(lang);
    let by_actions = said(lang, "par des actions seules", "by actions alone");
    match (sign.class, sign.way) {
        (_, Way::Unsaid) => said(lang, "nommé, état non précisé", "named, state not stated").to_owned(),
        (CellClass::ActiveNamed | CellClass::PlannedNamed, Way::Action) => {
            // Actions name the partner as instruments do: what is apart is said.
            let (stage, _) = value.split_once(", ").unwrap_or((value, ""));
            format!("{stage}, {by_actions}")
        }
        // Beside what actions alone give, this counts a part, not all that the value has.
        (CellClass::ActiveNamed | CellClass::PlannedNamed, _)
            if view.against != "kinds" && has_actions_alone(view, sign.class) =>
        {
            format!("{value}, {}", said(lang, "par un instrument au moins", "by an instrument at least"))
        }
        (CellClass::ActiveNamed | CellClass::PlannedNamed, _) if view.against == "kinds" => {
            let states = states(view, sign);
            if dense && states == ["active"] {
                // Its words are those of the value.
                return value.to_owned();
            }
            let word = |s| if dense { briefly(s, lang) } else { state(lang, s) };
            let words: Vec<&str> = states.into_iter().map(word).collect();
            format!("{value} ({})", words.join("; "))
        }
        (CellClass::EstablishedAbsence, _) => {
            // Between many rows there is room for the shorter; the notes say what is closed, and when.
            if dense {
                return format!("{value}: {}", said(lang, "liste fermée", "closed list"));
            }
            let days = days(&view.lists, lang);
            match lang {
                Lang::Fr => format!("{value}: omis d’une liste complète ({days})"),
                Lang::En => format!("{value}: left out of a complete list ({days})"),
            }
        }
        _ => value.to_owned(),
    }
}

/// Whether some cell has a value by actions alone.
fn has_actions_alone(view: &PartnersMatrix, class: CellClass) -> bool {
    let apart = |cell| {
        let found = Sign::of(view, cell);
        found.class == class && found.way == Way::Action
    };
    view.matrix.cells.iter().flatten().any(apart)
}

/// The states of the instruments that give the cells of a sign, the furthest first.
fn states(view: &PartnersMatrix, sign: Sign) -> Vec<&'static str> {
    let m = &view.matrix;
    let cells = m.rows.iter().zip(&m.cells).flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
    let found: BTreeSet<&str> = cells
        .filter(|(_, cell)| Sign::of(view, cell) == sign)
        .flat_map(|(row, cell)| ties(view, cell).filter(|t| t.kind != "ACTION").map(|t| state_of(t, &row.id)))
        .collect();
    STATES.into_iter().filter(|s| found.contains(s)).collect()
}

/// The days of some lists, in words.
fn days(lists: &[ListView], lang: Lang) -> String {
    let days: BTreeSet<&String> = lists.iter().flat_map(|l| &l.dates).collect();
    days.into_iter().map(|d| date(lang, d)).collect::<Vec<_>>().join(", ")
}

/// Where the closed lists of a matrix stand, each with what it lists; between many rows, what they list alone.
fn closed_lists(view: &PartnersMatrix, dense: bool, lang: Lang) -> Option<String> {
    let place =
        |l: &ListView| if dense { l.kind.to_owned() } else { format!("{}: {}", l.kind, l.places.get(lang)) };
    let places: Vec<String> = view.lists.iter().map(place).collect();
    if view.matrix.counts.absent == 0 || places.is_empty() {
        return None;
    }
    let days = days(&view.lists, lang);
    Some(match (dense, lang) {
        (true, Lang::Fr) => {
            format!("Une liste fermée ({days}) nomme tous ceux qui l’ont: {}.", places.join(", "))
        }
        (true, Lang::En) => format!("A closed list ({days}) names all who have it: {}.", places.join(", ")),
        (false, Lang::Fr) => format!("Listes fermées ({days}): {}.", places.join("; ")),
        (false, Lang::En) => format!("Closed lists ({days}): {}.", places.join("; ")),
    })
}

/// What the marks below the signs of a matrix of kinds mean: those that occur, and no others.
fn marks_in_words(marks: &[String], lang: Lang) -> Option<String> {
    let has = |f: &dyn Fn(&str) -> bool| marks.iter().any(|m| f(m));
    let plain = |m: &str| {
        m.trim_end_matches('+').split(' ').any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))
    };
    let undated = undated(lang);
    let ranged = |m: &str| m.find('–').is_some_and(|at| at > 0);
    let example = marks.iter().flat_map(|m| m.split([' ', '+'])).find(|m| ranged(m));
    let words = [
        (has(&|m| plain(m) && !m.contains('→')), said(lang, "depuis quand", "since when").to_owned()),
        (
            example.is_some(),
            match (example.and_then(|e| e.split_once('–')), lang) {
                (Some((a, b)), Lang::Fr) => format!("{a}–{b}: de 20{a} à 20{b}"),
                (Some((a, b)), Lang::En) => format!("{a}–{b}: from 20{a} to 20{b}"),
                (None, _) => String::new(),
            },
        ),
        (
            has(&|m| m.starts_with('–')),
            said(lang, "– et une année: jusqu’à elle", "– and a year: until then").to_owned(),
        ),
        (has(&|m| m.contains('+')), said(lang, "+: et d’autres", "+: and others").to_owned()),
        (
            has(&|m| m.contains('→')),
            said(lang, "→: attendu cette année-là", "→: expected in that year").to_owned(),
        ),
        (
            has(&|m| m.contains(undated)),
            said(lang, "s. d.: la source ne donne pas de date", "n. d.: the source gives no date").to_owned(),
        ),
    ];
    let words: Vec<String> = words.into_iter().filter(|(there, _)| *there).map(|(_, w)| w).collect();
    let below = said(lang, "Sous le signe", "Below the sign");
    (!words.is_empty()).then(|| format!("{below}: {}.", words.join("; ")))
}

/// The three totals, each with what the one before it counts: |A|, |A∪B|, N − |✗|.
pub(super) fn total_words(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Fr => ["en cours", "ou prévu ou signé", "non exclu"],
        Lang::En => ["running", "or planned or signed", "not excluded"],
    }
}

/// A stratum, or the groupings beside them.
pub(super) fn stratum_name(word: &str, lang: Lang) -> &str {
    match word {
        GROUPINGS => said(lang, "Groupements", "Groupings"),
        "others" => said(
            lang,
            "Autres partenaires (ni élargissement ni voisinage)",
            "Other partners (neither enlargement nor neighbourhood)",
        ),
        other => stratum(lang, other),
    }
}

/// The view in a sentence.
pub(super) fn sentence(view: &PartnersMatrix, dense: bool, lang: Lang) -> String {
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
    let planned = if b < 2 { "prévue ou signée" } else { "prévues ou signées" };
    let counted = match (view.selection.is_empty(), lang) {
        (false, Lang::Fr) => format!(
            "{rows} lignes × {columns} colonnes: sur {n} cellules, la sélection en a {a} en cours et {b} {planned} qui nomment le partenaire; colonnes où elle n’a rien en cours: {open}."
        ),
        (false, Lang::En) => format!(
            "{rows} rows × {columns} columns: of {n} cells, the selection has {a} running and {b} planned or signed that name the partner; columns where it has nothing running: {open}."
        ),
        (true, Lang::Fr) => format!(
            "{rows} lignes × {columns} colonnes: sur {n} cellules, {a} en cours et {b} {planned} nomment le partenaire; colonnes sans rien en cours: {open}."
        ),
        (true, Lang::En) => format!(
            "{rows} rows × {columns} columns: of {n} cells, {a} running and {b} planned or signed name the partner; columns with nothing running: {open}."
        ),
    };
    // Above many rows there is little room: what an empty cell means stands first among the notes.
    if dense { counted } else { format!("{counted} {}", silence(view, lang)) }
}

/// What an empty cell means.
fn silence(view: &PartnersMatrix, lang: Lang) -> &'static str {
    match view.selection.is_empty() {
        true => said(
            lang,
            "Un point dit que les documents se taisent, non qu’il n’y a rien.",
            "A dot says that the documents are silent, not that there is nothing.",
        ),
        false => said(
            lang,
            "Un point dit que les documents se taisent, non qu’il n’y a rien; un tiret, que ce qu’ils disent n’est pas dans la sélection.",
            "A dot says that the documents are silent, not that there is nothing; a dash, that what they say is not in the selection.",
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
pub(super) fn beyond(rows: usize, dataset: &DatasetView, lang: Lang) -> Option<String> {
    let csv = format!("relier gaps --format csv{}", dataset.data_option.as_deref().unwrap_or_default());
    let text = match (rows, lang) {
        (0, _) => return None,
        (1, Lang::Fr) => {
            format!("1 ligne, la moins remplie, n’a pas de place; --units core et {csv} la montrent.")
        }
        (n, Lang::Fr) => format!(
            "{n} lignes, les moins remplies, n’ont pas de place; --units core en choisit, {csv} les donne."
        ),
        (1, Lang::En) => format!("1 row, the emptiest, has no room; --units core and {csv} show it."),
        (n, Lang::En) => {
            format!("{n} rows, the emptiest, have no room; --units core chooses, {csv} gives them.")
        }
    };
    Some(text)
}

/// The order, what is counted, what stands below the signs, what stands in no cell.
pub(super) fn notes(view: &PartnersMatrix, marks: &[String], dense: bool, lang: Lang) -> Vec<String> {
    let mut out: Vec<String> = dense.then(|| silence(view, lang).to_owned()).into_iter().collect();
    out.push(
        said(
            lang,
            "Ordre: par strate, la ligne la plus remplie d’abord. Un nombre compte les lignes de sa strate, les cellules de son signe, au bord celles de la ligne ou colonne; non exclu: toutes sauf les absences établies.",
            "Order: by stratum, the fullest row first. A number counts the rows of its stratum, the cells of its sign, at the edge those of the row or column; not excluded: all but the established absences.",
        )
        .to_owned(),
    );
    out.extend(closed_lists(view, dense, lang));
    if !marks.is_empty() {
        let through = said(
            lang,
            "Sous le signe: ligne de l’annexe, e + numéro d’exemple, ou code de l’instrument; +n: et n de plus.",
            "Below the sign: row of the annex, e + number of an example, or code of the instrument; +n: and n more.",
        );
        match view.against {
            "kinds" => out.extend(marks_in_words(marks, lang)),
            _ => out.push(through.to_owned()),
        }
        out.extend(codes(view, lang));
    }
    let is_chosen = |option| view.selection.iter().any(|c| c.option == option);
    if !view.selection.is_empty() {
        out.push(
            said(
                lang,
                "Les totaux comptent la sélection, sur toutes les cellules; «non exclu» vaut aussi hors d’elle.",
                "The totals count the selection, of all cells; “not excluded” holds outside it as well.",
            )
            .to_owned(),
        );
    }
    if is_chosen("without-eu") || is_chosen("split-eu") {
        let others = said(
            lang,
            "Une cellule ne compte que ce qui réunit le partenaire à un autre que l’UE.",
            "A cell counts only what brings the partner together with others than the EU.",
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
                "{} actions et exemples ne nomment ni pays ni groupement: hors de toute cellule.",
                view.without_partner
            ),
            Lang::En => format!(
                "{} actions and examples name no country or grouping: in no cell.",
                view.without_partner
            ),
        });
    }
    out
}
