//! The records as written. No rule about meaning lives here; `seeds/README.md` describes each field.

mod cards;
mod taxonomy;
mod ties;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

pub use cards::{ActorRecord, CardRecord, ChangeRecord, CountryRecord, MembershipRecord};
pub use taxonomy::{
    AreaRecord, CrosswalkRecord, DirectionRecord, DomainRecord, KindRecord, LegRecord, ScopeRecord,
    TermRecord,
};
pub use ties::{ActionRecord, InstrumentRecord, ListRecord, ParticipantRecord};

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

/// What a record means by saying nothing of a yes or no that is nearly always yes.
pub(super) fn yes() -> bool {
    true
}
