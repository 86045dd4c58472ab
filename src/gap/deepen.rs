//! Direction 1, *approfondir*: for each existing partnership or dialogue, in which of the promised domains is something
//! running, coming, or not on record? (METHOD 4.1)

use super::cells::{Cell, CellClass, Column, Ground, Matrix};
use super::moves::{is_like, suits};
use crate::dataset::{ActorId, ActorKind, AreaId, DomainId, Kind};

/// How much a gap stands out; lexicographic, no weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Silence where at least two peers of the same kind exist and at least two thirds of them are active.
    Outlier,
    /// Silence in a key or additional domain (D1–D9).
    Silent,
    /// Silence in a continuing or business domain (D10–D11).
    SilentContinuing,
    /// Planned, or reached through a grouping: to be followed up.
    FollowUp,
}

/// What a gap could be filled from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// An active action in the domain exists for others and could be extended: these ties.
    Extendable(Vec<crate::dataset::TieId>),
    /// Only planned ties in the domain exist for others: these.
    PlannedElsewhere(Vec<crate::dataset::TieId>),
    /// No named tie in the domain exists for anybody.
    Greenfield,
}

/// A domain in which a unit has nothing active that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The unit.
    pub unit: ActorId,
    /// The domain.
    pub domain: DomainId,
    /// The cell.
    pub cell: Cell,
    /// How much it stands out.
    pub severity: Severity,
    /// What it could be filled from.
    pub reach: Reach,
    /// Whether what it could be filled from runs with a peer that is like the unit: one that holds an instrument of the same kind and is of
    /// the same stratum.
    pub with_peer: bool,
}

/// A domain that no unit covers: reported once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnFinding {
    /// The domain.
    pub domain: DomainId,
    /// Whether at least one unit has something planned.
    pub planned: bool,
}

/// The answer of direction 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deepen {
    /// Units × domains.
    pub domains: Matrix,
    /// Units × areas: the same without any judgement.
    pub areas: Matrix,
    /// The core kinds that each unit holds.
    pub kinds: Vec<Vec<Kind>>,
    /// Units under the strict reading {DP, DD}.
    pub strict: Vec<ActorId>,
    /// Domains without an active cell for anyone.
    pub columns: Vec<ColumnFinding>,
    /// Gaps in the other domains, worst first.
    pub gaps: Vec<Gap>,
}

/// Reads direction 1.
pub fn deepen(ground: Ground<'_>) -> Deepen {
    deepen_on(ground, ground.holders(&Kind::CORE))
}

/// Reads direction 1 for units that are given: a frozen perimeter.
pub fn deepen_on(ground: Ground<'_>, units: Vec<ActorId>) -> Deepen {
    let dataset = ground.dataset;
    let all_domains = (0..dataset.domains.len() as u8).map(|i| Column::Domain(DomainId(i))).collect();
    let all_areas = (0..dataset.areas.len() as u8).map(|i| Column::Area(AreaId(i))).collect();
    let domains = Matrix::new(ground, units.clone(), all_domains);
    let areas = Matrix::new(ground, units.clone(), all_areas);
    let holders = Kind::CORE.map(|k| (k, ground.holders(&[k])));
    let kinds: Vec<Vec<Kind>> = units
        .iter()
        .map(|u| holders.iter().filter(|(_, held)| held.contains(u)).map(|(k, _)| *k).collect())
        .collect();
    let mut columns = Vec::new();
    let mut gaps = Vec::new();
    for d in 0..dataset.domains.len() {
        let domain = DomainId(d as u8);
        let counts = domains.column_counts(d);
        if counts.active == 0 && !units.is_empty() {
            columns.push(ColumnFinding { domain, planned: counts.planned > 0 });
            continue;
        }
        for (u, &unit) in units.iter().enumerate() {
            let cell = &domains.cells[u][d];
            if cell.class == CellClass::ActiveNamed {
                continue;
            }
            let severity = severity(&domains, &kinds, u, d, is_late(dataset, domain));
            let holds = |a| domains.units.iter().position(|&p| p == a).is_some_and(|p| peers(&kinds, u, p));
            let is_peer = |a| holds(a) && is_like(ground, a, unit);
            let (reach, with_peer) = reach(ground, unit, domain, is_peer);
            gaps.push(Gap { unit, domain, cell: cell.clone(), severity, reach, with_peer });
        }
    }
    gaps.sort_by_key(|g| g.severity);
    let strict = ground.holders(&[Kind::Dp, Kind::Dd]);
    Deepen { domains, areas, kinds, strict, columns, gaps }
}

fn is_late(dataset: &crate::dataset::Dataset, domain: DomainId) -> bool {
    matches!(dataset.domains[domain.0 as usize].group.as_str(), "continuing" | "business")
}

fn severity(matrix: &Matrix, kinds: &[Vec<Kind>], unit: usize, domain: usize, late: bool) -> Severity {
    let class = matrix.cells[unit][domain].class;
    if matches!(class, CellClass::PlannedNamed | CellClass::ThroughGrouping) {
        return Severity::FollowUp;
    }
    let outlier = kinds[unit].iter().any(|kind| {
        let peers: Vec<usize> =
            (0..matrix.units.len()).filter(|&p| p != unit && kinds[p].contains(kind)).collect();
        let active =
            peers.iter().filter(|&&p| matrix.cells[p][domain].class == CellClass::ActiveNamed).count();
        peers.len() >= 2 && 3 * active >= 2 * peers.len()
    });
    match (outlier, late) {
        (true, _) => Severity::Outlier,
        (false, false) => Severity::Silent,
        (false, true) => Severity::SilentContinuing,
    }
}

/// Whether two units are peers: both hold an instrument of one kind.
fn peers(kinds: &[Vec<Kind>], one: usize, other: usize) -> bool {
    one != other && kinds[one].iter().any(|k| kinds[other].contains(k))
}

/// What a gap could be filled from, and whether it runs with a peer.
fn reach(
    ground: Ground<'_>,
    unit: ActorId,
    domain: DomainId,
    is_peer: impl Fn(ActorId) -> bool,
) -> (Reach, bool) {
    use crate::dataset::{Polarity, State};
    let (mut active, mut planned, mut near) = (Vec::new(), Vec::new(), Vec::new());
    for (id, tie) in ground.ties() {
        if tie.polarity == Polarity::Concern || tie.participant(unit).is_some() {
            continue;
        }
        // Only what partners and groupings have can be extended to a partner; work in a forum cannot.
        let has =
            |a: ActorId| matches!(ground.dataset.actor(a).kind, ActorKind::Partner | ActorKind::Grouping);
        for part in tie.participants.iter().filter(|p| p.domains.contains(&domain) && has(p.actor)) {
            let state = ground.state(tie, part);
            if state == State::Active && is_peer(part.actor) && !near.contains(&id) {
                near.push(id);
            }
            match state {
                State::Active if !active.contains(&id) => active.push(id),
                State::Proposed | State::Negotiating | State::Agreed | State::Unconfirmed
                    if !planned.contains(&id) =>
                {
                    planned.push(id);
                }
                _ => {}
            }
        }
    }
    // What runs with a peer comes before what was made for others: an action for candidate countries goes to no other.
    let with_peer = !near.is_empty();
    if near.is_empty() {
        near = active.iter().copied().filter(|&t| suits(ground, ground.dataset.tie(t), unit)).collect();
    }
    if !near.is_empty() {
        active = near;
    }
    let reach = match (active.is_empty(), planned.is_empty()) {
        (false, _) => Reach::Extendable(active),
        (true, false) => Reach::PlannedElsewhere(planned),
        (true, true) => Reach::Greenfield,
    };
    (reach, with_peer)
}
