//! What holds a network together, and where it would come apart. Nothing here recurses: networks may be long
//! chains.

use crate::network::Csr;

/// The order of the densest core a node belongs to: the largest k such that the node is left when all nodes
/// with fewer than k neighbors are taken away, again and again. A count: nothing is divided.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// One count per node, from 0 (isolate) to its degree.
///
/// # Complexity
/// O(n + m).
///
/// # Example
/// ```
/// // 0 ── 1 ── 3    4    the triangle 0, 1, 2 is a 2-core; 3 hangs on it
/// //  ╲  ╱
/// //   2
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(5, &[(0, 1), (1, 2), (2, 0), (1, 3)]);
/// assert_eq!(measure::core_number(&graph), [2, 2, 2, 1, 0]);
/// ```
///
/// # Source
/// Seidman 1983; Batagelj & Zaveršnik 2003, *An O(m) algorithm for cores decomposition of networks*; networkx
/// `core_number`.
pub fn core_number(graph: &Csr) -> Vec<usize> {
    let n = graph.node_count();
    let mut core = super::degree(graph);
    // `order` holds the nodes by what is left of their degree; the nodes with d left begin at `begin[d]`.
    let mut begin = vec![0usize; core.iter().max().map_or(0, |max| max + 2)];
    for &degree in &core {
        begin[degree + 1] += 1;
    }
    for degree in 1..begin.len() {
        begin[degree] += begin[degree - 1];
    }
    let mut free = begin.clone();
    let mut order = vec![0u32; n];
    let mut place = vec![0usize; n];
    for node in 0..n {
        place[node] = free[core[node]];
        order[place[node]] = node as u32;
        free[core[node]] += 1;
    }
    for position in 0..n {
        let node = order[position];
        for &other in graph.neighbors(node) {
            let left = core[other as usize];
            if left > core[node as usize] {
                // Swap `other` with the first node of its block, then let the block begin one later.
                let (first, from) = (begin[left], place[other as usize]);
                order.swap(first, from);
                place[order[from] as usize] = from;
                place[other as usize] = first;
                begin[left] += 1;
                core[other as usize] -= 1;
            }
        }
    }
    core
}

/// The pieces of the network: the largest sets of nodes that paths join.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// Each component as its nodes in ascending order; components in the order of their smallest node. An isolate
/// is a component of one.
///
/// # Complexity
/// O(n + m), with O(k log k) more to sort a component of k.
///
/// # Example
/// ```
/// // 0 ── 2    1 ── 3    4
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(5, &[(0, 2), (1, 3)]);
/// assert_eq!(measure::connected_components(&graph), [vec![0, 2], vec![1, 3], vec![4]]);
/// ```
///
/// # Source
/// Hopcroft & Tarjan 1973, *Algorithm 447*; networkx `connected_components`.
pub fn connected_components(graph: &Csr) -> Vec<Vec<u32>> {
    let mut seen = vec![false; graph.node_count()];
    let mut components = Vec::new();
    for root in 0..graph.node_count() as u32 {
        if std::mem::replace(&mut seen[root as usize], true) {
            continue;
        }
        let mut component = vec![root];
        let mut next = 0;
        while let Some(&node) = component.get(next) {
            next += 1;
            for &other in graph.neighbors(node) {
                if !std::mem::replace(&mut seen[other as usize], true) {
                    component.push(other);
                }
            }
        }
        component.sort_unstable();
        components.push(component);
    }
    components
}

/// The nodes without which the network would fall into more pieces.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// The nodes in ascending order; none where every pair of nodes is joined in two ways.
///
/// # Complexity
/// O(n + m).
///
/// # Example
/// ```
/// // 0 ── 1 ── 2    only 1 holds the others together
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(3, &[(0, 1), (1, 2)]);
/// assert_eq!(measure::articulation_points(&graph), [1]);
/// ```
///
/// # Source
/// Hopcroft & Tarjan 1973; networkx `articulation_points`.
pub fn articulation_points(graph: &Csr) -> Vec<u32> {
    let search = DepthFirst::new(graph);
    let mut cuts = vec![false; graph.node_count()];
    let mut children_of_root = vec![0u32; graph.node_count()];
    for (parent, child) in search.tree_edges() {
        if search.is_root(parent) {
            children_of_root[parent as usize] += 1;
            cuts[parent as usize] = children_of_root[parent as usize] > 1;
        } else if search.low[child as usize] >= search.entered[parent as usize] {
            cuts[parent as usize] = true;
        }
    }
    (0..graph.node_count() as u32).filter(|&node| cuts[node as usize]).collect()
}

/// The edges without which the network would fall into more pieces.
///
/// # Arguments
/// * `graph`: the network.
///
/// # Returns
/// `(a, b)` with a < b, in ascending order.
///
/// # Complexity
/// O(n + m), with O(b log b) more to sort b bridges.
///
/// # Example
/// ```
/// // 0 ── 1 ── 3    only the tie of 3 has no way round
/// //  ╲  ╱
/// //   2
/// # use relier::{measure, network::Csr};
/// let graph = Csr::from_edges(4, &[(0, 1), (1, 2), (2, 0), (1, 3)]);
/// assert_eq!(measure::bridges(&graph), [(1, 3)]);
/// ```
///
/// # Source
/// Tarjan 1974, *A note on finding the bridges of a graph*; networkx `bridges`.
pub fn bridges(graph: &Csr) -> Vec<(u32, u32)> {
    let search = DepthFirst::new(graph);
    let mut bridges: Vec<(u32, u32)> = search
        .tree_edges()
        .filter(|&(parent, child)| search.low[child as usize] > search.entered[parent as usize])
        .map(|(parent, child)| (parent.min(child), parent.max(child)))
        .collect();
    bridges.sort_unstable();
    bridges
}

const NONE: u32 = u32::MAX;

/// A depth-first search of the whole graph. `low` is the earliest node that can be reached from the subtree
/// below a node by at most one edge that is not of the tree.
struct DepthFirst {
    entered: Vec<u32>,
    low: Vec<u32>,
    parent: Vec<u32>,
}

impl DepthFirst {
    fn new(graph: &Csr) -> DepthFirst {
        let n = graph.node_count();
        let mut search = DepthFirst { entered: vec![NONE; n], low: vec![NONE; n], parent: vec![NONE; n] };
        let mut clock = 0;
        // The path from the root, each node with the number of its neighbors already looked at.
        let mut path: Vec<(u32, usize)> = Vec::new();
        for root in 0..n as u32 {
            if search.entered[root as usize] == NONE {
                search.enter(root, &mut clock);
                path.push((root, 0));
            }
            while let Some((node, looked_at)) = path.last_mut() {
                let node = *node;
                let Some(&other) = graph.neighbors(node).get(*looked_at) else {
                    path.pop();
                    if let Some(&(parent, _)) = path.last() {
                        search.lower(parent, search.low[node as usize]);
                    }
                    continue;
                };
                *looked_at += 1;
                if search.entered[other as usize] == NONE {
                    search.parent[other as usize] = node;
                    search.enter(other, &mut clock);
                    path.push((other, 0));
                } else if search.parent[node as usize] != other {
                    search.lower(node, search.entered[other as usize]);
                }
            }
        }
        search
    }

    fn enter(&mut self, node: u32, clock: &mut u32) {
        self.entered[node as usize] = *clock;
        self.low[node as usize] = *clock;
        *clock += 1;
    }

    fn lower(&mut self, node: u32, to: u32) {
        let low = &mut self.low[node as usize];
        *low = (*low).min(to);
    }

    fn is_root(&self, node: u32) -> bool {
        self.parent[node as usize] == NONE
    }

    fn tree_edges(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.parent
            .iter()
            .zip(0..)
            .filter(|&(&parent, _)| parent != NONE)
            .map(|(&parent, child)| (parent, child))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_a_hundred_thousand_does_not_exhaust_the_stack() {
        let n = 100_000;
        let edges: Vec<(u32, u32)> = (1..n).map(|node| (node - 1, node)).collect();
        let chain = Csr::from_edges(n as usize, &edges);
        assert_eq!(bridges(&chain), edges);
        assert_eq!(articulation_points(&chain), (1..n - 1).collect::<Vec<_>>());
        assert_eq!(connected_components(&chain).len(), 1);
        assert!(core_number(&chain).iter().all(|&core| core == 1));
    }

    #[test]
    fn no_nodes_no_sets() {
        let empty = Csr::from_edges(0, &[]);
        assert!(connected_components(&empty).is_empty() && core_number(&empty).is_empty());
        assert!(articulation_points(&empty).is_empty() && bridges(&empty).is_empty());
    }
}
