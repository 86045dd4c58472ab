//! What one body costs the reader at a place, while all others stay where they are.

use std::ops::Range;

use wide::f32x8;

use super::super::wheel::Point;
use super::across::Across;
use super::apart::{Body, Scene, half, hidden, narrow};
use super::beneath::{Boxes, Lines};
use super::crowd::Crowd;
use super::shapes::{Region, Strip};

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

/// Distances are summed in so many lanes, which a processor adds at once; single precision tells places apart well enough.
const LANES: usize = 8;

/// Others at a wanted distance: where they stand, and one over that distance in points. A lane without anybody weighs nothing.
#[derive(Clone, Copy)]
struct Wanted {
    x: f32x8,
    y: f32x8,
    scale: f32x8,
    weight: f32x8,
}

impl Wanted {
    /// How far the distances from a place are from those wanted.
    fn off(&self, x: f32x8, y: f32x8) -> f32x8 {
        let (dx, dy) = (x - self.x, y - self.y);
        let off = (dx * dx + dy * dy).sqrt() * self.scale - f32x8::ONE;
        self.weight * off * off
    }
}

/// The surroundings of a body, as far as they bear on places within a reach.
pub(super) struct Around {
    body: Body,
    wanted: Vec<Wanted>,
    /// What runs between others and may run under the body.
    lines: Lines,
    /// What runs to the body.
    own: Vec<Own>,
    /// Of one of its lines after the other: rivals, bodies above it, and lines that it may cross.
    rivals: Vec<Point>,
    under: Boxes,
    across: Across,
}

impl Around {
    /// For places that are no farther than `reach` from where the body stands, beside or above.
    pub(super) fn new(
        scene: &Scene,
        body: usize,
        (wanted, unit): (&[f64], f64),
        beside: &[Vec<usize>],
        crowd: &Crowd,
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
        let (mut rivals, mut under, mut across) = (Vec::new(), Boxes::default(), Across::default());
        let mut own = Vec::with_capacity(beside[body].len());
        for &l in &beside[body] {
            let first = rivals.len();
            let other = end(l, body);
            let (to, count) = (scene.at[other], scene.links[l].2);
            let swept = within.with(to);
            let strip = Strip::new(here, to, reach);
            rivals.extend(beside[other].iter().filter(|m| **m != l).map(|&m| scene.at[end(m, other)]));
            let below = crowd.meeting(&swept, half(count)).filter(|k| *k != body && *k != other);
            let below = below.map(|k| (scene.bodies[k], scene.at[k])).filter(|(b, p)| {
                let covered = covered(b, *p, count);
                swept.meets(&covered) && strip.meets(&covered)
            });
            let under = under.add(below, count);
            let crossed = near
                .iter()
                .filter(|(line, region)| swept.meets(region) && line.ends.0 != other && line.ends.1 != other);
            let across = across.add(crossed.map(|(line, _)| (line.from, line.to)), to);
            own.push(Own { to, lines: count, rivals: first..rivals.len(), under, across });
        }
        let mut lines = Lines::default();
        for (line, region) in &near {
            if covered(&own_body, here, line.lines).widened(reach).meets(region) {
                lines.add(line.from, line.to, line.lines);
            }
        }
        let wanted = lanes(scene, body, wanted, unit);
        Around { body: own_body, wanted, lines, own, rivals, under, across }
    }

    /// How far the distances to the others are from those wanted.
    pub(super) fn stress(&self, at: Point) -> f64 {
        let (x, y) = (f32x8::splat(at.x as f32), f32x8::splat(at.y as f32));
        let sums = self.wanted.iter().fold(f32x8::ZERO, |sums, w| sums + w.off(x, y));
        // One after the other: the same sum on every processor.
        f64::from(sums.to_array().iter().sum::<f32>())
    }

    /// What the body costs at a place: distances, names on lines, lines across each other and lines almost on top of each
    /// other; anything beyond the limit once that is passed.
    pub(super) fn cost(&self, at: Point, limit: f64) -> f64 {
        let mut cost = self.stress(at);
        if cost > limit {
            return cost;
        }
        cost += self.lines.cost(&self.body, at);
        for (nth, own) in self.own.iter().enumerate() {
            if cost > limit {
                return cost;
            }
            // Boxes under the line, and lines that leave either end in almost the same direction.
            cost += hidden(own.lines) * f64::from(self.under.above(own.under.clone(), at, own.to));
            let rivals = &self.rivals[own.rivals.clone()];
            cost += 3.0 * rivals.iter().map(|&rival| narrow(own.to, at, rival)).sum::<f64>();
            cost += 3.0 * self.own[..nth].iter().map(|rival| narrow(at, own.to, rival.to)).sum::<f64>();
            if cost > limit {
                return cost;
            }
            cost += 0.9 * f64::from(self.across.crossed(own.across.clone(), at, own.to));
        }
        cost
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
            let (mut x, mut y, mut scale, mut weight) =
                ([0.0; LANES], [0.0; LANES], [0.0; LANES], [0.0; LANES]);
            for (lane, (d, at)) in some.iter().enumerate() {
                (x[lane], y[lane]) = (at.x as f32, at.y as f32);
                (scale[lane], weight[lane]) = ((1.0 / ((unit + 1e-12) * d)) as f32, 1.6);
            }
            let (x, y) = (f32x8::from(x), f32x8::from(y));
            Wanted { x, y, scale: f32x8::from(scale), weight: f32x8::from(weight) }
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
            let crowd = Crowd::new(&scene);
            let near = Around::new(&scene, i, (&wanted, 80.0), &beside, &crowd, 40.0);
            let all = Around::new(&scene, i, (&wanted, 80.0), &beside, &crowd, f64::INFINITY);
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
            Around::new(&scene, 0, (&nothing, 1.0), &beside, &Crowd::new(&scene), f64::INFINITY)
                .cost(Point { x: at.0, y: at.1 }, f64::INFINITY)
        };
        assert_eq!(cost(&[(0, 1, 1)], (0.0, 0.0)), 0.0);
        assert_eq!(cost(&[(0, 1, 1), (2, 3, 1)], (0.0, 0.0)), 0.9);
        assert_eq!(cost(&[(2, 3, 1)], (50.0, 0.0)), hidden(1));
        // Two lines in one direction from the body, and the nearer end lies on the longer line.
        assert!(cost(&[(0, 2, 1), (0, 3, 1)], (50.0, -150.0)) >= 3.0 + hidden(1));
    }
}
