//! Instruments, lists of the source, actions and their participants.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CitationRecord, Names, Text};

/// An instrument.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// Kind code.
    #[schemars(with = "String")]
    pub kind: Text,
    /// Names.
    pub names: Names,
    /// Parties beside the EU.
    #[schemars(with = "Vec<String>")]
    pub parties: Vec<Text>,
    /// State as the source words it.
    #[schemars(with = "String")]
    pub state: Text,
    /// The state that a reader could give it instead; the note says why.
    #[schemars(with = "Option<String>")]
    pub disputed: Option<Text>,
    /// First period.
    #[schemars(with = "Option<String>")]
    pub from: Option<Text>,
    /// Last period, inclusive.
    #[schemars(with = "Option<String>")]
    pub until: Option<Text>,
    /// When the source expects the next state.
    #[schemars(with = "Option<String>")]
    pub expected: Option<Text>,
    /// Areas.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub areas: Vec<Text>,
    /// Legs.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub legs: Vec<Text>,
    /// EU programmes involved.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub programmes: Vec<Text>,
    /// Level at which the parties sit with each other.
    #[schemars(with = "Option<String>")]
    pub meeting: Option<Text>,
    /// `concern` when it conveys concerns.
    #[schemars(with = "Option<String>")]
    pub polarity: Option<Text>,
    /// The list of the source in which it stands.
    #[schemars(with = "Option<String>")]
    pub list: Option<Text>,
    /// Whether the EU is no party.
    #[serde(default)]
    pub without_hub: bool,
    /// Records that state the same fact.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub same_as: Vec<Text>,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
    /// Decision and reason, in both languages.
    pub note: Option<Names>,
}

/// A list in the source and whether it is closed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// The kind of instrument that it lists.
    #[schemars(with = "String")]
    pub kind: Text,
    /// `closed`, `open`, `count`, `pointer` or `doubtful`.
    #[schemars(with = "String")]
    pub closure: Text,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
    /// Why this closure.
    pub reason: String,
}

/// An annex row or an example.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionRecord {
    /// Id: `annex-N` or `example-N`.
    #[schemars(with = "String")]
    pub id: Text,
    /// Row of the annex.
    pub row: Option<u8>,
    /// Number of the example.
    pub example: Option<u8>,
    /// Short names.
    pub names: Names,
    /// Title cell, verbatim.
    #[schemars(with = "Option<String>")]
    pub title: Option<Text>,
    /// Partner cell, verbatim.
    #[schemars(with = "Option<String>")]
    pub partners: Option<Text>,
    /// Calendar cell, verbatim.
    #[schemars(with = "Option<String>")]
    pub calendar: Option<Text>,
    /// State.
    #[schemars(with = "String")]
    pub state: Text,
    /// First period.
    #[schemars(with = "Option<String>")]
    pub from: Option<Text>,
    /// Last period, inclusive.
    #[schemars(with = "Option<String>")]
    pub until: Option<Text>,
    /// When the source expects the next state.
    #[schemars(with = "Option<String>")]
    pub expected: Option<Text>,
    /// Areas.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub areas: Vec<Text>,
    /// Legs.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub legs: Vec<Text>,
    /// The instrument kind that the action amounts to.
    #[schemars(with = "Option<String>")]
    pub carries: Option<Text>,
    /// Level at which the participants sit with each other.
    #[schemars(with = "Option<String>")]
    pub meeting: Option<Text>,
    /// `concern` when it conveys concerns.
    #[schemars(with = "Option<String>")]
    pub polarity: Option<Text>,
    /// Whom it addresses when no partner is named.
    #[schemars(with = "Option<String>")]
    pub scope: Option<Text>,
    /// EU programmes involved.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub programmes: Vec<Text>,
    /// Records that state the same fact.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub same_as: Vec<Text>,
    /// Whether the calendar contradicts the state.
    #[serde(default)]
    pub date_conflict: bool,
    /// Evidence of state, dates, areas and legs.
    #[serde(default)]
    pub cite: Vec<CitationRecord>,
    /// Decision and reason, in both languages.
    pub note: Option<Names>,
    /// Participants.
    #[serde(default)]
    pub participant: Vec<ParticipantRecord>,
}

/// A participant of an action.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipantRecord {
    /// Who.
    #[schemars(with = "String")]
    pub actor: Text,
    /// `title`, `description`, `column`, `text`.
    #[serde(rename = "where")]
    #[schemars(with = "Vec<String>")]
    pub places: Vec<Text>,
    /// Own state.
    #[schemars(with = "Option<String>")]
    pub state: Option<Text>,
    /// Own areas.
    #[schemars(with = "Option<Vec<String>>")]
    pub areas: Option<Vec<Text>>,
    /// Own legs.
    #[schemars(with = "Option<Vec<String>>")]
    pub legs: Option<Vec<Text>>,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
    /// Decision and reason, in both languages.
    pub note: Option<Names>,
}
