//! What similar partners have: relatedness density between kinds of instrument (METHOD 4.2). A context line, never a criterion.
//!
//! Two kinds are close when the same partners hold both; a partner is close to a kind that it does not hold when it holds many kinds close to
//! it. Source: Hidalgo, Klinger, Barabási & Hausmann 2007, "The product space conditions the development of nations", Science 317. With so
//! few holders the proximity is shrunk, and the whole is published only where it finds what was left out better than popularity does.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Ground;
use crate::dataset::{ActorId, ActorKind, Kind, Polarity, State};

/// What is added to the denominator of a proximity, so that two holders in common are not certainty.
pub const SHRINKAGE: f64 = 2.0;

/// Relatedness on a pair of dates, with its test.
#[derive(Debug, Clone, PartialEq)]
pub struct Relatedness {
    /// Holdings left out one by one: a partner and a kind that it holds.
    pub trials: usize,
    /// Mean share of the kinds not held that score below the one left out, ties by half: by relatedness.
    pub related: f64,
    /// The same by popularity, the number of other holders.
    pub popular: f64,
    /// For each partner: the kind that it does not hold with the highest density, and the density; only where it beats popularity.
    pub nearest: Vec<(ActorId, Kind, f64)>,
}

impl Relatedness {
    /// Whether relatedness finds what was left out better than popularity does.
    pub fn beats_popularity(&self) -> bool {
        self.trials > 0 && self.related > self.popular
    }
}

/// Who holds what, agreed or active, by name and in cooperation.
fn holdings(ground: Ground<'_>) -> BTreeMap<ActorId, BTreeSet<Kind>> {
    let mut out: BTreeMap<ActorId, BTreeSet<Kind>> = BTreeMap::new();
    for (_, tie) in ground.ties().filter(|(_, t)| t.polarity == Polarity::Cooperative) {
        let Some(kind) = tie.instrument_kind().filter(|k| !matches!(k, Kind::Forum | Kind::Member)) else {
            continue;
        };
        for part in &tie.participants {
            let partner =
                matches!(ground.dataset.actor(part.actor).kind, ActorKind::Partner | ActorKind::Grouping);
            if partner && matches!(ground.state(tie, part), State::Agreed | State::Active) {
                out.entry(part.actor).or_default().insert(kind);
            }
        }
    }
    out
}

/// Relatedness of partners to the kinds of instrument they do not hold.
pub fn relatedness(ground: Ground<'_>) -> Relatedness {
    let held = holdings(ground);
    let actors: Vec<ActorId> = ground.sorted(held.keys().copied());
    let kinds: Vec<Kind> = held.values().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let matrix: Vec<Vec<bool>> =
        actors.iter().map(|a| kinds.iter().map(|k| held[a].contains(k)).collect()).collect();
    let (trials, related, popular) = leave_one_out(&matrix);
    let mut out = Relatedness { trials, related, popular, nearest: Vec::new() };
    if out.beats_popularity() {
        let near = proximities(&matrix);
        for (row, &actor) in matrix.iter().zip(&actors) {
            let scores = (0..kinds.len()).filter(|&k| !row[k]).map(|k| (k, density(row, &near, k)));
            // The first of equals, so that the order of kinds and nothing else decides.
            let best = scores.fold(None, |best: Option<(usize, f64)>, (k, d)| match best {
                Some((_, top)) if d <= top => best,
                _ => Some((k, d)),
            });
            out.nearest.extend(best.filter(|b| b.1 > 0.0).map(|(k, d)| (actor, kinds[k], d)));
        }
    }
    out
}

/// φ(i, j) = n(i, j) / (max(n(i), n(j)) + s), the smaller of the two conditional shares, shrunk.
fn proximities(matrix: &[Vec<bool>]) -> Vec<Vec<f64>> {
    let n = matrix.first().map_or(0, Vec::len);
    let count = |i: usize, j: usize| matrix.iter().filter(|row| row[i] && row[j]).count() as f64;
    (0..n)
        .map(|i| {
            (0..n)
                .map(|j| if i == j { 0.0 } else { count(i, j) / (count(i, i).max(count(j, j)) + SHRINKAGE) })
                .collect()
        })
        .collect()
}

/// ω = Σ φ(j, k) over the kinds held / Σ φ(j, k) over all kinds; 0 where nothing is close to it.
fn density(row: &[bool], near: &[Vec<f64>], k: usize) -> f64 {
    let all: f64 = near[k].iter().sum();
    let own: f64 = row.iter().zip(&near[k]).filter(|(held, _)| **held).map(|(_, p)| p).sum();
    if all > 0.0 { own / all } else { 0.0 }
}

/// Each holding is taken away and looked for again: number of trials, and the mean share of the kinds not held that score below it, by
/// density and by popularity.
fn leave_one_out(matrix: &[Vec<bool>]) -> (usize, f64, f64) {
    let (mut trials, mut by_density, mut by_popularity) = (0usize, 0.0, 0.0);
    let mut left = matrix.to_vec();
    for (a, row) in matrix.iter().enumerate() {
        for k in (0..row.len()).filter(|&k| row[k]) {
            let others: Vec<usize> = (0..row.len()).filter(|&o| !row[o]).collect();
            // A partner without another kind gives nothing to be close by.
            if others.is_empty() || row.iter().filter(|h| **h).count() < 2 {
                continue;
            }
            left[a][k] = false;
            let near = proximities(&left);
            let popularity = |k: usize| left.iter().filter(|r| r[k]).count() as f64;
            by_density +=
                above(density(&left[a], &near, k), others.iter().map(|&o| density(&left[a], &near, o)));
            by_popularity += above(popularity(k), others.iter().map(|&o| popularity(o)));
            left[a][k] = true;
            trials += 1;
        }
    }
    let mean = |sum: f64| if trials == 0 { 0.0 } else { sum / trials as f64 };
    (trials, mean(by_density), mean(by_popularity))
}

/// The share of `others` below `own`, ties by half.
fn above(own: f64, others: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = others.len() as f64;
    let points: f64 = others
        .map(|o| {
            if (own - o).abs() <= 1e-12 {
                0.5
            } else if own > o {
                1.0
            } else {
                0.0
            }
        })
        .sum();
    points / n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[&str]) -> Vec<Vec<bool>> {
        text.iter().map(|r| r.chars().map(|c| c == '1').collect()).collect()
    }

    #[test]
    fn a_proximity_is_the_smaller_share_shrunk() {
        // Kinds 0 and 1 share two holders; 0 has three, 1 has two.
        let near = proximities(&rows(&["110", "110", "100"]));
        assert!((near[0][1] - 2.0 / 5.0).abs() < 1e-12);
        assert_eq!((near[0][0], near[0][2], near[2][0]), (0.0, 0.0, 0.0));
        assert_eq!(near[0][1], near[1][0]);
    }

    #[test]
    fn two_worlds_that_do_not_mix_are_found_by_relatedness_and_not_by_popularity() {
        // Two groups of kinds, equally popular: only what a partner holds already tells which is next.
        let (_, related, popular) =
            leave_one_out(&rows(&["111000", "111000", "111000", "000111", "000111", "000111"]));
        assert_eq!(related, 1.0);
        assert!(popular < related);
    }

    #[test]
    fn where_everyone_has_what_is_popular_relatedness_does_not_beat_it() {
        let (trials, related, popular) = leave_one_out(&rows(&["1100", "1100", "1010", "1001"]));
        assert_eq!(trials, 8);
        assert!(related <= popular, "{related} {popular}");
        assert_eq!(leave_one_out(&rows(&["10", "01"])).0, 0, "nothing to be close by");
    }
}
