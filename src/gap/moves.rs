//! Next moves under a budget (METHOD 7): what would close most gaps. A computation, not advice.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{CellClass, Column, Ground, Matrix};
use super::connect::connect;
use super::cover::{best_cover, binomial, choices, lazy_greedy};
use super::deepen::deepen;
use super::delta::column_id;
use super::enlarge::enlarge;
use super::secure::secure;
use crate::dataset::{ActorId, ActorKind, AreaId, Dataset, Polarity, State, Stratum, Tie, TieId, extended};
use crate::network::{FormatOrigin, group_is_in};

/// What would be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// A running action is extended to a unit.
    Extend(TieId, ActorId),
    /// Something is started that names a unit in a column.
    Start(ActorId, Column),
    /// A working table of an area with these members.
    Convene(AreaId, Vec<ActorId>),
    /// A core instrument is opened with a state.
    Open(ActorId),
}

/// Who has to be there for a move, by a rule and not by judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feasibility {
    /// The EU is already at an active table with everyone concerned, on this matter.
    HubCanConvene,
    /// What there is runs in a forum or without the EU.
    NeedsThirdForum,
    /// Nothing is on record to extend or to start: a partner must agree to something new.
    NeedsPartner,
}

impl crate::dataset::Word for Feasibility {
    const WHAT: &'static str = "feasibility";
    const ALL: &'static [Self] =
        &[Feasibility::HubCanConvene, Feasibility::NeedsThirdForum, Feasibility::NeedsPartner];
    fn word(self) -> &'static str {
        match self {
            Feasibility::HubCanConvene => "hub_can_convene",
            Feasibility::NeedsThirdForum => "needs_third_forum",
            Feasibility::NeedsPartner => "needs_partner",
        }
    }
}

/// A gap that a move closes: the actors and the column.
pub type Closed = (Vec<ActorId>, Option<Column>);

/// A move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// What would be done.
    pub deed: Deed,
    /// Who has to be there.
    pub feasibility: Feasibility,
    /// All gaps that it closes by itself.
    pub closes: Vec<Closed>,
    /// How many of them no earlier move of the list closes.
    pub gain: usize,
    /// What it starts from: ties of the corpus.
    pub ties: Vec<TieId>,
}

/// The best choice found by looking at every one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optimum {
    /// Gaps closed.
    pub closed: usize,
    /// One best choice, the first in the order of the candidates.
    pub deeds: Vec<Deed>,
    /// How many choices are as good.
    pub choices: usize,
}

/// The moves of a direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moves {
    /// Gaps there are to close.
    pub open: usize,
    /// Candidate moves looked at.
    pub candidates: usize,
    /// Whether every table of that many seats was looked at; always so but for *connect* with very many partners.
    pub enumerated: bool,
    /// The greedy choice in its order; for *enlarge* the first front.
    pub moves: Vec<Move>,
    /// The optimum where it was enumerated: a budget of at most two.
    pub optimum: Option<Optimum>,
}

/// Above this number of candidates no optimum of two is sought.
const PAIRS: usize = 4_000;

/// Above this number of tables in one area only one of them, filled seat by seat, is looked at.
const TABLES: usize = 3_000;

fn choose(candidates: Vec<Move>, k: usize, enumerated: bool) -> Moves {
    let mut numbers: BTreeMap<&Closed, u32> = BTreeMap::new();
    for gap in candidates.iter().flat_map(|m| &m.closes) {
        let next = numbers.len() as u32;
        numbers.entry(gap).or_insert(next);
    }
    let sets: Vec<BTreeSet<u32>> =
        candidates.iter().map(|m| m.closes.iter().map(|g| numbers[g]).collect()).collect();
    let greedy = lazy_greedy(&sets, k);
    let optimum = if enumerated && (k < 2 || sets.len() <= PAIRS) { best_cover(&sets, k) } else { None };
    Moves {
        open: numbers.len(),
        candidates: candidates.len(),
        enumerated,
        moves: greedy.into_iter().map(|(i, gain)| Move { gain, ..candidates[i].clone() }).collect(),
        optimum: optimum.map(|(closed, choice, choices)| Optimum {
            closed,
            deeds: choice.into_iter().map(|i| candidates[i].deed.clone()).collect(),
            choices,
        }),
    }
}

fn partner(dataset: &Dataset, actor: ActorId) -> bool {
    matches!(dataset.actor(actor).kind, ActorKind::Partner | ActorKind::Grouping)
}

/// Whether an action runs in a forum or without the EU.
fn elsewhere(dataset: &Dataset, tie: &Tie) -> bool {
    !tie.with_hub || tie.participants.iter().any(|p| dataset.actor(p.actor).kind == ActorKind::Forum)
}

/// The cells of a matrix that are not active, each as a move; what is planned there, or runs there for others, tells who has to be there.
fn starts(ground: Ground<'_>, matrix: &Matrix) -> Vec<(CellClass, Move)> {
    let mut out = Vec::new();
    for (&unit, row) in matrix.units.iter().zip(&matrix.cells) {
        for (&column, cell) in matrix.columns.iter().zip(row) {
            if cell.class == CellClass::ActiveNamed {
                continue;
            }
            let runs = ground.ties().any(|(_, t)| {
                is_extendable(ground, t, unit) && extended(ground.dataset, t, unit).covers(column)
            });
            let feasibility = if cell.class == CellClass::PlannedNamed || runs {
                Feasibility::HubCanConvene
            } else {
                Feasibility::NeedsPartner
            };
            let closes = vec![(vec![unit], Some(column))];
            let (deed, ties) = (Deed::Start(unit, column), cell.ties.clone());
            out.push((cell.class, Move { deed, feasibility, closes, gain: 0, ties }));
        }
    }
    out
}

/// A running, cooperative action with an active partner.
fn runs(ground: Ground<'_>, tie: &Tie) -> bool {
    tie.is_action()
        && tie.polarity == Polarity::Cooperative
        && ground.own_state(tie) == State::Active
        && active_partners(ground, tie).next().is_some()
}

/// Whether the EU itself runs an action that could be extended to a unit.
fn is_extendable(ground: Ground<'_>, tie: &Tie, unit: ActorId) -> bool {
    runs(ground, tie) && !elsewhere(ground.dataset, tie) && suits(ground, tie, unit)
}

fn active_partners<'a>(ground: Ground<'a>, tie: &'a Tie) -> impl Iterator<Item = ActorId> + 'a {
    let active = tie.participants.iter().filter(move |p| ground.state(tie, p) == State::Active);
    active.map(|p| p.actor).filter(move |&a| partner(ground.dataset, a))
}

/// Whether one of a tie's active partners is like the unit.
pub(super) fn suits(ground: Ground<'_>, tie: &Tie, unit: ActorId) -> bool {
    active_partners(ground, tie).any(|p| is_like(ground, p, unit))
}

/// Whether a partner is like the unit: a country of the same stratum, or a grouping that reaches it.
pub(super) fn is_like(ground: Ground<'_>, partner: ActorId, unit: ActorId) -> bool {
    match ground.dataset.actor(partner).stratum {
        Some(stratum) => strata(ground, unit).contains(&stratum),
        None => ground.groupings_of(unit).contains(&partner),
    }
}

/// The stratum of a country, or those of a grouping's members.
fn strata(ground: Ground<'_>, actor: ActorId) -> BTreeSet<Stratum> {
    let members = ground.dataset.members_on(actor, ground.dates.as_of);
    let all = std::iter::once(actor).chain(members);
    all.filter_map(|a| ground.dataset.actor(a).stratum).collect()
}

/// Moves of direction 1: cells, and extensions of running actions, which may cover several domains of a unit at once. An action is
/// extended only to a unit of the same stratum as one of its countries, or inside one of its groupings: one made for candidate
/// countries, or for Latin America, goes to no other.
pub fn deepen_moves(ground: Ground<'_>, k: usize) -> Moves {
    let found = deepen(ground);
    let matrix = &found.domains;
    let mut candidates = Vec::new();
    for (id, tie) in ground.ties() {
        if !runs(ground, tie) {
            continue;
        }
        for (&unit, row) in matrix.units.iter().zip(&matrix.cells) {
            if tie.participant(unit).is_some() || !suits(ground, tie, unit) {
                continue;
            }
            let feasibility = if elsewhere(ground.dataset, tie) {
                Feasibility::NeedsThirdForum
            } else {
                Feasibility::HubCanConvene
            };
            let part = extended(ground.dataset, tie, unit);
            let gaps = matrix
                .columns
                .iter()
                .zip(row)
                .filter(|(c, cell)| cell.class != CellClass::ActiveNamed && part.covers(**c));
            let closes: Vec<Closed> = gaps.map(|(c, _)| (vec![unit], Some(*c))).collect();
            if !closes.is_empty() {
                let deed = Deed::Extend(id, unit);
                candidates.push(Move { deed, feasibility, closes, gain: 0, ties: vec![id] });
            }
        }
    }
    candidates.extend(starts(ground, matrix).into_iter().map(|(_, m)| m));
    candidates.sort_by(|a, b| (a.feasibility, &a.deed).cmp(&(b.feasibility, &b.deed)));
    choose(candidates, k, true)
}

/// Moves of direction 2: the first front, whatever the budget; a front has no order.
pub fn enlarge_moves(ground: Ground<'_>) -> Moves {
    let found = enlarge(ground);
    let moves: Vec<Move> = found
        .candidates
        .iter()
        .filter(|c| c.front == 1)
        .map(|c| Move {
            deed: Deed::Open(c.actor),
            feasibility: Feasibility::NeedsPartner,
            closes: vec![(vec![c.actor], None)],
            gain: 1,
            ties: c.ties.clone(),
        })
        .collect();
    let open = found.candidates.len();
    Moves { open, candidates: open, enumerated: true, moves, optimum: None }
}

/// Moves of direction 3: working tables of an area with at most `seats` partners, closing parallel bilaterals.
pub fn connect_moves(ground: Ground<'_>, k: usize, seats: usize) -> Moves {
    let found = connect(ground);
    let mut enumerated = true;
    let mut candidates = Vec::new();
    for (area, served) in &found.served {
        let open = |a: ActorId, b: ActorId| {
            found
                .parallel
                .iter()
                .any(|p| p.areas.contains(area) && ((p.a, p.b) == (a, b) || (p.a, p.b) == (b, a)))
        };
        let tables = if binomial(served.len(), seats) <= TABLES {
            choices(served.len(), seats)
        } else {
            enumerated = false;
            vec![seat_by_seat(served, seats, &open)]
        };
        for table in tables {
            let members: Vec<ActorId> = table.into_iter().map(|i| served[i]).collect();
            let mut closes: Vec<Closed> = Vec::new();
            for (i, &a) in members.iter().enumerate() {
                for &b in members[i + 1..].iter().filter(|&&b| open(a, b)) {
                    closes.push((vec![a, b], Some(Column::Area(*area))));
                }
            }
            if closes.is_empty() {
                continue;
            }
            let cells = members.iter().map(|&m| ground.cell(m, Column::Area(*area)).ties);
            let own: Vec<Vec<TieId>> = cells.collect();
            let hub = own
                .iter()
                .all(|ties| ties.iter().any(|&t| !elsewhere(ground.dataset, ground.dataset.tie(t))));
            let forum = found.formats.iter().any(|f| {
                matches!(f.origin, FormatOrigin::Forum(_))
                    && members.iter().all(|&m| group_is_in(ground.dataset, m, f, ground.dates.as_of))
            });
            let feasibility = match (hub, forum) {
                (true, _) => Feasibility::HubCanConvene,
                (false, true) => Feasibility::NeedsThirdForum,
                (false, false) => Feasibility::NeedsPartner,
            };
            let mut ties: Vec<TieId> = own.into_iter().flatten().collect();
            ties.sort_unstable();
            ties.dedup();
            candidates.push(Move { deed: Deed::Convene(*area, members), feasibility, closes, gain: 0, ties });
        }
    }
    // Only who closes a pair keeps a seat: of two tables that close the same, the smaller comes first.
    for m in &mut candidates {
        if let Deed::Convene(_, members) = &mut m.deed {
            members.retain(|a| m.closes.iter().any(|(pair, _)| pair.contains(a)));
        }
    }
    candidates.sort_by(|a, b| (a.feasibility, &a.deed).cmp(&(b.feasibility, &b.deed)));
    candidates.dedup_by(|a, b| a.deed == b.deed);
    choose(candidates, k, enumerated)
}

/// A table filled seat by seat with whoever closes most pairs, the first among equals.
fn seat_by_seat(served: &[ActorId], seats: usize, open: &impl Fn(ActorId, ActorId) -> bool) -> Vec<usize> {
    let mut table: Vec<usize> = Vec::new();
    while table.len() < seats.min(served.len()) {
        let gain = |i: &usize| {
            let with = table.iter().filter(|&&j| open(served[*i], served[j])).count();
            let all = served.iter().filter(|&&o| open(served[*i], o)).count();
            (with, all, std::cmp::Reverse(*i))
        };
        let Some(next) = (0..served.len()).filter(|i| !table.contains(i)).max_by_key(gain) else { break };
        table.push(next);
    }
    table.sort_unstable();
    table
}

/// Moves of direction 4: cells of Σ × matters, what is planned first, then what reaches the holder through a grouping.
pub fn secure_moves(ground: Ground<'_>, k: usize) -> Moves {
    let found = secure(ground);
    let mut cells = starts(ground, &found.alongside);
    cells.sort_by(|(x, a), (y, b)| (x, a.feasibility, &a.deed).cmp(&(y, b.feasibility, &b.deed)));
    choose(cells.into_iter().map(|(_, m)| m).collect(), k, true)
}

impl Deed {
    /// The edits that make it in a scenario, in words of the command line.
    pub fn edits(&self, dataset: &Dataset) -> String {
        let name = |a: &ActorId| dataset.actor(*a).id.clone();
        match self {
            Deed::Extend(tie, unit) => format!("extend {} {}", dataset.tie(*tie).id, name(unit)),
            Deed::Start(unit, column) => {
                let key = match column {
                    Column::Domain(_) => "domains",
                    Column::Area(_) => "areas",
                    Column::Leg(_) => "legs",
                    Column::Kind(_) => "carries",
                };
                format!("add ACTION {} {key}={}", name(unit), column_id(dataset, *column))
            }
            Deed::Convene(area, members) => {
                let members: Vec<String> = members.iter().map(name).collect();
                let area = column_id(dataset, Column::Area(*area));
                format!("add ACTION {} areas={area} meeting=working", members.join(","))
            }
            // The least binding of the core instruments.
            Deed::Open(actor) => format!("add DD {}", name(actor)),
        }
    }
}
