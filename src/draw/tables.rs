//! The forums inside: level labels within a circle, the widest at its middle.

use super::plan::{Plan, Seat};
use super::text::{Anchor, Label, Weight, fits, width, wrap};
use super::wheel::{Circles, Line, MARK, Mark, Point, Side, Spot};
use crate::view::Lang;

/// Size of a label.
const SIZE: f64 = 7.2;
/// Most lines of a label, and the least room for one that must be cut.
const LINES: usize = 6;
const LEAST: f64 = 34.0;
/// From line to line.
const LEADING: f64 = 8.4;
/// Between two labels: the last of these with which all have room.
const SPACES: [f64; 5] = [1.4, 2.4, 3.8, 5.4, 7.4];
/// Both languages.
const LANGS: [Lang; 2] = [Lang::Fr, Lang::En];
/// Between the two columns, halved.
const MIDDLE: f64 = 3.0;

/// The forums, placed.
#[derive(Default)]
pub(super) struct Tables {
    pub(super) spots: Vec<Spot>,
    pub(super) lines: Vec<Line>,
    pub(super) marks: Vec<Mark>,
}

/// Places the forums; gives the number of those for which there is no room.
pub(super) fn place(plan: &Plan, circles: &Circles, rim: &[Spot], lang: Lang) -> (Tables, usize) {
    let [tight, wider @ ..] = SPACES;
    let (mut best, crowded) = spaced(plan, circles, rim, lang, tight);
    if crowded == 0 {
        // The widest space that all have room with.
        for space in wider {
            match spaced(plan, circles, rim, lang, space) {
                (tables, 0) => best = tables,
                _ => break,
            }
        }
    }
    (best, crowded)
}

/// Which way those stand with whom a forum is joined past the EU.
fn leaning(plan: &Plan, circles: &Circles, rim: &[Spot], id: &str) -> Point {
    let joined = plan.meetings.iter().filter(|m| m.ends.iter().any(|e| e == id)).flat_map(|m| &m.ends);
    let points = joined.filter_map(|e| rim.iter().find(|s| s.id == *e)).map(|s| s.point);
    points.fold(Point { x: 0.0, y: 0.0 }, |sum, p| Point {
        x: sum.x + p.x - circles.center.x,
        y: sum.y + p.y - circles.center.y,
    })
}

fn spaced(plan: &Plan, circles: &Circles, rim: &[Spot], lang: Lang, space: f64) -> (Tables, usize) {
    let mut tables = Tables::default();
    let mut crowded = 0;
    // The widest first, so that they stand where the circle is widest; shared in turn among the two sides.
    let mut order: Vec<usize> = (0..plan.forums.len()).collect();
    // Of both languages the wider name counts: the order is one and the same.
    let wide = |i: &usize| {
        let names = LANGS.map(|l| short_name(plan.forums[*i].node.names.get(l)));
        names.map(|n| width(n, SIZE, Weight::Regular)).into_iter().fold(0.0, f64::max)
    };
    // Those that lean somewhere first of all: in the middle, every line to them is short.
    let leans: Vec<Point> = plan.forums.iter().map(|s| leaning(plan, circles, rim, &s.node.id)).collect();
    let free = |i: &usize| leans[*i].x == 0.0;
    order.sort_by(|a, b| free(a).cmp(&free(b)).then(wide(b).total_cmp(&wide(a))).then(a.cmp(b)));
    let mut spans = [(0.0_f64, 0.0_f64); 2];
    for index in order {
        let seat = &plan.forums[index];
        let lean = leans[index];
        let used = spans.map(|(top, bottom)| bottom - top);
        let first = if lean.x == 0.0 { usize::from(used[1] < used[0]) } else { usize::from(lean.x > 0.0) };
        let placed = [first, 1 - first].into_iter().find_map(|s| {
            let side = [Side::Left, Side::Right][s];
            row(seat, circles, side, spans[s], (lang, space, lean.y)).map(|(row, span)| (s, row, span))
        });
        match placed {
            None => crowded += 1,
            Some((s, row, span)) => {
                spans[s] = span;
                tables.add(seat, circles, row);
            }
        }
    }
    (tables, crowded)
}

/// A label's place inside.
struct Row {
    side: Side,
    middle: f64,
    label: Label,
}

/// The next row above or below those of a side: the way it leans, or whichever keeps nearer to the middle.
fn row(
    seat: &Seat,
    circles: &Circles,
    side: Side,
    span: (f64, f64),
    (lang, space, lean): (Lang, f64, f64),
) -> Option<(Row, (f64, f64))> {
    let text = |lang: Lang| {
        let name = short_name(seat.node.names.get(lang));
        if seat.members > 0 { seat.numbered(name) } else { name.to_owned() }
    };
    let every = LANGS.map(text);
    let mut best: Option<(usize, f64, f64)> = None;
    for lines in 1..=LINES {
        let height = lines as f64 * LEADING + space;
        let places = if span == (0.0, 0.0) {
            vec![-height / 2.0]
        } else if lean > 0.0 || lean == 0.0 && span.1 <= -span.0 {
            vec![span.1, span.0 - height]
        } else {
            vec![span.0 - height, span.1]
        };
        for top in places {
            let room = room(seat, circles, top, top + height);
            // The name in the other language must have room as well: a forum stands where it stands in both.
            let whole = every.iter().all(|text| fits(text, SIZE, Weight::Regular, room, lines));
            if whole || lines == LINES && room >= LEAST {
                best = best.or(Some((lines, top, room)));
            }
        }
    }
    let (lines, top, room) = best?;
    let height = lines as f64 * LEADING + space;
    let middle = circles.center.y + top + height / 2.0;
    let (out, anchor) = match side {
        Side::Left => (-1.0, Anchor::Start),
        Side::Right => (1.0, Anchor::End),
    };
    let x = circles.center.x + out * (edge(circles, top, top + height) - lead(seat));
    let broken = wrap(&text(lang), SIZE, Weight::Regular, room, lines);
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

/// A long name that ends in its own abbreviation is called by that; the whole name is in the node's title.
pub(super) fn short_name(name: &str) -> &str {
    let inner = name.strip_suffix(')').and_then(|n| n.rsplit_once(" ("));
    match inner {
        Some((long, code))
            if long.chars().count() > 30 && code.chars().all(|c| c.is_uppercase() || c.is_numeric()) =>
        {
            code
        }
        _ => name,
    }
}

/// Half the width of the circle between two heights around its middle.
fn edge(circles: &Circles, top: f64, bottom: f64) -> f64 {
    let far = top.abs().max(bottom.abs());
    (circles.tables * circles.tables - far * far).max(0.0).sqrt()
}

/// What stands between the circle and a label: the point and the marks.
fn lead(seat: &Seat) -> f64 {
    5.0 + if seat.actions.is_empty() { 0.0 } else { 1.0 + seat.actions.len().min(6) as f64 * MARK }
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
            let (from, to) = (circles.at(at, circles.inner), circles.at(at, circles.tables + 3.6));
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
            alone: false,
            membership: seat.membership.filter(|_| seat.members > 0),
            brace: None,
        });
    }
}
