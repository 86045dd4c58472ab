//! How far the findings hold.

use super::markdown::{command, head, table};
use super::rank::number;
use super::table::Table;
use crate::view::words::say;
use crate::view::{FindingsView, Lang};

/// Robustness in Markdown.
pub fn findings_markdown(view: &FindingsView, lang: Lang) -> String {
    let mut out = head(say("Robustesse", "Robustness").get(lang), &view.dataset, &view.dates, lang);
    for headline in &view.headlines {
        out += &format!("- **{}**\n", headline.get(lang));
    }
    for note in &view.notes {
        out += &format!("- {}\n", note.get(lang));
    }
    let told = say(
        format!("{} répliques, graine {}.", view.replicates, view.seed),
        format!("{} replicates, seed {}.", view.replicates, view.seed),
    );
    out += &format!(
        "- {}\n\n## {}\n\n",
        told.get(lang),
        say("Codages de rechange", "Alternative codings").get(lang)
    );
    for coding in &view.codings {
        out += &format!("- `{}`: {}\n", coding.id, coding.text.get(lang));
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
                c.goal.to_owned(),
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
    out += &table(&split(heads.get(lang)), &[false, false, true, true], &rows);
    if !view.units.is_empty() {
        out += &units(view, lang);
    }
    if !view.overlaps.is_empty() {
        out += &overlaps(view, lang);
    }
    out + &command(&view.command, lang)
}

fn split(heads: &str) -> Vec<&str> {
    heads.split('|').collect()
}

fn units(view: &FindingsView, lang: Lang) -> String {
    let title = say("Les unités", "The units");
    let mut out = format!("## {}\n\n", title.get(lang));
    let rows: Vec<Vec<String>> = view
        .units
        .iter()
        .map(|u| {
            let all = u.by_coding.iter().flatten().copied().chain([u.active]);
            let (least, most) = (all.clone().min().unwrap_or(0), all.max().unwrap_or(0));
            let lone: Vec<String> = u.single_source.iter().map(|(d, at)| format!("{d} ({at})")).collect();
            vec![
                u.names.get(lang).to_owned(),
                format!("{}…{}", u.active, u.not_excluded),
                format!("{least}–{most}"),
                lone.join("; "),
            ]
        })
        .collect();
    let heads = say(
        "Unité|De |A| à N − |✗||Étendue de |A| selon le codage|Cellules d’une seule source",
        "Unit|From |A| to N − |✗||Range of |A| by coding|Single-source cells",
    );
    // The bars of |A| are not column marks.
    let heads = heads.get(lang).replace("|A|", "¦A¦").replace("|✗|", "¦✗¦");
    let heads: Vec<String> = split(&heads).iter().map(|h| h.replace('¦', "|")).collect();
    out += &table(&heads.iter().map(String::as_str).collect::<Vec<_>>(), &[false, true, true], &rows);
    let title = say("Un endroit de moins", "One place less");
    out += &format!("### {} ({})\n\n", title.get(lang), view.left_out.len());
    for left in &view.left_out {
        out += &format!("- {} ({})\n", left.text.get(lang), left.document);
    }
    let title = say("Preuves manquantes", "Missing evidence");
    out += &format!("\n### {}\n\n", title.get(lang));
    let rows: Vec<Vec<String>> = view
        .missing
        .iter()
        .map(|m| {
            vec![
                format!("{:.0} %", m.q * 100.0),
                m.names.get(lang).to_owned(),
                m.rank.to_string(),
                format!("{}–{}", m.ranks[0], m.ranks[2]),
                format!("{:.0} %", m.p_bottom * 100.0),
            ]
        })
        .collect();
    let heads =
        say("q|Unité|Rang|Rang, 5–95 %|Parmi les 3 dernières", "q|Unit|Rank|Rank, 5–95 %|Among the last 3");
    out + &table(&split(heads.get(lang)), &[true, false, true, true, true], &rows)
}

/// How many overlaps are shown in words; JSON and CSV hold them all.
const MOST: usize = 12;

fn overlaps(view: &FindingsView, lang: Lang) -> String {
    let title = say("Recouvrement des sortes d’instruments", "Overlap of instrument kinds");
    let rows: Vec<Vec<String>> = view
        .overlaps
        .iter()
        .take(MOST)
        .map(|o| {
            vec![
                format!("{} ∩ {}", o.kinds[0], o.kinds[1]),
                format!("{} ({} ∩ {})", o.both, o.holders[0], o.holders[1]),
                number(o.expected, lang),
                o.z.map_or_else(|| "–".into(), |z| number(z, lang)),
                number(o.p, lang),
                number(o.p_holm, lang),
            ]
        })
        .collect();
    let heads = say("Sortes|Communs|Attendus|z|p|p (Holm)", "Kinds|In common|Expected|z|p|p (Holm)");
    let mut out = format!("## {}\n\n", title.get(lang));
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

/// Robustness as CSV: one row a count and coding, a unit, a place, a rank or an overlap.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn findings_csv(view: &FindingsView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let heads =
        ["section", "id", "name", "case", "value", "of", "low", "high", "text", "as_of", "known", "digest"];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut push = |cells: [String; 9]| {
        let ends = [&view.dates.as_of, &view.dates.known, &view.dataset.digest];
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
        let z = o.z.map(|z| z.to_string()).unwrap_or_default();
        let text = format!("z {z}; p {}; Holm {}", o.p, o.p_holm);
        let (id, n, e) = (o.kinds.join(" "), o.both.to_string(), o.expected.to_string());
        push(["overlap".into(), id, none(), "expected".into(), n, none(), e.clone(), e, text]);
    }
    Table { heads: heads.to_vec(), rows: rows.into_iter().collect() }.csv(&view.dates)
}
