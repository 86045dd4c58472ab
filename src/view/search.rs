//! Search in the documents: accents, case, apostrophes, dashes and line breaks do not matter.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Label;
use super::network::{DatasetView, dataset_view};
use super::words;
use crate::corpus::fold;
use crate::dataset::{Dataset, SourceId};

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HitView {
    /// Document.
    pub document: String,
    /// Locator of the passage.
    pub at: String,
    /// The locator in words.
    pub place: Label,
    /// First byte in the document.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What stands before it in the passage.
    pub before: String,
    /// The words as the document has them.
    pub found: String,
    /// What follows in the passage.
    pub after: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchView {
    /// What was looked for.
    pub query: String,
    /// In how many places it stands.
    pub total: usize,
    /// In how many passages.
    pub passages: usize,
    /// The places in the order of the documents; the first of them where there are very many.
    pub hits: Vec<HitView>,
    /// Dataset.
    pub dataset: DatasetView,
}

/// The most places that are listed.
const MOST: usize = 500;

/// How much of the passage is shown on each side, in characters.
const AROUND: usize = 80;

/// Every place of the documents, or of one of them, where the words stand one after the other.
pub fn search_view(dataset: &Dataset, query: &str, only: Option<SourceId>) -> SearchView {
    let wanted = fold(&spaced(query.trim())).text;
    let (mut total, mut passages, mut hits) = (0, 0, Vec::new());
    for (index, source) in dataset.sources.iter().enumerate() {
        if only.is_some_and(|id| id.0 as usize != index) || wanted.is_empty() {
            continue;
        }
        for passage in source.document.passages() {
            let text = source.document.words(passage);
            let folded = fold(text);
            let mut any = false;
            for (at, _) in spaced(&folded.text).match_indices(&wanted) {
                let range = folded.origin(at)..whole(text, folded.origin(at + wanted.len()));
                (total, any) = (total + 1, true);
                if hits.len() < MOST {
                    hits.push(HitView {
                        document: source.id.clone(),
                        at: passage.locator.clone(),
                        place: words::place(&passage.locator),
                        start: passage.range.start + range.start,
                        end: passage.range.start + range.end,
                        before: last(&text[..range.start]),
                        found: text[range.clone()].to_owned(),
                        after: first(&text[range.end..]),
                    });
                }
            }
            passages += usize::from(any);
        }
    }
    SearchView { query: query.trim().to_owned(), total, passages, hits, dataset: dataset_view(dataset) }
}

/// Line breaks and tabs as spaces: each stays one byte.
fn spaced(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// The end of a match, moved past the marks that folding drops and past the rest of a ligature.
fn whole(text: &str, mut end: usize) -> usize {
    while !text.is_char_boundary(end) {
        end += 1;
    }
    while let Some(c) = text[end..].chars().next().filter(|c| ('\u{300}'..='\u{36f}').contains(c)) {
        end += c.len_utf8();
    }
    end
}

fn last(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().rev().take(AROUND).collect();
    chars.reverse();
    let cut = text.chars().count() > AROUND;
    chars.into_iter().fold(if cut { "…".to_owned() } else { String::new() }, |mut out, c| {
        out.push(c);
        out
    })
}

fn first(text: &str) -> String {
    let mut out: String = text.chars().take(AROUND).collect();
    if text.chars().count() > AROUND {
        out.push('…');
    }
    out
}
