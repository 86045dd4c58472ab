//! From the records of `additional.toml` to the layer; every fault at once.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::*;
use crate::dataset::actors::twice;
use crate::dataset::build::Builder;
use crate::dataset::citations::{Reporter, meant};
use crate::dataset::records::*;
use crate::dataset::ties::OWN_ID;
use crate::dataset::values::{day, name, word};
use crate::dataset::word::nearest;
use crate::seed::{ADDITIONAL, Names, Text};

/// The most words that are quoted of a text that is not in the dataset.
const MOST_WORDS: usize = 25;

impl Builder<'_> {
    /// Reads the layer against the finished dataset.
    pub(in crate::dataset) fn additional(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        let Some(text) = self.seeds.files.get(ADDITIONAL) else { return };
        let digest = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        let mut layer = Additional { digest, ..Additional::default() };
        let mut ids: BTreeSet<String> = BTreeSet::new();
        let mut free = |id: &Text, key: &str, reporter: &mut Reporter<'_>| {
            let taken = dataset.tie_id(id.get_ref()).is_some() || dataset.actor_id(id.get_ref()).is_some();
            if taken || !ids.insert(id.get_ref().clone()) {
                reporter.on(ADDITIONAL, id, key, twice(id.get_ref()), OWN_ID);
            }
        };
        for record in &self.seeds.additional_sources {
            let key = format!("source {}", record.id.get_ref());
            free(&record.id, &key, reporter);
            if let Some(source) = self.additional_source(record, &key, reporter) {
                layer.sources.push(source);
            }
        }
        for record in &self.seeds.checks {
            let key = format!("check {}", record.id.get_ref());
            free(&record.id, &key, reporter);
            if let Some(check) = self.check(dataset, &layer, record, &key, reporter) {
                layer.checks.push(check);
            }
        }
        for record in &self.seeds.changes {
            let key = format!("change {}", record.id.get_ref());
            free(&record.id, &key, reporter);
            if let Some(change) = self.change(dataset, &layer, record, &key, reporter) {
                layer.changes.push(change);
            }
        }
        for record in &self.seeds.open {
            let key = format!("open {}", record.id.get_ref());
            free(&record.id, &key, reporter);
            spoken(&record.statement, &record.id, &key, reporter);
            layer.open.push(Open {
                id: record.id.get_ref().clone(),
                tie: record.tie.as_ref().map(|t| t.get_ref().clone()),
                statement: name(&record.statement),
            });
        }
        dataset.additional = layer;
    }

    fn additional_source(
        &self,
        record: &crate::seed::AdditionalSourceRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<AdditionalSource> {
        let date = moment(&record.date, key, reporter);
        let kind = word(ADDITIONAL, &record.kind, key, reporter);
        let certainty = word(ADDITIONAL, &record.certainty, key, reporter);
        let checked = day(&record.checked, ADDITIONAL, key, reporter);
        if let (Some(date), Some(checked)) = (date, checked)
            && date.start > checked
        {
            let what = (
                format!("le texte a été lu ({checked}) avant d’être publié ({date})"),
                format!("it was read ({checked}) before it was published ({date})"),
            );
            let mend = ("corrigez l’une des deux dates", "correct one of the two dates");
            reporter.on(ADDITIONAL, &record.checked, key, what, mend);
        }
        if record.title.trim().is_empty() {
            let mend = ("donnez le titre que porte le texte", "give the title as the text has it");
            reporter.on(
                ADDITIONAL,
                &record.id,
                key,
                ("une source sans titre", "a source without a title"),
                mend,
            );
        }
        let address = record.address.as_ref();
        if let Some(address) = address.filter(|a| !a.get_ref().starts_with("https://")) {
            let given = address.get_ref();
            let what = (
                format!("«{given}» n’est pas une adresse qui s’ouvre sans risque"),
                format!("«{given}» is no address that can be opened safely"),
            );
            let mend = (
                "écrivez-la avec https://, ou retirez le champ",
                "write it with https:// or leave the field out",
            );
            reporter.on(ADDITIONAL, address, key, what, mend);
        }
        if certainty == Some(Certainty::High) && kind == Some(TextKind::Press) {
            let mend = (
                "écrivez certainty = \"medium\", ou la sorte du texte officiel qui a été lu",
                "write certainty = \"medium\", or the kind of the official text that was read",
            );
            reporter.on(
                ADDITIONAL,
                &record.certainty,
                key,
                (
                    "ce que quelqu’un rapporte n’est pas le texte officiel",
                    "somebody’s report is not the official text",
                ),
                mend,
            );
        }
        spoken(&record.read, &record.id, key, reporter);
        Some(AdditionalSource {
            id: record.id.get_ref().clone(),
            title: record.title.clone(),
            publisher: name(&record.publisher),
            date: date?,
            language: record.language.clone(),
            address: address.map(|a| a.get_ref().clone()),
            kind: kind?,
            certainty: certainty?,
            read: name(&record.read),
            checked: checked?,
            not_checked: record.not_checked.as_ref().map(name),
        })
    }

    pub(super) fn text(
        &self,
        layer: &Additional,
        id: &Text,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<usize> {
        let found = layer.sources.iter().position(|s| &s.id == id.get_ref());
        let written = self.seeds.additional_sources.iter().any(|s| s.id.get_ref() == id.get_ref());
        // A source with a fault of its own is told there.
        if found.is_none() && !written && !self.seeds.may_be_unread(id.get_ref(), &[ADDITIONAL]) {
            let near = nearest(id.get_ref(), layer.sources.iter().map(|s| s.id.as_str()));
            let add =
                || ("ajoutez une [[source]] de cet identifiant", "add a [[source]] with this id").into();
            let given = id.get_ref();
            let what = (format!("il n’y a pas de source «{given}»"), format!("there is no source «{given}»"));
            reporter.on(ADDITIONAL, id, key, what, near.map_or_else(add, meant));
        }
        found
    }
}

pub(super) fn moment(text: &Text, key: &str, reporter: &mut Reporter<'_>) -> Option<Moment> {
    let read: Result<Moment, crate::dataset::BadMoment> = text.get_ref().parse();
    read.map_err(|error| {
        let mend = (
            "écrivez le jour, ou le mois, le trimestre ou l’année si l’on n’en sait pas plus",
            "write the day, or the month, quarter or year when no more is known",
        );
        reporter.on(ADDITIONAL, text, key, (error.french(), error.to_string()), mend);
    })
    .ok()
}

/// That a tie is not there.
pub(super) fn no_tie(id: &str) -> (String, String) {
    (format!("il n’y a pas de lien «{id}»"), format!("there is no tie «{id}»"))
}

/// Both languages say something.
pub(super) fn spoken(names: &Names, near: &Text, key: &str, reporter: &mut Reporter<'_>) {
    if names.fr.trim().is_empty() || names.en.trim().is_empty() {
        let mend = ("dites-le en français et en anglais", "say it in French and in English");
        let what = ("une phrase est vide dans une langue", "a sentence is empty in one language");
        reporter.on(ADDITIONAL, near, key, what, mend);
    }
}

pub(super) fn quoted(text: &Option<Text>, key: &str, reporter: &mut Reporter<'_>) -> Option<String> {
    let text = text.as_ref()?;
    let words = text.get_ref().split_whitespace().count();
    if words > MOST_WORDS || words == 0 {
        let what = (
            format!("une citation brève a de 1 à {MOST_WORDS} mots; celle-ci en a {words}"),
            format!("a short quotation has 1 to {MOST_WORDS} words; this one has {words}"),
        );
        let mend = (
            "raccourcissez-la: le texte lui-même n’est pas reproduit ici",
            "shorten it: the text itself is not reproduced here",
        );
        reporter.on(ADDITIONAL, text, key, what, mend);
    }
    Some(text.get_ref().clone())
}
