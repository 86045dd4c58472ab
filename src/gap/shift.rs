//! What a change does to the measures: rank and value of every actor that moves, with and without the EU (METHOD 7).

use std::collections::BTreeMap;

use super::cells::Ground;
use super::stability::measured;
use crate::dataset::Dataset;
use crate::measure::Measure;
use crate::network::{Filter, actor_graph};

/// Where an actor stands by a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Competition rank from 1; none for the hub and where the measure is undefined.
    pub rank: Option<usize>,
    /// Value; none where the measure is undefined.
    pub value: Option<f64>,
}

/// An actor that moves by a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// The measure.
    pub measure: Measure,
    /// The actor's id.
    pub actor: String,
    /// Before; none when it was not in the graph.
    pub before: Option<Place>,
    /// After; none when it is not in the graph.
    pub after: Option<Place>,
}

impl Shift {
    /// By how many ranks it moves; none when one of the two is missing.
    pub fn by(&self) -> Option<usize> {
        Some(self.before?.rank?.abs_diff(self.after?.rank?))
    }
}

/// Everyone who moves between two grounds on the actor graph under a filter, by measure, then by id.
pub fn shifts(before: Ground<'_>, after: Ground<'_>, filter: &Filter) -> Vec<Shift> {
    let (old, new) = (places(before, filter), places(after, filter));
    let mut out = Vec::new();
    for measure in Measure::ALL {
        let both = old[&measure].keys().chain(new[&measure].keys());
        let mut actors: Vec<&String> = both.collect();
        actors.sort();
        actors.dedup();
        for actor in actors {
            let (a, b) = (old[&measure].get(actor).copied(), new[&measure].get(actor).copied());
            if !same(a, b) {
                out.push(Shift { measure, actor: actor.clone(), before: a, after: b });
            }
        }
    }
    out
}

fn same(a: Option<Place>, b: Option<Place>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let values = match (a.value, b.value) {
                (Some(x), Some(y)) => (x - y).abs() <= SAME * x.abs().max(y.abs()).max(1.0),
                (x, y) => x.is_none() && y.is_none(),
            };
            values && a.rank == b.rank
        }
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn places(ground: Ground<'_>, filter: &Filter) -> BTreeMap<Measure, BTreeMap<String, Place>> {
    let projection = actor_graph(ground.dataset, ground.dates, filter);
    let n = projection.actors.len();
    Measure::ALL
        .into_iter()
        .map(|measure| {
            let values = measured(measure, &projection.graph, &projection.formats).unwrap_or(vec![None; n]);
            let ranks = competition_ranks(&values, measure.higher_is_more(), |i| {
                projection.actors[i] != Dataset::HUB
            });
            let by_id = projection.actors.iter().enumerate().map(|(i, &a)| {
                (ground.dataset.actor(a).id.clone(), Place { rank: ranks[i], value: values[i] })
            });
            (measure, by_id.collect())
        })
        .collect()
}

/// Values that differ by less than this share a rank: sums in another order differ in the last digits.
const SAME: f64 = 1e-12;

/// Competition ranks from 1; ties share the better rank.
pub fn competition_ranks(
    values: &[Option<f64>],
    higher_first: bool,
    counts: impl Fn(usize) -> bool,
) -> Vec<Option<usize>> {
    let mut order: Vec<(usize, f64)> = values
        .iter()
        .enumerate()
        .filter(|(i, _)| counts(*i))
        .filter_map(|(i, v)| v.map(|v| (i, v)))
        .collect();
    order.sort_by(|a, b| {
        let by_value = a.1.total_cmp(&b.1);
        (if higher_first { by_value.reverse() } else { by_value }).then(a.0.cmp(&b.0))
    });
    let mut out = vec![None; values.len()];
    let mut rank = 0;
    let mut last = f64::NAN;
    for (place, &(i, value)) in order.iter().enumerate() {
        let same = (value - last).abs() <= SAME * value.abs().max(1.0);
        if !same {
            rank = place + 1;
        }
        last = value;
        out[i] = Some(rank);
    }
    out
}
