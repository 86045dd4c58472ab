//! A simple undirected graph as flat arrays, the form in which the measures read it.

/// Undirected, unweighted, without loops or parallel edges; nodes are `0..n`, neighbours sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csr {
    offsets: Vec<u32>,
    targets: Vec<u32>,
}

impl Csr {
    /// Builds the graph on `n` nodes from pairs. Loops are dropped; order, direction and repetition of pairs do not matter.
    ///
    /// # Panics
    /// When an end of a pair is not below `n`: the caller numbers the nodes.
    pub fn from_edges(n: usize, edges: &[(u32, u32)]) -> Csr {
        let mut arcs: Vec<(u32, u32)> =
            edges.iter().filter(|(a, b)| a != b).flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        arcs.sort_unstable();
        arcs.dedup();
        let mut offsets = vec![0u32; n + 1];
        for &(a, b) in &arcs {
            assert!((b as usize) < n, "edge ({a}, {b}) in a graph of {n} nodes");
            offsets[a as usize + 1] += 1;
        }
        for i in 0..n {
            offsets[i + 1] += offsets[i];
        }
        Csr { offsets, targets: arcs.into_iter().map(|(_, b)| b).collect() }
    }

    /// Number of nodes.
    pub fn node_count(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Number of edges, each counted once.
    pub fn edge_count(&self) -> usize {
        self.targets.len() / 2
    }

    /// The neighbours of a node in ascending order.
    pub fn neighbors(&self, node: u32) -> &[u32] {
        let (from, to) = (self.offsets[node as usize] as usize, self.offsets[node as usize + 1] as usize);
        &self.targets[from..to]
    }

    /// Number of neighbours.
    pub fn degree(&self, node: u32) -> usize {
        self.neighbors(node).len()
    }

    /// Whether two nodes are joined.
    pub fn contains_edge(&self, a: u32, b: u32) -> bool {
        self.neighbors(a).binary_search(&b).is_ok()
    }

    /// Each edge once, as `(smaller, larger)`, in ascending order.
    pub fn edges(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.node_count() as u32)
            .flat_map(move |a| self.neighbors(a).iter().filter(move |&&b| a < b).map(move |&b| (a, b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_direction_repetition_and_loops_do_not_matter() {
        let graph = Csr::from_edges(4, &[(2, 1), (0, 1), (1, 2), (3, 3)]);
        assert_eq!(graph, Csr::from_edges(4, &[(0, 1), (1, 2)]));
        assert_eq!(graph.edges().collect::<Vec<_>>(), [(0, 1), (1, 2)]);
        assert_eq!((graph.degree(1), graph.degree(3)), (2, 0));
    }
}
