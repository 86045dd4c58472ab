//! The network on paper from layout to SVG.

use std::collections::{BTreeMap, BTreeSet};

use super::super::index::Index;
use super::super::options::Options;
use super::super::paint::{
    closeness, cross, end, frame, line, mark, node_attributes, node_title, open, square, star, stroked,
    tie_attributes, tie_title,
};
use super::super::paint_legend::legend;
use super::super::paint_wheel::{BEHIND, STAR, counted};
use super::super::svg::{Svg, Writer, num};
use super::super::text::LabelBox;
use super::super::wheel::Point;
use super::{ForceLayout, ForceLine, ForceNode, LEAD, Shape};
use crate::view::NetworkView;

/// A view as a network on paper.
pub fn force(view: &NetworkView, options: &Options) -> Svg {
    let layout = ForceLayout::new(view, options);
    let mut w = Writer::default();
    let size = (layout.width, layout.height);
    open(&mut w, "force", size, &layout.frame.title, &layout.frame.sentence, options);
    ties(&mut w, view, &layout, options);
    nodes(&mut w, view, &layout, options);
    marks(&mut w, view, &layout, options);
    w.open("g", &[("class", "legend".to_owned())]);
    layout.legend.entries.iter().for_each(|entry| legend(&mut w, view, entry, options.lang));
    w.close();
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

fn ties(w: &mut Writer, view: &NetworkView, layout: &ForceLayout, options: &Options) {
    let mut lines: BTreeMap<usize, Vec<&ForceLine>> = BTreeMap::new();
    layout.lines.iter().for_each(|l| lines.entry(l.tie).or_default().push(l));
    w.open("g", &[("class", "ties".to_owned())]);
    // Lines before ovals, and the lines of ovals broken at those of others: none runs over the sign in one.
    let ovals: Vec<&ForceNode> = layout.nodes.iter().filter(|n| n.tie.is_some()).collect();
    let shared: BTreeSet<usize> = ovals.iter().filter_map(|n| n.tie).collect();
    let (last, first): (Vec<_>, Vec<_>) = lines.iter().partition(|(index, _)| shared.contains(index));
    for (&index, own) in first.into_iter().chain(last) {
        let tie = &view.ties[index];
        w.open("g", &tie_attributes(tie));
        w.text("title", &[], &tie_title(tie, options.lang));
        let (of_several, others): (Vec<&ForceNode>, Vec<&ForceNode>) =
            ovals.iter().partition(|n| n.tie == Some(index));
        let others = if of_several.is_empty() { Vec::new() } else { others };
        own.iter().for_each(|l| thread(w, tie.kind, l, &others));
        of_several.iter().for_each(|n| sign(w, n));
        if tie.rests_on_additional() {
            // At the corner of its plate, or in the middle of its one line.
            let corner = |n: &&ForceNode| Point { x: n.area.x + n.area.width, y: n.area.y };
            // Beside each other no two stand at one height.
            let way = 0.6 - 0.07 * (index % 3) as f64;
            let on = |a: f64, b: f64| a + (b - a) * way;
            let middle = |l: &&ForceLine| Point { x: on(l.from.x, l.to.x), y: on(l.from.y, l.to.y) };
            match of_several.is_empty() {
                true => own.iter().map(middle).for_each(|at| star(w, at, STAR)),
                false => of_several.iter().map(corner).for_each(|at| star(w, at, STAR)),
            }
        }
        w.close();
    }
    w.close();
    // A line that passes beneath a name is broken there.
    w.open("g", &[("class", "grounds".to_owned()), ("aria-hidden", "true".to_owned())]);
    let named = |n: &&ForceNode| matches!(n.shape, Shape::Country | Shape::Grouping | Shape::MemberState);
    layout.nodes.iter().filter(named).for_each(|n| plate(w, n, "ground", 0.6));
    w.close();
}

/// The actions that one actor alone shares with the EU, under its name.
fn marks(w: &mut Writer, view: &NetworkView, layout: &ForceLayout, options: &Options) {
    let all = layout.nodes.iter().flat_map(|n| &n.marks);
    w.open("g", &[("class", "ties".to_owned())]);
    for m in all {
        let tie = &view.ties[m.tie];
        w.open("g", &tie_attributes(tie));
        w.text("title", &[], &tie_title(tie, options.lang));
        if tie.rests_on_additional() {
            star(w, m.at, BEHIND);
        }
        if tie.polarity == "concern" {
            cross(w, m.at)
        } else {
            mark(w, m.state, m.at)
        }
        w.close();
    }
    w.close();
}

/// A line, broken where it passes beneath ovals.
fn thread(w: &mut Writer, kind: &str, l: &ForceLine, ovals: &[&ForceNode]) {
    let on = |t: f64| Point { x: l.from.x + (l.to.x - l.from.x) * t, y: l.from.y + (l.to.y - l.from.y) * t };
    let mut gaps: Vec<(f64, f64)> = ovals.iter().filter_map(|n| within(l.from, l.to, n.area)).collect();
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut d, mut from) = (String::new(), 0.0);
    for (left, right) in gaps.into_iter().chain([(1.0, 1.0)]) {
        if left > from {
            d.push_str(&line(on(from), on(left)));
        }
        from = right.max(from);
    }
    w.path("hit", d.clone());
    match l.size {
        Some(size) => w.path(&format!("line {}", closeness(size)), d),
        None => stroked(w, kind, d),
    }
    if let Some(state) = l.state {
        end(w, state, l.to, (l.to.y - l.from.y).atan2(l.to.x - l.from.x));
    }
}

/// Which part of a line lies within a box.
fn within(from: Point, to: Point, area: LabelBox) -> Option<(f64, f64)> {
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let axes = [(from.x, to.x, area.x, area.width), (from.y, to.y, area.y, area.height)];
    for (start, end, low, size) in axes {
        let way = end - start;
        if way.abs() < 1e-9 {
            if start < low || start > low + size {
                return None;
            }
            continue;
        }
        let (a, b) = ((low - start) / way, (low + size - start) / way);
        (first, last) = (first.max(a.min(b)), last.min(a.max(b)));
    }
    (first < last).then_some((first, last))
}

/// The rectangle of a node.
fn plate(w: &mut Writer, node: &ForceNode, class: &str, round: f64) {
    let area = node.area;
    let attributes = [
        ("class", class.to_owned()),
        ("x", num(area.x)),
        ("y", num(area.y)),
        ("width", num(area.width)),
        ("height", num(area.height)),
        ("rx", num(round)),
    ];
    w.empty("rect", &attributes);
}

/// The sign of a tie of several.
fn sign(w: &mut Writer, node: &ForceNode) {
    plate(w, node, "plate", 4.9);
    w.label(&node.label);
}

fn nodes(w: &mut Writer, view: &NetworkView, layout: &ForceLayout, options: &Options) {
    let index = Index::new(view);
    w.open("g", &[("class", "nodes".to_owned())]);
    for spot in layout.nodes.iter().filter(|n| n.tie.is_none()) {
        let Some(node) = index.node(&spot.id) else { continue };
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(&index, node, options.lang));
        let at = Point { x: spot.label.x - LEAD, y: spot.label.y - 2.6 };
        match spot.shape {
            Shape::Hub => w.circle("hub", spot.point.x, spot.point.y, spot.area.width / 2.0),
            Shape::Table => plate(w, spot, "plate", 2.5),
            Shape::Grouping => w.circle("ring", at.x, at.y, 2.0),
            Shape::MemberState => square(w, at),
            Shape::Country => w.circle("dot", at.x, at.y, 1.8),
            Shape::Shared => {}
        }
        counted(w, view, &spot.label, spot.membership, options.lang);
        w.close();
    }
    for (id, label) in &layout.alone {
        let Some(node) = id.as_deref().and_then(|id| index.node(id)) else {
            w.label(label);
            continue;
        };
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(&index, node, options.lang));
        w.circle("hollow", label.x - LEAD + 1.0, label.y - 2.6, 1.5);
        w.label(label);
        w.close();
    }
    w.close();
}
