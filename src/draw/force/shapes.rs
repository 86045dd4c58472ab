//! Boxes, strips and lines in the plane: what meets what, and what cannot.

use super::super::wheel::Point;

/// An upright box.
#[derive(Clone, Copy)]
pub(super) struct Region {
    low: Point,
    high: Point,
}

impl Region {
    pub(super) fn of(a: Point, b: Point) -> Region {
        Region {
            low: Point { x: a.x.min(b.x), y: a.y.min(b.y) },
            high: Point { x: a.x.max(b.x), y: a.y.max(b.y) },
        }
    }

    pub(super) fn around(p: Point, wide: f64, high: f64) -> Region {
        Region::of(Point { x: p.x - wide, y: p.y - high }, Point { x: p.x + wide, y: p.y + high })
    }

    pub(super) fn widened(self, by: f64) -> Region {
        Region {
            low: Point { x: self.low.x - by, y: self.low.y - by },
            high: Point { x: self.high.x + by, y: self.high.y + by },
        }
    }

    pub(super) fn with(self, p: Point) -> Region {
        Region {
            low: Point { x: self.low.x.min(p.x), y: self.low.y.min(p.y) },
            high: Point { x: self.high.x.max(p.x), y: self.high.y.max(p.y) },
        }
    }

    /// Its middle, and half of its width and of its height.
    pub(super) fn halves(&self) -> (Point, f64, f64) {
        let Region { low, high } = *self;
        let middle = Point { x: (low.x + high.x) / 2.0, y: (low.y + high.y) / 2.0 };
        (middle, (high.x - low.x) / 2.0, (high.y - low.y) / 2.0)
    }

    pub(super) fn meets(&self, other: &Region) -> bool {
        self.low.x <= other.high.x
            && other.low.x <= self.high.x
            && self.low.y <= other.high.y
            && other.low.y <= self.high.y
    }
}

/// Where a line may lie that ends at a point and begins within a reach of another: between two parallels of its direction.
pub(super) struct Strip {
    to: Point,
    across: Point,
    half: f64,
}

impl Strip {
    pub(super) fn new(here: Point, to: Point, reach: f64) -> Strip {
        let across = Point { x: here.y - to.y, y: to.x - here.x };
        // A hair more, so that rounding leaves nothing out.
        let half = reach * (across.x.abs() + across.y.abs()) * (1.0 + 1e-9) + 1e-6;
        // Without a reach, or without a direction, it may lie anywhere.
        Strip { to, across, half: if half.is_finite() { half } else { f64::INFINITY } }
    }

    /// Whether a box reaches into it.
    pub(super) fn meets(&self, region: &Region) -> bool {
        let (middle, wide, high) = region.halves();
        let aside = (middle.x - self.to.x) * self.across.x + (middle.y - self.to.y) * self.across.y;
        aside.abs() <= self.half + self.across.x.abs() * wide + self.across.y.abs() * high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
