//! Stress majorization: places whose distances on paper are as near as can be to those along the ties (Gansner, Koren &
//! North 2004), from a given start and without chance.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;
use wide::f32x8;

use super::super::wheel::Point;

/// Sums run in so many lanes, in single precision: much finer than what the places are rounded to.
const LANES: usize = 8;

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
    // Each row by itself: the same on any number of threads.
    all.par_chunks_exact_mut(n.max(1)).enumerate().for_each(|(from, row)| {
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
    });
    all
}

/// Brings nodes to their places; those that no way joins keep clear of each other.
pub(super) fn majorize(wanted: &[f64], at: &mut [Point], rounds: usize) {
    let n = at.len();
    let far = wanted.iter().copied().filter(|d| d.is_finite()).fold(1.0, f64::max) * 0.8;
    // What is wanted of each pair, and what it weighs: nothing of a node and itself.
    let wide = n.div_ceil(LANES);
    let mut pairs = vec![Pairs::default(); n * wide];
    for i in 0..n {
        for j in (0..n).filter(|j| *j != i) {
            let d = wanted[i * n + j];
            let d = if d.is_finite() { d.max(0.05) } else { far };
            let own = &mut pairs[i * wide + j / LANES];
            (own.lengths[j % LANES], own.weights[j % LANES]) = (d as f32, (1.0 / (d * d)) as f32);
        }
    }
    let mut places = vec![([0.0; LANES], [0.0; LANES]); wide];
    for (i, p) in at.iter().enumerate() {
        let (xs, ys) = &mut places[i / LANES];
        (xs[i % LANES], ys[i % LANES]) = (p.x as f32, p.y as f32);
    }
    for _ in 0..rounds {
        let mut moved: f32 = 0.0;
        for i in 0..n {
            let (nth, lane) = (i / LANES, i % LANES);
            let here = (places[nth].0[lane], places[nth].1[lane]);
            let Some(to) = drawn(here, &pairs[i * wide..(i + 1) * wide], &places) else { continue };
            let (dx, dy) = (to.0 - here.0, to.1 - here.1);
            moved = moved.max((dx * dx + dy * dy).sqrt());
            (places[nth].0[lane], places[nth].1[lane]) = to;
        }
        if moved < 1e-3 {
            break;
        }
    }
    for (i, p) in at.iter_mut().enumerate() {
        let (xs, ys) = &places[i / LANES];
        *p = Point { x: f64::from(xs[i % LANES]), y: f64::from(ys[i % LANES]) };
    }
}

/// Of a node and some others: the wanted lengths, and what they weigh.
#[derive(Clone, Copy, Default)]
struct Pairs {
    lengths: [f32; LANES],
    weights: [f32; LANES],
}

/// Where all others draw a node; nothing when nobody does. Sums run in lanes, which a processor adds at once.
fn drawn(here: (f32, f32), pairs: &[Pairs], places: &[([f32; LANES], [f32; LANES])]) -> Option<(f32, f32)> {
    let (mut x, mut y, mut total) = (f32x8::ZERO, f32x8::ZERO, f32x8::ZERO);
    let (here_x, here_y, least) = (f32x8::splat(here.0), f32x8::splat(here.1), f32x8::splat(1e-9));
    for (Pairs { lengths, weights }, (xs, ys)) in pairs.iter().zip(places) {
        let (lengths, weights) = (f32x8::from(*lengths), f32x8::from(*weights));
        let (xs, ys) = (f32x8::from(*xs), f32x8::from(*ys));
        let (dx, dy) = (here_x - xs, here_y - ys);
        // Two in one point do not pull: the rest draws them apart.
        let pull = lengths / (dx * dx + dy * dy).sqrt().fast_max(least);
        x += weights * (xs + dx * pull);
        y += weights * (ys + dy * pull);
        total += weights;
    }
    // One after the other: the same sum on every processor.
    let sum = |lanes: f32x8| lanes.to_array().iter().sum::<f32>();
    let total = sum(total);
    (total > 0.0).then(|| (sum(x) / total, sum(y) / total))
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
