//! The legend in words: kinds present with colour, pattern and count; states; marks.

use std::collections::BTreeSet;

use super::options::Options;
use super::paint::closeness;
use super::phrases::Phrase;
use super::plan::Plan;
use super::text::{Label, Weight, wrap};
use super::wheel::{BELOW, MARK, Point, SIDE, WheelLayout};
use super::words::{pick, state};
use crate::dataset::{Kind, Word};
use crate::view::{KindView, Lang, TieView};

/// Size of its text.
const SIZE: f64 = 7.2;
/// Width of a sample.
const SAMPLE: f64 = 18.0;
/// Width of its text.
const ROOM: f64 = 116.0;

/// Marks in a row, where they have no place on the wheel.
pub(super) const PER_ROW: f64 = 30.0;

/// Below such rows, so that the next heading stands as far from them as from a line of words.
pub(super) const UNDER: f64 = 2.2;

/// By how much the legend of a wheel begins above its usual rim: so far below the sentence that its first heading stands apart.
const LIFT: f64 = 2.0;

/// The states, the furthest first.
pub(super) const STATES: [&str; 10] = [
    "active",
    "agreed",
    "negotiating",
    "proposed",
    "unconfirmed",
    "unbegun",
    "unknown",
    "suspended",
    "dormant",
    "ended",
];

/// What a line of the legend shows before its words.
#[derive(Debug, Clone, PartialEq)]
pub enum Sample {
    /// The line of a kind.
    Kind(&'static str),
    /// The end of a line in a state.
    State(&'static str),
    /// The same where every line goes the whole way.
    Tip(&'static str),
    /// The plate of a tie of several, with an example of its sign.
    Shared(String),
    /// The mark of an action: a state, or `concern`.
    Mark(&'static str),
    /// Marks of ties that have no partner, with their states.
    Unnamed(Vec<(usize, &'static str)>),
    /// The circle of an area, by its code.
    Area(String),
    /// A country on the rim.
    Country,
    /// A grouping, and whether an arc shows its members.
    Grouping(bool),
    /// What rests on additional sources alone.
    Star,
    /// A country that meets no one.
    Alone,
    /// A width, by its class.
    Size(&'static str),
    /// A forum or organisation; a Member State.
    Square,
    /// A forum or organisation where its name stands in a plate.
    Plate,
    /// The number of members.
    Number,
    /// A count.
    Count(usize),
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
    /// A code in place of a drawn sample.
    pub code: Option<Label>,
    /// Its words.
    pub label: Label,
}

/// The legend.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Legend {
    /// Its lines.
    pub entries: Vec<Entry>,
    /// By how much its words may be wider than usual.
    more: f64,
}

impl Legend {
    /// The labels.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.entries.iter().flat_map(|e| e.code.iter().chain([&e.label]))
    }

    /// The lowest edge of its labels.
    pub(super) fn bottom(&self) -> f64 {
        self.labels().map(|l| l.bounds()).map(|b| b.y + b.height).fold(0.0, f64::max)
    }

    pub(super) fn add(&mut self, y: &mut f64, sample: Sample, text: &str) {
        let heading = sample == Sample::Heading;
        let weight = if heading { Weight::Bold } else { Weight::Regular };
        let whole = heading || matches!(sample, Sample::Unnamed(_));
        let (x, room) = if whole { (0.0, ROOM + SAMPLE + 5.0) } else { (SAMPLE + 5.0, ROOM) };
        let room = room + self.more;
        if heading {
            *y += 3.4;
        }
        let lines = wrap(text, SIZE, weight, room, 3);
        let label = Label {
            lines,
            weight,
            leading: 8.43,
            ..Label::line("", x, *y, SIZE, if heading { "muted" } else { "name" })
        };
        let code = match &sample {
            Sample::Area(code) => Some(code.clone()),
            Sample::Number => Some("· n".to_owned()),
            Sample::Count(n) => Some(n.to_string()),
            _ => None,
        };
        let code = code.map(|c| {
            let lines = wrap(&c, SIZE, Weight::Regular, SAMPLE + 3.0, 1);
            Label::line("", 0.0, *y, SIZE, "muted").with_lines(lines)
        });
        let at = Point { x: 0.0, y: *y - 2.6 };
        *y = label.next();
        self.entries.push(Entry { sample, at, code, label });
    }
}

/// The short name of a kind. A dataset without an imported table has no words for its links.
pub(super) fn short<'a>(kinds: &'a [KindView], kind: &'a str, lang: Lang) -> &'a str {
    match kinds.iter().find(|k| k.id == kind) {
        Some(known) => known.short.get(lang),
        None if kind == Kind::Link.word() => pick(lang, "liens importés", "imported ties"),
        None => kind,
    }
}

/// The legend of a wheel.
pub(super) fn wheel(plan: &Plan, layout: &WheelLayout, options: &Options) -> Legend {
    let lang = options.lang;
    let view = plan.view;
    let mut legend = Legend { more: layout.circles.left - SIDE, ..Legend::default() };
    let mut y = BELOW + layout.down - LIFT;
    let count = |kind: &str| plan.drawn().filter(|t| t.kind == kind).count();
    let as_lines: BTreeSet<usize> =
        layout.lines.iter().map(|l| l.tie).chain(layout.chords.iter().map(|c| c.tie)).collect();
    let lines: BTreeSet<&str> = as_lines.into_iter().map(|i| view.ties[i].kind).collect();
    if !lines.is_empty() {
        let lines = if plan.hub.is_some() { Phrase::LinesAreInstruments } else { Phrase::LinesAreSeats };
        legend.add(&mut y, Sample::Heading, lines.get(lang));
    }
    for kind in Kind::ALL.iter().map(|k| k.word()).filter(|k| lines.contains(k)) {
        legend.add(
            &mut y,
            Sample::Kind(kind),
            &format!("{} · {}", short(&view.kinds, kind, lang), count(kind)),
        );
    }
    let states: Vec<&'static str> =
        STATES.into_iter().filter(|s| layout.lines.iter().any(|l| l.state == *s)).collect();
    if !states.is_empty() {
        legend.add(&mut y, Sample::Heading, Phrase::EndsAreStates.get(lang));
        for word in states {
            legend.add(&mut y, Sample::State(word), state(lang, word));
        }
    }
    if !layout.chords.is_empty() && plan.hub.is_none() {
        sizes(&mut legend, &mut y, layout.chords.iter().map(|c| c.size), lang);
    }
    if count("ACTION") > 0 && plan.hub.is_some() {
        marks(&mut legend, &mut y, plan, layout, lang);
    }
    stars(&mut legend, &mut y, plan, lang);
    rim(&mut legend, &mut y, plan, layout, lang);
    if plan.hub.is_none() {
        closest(&mut legend, &mut y, plan, lang);
    }
    legend
}

/// The star of what rests on additional sources alone, where there is such a thing.
pub(super) fn stars(legend: &mut Legend, y: &mut f64, plan: &Plan, lang: Lang) {
    if plan.drawn().any(TieView::rests_on_additional) {
        legend.add(y, Sample::Heading, Phrase::Star.get(lang));
        legend.add(y, Sample::Star, Phrase::AdditionalAlone.get(lang));
    }
}

/// How many sit at a table, where the width of a line says it.
pub(super) fn sizes(legend: &mut Legend, y: &mut f64, sizes: impl Iterator<Item = usize>, lang: Lang) {
    let classes: BTreeSet<&str> = sizes.map(closeness).collect();
    let text = Phrase::Smaller.get(lang);
    legend.add(y, Sample::Heading, text);
    let words = [
        (4, Phrase::UpToFour.get(lang)),
        (8, Phrase::FiveToEight.get(lang)),
        (14, Phrase::NineToFourteen.get(lang)),
        (99, Phrase::Fifteen.get(lang)),
    ];
    for (size, text) in words {
        let class = closeness(size);
        if classes.contains(class) {
            legend.add(y, Sample::Size(class), text);
        }
    }
}

/// Who meets most often, in words: the eye does not count lines.
fn closest(legend: &mut Legend, y: &mut f64, plan: &Plan, lang: Lang) {
    const MOST: usize = 12;
    let pairs = plan.closest(MOST);
    if pairs.is_empty() {
        return;
    }
    legend.add(y, Sample::Heading, Phrase::SharedMost.get(lang));
    for (n, a, b) in pairs {
        let text = format!("{} – {}", a.names.get(lang), b.names.get(lang));
        legend.add(y, Sample::Count(n), &text);
    }
}

fn rim(legend: &mut Legend, y: &mut f64, plan: &Plan, layout: &WheelLayout, lang: Lang) {
    let has = |kind: &str| plan.seats().any(|s| s.node.kind == kind);
    let alone = plan.seats().any(|s| s.alone);
    let inside = plan.hub.is_some() && !layout.tables.is_empty();
    if !has("grouping") && !has("member-state") && !alone && !inside {
        return;
    }
    legend.add(y, Sample::Heading, Phrase::OnTheRim.get(lang));
    if has("member-state") {
        legend.add(y, Sample::Square, Phrase::MemberState.get(lang));
    }
    if has("partner") {
        let bold = plan.seats().any(|s| s.core);
        let text = match bold {
            true => Phrase::CountryBold.get(lang),
            false => Phrase::Country.get(lang),
        };
        legend.add(y, Sample::Country, text);
    }
    if alone {
        legend.add(y, Sample::Alone, Phrase::Alone.get(lang));
    }
    if has("grouping") {
        let arcs = layout.rim.iter().any(|s| s.brace.is_some());
        let text = if arcs { Phrase::GroupingArc } else { Phrase::Grouping };
        legend.add(y, Sample::Grouping(arcs), text.get(lang));
    }
    if plan.hub.is_none() && !layout.tables.is_empty() {
        legend.add(y, Sample::Plate, Phrase::TablesFromTop.get(lang));
    }
    if inside {
        legend.add(y, Sample::Square, Phrase::ForumDot.get(lang));
    }
    let numbered = |s: &super::wheel::Spot| s.membership.is_some() && s.brace.is_none();
    if layout.rim.iter().chain(&layout.tables).any(numbered) {
        legend.add(y, Sample::Number, members_words(plan).get(lang));
    }
    if plan.seats().any(|s| s.tables > 0) {
        legend.add(y, Sample::Number, Phrase::AtTables.get(lang));
    }
}

/// What the number after a name counts; that it is a minimum, where one of the lists is incomplete.
pub(super) fn members_words(plan: &Plan) -> Phrase {
    match plan.seats().any(|s| s.at_least && s.members > 0) {
        true => Phrase::MembersAtLeast,
        false => Phrase::Members,
    }
}

/// Whether a state is one of what is to come.
pub(super) fn is_ahead(state: &str) -> bool {
    matches!(state, "proposed" | "negotiating" | "agreed")
}

/// What the open mark of an action stands for: all to come, or something else among them.
pub(super) fn beside_running(all_ahead: bool) -> Phrase {
    if all_ahead { Phrase::PlannedOrSigned } else { Phrase::NotSaidToRun }
}

fn marks(legend: &mut Legend, y: &mut f64, plan: &Plan, layout: &WheelLayout, lang: Lang) {
    let view = plan.view;
    let text = Phrase::DotsAreActions.get(lang);
    legend.add(y, Sample::Heading, text);
    let running = |m: &&super::wheel::Mark| view.ties[m.tie].kind == "ACTION";
    let has = |f: &dyn Fn(&super::wheel::Mark) -> bool| layout.marks.iter().filter(running).any(f);
    if has(&|m| m.state == "active") {
        legend.add(y, Sample::Mark("active"), Phrase::Running.get(lang));
    }
    if has(&|m| m.state != "active") {
        let ahead = !has(&|m| m.state != "active" && !is_ahead(m.state));
        legend.add(y, Sample::Mark("proposed"), beside_running(ahead).get(lang));
    }
    if has(&|m| view.ties[m.tie].polarity == "concern") {
        legend.add(y, Sample::Mark("concern"), Phrase::Concern.get(lang));
    }
    let none = layout.marks.iter().any(|m| running(&m) && view.ties[m.tie].areas.is_empty());
    let rings = if none { Phrase::CirclesAndNone } else { Phrase::CirclesAreAreas };
    legend.add(y, Sample::Heading, rings.get(lang));
    for area in view.nodes.iter().filter(|n| n.kind == "area") {
        legend.add(y, Sample::Area(area.id.clone()), area.names.get(lang));
    }
    if !plan.unnamed.is_empty() {
        let parts = plan.unnamed.iter().map(|&t| (t, view.ties[t].state)).collect();
        let text = format!("{} · {}", Phrase::Unnamed.get(lang), plan.unnamed.len());
        legend.add(y, Sample::Unnamed(parts), &text);
        *y += MARK * (plan.unnamed.len() as f64 / PER_ROW).ceil() + UNDER;
    }
}
