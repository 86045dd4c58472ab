//! Any selection as a network on paper: who shares much stands near. Places follow from the ties alone (stress
//! majorization from a fixed start) and from the room that names need; nothing is left to chance.
//!
//! One unit is one point when the picture is printed 277 mm wide, on a landscape A4 page.

mod across;
mod apart;
mod around;
mod beneath;
mod crowd;
mod draft;
mod legend;
mod paint;
mod place;
mod shapes;
mod stress;

use std::collections::BTreeSet;

pub use paint::force;
use rayon::prelude::*;

use super::frame::{Frame, left_out};
use super::legend::Legend;
use super::nouns::{Noun, listed};
use super::options::Options;
use super::paint::lying;
use super::phrases::Phrase;
use super::plan::{LeftOut, Plan, plan};
use super::text::{Label, LabelBox, Weight, width};
use super::wheel::{Mark, Point, SIDE, WIDTH};
use crate::view::{Lang, NetworkView};
use apart::Scene;
use draft::{Draft, Knot};
use place::{Loose, Piece};

/// Size of a name.
const SIZE: f64 = 7.2;
/// From line to line.
const LEADING: f64 = 8.43;
/// From row to row of those that nothing joins.
const ROW: f64 = 9.2;
/// From the middle of a mark to the first letter.
const LEAD: f64 = 5.0;
/// Between the legend and the network, and below title and sentence.
const GAP: f64 = 10.0;
const TOP: f64 = 42.0;

/// At most so many canvases are tried at once when the usual one is too small.
const TRIED_AT_ONCE: usize = 4;

/// A canvas that is tried.
struct Canvas {
    width: f64,
    /// The part of the sheet that names may cover: lines need the rest.
    covered: f64,
}

/// The usual canvas, and larger ones as far as letters stay large enough on paper; there names may stand closer before
/// the canvas grows beyond that.
fn canvases() -> impl Iterator<Item = Canvas> {
    const AIRY: f64 = 0.33;
    const CLOSE: f64 = 0.5;
    const STEPS: u32 = 5;
    let larger = |n: u32| WIDTH + f64::from(n) * 12.0;
    let airy = move |n| Canvas { width: larger(n), covered: AIRY };
    let close = Canvas { width: larger(STEPS), covered: CLOSE };
    (0..=STEPS).map(airy).chain([close]).chain((1..).map(move |n| airy(STEPS + 3 * n)))
}

/// What a node is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The EU: a disc around its name.
    Hub,
    /// A country: a dot before its name.
    Country,
    /// A Member State: a square before its name.
    MemberState,
    /// A grouping: a ring before its name.
    Grouping,
    /// A forum or organisation: a plate around its name.
    Table,
    /// A tie of several: a small plate around its sign.
    Shared,
}

/// A node with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceNode {
    /// Node id; of a tie of several, the tie's.
    pub id: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Index of the tie, where it stands for one.
    pub tie: Option<usize>,
    /// Index of the structural tie whose members a number counts.
    pub membership: Option<usize>,
    /// Its middle.
    pub point: Point,
    /// What it covers, its name and its marks included.
    pub area: LabelBox,
    /// Its name or sign.
    pub label: Label,
    /// The actions that it alone shares with the EU.
    pub marks: Vec<Mark>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceLine {
    /// Index of the tie.
    pub tie: usize,
    /// The state that its end shows, if it shows one.
    pub state: Option<&'static str>,
    /// How many sit at the table, for a seat at one.
    pub size: Option<usize>,
    /// Where it begins.
    pub from: Point,
    /// Where it ends: at the actor whose part it is.
    pub to: Point,
}

/// The network, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Nodes.
    pub nodes: Vec<ForceNode>,
    /// Lines.
    pub lines: Vec<ForceLine>,
    /// Actors that nothing joins to another here: a heading, and each with its node id.
    pub alone: Vec<(Option<String>, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
    /// The legend.
    pub legend: Legend,
    /// What is not drawn.
    pub left_out: LeftOut,
}

impl ForceLayout {
    /// Lays out a view.
    pub fn new(view: &NetworkView, options: &Options) -> ForceLayout {
        // On a thread of the pool, where parting work is cheap: from outside, each part would wake another thread and wait for it.
        rayon::scope(|_| ForceLayout::here(view, options))
    }

    fn here(view: &NetworkView, options: &Options) -> ForceLayout {
        let mut plan = plan(view, options);
        let drawn = drawn(&plan);
        let left = view.ties.iter().enumerate().filter(|(i, _)| !drawn.contains(i));
        plan.left_out.ties = left.map(|(_, t)| t.id.clone()).collect();
        plan.drawn = drawn;
        let draft = Draft::new(&plan);
        let (pieces, loose): (Vec<Piece>, Loose) = rayon::join(
            || draft.knots.iter().map(|k| Piece::new(k, &plan, options.lang)).collect(),
            || Loose::new(&draft),
        );
        let fit = |canvas: &Canvas| laid_out(&plan, &draft, (&pieces, &loose), options, canvas);
        // The first alone, which is nearly always large enough; then as many at once as there are threads, of which the first that fits
        // is taken: the same on any number of them.
        let at_once = rayon::current_num_threads().clamp(1, TRIED_AT_ONCE);
        let mut canvases = canvases();
        let found = canvases.next().as_ref().and_then(fit).or_else(|| {
            loop {
                let some: Vec<Canvas> = canvases.by_ref().take(at_once).collect();
                let fits = some.par_iter().map(fit).find_first(Option::is_some).flatten();
                if fits.is_some() {
                    break fits;
                }
            }
        });
        let Some(Fitted { width, height, scene, alone, frame, legend }) = found else {
            unreachable!("some canvas is large enough")
        };
        let at = place::settled(&draft, scene, &loose);
        let lines = place::lines(&draft, &pieces, &at);
        let nodes = pieces.into_iter().zip(at).map(|(p, at)| p.at(at)).collect();
        ForceLayout { width, height, nodes, lines, alone, frame, legend, left_out: plan.left_out }
    }

    /// Every label with its box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let names = self.nodes.iter().map(|n| &n.label);
        let all = names.chain(self.alone.iter().map(|(_, l)| l));
        all.chain(self.frame.labels()).chain(self.legend.labels()).map(|l| (l, l.bounds())).collect()
    }
}

/// What stands where on a canvas.
struct Fitted {
    width: f64,
    height: f64,
    scene: Scene,
    alone: Vec<(Option<String>, Label)>,
    frame: Frame,
    legend: Legend,
}

/// Lays everything out on a canvas, if there is room for it.
fn laid_out(
    plan: &Plan,
    draft: &Draft,
    (pieces, loose): (&[Piece], &Loose),
    options: &Options,
    canvas: &Canvas,
) -> Option<Fitted> {
    let (width, height) = (canvas.width, lying(canvas.width));
    // Where the names would be too close even on all of it, nothing needs to be laid out.
    let x = SIDE + GAP;
    if !place::has_room(pieces, (width - x) * (height - TOP), canvas.covered) {
        return None;
    }
    let frame = |height| framed(plan, draft, options, (width, height));
    // A sentence of several lines moves everything down.
    let down = frame(height).more(width);
    let legend = legend::legend(plan, draft, options, down);
    let words = frame(height);
    // A legend longer than the canvas lengthens it.
    let height = height + (legend.bottom() + 5.0 - words.foot()).max(0.0);
    let words = frame(height);
    let (alone, top) = alone(draft, (width, words.foot() - 4.0), options.lang);
    // A hair less than there is, so that rounding leaves nobody over the edge.
    let sheet = LabelBox { x, y: TOP + down, width: width - x - 0.2, height: top - TOP - down };
    if !place::has_room(pieces, sheet.width * sheet.height, canvas.covered) {
        return None;
    }
    let scene = place::apart(draft, pieces, loose, sheet)?;
    Some(Fitted { width, height, scene, alone, frame: words, legend })
}

/// The ties that have a place: parts with the EU, meetings, actions without a partner, lists that a number counts.
fn drawn(plan: &Plan) -> BTreeSet<usize> {
    let seats = plan.seats().chain(&plan.forums);
    let parts = seats.flat_map(|s| s.lanes.iter().chain(&s.actions)).map(|p| p.tie);
    let met = plan.meetings.iter().map(|m| m.tie).chain(plan.unnamed.iter().copied());
    let seats = plan.seats().chain(&plan.forums);
    let listed = seats.filter(|s| plan.hub.is_some() && s.members > 0).filter_map(|s| s.membership);
    parts.chain(met).chain(listed).collect()
}

/// Those that nothing joins to another, in lines that end at a height: their labels, and where the first of them begins.
fn alone(draft: &Draft, (wide, bottom): (f64, f64), lang: Lang) -> (Vec<(Option<String>, Label)>, f64) {
    if draft.alone.is_empty() {
        return (Vec::new(), bottom);
    }
    let left = SIDE + GAP;
    let heading = Label::line(Phrase::AloneHere.get(lang), left, 0.0, SIZE, "muted").bold();
    let mut x = left + heading.width() + 8.0;
    let mut y = 0.0;
    let mut out = vec![(None, heading)];
    for seat in &draft.alone {
        let lines = super::text::wrap(seat.node.names.get(lang), SIZE, Weight::Regular, 150.0, 1);
        let room = LEAD + lines.iter().map(|l| width(l, SIZE, Weight::Regular)).fold(0.0, f64::max);
        if x + room > wide && x > left {
            (x, y) = (left, y + ROW);
        }
        let label = Label::line("", x + LEAD, y, SIZE, "muted").with_lines(lines);
        out.push((Some(seat.node.id.clone()), label));
        x += room + 8.0;
    }
    let top = bottom - y - 2.0;
    out.iter_mut().for_each(|(_, label)| label.y += top);
    (out, top - SIZE - 6.0)
}

fn framed(plan: &Plan, draft: &Draft, options: &Options, size: (f64, f64)) -> Frame {
    let lang = options.lang;
    let own = match plan.hub {
        Some(_) => Phrase::TitleForce,
        None => Phrase::TitleForceWithout,
    };
    let title = options.title.clone().unwrap_or_else(|| own.get(lang).to_owned());
    let mut notes = vec![Phrase::NearIsJoined.get(lang).to_owned()];
    if !draft.bundles.is_empty() {
        notes.push(Phrase::CountsOfKinds.get(lang).to_owned());
    }
    notes.extend(left_out(plan, options));
    Frame::placed(title, sentence(plan, draft, lang), notes, plan.view, options, size)
}

/// The view in a sentence.
fn sentence(plan: &Plan, draft: &Draft, lang: Lang) -> String {
    let kind = |k: &str| {
        draft.knots.iter().filter(|n| matches!(n, Knot::Actor(seat, _) if seat.node.kind == k)).count()
    };
    let kinds: Vec<&str> = plan.drawn().map(|t| t.kind).collect();
    let number = |f: &dyn Fn(&str) -> bool| kinds.iter().filter(|k| f(k)).count();
    let actors = [
        (kind("member-state"), Noun::MemberState),
        (kind("partner"), Noun::Partner),
        (kind("grouping"), Noun::Grouping),
        (kind("forum"), Noun::Forum),
    ];
    let ties = [
        (number(&|k| !matches!(k, "ACTION" | "MEMBER" | "FORUM")), Noun::Instrument),
        (number(&|k| k == "ACTION"), Noun::Action),
        (number(&|k| k == "MEMBER"), Noun::MemberList),
    ];
    let (actors, ties) = (listed(lang, &actors), listed(lang, &ties));
    if actors.is_empty() {
        return Phrase::NobodyJoined.get(lang).to_owned();
    }
    let actors = match plan.hub {
        Some(_) => format!("{actors} {}", Phrase::WithEu.get(lang)),
        None => actors,
    };
    if ties.is_empty() { format!("{actors}.") } else { format!("{actors}; {ties}.") }
}
