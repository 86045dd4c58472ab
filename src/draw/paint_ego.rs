//! The ladder of one actor from layout to SVG.

use super::bundle::reach;
use super::ego::{EgoLayout, Rung, SPUR, Sort, UPRIGHT};
use super::index::Index;
use super::options::Options;
use super::paint::{
    cross, end, frame, line, mark, node_attributes, node_title, open, star, stroked, tie_attributes,
    tie_title,
};
use super::paint_wheel::{STAR, wheel};
use super::svg::{Svg, Writer, num};
use super::wheel::Point;
use crate::view::NetworkView;

/// One actor of a view: its instruments, its actions, the tables and groupings it shares. The EU is drawn as the
/// wheel; an actor that is not in the view has nothing on record.
pub fn ego(view: &NetworkView, focus: &str, options: &Options) -> Svg {
    let hub = view.nodes.iter().any(|n| n.id == focus && n.kind == "hub");
    let Some(layout) = EgoLayout::new(view, focus, options).filter(|_| !hub) else {
        return wheel(view, options);
    };
    let index = Index::new(view);
    let mut w = Writer::default();
    open(&mut w, "ego", (layout.width, layout.height), &layout.frame.title, &layout.frame.sentence, options);
    w.open("g", &[("class", "ties".to_owned())]);
    for rung in &layout.rungs {
        paint(&mut w, &index, &layout, rung, options);
    }
    w.close();
    w.open("g", &[("class", "nodes".to_owned())]);
    let ids = [Some(focus), layout.hub.as_deref()];
    let places = [layout.uprights.1, layout.uprights.0];
    for ((id, x), head) in ids.into_iter().zip(places).zip(&layout.heads) {
        let Some(node) = id.and_then(|id| index.node(id)) else { continue };
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(&index, node, options.lang));
        let (top, bottom) = layout.span;
        let size = [("width", num(UPRIGHT)), ("height", num(bottom - top)), ("rx", num(2.0))];
        let [wide, high, round] = size;
        w.empty("rect", &[("class", "hub".to_owned()), ("x", num(x)), ("y", num(top)), wide, high, round]);
        w.label(head);
        w.close();
    }
    layout.headings.iter().for_each(|heading| w.label(heading));
    w.close();
    if let Some((at, words)) = &layout.star {
        w.open("g", &[("class", "legend".to_owned())]);
        star(&mut w, *at, STAR);
        w.label(words);
        w.close();
    }
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

/// Where the line of an instrument ends: the further on, the nearer to the actor.
fn tip(rung: &Rung, from: Point, to: Point) -> Point {
    Point { x: from.x + reach(rung.state) * (to.x - 3.0 - from.x), ..to }
}

fn paint(w: &mut Writer, index: &Index, layout: &EgoLayout, rung: &Rung, options: &Options) {
    let tie = index.tie(rung.tie);
    w.open("g", &tie_attributes(tie));
    w.text("title", &[], &tie_title(tie, options.lang));
    let left = if layout.hub.is_some() { layout.uprights.0 + UPRIGHT } else { layout.uprights.0 };
    let (from, to) = (Point { x: left, y: rung.y }, Point { x: layout.uprights.1, y: rung.y });
    match rung.sort {
        Sort::Instrument => {
            let tip = tip(rung, from, to);
            w.path("hit", line(from, tip));
            stroked(w, tie.kind, line(from, tip));
            end(w, rung.state, tip, 0.0);
        }
        Sort::Action => {
            w.path("hit", line(from, to));
            w.path("line", line(from, to));
            let at = Point { x: to.x - 5.0, ..to };
            if tie.polarity == "concern" { cross(w, at) } else { mark(w, rung.state, at) }
        }
        Sort::Table | Sort::Member => {
            // The EU is a member of none of these lists: only the actor's side is drawn.
            let start = Point { x: to.x - SPUR, ..to };
            w.path("line w-2", line(start, to));
        }
    }
    if tie.rests_on_additional() {
        // Left of the sign at the end, on the line itself.
        let x = match rung.sort {
            Sort::Instrument => tip(rung, from, to).x - 10.0,
            Sort::Action => to.x - 13.0,
            Sort::Table | Sort::Member => to.x - SPUR / 2.0,
        };
        star(w, Point { x, ..to }, STAR);
    }
    if let Some(node) = rung.node.as_deref().and_then(|id| index.node(id)) {
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(index, node, options.lang));
        let class = if rung.sort == Sort::Table { "dot" } else { "ring" };
        w.circle(class, to.x - SPUR, rung.y, 1.8);
        rung.labels.iter().for_each(|label| w.label(label));
        w.close();
    } else {
        rung.labels.iter().for_each(|label| w.label(label));
    }
    w.close();
}
