//! Directions, domains, areas, legs, the crosswalk, kinds, and what is left out with its reason.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CitationRecord, Names, Text};

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
