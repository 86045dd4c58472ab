//! The forums inside: level labels within a circle, the widest at its middle.

use super::plan::{Plan, Seat};
use super::text::{Anchor, Label, Weight, width, wrap};
use super::wheel::{Circles, Line, MARK, Mark, Point, Side, Spot};
use crate::view::Lang;

/// Size of a label.
const SIZE: f64 = 7.0;
/// From line to line.
const LEADING: f64 = 8.2;
/// Between two labels.
const SPACE: f64 = 2.2;
/// Between the two columns, halved.
const MIDDLE: f64 = 3.0;

/// The forums, placed.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) spots: Vec<Spot>,
    pub(super) lines: Vec<Line>,
    pub(super) marks: Vec<Mark>,
}

/// Places the forums; gives the indices of those for which there is no room.
pub(super) fn place(plan: &Plan, circles: &Circles, lang: Lang) -> (Tables, Vec<usize>) {
    let mut tables = Tables::default();
    let mut crowded = Vec::new();
    // The widest first, so that they stand where the circle is widest; shared in turn among the two sides.
    let mut order: Vec<usize> = (0..plan.forums.len()).collect();
    let wide = |i: &usize| width(plan.forums[*i].node.names.get(lang), SIZE, Weight::Regular);
    order.sort_by(|a, b| wide(b).total_cmp(&wide(a)).then(a.cmp(b)));
    let mut spans = [(0.0_f64, 0.0_f64); 2];
    for (n, &index) in order.iter().enumerate() {
        let seat = &plan.forums[index];
        let first = usize::from(n % 4 == 1 || n % 4 == 2);
        let placed = [first, 1 - first].into_iter().find_map(|s| {
            let side = [Side::Left, Side::Right][s];
            row(seat, circles, side, spans[s], lang).map(|(row, span)| (s, row, span))
        });
        match placed {
            None => crowded.push(index),
            Some((s, row, span)) => {
                spans[s] = span;
                tables.add(seat, circles, row);
            }
        }
    }
    crowded.sort_unstable();
    (tables, crowded)
}

/// A label's place inside.
struct Row {
    side: Side,
    middle: f64,
    label: Label,
}

/// The next row above or below those of a side, whichever keeps nearer to the middle.
fn row(
    seat: &Seat,
    circles: &Circles,
    side: Side,
    span: (f64, f64),
    lang: Lang,
) -> Option<(Row, (f64, f64))> {
    let name = seat.node.names.get(lang);
    let text = if seat.members > 0 { format!("{name} · {}", seat.members) } else { name.to_owned() };
    let mut best: Option<(usize, f64, f64)> = None;
    for lines in 1..=4 {
        let height = lines as f64 * LEADING + SPACE;
        let places = if span == (0.0, 0.0) {
            vec![-height / 2.0]
        } else if span.1 <= -span.0 {
            vec![span.1, span.0 - height]
        } else {
            vec![span.0 - height, span.1]
        };
        for top in places {
            let room = room(seat, circles, top, top + height);
            let longest = text.split(' ').map(|w| width(w, SIZE, Weight::Regular)).fold(0.0, f64::max);
            let cut = if lines == 4 { room >= 34.0 } else { room >= longest };
            if cut && (lines == 4 || wrap(&text, SIZE, Weight::Regular, room, 9).len() <= lines) {
                best = best.or(Some((lines, top, room)));
            }
        }
    }
    let (lines, top, room) = best?;
    let height = lines as f64 * LEADING + SPACE;
    let middle = circles.center.y + top + height / 2.0;
    let (out, anchor) = match side {
        Side::Left => (-1.0, Anchor::Start),
        Side::Right => (1.0, Anchor::End),
    };
    let x = circles.center.x + out * (edge(circles, top, top + height) - lead(seat));
    let broken = wrap(&text, SIZE, Weight::Regular, room, lines);
    let half = broken.len() as f64 * LEADING / 2.0;
    let label = Label {
        lines: broken,
        x,
        y: middle - half + (LEADING - SIZE) / 2.0 + SIZE * 0.86,
        anchor,
        size: SIZE,
        weight: Weight::Regular,
        leading: LEADING,
        class: "name",
    };
    let span = (span.0.min(top), span.1.max(top + height));
    Some((Row { side, middle, label }, span))
}

/// Half the width of the circle between two heights around its middle.
fn edge(circles: &Circles, top: f64, bottom: f64) -> f64 {
    let far = top.abs().max(bottom.abs());
    (circles.tables * circles.tables - far * far).max(0.0).sqrt()
}

/// What stands between the circle and a label: the point and the marks.
fn lead(seat: &Seat) -> f64 {
    5.0 + seat.actions.len().min(6) as f64 * MARK
}

fn room(seat: &Seat, circles: &Circles, top: f64, bottom: f64) -> f64 {
    edge(circles, top, bottom) - lead(seat) - MIDDLE
}

impl Tables {
    fn add(&mut self, seat: &Seat, circles: &Circles, row: Row) {
        let Row { side, middle, label } = row;
        let away = middle - circles.center.y;
        let lean = (away / circles.tables).clamp(-1.0, 1.0).asin();
        let angle = if side == Side::Right { lean } else { std::f64::consts::PI - lean };
        let point = circles.at(angle, circles.tables);
        for (n, part) in seat.lanes.iter().enumerate() {
            let at = angle + (n as f64 - (seat.lanes.len() - 1) as f64 / 2.0) * 2.6 / circles.tables;
            let (from, to) = (circles.at(at, circles.inner), circles.at(at, circles.tables + 1.6));
            self.lines.push(Line { tie: part.tie, state: part.state, from, to });
        }
        let (inwards, edge) = match side {
            Side::Left => (1.0, label.x - lead(seat) + 4.2),
            Side::Right => (-1.0, label.x + lead(seat) - 4.2),
        };
        for (n, part) in seat.actions.iter().enumerate() {
            let at = Point {
                x: edge + inwards * (n.min(5) as f64 * MARK + 1.2),
                y: middle + (n / 6) as f64 * MARK,
            };
            self.marks.push(Mark { tie: part.tie, state: part.state, at });
        }
        self.spots.push(Spot {
            id: seat.node.id.clone(),
            angle,
            point,
            label,
            membership: seat.membership.filter(|_| seat.members > 0),
            brace: None,
        });
    }
}
