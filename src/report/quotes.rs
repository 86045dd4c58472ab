//! Quotations collected under numbers.

use super::markdown::quotation;
use crate::view::{DatasetView, EvidenceView, Lang};

/// Quotations in the order in which they are first cited, each once.
#[derive(Default)]
pub(super) struct Quotes {
    list: Vec<EvidenceView>,
}

impl Quotes {
    /// The numbers of these quotations, from 1, ascending.
    pub(super) fn numbers(&mut self, evidence: &[EvidenceView]) -> Vec<usize> {
        let mut numbers: Vec<usize> = evidence
            .iter()
            .map(|e| {
                let at = self.list.iter().position(|l| l == e).unwrap_or_else(|| {
                    self.list.push(e.clone());
                    self.list.len() - 1
                });
                at + 1
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers in Markdown, ` [1, 3]`; empty for none.
    pub(super) fn cite(&mut self, evidence: &[EvidenceView]) -> String {
        let numbers = self.numbers(evidence);
        if numbers.is_empty() {
            return String::new();
        }
        format!(" [{}]", numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
    }

    /// The quotations with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &EvidenceView)> {
        self.list.iter().enumerate().map(|(i, e)| (i + 1, e))
    }

    /// The list of quotations under their numbers in Markdown.
    pub(super) fn list(&self, dataset: &DatasetView, lang: Lang) -> String {
        let mut out = String::new();
        for (number, evidence) in self.numbered() {
            out += &format!("- [{number}] {}\n", quotation(dataset, evidence, lang));
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}
