//! The method, whole, as a page.

use super::{Plain, ROOT};
use crate::report::html::text::converted;
use crate::view::words::say;

/// The method from its Markdown: what is counted, how, and where to dispute it.
pub fn plain_method(page: Plain<'_>, markdown: &str) -> String {
    let mut html = page.open(&format!("{ROOT}/method"), &say("La méthode", "The method"));
    // The page has its own first heading.
    let body =
        markdown.trim_start().strip_prefix("# ").and_then(|m| m.split_once('\n')).map_or(markdown, |m| m.1);
    let label = page.say("Tableau", "Table");
    let framed =
        format!("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>");
    let body = converted(body, page.lang).replace("<table>", &framed).replace("</table>", "</table></div>");
    html.markup(&body);
    page.finish(html)
}
