//! The times of the calendar as shapes.
//!
//! A bar is thick where the source leaves no doubt and thin within the year, quarter or month beyond which it gives no
//! nearer date. Where the source gives no end it ends in an arrow; where the page ends before it, in a broken edge. What
//! is concluded on a day, or lasts one, is a point: nothing says that it runs from then on.

use super::calendar::YEARS;
use super::calendar_words::by_source;
use crate::dataset::{Date, Moment, Precision, parse_date};
use crate::view::{Lang, MonitorView, TieView};

/// Half the thickness of a bar, sure and unsure.
const THICK: f64 = 2.7;
const THIN: f64 = 1.1;
/// Length of an arrow, and of a broken edge.
pub(super) const ARROW: f64 = 5.0;

/// A bar of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Height of its axis.
    pub y: f64,
    /// Its outline from left to right: position, and half its thickness there; nothing where all of it lies beyond the
    /// page.
    pub steps: Vec<(f64, f64)>,
    /// Whether the source gives no start, and no end: it ends there in an arrow.
    pub open: (bool, bool),
    /// Whether it goes on beyond the page, left and right: it is broken there.
    pub cut: (bool, bool),
}

/// A point of the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// Height of its middle.
    pub y: f64,
    /// Its middle.
    pub x: f64,
    /// Between what it may lie, where the source leaves the day open.
    pub span: (f64, f64),
}

/// Where the years begin and end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Left edge of the first.
    pub left: f64,
    /// Right edge of the last.
    pub right: f64,
}

impl Axis {
    /// The left edge of a year, or the right one of the year before.
    pub(super) fn year(&self, year: i32) -> f64 {
        self.left + f64::from(year - YEARS.0) * (self.right - self.left) / f64::from(YEARS.1 - YEARS.0)
    }

    /// The place of a day on the axis, not yet held within it.
    pub(super) fn place(&self, day: Date) -> f64 {
        let length = f64::from(time::util::days_in_year(day.year()));
        let (from, to) = (self.year(day.year()), self.year(day.year() + 1));
        from + (to - from) * f64::from(day.ordinal() - 1) / length
    }

    pub(super) fn holds(&self, x: f64) -> bool {
        (self.left..=self.right).contains(&x)
    }
}

fn moment(text: Option<&String>) -> Option<Moment> {
    text.and_then(|t| t.parse().ok())
}

/// The one day of a tie: it begins and ends on it, or it was concluded on it and nothing says what followed.
pub(super) fn day(tie: &TieView, y: f64, as_of: Option<Date>, axis: Axis) -> Option<Day> {
    let [from, until] = [&tie.valid.given[0], &tie.valid.given[1]].map(|t| moment(t.as_ref()));
    let from = from?;
    let one = until.is_some_and(|u| u == from && from.precision == Precision::Day);
    let concluded = until.is_none() && tie.state == "agreed" && as_of.is_some_and(|day| from.start <= day);
    let (left, right) = (axis.place(from.start), axis.place(from.end));
    (one || concluded)
        .then(|| (left.max(axis.left), right.min(axis.right)))
        .filter(|(a, b)| a < b)
        .map(|span| Day { y, x: (span.0 + span.1) / 2.0, span })
}

/// The bar of a tie: from its beginning to its end, open where the source is, broken where the page ends.
pub(super) fn bar(tie: &TieView, y: f64, axis: Axis) -> Option<Bar> {
    let [from, until] = [&tie.valid.given[0], &tie.valid.given[1]].map(|t| moment(t.as_ref()));
    if from.is_none() && until.is_none() {
        return None;
    }
    let start = from.map_or((axis.left - 1.0, axis.left - 1.0), |m| (axis.place(m.start), axis.place(m.end)));
    let end =
        until.map_or((axis.right + 1.0, axis.right + 1.0), |m| (axis.place(m.start), axis.place(m.end)));
    let (left, right) = (start.0, end.1);
    let over = (left < axis.left - 1e-6, right > axis.right + 1e-6);
    let open = (from.is_none(), until.is_none());
    let cut = (over.0 && !open.0, over.1 && !open.1);
    if right <= axis.left || left >= axis.right {
        // All of it lies beyond the page: the broken edge alone stands where it would go on.
        let (before, after) = (right <= axis.left, left >= axis.right);
        return Some(Bar { y, steps: Vec::new(), open: (false, false), cut: (before, after) });
    }
    // A day is so short on this axis that its own width says nothing.
    let day = |m: Option<Moment>| m.is_none_or(|m| m.precision == Precision::Day);
    let sure = (if day(from) { left } else { start.1 }, if day(until) { right } else { end.0 });
    let mut steps = Vec::new();
    let hold = |x: f64| x.clamp(axis.left, axis.right);
    if over.0 && !cut.0 {
        steps.extend([(axis.left, 0.0), (axis.left + ARROW, THICK)]);
    }
    let first = if over.0 { axis.left + ARROW } else { left };
    let last = if over.1 { axis.right - ARROW } else { right };
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
    if over.1 && !cut.1 {
        steps.extend([(axis.right - ARROW, THICK), (axis.right, 0.0)]);
    }
    Some(Bar { y, steps, open: (open.0 && over.0, open.1 && over.1), cut })
}

/// The period in which its next state is expected; at the edge where it lies beyond the page.
pub(super) fn expected(tie: &TieView, y: f64, axis: Axis) -> Option<(f64, f64, f64)> {
    let m = moment(tie.valid.expected.as_ref())?;
    let (from, to) = (axis.place(m.start), axis.place(m.end));
    (axis.holds(from) || axis.holds(to)).then(|| (from.max(axis.left), to.min(axis.right), y))
}

/// Which shapes a calendar has, so that its legend names these and no others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Used {
    pub(super) thin: bool,
    pub(super) open: bool,
    pub(super) cut: bool,
    pub(super) day: bool,
    pub(super) expected: bool,
    pub(super) star: bool,
}

impl Used {
    pub(super) fn of(view: &MonitorView, axis: Axis) -> Used {
        let mut used = Used::default();
        let as_of = parse_date(&view.dates.as_of).ok();
        for tie in view.actions.iter().map(|a| &a.tie).chain(&view.dated) {
            used.star |= by_source(tie, Lang::En).1.is_some();
            used.expected |= expected(tie, 0.0, axis).is_some();
            if day(tie, 0.0, as_of, axis).is_some() {
                used.day = true;
            } else if let Some(bar) = bar(tie, 0.0, axis) {
                used.thin |= bar.steps.iter().any(|(_, half)| *half == THIN);
                used.open |= bar.open.0 || bar.open.1;
                used.cut |= bar.cut.0 || bar.cut.1;
            }
        }
        used
    }
}
