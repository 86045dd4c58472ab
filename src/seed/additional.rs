//! The records of `additional.toml`: what other public texts say, set apart from the two documents.

use schemars::JsonSchema;
use serde::Deserialize;

use super::record::{Names, Text};

/// A public text outside the dataset.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdditionalSourceRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// Title, in the language of the text.
    pub title: String,
    /// Who published it.
    pub publisher: Names,
    /// When it was published, as precisely as that could be read.
    #[schemars(with = "String")]
    pub date: Text,
    /// Language of the text (BCP 47).
    pub language: String,
    /// Public address.
    #[schemars(with = "Option<String>")]
    pub address: Option<Text>,
    /// `joint-statement`, `press-release`, `council-outcome`, `agreement`, `registry` or `press`.
    #[schemars(with = "String")]
    pub kind: Text,
    /// `high`: the official text itself was read; `medium`: a republication or somebody's report of it.
    #[schemars(with = "String")]
    pub certainty: Text,
    /// How it was read.
    pub read: Names,
    /// The day on which it was read, `YYYY-MM-DD`.
    #[schemars(with = "String")]
    pub checked: Text,
    /// What was not checked.
    pub not_checked: Option<Names>,
}

/// What one text says of one unit's own instrument.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// The unit.
    #[schemars(with = "String")]
    pub unit: Text,
    /// Its instrument, a tie of the dataset.
    #[schemars(with = "String")]
    pub instrument: Text,
    /// Whether a text was found.
    #[serde(default = "super::record::yes")]
    pub found: bool,
    /// The text.
    #[schemars(with = "Option<String>")]
    pub source: Option<Text>,
    /// What was searched, when none was found.
    pub searched: Option<Names>,
    /// What the text says.
    #[serde(default)]
    pub fact: Vec<FactRecord>,
}

/// One statement of a text, in our words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactRecord {
    /// `active` or `proposed`, by the words of the text.
    #[schemars(with = "String")]
    pub state: Text,
    /// Areas.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub areas: Vec<Text>,
    /// Legs.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub legs: Vec<Text>,
    /// Domains to which no area and no leg leads.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub domains: Vec<Text>,
    /// Where in the text.
    pub at: Names,
    /// What it says, in our words.
    pub statement: Names,
    /// A few of its words, marked as a quotation.
    #[schemars(with = "Option<String>")]
    pub short_quote: Option<Text>,
}

/// A later state of a tie, or a tie that the documents do not have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateChangeRecord {
    /// Id of this record.
    #[schemars(with = "String")]
    pub id: Text,
    /// The tie: one of the dataset, or a new id.
    #[schemars(with = "String")]
    pub tie: Text,
    /// Kind, of a new tie only.
    #[schemars(with = "Option<String>")]
    pub kind: Option<Text>,
    /// Parties beside the EU, of a new tie only.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub parties: Vec<Text>,
    /// Names, of a new tie only.
    pub names: Option<Names>,
    /// The state from then on.
    #[schemars(with = "String")]
    pub state: Text,
    /// From when on.
    #[schemars(with = "String")]
    pub from: Text,
    /// The text that says so.
    #[schemars(with = "String")]
    pub source: Text,
    /// Where in the text.
    pub at: Names,
    /// What it says, in our words.
    pub statement: Names,
    /// A few of its words, marked as a quotation.
    #[schemars(with = "Option<String>")]
    pub short_quote: Option<Text>,
}

/// What was looked for and could not be established.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRecord {
    /// Id.
    #[schemars(with = "String")]
    pub id: Text,
    /// The tie that it is about, of the dataset or new.
    #[schemars(with = "Option<String>")]
    pub tie: Option<Text>,
    /// What could not be established, and what was searched.
    pub statement: Names,
}
