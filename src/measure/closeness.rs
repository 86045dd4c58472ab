//! How few steps separate an actor from the others.

use crate::network::Csr;

/// How near a node is to those it can reach: the inverse of its mean distance to them, times the share of the
/// n − 1 others that it can reach (Wasserman and Faust's correction, without which a node of a small fragment
/// would look central).
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// One value per node, from 0 (isolate) to 1 (tied to all).
///
/// # Complexity
/// O(n·m) time, O(n) memory beside the graph. Distances are added as whole numbers, so the numbering of the
/// nodes does not change a digit.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    3 ── 4    0 reaches 2 of 4 others in 1 + 2 steps: 2/3 · 2/4
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(5, &[(0, 1), (1, 2), (3, 4)]);
/// assert_eq!(measure::closeness_centrality(&graph), [1.0 / 3.0, 0.5, 1.0 / 3.0, 0.25, 0.25]);
/// ```
///
/// # Source
/// Freeman 1978; Wasserman & Faust 1994, *Social Network Analysis*, equation 5.22; networkx
/// `closeness_centrality(G, wf_improved=True)`.
pub fn closeness_centrality(graph: &Csr) -> Vec<f64> {
    let n = graph.node_count();
    let mut centrality = Vec::with_capacity(n);
    for_each_ring_count(graph, |rings| {
        let reached: u64 = rings.iter().sum();
        let steps: u64 = rings.iter().zip(1..).map(|(&count, distance)| count * distance).sum();
        centrality.push(match steps {
            0 => 0.0,
            _ => reached as f64 / steps as f64 * (reached as f64 / (n - 1) as f64),
        });
    });
    centrality
}

/// How near a node is to all others, where what it cannot reach counts as infinitely far: the sum of
/// 1/distance over the others, divided by n − 1. Unlike closeness it means the same in a network that falls
/// into pieces.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// One value per node, from 0 (isolate) to 1 (tied to all). Times n − 1 it is the number that networkx gives.
///
/// # Complexity
/// O(n·m) time, O(n) memory beside the graph. The numbering of the nodes does not change a digit.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    3    0 meets 1 at one step, 2 at two, 3 never: (1 + 1/2 + 0) / 3
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::harmonic_centrality(&graph), [0.5, 2.0 / 3.0, 0.5, 0.0]);
/// ```
///
/// # Source
/// Marchiori & Latora 2000, *Harmony in the small-world*; Boldi & Vigna 2014, *Axioms for centrality*;
/// networkx `harmonic_centrality(G)` divided by n − 1.
pub fn harmonic_centrality(graph: &Csr) -> Vec<f64> {
    let others = graph.node_count().saturating_sub(1).max(1) as f64;
    let mut centrality = Vec::with_capacity(graph.node_count());
    for_each_ring_count(graph, |rings| centrality.push(nearness(rings) / others));
    centrality
}

/// How near the nodes of a network are to each other: 1/distance averaged over all n(n − 1) ordered pairs, 0
/// for a pair that no path joins. It is the mean of harmonic centrality.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// One value from 0 (no edge) to 1 (complete). Below two nodes there is no pair, and the value is 0 as in
/// networkx.
///
/// # Complexity
/// O(n·m) time, O(n) memory beside the graph.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    two pairs at one step, one at two: (1 + 1 + 1/2) / 3
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::global_efficiency(&graph), 2.5 / 3.0);
/// ```
///
/// # Source
/// Latora & Marchiori 2001, *Efficient behavior of small-world networks*, Physical Review Letters 87, 198701;
/// networkx `global_efficiency`.
pub fn global_efficiency(graph: &Csr) -> f64 {
    let n = graph.node_count();
    if n < 2 {
        return 0.0;
    }
    let mut pairs_at: Vec<u64> = Vec::new();
    for_each_ring_count(graph, |rings| {
        pairs_at.resize(pairs_at.len().max(rings.len()), 0);
        pairs_at.iter_mut().zip(rings).for_each(|(total, count)| *total += count);
    });
    nearness(&pairs_at) / (n as f64 * (n - 1) as f64)
}

/// Σ 1/distance, the nearest first.
fn nearness(rings: &[u64]) -> f64 {
    rings.iter().zip(1u32..).map(|(&count, distance)| count as f64 / f64::from(distance)).sum()
}

/// For each node in turn, the number of nodes at distance 1, 2, … of it.
fn for_each_ring_count(graph: &Csr, mut report: impl FnMut(&[u64])) {
    let n = graph.node_count();
    let mut rings: Vec<u64> = Vec::new();
    let mut order: Vec<u32> = Vec::with_capacity(n);
    // The last source that saw the node: nothing has to be cleared between two sources.
    let mut seen_by = vec![u32::MAX; n];
    for source in 0..n as u32 {
        rings.clear();
        order.clear();
        order.push(source);
        seen_by[source as usize] = source;
        let mut ring = 0..1;
        while !ring.is_empty() {
            for position in ring.clone() {
                for &other in graph.neighbors(order[position]) {
                    if seen_by[other as usize] != source {
                        seen_by[other as usize] = source;
                        order.push(other);
                    }
                }
            }
            ring = ring.end..order.len();
            if !ring.is_empty() {
                rings.push(ring.len() as u64);
            }
        }
        report(&rings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_pairs_everything_is_zero() {
        for n in 0..3 {
            let graph = Csr::from_edges(n, &[]);
            assert_eq!(closeness_centrality(&graph), vec![0.0; n]);
            assert_eq!(harmonic_centrality(&graph), vec![0.0; n]);
            assert_eq!(global_efficiency(&graph), 0.0);
        }
    }
}
