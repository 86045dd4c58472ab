//! One actor as a ladder: the EU is one upright, the actor the other, and each tie a rung with its name, its state and
//! its dates in words.
//!
//! One unit is one point when the picture is printed 190 mm wide, on an upright A4 page.

use super::frame::Frame;
use super::nouns::Noun;
use super::options::Options;
use super::paint::upright;
use super::phrases::Phrase;
use super::rungs::Draft;
use super::text::{Anchor, Label, LabelBox, Weight, wrap};
use super::wheel::Point;
use crate::view::NetworkView;

/// Width of the canvas: 190 mm in points.
const WIDTH: f64 = 538.0;
/// By how much a long ladder grows broader at a time, and beyond what width it runs over several pages instead: there the
/// smallest letters would be less than 6.5 points.
const BROADER: f64 = 2.0;
const BROADEST: f64 = 584.0;
/// Width of an upright.
pub(super) const UPRIGHT: f64 = 9.0;
/// Where the words of a rung begin.
pub(super) const INDENT: f64 = 18.0;
/// From a table or grouping to the upright.
pub(super) const SPUR: f64 = 44.0;
/// Most rungs.
pub(super) const RUNGS: usize = 70;

/// How much room a ladder gives its words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pace {
    /// Width of the canvas.
    pub(super) width: f64,
    /// Where the uprights begin.
    pub(super) top: f64,
    /// Size of the words.
    pub(super) size: f64,
    /// From line to line.
    pub(super) leading: f64,
    /// Above a heading, and more above one that begins a part.
    pub(super) heading: f64,
    pub(super) part: f64,
    /// From a rung to the words below it: of an instrument, an action, a table or grouping.
    pub(super) below: [f64; 3],
    /// From the words to their rung.
    pub(super) above: f64,
}

/// As long as all has room on one page.
const CALM: Pace = Pace {
    width: WIDTH,
    top: 62.0,
    size: 7.6,
    leading: 9.0,
    heading: 11.4,
    part: 5.0,
    below: [11.6, 10.6, 11.2],
    above: 4.4,
};

/// Where it has not: letters stay as large on paper by standing closer.
const CLOSE: Pace = Pace {
    width: WIDTH,
    top: 54.0,
    size: 7.2,
    leading: 8.43,
    heading: 10.2,
    part: 3.4,
    below: [10.4, 9.7, 10.0],
    above: 3.9,
};

/// What a rung stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// An instrument.
    Instrument,
    /// An action.
    Action,
    /// A table at which both sit.
    Table,
    /// A grouping of which the actor is a member, or a member of the actor.
    Member,
}

/// One tie.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// What it stands for.
    pub sort: Sort,
    /// Index of the tie.
    pub tie: usize,
    /// The actor's state in it.
    pub state: &'static str,
    /// Height of its line.
    pub y: f64,
    /// Its words.
    pub labels: Vec<Label>,
    /// The node that it leads to, beside the EU and the actor.
    pub node: Option<String>,
}

/// The ladder, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct EgoLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Where the uprights begin and end.
    pub span: (f64, f64),
    /// Left edges of the uprights.
    pub uprights: (f64, f64),
    /// The EU, if it is in the view.
    pub hub: Option<String>,
    /// The names over the uprights.
    pub heads: Vec<Label>,
    /// Headings between the rungs.
    pub headings: Vec<Label>,
    /// The rungs, from the top.
    pub rungs: Vec<Rung>,
    /// The star of what rests on additional sources alone, in words, where a rung has one.
    pub star: Option<(Point, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
    /// Ids of the actor's ties that are not drawn.
    pub left_out: Vec<String>,
}

/// Whether one page holds a ladder at the width of the paper.
fn fills(layout: &EgoLayout) -> bool {
    upright(layout.height) <= layout.width
}

impl EgoLayout {
    /// Lays out one actor of a view; nothing when it is not in it.
    pub fn new(view: &NetworkView, focus: &str, options: &Options) -> Option<EgoLayout> {
        let usual = EgoLayout::paced(view, focus, options, CALM)?;
        if fills(&usual) {
            return Some(usual);
        }
        // Longer than its page: broader, then closer too. What one page cannot hold runs over several.
        let filled = |pace| EgoLayout::filled(view, focus, options, pace);
        filled(CALM).or_else(|| filled(CLOSE)).or(Some(usual))
    }

    /// The narrowest ladder that fills a page in height; nothing where not even the broadest is short enough.
    fn filled(view: &NetworkView, focus: &str, options: &Options, pace: Pace) -> Option<EgoLayout> {
        let laid = |steps: u32| {
            let width = WIDTH + f64::from(steps) * BROADER;
            EgoLayout::paced(view, focus, options, Pace { width, ..pace }).filter(fills)
        };
        let (mut short, mut enough) = (0, ((BROADEST - WIDTH) / BROADER) as u32);
        let mut best = laid(enough)?;
        while enough > short {
            let middle = (short + enough) / 2;
            match laid(middle) {
                Some(tried) => (best, enough) = (tried, middle),
                None => short = middle + 1,
            }
        }
        Some(best)
    }

    fn paced(view: &NetworkView, focus: &str, options: &Options, pace: Pace) -> Option<EgoLayout> {
        let usual = EgoLayout::below(view, focus, options, (0.0, pace))?;
        match usual.frame.more(pace.width) {
            0.0 => Some(usual),
            // A sentence of several lines moves everything down.
            down => EgoLayout::below(view, focus, options, (down, pace)),
        }
    }

    fn below(
        view: &NetworkView,
        focus: &str,
        options: &Options,
        (down, pace): (f64, Pace),
    ) -> Option<EgoLayout> {
        let lang = options.lang;
        let node = view.nodes.iter().find(|n| n.id == focus)?;
        let hub = view.nodes.iter().find(|n| n.kind == "hub" && n.id != focus);
        let top = pace.top + down;
        let mut draft = Draft {
            view,
            node,
            lang,
            hub,
            pace,
            y: top + pace.part + 3.0,
            headings: Vec::new(),
            rungs: Vec::new(),
            universal: 0,
            crowded: 0,
        };
        draft.instruments();
        draft.actions();
        draft.through_groupings();
        draft.tables();
        draft.members();
        if draft.rungs.is_empty() {
            draft.heading(Phrase::Nothing.get(lang), "muted");
        }
        let bottom = draft.y + 4.0;
        let starred = draft.rungs.iter().any(|r| view.ties[r.tie].rests_on_additional());
        let star = starred.then(|| {
            let y = bottom + 10.0;
            let words = Label::line(Phrase::AdditionalAlone.get(lang), INDENT, y, pace.size, "name");
            (Point { x: UPRIGHT / 2.0, y: y - 2.7 }, words)
        });
        let name = node.names.get(lang);
        let right = pace.width - UPRIGHT;
        let room = pace.width / 2.0 - 8.0;
        let head = |text: &str, x: f64, anchor: Anchor| {
            let lines = wrap(text, 10.0, Weight::Bold, room, 1);
            Label::line("", x, top - 5.0, 10.0, "name").bold().anchored(anchor).with_lines(lines)
        };
        let mut heads = vec![head(name, pace.width, Anchor::End)];
        if let Some(hub) = hub {
            heads.push(head(hub.names.get(lang), 0.0, Anchor::Start));
        }
        let title =
            options.title.clone().unwrap_or_else(|| format!("{name}: {}", Phrase::EgoTitle.get(lang)));
        let sentence = draft.sentence();
        let left_out = draft.left_out();
        let (universal, crowded) = (draft.universal, draft.crowded);
        let left = [
            (universal, Noun::LeftUniversal),
            (crowded, Noun::LeftRung),
            (left_out.len() - universal - crowded, Noun::LeftTieWithout),
        ];
        let counts = (!draft.rungs.is_empty()).then(|| Phrase::CountsOfHeadings.get(lang).to_owned());
        let left = left.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| noun.counted(lang, *n));
        let left: Vec<String> = counts.into_iter().chain(left).collect();
        let framed = |height: f64| {
            Frame::placed(title.clone(), sentence.clone(), left.clone(), view, options, (pace.width, height))
        };
        let last = if star.is_some() { bottom + 12.0 } else { bottom };
        let height = last + bottom + 12.0 - framed(bottom).foot();
        let frame = framed(height);
        Some(EgoLayout {
            width: pace.width,
            height,
            span: (top, bottom),
            uprights: (0.0, right),
            hub: hub.map(|h| h.id.clone()),
            heads,
            headings: draft.headings,
            rungs: draft.rungs,
            star,
            frame,
            left_out,
        })
    }

    /// Every label with its box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let rungs = self.rungs.iter().flat_map(|r| &r.labels);
        let star = self.star.iter().map(|(_, l)| l);
        let all = self.heads.iter().chain(&self.headings).chain(rungs).chain(star).chain(self.frame.labels());
        all.map(|l| (l, l.bounds())).collect()
    }
}
