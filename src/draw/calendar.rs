//! The calendar as geometry: what is dated as bars over the years, what is not in a band of its own.
//!
//! A bar is thick where the source leaves no doubt and thin within the year, quarter or month beyond which it gives no
//! nearer date; it ends in an arrow where the source gives no end, or where the page ends. Every action stands in its
//! first area, once.

use super::calendar_words::{legend_words, line_words, notes, period, sentence, title};
use super::frame::Frame;
use super::matrix::tie_mark;
use super::options::Options;
use super::sheet::{Around, PORTRAIT, SIZE, said};
use super::text::{Anchor, Label, LabelBox, Weight, width, wrap};
use super::wheel::Point;
use crate::dataset::{Date, Moment};
use crate::view::{Lang, MonitorView, TieView};

/// First year, and the first after the last.
pub(super) const YEARS: (i32, i32) = (2023, 2031);
/// Where the titles and the years begin.
const TITLES: f64 = 23.0;
const AXIS: f64 = 380.0;
/// Width of the canvas: that of a portrait page, so that a unit is a point and the usual number of actions fills it.
const WIDTH: f64 = PORTRAIT;
/// Where the second line of a running text begins.
const FLOW: f64 = 10.0;
/// Size of titles.
const TEXT: f64 = 6.7;
/// Size of the names of areas.
const HEAD: f64 = 6.8;
/// From line to line.
const LEADING: f64 = 7.84;

/// A bar of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Height of its axis.
    pub y: f64,
    /// Its outline from left to right: position, and half its thickness there.
    pub steps: Vec<(f64, f64)>,
    /// Whether it ends in an arrow, left and right.
    pub open: (bool, bool),
}

/// An entry: an action, or a dated instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// The tie.
    pub tie: &'a TieView,
    /// Number and title.
    pub labels: Vec<Label>,
    /// Its time.
    pub bar: Option<Bar>,
    /// The period in which the next state is expected: left end, right end, height.
    pub expected: Option<(f64, f64, f64)>,
    /// Where its state is shown, in the band without dates.
    pub sign: Option<Point>,
}

/// A line across the years.
#[derive(Debug, Clone, PartialEq)]
pub struct DayLine {
    /// `as-of`, `known` or `deadline`.
    pub what: &'static str,
    /// Its place.
    pub x: f64,
    /// Its words.
    pub label: Label,
}

/// The calendar, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarLayout<'a> {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Years: left edge and name.
    pub years: Vec<(f64, Label)>,
    /// Top and bottom of the field of years.
    pub field: (f64, f64),
    /// Days that matter.
    pub lines: Vec<DayLine>,
    /// Headings, and the Council's rhythm.
    pub headings: Vec<Label>,
    /// Lines between areas.
    pub rules: Vec<f64>,
    /// Entries.
    pub items: Vec<Item<'a>>,
    /// States and ends in words.
    pub legend: Vec<(&'static str, Point, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
}

/// The place of a day on the axis, not yet held within it.
fn place(day: Date) -> f64 {
    let start = f64::from(YEARS.0);
    let length = f64::from(time::util::days_in_year(day.year()));
    let year = f64::from(day.year()) + f64::from(day.ordinal() - 1) / length;
    AXIS + (year - start) * (WIDTH - AXIS) / f64::from(YEARS.1 - YEARS.0)
}

fn within(x: f64) -> bool {
    (AXIS..=WIDTH).contains(&x)
}

impl<'a> CalendarLayout<'a> {
    /// Lays out the calendar.
    pub fn new(view: &'a MonitorView, options: &Options) -> CalendarLayout<'a> {
        let lang = options.lang;
        let mut out = CalendarLayout {
            width: WIDTH,
            height: 0.0,
            years: Vec::new(),
            field: (0.0, 0.0),
            lines: Vec::new(),
            headings: Vec::new(),
            rules: Vec::new(),
            items: Vec::new(),
            legend: Vec::new(),
            frame: Frame::default(),
        };
        let all: Vec<&TieView> = view.actions.iter().map(|a| &a.tie).chain(&view.dated).collect();
        let (dated, undated): (Vec<&TieView>, Vec<&TieView>) = all.into_iter().partition(|t| is_dated(t));
        let is_selection = !options.selection.is_empty();
        let around = Around {
            title: title(lang),
            sentence: sentence(view, (dated.len(), undated.len()), is_selection, lang),
            notes: notes(is_selection, lang),
            dataset: &view.dataset,
            dates: &view.dates,
        };
        let top = out.legend(view, around.below(WIDTH, options) + 3.0, lang);
        let top = out.axis(view, top + 6.0, lang);
        let bottom = out.dated(view, &dated, top, lang);
        out.field = (top, bottom);
        let bottom = out.undated(view, &undated, bottom + 11.0, lang);
        (out.frame, out.height) = around.frame(WIDTH, bottom, options);
        out
    }

    /// Every label's box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let items = self.items.iter().flat_map(|i| &i.labels);
        let lines = self.lines.iter().map(|l| &l.label);
        self.years
            .iter()
            .map(|(_, l)| l)
            .chain(lines)
            .chain(&self.headings)
            .chain(items)
            .chain(self.legend.iter().map(|(_, _, l)| l))
            .chain(self.frame.labels())
            .map(|l| (l, l.bounds()))
            .collect()
    }

    fn legend(&mut self, view: &MonitorView, top: f64, lang: Lang) -> f64 {
        let states: Vec<&'static str> =
            view.actions.iter().map(|a| &a.tie).chain(&view.dated).map(|t| t.state).collect();
        let (mut x, mut y) = (0.0, top);
        for (sign, text) in legend_words(&states, lang) {
            let wide = 25.0 + width(text, TEXT, Weight::Regular) + 12.0;
            if x > 0.0 && x + wide - 12.0 > self.width {
                (x, y) = (0.0, y + 10.5);
            }
            let label = Label::line(text, x + 24.0, y, TEXT, "name");
            self.legend.push((sign, Point { x, y: y - 2.5 }, label));
            x += wide;
        }
        y + 4.0
    }

    /// The years, the days that matter, the Council's rhythm; gives where the bars may begin.
    fn axis(&mut self, view: &MonitorView, top: f64, lang: Lang) -> f64 {
        let mut y = top;
        let rhythm: Vec<&str> =
            view.deadlines.iter().filter(|d| d.due.is_none()).map(|d| d.text.get(lang)).collect();
        let mut days = line_words(view, lang);
        days.retain(|(_, day, _)| within(place(*day)));
        // From left to right and from above: each label stands to the right of its own line, and no line of another,
        // which begins lower or lies further to the left, runs through it.
        days.sort_by_key(|(_, day, _)| *day);
        for (what, day, text) in days {
            let x = place(day);
            let label = Label::line(&text, x + 3.0, y, TEXT, "name").bold();
            let label = match label.x + label.width() > WIDTH {
                true => Label { x: x - 3.0, ..label }.anchored(Anchor::End),
                false => label,
            };
            self.lines.push(DayLine { what, x, label });
            y += LEADING + 0.6;
        }
        if !rhythm.is_empty() {
            let lines = wrap(&rhythm.join(" "), TEXT, Weight::Regular, AXIS - 12.0, 3);
            let label = Label::line("", 0.0, top, TEXT, "muted").with_lines(lines);
            y = y.max(label.next());
            self.headings.push(label);
        }
        for year in YEARS.0..=YEARS.1 {
            let x = AXIS + f64::from(year - YEARS.0) * (WIDTH - AXIS) / f64::from(YEARS.1 - YEARS.0);
            if year < YEARS.1 {
                let label = Label::line(year.to_string(), x + 1.6, y + 1.0, TEXT, "muted");
                self.years.push((x, label));
            } else {
                // The right edge of the last year; it needs no name.
                self.years.push((x, Label::line("", WIDTH, y + 1.0, SIZE, "muted").with_lines(Vec::new())));
            }
        }
        y + 5.0
    }

    fn dated(&mut self, view: &'a MonitorView, ties: &[&'a TieView], top: f64, lang: Lang) -> f64 {
        let mut y = top;
        for (name, mut group) in by_area(view, ties, lang) {
            self.rules.push(y);
            self.headings.push(Label::line(name, 0.0, y + 6.8, HEAD, "muted").bold());
            y += 8.5;
            group.sort_by_cached_key(|t| {
                let [from, until] = t.valid.given.clone();
                (from.or(t.valid.expected.clone()), until)
            });
            for tie in group {
                let base = y + LEADING - 1.6;
                let (labels, lines) = titled(tie, base, lang);
                let middle = base - 2.4;
                self.items.push(Item {
                    tie,
                    labels,
                    bar: bar(tie, middle),
                    expected: expected(tie, middle),
                    sign: None,
                });
                y += lines as f64 * LEADING + 0.3;
            }
        }
        self.rules.push(y);
        y
    }

    /// What has no date in the source: beside the name of each area its titles one after the other, as in an index.
    fn undated(&mut self, view: &'a MonitorView, ties: &[&'a TieView], top: f64, lang: Lang) -> f64 {
        if ties.is_empty() {
            return top - 9.0;
        }
        let n = ties.len();
        let text = match lang {
            Lang::Fr => format!("Sans date dans la source · {n}"),
            Lang::En => format!("No date in the source · {n}"),
        };
        self.headings.push(Label::line(text, 0.0, top, SIZE + 0.8, "name").bold());
        let mut y = top + 3.5;
        for (name, group) in by_area(view, ties, lang) {
            self.rules.push(y);
            let head = Label::line(name, 0.0, y + LEADING - 0.6, TEXT, "muted").bold();
            let mut flow = Flow { x: head.width() + 5.0, y: head.y, left: FLOW, right: WIDTH };
            self.headings.push(head);
            for tie in group {
                self.items.push(flow.item(tie, lang));
            }
            y = flow.y + 1.9;
        }
        self.rules.push(y);
        y + 1.0
    }
}

/// Where the next word of a running text stands, and between what it runs.
struct Flow {
    x: f64,
    y: f64,
    left: f64,
    right: f64,
}

impl Flow {
    /// An entry with its state, its number and its title.
    fn item<'a>(&mut self, tie: &'a TieView, lang: Lang) -> Item<'a> {
        let number = mark(tie, 0.0, 0.0);
        let title = tie.names.get(lang);
        let lead = 8.6 + number.width() + 2.4;
        // State, number and first word stay together.
        let first = title.split(' ').next().unwrap_or_default();
        if self.x > self.left && self.x + lead + width(first, TEXT, Weight::Regular) > self.right {
            self.next();
        }
        let sign = Point { x: self.x, y: self.y - 2.4 };
        let mut labels = vec![Label { x: self.x + 8.6, y: self.y, ..number }];
        self.x += lead;
        labels.extend(self.words(title, Weight::Regular));
        self.x += 5.0;
        Item { tie, labels, bar: None, expected: None, sign: Some(sign) }
    }

    /// Words from here on, a label for each line.
    fn words(&mut self, text: &str, weight: Weight) -> Vec<Label> {
        // A word wider than a whole line comes broken.
        let text = wrap(text, TEXT, weight, self.right - self.left, usize::MAX).join(" ");
        let (mut labels, mut line, mut from) = (Vec::new(), String::new(), self.x);
        for word in text.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            let fits = from + width(&longer, TEXT, weight) <= self.right;
            if fits || line.is_empty() && from <= self.left {
                line = longer;
            } else {
                if !line.is_empty() {
                    labels.push(Label::line(std::mem::take(&mut line), from, self.y, TEXT, "name"));
                }
                self.next();
                (line, from) = (word.to_owned(), self.left);
            }
        }
        self.x = from + width(&line, TEXT, weight);
        labels.push(Label::line(line, from, self.y, TEXT, "name"));
        labels
    }

    fn next(&mut self) {
        (self.x, self.y) = (self.left, self.y + LEADING);
    }
}

/// Whether its source dates it at all.
fn is_dated(tie: &TieView) -> bool {
    tie.valid.given.iter().any(Option::is_some) || tie.valid.expected.is_some()
}

/// The number, the title and behind it the period of a dated entry, with the number of lines that they take.
fn titled(tie: &TieView, base: f64, lang: Lang) -> (Vec<Label>, usize) {
    let mut flow = Flow { x: TITLES, y: base, left: TITLES, right: AXIS - 5.0 };
    let mut labels = vec![mark(tie, 0.0, base)];
    labels.extend(flow.words(tie.names.get(lang), Weight::Regular));
    let when = period(tie, lang);
    if flow.x + 5.0 + width(&when, TEXT, Weight::Bold) > flow.right {
        flow.next();
    } else {
        flow.x += 5.0;
    }
    labels.push(Label::line(when, flow.x, flow.y, TEXT, "name").bold());
    (labels, ((flow.y - base) / LEADING).round() as usize + 1)
}

/// Row, example or kind.
fn mark(tie: &TieView, x: f64, y: f64) -> Label {
    Label::line(tie_mark(tie), x, y, TEXT, "muted").bold()
}

/// Ties by their first area, and last those of none.
fn by_area<'a>(view: &MonitorView, ties: &[&'a TieView], lang: Lang) -> Vec<(String, Vec<&'a TieView>)> {
    let own =
        |id: Option<&String>| ties.iter().copied().filter(|t| t.areas.first() == id).collect::<Vec<_>>();
    let named = view.areas.iter().map(|a| (a.names.get(lang).to_owned(), own(Some(&a.id))));
    let none = said(lang, "Sans domaine technologique", "No technology area").to_owned();
    let groups = named.chain([(none, own(None))]).filter(|(_, g)| !g.is_empty());
    groups.map(|(name, g)| (format!("{name} · {}", g.len()), g)).collect()
}

fn moment(text: Option<&String>) -> Option<Moment> {
    text.and_then(|t| t.parse().ok())
}

/// The bar of a tie: from its beginning to its end, open where the source is.
fn bar(tie: &TieView, y: f64) -> Option<Bar> {
    const THICK: f64 = 2.7;
    const THIN: f64 = 1.1;
    const ARROW: f64 = 5.0;
    let [from, until] = [&tie.valid.given[0], &tie.valid.given[1]].map(|t| moment(t.as_ref()));
    if from.is_none() && until.is_none() {
        return None;
    }
    let start = from.map_or((AXIS - 1.0, AXIS - 1.0), |m| (place(m.start), place(m.end)));
    let end = until.map_or((WIDTH + 1.0, WIDTH + 1.0), |m| (place(m.start), place(m.end)));
    let (left, right) = (start.0, end.1);
    if right <= AXIS || left >= WIDTH {
        return None;
    }
    let open = (left < AXIS, right > WIDTH);
    // A day is so short on this axis that its own width says nothing.
    let day = |m: Option<Moment>| m.is_none_or(|m| m.precision == crate::dataset::Precision::Day);
    let sure = (if day(from) { left } else { start.1 }, if day(until) { right } else { end.0 });
    let mut steps = Vec::new();
    let hold = |x: f64| x.clamp(AXIS, WIDTH);
    if open.0 {
        steps.extend([(AXIS, 0.0), (AXIS + ARROW, THICK)]);
    }
    let (first, last) =
        (if open.0 { AXIS + ARROW } else { left }, if open.1 { WIDTH - ARROW } else { right });
    if sure.0 < sure.1 {
        let (a, b) = (hold(sure.0).max(first), hold(sure.1).min(last));
        if a > first {
            steps.extend([(first, THIN), (a, THIN)]);
        }
        steps.extend([(a, THICK), (b.max(a), THICK)]);
        if b < last {
            steps.extend([(b, THIN), (last, THIN)]);
        }
    } else {
        steps.extend([(first, THIN), (last.max(first), THIN)]);
    }
    if open.1 {
        steps.extend([(WIDTH - ARROW, THICK), (WIDTH, 0.0)]);
    }
    Some(Bar { y, steps, open })
}

/// The period in which its next state is expected.
fn expected(tie: &TieView, y: f64) -> Option<(f64, f64, f64)> {
    let m = moment(tie.valid.expected.as_ref())?;
    let (from, to) = (place(m.start), place(m.end));
    (within(from) || within(to)).then(|| (from.max(AXIS), to.min(WIDTH), y))
}
