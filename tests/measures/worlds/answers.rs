//! What the four directions say of a dataset, by name.

use std::collections::{BTreeMap, BTreeSet};

use relier::dataset::{ActorId, Dataset, Level, State, Word};
use relier::gap::{CellClass, Column, Ground, Matrix, Reach, connect, deepen, enlarge, hub_free, secure};
use relier::network::{Dates, Filter, FormatOrigin, actor_graph, incidence};

/// An edge or a pair, by names in order.
pub(crate) type Two = (String, String);

/// What the four directions and the graphs say of a dataset on two dates: sets of names, so that neither order nor numbers count.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answers {
    pub(crate) domains: BTreeMap<Two, CellClass>,
    pub(crate) areas: BTreeMap<Two, CellClass>,
    pub(crate) strict: BTreeSet<String>,
    pub(crate) columns: BTreeSet<String>,
    pub(crate) gaps: BTreeMap<Two, String>,
    /// x1, x2 and front of each candidate; x3 counts records and stands apart.
    pub(crate) candidates: BTreeMap<String, (usize, usize, usize)>,
    pub(crate) coming: BTreeMap<String, usize>,
    pub(crate) left_out: BTreeMap<String, String>,
    pub(crate) trade: BTreeMap<String, Option<State>>,
    pub(crate) pairs: BTreeMap<Two, Option<Level>>,
    pub(crate) parallel: BTreeMap<Two, BTreeSet<String>>,
    pub(crate) both: BTreeSet<String>,
    pub(crate) digital_only: BTreeSet<String>,
    pub(crate) security_only: BTreeSet<String>,
    pub(crate) alongside: BTreeMap<Two, CellClass>,
    pub(crate) hub_free: Vec<HubFree>,
    /// Nodes and edges of the actor graphs, with and without the EU, at both levels.
    pub(crate) graphs: Vec<(BTreeSet<String>, BTreeSet<Two>)>,
    pub(crate) incidence: BTreeSet<Two>,
}

/// Components, articulation points, bridges and harmonic closeness without the EU, at one level.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HubFree {
    components: BTreeSet<BTreeSet<String>>,
    articulation_points: BTreeSet<String>,
    bridges: BTreeSet<Two>,
    harmonic: BTreeMap<String, i64>,
}

pub(crate) fn id(dataset: &Dataset, actor: ActorId) -> String {
    dataset.actor(actor).id.clone()
}

pub(crate) fn two(dataset: &Dataset, a: ActorId, b: ActorId) -> Two {
    let (a, b) = (id(dataset, a), id(dataset, b));
    if a < b { (a, b) } else { (b, a) }
}

fn column(dataset: &Dataset, column: Column) -> String {
    match column {
        Column::Domain(d) => dataset.domains[d.0 as usize].id.clone(),
        Column::Area(a) => dataset.areas[a.0 as usize].id.clone(),
        Column::Kind(k) => k.word().to_owned(),
        Column::Leg(l) => dataset.legs[l.0 as usize].id.clone(),
    }
}

pub(crate) fn classes(dataset: &Dataset, matrix: &Matrix) -> BTreeMap<Two, CellClass> {
    let mut out = BTreeMap::new();
    for (row, &unit) in matrix.cells.iter().zip(&matrix.units) {
        for (cell, &at) in row.iter().zip(&matrix.columns) {
            out.insert((id(dataset, unit), column(dataset, at)), cell.class);
        }
    }
    out
}

pub(crate) fn graph(
    dataset: &Dataset,
    dates: Dates,
    without_eu: bool,
    level: Level,
) -> (BTreeSet<String>, BTreeSet<Two>) {
    let found = actor_graph(dataset, dates, &Filter { without_eu, level, ..Filter::default() });
    let edges = found.graph.edges();
    let edges = edges.map(|(a, b)| two(dataset, found.actors[a as usize], found.actors[b as usize]));
    (found.actors.iter().map(|&a| id(dataset, a)).collect(), edges.collect())
}

fn incidences(dataset: &Dataset, dates: Dates) -> BTreeSet<Two> {
    let found = incidence(dataset, dates, &Filter::default());
    let n = found.actors.len();
    let event = |node: u32| match found.events[node as usize - n] {
        FormatOrigin::Tie(tie) => dataset.tie(tie).id.clone(),
        FormatOrigin::Forum(forum) => id(dataset, forum),
    };
    let named = |(a, b): (u32, u32)| (id(dataset, found.actors[a as usize]), event(b));
    found.graph.edges().map(named).collect()
}

impl Answers {
    pub(crate) fn of(dataset: &Dataset, dates: Dates) -> Answers {
        let ground = Ground { dataset, dates };
        let name = |a: ActorId| id(dataset, a);
        let names = |actors: &[ActorId]| actors.iter().map(|&a| name(a)).collect::<BTreeSet<_>>();
        let (first, second, third, fourth) =
            (deepen(ground), enlarge(ground), connect(ground), secure(ground));
        let hub_free = hub_free(ground).into_iter().map(|free| HubFree {
            components: free.components.iter().map(|c| names(c)).collect(),
            articulation_points: names(&free.articulation_points),
            bridges: free.bridges.iter().map(|&(a, b)| two(dataset, a, b)).collect(),
            // Sums in another order differ in the last digits.
            harmonic: free
                .actors
                .iter()
                .zip(&free.harmonic)
                .map(|(&a, &h)| (name(a), (h * 1e9).round() as i64))
                .collect(),
        });
        let mut left_out = BTreeMap::new();
        for apart in &second.apart {
            left_out.insert(name(apart.actor), format!("{:?}", names(&apart.groupings)));
        }
        for exclusion in &second.exclusions {
            left_out.insert(name(exclusion.actor), format!("{:?}", exclusion.reason));
        }
        let graphs =
            [(false, Level::Working), (false, Level::Agenda), (true, Level::Working), (true, Level::Agenda)];
        Answers {
            domains: classes(dataset, &first.domains),
            areas: classes(dataset, &first.areas),
            strict: names(&first.strict),
            columns: first.columns.iter().map(|c| format!("{:?} {}", c.domain, c.planned)).collect(),
            gaps: first
                .gaps
                .iter()
                .map(|g| {
                    let reach = match g.reach {
                        Reach::Extendable(_) => "extendable",
                        Reach::PlannedElsewhere(_) => "planned elsewhere",
                        Reach::Greenfield => "greenfield",
                    };
                    let key = (name(g.unit), column(dataset, Column::Domain(g.domain)));
                    (key, format!("{:?} {reach}", g.severity))
                })
                .collect(),
            candidates: second
                .candidates
                .iter()
                .map(|c| (name(c.actor), (c.kinds.len(), c.areas.len(), c.front)))
                .collect(),
            coming: second.candidates.iter().map(|c| (name(c.actor), c.coming.len())).collect(),
            left_out,
            trade: second.trade.iter().map(|t| (name(t.unit), t.state)).collect(),
            pairs: third.pairs.iter().map(|p| (two(dataset, p.a, p.b), p.level)).collect(),
            parallel: third
                .parallel
                .iter()
                .map(|p| {
                    let areas = p.areas.iter().map(|&a| column(dataset, Column::Area(a)));
                    (two(dataset, p.a, p.b), areas.collect())
                })
                .collect(),
            both: names(&fourth.both),
            digital_only: names(&fourth.digital_only),
            security_only: names(&fourth.security_only),
            alongside: classes(dataset, &fourth.alongside),
            hub_free: hub_free.collect(),
            graphs: graphs.map(|(without, level)| graph(dataset, dates, without, level)).to_vec(),
            incidence: incidences(dataset, dates),
        }
    }
}
