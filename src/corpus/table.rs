//! The layout of tables that machines write: lines of values, and the nodes and edges of GraphML and GEXF.

use std::ops::Range;

use super::document::{Passage, PassageKind, lines};

fn passage(locator: String, kind: PassageKind, range: Range<usize>) -> Passage {
    Passage { locator, kind, range, calls: Vec::new() }
}

/// Each line that is not empty: `line 1` is the first of the file.
pub(super) fn rows(text: &str) -> Vec<Passage> {
    let mut out = Vec::new();
    let (mut number, mut counted) = (1, 0);
    for range in lines(text) {
        number += text.as_bytes()[counted..range.start].iter().filter(|&&b| b == b'\n').count();
        counted = range.start;
        out.push(passage(format!("line {number}"), PassageKind::Record, range));
    }
    out
}

/// The elements that are passages of their own.
const ELEMENTS: [&str; 3] = ["node", "edge", "hyperedge"];

/// Each `<node>`, `<edge>` and `<hyperedge>` element, numbered through the file, and the lines of all that stands between them.
///
/// An element that holds others of its kind (a nested graph) ends as a passage where the first of them begins.
pub(super) fn elements(text: &str) -> Vec<Passage> {
    let mut out = Vec::new();
    let mut counts = [0usize; ELEMENTS.len()];
    let mut between = 0;
    let mut gaps = 0;
    let mut gap = |range: Range<usize>, out: &mut Vec<Passage>| {
        for line in lines(&text[range.clone()]) {
            gaps += 1;
            let line = range.start + line.start..range.start + line.end;
            out.push(passage(format!("markup {gaps}"), PassageKind::Front, line));
        }
    };
    let mut at = 0;
    while let Some(start) = next_tag(text, at) {
        let Some(which) = ELEMENTS.iter().position(|name| opens(text, start, name)) else {
            at = start + 1;
            continue;
        };
        gap(between..start, &mut out);
        let end = end_of_element(text, start, ELEMENTS[which]);
        counts[which] += 1;
        let locator = format!("{} {}", ELEMENTS[which], counts[which]);
        out.push(passage(locator, PassageKind::Record, start..end));
        (at, between) = (end, end);
    }
    gap(between..text.len(), &mut out);
    out
}

/// The next `<` that opens a tag; comments, character data and instructions are stepped over.
fn next_tag(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let start = at + text[at..].find('<')?;
        let rest = &text[start..];
        let skip = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open))
            .map(|(open, close)| rest[open.len()..].find(close).map(|i| open.len() + i + close.len()));
        match skip {
            None => return Some(start),
            Some(None) => return None,
            Some(Some(length)) => at = start + length,
        }
    }
}

/// Whether the tag at `start` opens an element of this name, with whatever prefix.
fn opens(text: &str, start: usize, name: &str) -> bool {
    let tag = &text[start + 1..];
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(tag.len());
    let word = &tag[..end];
    !word.is_empty() && word.rsplit(':').next() == Some(name)
}

/// The byte after `>` of the tag at `start`; quoted values may hold one.
fn end_of_tag(text: &str, start: usize) -> usize {
    let mut quote = None;
    for (i, b) in text.as_bytes()[start..].iter().enumerate() {
        match (quote, b) {
            (None, b'>') => return start + i + 1,
            (None, b'"' | b'\'') => quote = Some(*b),
            (Some(open), b) if open == *b => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn end_of_element(text: &str, start: usize, name: &str) -> usize {
    let opened = end_of_tag(text, start);
    if text[..opened].ends_with("/>") {
        return opened;
    }
    let mut at = opened;
    while let Some(tag) = next_tag(text, at) {
        if ELEMENTS.iter().any(|e| opens(text, tag, e)) {
            return opened.max(text[..tag].trim_end().len());
        }
        let closes = text[tag + 1..].strip_prefix('/').is_some_and(|_| opens(text, tag + 1, name));
        at = end_of_tag(text, tag);
        if closes {
            return at;
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, by: fn(&str) -> Vec<Passage>) -> Vec<(String, &str)> {
        by(text).into_iter().map(|p| (p.locator, &text[p.range])).collect()
    }

    #[test]
    fn a_line_is_counted_as_an_editor_counts_it() {
        let found = cut("source,target\r\n\n a,b \nc,d", rows);
        let wanted = [("line 1", "source,target"), ("line 3", "a,b"), ("line 4", "c,d")];
        assert_eq!(found, wanted.map(|(l, t)| (l.to_owned(), t)));
    }

    #[test]
    fn elements_are_found_on_one_line_as_well_as_on_many() {
        let text = "<graphml><!-- <node id='no'/> --><node id=\"a>b\"/><node id='c'><data k='l'>C</data></node>\
                    <edge source='a>b' target='c'><data>1</data></edge></graphml>";
        let found = cut(text, elements);
        let wanted = [
            ("markup 1", "<graphml><!-- <node id='no'/> -->"),
            ("node 1", "<node id=\"a>b\"/>"),
            ("node 2", "<node id='c'><data k='l'>C</data></node>"),
            ("edge 1", "<edge source='a>b' target='c'><data>1</data></edge>"),
            ("markup 2", "</graphml>"),
        ];
        assert_eq!(found, wanted.map(|(l, t)| (l.to_owned(), t)));
    }

    #[test]
    fn a_node_that_holds_a_graph_ends_where_its_first_child_begins() {
        let found = cut("<node id='a'>\n <graph>\n<node id='b'/></graph></node>", elements);
        let wanted = [
            ("node 1", "<node id='a'>\n <graph>"),
            ("node 2", "<node id='b'/>"),
            ("markup 1", "</graph></node>"),
        ];
        assert_eq!(found, wanted.map(|(l, t)| (l.to_owned(), t)));
    }

    #[test]
    fn what_breaks_off_is_still_cut() {
        for text in
            ["<node", "<node id=\"", "<edge source='a'>", "<!-- ", "<", "<![CDATA[", "é<node é", "<node/"]
        {
            let passages = elements(text);
            assert!(passages.iter().all(|p| text.get(p.range.clone()).is_some()), "{text}");
        }
    }
}
