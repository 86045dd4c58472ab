//! The calendar as SVG.

use super::calendar::{CalendarLayout, Item};
use super::calendar_bars::{Axis, Bar, Day};
use super::calendar_words::period;
use super::options::Options;
use super::paint::{frame, lozenge, open, star, tie_attributes, tie_title};
use super::paint_wheel::STAR;
use super::svg::{Svg, Writer, num};
use super::wheel::Point;
use crate::view::{Lang, MonitorView};

/// The calendar of a view.
pub fn calendar(view: &MonitorView, options: &Options) -> Svg {
    let layout = CalendarLayout::new(view, options);
    let mut w = Writer::default();
    let deadlines: Vec<&str> = view.deadlines.iter().map(|d| d.text.get(options.lang)).collect();
    let words = format!("{} {}", layout.frame.sentence, deadlines.join(" "));
    open(&mut w, "calendar", (layout.width, layout.height), &layout.frame.title, &words, options);
    patterns(&mut w, options);
    w.open("g", &[("class", "lines".to_owned()), ("aria-hidden", "true".to_owned())]);
    let (top, bottom) = layout.field;
    for (x, _) in &layout.years {
        w.path("hair", format!("M{} {}V{}", num(*x), num(top - 12.0), num(bottom)));
    }
    for y in &layout.rules {
        w.path("hair", format!("M0 {}H{}", num(*y), num(layout.width)));
    }
    w.close();
    w.open("g", &[("class", "heads".to_owned())]);
    layout.years.iter().filter(|(_, l)| !l.lines.is_empty()).for_each(|(_, l)| w.label(l));
    for (i, label) in layout.headings.iter().enumerate() {
        match layout.whole.iter().find(|(at, _)| *at == i) {
            None => w.label(label),
            Some((_, name)) => {
                w.open("g", &[("class", "head".to_owned())]);
                w.text("title", &[], name);
                w.label(label);
                w.close();
            }
        }
    }
    w.close();
    days(&mut w, &layout);
    w.open("g", &[("class", "items".to_owned())]);
    layout.items.iter().for_each(|i| item(&mut w, view, (i, layout.axis), options));
    w.close();
    over_bars(&mut w, &layout);
    w.open("g", &[("class", "legend".to_owned())]);
    for (what, at, label) in &layout.legend {
        w.open("g", &[("class", "entry".to_owned())]);
        sample(&mut w, what, *at, options);
        w.label(label);
        w.close();
    }
    w.close();
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

/// The lines of the days that matter, with their words; each stops where the years are named.
fn days(w: &mut Writer, layout: &CalendarLayout) {
    let (top, low) = layout.band;
    w.open("g", &[("class", "days".to_owned())]);
    for line in &layout.lines {
        w.open("g", &[("class", format!("day d-{}", line.what)), ("data-day", line.what.to_owned())]);
        let (x, from) = (num(line.x), num(line.label.y - 6.0));
        let d = format!("M{x} {from}V{}M{x} {}V{}", num(top), num(low), num(layout.field.1));
        w.path("stem", d);
        w.label(&line.label);
        w.close();
    }
    w.close();
}

/// The same lines once more where a bar lies over them, with a light edge that keeps them from being lost in it.
fn over_bars(w: &mut Writer, layout: &CalendarLayout) {
    const REACH: f64 = 3.4;
    w.open("g", &[("class", "days".to_owned()), ("aria-hidden", "true".to_owned())]);
    for line in &layout.lines {
        let covers = |bar: &&Bar| {
            let (first, last) = (bar.steps.first(), bar.steps.last());
            first.is_some_and(|f| f.0 < line.x) && last.is_some_and(|l| line.x < l.0)
        };
        let pieces: Vec<String> = layout
            .items
            .iter()
            .filter_map(|i| i.bar.as_ref())
            .filter(covers)
            .map(|bar| format!("M{} {}V{}", num(line.x), num(bar.y - REACH), num(bar.y + REACH)))
            .collect();
        if !pieces.is_empty() {
            w.open("g", &[("class", format!("day d-{}", line.what))]);
            w.path("halo", pieces.concat());
            w.path("stem", pieces.concat());
            w.close();
        }
    }
    w.close();
}

/// Patterns of the states that are neither full nor empty.
const PATTERNS: [(&str, &str, f64); 5] = [
    ("proposed", "M-1 1L1 -1M0 4L4 0M3 5L5 3", 4.0),
    ("negotiating", "M1 0V3", 2.0),
    ("agreed", "M0 0L3 3M3 0L0 3", 3.0),
    ("unconfirmed", "M1 1h.9v.9h-.9z", 3.0),
    ("unbegun", "M0 1.2H2.4", 2.4),
];

fn patterns(w: &mut Writer, options: &Options) {
    w.open("defs", &[]);
    for (state, d, size) in PATTERNS {
        w.open(
            "pattern",
            &[
                ("id", format!("{}fill-{state}", options.prefix)),
                ("width", num(size)),
                ("height", num(size)),
                ("patternUnits", "userSpaceOnUse".to_owned()),
            ],
        );
        let side = num(size);
        w.empty("rect", &[("class", "ground".to_owned()), ("width", side.clone()), ("height", side)]);
        w.path("weave", d.to_owned());
        w.close();
    }
    w.close();
}

/// The outline of a shape in a state: full when active, empty when over, woven in between.
fn shape(w: &mut Writer, state: &str, d: String, options: &Options) {
    let (class, fill) = match state {
        "active" => ("bar running", None),
        _ if PATTERNS.iter().any(|(s, ..)| *s == state) => {
            ("bar", Some(format!("url(#{}fill-{state})", options.prefix)))
        }
        _ => ("bar over", None),
    };
    let mut attributes = vec![("class", class.to_owned()), ("d", d)];
    attributes.extend(fill.map(|f| ("fill", f)));
    w.empty("path", &attributes);
}

fn outline(bar: &Bar) -> String {
    let upper = bar.steps.iter().map(|(x, h)| (x, bar.y - h));
    let lower = bar.steps.iter().rev().map(|(x, h)| (x, bar.y + h));
    let points: Vec<String> = upper.chain(lower).map(|(x, y)| format!("{} {}", num(*x), num(y))).collect();
    format!("M{}z", points.join("L"))
}

fn expected(w: &mut Writer, (from, to, y): (f64, f64, f64)) {
    let (a, b) = (num(from), num(to));
    let (high, low) = (num(y - 2.2), num(y + 2.2));
    w.path("whisker", format!("M{a} {high}V{low}M{a} {}H{b}M{b} {high}V{low}", num(y)));
    // At its end: until then the text is not behind.
    w.path("bar over", lozenge(Point { x: to, y }, 2.9));
}

/// The edges of a bar that goes on beyond the page: two strokes aslant.
fn broken(w: &mut Writer, bar: &Bar, axis: Axis) {
    let strokes = |x: f64| {
        let one = |x: f64| format!("M{} {}l1.6 -6.4", num(x), num(bar.y + 3.2));
        one(x) + &one(x + 2.0)
    };
    if bar.cut.0 {
        w.path("whisker", strokes(axis.left));
    }
    if bar.cut.1 {
        w.path("whisker", strokes(axis.right - 3.6));
    }
}

/// A day with the period in which it lies.
fn point(w: &mut Writer, state: &str, day: &Day, options: &Options) {
    let ((a, b), y) = (day.span, day.y);
    if b - a > 2.0 {
        let (a, b) = (num(a), num(b));
        w.path(
            "whisker",
            format!(
                "M{a} {}V{}M{a} {}H{b}M{b} {}V{}",
                num(y - 2.2),
                num(y + 2.2),
                num(y),
                num(y - 2.2),
                num(y + 2.2)
            ),
        );
    }
    let r = num(2.6);
    let d = format!("M{} {}a{r} {r} 0 1 1 5.2 0a{r} {r} 0 1 1 -5.2 0z", num(day.x - 2.6), num(y));
    shape(w, state, d, options);
}

fn block(at: Point, wide: f64) -> String {
    format!("M{} {}h{}v5.4h-{}z", num(at.x), num(at.y - 2.7), num(wide), num(wide))
}

fn item(w: &mut Writer, view: &MonitorView, (item, axis): (&Item, Axis), options: &Options) {
    let lang = options.lang;
    w.open("g", &tie_attributes(item.tie));
    let mut words = tie_title(item.tie, lang);
    let when = period(item.tie, lang);
    if !when.is_empty() {
        words.push_str(&format!(" ({when})"));
    }
    if let Some(calendar) = &item.tie.calendar {
        words.push_str(&format!(" «{calendar}»"));
    }
    words.push_str(&who(view, item, lang));
    w.text("title", &[], &words);
    if let Some(bar) = &item.bar {
        if !bar.steps.is_empty() {
            shape(w, item.tie.state, outline(bar), options);
        }
        broken(w, bar, axis);
    }
    if let Some(day) = &item.day {
        point(w, item.tie.state, day, options);
    }
    if let Some(span) = item.expected {
        expected(w, span);
    }
    if let Some(at) = item.sign {
        shape(w, item.tie.state, block(at, 7.0), options);
    }
    item.labels.iter().for_each(|l| w.label(l));
    if let Some(at) = item.star {
        star(w, at, STAR);
    }
    w.close();
}

/// Who takes part.
fn who(view: &MonitorView, item: &Item, lang: Lang) -> String {
    let names: Vec<&str> = item
        .tie
        .parties
        .iter()
        .filter_map(|p| view.actors.iter().find(|a| a.id == p.id))
        .map(|a| a.names.get(lang))
        .collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

fn sample(w: &mut Writer, what: &str, at: Point, options: &Options) {
    let Point { x, y } = at;
    let shaped = |steps| Bar { y, steps, open: (false, false), cut: (false, false) };
    let bar = |steps| outline(&shaped(steps));
    match what {
        "thin" => {
            shape(w, "active", bar(vec![(x, 1.1), (x + 6.0, 1.1), (x + 6.0, 2.7), (x + 20.0, 2.7)]), options)
        }
        "arrow" => shape(w, "active", bar(vec![(x, 2.7), (x + 15.0, 2.7), (x + 20.0, 0.0)]), options),
        "cut" => {
            shape(w, "active", bar(vec![(x, 2.7), (x + 15.0, 2.7)]), options);
            let one = |x: f64| format!("M{} {}l1.6 -6.4", num(x), num(y + 3.2));
            w.path("whisker", one(x + 16.4) + &one(x + 18.4));
        }
        "day" => point(w, "agreed", &Day { y, x: x + 10.0, span: (x + 10.0, x + 10.0) }, options),
        "expected" => expected(w, (x, x + 16.0, y)),
        "star" => star(w, Point { x: x + 10.0, y }, STAR),
        state => shape(w, state, block(at, 20.0), options),
    }
}
