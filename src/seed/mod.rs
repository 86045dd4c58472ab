//! The seed files as written, with the place of every value; the only reader of files besides the documents' own.
//!
//! Broken seeds are data: what can be read is read, and every fault is reported with its place.

mod additional;
mod fault;
mod files;
mod read;
mod record;
mod scenario;
mod scenario_text;
mod schema;
mod toml_words;

pub use additional::{AdditionalSourceRecord, CheckRecord, FactRecord, OpenRecord, StateChangeRecord};
pub use fault::{Fault, Told};
pub use files::{ADDITIONAL, DOCUMENTS, FilesError, SeedFiles, french_reason};
pub use read::{Seeds, read};
pub use record::{
    ActionRecord, ActorRecord, AreaRecord, CardRecord, ChangeRecord, CitationRecord, CountryRecord,
    CrosswalkRecord, DirectionRecord, DomainRecord, InstrumentRecord, KindRecord, LegRecord, ListRecord,
    MembershipRecord, Names, ParticipantRecord, ScopeRecord, TermRecord, Text,
};
pub use scenario::{COMMAND_LINE, EditRecord, ScenarioRecord, scenario_from_toml, scenario_from_words};
pub use scenario_text::scenario_toml;
pub use schema::file_schemas;
