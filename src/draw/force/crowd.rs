//! Overlapping boxes pushed apart.

use super::super::wheel::Point;
use super::apart::{AIR, Body, Scene, shared};

/// Rounds without progress after which pushing is given up.
const PATIENCE: usize = 150;

/// Between the places that a body tries which finds no room where it stands, and how many rings of them.
const GRID: f64 = 5.0;
const RINGS: i32 = 60;

/// So many bodies are looked at together.
const TOGETHER: usize = 8;

/// Where bodies stand and what they cover with their air, number beside number.
struct Crowd {
    x: Vec<f64>,
    y: Vec<f64>,
    wide: Vec<f64>,
    high: Vec<f64>,
}

impl Crowd {
    fn new(scene: &Scene) -> Crowd {
        let n = scene.at.len().next_multiple_of(TOGETHER);
        // A place where nobody stands is far from everybody.
        let all = |of: &dyn Fn(usize) -> f64, none: f64| {
            (0..n).map(|i| if i < scene.at.len() { of(i) } else { none }).collect()
        };
        Crowd {
            x: all(&|i| scene.at[i].x, f64::INFINITY),
            y: all(&|i| scene.at[i].y, f64::INFINITY),
            wide: all(&|i| scene.bodies[i].wide + AIR.0, 0.0),
            high: all(&|i| scene.bodies[i].high + AIR.1, 0.0),
        }
    }

    fn put(&mut self, i: usize, at: Point) {
        (self.x[i], self.y[i]) = (at.x, at.y);
    }

    /// Whether a body overlaps none of those that stand together from an index on.
    fn is_far(&self, from: usize, (body, at): (&Body, Point)) -> bool {
        let some = from..from + TOGETHER;
        let (x, y) = (&self.x[some.clone()], &self.y[some.clone()]);
        let (wide, high) = (&self.wide[some.clone()], &self.high[some]);
        let mut near = false;
        for k in 0..TOGETHER {
            near |= ((x[k] - at.x).abs() < wide[k] + body.wide) & ((y[k] - at.y).abs() < high[k] + body.high);
        }
        !near
    }
}

impl Scene {
    /// Pushes overlapping bodies apart, each by half of what they share in the direction that needs less; says whether
    /// that sufficed.
    pub(super) fn push_apart(&mut self, rounds: usize) -> bool {
        let n = self.at.len();
        for i in 0..n {
            self.at[i] = self.kept(i, self.at[i]);
        }
        let mut crowd = Crowd::new(self);
        let (mut least, mut since) = (f64::INFINITY, 0);
        for _ in 0..rounds {
            let mut pressed = 0.0;
            for i in 0..n {
                for from in (0..i).step_by(TOGETHER) {
                    // Most bodies are far from each other: as many as a processor compares at once are passed over.
                    if crowd.is_far(from, self.body(i)) {
                        continue;
                    }
                    for j in from..i.min(from + TOGETHER) {
                        let shared = self.push(i, j);
                        if shared > 0.0 {
                            pressed += shared;
                            crowd.put(j, self.at[j]);
                        }
                    }
                }
                crowd.put(i, self.at[i]);
            }
            if pressed == 0.0 {
                return true;
            }
            // Bodies that only push each other to and fro need a larger sheet.
            since = if pressed < 0.98 * least { 0 } else { since + 1 };
            least = least.min(pressed);
            if since > PATIENCE {
                break;
            }
        }
        self.seat()
    }

    /// Gives every body that still lies on a larger one the nearest place where it lies on nobody, the smallest first;
    /// says whether all have found one.
    fn seat(&mut self) -> bool {
        let size = |i: usize| self.bodies[i].wide * self.bodies[i].high;
        let mut order: Vec<usize> = (0..self.at.len()).filter(|i| !self.bodies[*i].fixed).collect();
        order.sort_by(|a, b| size(*a).total_cmp(&size(*b)));
        for &i in &order {
            if !self.is_free(i, self.at[i], self.at.len()) {
                let Some(to) = self.nearest(i) else { return false };
                self.at[i] = to;
            }
        }
        true
    }

    /// The nearest place where a body lies on nobody.
    fn nearest(&self, i: usize) -> Option<Point> {
        let here = self.at[i];
        let ring = |r: i32| {
            let on = move |(x, y): (i32, i32)| Point {
                x: here.x + f64::from(x) * GRID,
                y: here.y + f64::from(y) * GRID,
            };
            let sides = (-r..=r).flat_map(move |k| [(k, -r), (k, r), (-r, k), (r, k)]);
            sides.map(on).map(|p| self.kept(i, p)).filter(|p| self.is_free(i, *p, self.at.len()))
        };
        let far = |p: &Point| (p.x - here.x).hypot(p.y - here.y);
        (1..=RINGS).find_map(|r| ring(r).min_by(|a, b| far(a).total_cmp(&far(b))))
    }

    /// Pushes two bodies apart where they overlap; gives by how much they did.
    fn push(&mut self, i: usize, j: usize) -> f64 {
        let Some((x, y)) = shared(self.body(i), self.body(j)) else { return 0.0 };
        let (a, b) = (self.at[i], self.at[j]);
        // Boxes are wide and low: what is nearly level steps aside, all else up and down.
        let (dx, dy) = if x < y * 1.5 { (x, 0.0) } else { (0.0, y) };
        let sign = |d: f64| if d > 0.0 || d == 0.0 && i.is_multiple_of(2) { 1.0 } else { -1.0 };
        let (sx, sy) = (sign(a.x - b.x), sign(a.y - b.y));
        let (mine, yours) = match (self.bodies[i].fixed, self.bodies[j].fixed) {
            (true, _) => (0.0, 1.0),
            (_, true) => (1.0, 0.0),
            _ => (0.5, 0.5),
        };
        let move_by = |p: Point, part: f64, way: f64| Point {
            x: p.x + way * sx * dx * part * 1.02,
            y: p.y + way * sy * dy * part * 1.02,
        };
        self.at[i] = self.kept(i, move_by(a, mine, 1.0));
        self.at[j] = self.kept(j, move_by(b, yours, -1.0));
        x.min(y)
    }
}
