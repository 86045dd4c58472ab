//! The calendar as geometry: what is dated as bars over the years, what is not in a band of its own.
//!
//! Every action stands in its first area, once; how its time is drawn says [`calendar_bars`](super::calendar_bars).

use super::calendar_bars::{Axis, Bar, Day, Used, bar, day, expected};
use super::calendar_flow::{APART, FLOW, Flow, LEADING, TEXT, mark};
use super::calendar_words::{legend_words, line_words, notes, period, sentence, title};
use super::frame::Frame;
use super::options::Options;
use super::sheet::{Around, SIZE, filling, said};
use super::text::{Anchor, Label, LabelBox, Weight, width, wrap};
use super::wheel::Point;
use crate::dataset::parse_date;
use crate::view::{Lang, MonitorView, TieView};

/// First year, and the first after the last.
pub(super) const YEARS: (i32, i32) = (2023, 2031);
/// Where the titles begin, unless a mark before them is broader.
const TITLES: f64 = 18.6;
/// How broad the years are together.
const FIELD: f64 = 151.0;
/// By how much a calendar of many lines grows broader at a time, beyond the width of a portrait page, at which a unit is
/// a point.
const BROADER: f64 = 1.0;
/// Size of the names of areas.
const HEAD: f64 = 6.8;

/// An entry: an action, or a dated instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// The tie.
    pub tie: &'a TieView,
    /// Number and title.
    pub labels: Vec<Label>,
    /// Its time.
    pub bar: Option<Bar>,
    /// Its one day, where it has no length.
    pub day: Option<Day>,
    /// The period in which the next state is expected: left end, right end, height.
    pub expected: Option<(f64, f64, f64)>,
    /// Where its state is shown, in the band without dates.
    pub sign: Option<Point>,
    /// The star before the source, where an additional source speaks.
    pub star: Option<Point>,
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
    /// Where the years lie.
    pub axis: Axis,
    /// Years: left edge and name.
    pub years: Vec<(f64, Label)>,
    /// Top and bottom of the field of years.
    pub field: (f64, f64),
    /// Days that matter.
    pub lines: Vec<DayLine>,
    /// Top and bottom of the row of the years' names, in which no line of a day stands.
    pub band: (f64, f64),
    /// Headings, and the Council's rhythm.
    pub headings: Vec<Label>,
    /// The whole of each heading that had no room: its index and its words.
    pub whole: Vec<(usize, String)>,
    /// Lines between areas.
    pub rules: Vec<f64>,
    /// Entries.
    pub items: Vec<Item<'a>>,
    /// States and ends in words.
    pub legend: Vec<(&'static str, Point, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
}

impl<'a> CalendarLayout<'a> {
    /// Lays out the calendar: longer than its page it grows broader, so that its titles need fewer lines; the narrowest
    /// that the page is filled by.
    pub fn new(view: &'a MonitorView, options: &Options) -> CalendarLayout<'a> {
        filling(BROADER, |width| CalendarLayout::wide(view, options, width), |l| (l.width, l.height))
    }

    fn wide(view: &'a MonitorView, options: &Options, width: f64) -> CalendarLayout<'a> {
        let lang = options.lang;
        let mut out = CalendarLayout {
            width,
            height: 0.0,
            axis: Axis { left: width - FIELD, right: width },
            years: Vec::new(),
            field: (0.0, 0.0),
            lines: Vec::new(),
            band: (0.0, 0.0),
            headings: Vec::new(),
            whole: Vec::new(),
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
            notes: notes(view, is_selection, lang),
            dataset: &view.dataset,
            dates: &view.dates,
        };
        let top = out.legend(view, around.below(width, options) + 2.4, lang);
        let top = out.axis(view, top + 3.6, lang);
        let bottom = out.dated(view, &dated, top, lang);
        out.field = (top, bottom);
        let bottom = out.undated(view, &undated, bottom + 8.2, lang);
        (out.frame, out.height) = around.frame(width, bottom, options);
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
        let used = Used::of(view, self.axis);
        for (sign, text) in legend_words(&states, used, lang) {
            let wide = 24.0 + width(text, TEXT, Weight::Regular) + 9.0;
            if x > 0.0 && x + wide - 9.0 > self.width {
                (x, y) = (0.0, y + 10.0);
            }
            let label = Label::line(text, x + 24.0, y, TEXT, "name");
            self.legend.push((sign, Point { x, y: y - 2.5 }, label));
            x += wide;
        }
        y + 4.6
    }

    /// The years, the days that matter, the Council's rhythm; gives where the bars may begin.
    fn axis(&mut self, view: &MonitorView, top: f64, lang: Lang) -> f64 {
        let mut y = top;
        let rhythm: Vec<&str> =
            view.deadlines.iter().filter(|d| d.due.is_none()).map(|d| d.text.get(lang)).collect();
        let mut days = line_words(view, lang);
        days.retain(|(_, day, _)| self.axis.holds(self.axis.place(*day)));
        // From right to left and from above: the line of a day further to the left begins below the words of those
        // before it. The words stand to the right of their line where no other line is in their way, else to the left.
        days.sort_by_key(|(_, day, _)| std::cmp::Reverse(*day));
        let mut free = self.width;
        for (what, day, text) in days {
            let x = self.axis.place(day);
            let label = Label::line("", x + 3.0, y, TEXT, "name").bold();
            let label = label.with_lines(wrap(&text, TEXT, Weight::Bold, self.axis.left, 1));
            let label = match label.x + label.width() + 2.0 > free {
                true => Label { x: x - 3.0, ..label }.anchored(Anchor::End),
                false => label,
            };
            free = x;
            self.lines.push(DayLine { what, x, label });
            y += LEADING + 0.6;
        }
        if !rhythm.is_empty() {
            let lines = wrap(&rhythm.join(" "), TEXT, Weight::Regular, self.axis.left - 12.0, 3);
            let label = Label::line("", 0.0, top, TEXT, "muted").with_lines(lines);
            y = y.max(label.next());
            self.headings.push(label);
        }
        self.band = (y + 1.0 - TEXT * 0.93, y + 1.0 + TEXT * 0.24);
        for year in YEARS.0..=YEARS.1 {
            let x = self.axis.year(year);
            if year < YEARS.1 {
                let label = Label::line(year.to_string(), x + 1.6, y + 1.0, TEXT, "muted");
                self.years.push((x, label));
            } else {
                // The right edge of the last year; it needs no name.
                self.years
                    .push((x, Label::line("", self.width, y + 1.0, SIZE, "muted").with_lines(Vec::new())));
            }
        }
        y + 5.0
    }

    fn dated(&mut self, view: &'a MonitorView, ties: &[&'a TieView], top: f64, lang: Lang) -> f64 {
        let mut y = top;
        let as_of = parse_date(&view.dates.as_of).ok();
        for (name, mut group) in by_area(view, ties, lang) {
            self.rules.push(y);
            let head = Label::line("", 0.0, y + 6.4, HEAD, "muted").bold();
            self.head(head, &name, self.axis.left - 5.0);
            y += 8.1;
            group.sort_by_cached_key(|t| {
                let [from, until] = t.valid.given.clone();
                (from.or(t.valid.expected.clone()), until)
            });
            for tie in group {
                let base = y + LEADING - 1.6;
                let (labels, star, lines) = self.titled(view, tie, base, lang);
                let middle = base - 2.4;
                let day = day(tie, middle, as_of, self.axis);
                self.items.push(Item {
                    tie,
                    labels,
                    bar: if day.is_some() { None } else { bar(tie, middle, self.axis) },
                    day,
                    expected: expected(tie, middle, self.axis),
                    sign: None,
                    star,
                });
                y += lines as f64 * LEADING;
            }
        }
        self.rules.push(y);
        y
    }

    /// A heading on one line with a count after it: how wide it is; the whole is kept where it had to be cut.
    fn head(&mut self, label: Label, (name, count): &(String, usize), room: f64) -> f64 {
        let count = format!(" · {count}");
        let taken = width(&count, label.size, Weight::Bold);
        let short = wrap(name, label.size, Weight::Bold, room - taken, 1).join(" ");
        if short.ends_with('…') && short != *name {
            self.whole.push((self.headings.len(), name.clone()));
        }
        let label = label.with_lines(vec![format!("{short}{count}")]);
        let wide = label.width();
        self.headings.push(label);
        wide
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
            let head = Label::line("", 0.0, y + LEADING - 0.6, TEXT, "muted").bold();
            let wide = self.head(head, &name, self.width);
            let mut flow = Flow { x: wide + 5.0, y: y + LEADING - 0.6, left: FLOW, right: self.width };
            for tie in group {
                self.items.push(flow.item(view, tie, lang));
            }
            y = flow.y + 0.8;
        }
        self.rules.push(y);
        y + 1.0
    }

    /// The number, the title and behind it the period of a dated entry; its star, and the number of lines that they take.
    fn titled(
        &self,
        view: &MonitorView,
        tie: &TieView,
        base: f64,
        lang: Lang,
    ) -> (Vec<Label>, Option<Point>, usize) {
        let number = mark(tie, 0.0, base);
        let x = TITLES.max(number.width() + 3.0);
        let mut flow = Flow { x, y: base, left: TITLES, right: self.axis.left - 4.0 };
        let mut labels = vec![number];
        let star = flow.title(tie, lang, &mut labels);
        let when = period(tie, lang);
        if flow.x + APART + width(&when, TEXT, Weight::Bold) > flow.right {
            flow.next();
        } else {
            flow.x += APART;
        }
        let when = Label::line(when, flow.x, flow.y, TEXT, "name").bold();
        flow.x += when.width();
        labels.push(when);
        labels.extend(flow.exceptions(view, tie, lang));
        (labels, star, ((flow.y - base) / LEADING).round() as usize + 1)
    }
}

/// Whether its source dates it at all.
fn is_dated(tie: &TieView) -> bool {
    tie.valid.given.iter().any(Option::is_some) || tie.valid.expected.is_some()
}

/// Ties by their first area, and last those of none.
fn by_area<'a>(
    view: &MonitorView,
    ties: &[&'a TieView],
    lang: Lang,
) -> Vec<((String, usize), Vec<&'a TieView>)> {
    let own =
        |id: Option<&String>| ties.iter().copied().filter(|t| t.areas.first() == id).collect::<Vec<_>>();
    let named = view.areas.iter().map(|a| (a.names.get(lang).to_owned(), own(Some(&a.id))));
    let none = said(lang, "Sans domaine technologique", "No technology area").to_owned();
    let groups = named.chain([(none, own(None))]).filter(|(_, g)| !g.is_empty());
    groups.map(|(name, g)| ((name, g.len()), g)).collect()
}
