//! The additional sources: what other public texts say of the units and of later states. Their documents are not in the
//! dataset, so nothing of this is machine-checked; it is off unless asked for, and marked wherever it appears.

mod apply;
mod build;
mod change;
mod check;

use super::moment::{Date, Moment};
use super::records::{ActorId, AreaId, DomainId, LegId, Name, Tie};
use super::vocabulary::State;
use super::word::Word;

/// What sort of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextKind {
    /// A joint statement of both sides.
    JointStatement,
    /// An official press release or news page of one side.
    PressRelease,
    /// An official outcome of a council or summit.
    CouncilOutcome,
    /// The text of an agreement.
    Agreement,
    /// A register or data collection.
    Registry,
    /// Somebody else's report.
    Press,
}

impl Word for TextKind {
    const WHAT: &'static str = "kind of text";
    const ALL: &'static [Self] = &[
        TextKind::JointStatement,
        TextKind::PressRelease,
        TextKind::CouncilOutcome,
        TextKind::Agreement,
        TextKind::Registry,
        TextKind::Press,
    ];
    fn word(self) -> &'static str {
        match self {
            TextKind::JointStatement => "joint-statement",
            TextKind::PressRelease => "press-release",
            TextKind::CouncilOutcome => "council-outcome",
            TextKind::Agreement => "agreement",
            TextKind::Registry => "registry",
            TextKind::Press => "press",
        }
    }
}

/// How surely the text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The official text itself was read.
    High,
    /// A republication of it, or a report, was read.
    Medium,
}

impl Word for Certainty {
    const WHAT: &'static str = "certainty";
    const ALL: &'static [Self] = &[Certainty::High, Certainty::Medium];
    fn word(self) -> &'static str {
        match self {
            Certainty::High => "high",
            Certainty::Medium => "medium",
        }
    }
}

/// A public text outside the dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct AdditionalSource {
    /// Id.
    pub id: String,
    /// Title, in the language of the text.
    pub title: String,
    /// Publisher.
    pub publisher: Name,
    /// When it was published: it counts from the last day of this period on.
    pub date: Moment,
    /// Language.
    pub language: String,
    /// Address.
    pub address: Option<String>,
    /// Sort of text.
    pub kind: TextKind,
    /// Certainty.
    pub certainty: Certainty,
    /// How it was read.
    pub read: Name,
    /// When it was read.
    pub checked: Date,
    /// What was not checked.
    pub not_checked: Option<Name>,
}

impl AdditionalSource {
    /// Whether it was certainly published by a day.
    pub fn is_out(&self, day: Date) -> bool {
        is_over(&self.date, day)
    }
}

/// One statement of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct AdditionalFact {
    /// Active or proposed.
    pub state: State,
    /// Areas.
    pub areas: Vec<AreaId>,
    /// Legs.
    pub legs: Vec<LegId>,
    /// Domains: those of the areas and legs by the crosswalk, and those written; ascending.
    pub domains: Vec<DomainId>,
    /// Place in the text.
    pub at: Name,
    /// In our words.
    pub statement: Name,
    /// A few of its words.
    pub short_quote: Option<String>,
}

/// What one text says of one unit's own instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Id.
    pub id: String,
    /// The unit.
    pub unit: ActorId,
    /// Id of its instrument.
    pub instrument: String,
    /// Index of the text in [`Additional::sources`]; none when none was found.
    pub source: Option<usize>,
    /// What was searched, when none was found.
    pub searched: Option<Name>,
    /// Statements.
    pub facts: Vec<AdditionalFact>,
}

/// A later state of a tie, or a tie that the documents do not have.
#[derive(Debug, Clone, PartialEq)]
pub struct StateChange {
    /// Id of the record.
    pub id: String,
    /// Id of the tie.
    pub tie: String,
    /// The tie, when the documents do not have it.
    pub added: Option<Box<Tie>>,
    /// The state from then on.
    pub state: State,
    /// From when on: it counts from the last day of this period.
    pub from: Moment,
    /// Index of the text.
    pub source: usize,
    /// Place in the text.
    pub at: Name,
    /// In our words.
    pub statement: Name,
    /// A few of its words.
    pub short_quote: Option<String>,
}

/// What was looked for and could not be established.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// Id.
    pub id: String,
    /// The tie it is about.
    pub tie: Option<String>,
    /// In words.
    pub statement: Name,
}

/// What an additional source says of a tie.
#[derive(Debug, Clone, PartialEq)]
pub struct AdditionalEvidence {
    /// Index of the text.
    pub source: usize,
    /// Id of the check or change.
    pub record: String,
    /// The state that it gives.
    pub state: State,
    /// Place in the text.
    pub at: Name,
    /// In our words.
    pub statement: Name,
    /// A few of its words.
    pub short_quote: Option<String>,
}

/// The layer as read; empty for a dataset without it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Additional {
    /// SHA-256 of its file; it has no part in the dataset's own digest.
    pub digest: String,
    /// Texts.
    pub sources: Vec<AdditionalSource>,
    /// Checks of units.
    pub checks: Vec<Check>,
    /// Later states.
    pub changes: Vec<StateChange>,
    /// What stays open.
    pub open: Vec<Open>,
}

impl Additional {
    /// The text against which a unit is checked: the latest that was out by a day.
    pub fn check_of(&self, unit: ActorId, day: Date) -> Option<&Check> {
        let out = self.checks.iter().filter(|c| c.unit == unit);
        out.filter_map(|c| Some((self.sources.get(c.source?)?, c)))
            .filter(|(source, _)| source.is_out(day))
            .max_by_key(|(source, _)| source.date.end)
            .map(|(_, check)| check)
    }

    /// The changes of a tie whose texts were out by `known`, in the order in which they hold.
    pub fn changes_of(&self, tie: &str, known: Date) -> Vec<&StateChange> {
        let mut out: Vec<&StateChange> =
            self.changes.iter().filter(|c| c.tie == tie && self.sources[c.source].is_out(known)).collect();
        out.sort_by_key(|c| c.from.end);
        out
    }
}

/// Whether a period is over on a day, or that day is its last.
fn is_over(moment: &Moment, day: Date) -> bool {
    moment.end.previous_day().is_some_and(|last| last <= day)
}
