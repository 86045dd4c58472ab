//! Names in both languages.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{Name, Word};

/// A language of the interface. Quotations stay in the language of their document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Word for Lang {
    const WHAT: &'static str = "language";
    const ALL: &'static [Self] = &[Lang::Fr, Lang::En];
    fn word(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

/// A name on the wire.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Label {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Label {
    /// The name in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

impl From<&Name> for Label {
    fn from(name: &Name) -> Label {
        Label { fr: name.fr.clone(), en: name.en.clone() }
    }
}
