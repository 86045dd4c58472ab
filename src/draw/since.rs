//! Since when and until when, as far as the sources date an instrument: a table in the corner of the wheel, so that
//! paper says it too.

use std::collections::BTreeMap;

use super::dates::when;
use super::legend::short;
use super::nouns::Noun;
use super::phrases::Phrase;
use super::plan::Plan;
use super::text::{Label, LabelBox, Weight, wrap};
use crate::view::{Lang, TieView};

/// Size of its text, as in the legend.
const SIZE: f64 = 7.2;
/// From line to line.
const LEADING: f64 = 8.43;
/// Widths among which the one is taken that needs least room below.
const WIDTHS: std::ops::Range<i32> = 100..240;
const STEP: usize = 6;
/// By how much the canvas may grow at all.
const MOST_DOWN: f64 = 200.0;
/// Between the table and the names of the rim: beside it, so that none reads on into it, and above it.
const AIR: (f64, f64) = (5.0, 3.0);
/// By how much the canvas may grow for a table of rows.
const MUCH: f64 = 12.0;
/// The most lines of a row.
const LINES: usize = 30;
/// The most rows; the calendar shows every line with a date.
const MOST: usize = 9;
/// The most names in a row.
const NAMES: usize = 3;

/// The rows of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Dated {
    /// When, who, through what.
    rows: Vec<String>,
    /// The heading: how many have no date; alone where none has one.
    heading: String,
    /// How many more have a date.
    after: Option<String>,
}

/// The dated instruments that a wheel with the EU draws; where the sources date none, how many there are.
pub(super) fn dated(plan: &Plan<'_>, lang: Lang) -> Dated {
    let Some(hub) = plan.hub else { return Dated::default() };
    let instruments: Vec<&TieView> =
        plan.drawn().filter(|t| !matches!(t.kind, "ACTION" | "MEMBER" | "FORUM")).collect();
    let name = |id: &String| -> String {
        let node = plan.view.nodes.iter().find(|n| n.id == *id);
        node.map_or(id.as_str(), |n| n.names.get(lang)).to_owned()
    };
    // The earliest first; what is only expected comes last.
    let mut found: BTreeMap<(bool, &str, &str, String), Vec<String>> = BTreeMap::new();
    let mut none = 0;
    for tie in &instruments {
        let when = when(lang, &tie.valid, tie.state);
        if when.is_empty() {
            none += 1;
            continue;
        }
        let since = format!("{} ", Phrase::Since.get(lang));
        let when = when.strip_prefix(&since).map_or(when.clone(), str::to_owned);
        let valid = &tie.valid;
        let day = [&valid.from, &valid.to, &valid.expected].into_iter().flatten().next();
        let key =
            (valid.from.is_none() && valid.to.is_none(), day.map_or("", String::as_str), tie.kind, when);
        let names = tie.participants.iter().filter(|p| **p != hub.id).map(name);
        found.entry(key).or_default().extend(names);
    }
    let part = |when: &str, mut names: Vec<String>| {
        names.sort_unstable();
        names.dedup();
        let who = match names.len() {
            0..=NAMES => names.join(", "),
            n => Noun::Partner.counted(lang, n),
        };
        format!("{when}: {who}")
    };
    // What is of one kind stands in one row, at the place of the earliest.
    let mut by_kind: Vec<((bool, &str), Vec<String>)> = Vec::new();
    for ((expected, _, kind, when), names) in found {
        let words = part(&when, names);
        match by_kind.iter_mut().find(|(key, _)| *key == (expected, kind)) {
            Some((_, parts)) => parts.push(words),
            None => by_kind.push(((expected, kind), vec![words])),
        }
    }
    let row = |((_, kind), parts): ((bool, &str), Vec<String>)| {
        format!("{} ({})", parts.join("; "), short(&plan.view.kinds, kind, lang))
    };
    let mut rows: Vec<String> = by_kind.into_iter().map(row).collect();
    if rows.is_empty() {
        // That no date is given is said too: an empty corner would not tell it from what is not asked.
        let heading = match none {
            0 => String::new(),
            n => format!("{}: {} ({n})", Phrase::SinceWhen.get(lang), Phrase::NoDate.get(lang)),
        };
        return Dated { heading, ..Dated::default() };
    }
    let more = rows.len().saturating_sub(MOST);
    rows.truncate(MOST);
    let undated = (none > 0).then(|| format!(" ({})", Noun::Undated.counted(lang, none)));
    let heading = format!("{}{}", Phrase::SinceWhen.get(lang), undated.unwrap_or_default());
    Dated { rows, heading, after: (more > 0).then(|| Noun::DatedMore.counted(lang, more)) }
}

impl Dated {
    /// The table in the lower right corner of a canvas, and by how much the canvas must grow for it: nothing of it lies
    /// over a label or within the circle.
    pub(super) fn place(
        &self,
        (wide, tall): (f64, f64),
        taken: &[LabelBox],
        circle: (f64, f64, f64),
    ) -> (Vec<Label>, f64) {
        if self.heading.is_empty() {
            return (Vec::new(), 0.0);
        }
        let table = self.least((wide, tall), taken, circle);
        if table.1 <= MUCH || self.rows.is_empty() {
            return table;
        }
        // A long table would make the canvas much taller: its rows one after the other need fewer lines.
        let running = Dated { rows: vec![format!("{}.", self.rows.join(". "))], ..self.clone() };
        let running = running.least((wide, tall), taken, circle);
        if running.1 < table.1 { running } else { table }
    }

    /// The width with which the canvas grows least.
    fn least(
        &self,
        (wide, tall): (f64, f64),
        taken: &[LabelBox],
        circle: (f64, f64, f64),
    ) -> (Vec<Label>, f64) {
        let mut best: Option<(Vec<Label>, f64)> = None;
        for room in WIDTHS.step_by(STEP).map(f64::from) {
            let labels = self.labels(room, (wide, tall));
            let boxes: Vec<LabelBox> = labels.iter().map(Label::bounds).collect();
            // By how much it must stand lower for what is in its way, and again for what is in its way there.
            let further = |down: f64| {
                let around = |b: &LabelBox| LabelBox {
                    x: b.x - AIR.0,
                    y: b.y + down - AIR.1,
                    width: b.width + AIR.0,
                    height: b.height + AIR.1,
                };
                let below = |b: &LabelBox| {
                    let passed = taken.iter().filter(|t| t.overlaps(b)).map(|t| t.y + t.height - b.y);
                    let near = distance(b, (circle.0, circle.1)) <= circle.2;
                    passed.chain(near.then_some(1.0)).fold(0.0, f64::max)
                };
                boxes.iter().map(around).map(|b| below(&b)).fold(0.0, f64::max)
            };
            let mut down = 0.0;
            while down < MOST_DOWN {
                match further(down) {
                    0.0 => break,
                    more => down = (down + more).ceil(),
                }
            }
            // Of two that need the same room the one of fewer lines is the more quietly read.
            let lines = |labels: &[Label]| labels.iter().map(|l| l.lines.len()).sum::<usize>();
            let better = |(other, least): &(Vec<Label>, f64)| {
                down < *least || down == *least && lines(&labels) < lines(other)
            };
            if best.as_ref().is_none_or(better) {
                let labels = labels.into_iter().map(|l| Label { y: l.y + down, ..l }).collect();
                best = Some((labels, down));
            }
        }
        best.unwrap_or_default()
    }

    /// Its labels where it ends at the lower right corner.
    fn labels(&self, room: f64, (wide, tall): (f64, f64)) -> Vec<Label> {
        let left = wide - room;
        let mut y = 0.0;
        let mut out: Vec<Label> = Vec::new();
        let mut put = |text: &str, weight: Weight, class| {
            let label = Label {
                weight,
                leading: LEADING,
                ..Label::line("", left, y, SIZE, class).with_lines(wrap(text, SIZE, weight, room, LINES))
            };
            y = label.next();
            out.push(label);
        };
        put(&self.heading, Weight::Bold, "muted");
        self.rows.iter().for_each(|text| put(text, Weight::Regular, "name"));
        self.after.iter().for_each(|text| put(text, Weight::Regular, "muted"));
        let up = tall - 2.0 - (y - LEADING);
        out.into_iter().map(|l| Label { y: l.y + up, ..l }).collect()
    }
}

/// How far a point lies from a box.
fn distance(b: &LabelBox, (x, y): (f64, f64)) -> f64 {
    let dx = (b.x - x).max(x - b.x - b.width).max(0.0);
    let dy = (b.y - y).max(y - b.y - b.height).max(0.0);
    dx.hypot(dy)
}
