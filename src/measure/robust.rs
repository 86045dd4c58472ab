//! How far a ranking or an overlap can be trusted: rank correlation, quantiles, and a null model that keeps both margins.

use std::collections::BTreeSet;

use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The generator of replicate `r`: seeded with `seed + r`, so that threads cannot change a digit.
pub fn replicate_rng(seed: u64, r: usize) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed.wrapping_add(r as u64))
}

/// Kendall's τ-b between two lists of values, over the pairs of places where both are defined.
///
/// Values in [−1, 1]; `None` when one of the two lists has no two different values, so that there is no order to compare.
/// Two values that differ by less than 1e-12 relatively count as equal. O(n²).
/// Source: Kendall 1945, "The treatment of ties in ranking problems", Biometrika 33.
///
/// ```
/// use relier::measure::kendall_tau;
/// let a = [Some(1.0), Some(2.0), Some(3.0)];
/// assert_eq!(kendall_tau(&a, &a), Some(1.0));
/// assert_eq!(kendall_tau(&a, &[Some(3.0), Some(2.0), Some(1.0)]), Some(-1.0));
/// assert_eq!(kendall_tau(&a, &[Some(1.0); 3]), None);
/// ```
pub fn kendall_tau(a: &[Option<f64>], b: &[Option<f64>]) -> Option<f64> {
    let defined: Vec<(f64, f64)> = a.iter().zip(b).filter_map(|(x, y)| Some(((*x)?, (*y)?))).collect();
    let (mut concordant, mut discordant, mut only_a, mut only_b) = (0i64, 0i64, 0i64, 0i64);
    for (i, &(x1, y1)) in defined.iter().enumerate() {
        for &(x2, y2) in &defined[i + 1..] {
            match (sign(x1, x2), sign(y1, y2)) {
                (0, 0) => {}
                (0, _) => only_a += 1,
                (_, 0) => only_b += 1,
                (s, t) if s == t => concordant += 1,
                _ => discordant += 1,
            }
        }
    }
    let untied = concordant + discordant;
    let (in_a, in_b) = ((untied + only_b) as f64, (untied + only_a) as f64);
    (in_a > 0.0 && in_b > 0.0).then(|| (concordant - discordant) as f64 / (in_a * in_b).sqrt())
}

fn sign(x: f64, y: f64) -> i8 {
    let difference = x - y;
    if difference.abs() <= 1e-12 * x.abs().max(y.abs()).max(1.0) {
        0
    } else if difference > 0.0 {
        1
    } else {
        -1
    }
}

/// The `q`-quantile of values by linear interpolation (type 7 of Hyndman and Fan 1996); `None` for no value.
///
/// ```
/// use relier::measure::quantile;
/// assert_eq!(quantile(&[4.0, 1.0, 2.0, 3.0], 0.5), Some(2.5));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
pub fn quantile(values: &[f64], q: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = q.clamp(0.0, 1.0) * last as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    Some(sorted[low] + (sorted[high] - sorted[low]) * (place - low as f64))
}

/// `count` places out of `0..n`, without repetition, ascending.
pub fn sample(n: usize, count: usize, rng: &mut impl Rng) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    let (chosen, _) = places.partial_shuffle(rng, count.min(n));
    let mut out = chosen.to_vec();
    out.sort_unstable();
    out
}

/// Shuffles a two-mode graph by `trades` curveball trades: both margins stay as they are.
///
/// `rows` are sets of columns. In a trade two rows pool what only one of them has and deal it out anew, each as many as before.
/// Source: Strona et al. 2014, "A fast and unbiased procedure to randomize ecological binary matrices", Nature Communications 5.
pub fn curveball(rows: &mut [BTreeSet<u32>], trades: usize, rng: &mut impl Rng) {
    if rows.len() < 2 {
        return;
    }
    for _ in 0..trades {
        let a = rng.random_range(0..rows.len());
        let b = (a + rng.random_range(1..rows.len())) % rows.len();
        let only_a: Vec<u32> = rows[a].difference(&rows[b]).copied().collect();
        let only_b: Vec<u32> = rows[b].difference(&rows[a]).copied().collect();
        let mut pool: Vec<u32> = only_a.iter().chain(&only_b).copied().collect();
        pool.sort_unstable();
        pool.shuffle(rng);
        for column in &pool {
            rows[a].remove(column);
            rows[b].remove(column);
        }
        let (to_a, to_b) = pool.split_at(only_a.len());
        rows[a].extend(to_a);
        rows[b].extend(to_b);
    }
}

/// Sets of columns as bits: the two-mode graph of [`curveball`], for thousands of replicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitRows {
    /// Words of a row.
    width: usize,
    /// Number of rows.
    rows: usize,
    /// Number of columns.
    columns: usize,
    words: Vec<u64>,
}

impl BitRows {
    /// The rows, their columns numbered anew in ascending order.
    pub fn of(sets: &[&BTreeSet<u32>]) -> BitRows {
        let all: BTreeSet<u32> = sets.iter().flat_map(|s| s.iter().copied()).collect();
        let order: Vec<u32> = all.into_iter().collect();
        let width = order.len().div_ceil(64).max(1);
        let mut words = vec![0u64; width * sets.len()];
        for (row, set) in sets.iter().enumerate() {
            for column in order.iter().enumerate().filter(|(_, c)| set.contains(c)).map(|(i, _)| i) {
                words[row * width + column / 64] |= 1 << (column % 64);
            }
        }
        BitRows { width, rows: sets.len(), columns: order.len(), words }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many columns two rows have in common.
    pub fn both(&self, i: usize, j: usize) -> usize {
        let row = |r: usize| &self.words[r * self.width..(r + 1) * self.width];
        row(i).iter().zip(row(j)).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// [`curveball`] on bits: the same trades from the same generator, hence the same rows.
    pub fn curveball(&mut self, trades: usize, rng: &mut impl Rng) {
        if self.rows < 2 {
            return;
        }
        let mut pool: Vec<u32> = Vec::with_capacity(self.columns);
        for _ in 0..trades {
            let a = rng.random_range(0..self.rows);
            let b = (a + rng.random_range(1..self.rows)) % self.rows;
            pool.clear();
            let mut of_a = 0;
            for w in 0..self.width {
                let (i, j) = (a * self.width + w, b * self.width + w);
                let (x, y) = (self.words[i], self.words[j]);
                of_a += (x & !y).count_ones() as usize;
                let mut either = x ^ y;
                self.words[i] &= y;
                self.words[j] &= x;
                while either != 0 {
                    pool.push(w as u32 * 64 + either.trailing_zeros());
                    either &= either - 1;
                }
            }
            pool.shuffle(rng);
            for (place, &column) in pool.iter().enumerate() {
                let row = if place < of_a { a } else { b };
                self.words[row * self.width + column as usize / 64] |= 1 << (column % 64);
            }
        }
    }
}

/// Holm's correction of p-values, in their order.
///
/// Source: Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6.
///
/// ```
/// use relier::measure::holm;
/// assert_eq!(holm(&[0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
/// ```
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut out = vec![0.0; p.len()];
    let mut floor = 0.0f64;
    for (place, &i) in order.iter().enumerate() {
        floor = floor.max((p[i] * (p.len() - place) as f64).min(1.0));
        out[i] = floor;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curveball_keeps_both_margins() {
        let start: Vec<BTreeSet<u32>> = vec![
            BTreeSet::from([0, 1, 2, 3]),
            BTreeSet::from([2, 4]),
            BTreeSet::from([0, 4, 5]),
            BTreeSet::new(),
        ];
        let columns = |rows: &[BTreeSet<u32>]| {
            (0..6).map(|c| rows.iter().filter(|r| r.contains(&c)).count()).collect::<Vec<_>>()
        };
        let mut moved = false;
        for r in 0..50 {
            let mut rows = start.clone();
            curveball(&mut rows, 40, &mut replicate_rng(7, r));
            assert_eq!(rows.iter().map(BTreeSet::len).collect::<Vec<_>>(), [4, 2, 3, 0]);
            assert_eq!(columns(&rows), columns(&start));
            moved |= rows != start;
        }
        assert!(moved);
    }

    #[test]
    fn tau_b_of_a_textbook_example_with_ties() {
        // Two judges on four places, one tie in each: 4 concordant, 0 discordant pairs; 5 pairs untied in each list.
        let a = [1.0, 2.0, 2.0, 3.0].map(Some);
        let b = [1.0, 1.0, 2.0, 3.0].map(Some);
        let tau = kendall_tau(&a, &b).unwrap_or(f64::NAN);
        assert!((tau - 4.0 / 5.0).abs() < 1e-12, "{tau}");
    }

    #[test]
    fn a_sample_is_without_repetition_and_the_same_for_the_same_seed() {
        let draw = |r| sample(20, 7, &mut replicate_rng(1, r));
        assert_eq!(draw(3), draw(3));
        let once = draw(4);
        assert!(once.windows(2).all(|w| w[0] < w[1]) && once.len() == 7 && once[6] < 20);
    }
}
