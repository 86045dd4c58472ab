//! From layout to SVG: classes for the theme, data attributes for the page, titles for those who listen.

use std::collections::BTreeMap;

use super::legend::{Entry, PER_ROW, Sample};
use super::options::Options;
use super::svg::{Svg, Writer, num};
use super::text::Label;
use super::theme::{family, rules};
use super::wheel::{Circles, MARK, Point, Spot, WheelLayout};
use super::words::{class, counted, date, pick, state};
use crate::view::{Lang, NetworkView, NodeView, TieView};

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
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

/// Opens a picture: its size, its words, its rules.
pub(super) fn open(
    w: &mut Writer,
    picture: &str,
    (width, height): (f64, f64),
    title: &str,
    sentence: &str,
    options: &Options,
) {
    let id = |name: &str| format!("{}{name}", options.prefix);
    let lang = pick(options.lang, "fr", "en").to_owned();
    w.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("class", "relier".to_owned()),
            ("viewBox", format!("-8 -8 {} {}", num(width + 16.0), num(height + 16.0))),
            ("width", num(options.width)),
            ("height", num(options.width * (height + 16.0) / (width + 16.0))),
            ("role", "graphics-document document".to_owned()),
            ("aria-labelledby", format!("{} {}", id("title"), id("desc"))),
            ("lang", lang.clone()),
            ("xml:lang", lang),
            ("data-picture", picture.to_owned()),
        ],
    );
    w.text("title", &[("id", id("title"))], title);
    w.text("desc", &[("id", id("desc"))], sentence);
    if options.standalone {
        w.text("style", &[], &rules(options.theme));
    }
    let size = [("width", num(width + 16.0)), ("height", num(height + 16.0))];
    let [wide, high] = size;
    w.empty("rect", &[("class", "ground".to_owned()), ("x", num(-8.0)), ("y", num(-8.0)), wide, high]);
}

/// The texts around a picture.
pub(super) fn frame<'a>(w: &mut Writer, labels: impl Iterator<Item = &'a Label>) {
    w.open("g", &[("class", "frame".to_owned())]);
    labels.for_each(|label| w.label(label));
    w.close();
}

fn ground(w: &mut Writer, layout: &WheelLayout) {
    let Point { x, y } = layout.circles.center;
    w.open("g", &[("class", "ground-lines".to_owned()), ("aria-hidden", "true".to_owned())]);
    for (radius, _) in &layout.rings {
        w.circle("hair", x, y, *radius);
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

fn line(from: Point, to: Point) -> String {
    format!("M{} {}L{} {}", num(from.x), num(from.y), num(to.x), num(to.y))
}

/// A tie in words: name, state, dates, class.
pub(super) fn tie_title(tie: &TieView, lang: Lang) -> String {
    let mut words = format!("{} – {}", tie.names.get(lang), state(lang, tie.state));
    if let Some(from) = &tie.valid.from {
        words.push_str(&format!(", {} {}", pick(lang, "depuis le", "from"), date(lang, from)));
    }
    if let Some(expected) = &tie.valid.expected {
        words.push_str(&format!(", {} {}", pick(lang, "attendu:", "expected:"), date(lang, expected)));
    }
    if tie.class != "stated" {
        words.push_str(&format!(" ({})", class(lang, tie.class)));
    }
    words
}

/// The attributes of a tie's element.
pub(super) fn tie_attributes(tie: &TieView) -> Vec<(&'static str, String)> {
    let name = family(tie.kind).name();
    let mut out = vec![
        ("class", format!("tie f-{name} k-{} c-{} s-{}", tie.kind, tie.class, tie.state)),
        ("data-tie", tie.id.clone()),
        ("data-kind", tie.kind.to_owned()),
        ("data-family", name.to_owned()),
        ("data-state", tie.state.to_owned()),
        ("data-class", tie.class.to_owned()),
        ("data-participants", tie.participants.join(" ")),
    ];
    if tie.polarity == "concern" {
        out.push(("data-polarity", tie.polarity.to_owned()));
    }
    if !tie.areas.is_empty() {
        out.push(("data-areas", tie.areas.join(" ")));
    }
    out
}

/// A piece of a tie's drawing.
enum Piece {
    Line { state: &'static str, from: Point, to: Point },
    Mark { state: &'static str, at: Point },
    Chord { from: Point, to: Point, size: usize },
    Brace(String),
}

fn ties(w: &mut Writer, view: &NetworkView, layout: &WheelLayout, options: &Options) {
    let mut pieces: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    for chord in &layout.chords {
        let piece = Piece::Chord { from: chord.from, to: chord.to, size: chord.size };
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
            pieces.entry(tie).or_default().push(Piece::Brace(curve(&layout.circles, radius, from, to)));
        }
    }
    w.open("g", &[("class", "ties".to_owned())]);
    for (index, pieces) in pieces {
        let tie = &view.ties[index];
        w.open("g", &tie_attributes(tie));
        w.text("title", &[], &tie_title(tie, options.lang));
        for piece in pieces {
            paint_piece(w, tie, piece, layout.circles.center);
        }
        w.close();
    }
    w.close();
}

fn paint_piece(w: &mut Writer, tie: &TieView, piece: Piece, center: Point) {
    match piece {
        Piece::Line { state, from, to } => {
            w.path("hit", line(from, to));
            w.path("line", line(from, to));
            end(w, state, to, (to.y - from.y).atan2(to.x - from.x));
        }
        Piece::Mark { state, at } if tie.polarity == "concern" => cross(w, at, state),
        Piece::Mark { state, at } => mark(w, state, at),
        Piece::Chord { from, to, size } => {
            let pull = |p: Point, k: f64| Point {
                x: center.x + (p.x - center.x) * k,
                y: center.y + (p.y - center.y) * k,
            };
            let (a, b) = (pull(from, 0.62), pull(to, 1.0));
            let d = format!(
                "M{} {}C{} {} {} {} {} {}",
                num(from.x),
                num(from.y),
                num(a.x),
                num(a.y),
                num(b.x),
                num(b.y),
                num(to.x),
                num(to.y)
            );
            // The pair in a small format meets more closely: 1/(n−1), Newman 2001.
            let width = 0.5 + 2.0 / size.max(2) as f64;
            w.empty("path", &[("class", "line".to_owned()), ("stroke-width", num(width)), ("d", d)]);
        }
        Piece::Brace(d) => w.path("brace", d),
    }
}

/// The mark of an action.
fn mark(w: &mut Writer, state: &str, at: Point) {
    if state == "active" { w.circle("full", at.x, at.y, 1.05) } else { w.circle("open", at.x, at.y, 1.05) }
}

fn cross(w: &mut Writer, at: Point, _state: &str) {
    let Point { x, y } = at;
    let d = format!("M{} {}l2.6 2.6m0 -2.6l-2.6 2.6", num(x - 1.3), num(y - 1.3));
    w.path("bare", d);
}

/// The end of a line, in a state's shape.
fn end(w: &mut Writer, state: &str, at: Point, angle: f64) {
    let Point { x, y } = at;
    let turned = |along: f64, across: f64| {
        let (sin, cos) = angle.sin_cos();
        format!("{} {}", num(x + along * cos - across * sin), num(y + along * sin + across * cos))
    };
    match state {
        "active" => w.circle("full", x, y, 1.1),
        "negotiating" => w.circle("open", x, y, 1.35),
        "agreed" => {
            let d = format!(
                "M{}L{}L{}L{}Z",
                turned(1.9, 0.0),
                turned(0.0, 1.4),
                turned(-1.9, 0.0),
                turned(0.0, -1.4)
            );
            w.path("open", d);
        }
        "proposed" => {
            w.path("open", format!("M{}L{}L{}Z", turned(2.4, 0.0), turned(-0.4, 1.4), turned(-0.4, -1.4)));
        }
        "unknown" | "unconfirmed" => {
            let d = format!(
                "M{}L{}L{}L{}Z",
                turned(1.2, 1.2),
                turned(-1.2, 1.2),
                turned(-1.2, -1.2),
                turned(1.2, -1.2)
            );
            w.path(if state == "unknown" { "open" } else { "full" }, d);
        }
        _ => w.path("bare", format!("M{}L{}", turned(0.0, 1.7), turned(0.0, -1.7))),
    }
}

fn nodes(w: &mut Writer, view: &NetworkView, layout: &WheelLayout, options: &Options) {
    w.open("g", &[("class", "nodes".to_owned())]);
    for arc in &layout.arcs {
        w.open("g", &[("class", "region".to_owned()), ("data-stratum", arc.stratum.to_owned())]);
        w.label(&arc.heading);
        w.close();
    }
    if let Some((id, name)) = &layout.hub {
        hub(w, view, layout, options, (id, name));
    }
    for spot in layout.rim.iter().chain(&layout.tables) {
        let Some(node) = view.nodes.iter().find(|n| n.id == spot.id) else { continue };
        w.open("g", &node_attributes(node));
        w.text("title", &[], &node_title(view, node, options.lang));
        let Point { x, y } = spot.point;
        match node.kind {
            "grouping" => w.circle("ring", x, y, 2.0),
            "forum" => w.circle("dot", x, y, 1.5),
            "member-state" => {
                let at =
                    [("x", num(x - 1.6)), ("y", num(y - 1.6)), ("width", num(3.2)), ("height", num(3.2))];
                let [a, b, c, d] = at;
                w.empty("rect", &[("class", "dot".to_owned()), a, b, c, d]);
            }
            _ => w.circle("dot", x, y, 1.8),
        }
        named(w, view, spot, options.lang);
        w.close();
    }
    w.close();
}

/// A name; the number of members after it belongs to the tie that lists them.
fn named(w: &mut Writer, view: &NetworkView, spot: &Spot, lang: Lang) {
    let tie = spot.membership.filter(|_| spot.brace.is_none()).map(|t| &view.ties[t]);
    let Some(tie) = tie else { return w.label(&spot.label) };
    let mut label = spot.label.clone();
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

pub(super) fn node_attributes(node: &NodeView) -> Vec<(&'static str, String)> {
    let mut out = vec![
        ("class", format!("node n-{}", node.kind)),
        ("data-node", node.id.clone()),
        ("data-kind", node.kind.to_owned()),
    ];
    if let Some(stratum) = node.stratum {
        out.push(("data-stratum", stratum.to_owned()));
    }
    if let Some(level) = node.level {
        out.push(("data-level", level.to_owned()));
    }
    out
}

fn node_title(view: &NetworkView, node: &NodeView, lang: Lang) -> String {
    let mine = |t: &&TieView| t.class != "structural" && t.participants.contains(&node.id);
    let count = |f: &dyn Fn(&TieView) -> bool| view.ties.iter().filter(mine).filter(|t| f(t)).count();
    let instruments = counted(
        lang,
        count(&|t| t.kind != "ACTION"),
        ("instrument", "instrument"),
        ("instruments", "instruments"),
    );
    let actions = counted(lang, count(&|t| t.kind == "ACTION"), ("action", "action"), ("actions", "actions"));
    format!("{}: {instruments}, {actions}", node.names.get(lang))
}

fn hub(
    w: &mut Writer,
    view: &NetworkView,
    layout: &WheelLayout,
    options: &Options,
    (id, name): (&str, &str),
) {
    let Some(node) = view.nodes.iter().find(|n| n.id == id) else { return };
    let Circles { center: Point { x, y }, outer, inner, .. } = layout.circles;
    w.open("g", &node_attributes(node));
    w.text("title", &[], &node_title(view, node, options.lang));
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
        &name.to_uppercase(),
    );
    w.close();
    w.close();
}

fn legend(w: &mut Writer, view: &NetworkView, entry: &Entry, lang: Lang) {
    let Point { x, y } = entry.at;
    let (from, to) = (Point { x, y }, Point { x: x + 17.0, y });
    match &entry.sample {
        Sample::Kind(kind) => {
            w.open(
                "g",
                &[
                    ("class", format!("entry f-{} k-{kind}", family(kind).name())),
                    ("data-kind", (*kind).to_owned()),
                ],
            );
            w.path("line", line(from, to));
            w.label(&entry.label);
            w.close();
        }
        Sample::State(word) => {
            w.open(
                "g",
                &[("class", "entry f-action k-FORUM".to_owned()), ("data-state", (*word).to_owned())],
            );
            let short = match *word {
                "proposed" => 0.6,
                "negotiating" => 0.8,
                _ => 1.0,
            };
            let to = Point { x: x + 14.0 * short, y };
            w.path("line", line(from, to));
            end(w, word, to, 0.0);
            w.label(&entry.label);
            w.close();
        }
        Sample::Mark(word) => {
            w.open("g", &[("class", "entry f-action".to_owned())]);
            let at = Point { x: x + 12.0, y };
            if *word == "concern" {
                cross(w, at, word)
            } else {
                mark(w, word, at)
            }
            w.label(&entry.label);
            w.close();
        }
        Sample::Unnamed(parts) => {
            w.label(&entry.label);
            for (n, (tie, state)) in parts.iter().enumerate() {
                let tie = &view.ties[*tie];
                let at = Point {
                    x: x + 1.5 + (n as f64 % PER_ROW) * MARK,
                    y: y + 7.0 + (n as f64 / PER_ROW).floor() * MARK,
                };
                w.open("g", &tie_attributes(tie));
                w.text("title", &[], &tie_title(tie, lang));
                mark(w, state, at);
                w.close();
            }
        }
        Sample::Country | Sample::Grouping | Sample::Heading => w.label(&entry.label),
    }
}
