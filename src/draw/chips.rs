//! Without the EU its place is taken by the tables at which partners meet: plates with names, each drawn towards those
//! who sit at it.

use std::collections::BTreeSet;

use super::plan::{Plan, Seat};
use super::tables::Tables;
use super::text::{Anchor, Label, Weight, wrap};
use super::wheel::{Circles, Point, Spot};
use crate::view::Lang;

/// Size of a label.
const SIZE: f64 = 7.2;
/// From line to line.
const LEADING: f64 = 8.4;
/// Widest label.
const ROOM: f64 = 94.0;
/// Most lines of a label.
const LINES: usize = 4;
/// From the text to the edge of its plate.
pub(super) const EDGE: f64 = 3.0;
/// Between two plates.
const SPACE: f64 = 4.0;
/// The share of the rim's radius that the plates' circle has.
const SHARE: f64 = 0.5;

/// A table before it has its place.
struct Table<'a> {
    seat: &'a Seat<'a>,
    lines: Vec<String>,
    /// Where those who sit at it stand, on the whole.
    pull: Point,
    /// How many sit at it or work there.
    joined: usize,
}

impl Table<'_> {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LEADING + 2.0 * EDGE + SPACE
    }
}

/// Places the tables in two columns, each as near to its members as it can be; gives the number without room.
pub(super) fn place(plan: &Plan, circles: &Circles, rim: &[Spot], lang: Lang) -> (Tables, usize) {
    let mut all: Vec<Table> = plan
        .forums
        .iter()
        .map(|seat| {
            let members = members(plan, rim, &seat.node.id);
            Table {
                seat,
                lines: wrap(&name(seat, lang), SIZE, Weight::Regular, ROOM, LINES),
                pull: pull(&members, circles),
                joined: members.len(),
            }
        })
        .collect();
    // The smallest tables bind most; the largest give way when there is no room.
    all.sort_by_key(|t| t.seat.members);
    let tall = 2.0 * 0.8 * circles.rim;
    let mut crowded = 0;
    while all.iter().map(Table::height).sum::<f64>() > 2.0 * tall - 30.0 {
        all.pop();
        crowded += 1;
    }
    all.sort_by(|a, b| a.pull.x.total_cmp(&b.pull.x).then_with(|| a.seat.node.id.cmp(&b.seat.node.id)));
    let total: f64 = all.iter().map(Table::height).sum();
    let mut before = 0.0;
    let split = all
        .iter()
        .position(|t| {
            before += t.height();
            before - t.height() / 2.0 > total / 2.0
        })
        .unwrap_or(all.len());
    let right = all.split_off(split);
    let mut tables = Tables::default();
    for (mut column, out) in [(all, -1.0), (right, 1.0)] {
        // From the smallest table at the top to the largest: the eye finds them by the number in the plate and by the
        // width of the lines. Of equals the one whose members stand higher comes first.
        column.sort_by(|a, b| {
            let high = a.pull.y.total_cmp(&b.pull.y);
            a.joined.cmp(&b.joined).then(high).then_with(|| a.seat.node.id.cmp(&b.seat.node.id))
        });
        let needed: f64 = column.iter().map(Table::height).sum();
        let pad = ((1.3 * circles.rim - needed) / column.len().max(1) as f64).clamp(0.0, 26.0);
        let mut y = circles.center.y - (needed + pad * column.len() as f64) / 2.0;
        for table in column {
            let height = table.height() + pad;
            tables.spots.push(spot(circles, &table, out, y + height / 2.0));
            y += height;
        }
    }
    (tables, crowded)
}

/// Its name, with the number of those who sit there.
fn name(seat: &Seat, lang: Lang) -> String {
    let name = seat.node.names.get(lang);
    if seat.members > 0 { seat.numbered(name) } else { name.to_owned() }
}

/// The points of all who sit at a table or work there.
fn members(plan: &Plan, rim: &[Spot], id: &str) -> Vec<Point> {
    let met = plan.meetings.iter().filter(|m| m.table.as_deref() == Some(id)).flat_map(|m| &m.ends);
    let ends: BTreeSet<&str> = met.map(String::as_str).collect();
    rim.iter().filter(|s| ends.contains(s.id.as_str())).map(|s| s.point).collect()
}

/// Their mean.
fn pull(points: &[Point], circles: &Circles) -> Point {
    let mean = |of: fn(&Point) -> f64, none: f64| match points.len() {
        0 => none,
        n => points.iter().map(of).sum::<f64>() / n as f64,
    };
    Point { x: mean(|p| p.x, circles.center.x), y: mean(|p| p.y, circles.center.y) }
}

fn spot(circles: &Circles, table: &Table, out: f64, y: f64) -> Spot {
    let radius = SHARE * circles.rim;
    let away = y - circles.center.y;
    let label = Label { lines: table.lines.clone(), ..Label::line("", 0.0, 0.0, SIZE, "name") }
        .anchored(Anchor::Middle);
    let half = label.width() / 2.0 + EDGE;
    let x = circles.center.x + out * (radius * radius - away * away).max(0.0).sqrt().max(half + SPACE);
    let top = y - table.lines.len() as f64 * LEADING / 2.0;
    let point = Point { x, y };
    Spot {
        id: table.seat.node.id.clone(),
        angle: away.atan2(x - circles.center.x),
        point,
        label: Label { x, y: top + (LEADING - SIZE) / 2.0 + SIZE * 0.86, leading: LEADING, ..label },
        alone: false,
        membership: None,
        brace: None,
    }
}
