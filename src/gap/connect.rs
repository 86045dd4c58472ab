//! Direction 3, *relier*: which partners meet each other on digital matters without going through us, and where do we run
//! parallel bilaterals that could be one table? (METHOD 4.3)

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{CellClass, Column, Ground, Matrix};
use crate::dataset::{ActorId, AreaId, Date, Kind, Level, TieId};
use crate::measure;
use crate::network::{
    Filter, Format, FormatOrigin, Thresholds, actor_graph, formats, formats_sized, group_is_in,
};

/// Two core units and the best level at which they meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The first by id.
    pub a: ActorId,
    /// The second.
    pub b: ActorId,
    /// Best level over the active formats that hold both; none when the documents and sourced forums show none.
    pub level: Option<Level>,
    /// The formats at that level.
    pub formats: Vec<FormatOrigin>,
}

/// Two units with which we work on the same area side by side, without a working table of that area between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parallel {
    /// The first by id.
    pub a: ActorId,
    /// The second.
    pub b: ActorId,
    /// The areas in which the bilaterals run parallel.
    pub areas: Vec<AreaId>,
    /// Days from the day on in which running actions of both are there in one of these areas; none where the text does not state
    /// both ends, for what has no stated end has no length.
    pub overlap: Option<i64>,
    /// The tables of the EU at which both sit already, and which could host them.
    pub hosts: Vec<TieId>,
}

/// How many pairs are linked only through the EU when the thresholds of size are others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Varied {
    /// The thresholds.
    pub thresholds: Thresholds,
    /// Pairs without a common working table.
    pub working: usize,
    /// Pairs that do not meet even on an agenda.
    pub agenda: usize,
}

/// The thresholds that are tried beside the usual ones: working tables of up to 10, 20 and 30, forums of up to 40, 60 and 80.
pub const THRESHOLDS: [Thresholds; 5] = [
    Thresholds { working: 10, agenda: 60 },
    Thresholds { working: 20, agenda: 40 },
    Thresholds { working: 20, agenda: 60 },
    Thresholds { working: 20, agenda: 80 },
    Thresholds { working: 30, agenda: 60 },
];

/// The pairs linked only through the EU under each of [`THRESHOLDS`].
pub fn varied(ground: Ground<'_>, units: &[ActorId]) -> Vec<Varied> {
    let (dataset, day) = (ground.dataset, ground.dates.as_of);
    THRESHOLDS
        .into_iter()
        .map(|thresholds| {
            let all = formats_sized(dataset, ground.dates, &Filter::default(), thresholds);
            let (mut working, mut agenda) = (0, 0);
            for (i, &a) in units.iter().enumerate() {
                for &b in &units[i + 1..] {
                    let holds =
                        |f: &&Format| group_is_in(dataset, a, f, day) && group_is_in(dataset, b, f, day);
                    let best = all.iter().filter(holds).map(|f| f.level).min();
                    working += usize::from(best.is_none_or(|l| l > Level::Working));
                    agenda += usize::from(best.is_none_or(|l| l > Level::Agenda));
                }
            }
            Varied { thresholds, working, agenda }
        })
        .collect()
}

/// The network without the hub and its formats.
#[derive(Debug, Clone, PartialEq)]
pub struct HubFree {
    /// The units, ascending by id.
    pub actors: Vec<ActorId>,
    /// The level of the graph.
    pub level: Level,
    /// Components, largest first.
    pub components: Vec<Vec<ActorId>>,
    /// Actors whose loss would cut a component.
    pub articulation_points: Vec<ActorId>,
    /// Links whose loss would cut a component.
    pub bridges: Vec<(ActorId, ActorId)>,
    /// Harmonic closeness of each unit, in [0, 1].
    pub harmonic: Vec<f64>,
    /// Global efficiency, in [0, 1].
    pub efficiency: f64,
}

/// The answer of direction 3.
#[derive(Debug, Clone, PartialEq)]
pub struct Connect {
    /// The core units.
    pub units: Vec<ActorId>,
    /// Every pair of them.
    pub pairs: Vec<Pair>,
    /// Parallel bilaterals by priority: number of areas, overlap of the calendars, whether a table of the EU could host them.
    pub parallel: Vec<Parallel>,
    /// Units × areas.
    pub areas: Matrix,
    /// Active units per area (S_a).
    pub served: Vec<(AreaId, Vec<ActorId>)>,
    /// The formats counted.
    pub formats: Vec<Format>,
}

impl Connect {
    /// The record on which most parallel pairs rest alone, and how many: without it, none of their areas would have both. None where no
    /// pair rests on one record.
    pub fn carried_by_one(&self) -> Option<(TieId, usize)> {
        let alone = |unit, area, tie| self.ties_in(unit, area) == [tie];
        let ties: BTreeSet<TieId> =
            self.areas.cells.iter().flatten().flat_map(|c| &c.ties).copied().collect();
        let rests = |tie: TieId| {
            let falls = |p: &&Parallel| p.areas.iter().all(|&a| alone(p.a, a, tie) || alone(p.b, a, tie));
            self.parallel.iter().filter(falls).count()
        };
        let best = ties.into_iter().map(|tie| (tie, rests(tie))).filter(|(_, n)| *n > 0);
        best.min_by_key(|&(tie, n)| (std::cmp::Reverse(n), tie))
    }

    /// The ties by which a unit stands in an area.
    pub fn ties_in(&self, unit: ActorId, area: AreaId) -> &[TieId] {
        ties_in(&self.areas, unit, area)
    }

    /// The pairs that do not meet at `level` or better: linked only through the EU.
    pub fn only_through_hub(&self, level: Level) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(move |p| p.level.is_none_or(|l| l > level))
    }
}

/// Reads direction 3.
pub fn connect(ground: Ground<'_>) -> Connect {
    connect_on(ground, ground.holders(&Kind::CORE))
}

/// Reads direction 3 for units that are given: a frozen perimeter.
pub fn connect_on(ground: Ground<'_>, units: Vec<ActorId>) -> Connect {
    let dataset = ground.dataset;
    let day = ground.dates.as_of;
    let all: Vec<Format> = formats(dataset, ground.dates, &Filter::default())
        .into_iter()
        .filter(|f| f.level < Level::Universal)
        .collect();
    let seats: BTreeMap<ActorId, Vec<bool>> =
        units.iter().map(|&u| (u, all.iter().map(|f| group_is_in(dataset, u, f, day)).collect())).collect();
    // The formats at which two units sit, in their order.
    let shared = |a: ActorId, b: ActorId| {
        let both = seats[&a].iter().zip(&seats[&b]).map(|(x, y)| *x && *y);
        all.iter().zip(both).filter(|(_, both)| *both).map(|(format, _)| format)
    };
    let mut pairs = Vec::new();
    for (i, &a) in units.iter().enumerate() {
        for &b in &units[i + 1..] {
            let common: Vec<&Format> = shared(a, b).collect();
            let level = common.iter().map(|f| f.level).min();
            let formats = common.iter().filter(|f| Some(f.level) == level).map(|f| f.origin).collect();
            pairs.push(Pair { a, b, level, formats });
        }
    }
    let columns = (0..dataset.areas.len() as u8).map(|i| Column::Area(AreaId(i))).collect();
    let areas = Matrix::new(ground, units.clone(), columns);
    let served: Vec<(AreaId, Vec<ActorId>)> = (0..dataset.areas.len())
        .map(|i| {
            let active = areas.units.iter().zip(areas.column(i));
            let active =
                active.filter(|(_, cell)| cell.class == CellClass::ActiveNamed).map(|(&unit, _)| unit);
            (AreaId(i as u8), active.collect())
        })
        .collect();
    let mut parallel = parallel(&units, &served, |a, b, area| {
        shared(a, b).any(|f| f.level == Level::Working && f.areas.contains(&area))
    });
    for pair in &mut parallel {
        pair.overlap = overlap(ground, &areas, (pair.a, pair.b), &pair.areas);
        let own = |f: &Format| if let FormatOrigin::Tie(id) = f.origin { Some(id) } else { None };
        pair.hosts = shared(pair.a, pair.b).filter(|f| f.with_hub).filter_map(own).collect();
    }
    // Number of areas, then how long the actions run side by side (no stated length comes last), then whether a table of the EU could host
    // them; ids at last.
    parallel.sort_by_key(|p| std::cmp::Reverse((p.areas.len(), p.overlap, !p.hosts.is_empty())));
    Connect { units, pairs, parallel, areas, served, formats: all }
}

fn parallel(
    units: &[ActorId],
    served: &[(AreaId, Vec<ActorId>)],
    meet: impl Fn(ActorId, ActorId, AreaId) -> bool,
) -> Vec<Parallel> {
    let mut out = Vec::new();
    for (i, &a) in units.iter().enumerate() {
        for &b in &units[i + 1..] {
            let areas: Vec<AreaId> = served
                .iter()
                .filter(|(area, s)| s.contains(&a) && s.contains(&b) && !meet(a, b, *area))
                .map(|(area, _)| *area)
                .collect();
            if !areas.is_empty() {
                out.push(Parallel { a, b, areas, overlap: None, hosts: Vec::new() });
            }
        }
    }
    out
}

/// The ties of a unit's cell in a matrix of units × areas; none for who is no unit.
fn ties_in(areas: &Matrix, unit: ActorId, area: AreaId) -> &[TieId] {
    let row = areas.units.iter().position(|&u| u == unit);
    row.map_or(&[], |row| &areas.cells[row][area.0 as usize].ties)
}

/// Days on which running actions of both are there in one of the areas, from the day on; none where an end is not stated.
fn overlap(ground: Ground<'_>, matrix: &Matrix, (a, b): (ActorId, ActorId), areas: &[AreaId]) -> Option<i64> {
    let day = ground.dates.as_of;
    // What runs on the day has begun: its interval is from the day to its end, and the longest of an area contains the others.
    let until = |unit: ActorId, area: AreaId| -> Option<Date> {
        let ends = ties_in(matrix, unit, area).iter().map(|&t| ground.dataset.tie(t).period.until);
        ends.map(|end| end.map(|m| m.end)).collect::<Option<Vec<_>>>()?.into_iter().max()
    };
    let both = areas.iter().map(|&area| Some(until(a, area)?.min(until(b, area)?)));
    both.collect::<Option<Vec<_>>>()?.into_iter().max().map(|end| (end - day).whole_days().max(0))
}

/// The network of all partners without the hub and without the formats that only the hub's records make, at the working and at the agenda
/// level.
pub fn hub_free(ground: Ground<'_>) -> [HubFree; 2] {
    [Level::Working, Level::Agenda].map(|level| hub_free_at(ground, level))
}

fn hub_free_at(ground: Ground<'_>, level: Level) -> HubFree {
    let filter = Filter { without_eu: true, level, ..Filter::default() };
    let projection = actor_graph(ground.dataset, ground.dates, &filter);
    let actors = &projection.actors;
    let name = |n: u32| actors[n as usize];
    let mut components: Vec<Vec<ActorId>> = measure::connected_components(&projection.graph)
        .into_iter()
        .map(|c| c.into_iter().map(name).collect())
        .collect();
    components.sort_by_key(|c| std::cmp::Reverse(c.len()));
    HubFree {
        level,
        components,
        articulation_points: measure::articulation_points(&projection.graph).into_iter().map(name).collect(),
        bridges: measure::bridges(&projection.graph).into_iter().map(|(a, b)| (name(a), name(b))).collect(),
        harmonic: measure::harmonic_centrality(&projection.graph),
        efficiency: measure::global_efficiency(&projection.graph),
        actors: actors.clone(),
    }
}
