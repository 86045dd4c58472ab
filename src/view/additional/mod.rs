//! The additional sources on the wire and in words.

mod calibration;
mod records;

use schemars::JsonSchema;
use serde::Serialize;

use calibration::command;
pub use calibration::{CalibrationView, UnitCheckView, calibration_view};
pub use records::{ChangeRecordView, CheckView, FactView, OpenView, RemarkView, SourceView};

use super::cells::Named;
use super::names::Label;
use super::network::{DatasetView, DatesView, dataset_view, dates_view};
use super::words::{self, say};
use crate::dataset::{AdditionalEvidence, AdditionalFact, AdditionalSource, Dataset, Tie, Word};
use crate::explorer::Explorer;

/// The whole layer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AdditionalView {
    /// The external check.
    pub calibration: Option<CalibrationView>,
    /// Texts.
    pub sources: Vec<SourceView>,
    /// Checks.
    pub checks: Vec<CheckView>,
    /// Later states.
    pub changes: Vec<ChangeRecordView>,
    /// What stays open.
    pub open: Vec<OpenView>,
    /// Digest of the layer.
    pub digest: String,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

fn source(source: &AdditionalSource) -> SourceView {
    SourceView {
        id: source.id.clone(),
        title: source.title.clone(),
        publisher: (&source.publisher).into(),
        date: source.date.to_string(),
        language: source.language.clone(),
        kind: source.kind.word(),
        certainty: source.certainty.word(),
        read: (&source.read).into(),
        checked: source.checked.to_string(),
        not_checked: source.not_checked.as_ref().map(Label::from),
        address: source.address.clone(),
    }
}

/// The texts that speak on the explorer's dates, in the order of the file.
pub(super) fn sources_in_force(explorer: &Explorer) -> Vec<SourceView> {
    let layer = &explorer.dataset.additional;
    let speaks =
        |i: usize| explorer.dataset.ties.iter().any(|t| t.additional.iter().any(|remark| remark.source == i));
    layer.sources.iter().enumerate().filter(|(i, _)| speaks(*i)).map(|(_, s)| source(s)).collect()
}

/// What additional sources say of a tie.
pub(super) fn remarks(dataset: &Dataset, tie: &Tie) -> Vec<RemarkView> {
    let view = |remark: &AdditionalEvidence| RemarkView {
        source: source(&dataset.additional.sources[remark.source]),
        record: remark.record.clone(),
        state: remark.state.word(),
        at: (&remark.at).into(),
        statement: (&remark.statement).into(),
        short_quote: remark.short_quote.clone(),
    };
    tie.additional.iter().map(view).collect()
}

/// For a tie that the day makes uncertain: where an additional source says what became of it, published by `known`.
pub(super) fn pointer(explorer: &Explorer, tie: &str) -> Option<Label> {
    let layer = &explorer.dataset.additional;
    let changes = layer.changes_of(tie, explorer.dates.known);
    let last = changes.last()?;
    let (id, state) = (&layer.sources[last.source].id, words::state(last.state));
    let when = words::moment(&last.from.to_string());
    Some(say(
        format!("voir la source additionnelle {id} ({}: {}; non vérifiée par la machine)", when.fr, state.fr),
        format!("see additional source {id} ({}: {}; not machine-checked)", when.en, state.en),
    ))
}

/// The whole layer on the explorer's dates.
pub fn additional_view(explorer: &Explorer) -> AdditionalView {
    let dataset = &*explorer.documents;
    let layer = &dataset.additional;
    let (as_of, known) = (explorer.dates.as_of, explorer.dates.known);
    let fact = |f: &AdditionalFact| FactView {
        state: f.state.word(),
        areas: f.areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()).collect(),
        legs: f.legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()).collect(),
        domains: f.domains.iter().map(|d| dataset.domains[d.0 as usize].id.clone()).collect(),
        at: (&f.at).into(),
        statement: (&f.statement).into(),
        short_quote: f.short_quote.clone(),
    };
    let on = dataset.with_additional(as_of, known);
    AdditionalView {
        calibration: calibration_view(explorer),
        sources: layer.sources.iter().map(source).collect(),
        checks: layer
            .checks
            .iter()
            .map(|c| CheckView {
                id: c.id.clone(),
                unit: Named { id: dataset.actor(c.unit).id.clone(), names: words::actor(dataset, c.unit) },
                instrument: c.instrument.clone(),
                source: c.source.map(|s| layer.sources[s].id.clone()),
                searched: c.searched.as_ref().map(Label::from),
                in_force: c.source.is_some_and(|s| layer.sources[s].is_out(as_of.min(known))),
                facts: c.facts.iter().map(fact).collect(),
            })
            .collect(),
        changes: layer
            .changes
            .iter()
            .map(|c| {
                let own = dataset.tie_id(&c.tie).map(|t| &dataset.tie(t).name);
                let name = own.or(c.added.as_ref().map(|t| &t.name));
                ChangeRecordView {
                    id: c.id.clone(),
                    tie: c.tie.clone(),
                    names: name.map(Label::from).unwrap_or_default(),
                    added: own.is_none(),
                    state: c.state.word(),
                    from: c.from.to_string(),
                    source: layer.sources[c.source].id.clone(),
                    in_force: on.ties.iter().any(|t| t.additional.iter().any(|a| a.record == c.id)),
                    at: (&c.at).into(),
                    statement: (&c.statement).into(),
                    short_quote: c.short_quote.clone(),
                }
            })
            .collect(),
        open: layer
            .open
            .iter()
            .map(|o| OpenView { id: o.id.clone(), tie: o.tie.clone(), statement: (&o.statement).into() })
            .collect(),
        digest: layer.digest.clone(),
        command: command(explorer),
        dataset: dataset_view(dataset),
        dates: DatesView { additional: None, ..dates_view(explorer) },
    }
}
