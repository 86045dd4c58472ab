//! The plain twins of the measures: their definitions, readable and without regard for time.

use relier::network::Csr;

/// Distances and numbers of shortest paths between all pairs, by extending paths one step at a time.
pub(crate) struct AllPairs {
    pub(crate) distance: Vec<Vec<Option<usize>>>,
    paths: Vec<Vec<f64>>,
}

impl AllPairs {
    pub(crate) fn of(graph: &Csr) -> AllPairs {
        let n = graph.node_count();
        let mut pairs = AllPairs { distance: vec![vec![None; n]; n], paths: vec![vec![0.0; n]; n] };
        for source in 0..n {
            pairs.distance[source][source] = Some(0);
            pairs.paths[source][source] = 1.0;
            for steps in 1..n {
                for target in
                    (0..n).filter(|&target| pairs.distance[source][target].is_none()).collect::<Vec<_>>()
                {
                    let before = |v: &u32| pairs.distance[source][*v as usize] == Some(steps - 1);
                    let paths = graph.neighbors(target as u32).iter().copied().filter(before);
                    let paths: f64 = paths.map(|v| pairs.paths[source][v as usize]).sum();
                    if paths > 0.0 {
                        pairs.distance[source][target] = Some(steps);
                        pairs.paths[source][target] = paths;
                    }
                }
            }
        }
        pairs
    }

    /// The share of the shortest paths from s to t that go through v.
    fn share_through(&self, s: usize, v: usize, t: usize) -> f64 {
        match (self.distance[s][v], self.distance[v][t], self.distance[s][t]) {
            (Some(sv), Some(vt), Some(st)) if sv + vt == st => {
                self.paths[s][v] * self.paths[v][t] / self.paths[s][t]
            }
            _ => 0.0,
        }
    }

    /// The share of the shortest paths from s to t that step from a to b.
    fn share_along(&self, s: usize, (a, b): (usize, usize), t: usize) -> f64 {
        match (self.distance[s][a], self.distance[b][t], self.distance[s][t]) {
            (Some(sa), Some(bt), Some(st)) if sa + 1 + bt == st => {
                self.paths[s][a] * self.paths[b][t] / self.paths[s][t]
            }
            _ => 0.0,
        }
    }
}

/// The unordered pairs of n nodes.
pub(crate) fn pairs_of(n: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
    (0..n).flat_map(move |s| (s + 1..n).map(move |t| (s, t)))
}

pub(crate) fn betweenness(graph: &Csr) -> Vec<f64> {
    let (n, pairs) = (graph.node_count(), AllPairs::of(graph));
    let of_node = |v: usize| {
        let others = pairs_of(n).filter(|&(s, t)| s != v && t != v);
        others.clone().map(|(s, t)| pairs.share_through(s, v, t)).sum::<f64>() / others.count().max(1) as f64
    };
    (0..n).map(of_node).collect()
}

pub(crate) fn edge_betweenness(graph: &Csr) -> Vec<f64> {
    let (n, pairs) = (graph.node_count(), AllPairs::of(graph));
    let of_edge = |(a, b): (u32, u32)| {
        let (a, b) = (a as usize, b as usize);
        let along = |(s, t)| pairs.share_along(s, (a, b), t) + pairs.share_along(s, (b, a), t);
        pairs_of(n).map(along).sum::<f64>() / pairs_of(n).count() as f64
    };
    graph.edges().map(of_edge).collect()
}

/// Burt's formula as printed: the square of p(ij) + Σ p(iq)·p(qj), over the neighbors j of i.
pub(crate) fn constraint(graph: &Csr) -> Vec<Option<f64>> {
    let nodes = || 0..graph.node_count() as u32;
    let p = |a: u32, b: u32| if graph.contains_edge(a, b) { 1.0 / graph.degree(a) as f64 } else { 0.0 };
    let invested = |i: u32, j: u32| p(i, j) + nodes().map(|q| p(i, q) * p(q, j)).sum::<f64>();
    let of_node = |i: u32| graph.neighbors(i).iter().map(|&j| invested(i, j).powi(2)).sum();
    nodes().map(|i| (graph.degree(i) > 0).then(|| of_node(i))).collect()
}

/// Burt's effective size as printed: Σ over the neighbors j of i of 1 − Σ over q of p(iq)·m(jq).
pub(crate) fn effective_size(graph: &Csr) -> Vec<Option<f64>> {
    let redundant = |i: u32, j: u32| {
        graph.neighbors(i).iter().filter(|&&q| graph.contains_edge(j, q)).count() as f64
            / graph.degree(i) as f64
    };
    let of_node = |i: u32| graph.neighbors(i).iter().map(|&j| 1.0 - redundant(i, j)).sum();
    (0..graph.node_count() as u32).map(|i| (graph.degree(i) > 0).then(|| of_node(i))).collect()
}

/// The graph without some of its edges; the nodes stay.
fn keeping(graph: &Csr, keep: impl Fn((u32, u32)) -> bool) -> Csr {
    let edges: Vec<(u32, u32)> = graph.edges().filter(|&edge| keep(edge)).collect();
    Csr::from_edges(graph.node_count(), &edges)
}

pub(crate) fn count_components(graph: &Csr) -> usize {
    let pairs = AllPairs::of(graph);
    // A node stands for its component when it reaches no smaller one.
    (0..graph.node_count())
        .filter(|&node| (0..node).all(|smaller| pairs.distance[node][smaller].is_none()))
        .count()
}

/// Cutting all ties of an articulation point leaves the node and at least two more pieces where one was.
pub(crate) fn articulation_points(graph: &Csr) -> Vec<u32> {
    let whole = count_components(graph);
    let cuts = |&node: &u32| count_components(&keeping(graph, |(a, b)| a != node && b != node)) > whole + 1;
    (0..graph.node_count() as u32).filter(cuts).collect()
}

pub(crate) fn bridges(graph: &Csr) -> Vec<(u32, u32)> {
    let whole = count_components(graph);
    graph.edges().filter(|&cut| count_components(&keeping(graph, |edge| edge != cut)) > whole).collect()
}

pub(crate) fn core_number(graph: &Csr) -> Vec<usize> {
    let mut core = vec![0; graph.node_count()];
    for k in 1..graph.node_count() {
        let mut left = graph.clone();
        while (0..graph.node_count() as u32).any(|node| (1..k).contains(&left.degree(node))) {
            let degrees = relier::measure::degree(&left);
            left = keeping(&left, |(a, b)| degrees[a as usize] >= k && degrees[b as usize] >= k);
        }
        (0..graph.node_count()).filter(|&node| left.degree(node as u32) >= k).for_each(|node| core[node] = k);
    }
    core
}
