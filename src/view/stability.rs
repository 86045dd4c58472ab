//! How a ranking is tested, and what the test says.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::Dataset;
use crate::gap::{Replicates, Stability, TAU_FLOOR};
use crate::measure::Measure;

/// How many replicates test the order by betweenness where an answer must come at once, as to a page; the command line takes
/// [`Replicates::default`].
pub const QUICK_REPLICATES: usize = 200;

/// How a ranking is tested.
#[derive(Debug, Clone, Copy)]
pub struct RankTest {
    /// The replicates.
    pub replicates: Replicates,
    /// Whether the reader asked for it: every measure is tested then, and the printed command asks too.
    pub asked: bool,
}

impl RankTest {
    /// What a ranking by these measures is tested with: what is asked for; else `usual` replicates where an order by
    /// betweenness is among them, which is never given untested. Of an imported network, which can be large, it is when asked for.
    pub fn of(
        dataset: &Dataset,
        measures: &[Measure],
        (asked, usual): (Option<usize>, usize),
        seed: u64,
    ) -> Option<RankTest> {
        let tested = measures.contains(&Measure::Betweenness) && !dataset.is_table();
        let count = asked.or(tested.then_some(usual))?;
        Some(RankTest {
            replicates: Replicates { seed, count, ..Replicates::default() },
            asked: asked.is_some(),
        })
    }

    /// The options of the command that tests alike.
    pub(super) fn options(self) -> String {
        let Replicates { seed, count, .. } = self.replicates;
        match self.asked || count != Replicates::default().count {
            true => format!(" --replicates {count} --seed {seed}"),
            false if seed != Replicates::default().seed => format!(" --seed {seed}"),
            false => String::new(),
        }
    }
}

/// How the rankings survive the deletion of records.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RobustnessView {
    /// Seed; replicate r uses seed + r.
    pub seed: u64,
    /// Number of replicates.
    pub replicates: usize,
    /// What counts as the top.
    pub top: usize,
    /// One entry per measure and share.
    pub stability: Vec<StabilityView>,
}

/// A measure under the deletion of a share of the records.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StabilityView {
    /// Measure id.
    pub measure: &'static str,
    /// Share of records deleted.
    pub share: f64,
    /// Records deleted in each replicate.
    pub deleted: usize,
    /// Records in all.
    pub records: usize,
    /// 5 % quantile, median and 95 % quantile of Kendall's τ.
    pub tau: Option<[f64; 3]>,
    /// Share of replicates in which the measure is defined.
    pub defined: f64,
    /// The ranking is fragile: the 5 % quantile of τ is below 0.7, or no order can be compared.
    pub fragile: bool,
    /// For each actor of the top: the share of replicates in which it stays there.
    pub stays: Vec<(String, f64)>,
    /// For each actor, the best and the worst rank that it takes in the whole network and in the replicates, of these without the best and
    /// the worst 5 % in which it has one.
    pub places: Vec<(String, [usize; 2])>,
}

pub(super) fn robustness_view(
    dataset: &Dataset,
    replicates: Replicates,
    found: &[Stability],
) -> RobustnessView {
    RobustnessView {
        seed: replicates.seed,
        replicates: replicates.count,
        top: replicates.top,
        stability: found
            .iter()
            .map(|s| StabilityView {
                measure: s.measure.id(),
                share: s.share,
                deleted: s.deleted,
                records: s.records,
                tau: s.tau,
                defined: s.defined,
                fragile: s.tau.is_none_or(|t| t[0] < TAU_FLOOR),
                places: s.places.iter().map(|(a, p)| (dataset.actor(*a).id.clone(), *p)).collect(),
                stays: s.stays.iter().map(|(a, p)| (dataset.actor(*a).id.clone(), *p)).collect(),
            })
            .collect(),
    }
}
