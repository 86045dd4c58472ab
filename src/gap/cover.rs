//! Maximum coverage: which k sets cover most.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// The greedy choice: at each step the set that covers most of what is left, the first one among equals; it stops when nothing more
/// can be covered. Gives the indices with what each one added.
///
/// Coverage is submodular, hence at least 1 − 1/e of the optimum (Nemhauser, Wolsey & Fisher 1978), and a gain computed earlier is an
/// upper bound, so that only the top of the heap is computed anew (Minoux 1978).
///
/// ```
/// use relier::gap::lazy_greedy;
/// use std::collections::BTreeSet;
/// let sets = [BTreeSet::from([1, 2]), BTreeSet::from([2, 3, 4]), BTreeSet::from([1])];
/// assert_eq!(lazy_greedy(&sets, 2), [(1, 3), (0, 1)]);
/// ```
pub fn lazy_greedy(sets: &[BTreeSet<u32>], k: usize) -> Vec<(usize, usize)> {
    let mut covered: BTreeSet<u32> = BTreeSet::new();
    // (gain, first index first, the step for which the gain was computed)
    let mut heap: BinaryHeap<(usize, Reverse<usize>, usize)> =
        sets.iter().enumerate().map(|(i, s)| (s.len(), Reverse(i), 0)).collect();
    let mut out = Vec::new();
    while out.len() < k {
        let Some((gain, Reverse(i), step)) = heap.pop() else { break };
        if gain == 0 {
            break;
        }
        if step == out.len() {
            covered.extend(&sets[i]);
            out.push((i, gain));
        } else {
            heap.push((sets[i].difference(&covered).count(), Reverse(i), out.len()));
        }
    }
    out
}

/// The best choice of at most `k` sets and how many choices of that many are as good; `None` for k above 2, which is not
/// enumerated. O(n²) for two.
pub fn best_cover(sets: &[BTreeSet<u32>], k: usize) -> Option<(usize, Vec<usize>, usize)> {
    if k > 2 {
        return None;
    }
    let mut best = (0, Vec::new(), 1);
    let mut try_one = |value: usize, choice: &[usize]| {
        if value > best.0 {
            best = (value, choice.to_vec(), 1);
        } else if value == best.0 && value > 0 && choice.len() == best.1.len() {
            best.2 += 1;
        }
    };
    if k >= 1 {
        for (i, set) in sets.iter().enumerate() {
            try_one(set.len(), &[i]);
        }
    }
    if k == 2 {
        for (i, a) in sets.iter().enumerate() {
            for (j, b) in sets.iter().enumerate().skip(i + 1) {
                // No union is larger than the sum of the two.
                try_one(a.len() + b.iter().filter(|x| !a.contains(x)).count(), &[i, j]);
            }
        }
    }
    Some(best)
}

/// Every choice of `c` out of `0..n`, ascending; all of them at once when `c ≥ n`.
pub(super) fn choices(n: usize, c: usize) -> Vec<Vec<usize>> {
    let c = c.min(n);
    let mut out = Vec::new();
    let mut at: Vec<usize> = (0..c).collect();
    loop {
        out.push(at.clone());
        let Some(place) = (0..c).rev().find(|&i| at[i] < n - c + i) else { return out };
        at[place] += 1;
        for i in place + 1..c {
            at[i] = at[i - 1] + 1;
        }
    }
}

/// How many choices of `c` out of `n` there are, at most `usize::MAX`.
pub(super) fn binomial(n: usize, c: usize) -> usize {
    let c = c.min(n);
    (0..c.min(n - c)).try_fold(1usize, |b, i| b.checked_mul(n - i).map(|x| x / (i + 1))).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_as_many_as_the_binomial_says() {
        for n in 0..8 {
            for c in 0..=n {
                let all = choices(n, c);
                assert_eq!(all.len(), binomial(n, c), "{n} {c}");
                assert!(all.windows(2).all(|w| w[0] < w[1]));
            }
        }
        assert_eq!(choices(3, 9), [[0, 1, 2]]);
    }

    #[test]
    fn the_greedy_trap_is_shown_beside_the_optimum() {
        // The largest set is not in the best pair.
        let sets = [BTreeSet::from([1, 2, 3, 4]), BTreeSet::from([1, 2, 5]), BTreeSet::from([3, 4, 6])];
        assert_eq!(lazy_greedy(&sets, 2).iter().map(|g| g.1).sum::<usize>(), 5);
        assert_eq!(best_cover(&sets, 2), Some((6, vec![1, 2], 1)));
        assert_eq!(best_cover(&sets, 3), None);
    }
}
