//! How far the findings hold.

use rust_xlsxwriter::XlsxError;

use super::goals::capital;
use super::html::{Opening, printed};
use super::markdown::{head, table, told_command};
use super::parted::Parted;
use super::rank::number;
use super::table::Table;
use super::xlsx::sheets_of;
use crate::explorer::NotFound;
use crate::view::words::{place, say};
use crate::view::{CentralityView, FindingsView, Goal, Label, Lang, MissingView};

/// Robustness in Markdown.
pub fn findings_markdown(view: &FindingsView, lang: Lang) -> String {
    // The whole has every part.
    headed(view, lang) + &body(view, None, lang).unwrap_or_default()
}

/// One part of it alone: headline, counts, units, left-out, missing, overlaps or centralities.
///
/// # Errors
/// When there is no such part, with the nearest.
pub fn findings_part(view: &FindingsView, part: &str, lang: Lang) -> Result<String, NotFound> {
    Ok(headed(view, lang) + &body(view, Some(part), lang)?)
}

fn headed(view: &FindingsView, lang: Lang) -> String {
    head(title().get(lang), &view.dataset, &view.dates, lang)
}

/// Robustness as a page of its own.
pub fn findings_html(view: &FindingsView, lang: Lang) -> String {
    let title = title();
    let opening = Opening {
        kind: title.clone(),
        title: title.get(lang),
        lead: say(
            "Jusqu’où tiennent les comptes des quatre directions: sous d’autres codages, avec un endroit de moins, quand des preuves manquent, et face au hasard.",
            "How far the counts of the four directions hold: under other codings, with one place less, when evidence is missing, and against chance.",
        ),
        readings: Vec::new(),
        headline: None,
        limits: &[],
        command: &view.command,
    };
    printed(&opening, &body(view, None, lang).unwrap_or_default(), &view.dataset, &view.dates, lang)
}

/// Robustness as a spreadsheet: the rows of the CSV, a sheet for each of its sections.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn findings_xlsx(view: &FindingsView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let Table { heads, rows } = findings_table(view, lang);
    let mut sheets: Vec<(String, Table)> = Vec::new();
    for row in rows {
        match sheets.last_mut() {
            Some((name, table)) if *name == row[0] => table.rows.push(row),
            _ => sheets.push((row[0].clone(), Table { heads: heads.clone(), rows: vec![row] })),
        }
    }
    let notes: Vec<Label> = view.headlines.iter().chain(&view.notes).cloned().collect();
    sheets_of(&title(), &sheets, (&notes, &view.command), (&view.dataset, &view.dates), lang)
}

fn title() -> Label {
    say("Robustesse", "Robustness")
}

fn body(view: &FindingsView, only: Option<&str>, lang: Lang) -> Result<String, NotFound> {
    let verb = view.goal.map_or_else(|| "robustness".to_owned(), |g| format!("robustness {g}"));
    let mut out = Parted::new(&view.command, &verb, only, lang);
    out.part("headline", |_| headlines(view, lang));
    out.part("counts", |_| counts(view, lang));
    if !view.units.is_empty() {
        out.part("units", |_| units(view, lang));
        out.part("left-out", |_| left_out(view, lang));
    }
    if !view.missing.is_empty() {
        out.part("missing", |_| missing(view, lang));
    }
    if !view.overlaps.is_empty() {
        out.part("overlaps", |_| overlaps(view, lang));
    }
    if !view.centralities.is_empty() {
        out.part("centralities", |_| centralities(view, lang));
    }
    out.end(&view.dataset)
}

fn headlines(view: &FindingsView, lang: Lang) -> String {
    let bold = view.headlines.iter().map(|h| format!("- **{}**\n", h.get(lang)));
    let notes = view.notes.iter().map(|n| format!("- {}\n", n.get(lang)));
    let told = say(
        format!("{} répliques, graine {}.", view.replicates, view.seed),
        format!("{} replicates, seed {}.", view.replicates, view.seed),
    );
    bold.chain(notes).collect::<String>() + &format!("- {}\n", told.get(lang))
}

fn counts(view: &FindingsView, lang: Lang) -> String {
    let mut out = format!("## {}\n\n", say("Codages de rechange", "Alternative codings").get(lang));
    let idle = say(" (ne change aucun de ces comptes)", " (changes none of these counts)");
    for (i, coding) in view.codings.iter().enumerate() {
        let changes = view.counts.iter().any(|c| c.by_coding.get(i).is_some_and(|v| *v != c.base));
        let idle = if changes { "" } else { idle.get(lang) };
        out += &format!("- `{}`: {}{idle}\n", coding.id, coding.text.get(lang));
    }
    out.push('\n');
    let rows: Vec<Vec<String>> = view
        .counts
        .iter()
        .map(|c| {
            let moved: Vec<String> = view
                .codings
                .iter()
                .zip(&c.by_coding)
                .filter(|(_, v)| **v != c.base)
                .map(|(coding, v)| format!("{}: {} / {}", coding.id, v[0], v[1]))
                .collect();
            let range =
                if c.least == c.most { c.least.to_string() } else { format!("{}–{}", c.least, c.most) };
            vec![
                capital(goal_names(c.goal).get(lang)),
                c.label.get(lang).to_owned(),
                format!("{} / {}", c.base[0], c.base[1]),
                range,
                moved.join("; "),
            ]
        })
        .collect();
    let heads = say(
        "Direction|Compte|Tel que codé|Étendue|Ce qui le change",
        "Direction|Count|As coded|Range|What moves it",
    );
    out + &table(&split(heads.get(lang)), &[false, false, true, true], &rows)
}

fn centralities(view: &FindingsView, lang: Lang) -> String {
    let title = say("Ordres par les centralités", "Orders by the centralities");
    let line = |c: &CentralityView| format!("- {}: {}\n", c.text.get(lang), told_command(&c.command, lang));
    let lines = view.centralities.iter().map(line);
    format!("## {}\n\n{}", title.get(lang), lines.collect::<String>())
}

fn split(heads: &str) -> Vec<&str> {
    heads.split('|').collect()
}

fn units(view: &FindingsView, lang: Lang) -> String {
    let title = say("Les unités", "The units");
    let out = format!("## {}\n\n", title.get(lang));
    let rows: Vec<Vec<String>> = view
        .units
        .iter()
        .map(|u| {
            let all = u.by_coding.iter().flatten().copied().chain([u.active]);
            let (least, most) = (all.clone().min().unwrap_or(0), all.max().unwrap_or(0));
            let lone: Vec<String> = u
                .single_source
                .iter()
                .map(|(d, spot)| format!("{d} ({})", place_of(view, spot, lang)))
                .collect();
            vec![
                u.names.get(lang).to_owned(),
                format!("{}…{}", u.active, u.not_excluded),
                format!("{least}–{most}"),
                lone.join("; "),
            ]
        })
        .collect();
    let heads = say(
        "Unité|En cours, du compté (|A|) au non exclu (N − |✗|)|Compté, selon le codage|Cellules d’un seul endroit",
        "Unit|Running, from counted (|A|) to not excluded (N − |✗|)|Counted, by coding|Cells of a single place",
    );
    // The bars of |A| are not column marks.
    let heads = heads.get(lang).replace("|A|", "¦A¦").replace("|✗|", "¦✗¦");
    let heads: Vec<String> = split(&heads).iter().map(|h| h.replace('¦', "|")).collect();
    out + &table(&heads.iter().map(String::as_str).collect::<Vec<_>>(), &[false, true, true], &rows)
}

fn left_out(view: &FindingsView, lang: Lang) -> String {
    let title = say("Un endroit de moins", "One place less");
    let mut out = format!("### {} ({})\n\n", title.get(lang), view.left_out.len());
    for left in &view.left_out {
        let document = reference(view, &left.document);
        out += &format!("- {document}, {}\n", left.text.get(lang));
    }
    out
}

fn missing(view: &FindingsView, lang: Lang) -> String {
    let title = say("Preuves manquantes", "Missing evidence");
    let mut out = format!("### {}\n\n", title.get(lang));
    let told = say(
        "Rang tel que codé; puis, pour chaque part q de cellules manquantes, du 5e au 95e centile du rang et part des répliques parmi les 3 dernières. Ces rangs sont là pour montrer combien ils bougent; ils n’ordonnent pas des pays.",
        "Rank as coded; then, for each share q of missing cells, the 5th to the 95th percentile of the rank and the share of replicates among the last 3. These ranks are there to show how far they move; they put no countries in order.",
    );
    out += &format!("{}\n\n", told.get(lang));
    let mut shares: Vec<f64> = Vec::new();
    for m in &view.missing {
        if !shares.contains(&m.q) {
            shares.push(m.q);
        }
    }
    let first = |m: &&MissingView| shares.first() == Some(&m.q);
    let rows: Vec<Vec<String>> = view
        .missing
        .iter()
        .filter(first)
        .map(|unit| {
            let mut cells = vec![unit.names.get(lang).to_owned(), unit.rank.to_string()];
            for m in view.missing.iter().filter(|m| m.id == unit.id) {
                cells.push(format!("{}–{}", m.ranks[0], m.ranks[2]));
                cells.push(format!("{:.0}\u{a0}%", m.p_bottom * 100.0));
            }
            cells
        })
        .collect();
    let heads = say("Unité|Rang", "Unit|Rank");
    let mut heads: Vec<String> = split(heads.get(lang)).into_iter().map(str::to_owned).collect();
    for q in &shares {
        let last = say("3 dernières", "last 3");
        heads.push(format!("q {:.0}\u{a0}%", q * 100.0));
        heads.push(last.get(lang).to_owned());
    }
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let right: Vec<bool> = (0..heads.len()).map(|i| i > 0).collect();
    out + &table(&heads, &right, &rows)
}

/// The reference of a document by its id.
fn reference<'a>(view: &'a FindingsView, id: &'a str) -> &'a str {
    view.dataset.documents.iter().find(|d| d.id == id).map_or(id, |d| d.reference.as_str())
}

/// A place as the view has it, `join-2025-140 annex 27`, in words.
fn place_of(view: &FindingsView, spot: &str, lang: Lang) -> String {
    let (id, at) = spot.split_once(' ').unwrap_or((spot, ""));
    let at = match at.split(' ').collect::<Vec<_>>()[..] {
        ["annex", row] => say(format!("annexe, action {row}"), format!("annex, action {row}")),
        _ => place(at),
    };
    format!("{}, {}", reference(view, id), at.get(lang))
}

fn goal_names(id: &str) -> Label {
    Goal::ALL.into_iter().find(|g| g.id() == id).map(Goal::names).unwrap_or_default()
}

/// How many overlaps are shown in words; JSON and CSV hold them all.
const MOST: usize = 12;

fn overlaps(view: &FindingsView, lang: Lang) -> String {
    let title = say("Recouvrement des types d’instruments", "Overlap of instrument kinds");
    let told = |value: Option<f64>| value.map_or_else(|| "–".into(), |v| number(v, lang));
    let rows: Vec<Vec<String>> = view
        .overlaps
        .iter()
        .take(MOST)
        .map(|o| {
            vec![
                format!("{} ∩ {}", o.kinds[0], o.kinds[1]),
                format!("{} ({} ∩ {})", o.both, o.holders[0], o.holders[1]),
                told(o.expected),
                told(o.z),
                told(o.p),
                told(o.p_holm),
                verdict(view, o.verdict).get(lang).to_owned(),
            ]
        })
        .collect();
    let heads =
        say("Types|Communs|Attendus|z|p|p (Holm)|Verdict", "Kinds|In common|Expected|z|p|p (Holm)|Verdict");
    let mut out = format!("## {}\n\n", title.get(lang));
    if let Some(chance) = &view.chance {
        out += &format!("{}\n\n", chance.text.get(lang));
    }
    out += &table(&split(heads.get(lang)), &[false, true, true, true, true, true], &rows);
    if view.overlaps.len() > MOST {
        let more = say(
            format!("{MOST} paires sur {}; JSON et CSV les donnent toutes.", view.overlaps.len()),
            format!("{MOST} pairs of {}; JSON and CSV hold them all.", view.overlaps.len()),
        );
        out += &format!("{}\n\n", more.get(lang));
    }
    out
}

/// What chance says of an overlap, or that these replicates cannot.
fn verdict(view: &FindingsView, word: &str) -> Label {
    match word {
        "beyond" => say("au-delà du hasard", "beyond chance"),
        "within" => say("non distingué du hasard", "not told from chance"),
        _ if view.replicates == 0 => say("aucun: pas de réplique", "none: no replicate"),
        _ => say("indécidable avec ces répliques", "cannot be decided with these replicates"),
    }
}

/// Robustness as CSV: one row a count and coding, a unit, a place, a rank or an overlap.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn findings_csv(view: &FindingsView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    findings_table(view, lang).csv(&view.dates)
}

fn findings_table(view: &FindingsView, lang: Lang) -> Table {
    let heads = [
        "section", "id", "name", "case", "value", "of", "low", "high", "text", "as_of", "known", "dataset",
        "digest",
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut push = |cells: [String; 9]| {
        let ends = [&view.dates.as_of, &view.dates.known, &view.dataset.version, &view.dataset.digest];
        rows.push(cells.into_iter().chain(ends.into_iter().cloned()).collect());
    };
    let none = String::new;
    for c in &view.counts {
        let id = format!("{} {}", c.goal, c.id);
        let name = c.label.get(lang).to_owned();
        let (low, high) = (c.least.to_string(), c.most.to_string());
        let (n, of) = (c.base[0].to_string(), c.base[1].to_string());
        push(["count".into(), id.clone(), name.clone(), "as-coded".into(), n, of, low, high, none()]);
        for (coding, v) in view.codings.iter().zip(&c.by_coding) {
            let (case, text) = (coding.id.to_owned(), coding.text.get(lang).to_owned());
            let (n, of) = (v[0].to_string(), v[1].to_string());
            push(["count".into(), id.clone(), name.clone(), case, n, of, none(), none(), text]);
        }
    }
    for u in &view.units {
        let (id, name) = (u.id.clone(), u.names.get(lang).to_owned());
        let lone: Vec<String> = u.single_source.iter().map(|(d, at)| format!("{d} ({at})")).collect();
        let (low, high) = (u.active.to_string(), u.not_excluded.to_string());
        push([
            "unit".into(),
            id.clone(),
            name.clone(),
            "as-coded".into(),
            low.clone(),
            none(),
            low,
            high,
            lone.join("; "),
        ]);
        for (coding, n) in view.codings.iter().zip(&u.by_coding) {
            let n = n.map(|n| n.to_string()).unwrap_or_default();
            push([
                "unit".into(),
                id.clone(),
                name.clone(),
                coding.id.into(),
                n,
                none(),
                none(),
                none(),
                none(),
            ]);
        }
    }
    for l in &view.left_out {
        let (n, units, text) = (l.cells.len().to_string(), l.units.join(" "), l.text.get(lang).to_owned());
        push([
            "left-out".into(),
            format!("{} {}", l.document, l.at),
            none(),
            units,
            n,
            none(),
            none(),
            none(),
            text,
        ]);
    }
    for m in &view.missing {
        let (low, high) = (m.ranks[0].to_string(), m.ranks[2].to_string());
        let (case, p) = (format!("q {}", m.q), format!("P(bottom) {}", m.p_bottom));
        let name = m.names.get(lang).to_owned();
        push(["missing".into(), m.id.clone(), name, case, m.rank.to_string(), none(), low, high, p]);
    }
    for o in &view.overlaps {
        let told = |value: Option<f64>| value.map(|v| v.to_string()).unwrap_or_default();
        let text = format!("z {}; p {}; Holm {}; {}", told(o.z), told(o.p), told(o.p_holm), o.verdict);
        let (id, n, e) = (o.kinds.join(" "), o.both.to_string(), told(o.expected));
        push(["overlap".into(), id, none(), "expected".into(), n, none(), e.clone(), e, text]);
    }
    if let Some(chance) = &view.chance {
        let (n, of) = (chance.least_p.to_string(), chance.pairs.to_string());
        let (id, text) = ("least-p".to_owned(), chance.text.get(lang).to_owned());
        let holm = chance.least_p_holm.to_string();
        push(["resolution".into(), id, none(), "after-holm".into(), n, of, holm.clone(), holm, text]);
    }
    Table { heads: heads.to_vec(), rows }
}
