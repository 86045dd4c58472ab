//! The structs of a difference between two readings.

use schemars::JsonSchema;
use serde::Serialize;

use crate::view::names::Label;
use crate::view::network::{DatasetView, DatesView, EvidenceView};

/// One of the two readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideView {
    /// What it is called.
    pub label: Label,
    /// Dates.
    pub dates: DatesView,
    /// Version of the dataset.
    pub version: String,
    /// Digest of the dataset.
    pub digest: String,
}

/// An edit of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssumptionView {
    /// As words of the command line.
    pub words: String,
    /// Its sentence, with why it changes nothing where it does not.
    pub text: Label,
    /// Why it changes nothing, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idle: Option<Label>,
    /// The assumption with what it lacks to change something, as words of the command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// Remark of the scenario's author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A tie that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieChangeView {
    /// Id.
    pub id: String,
    /// Whether a scenario put it there or changed it.
    pub assumed: bool,
    /// State before.
    pub before: Option<&'static str>,
    /// State after.
    pub after: Option<&'static str>,
    /// The sentence.
    pub text: Label,
    /// The quotations that it rests on; none for an assumption.
    pub evidence: Vec<EvidenceView>,
}

/// A count on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TallyView {
    /// What it counts.
    pub id: &'static str,
    /// In words.
    pub label: Label,
    /// Before: number and denominator.
    pub before: [usize; 2],
    /// After: number and denominator.
    pub after: [usize; 2],
}

/// A gap that opened, closed or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeLine {
    /// The list it stands in.
    pub list: &'static str,
    /// Actors.
    pub actors: Vec<String>,
    /// Domain, area or leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The sentence.
    pub text: Label,
    /// Ties of both sides.
    pub ties: Vec<String>,
    /// Whether an assumption is among them.
    pub assumed: bool,
    /// Their quotations.
    pub evidence: Vec<EvidenceView>,
}

/// The change of a direction on one perimeter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PerimeterChangeView {
    /// frozen or live.
    pub id: &'static str,
    /// What it means.
    pub label: Label,
    /// The change in one sentence.
    pub headline: Label,
    /// Counts before and after.
    pub counts: Vec<TallyView>,
    /// Gaps that opened.
    pub opened: Vec<ChangeLine>,
    /// Gaps that closed.
    pub closed: Vec<ChangeLine>,
    /// Values that changed.
    pub changed: Vec<ChangeLine>,
}

/// The change of a direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalChangeView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// Verbs.
    pub names: Label,
    /// On the perimeter of the baseline, then on the one that results.
    pub perimeters: Vec<PerimeterChangeView>,
}

/// An actor that moves by a measure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ShiftView {
    /// Measure id.
    pub measure: &'static str,
    /// Actor.
    pub actor: String,
    /// Names.
    pub names: Label,
    /// Rank before and after; none for the hub, where undefined, and outside the graph.
    pub ranks: [Option<usize>; 2],
    /// Value before and after.
    pub values: [Option<f64>; 2],
}

/// The moves on one graph.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MeasureChangeView {
    /// with-eu or without-eu.
    pub graph: &'static str,
    /// In words.
    pub label: Label,
    /// How many actors move by at least one measure.
    pub actors: usize,
    /// Everyone who moves.
    pub shifts: Vec<ShiftView>,
}

/// What differs between two readings.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChangeView {
    /// Title.
    pub title: Label,
    /// The reading compared from.
    pub before: SideView,
    /// The reading compared to.
    pub after: SideView,
    /// The assumptions, for a scenario.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionView>,
    /// Ties that differ.
    pub ties: Vec<TieChangeView>,
    /// The four directions.
    pub goals: Vec<GoalChangeView>,
    /// The measures on the actor graph.
    pub measures: Vec<MeasureChangeView>,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset of the reading compared from.
    pub dataset: DatasetView,
    /// The documents of both readings, for the references of quotations.
    #[serde(skip)]
    pub cited: DatasetView,
    /// Its dates.
    pub dates: DatesView,
}

impl ChangeView {
    /// Its dates with all that either reading assumes.
    pub fn assumed(&self) -> DatesView {
        let mut dates = self.dates.clone();
        for assumption in self.assumptions.iter().chain(&self.after.dates.assumptions) {
            if !dates.assumptions.iter().any(|a| a.words == assumption.words) {
                dates.assumptions.push(assumption.clone());
            }
        }
        dates
    }
}
