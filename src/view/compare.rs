//! Actors side by side, on the wire and in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{Named, class_label, column};
use super::goals::quotations;
use super::names::Label;
use super::network::{DatasetView, DatesView, EvidenceView, dataset_view, dates_view, later_lists};
use super::told::told_since;
use super::words::{self, enumerate, say};
use crate::dataset::{ActorId, State, TieId, Word};
use crate::explorer::Explorer;
use crate::gap::{
    CellClass, Column, CompareRow, Compared, Dimension, Ground, Shared, Subject, compare_actors,
};
use crate::network::told;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CompareRowView {
    /// Kind, domain, area or forum.
    pub id: String,
    /// Its names.
    pub names: Label,
    /// The value for each actor: active, planned, grouping, absent or silent.
    pub classes: Vec<&'static str>,
    /// The values in words.
    pub labels: Vec<Label>,
    /// Ties of each value; of a kind without a value, the instruments that the label tells of.
    pub ties: Vec<Vec<String>>,
    /// Quotations.
    pub evidence: Vec<EvidenceView>,
}

/// A dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DimensionView {
    /// kinds, domains, areas or forums.
    pub id: &'static str,
    /// Title.
    pub title: Label,
    /// What is common, what only one has, what stands differently, the rest, and what none has: each row in one sentence. Of the
    /// kinds also what other public texts tell since.
    pub sentences: Vec<Label>,
    /// Rows on which at least one of the actors is on record.
    pub rows: Vec<CompareRowView>,
}

/// Actors side by side.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CompareView {
    /// The actors.
    pub actors: Vec<Named>,
    /// The dimensions.
    pub dimensions: Vec<DimensionView>,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// Compares actors.
pub fn compare_view(explorer: &Explorer, actors: &[ActorId]) -> CompareView {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let ids: Vec<&str> = actors.iter().map(|&a| dataset.actor(a).id.as_str()).collect();
    let dimensions = compare_actors(ground, actors)
        .into_iter()
        .map(|found| DimensionView {
            id: found.dimension.word(),
            title: title(found.dimension),
            sentences: sentences(explorer, actors, &found),
            rows: found.rows.iter().map(|r| row(explorer, actors, r)).collect(),
        })
        .collect();
    CompareView {
        actors: actors
            .iter()
            .map(|&a| Named { id: dataset.actor(a).id.clone(), names: words::actor(dataset, a) })
            .collect(),
        dimensions,
        notes: [
            say(
                "«Seulement» veut dire: seul des acteurs comparés dont les documents nomment quelque chose en cours, ou prévu ou signé sans que rien soit dit des autres; ce qu’ils disent de tous, à des stades différents, est dit à part; leur silence ne dit pas que rien n’existe.",
                "“Only” means: the only one of the actors compared for which the documents name something running, or planned or signed with nothing said of the others; what they say of all, at different stages, is said apart; what they do not say is not what does not exist.",
            ),
            say(
                "Les membres des forums viennent de listes publiques datées (classe structurelle).",
                "The members of forums come from dated public lists (structural class).",
            ),
        ]
        .into_iter()
        .chain(later_lists(explorer))
        .collect(),
        command: explorer.command(&format!("compare {}", ids.join(" "))),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

fn title(dimension: Dimension) -> Label {
    match dimension {
        Dimension::Kinds => say("Instruments", "Instruments"),
        Dimension::Domains => say("Domaines promis", "Promised domains"),
        Dimension::Areas => say("Domaines d’action", "Areas"),
        Dimension::Forums => say("Forums", "Forums"),
    }
}

fn subject(explorer: &Explorer, subject: Subject) -> Named {
    match subject {
        Subject::Column(c) => column(&explorer.dataset, c),
        Subject::Forum(f) => {
            Named { id: explorer.dataset.actor(f).id.clone(), names: words::actor(&explorer.dataset, f) }
        }
    }
}

fn sentences(explorer: &Explorer, actors: &[ActorId], found: &Compared) -> Vec<Label> {
    let rows = &found.rows;
    let names = |wanted: Shared| {
        let labels: Vec<Label> = rows
            .iter()
            .filter(|r| r.shared() == wanted)
            .map(|r| subject(explorer, r.subject).names)
            .collect();
        (labels.is_empty(), if labels.is_empty() { say("rien", "nothing") } else { enumerate(&labels) })
    };
    // Beside what runs, what is no more than planned or signed.
    let both = |running: Shared, planned: Shared| {
        let ((_, runs), (none, ahead)) = (names(running), names(planned));
        match none {
            true => runs,
            false => say(
                format!("{}; prévu ou signé: {}", runs.fr, ahead.fr),
                format!("{}; planned or signed: {}", runs.en, ahead.en),
            ),
        }
    };
    let mut out = Vec::new();
    let common = both(Shared::Common, Shared::CommonPlanned);
    out.push(say(format!("En commun: {}.", common.fr), format!("In common: {}.", common.en)));
    for (i, &a) in actors.iter().enumerate() {
        let who = words::actor(&explorer.dataset, a);
        let what = both(Shared::Only(i), Shared::OnlyPlanned(i));
        out.push(say(
            format!("{} seulement: {}.", who.fr, what.fr),
            format!("{} only: {}.", who.en, what.en),
        ));
    }
    if found.dimension == Dimension::Kinds {
        out.extend(since(explorer, actors));
    }
    let (_, differ) = names(Shared::Differently);
    out.push(say(
        format!("Chez tous, à des stades différents: {}.", differ.fr),
        format!("For all, at different stages: {}.", differ.en),
    ));
    let (none, other) = names(Shared::Otherwise);
    if !none {
        out.push(say(
            format!("Autrement, comme le tableau le dit: {}.", other.fr),
            format!("Otherwise, as the table says: {}.", other.en),
        ));
    }
    // What a closed list says of all is more than silence.
    let absent = |r: &&CompareRow| r.classes.iter().all(|c| *c == CellClass::EstablishedAbsence);
    let (closed, silent): (Vec<_>, Vec<_>) = found.nobody.iter().partition(absent);
    let of = |rows: &[&CompareRow]| {
        enumerate(&rows.iter().map(|r| subject(explorer, r.subject).names).collect::<Vec<_>>())
    };
    if !closed.is_empty() {
        let what = of(&closed);
        out.push(say(
            format!("Aucun ne l’a, d’après une liste fermée: {}.", what.fr),
            format!("None has, by a closed list: {}.", what.en),
        ));
    }
    if !silent.is_empty() {
        let what = of(&silent);
        out.push(say(
            format!("Absent du corpus pour tous: {}.", what.fr),
            format!("Not on record for any of them: {}.", what.en),
        ));
    }
    out
}

/// What other public texts tell of the actors since, where one compares what the documents say.
fn since(explorer: &Explorer, actors: &[ActorId]) -> Option<Label> {
    let dataset = &explorer.dataset;
    let told = told_since(explorer);
    let lines: Vec<Label> = actors
        .iter()
        .flat_map(|&actor| told.iter().filter(move |t| t.is_of(actor)).map(move |t| (actor, t)))
        .map(|(actor, told)| {
            let who = words::actor(dataset, actor);
            let (what, how) = (words::kind(dataset, told.tie.kind), told.in_words());
            say(
                format!("{}, {} ({})", who.fr, what.fr, how.fr),
                format!("{}, {} ({})", who.en, what.en, how.en),
            )
        })
        .collect();
    let sources = words::in_words(explorer.sources_command());
    let join = |get: fn(&Label) -> &str| lines.iter().map(get).collect::<Vec<_>>().join("; ");
    (!lines.is_empty()).then(|| {
        say(
            format!(
                "Depuis, d’après d’autres textes publics, hors des deux documents: {} (sources additionnelles: «{}»).",
                join(|l| &l.fr),
                sources.fr
            ),
            format!(
                "Since, by other public texts, outside the two documents: {} (additional sources: “{}”).",
                join(|l| &l.en),
                sources.en
            ),
        )
    })
}

fn row(explorer: &Explorer, actors: &[ActorId], row: &CompareRow) -> CompareRowView {
    let dataset = &explorer.dataset;
    let Named { id, names } = subject(explorer, row.subject);
    let label = |class: CellClass| match (row.subject, class) {
        (Subject::Forum(_), CellClass::ActiveNamed) => say("membre", "member"),
        (Subject::Forum(_), CellClass::EstablishedAbsence) => say("non membre", "not a member"),
        _ => class_label(class),
    };
    let all: Vec<TieId> = row.ties.iter().chain(&row.beside).flatten().copied().collect();
    let given: Vec<Vec<TieId>> =
        row.ties.iter().zip(&row.beside).map(|(ties, beside)| [&ties[..], beside].concat()).collect();
    let labels = (0..actors.len()).map(|i| {
        let of = |id: &TieId| dataset.tie(*id);
        if let Some(first) = row.beside[i].first().map(of) {
            // The documents name it, without a state in which it would count.
            let part = first.participant(actors[i]).map_or(first.state, |p| p.state);
            let state = match told(first, part, explorer.dates.as_of) {
                State::Unknown => say("état non précisé", "state not stated"),
                other => words::state(other),
            };
            return say(format!("nommé, {}", state.fr), format!("named, {}", state.en));
        }
        let said = label(row.classes[i]);
        let by_action = matches!(row.subject, Subject::Column(Column::Kind(_)))
            && !row.ties[i].is_empty()
            && row.ties[i].iter().map(of).all(|t| t.is_action());
        match by_action {
            true => say(format!("{}, par une action", said.fr), format!("{}, by an action", said.en)),
            false => said,
        }
    });
    let labels = labels.collect();
    let mut once = all.clone();
    once.sort_unstable();
    once.dedup();
    CompareRowView {
        id,
        names,
        classes: row.classes.iter().map(|c| c.word()).collect(),
        labels,
        ties: given.iter().map(|ties| ties.iter().map(|&t| dataset.tie(t).id.clone()).collect()).collect(),
        evidence: quotations(dataset, &once, actors),
    }
}
