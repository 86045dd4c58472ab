//! Annex rows and examples: from record to tie.

use super::build::{ACTIONS, Builder, SCOPE};
use super::citations::Reporter;
use super::records::*;
use super::supports;
use super::ties::unnamed;
use super::values::{crosswalk, name, period, word};
use super::vocabulary::{Address, Kind, Level, Place, Polarity, State};
use super::word::Word;
use crate::corpus::{Column, PassageKind};
use crate::seed::{ActionRecord, ParticipantRecord};

impl Builder<'_> {
    pub(super) fn action(
        &self,
        dataset: &Dataset,
        record: &ActionRecord,
        reporter: &mut Reporter<'_>,
    ) -> Option<Tie> {
        let key = format!("action {}", record.id.get_ref());
        let file = ACTIONS;
        let expected_id = match (record.row, record.example) {
            (Some(row), None) => Some(format!("annex-{row}")),
            (None, Some(example)) => Some(format!("example-{example}")),
            _ => None,
        };
        if expected_id.as_ref() != Some(record.id.get_ref()) {
            let what = (
                "une action est une ligne de l’annexe ou un exemple, et son identifiant dit laquelle ou lequel",
                "an action is one annex row or one example, and its id says which",
            );
            reporter.on(
                file,
                &record.id,
                &key,
                what,
                (
                    "écrivez id = \"annex-N\" avec row = N, ou \"example-N\" avec example = N",
                    "write id = \"annex-N\" with row = N, or \"example-N\" with example = N",
                ),
            );
        }
        let state = word::<State>(file, &record.state, &key, reporter);
        let period = period(file, &key, &record.from, &record.until, &record.expected, reporter);
        let (areas, legs) = self.areas_legs(dataset, file, &key, &record.areas, &record.legs, reporter);
        let mut evidence = self.resolve(&dataset.sources, file, &key, &record.cite, reporter);
        let cells = record.row.map(|row| self.cells(dataset, record, row, &key, reporter));
        let mut participants: Vec<Participant> = Vec::new();
        for part in &record.participant {
            let who = self.party(dataset, file, &key, &part.actor, &participants, reporter);
            let Some(actor) = who else { continue };
            let own = self.participant(dataset, record, part, actor, &key, &mut evidence, reporter);
            let (own_areas, own_legs) = self.areas_legs(
                dataset,
                file,
                &key,
                part.areas.as_ref().unwrap_or(&record.areas),
                part.legs.as_ref().unwrap_or(&record.legs),
                reporter,
            );
            let places = part.places.iter().filter_map(|p| word::<Place>(file, p, &key, reporter)).collect();
            let own_state = part.state.as_ref().and_then(|s| word::<State>(file, s, &key, reporter));
            participants.push(Participant {
                actor,
                state: own_state.or(state).unwrap_or(State::Unknown),
                domains: crosswalk(dataset, &own_areas, &own_legs),
                areas: own_areas,
                legs: own_legs,
                places,
                evidence: own,
                note: part.note.as_ref().map(name),
            });
        }
        if evidence.is_empty() && record.cite.is_empty() && record.participant.is_empty() {
            let mend = (
                "citez au moins les mots qui disent son état",
                "cite at least the words that give its state",
            );
            let what = ("une action sans citation", "an action without a quotation");
            reporter.on(file, &record.id, &key, what, mend);
        }
        self.check_notes(dataset, file, &key, &record.id, &evidence, reporter);
        let address = record.scope.as_ref().and_then(|s| word::<Address>(file, s, &key, reporter));
        let meeting = record.meeting.as_ref().and_then(|m| word::<Level>(file, m, &key, reporter));
        let polarity = record.polarity.as_ref().and_then(|p| word::<Polarity>(file, p, &key, reporter));
        let carries = record.carries.as_ref().and_then(|k| word::<Kind>(file, k, &key, reporter));
        let tie = Tie {
            id: record.id.get_ref().clone(),
            kind: Kind::Action,
            name: name(&record.names),
            state: state.unwrap_or(State::Unknown),
            polarity: polarity.unwrap_or(Polarity::Cooperative),
            period,
            stated: dataset.first_of(&evidence),
            domains: crosswalk(dataset, &areas, &legs),
            areas,
            legs,
            with_hub: !dataset.hubless,
            participants,
            meeting,
            programmes: self.programmes(dataset, file, &key, &record.programmes, reporter),
            list: None,
            row: record.row,
            example: record.example,
            cells,
            carries,
            address,
            same_as: record.same_as.iter().map(|s| s.get_ref().clone()).collect(),
            date_conflict: record.date_conflict,
            disputed: None,
            assumed: false,
            additional: Vec::new(),
            evidence,
            note: record.note.as_ref().map(name),
        };
        let cited = record.cite.iter().chain(record.participant.iter().flat_map(|p| &p.cite));
        supports::check(dataset, &tie, (file, &key, &record.id), cited, reporter);
        Some(tie)
    }

    /// The verbatim cells of a row must be the row.
    fn cells(
        &self,
        dataset: &Dataset,
        record: &ActionRecord,
        row: u8,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> ActionCells {
        let cell = |column: Column| -> Option<String> {
            dataset.sources.iter().find_map(|s| {
                let passage = s.document.passage(&format!("annex {row} {}", column.word()))?;
                Some(s.document.words(passage).to_owned())
            })
        };
        for (column, given) in [
            (Column::Title, &record.title),
            (Column::Partners, &record.partners),
            (Column::Calendar, &record.calendar),
        ] {
            let Some(words) = cell(column) else {
                if !reporter.lost.is_empty() {
                    return ActionCells::default();
                }
                reporter.on(
                    ACTIONS,
                    &record.id,
                    key,
                    (format!("l’annexe n’a pas de ligne {row}"), format!("the annex has no row {row}")),
                    ("numérotez les lignes de 1 à 50", "number rows from 1 to 50"),
                );
                return ActionCells::default();
            };
            match given {
                Some(given) if *given.get_ref() == words => {}
                Some(given) => {
                    let cell = column.word();
                    let what = (
                        format!("la case {cell} de la ligne {row} dit autre chose"),
                        format!("the {cell} cell of row {row} reads otherwise"),
                    );
                    let mend = (
                        format!("copiez-la lettre pour lettre: «{words}»"),
                        format!("copy it letter for letter: «{words}»"),
                    );
                    reporter.on(ACTIONS, given, key, what, mend);
                }
                None => {
                    let cell = column.word();
                    let what = (format!("il manque la case {cell}"), format!("the {cell} cell is missing"));
                    reporter.on(
                        ACTIONS,
                        &record.id,
                        key,
                        what,
                        (format!("ajoutez: {cell} = \"{words}\""), format!("add: {cell} = \"{words}\"")),
                    );
                }
            }
        }
        ActionCells {
            title: cell(Column::Title).unwrap_or_default(),
            description: cell(Column::Description).unwrap_or_default(),
            partners: cell(Column::Partners).unwrap_or_default(),
            calendar: cell(Column::Calendar).unwrap_or_default(),
        }
    }

    /// Resolves a participant's evidence and checks that `where` is where the action names it.
    #[expect(
        clippy::too_many_arguments,
        reason = "one participant in its record, its action and the fault list"
    )]
    fn participant(
        &self,
        dataset: &Dataset,
        record: &ActionRecord,
        part: &ParticipantRecord,
        actor: ActorId,
        key: &str,
        evidence: &mut Vec<Evidence>,
        reporter: &mut Reporter<'_>,
    ) -> Vec<u16> {
        let found = self.resolve(&dataset.sources, ACTIONS, key, &part.cite, reporter);
        let named = found.iter().any(|e| e.names.contains(&actor));
        if !named && found.len() == part.cite.len() {
            unnamed(dataset, ACTIONS, key, &part.actor, actor, reporter);
        }
        let id = part.actor.get_ref();
        for place in [Place::Title, Place::Description, Place::Column, Place::Text] {
            let locator = match (place, record.row, record.example) {
                (Place::Title, Some(row), _) => format!("annex {row} title"),
                (Place::Description, Some(row), _) => format!("annex {row} description"),
                (Place::Column, Some(row), _) => format!("annex {row} partners"),
                (Place::Text, None, Some(example)) => format!("example {example}"),
                _ => continue,
            };
            let names_it = dataset.sources.iter().any(|s| {
                let words = s.document.passage(&locator).map(|p| s.document.words(p));
                words.is_some_and(|w| self.aliases.actors(w).contains(&actor))
            });
            let given = part.places.iter().find(|p| p.get_ref() == place.word());
            match (given, names_it) {
                (Some(given), false) if reporter.lost.is_empty() => {
                    let what =
                        (format!("{locator} ne nomme pas {id}"), format!("{locator} does not name {id}"));
                    let mend = (
                        "retirez l’endroit, ou ajoutez à l’acteur le nom employé là",
                        "remove the place, or add the alias to the actor",
                    );
                    reporter.on(ACTIONS, given, key, what, mend);
                }
                (None, true)
                    if !self.is_out_of_scope(&locator, id) && !self.seeds.may_be_unread("", &[SCOPE]) =>
                {
                    let what = (
                        format!("{locator} nomme {id}, mais `where` ne le dit pas"),
                        format!("{locator} names {id}, but `where` does not say so"),
                    );
                    let place = place.word();
                    reporter.on(
                        ACTIONS,
                        &part.actor,
                        key,
                        what,
                        (format!("ajoutez \"{place}\" à where"), format!("add \"{place}\" to where")),
                    );
                }
                _ => {}
            }
        }
        let mut own = Vec::new();
        for one in found {
            let index = evidence.iter().position(|e| *e == one).unwrap_or_else(|| {
                evidence.push(one);
                evidence.len() - 1
            });
            own.push(index as u16);
        }
        own
    }

    /// Whether `scope.toml` says why this mention makes no participant.
    fn is_out_of_scope(&self, locator: &str, actor: &str) -> bool {
        self.seeds
            .scope
            .iter()
            .any(|s| s.actor.get_ref() == actor && s.at.iter().any(|a| a.get_ref() == locator))
    }

    /// Every annex row and every example is coded, once.
    pub(super) fn annex_is_whole(&self, dataset: &Dataset, reporter: &mut Reporter<'_>) {
        for source in &dataset.sources {
            for passage in source.document.passages() {
                let id = match passage.kind {
                    PassageKind::Cell { row, column: Column::Title } => format!("annex-{row}"),
                    PassageKind::Example(number) => format!("example-{number}"),
                    _ => continue,
                };
                if dataset.tie_id(&id).is_none() && !self.seeds.may_be_unread(&id, &[ACTIONS]) {
                    let at = &passage.locator;
                    let what = (format!("{at} n’a pas d’enregistrement"), format!("{at} has no record"));
                    let mend = (
                        format!("ajoutez [[action]] id = \"{id}\" à actions.toml"),
                        format!("add [[action]] id = \"{id}\" to actions.toml"),
                    );
                    let file = format!("documents/{}.txt", source.id);
                    reporter.at(&file, passage.range.clone(), &format!("action {id}"), what, mend);
                }
            }
        }
    }
}
