//! Actors side by side.

use rust_xlsxwriter::XlsxError;

use super::html::{Opening, printed};
use super::markdown::{Quotes, head, table};
use super::parted::Parted;
use super::table::Table;
use super::xlsx::one_sheet;
use crate::explorer::NotFound;
use crate::view::words::say;
use crate::view::{CompareView, DimensionView, Lang};

/// A comparison in Markdown: words first, then the tables.
pub fn compare_markdown(view: &CompareView, lang: Lang) -> String {
    // The whole has every part.
    headed(view, lang) + &body(view, None, lang).unwrap_or_default()
}

/// One part of it alone: notes, kinds, domains, areas or forums.
///
/// # Errors
/// When there is no such part, with the nearest.
pub fn compare_part(view: &CompareView, part: &str, lang: Lang) -> Result<String, NotFound> {
    Ok(headed(view, lang) + &body(view, Some(part), lang)?)
}

fn headed(view: &CompareView, lang: Lang) -> String {
    head(&title(view, lang), &view.dataset, &view.dates, lang)
}

/// A comparison as a page of its own.
pub fn compare_html(view: &CompareView, lang: Lang) -> String {
    let opening = Opening {
        kind: say("Comparaison", "Comparison"),
        title: &title(view, lang),
        lead: say(
            "Ce que les documents disent de chacun, côte à côte: le commun, le propre à un seul, et ce qui est dans un autre état.",
            "What the documents say of each, side by side: what is common, what is one’s alone, and what stands in another state.",
        ),
        readings: Vec::new(),
        headline: None,
        limits: &[],
        command: &view.command,
    };
    printed(&opening, &body(view, None, lang).unwrap_or_default(), &view.dataset, &view.dates, lang)
}

/// A comparison as a spreadsheet: the rows of the CSV.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn compare_xlsx(view: &CompareView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let told = say(title(view, Lang::Fr), title(view, Lang::En));
    one_sheet(
        (&told, "comparison"),
        &compare_table(view, lang),
        (&view.notes, &view.command),
        (&view.dataset, &view.dates),
        lang,
    )
}

fn title(view: &CompareView, lang: Lang) -> String {
    view.actors.iter().map(|a| a.names.get(lang)).collect::<Vec<_>>().join(" · ")
}

fn body(view: &CompareView, only: Option<&str>, lang: Lang) -> Result<String, NotFound> {
    let ids: Vec<&str> = view.actors.iter().map(|a| a.id.as_str()).collect();
    let verb = format!("compare {}", ids.join(" "));
    let mut out = Parted::new(&view.command, &verb, only, lang);
    out.part("notes", |_| view.notes.iter().map(|n| format!("- {}\n", n.get(lang))).collect());
    for dimension in &view.dimensions {
        out.part(dimension.id, |quotes| dimension_markdown(view, dimension, quotes, lang));
    }
    out.end(&view.dataset)
}

fn dimension_markdown(
    view: &CompareView,
    dimension: &DimensionView,
    quotes: &mut Quotes,
    lang: Lang,
) -> String {
    let mut out = format!("## {}\n\n", dimension.title.get(lang));
    for sentence in &dimension.sentences {
        out += &format!("- {}\n", sentence.get(lang));
    }
    out.push('\n');
    let rows: Vec<Vec<String>> = dimension
        .rows
        .iter()
        .map(|r| {
            let cited = quotes.cite(&r.evidence);
            // A code says something of a kind or a domain; a forum goes by its name.
            let mut cells = vec![if r.id == r.names.get(lang) || dimension.id == "forums" {
                format!("{}{cited}", r.names.get(lang))
            } else {
                format!("{} {}{cited}", r.id, r.names.get(lang))
            }];
            cells.extend(r.labels.iter().map(|l| l.get(lang).to_owned()));
            cells
        })
        .collect();
    let heads: Vec<&str> = [""].into_iter().chain(view.actors.iter().map(|a| a.names.get(lang))).collect();
    out + &table(&heads, &[], &rows)
}

/// A comparison as CSV: one row a value.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn compare_csv(view: &CompareView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    compare_table(view, lang).csv(&view.dates)
}

fn compare_table(view: &CompareView, lang: Lang) -> Table {
    let heads =
        ["dimension", "id", "name", "actor", "class", "label", "ties", "as_of", "known", "dataset", "digest"];
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
                    view.dataset.version.clone(),
                    view.dataset.digest.clone(),
                ]);
            }
        }
    }
    Table { heads: heads.to_vec(), rows }
}
