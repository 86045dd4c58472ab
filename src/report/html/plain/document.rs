//! A document with an anchor at every passage, and every cited stretch leading to the tie that cites it.

use super::{Html, Plain, ROOT, anchor};
use crate::view::{PassageView, ReaderView};

/// A document, passage by passage.
pub fn plain_document(page: Plain<'_>, view: &ReaderView) -> String {
    let (lang, card) = (page.lang, &view.document);
    let mut html = page.open(&format!("{ROOT}/documents/{}", card.id), &card.title);
    html.open("p", &[("class", "lead")]);
    html.text(&format!("{}. {}.", card.reference, card.publisher.get(lang)));
    html.close().leaf("p", &[("class", "muted")], card.reuse.get(lang));
    html.open("nav", &[("aria-label", &page.say("Contenu", "Contents"))]).open("ul", &[("class", "columns")]);
    for passage in view.passages.iter().filter(|p| p.kind == "heading") {
        html.open("li", &[]);
        html.leaf(
            "a",
            &[("href", &format!("#{}", anchor(&passage.at))), ("lang", &card.language)],
            passage.text.trim(),
        );
        html.close();
    }
    html.close().close();
    html.open("div", &[("class", "reading"), ("lang", &card.language)]);
    for passage in &view.passages {
        let id = anchor(&passage.at);
        html.open("section", &[("id", &id), ("class", passage.kind)]);
        html.open("p", &[("class", "locator")]);
        html.leaf(
            "a",
            &[("href", &format!("#{id}")), ("lang", crate::dataset::Word::word(lang))],
            passage.place.get(lang),
        );
        html.close();
        let name = if passage.kind == "heading" { "h2" } else { "p" };
        html.open(name, &[]);
        marked(&mut html, &page, passage);
        html.close().close();
    }
    html.close();
    page.finish(html)
}

/// The words with what is cited of them marked. Stretches may lie over each other: each piece between two ends leads to
/// the first tie that cites it.
fn marked(html: &mut Html, page: &Plain<'_>, passage: &PassageView) {
    let (start, text) = (passage.start, &passage.text);
    let mut ends: Vec<usize> = passage.marks.iter().flat_map(|m| [m.start, m.end]).collect();
    ends.extend([start, start + text.len()]);
    ends.sort_unstable();
    ends.dedup();
    for pair in ends.windows(2) {
        let Some(piece) = pair[0].checked_sub(start).and_then(|from| text.get(from..pair[1] - start)) else {
            continue;
        };
        let cited = passage.marks.iter().find(|m| m.start <= pair[0] && pair[1] <= m.end);
        match cited.and_then(|m| m.ties.first()) {
            None => html.text(piece),
            Some(tie) => {
                let address = page.address(&format!("{ROOT}/network#{}", anchor(tie)));
                html.open("mark", &[]).leaf("a", &[("href", &address)], piece).close()
            }
        };
    }
}
