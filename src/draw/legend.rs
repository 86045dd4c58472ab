//! The legend in words: kinds present with colour, pattern and count; states; marks.

use super::options::Options;
use super::plan::Plan;
use super::text::{Label, Weight, wrap};
use super::wheel::{MARK, Point, WheelLayout};
use super::words::{pick, state};
use crate::dataset::{Kind, Word};
use crate::view::{Lang, NetworkView};

/// Size of its text.
const SIZE: f64 = 7.2;
/// Width of a sample.
const SAMPLE: f64 = 17.0;
/// Width of its text.
const ROOM: f64 = 112.0;

/// Marks in a row, where they have no place on the wheel.
pub(super) const PER_ROW: f64 = 30.0;

/// What a line of the legend shows before its words.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// The line of a kind.
    Kind(&'static str),
    /// The end of a line in a state.
    State(&'static str),
    /// The mark of an action: a state, or `concern`.
    Mark(&'static str),
    /// Marks of ties that have no partner, with their states.
    Unnamed(Vec<(usize, &'static str)>),
    /// A country on the rim.
    Country,
    /// A grouping and the arc of its members.
    Grouping,
    /// Nothing: a heading.
    Heading,
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it shows.
    pub sample: Sample,
    /// Where the sample begins.
    pub at: Point,
    /// Its words.
    pub label: Label,
}

/// The legend.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Legend {
    /// Its lines.
    pub entries: Vec<Entry>,
}

impl Legend {
    /// The labels.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.entries.iter().map(|e| &e.label)
    }

    fn add(&mut self, y: &mut f64, sample: Sample, text: &str) {
        let heading = sample == Sample::Heading;
        let weight = if heading { Weight::Bold } else { Weight::Regular };
        let whole = heading || matches!(sample, Sample::Unnamed(_));
        let (x, room) = if whole { (0.0, ROOM + SAMPLE + 5.0) } else { (SAMPLE + 5.0, ROOM) };
        if heading {
            *y += 5.0;
        }
        let lines = wrap(text, SIZE, weight, room, 3);
        let label = Label {
            lines,
            weight,
            leading: 8.6,
            ..Label::line("", x, *y, SIZE, if heading { "muted" } else { "name" })
        };
        let at = Point { x: 0.0, y: *y - 2.6 };
        *y = label.next() + 0.9;
        self.entries.push(Entry { sample, at, label });
    }
}

/// The short name of a kind; its code when the dataset has no words for it.
pub(super) fn short<'a>(view: &'a NetworkView, kind: &'a str, lang: Lang) -> &'a str {
    view.kinds.iter().find(|k| k.id == kind).map_or(kind, |k| k.short.get(lang))
}

/// The legend of a wheel.
pub(super) fn wheel(plan: &Plan, layout: &WheelLayout, options: &Options) -> Legend {
    let lang = options.lang;
    let view = plan.view;
    let mut legend = Legend::default();
    let mut y = 58.0;
    let count = |kind: &str| {
        view.ties.iter().filter(|t| t.kind == kind && !plan.left_out.ties.contains(&t.id)).count()
    };
    let drawn =
        |tie: usize| layout.lines.iter().any(|l| l.tie == tie) || layout.chords.iter().any(|c| c.tie == tie);
    let lines: Vec<&str> =
        view.ties.iter().enumerate().filter(|(i, _)| drawn(*i)).map(|(_, t)| t.kind).collect();
    if !lines.is_empty() {
        legend.add(
            &mut y,
            Sample::Heading,
            pick(lang, "Un trait: un instrument", "One line: one instrument"),
        );
    }
    for kind in Kind::ALL.iter().map(|k| k.word()).filter(|k| lines.contains(k)) {
        legend.add(&mut y, Sample::Kind(kind), &format!("{} · {}", short(view, kind, lang), count(kind)));
    }
    let states: Vec<&'static str> = crate::dataset::State::ALL
        .iter()
        .map(|s| s.word())
        .filter(|s| layout.lines.iter().any(|l| l.state == *s))
        .collect();
    if !states.is_empty() {
        legend.add(&mut y, Sample::Heading, pick(lang, "Le bout du trait: son état", "Its end: its state"));
        for word in states {
            legend.add(&mut y, Sample::State(word), state(lang, word));
        }
    }
    if count("ACTION") > 0 && plan.hub.is_some() {
        marks(&mut legend, &mut y, plan, layout, lang);
    }
    legend
}

fn marks(legend: &mut Legend, y: &mut f64, plan: &Plan, layout: &WheelLayout, lang: Lang) {
    let view = plan.view;
    let text = pick(
        lang,
        "Un point: une action, sur le cercle de son domaine",
        "One dot: one action, on the circle of its area",
    );
    legend.add(y, Sample::Heading, text);
    let running = |m: &&super::wheel::Mark| view.ties[m.tie].kind == "ACTION";
    let has = |f: &dyn Fn(&super::wheel::Mark) -> bool| layout.marks.iter().filter(running).any(f);
    if has(&|m| m.state == "active") {
        legend.add(y, Sample::Mark("active"), pick(lang, "en cours", "running"));
    }
    if has(&|m| m.state != "active") {
        legend.add(y, Sample::Mark("proposed"), pick(lang, "pas encore en cours", "not yet running"));
    }
    if has(&|m| view.ties[m.tie].polarity == "concern") {
        legend.add(y, Sample::Mark("concern"), pick(lang, "porte des préoccupations", "conveys concerns"));
    }
    for area in view.nodes.iter().filter(|n| n.kind == "area") {
        legend.add(y, Sample::Heading, &format!("{} {}", area.id, area.names.get(lang)));
    }
    if !plan.unnamed.is_empty() {
        let parts = plan.unnamed.iter().map(|&t| (t, view.ties[t].state)).collect();
        let text =
            format!("{} · {}", pick(lang, "sans partenaire nommé", "no partner named"), plan.unnamed.len());
        legend.add(y, Sample::Unnamed(parts), &text);
        *y += MARK * (plan.unnamed.len() as f64 / PER_ROW).ceil();
    }
}
