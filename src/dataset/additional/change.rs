//! From the records of changes of state to the ties that they change or bring.

use std::collections::BTreeSet;

use super::build::{moment, no_tie, quoted, spoken};
use super::*;
use crate::dataset::build::Builder;
use crate::dataset::citations::Reporter;
use crate::dataset::instruments::{ELSEWHERE, NO_INSTRUMENT};
use crate::dataset::moment::Period;
use crate::dataset::records::*;
use crate::dataset::values::{name, word};
use crate::dataset::vocabulary::{Kind, Polarity};
use crate::dataset::word::nearest;
use crate::seed::{ADDITIONAL, StateChangeRecord};

impl Builder<'_> {
    pub(super) fn change(
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
            disputed: None,
            assumed: false,
            evidence: Vec::new(),
            additional: Vec::new(),
            note: None,
        })))
    }
}
