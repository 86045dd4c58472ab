//! On how many shortest paths a node or an edge lies (Brandes 2001, 2008).

use crate::network::Csr;

/// How often a node lies on the shortest paths between two others: for each pair of others, the share of
/// their shortest paths that pass through the node, summed over the pairs and divided by (n − 1)(n − 2)/2,
/// the number of such pairs.
///
/// # Arguments
/// * `graph`: the network. Pairs that no path joins count in the divisor and add nothing.
///
/// # Returns
/// One value per node, from 0 (no pair needs it) to 1 (all pairs need it). Below three nodes there is no pair
/// of others, and every value is 0.
///
/// # Complexity
/// O(n·m) time, O(n + m) memory.
///
/// # Example
/// ```
/// // 1 ── 0 ── 2    the pairs (1, 2), (1, 3), (2, 3) meet only through 0
/// //      │
/// //      3
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (0, 2), (0, 3)]);
/// assert_eq!(measure::betweenness_centrality(&graph), [1.0, 0.0, 0.0, 0.0]);
/// ```
///
/// # Source
/// Freeman 1977; Brandes 2001, *A faster algorithm for betweenness centrality*, Journal of Mathematical
/// Sociology 25; networkx `betweenness_centrality(G, normalized=True, endpoints=False)`.
pub fn betweenness_centrality(graph: &Csr) -> Vec<f64> {
    let n = graph.node_count();
    let mut centrality = vec![0.0; n];
    if n < 3 {
        return centrality;
    }
    let mut search = Search::new(graph);
    for source in 0..n as u32 {
        search.run(graph, source);
        search.accumulate(|_, _| {});
        for &node in &search.order[1..] {
            centrality[node as usize] += search.dependency[node as usize];
        }
    }
    // Each pair was met from both of its ends.
    let ordered_pairs = (n - 1) as f64 * (n - 2) as f64;
    centrality.iter_mut().for_each(|value| *value /= ordered_pairs);
    centrality
}

/// How often an edge lies on the shortest paths between two nodes: for each pair, the share of their shortest
/// paths that use the edge, summed over the pairs and divided by n(n − 1)/2, the number of pairs.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// `(a, b, value)` with a < b in ascending order of (a, b); values above 0, since an edge is the shortest
/// path between its own ends, and up to 1.
///
/// # Complexity
/// O(n·m) time, O(n + m) memory.
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    each edge serves two of the three pairs
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::edge_betweenness_centrality(&graph), [(0, 1, 2.0 / 3.0), (1, 2, 2.0 / 3.0)]);
/// ```
///
/// # Source
/// Brandes 2008, *On variants of shortest-path betweenness centrality and their generic computation*, Social
/// Networks 30; networkx `edge_betweenness_centrality(G, normalized=True)`.
pub fn edge_betweenness_centrality(graph: &Csr) -> Vec<(u32, u32, f64)> {
    let n = graph.node_count();
    let numbering = EdgeNumbers::new(graph);
    let mut centrality = vec![0.0; graph.edge_count()];
    let mut search = Search::new(graph);
    for source in 0..n as u32 {
        search.run(graph, source);
        search.accumulate(|step, share| centrality[numbering.of(step)] += share);
    }
    let ordered_pairs = n as f64 * (n as f64 - 1.0);
    graph.edges().zip(centrality).map(|((a, b), value)| (a, b, value / ordered_pairs)).collect()
}

const UNSEEN: u32 = u32::MAX;

/// The shortest paths from one source; the buffers serve all sources in turn.
///
/// In the papers' symbols: `order` is the stack S, `distance` d, `paths` σ, `dependency` δ, and `steps` holds
/// the predecessors P, not by node but in the order in which they were found: backwards, each node has heard
/// from everything beyond it before it is asked.
struct Search {
    order: Vec<u32>,
    steps: Vec<Step>,
    distance: Vec<u32>,
    paths: Vec<PathCount>,
    dependency: Vec<f64>,
}

/// An edge that shortest paths use, outward from the source; `farther` is neighbor number `slot` of `nearer`.
#[derive(Clone, Copy)]
struct Step {
    nearer: u32,
    farther: u32,
    slot: u32,
}

impl Search {
    fn new(graph: &Csr) -> Search {
        let n = graph.node_count();
        Search {
            order: Vec::with_capacity(n),
            steps: Vec::with_capacity(graph.edge_count()),
            distance: vec![UNSEEN; n],
            paths: vec![PathCount::ZERO; n],
            dependency: vec![0.0; n],
        }
    }

    /// Breadth first: fills `order`, `steps`, `distance` and `paths` for the nodes within reach of `source`.
    fn run(&mut self, graph: &Csr, source: u32) {
        self.steps.clear();
        for node in self.order.drain(..) {
            self.distance[node as usize] = UNSEEN;
            self.paths[node as usize] = PathCount::ZERO;
            self.dependency[node as usize] = 0.0;
        }
        self.distance[source as usize] = 0;
        self.paths[source as usize] = PathCount::ONE;
        self.order.push(source);
        let mut next = 0;
        while let Some(&nearer) = self.order.get(next) {
            next += 1;
            let one_more = self.distance[nearer as usize] + 1;
            let paths = self.paths[nearer as usize];
            for (slot, &farther) in (0..).zip(graph.neighbors(nearer)) {
                let distance = &mut self.distance[farther as usize];
                if *distance == UNSEEN {
                    *distance = one_more;
                    self.order.push(farther);
                }
                if *distance == one_more {
                    self.paths[farther as usize].add(paths);
                    self.steps.push(Step { nearer, farther, slot });
                }
            }
        }
    }

    /// Farthest first: the dependency of the source on every node. `on_step` hears what each edge carries.
    fn accumulate(&mut self, mut on_step: impl FnMut(Step, f64)) {
        for &step in self.steps.iter().rev() {
            let (nearer, farther) = (step.nearer as usize, step.farther as usize);
            let share = self.paths[nearer].share_of(self.paths[farther]) * (1.0 + self.dependency[farther]);
            self.dependency[nearer] += share;
            on_step(step, share);
        }
    }
}

/// A number of paths, `mantissa · 2^(512 · exponent)`. The count doubles with every diamond on the way and
/// leaves the range of an f64 after a thousand; infinity divided by infinity would then be NaN.
#[derive(Clone, Copy)]
struct PathCount {
    mantissa: f64,
    exponent: u32,
}

impl PathCount {
    const ZERO: PathCount = PathCount { mantissa: 0.0, exponent: 0 };
    const ONE: PathCount = PathCount { mantissa: 1.0, exponent: 0 };
    const UNIT: f64 = f64::from_bits((1023 + 512) << 52);

    fn add(&mut self, other: PathCount) {
        if other.exponent > self.exponent {
            self.mantissa = self.in_units_of(other);
            self.exponent = other.exponent;
        }
        self.mantissa += other.in_units_of(*self);
        if self.mantissa >= PathCount::UNIT {
            self.mantissa /= PathCount::UNIT;
            self.exponent += 1;
        }
    }

    fn share_of(self, larger: PathCount) -> f64 {
        self.in_units_of(larger) / larger.mantissa
    }

    /// The mantissa at the exponent of a count that is at least as large; what is 2^512 times smaller is
    /// nothing to it.
    fn in_units_of(self, larger: PathCount) -> f64 {
        match larger.exponent - self.exponent {
            0 => self.mantissa,
            1 => self.mantissa / PathCount::UNIT,
            _ => 0.0,
        }
    }
}

/// The number of each edge in the order of [`Csr::edges`], found from either of its ends without a search.
struct EdgeNumbers {
    offsets: Vec<usize>,
    numbers: Vec<u32>,
}

impl EdgeNumbers {
    fn new(graph: &Csr) -> EdgeNumbers {
        let n = graph.node_count();
        let mut offsets = vec![0; n];
        for node in 1..n {
            offsets[node] = offsets[node - 1] + graph.degree(node as u32 - 1);
        }
        // Edges come in ascending order of their smaller end, then of their larger one: so do, for each node,
        // first the neighbors below it and then those above it, which is the order of its slots.
        let mut slot = offsets.clone();
        let mut numbers = vec![0; 2 * graph.edge_count()];
        for (number, (a, b)) in graph.edges().enumerate() {
            for end in [a, b] {
                numbers[slot[end as usize]] = number as u32;
                slot[end as usize] += 1;
            }
        }
        EdgeNumbers { offsets, numbers }
    }

    fn of(&self, step: Step) -> usize {
        self.numbers[self.offsets[step.nearer as usize] + step.slot as usize] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// k diamonds in a row: cut node 3i, then the sides 3i + 1 and 3i + 2. Two paths through each: 2^k in
    /// all.
    fn diamonds(k: u32) -> Csr {
        let edges: Vec<(u32, u32)> = (0..k)
            .flat_map(|i| [(0, 1), (0, 2), (1, 3), (2, 3)].map(|(a, b)| (3 * i + a, 3 * i + b)))
            .collect();
        Csr::from_edges(3 * k as usize + 1, &edges)
    }

    #[test]
    fn more_paths_than_an_f64_can_count() {
        let k = 1030;
        let graph = diamonds(k);
        let (n, k) = (graph.node_count() as f64, f64::from(k));
        let found = betweenness_centrality(&graph);
        for (node, &value) in found.iter().enumerate() {
            let i = (node / 3) as f64;
            let pairs = if node % 3 == 0 {
                // Everything left of it with everything right of it, and half of each pair of sides beside
                // it.
                let beside = if i == 0.0 || i == k { 1.0 } else { 2.0 };
                9.0 * i * (k - i) + beside / 2.0
            } else {
                // Half of what passes the diamond.
                (3.0 * i + 1.0) * (3.0 * (k - i - 1.0) + 1.0) / 2.0
            };
            let expected = pairs / ((n - 1.0) * (n - 2.0) / 2.0);
            assert!((value - expected).abs() < 1e-12, "node {node}: {value}, expected {expected}");
        }
    }

    #[test]
    fn below_three_nodes_nothing_lies_between() {
        for n in 0..3 {
            let graph = Csr::from_edges(n, if n == 2 { &[(0, 1)] } else { &[] });
            assert_eq!(betweenness_centrality(&graph), vec![0.0; n]);
        }
        assert_eq!(edge_betweenness_centrality(&Csr::from_edges(2, &[(1, 0)])), [(0, 1, 1.0)]);
        assert!(edge_betweenness_centrality(&Csr::from_edges(0, &[])).is_empty());
    }
}
