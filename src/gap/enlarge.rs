//! Direction 2, *agrandir*: with whom could a partnership, dialogue or digital trade agreement be opened next, on the criteria
//! the text gives? An order by dominance, not a score (METHOD 4.2).

use std::collections::BTreeSet;

use super::cells::{CellClass, Column, Ground};
use crate::dataset::{ActorId, ActorKind, AreaId, Kind, Polarity, State, Status, Stratum, TieId};

/// A state without an active core instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub actor: ActorId,
    /// Stratum: a filter, not a criterion.
    pub stratum: Stratum,
    /// x1: kinds of non-core instruments agreed or active; an action that amounts to one is counted by x2 alone.
    pub kinds: Vec<Kind>,
    /// x2: areas with an active or planned cell that names it.
    pub areas: Vec<AreaId>,
    /// x3: instruments under negotiation or planned.
    pub coming: Vec<TieId>,
    /// Pareto front, from 1.
    pub front: usize,
    /// The ties that the criteria count.
    pub ties: Vec<TieId>,
}

impl Candidate {
    /// (x1, x2, x3).
    pub fn scores(&self) -> [usize; 3] {
        [self.kinds.len(), self.areas.len(), self.coming.len()]
    }
}

/// A member of a grouping that already holds a core instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Who.
    pub actor: ActorId,
    /// The groupings that hold it.
    pub groupings: Vec<ActorId>,
}

/// Why an actor that the documents name is no candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExclusionReason {
    /// It is a territory or an economy, not a state.
    NotAState,
    /// A record conveys concerns to it.
    Concern,
}

/// An actor left out of the candidates, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Who.
    pub actor: ActorId,
    /// Why.
    pub reason: ExclusionReason,
    /// The ties that show it.
    pub ties: Vec<TieId>,
}

/// The digital trade leg of a core unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TradeLeg {
    /// The unit.
    pub unit: ActorId,
    /// The furthest state of a DTA, DFR or FTA-D; none when not on record.
    pub state: Option<State>,
    /// The ties.
    pub ties: Vec<TieId>,
}

/// The answer of direction 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enlarge {
    /// Candidates by front, then by id.
    pub candidates: Vec<Candidate>,
    /// Members of a grouping that holds a core instrument.
    pub apart: Vec<Apart>,
    /// Exclusions.
    pub exclusions: Vec<Exclusion>,
    /// Actors that the documents name with a tie: what the candidates are drawn from.
    pub named: usize,
    /// Digital trade leg of each core unit.
    pub trade: Vec<TradeLeg>,
}

const TRADE: [Kind; 3] = [Kind::Dta, Kind::Dfr, Kind::FtaD];

/// Reads direction 2.
pub fn enlarge(ground: Ground<'_>) -> Enlarge {
    enlarge_on(ground, ground.holders(&Kind::CORE), None)
}

/// Reads direction 2 with candidates from among `named` alone and the trade legs of `units`: a frozen perimeter. Who holds a core
/// instrument is read from the ground all the same.
pub fn enlarge_on(ground: Ground<'_>, units: Vec<ActorId>, named: Option<Vec<ActorId>>) -> Enlarge {
    let dataset = ground.dataset;
    let core = ground.holders(&Kind::CORE);
    let named = named.unwrap_or_else(|| named_countries(ground));
    let (mut candidates, mut apart, mut exclusions) = (Vec::new(), Vec::new(), Vec::new());
    for &actor in &named {
        if core.contains(&actor) {
            continue;
        }
        let record = dataset.actor(actor);
        let groupings: Vec<ActorId> =
            ground.groupings_of(actor).into_iter().filter(|g| core.contains(g)).collect();
        if record.status != Status::State {
            exclusions.push(Exclusion {
                actor,
                reason: ExclusionReason::NotAState,
                ties: ties_of(ground, actor),
            });
        } else if let Some(ties) = concerns(ground, actor) {
            exclusions.push(Exclusion { actor, reason: ExclusionReason::Concern, ties });
        } else if !groupings.is_empty() {
            apart.push(Apart { actor, groupings });
        } else {
            candidates.push(candidate(ground, actor));
        }
    }
    fronts(&mut candidates);
    candidates.sort_by(|a, b| {
        let id = |c: &Candidate| dataset.actor(c.actor).id.clone();
        (a.front, id(a)).cmp(&(b.front, id(b)))
    });
    let trade = units.iter().map(|&unit| trade_leg(ground, unit)).collect();
    Enlarge { candidates, apart, exclusions, named: named.len(), trade }
}

/// Countries, territories and economies that a tie names, ascending by id.
pub(super) fn named_countries(ground: Ground<'_>) -> Vec<ActorId> {
    let all: BTreeSet<ActorId> = ground
        .ties()
        .flat_map(|(_, tie)| tie.participants.iter().map(|p| p.actor))
        .filter(|&a| ground.dataset.actor(a).kind == ActorKind::Partner)
        .collect();
    ground.sorted(all)
}

fn ties_of(ground: Ground<'_>, actor: ActorId) -> Vec<TieId> {
    ground.ties().filter(|(_, tie)| tie.participant(actor).is_some()).map(|(id, _)| id).collect()
}

fn concerns(ground: Ground<'_>, actor: ActorId) -> Option<Vec<TieId>> {
    let ties: Vec<TieId> = ground
        .ties()
        .filter(|(_, tie)| tie.polarity == Polarity::Concern && tie.participant(actor).is_some())
        .map(|(id, _)| id)
        .collect();
    (!ties.is_empty()).then_some(ties)
}

fn candidate(ground: Ground<'_>, actor: ActorId) -> Candidate {
    let mut kinds = BTreeSet::new();
    let mut coming = Vec::new();
    let mut ties = BTreeSet::new();
    for (id, tie) in ground.ties() {
        let Some(part) = tie.participant(actor) else { continue };
        // Work in a forum is no instrument with the actor.
        let Some(kind) = tie.instrument_kind().filter(|k| *k != Kind::Forum) else { continue };
        match ground.state(tie, part) {
            State::Agreed | State::Active if !kind.is_core() && !tie.is_action() => {
                kinds.insert(kind);
                ties.insert(id);
            }
            State::Proposed | State::Negotiating | State::Unconfirmed if !tie.is_action() => {
                coming.push(id);
                ties.insert(id);
            }
            _ => {}
        }
    }
    let mut areas = Vec::new();
    let all: Vec<AreaId> = (0..ground.dataset.areas.len() as u8).map(AreaId).collect();
    let columns: Vec<Column> = all.iter().copied().map(Column::Area).collect();
    for (area, cell) in all.into_iter().zip(ground.row(actor, &columns)) {
        if matches!(cell.class, CellClass::ActiveNamed | CellClass::PlannedNamed) {
            areas.push(area);
            ties.extend(cell.ties);
        }
    }
    Candidate {
        actor,
        stratum: ground.dataset.actor(actor).stratum.unwrap_or(Stratum::Others),
        kinds: kinds.into_iter().collect(),
        areas,
        coming,
        front: 0,
        ties: ties.into_iter().collect(),
    }
}

/// Whether `a` is at least as good everywhere and better somewhere.
fn dominates(a: [usize; 3], b: [usize; 3]) -> bool {
    a.iter().zip(b).all(|(x, y)| *x >= y) && a != b
}

/// Peels the Pareto fronts: front 1 is dominated by nobody, front 2 by front 1 alone, and so on.
fn fronts(candidates: &mut [Candidate]) {
    let scores: Vec<[usize; 3]> = candidates.iter().map(Candidate::scores).collect();
    let mut left: Vec<usize> = (0..candidates.len()).collect();
    let mut front = 0;
    while !left.is_empty() {
        front += 1;
        let (top, rest): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|&&i| !left.iter().any(|&j| dominates(scores[j], scores[i])));
        for i in top {
            candidates[i].front = front;
        }
        left = rest;
    }
}

/// The furthest state first; each has a place of its own, so that the order of records decides nothing.
const FURTHEST: [State; 10] = [
    State::Active,
    State::Agreed,
    State::Negotiating,
    State::Proposed,
    State::Unconfirmed,
    State::Suspended,
    State::Dormant,
    State::Unknown,
    State::NotBegun,
    State::Ended,
];

fn trade_leg(ground: Ground<'_>, unit: ActorId) -> TradeLeg {
    let mut found: Vec<(State, TieId)> = Vec::new();
    for (id, tie) in ground.ties().filter(|(_, tie)| tie.polarity == Polarity::Cooperative) {
        if let Some(part) = tie.participant(unit).filter(|_| TRADE.contains(&tie.kind)) {
            found.push((ground.state(tie, part), id));
        }
    }
    let state = found.iter().map(|(s, _)| *s).min_by_key(|s| FURTHEST.iter().position(|f| f == s));
    TradeLeg { unit, state, ties: found.into_iter().map(|(_, id)| id).collect() }
}
