//! The records as written. No rule about meaning lives here; `seeds/README.md` describes each field.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A string with its place in the file.
pub type Text = Spanned<String>;

/// A name in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// A quotation and where it stands.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitationRecord {
    /// Document id; the joint communication when left out.
    #[schemars(with = "Option<String>")]
    pub document: Option<Text>,
    /// Locator of the passage.
    #[schemars(with = "String")]
    pub at: Text,
    /// The words, letter for letter.
    #[schemars(with = "String")]
    pub quote: Text,
    /// What of a tie rests on this citation: an area, a leg, a programme, `state`, `calendar` or `meeting`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub supports: Vec<Text>,
}

/// The card of a document, `documents/ID.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardRecord {
    /// Title.
    pub title: Names,
    /// Official reference.
    pub reference: String,
    /// Date of publication, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub date: Text,
    /// Who published it.
    pub publisher: Names,
    /// Language of the text (BCP 47).
    pub language: String,
    /// SHA-256 of the text, lower-case hexadecimal.
    #[schemars(with = "String")]
    pub sha256: Text,
    /// Reuse notice.
    pub reuse: Names,
    /// Layout: `joint-communication` or `council-conclusions`.
    #[schemars(with = "String")]
    pub form: Text,
    /// Labels of the endnote lines in their order.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Public address of the original.
    pub address: Option<String>,
}

/// An actor other than a country.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActorRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// `hub`, `grouping`, `forum` or `programme`.
    #[schemars(with = "String")]
    pub kind: Text,
    /// Names.
    pub names: Names,
    /// Other surface forms in the documents.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub aliases: Vec<Text>,
    /// Link level of a forum: `working`, `agenda` or `universal`.
    #[schemars(with = "Option<String>")]
    pub level: Option<Text>,
    /// The forum or programme of which this is a part.
    #[schemars(with = "Option<String>")]
    pub part_of: Option<Text>,
    /// Status of the EU in it (code of the reference lists).
    #[schemars(with = "Option<String>")]
    pub hub_status: Option<Text>,
    /// Where the documents describe it without a tie: its card.
    #[serde(default)]
    pub cite: Vec<CitationRecord>,
    /// What a reader must know of it.
    pub note: Option<Names>,
}

/// A country, territory or economy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountryRecord {
    /// ISO 3166-1 alpha-3 (XKX for Kosovo*).
    #[schemars(with = "String")]
    pub id: Text,
    /// ISO 3166-1 alpha-2; a country of an imported network may lack it.
    pub alpha2: Option<String>,
    /// Names.
    pub names: Names,
    /// Other surface forms in the documents, adjectives included.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub aliases: Vec<Text>,
    /// Region (UN M49).
    pub region: Names,
    /// `member-state`, `enlargement`, `neighbourhood` or `others`.
    #[schemars(with = "String")]
    pub stratum: Text,
    /// `territory` or `economy`; a state when left out.
    #[schemars(with = "Option<String>")]
    pub status: Option<Text>,
    /// What must be said of its status.
    pub note: Option<Names>,
}

/// Who is in a grouping, forum or programme, by a public source.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipRecord {
    /// The grouping, forum or programme.
    #[schemars(with = "String")]
    pub group: Text,
    /// Members on the reference date, 5 June 2025.
    #[schemars(with = "Vec<String>")]
    pub members: Vec<Text>,
    /// Dated changes after it.
    #[serde(default)]
    pub change: Vec<ChangeRecord>,
    /// Whether the list is the whole membership.
    #[serde(default = "yes")]
    pub complete: bool,
    /// Until when the list was checked, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub checked: Text,
    /// The public source.
    pub source: String,
    /// `high` or `medium`, as the source list says.
    pub certainty: String,
    /// Remark.
    pub note: Option<String>,
}

/// A member that came or went after the reference date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeRecord {
    /// Who.
    #[schemars(with = "String")]
    pub member: Text,
    /// First day of membership.
    #[schemars(with = "Option<String>")]
    pub from: Option<Text>,
    /// Last day of membership.
    #[schemars(with = "Option<String>")]
    pub until: Option<Text>,
    /// What happened, in the source's words or ours.
    pub note: Option<String>,
}

fn yes() -> bool {
    true
}

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
    /// Decision and reason.
    pub note: Option<String>,
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
    /// Decision and reason.
    pub note: Option<String>,
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
    /// Decision and reason.
    pub note: Option<String>,
}

/// A direction of section 2.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectionRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// Verbs.
    pub names: Names,
    /// The question it asks.
    pub question: Names,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
}

/// A domain of direction 1.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DomainRecord {
    /// Id, `D1` to `D11`.
    #[schemars(with = "String")]
    pub id: Text,
    /// Short names.
    pub names: Names,
    /// `key`, `additional`, `continuing` or `business`.
    pub group: String,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
}

/// An area of section 4 and the annex.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// Names.
    pub names: Names,
    /// Evidence.
    pub cite: Vec<CitationRecord>,
}

/// A leg.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// Names.
    pub names: Names,
}

/// A line of the crosswalk.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkRecord {
    /// From this area …
    #[schemars(with = "Option<String>")]
    pub area: Option<Text>,
    /// … or this leg
    #[schemars(with = "Option<String>")]
    pub leg: Option<Text>,
    /// to this domain.
    #[schemars(with = "String")]
    pub domain: Text,
    /// Why.
    pub reason: Names,
}

/// An instrument kind.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindRecord {
    /// Code.
    #[schemars(with = "String")]
    pub id: Text,
    /// Names, singular.
    pub names: Names,
    /// Short names for legends.
    pub short: Names,
    /// `binding`, `political`, `dialogue`, `project` or `statement`.
    #[schemars(with = "String")]
    pub bindingness: Text,
}

/// A mention left out of the network, with its reason.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScopeRecord {
    /// Document id; the joint communication when left out.
    #[schemars(with = "Option<String>")]
    pub document: Option<Text>,
    /// Locators.
    #[schemars(with = "Vec<String>")]
    pub at: Vec<Text>,
    /// Who is mentioned.
    #[schemars(with = "String")]
    pub actor: Text,
    /// Why it makes no tie there.
    pub reason: String,
}

/// A capitalised word that names no actor.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermRecord {
    /// The words, as they stand in the documents.
    #[schemars(with = "Vec<String>")]
    pub words: Vec<Text>,
    /// Why they name no actor.
    pub reason: String,
}
