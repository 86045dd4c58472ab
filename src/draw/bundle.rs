//! The lines and marks between the EU and one partner, side by side.

use super::plan::{Part, Plan, Seat};
use super::wheel::{Circles, Line, MARK, Mark, PITCH, Spot};

/// From the last line to the first mark.
const CLEAR: f64 = 1.6;

/// The lines and marks of every partner.
pub(super) fn all(plan: &Plan, rim: &[Spot], circles: &Circles, areas: &[&str]) -> (Vec<Line>, Vec<Mark>) {
    let (mut lines, mut marks) = (Vec::new(), Vec::new());
    for (seat, spot) in plan.seats().zip(rim) {
        // Downwards is clockwise on the right and anticlockwise on the left.
        let down = if spot.angle.cos() >= 0.0 { 1.0 } else { -1.0 };
        let mut offset = -width(seat) / 2.0;
        let mut angle = spot.angle;
        for part in &seat.lanes {
            angle = spot.angle + down * (offset + pitch(part) / 2.0) / circles.rim;
            offset += pitch(part);
            let tip = circles.outer + reach(part.state) * (circles.rim - 4.0 - circles.outer);
            let (from, to) = (circles.at(angle, circles.outer), circles.at(angle, tip));
            lines.push(Line { tie: part.tie, state: part.state, from, to });
        }
        // Lines draw together towards the EU; marks keep their distance from the last of them.
        let (start, aside) = match seat.lanes.len() {
            0 => (spot.angle, 0.0),
            _ => (angle, CLEAR + columns(seat) as f64 * MARK / 2.0),
        };
        for (ring, parts) in by_area(&seat.actions, areas).into_iter().enumerate() {
            let radius = ring_radius(circles, ring, areas.len());
            marks.extend(cell(&parts).into_iter().map(|(part, along, across)| Mark {
                tie: part.tie,
                state: part.state,
                at: circles.at(start + down * (aside + across) / radius, radius + along),
            }));
        }
    }
    (lines, marks)
}

/// From line to line; those reached through a grouping are drawn finer.
fn pitch(part: &Part) -> f64 {
    if part.derived { PITCH * 0.45 } else { PITCH }
}

/// How far along the way from the EU to the partner a line has come: the whole way once it is agreed.
pub(super) fn reach(state: &str) -> f64 {
    match state {
        "proposed" => 0.6,
        "negotiating" => 0.8,
        _ => 1.0,
    }
}

/// Width of a partner's bundle at the rim.
pub(super) fn width(seat: &Seat) -> f64 {
    let marks = match columns(seat) {
        0 => 0.0,
        n => n as f64 * MARK + 0.8,
    };
    seat.lanes.iter().map(pitch).sum::<f64>() + marks
}

fn columns(seat: &Seat) -> usize {
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
pub(super) fn ring_radius(circles: &Circles, ring: usize, areas: usize) -> f64 {
    circles.rim - 9.5 - ring_pitch(circles, areas) * ring as f64
}

/// From ring to ring; the last is that of no area.
pub(super) fn ring_pitch(circles: &Circles, areas: usize) -> f64 {
    (circles.rim - 9.5 - circles.outer - 6.0) / areas.max(1) as f64
}
