//! The order of candidates under *all* weightings of the criteria (METHOD 4.2): no weighting is chosen.

use super::enlarge::Candidate;

/// Where a candidate comes under all weightings k/24 of the simplex; ties share the better rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankRange {
    /// Its best rank, from 1.
    pub best: usize,
    /// Its median rank; the better one of the two middle ones.
    pub median: usize,
    /// Its worst rank.
    pub worst: usize,
    /// Number of weightings under which it is first.
    pub first: usize,
    /// Number of weightings under which it is among the first [`TOP`].
    pub top: usize,
    /// Number of weightings.
    pub weightings: usize,
}

/// What counts as the top.
pub const TOP: usize = 5;

/// The grid of the simplex.
const STEPS: i64 = 24;

/// The rank range of each candidate, in their order. Criteria are min–max scaled; all arithmetic is in integers, hence exact.
pub fn rank_ranges(candidates: &[Candidate]) -> Vec<RankRange> {
    let scores: Vec<[i64; 3]> = candidates.iter().map(|c| c.scores().map(|x| x as i64)).collect();
    ranges(&scores)
}

fn ranges(scores: &[[i64; 3]]) -> Vec<RankRange> {
    let low = |i: usize| scores.iter().map(|s| s[i]).min().unwrap_or(0);
    let span = |i: usize| scores.iter().map(|s| s[i]).max().unwrap_or(0) - low(i);
    // (x − min) / span, brought to the common denominator of the three spans; a criterion without spread weighs nothing.
    let spans = [span(0).max(1), span(1).max(1), span(2).max(1)];
    let common: i64 = spans.iter().product();
    let scaled: Vec<[i64; 3]> =
        scores.iter().map(|s| [0, 1, 2].map(|i| (s[i] - low(i)) * (common / spans[i]))).collect();
    let mut ranks: Vec<Vec<usize>> = vec![Vec::new(); scores.len()];
    for a in 0..=STEPS {
        for b in 0..=STEPS - a {
            let weights = [a, b, STEPS - a - b];
            let totals: Vec<i64> = scaled.iter().map(|s| (0..3).map(|i| s[i] * weights[i]).sum()).collect();
            for (i, total) in totals.iter().enumerate() {
                ranks[i].push(1 + totals.iter().filter(|t| *t > total).count());
            }
        }
    }
    ranks
        .into_iter()
        .map(|mut r| {
            r.sort_unstable();
            RankRange {
                best: r[0],
                median: r[(r.len() - 1) / 2],
                worst: r[r.len() - 1],
                first: r.iter().filter(|&&x| x == 1).count(),
                top: r.iter().filter(|&&x| x <= TOP).count(),
                weightings: r.len(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_dominates_is_never_behind_and_the_best_of_one_criterion_is_first_once() {
        // 0 dominates 2; 1 is best on the third criterion alone.
        let found = ranges(&[[4, 4, 1], [0, 0, 2], [3, 4, 1]]);
        assert_eq!(found[0].weightings, 25 * 26 / 2);
        assert!(found[0].worst <= 2 && found[0].best == 1);
        assert_eq!(found[1].best, 1);
        assert!(found[2].worst >= found[0].worst && found[2].median >= found[0].median);
        // All weight on the third criterion: only 1 is first. Ties share the better rank, so 0 and 2 are both second there.
        assert_eq!(found[1].worst, 3);
    }

    #[test]
    fn a_criterion_without_spread_changes_nothing() {
        let found = ranges(&[[1, 5, 0], [2, 5, 0]]);
        assert_eq!((found[1].best, found[1].worst), (1, 1));
        // All weight on the flat criteria ties the two on the better rank.
        assert_eq!((found[0].best, found[0].worst), (1, 2));
    }
}
