//! The wheel as geometry: where everything stands, before it is written as SVG.
//!
//! One unit is one point (1/72 inch) when the picture is printed 277 mm wide, on a landscape A4 page: a label of size
//! 7.4 is 7.4 points tall. The rim is a circle; its labels stand level, at even heights, so that none needs to be read
//! askew and no two can meet. Angles are counted from the east, clockwise, in radians.

use super::frame::Frame;
use super::legend::{self, Legend};
use super::options::Options;
use super::plan::{LeftOut, Part, Plan, Seat, plan};
use super::text::{Label, LabelBox};
use super::{rim, tables};
use crate::view::NetworkView;

/// Width of the canvas: 277 mm in points.
pub(super) const WIDTH: f64 = 785.0;
/// Its height: 190 mm.
pub(super) const HEIGHT: f64 = 538.0;
/// Where the legend ends and the wheel may begin.
pub(super) const SIDE: f64 = 150.0;
/// The least and usual radius of the rim.
pub(super) const RADIUS: f64 = 203.0;
/// Width of the band between the EU's ring and the rim.
const BAND: f64 = 80.0;
/// Thickness of the EU's ring.
const RING: f64 = 12.0;
/// From line to line in a bundle, at the rim.
pub(super) const PITCH: f64 = 2.9;
/// From mark to mark.
pub(super) const MARK: f64 = 3.3;

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

/// The wheel, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct WheelLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Its circles.
    pub circles: Circles,
    /// Name of the hub on its ring, if it is in the view.
    pub hub: Option<(String, String)>,
    /// Arcs of the rim.
    pub arcs: Vec<Arc>,
    /// Partners and groupings.
    pub rim: Vec<Spot>,
    /// Forums.
    pub tables: Vec<Spot>,
    /// Instruments.
    pub lines: Vec<Line>,
    /// Actions.
    pub marks: Vec<Mark>,
    /// Meetings.
    pub chords: Vec<Chord>,
    /// Radii of the circles on which the areas' marks stand, with the labels of the areas.
    pub rings: Vec<(f64, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
    /// The legend.
    pub legend: Legend,
    /// What is not drawn.
    pub left_out: LeftOut,
}

impl WheelLayout {
    /// Lays out the wheel of a view.
    pub fn new(view: &NetworkView, options: &Options) -> WheelLayout {
        let mut plan = plan(view, options.lang);
        let columns = rim::columns(&plan, options.lang);
        let grown = (columns.tallest() / 2.0 + 4.0 - RADIUS).max(0.0);
        let (width, height) = (WIDTH + 2.9 * grown, HEIGHT + 2.0 * grown);
        let circles = circles(width, grown, plan.hub.is_some());
        let areas: Vec<&str> =
            view.nodes.iter().filter(|n| n.kind == "area").map(|n| n.id.as_str()).collect();
        let rim = rim::place(&plan, &columns, &circles, width, options.lang);
        let (tables, crowded) = tables::place(&plan, &circles, options.lang);
        let gone: Vec<&Seat> = crowded.iter().map(|&i| &plan.forums[i]).collect();
        plan.left_out.forums = gone.len();
        let mut layout = WheelLayout {
            width,
            height,
            circles,
            hub: plan.hub.map(|h| (h.id.clone(), h.names.get(options.lang).to_owned())),
            arcs: rim.arcs,
            rim: rim.spots,
            tables: tables.spots,
            lines: tables.lines,
            marks: tables.marks,
            chords: Vec::new(),
            rings: Vec::new(),
            frame: Frame::default(),
            legend: Legend::default(),
            left_out: LeftOut::default(),
        };
        layout.bundles(&plan, &areas);
        layout.chords(&plan);
        layout.rings(view, &areas);
        layout.settle(&mut plan);
        layout.legend = legend::wheel(&plan, &layout, options);
        layout.frame = Frame::wheel(&plan, &layout, options);
        layout.left_out = plan.left_out;
        layout
    }

    /// Every label with its box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let rings = self.rings.iter().map(|(_, l)| l);
        self.arcs
            .iter()
            .map(|a| &a.heading)
            .chain(self.rim.iter().chain(&self.tables).map(|s| &s.label))
            .chain(rings)
            .chain(self.frame.labels())
            .chain(self.legend.labels())
            .map(|l| (l, l.bounds()))
            .collect()
    }

    /// The lines and marks of each partner, side by side.
    fn bundles(&mut self, plan: &Plan, areas: &[&str]) {
        let spots: Vec<(f64, &Seat)> = self.rim.iter().map(|s| s.angle).zip(plan.seats()).collect();
        let mut lines = Vec::new();
        let mut marks = Vec::new();
        for (angle, seat) in spots {
            // Downwards is clockwise on the right and anticlockwise on the left.
            let down = if angle.cos() >= 0.0 { 1.0 } else { -1.0 };
            let mut offset = -bundle(seat) / 2.0 + PITCH / 2.0;
            for part in &seat.lanes {
                let at = angle + down * offset / self.circles.rim;
                let reach =
                    self.circles.outer + reach(part.state) * (self.circles.rim - 4.0 - self.circles.outer);
                lines.push(Line {
                    tie: part.tie,
                    state: part.state,
                    from: self.circles.at(at, self.circles.outer),
                    to: self.circles.at(at, reach),
                });
                offset += PITCH;
            }
            let columns = columns_of_marks(seat);
            let lane =
                angle + down * (offset - PITCH / 2.0 + columns as f64 * MARK / 2.0 + 0.4) / self.circles.rim;
            for (ring, parts) in by_area(&seat.actions, areas).into_iter().enumerate() {
                let radius = ring_radius(&self.circles, ring, areas.len());
                marks.extend(cell(&parts).into_iter().map(|(part, along, across)| Mark {
                    tie: part.tie,
                    state: part.state,
                    at: self.circles.at(lane + down * across / radius, radius + along),
                }));
            }
        }
        self.lines.extend(lines);
        self.marks.extend(marks);
    }

    fn chords(&mut self, plan: &Plan) {
        let spot = |id: &str| self.rim.iter().chain(&self.tables).find(|s| s.id == id).map(|s| s.point);
        for meeting in &plan.meetings {
            let size = meeting.ends.len() - 1;
            let hub = meeting.table.as_deref().filter(|t| spot(t).is_some());
            let ends: Vec<&String> = meeting.ends.iter().filter(|e| Some(e.as_str()) != hub).collect();
            let mut join = |a: &str, b: &str| {
                if let (Some(from), Some(to)) = (spot(a), spot(b)) {
                    self.chords.push(Chord { tie: meeting.tie, size, from, to });
                }
            };
            match hub {
                Some(table) => ends.iter().for_each(|end| join(end, table)),
                None => {
                    for (i, a) in ends.iter().enumerate() {
                        ends[i + 1..].iter().for_each(|b| join(a, b));
                    }
                }
            }
        }
    }

    fn rings(&mut self, view: &NetworkView, areas: &[&str]) {
        if self.hub.is_none() || !self.marks.iter().any(|m| view.ties[m.tie].kind == "ACTION") {
            return;
        }
        for (ring, area) in areas.iter().enumerate() {
            let radius = ring_radius(&self.circles, ring, areas.len());
            let (x, anchor) = if ring % 2 == 0 {
                (self.circles.center.x - 1.0, super::text::Anchor::End)
            } else {
                (self.circles.center.x + 1.0, super::text::Anchor::Start)
            };
            let y = self.circles.center.y - radius + 2.6;
            self.rings.push((radius, Label::line(*area, x, y, 7.0, "muted").anchored(anchor)));
        }
    }

    /// Counts every tie that found no place.
    fn settle(&self, plan: &mut Plan) {
        let mut drawn = vec![false; plan.view.ties.len()];
        let lines = self.lines.iter().map(|l| l.tie).chain(self.marks.iter().map(|m| m.tie));
        let shown = lines.chain(self.chords.iter().map(|c| c.tie)).chain(plan.unnamed.iter().copied());
        let members = self.rim.iter().chain(&self.tables).filter_map(|s| s.membership);
        shown.chain(members).for_each(|tie| drawn[tie] = true);
        plan.left_out.ties =
            plan.view.ties.iter().zip(drawn).filter(|(_, d)| !d).map(|(t, _)| t.id.clone()).collect();
    }
}

fn circles(width: f64, grown: f64, with_hub: bool) -> Circles {
    let rim = RADIUS + grown;
    let center = Point { x: SIDE + (width - SIDE) / 2.0, y: 50.0 + rim };
    let outer = rim - BAND - grown * 0.3;
    if with_hub {
        Circles { center, rim, outer, inner: outer - RING, tables: outer - RING - 6.0 }
    } else {
        Circles { center, rim, outer, inner: outer, tables: outer - 8.0 }
    }
}

/// How far along the way from the EU to the partner a line has come: the whole way once it is agreed.
fn reach(state: &str) -> f64 {
    match state {
        "proposed" => 0.6,
        "negotiating" => 0.8,
        _ => 1.0,
    }
}

/// Width of a partner's bundle at the rim.
pub(super) fn bundle(seat: &Seat) -> f64 {
    let columns = columns_of_marks(seat);
    let marks = if columns == 0 { 0.0 } else { columns as f64 * MARK + 0.8 };
    seat.lanes.len() as f64 * PITCH + marks
}

fn columns_of_marks(seat: &Seat) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for area in seat.actions.iter().flat_map(places) {
        *counts.entry(area).or_insert(0usize) += 1;
    }
    counts.into_values().max().unwrap_or(0).div_ceil(2)
}

/// The areas of a part; one place without a name when it has none.
fn places(part: &Part) -> Vec<&str> {
    if part.areas.is_empty() { vec![""] } else { part.areas.iter().map(String::as_str).collect() }
}

/// The parts of each area, and last those of none.
fn by_area<'a>(parts: &'a [Part], areas: &[&str]) -> Vec<Vec<&'a Part>> {
    let mut out = vec![Vec::new(); areas.len() + 1];
    for part in parts {
        for place in places(part) {
            out[areas.iter().position(|a| *a == place).unwrap_or(areas.len())].push(part);
        }
    }
    out
}

/// Places in one cell: along the radius and across it.
fn cell<'a>(parts: &[&'a Part]) -> Vec<(&'a Part, f64, f64)> {
    let columns = parts.len().div_ceil(2);
    parts
        .iter()
        .enumerate()
        .map(|(i, part)| {
            let alone = parts.len() == 1 || parts.len() % 2 == 1 && i + 1 == parts.len();
            let along = if alone {
                0.0
            } else if i % 2 == 0 {
                MARK / 2.0
            } else {
                -MARK / 2.0
            };
            let across = ((i / 2) as f64 - (columns - 1) as f64 / 2.0) * MARK;
            (*part, along, across)
        })
        .collect()
}

/// The radius of an area's ring, from the rim inwards.
fn ring_radius(circles: &Circles, ring: usize, areas: usize) -> f64 {
    let (outer, inner) = (circles.rim - 9.5, circles.outer + 6.0);
    outer - (outer - inner) * ring as f64 / areas.max(1) as f64
}
