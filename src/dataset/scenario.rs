//! Scenarios: edits on a copy of the dataset (METHOD 7).
//!
//! What a scenario adds or changes is an assumption, never a fact: it has no evidence, the tie is marked
//! [`Tie::assumed`] and says so in its name, so that every output shows it.

mod read;

use std::collections::{BTreeMap, BTreeSet};

use super::Period;
use super::citations::Reporter;
use super::records::*;
use super::values::crosswalk;
use super::vocabulary::{Kind, State};
use super::word::Word;
use crate::seed::{Fault, ScenarioRecord, SeedFiles, Seeds};

/// One edit, resolved. Ties go by their ids, which outlive a change of place.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A new tie.
    Add(Box<Tie>),
    /// A further party to an existing tie.
    Extend {
        /// The tie.
        tie: String,
        /// The party.
        party: ActorId,
    },
    /// A tie, or one party of it, is taken out.
    Drop {
        /// The tie.
        tie: String,
        /// The party; none for the whole tie.
        party: Option<ActorId>,
    },
    /// A tie, or one party's part in it, is in this state on every day.
    State {
        /// The tie.
        tie: String,
        /// The party; none for the whole tie.
        party: Option<ActorId>,
        /// The state.
        state: State,
    },
    /// A new source confirms a tie as coded, and may say that it covers more.
    Source {
        /// The tie.
        tie: String,
        /// Further areas.
        areas: Vec<AreaId>,
        /// Further legs.
        legs: Vec<LegId>,
        /// Further domains, those of the areas and legs included.
        domains: Vec<DomainId>,
    },
    /// A record is put back as the dataset has it.
    Restore {
        /// The tie.
        tie: String,
    },
}

/// A scenario, resolved against a dataset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    /// Name; empty for edits of a command line.
    pub name: String,
    /// Edits in their order.
    pub edits: Vec<Edit>,
}

/// The front of the id of a tie that a scenario adds.
const PREFIX: &str = "assumed-";

impl Edit {
    /// The edit in the words of the command line.
    pub fn words(&self, dataset: &Dataset) -> String {
        let name = |a: &ActorId| dataset.actor(*a).id.clone();
        let list = |key: &str, ids: Vec<String>| {
            if ids.is_empty() { String::new() } else { format!(" {key}={}", ids.join(",")) }
        };
        let cover = |areas: &[AreaId], legs: &[LegId], domains: &[DomainId]| {
            let led = crosswalk(dataset, areas, legs);
            let more = domains.iter().filter(|d| !led.contains(d));
            list("areas", areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()).collect())
                + &list("domains", more.map(|d| dataset.domains[d.0 as usize].id.clone()).collect())
                + &list("legs", legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()).collect())
        };
        match self {
            Edit::Add(tie) => {
                let parties: Vec<String> = tie.participants.iter().map(|p| name(&p.actor)).collect();
                let mut out = format!("add {} {}", tie.kind.word(), parties.join(","));
                out += &cover(&tie.areas, &tie.legs, &tie.domains);
                if tie.state != State::Active {
                    out += &format!(" state={}", tie.state.word());
                }
                out += &tie.meeting.map(|m| format!(" meeting={}", m.word())).unwrap_or_default();
                out += &tie.carries.map(|k| format!(" carries={}", k.word())).unwrap_or_default();
                if !tie.with_hub {
                    out += " without_hub=yes";
                }
                if tie.id != plain_id(tie.kind, &parties) {
                    out += &format!(" id={}", tie.id);
                }
                out
            }
            Edit::Extend { tie, party } => format!("extend {tie} {}", name(party)),
            Edit::Drop { tie, party } => {
                format!("drop {tie}{}", party.iter().map(|p| format!(" {}", name(p))).collect::<String>())
            }
            Edit::State { tie, party, state } => {
                let party: String = party.iter().map(|p| format!(" {}", name(p))).collect();
                format!("state {tie}{party} {}", state.word())
            }
            Edit::Source { tie, areas, legs, domains } => {
                format!("source {tie}{}", cover(areas, legs, domains))
            }
            Edit::Restore { tie } => format!("restore {tie}"),
        }
    }
}

fn plain_id(kind: Kind, parties: &[String]) -> String {
    format!("{PREFIX}{}-{}", kind.word(), parties.join("-"))
}

impl Scenario {
    /// Reads a scenario against a dataset; every fault at once. What can be resolved is in the scenario.
    pub fn read(dataset: &Dataset, record: &ScenarioRecord) -> (Scenario, Vec<Fault>) {
        let files = SeedFiles {
            files: BTreeMap::from([(record.file.clone(), record.text.clone())]),
            ..SeedFiles::default()
        };
        let seeds = Seeds { files, ..Seeds::default() };
        let mut reporter = Reporter { seeds: &seeds, faults: Vec::new(), lost: BTreeSet::new() };
        let mut reader = read::Reader { base: dataset, file: &record.file, draft: Draft::new(dataset) };
        let mut out = Scenario { name: record.name.clone(), edits: Vec::new() };
        for edit in &record.edits {
            if let Some(edit) = reader.edit(edit, &mut reporter) {
                reader.draft.apply(dataset, &edit);
                out.edits.push(edit);
            }
        }
        reporter.faults.sort();
        (out, reporter.faults)
    }

    /// Reads edits in words, one text an edit, as `--edit` takes them: `add DP NOR`, `drop DD-BRA`, `state DTA-SGP active`.
    ///
    /// # Errors
    /// Every fault at once, each with the edit (as a line), the word (as a column) and how to mend it.
    pub fn from_words(dataset: &Dataset, texts: &[String]) -> Result<Scenario, Vec<Fault>> {
        Scenario::whole(dataset, crate::seed::scenario_from_words(texts))
    }

    /// Reads the text of a scenario file; `file` is its name in the faults.
    ///
    /// # Errors
    /// Every fault at once, each with its place and how to mend it.
    pub fn from_toml(dataset: &Dataset, file: &str, text: &str) -> Result<Scenario, Vec<Fault>> {
        Scenario::whole(dataset, crate::seed::scenario_from_toml(file, text))
    }

    fn whole(
        dataset: &Dataset,
        (record, mut faults): (ScenarioRecord, Vec<Fault>),
    ) -> Result<Scenario, Vec<Fault>> {
        let (scenario, more) = Scenario::read(dataset, &record);
        faults.extend(more);
        if faults.is_empty() { Ok(scenario) } else { Err(faults) }
    }

    /// A copy of the dataset with the edits made.
    pub fn apply(&self, dataset: &Dataset) -> Dataset {
        let mut draft = Draft::new(dataset);
        for edit in &self.edits {
            draft.apply(dataset, edit);
        }
        draft.finish(dataset)
    }

    /// The edits that take this scenario back: after both, the dataset is the baseline.
    pub fn inverse(&self, dataset: &Dataset) -> Vec<Edit> {
        let back = |id: &String| dataset.tie_id(id).map(|_| Edit::Restore { tie: id.clone() });
        self.edits
            .iter()
            .rev()
            .filter_map(|edit| match edit {
                Edit::Add(tie) => Some(Edit::Drop { tie: tie.id.clone(), party: None }),
                // What happened to an added tie goes with it.
                Edit::Extend { tie, .. }
                | Edit::Drop { tie, .. }
                | Edit::State { tie, .. }
                | Edit::Source { tie, .. } => back(tie),
                // A record put back was the baseline's already.
                Edit::Restore { .. } => None,
            })
            .collect()
    }
}

/// The ties while edits are made, each with its place in the baseline.
struct Draft {
    ties: Vec<(usize, Tie)>,
    added: usize,
}

impl Draft {
    fn new(dataset: &Dataset) -> Draft {
        let ties: Vec<(usize, Tie)> = dataset.ties.iter().cloned().enumerate().collect();
        Draft { added: ties.len(), ties }
    }

    fn at(&mut self, id: &str) -> Option<&mut Tie> {
        self.ties.iter_mut().find(|(_, t)| t.id == id).map(|(_, t)| t)
    }

    fn apply(&mut self, base: &Dataset, edit: &Edit) {
        match edit {
            Edit::Add(tie) => {
                self.ties.push((self.added, (**tie).clone()));
                self.added += 1;
            }
            Edit::Extend { tie, party } => {
                let Some(tie) = self.at(tie) else { return };
                let part = extended(base, tie, *party);
                tie.participants.push(part);
                let who = &base.actor(*party).name;
                let (fr, en) = (&who.fr, &who.en);
                mark(tie, &format!("participation supposée: {fr}"), &format!("assumed participation: {en}"));
            }
            Edit::Drop { tie, party: None } => self.ties.retain(|(_, t)| &t.id != tie),
            Edit::Drop { tie, party: Some(party) } => {
                let Some(tie) = self.at(tie) else { return };
                tie.participants.retain(|p| p.actor != *party);
                let who = &base.actor(*party).name;
                mark(tie, &format!("supposé sans: {}", who.fr), &format!("assumed without: {}", who.en));
            }
            Edit::State { tie, party, state } => {
                let Some(tie) = self.at(tie) else { return };
                let wanted = |p: &Participant| party.is_none_or(|actor| actor == p.actor);
                tie.participants.iter_mut().filter(|p| wanted(p)).for_each(|p| p.state = *state);
                if party.is_none() {
                    tie.state = *state;
                    // An assumed state holds on every day, whatever the source's calendar says.
                    tie.period = Period::default();
                    (tie.date_conflict, tie.disputed) = (false, None);
                }
                mark(tie, "état supposé", "assumed state");
            }
            Edit::Source { tie, areas, legs, domains } => {
                let Some(tie) = self.at(tie) else { return };
                if tie.state != State::Active {
                    tie.period = Period { until: tie.period.until, ..Period::default() };
                }
                let more = |part: (&mut Vec<AreaId>, &mut Vec<LegId>, &mut Vec<DomainId>)| {
                    join(part.0, areas);
                    join(part.1, legs);
                    join(part.2, domains);
                    part.2.sort_unstable();
                };
                more((&mut tie.areas, &mut tie.legs, &mut tie.domains));
                for part in &mut tie.participants {
                    more((&mut part.areas, &mut part.legs, &mut part.domains));
                }
                mark(tie, "source supposée", "assumed source");
            }
            Edit::Restore { tie } => {
                if let Some(id) = base.tie_id(tie) {
                    self.ties.retain(|(_, t)| &t.id != tie);
                    self.ties.push((id.0 as usize, base.tie(id).clone()));
                }
            }
        }
    }

    fn finish(mut self, base: &Dataset) -> Dataset {
        self.ties.sort_by_key(|(place, _)| *place);
        let mut out = base.clone();
        out.ties = self.ties.into_iter().map(|(_, tie)| tie).collect();
        out.tie_ids = out.ties.iter().enumerate().map(|(i, t)| (t.id.clone(), TieId(i as u32))).collect();
        out
    }
}

fn join<T: PartialEq + Copy>(list: &mut Vec<T>, more: &[T]) {
    for value in more {
        if !list.contains(value) {
            list.push(*value);
        }
    }
}

/// Says in the name of a tie what is assumed of it.
fn mark(tie: &mut Tie, fr: &str, en: &str) {
    tie.assumed = true;
    tie.name.fr += &format!(" ({fr})");
    tie.name.en += &format!(" ({en})");
}

/// The part that a further party would have: what the parties already active in the tie have between them, the tie's own
/// where none is.
pub fn extended(dataset: &Dataset, tie: &Tie, actor: ActorId) -> Participant {
    let (mut areas, mut legs, mut domains) = (Vec::new(), Vec::new(), Vec::new());
    let partners = |p: &&Participant| {
        p.state == tie.state
            && matches!(dataset.actor(p.actor).kind, ActorKind::Partner | ActorKind::Grouping)
    };
    for part in tie.participants.iter().filter(partners) {
        join(&mut areas, &part.areas);
        join(&mut legs, &part.legs);
        join(&mut domains, &part.domains);
    }
    if areas.is_empty() && legs.is_empty() {
        (areas, legs, domains) = (tie.areas.clone(), tie.legs.clone(), tie.domains.clone());
    }
    domains.sort_unstable();
    let (state, places, evidence) = (tie.state, Vec::new(), Vec::new());
    Participant { actor, state, areas, legs, domains, places, evidence, note: None }
}
