//! What a view was made from: dataset, documents, dates, and the words for kinds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{Dataset, Date, Tie, Word};
use crate::explorer::{Explorer, option};
use crate::network::is_undated;
use crate::view::additional::{SourceView, sources_in_force};
use crate::view::change::{AssumptionView, assumptions};
use crate::view::names::{Label, Lang};
use crate::view::words::{day, in_words, say};

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
    /// The option by which a command reads it, ` --data FOLDER`; absent for the dataset in the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_option: Option<String>,
    /// Documents.
    pub documents: Vec<DocumentView>,
    /// Whether it is an imported table, for the sentences; no part of the export.
    #[serde(skip)]
    pub is_table: bool,
}

impl DatasetView {
    /// The title of a list of quotations: it names the language of the documents where the reader's is another.
    pub fn quotations_title(&self) -> Label {
        let all = |language: &str| {
            !self.documents.is_empty() && self.documents.iter().all(|d| d.language == language)
        };
        say(
            if all("en") { "Citations (en anglais)" } else { "Citations" },
            if all("fr") { "Quotations (in French)" } else { "Quotations" },
        )
    }
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
    /// That a date lies outside what the documents cover, and what follows; null where both lie within.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond: Option<Label>,
    /// What a scenario assumes on top of the sources; nothing for the sources alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionView>,
    /// The additional sources that speak on these dates, when they are switched on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional: Option<Vec<SourceView>>,
    /// The command that cites them, for the sentences.
    #[serde(skip)]
    pub cited_by: Label,
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
            let cited_by = &self.cited_by;
            let (s, are) = if n == 1 { ("", "") } else { ("s", "s") };
            say(
                format!(
                    "Avec {n} source{s} additionnelle{are}, hors des deux documents et non vérifiée{are} par la machine: ce qui en vient le dit dans son nom; «{}» les cite.",
                    cited_by.fr
                ),
                format!(
                    "With {n} additional source{s}, outside the two documents and not machine-checked: what comes of them says so in its name; “{}” cites them.",
                    cited_by.en
                ),
            )
        }));
        let join = |get: fn(&Label) -> &String| {
            told.iter().map(|text| get(text).as_str()).collect::<Vec<_>>().join(" ")
        };
        (!told.is_empty()).then(|| say(join(|l| &l.fr), join(|l| &l.en)))
    }

    /// All that a reader must know before the first line, in sentences: what is taken on top of the documents, and that a date
    /// lies outside what they cover.
    pub fn first(&self) -> Option<Label> {
        match (self.assumed(), &self.beyond) {
            (Some(a), Some(b)) => Some(say(format!("{} {}", a.fr, b.fr), format!("{} {}", a.en, b.en))),
            (a, b) => a.or_else(|| b.clone()),
        }
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
        data_option: dataset.folder.as_deref().map(|folder| option("data", folder)),
        documents,
        is_table: dataset.is_table(),
    }
}

/// The dates.
pub fn dates_view(explorer: &Explorer) -> DatesView {
    DatesView {
        as_of: explorer.dates.as_of.to_string(),
        known: explorer.dates.known.to_string(),
        beyond: beyond(explorer),
        assumptions: assumptions(explorer),
        additional: explorer.dataset.additional_on.then(|| sources_in_force(explorer)),
        cited_by: in_words(explorer.sources_command()),
    }
}

/// That a date lies before the first document or after the last, and what follows from it.
fn beyond(explorer: &Explorer) -> Option<Label> {
    let (first, last) = (explorer.dataset.first_day()?, explorer.dataset.latest);
    let (as_of, known) = (explorer.dates.as_of, explorer.dates.known);
    let mut told: Vec<Label> = Vec::new();
    let [as_of_day, first_day, last_day, known_day] = [as_of, first, last, known].map(day);
    if as_of < first {
        told.push(say(
            format!("Le jour lu ({}) précède le premier document ({}): ce qui valait alors n’est su que par ce que les documents disent du passé.", as_of_day.fr, first_day.fr),
            format!("The day read ({}) lies before the first document ({}): what held then is known only from what the documents say of the past.", as_of_day.en, first_day.en),
        ));
    }
    if as_of > last {
        told.push(say(
            format!("Le jour lu ({}) suit le dernier document ({}): rien de ce qui s’est passé depuis n’est dans les deux documents; une date annoncée et passée laisse l’état «non confirmé», et ce que le texte dit en cours pour une période commence et finit à ses jours.", as_of_day.fr, last_day.fr),
            format!("The day read ({}) lies after the last document ({}): nothing that happened since is in the two documents; an announced date that has passed leaves the state “unconfirmed”, and what the text calls running for a period begins and ends on its days.", as_of_day.en, last_day.en),
        ));
    }
    if known > last {
        told.push(say(
            format!(
                "Aucun document n’est postérieur au {}: des sources au {} n’ajoutent rien aux documents.",
                last_day.fr, known_day.fr
            ),
            format!(
                "No document is later than {}: sources by {} add nothing to the documents.",
                last_day.en, known_day.en
            ),
        ));
    }
    let join =
        |get: fn(&Label) -> &String| told.iter().map(|l| get(l).as_str()).collect::<Vec<_>>().join(" ");
    (!told.is_empty()).then(|| say(join(|l| &l.fr), join(|l| &l.en)))
}

/// On a day before the first document: that these ties are read in later texts, and how many of them have no date of beginning.
/// A sentence that follows speaks in the present of what holds by the text.
pub(in crate::view) fn read_later<'a>(
    explorer: &Explorer,
    ties: impl Iterator<Item = &'a Tie>,
    sentence: Label,
) -> Label {
    let as_of = explorer.dates.as_of;
    if explorer.dataset.first_day().is_none_or(|first| first <= as_of) {
        return sentence;
    }
    let undated: Vec<bool> = ties.map(|tie| is_undated(tie, as_of)).collect();
    let (n, of) = (undated.iter().filter(|&&u| u).count(), undated.len());
    let when = day(as_of);
    say(
        format!(
            "Lu dans des textes postérieurs au {} ({n} lien{} sur {of} sans date de début, compté{} comme le texte le dit). {}",
            when.fr,
            if n > 1 { "s" } else { "" },
            if n > 1 { "s" } else { "" },
            sentence.fr
        ),
        format!(
            "Read in texts later than {} ({n} of {of} ties without a date of beginning, counted as the text states them). {}",
            when.en, sentence.en
        ),
    )
}

/// How many lists of members were read in a source later than the known date: they are used all the same, and it is said.
pub(in crate::view) fn later_lists(explorer: &Explorer) -> Option<Label> {
    later_than(&explorer.dataset, explorer.dates.known)
}

/// The same of a dataset on a day.
pub fn later_than(dataset: &Dataset, known: Date) -> Option<Label> {
    let lists = &dataset.memberships;
    let later = lists.iter().filter(|m| m.checked > known).count();
    let all = lists.len();
    if later == 0 || dataset.is_table() {
        return None;
    }
    let (fr, en) = match later {
        1 => ("1 a été lue", "1 was read"),
        _ => ("ont été lues", "were read"),
    };
    let when = day(known);
    let n = if later == 1 { String::new() } else { format!("{later} ") };
    Some(say(
        format!(
            "Sur {all} listes de membres (forums, groupements), tirées de sources publiques hors des deux documents, {n}{fr} dans une source postérieure au {}; elles servent quand même, telles qu’elles valent au jour lu. Aucune entrée ni sortie postérieure à cette date n’y est comptée.",
            when.fr
        ),
        format!(
            "Of {all} lists of members (forums, groupings), from public sources outside the two documents, {n}{en} in a source later than {}; they are used all the same, as they hold on the day that is read. No one who joined or left after that day is counted.",
            when.en
        ),
    ))
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
