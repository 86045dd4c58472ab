//! Structural holes: whether an actor's partners know each other.

use crate::network::Csr;

/// Burt's constraint: how far a node's ties lead back to the same circle. For each neighbor j of i, the share
/// of i's ties that goes to j, directly (1/degree of i) and through common neighbors q (1/degree of i times
/// 1/degree of q), squared; summed over j. Shares already divide by the degree, and nothing else is divided.
///
/// # Arguments
/// * `graph`: the network; every tie has weight 1.
///
/// # Returns
/// Per node `Some` value above 0, low where the partners do not know each other; it reaches 9/8 in a
/// triangle, so it is no share. `None` for an isolate, which invests in nobody (networkx: NaN).
///
/// # Complexity
/// O(m^1.5 · log n) at worst, O(n) memory beside the graph.
///
/// # Example
/// ```
/// // 1 ── 0 ── 2    0 has two partners who do not know each other: (1/2)² + (1/2)²
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (0, 2)]);
/// assert_eq!(measure::constraint(&graph), [Some(0.5), Some(1.0), Some(1.0), None]);
/// ```
///
/// # Source
/// Burt 1992, *Structural Holes*, and 2004, *Structural holes and good ideas*; networkx `constraint`.
pub fn constraint(graph: &Csr) -> Vec<Option<f64>> {
    let mut total = vec![0.0; graph.node_count()];
    for (a, b) in graph.edges() {
        // What comes back through common neighbors is the same seen from a and from b.
        let through: f64 = common_neighbors(graph, a, b).map(|q| 1.0 / graph.degree(q) as f64).sum();
        for end in [a, b] {
            total[end as usize] += ((1.0 + through) / graph.degree(end) as f64).powi(2);
        }
    }
    unless_isolate(graph, total)
}

/// The number of a node's partners less what is redundant among them: its degree minus 2t divided by its
/// degree, where t is the number of ties between its partners (2t divided by the degree is how many others a
/// partner knows on average).
///
/// # Arguments
/// * `graph`: the network; every tie has weight 1.
///
/// # Returns
/// Per node `Some` value from 1 (all partners know each other) to the degree (none do). `None` for an isolate
/// (networkx: NaN).
///
/// # Complexity
/// O(m^1.5 · log n) at worst, O(n) memory beside the graph.
///
/// # Example
/// ```
/// // 1 ── 0 ── 3    three partners, one tie among them: 3 − 2·1/3
/// //  ╲   │
/// //    ╲ 2
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (0, 2), (0, 3), (1, 2)]);
/// assert_eq!(measure::effective_size(&graph), [Some(3.0 - 2.0 / 3.0), Some(1.0), Some(1.0), Some(1.0)]);
/// ```
///
/// # Source
/// Burt 1992; Borgatti 1997, *Structural holes: unpacking Burt's redundancy measures*, Connections 20, whose
/// formula for undirected graphs without weights this is; networkx `effective_size`.
pub fn effective_size(graph: &Csr) -> Vec<Option<f64>> {
    // Twice the number of ties among the partners: each partner counts the others that it knows.
    let mut known = vec![0usize; graph.node_count()];
    for (a, b) in graph.edges() {
        let common = common_neighbors(graph, a, b).count();
        known[a as usize] += common;
        known[b as usize] += common;
    }
    let sizes = known.into_iter().enumerate().map(|(node, known)| {
        let degree = graph.degree(node as u32) as f64;
        degree - known as f64 / degree
    });
    unless_isolate(graph, sizes.collect())
}

/// The nodes tied to both, in ascending order.
fn common_neighbors(graph: &Csr, a: u32, b: u32) -> impl Iterator<Item = u32> + '_ {
    let (few, many) = if graph.degree(a) <= graph.degree(b) { (a, b) } else { (b, a) };
    graph.neighbors(few).iter().copied().filter(move |&q| graph.contains_edge(many, q))
}

fn unless_isolate(graph: &Csr, values: Vec<f64>) -> Vec<Option<f64>> {
    values
        .into_iter()
        .enumerate()
        .map(|(node, value)| (graph.degree(node as u32) > 0).then_some(value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_constrains_beyond_one_and_holds_one_partner_twice() {
        let triangle = Csr::from_edges(3, &[(0, 1), (1, 2), (2, 0)]);
        assert_eq!(constraint(&triangle), [Some(1.125); 3]);
        assert_eq!(effective_size(&triangle), [Some(1.0); 3]);
    }

    #[test]
    fn an_isolate_is_undefined() {
        let isolates = Csr::from_edges(2, &[]);
        assert_eq!((constraint(&isolates), effective_size(&isolates)), (vec![None; 2], vec![None; 2]));
    }
}
