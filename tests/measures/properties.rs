//! What must hold on any network: the measures against rustworkx, against their definitions written out
//! plainly, and against each other.

use std::collections::BTreeSet;

use crate::twins;
use petgraph::graph::UnGraph;
use proptest::prelude::*;
use relier::measure;
use relier::network::Csr;
use rustworkx_core::{centrality, connectivity};

/// Networks of up to 24 nodes, from no tie to about eight a node, and complete where they are small.
fn networks() -> impl Strategy<Value = (usize, Vec<(u32, u32)>)> {
    (1..25usize).prop_flat_map(|n| {
        let node = 0..n as u32;
        (Just(n), prop::collection::vec((node.clone(), node), 0..=4 * n))
    })
}

/// Formats among up to 12 actors; an actor may be named twice, a format may be empty.
fn formats() -> impl Strategy<Value = (usize, Vec<Vec<u32>>)> {
    (1..13usize).prop_flat_map(|n| {
        let table = prop::collection::vec(0..n as u32, 0..8);
        (Just(n), prop::collection::vec(table, 0..10))
    })
}

#[track_caller]
fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (place, (a, b)) in found.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= 1e-12, "place {place}: {a} and {b}\n{found:?}\n{expected:?}");
    }
}

// ── A second opinion
// ──────────────────────────────────────────────────────────────────────────────────────

/// The threshold above which rustworkx adds in parallel, in an order that changes from run to run.
const NEVER: usize = usize::MAX;

fn petgraph_of(graph: &Csr) -> UnGraph<(), ()> {
    let mut other = UnGraph::with_capacity(graph.node_count(), graph.edge_count());
    (0..graph.node_count()).for_each(|_| {
        other.add_node(());
    });
    graph.edges().for_each(|(a, b)| {
        other.add_edge(a.into(), b.into(), ());
    });
    other
}

fn all(values: Vec<Option<f64>>) -> Vec<f64> {
    values.into_iter().map(Option::unwrap).collect()
}

/// Edge betweenness in the order of the edges.
fn by_edge(graph: &Csr) -> Vec<f64> {
    measure::edge_betweenness_centrality(graph).into_iter().map(|(_, _, value)| value).collect()
}

proptest! {
    #[test]
    fn rustworkx_agrees((n, edges) in networks()) {
        let graph = Csr::from_edges(n, &edges);
        let other = petgraph_of(&graph);
        close(
            &measure::betweenness_centrality(&graph),
            &all(centrality::betweenness_centrality(&other, false, true, NEVER)),
        );
        close(
            &by_edge(&graph),
            &all(centrality::edge_betweenness_centrality(&other, true, NEVER)),
        );
        close(
            &measure::closeness_centrality(&graph),
            &all(centrality::closeness_centrality(&other, true, NEVER)),
        );
        let cores = connectivity::core_number(other);
        let expected: Vec<usize> = (0..n).map(|node| cores[&petgraph::graph::NodeIndex::new(node)]).collect();
        prop_assert_eq!(measure::core_number(&graph), expected);
    }
}

// ── The definitions, written out plainly
// ──────────────────────────────────────────────────────────────────

fn agrees_with_its_twins(graph: &Csr) {
    close(&measure::betweenness_centrality(graph), &twins::betweenness(graph));
    close(&by_edge(graph), &twins::edge_betweenness(graph));
    let (constraint, plain) = (measure::constraint(graph), twins::constraint(graph));
    close(
        &constraint.into_iter().flatten().collect::<Vec<_>>(),
        &plain.into_iter().flatten().collect::<Vec<_>>(),
    );
    let (size, plain) = (measure::effective_size(graph), twins::effective_size(graph));
    close(&size.into_iter().flatten().collect::<Vec<_>>(), &plain.into_iter().flatten().collect::<Vec<_>>());
    assert_eq!(measure::connected_components(graph).len(), twins::count_components(graph));
    assert_eq!(measure::articulation_points(graph), twins::articulation_points(graph));
    assert_eq!(measure::bridges(graph), twins::bridges(graph));
    assert_eq!(measure::core_number(graph), twins::core_number(graph));
}

/// All 1 + 1 + 2 + 8 + 64 + 1024 labeled graphs on up to five nodes.
#[test]
fn twins_agree_on_every_small_network() {
    for n in 0..=5 {
        let pairs: Vec<(u32, u32)> = twins::pairs_of(n).map(|(a, b)| (a as u32, b as u32)).collect();
        for chosen in 0..1u32 << pairs.len() {
            let edges: Vec<(u32, u32)> = pairs
                .iter()
                .enumerate()
                .filter(|(bit, _)| chosen >> bit & 1 == 1)
                .map(|(_, &pair)| pair)
                .collect();
            agrees_with_its_twins(&Csr::from_edges(n, &edges));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn twins_agree((n, edges) in networks()) {
        agrees_with_its_twins(&Csr::from_edges(n, &edges));
    }
}

// ── METHOD, section 8
// ─────────────────────────────────────────────────────────────────────────────────────

fn star(leaves: u32) -> Csr {
    Csr::from_edges(leaves as usize + 1, &(1..=leaves).map(|leaf| (0, leaf)).collect::<Vec<_>>())
}

#[test]
fn in_a_star_the_hub_has_one_and_the_leaves_nothing() {
    for leaves in 2..40 {
        let found = measure::betweenness_centrality(&star(leaves));
        assert_eq!(found[0], 1.0);
        assert!(found[1..].iter().all(|&leaf| leaf == 0.0));
    }
}

#[test]
fn in_a_complete_graph_nobody_stands_between() {
    for n in 1..20u32 {
        let edges: Vec<(u32, u32)> = (0..n).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
        let graph = Csr::from_edges(n as usize, &edges);
        assert!(measure::betweenness_centrality(&graph).iter().all(|&value| value == 0.0));
        assert!(measure::articulation_points(&graph).is_empty());
        assert_eq!(measure::core_number(&graph), vec![n as usize - 1; n as usize]);
        if n > 1 {
            assert_eq!(measure::global_efficiency(&graph), 1.0);
        }
    }
}

proptest! {
    /// METHOD 5: a hub tied to everybody stands between the pairs that are not tied, beside their common
    /// partners.
    #[test]
    fn the_hub_oracle((n, edges) in networks()) {
        prop_assume!(n >= 2);
        let hub = n as u32;
        let spokes = (0..hub).map(|partner| (hub, partner));
        let graph = Csr::from_edges(n + 1, &edges.iter().copied().chain(spokes).collect::<Vec<_>>());
        let partners_of = |node| graph.neighbors(node).iter().collect::<std::collections::BTreeSet<_>>();
        let pairs = twins::pairs_of(n).map(|(i, j)| (i as u32, j as u32));
        let apart = pairs.filter(|&(i, j)| !graph.contains_edge(i, j));
        let shares = apart.map(|(i, j)| 1.0 / partners_of(i).intersection(&partners_of(j)).count() as f64);
        let expected = shares.sum::<f64>() / twins::pairs_of(n).count() as f64;
        close(&measure::betweenness_centrality(&graph)[n..], &[expected]);
    }

    #[test]
    fn strength_is_the_weight_of_newmans_ties_and_counts_each_seat_once((n, formats) in formats()) {
        let strength = measure::strength(n, &formats);
        let mut added = vec![0.0; n];
        for (a, b, weight) in measure::newman_projection(n, &formats) {
            prop_assert!(a < b && weight > 0.0);
            added[a as usize] += weight;
            added[b as usize] += weight;
        }
        close(&strength, &added);
        let sizes = formats.iter().map(|table| table.iter().collect::<std::collections::BTreeSet<_>>().len());
        prop_assert_eq!(strength.iter().sum::<f64>(), sizes.filter(|&size| size >= 2).sum::<usize>() as f64);
    }

    /// Whatever the two-mode network: each trade leaves how many a row holds and how many hold a column.
    #[test]
    fn a_curveball_keeps_both_margins(
        rows in prop::collection::vec(prop::collection::btree_set(0..9u32, 0..9), 0..8),
        trades in 0..60usize,
        seed in any::<u64>(),
        replicate in 0..50usize,
    ) {
        let mut dealt = rows.clone();
        measure::curveball(&mut dealt, trades, &mut measure::replicate_rng(seed, replicate));
        let held = |rows: &[BTreeSet<u32>]| rows.iter().map(BTreeSet::len).collect::<Vec<_>>();
        let holders = |rows: &[BTreeSet<u32>]| {
            (0..9).map(|c| rows.iter().filter(|r| r.contains(&c)).count()).collect::<Vec<_>>()
        };
        prop_assert_eq!(held(&dealt), held(&rows));
        prop_assert_eq!(holders(&dealt), holders(&rows));
        let mut again = rows.clone();
        measure::curveball(&mut again, trades, &mut measure::replicate_rng(seed, replicate));
        prop_assert_eq!(&dealt, &again, "the seed and the replicate are all there is of chance");
        // The fast twin deals the same rows: every pair has as many in common.
        let mut bits = measure::BitRows::of(&rows.iter().collect::<Vec<_>>());
        bits.curveball(trades, &mut measure::replicate_rng(seed, replicate));
        prop_assert_eq!(bits, measure::BitRows::of(&dealt.iter().collect::<Vec<_>>()));
    }

    #[test]
    fn the_order_of_formats_and_a_name_said_twice_change_nothing((n, formats) in formats()) {
        let mut other: Vec<Vec<u32>> = formats.iter().rev().cloned().collect();
        other.iter_mut().for_each(|table| table.extend(table.clone().into_iter().rev()));
        prop_assert_eq!(measure::newman_projection(n, &formats), measure::newman_projection(n, &other));
        prop_assert_eq!(measure::strength(n, &formats), measure::strength(n, &other));
    }

    #[test]
    fn ties_said_twice_in_another_order_and_direction_change_nothing((n, edges) in networks()) {
        let again: Vec<(u32, u32)> = edges.iter().rev().flat_map(|&(a, b)| [(b, a), (a, b)]).collect();
        let (once, twice) = (Csr::from_edges(n, &edges), Csr::from_edges(n, &again));
        prop_assert_eq!(Everything::of(&once), Everything::of(&twice));
    }

    #[test]
    fn other_numbers_for_the_same_nodes_change_nothing(
        ((n, edges), order) in networks().prop_flat_map(|(n, edges)| {
            (Just((n, edges)), Just((0..n as u32).collect::<Vec<_>>()).prop_shuffle())
        })
    ) {
        let renumber = |&(a, b): &(u32, u32)| (order[a as usize], order[b as usize]);
        let renumbered: Vec<(u32, u32)> = edges.iter().map(renumber).collect();
        let before = Everything::of(&Csr::from_edges(n, &edges));
        let after = Everything::of(&Csr::from_edges(n, &renumbered));
        for (before, after) in before.reals.iter().zip(&after.reals) {
            close(before, &order.iter().map(|&node| after[node as usize]).collect::<Vec<_>>());
        }
        let mut moved: Vec<(u32, u32, f64)> = before.edges.iter().map(|&(a, b, value)| {
            let (a, b) = renumber(&(a, b));
            (a.min(b), a.max(b), value)
        }).collect();
        moved.sort_by_key(|&(a, b, _)| (a, b));
        let values = |edges: &[(u32, u32, f64)]| edges.iter().map(|&(_, _, value)| value).collect::<Vec<_>>();
        close(&values(&moved), &values(&after.edges));
        let sorted = |mut set: Vec<u32>| { set.sort_unstable(); set };
        let moved = |set: &Vec<u32>| sorted(set.iter().map(|&node| order[node as usize]).collect());
        prop_assert_eq!(moved(&before.articulation_points), after.articulation_points);
        let mut components: Vec<Vec<u32>> = before.components.iter().map(moved).collect();
        components.sort();
        prop_assert_eq!(components, after.components);
        let mut bridges: Vec<Vec<u32>> = before.bridges.iter().map(|&(a, b)| moved(&vec![a, b])).collect();
        bridges.sort();
        prop_assert_eq!(bridges, after.bridges.iter().map(|&(a, b)| vec![a, b]).collect::<Vec<_>>());
    }

    #[test]
    fn values_stay_in_the_range_that_the_documentation_gives((n, edges) in networks()) {
        let graph = Csr::from_edges(n, &edges);
        let shares = [
            measure::degree_centrality(&graph),
            measure::betweenness_centrality(&graph),
            measure::closeness_centrality(&graph),
            measure::harmonic_centrality(&graph),
            measure::pagerank(&graph),
            vec![measure::global_efficiency(&graph)],
        ];
        prop_assert!(shares.iter().flatten().all(|share| (0.0..=1.0 + 1e-12).contains(share)), "{:?}", shares);
        prop_assert!((measure::pagerank(&graph).iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (node, size) in measure::effective_size(&graph).into_iter().enumerate() {
            let degree = graph.degree(node as u32) as f64;
            let possible = 1.0 - 1e-12..=degree;
            prop_assert!(size.is_none_or(|size| possible.contains(&size)), "{:?} of {}", size, degree);
        }
        let mut constraint = measure::constraint(&graph).into_iter().flatten();
        prop_assert!(constraint.all(|value| value > 0.0 && value.is_finite()));
        if let Ok(vector) = measure::eigenvector_centrality(&graph) {
            prop_assert!((vector.iter().map(|value| value * value).sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(vector.iter().all(|&value| value > 0.0));
        }
    }

    /// Efficiency is the mean of harmonic centrality; betweenness adds up to the steps that all pairs take
    /// beyond the first.
    #[test]
    fn measures_agree_with_each_other((n, edges) in networks()) {
        let graph = Csr::from_edges(n, &edges);
        let mean = measure::harmonic_centrality(&graph).iter().sum::<f64>() / n as f64;
        close(&[measure::global_efficiency(&graph)], &[mean]);
        if n > 2 {
            let pairs = twins::AllPairs::of(&graph);
            let distances = twins::pairs_of(n).filter_map(|(s, t)| pairs.distance[s][t]);
            let between: usize = distances.map(|steps| steps - 1).sum();
            let total: f64 = measure::betweenness_centrality(&graph).iter().sum();
            close(&[total], &[between as f64 / twins::pairs_of(n - 1).count() as f64]);
        }
    }
}

/// All measures of one network.
#[derive(Debug, PartialEq)]
struct Everything {
    reals: Vec<Vec<f64>>,
    edges: Vec<(u32, u32, f64)>,
    articulation_points: Vec<u32>,
    bridges: Vec<(u32, u32)>,
    components: Vec<Vec<u32>>,
}

impl Everything {
    fn of(graph: &Csr) -> Everything {
        let known =
            |values: Vec<Option<f64>>| values.into_iter().map(|value| value.unwrap_or(-1.0)).collect();
        let counts = |values: Vec<usize>| values.into_iter().map(|value| value as f64).collect();
        Everything {
            reals: vec![
                counts(measure::degree(graph)),
                measure::degree_centrality(graph),
                measure::betweenness_centrality(graph),
                measure::closeness_centrality(graph),
                measure::harmonic_centrality(graph),
                measure::eigenvector_centrality(graph).unwrap_or_else(|_| vec![-1.0; graph.node_count()]),
                measure::pagerank(graph),
                known(measure::constraint(graph)),
                known(measure::effective_size(graph)),
                counts(measure::core_number(graph)),
            ],
            edges: measure::edge_betweenness_centrality(graph),
            articulation_points: measure::articulation_points(graph),
            bridges: measure::bridges(graph),
            components: measure::connected_components(graph),
        }
    }
}
