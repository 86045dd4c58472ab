//! From a citation as written to evidence: the document, the passage, the bytes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::alias::AliasTable;
use super::records::{Evidence, Source, SourceId};
use super::word::nearest;
use crate::corpus::fold;
use crate::seed::{CitationRecord, Fault, Seeds, Text, Told};

/// The document that a citation means when it names none.
pub(super) const DEFAULT_DOCUMENT: &str = "join-2025-140";

/// Where faults of one file go.
pub(super) struct Reporter<'a> {
    pub(super) seeds: &'a Seeds,
    pub(super) faults: Vec<Fault>,
    /// Documents that cannot be used, each with a fault of its own: nothing is looked for in them.
    pub(super) lost: BTreeSet<String>,
}

impl Reporter<'_> {
    pub(super) fn at(
        &mut self,
        file: &str,
        span: Range<usize>,
        record: &str,
        what: impl Into<Told>,
        mend: impl Into<Told>,
    ) {
        let text = self.seeds.files.get(file).unwrap_or_default();
        self.faults.push(Fault::at(file, text, span, record, what, mend));
    }

    pub(super) fn on(
        &mut self,
        file: &str,
        value: &Text,
        record: &str,
        what: impl Into<Told>,
        mend: impl Into<Told>,
    ) {
        self.at(file, value.span(), record, what, mend);
    }
}

/// Resolves citations against the documents.
pub(super) struct Citations<'a> {
    pub(super) sources: &'a [Source],
    pub(super) aliases: &'a AliasTable,
}

impl Citations<'_> {
    /// Finds every quotation; a faulty one is reported and left out.
    pub(super) fn resolve(
        &self,
        file: &str,
        record: &str,
        citations: &[CitationRecord],
        reporter: &mut Reporter<'_>,
    ) -> Vec<Evidence> {
        let mut out = Vec::new();
        for citation in citations {
            if let Some(evidence) = self.resolve_one(file, record, citation, reporter) {
                out.push(evidence);
            }
        }
        out
    }

    fn resolve_one(
        &self,
        file: &str,
        record: &str,
        citation: &CitationRecord,
        reporter: &mut Reporter<'_>,
    ) -> Option<Evidence> {
        let id = citation.document.as_ref().map_or(DEFAULT_DOCUMENT, |d| d.get_ref());
        let Some(index) = self.sources.iter().position(|s| s.id == id) else {
            if reporter.lost.contains(id) {
                return None;
            }
            let known: Vec<&str> = self.sources.iter().map(|s| s.id.as_str()).collect();
            let place = citation.document.as_ref().unwrap_or(&citation.at);
            let known = known.join(", ");
            let mend = (format!("nommez l’un de: {known}"), format!("name one of: {known}"));
            let what = (format!("il n’y a pas de document «{id}»"), format!("there is no document «{id}»"));
            reporter.on(file, place, record, what, mend);
            return None;
        };
        let document = &self.sources[index].document;
        let at = citation.at.get_ref();
        let quote = citation.quote.get_ref();
        let Some(passage) = document.passage(at) else {
            let near = nearest(at, document.passages().iter().map(|p| p.locator.as_str()));
            let found: Vec<&str> =
                document.passages_with(quote).take(3).map(|p| p.locator.as_str()).collect();
            let found = found.join(", ");
            let mend = match (found.is_empty(), near) {
                (false, _) => Told::from((
                    format!("la citation est dans: {found}"),
                    format!("the quotation stands in: {found}"),
                )),
                (true, Some(near)) => meant(near),
                (true, None) => {
                    ("relier show DOCUMENT donne les passages", "relier show DOCUMENT lists the passages")
                        .into()
                }
            };
            let what = (format!("{id} n’a pas de passage «{at}»"), format!("{id} has no passage «{at}»"));
            reporter.on(file, &citation.at, record, what, mend);
            return None;
        };
        let Some(range) = document.find(passage, quote) else {
            let words = document.words(passage);
            let elsewhere: Vec<&str> =
                document.passages_with(quote).take(3).map(|p| p.locator.as_str()).collect();
            let mend: Told = if quote.is_empty() {
                ("citez les mots qui disent le lien", "quote the words that state the tie").into()
            } else if !elsewhere.is_empty() {
                let elsewhere = elsewhere.join(", ");
                (format!("elle est dans: {elsewhere}"), format!("it stands in: {elsewhere}")).into()
            } else if let Some(exact) = unfolded(words, quote) {
                (
                    format!(
                        "aux apostrophes, accents, majuscules ou espaces près, le passage dit «{exact}»: citez-le lettre pour lettre"
                    ),
                    format!(
                        "but for apostrophes, accents, case or spaces the passage says «{exact}»: quote it letter for letter"
                    ),
                )
                    .into()
            } else {
                let common = common_start(words, quote);
                if common.chars().count() >= 8 {
                    let until = tail(common, 40);
                    (
                        format!("le passage dit de même jusqu’à «{until}»; comparez à partir de là"),
                        format!("the passage agrees up to «{until}»; compare from there"),
                    )
                        .into()
                } else {
                    (
                        "citez le passage lettre pour lettre; relier show l’écrit",
                        "quote the passage letter for letter; relier show prints it",
                    )
                        .into()
                }
            };
            let what = (
                format!("cette citation n’est pas dans {id}, {at}"),
                format!("this quotation does not stand in {id}, {at}"),
            );
            reporter.on(file, &citation.quote, record, what, mend);
            return None;
        };
        Some(Evidence {
            source: SourceId(index as u8),
            at: at.clone(),
            start: range.start,
            end: range.end,
            quote: quote.clone(),
            names: self.aliases.actors(quote),
            supports: citation.supports.iter().map(|s| s.get_ref().clone()).collect(),
        })
    }

    /// A fact in a footnote needs the sentence with the call as well (METHOD 2.4).
    pub(super) fn check_notes(
        &self,
        file: &str,
        record: &str,
        place: &Text,
        evidence: &[Evidence],
        reporter: &mut Reporter<'_>,
    ) {
        for note in evidence {
            let Some(label) = note.at.strip_prefix('n') else { continue };
            let mut ends = label.split('-').filter_map(|n| n.parse::<u8>().ok());
            let (Some(first), last) = (ends.next(), ends.next()) else { continue };
            let numbers = first..=last.unwrap_or(first);
            let document = &self.sources[note.source.0 as usize].document;
            let calls: Vec<_> = document
                .passages()
                .iter()
                .flat_map(|p| &p.calls)
                .filter(|c| numbers.contains(&c.number))
                .collect();
            let covered = calls.iter().any(|call| {
                evidence.iter().any(|e| {
                    e.source == note.source && e.start <= call.range.start && call.range.end <= e.end
                })
            });
            if !calls.is_empty() && !covered {
                let what = (
                    format!("{} est citée sans la phrase qui l’appelle", note.at),
                    format!("{} is cited without the sentence that calls it", note.at),
                );
                let mend = (
                    format!("ajoutez une citation de la phrase jusqu’à l’appel {label} compris"),
                    format!("add a citation that quotes the sentence up to and including the call {label}"),
                );
                reporter.on(file, place, record, what, mend);
            }
        }
    }
}

/// The nearest word, as a question.
pub(super) fn meant(near: &str) -> Told {
    (format!("vouliez-vous dire «{near}»?"), format!("did you mean «{near}»?")).into()
}

/// The piece of `words` that equals `quote` once both are folded.
fn unfolded<'a>(words: &'a str, quote: &str) -> Option<&'a str> {
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (haystack, needle) = (fold(words), fold(&squeeze(quote)));
    let at = haystack.text.find(&needle.text)?;
    Some(&words[haystack.origin(at)..haystack.origin(at + needle.text.len())])
}

/// The longest start of `quote` that stands in `words`.
fn common_start<'a>(words: &str, quote: &'a str) -> &'a str {
    let ends: Vec<usize> = quote.char_indices().map(|(i, c)| i + c.len_utf8()).collect();
    let cut = ends.partition_point(|&end| words.contains(&quote[..end]));
    if cut == 0 { "" } else { &quote[..ends[cut - 1]] }
}

fn tail(text: &str, most: usize) -> String {
    let count = text.chars().count();
    let cut: String = text.chars().skip(count.saturating_sub(most)).collect();
    if count > most { format!("…{cut}") } else { cut }
}
