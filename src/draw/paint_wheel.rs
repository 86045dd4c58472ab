//! The wheel from layout to SVG.

use std::collections::BTreeMap;

use super::chips::EDGE;
use super::index::Index;
use super::options::Options;
use super::paint::{
    closeness, cross, end, frame, line, mark, node_attributes, node_title, open, square, star, stroked,
    tie_attributes, tie_title,
};
use super::paint_legend::legend;
use super::svg::{Svg, Writer, num};
use super::text::Label;
use super::wheel::{Circles, Point, Spot, WheelLayout};
use crate::view::{Lang, NetworkView, TieView};

/// The arm of a star on a line, and of one behind a mark.
pub(super) const STAR: f64 = 2.1;
pub(super) const BEHIND: f64 = 2.5;

/// The wheel of a view.
pub fn wheel(view: &NetworkView, options: &Options) -> Svg {
    let layout = WheelLayout::new(view, options);
    let mut w = Writer::default();
    open(
        &mut w,
        "wheel",
        (layout.width, layout.height),
        &layout.frame.title,
        &layout.frame.sentence,
        options,
    );
    ground(&mut w, &layout);
    ties(&mut w, view, &layout, options);
    nodes(&mut w, view, &layout, options);
    w.open("g", &[("class", "legend".to_owned())]);
    for entry in &layout.legend.entries {
        legend(&mut w, view, entry, options.lang);
    }
    w.close();
    if !layout.since.is_empty() {
        w.open("g", &[("class", "since".to_owned())]);
        layout.since.iter().for_each(|l| w.label(l));
        w.close();
    }
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

fn ground(w: &mut Writer, layout: &WheelLayout) {
    let Point { x, y } = layout.circles.center;
    w.open("g", &[("class", "ground-lines".to_owned()), ("aria-hidden", "true".to_owned())]);
    let mut radii: Vec<f64> = layout.rings.iter().map(|(radius, _)| *radius).collect();
    radii.sort_by(|a, b| b.total_cmp(a));
    radii.dedup();
    // Every other area has a tinted band, so that a mark far from the names of the areas still says which is its own.
    for radius in radii.iter().step_by(2) {
        let attributes = [
            ("class", "ring-band".to_owned()),
            ("cx", num(x)),
            ("cy", num(y)),
            ("r", num(*radius)),
            ("stroke-width", num(layout.band)),
        ];
        w.empty("circle", &attributes);
    }
    for (_, label) in &layout.rings {
        w.label(label);
    }
    for arc in &layout.arcs {
        w.path("rim", curve(&layout.circles, layout.circles.rim, arc.from, arc.to));
    }
    w.close();
}

/// An arc around the centre.
fn curve(circles: &Circles, radius: f64, from: f64, to: f64) -> String {
    let (a, b) = (circles.at(from, radius), circles.at(to, radius));
    let sweep = u8::from(to > from);
    let large = u8::from((to - from).abs() > std::f64::consts::PI);
    format!("M{} {}A{r} {r} 0 {large} {sweep} {} {}", num(a.x), num(a.y), num(b.x), num(b.y), r = num(radius))
}

/// A piece of a tie's drawing.
enum Piece {
    Line { state: &'static str, from: Point, to: Point },
    Mark { state: &'static str, at: Point },
    Chord { from: Point, to: Point, size: usize, beside: usize },
    Brace(String),
}

fn ties(w: &mut Writer, view: &NetworkView, layout: &WheelLayout, options: &Options) {
    let mut pieces: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    for chord in &layout.chords {
        let piece = Piece::Chord { from: chord.from, to: chord.to, size: chord.size, beside: chord.beside };
        pieces.entry(chord.tie).or_default().push(piece);
    }
    for l in &layout.lines {
        pieces.entry(l.tie).or_default().push(Piece::Line { state: l.state, from: l.from, to: l.to });
    }
    for mark in &layout.marks {
        pieces.entry(mark.tie).or_default().push(Piece::Mark { state: mark.state, at: mark.at });
    }
    for spot in layout.rim.iter().chain(&layout.tables) {
        if let (Some(tie), Some((from, to, radius))) = (spot.membership, spot.brace) {
            let stem = line(layout.circles.at(from, layout.circles.rim), layout.circles.at(from, radius));
            let arc = curve(&layout.circles, radius, from, to);
            pieces.entry(tie).or_default().push(Piece::Brace(stem + &arc));
        }
    }
    w.open("g", &[("class", "ties".to_owned())]);
    for (index, pieces) in pieces {
        let tie = &view.ties[index];
        w.open("g", &tie_attributes(tie));
        w.text("title", &[], &tie_title(tie, options.lang));
        for piece in pieces {
            paint_piece(w, (index, tie), piece, (layout.circles.center, layout.hub.is_some()));
        }
        w.close();
    }
    w.close();
}

/// A piece of a tie around a centre, with the EU there or without.
fn paint_piece(w: &mut Writer, (index, tie): (usize, &TieView), piece: Piece, (center, hub): (Point, bool)) {
    match piece {
        Piece::Line { state, from, to } => {
            w.path("hit", line(from, to));
            stroked(w, tie.kind, line(from, to));
            end(w, state, to, (to.y - from.y).atan2(to.x - from.x));
            if tie.rests_on_additional() {
                // Beside each other no two stand at one height.
                let way = 0.86 - 0.07 * (index % 3) as f64;
                let on = |a: f64, b: f64| a + (b - a) * way;
                star(w, Point { x: on(from.x, to.x), y: on(from.y, to.y) }, STAR);
            }
        }
        Piece::Mark { state, at } => {
            if tie.rests_on_additional() {
                star(w, at, BEHIND);
            }
            if tie.polarity == "concern" { cross(w, at) } else { mark(w, state, at) }
        }
        Piece::Chord { from, to, size, beside } => {
            // Drawn towards the centre first; one beside another bows out a little further.
            let pull = |p: Point, k: f64| {
                let aside = 7.0 * beside as f64;
                Point {
                    x: center.x + (p.x - center.x) * k + aside,
                    y: center.y + (p.y - center.y) * k + aside,
                }
            };
            let (a, b) = (pull(from, 0.62), pull(to, 1.0));
            let pair = |p: Point| format!("{} {}", num(p.x), num(p.y));
            let d = format!("M{}C{} {} {}", pair(from), pair(a), pair(b), pair(to));
            w.path("hit", d.clone());
            // Beside the lines of the EU it is told apart as they are, by its kind.
            if hub { stroked(w, tie.kind, d) } else { w.path(&format!("line {}", closeness(size)), d) }
        }
        Piece::Brace(d) => w.path("brace", d),
    }
}

fn nodes(w: &mut Writer, view: &NetworkView, layout: &WheelLayout, options: &Options) {
    let index = Index::new(view);
    w.open("g", &[("class", "nodes".to_owned())]);
    for arc in &layout.arcs {
        w.open("g", &[("class", "region".to_owned()), ("data-stratum", arc.stratum.to_owned())]);
        w.label(&arc.heading);
        w.close();
    }
    if let Some((id, name)) = &layout.hub {
        hub(w, &index, layout, options, (id, name));
    }
    for spot in layout.rim.iter().chain(&layout.tables) {
        let Some(node) = index.node(&spot.id) else { continue };
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(&index, node, options.lang));
        let Point { x, y } = spot.point;
        match node.kind {
            "grouping" => w.circle("ring", x, y, 2.0),
            "forum" if layout.hub.is_none() && !spot.label.lines.is_empty() => plate(w, spot),
            "forum" => square(w, spot.point),
            _ if spot.alone => w.circle("hollow", x, y, 1.5),
            "member-state" => square(w, spot.point),
            _ => w.circle("dot", x, y, 1.8),
        }
        if !spot.label.lines.is_empty() {
            counted(w, view, &spot.label, spot.membership.filter(|_| spot.brace.is_none()), options.lang);
        }
        w.close();
    }
    w.close();
}

/// The plate of a table.
fn plate(w: &mut Writer, spot: &Spot) {
    let bounds = spot.label.bounds();
    let (edge, above) = (EDGE, EDGE - 1.0);
    let attributes = [
        ("class", "plate".to_owned()),
        ("x", num(bounds.x - edge)),
        ("y", num(bounds.y - above)),
        ("width", num(bounds.width + 2.0 * edge)),
        ("height", num(bounds.height + 2.0 * above)),
        ("rx", num(2.5)),
    ];
    w.empty("rect", &attributes);
}

/// A name; the number of members after it belongs to the tie that lists them, given by its index.
pub(super) fn counted(w: &mut Writer, view: &NetworkView, label: &Label, tie: Option<usize>, lang: Lang) {
    let Some(tie) = tie.map(|t| &view.ties[t]) else { return w.label(label) };
    let mut label = label.clone();
    let mut number = String::new();
    if let Some(last) = label.lines.last_mut()
        && let Some(at) = last.rfind("· ")
    {
        number = last.split_off(at);
    }
    w.label_with(&label, |w| {
        let mut attributes = tie_attributes(tie);
        attributes[0].1.push_str(" muted");
        w.open("tspan", &attributes);
        w.text("title", &[], &tie_title(tie, lang));
        w.words(&number);
        w.close();
    });
}

fn hub(w: &mut Writer, index: &Index, layout: &WheelLayout, options: &Options, (id, name): (&str, &Label)) {
    let Some(node) = index.node(id) else { return };
    let Circles { center: Point { x, y }, outer, inner, .. } = layout.circles;
    w.open("g", &node_attributes(node));
    w.text("title", &[], &node_title(index, node, options.lang));
    if inner == 0.0 {
        w.circle("hub", x, y, outer);
        w.label(name);
        return w.close();
    }
    let ring = |r: f64, sweep: u8| {
        format!(
            "M{} {y}A{r} {r} 0 1 {sweep} {} {y}A{r} {r} 0 1 {sweep} {} {y}Z",
            num(x - r),
            num(x + r),
            num(x - r),
            y = num(y),
            r = num(r)
        )
    };
    w.empty(
        "path",
        &[
            ("class", "hub".to_owned()),
            ("fill-rule", "evenodd".to_owned()),
            ("d", ring(outer, 1) + &ring(inner, 0)),
        ],
    );
    let path = format!("{}ring", options.prefix);
    let radius = num((outer + inner) / 2.0 - 2.9);
    let d = format!(
        "M{} {}A{radius} {radius} 0 1 1 {} {}",
        num(x),
        num(y + (outer + inner) / 2.0 - 2.9),
        num(x + 0.01),
        num(y + (outer + inner) / 2.0 - 2.9)
    );
    w.open("defs", &[]);
    w.empty("path", &[("id", path.clone()), ("d", d)]);
    w.close();
    w.open(
        "text",
        &[("class", "on-hub b m".to_owned()), ("font-size", num(8.2)), ("letter-spacing", num(1.0))],
    );
    w.text(
        "textPath",
        &[("href", format!("#{path}")), ("startOffset", "50%".to_owned())],
        &name.lines.join(" "),
    );
    w.close();
    w.close();
}
