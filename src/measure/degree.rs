//! How many partners an actor has, and at how many tables it meets them.

use crate::network::Csr;

/// The number of neighbors of each node.
///
/// # Arguments
/// * `graph`: the network; direction and repetition of ties are already gone from it.
///
/// # Returns
/// One count per node, from 0 (isolate) to n − 1.
///
/// # Complexity
/// O(n).
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    3
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::degree(&graph), [1, 2, 1, 0]);
/// ```
///
/// # Source
/// Freeman 1978, *Centrality in social networks: conceptual clarification*; networkx `degree`.
pub fn degree(graph: &Csr) -> Vec<usize> {
    (0..graph.node_count() as u32).map(|node| graph.degree(node)).collect()
}

/// The share of all others to which a node is tied: its degree divided by n − 1, the most it could have.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// One value per node, from 0 to 1. A node that is alone in its graph has 1, as in networkx.
///
/// # Complexity
/// O(n).
///
/// # Example
/// ```
/// // 0 ── 1 ── 2
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::degree_centrality(&graph), [0.5, 1.0, 0.5]);
/// ```
///
/// # Source
/// Freeman 1978; networkx `degree_centrality`.
pub fn degree_centrality(graph: &Csr) -> Vec<f64> {
    let n = graph.node_count();
    if n <= 1 {
        return vec![1.0; n];
    }
    degree(graph).into_iter().map(|d| d as f64 / (n - 1) as f64).collect()
}

/// Newman's network of actors who meet: a format of k actors gives 1/(k − 1) to each pair of them, so that
/// every actor spends a weight of 1 in each format, however large, and a crowded table makes weak links.
///
/// # Arguments
/// * `n`: the number of actors, numbered from 0.
/// * `formats`: the actors of each format, in any order; an actor named twice in one format counts once. Two
///   formats with the same actors are two formats.
///
/// # Returns
/// `(a, b, weight)` with a < b and weight > 0, in ascending order of (a, b). The order of the formats and of
/// their actors does not change a digit.
///
/// # Panics
/// When an actor is not below `n`: the caller numbers the actors.
///
/// # Complexity
/// O(Σ k²) time, O(n + Σ k) memory beside the result.
///
/// # Example
/// ```
/// // {0, 1, 2} meet once, {0, 1} once more:   0 ━━ 1
/// //                                           ╲  ╱
/// //                                            2
/// # use relier::measure;
/// let pairs = measure::newman_projection(3, &[vec![0, 1, 2], vec![1, 0]]);
/// assert_eq!(pairs, [(0, 1, 1.5), (0, 2, 0.5), (1, 2, 0.5)]);
/// ```
///
/// # Source
/// Newman 2001, *Scientific collaboration networks II*, Physical Review E 64, 016132; networkx
/// `bipartite.collaboration_weighted_projected_graph`.
pub fn newman_projection(n: usize, formats: &[Vec<u32>]) -> Vec<(u32, u32, f64)> {
    let mut tables = tables(n, formats);
    // Small weights are added last and equal ones are equal, so the sum does not depend on the order of the
    // formats.
    tables.sort_by_key(Vec::len);
    let mut attended: Vec<Vec<u32>> = vec![Vec::new(); n];
    for (index, table) in tables.iter().enumerate() {
        for &actor in table {
            attended[actor as usize].push(index as u32);
        }
    }
    let mut pairs = Vec::new();
    let mut weight = vec![0.0f64; n];
    let mut met: Vec<u32> = Vec::new();
    for a in 0..n as u32 {
        for &index in &attended[a as usize] {
            let table = &tables[index as usize];
            let share = 1.0 / (table.len() - 1) as f64;
            for &b in table.iter().filter(|&&b| b > a) {
                if weight[b as usize] == 0.0 {
                    met.push(b);
                }
                weight[b as usize] += share;
            }
        }
        met.sort_unstable();
        for b in met.drain(..) {
            pairs.push((a, b, std::mem::take(&mut weight[b as usize])));
        }
    }
    pairs
}

/// The number of formats in which an actor meets somebody: formats of two actors or more that it attends. It
/// is the sum of the actor's weights in [`newman_projection`], counted instead of added; nothing is divided.
///
/// # Arguments
/// As for [`newman_projection`].
///
/// # Returns
/// One whole number per actor, from 0 to the number of formats.
///
/// # Panics
/// When an actor is not below `n`.
///
/// # Complexity
/// O(n + Σ k log k).
///
/// # Example
/// ```
/// // {0, 1, 2} meet once, {0, 1} once more, 2 sits once alone
/// # use relier::measure;
/// assert_eq!(measure::strength(3, &[vec![0, 1, 2], vec![0, 1], vec![2]]), [2.0, 2.0, 1.0]);
/// ```
///
/// # Source
/// Newman 2001, equation 3; networkx `degree(weight="weight")` of the projection.
pub fn strength(n: usize, formats: &[Vec<u32>]) -> Vec<f64> {
    let mut attended = vec![0.0; n];
    for actor in tables(n, formats).into_iter().flatten() {
        attended[actor as usize] += 1.0;
    }
    attended
}

/// The formats in which somebody meets: actors sorted, each once, and at least two of them.
fn tables(n: usize, formats: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut tables: Vec<Vec<u32>> = formats.to_vec();
    for table in &mut tables {
        table.sort_unstable();
        table.dedup();
        assert!(
            table.last().is_none_or(|&actor| (actor as usize) < n),
            "an actor of {table:?} in a network of {n}"
        );
    }
    tables.retain(|table| table.len() >= 2);
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_named_twice_sits_once_and_the_order_of_formats_changes_no_digit() {
        let formats =
            [vec![4, 0, 1, 4], vec![1, 0], vec![0, 1, 2, 3, 4, 5, 6, 7], vec![], vec![3], vec![1, 0, 2, 6]];
        let once = newman_projection(8, &formats);
        let reversed: Vec<Vec<u32>> = formats.iter().rev().cloned().collect();
        assert_eq!(once, newman_projection(8, &reversed));
        assert_eq!(once[0], (0, 1, 1.0 + 1.0 / 2.0 + 1.0 / 3.0 + 1.0 / 7.0));
        assert_eq!(strength(8, &formats), [4.0, 4.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0]);
    }

    #[test]
    fn one_node_and_none() {
        assert_eq!(degree_centrality(&Csr::from_edges(1, &[])), [1.0]);
        assert!(degree_centrality(&Csr::from_edges(0, &[])).is_empty());
        assert!(newman_projection(0, &[]).is_empty());
    }
}
