//! Stress majorization: places whose distances on paper are as near as can be to those along the ties (Gansner, Koren &
//! North 2004), from a given start and without chance.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::wheel::Point;

/// Sums run in so many lanes.
const LANES: usize = 4;

/// A distance that a queue can sort.
#[derive(PartialEq)]
struct Reached(f64, usize);

impl Eq for Reached {}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Reached) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Reached {
    fn cmp(&self, other: &Reached) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

/// The distances along the links between every two of `n` nodes, row by row; infinite where no way leads.
pub(super) fn distances(n: usize, links: &[(usize, usize, f64)]) -> Vec<f64> {
    let mut beside: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
    for &(a, b, length) in links {
        beside[a].push((b, length));
        beside[b].push((a, length));
    }
    let mut all = vec![f64::INFINITY; n * n];
    for (from, row) in all.chunks_exact_mut(n.max(1)).enumerate() {
        row[from] = 0.0;
        let mut queue = BinaryHeap::from([Reverse(Reached(0.0, from))]);
        while let Some(Reverse(Reached(far, at))) = queue.pop() {
            if far > row[at] {
                continue;
            }
            for &(next, length) in &beside[at] {
                if far + length < row[next] {
                    row[next] = far + length;
                    queue.push(Reverse(Reached(far + length, next)));
                }
            }
        }
    }
    all
}

/// Brings nodes to their places; those that no way joins keep clear of each other.
pub(super) fn majorize(wanted: &[f64], at: &mut [Point], rounds: usize) {
    let n = at.len();
    let far = wanted.iter().copied().filter(|d| d.is_finite()).fold(1.0, f64::max) * 0.8;
    // What is wanted of each pair, and what it weighs: nothing of a node and itself.
    let wide = n.div_ceil(LANES) * LANES;
    let (mut lengths, mut weights) = (vec![0.0; n * wide], vec![0.0; n * wide]);
    for i in 0..n {
        for j in (0..n).filter(|j| *j != i) {
            let d = wanted[i * n + j];
            let d = if d.is_finite() { d.max(0.05) } else { far };
            (lengths[i * wide + j], weights[i * wide + j]) = (d, 1.0 / (d * d));
        }
    }
    let (mut xs, mut ys) = (vec![0.0; wide], vec![0.0; wide]);
    for (i, p) in at.iter().enumerate() {
        (xs[i], ys[i]) = (p.x, p.y);
    }
    for _ in 0..rounds {
        let mut moved: f64 = 0.0;
        for i in 0..n {
            let here = Point { x: xs[i], y: ys[i] };
            let own = i * wide..(i + 1) * wide;
            let Some(to) = drawn(here, &lengths[own.clone()], &weights[own], &xs, &ys) else { continue };
            let (dx, dy) = (to.x - here.x, to.y - here.y);
            moved = moved.max((dx * dx + dy * dy).sqrt());
            (xs[i], ys[i]) = (to.x, to.y);
        }
        if moved < 1e-3 {
            break;
        }
    }
    for (i, p) in at.iter_mut().enumerate() {
        *p = Point { x: xs[i], y: ys[i] };
    }
}

/// Where all others draw a node; nothing when nobody does. Sums run in lanes, which a processor adds at once.
fn drawn(here: Point, lengths: &[f64], weights: &[f64], xs: &[f64], ys: &[f64]) -> Option<Point> {
    let (mut x, mut y, mut total) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let wanted = lengths.chunks_exact(LANES).zip(weights.chunks_exact(LANES));
    let places = xs.chunks_exact(LANES).zip(ys.chunks_exact(LANES));
    for ((lengths, weights), (xs, ys)) in wanted.zip(places) {
        for lane in 0..LANES {
            let (d, weight) = (lengths[lane], weights[lane]);
            let (dx, dy) = (here.x - xs[lane], here.y - ys[lane]);
            let apart = (dx * dx + dy * dy).sqrt();
            // Two in one point do not pull: the rest draws them apart.
            let pull = if apart > 1e-9 { d / apart } else { 0.0 };
            x[lane] += weight * (xs[lane] + dx * pull);
            y[lane] += weight * (ys[lane] + dy * pull);
            total[lane] += weight;
        }
    }
    let sum = |lanes: [f64; LANES]| lanes.iter().sum::<f64>();
    let total = sum(total);
    (total > 0.0).then(|| Point { x: sum(x) / total, y: sum(y) / total })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: Point, b: Point) -> f64 {
        (a.x - b.x).hypot(a.y - b.y)
    }

    #[test]
    fn distances_follow_the_shortest_way() {
        // 0 — 1 — 2, a shorter way round by 3, and 4 alone.
        let all = distances(5, &[(0, 1, 1.0), (1, 2, 2.0), (0, 3, 0.5), (3, 2, 0.75)]);
        assert_eq!(all[2], 1.25);
        assert_eq!(all[5 + 2], 2.0);
        assert_eq!(all[5 + 3], 1.5);
        assert_eq!(all[4], f64::INFINITY);
        assert_eq!(all[4 * 5 + 4], 0.0);
    }

    #[test]
    fn what_can_be_met_exactly_is_met() {
        // A square with its diagonals lies flat: every wanted distance can be had.
        let diagonal = 2.0_f64.sqrt();
        let links = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0), (0, 2, diagonal), (1, 3, diagonal)];
        let wanted = distances(4, &links);
        let start = [(0.0, 0.0), (2.0, 0.3), (1.7, 3.0), (-0.4, 0.9)];
        let mut at = start.map(|(x, y)| Point { x, y });
        majorize(&wanted, &mut at, 500);
        for (a, b, length) in links {
            assert!((apart(at[a], at[b]) - length).abs() < 0.02, "{a} {b}: {}", apart(at[a], at[b]));
        }
    }

    #[test]
    fn strangers_keep_clear() {
        let wanted = distances(4, &[(0, 1, 1.0), (2, 3, 1.0)]);
        let mut at = [(0.0, 0.0), (0.1, 0.0), (0.0, 0.1), (0.1, 0.1)].map(|(x, y)| Point { x, y });
        majorize(&wanted, &mut at, 200);
        assert!(apart(at[0], at[2]) > 0.4 && apart(at[1], at[3]) > 0.4);
    }
}
