//! How far a ranking survives the loss of records (METHOD 6): replicates delete ties by record, not by edge.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::competition_ranks;
use crate::dataset::ActorId;
use crate::measure::{self, Measure};
use crate::network::{Csr, FormatOrigin, Incidence, Projection};

/// The shares of records deleted.
pub const SHARES: [f64; 3] = [0.05, 0.10, 0.20];

/// Below this 5 % quantile of τ a ranking by betweenness is not printed as one.
pub const TAU_FLOOR: f64 = 0.7;

/// How the replicates are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replicates {
    /// Seed; replicate r uses seed + r.
    pub seed: u64,
    /// How many.
    pub count: usize,
    /// What counts as the top.
    pub top: usize,
}

impl Default for Replicates {
    fn default() -> Replicates {
        Replicates { seed: 2025, count: 1000, top: 10 }
    }
}

/// A measure under the deletion of a share of the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Stability {
    /// The measure.
    pub measure: Measure,
    /// Share of records deleted.
    pub share: f64,
    /// Records deleted in each replicate, out of all.
    pub deleted: usize,
    /// Records.
    pub records: usize,
    /// 5 % quantile, median and 95 % quantile of Kendall's τ to the whole network; none where no order can be compared.
    pub tau: Option<[f64; 3]>,
    /// Share of replicates in which the measure has a value at all.
    pub defined: f64,
    /// For each actor that stands in the top of the whole network: the share of replicates in which it stays there.
    pub stays: Vec<(ActorId, f64)>,
    /// For each actor, the best and the worst rank that it takes in the whole network and in the replicates, of these without the best and
    /// the worst 5 % in which it has one; in the order of the actors.
    pub places: Vec<(ActorId, [usize; 2])>,
}

/// A graph from which records can be taken away.
#[derive(Debug, Clone, Copy)]
pub enum Recorded<'a> {
    /// Who meets whom: an edge stays while one of its records does.
    Actors(&'a Projection),
    /// Actors and what they are in: a record is a node, which goes with its edges.
    Incidence(&'a Incidence),
}

impl Recorded<'_> {
    /// The actors, ascending by id.
    pub fn actors(&self) -> &[ActorId] {
        match self {
            Recorded::Actors(one) => &one.actors,
            Recorded::Incidence(two) => &two.actors,
        }
    }

    /// The records, ascending.
    fn records(&self) -> Vec<FormatOrigin> {
        let all: BTreeSet<FormatOrigin> = match self {
            Recorded::Actors(one) => one.reasons.values().flatten().copied().collect(),
            Recorded::Incidence(two) => two.events.iter().copied().collect(),
        };
        all.into_iter().collect()
    }

    /// The graph without some records, and the tables that are left.
    fn without(&self, gone: &BTreeSet<FormatOrigin>) -> (Csr, Vec<Vec<u32>>) {
        match self {
            Recorded::Actors(one) => without(one, gone),
            Recorded::Incidence(two) => (without_events(two, gone), Vec::new()),
        }
    }
}

/// Stability of every measure at every share, in the order of the measures, then of the shares.
///
/// `apart` is set apart from tops and correlations: the hub. Complexity: replicates × the full measure set, on all cores; the digits do
/// not depend on their number.
pub fn stability(graph: Recorded<'_>, apart: Option<ActorId>, replicates: Replicates) -> Vec<Stability> {
    stability_of(graph, apart, replicates, &Measure::ALL, &|| {})
}

/// The same for some measures; `tick` is called once for each replicate at each share, from any thread.
pub fn stability_of(
    graph: Recorded<'_>,
    apart: Option<ActorId>,
    replicates: Replicates,
    measures: &[Measure],
    tick: &(dyn Fn() + Sync),
) -> Vec<Stability> {
    let records = graph.records();
    let actors = graph.actors();
    let kept: Vec<usize> = (0..actors.len()).filter(|&i| Some(actors[i]) != apart).collect();
    let of = |(graph, formats): (Csr, Vec<Vec<u32>>)| -> Vec<Option<Vec<Option<f64>>>> {
        measures
            .iter()
            .map(|&m| measured(m, &graph, &formats).map(|all| kept.iter().map(|&i| all[i]).collect()))
            .collect()
    };
    let whole = of(graph.without(&BTreeSet::new()));
    let mut out = Vec::new();
    for share in SHARES {
        let deleted = ((records.len() as f64 * share).round() as usize).min(records.len());
        let runs: Vec<Vec<Option<Vec<Option<f64>>>>> = (0..replicates.count)
            .into_par_iter()
            .map(|r| {
                let mut rng = measure::replicate_rng(replicates.seed, r);
                let gone: BTreeSet<FormatOrigin> = measure::sample(records.len(), deleted, &mut rng)
                    .into_iter()
                    .map(|i| records[i])
                    .collect();
                let values = of(graph.without(&gone));
                tick();
                values
            })
            .collect();
        for (m, &measure) in measures.iter().enumerate() {
            out.push(one(
                measure,
                share,
                deleted,
                records.len(),
                &whole[m],
                &runs,
                m,
                replicates,
                &kept,
                actors,
            ));
        }
    }
    out.sort_by_key(|s| s.measure);
    out
}

#[expect(clippy::too_many_arguments, reason = "one row of the result, gathered from the loop around it")]
fn one(
    measure: Measure,
    share: f64,
    deleted: usize,
    records: usize,
    whole: &Option<Vec<Option<f64>>>,
    runs: &[Vec<Option<Vec<Option<f64>>>>],
    m: usize,
    replicates: Replicates,
    kept: &[usize],
    actors: &[ActorId],
) -> Stability {
    let top = |values: &[Option<f64>]| top(values, replicates.top, measure.higher_is_more());
    let mut taus = Vec::new();
    let mut defined = 0usize;
    let first: Vec<usize> = whole.as_ref().map(|w| top(w)).unwrap_or_default();
    let mut stays = vec![0usize; first.len()];
    let own = competition_ranks(whole.as_deref().unwrap_or_default(), measure.higher_is_more(), |_| true);
    let mut ranks: Vec<Vec<usize>> = vec![Vec::new(); kept.len()];
    for run in runs {
        let (Some(base), Some(values)) = (whole, &run[m]) else { continue };
        defined += 1;
        taus.extend(measure::kendall_tau(base, values));
        let again = top(values);
        for (own, rank) in ranks.iter_mut().zip(competition_ranks(values, measure.higher_is_more(), |_| true))
        {
            own.extend(rank);
        }
        for (i, actor) in first.iter().enumerate() {
            stays[i] += usize::from(again.contains(actor));
        }
    }
    let total = runs.len().max(1) as f64;
    let q = |q| measure::quantile(&taus, q);
    Stability {
        measure,
        share,
        deleted,
        records,
        tau: q(0.05).zip(q(0.5)).zip(q(0.95)).map(|((a, b), c)| [a, b, c]),
        defined: defined as f64 / total,
        places: kept
            .iter()
            .zip(ranks)
            .zip(own)
            .filter_map(|((&i, ranks), own)| {
                let [best, worst] = middle(ranks)?;
                Some((actors[i], [best.min(own?), worst.max(own?)]))
            })
            .collect(),
        stays: first.iter().zip(stays).map(|(&i, n)| (actors[kept[i]], n as f64 / total)).collect(),
    }
}

/// The ranks between which nine tenths of the replicates lie, at least: the 5 % quantile rounded down, that of 95 % rounded up.
fn middle(mut ranks: Vec<usize>) -> Option<[usize; 2]> {
    ranks.sort_unstable();
    let last = ranks.len().checked_sub(1)?;
    Some([ranks[last * 5 / 100], ranks[(last * 95).div_ceil(100)]])
}

/// The places among the first `k`; ties at the border are all in.
fn top(values: &[Option<f64>], k: usize, higher_first: bool) -> Vec<usize> {
    let better = |a: f64, b: f64| {
        let gap = a - b;
        let same = gap.abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0);
        !same && (gap > 0.0) == higher_first
    };
    (0..values.len())
        .filter(|&i| {
            values[i].is_some_and(|v| values.iter().flatten().filter(|&&other| better(other, v)).count() < k)
        })
        .collect()
}

/// The projection without some records: an edge stays while one of its records does.
fn without(projection: &Projection, gone: &BTreeSet<FormatOrigin>) -> (Csr, Vec<Vec<u32>>) {
    let edges: Vec<(u32, u32)> = projection
        .reasons
        .iter()
        .filter(|(_, why)| why.iter().any(|w| !gone.contains(w)))
        .map(|(&edge, _)| edge)
        .collect();
    let formats = projection
        .formats
        .iter()
        .zip(&projection.origins)
        .filter(|(_, origin)| !gone.contains(origin))
        .map(|(f, _)| f.clone())
        .collect();
    (Csr::from_edges(projection.actors.len(), &edges), formats)
}

/// The two-mode graph without some events: their nodes go too, so that no measure counts what is not there.
fn without_events(two: &Incidence, gone: &BTreeSet<FormatOrigin>) -> Csr {
    let n = two.actors.len() as u32;
    let kept = two.events.iter().zip(n..).filter(|(event, _)| !gone.contains(event));
    let mut edges = Vec::new();
    let mut count = n;
    for (_, node) in kept {
        edges.extend(two.graph.neighbors(node).iter().map(|&actor| (actor, count)));
        count += 1;
    }
    Csr::from_edges(count as usize, &edges)
}

/// The most steps that a measure may take: some ten seconds.
const MOST_STEPS: u64 = 2_000_000_000;

/// Whether a measure would take minutes or hours: one that walks from every node over the whole graph, or looks at the pairs of a node's
/// neighbours.
pub(crate) fn is_too_large(measure: Measure, graph: &Csr) -> bool {
    let nodes = graph.node_count() as u64;
    let steps = match measure {
        Measure::Betweenness | Measure::Closeness | Measure::Harmonic => {
            nodes.saturating_mul(nodes + graph.edge_count() as u64)
        }
        Measure::Constraint | Measure::EffectiveSize => {
            (0..graph.node_count() as u32).map(|n| (graph.neighbors(n).len() as u64).pow(2)).sum()
        }
        _ => 0,
    };
    steps > MOST_STEPS
}

/// A measure's values by node; `None` where the measure is undefined on the whole graph, or the graph too large for it.
pub(crate) fn measured(measure: Measure, graph: &Csr, formats: &[Vec<u32>]) -> Option<Vec<Option<f64>>> {
    let some = |v: Vec<f64>| Some(v.into_iter().map(Some).collect());
    if is_too_large(measure, graph) {
        return None;
    }
    let counted = |v: Vec<usize>| Some(v.into_iter().map(|n| Some(n as f64)).collect());
    match measure {
        Measure::Degree => counted(measure::degree(graph)),
        Measure::DegreeCentrality => some(measure::degree_centrality(graph)),
        Measure::Strength => some(measure::strength(graph.node_count(), formats)),
        Measure::Betweenness => some(measure::betweenness_centrality(graph)),
        Measure::Closeness => some(measure::closeness_centrality(graph)),
        Measure::Harmonic => some(measure::harmonic_centrality(graph)),
        Measure::Pagerank => some(measure::pagerank(graph)),
        Measure::Constraint => Some(measure::constraint(graph)),
        Measure::EffectiveSize => Some(measure::effective_size(graph)),
        Measure::CoreNumber => counted(measure::core_number(graph)),
        Measure::Eigenvector => {
            measure::eigenvector_centrality(graph).ok().map(|v| v.into_iter().map(Some).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::TieId;

    fn two(actors: u32, events: u32, edges: &[(u32, u32)]) -> Incidence {
        Incidence {
            actors: (0..actors).map(ActorId).collect(),
            events: (0..events).map(|t| FormatOrigin::Tie(TieId(t))).collect(),
            graph: Csr::from_edges((actors + events) as usize, edges),
        }
    }

    #[test]
    fn what_would_take_minutes_is_not_begun_and_what_is_quick_is() {
        let star = |leaves: u32| {
            Csr::from_edges(leaves as usize + 1, &(1..=leaves).map(|leaf| (0, leaf)).collect::<Vec<_>>())
        };
        let large = star(50_000);
        for measure in [Measure::Betweenness, Measure::Closeness, Measure::Harmonic, Measure::Constraint] {
            assert!(is_too_large(measure, &large) && measured(measure, &large, &[]).is_none(), "{measure:?}");
            assert!(!is_too_large(measure, &star(5_000)), "{measure:?}");
        }
        let degrees = measured(Measure::Degree, &large, &[]).expect("a quick one");
        assert_eq!((degrees[0], degrees[1]), (Some(50_000.0), Some(1.0)));
    }

    #[test]
    fn nine_tenths_of_the_ranks_lie_between_the_two_that_are_told() {
        assert_eq!(middle((1..=100).rev().collect()), Some([5, 96]));
        assert_eq!(middle(vec![7]), Some([7, 7]));
        assert_eq!(middle(vec![3, 1]), Some([1, 3]));
        assert_eq!(middle(Vec::new()), None);
    }

    #[test]
    fn an_event_goes_with_its_edges_and_its_node() {
        let chain = two(3, 3, &[(0, 3), (1, 3), (1, 4), (2, 4), (2, 5)]);
        let whole = without_events(&chain, &BTreeSet::new());
        assert_eq!(whole.edges().collect::<Vec<_>>(), chain.graph.edges().collect::<Vec<_>>());
        let left = without_events(&chain, &BTreeSet::from([FormatOrigin::Tie(TieId(1))]));
        assert_eq!(left.node_count(), 5);
        assert_eq!(left.edges().collect::<Vec<_>>(), [(0, 3), (1, 3), (2, 4)]);
    }

    /// By hand: a fifth of five records is one. Actor 0 is in all five, the others in two, two and one: whichever goes, 0 stays first.
    #[test]
    fn the_first_by_degree_stays_first_whichever_record_goes() {
        let edges = [(0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (1, 4), (1, 5), (2, 6), (2, 7), (3, 8)];
        let graph = two(4, 5, &edges);
        let replicates = Replicates { seed: 1, count: 40, top: 1 };
        let found = stability_of(Recorded::Incidence(&graph), None, replicates, &[Measure::Degree], &|| {});
        let most = found.iter().find(|s| s.share == 0.20).expect("a fifth");
        assert_eq!((most.deleted, most.records), (1, 5));
        assert_eq!(most.stays, [(ActorId(0), 1.0)]);
        // τ-b of (5, 2, 2, 1) with (4, 1, 2, 1) or (4, 2, 1, 1) is 4/√(5·5), with (4, 2, 2, 0) it is 1.
        let tau = most.tau.expect("an order");
        assert!((tau[0] - 0.8).abs() < 1e-12 && (tau[2] - 1.0).abs() < 1e-12, "{tau:?}");
    }
}
