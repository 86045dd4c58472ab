//! What the additional sources say, record by record.

use schemars::JsonSchema;
use serde::Serialize;

use crate::view::cells::Named;
use crate::view::names::Label;

/// A public text outside the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceView {
    /// Id.
    pub id: String,
    /// Title, in the language of the text.
    pub title: String,
    /// Publisher.
    pub publisher: Label,
    /// When it was published, as precisely as that is known.
    pub date: String,
    /// Language.
    pub language: String,
    /// joint-statement, press-release, council-outcome, agreement, registry or press.
    pub kind: &'static str,
    /// high or medium.
    pub certainty: &'static str,
    /// How it was read.
    pub read: Label,
    /// When it was read.
    pub checked: String,
    /// What was not checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_checked: Option<Label>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// What an additional source says of a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RemarkView {
    /// The text.
    pub source: SourceView,
    /// Id of the check or change.
    pub record: String,
    /// The state that it gives.
    pub state: &'static str,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words, not machine-checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// One statement of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactView {
    /// active or proposed.
    pub state: &'static str,
    /// Areas.
    pub areas: Vec<String>,
    /// Legs.
    pub legs: Vec<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// What one text says of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckView {
    /// Id.
    pub id: String,
    /// The unit.
    pub unit: Named,
    /// Its instrument.
    pub instrument: String,
    /// Id of the text; null when none was found.
    pub source: Option<String>,
    /// What was searched, when none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub searched: Option<Label>,
    /// Whether the text was out on the dates.
    pub in_force: bool,
    /// Statements.
    pub facts: Vec<FactView>,
}

/// A later state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeRecordView {
    /// Id.
    pub id: String,
    /// The tie.
    pub tie: String,
    /// Its names.
    pub names: Label,
    /// Whether the documents do not have the tie.
    pub added: bool,
    /// The state from then on.
    pub state: &'static str,
    /// From when on.
    pub from: String,
    /// Id of the text.
    pub source: String,
    /// Whether it holds on the dates.
    pub in_force: bool,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// What could not be established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenView {
    /// Id.
    pub id: String,
    /// The tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tie: Option<String>,
    /// In words.
    pub statement: Label,
}
