//! Actors side by side.

use super::markdown::{Quotes, command, head, table};
use super::table::Table;
use crate::view::words::say;
use crate::view::{CompareView, Lang};

/// A comparison in Markdown: words first, then the tables.
pub fn compare_markdown(view: &CompareView, lang: Lang) -> String {
    let names: Vec<&str> = view.actors.iter().map(|a| a.names.get(lang)).collect();
    let mut out = head(&names.join(" · "), &view.dataset, &view.dates, lang);
    let mut quotes = Quotes::default();
    for note in &view.notes {
        out += &format!("- {}\n", note.get(lang));
    }
    out.push('\n');
    for dimension in &view.dimensions {
        out += &format!("## {}\n\n", dimension.title.get(lang));
        for sentence in &dimension.sentences {
            out += &format!("- {}\n", sentence.get(lang));
        }
        out.push('\n');
        let rows: Vec<Vec<String>> = dimension
            .rows
            .iter()
            .map(|r| {
                let cited = quotes.cite(&r.evidence);
                let mut cells = vec![if r.id == r.names.get(lang) {
                    format!("{}{cited}", r.id)
                } else {
                    format!("{} {}{cited}", r.id, r.names.get(lang))
                }];
                cells.extend(r.labels.iter().map(|l| l.get(lang).to_owned()));
                cells
            })
            .collect();
        let mut heads = vec![""];
        heads.extend(&names);
        out += &table(&heads, &[], &rows);
    }
    out +=
        &format!("## {}\n\n{}", say("Citations", "Quotations").get(lang), quotes.list(&view.dataset, lang));
    out + &command(&view.command, lang)
}

/// A comparison as CSV: one row a value.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn compare_csv(view: &CompareView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let heads = ["dimension", "id", "name", "actor", "class", "label", "ties", "as_of", "known", "digest"];
    let mut rows = Vec::new();
    for dimension in &view.dimensions {
        for row in &dimension.rows {
            for (i, actor) in view.actors.iter().enumerate() {
                rows.push(vec![
                    dimension.id.to_owned(),
                    row.id.clone(),
                    row.names.get(lang).to_owned(),
                    actor.id.clone(),
                    row.classes[i].to_owned(),
                    row.labels[i].get(lang).to_owned(),
                    row.ties[i].join(" "),
                    view.dates.as_of.clone(),
                    view.dates.known.clone(),
                    view.dataset.digest.clone(),
                ]);
            }
        }
    }
    Table { heads: heads.to_vec(), rows: rows.into_iter().collect() }.csv()
}
