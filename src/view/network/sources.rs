//! What a view was made from: dataset, documents, dates, and the words for kinds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{Dataset, Word};
use crate::explorer::Explorer;
use crate::view::additional::{SourceView, sources_in_force};
use crate::view::change::{AssumptionView, assumptions};
use crate::view::names::{Label, Lang};
use crate::view::words::say;

/// The words of a kind of tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindView {
    /// Its code.
    pub id: &'static str,
    /// Names.
    pub names: Label,
    /// Short names for legends, in the plural.
    pub short: Label,
    /// binding, political, dialogue, project or statement.
    pub bindingness: &'static str,
    /// Whether it is a core kind.
    pub core: bool,
}

/// Which dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatasetView {
    /// Version.
    pub version: String,
    /// SHA-256 of all seed files.
    pub digest: String,
    /// Documents.
    pub documents: Vec<DocumentView>,
    /// Whether it is an imported table, for the sentences; no part of the export.
    #[serde(skip)]
    pub is_table: bool,
}

/// A document's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Reference.
    pub reference: String,
    /// Day of publication.
    pub date: String,
    /// Publisher.
    pub publisher: Label,
    /// Language.
    pub language: String,
    /// SHA-256 of the text.
    pub sha256: String,
    /// Reuse notice.
    pub reuse: Label,
    /// Public address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The two dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatesView {
    /// Valid time.
    pub as_of: String,
    /// Known time.
    pub known: String,
    /// What a scenario assumes on top of the sources; nothing for the sources alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionView>,
    /// The additional sources that speak on these dates, when they are switched on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional: Option<Vec<SourceView>>,
}

impl DatesView {
    /// A title that says first of all when what follows rests on an assumption, or on sources that no machine checks.
    pub fn titled(&self, title: &str, lang: Lang) -> String {
        if self.assumptions.is_empty() {
            return match &self.additional {
                None => title.to_owned(),
                Some(_) => {
                    let first = say("Avec des sources additionnelles", "With additional sources");
                    format!("{}: {title}", first.get(lang))
                }
            };
        }
        format!("{}: {title}", say("Hypothèse, non un fait", "Assumption, not a fact").get(lang))
    }

    /// All that is taken on top of the two documents, in sentences: assumptions, additional sources; none for the documents
    /// alone.
    pub fn assumed(&self) -> Option<Label> {
        let mut told: Vec<Label> = self.assumptions.iter().map(|a| a.text.clone()).collect();
        told.extend(self.additional.as_ref().map(|sources| {
            let n = sources.len();
            let (s, are) = if n == 1 { ("", "") } else { ("s", "s") };
            say(
                format!(
                    "Avec {n} source{s} additionnelle{are}, hors des deux documents et non vérifiée{are} par la machine: ce qui en vient le dit dans son nom; «relier sources» les cite."
                ),
                format!(
                    "With {n} additional source{s}, outside the two documents and not machine-checked: what comes of them says so in its name; “relier sources” cites them."
                ),
            )
        }));
        let join = |get: fn(&Label) -> &String| {
            told.iter().map(|text| get(text).as_str()).collect::<Vec<_>>().join(" ")
        };
        (!told.is_empty()).then(|| say(join(|l| &l.fr), join(|l| &l.en)))
    }

    /// ` --as-of … --known …` and what is taken on top, so that a printed command runs as printed.
    pub fn options(&self) -> String {
        let layer = if self.additional.is_some() { " --additional" } else { "" };
        let edits: String = self.assumptions.iter().map(|a| format!(" --edit \"{}\"", a.words)).collect();
        format!(" --as-of {} --known {}{layer}{edits}", self.as_of, self.known)
    }
}

/// The dataset's card.
pub fn dataset_view(dataset: &Dataset) -> DatasetView {
    let documents = dataset
        .sources
        .iter()
        .map(|s| DocumentView {
            id: s.id.clone(),
            title: (&s.title).into(),
            reference: s.reference.clone(),
            date: s.date.to_string(),
            publisher: (&s.publisher).into(),
            language: s.language.clone(),
            sha256: s.sha256.clone(),
            reuse: (&s.reuse).into(),
            address: s.address.clone(),
        })
        .collect();
    DatasetView {
        version: dataset.version.clone(),
        digest: dataset.digest.clone(),
        documents,
        is_table: dataset.is_table(),
    }
}

/// The dates.
pub fn dates_view(explorer: &Explorer) -> DatesView {
    DatesView {
        as_of: explorer.dates.as_of.to_string(),
        known: explorer.dates.known.to_string(),
        assumptions: assumptions(explorer),
        additional: explorer.dataset.additional_on.then(|| sources_in_force(explorer)),
    }
}

/// The words of every kind of tie.
pub fn kinds_view(dataset: &Dataset) -> Vec<KindView> {
    let kind = |k: &crate::dataset::KindInfo| KindView {
        id: k.kind.word(),
        names: (&k.name).into(),
        short: (&k.short).into(),
        bindingness: k.bindingness.word(),
        core: k.kind.is_core(),
    };
    dataset.kinds.iter().map(kind).collect()
}
