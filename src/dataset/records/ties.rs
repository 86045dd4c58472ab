//! What a tie is: a record with its participants and its evidence.

use super::{ActorId, AreaId, Dataset, DomainId, LegId, ListId, Name, SourceId};
use crate::dataset::additional::AdditionalEvidence;
use crate::dataset::moment::{Date, Period};
use crate::dataset::vocabulary::{Address, Closure, Kind, Level, Place, Polarity, State};

/// A quotation that was found letter for letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Document.
    pub source: SourceId,
    /// Locator of the passage.
    pub at: String,
    /// First byte in the document.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// The actors that the words name.
    pub names: Vec<ActorId>,
    /// The attributes of its tie that rest on these words ([`Tie::attributes`]); one that no citation claims rests on all.
    pub supports: Vec<String>,
}

/// A participant of a tie beside the EU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// State, as coded from the source.
    pub state: State,
    /// Areas of this participant's part.
    pub areas: Vec<AreaId>,
    /// Legs of this participant's part.
    pub legs: Vec<LegId>,
    /// Domains that follow by the crosswalk, ascending.
    pub domains: Vec<DomainId>,
    /// Where an action names it.
    pub places: Vec<Place>,
    /// Indices into the tie's evidence that speak of this participant.
    pub evidence: Vec<u16>,
    /// Decision and reason.
    pub note: Option<Name>,
}

/// The cells of an annex row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionCells {
    /// «Objectif».
    pub title: String,
    /// «Description».
    pub description: String,
    /// «Pays ou région(s) partenaire(s)».
    pub partners: String,
    /// «Calendrier indicatif».
    pub calendar: String,
}

/// A tie: a record with its participants and its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: Kind,
    /// Names.
    pub name: Name,
    /// State, as coded from the source.
    pub state: State,
    /// Polarity.
    pub polarity: Polarity,
    /// When.
    pub period: Period,
    /// The day of the first document that states it; `None` of what no document states.
    pub stated: Option<Date>,
    /// Areas.
    pub areas: Vec<AreaId>,
    /// Legs.
    pub legs: Vec<LegId>,
    /// Domains that follow by the crosswalk, ascending.
    pub domains: Vec<DomainId>,
    /// Whether the EU is a party.
    pub with_hub: bool,
    /// Participants beside the EU.
    pub participants: Vec<Participant>,
    /// The level at which they sit with each other, if they do.
    pub meeting: Option<Level>,
    /// EU programmes involved.
    pub programmes: Vec<ActorId>,
    /// The list of the source in which it stands.
    pub list: Option<ListId>,
    /// Row of the annex.
    pub row: Option<u8>,
    /// Number of the example.
    pub example: Option<u8>,
    /// The cells of an annex row.
    pub cells: Option<ActionCells>,
    /// The instrument kind that an action amounts to.
    pub carries: Option<Kind>,
    /// Whom an action addresses without naming a partner.
    pub address: Option<Address>,
    /// Ids of ties that state the same fact.
    pub same_as: Vec<String>,
    /// Whether the source's calendar contradicts its state.
    pub date_conflict: bool,
    /// The state that a reader could give it instead, for the reason in its note.
    pub disputed: Option<State>,
    /// A scenario added it or changed it: an assumption, which its name says, and never a fact.
    pub assumed: bool,
    /// All evidence.
    pub evidence: Vec<Evidence>,
    /// What additional sources say of it, not machine-checked; empty unless they are switched on.
    pub additional: Vec<AdditionalEvidence>,
    /// Decision and reason.
    pub note: Option<Name>,
}

impl Tie {
    /// Whether only additional sources state it.
    pub fn is_additional(&self) -> bool {
        self.evidence.is_empty() && !self.additional.is_empty()
    }

    /// Whether it counts by `known`: some evidence was published by then, additional sources published by then state it, or
    /// a scenario assumes it.
    pub fn is_known(&self, dataset: &Dataset, known: Date) -> bool {
        self.assumed
            || self.is_additional()
            || self.evidence.iter().any(|e| dataset.source(e.source).date <= known)
    }

    /// The participant record of an actor.
    pub fn participant(&self, actor: ActorId) -> Option<&Participant> {
        self.participants.iter().find(|p| p.actor == actor)
    }

    /// Whether the tie is an annex row or an example.
    pub fn is_action(&self) -> bool {
        self.kind == Kind::Action
    }

    /// The kinds of instrument it stands for: its own, or what an action amounts to.
    pub fn instrument_kind(&self) -> Option<Kind> {
        if self.is_action() { self.carries } else { Some(self.kind) }
    }
}

/// A list of the source.
#[derive(Debug, Clone)]
pub struct List {
    /// Id.
    pub id: String,
    /// Kind that it lists.
    pub kind: Kind,
    /// Closure.
    pub closure: Closure,
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// Why this closure.
    pub reason: String,
}
