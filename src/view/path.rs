//! Shortest paths in words, each step with its source.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Label;
use super::network::{DatasetView, DatesView, EvidenceView, dataset_view, dates_view, evidence_view};
use super::words::{self, say};
use crate::dataset::{ActorId, Dataset};
use crate::explorer::Explorer;
use crate::network::{Csr, Filter, FormatOrigin, Projection, actor_graph};

/// A shortest path in words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PathView {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Their names, for the heading; no part of the wire.
    #[serde(skip)]
    pub names: [Label; 2],
    /// Number of steps; null when there is no path.
    pub length: Option<usize>,
    /// Number of shortest paths.
    pub count: u64,
    /// The shortest paths shown.
    pub paths: Vec<Vec<StepView>>,
    /// The answer in one sentence.
    pub text: Label,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StepView {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// In words.
    pub text: Label,
    /// The ties it goes by; a forum's own ties when it goes by a forum.
    pub ties: Vec<String>,
    /// The forums it goes by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forums: Vec<String>,
    /// Quotations.
    pub evidence: Vec<EvidenceView>,
}

/// The most shortest paths that are written out.
const SHOWN: usize = 12;

/// All shortest paths from `from` to `to` in the actor graph, in words.
pub fn path_view(explorer: &Explorer, filter: &Filter, from: ActorId, to: ActorId) -> PathView {
    let dataset = &*explorer.dataset;
    let projection = actor_graph(dataset, explorer.dates, filter);
    let (a, b) = (projection.node(from), projection.node(to));
    let found = match (a, b) {
        (Some(a), Some(b)) => measure_paths(&projection.graph, a, b),
        _ => None,
    };
    let names = (words::actor(dataset, from), words::actor(dataset, to));
    let (length, count, paths) = match found {
        Some((length, count, paths)) => (Some(length), count, paths),
        None => (None, 0, Vec::new()),
    };
    let text = match length {
        None => say(
            format!("Aucun chemin entre {} et {} dans ce réseau.", names.0.fr, names.1.fr),
            format!("No path between {} and {} in this network.", names.0.en, names.1.en),
        ),
        Some(n) => say(
            format!(
                "{} – {}: {n} pas, {count} plus court{} chemin{}.",
                names.0.fr,
                names.1.fr,
                if count > 1 { "s" } else { "" },
                if count > 1 { "s" } else { "" }
            ),
            format!(
                "{} – {}: {n} step{}, {count} shortest path{}.",
                names.0.en,
                names.1.en,
                if n == 1 { "" } else { "s" },
                if count == 1 { "" } else { "s" }
            ),
        ),
    };
    let verb = format!("path {} {}", dataset.actor(from).id, dataset.actor(to).id);
    let command = explorer.command_of(filter, &verb);
    PathView {
        from: dataset.actor(from).id.clone(),
        to: dataset.actor(to).id.clone(),
        names: [names.0, names.1],
        length,
        count,
        paths: paths
            .into_iter()
            .map(|p| p.windows(2).map(|w| step(dataset, &projection, w[0], w[1])).collect())
            .collect(),
        text,
        command,
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

/// Length, number and the first few shortest paths, by breadth-first search.
fn measure_paths(graph: &Csr, from: u32, to: u32) -> Option<(usize, u64, Vec<Vec<u32>>)> {
    let n = graph.node_count();
    let (mut distance, mut count) = (vec![usize::MAX; n], vec![0u64; n]);
    distance[from as usize] = 0;
    count[from as usize] = 1;
    let mut queue = std::collections::VecDeque::from([from]);
    while let Some(node) = queue.pop_front() {
        for &next in graph.neighbors(node) {
            if distance[next as usize] == usize::MAX {
                distance[next as usize] = distance[node as usize] + 1;
                queue.push_back(next);
            }
            if distance[next as usize] == distance[node as usize] + 1 {
                count[next as usize] = count[next as usize].saturating_add(count[node as usize]);
            }
        }
    }
    let length = distance[to as usize];
    if length == usize::MAX {
        return None;
    }
    let mut paths: Vec<Vec<u32>> = vec![vec![to]];
    for back in (0..length).rev() {
        let mut longer = Vec::new();
        for path in &paths {
            let last = path[path.len() - 1];
            for &previous in graph.neighbors(last).iter().filter(|&&p| distance[p as usize] == back) {
                if longer.len() < SHOWN {
                    longer.push([&path[..], &[previous]].concat());
                }
            }
        }
        paths = longer;
    }
    for path in &mut paths {
        path.reverse();
    }
    Some((length, count[to as usize], paths))
}

fn step(dataset: &Dataset, projection: &Projection, a: u32, b: u32) -> StepView {
    let (from, to) = (projection.actors[a as usize], projection.actors[b as usize]);
    let reasons = projection.reasons.get(&(a.min(b), a.max(b))).map(Vec::as_slice).unwrap_or_default();
    let mut ties = Vec::new();
    let mut forums = Vec::new();
    let mut evidence = Vec::new();
    let mut labels = Vec::new();
    for reason in reasons {
        let ids = match reason {
            FormatOrigin::Tie(id) => {
                labels.push(words::tie(dataset, *id));
                vec![*id]
            }
            FormatOrigin::Forum(forum) => {
                labels.push(words::actor(dataset, *forum));
                forums.push(dataset.actor(*forum).id.clone());
                dataset.tie_ids().filter(|&t| dataset.tie(t).participant(*forum).is_some()).collect()
            }
        };
        for id in ids {
            let tie = dataset.tie(id);
            let about = [from, to];
            let own =
                tie.participants.iter().filter(|p| about.contains(&p.actor)).flat_map(|p| p.evidence.clone());
            let mut own: Vec<u16> = own.collect();
            if own.is_empty() {
                own = (0..tie.evidence.len() as u16).collect();
            }
            for i in own {
                let view = evidence_view(dataset, &tie.evidence[i as usize]);
                if !evidence.contains(&view) {
                    evidence.push(view);
                }
            }
            if !ties.contains(&tie.id) {
                ties.push(tie.id.clone());
            }
        }
    }
    let (x, y) = (words::actor(dataset, from), words::actor(dataset, to));
    let by = words::enumerate(&labels);
    StepView {
        from: dataset.actor(from).id.clone(),
        to: dataset.actor(to).id.clone(),
        text: say(format!("{} – {}: {}", x.fr, y.fr, by.fr), format!("{} – {}: {}", x.en, y.en, by.en)),
        ties,
        forums,
        evidence,
    }
}
