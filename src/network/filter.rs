//! What of the network is looked at. The same words in the command line, the API and the page's address.

use super::standing::{Dates, is_known, is_undated};
use crate::dataset::{
    ActorId, ActorKind, AreaId, Dataset, DomainId, Kind, Level, Participant, Polarity, State, Tie, Word,
};

/// How a tie is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A quotation names the party.
    Stated,
    /// A grouping expanded to its members.
    Derived,
    /// Membership from a public source outside the documents.
    Structural,
    /// An additional source, outside the documents and not machine-checked, names the party; there only when asked for.
    Additional,
}

impl Word for Class {
    const WHAT: &'static str = "evidence class";
    const ALL: &'static [Self] = &[Class::Stated, Class::Derived, Class::Structural, Class::Additional];
    fn word(self) -> &'static str {
        match self {
            Class::Stated => "stated",
            Class::Derived => "derived",
            Class::Structural => "structural",
            Class::Additional => "additional",
        }
    }
}

/// A selection. An empty list selects everything of its sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Kinds of actor beside the hub.
    pub kinds: Vec<ActorKind>,
    /// Kinds of tie; an action also counts as the kind it amounts to.
    pub instruments: Vec<Kind>,
    /// States on the date.
    pub states: Vec<State>,
    /// Areas.
    pub areas: Vec<AreaId>,
    /// Domains.
    pub domains: Vec<DomainId>,
    /// Evidence classes; empty means stated alone.
    pub classes: Vec<Class>,
    /// Take the EU out.
    pub without_eu: bool,
    /// Split the hub into its Member States.
    pub split_eu: bool,
    /// From which link level on partners count as meeting.
    pub level: Level,
    /// Only what lies around this actor.
    pub focus: Option<ActorId>,
    /// How many ties away from it; 1 is its own ties.
    pub depth: u8,
}

impl Default for Filter {
    fn default() -> Filter {
        Filter {
            kinds: Vec::new(),
            instruments: Vec::new(),
            states: Vec::new(),
            areas: Vec::new(),
            domains: Vec::new(),
            classes: Vec::new(),
            without_eu: false,
            split_eu: false,
            level: Level::Agenda,
            focus: None,
            depth: 1,
        }
    }
}

impl Filter {
    /// Whether a class is looked at.
    pub fn has_class(&self, class: Class) -> bool {
        if self.classes.is_empty() {
            matches!(class, Class::Stated | Class::Additional)
        } else {
            self.classes.contains(&class)
        }
    }

    /// Whether a tie of this standing is looked at.
    pub fn admits_tie(&self, tie: &Tie, state: State) -> bool {
        (self.instruments.is_empty()
            || self.instruments.contains(&tie.kind)
            || tie.instrument_kind().is_some_and(|k| self.instruments.contains(&k)))
            && (self.areas.is_empty() || tie.areas.iter().any(|a| self.areas.contains(a)))
            && (self.domains.is_empty() || tie.domains.iter().any(|d| self.domains.contains(d)))
            && (self.states.is_empty() || self.states.contains(&state))
    }

    /// Whether an actor is looked at.
    pub fn admits_actor(&self, dataset: &Dataset, actor: ActorId) -> bool {
        match dataset.actor(actor).kind {
            ActorKind::Hub => !self.without_eu && !self.split_eu && !dataset.hubless,
            ActorKind::MemberState => self.split_eu && !self.without_eu,
            kind => self.kinds.is_empty() || self.kinds.contains(&kind),
        }
    }

    /// Whether a participant's part in a tie is looked at.
    pub fn admits_part(&self, part: &Participant, state: State) -> bool {
        (self.states.is_empty() || self.states.contains(&state))
            && (self.areas.is_empty() || part.areas.iter().any(|a| self.areas.contains(a)))
            && (self.domains.is_empty() || part.domains.iter().any(|d| self.domains.contains(d)))
    }
}

/// Whether a tie known by then is cooperation: a concern is never an asset.
pub(super) fn is_asset(dataset: &Dataset, dates: Dates, tie: &Tie) -> bool {
    tie.polarity == Polarity::Cooperative && is_known(dataset, tie, dates.known)
}

/// The state by which a filter chooses what runs: what is undated is chosen as such.
pub(super) fn seen(dates: Dates, tie: &Tie) -> State {
    if is_undated(tie, dates.as_of) { State::Unknown } else { State::Active }
}

/// The parties of a cooperative tie whose own part in it runs on the day and is looked at. A row can run while a
/// participant's part in it is only signed or planned: signed is not in force. What is undated is chosen as such, and runs
/// as the text states it.
pub(super) fn running<'a>(
    dataset: &Dataset,
    dates: Dates,
    filter: &Filter,
    tie: &'a Tie,
) -> impl Iterator<Item = &'a Participant> {
    let seen = seen(dates, tie);
    let asset = is_asset(dataset, dates, tie) && filter.admits_tie(tie, seen);
    tie.participants.iter().filter(move |part| {
        asset
            && tie.standing(part.state, dates.as_of).state == State::Active
            && filter.admits_part(part, seen)
    })
}
