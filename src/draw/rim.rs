//! The rim: two columns of level labels along a circle.

use super::columns::Columns;
use super::plan::Plan;
use super::text::{Anchor, Label, Weight, wrap};
use super::wheel::{Arc, Circles, Point, Side, Spot};

/// Size of a label.
pub(super) const SIZE: f64 = 7.25;
/// From line to line.
pub(super) const LEADING: f64 = 8.5;
/// Height of a heading's row.
pub(super) const HEADING: f64 = 10.2;
/// From the rim to the first arc of a grouping.
const GAP: f64 = 3.6;
/// From arc to arc.
const TRACK: f64 = 2.6;
/// The share of the rim's height that rows may fill.
pub(super) const FILL: f64 = 0.99;

/// What stands on the rim.
pub(super) struct Rim {
    pub(super) spots: Vec<Spot>,
    pub(super) arcs: Vec<Arc>,
}

/// From the rim to a label, past so many arcs of groupings.
pub(super) fn reserve(tracks: usize) -> f64 {
    GAP + TRACK * tracks as f64 + 3.6
}

/// Places the columns on the circle.
pub(super) fn place(plan: &Plan, columns: &Columns, circles: &Circles, width: f64) -> Rim {
    let mut rim = Rim { spots: Vec::new(), arcs: Vec::new() };
    let reserve = reserve(columns.tracks);
    for side in [Side::Left, Side::Right] {
        let units = &columns.sides[side as usize];
        let start = rim.spots.len();
        for (unit, middle) in units.iter().zip(columns.middles(side, circles)) {
            let bucket = &plan.buckets[unit.bucket];
            let seat = &bucket.seats[unit.seat];
            let half = unit.text() / 2.0;
            if let Some(heading) = &unit.heading {
                let stand = Stand::new(circles, side, reserve, width, middle - half - HEADING / 2.0 + 0.6, 1);
                let heading = stand.label(&heading.to_uppercase(), 1, Weight::Bold, "muted");
                let top = circles.angle(side, middle - half);
                rim.arcs.push(Arc { stratum: bucket.stratum, heading, from: top, to: top });
            }
            if let Some(arc) = rim.arcs.last_mut() {
                arc.to = circles.angle(side, middle + half);
            }
            let angle = circles.angle(side, middle);
            let stand = Stand::new(circles, side, reserve, width, middle, unit.lines);
            let class = if seat.alone { "muted" } else { "name" };
            rim.spots.push(Spot {
                id: seat.node.id.clone(),
                angle,
                point: circles.at(angle, circles.rim),
                label: stand.label(&unit.name, unit.lines, unit.weight, class),
                alone: seat.alone,
                membership: seat.membership.filter(|_| seat.members > 0),
                brace: None,
            });
        }
        for (i, unit) in units.iter().enumerate() {
            let seat = &plan.buckets[unit.bucket].seats[unit.seat];
            if seat.embraced > 0 && seat.depth < columns.tracks {
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
pub(super) struct Stand {
    x: f64,
    top: f64,
    anchor: Anchor,
    /// How wide it may be.
    pub(super) room: f64,
}

impl Stand {
    /// The place of so many lines around a height, beside the rim.
    pub(super) fn new(
        circles: &Circles,
        side: Side,
        reserve: f64,
        width: f64,
        middle: f64,
        lines: usize,
    ) -> Stand {
        let Point { x, y } = circles.center;
        let radius = circles.rim + reserve;
        let half = lines as f64 * LEADING / 2.0;
        let nearest = ((middle - y).abs() - half).max(0.0);
        let away = (radius * radius - nearest * nearest).max(0.0).sqrt().max(12.0);
        let top = middle - half;
        match side {
            Side::Left => Stand { x: x - away, top, anchor: Anchor::End, room: x - away - circles.left },
            Side::Right => Stand { x: x + away, top, anchor: Anchor::Start, room: width - x - away },
        }
    }

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
