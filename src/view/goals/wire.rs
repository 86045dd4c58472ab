//! A direction on the wire: its counts, lists and matrices, and each of them alone.

use schemars::JsonSchema;
use serde::Serialize;

use super::HoldsView;
use crate::explorer::NotFound;
use crate::view::additional::CalibrationView;
use crate::view::cells::MatrixView;
use crate::view::names::Label;
use crate::view::network::{DatasetView, DatesView, EvidenceView};
use crate::view::part::{command_of, find_part};

/// A number with its denominator and the command that prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountView {
    /// What it counts.
    pub id: &'static str,
    /// In words.
    pub label: Label,
    /// The number.
    pub n: usize,
    /// Out of.
    pub of: usize,
    /// The smallest and the largest number under the alternative codings that keep the denominator; none where they do not bear on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[usize; 2]>,
}

/// One line of a list, with everything it rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineView {
    /// The word by which it is called within its direction: `silent.JPN.D7`; empty in other views.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The actors it is about.
    pub actors: Vec<String>,
    /// The domain, area or kind it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Its value in the vocabulary of the list: a cell value, a severity, a level, a front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Further tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The criteria, for candidates: [x1, x2, x3].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<[usize; 3]>,
    /// The rank over all weightings of the criteria, for candidates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranks: Option<RangeView>,
    /// The sentence.
    pub text: Label,
    /// The ties it rests on.
    pub ties: Vec<String>,
    /// The quotations it rests on.
    pub evidence: Vec<EvidenceView>,
    /// What it names of others beside what it rests on: an action that could be extended, or is planned elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<BesideView>,
    /// What other public texts tell of it since, where they tell something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Label>,
    /// How far it holds; none for what is no finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<HoldsView>,
}

/// A tie of others that a line names, with its quotations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BesideView {
    /// Its id.
    pub id: String,
    /// Its names.
    pub names: Label,
    /// Its quotations: the line does not rest on them.
    pub evidence: Vec<EvidenceView>,
}

/// Where a candidate comes under all weightings k/24 of the criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RangeView {
    /// Best rank.
    pub best: usize,
    /// Median rank.
    pub median: usize,
    /// Worst rank.
    pub worst: usize,
    /// Weightings under which it is first.
    pub first: usize,
    /// Weightings under which it is among the first five.
    pub top: usize,
    /// Number of weightings.
    pub weightings: usize,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionView {
    /// Id.
    pub id: &'static str,
    /// Title.
    pub title: Label,
    /// What the list means and leaves out.
    pub note: Label,
    /// Lines.
    pub lines: Vec<LineView>,
}

/// What other public texts tell of an actor since: not machine-checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ToldOfView {
    /// The actor.
    pub actor: String,
    /// The state that they tell, as of ties.
    pub state: &'static str,
    /// The state in words, with its day.
    pub text: Label,
}

/// A direction answered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GoalView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// Verbs.
    pub names: Label,
    /// The question.
    pub question: Label,
    /// The sentence of the strategy.
    pub evidence: Vec<EvidenceView>,
    /// The answer in one sentence; on a day before the documents, after one that says in which texts it is read, and before one that says
    /// what other public texts tell since.
    pub headline: Label,
    /// The answer alone.
    pub answer: Label,
    /// Of whom other public texts tell, since, what the answer says to be missing; in no count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<ToldOfView>,
    /// The numbers of the headline and around it.
    pub counts: Vec<CountView>,
    /// The lists.
    pub sections: Vec<SectionView>,
    /// The matrices.
    pub matrices: Vec<MatrixView>,
    /// What one official text per unit says of the same cells: how far the corpus falls short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calibration: Option<CalibrationView>,
    /// What the reader must not conclude.
    pub limits: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

impl GoalView {
    /// What its parts are called: the counts together, each count, each list, each matrix, the headline and the limits.
    pub fn parts(&self) -> Vec<&'static str> {
        part_names(&self.counts, &self.sections, &self.matrices)
    }

    /// The verb of its command.
    pub fn verb(&self) -> String {
        format!("gaps {}", self.goal)
    }

    /// The command that recomputes a part of it alone.
    pub fn command_of(&self, part: &str) -> String {
        command_of(&self.command, &self.verb(), part).unwrap_or_else(|| self.command.clone())
    }

    /// Keeps one part alone: the headline, all counts, or one count, list or matrix, or the limits.
    ///
    /// # Errors
    /// When it has no such part, with the nearest.
    pub fn only(&mut self, part: &str) -> Result<(), NotFound> {
        let id = find_part(&self.parts(), part, "part of this direction")?;
        self.command = self.command_of(id);
        keep(id, &mut self.counts, &mut self.sections, &mut self.matrices, &mut self.limits);
        if id != "headline" {
            (self.headline, self.answer) = (Label::default(), Label::default());
            self.told.clear();
        }
        self.evidence.clear();
        self.calibration = None;
        Ok(())
    }
}

/// What the parts of a report of counts, lists and matrices are called.
pub(in crate::view) fn part_names(
    counts: &[CountView],
    sections: &[SectionView],
    matrices: &[MatrixView],
) -> Vec<&'static str> {
    let lists = sections.iter().map(|s| s.id);
    let own = counts.iter().map(|c| c.id).chain(lists).chain(matrices.iter().map(|m| m.id));
    ["headline", "counts"].into_iter().chain(own).chain(["limits"]).collect()
}

/// Leaves of counts, lists, matrices and limits what a part is.
pub(in crate::view) fn keep(
    part: &str,
    counts: &mut Vec<CountView>,
    sections: &mut Vec<SectionView>,
    matrices: &mut Vec<MatrixView>,
    limits: &mut Vec<Label>,
) {
    counts.retain(|c| part == "counts" || c.id == part);
    sections.retain(|s| s.id == part);
    matrices.retain(|m| m.id == part);
    if part != "limits" {
        limits.clear();
    }
}
