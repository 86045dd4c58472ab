//! Actors who count because those they are tied to count.

use thiserror::Error;

use crate::network::Csr;

/// Why eigenvector centrality has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Undefined {
    /// The graph has no nodes.
    #[error("the network has no nodes")]
    NoNodes,
    /// Each component has an eigenvector of its own, and nothing says how to compare them.
    #[error("the network falls into {components} components, whose values cannot be compared")]
    NotConnected {
        /// The number of connected components, at least two.
        components: usize,
    },
    /// Power iteration did not settle; networkx raises `PowerIterationFailedConvergence`.
    #[error("no convergence after {iterations} iterations")]
    NotConverged {
        /// The number of iterations made.
        iterations: usize,
    },
}

const MAX_ITERATIONS: usize = 100_000;
const EIGENVECTOR_TOLERANCE: f64 = 1e-15;

/// How well a node is tied to well-tied nodes: its value is proportional to the sum of its neighbors' values.
/// The vector is divided by its Euclidean norm, so the squares of the values add up to 1.
///
/// # Arguments
/// * `graph`: a connected network.
///
/// # Returns
/// One value per node, above 0 and up to 1; the only node of a graph has 1.
///
/// # Errors
/// [`Undefined`] says why there is no vector: no nodes, more than one component, or no convergence.
///
/// # Complexity
/// O(k·(n + m)) for k iterations, at most 100 000; k grows as the two largest eigenvalues approach each other
/// (a few dozen in a dense network, tens of thousands on a long path). O(n) memory beside the graph.
///
/// Power iteration on A + I from the uniform vector, until the L1 norm of the change is below n·10⁻¹⁵; adding
/// I leaves the eigenvectors and lets bipartite graphs converge.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    A·x = √2·x for x = (1, √2, 1) / 2
/// # use relier::{measure, network::Csr};
/// let path = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// let found = measure::eigenvector_centrality(&path)?;
/// assert!((found[0] - 0.5).abs() < 1e-12 && (found[1] - 0.5f64.sqrt()).abs() < 1e-12);
///
/// let pieces = Csr::from_edges(3, &[(0, 1)]);
/// assert_eq!(measure::eigenvector_centrality(&pieces), Err(measure::Undefined::NotConnected { components: 2 }));
/// # Ok::<(), measure::Undefined>(())
/// ```
///
/// # Source
/// Bonacich 1972; networkx `eigenvector_centrality(G, max_iter=100000, tol=1e-15)`.
pub fn eigenvector_centrality(graph: &Csr) -> Result<Vec<f64>, Undefined> {
    match super::connected_components(graph).len() {
        0 => return Err(Undefined::NoNodes),
        1 => {}
        components => return Err(Undefined::NotConnected { components }),
    }
    let n = graph.node_count();
    let tolerance = n as f64 * EIGENVECTOR_TOLERANCE;
    let mut last = vec![1.0 / n as f64; n];
    let mut next = vec![0.0; n];
    for _ in 0..MAX_ITERATIONS {
        for (node, value) in next.iter_mut().enumerate() {
            *value = last[node] + sum_over_neighbors(graph, node, &last);
        }
        let norm = next.iter().map(|value| value * value).sum::<f64>().sqrt();
        next.iter_mut().for_each(|value| *value /= norm);
        if change(&next, &last) < tolerance {
            return Ok(next);
        }
        std::mem::swap(&mut last, &mut next);
    }
    Err(Undefined::NotConverged { iterations: MAX_ITERATIONS })
}

const DAMPING: f64 = 0.85;
const PAGERANK_TOLERANCE: f64 = 1e-14;
const PAGERANK_MAX_ITERATIONS: usize = 10_000;

/// Where a walker is found who follows a random tie of the node they are at, and in 15 % of the steps, and
/// always at an isolate, starts again at a node drawn from all n. Each node divides what it passes on by its
/// degree.
///
/// # Arguments
/// * `graph`: the network; every edge is walked in both directions.
///
/// # Returns
/// One value per node, above 0; they add up to 1. No node, no values.
///
/// # Complexity
/// O(k·(n + m)) with k below 250, since the error shrinks by 0.85 in each iteration; O(n) memory beside the
/// graph.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    x₀ = 0.05 + 0.85·x₁/2 and x₁ = 0.05 + 0.85·2·x₀: x₀ = 19/74, x₁ = 36/74
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// let found = measure::pagerank(&graph);
/// assert!((found[0] - 19.0 / 74.0).abs() < 1e-12 && (found[1] - 36.0 / 74.0).abs() < 1e-12);
/// ```
///
/// # Source
/// Brin & Page 1998; networkx `pagerank(G, alpha=0.85, weight=None, tol=1e-14, max_iter=10000)`. petgraph's
/// `page_rank` is another formula.
pub fn pagerank(graph: &Csr) -> Vec<f64> {
    let n = graph.node_count();
    if n == 0 {
        return Vec::new();
    }
    let uniform = 1.0 / n as f64;
    let tolerance = n as f64 * PAGERANK_TOLERANCE;
    let mut last = vec![uniform; n];
    let mut next = vec![0.0; n];
    let mut passed_on = vec![0.0; n];
    for _ in 0..PAGERANK_MAX_ITERATIONS {
        let mut at_isolates = 0.0;
        for node in 0..n {
            match graph.degree(node as u32) {
                0 => at_isolates += last[node],
                degree => passed_on[node] = last[node] / degree as f64,
            }
        }
        let restart = DAMPING * at_isolates * uniform + (1.0 - DAMPING) * uniform;
        for (node, value) in next.iter_mut().enumerate() {
            *value = DAMPING * sum_over_neighbors(graph, node, &passed_on) + restart;
        }
        // The map is a contraction, so this is reached whatever the graph.
        if change(&next, &last) < tolerance {
            break;
        }
        std::mem::swap(&mut last, &mut next);
    }
    next
}

fn sum_over_neighbors(graph: &Csr, node: usize, values: &[f64]) -> f64 {
    graph.neighbors(node as u32).iter().map(|&other| values[other as usize]).sum()
}

/// The L1 norm of the difference.
fn change(next: &[f64], last: &[f64]) -> f64 {
    next.iter().zip(last).map(|(a, b)| (a - b).abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undefined_has_a_reason() {
        assert_eq!(eigenvector_centrality(&Csr::from_edges(0, &[])), Err(Undefined::NoNodes));
        let pieces = Undefined::NotConnected { components: 2 };
        assert_eq!(eigenvector_centrality(&Csr::from_edges(2, &[])), Err(pieces));
        assert_eq!(
            pieces.to_string(),
            "the network falls into 2 components, whose values cannot be compared"
        );
        assert_eq!(eigenvector_centrality(&Csr::from_edges(1, &[])), Ok(vec![1.0]));
    }

    #[test]
    fn isolates_share_what_nobody_passes_on() {
        assert_eq!(pagerank(&Csr::from_edges(4, &[])), [0.25; 4]);
        assert!(pagerank(&Csr::from_edges(0, &[])).is_empty());
    }
}
