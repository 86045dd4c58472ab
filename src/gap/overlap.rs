//! The overlap of two kinds of instrument against chance (METHOD 6): what a degree-preserving null model can decide, and what not.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::cells::Ground;
use crate::dataset::{ActorKind, Kind, Polarity, State, Word};
use crate::measure::{self, BitRows};

/// Replicates of the null model when none are asked for: with Holm over `m` pairs and two sides, fewer than `2m/α` can reject nothing.
pub const NULL_REPLICATES: usize = 10_000;

/// Trades of a replicate for each row.
const TRADES: usize = 10;

/// One over the level of the test, after Holm: 5 %.
const ONE_OVER_ALPHA: usize = 20;

/// What chance says of an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// More or less than chance explains: p after Holm at most 5 %.
    Beyond,
    /// Within what chance explains.
    Within,
    /// These replicates are too few for any pair to come below 5 % after Holm, whatever the overlap.
    Undecided,
}

impl Verdict {
    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Beyond => "beyond",
            Verdict::Within => "within",
            Verdict::Undecided => "undecided",
        }
    }
}

/// The overlap of two kinds of instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// The first kind.
    pub a: Kind,
    /// The second.
    pub b: Kind,
    /// Holders of each.
    pub holders: [usize; 2],
    /// Holders of both.
    pub both: usize,
    /// What the replicates say of it; none without replicates.
    pub chance: Option<ByChance>,
}

/// An overlap in the replicates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByChance {
    /// Mean over the replicates.
    pub expected: f64,
    /// Standard score; none when the replicates do not vary.
    pub z: Option<f64>,
    /// Two-sided p by counting replicates at least as far out.
    pub p: f64,
    /// The same after Holm's correction over all pairs.
    pub p_holm: f64,
    /// What follows.
    pub verdict: Verdict,
}

/// How finely a number of replicates can tell pairs from chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolution {
    /// Pairs over which Holm corrects.
    pub pairs: usize,
    /// Replicates.
    pub replicates: usize,
    /// The smallest p that these replicates can give.
    pub least_p: f64,
    /// The same after Holm's correction: no pair can come below it.
    pub least_p_holm: f64,
    /// The fewest replicates with which one pair can come to 5 % after Holm.
    pub needed: usize,
}

impl Resolution {
    /// Of `replicates` over `pairs`. A tail counts the observation too, and both sides: the smallest p is 2/(n + 1).
    ///
    /// ```
    /// use relier::gap::Resolution;
    /// // By hand: 2·105/(n + 1) ≤ 1/20 from n = 4199 on.
    /// assert_eq!(Resolution::of(105, 1000).needed, 4199);
    /// assert!(!Resolution::of(105, 4198).decides() && Resolution::of(105, 4199).decides());
    /// ```
    pub fn of(pairs: usize, replicates: usize) -> Resolution {
        let least_p = (2.0 / (replicates as f64 + 1.0)).min(1.0);
        Resolution {
            pairs,
            replicates,
            least_p,
            least_p_holm: (least_p * pairs as f64).min(1.0),
            needed: (2 * pairs * ONE_OVER_ALPHA).saturating_sub(1),
        }
    }

    /// Whether some pair could be told from chance at all.
    pub fn decides(&self) -> bool {
        self.replicates > 0 && self.replicates >= self.needed
    }
}

/// How far the holders of two kinds coincide, against replicates that keep how many holders a kind and how many kinds a holder has.
/// Countries and groupings that hold an instrument agreed or active; kinds with at least two of them. O(replicates × kinds²).
pub fn overlaps(ground: Ground<'_>, replicates: usize, seed: u64) -> Vec<Overlap> {
    overlaps_told(ground, replicates, seed, &|| {})
}

/// The same; `tick` is called once for each replicate, from any thread.
pub fn overlaps_told(
    ground: Ground<'_>,
    replicates: usize,
    seed: u64,
    tick: &(dyn Fn() + Sync),
) -> Vec<Overlap> {
    let rows = rows(ground);
    let held: Vec<&BTreeSet<u32>> = rows.iter().map(|(_, held)| held).collect();
    let pairs: Vec<(usize, usize)> =
        (0..rows.len()).flat_map(|i| (i + 1..rows.len()).map(move |j| (i, j))).collect();
    let start = BitRows::of(&held);
    let counted = null_counts(&start, &pairs, replicates, seed, tick);
    let mut out: Vec<Overlap> = pairs
        .iter()
        .zip(&counted)
        .map(|(&(i, j), counts)| {
            let both = start.both(i, j);
            Overlap {
                a: rows[i].0,
                b: rows[j].0,
                holders: [held[i].len(), held[j].len()],
                both,
                chance: (replicates > 0).then(|| by_chance(counts, both)),
            }
        })
        .collect();
    let p: Vec<f64> = out.iter().filter_map(|o| o.chance.map(|c| c.p)).collect();
    let decides = Resolution::of(pairs.len(), replicates).decides();
    let chances = out.iter_mut().filter_map(|o| o.chance.as_mut());
    for (chance, p_holm) in chances.zip(measure::holm(&p)) {
        chance.p_holm = p_holm;
        chance.verdict = match decides {
            false => Verdict::Undecided,
            // At the border a rounded digit is no reason.
            true if p_holm * ONE_OVER_ALPHA as f64 <= 1.0 + 1e-12 => Verdict::Beyond,
            true => Verdict::Within,
        };
    }
    let p = |o: &Overlap| o.chance.map_or(1.0, |c| c.p);
    out.sort_by(|x, y| p(x).total_cmp(&p(y)).then((x.a, x.b).cmp(&(y.a, y.b))));
    out
}

/// The kinds with their holders.
fn rows(ground: Ground<'_>) -> Vec<(Kind, BTreeSet<u32>)> {
    let mut rows: Vec<(Kind, BTreeSet<u32>)> = Vec::new();
    for &kind in Kind::ALL.iter().filter(|k| !matches!(k, Kind::Action | Kind::Member | Kind::Forum)) {
        let mut held = BTreeSet::new();
        for (_, tie) in ground.ties().filter(|(_, t)| t.instrument_kind() == Some(kind)) {
            let cooperative = tie.polarity == Polarity::Cooperative;
            for part in tie.participants.iter().filter(|_| cooperative) {
                let partner =
                    matches!(ground.dataset.actor(part.actor).kind, ActorKind::Partner | ActorKind::Grouping);
                if partner && matches!(ground.state(tie, part), State::Agreed | State::Active) {
                    held.insert(part.actor.0);
                }
            }
        }
        if held.len() >= 2 {
            rows.push((kind, held));
        }
    }
    rows
}

/// For each pair, in how many replicates it has 0, 1, 2, … in common. Whole numbers, so that threads cannot change a digit.
fn null_counts(
    start: &BitRows,
    pairs: &[(usize, usize)],
    replicates: usize,
    seed: u64,
    tick: &(dyn Fn() + Sync),
) -> Vec<Vec<u32>> {
    let none = || vec![vec![0u32; start.columns() + 1]; pairs.len()];
    (0..replicates)
        .into_par_iter()
        .fold(none, |mut counts, r| {
            let mut rows = start.clone();
            rows.curveball(TRADES * start.rows(), &mut measure::replicate_rng(seed, r));
            for (&(i, j), counts) in pairs.iter().zip(&mut counts) {
                counts[rows.both(i, j)] += 1;
            }
            tick();
            counts
        })
        .reduce(none, |mut one, other| {
            for (one, other) in one.iter_mut().zip(&other) {
                one.iter_mut().zip(other).for_each(|(a, b)| *a += b);
            }
            one
        })
}

/// What the replicates say of an overlap of `seen`.
fn by_chance(counts: &[u32], seen: usize) -> ByChance {
    let all = || counts.iter().enumerate().map(|(x, &n)| (x as f64, f64::from(n)));
    let n: f64 = all().map(|(_, n)| n).sum();
    let mean = all().map(|(x, n)| x * n).sum::<f64>() / n;
    let variance = all().map(|(x, n)| n * (x - mean).powi(2)).sum::<f64>() / n;
    let tail = |counts: &[u32]| counts.iter().map(|&n| u64::from(n)).sum::<u64>() + 1;
    let least = tail(&counts[seen..]).min(tail(&counts[..=seen]));
    ByChance {
        expected: mean,
        z: (variance > 0.0).then(|| (seen as f64 - mean) / variance.sqrt()),
        p: (2.0 * least as f64 / (n + 1.0)).min(1.0),
        p_holm: 1.0,
        verdict: Verdict::Undecided,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: three kinds, each held by one of three, each holder with one kind. A replicate deals the three holders out anew, so that
    /// no two kinds ever have one in common: expected 0, no spread, p 1.
    #[test]
    fn what_the_margins_fix_is_within_chance() {
        let sets = [BTreeSet::from([4]), BTreeSet::from([7]), BTreeSet::from([9])];
        let start = BitRows::of(&sets.iter().collect::<Vec<_>>());
        let pairs = [(0, 1), (0, 2), (1, 2)];
        for counts in null_counts(&start, &pairs, 200, 1, &|| {}) {
            assert_eq!((counts[0], counts.iter().sum::<u32>()), (200, 200));
            let chance = by_chance(&counts, 0);
            assert_eq!((chance.expected, chance.z, chance.p), (0.0, None, 1.0));
        }
    }

    /// By enumeration: rows {0,1}, {0,1}, {2,3} with every column margin as it is (2, 2, 1, 1). The matrices with these margins: two rows
    /// share a pair of columns (3 choices of the odd row: that one {2,3}, both others {0,1}) or, row by row, one holds {0,1}, one {0,c}, one
    /// {1,d} with {c,d} = {2,3} (6 orders × 2 choices): 15 in all. Rows 0 and 1 have two in common in 1 of them, none in common in
    /// the 2 where one of both is the odd row and in the 4 of the others where neither holds {0,1}; one in the 8 that are left.
    #[test]
    fn the_replicates_are_dealt_as_often_as_the_matrices_are_many() {
        let sets = [BTreeSet::from([0, 1]), BTreeSet::from([0, 1]), BTreeSet::from([2, 3])];
        let start = BitRows::of(&sets.iter().collect::<Vec<_>>());
        let counts = &null_counts(&start, &[(0, 1)], 15_000, 5, &|| {})[0];
        // Five standard deviations of a binomial about 6000, 8000 and 1000 of 15 000.
        for (seen, due) in counts.iter().zip([6000.0f64, 8000.0, 1000.0]) {
            let spread = 5.0 * (due * (1.0 - due / 15_000.0)).sqrt();
            assert!((f64::from(*seen) - due).abs() < spread, "{counts:?}");
        }
        // Two in common: 1 of 15 at least as far out, two sides.
        let chance = by_chance(counts, 2);
        assert!((chance.p - 2.0 / 15.0).abs() < 0.02 && (chance.expected - 10.0 / 15.0).abs() < 0.03);
    }

    #[test]
    fn too_few_replicates_decide_nothing_and_none_decide_less() {
        let few = Resolution::of(105, 1000);
        assert!(!few.decides() && (few.least_p_holm - 210.0 / 1001.0).abs() < 1e-12);
        let usual = Resolution::of(105, NULL_REPLICATES);
        assert!(usual.decides() && usual.least_p_holm < 0.05);
        assert!(!Resolution::of(0, 0).decides());
    }
}
