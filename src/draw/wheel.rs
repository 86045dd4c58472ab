//! The wheel as geometry: where everything stands, before it is written as SVG.
//!
//! One unit is one point (1/72 inch) when the picture is printed 277 mm wide, on a landscape A4 page: a label of size
//! 7.4 is 7.4 points tall. The rim is a circle; its labels stand level, at even heights, so that none needs to be read
//! askew and no two can meet. Angles are counted from the east, clockwise, in radians.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::columns::Columns;
use super::frame::Frame;
use super::legend::{self, Legend};
use super::options::Options;
use super::paint::across;
use super::plan::{LeftOut, Plan, plan};
use super::since::{self, Dated};
use super::text::{Anchor, Label, LabelBox, Weight, wrap};
pub(super) use super::wheel_places::Side;
pub use super::wheel_places::{Arc, Chord, Circles, Line, Mark, Point, Spot};
use super::{bundle, chips, columns, rim, tables};
use crate::view::NetworkView;

/// Width of the canvas; with the margin a little over the 785 points of 277 mm.
pub(super) const WIDTH: f64 = 793.0;
/// Its height: with the margin, a little less than 190 mm in the same measure, so that the whole prints on one page.
pub(super) const HEIGHT: f64 = 535.0;
/// Where the legend ends and the wheel may begin.
pub(super) const SIDE: f64 = 140.0;
/// The radii of the rim that the usual canvas has room for; the larger, the more air.
const RADII: [f64; 4] = [219.0, 216.0, 213.0, 210.0];
/// A wheel so much broader than the usual is long for its rim, not for its words.
const CROWDED: f64 = 1.1;
/// From the top to the rim, and by how much it may be closer.
pub(super) const BELOW: f64 = 41.0;
const CLOSER: f64 = 6.0;
/// Thickness of the EU's ring.
const RING: f64 = 12.0;
/// From line to line in a bundle, at the rim.
pub(super) const PITCH: f64 = 2.8;
/// From mark to mark.
pub(super) const MARK: f64 = 3.6;

/// The wheel, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct WheelLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// By how much a sentence of several lines moves everything down.
    pub down: f64,
    /// Its circles.
    pub circles: Circles,
    /// Id and name of the hub, if it is in the view; on its ring, or within when no forum stands there.
    pub hub: Option<(String, Label)>,
    /// Arcs of the rim.
    pub arcs: Vec<Arc>,
    /// Partners and groupings.
    pub rim: Vec<Spot>,
    /// Forums.
    pub tables: Vec<Spot>,
    /// Instruments.
    pub lines: Vec<Line>,
    /// Actions.
    pub marks: Vec<Mark>,
    /// Meetings.
    pub chords: Vec<Chord>,
    /// Radii of the circles on which the areas' marks stand, with the labels of the areas: at the top, and again at the
    /// bottom where there is room.
    pub rings: Vec<(f64, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
    /// The legend.
    pub legend: Legend,
    /// Since when, as far as the sources say: a table in the corner.
    pub since: Vec<Label>,
    /// Thickness of the bands on whose middle the areas' marks stand.
    pub band: f64,
    /// What is not drawn.
    pub left_out: LeftOut,
}

impl WheelLayout {
    /// Lays out the wheel of a view.
    pub fn new(view: &NetworkView, options: &Options) -> WheelLayout {
        let usual = WheelLayout::wide(view, options, (0.0, 0), 0.0);
        let page = |layout: &WheelLayout| layout.width.max(across(layout.height));
        // A legend or a table of dates longer than the usual canvas makes it taller, and a page as tall is also broader:
        // there the legend has longer lines, and the table more room beside a wheel with the smallest of the rims.
        let spare = page(&usual) - usual.width;
        if spare < WIDTH * 0.02 || usual.width > WIDTH * CROWDED {
            return usual;
        }
        let parts: &[(f64, usize)] = match usual.width > WIDTH {
            // Its names have made it broader, so that no rim is too small for it: half of what is spare tells.
            true => &[(0.5, 0)],
            false => &[(0.0, 1), (0.35, 1), (0.5, 1), (0.65, 1), (0.65, 0)],
        };
        // Each on its own, together: the first of the best is the same on any number of threads.
        let tried: Vec<WheelLayout> = parts
            .par_iter()
            .map(|&(part, smaller)| WheelLayout::wide(view, options, (spare * part, smaller * 3), usual.down))
            .collect();
        let least = |a: WheelLayout, b: WheelLayout| if page(&b) < page(&a) { b } else { a };
        tried.into_iter().fold(usual, least)
    }

    /// The same on a canvas broader than usual, without the largest of the rims. A sentence of several lines moves everything down:
    /// by how much is guessed, and done again where the guess was wrong.
    fn wide(
        view: &NetworkView,
        options: &Options,
        (broader, without): (f64, usize),
        guess: f64,
    ) -> WheelLayout {
        let guessed = WheelLayout::below(view, options, guess, (broader, without));
        match guessed.frame.more(guessed.width) {
            down if down == guess => guessed,
            down => WheelLayout::below(view, options, down, (broader, without)),
        }
    }

    fn below(
        view: &NetworkView,
        options: &Options,
        down: f64,
        (broader, without): (f64, usize),
    ) -> WheelLayout {
        let mut plan = plan(view, options);
        let (columns, radius, width, height) = sized(&mut plan, options, (broader, without));
        let height = height + down;
        let grown = width - WIDTH - broader;
        let areas: Vec<&str> =
            view.nodes.iter().filter(|n| n.kind == "area").map(|n| n.id.as_str()).collect();
        // The least ring within which all forums have room.
        let mut placed = None;
        for outer in [116.0, 122.0, 128.0, 134.0, 140.0] {
            let mut circles = circles((width, broader), radius, outer + grown * 0.15, &plan);
            circles.center.y += down;
            let rim = rim::place(&plan, &columns, &circles, width);
            let (tables, crowded) = match plan.hub {
                Some(_) => tables::place(&plan, &circles, &rim.spots, options.lang),
                None => chips::place(&plan, &circles, &rim.spots, options.lang),
            };
            placed = Some((circles, rim, tables, crowded));
            if crowded == 0 {
                break;
            }
        }
        let Some((circles, rim, tables, crowded)) = placed else {
            unreachable!("at least one ring is tried")
        };
        plan.left_out.forums = crowded;
        let mut layout = WheelLayout {
            width,
            height,
            down,
            circles,
            hub: plan.hub.map(|h| (h.id.clone(), hub(h.names.get(options.lang), &circles))),
            arcs: rim.arcs,
            rim: rim.spots,
            tables: tables.spots,
            lines: tables.lines,
            marks: tables.marks,
            chords: Vec::new(),
            rings: Vec::new(),
            band: bundle::ring_pitch(&circles, areas.len()),
            frame: Frame::default(),
            legend: Legend::default(),
            since: Vec::new(),
            left_out: LeftOut::default(),
        };
        let (lines, marks) = bundle::all(&plan, &layout.rim, &layout.circles, &areas);
        layout.lines.extend(lines);
        layout.marks.extend(marks);
        layout.chords(&plan);
        layout.rings(view, &areas);
        layout.hide(&mut plan, options.labels);
        layout.settle(&mut plan);
        layout.legend = legend::wheel(&plan, &layout, options);
        layout.frame = Frame::wheel(&plan, &layout, options);
        let low = layout.rim.iter().map(|s| s.label.bounds()).map(|b| b.y + b.height);
        let low = low.fold(layout.circles.center.y + layout.circles.rim, f64::max);
        let missing = layout.legend.bottom().max(low) + 5.0 - layout.frame.foot();
        if missing > 0.0 {
            layout.height += missing;
        }
        layout.dates(&since::dated(&plan, options.lang));
        layout.frame = Frame::wheel(&plan, &layout, options);
        // Beside the table the notes have more lines.
        let missing = layout.legend.bottom().max(low) + 5.0 - layout.frame.foot();
        if missing > 0.0 {
            layout.height += missing;
            layout.since.iter_mut().for_each(|l| l.y += missing);
            layout.frame = Frame::wheel(&plan, &layout, options);
        }
        layout.left_out = plan.left_out;
        layout
    }

    /// Every label with its box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let rings = self.rings.iter().map(|(_, l)| l);
        self.arcs
            .iter()
            .map(|a| &a.heading)
            .chain(self.rim.iter().chain(&self.tables).map(|s| &s.label))
            .chain(rings)
            .chain(self.hub.iter().filter(|_| self.circles.inner == 0.0).map(|(_, l)| l))
            .chain(self.frame.labels())
            .chain(self.legend.labels())
            .chain(&self.since)
            .filter(|l| !l.lines.is_empty())
            .map(|l| (l, l.bounds()))
            .collect()
    }

    /// The table of dates; the canvas grows where it has no room.
    fn dates(&mut self, dated: &Dated) {
        let taken: Vec<LabelBox> = self
            .arcs
            .iter()
            .map(|a| &a.heading)
            .chain(self.rim.iter().map(|s| &s.label))
            .filter(|l| !l.lines.is_empty())
            .map(Label::bounds)
            .collect();
        let Point { x, y } = self.circles.center;
        let braces = self.rim.iter().filter_map(|s| s.brace).map(|(_, _, radius)| radius);
        let circle = (x, y, braces.fold(self.circles.rim, f64::max) + 4.0);
        let (labels, down) = dated.place((self.width, self.height), &taken, circle);
        self.since = labels;
        self.height += down;
    }

    /// Counts every tie that found no place.
    fn settle(&self, plan: &mut Plan) {
        let lines = self.lines.iter().map(|l| l.tie).chain(self.marks.iter().map(|m| m.tie));
        let shown = lines.chain(self.chords.iter().map(|c| c.tie)).chain(plan.unnamed.iter().copied());
        let members = self.rim.iter().chain(&self.tables).filter_map(|s| s.membership);
        let drawn: BTreeSet<usize> = shown.chain(members).collect();
        let left = plan.view.ties.iter().enumerate().filter(|(i, _)| !drawn.contains(i));
        plan.left_out.ties = left.map(|(_, t)| t.id.clone()).collect();
        plan.drawn = drawn;
    }
}

/// The columns, the radius beside which they stand, and the canvas: the usual one as long as it holds them.
fn sized(plan: &mut Plan, options: &Options, (broader, without): (f64, usize)) -> (Columns, f64, f64, f64) {
    let mut columns = columns::columns(plan, options.lang);
    let usual = RADII.into_iter().skip(without).map(|r| (r, 0.0));
    // A canvas that grows with the rim keeps the room beside it.
    let larger = (1..).map(|n| f64::from(n) * 4.0).map(|g| (210.0 + g, 2.0 * g));
    for (radius, grown) in usual.chain(larger) {
        let (width, height) = (WIDTH + broader + grown, HEIGHT + grown);
        if columns.fit(&circles((width, broader), radius, 0.0, plan), width) {
            return (columns, radius, width, height);
        }
    }
    unreachable!("some rim is long enough")
}

fn circles((width, broader): (f64, f64), rim: f64, outer: f64, plan: &Plan) -> Circles {
    // A third of what the canvas is broader belongs to the legend.
    let left = SIDE + broader / 3.0;
    // Where height is dear, its top stands nearer to the sentence.
    let top = if broader > 0.0 { BELOW - CLOSER } else { BELOW };
    let center = Point { x: left + (width - left) / 2.0, y: top + rim };
    match plan.hub {
        Some(_) if plan.forums.is_empty() => {
            let outer = outer * 0.56;
            Circles { center, left, rim, outer, inner: 0.0, tables: 0.0 }
        }
        Some(_) => Circles { center, left, rim, outer, inner: outer - RING, tables: outer - RING - 8.5 },
        None => Circles { center, left, rim, outer, inner: outer, tables: outer - 8.5 },
    }
}

/// The name of the hub in the middle of its disc.
fn hub(name: &str, circles: &Circles) -> Label {
    const SIZE: f64 = 8.4;
    let name = name.to_uppercase();
    let lines = wrap(&name, SIZE, Weight::Bold, circles.outer * 1.6, 3);
    let y = circles.center.y - (lines.len() as f64 - 1.0) * SIZE * 0.62 + SIZE * 0.36;
    Label::line("", circles.center.x, y, SIZE, "on-hub").bold().anchored(Anchor::Middle).with_lines(lines)
}
