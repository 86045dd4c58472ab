//! The lattice as geometry: a Hasse diagram of the implications, read from below upwards, and each in a sentence.
//!
//! What more partners have stands higher. A line that passes a layer has a slot of its own in it, so that none runs
//! behind a box.

use super::frame::Frame;
use super::lattice_words as say;
use super::options::Options;
use super::sheet::{Around, LANDSCAPE, SIZE};
use super::text::{Anchor, Label, LabelBox, Weight, wrap};
use super::wheel::Point;
use crate::view::{Lang, LatticeView};

/// Widest box.
const BOX: f64 = 150.0;
/// Room of a line that passes a layer.
const PASS: f64 = 16.0;
/// From layer to layer.
const GAP: f64 = 46.0;
/// Size of the units' names.
const SMALL: f64 = 7.2;
/// Width of a column of sentences.
const HALF: f64 = LANDSCAPE / 2.0 - 10.0;

/// A group of columns in its box.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Index of the group.
    pub group: usize,
    /// What it covers.
    pub area: LabelBox,
    /// Names and units.
    pub labels: Vec<Label>,
}

/// An implication, from the lower box to the higher.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Index of the group that implies.
    pub from: usize,
    /// Index of the group that is implied.
    pub to: usize,
    /// Its corners.
    pub path: Vec<Point>,
    /// Whether one or two partners alone bear it out.
    pub weak: bool,
}

/// The lattice, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct LatticeLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Boxes.
    pub nodes: Vec<Node>,
    /// Lines.
    pub links: Vec<Link>,
    /// How to read it: a sample of each line with its words.
    pub legend: Vec<(&'static str, Point, Label)>,
    /// The sentences.
    pub sentences: Vec<Label>,
    /// Title, notes, sources.
    pub frame: Frame,
}

/// What stands in a layer: a group, or a link on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Group(usize),
    Pass(usize),
}

impl LatticeLayout {
    /// Lays out the implications.
    pub fn new(view: &LatticeView, options: &Options) -> LatticeLayout {
        let lang = options.lang;
        let mut out = LatticeLayout {
            width: LANDSCAPE,
            height: 0.0,
            nodes: Vec::new(),
            links: Vec::new(),
            legend: Vec::new(),
            sentences: Vec::new(),
            frame: Frame::default(),
        };
        let around = Around {
            title: say::title(view, lang),
            sentence: say::sentence(view, lang),
            notes: say::notes(view, lang),
            dataset: &view.dataset,
            dates: &view.dates,
        };
        let top = around.below(LANDSCAPE, options) + 10.0;
        let top = out.legend(view, top, lang);
        let top = out.diagram(view, top, lang);
        let bottom = out.sentences(view, top + 14.0, lang);
        (out.frame, out.height) = around.frame(LANDSCAPE, bottom, options);
        out
    }

    /// Every label's box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        self.nodes
            .iter()
            .flat_map(|n| &n.labels)
            .chain(self.legend.iter().map(|(_, _, l)| l))
            .chain(&self.sentences)
            .chain(self.frame.labels())
            .map(|l| (l, l.bounds()))
            .collect()
    }

    fn legend(&mut self, view: &LatticeView, top: f64, lang: Lang) -> f64 {
        if view.covers.is_empty() {
            let label = Label::line(say::nothing(view, lang), 0.0, top + 4.0, SIZE + 1.0, "name").bold();
            self.sentences.push(label);
            return top + 8.0;
        }
        let mut y = top;
        let weak = |&(a, _): &(usize, usize)| is_weak(view, a);
        let strong = view.covers.iter().any(|c| !weak(c));
        let kinds = [("strong", strong), ("weak", view.covers.iter().any(weak))];
        for (kind, _) in kinds.into_iter().filter(|(_, there)| *there) {
            let text = say::legend(view, kind, lang);
            let lines = wrap(&text, SIZE, Weight::Regular, LANDSCAPE - 34.0, 2);
            let label = Label::line("", 34.0, y, SIZE, "name").with_lines(lines);
            let next = label.next();
            self.legend.push((kind, Point { x: 4.0, y: y - 2.7 }, label));
            y = next + 6.0;
        }
        y
    }

    fn diagram(&mut self, view: &LatticeView, top: f64, lang: Lang) -> f64 {
        let layers = layers(view);
        let widest = |layer: &Vec<Slot>| {
            let boxes = layer.iter().filter(|s| matches!(s, Slot::Group(_))).count();
            let rest = (layer.len() - boxes) as f64 * PASS + (layer.len() + 1) as f64 * 10.0;
            (LANDSCAPE - rest) / boxes.max(1) as f64
        };
        let wide = layers.iter().map(widest).fold(BOX, f64::min);
        let mut paths: Vec<Vec<Point>> = vec![Vec::new(); view.covers.len()];
        let mut y = top;
        // The highest layer is drawn first.
        for layer in layers.iter().rev() {
            let content: Vec<Vec<Label>> = layer
                .iter()
                .map(|slot| match slot {
                    Slot::Group(g) => contents(view, *g, wide, lang),
                    Slot::Pass(_) => Vec::new(),
                })
                .collect();
            let tall = content.iter().flatten().map(|l| l.bounds()).map(|b| b.y + b.height);
            let tall = tall.fold(0.0, f64::max) + 5.0;
            let size = |s: &Slot| if matches!(s, Slot::Group(_)) { wide } else { PASS };
            let used: f64 = layer.iter().map(size).sum();
            let space = (LANDSCAPE - used) / (layer.len() + 1) as f64;
            let mut x = space;
            for (slot, labels) in layer.iter().zip(content) {
                let middle = x + size(slot) / 2.0;
                match *slot {
                    Slot::Pass(link) => {
                        paths[link].extend([Point { x: middle, y }, Point { x: middle, y: y + tall }]);
                    }
                    Slot::Group(group) => {
                        let area = LabelBox { x, y, width: wide, height: tall };
                        let labels =
                            labels.into_iter().map(|l| Label { x: middle, y: y + l.y, ..l }).collect();
                        self.nodes.push(Node { group, area, labels });
                    }
                }
                x += size(slot) + space;
            }
            y += tall + GAP;
        }
        for (&(from, to), mut path) in view.covers.iter().zip(paths) {
            let area = |g: usize| self.nodes.iter().find(|n| n.group == g).map(|n| n.area);
            let (Some(low), Some(high)) = (area(from), area(to)) else { continue };
            // Each line has its own place on the edge of a box.
            let on = |edge: &LabelBox, among: Vec<usize>, own: usize| {
                let i = among.iter().position(|g| *g == own).unwrap_or(0);
                edge.x + edge.width * (i + 1) as f64 / (among.len() + 1) as f64
            };
            let sorted = |mut groups: Vec<usize>| {
                groups.sort_by(|a, b| {
                    let x = |g: usize| area(g).map_or(0.0, |a| a.x);
                    x(*a).total_cmp(&x(*b))
                });
                groups
            };
            let below = sorted(view.covers.iter().filter(|c| c.1 == to).map(|c| c.0).collect());
            let above = sorted(view.covers.iter().filter(|c| c.0 == from).map(|c| c.1).collect());
            let head = Point { x: on(&high, below, from), y: high.y + high.height };
            let foot = Point { x: on(&low, above, to), y: low.y };
            path.insert(0, head);
            path.push(foot);
            path.reverse();
            self.links.push(Link { from, to, path, weak: is_weak(view, from) });
        }
        if layers.is_empty() { y } else { y - GAP }
    }

    /// The sentences in two columns: those without exception, then the others.
    fn sentences(&mut self, view: &LatticeView, top: f64, lang: Lang) -> f64 {
        let mut lowest = top;
        for (column, parts) in
            [say::without_exception(view, lang), say::others(view, lang)].into_iter().enumerate()
        {
            let x = column as f64 * (HALF + 20.0);
            let mut y = top;
            for (heading, lines) in parts {
                self.sentences.push(Label::line(heading, x, y, SIZE, "muted").bold());
                y += 10.5;
                for text in lines {
                    let label = Label::line("", x, y, SIZE, "name");
                    let label = label.with_lines(wrap(&text, SIZE, Weight::Regular, HALF, 4));
                    y = label.next() + 1.6;
                    self.sentences.push(label);
                }
                y += 5.0;
            }
            lowest = f64::max(lowest, y);
        }
        lowest
    }
}

/// One or two partners alone bear out what the group implies.
fn is_weak(view: &LatticeView, from: usize) -> bool {
    view.groups[from].units.len() <= 2
}

/// The words in a box, placed from its upper edge.
fn contents(view: &LatticeView, group: usize, wide: f64, lang: Lang) -> Vec<Label> {
    let room = wide - 8.0;
    let names = wrap(&say::names(view, group, lang), SIZE, Weight::Bold, room, 4);
    let label = Label::line("", 0.0, 10.0, SIZE, "name").bold().anchored(Anchor::Middle).with_lines(names);
    let y = label.next() + 0.6;
    let units = wrap(&say::units(view, group, lang), SMALL, Weight::Regular, room, 8);
    vec![label, Label::line("", 0.0, y, SMALL, "muted").anchored(Anchor::Middle).with_lines(units)]
}

/// The layers from the lowest: a group stands above all that implies it.
fn layers(view: &LatticeView) -> Vec<Vec<Slot>> {
    let n = view.groups.len();
    let linked: Vec<usize> = (0..n).filter(|g| view.covers.iter().any(|(a, b)| a == g || b == g)).collect();
    let mut level = vec![0usize; n];
    for _ in 0..n {
        for &(a, b) in &view.covers {
            level[b] = level[b].max(level[a] + 1);
        }
    }
    let top = linked.iter().map(|&g| level[g] + 1).max().unwrap_or(0);
    let mut layers: Vec<Vec<Slot>> = vec![Vec::new(); top];
    for &g in &linked {
        layers[level[g]].push(Slot::Group(g));
    }
    for (link, &(a, b)) in view.covers.iter().enumerate() {
        for layer in &mut layers[level[a] + 1..level[b]] {
            layer.push(Slot::Pass(link));
        }
    }
    // Each layer in the order of what lies above it, then of what lies below: fewer lines cross.
    for at in (0..layers.len().saturating_sub(1)).rev() {
        let other = layers[at + 1].clone();
        layers[at].sort_by_cached_key(|slot| center(view, *slot, &other));
    }
    for at in 1..layers.len() {
        let other = layers[at - 1].clone();
        layers[at].sort_by_cached_key(|slot| center(view, *slot, &other));
    }
    layers
}

/// The mean place of what a slot is joined to in a layer next to it, in thousandths: an order without fractions.
fn center(view: &LatticeView, slot: Slot, layer: &[Slot]) -> usize {
    let place = |wanted: Slot| layer.iter().position(|s| *s == wanted);
    let ends = |(i, &(a, b)): (usize, &(usize, usize))| {
        let joined = match slot {
            Slot::Group(g) => a == g || b == g,
            Slot::Pass(own) => own == i,
        };
        let there = || [Slot::Pass(i), Slot::Group(a), Slot::Group(b)].into_iter().find_map(place);
        joined.then(there).flatten()
    };
    let places: Vec<usize> = view.covers.iter().enumerate().filter_map(ends).collect();
    places.iter().sum::<usize>() * 1000 / places.len().max(1)
}
