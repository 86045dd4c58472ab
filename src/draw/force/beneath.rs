//! Boxes that a line may run beneath, and lines that may run beneath a box, number beside number: a processor asks of several at
//! once.

use std::ops::Range;

use wide::f32x8;

use super::super::wheel::Point;
use super::apart::{Body, half, hidden};
use super::crowd::Bits;

/// So many are asked at once.
const LANES: usize = 8;

/// Numbers side by side. Single precision is enough: a ten-thousandth of a point on the largest sheet.
type Row = [f32; LANES];

/// Some boxes: their middles, and half of what they take with the lines that may run beneath them.
#[derive(Clone, Copy)]
struct FewBoxes {
    x: Row,
    y: Row,
    wide: Row,
    high: Row,
}

/// Lists of boxes, one after the other.
#[derive(Default)]
pub(super) struct Boxes {
    all: Vec<FewBoxes>,
}

/// Some lines: their ends, half of what they take, and what they cost.
#[derive(Clone, Copy)]
struct FewLines {
    from: (Row, Row),
    to: (Row, Row),
    half: Row,
    cost: [f64; LANES],
}

/// Lines between others.
#[derive(Default)]
pub(super) struct Lines {
    all: Vec<FewLines>,
    count: usize,
}

/// Which lines run beneath which boxes, side by side: their bounds meet, and the middle of the box is no farther from the line than the
/// box reaches.
fn beneath(at: (f32x8, f32x8), size: (f32x8, f32x8), from: (f32x8, f32x8), to: (f32x8, f32x8)) -> u32 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (ax, ay) = (at.0 - from.0, at.1 - from.1);
    let across = (ax + ax - dx).abs().simd_le(dx.abs() + size.0 + size.0);
    let down = (ay + ay - dy).abs().simd_le(dy.abs() + size.1 + size.1);
    let near = (dx * ay - dy * ax).abs().simd_lt(dx.abs() * size.1 + dy.abs() * size.0);
    (across & down & near).to_bitmask()
}

fn lanes((x, y): (Row, Row)) -> (f32x8, f32x8) {
    (f32x8::from(x), f32x8::from(y))
}

fn everywhere(x: f64, y: f64) -> (f32x8, f32x8) {
    (f32x8::splat(x as f32), f32x8::splat(y as f32))
}

impl Boxes {
    /// Adds those beneath which so many lines may run; gives where they stand.
    pub(super) fn add(&mut self, boxes: impl Iterator<Item = (Body, Point)>, lines: usize) -> Range<usize> {
        let (first, half) = (self.all.len(), half(lines));
        // A lane without a box is far from every line.
        let nobody =
            FewBoxes { x: [f32::INFINITY; LANES], y: [0.0; LANES], wide: [0.0; LANES], high: [0.0; LANES] };
        for (nth, (body, at)) in boxes.enumerate() {
            let lane = nth % LANES;
            if lane == 0 {
                self.all.push(nobody);
            }
            if let Some(few) = self.all.last_mut() {
                (few.x[lane], few.y[lane]) = (at.x as f32, at.y as f32);
                (few.wide[lane], few.high[lane]) = ((body.wide + half) as f32, (body.high + half) as f32);
            }
        }
        first..self.all.len()
    }

    /// Beneath how many of some of them a line runs.
    pub(super) fn above(&self, some: Range<usize>, from: Point, to: Point) -> u32 {
        let (from, to) = (everywhere(from.x, from.y), everywhere(to.x, to.y));
        let above = |few: &FewBoxes| {
            beneath(lanes((few.x, few.y)), lanes((few.wide, few.high)), from, to).count_ones()
        };
        self.all[some].iter().map(above).sum()
    }
}

impl Lines {
    /// Adds so many lines between two points.
    pub(super) fn add(&mut self, from: Point, to: Point, lines: usize) {
        let lane = self.count % LANES;
        if lane == 0 {
            // A lane without a line is far from every box.
            let away = ([f32::INFINITY; LANES], [0.0; LANES]);
            self.all.push(FewLines { from: away, to: away, half: [0.0; LANES], cost: [0.0; LANES] });
        }
        if let Some(few) = self.all.last_mut() {
            (few.from.0[lane], few.from.1[lane]) = (from.x as f32, from.y as f32);
            (few.to.0[lane], few.to.1[lane]) = (to.x as f32, to.y as f32);
            (few.half[lane], few.cost[lane]) = (half(lines) as f32, hidden(lines));
        }
        self.count += 1;
    }

    /// What those cost that run beneath a box at a place.
    pub(super) fn cost(&self, body: &Body, at: Point) -> f64 {
        let (at, (wide, high)) = (everywhere(at.x, at.y), everywhere(body.wide, body.high));
        let cost = |few: &FewLines| {
            let half = f32x8::from(few.half);
            let found = beneath(at, (wide + half, high + half), lanes(few.from), lanes(few.to));
            Bits(found).map(|lane| few.cost[lane]).sum::<f64>()
        };
        self.all.iter().map(cost).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::apart::covers;
    use super::*;

    #[test]
    fn what_is_asked_together_is_what_is_asked_one_by_one() {
        let mut seed = 3_u64;
        let mut next = |most: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as f64 / (1_u64 << 31) as f64 * most
        };
        let mut point = || Point { x: next(600.0), y: next(400.0) };
        let (mut above, mut beneath) = (0, 0);
        for round in 0..200_u32 {
            let count = 1 + round as usize % 20;
            let body =
                |k: usize| Body { wide: 4.0 + (k * 7 % 40) as f64, high: 3.0 + (k % 9) as f64, fixed: false };
            let (from, to, at) = (point(), point(), point());
            let places: Vec<Point> = (0..count).map(|_| point()).collect();
            let mut boxes = Boxes::default();
            boxes.add(places.iter().map(|p| (body(1), *p)).take(3), 1);
            let some = boxes.add(places.iter().enumerate().map(|(k, p)| (body(k), *p)), 3);
            let one_by_one =
                places.iter().enumerate().filter(|(k, p)| covers(&body(*k), **p, from, to, 3)).count();
            assert_eq!(boxes.above(some, from, to) as usize, one_by_one);
            let mut lines = Lines::default();
            let mut cost = 0.0;
            for (k, p) in places.iter().enumerate() {
                lines.add(from, *p, 1 + k % 4);
                if covers(&body(9), at, from, *p, 1 + k % 4) {
                    cost += hidden(1 + k % 4);
                }
            }
            assert_eq!(lines.cost(&body(9), at), cost);
            (above, beneath) = (above + one_by_one, beneath + usize::from(cost > 0.0));
        }
        assert!(above > 50 && beneath > 20, "too few meet to tell: {above} {beneath}");
    }
}
