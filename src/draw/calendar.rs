//! The calendar as geometry: what is dated as bars over the years, what is not in a band of its own.
//!
//! A bar is thick where the source leaves no doubt and thin within the year, quarter or month beyond which it gives no
//! nearer date; it ends in an arrow where the source gives no end, or where the page ends. Every action stands in its
//! first area, once.

use super::calendar_words::{legend_words, line_words, notes, period, sentence, title};
use super::frame::Frame;
use super::matrix::tie_mark;
use super::options::Options;
use super::sheet::{Around, SIZE, said};
use super::text::{Anchor, Label, LabelBox, Weight, width, wrap};
use super::wheel::Point;
use crate::dataset::{Date, Moment};
use crate::view::{Lang, MonitorView, TieView};

/// First year, and the first after the last.
pub(super) const YEARS: (i32, i32) = (2023, 2031);
/// Where the titles, the words of a period and the years begin.
const TITLES: f64 = 26.0;
const WORDS: f64 = 354.0;
const AXIS: f64 = 360.0;
/// Width of the canvas: with the usual number of actions it has the shape of an A4 page.
const WIDTH: f64 = 660.0;
/// Size of titles.
const TEXT: f64 = 6.9;
/// From line to line.
const LEADING: f64 = 8.2;

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
        let around = Around {
            title: title(lang),
            sentence: sentence(view, dated.len(), undated.len(), lang),
            notes: notes(lang),
            dataset: &view.dataset,
            dates: &view.dates,
        };
        let top = out.legend(view, around.below(WIDTH) + 8.0, lang);
        let top = out.axis(view, top + 10.0, lang);
        let bottom = out.dated(view, &dated, top, lang);
        out.field = (top, bottom);
        let bottom = out.undated(view, &undated, bottom + 16.0, lang);
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
            let lines = wrap(&rhythm.join(" "), TEXT, Weight::Regular, AXIS - 24.0, 3);
            let label = Label::line("", 0.0, top, TEXT, "muted").with_lines(lines);
            y = y.max(label.next());
            self.headings.push(label);
        }
        for year in YEARS.0..=YEARS.1 {
            let x = AXIS + f64::from(year - YEARS.0) * (WIDTH - AXIS) / f64::from(YEARS.1 - YEARS.0);
            if year < YEARS.1 {
                let label = Label::line(year.to_string(), x + 3.0, y + 1.0, SIZE, "muted");
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
            self.headings.push(Label::line(name, 0.0, y + 9.0, SIZE, "muted").bold());
            y += 12.0;
            group.sort_by_cached_key(|t| {
                let [from, until] = t.valid.given.clone();
                (from.or(t.valid.expected.clone()), until)
            });
            for tie in group {
                let words = wrap(&period(tie, lang), TEXT, Weight::Regular, 74.0, 1);
                let title = wrap(tie.names.get(lang), TEXT, Weight::Regular, WORDS - TITLES - 80.0, 3);
                let lines = title.len() as f64;
                let base = y + LEADING - 1.4;
                let labels = vec![
                    mark(tie, 0.0, base),
                    Label {
                        leading: LEADING,
                        ..Label::line("", TITLES, base, TEXT, "name").with_lines(title)
                    },
                    Label::line("", WORDS, base, TEXT, "muted").with_lines(words).anchored(Anchor::End),
                ];
                let middle = base - 2.4;
                self.items.push(Item {
                    tie,
                    labels,
                    bar: bar(tie, middle),
                    expected: expected(tie, middle),
                    sign: None,
                });
                y += lines * LEADING + 1.6;
            }
        }
        self.rules.push(y);
        y
    }

    /// What has no date in the source, in two columns.
    fn undated(&mut self, view: &'a MonitorView, ties: &[&'a TieView], top: f64, lang: Lang) -> f64 {
        let n = ties.len();
        let text = match lang {
            Lang::Fr => format!("Sans date dans la source · {n}"),
            Lang::En => format!("No date in the source · {n}"),
        };
        self.headings.push(Label::line(text, 0.0, top, SIZE + 0.8, "name").bold());
        self.rules.push(top + 3.5);
        let groups = by_area(view, ties, lang);
        const COLUMN: f64 = WIDTH / 2.0;
        let title =
            |tie: &TieView| wrap(tie.names.get(lang), TEXT, Weight::Regular, COLUMN - TITLES - 20.0, 3);
        let height = |group: &[&TieView]| {
            13.0 + group.iter().map(|t| title(t).len() as f64 * LEADING + 1.2).sum::<f64>()
        };
        let all: f64 = groups.iter().map(|(_, g)| height(g)).sum();
        let (mut x, mut y, mut lowest) = (0.0, top + 5.0, top + 5.0);
        for (name, group) in groups {
            // A group that would end further below the middle than it begins above it goes to the second column.
            if x == 0.0 && y > top + 5.0 && y - top - 5.0 + height(&group) / 2.0 > all / 2.0 {
                (x, y) = (COLUMN + 4.0, top + 5.0);
            }
            self.headings.push(Label::line(name, x, y + 8.6, TEXT, "muted").bold());
            y += 12.0;
            for tie in group {
                let lines = title(tie);
                let tall = lines.len() as f64 * LEADING + 1.2;
                let base = y + LEADING - 1.6;
                let label = Label::line("", x + TITLES + 10.0, base, TEXT, "name").with_lines(lines);
                self.items.push(Item {
                    tie,
                    labels: vec![mark(tie, x + 10.0, base), Label { leading: LEADING, ..label }],
                    bar: None,
                    expected: None,
                    sign: Some(Point { x, y: base - 2.4 }),
                });
                y += tall;
            }
            y += 1.0;
            lowest = f64::max(lowest, y);
        }
        lowest + 3.0
    }
}

/// Whether its source dates it at all.
fn is_dated(tie: &TieView) -> bool {
    tie.valid.given.iter().any(Option::is_some) || tie.valid.expected.is_some()
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
