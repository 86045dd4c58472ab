//! Lines that another may cross, number beside number: a processor asks of several at once.

use std::ops::Range;

use wide::f32x8;

use super::super::wheel::Point;

/// So many lines are asked at once.
const LANES: usize = 8;

/// Lines between two points each. Single precision is enough: a ten-thousandth of a point on the largest sheet.
#[derive(Clone, Copy, Default)]
struct Few {
    from: Points,
    to: Points,
    /// On which side of each the end of the line lies that may cross it, bit by bit.
    beyond: u32,
}

#[derive(Clone, Copy, Default)]
struct Points {
    x: [f32; LANES],
    y: [f32; LANES],
}

impl Points {
    fn lanes(&self) -> (f32x8, f32x8) {
        (f32x8::from(self.x), f32x8::from(self.y))
    }
}

/// Lists of lines, one after the other.
#[derive(Default)]
pub(super) struct Across {
    all: Vec<Few>,
}

/// On which sides of the lines through `p` and `q` points `r` lie.
fn sides(p: (f32x8, f32x8), q: (f32x8, f32x8), r: (f32x8, f32x8)) -> u32 {
    ((q.0 - p.0) * (r.1 - p.1)).simd_gt((q.1 - p.1) * (r.0 - p.0)).to_bitmask()
}

fn everywhere(p: Point) -> (f32x8, f32x8) {
    (f32x8::splat(p.x as f32), f32x8::splat(p.y as f32))
}

impl Across {
    /// Adds those that a line to `end` may cross; gives where they stand.
    pub(super) fn add(&mut self, lines: impl Iterator<Item = (Point, Point)>, end: Point) -> Range<usize> {
        let first = self.all.len();
        let mut lane = LANES;
        for (from, to) in lines {
            if lane == LANES {
                // A lane without a line is a point in a corner, which nothing crosses.
                self.all.push(Few::default());
                lane = 0;
            }
            if let Some(few) = self.all.last_mut() {
                (few.from.x[lane], few.from.y[lane]) = (from.x as f32, from.y as f32);
                (few.to.x[lane], few.to.y[lane]) = (to.x as f32, to.y as f32);
            }
            lane += 1;
        }
        let end = everywhere(end);
        for few in &mut self.all[first..] {
            few.beyond = sides(few.from.lanes(), few.to.lanes(), end);
        }
        first..self.all.len()
    }

    /// How many of some of them a line from a place crosses to the end that they were added for.
    pub(super) fn crossed(&self, some: Range<usize>, at: Point, end: Point) -> u32 {
        let (at, end) = (everywhere(at), everywhere(end));
        let crossed = |few: &Few| {
            let (from, to) = (few.from.lanes(), few.to.lanes());
            let apart = sides(at, end, from) ^ sides(at, end, to);
            (apart & (sides(from, to, at) ^ few.beyond)).count_ones()
        };
        self.all[some].iter().map(crossed).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_or_do_not() {
        let p = |x: f64, y: f64| Point { x, y };
        let crossed = |a: Point, b: Point, lines: &[(Point, Point)]| {
            let mut across = Across::default();
            let some = across.add(lines.iter().copied(), b);
            across.crossed(some, a, b)
        };
        let yes = (p(0.0, 10.0), p(10.0, 0.0));
        assert_eq!(crossed(p(0.0, 0.0), p(10.0, 10.0), &[yes]), 1);
        assert_eq!(crossed(p(0.0, 0.0), p(10.0, 10.0), &[(p(20.0, 0.0), p(30.0, 10.0))]), 0);
        assert_eq!(crossed(p(0.0, 0.0), p(4.0, 4.0), &[yes]), 0);
        // More than are asked at once, and places that are left over cross nothing.
        assert_eq!(crossed(p(-9.0, -9.0), p(10.0, 10.0), &[yes; 2 * LANES + 3]), 2 * LANES as u32 + 3);
    }
}
