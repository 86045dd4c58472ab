//! Instruments: from record to tie.

use super::build::{Builder, INSTRUMENTS};
use super::citations::Reporter;
use super::records::*;
use super::supports;
use super::ties::unnamed;
use super::values::{crosswalk, name, period, pick, word};
use super::vocabulary::{Kind, Level, Polarity, State};
use crate::seed::{InstrumentRecord, Text};

/// Of a kind that has a file of its own.
pub(super) const NO_INSTRUMENT: (&str, &str) =
    ("ce type n’est pas un instrument", "this kind is no instrument");
pub(super) const ELSEWHERE: (&str, &str) = (
    "les actions sont dans actions.toml, les appartenances dans memberships.toml",
    "actions stand in actions.toml, memberships in memberships.toml",
);

impl Builder<'_> {
    /// The state that a reader could give instead: another than the one that is coded.
    fn disputed(
        key: &str,
        disputed: &Text,
        state: Option<State>,
        reporter: &mut Reporter<'_>,
    ) -> Option<State> {
        let other = word::<State>(INSTRUMENTS, disputed, key, reporter)?;
        if Some(other) == state {
            let mend = (
                "écrivez l’état de l’autre lecture, ou enlevez «disputed»",
                "write the state of the other reading, or take “disputed” out",
            );
            let what = ("l’état contesté est celui du codage", "the disputed state is the one that is coded");
            reporter.on(INSTRUMENTS, disputed, key, what, mend);
            return None;
        }
        Some(other)
    }

    pub(super) fn instrument(
        &self,
        dataset: &Dataset,
        record: &InstrumentRecord,
        reporter: &mut Reporter<'_>,
    ) -> Option<Tie> {
        let key = format!("instrument {}", record.id.get_ref());
        let file = INSTRUMENTS;
        let kind = word::<Kind>(file, &record.kind, &key, reporter);
        // A table has no annex: there an action is a line like any other.
        let in_prose = dataset.sources.iter().any(|s| s.document.form().is_prose());
        if kind == Some(Kind::Member) || kind == Some(Kind::Action) && in_prose {
            reporter.on(file, &record.kind, &key, NO_INSTRUMENT, ELSEWHERE);
        }
        let state = word::<State>(file, &record.state, &key, reporter);
        let disputed = record.disputed.as_ref().and_then(|d| Self::disputed(&key, d, state, reporter));
        let period = period(file, &key, &record.from, &record.until, &record.expected, reporter);
        let (areas, legs) = self.areas_legs(dataset, file, &key, &record.areas, &record.legs, reporter);
        let evidence = self.resolve(&dataset.sources, file, &key, &record.cite, reporter);
        if record.cite.is_empty() {
            let add = "cite = [{ at = \"…\", quote = \"…\" }]";
            let what = ("un lien sans citation", "a tie without a quotation");
            reporter.on(file, &record.id, &key, what, (format!("ajoutez {add}"), format!("add {add}")));
        }
        self.check_notes(dataset, file, &key, &record.id, &evidence, reporter);
        let whole = evidence.len() == record.cite.len();
        let domains = crosswalk(dataset, &areas, &legs);
        let mut participants: Vec<Participant> = Vec::new();
        for party in &record.parties {
            let Some(actor) = self.party(dataset, file, &key, party, &participants, reporter) else {
                continue;
            };
            let own: Vec<u16> =
                (0..evidence.len() as u16).filter(|&i| evidence[i as usize].names.contains(&actor)).collect();
            if own.is_empty() && whole {
                unnamed(dataset, file, &key, party, actor, reporter);
            }
            participants.push(Participant {
                actor,
                state: state.unwrap_or(State::Unknown),
                areas: areas.clone(),
                legs: legs.clone(),
                domains: domains.clone(),
                places: Vec::new(),
                evidence: own,
                note: None,
            });
        }
        if record.parties.is_empty() && kind != Some(Kind::Action) {
            let mend = (
                "nommez les parties; une relation avec personne en particulier n’est pas un instrument",
                "name the parties; a relation with nobody in particular is no instrument",
            );
            let what = ("un instrument sans partie", "an instrument without a party");
            reporter.on(file, &record.id, &key, what, mend);
        }
        let meeting = record.meeting.as_ref().and_then(|m| word::<Level>(file, m, &key, reporter));
        let polarity = record.polarity.as_ref().map(|p| word::<Polarity>(file, p, &key, reporter));
        let list = record.list.as_ref().and_then(|list| {
            pick(&dataset.lists, |l| &l.id, file, list, &key, INSTRUMENTS, reporter).map(ListId)
        });
        let tie = Tie {
            id: record.id.get_ref().clone(),
            kind: kind?,
            name: name(&record.names),
            state: state.unwrap_or(State::Unknown),
            polarity: polarity.flatten().unwrap_or(Polarity::Cooperative),
            period,
            stated: dataset.first_of(&evidence),
            areas,
            legs,
            domains,
            with_hub: !record.without_hub && !dataset.hubless,
            participants,
            meeting,
            programmes: self.programmes(dataset, file, &key, &record.programmes, reporter),
            list,
            row: None,
            example: None,
            cells: None,
            carries: None,
            address: None,
            same_as: record.same_as.iter().map(|s| s.get_ref().clone()).collect(),
            date_conflict: false,
            disputed,
            assumed: false,
            additional: Vec::new(),
            evidence,
            note: record.note.as_ref().map(name),
        };
        supports::check(dataset, &tie, (file, &key, &record.id), &record.cite, reporter);
        Some(tie)
    }
}
