//! What a client must know before it asks: vocabularies with their words, documents, dates, actors to search.

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{Named, class_label};
use super::goals::Goal;
use super::monitor::phase_label;
use super::names::Label;
use super::network::{DatasetView, DatesView, KindView, dataset_view, dates_view, kinds_view};
use super::words::{self, say};
use crate::corpus::fold;
use crate::dataset::{ActorKind, Dataset, Date, Kind, Level, Moment, State, Word};
use crate::explorer::Explorer;
use crate::gap::{CellClass, Phase};
use crate::network::Class;

/// An actor for the search field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActorEntry {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: &'static str,
    /// Names.
    pub names: Label,
    /// Folded forms under which it is found: ids, codes, names, aliases.
    pub forms: Vec<String>,
    /// Whether a tie names it.
    pub named: bool,
}

/// Everything a client must know before it asks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MetaView {
    /// Version of the program.
    pub program: &'static str,
    /// Dataset.
    pub dataset: DatasetView,
    /// The dates of this answer.
    pub dates: DatesView,
    /// The days on which something begins, ends or is published: the stops of a date slider.
    pub stops: Vec<String>,
    /// Kinds of tie.
    pub kinds: Vec<KindView>,
    /// States.
    pub states: Vec<Named>,
    /// Evidence classes.
    pub classes: Vec<Named>,
    /// Kinds of actor to filter by.
    pub actor_kinds: Vec<Named>,
    /// Link levels.
    pub levels: Vec<Named>,
    /// Cell values.
    pub cells: Vec<Named>,
    /// Phases of actions.
    pub phases: Vec<Named>,
    /// Areas.
    pub areas: Vec<Named>,
    /// Domains.
    pub domains: Vec<Named>,
    /// Directions.
    pub goals: Vec<Named>,
    /// Actors.
    pub actors: Vec<ActorEntry>,
    /// Until when the additional sources were read; null for a dataset without them.
    pub additional_until: Option<String>,
    /// Where footnotes are called in each document: a quotation that holds such a number shows it raised, its characters unchanged.
    pub calls: Vec<CallsView>,
    /// On which day each list of members was read, ascending: lists are used whatever had been published.
    pub lists_read: Vec<String>,
    /// What additional sources tell of states, by the day from which it counts; switched on by `additional`.
    pub told: Vec<ToldView>,
    /// Resources of the API, where there is one.
    pub resources: Vec<String>,
}

/// A state that a public text outside the documents tells: not machine-checked, and in no count unless asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ToldView {
    /// Id of the tie, be it one of the documents or not.
    pub tie: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its parties beside the EU.
    pub actors: Vec<String>,
    /// The state.
    pub state: &'static str,
    /// From which day on.
    pub from: String,
    /// From which day on the text is out.
    pub out: String,
}

/// Where footnotes are called in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CallsView {
    /// Document id.
    pub document: String,
    /// First byte of each number, and the byte after its last.
    pub at: Vec<[usize; 2]>,
}

fn vocabulary<T: Word>(label: impl Fn(T) -> Label) -> Vec<Named> {
    T::ALL.iter().map(|&v| Named { id: v.word().to_owned(), names: label(v) }).collect()
}

fn lists_read(dataset: &Dataset) -> Vec<String> {
    let mut days: Vec<String> = dataset.memberships.iter().map(|m| m.checked.to_string()).collect();
    days.sort_unstable();
    days
}

/// Everything a client must know before it asks.
pub fn meta_view(explorer: &Explorer) -> MetaView {
    let dataset = &*explorer.dataset;
    let named = |id: &str, names: Label| Named { id: id.to_owned(), names };
    MetaView {
        program: env!("CARGO_PKG_VERSION"),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
        stops: stops(dataset),
        kinds: kinds_view(dataset),
        states: vocabulary::<State>(words::state),
        classes: vocabulary::<Class>(words::class),
        actor_kinds: vec![
            named("partner", say("partenaires", "partners")),
            named("grouping", say("groupements", "groupings")),
            named("forum", say("forums et organisations", "forums and organisations")),
            named("programme", say("programmes de l’UE", "EU programmes")),
        ],
        levels: vocabulary::<Level>(words::level),
        cells: vocabulary::<CellClass>(class_label),
        phases: vocabulary::<Phase>(phase_label),
        areas: dataset.areas.iter().map(|a| named(&a.id, (&a.name).into())).collect(),
        domains: dataset.domains.iter().map(|d| named(&d.id, (&d.name).into())).collect(),
        goals: Goal::ALL
            .iter()
            .filter_map(|g| {
                let direction = dataset.directions.iter().find(|d| d.id == g.id())?;
                Some(named(g.id(), (&direction.name).into()))
            })
            .collect(),
        actors: actors(dataset),
        additional_until: dataset.additional.sources.iter().map(|s| s.checked).max().map(|d| d.to_string()),
        calls: calls(dataset),
        lists_read: lists_read(dataset),
        told: told(dataset),
        resources: Vec::new(),
    }
}

fn told(dataset: &Dataset) -> Vec<ToldView> {
    // A period counts from its last day on.
    let last = |m: &Moment| m.end.previous_day().unwrap_or(m.end).to_string();
    let mut all: Vec<ToldView> = dataset
        .changed(Date::MAX, Date::MAX)
        .map(|(change, tie)| ToldView {
            tie: tie.id.clone(),
            kind: tie.kind.word(),
            actors: tie.participants.iter().map(|p| dataset.actor(p.actor).id.clone()).collect(),
            state: change.state.word(),
            from: last(&change.from),
            out: last(&dataset.additional.sources[change.source].date),
        })
        .collect();
    all.sort_by(|a, b| (&a.from, &a.tie).cmp(&(&b.from, &b.tie)));
    all
}

fn calls(dataset: &Dataset) -> Vec<CallsView> {
    let of = |s: &crate::dataset::Source| CallsView {
        document: s.id.clone(),
        at: s
            .document
            .passages()
            .iter()
            .flat_map(|p| &p.calls)
            .map(|c| [c.range.start, c.range.end])
            .collect(),
    };
    dataset.sources.iter().map(of).filter(|c| !c.at.is_empty()).collect()
}

fn actors(dataset: &Dataset) -> Vec<ActorEntry> {
    let mut named = vec![false; dataset.actors.len()];
    for tie in &dataset.ties {
        for part in &tie.participants {
            named[part.actor.0 as usize] = true;
        }
        for programme in &tie.programmes {
            named[programme.0 as usize] = true;
        }
    }
    dataset
        .all_actors()
        .filter(|&a| dataset.actor(a).kind != ActorKind::MemberState)
        .map(|a| {
            let actor = dataset.actor(a);
            let fixed = [Some(&actor.id), actor.alpha2.as_ref(), Some(&actor.name.fr), Some(&actor.name.en)];
            let mut forms: Vec<String> =
                fixed.into_iter().flatten().chain(&actor.aliases).map(|f| fold(f).text).collect();
            forms.dedup();
            ActorEntry {
                id: actor.id.clone(),
                kind: actor.kind.word(),
                names: (&actor.name).into(),
                forms,
                named: named[a.0 as usize],
            }
        })
        .collect()
}

/// The days on which something of the dataset begins or ends, with the days of publication, ascending.
fn stops(dataset: &Dataset) -> Vec<String> {
    let mut days: Vec<_> = dataset.sources.iter().map(|s| s.date).collect();
    for tie in dataset.ties.iter().filter(|t| t.kind != Kind::Member) {
        let period = &tie.period;
        days.extend(period.from.map(|m| m.start));
        days.extend(period.until.map(|m| m.end));
        days.extend(period.expected.map(|m| m.end));
    }
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|d| d.to_string()).collect()
}
