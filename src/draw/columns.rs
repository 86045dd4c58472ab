//! Who stands in which of the two columns of the rim, and how many lines each name takes there.

use std::collections::BTreeSet;

use super::bundle;
use super::phrases::Phrase;
use super::plan::{Bucket, Plan, Seat};
use super::rim::{FILL, HEADING, LEADING, SIZE, Stand, reserve};
use super::text::{Weight, wrap};
use super::wheel::{Circles, Side};
use crate::view::Lang;

/// Most arcs of groupings around each other.
const TRACKS: usize = 8;
/// Most lines of a name.
const LINES: usize = 3;

/// A seat in its column, with the heading that stands above it.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Index of its bucket.
    pub(super) bucket: usize,
    /// Its index there.
    pub(super) seat: usize,
    /// The heading above it.
    pub(super) heading: Option<String>,
    /// Its name.
    pub(super) name: String,
    /// How it is set.
    pub(super) weight: Weight,
    /// Lines of its name.
    pub(super) lines: usize,
    /// Width of its bundle on the rim.
    bundle: f64,
}

impl Unit {
    /// Height of its label.
    pub(super) fn text(&self) -> f64 {
        self.lines as f64 * LEADING + 0.2
    }

    /// From the middle of the label to the upper edge of all that stands with it.
    fn above(&self) -> f64 {
        self.text() / 2.0 + if self.heading.is_some() { HEADING } else { 0.0 }
    }

    /// From the middle of this label to the middle of the next: neither labels nor bundles meet.
    fn to(&self, next: &Unit) -> f64 {
        (self.text() / 2.0 + next.above()).max((self.bundle + next.bundle) / 2.0 + 2.2)
    }
}

/// The two columns.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// Left and right, from the top down.
    pub(super) sides: [Vec<Unit>; 2],
    /// How many arcs of groupings stand around each other.
    pub(super) tracks: usize,
}

impl Columns {
    /// The middles of the labels of a side, spread over the height of the rim.
    pub(super) fn middles(&self, side: Side, circles: &Circles) -> Vec<f64> {
        let units = &self.sides[side as usize];
        let free = (2.0 * circles.rim * FILL - height(units)).max(0.0);
        let pad = free / units.len().max(1) as f64;
        let mut middle = circles.center.y - circles.rim * FILL + pad / 2.0;
        let mut out = Vec::with_capacity(units.len());
        let mut before: Option<&Unit> = None;
        for unit in units {
            middle += before.map_or(unit.above(), |b| b.to(unit) + pad);
            out.push(middle);
            before = Some(unit);
        }
        out
    }

    /// Gives each name the lines that it needs where it stands; whether the rim has room for all.
    pub(super) fn fit(&mut self, circles: &Circles, width: f64) -> bool {
        self.sides.iter_mut().flatten().for_each(|u| u.lines = 1);
        let mut changed = true;
        // Lines only ever grow in number, so this ends.
        while changed && self.holds(circles) {
            changed = false;
            for side in [Side::Left, Side::Right] {
                let middles = self.middles(side, circles);
                for (unit, middle) in self.sides[side as usize].iter_mut().zip(middles) {
                    let room =
                        Stand::new(circles, side, reserve(self.tracks), width, middle, unit.lines).room;
                    let needed = wrap(&unit.name, SIZE, unit.weight, room, LINES + 1).len();
                    if unit.lines < needed.min(LINES) {
                        unit.lines += 1;
                        changed = true;
                    }
                }
            }
        }
        self.holds(circles)
    }

    fn holds(&self, circles: &Circles) -> bool {
        self.sides.iter().all(|s| height(s) <= 2.0 * circles.rim * FILL)
    }
}

fn height(units: &[Unit]) -> f64 {
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return 0.0 };
    first.above() + units.windows(2).map(|pair| pair[0].to(&pair[1])).sum::<f64>() + last.text() / 2.0
}

fn name(seat: &Seat, lang: Lang) -> String {
    let name = seat.node.names.get(lang);
    // The number stands where no arc shows the members.
    if seat.embraced == 0 && seat.members > 0 {
        seat.numbered(name)
    } else if seat.tables > 0 {
        format!("{name} · {}", seat.tables)
    } else {
        name.to_owned()
    }
}

/// Shares the seats among two columns of about one height.
///
/// Buckets stay whole and keep their order within a column, unless they cannot be shared out evenly; the plan's
/// buckets are put in the order of the columns.
pub(super) fn columns(plan: &mut Plan, lang: Lang) -> Columns {
    let tracks = plan.seats().filter(|s| s.embraced > 0).map(|s| s.depth + 1).max().unwrap_or(0).min(TRACKS);
    let heights: Vec<f64> = plan.buckets.iter().map(|b| height(&units(b, 0, lang))).collect();
    let total: f64 = heights.iter().sum();
    let sides = match shares(&heights) {
        Some((cost, right)) if cost <= 0.2 * total => {
            let all = std::mem::take(&mut plan.buckets);
            let (later, first): (Vec<_>, Vec<_>) =
                all.into_iter().enumerate().partition(|(i, _)| right.contains(i));
            let split = first.len();
            plan.buckets = first.into_iter().chain(later).map(|(_, b)| b).collect();
            let all =
                |from: usize, to: usize| (from..to).flat_map(|b| units(&plan.buckets[b], b, lang)).collect();
            [all(0, split), all(split, plan.buckets.len())]
        }
        _ => divided(plan, lang),
    };
    Columns { sides, tracks }
}

fn units(bucket: &Bucket, index: usize, lang: Lang) -> Vec<Unit> {
    let unit = |(s, seat): (usize, &Seat)| Unit {
        bucket: index,
        seat: s,
        heading: (s == 0).then(|| bucket.heading.clone()),
        name: name(seat, lang),
        // Those with a core digital instrument stand out.
        weight: if seat.core { Weight::Bold } else { Weight::Regular },
        lines: 1,
        bundle: bundle::width(seat),
    };
    bucket.seats.iter().enumerate().map(unit).collect()
}

/// The buckets of the right column that make both most even; the first stays left, and an order without gaps is worth
/// a label's height.
fn shares(heights: &[f64]) -> Option<(f64, BTreeSet<usize>)> {
    let count = heights.len();
    if !(2..=12).contains(&count) {
        return None;
    }
    let total: f64 = heights.iter().sum();
    let choices = (1..1_u32 << (count - 1)).map(|mask| {
        let right: BTreeSet<usize> = (1..count).filter(|i| mask >> (i - 1) & 1 == 1).collect();
        let sum: f64 = right.iter().map(|&i| heights[i]).sum();
        let in_order = right.iter().next().is_some_and(|first| right.len() == count - first);
        ((total - 2.0 * sum).abs() + if in_order { 0.0 } else { 2.0 * LEADING }, right)
    });
    choices.min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)))
}

/// The columns when a bucket must be divided.
fn divided(plan: &Plan, lang: Lang) -> [Vec<Unit>; 2] {
    let mut left: Vec<Unit> =
        plan.buckets.iter().enumerate().flat_map(|(b, bucket)| units(bucket, b, lang)).collect();
    let mut best = (f64::INFINITY, left.len());
    for (i, unit) in left.iter().enumerate().skip(1) {
        // What a grouping embraces stays with it.
        if plan.buckets[unit.bucket].seats[unit.seat].depth == 0 {
            let uneven = (height(&left[..i]) - height(&left[i..])).abs();
            let cost = uneven + if unit.heading.is_some() { 0.0 } else { 2.0 * LEADING };
            if cost < best.0 {
                best = (cost, i);
            }
        }
    }
    let mut right = left.split_off(best.1.min(left.len()));
    if let Some(first) = right.first_mut()
        && first.heading.is_none()
    {
        let heading = &plan.buckets[first.bucket].heading;
        first.heading = Some(format!("{heading} {}", Phrase::Continued.get(lang)));
    }
    [left, right]
}
