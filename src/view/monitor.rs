//! Actions in time on the wire.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::additional::pointer;
use super::cells::Named;
use super::names::Label;
use super::network::{
    DatasetView, DatesView, EvidenceView, TieView, cut_of, dataset_view, dates_view, tie_view,
};
use super::words::{self, say};
use crate::dataset::{ActorId, Kind, Period, TieId, Word};
use crate::explorer::{Explorer, filter_options};
use crate::gap::{Ground, Phase, monitor};
use crate::network::{Filter, told};

/// An action and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActionView {
    /// running, to-start, ended or unconfirmed.
    pub phase: &'static str,
    /// The tie.
    pub tie: TieView,
}

/// A deadline of the Council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeadlineView {
    /// By when, as the source gives it; null when it recurs without a date.
    pub due: Option<String>,
    /// Whether it has passed.
    pub passed: bool,
    /// In words.
    pub text: Label,
    /// The words that set it.
    pub evidence: EvidenceView,
}

/// The actions on a date.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MonitorView {
    /// In one sentence.
    pub headline: Label,
    /// Number of actions in each phase.
    pub counts: Vec<PhaseCount>,
    /// The 50 rows and 32 examples.
    pub actions: Vec<ActionView>,
    /// Instruments that await a next state.
    pub awaited: Vec<TieView>,
    /// Of how many instruments on record.
    pub instruments: usize,
    /// Every other tie that its source dates, whatever its state, for the calendar; no part of the wire.
    #[serde(skip)]
    pub dated: Vec<TieView>,
    /// The areas with their names, for the same.
    #[serde(skip)]
    pub areas: Vec<Named>,
    /// The names of those who take part in them, for the same and for the report.
    #[serde(skip)]
    pub actors: Vec<Named>,
    /// Ids of what a new source should confirm.
    pub to_verify: Vec<String>,
    /// For those of which an additional source says what became: where.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub pointers: BTreeMap<String, Label>,
    /// Deadlines of the Council.
    pub deadlines: Vec<DeadlineView>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// Actions in a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PhaseCount {
    /// Phase.
    pub phase: &'static str,
    /// In words.
    pub label: Label,
    /// How many.
    pub n: usize,
    /// Out of.
    pub of: usize,
}

/// A phase in words.
pub fn phase_label(phase: Phase) -> Label {
    match phase {
        Phase::Running => say("en cours", "running"),
        Phase::ToStart => say("à venir", "to start"),
        Phase::Ended => say("terminées d’après le calendrier du texte", "ended by the text’s own calendar"),
        Phase::Unconfirmed => say(
            "non confirmées: date annoncée passée sans source nouvelle",
            "unconfirmed: announced date passed without a new source",
        ),
    }
}

/// The actions on the explorer's dates.
pub fn monitor_view(explorer: &Explorer) -> MonitorView {
    calendar_view(explorer, &Filter::default())
}

/// Whether a selection holds a tie: by its kind, state, areas and domains; of kinds of actor, when one of them takes part;
/// of an actor, when the tie names it.
fn holds(explorer: &Explorer, filter: &Filter, id: TieId) -> bool {
    let dataset = &*explorer.dataset;
    let tie = dataset.tie(id);
    let kind = |a: ActorId| filter.kinds.contains(&dataset.actor(a).kind);
    let names = |a: ActorId| tie_view(explorer, id).participants.contains(&dataset.actor(a).id);
    filter.admits_tie(tie, told(tie, tie.state, explorer.dates.as_of))
        && (filter.kinds.is_empty() || tie.participants.iter().any(|p| kind(p.actor)))
        && filter.focus.is_none_or(names)
}

/// The command of a selection.
fn command(explorer: &Explorer, filter: &Filter) -> String {
    if *filter == Filter::default() {
        return explorer.command("actions");
    }
    explorer.command(&format!("draw calendar{}", filter_options(explorer, filter)))
}

/// The actions and dated instruments of a selection; the Council's deadlines belong to none and stay.
pub fn calendar_view(explorer: &Explorer, filter: &Filter) -> MonitorView {
    let dataset = &*explorer.dataset;
    let mut found = monitor(Ground { dataset, dates: explorer.dates });
    found.actions.retain(|(id, _, _)| holds(explorer, filter, *id));
    found.awaited.retain(|(id, _)| holds(explorer, filter, *id));
    found.to_verify.retain(|id| holds(explorer, filter, *id));
    let of = found.actions.len();
    let counts: Vec<PhaseCount> = Phase::ALL
        .iter()
        .map(|&phase| PhaseCount {
            phase: phase.word(),
            label: phase_label(phase),
            n: found.actions.iter().filter(|(_, p, _)| *p == phase).count(),
            of,
        })
        .collect();
    let instruments = Ground { dataset, dates: explorer.dates }
        .ties()
        .filter(|(id, t)| !t.is_action() && t.kind != Kind::Member && holds(explorer, filter, *id))
        .count();
    let waiting = words::counted(
        found.awaited.len(),
        ["aucun n’attend son prochain état", "1 attend son prochain état", "# attendent leur prochain état"],
        ["none awaits its next state", "1 awaits its next state", "# await their next state"],
    );
    let day = words::day(explorer.dates.as_of);
    let n = |i: usize| counts[i].n;
    let headline = say(
        format!(
            "Au {}, sur {of} actions et exemples: {} en cours, {} à venir, {}, {}; sur {instruments} instruments, {}.",
            day.fr,
            n(0),
            n(1),
            match n(2) {
                0 => "aucune terminée d’après le texte".to_owned(),
                1 => "1 terminée d’après le texte".to_owned(),
                n => format!("{n} terminées d’après le texte"),
            },
            match n(3) {
                0 => "aucune non confirmée".to_owned(),
                1 => "1 non confirmée".to_owned(),
                n => format!("{n} non confirmées"),
            },
            waiting.fr
        ),
        format!(
            "On {}, of {of} actions and examples: {} running, {} to start, {} ended by the text, {} unconfirmed; of {instruments} instruments, {}.",
            day.en,
            n(0),
            n(1),
            n(2),
            n(3),
            waiting.en
        ),
    );
    let deadlines = found
        .deadlines
        .iter()
        .filter_map(|d| {
            let (source, passage) =
                dataset.sources.iter().find_map(|s| Some((s, s.document.passage(d.at)?)))?;
            let range = source.document.find(passage, d.quote)?;
            let place = words::place(d.at);
            let text = match d.due.map(|due| words::moment(&due.to_string())) {
                Some(due) if d.passed => say(
                    format!("Échéance du Conseil ({}): {}, passée.", place.fr, due.fr),
                    format!("Deadline of the Council ({}): {}, passed.", place.en, due.en),
                ),
                Some(due) => say(
                    format!("Échéance du Conseil ({}): {}.", place.fr, due.fr),
                    format!("Deadline of the Council ({}): {}.", place.en, due.en),
                ),
                None => say(
                    format!("Rythme demandé par le Conseil ({}): régulièrement, sans date.", place.fr),
                    format!("Rhythm asked for by the Council ({}): regularly, without a date.", place.en),
                ),
            };
            Some(DeadlineView {
                due: d.due.map(|m| m.to_string()),
                passed: d.passed,
                text,
                evidence: EvidenceView {
                    document: source.id.clone(),
                    at: d.at.to_owned(),
                    start: range.start,
                    end: range.end,
                    quote: d.quote.to_owned(),
                    cut: cut_of(&source.document, &range, d.quote),
                },
            })
        })
        .collect();
    let ground = Ground { dataset, dates: explorer.dates };
    let is_dated = |p: &Period| p.from.is_some() || p.until.is_some() || p.expected.is_some();
    let dated: Vec<TieId> =
        ground.ties().filter(|(_, t)| !t.is_action() && is_dated(&t.period)).map(|(id, _)| id).collect();
    let dated: Vec<TieId> = dated.into_iter().filter(|&id| holds(explorer, filter, id)).collect();
    let awaited = found.awaited.iter().map(|(id, _)| id);
    let ids = found.actions.iter().map(|(id, _, _)| id).chain(&dated).chain(awaited);
    let actors: BTreeSet<ActorId> =
        ids.flat_map(|&id| dataset.tie(id).participants.iter().map(|p| p.actor)).collect();
    MonitorView {
        headline,
        counts,
        actions: found
            .actions
            .iter()
            .map(|(id, phase, _)| ActionView { phase: phase.word(), tie: tie_view(explorer, *id) })
            .collect(),
        awaited: found.awaited.iter().map(|(id, _)| tie_view(explorer, *id)).collect(),
        instruments,
        dated: dated.into_iter().map(|id| tie_view(explorer, id)).collect(),
        areas: dataset.areas.iter().map(|a| Named { id: a.id.clone(), names: (&a.name).into() }).collect(),
        actors: actors
            .into_iter()
            .map(|a| Named { id: dataset.actor(a).id.clone(), names: words::actor(dataset, a) })
            .collect(),
        to_verify: found.to_verify.iter().map(|&t| dataset.tie(t).id.clone()).collect(),
        pointers: found
            .to_verify
            .iter()
            .map(|&t| &dataset.tie(t).id)
            .filter_map(|id| Some((id.clone(), pointer(explorer, id)?)))
            .collect(),
        deadlines,
        command: command(explorer, filter),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}
