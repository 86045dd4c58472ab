//! What stands where on a wheel: points, circles, names, lines, marks, chords and arcs.

use super::text::Label;

/// A point of the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Whether something stands left or right of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Circles around one centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circles {
    /// The centre.
    pub center: Point,
    /// Where the legend ends and the wheel may begin.
    pub left: f64,
    /// The rim.
    pub rim: f64,
    /// Outer edge of the EU's ring; where chords end without it.
    pub outer: f64,
    /// Inner edge of the EU's ring.
    pub inner: f64,
    /// The ring of forums.
    pub tables: f64,
}

impl Circles {
    /// A point at an angle and a distance.
    pub fn at(&self, angle: f64, radius: f64) -> Point {
        Point { x: self.center.x + radius * angle.cos(), y: self.center.y + radius * angle.sin() }
    }

    /// The angle of the rim's point at a height.
    pub(super) fn angle(&self, side: Side, y: f64) -> f64 {
        let angle = ((y - self.center.y) / self.rim).clamp(-1.0, 1.0).asin();
        match side {
            Side::Right => angle,
            Side::Left => std::f64::consts::PI - angle,
        }
    }
}

/// A node with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Node id.
    pub id: String,
    /// Its angle.
    pub angle: f64,
    /// Its point.
    pub point: Point,
    /// Its name.
    pub label: Label,
    /// Whether it meets no one, where meetings are the picture.
    pub alone: bool,
    /// Index of the structural tie whose members it shows by an arc or a number.
    pub membership: Option<usize>,
    /// The angles of the arc that embraces its members, and its radius.
    pub brace: Option<(f64, f64, f64)>,
}

/// A line of one tie at one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Index of the tie.
    pub tie: usize,
    /// The partner's state in it.
    pub state: &'static str,
    /// The end at the EU.
    pub from: Point,
    /// The end at the partner, or on the way to it.
    pub to: Point,
}

/// A mark of one action at one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Index of the tie.
    pub tie: usize,
    /// The partner's state in it.
    pub state: &'static str,
    /// Its point.
    pub at: Point,
}

/// A line among partners and the tables at which they meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Chord {
    /// Index of the tie.
    pub tie: usize,
    /// The number of partners that it joins.
    pub size: usize,
    /// How many others join the same two before it: it is drawn beside them.
    pub beside: usize,
    /// Its ends.
    pub from: Point,
    /// Its ends.
    pub to: Point,
}

/// An arc of the rim.
#[derive(Debug, Clone, PartialEq)]
pub struct Arc {
    /// Stratum, or `groupings`.
    pub stratum: &'static str,
    /// What it is called; a label of its own on the rim.
    pub heading: Label,
    /// Angle at its top.
    pub from: f64,
    /// Angle at its bottom.
    pub to: f64,
}
