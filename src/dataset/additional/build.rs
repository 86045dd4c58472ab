//! From the records of `additional.toml` to the layer; every fault at once.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::*;
use crate::dataset::actors::{actor_id, twice};
use crate::dataset::build::Builder;
use crate::dataset::citations::{Reporter, meant};
use crate::dataset::instruments::{ELSEWHERE, NO_INSTRUMENT};
use crate::dataset::moment::Period;
use crate::dataset::records::*;
use crate::dataset::ties::OWN_ID;
use crate::dataset::values::{crosswalk, day, name, pick, word};
use crate::dataset::vocabulary::{Kind, Polarity};
use crate::dataset::word::nearest;
use crate::seed::{ADDITIONAL, CheckRecord, FactRecord, Names, StateChangeRecord, Text};

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

    fn text(&self, layer: &Additional, id: &Text, key: &str, reporter: &mut Reporter<'_>) -> Option<usize> {
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

    fn check(
        &self,
        dataset: &Dataset,
        layer: &Additional,
        record: &CheckRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Check> {
        let unit = actor_id(dataset, ADDITIONAL, &record.unit, key, reporter);
        let instrument = record.instrument.get_ref();
        match dataset.tie_id(instrument).map(|t| dataset.tie(t)) {
            None if self.seeds.may_be_unread(instrument, &["instruments.toml", "actions.toml"]) => {}
            None => {
                let near = nearest(instrument, dataset.ties.iter().map(|t| t.id.as_str()));
                let mend = near.map_or_else(|| ("nommez un lien", "name a tie").into(), meant);
                let what = no_tie(instrument);
                reporter.on(ADDITIONAL, &record.instrument, key, what, mend);
            }
            Some(tie) if unit.is_some_and(|u| tie.participant(u).is_none()) => {
                let unit = record.unit.get_ref();
                let what = (
                    format!("{unit} n’est pas partie à {instrument}"),
                    format!("{unit} is no party of {instrument}"),
                );
                reporter.on(
                    ADDITIONAL,
                    &record.instrument,
                    key,
                    what,
                    (
                        "nommez l’instrument de l’unité elle-même, ou l’unité de cet instrument",
                        "name the unit’s own instrument, or its unit",
                    ),
                );
            }
            Some(_) => {}
        }
        let source = match &record.source {
            Some(id) => self.text(layer, id, key, reporter),
            None => None,
        };
        let fits = if record.found {
            record.source.is_some() && !record.fact.is_empty() && record.searched.is_none()
        } else {
            record.source.is_none() && record.fact.is_empty() && record.searched.is_some()
        };
        if !fits {
            let what = (
                "un texte trouvé a une source et des faits; un texte non trouvé, ce qui a été cherché",
                "a text that was found has a source and facts; one that was not, what was searched",
            );
            let mend = (
                "donnez source et [[check.fact]], ou found = false avec searched = { fr = \"…\", en = \"…\" }",
                "give source and [[check.fact]], or found = false with searched = { fr = \"…\", en = \"…\" }",
            );
            reporter.on(ADDITIONAL, &record.id, key, what, mend);
        }
        let facts = record.fact.iter().filter_map(|f| self.fact(dataset, f, key, reporter)).collect();
        Some(Check {
            id: record.id.get_ref().clone(),
            unit: unit?,
            instrument: instrument.clone(),
            source,
            searched: record.searched.as_ref().map(name),
            facts,
        })
    }

    fn fact(
        &self,
        dataset: &Dataset,
        record: &FactRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<AdditionalFact> {
        let (areas, legs) = self.areas_legs(dataset, ADDITIONAL, key, &record.areas, &record.legs, reporter);
        let mut domains = crosswalk(dataset, &areas, &legs);
        for text in &record.domains {
            let found = pick(&dataset.domains, |d| &d.id, ADDITIONAL, text, key, "taxonomy.toml", reporter);
            let Some(domain) = found.map(DomainId) else { continue };
            if domains.contains(&domain) {
                let id = text.get_ref();
                let what = (
                    format!("{id} suit déjà des areas et des legs"),
                    format!("{id} follows from the areas and legs already"),
                );
                reporter.on(
                    ADDITIONAL,
                    text,
                    key,
                    what,
                    ("retirez-le de domains", "leave it out of domains"),
                );
            }
            domains.push(domain);
        }
        domains.sort_unstable();
        if record.areas.is_empty() && record.legs.is_empty() && record.domains.is_empty() {
            let mend = (
                "dites sur quels areas, legs ou domains il porte",
                "say which areas, legs or domains it is about",
            );
            let what = ("un fait qui ne porte sur rien", "a fact about nothing");
            reporter.on(ADDITIONAL, &record.state, key, what, mend);
        }
        let state = word::<State>(ADDITIONAL, &record.state, key, reporter);
        if state.is_some_and(|s| !matches!(s, State::Active | State::Proposed)) {
            let mend = (
                "écrivez active pour ce que le texte dit en cours, proposed pour ce qu’il annonce",
                "write active for what the text says is running, proposed for what it announces",
            );
            let given = record.state.get_ref();
            let what = (
                format!("«{given}» n’est pas un état de vérification"),
                format!("«{given}» is no state of a check"),
            );
            reporter.on(ADDITIONAL, &record.state, key, what, mend);
        }
        spoken(&record.statement, &record.state, key, reporter);
        spoken(&record.at, &record.state, key, reporter);
        Some(AdditionalFact {
            state: state?,
            areas,
            legs,
            domains,
            at: name(&record.at),
            statement: name(&record.statement),
            short_quote: quoted(&record.short_quote, key, reporter),
        })
    }

    fn change(
        &self,
        dataset: &Dataset,
        layer: &Additional,
        record: &StateChangeRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<StateChange> {
        let state = word::<State>(ADDITIONAL, &record.state, key, reporter);
        let from = moment(&record.from, key, reporter);
        let source = self.text(layer, &record.source, key, reporter);
        if let (Some(from), Some(source)) = (from, source)
            && from.start > layer.sources[source].date.end
        {
            let day = layer.sources[source].date;
            let what = (
                format!("un texte du {day} ne peut pas dire ce qui vaut à partir du {from}"),
                format!("a text of {day} cannot state what holds from {from} on"),
            );
            let mend = (
                "une date annoncée ne change pas un état: citez un texte publié ce jour-là ou plus tard",
                "an announced date moves no state: cite a text published on that day or later",
            );
            reporter.on(ADDITIONAL, &record.from, key, what, mend);
        }
        spoken(&record.statement, &record.id, key, reporter);
        spoken(&record.at, &record.id, key, reporter);
        let added = self.added(dataset, layer, record, key, reporter)?;
        Some(StateChange {
            id: record.id.get_ref().clone(),
            tie: record.tie.get_ref().clone(),
            added,
            state: state?,
            from: from?,
            source: source?,
            at: name(&record.at),
            statement: name(&record.statement),
            short_quote: quoted(&record.short_quote, key, reporter),
        })
    }

    /// The tie that a change brings, none when the dataset has it or an earlier change brought it.
    fn added(
        &self,
        dataset: &Dataset,
        layer: &Additional,
        record: &StateChangeRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Option<Box<Tie>>> {
        let id = record.tie.get_ref();
        let exists = dataset.tie_id(id).is_some();
        let earlier = layer.changes.iter().find(|c| &c.tie == id && c.added.is_some());
        let described = record.kind.is_some() || !record.parties.is_empty() || record.names.is_some();
        if exists || earlier.is_some() {
            if described {
                let what = (
                    format!("«{id}» existe: son type, ses parties et ses noms sont donnés là"),
                    format!("«{id}» exists: its kind, parties and names are given there"),
                );
                let mend = ("retirez kind, parties et names", "leave out kind, parties and names");
                reporter.on(ADDITIONAL, &record.tie, key, what, mend);
            }
            return Some(earlier.and_then(|c| c.added.clone()));
        }
        let (Some(kind), Some(names), false) = (&record.kind, &record.names, record.parties.is_empty())
        else {
            if !self.seeds.may_be_unread(id, &["instruments.toml", "actions.toml"]) {
                let near = nearest(id, dataset.ties.iter().map(|t| t.id.as_str()));
                let hint = |words: &str| near.map(|near| format!("{words} «{near}»? ")).unwrap_or_default();
                let mend = (
                    format!("{}il faut à un nouveau lien kind, parties et names", hint("vouliez-vous dire")),
                    format!("{}a new tie needs kind, parties and names", hint("did you mean")),
                );
                reporter.on(ADDITIONAL, &record.tie, key, no_tie(id), mend);
            }
            return None;
        };
        let kind_text = kind;
        let kind = word::<Kind>(ADDITIONAL, kind, key, reporter)?;
        if matches!(kind, Kind::Action | Kind::Member) {
            reporter.on(ADDITIONAL, kind_text, key, NO_INSTRUMENT, ELSEWHERE);
            return None;
        }
        let mut participants: Vec<Participant> = Vec::new();
        for party in &record.parties {
            let actor = self.party(dataset, ADDITIONAL, key, party, &participants, reporter)?;
            participants.push(Participant {
                actor,
                state: State::Unknown,
                areas: Vec::new(),
                legs: Vec::new(),
                domains: Vec::new(),
                places: Vec::new(),
                evidence: Vec::new(),
                note: None,
            });
        }
        let parties = |tie: &Tie| tie.participants.iter().map(|p| p.actor).collect::<BTreeSet<_>>();
        let mine: BTreeSet<ActorId> = participants.iter().map(|p| p.actor).collect();
        if let Some(same) = dataset.ties.iter().find(|t| t.kind == kind && parties(t) == mine) {
            let same = &same.id;
            let what = (
                format!("le jeu de données a déjà ce lien: {same}"),
                format!("the dataset has this tie: {same}"),
            );
            let mend = (
                format!("écrivez tie = \"{same}\" et retirez kind, parties et names"),
                format!("write tie = \"{same}\" and leave out kind, parties and names"),
            );
            reporter.on(ADDITIONAL, &record.tie, key, what, mend);
            return None;
        }
        Some(Some(Box::new(Tie {
            id: id.clone(),
            kind,
            name: name(names),
            state: State::Unknown,
            polarity: Polarity::Cooperative,
            period: Period::default(),
            stated: None,
            areas: Vec::new(),
            legs: Vec::new(),
            domains: Vec::new(),
            with_hub: true,
            participants,
            meeting: None,
            programmes: Vec::new(),
            list: None,
            row: None,
            example: None,
            cells: None,
            carries: None,
            address: None,
            same_as: Vec::new(),
            date_conflict: false,
            assumed: false,
            evidence: Vec::new(),
            additional: Vec::new(),
            note: None,
        })))
    }
}

fn moment(text: &Text, key: &str, reporter: &mut Reporter<'_>) -> Option<Moment> {
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
fn no_tie(id: &str) -> (String, String) {
    (format!("il n’y a pas de lien «{id}»"), format!("there is no tie «{id}»"))
}

/// Both languages say something.
fn spoken(names: &Names, near: &Text, key: &str, reporter: &mut Reporter<'_>) {
    if names.fr.trim().is_empty() || names.en.trim().is_empty() {
        let mend = ("dites-le en français et en anglais", "say it in French and in English");
        let what = ("une phrase est vide dans une langue", "a sentence is empty in one language");
        reporter.on(ADDITIONAL, near, key, what, mend);
    }
}

fn quoted(text: &Option<Text>, key: &str, reporter: &mut Reporter<'_>) -> Option<String> {
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
