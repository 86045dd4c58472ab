//! The validated dataset: every record cross-referenced, every quotation found in its passage, every fault at once.

mod account;
mod actions;
mod actors;
mod additional;
mod alias;
mod build;
mod citations;
mod instruments;
mod known;
mod moment;
mod records;
mod scenario;
mod sources;
mod supports;
mod taxonomy;
mod ties;
mod values;
mod vocabulary;
mod word;

pub use account::{Account, Mention};
pub use additional::{
    Additional, AdditionalEvidence, AdditionalFact, AdditionalSource, Certainty, Check, Open, StateChange,
    TextKind,
};
pub use build::{Built, build};
pub use moment::{BadMoment, Date, Moment, Period, Precision, parse_date};
pub use records::{
    ActionCells, Actor, ActorId, ActorKind, Area, AreaId, Crosswalk, CrosswalkFrom, Dataset, Direction,
    Domain, DomainId, Evidence, KindInfo, Leg, LegId, List, ListId, Membership, MembershipSpan, Name,
    Participant, Source, SourceId, Tie, TieId,
};
pub use scenario::{Edit, Scenario, extended};
pub use vocabulary::{Address, Bindingness, Closure, Kind, Level, Place, Polarity, State, Status, Stratum};
pub use word::{NoWord, Word, nearest, parse_word};
