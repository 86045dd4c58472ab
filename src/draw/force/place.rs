//! From the draft to coordinates: how large each node is, where it stands, where its lines begin and end.

use super::super::chips::EDGE;
use super::super::matrix_marks::tie_mark;
use super::super::plan::{Part, Plan, Seat};
use super::super::tables::short_name;
use super::super::text::{Anchor, Label, LabelBox, Weight, wrap};
use super::super::wheel::{MARK, Mark, PITCH, Point};
use super::apart::{Body, Scene};
use super::draft::{Draft, Knot};
use super::stress::{distances, majorize};
use super::{ForceLine, ForceNode, LEAD, LEADING, SIZE, Shape};
use crate::view::Lang;

/// Width in which a name is broken.
const ROOM: f64 = 92.0;
/// Actions in a row under a name.
const PER_ROW: usize = 12;
/// Size of the sign of a tie of several.
const SIGN: f64 = 7.2;
/// Half the width of the mark before a name.
const HALF_MARK: f64 = 2.4;
/// Between a line's end and what it leads to.
const SHORT: f64 = 2.6;
/// Beyond as many lines single moves would take too long to try.
const MOST_REFINED: usize = 700;

/// A node around the point (0, 0).
pub(super) struct Piece {
    pub(super) body: Body,
    node: ForceNode,
}

impl Piece {
    pub(super) fn new(knot: &Knot, plan: &Plan, lang: Lang) -> Piece {
        match knot {
            Knot::Hub(node) => hub(&node.id, node.names.get(lang)),
            Knot::Actor(seat, marks) if seat.node.kind == "forum" => table(seat, marks, plan, lang),
            Knot::Actor(seat, marks) => named(seat, marks, plan, lang),
            Knot::Shared(tie) => shared(*tie, plan),
        }
    }

    /// The node at its place.
    pub(super) fn at(self, at: Point) -> ForceNode {
        let mut node = self.node;
        node.point = at;
        node.area.x += at.x;
        node.area.y += at.y;
        node.label.x += at.x;
        node.label.y += at.y;
        for mark in &mut node.marks {
            mark.at = Point { x: mark.at.x + at.x, y: mark.at.y + at.y };
        }
        node
    }
}

fn piece(id: &str, shape: Shape, (wide, high): (f64, f64), label: Label) -> Piece {
    let area = LabelBox { x: -wide, y: -high, width: 2.0 * wide, height: 2.0 * high };
    let point = Point { x: 0.0, y: 0.0 };
    let id = id.to_owned();
    let node = ForceNode { id, shape, tie: None, membership: None, point, area, label, marks: Vec::new() };
    Piece { body: Body { wide, high, fixed: false }, node }
}

fn hub(id: &str, name: &str) -> Piece {
    const LETTERS: f64 = 8.4;
    let lines = wrap(&name.to_uppercase(), LETTERS, Weight::Bold, 84.0, 3);
    let label =
        Label::line("", 0.0, 0.0, LETTERS, "on-hub").bold().anchored(Anchor::Middle).with_lines(lines);
    let tall = label.leading * (label.lines.len() - 1) as f64;
    let label = Label { y: LETTERS * 0.36 - tall / 2.0, ..label };
    let radius = (label.width() / 2.0).hypot(tall / 2.0 + LETTERS * 0.5) + 5.0;
    piece(id, Shape::Hub, (radius, radius), label)
}

/// The name, and after it how many of its members stand here, where no lines show them.
fn words(seat: &Seat, plan: &Plan, lang: Lang) -> String {
    let name = short_name(seat.node.names.get(lang));
    match plan.hub {
        Some(_) if seat.members > 0 => seat.numbered(name),
        _ => name.to_owned(),
    }
}

fn membership(seat: &Seat, plan: &Plan) -> Option<usize> {
    seat.membership.filter(|_| plan.hub.is_some() && seat.members > 0)
}

/// Marks in rows from a point on.
fn rows(marks: &[&Part], from: Point) -> Vec<Mark> {
    let place =
        |n: usize| Point { x: from.x + (n % PER_ROW) as f64 * MARK, y: from.y + (n / PER_ROW) as f64 * MARK };
    marks.iter().enumerate().map(|(n, p)| Mark { tie: p.tie, state: p.state, at: place(n) }).collect()
}

/// The room that marks take under a name.
fn marked(marks: &[&Part]) -> (f64, f64) {
    let (row, rows) = (marks.len().min(PER_ROW), marks.len().div_ceil(PER_ROW));
    (row as f64 * MARK, if rows == 0 { 0.0 } else { rows as f64 * MARK + 1.0 })
}

fn named(seat: &Seat, marks: &[&Part], plan: &Plan, lang: Lang) -> Piece {
    let weight = if seat.core { Weight::Bold } else { Weight::Regular };
    let lines = wrap(&words(seat, plan, lang), SIZE, weight, ROOM, 3);
    let shape = match seat.node.kind {
        "grouping" => Shape::Grouping,
        "member-state" => Shape::MemberState,
        _ => Shape::Country,
    };
    let label = Label { lines, weight, leading: LEADING, ..Label::line("", 0.0, 0.0, SIZE, "name") };
    let (along, below) = marked(marks);
    let wide = (HALF_MARK + LEAD + label.width().max(along)) / 2.0;
    let high = (label.lines.len() as f64 * LEADING + below) / 2.0;
    let label =
        Label { x: -wide + HALF_MARK + LEAD, y: -high + (LEADING - SIZE) / 2.0 + SIZE * 0.88, ..label };
    let first = Point { x: label.x + 1.3, y: high - below + MARK / 2.0 + 0.6 };
    let mut out = piece(&seat.node.id, shape, (wide, high), label);
    out.node.marks = rows(marks, first);
    out.node.membership = membership(seat, plan);
    out
}

fn table(seat: &Seat, marks: &[&Part], plan: &Plan, lang: Lang) -> Piece {
    let lines = wrap(&words(seat, plan, lang), SIZE, Weight::Regular, ROOM, 4);
    let label = Label { lines, leading: LEADING, ..Label::line("", 0.0, 0.0, SIZE, "name") };
    let label = label.anchored(Anchor::Middle);
    let (along, below) = marked(marks);
    let wide = label.width().max(along) / 2.0 + EDGE;
    let high = (label.lines.len() as f64 * LEADING + below) / 2.0 + EDGE - 1.6;
    let label = Label { y: -high + EDGE - 1.6 + (LEADING - SIZE) / 2.0 + SIZE * 0.88, ..label };
    let first = Point { x: -along / 2.0 + MARK / 2.0, y: high - EDGE + 1.2 - below + MARK / 2.0 + 0.6 };
    let mut out = piece(&seat.node.id, Shape::Table, (wide, high), label);
    out.node.marks = rows(marks, first);
    out.node.membership = membership(seat, plan);
    out
}

fn shared(tie: usize, plan: &Plan) -> Piece {
    let view = &plan.view.ties[tie];
    let label = Label::line(tie_mark(view), 0.0, SIGN * 0.36, SIGN, "name").anchored(Anchor::Middle);
    let wide = (label.width() / 2.0 + 2.4).max(4.6);
    let mut out = piece(&view.id, Shape::Shared, (wide, 4.9), label);
    out.node.tie = Some(tie);
    out
}

/// How far apart every two nodes should stand, and where they stand before there is a sheet.
pub(super) struct Loose {
    wanted: Vec<f64>,
    at: Vec<Point>,
}

impl Loose {
    pub(super) fn new(draft: &Draft) -> Loose {
        let wanted = distances(draft.knots.len(), &draft.lengths());
        let mut at = start(draft);
        majorize(&wanted, &mut at, 120);
        Loose { wanted, at }
    }
}

/// Whether the nodes cover no more than a part of an area.
pub(super) fn has_room(pieces: &[Piece], area: f64, part: f64) -> bool {
    let covered: f64 = pieces.iter().map(|p| (2.0 * p.body.wide + 6.0) * (2.0 * p.body.high + 4.0)).sum();
    covered <= part * area
}

/// The nodes on a sheet, none over another; nothing when it is too small for them.
pub(super) fn apart(
    draft: &Draft,
    pieces: &[Piece],
    Loose { at, .. }: &Loose,
    sheet: LabelBox,
) -> Option<Scene> {
    let links = draft.bundles.iter().map(|b| (b.from, b.to, b.strands.len())).collect();
    let bodies: Vec<Body> = pieces.iter().map(|p| p.body).collect();
    let mut scene = Scene { bodies, at: at.clone(), links, sheet };
    scene.fit();
    scene.push_apart(2000).then_some(scene)
}

/// The middle of every node once each has looked for a clearer place.
pub(super) fn settled(draft: &Draft, mut scene: Scene, Loose { wanted, .. }: &Loose) -> Vec<Point> {
    scene.stretch();
    if scene.links.len() <= MOST_REFINED {
        // The EU stays in the middle: everything else is seen from there.
        if let Some(Knot::Hub(_)) = draft.knots.first() {
            scene.bodies[0].fixed = true;
        }
        scene.refine(wanted, &[70.0, 30.0, 12.0]);
        scene.stretch();
        scene.resettle(wanted);
        scene.refine(wanted, &[40.0, 16.0, 6.0]);
    }
    scene.at
}

/// Where everything starts: the EU in the middle, actors around it in the order of their regions, everything else
/// among those whom it joins.
fn start(draft: &Draft) -> Vec<Point> {
    let n = draft.knots.len();
    let around = |k: &Knot| matches!(k, Knot::Actor(seat, _) if seat.node.kind != "forum");
    let ring: Vec<usize> = (0..n).filter(|i| around(&draft.knots[*i])).collect();
    let mut at = vec![Point { x: 0.0, y: 0.0 }; n];
    let on = |turn: f64, radius: f64| {
        let angle = std::f64::consts::TAU * turn - std::f64::consts::FRAC_PI_2;
        Point { x: radius * angle.cos(), y: radius * angle.sin() }
    };
    for (k, &i) in ring.iter().enumerate() {
        at[i] = on(k as f64 / ring.len() as f64, 2.0);
    }
    for i in (0..n).filter(|i| !ring.contains(i) && !matches!(draft.knots[*i], Knot::Hub(_))) {
        let ends: Vec<Point> = draft
            .bundles
            .iter()
            .filter(|b| b.from == i || b.to == i)
            .map(|b| if b.from == i { b.to } else { b.from })
            .filter(|end| ring.contains(end))
            .map(|end| at[end])
            .collect();
        // A little off, so that no two stand in one point.
        let aside = on(i as f64 * 0.618_034, 0.3);
        let count = ends.len().max(1) as f64;
        let sum = ends.iter().fold((0.0, 0.0), |s, p| (s.0 + p.x, s.1 + p.y));
        let pull = if ends.is_empty() { 3.0 } else { 1.0 };
        at[i] = Point { x: sum.0 / count * 0.7 + aside.x * pull, y: sum.1 / count * 0.7 + aside.y * pull };
    }
    at
}

/// The lines, from edge to edge of what they join; those of a bundle beside each other.
pub(super) fn lines(draft: &Draft, pieces: &[Piece], at: &[Point]) -> Vec<ForceLine> {
    let mut out = Vec::new();
    for bundle in &draft.bundles {
        let (a, b) = (bundle.from, bundle.to);
        let (dx, dy) = (at[b].x - at[a].x, at[b].y - at[a].y);
        let long = dx.hypot(dy).max(1e-9);
        let (ux, uy) = (dx / long, dy / long);
        let count = bundle.strands.len();
        let spread = PITCH * (count - 1) as f64;
        // Lines draw together where the side that they reach is too narrow for them.
        let drawn = |i: usize| match spread {
            s if s > 0.0 => (across(&pieces[i], ux, uy) / s).min(1.0),
            _ => 1.0,
        };
        let (near, far) = (drawn(a), drawn(b));
        for (n, strand) in bundle.strands.iter().enumerate() {
            let aside = n as f64 * PITCH - spread / 2.0;
            let beside = |p: Point, k: f64| Point { x: p.x - uy * aside * k, y: p.y + ux * aside * k };
            let (from, to) = (beside(at[a], near), beside(at[b], far));
            let gap = if strand.state.is_some() { SHORT } else { 0.0 };
            let (start, end) = (leave(&pieces[a], at[a], from, to), leave(&pieces[b], at[b], to, from) + gap);
            let long = (to.x - from.x).hypot(to.y - from.y).max(1e-9);
            // Between neighbours a line keeps a little of its length.
            let squeeze = (long / (start + end + 1.0)).min(1.0);
            let along = |k: f64| Point {
                x: from.x + (to.x - from.x) * k / long,
                y: from.y + (to.y - from.y) * k / long,
            };
            let (from, to) = (along(start * squeeze), along(long - end * squeeze));
            out.push(ForceLine { tie: strand.tie, state: strand.state, size: strand.size, from, to });
        }
    }
    out
}

/// How wide a node is across a direction, through its middle, less some air.
fn across(piece: &Piece, ux: f64, uy: f64) -> f64 {
    let Body { wide, high, .. } = piece.body;
    match piece.node.shape {
        Shape::Hub => 1.5 * wide,
        _ => 1.7 * (wide / uy.abs().max(1e-9)).min(high / ux.abs().max(1e-9)),
    }
}

/// How far a line from a point within a node, or beside it, leads until it has left it.
fn leave(piece: &Piece, middle: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let long = dx.hypot(dy).max(1e-9);
    let (fx, fy) = (from.x - middle.x, from.y - middle.y);
    match piece.node.shape {
        Shape::Hub => {
            // |f + t d| = r
            let radius = piece.body.wide;
            let along = (fx * dx + fy * dy) / long;
            -along + (along * along + radius * radius - fx * fx - fy * fy).max(0.0).sqrt()
        }
        _ => {
            let reach = |f: f64, d: f64, half: f64| {
                if d.abs() < 1e-9 { f64::INFINITY } else { (half - f * d.signum()) / d.abs() }
            };
            let x = reach(fx, dx, piece.body.wide + 0.8);
            let y = reach(fy, dy, piece.body.high + 0.4);
            x.min(y).max(0.0) * long
        }
    }
}
