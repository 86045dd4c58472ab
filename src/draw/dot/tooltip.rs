//! What a reader is told who points at something: its name, its state and the sentence that states it.

use std::collections::BTreeMap;

use crate::view::{DatasetView, EvidenceView, Lang, NetworkView, NodeView, PartyView, TieView};

use super::super::words::state;
use super::words;

/// The first quotation that speaks of each actor.
pub(super) fn first_quotations(view: &NetworkView) -> BTreeMap<&str, &EvidenceView> {
    let mut out = BTreeMap::new();
    for tie in view.ties.iter().filter(|t| t.names_its_parties()) {
        for part in &tie.parties {
            if let Some(evidence) = own(tie, part) {
                out.entry(part.id.as_str()).or_insert(evidence);
            }
        }
    }
    out
}

fn own<'a>(tie: &'a TieView, part: &PartyView) -> Option<&'a EvidenceView> {
    tie.evidence.get(usize::from(*part.evidence.first()?))
}

/// A tie, or an actor's part in it, with its first quotation.
pub(super) fn tie(view: &NetworkView, tie: &TieView, part: Option<&PartyView>, lang: Lang) -> String {
    let standing = state(lang, part.map_or(tie.state, |p| p.state));
    let mut out = format!("{} ({}; {standing})", tie.names.get(lang), tie.kind);
    if let Some(evidence) = part.and_then(|p| own(tie, p)).or(tie.evidence.first()) {
        out.push('\n');
        out.push_str(&quoted(&view.dataset, evidence));
    }
    out
}

/// An actor, what must be said of it, and the first quotation that speaks of it.
pub(super) fn actor(
    view: &NetworkView,
    actor: &NodeView,
    quotation_of: Option<&EvidenceView>,
    lang: Lang,
) -> String {
    let mut out = format!("{} ({})", actor.names.get(lang), words::kind(lang, actor.kind));
    let note = actor.note.as_ref().map(|n| n.get(lang).to_owned());
    for line in quotation_of.map(|e| quoted(&view.dataset, e)).into_iter().chain(note) {
        out.push('\n');
        out.push_str(&line);
    }
    out
}

/// A member reached through its group: what leads there.
pub(super) fn reach(ties: &[&TieView], lang: Lang) -> String {
    let line = |tie: &&TieView| match (tie.class, &tie.source) {
        ("structural", Some(source)) => format!("{} ({source})", tie.names.get(lang)),
        ("structural", None) => tie.names.get(lang).to_owned(),
        _ => format!("{} ({}; {})", tie.names.get(lang), tie.kind, state(lang, tie.state)),
    };
    ties.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A quotation with its place.
pub(super) fn quoted(dataset: &DatasetView, evidence: &EvidenceView) -> String {
    let document = dataset.documents.iter().find(|d| d.id == evidence.document);
    let reference = document.map_or(evidence.document.as_str(), |d| d.reference.as_str());
    format!("«{}» ({reference}, {})", evidence.quote, evidence.at)
}
