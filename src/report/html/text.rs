//! A report in Markdown as a page of its own: one set of templates for both forms.

use pulldown_cmark::{Event, Options, Parser, html::push_html};

use super::write::Html;
use super::{cover, page, page_of};
use crate::draw::escape;
use crate::report::goals::Recompute;
use crate::view::{DatasetView, DatesView, Label, Lang};

/// What stands over the body of a report: the program's word for its kind, its title, and what it is in a sentence.
pub(in crate::report) struct Opening<'a> {
    pub(in crate::report) kind: Label,
    pub(in crate::report) title: &'a str,
    pub(in crate::report) lead: Label,
    /// What each side is, for a report of two readings; empty for one pair of dates.
    pub(in crate::report) readings: Vec<(Label, Label)>,
    /// What it finds in a sentence, with the line of its command; none where the body says it first.
    pub(in crate::report) headline: Option<(&'a Label, &'a str)>,
    /// What its reader must not conclude, beside what holds of every report.
    pub(in crate::report) limits: &'a [Label],
    /// What prints it again.
    pub(in crate::report) command: &'a str,
}

/// A page with the usual first lines, the limits, the command that prints it again, and then this body of Markdown.
pub(in crate::report) fn printed(
    opening: &Opening<'_>,
    body: &str,
    dataset: &DatasetView,
    dates: &DatesView,
    lang: Lang,
) -> String {
    let mut html = match opening.readings.is_empty() {
        true => page(opening.title, &opening.kind, dataset, dates, lang),
        false => page_of(opening.title, &opening.kind, opening.title, (dataset, dates), lang),
    };
    html.open("main", &[("class", "text")]);
    let title = (opening.title, opening.lead.get(lang));
    cover::head_of(&mut html, title, &opening.readings, dataset, dates, lang);
    if let Some((headline, command)) = opening.headline {
        html.open("p", &[("class", "headline")]).sentence(headline.get(lang), lang).close();
        html.markup(&converted(command, lang));
    }
    let limits: Vec<Label> = opening.limits.iter().cloned().chain(cover::limits(dataset)).collect();
    super::parts::limits(&mut html, &limits, &Recompute::untold(lang), lang);
    super::parts::command(&mut html, opening.command, lang);
    html.open("div", &[("class", "told")]).markup(&converted(body, lang)).close();
    html.finish()
}

/// Markdown of our own making as HTML: nothing in it becomes markup but what our templates write, and quotations from a document are
/// marked as French in an English report.
pub(super) fn converted(markdown: &str, lang: Lang) -> String {
    let mut open = false;
    let mut events: Vec<Event<'_>> = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            Event::Text(text) if lang != Lang::Fr => {
                let mut out = String::new();
                for c in text.chars() {
                    match c {
                        '“' if !open => {
                            open = true;
                            out += "<q lang=\"fr\">“";
                        }
                        '”' if open => {
                            open = false;
                            out += "”</q>";
                        }
                        c => out += &escape(&c.to_string()),
                    }
                }
                events.push(Event::InlineHtml(out.into()));
            }
            Event::Code(text) if text.starts_with("relier ") => {
                let mut html = Html::default();
                html.command(&[], &text);
                events.push(Event::InlineHtml(html.finish().into()));
            }
            Event::End(tag) => {
                // A quotation does not outlive its line.
                if std::mem::take(&mut open) {
                    events.push(Event::InlineHtml("</q>".into()));
                }
                events.push(Event::End(tag));
            }
            other => events.push(other),
        }
    }
    let mut out = String::new();
    push_html(&mut out, events.into_iter());
    // The command of a part, which has a line of its own, stands small under it.
    let alone = |l: &str| {
        l.starts_with("<p><code>relier ") && l.ends_with("</code></p>") && l.matches("<code>").count() == 1
    };
    let lines = out.split_inclusive('\n').map(|l| match alone(l.trim_end()) {
        true => l.replacen("<p>", "<p class=\"how\">", 1),
        false => l.to_owned(),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        let out = converted(
            "- “a <script>x</script> b” & `<i>`\n\n<b>bold</b>\n\n| h |\n|---|\n| <td> |\n",
            Lang::En,
        );
        assert!(!out.contains("<script") && !out.contains("<b>") && !out.contains("<i>"), "{out}");
        assert_eq!(out.matches("<td>").count(), 1, "{out}");
        assert!(out.contains("&lt;script&gt;") && out.contains("<table>"), "{out}");
    }

    #[test]
    fn a_command_in_a_line_of_its_own_stands_small() {
        let out = converted("`relier gaps`\n\nAgain: `relier gaps`\n\n- `relier gaps`\n", Lang::En);
        assert_eq!(out.matches("<p class=\"how\"><code>").count(), 1, "{out}");
        assert_eq!(out.matches("<code>").count(), 3, "{out}");
    }

    #[test]
    fn a_quotation_is_marked_in_an_english_report_alone() {
        assert!(
            converted("- [1] “Avec le Brésil” (x)", Lang::En).contains("<q lang=\"fr\">“Avec le Brésil”</q>")
        );
        assert!(!converted("- [1] “Avec le Brésil” (x)", Lang::Fr).contains("<q"));
        // Left open, it ends with its block.
        let out = converted("- “open\n- next", Lang::En);
        assert_eq!(out.matches("<q ").count(), out.matches("</q>").count(), "{out}");
    }
}
