//! How far a ranking survives the loss of records (METHOD 6): replicates delete ties by record, not by edge.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::dataset::ActorId;
use crate::measure::{self, Measure};
use crate::network::{Csr, FormatOrigin, Projection};

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
}

/// Stability of every measure at every share, in the order of the measures, then of the shares.
///
/// `apart` is set apart from tops and correlations: the hub. Complexity: replicates × the full measure set, on all cores; the digits do
/// not depend on their number.
pub fn stability(projection: &Projection, apart: Option<ActorId>, replicates: Replicates) -> Vec<Stability> {
    stability_of(projection, apart, replicates, &Measure::ALL, &|| {})
}

/// The same for some measures; `tick` is called once for each replicate at each share, from any thread.
pub fn stability_of(
    projection: &Projection,
    apart: Option<ActorId>,
    replicates: Replicates,
    measures: &[Measure],
    tick: &(dyn Fn() + Sync),
) -> Vec<Stability> {
    let records: Vec<FormatOrigin> =
        projection.reasons.values().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let kept: Vec<usize> =
        (0..projection.actors.len()).filter(|&i| Some(projection.actors[i]) != apart).collect();
    let of = |graph: &Csr, formats: &[Vec<u32>]| -> Vec<Option<Vec<Option<f64>>>> {
        measures
            .iter()
            .map(|&m| measured(m, graph, formats).map(|all| kept.iter().map(|&i| all[i]).collect()))
            .collect()
    };
    let whole = of(&projection.graph, &projection.formats);
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
                let (graph, formats) = without(projection, &gone);
                let values = of(&graph, &formats);
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
                projection,
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
    projection: &Projection,
) -> Stability {
    let top = |values: &[Option<f64>]| top(values, replicates.top, measure.higher_is_more());
    let mut taus = Vec::new();
    let mut defined = 0usize;
    let first: Vec<usize> = whole.as_ref().map(|w| top(w)).unwrap_or_default();
    let mut stays = vec![0usize; first.len()];
    for run in runs {
        let (Some(base), Some(values)) = (whole, &run[m]) else { continue };
        defined += 1;
        taus.extend(measure::kendall_tau(base, values));
        let again = top(values);
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
        stays: first
            .iter()
            .zip(stays)
            .map(|(&i, n)| (projection.actors[kept[i]], n as f64 / total))
            .collect(),
    }
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

/// A measure's values by node; `None` where the measure is undefined on the whole graph.
pub(crate) fn measured(measure: Measure, graph: &Csr, formats: &[Vec<u32>]) -> Option<Vec<Option<f64>>> {
    let some = |v: Vec<f64>| Some(v.into_iter().map(Some).collect());
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
