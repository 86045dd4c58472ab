//! What one body costs the reader at a place, while all others stay where they are.

use super::super::wheel::Point;
use super::apart::{Body, Scene, covers, half, hidden, length, narrow};

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
    /// The other ends of the lines that leave the same end.
    rivals: Vec<Point>,
    /// The bodies that it may run under.
    under: Vec<(Body, Point)>,
    /// The lines that it may cross.
    across: Vec<(Point, Point, Region)>,
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

/// The surroundings of a body, as far as they bear on places within a reach.
pub(super) struct Around {
    body: Body,
    wanted: Vec<Wanted>,
    /// What runs between others and may run under the body.
    lines: Vec<Line>,
    /// What runs to the body.
    own: Vec<Own>,
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
        let mut lines: Vec<(Line, Region)> = Vec::with_capacity(scene.links.len());
        for &(a, b, count) in &scene.links {
            let (from, to) = (scene.at[a], scene.at[b]);
            let region = Region::of(from, to);
            if a != body && b != body && swept.meets(&region) {
                lines.push((Line { ends: (a, b), from, to, lines: count }, region));
            }
        }
        let end = |link: usize, one: usize| {
            let (a, b, _) = scene.links[link];
            if a == one { b } else { a }
        };
        let own = beside[body]
            .iter()
            .map(|&l| {
                let other = end(l, body);
                let (to, count) = (scene.at[other], scene.links[l].2);
                let swept = within.with(to);
                let rivals = beside[other].iter().filter(|m| **m != l).map(|&m| scene.at[end(m, other)]);
                let bodies = scene.bodies.iter().zip(&scene.at).enumerate();
                let under = bodies
                    .filter(|(k, _)| *k != body && *k != other)
                    .filter(|(_, (b, p))| swept.meets(&covered(b, **p, count)))
                    .map(|(_, (b, p))| (*b, *p));
                let across = lines
                    .iter()
                    .filter(|(line, region)| {
                        swept.meets(region) && line.ends.0 != other && line.ends.1 != other
                    })
                    .map(|(line, region)| (line.from, line.to, *region));
                Own {
                    to,
                    lines: count,
                    rivals: rivals.collect(),
                    under: under.collect(),
                    across: across.collect(),
                }
            })
            .collect();
        let lines = lines
            .into_iter()
            .filter(|(line, region)| covered(&own_body, here, line.lines).widened(reach).meets(region))
            .map(|(line, _)| line)
            .collect();
        Around { body: own_body, wanted: lanes(scene, body, wanted, unit), lines, own }
    }

    /// How far the distances to the others are from those wanted.
    pub(super) fn stress(&self, at: Point) -> f64 {
        let mut sums = [0.0; LANES];
        for w in &self.wanted {
            for (lane, sum) in sums.iter_mut().enumerate() {
                let (x, y) = (at.x - w.x[lane], at.y - w.y[lane]);
                let off = length(x, y) * w.scale[lane] - 1.0;
                *sum += w.weight[lane] * off * off;
            }
        }
        sums.iter().sum()
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
        for (nth, own) in self.own.iter().enumerate() {
            if cost > limit {
                return cost;
            }
            // Boxes under the line, and lines that leave either end in almost the same direction.
            let under = own.under.iter().filter(|(body, place)| covers(body, *place, at, own.to, own.lines));
            cost += hidden(own.lines) * under.count() as f64;
            cost += 3.0 * own.rivals.iter().map(|&rival| narrow(own.to, at, rival)).sum::<f64>();
            cost += 3.0 * self.own[..nth].iter().map(|rival| narrow(at, own.to, rival.to)).sum::<f64>();
            let span = Region::of(at, own.to);
            let crossed = |(from, to, region): &&(Point, Point, Region)| {
                span.meets(region) && cross(at, own.to, *from, *to)
            };
            cost += 0.9 * own.across.iter().filter(crossed).count() as f64;
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

/// An upright box.
#[derive(Clone, Copy)]
struct Region {
    low: Point,
    high: Point,
}

impl Region {
    fn of(a: Point, b: Point) -> Region {
        Region {
            low: Point { x: a.x.min(b.x), y: a.y.min(b.y) },
            high: Point { x: a.x.max(b.x), y: a.y.max(b.y) },
        }
    }

    fn around(p: Point, wide: f64, high: f64) -> Region {
        Region::of(Point { x: p.x - wide, y: p.y - high }, Point { x: p.x + wide, y: p.y + high })
    }

    fn widened(self, by: f64) -> Region {
        Region {
            low: Point { x: self.low.x - by, y: self.low.y - by },
            high: Point { x: self.high.x + by, y: self.high.y + by },
        }
    }

    fn with(self, p: Point) -> Region {
        Region {
            low: Point { x: self.low.x.min(p.x), y: self.low.y.min(p.y) },
            high: Point { x: self.high.x.max(p.x), y: self.high.y.max(p.y) },
        }
    }

    fn meets(&self, other: &Region) -> bool {
        self.low.x <= other.high.x
            && other.low.x <= self.high.x
            && self.low.y <= other.high.y
            && other.low.y <= self.high.y
    }
}

/// What a body covers, for so many lines side by side.
fn covered(body: &Body, at: Point, lines: usize) -> Region {
    let half = half(lines);
    Region::around(at, body.wide + half, body.high + half)
}

fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countcross_or_do_not() {
        let p = |x: f64, y: f64| Point { x, y };
        assert!(cross(p(0.0, 0.0), p(10.0, 10.0), p(0.0, 10.0), p(10.0, 0.0)));
        assert!(!cross(p(0.0, 0.0), p(10.0, 10.0), p(20.0, 0.0), p(30.0, 10.0)));
        assert!(!cross(p(0.0, 0.0), p(4.0, 4.0), p(0.0, 10.0), p(10.0, 0.0)));
    }

    #[test]
    fn boxes_meet_or_do_not() {
        let p = |x: f64, y: f64| Point { x, y };
        let one = Region::of(p(0.0, 10.0), p(10.0, 0.0));
        assert!(one.meets(&Region::of(p(-5.0, -5.0), p(20.0, 20.0))));
        assert!(!one.meets(&Region::of(p(11.0, 0.0), p(20.0, 10.0))));
        assert!(one.widened(1.0).meets(&Region::of(p(11.0, 0.0), p(20.0, 10.0))));
        assert!(!one.meets(&Region::of(p(0.0, 11.0), p(10.0, 12.0))));
        assert!(one.with(p(5.0, 12.0)).meets(&Region::of(p(0.0, 11.0), p(10.0, 12.0))));
    }

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
