//! The real network against a second building of it: tests/golden/real.py takes the export and the method, builds the graphs in
//! Python and measures them with networkx; tests/golden/real.json is what it found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::expected::{Expected, check_measures, same};
use relier::dataset::{Dataset, Level, build};
use relier::explorer::Explorer;
use relier::gap::{Ground, enlarge};
use relier::network::{Csr, Dates, Filter, FormatOrigin, actor_graph, incidence};
use relier::seed::{SeedFiles, read};
use relier::view::{Goal, GraphKind, RankView, goal_view, rank_view};
use serde::Deserialize;

#[derive(Deserialize)]
struct Real {
    digest: String,
    dates: BTreeMap<String, String>,
    counts: Counts,
    graphs: BTreeMap<String, Graph>,
}

#[derive(Deserialize)]
struct Counts {
    deepen: BTreeMap<String, usize>,
    connect: BTreeMap<String, usize>,
    secure: BTreeMap<String, usize>,
    enlarge: Candidates,
}

#[derive(Deserialize)]
struct Candidates {
    scores: BTreeMap<String, [usize; 3]>,
    #[serde(flatten)]
    counts: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
struct Graph {
    nodes: Vec<String>,
    edges: Vec<(u32, u32)>,
    formats: Option<BTreeMap<String, Vec<u32>>>,
    expected: Expected,
}

const ANEW: &str = "cargo build && PYTHONHASHSEED=0 VENV/bin/python tests/golden/real.py target/debug/relier";

/// The dataset on its latest day, and what Python found in it.
fn open() -> (Explorer, Real) {
    let (seeds, faults) = read(SeedFiles::embedded());
    let built = build(&seeds, faults, false);
    assert!(built.faults.is_empty(), "{:?}", built.faults.first());
    let real: Real = serde_json::from_str(include_str!("../golden/real.json")).unwrap();
    assert!(
        built.dataset.digest == real.digest,
        "the dataset has changed since tests/golden/real.json was made; make it anew (VENV: see the head of real.py):\n    {ANEW}"
    );
    let dates = Dates::latest(&built.dataset);
    assert_eq!(real.dates["as_of"], dates.as_of.to_string());
    assert_eq!(real.dates["known"], dates.known.to_string());
    (Explorer::new(Arc::new(built.dataset), dates), real)
}

fn origin(dataset: &Dataset, origin: FormatOrigin) -> String {
    match origin {
        FormatOrigin::Tie(tie) => dataset.tie(tie).id.clone(),
        FormatOrigin::Forum(forum) => dataset.actor(forum).id.clone(),
    }
}

/// A graph by the names of its nodes.
struct Named {
    names: Vec<String>,
    graph: Csr,
    formats: Option<BTreeMap<String, Vec<u32>>>,
}

fn actors(explorer: &Explorer, filter: &Filter) -> Named {
    let dataset = &explorer.dataset;
    let found = actor_graph(dataset, explorer.dates, filter);
    let names = found.actors.iter().map(|&a| dataset.actor(a).id.clone()).collect();
    let origins = found.origins.iter().map(|&o| origin(dataset, o));
    Named { names, graph: found.graph, formats: Some(origins.zip(found.formats).collect()) }
}

fn two_modes(explorer: &Explorer, filter: &Filter) -> Named {
    let dataset = &explorer.dataset;
    let found = incidence(dataset, explorer.dates, filter);
    let actors = found.actors.iter().map(|&a| dataset.actor(a).id.clone());
    let events = found.events.iter().map(|&e| origin(dataset, e));
    Named { names: actors.chain(events).collect(), graph: found.graph, formats: None }
}

/// Says which names or ties only one of the two has.
#[track_caller]
fn same_set<T: Ord + std::fmt::Debug>(what: &str, ours: BTreeSet<T>, theirs: BTreeSet<T>) {
    let (more, less): (Vec<_>, Vec<_>) =
        (ours.difference(&theirs).collect(), theirs.difference(&ours).collect());
    assert!(more.is_empty() && less.is_empty(), "{what}: here alone {more:?}; in Python alone {less:?}");
}

#[track_caller]
fn compare(name: &str, found: &Named, real: &Graph) {
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(set(&found.names).len(), found.names.len(), "{name}: a node twice");
    same_set(&format!("{name}: nodes"), set(&found.names), set(&real.nodes));
    let pair = |names: &[String], (a, b): (u32, u32)| {
        let mut pair = [names[a as usize].clone(), names[b as usize].clone()];
        pair.sort();
        pair
    };
    same_set(
        &format!("{name}: edges"),
        found.graph.edges().map(|e| pair(&found.names, e)).collect(),
        real.edges.iter().map(|&e| pair(&real.nodes, e)).collect(),
    );
    // The same graph in the numbering of Python, which is by name; for actors alone it is our own.
    let number = |node: u32| real.nodes.iter().position(|n| *n == found.names[node as usize]).unwrap() as u32;
    let edges: Vec<(u32, u32)> = found.graph.edges().map(|(a, b)| (number(a), number(b))).collect();
    let graph = Csr::from_edges(real.nodes.len(), &edges);
    assert_eq!(found.formats, real.formats, "{name}: formats");
    let tables: Option<Vec<Vec<u32>>> = found.formats.as_ref().map(|f| f.values().cloned().collect());
    check_measures(&graph, tables.as_deref(), &real.expected);
}

/// What `relier rank` prints, actor by actor.
#[track_caller]
fn compare_ranks(view: &RankView, real: &Graph) {
    let expected = |measure: &str, i: usize, n: usize| match measure {
        "degree" => Some(real.expected.degree[i] as f64),
        "degree-centrality" => Some(real.expected.degree_centrality[i]),
        "strength" => Some(real.expected.strength.as_ref().unwrap()[i]),
        "betweenness" => Some(real.expected.betweenness_centrality[i]),
        "closeness" => Some(real.expected.closeness_centrality[i]),
        "harmonic" => Some(real.expected.harmonic_centrality[i] / (n - 1) as f64),
        "eigenvector" => real.expected.eigenvector_centrality.as_ref().map(|values| values[i]),
        "pagerank" => Some(real.expected.pagerank[i]),
        "constraint" => real.expected.constraint[i],
        "effective-size" => real.expected.effective_size[i],
        "core-number" => Some(real.expected.core_number[i] as f64),
        other => panic!("{other} is compared with nothing"),
    };
    assert_eq!((view.nodes, view.edges), (real.nodes.len(), real.edges.len()));
    for row in &view.rows {
        let i = real.nodes.iter().position(|n| *n == row.id).unwrap();
        for (measure, &value) in view.measures.iter().zip(&row.values) {
            let theirs = expected(measure.id, i, real.nodes.len());
            assert_eq!(value.is_some(), theirs.is_some(), "{} of {}", measure.id, row.id);
            same(&format!("{} of {}", measure.id, row.id), value.unwrap_or(0.0), theirs.unwrap_or(0.0));
        }
    }
}

fn filters() -> Vec<(String, Filter)> {
    let mut out = Vec::new();
    for (without_eu, name) in [(false, "with the EU"), (true, "without the EU")] {
        for (level, word) in [(Level::Working, "working"), (Level::Agenda, "agenda")] {
            let filter = Filter { without_eu, level, ..Filter::default() };
            out.push((format!("actors, {word}, {name}"), filter));
        }
    }
    out
}

#[test]
fn the_actor_graphs_and_all_their_measures() {
    let (explorer, real) = open();
    for (name, filter) in filters() {
        let theirs = &real.graphs[&name];
        let found = actors(&explorer, &filter);
        assert_eq!(found.names, theirs.nodes, "{name}: the order of the nodes");
        compare(&name, &found, theirs);
        compare_ranks(&rank_view(&explorer, GraphKind::Actors, &filter, None), theirs);
    }
}

#[test]
fn the_incidence_graphs_and_all_their_measures() {
    let (explorer, real) = open();
    for (without_eu, name) in [(false, "incidence, with the EU"), (true, "incidence, without the EU")] {
        let filter = Filter { without_eu, ..Filter::default() };
        compare(name, &two_modes(&explorer, &filter), &real.graphs[name]);
        compare_ranks(&rank_view(&explorer, GraphKind::Incidence, &filter, None), &real.graphs[name]);
    }
}

#[test]
fn every_graph_of_the_file_is_compared() {
    let (_, real) = open();
    assert_eq!(real.graphs.len(), filters().len() + 2);
}

#[test]
fn the_counts_of_the_four_directions() {
    let (explorer, real) = open();
    for (goal, theirs) in [
        (Goal::Deepen, &real.counts.deepen),
        (Goal::Enlarge, &real.counts.enlarge.counts),
        (Goal::Connect, &real.counts.connect),
        (Goal::Secure, &real.counts.secure),
    ] {
        let view = goal_view(&explorer, goal);
        for (id, &n) in theirs {
            let count = |id: &str| view.counts.iter().find(|c| c.id == id);
            // A denominator has no line of its own.
            let ours = match id.as_str() {
                "cells" => count("active").map(|c| c.of),
                "pairs" => count("parallel").map(|c| c.of),
                "named" => count("candidates").map(|c| c.of),
                id => count(id).map(|c| c.n),
            };
            assert_eq!(ours, Some(n), "{} {id}", goal.id());
        }
    }
}

#[test]
fn the_criteria_of_every_candidate() {
    let (explorer, real) = open();
    let dataset = &*explorer.dataset;
    let found = enlarge(Ground { dataset, dates: explorer.dates });
    let ours: BTreeMap<String, [usize; 3]> =
        found.candidates.iter().map(|c| (dataset.actor(c.actor).id.clone(), c.scores())).collect();
    assert_eq!(ours, real.counts.enlarge.scores);
}
