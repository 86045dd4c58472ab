//! What one body costs the reader at a place, while all others stay where they are.

use std::ops::Range;

use super::super::wheel::Point;
use super::apart::{Body, Scene, covers, half, hidden, length, narrow};
use super::shapes::{Region, Strip, cross, side};

/// A bundle of lines between two other bodies.
#[derive(Clone, Copy)]
struct Line {
    ends: (usize, usize),
    from: Point,
    to: Point,
    lines: usize,
}

/// A bundle of lines from the body.
struct Own {
    /// Where it ends.
    to: Point,
    lines: usize,
    /// The other ends of the lines that leave the same end: which of all rivals.
    rivals: Range<usize>,
    /// The bodies that it may run under: which of all.
    under: Range<usize>,
    /// The lines that it may cross: which of all.
    across: Range<usize>,
}

/// Distances are summed in so many lanes, which a processor adds at once.
const LANES: usize = 4;

/// Others at a wanted distance: where they stand, and one over that distance in points. A lane without anybody wants what it has.
#[derive(Clone, Copy)]
struct Wanted {
    x: [f64; LANES],
    y: [f64; LANES],
    scale: [f64; LANES],
    weight: [f64; LANES],
}

impl Wanted {
    /// Adds how far the distances from a place are from those wanted.
    fn add(&self, at: Point, sums: &mut [f64; LANES]) {
        for (lane, sum) in sums.iter_mut().enumerate() {
            let (x, y) = (at.x - self.x[lane], at.y - self.y[lane]);
            let off = length(x, y) * self.scale[lane] - 1.0;
            *sum += self.weight[lane] * off * off;
        }
    }
}

/// The surroundings of a body, as far as they bear on places within a reach.
pub(super) struct Around {
    body: Body,
    wanted: Vec<Wanted>,
    /// What runs between others and may run under the body.
    lines: Vec<Line>,
    /// What runs to the body.
    own: Vec<Own>,
    /// Of one of its lines after the other: rivals, bodies above it, and which of the lines near it may cross.
    rivals: Vec<Point>,
    under: Vec<(Body, Point)>,
    across: Vec<u32>,
    near: Vec<(Line, Region)>,
    /// Where everybody stands, and of each of its lines on which side of each line near it ends: for places without a
    /// reach, where whole lists are gone through again and again.
    at: Vec<Point>,
    sides: Vec<bool>,
}

impl Around {
    /// For places that are no farther than `reach` from where the body stands, beside or above.
    pub(super) fn new(
        scene: &Scene,
        body: usize,
        (wanted, unit): (&[f64], f64),
        beside: &[Vec<usize>],
        reach: f64,
    ) -> Around {
        let here = scene.at[body];
        let own_body = scene.bodies[body];
        let within = Region::around(here, reach, reach);
        // What may be crossed or lies within reach, once for all lines of the body.
        let most = scene.links.iter().map(|l| l.2).max().unwrap_or(1);
        let mut swept = covered(&own_body, here, most).widened(reach);
        for &l in &beside[body] {
            let (a, b, _) = scene.links[l];
            swept = swept.with(scene.at[a]).with(scene.at[b]);
        }
        let mut near: Vec<(Line, Region)> = Vec::with_capacity(scene.links.len());
        for &(a, b, count) in &scene.links {
            let (from, to) = (scene.at[a], scene.at[b]);
            let region = Region::of(from, to);
            if a != body && b != body && swept.meets(&region) {
                near.push((Line { ends: (a, b), from, to, lines: count }, region));
            }
        }
        let end = |link: usize, one: usize| {
            let (a, b, _) = scene.links[link];
            if a == one { b } else { a }
        };
        let (mut rivals, mut under, mut across) = (Vec::new(), Vec::new(), Vec::new());
        let mut own = Vec::with_capacity(beside[body].len());
        for &l in &beside[body] {
            let first = (rivals.len(), under.len(), across.len());
            let other = end(l, body);
            let (to, count) = (scene.at[other], scene.links[l].2);
            let swept = within.with(to);
            let strip = Strip::new(here, to, reach);
            rivals.extend(beside[other].iter().filter(|m| **m != l).map(|&m| scene.at[end(m, other)]));
            let bodies = scene.bodies.iter().zip(&scene.at).enumerate();
            under.extend(
                bodies
                    .filter(|(k, _)| *k != body && *k != other)
                    .filter(|(_, (b, p))| {
                        let covered = covered(b, **p, count);
                        swept.meets(&covered) && strip.meets(covered.corners())
                    })
                    .map(|(_, (b, p))| (*b, *p)),
            );
            let crossed = near.iter().zip(0_u32..).filter(|((line, region), _)| {
                swept.meets(region)
                    && line.ends.0 != other
                    && line.ends.1 != other
                    && strip.meets([line.from, line.to])
            });
            across.extend(crossed.map(|(_, k)| k));
            own.push(Own {
                to,
                lines: count,
                rivals: first.0..rivals.len(),
                under: first.1..under.len(),
                across: first.2..across.len(),
            });
        }
        let lines = near
            .iter()
            .filter(|(line, region)| covered(&own_body, here, line.lines).widened(reach).meets(region))
            .map(|(line, _)| *line)
            .collect();
        let wanted = lanes(scene, body, wanted, unit);
        let (mut at, mut sides) = (Vec::new(), Vec::new());
        if !reach.is_finite() {
            at.clone_from(&scene.at);
            let every = own.iter().flat_map(|o| near.iter().map(|(line, _)| side(line.from, line.to, o.to)));
            sides.extend(every);
        }
        Around { body: own_body, wanted, lines, own, rivals, under, across, near, at, sides }
    }

    /// How far the distances to the others are from those wanted.
    fn stress(&self, at: Point) -> f64 {
        let mut sums = [0.0; LANES];
        self.wanted.iter().for_each(|w| w.add(at, &mut sums));
        sums.iter().sum()
    }

    /// The same, or nothing once it has come to a limit.
    pub(super) fn stress_below(&self, at: Point, limit: f64) -> Option<f64> {
        const OFTEN: usize = 4;
        let mut sums = [0.0; LANES];
        for some in self.wanted.chunks(OFTEN) {
            some.iter().for_each(|w| w.add(at, &mut sums));
            if sums.iter().sum::<f64>() >= limit {
                return None;
            }
        }
        Some(sums.iter().sum())
    }

    /// What the body costs at a place: distances, names on lines, lines across each other and lines almost on top of each
    /// other; anything beyond the limit once that is passed.
    pub(super) fn cost(&self, at: Point, limit: f64) -> f64 {
        let mut cost = self.stress(at);
        if cost > limit {
            return cost;
        }
        for line in &self.lines {
            if covers(&self.body, at, line.from, line.to, line.lines) {
                cost += hidden(line.lines);
            }
        }
        let mut beside = Vec::new();
        for (nth, own) in self.own.iter().enumerate() {
            if cost > limit {
                return cost;
            }
            // Boxes under the line, and lines that leave either end in almost the same direction.
            let under = &self.under[own.under.clone()];
            let under = under.iter().filter(|(body, place)| covers(body, *place, at, own.to, own.lines));
            cost += hidden(own.lines) * under.count() as f64;
            let rivals = &self.rivals[own.rivals.clone()];
            cost += 3.0 * rivals.iter().map(|&rival| narrow(own.to, at, rival)).sum::<f64>();
            cost += 3.0 * self.own[..nth].iter().map(|rival| narrow(at, own.to, rival.to)).sum::<f64>();
            if cost > limit {
                return cost;
            }
            cost += 0.9 * self.crossed(nth, at, &mut beside) as f64;
        }
        cost
    }

    /// How many lines one of the body's own crosses from a place; on which side of each that place lies is kept for the next.
    fn crossed(&self, nth: usize, at: Point, beside: &mut Vec<bool>) -> usize {
        let own = &self.own[nth];
        let across = &self.across[own.across.clone()];
        if self.at.is_empty() {
            let span = Region::of(at, own.to);
            let crossed = |k: &&u32| {
                let (line, region) = &self.near[**k as usize];
                span.meets(region) && cross(at, own.to, line.from, line.to)
            };
            return across.iter().filter(crossed).count();
        }
        // The same, but every side is asked for once: of a body to the line, of the place to the others.
        if beside.is_empty() {
            beside.extend(self.near.iter().map(|(line, _)| side(line.from, line.to, at)));
        }
        let ends: Vec<bool> = self.at.iter().map(|p| side(at, own.to, *p)).collect();
        let sides = &self.sides[nth * self.near.len()..(nth + 1) * self.near.len()];
        let crossed = |k: &&u32| {
            let k = **k as usize;
            let (a, b) = self.near[k].0.ends;
            (ends[a] != ends[b]) & (beside[k] != sides[k])
        };
        across.iter().filter(crossed).count()
    }
}

fn lanes(scene: &Scene, body: usize, wanted: &[f64], unit: f64) -> Vec<Wanted> {
    let n = scene.at.len();
    let distances = wanted[body * n..(body + 1) * n].iter().zip(&scene.at).enumerate();
    let known: Vec<(f64, Point)> = distances
        .filter(|(j, (d, _))| *j != body && d.is_finite() && **d > 0.0)
        .map(|(_, (&d, &at))| (d, at))
        .collect();
    known
        .chunks(LANES)
        .map(|some| {
            let mut out =
                Wanted { x: [0.0; LANES], y: [0.0; LANES], scale: [0.0; LANES], weight: [0.0; LANES] };
            for (lane, (d, at)) in some.iter().enumerate() {
                (out.x[lane], out.y[lane]) = (at.x, at.y);
                (out.scale[lane], out.weight[lane]) = (1.0 / ((unit + 1e-12) * d), 1.6);
            }
            out
        })
        .collect()
}

/// What a body covers, for so many lines side by side.
fn covered(body: &Body, at: Point, lines: usize) -> Region {
    let half = half(lines);
    Region::around(at, body.wide + half, body.high + half)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Within its reach a body costs the same, whatever was passed over.
    #[test]
    fn what_is_out_of_reach_costs_nothing() {
        let mut seed = 7_u64;
        let mut next = |most: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as f64 / (1_u64 << 31) as f64 * most
        };
        let n = 30;
        let scene = Scene {
            bodies: (0..n).map(|_| Body { wide: 5.0 + next(20.0), high: 4.0, fixed: false }).collect(),
            at: (0..n).map(|_| Point { x: next(600.0), y: next(400.0) }).collect(),
            links: (0..60)
                .map(|k| (k % n, (k * 7 + 1 + k / n) % n, 1 + k % 4))
                .filter(|l| l.0 != l.1)
                .collect(),
            sheet: super::super::super::text::LabelBox { x: 0.0, y: 0.0, width: 600.0, height: 400.0 },
        };
        let beside: Vec<Vec<usize>> = (0..n)
            .map(|i| {
                let links = scene.links.iter().enumerate();
                links.filter(|(_, l)| l.0 == i || l.1 == i).map(|(l, _)| l).collect()
            })
            .collect();
        let wanted: Vec<f64> = (0..n * n).map(|_| 0.5 + next(3.0)).collect();
        for i in 0..n {
            let near = Around::new(&scene, i, (&wanted, 80.0), &beside, 40.0);
            let all = Around::new(&scene, i, (&wanted, 80.0), &beside, f64::INFINITY);
            for (dx, dy) in [(0.0, 0.0), (40.0, 0.0), (-28.0, 28.0), (0.0, -40.0), (13.0, 5.0)] {
                let at = Point { x: scene.at[i].x + dx, y: scene.at[i].y + dy };
                assert_eq!(near.cost(at, f64::INFINITY), all.cost(at, f64::INFINITY), "{i} {dx} {dy}");
            }
        }
    }

    #[test]
    fn a_line_across_and_a_name_on_a_line_cost() {
        let body = Body { wide: 20.0, high: 5.0, fixed: false };
        let places = [(0.0, 0.0), (100.0, 0.0), (50.0, -50.0), (50.0, 50.0)];
        let scene = |links: &[(usize, usize, usize)]| Scene {
            bodies: vec![body; 4],
            at: places.map(|(x, y)| Point { x, y }).to_vec(),
            links: links.to_vec(),
            sheet: super::super::super::text::LabelBox { x: 0.0, y: 0.0, width: 300.0, height: 200.0 },
        };
        let nothing = [f64::INFINITY; 16];
        let cost = |links: &[(usize, usize, usize)], at: (f64, f64)| {
            let scene = scene(links);
            let beside: Vec<Vec<usize>> = (0..4)
                .map(|i| (0..links.len()).filter(|l| links[*l].0 == i || links[*l].1 == i).collect())
                .collect();
            Around::new(&scene, 0, (&nothing, 1.0), &beside, f64::INFINITY)
                .cost(Point { x: at.0, y: at.1 }, f64::INFINITY)
        };
        assert_eq!(cost(&[(0, 1, 1)], (0.0, 0.0)), 0.0);
        assert_eq!(cost(&[(0, 1, 1), (2, 3, 1)], (0.0, 0.0)), 0.9);
        assert_eq!(cost(&[(2, 3, 1)], (50.0, 0.0)), hidden(1));
        // Two lines in one direction from the body, and the nearer end lies on the longer line.
        assert!(cost(&[(0, 2, 1), (0, 3, 1)], (50.0, -150.0)) >= 3.0 + hidden(1));
    }
}
