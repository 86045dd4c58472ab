//! A partner's profile in Markdown.

use super::goals::{
    HEADS, Recompute, counts_markdown, headline_markdown, limits_markdown, matrix_markdown, section_table,
    sections_markdown,
};
use super::markdown::{command, head, quotation};
use super::quotes::Quotes;
use super::table::Table;
use crate::view::{Lang, ProfileView};

/// A partner's profile, each part with the command that prints it alone.
pub fn profile_markdown(view: &ProfileView, lang: Lang) -> String {
    let title = format!("{} ({})", view.node.names.get(lang), view.node.id);
    let of = Recompute::of_profile(view, lang);
    let mut out = head(&title, &view.dataset, &view.dates, lang);
    out += &headline_markdown(&view.headline, &of);
    if let Some(note) = &view.node.note {
        out += &format!("{}\n\n", note.get(lang));
    }
    for evidence in &view.card {
        out += &format!("> {}\n\n", quotation(&view.dataset, evidence, lang));
    }
    out += &counts_markdown(&view.counts, &of);
    for matrix in &view.matrices {
        out += &matrix_markdown(matrix, &of);
    }
    let mut quotes = Quotes::default();
    out += &sections_markdown(&view.sections, &mut quotes, &of);
    out += &limits_markdown(&view.limits, &of);
    out += &command(&view.command, lang);
    let cited = quotes.list(&view.dataset, lang);
    if !cited.is_empty() {
        out += &format!("### {}\n\n{cited}", view.dataset.quotations_title().get(lang));
    }
    out
}

/// The lists of a profile as CSV: one row a line, the partner where a direction would stand.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn profile_csv(view: &ProfileView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let of = (&view.dataset, &view.dates);
    let rows = view.sections.iter().flat_map(|s| section_table(&view.node.id, s, of, lang).rows).collect();
    Table { heads: HEADS.to_vec(), rows }.csv(&view.dates)
}
