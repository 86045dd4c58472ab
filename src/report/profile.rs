//! A partner's profile in Markdown.

use super::goals::{counts_markdown, limits_markdown, matrix_markdown, sections_markdown};
use super::markdown::{command, head, quotation};
use super::quotes::Quotes;
use crate::view::words::say;
use crate::view::{Lang, ProfileView};

/// A partner's profile.
pub fn profile_markdown(view: &ProfileView, lang: Lang) -> String {
    let title = format!("{} ({})", view.node.names.get(lang), view.node.id);
    let mut out = head(&title, &view.dataset, &view.dates, lang);
    out += &format!("**{}**\n\n", view.headline.get(lang));
    if let Some(note) = &view.node.note {
        out += &format!("{}\n\n", note.get(lang));
    }
    for evidence in &view.card {
        out += &format!("> {}\n\n", quotation(&view.dataset, evidence, lang));
    }
    out += &counts_markdown(&view.counts, None, lang);
    for matrix in &view.matrices {
        out += &matrix_markdown(matrix, None, lang);
    }
    let mut quotes = Quotes::default();
    out += &sections_markdown(&view.sections, &mut quotes, None, lang);
    out += &limits_markdown(&view.limits, lang);
    out += &command(&view.command, lang);
    out +=
        &format!("### {}\n\n{}", say("Citations", "Quotations").get(lang), quotes.list(&view.dataset, lang));
    out
}
