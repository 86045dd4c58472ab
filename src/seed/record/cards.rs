//! The cards of documents, actors and countries, and who belongs to what.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CitationRecord, Names, Text};

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
    #[serde(default = "super::yes")]
    pub complete: bool,
    /// Until when the list was checked, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub checked: Text,
    /// The public source.
    pub source: String,
    /// `high` or `medium`, as the source list says.
    pub certainty: String,
    /// Remark, in both languages.
    pub note: Option<Names>,
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
    /// What happened, in both languages.
    pub note: Option<Names>,
}
