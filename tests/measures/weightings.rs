//! The order of candidates under all weightings, against a plain enumeration with exact fractions.

use std::sync::OnceLock;

use proptest::prelude::*;
use relier::dataset::{self, ActorId, Dataset, Stratum, TieId};
use relier::gap::{Candidate, Ground, RankRange, enlarge, rank_ranges};
use relier::network::Dates;
use relier::seed::{self, SeedFiles};

/// A fraction with a positive denominator, never rounded.
#[derive(Clone, Copy, Debug)]
struct Fraction {
    top: i128,
    bottom: i128,
}

impl Fraction {
    fn of(top: i128, bottom: i128) -> Fraction {
        Fraction { top, bottom }
    }

    fn plus(self, other: Fraction) -> Fraction {
        Fraction::of(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)
    }

    fn times(self, other: Fraction) -> Fraction {
        Fraction::of(self.top * other.top, self.bottom * other.bottom)
    }

    fn is_above(self, other: Fraction) -> bool {
        self.top * other.bottom > other.top * self.bottom
    }
}

/// Best, median and worst rank, first places and places among the first five, over every (a, b, c)/24 that sums to one: by the definition,
/// weight by weight, without a common denominator and without sorting by score.
fn plainly(scores: &[[usize; 3]]) -> Vec<[usize; 6]> {
    let scaled: Vec<[Fraction; 3]> = scores
        .iter()
        .map(|s| {
            [0, 1, 2].map(|i| {
                let all = || scores.iter().map(|t| t[i] as i128);
                let (low, high) = (all().min().unwrap(), all().max().unwrap());
                if high == low { Fraction::of(0, 1) } else { Fraction::of(s[i] as i128 - low, high - low) }
            })
        })
        .collect();
    let mut ranks: Vec<Vec<usize>> = vec![Vec::new(); scores.len()];
    for a in 0..=24i128 {
        for b in 0..=24i128 {
            for c in 0..=24i128 {
                if a + b + c != 24 {
                    continue;
                }
                let totals: Vec<Fraction> = scaled
                    .iter()
                    .map(|s| {
                        [a, b, c]
                            .iter()
                            .zip(s)
                            .map(|(w, x)| Fraction::of(*w, 24).times(*x))
                            .fold(Fraction::of(0, 1), Fraction::plus)
                    })
                    .collect();
                for (i, own) in totals.iter().enumerate() {
                    ranks[i].push(1 + totals.iter().filter(|t| t.is_above(*own)).count());
                }
            }
        }
    }
    ranks
        .into_iter()
        .map(|mut all| {
            all.sort_unstable();
            let (n, within) = (all.len(), |k: usize| all.iter().filter(|r| **r <= k).count());
            [all[0], all[(n - 1) / 2], all[n - 1], within(1), within(5), n]
        })
        .collect()
}

fn told(range: &RankRange) -> [usize; 6] {
    [range.best, range.median, range.worst, range.first, range.top, range.weightings]
}

fn dataset() -> &'static Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| {
        let (seeds, faults) = seed::read(SeedFiles::embedded());
        dataset::build(&seeds, faults, false).dataset
    })
}

/// A candidate with these scores; what it counts does not matter here.
fn candidate(scores: [usize; 3]) -> Candidate {
    let real = dataset();
    let kinds = relier::dataset::Kind::CORE[0];
    Candidate {
        actor: ActorId(1),
        stratum: Stratum::Others,
        kinds: vec![kinds; scores[0]],
        areas: vec![relier::dataset::AreaId(0); scores[1]],
        coming: vec![real.tie_ids().next().unwrap_or(TieId(0)); scores[2]],
        front: 0,
        ties: Vec::new(),
    }
}

#[test]
fn the_real_candidates_have_the_ranks_of_a_plain_enumeration() {
    let real = dataset();
    let found = enlarge(Ground { dataset: real, dates: Dates::latest(real) });
    let scores: Vec<[usize; 3]> = found.candidates.iter().map(Candidate::scores).collect();
    assert!(scores.len() > 20);
    let ours: Vec<[usize; 6]> = rank_ranges(&found.candidates).iter().map(told).collect();
    assert_eq!(ours, plainly(&scores));
    assert!(ours.iter().all(|r| r[5] == 25 * 26 / 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_candidates_have_the_ranks_of_a_plain_enumeration(
        scores in prop::collection::vec([0..6usize, 0..9usize, 0..4usize], 1..9),
    ) {
        let candidates: Vec<Candidate> = scores.iter().map(|s| candidate(*s)).collect();
        let ours: Vec<[usize; 6]> = rank_ranges(&candidates).iter().map(told).collect();
        prop_assert_eq!(ours, plainly(&scores));
    }

    /// METHOD 8: dominance implies rank at every weighting, hence best, median and worst.
    #[test]
    fn dominance_implies_rank_at_every_weighting(
        scores in prop::collection::vec([0..6usize, 0..9usize, 0..4usize], 2..9),
    ) {
        let found = plainly(&scores);
        for (a, x) in scores.iter().zip(&found) {
            for (b, y) in scores.iter().zip(&found) {
                if (0..3).all(|i| a[i] >= b[i]) {
                    prop_assert!(x[0] <= y[0] && x[1] <= y[1] && x[2] <= y[2] && x[3] >= y[3]);
                }
            }
        }
    }
}
