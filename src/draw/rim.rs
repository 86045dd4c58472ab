//! The rim: two columns of level labels along a circle.

use super::plan::{Plan, Seat};
use super::text::{Anchor, Label, Weight, wrap};
use super::wheel::{Arc, Circles, Point, RADIUS, SIDE, Side, Spot, WIDTH, bundle};
use super::words::pick;
use crate::view::Lang;

/// Size of a label.
const SIZE: f64 = 7.4;
/// From line to line.
const LEADING: f64 = 8.8;
/// Height of a heading's row.
const HEADING: f64 = 11.6;
/// From the rim to the first arc of a grouping.
const GAP: f64 = 3.6;
/// From arc to arc.
const TRACK: f64 = 3.0;
/// The share of the rim's height that rows may fill.
const FILL: f64 = 0.985;

/// A seat in its column, with the heading that stands above it.
#[derive(Debug, Clone)]
struct Unit {
    bucket: usize,
    seat: usize,
    heading: Option<String>,
    height: f64,
}

/// The two columns.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    sides: [Vec<Unit>; 2],
    tracks: usize,
}

/// What stands on the rim.
pub(super) struct Rim {
    pub(super) spots: Vec<Spot>,
    pub(super) arcs: Vec<Arc>,
}

impl Columns {
    /// The height that the taller column needs.
    pub(super) fn tallest(&self) -> f64 {
        self.sides.iter().map(|s| height(s)).fold(0.0, f64::max) / FILL
    }
}

fn height(units: &[Unit]) -> f64 {
    units.iter().map(|u| u.height).sum()
}

fn name(seat: &Seat, lang: Lang) -> String {
    let name = seat.node.names.get(lang);
    // The number stands where no arc shows the members.
    if seat.embraced == 0 && seat.members > 0 {
        format!("{name} · {}", seat.members)
    } else {
        name.to_owned()
    }
}

/// Shares the seats among two columns of about one height; a bucket is divided only where that helps much.
pub(super) fn columns(plan: &Plan, lang: Lang) -> Columns {
    let tracks = plan.seats().filter(|s| s.embraced > 0).map(|s| s.depth + 1).max().unwrap_or(0);
    let room = (WIDTH - SIDE) / 2.0 - RADIUS - reserve(tracks);
    let mut units = Vec::new();
    for (b, bucket) in plan.buckets.iter().enumerate() {
        for (s, seat) in bucket.seats.iter().enumerate() {
            let lines = wrap(&name(seat, lang), SIZE, Weight::Regular, room, 3).len();
            let heading = (s == 0).then(|| bucket.heading.clone());
            let above = if heading.is_some() { HEADING } else { 0.0 };
            let height = (lines as f64 * LEADING + 0.5).max(bundle(seat) + 2.4) + above;
            units.push(Unit { bucket: b, seat: s, heading, height });
        }
    }
    let total = height(&units);
    let mut best = (f64::INFINITY, units.len());
    let mut before = 0.0;
    for (i, unit) in units.iter().enumerate() {
        let whole = unit.heading.is_some();
        if i > 0 && (whole || plan.buckets[unit.bucket].seats[unit.seat].depth == 0) {
            let cost = (2.0 * before - total).abs() + if whole { 0.0 } else { 0.12 * total };
            if cost < best.0 {
                best = (cost, i);
            }
        }
        before += unit.height;
    }
    let mut right = units.split_off(best.1.min(units.len()));
    if let Some(first) = right.first_mut()
        && first.heading.is_none()
    {
        let heading = &plan.buckets[first.bucket].heading;
        first.heading = Some(format!("{heading} {}", pick(lang, "(suite)", "(continued)")));
        first.height += HEADING;
    }
    Columns { sides: [units, right], tracks }
}

/// From the rim to a label.
fn reserve(tracks: usize) -> f64 {
    GAP + TRACK * tracks as f64 + 4.0
}

/// Places the columns on the circle.
pub(super) fn place(plan: &Plan, columns: &Columns, circles: &Circles, width: f64, lang: Lang) -> Rim {
    let mut rim = Rim { spots: Vec::new(), arcs: Vec::new() };
    for (side, units) in [Side::Left, Side::Right].into_iter().zip(&columns.sides) {
        let free = (2.0 * circles.rim * FILL - height(units)).max(0.0);
        let pad = if units.is_empty() { 0.0 } else { free / units.len() as f64 };
        let mut y = circles.center.y - circles.rim * FILL;
        let start = rim.spots.len();
        for unit in units {
            let seat = &plan.buckets[unit.bucket].seats[unit.seat];
            let above = if unit.heading.is_some() { HEADING } else { 0.0 };
            let row = unit.height - above;
            let middle = y + pad / 2.0 + above + row / 2.0;
            let reserve = circles.rim + reserve(columns.tracks);
            let stand = |middle: f64, lines: usize| {
                let half = lines as f64 * LEADING / 2.0;
                beside(circles, side, reserve, width, (middle - half, middle + half))
            };
            if let Some(heading) = &unit.heading {
                let at = y + pad / 2.0 + HEADING / 2.0 + 0.4;
                let heading = stand(at, 1).label(&heading.to_uppercase(), 1, Weight::Bold, "muted");
                let top = circles.angle(side, y + pad / 2.0 + above);
                rim.arcs.push(Arc {
                    stratum: plan.buckets[unit.bucket].stratum,
                    heading,
                    from: top,
                    to: top,
                });
            }
            let text = name(seat, lang);
            let fits = |n: &usize| wrap(&text, SIZE, Weight::Regular, stand(middle, *n).room, 9).len() <= *n;
            let lines = (1..=3).find(fits).unwrap_or(3);
            let angle = circles.angle(side, middle);
            if let Some(arc) = rim.arcs.last_mut() {
                arc.to = circles.angle(side, middle + row / 2.0);
            }
            rim.spots.push(Spot {
                id: seat.node.id.clone(),
                angle,
                point: circles.at(angle, circles.rim),
                label: stand(middle, lines).label(&text, lines, Weight::Regular, "name"),
                membership: seat.membership.filter(|_| seat.members > 0),
                brace: None,
            });
            y += unit.height + pad;
        }
        for (i, unit) in units.iter().enumerate() {
            let seat = &plan.buckets[unit.bucket].seats[unit.seat];
            if seat.embraced > 0 {
                let radius = circles.rim + GAP + TRACK * (columns.tracks - 1 - seat.depth) as f64;
                let last = rim.spots[start + i + seat.embraced].angle;
                let own = rim.spots[start + i].angle;
                rim.spots[start + i].brace = Some((own, last, radius));
            }
        }
    }
    rim
}

/// Where a level label may stand.
struct Stand {
    x: f64,
    top: f64,
    anchor: Anchor,
    room: f64,
}

impl Stand {
    fn label(&self, text: &str, lines: usize, weight: Weight, class: &'static str) -> Label {
        Label {
            lines: wrap(text, SIZE, weight, self.room, lines),
            x: self.x,
            y: self.top + (LEADING - SIZE) / 2.0 + SIZE * 0.86,
            anchor: self.anchor,
            size: SIZE,
            weight,
            leading: LEADING,
            class,
        }
    }
}

/// The place of a label between two heights outside a circle.
fn beside(circles: &Circles, side: Side, radius: f64, width: f64, (top, bottom): (f64, f64)) -> Stand {
    let Point { x, y } = circles.center;
    let nearest = if top <= y && y <= bottom { 0.0 } else { (top - y).abs().min((bottom - y).abs()) };
    let away = (radius * radius - nearest * nearest).max(0.0).sqrt().max(12.0);
    match side {
        Side::Left => Stand { x: x - away, top, anchor: Anchor::End, room: x - away - SIDE },
        Side::Right => Stand { x: x + away, top, anchor: Anchor::Start, room: width - x - away },
    }
}
