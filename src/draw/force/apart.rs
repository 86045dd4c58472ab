//! Boxes on a sheet: none over another, and, as far as small moves can bring it about, no line across a box, few lines
//! across each other, and none on top of another.

use rayon::prelude::*;

use super::super::text::LabelBox;
use super::super::wheel::{PITCH, Point};
use super::around::Around;
use super::crowd::Crowd;

/// A node with what it covers around its point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Body {
    /// Half of its width.
    pub(super) wide: f64,
    /// Half of its height.
    pub(super) high: f64,
    /// Whether it stays where it is.
    pub(super) fixed: bool,
}

/// Air around a box: beside it and above it.
pub(super) const AIR: (f64, f64) = (5.0, 3.0);

/// So many bodies look for a place at once: enough to keep some threads busy, few enough that what each finds still holds.
const AT_ONCE: usize = 6;

/// Directions in which a body is tried.
const WAYS: usize = 8;

/// Bodies, their places and the lines between them.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) bodies: Vec<Body>,
    pub(super) at: Vec<Point>,
    /// Ends of each bundle of lines, and how many lines it holds.
    pub(super) links: Vec<(usize, usize, usize)>,
    /// Where the bodies may stand.
    pub(super) sheet: LabelBox,
}

/// How much two bodies share, beside and above each other; none when they are apart.
pub(super) fn shared(a: (&Body, Point), b: (&Body, Point)) -> Option<(f64, f64)> {
    let x = a.0.wide + b.0.wide + AIR.0 - (a.1.x - b.1.x).abs();
    let y = a.0.high + b.0.high + AIR.1 - (a.1.y - b.1.y).abs();
    (x > 1e-6 && y > 1e-6).then_some((x, y))
}

impl Scene {
    pub(super) fn body(&self, i: usize) -> (&Body, Point) {
        (&self.bodies[i], self.at[i])
    }

    pub(super) fn kept(&self, i: usize, to: Point) -> Point {
        let (body, sheet) = (&self.bodies[i], &self.sheet);
        let within = |v: f64, low: f64, size: f64, half: f64| {
            let (from, to) = (low + half, low + size - half);
            if from > to { (from + to) / 2.0 } else { v.clamp(from, to) }
        };
        Point {
            x: within(to.x, sheet.x, sheet.width, body.wide),
            y: within(to.y, sheet.y, sheet.height, body.high),
        }
    }

    /// Turns the whole so that the fewest names meet, and spreads it over the sheet.
    pub(super) fn fit(&mut self) {
        const TURNS: usize = 24;
        let placed = |turn: usize| {
            let (sin, cos) = (std::f64::consts::PI * turn as f64 / TURNS as f64).sin_cos();
            let turned = self.at.iter().map(|p| Point { x: p.x * cos - p.y * sin, y: p.x * sin + p.y * cos });
            self.spread(turned.collect())
        };
        let turned = (0..TURNS).into_par_iter().map(placed).map(|at| (self.pressed(&at), at));
        let turned: Vec<(f64, Vec<Point>)> = turned.collect();
        if let Some((_, at)) = turned.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)) {
            self.at = at;
        }
    }

    /// Stretches the whole to the edges of the sheet: what is apart stays apart.
    pub(super) fn stretch(&mut self) {
        let grown = |f: fn(Point) -> f64, half: fn(&Body) -> f64, size: f64| {
            let reach = |k: f64| {
                let edges =
                    self.at.iter().zip(&self.bodies).map(|(p, b)| (f(*p) * k - half(b), f(*p) * k + half(b)));
                edges.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), (a, b)| (l.min(a), r.max(b)))
            };
            // The reach grows with the factor: halve the interval in which it just fits.
            let (mut least, mut most) = (1.0, 2.0);
            for _ in 0..20 {
                let k = (least + most) / 2.0;
                let (from, to) = reach(k);
                if to - from <= size { least = k } else { most = k }
            }
            least
        };
        let kx = grown(|p| p.x, |b| b.wide, self.sheet.width);
        let ky = grown(|p| p.y, |b| b.high, self.sheet.height);
        // No more than would make the picture lopsided.
        let (kx, ky) = (kx.min(ky * 1.5), ky.min(kx * 1.5));
        let (cx, cy) = (self.sheet.x + self.sheet.width / 2.0, self.sheet.y + self.sheet.height / 2.0);
        let stretched: Vec<Point> = self.at.iter().map(|p| Point { x: p.x * kx, y: p.y * ky }).collect();
        let range = |f: fn(Point) -> f64, half: fn(&Body) -> f64| {
            let edges = stretched.iter().zip(&self.bodies).map(|(p, b)| (f(*p) - half(b), f(*p) + half(b)));
            edges.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), (a, b)| (l.min(a), r.max(b)))
        };
        let ((left, right), (top, bottom)) = (range(|p| p.x, |b| b.wide), range(|p| p.y, |b| b.high));
        let (dx, dy) = (cx - (left + right) / 2.0, cy - (top + bottom) / 2.0);
        self.at = stretched.into_iter().map(|p| Point { x: p.x + dx, y: p.y + dy }).collect();
    }

    /// Places spread over the sheet, wider than high by no more than so much.
    fn spread(&self, at: Vec<Point>) -> Vec<Point> {
        const MOST: f64 = 2.0;
        let range = |f: fn(&Point) -> f64| {
            at.iter().map(f).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)))
        };
        let ((left, right), (top, bottom)) = (range(|p| p.x), range(|p| p.y));
        let most = |f: fn(&Body) -> f64| self.bodies.iter().map(f).fold(0.0, f64::max);
        let room = (self.sheet.width - 2.0 * most(|b| b.wide), self.sheet.height - 2.0 * most(|b| b.high));
        let scale = |room: f64, size: f64| if size > 1e-9 { room.max(1.0) / size } else { 1.0 };
        let (x, y) = (scale(room.0, right - left), scale(room.1, bottom - top));
        let (x, y) = (x.min(y * MOST), y.min(x * MOST));
        let (cx, cy) = (self.sheet.x + self.sheet.width / 2.0, self.sheet.y + self.sheet.height / 2.0);
        let (mx, my) = ((left + right) / 2.0, (top + bottom) / 2.0);
        at.iter().map(|p| Point { x: cx + (p.x - mx) * x, y: cy + (p.y - my) * y }).collect()
    }

    /// How much bodies overlap at some places.
    fn pressed(&self, at: &[Point]) -> f64 {
        let n = at.len();
        let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
        let shared = |(i, j): (usize, usize)| shared((&self.bodies[i], at[i]), (&self.bodies[j], at[j]));
        pairs.filter_map(shared).map(|(x, y)| x.min(y)).sum()
    }

    /// Whether no two bodies overlap.
    #[cfg(test)]
    pub(super) fn is_clear(&self) -> bool {
        (0..self.at.len()).all(|i| self.is_free(i, self.at[i], i))
    }

    /// Whether a body would overlap none of the first `count` others at a place.
    pub(super) fn is_free(&self, i: usize, at: Point, count: usize) -> bool {
        (0..count).filter(|j| *j != i).all(|j| shared((&self.bodies[i], at), self.body(j)).is_none())
    }

    /// The links of each body.
    fn beside(&self) -> Vec<Vec<usize>> {
        let mut out = vec![Vec::new(); self.at.len()];
        for (l, &(a, b, _)) in self.links.iter().enumerate() {
            out[a].push(l);
            out[b].push(l);
        }
        out
    }

    /// Moves single bodies by smaller and smaller steps, as long as that makes the picture clearer.
    pub(super) fn refine(&mut self, wanted: &[f64], steps: &[f64]) {
        let unit = self.unit(wanted);
        let beside = self.beside();
        for &step in steps {
            self.by_groups(&|scene, crowd, i| scene.nearby(i, step, (wanted, unit), &beside, crowd));
        }
    }

    /// Lets every body that lies on lines, or under whose own lines others lie, look for a better place on the whole
    /// sheet.
    pub(super) fn resettle(&mut self, wanted: &[f64]) {
        let unit = self.unit(wanted);
        let beside = self.beside();
        self.by_groups(&|scene, crowd, i| scene.anywhere(i, (wanted, unit), &beside, crowd));
    }

    /// Lets all bodies that are not fixed move, some at a time: each looks for its place while the others stand, and keeps its own
    /// where another has taken the place it found. The same on any number of threads.
    fn by_groups(&mut self, place: &(impl Fn(&Scene, &Crowd, usize) -> Option<Point> + Sync)) {
        let free: Vec<usize> = (0..self.at.len()).filter(|i| !self.bodies[*i].fixed).collect();
        let groups = free.len().div_ceil(AT_ONCE);
        let mut crowd = Crowd::new(self);
        for nth in 0..groups {
            // Those far from each other in the order stand far from each other on the sheet.
            let group: Vec<usize> = free.iter().copied().skip(nth).step_by(groups).collect();
            let (scene, all) = (&*self, &crowd);
            let found: Vec<Option<Point>> = group.par_iter().map(|&i| place(scene, all, i)).collect();
            for (i, to) in group.into_iter().zip(found) {
                if let Some(to) = to.filter(|to| crowd.is_free(self, i, *to)) {
                    self.at[i] = to;
                    crowd.put(i, to);
                }
            }
        }
    }

    /// A better place for a body one step away.
    fn nearby(
        &self,
        i: usize,
        step: f64,
        wanted: (&[f64], f64),
        beside: &[Vec<usize>],
        crowd: &Crowd,
    ) -> Option<Point> {
        let here = self.at[i];
        let ways = (0..WAYS).map(|turn| {
            let angle = std::f64::consts::TAU * turn as f64 / WAYS as f64;
            self.kept(i, Point { x: here.x + step * angle.cos(), y: here.y + step * angle.sin() })
        });
        let free: Vec<Point> = ways.filter(|to| *to != here && crowd.is_free(self, i, *to)).collect();
        if free.is_empty() {
            return None;
        }
        let around = Around::new(self, i, wanted, beside, crowd, step);
        let mut best = (around.cost(here, f64::INFINITY), None);
        for to in free {
            let cost = around.cost(to, best.0);
            if cost < best.0 - 1e-9 {
                best = (cost, Some(to));
            }
        }
        best.1
    }

    /// A better place on the whole sheet for a body that lies on lines.
    fn anywhere(
        &self,
        i: usize,
        wanted: (&[f64], f64),
        beside: &[Vec<usize>],
        crowd: &Crowd,
    ) -> Option<Point> {
        const ACROSS: usize = 20;
        const DOWN: usize = 16;
        // So many free places are weighed in full: beyond them the distances cost more than clear lines are worth.
        const TRIED: usize = 25;
        let here = self.at[i];
        let lies = self.links.iter().any(|&(a, b, lines)| {
            a != i && b != i && covers(&self.bodies[i], here, self.at[a], self.at[b], lines)
        });
        if !lies {
            return None;
        }
        let around = Around::new(self, i, wanted, beside, crowd, f64::INFINITY);
        let mut best = (around.cost(here, f64::INFINITY), None);
        // No place costs less than its distances alone: the nearest to them first, until none can be better any more.
        let mut free: Vec<(f64, Point)> = (0..ACROSS * DOWN)
            .map(|k| {
                let (column, row) = ((k % ACROSS) as f64 + 0.5, (k / ACROSS) as f64 + 0.5);
                let to = Point {
                    x: self.sheet.x + self.sheet.width * column / ACROSS as f64,
                    y: self.sheet.y + self.sheet.height * row / DOWN as f64,
                };
                self.kept(i, to)
            })
            .filter(|to| crowd.is_free(self, i, *to))
            .map(|to| (around.stress(to), to))
            .filter(|(stress, _)| *stress < best.0)
            .collect();
        free.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (least, to) in free.into_iter().take(TRIED) {
            if least >= best.0 {
                break;
            }
            let cost = around.cost(to, best.0);
            if cost < best.0 - 1e-9 {
                best = (cost, Some(to));
            }
        }
        best.1
    }

    /// Points to one unit of distance, as the bodies stand now.
    fn unit(&self, wanted: &[f64]) -> f64 {
        let n = self.at.len();
        let (mut upper, mut lower) = (0.0, 1e-12);
        for i in 0..n {
            for j in 0..i {
                let d = wanted[i * n + j];
                if d.is_finite() && d > 0.0 {
                    let apart = (self.at[i].x - self.at[j].x).hypot(self.at[i].y - self.at[j].y);
                    upper += apart / d;
                    lower += 1.0;
                }
            }
        }
        upper / lower
    }
}

/// What lines that run under a name cost.
pub(super) fn hidden(lines: usize) -> f64 {
    20.0 + 10.0 * lines as f64
}

/// Half of what so many lines side by side take.
pub(super) fn half(lines: usize) -> f64 {
    PITCH * (lines.max(1) - 1) as f64 / 2.0 + 1.0
}

/// Whether any of so many lines between two points runs under a body.
pub(super) fn covers(body: &Body, at: Point, from: Point, to: Point, lines: usize) -> bool {
    let half = half(lines);
    let (wide, high) = (body.wide + half, body.high + half);
    if from.x.max(to.x) < at.x - wide
        || from.x.min(to.x) > at.x + wide
        || from.y.max(to.y) < at.y - high
        || from.y.min(to.y) > at.y + high
    {
        return false;
    }
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    // All four corners on one side of the line, as far from its middle as the box reaches: it passes by.
    let side = dx * (at.y - from.y) - dy * (at.x - from.x);
    let reach = dx.abs() * high + dy.abs() * wide;
    side + reach > 0.0 && side - reach <= 0.0
}

/// How nearly two lines from one point have the same direction: 1 when they have, nothing from eleven degrees on.
pub(super) fn narrow(from: Point, a: Point, b: Point) -> f64 {
    const COSINE: f64 = 0.981_627;
    /// A little less than its square: what lies below needs no root.
    const SQUARE: f64 = 0.963_59;
    let (ax, ay, bx, by) = (a.x - from.x, a.y - from.y, b.x - from.x, b.y - from.y);
    let (square, along) = ((ax * ax + ay * ay) * (bx * bx + by * by), ax * bx + ay * by);
    if square > 1e-12 && (along <= 0.0 || along * along < SQUARE * square) {
        return 0.0;
    }
    let long = square.sqrt();
    if long < 1e-9 {
        return 1.0;
    }
    let cosine = along / long;
    ((cosine - COSINE) / (1.0 - COSINE)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene(places: &[(f64, f64)], links: &[(usize, usize, usize)]) -> Scene {
        let body = Body { wide: 20.0, high: 5.0, fixed: false };
        Scene {
            bodies: vec![body; places.len()],
            at: places.iter().map(|&(x, y)| Point { x, y }).collect(),
            links: links.to_vec(),
            sheet: LabelBox { x: 0.0, y: 0.0, width: 300.0, height: 200.0 },
        }
    }

    #[test]
    fn bodies_in_one_place_find_their_own() {
        let mut heap = scene(&[(100.0, 100.0); 12], &[]);
        assert!(!heap.is_clear());
        assert!(heap.push_apart(400));
        assert!(heap.is_clear());
        for (i, at) in heap.at.iter().enumerate() {
            assert_eq!(heap.kept(i, *at), *at, "{i} left the sheet");
        }
    }

    #[test]
    fn a_sheet_that_is_too_small_is_said() {
        let mut heap = scene(&[(30.0, 30.0); 60], &[]);
        heap.sheet = LabelBox { x: 0.0, y: 0.0, width: 80.0, height: 40.0 };
        assert!(!heap.push_apart(50));
    }

    #[test]
    fn a_body_on_a_line_steps_aside() {
        let mut three = scene(&[(30.0, 100.0), (150.0, 100.0), (270.0, 100.0)], &[(0, 2, 1)]);
        assert!(covers(&three.bodies[1], three.at[1], three.at[0], three.at[2], 1));
        three.bodies[0].fixed = true;
        three.bodies[2].fixed = true;
        let wanted = [0.0, f64::INFINITY, 1.0, f64::INFINITY, 0.0, f64::INFINITY, 1.0, f64::INFINITY, 0.0];
        three.refine(&wanted, &[12.0, 6.0]);
        assert!(!covers(&three.bodies[1], three.at[1], three.at[0], three.at[2], 1));
    }

    #[test]
    fn lines_in_one_direction_are_told() {
        let p = |x: f64, y: f64| Point { x, y };
        assert_eq!(narrow(p(0.0, 0.0), p(1.0, 0.0), p(5.0, 0.0)), 1.0);
        assert_eq!(narrow(p(0.0, 0.0), p(1.0, 0.0), p(0.0, 1.0)), 0.0);
    }
}
