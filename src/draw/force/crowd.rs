//! Overlapping boxes pushed apart.

use wide::f32x8;

use super::super::wheel::Point;
use super::apart::{AIR, Body, Scene, shared};
use super::shapes::Region;

/// Rounds without progress after which pushing is given up.
const PATIENCE: usize = 150;

/// Between the places that a body tries which finds no room where it stands, and how many rings of them.
const GRID: f64 = 5.0;
const RINGS: i32 = 60;

/// So many bodies are looked at together.
const TOGETHER: usize = 8;

/// What single precision may be wrong by, and more: bodies as near as that are looked at again.
const HAIR: f64 = 0.01;

/// Where some bodies stand and what they cover with their air, number beside number.
#[derive(Clone, Copy)]
struct Few {
    x: [f32; TOGETHER],
    y: [f32; TOGETHER],
    wide: [f32; TOGETHER],
    high: [f32; TOGETHER],
}

/// The places of the bits that are set, from the lowest: mostly there are none.
pub(super) struct Bits(pub(super) u32);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = self.0.trailing_zeros();
        self.0 &= self.0.checked_sub(1)?;
        Some(lowest as usize)
    }
}

/// All bodies of a scene, some at a time.
pub(super) struct Crowd {
    few: Vec<Few>,
    count: usize,
}

impl Crowd {
    pub(super) fn new(scene: &Scene) -> Crowd {
        // A place where nobody stands is far from everybody.
        let nobody = Few {
            x: [f32::INFINITY; TOGETHER],
            y: [f32::INFINITY; TOGETHER],
            wide: [0.0; TOGETHER],
            high: [0.0; TOGETHER],
        };
        let mut crowd = Crowd { few: vec![nobody; scene.at.len().div_ceil(TOGETHER)], count: scene.at.len() };
        for (i, (body, at)) in scene.bodies.iter().zip(&scene.at).enumerate() {
            let few = &mut crowd.few[i / TOGETHER];
            few.wide[i % TOGETHER] = (body.wide + AIR.0 + HAIR) as f32;
            few.high[i % TOGETHER] = (body.high + AIR.1 + HAIR) as f32;
            crowd.put(i, *at);
        }
        crowd
    }

    pub(super) fn put(&mut self, i: usize, at: Point) {
        let few = &mut self.few[i / TOGETHER];
        (few.x[i % TOGETHER], few.y[i % TOGETHER]) = (at.x as f32, at.y as f32);
    }

    /// Whether a body of a scene would overlap none of the others at a place.
    pub(super) fn is_free(&self, scene: &Scene, i: usize, at: Point) -> bool {
        let body = &scene.bodies[i];
        let clear = |j: usize| j == i || shared((body, at), scene.body(j)).is_none();
        (0..self.few.len()).all(|nth| self.near(nth, (body, at)).all(clear))
    }

    /// The bodies that may meet a box, by so much more than they cover; all of them where the box has no end.
    pub(super) fn meeting(&self, region: &Region, more: f64) -> impl Iterator<Item = usize> + use<'_> {
        let (middle, wide, high) = region.halves();
        let body = Body { wide: wide + more, high: high + more, fixed: false };
        let endless = !(wide.is_finite() && high.is_finite());
        let some = (0..self.few.len()).flat_map(move |nth| self.near(nth, (&body, middle)));
        let every = 0..if endless { self.count } else { 0 };
        every.chain(some.filter(move |_| !endless))
    }

    /// The bodies of some that stand together that are near a body: most are far from each other, and as many as a processor
    /// compares at once are passed over.
    fn near(&self, nth: usize, (body, at): (&Body, Point)) -> impl Iterator<Item = usize> + use<> {
        let few = &self.few[nth];
        let within = |theirs: [f32; TOGETHER], mine: f64, size: [f32; TOGETHER], half: f64| {
            let apart = (f32x8::from(theirs) - f32x8::splat(mine as f32)).abs();
            apart.simd_lt(f32x8::from(size) + f32x8::splat(half as f32))
        };
        let near = within(few.x, at.x, few.wide, body.wide) & within(few.y, at.y, few.high, body.high);
        Bits(near.to_bitmask()).map(move |k| nth * TOGETHER + k)
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
                for nth in 0..i.div_ceil(TOGETHER) {
                    for j in crowd.near(nth, self.body(i)).filter(|j| *j < i) {
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
