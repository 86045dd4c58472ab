//! One-mode and two-mode graphs for named questions.

use std::collections::{BTreeMap, BTreeSet};

use super::csr::Csr;
use super::filter::{Filter, is_asset, running, seen};
use super::format::{Format, FormatOrigin, formats, group_is_in};
use super::standing::Dates;
use crate::dataset::{ActorId, ActorKind, Dataset, Level, State};

/// A one-mode graph of actors.
#[derive(Debug, Clone)]
pub struct Projection {
    /// The actor of each node, ascending by id.
    pub actors: Vec<ActorId>,
    /// The graph.
    pub graph: Csr,
    /// The formats in which the actors meet, restricted to these nodes (node numbers), hub left out.
    pub formats: Vec<Vec<u32>>,
    /// The origin of each of these formats.
    pub origins: Vec<FormatOrigin>,
    /// For each edge `(smaller, larger)` the ties and forums that make it.
    pub reasons: BTreeMap<(u32, u32), Vec<FormatOrigin>>,
}

impl Projection {
    /// The node of an actor.
    pub fn node(&self, actor: ActorId) -> Option<u32> {
        self.actors.iter().position(|&a| a == actor).map(|i| i as u32)
    }
}

/// A two-mode graph: actors first, then the ties and forums they are in.
#[derive(Debug, Clone)]
pub struct Incidence {
    /// Actors: nodes `0..actors.len()`.
    pub actors: Vec<ActorId>,
    /// Events: the nodes after them.
    pub events: Vec<FormatOrigin>,
    /// The graph.
    pub graph: Csr,
}

/// The countries and groupings with a part that runs in a stated, cooperative tie that the filter admits, and the hub unless
/// it is taken out; ascending by id.
pub fn perimeter(dataset: &Dataset, dates: Dates, filter: &Filter) -> Vec<ActorId> {
    let mut out: BTreeSet<ActorId> = dataset
        .ties
        .iter()
        .flat_map(|tie| running(dataset, dates, filter, tie))
        .map(|part| part.actor)
        .filter(|&a| matches!(dataset.actor(a).kind, ActorKind::Partner | ActorKind::Grouping))
        .filter(|&a| filter.admits_actor(dataset, a))
        .collect();
    if filter.split_eu && !filter.without_eu {
        out.extend(dataset.members_on(Dataset::HUB, dates.as_of));
    } else if !filter.without_eu && !dataset.hubless {
        out.insert(Dataset::HUB);
    }
    let mut out: Vec<ActorId> = out.into_iter().collect();
    out.sort_by(|a, b| dataset.actor(*a).id.cmp(&dataset.actor(*b).id));
    out
}

/// The actor graph at the filter's level: two partners are joined when an active format of that level or better holds both;
/// the hub is joined to each party whose part in one of its ties runs. Standing in the same annex cell joins nobody. Without the EU, the
/// tables that its own records make (a joint call, an alliance) go with it.
pub fn actor_graph(dataset: &Dataset, dates: Dates, filter: &Filter) -> Projection {
    let actors = perimeter(dataset, dates, filter);
    let number: BTreeMap<ActorId, u32> = actors.iter().enumerate().map(|(i, &a)| (a, i as u32)).collect();
    let groupings = groupings(dataset, &actors);
    let mut reasons: BTreeMap<(u32, u32), Vec<FormatOrigin>> = BTreeMap::new();
    let mut join = |a: u32, b: u32, why: FormatOrigin| {
        if a != b {
            let list = reasons.entry((a.min(b), a.max(b))).or_default();
            if !list.contains(&why) {
                list.push(why);
            }
        }
    };
    let hubs: Vec<u32> = if filter.without_eu {
        Vec::new()
    } else if filter.split_eu {
        dataset.members_on(Dataset::HUB, dates.as_of).iter().filter_map(|a| number.get(a).copied()).collect()
    } else {
        number.get(&Dataset::HUB).copied().into_iter().collect()
    };
    for id in dataset.tie_ids().filter(|&id| dataset.tie(id).with_hub) {
        for part in running(dataset, dates, filter, dataset.tie(id)) {
            let Some(&node) = number.get(&part.actor) else { continue };
            for &hub in &hubs {
                join(hub, node, FormatOrigin::Tie(id));
            }
        }
    }
    let mut kept = Vec::new();
    let mut origins = Vec::new();
    for format in formats(dataset, dates, filter) {
        if format.level > filter.level || format.level == Level::Universal {
            continue;
        }
        if filter.without_eu && format.with_hub && matches!(format.origin, FormatOrigin::Tie(_)) {
            // With the hub go the tables that its own records make; forums stay.
            continue;
        }
        let members = seats(dataset, dates, &format, &number, &groupings);
        for (i, &a) in members.iter().enumerate() {
            for &b in &members[i + 1..] {
                // A grouping does not meet its own members by containing them.
                if !nested(dataset, dates, actors[a as usize], actors[b as usize]) {
                    join(a, b, format.origin);
                }
            }
        }
        if format.with_hub {
            for &hub in &hubs {
                for &a in &members {
                    join(hub, a, format.origin);
                }
            }
        }
        if members.len() >= 2 {
            kept.push(members);
            origins.push(format.origin);
        }
    }
    let edges: Vec<(u32, u32)> = reasons.keys().copied().collect();
    Projection { graph: Csr::from_edges(actors.len(), &edges), actors, formats: kept, origins, reasons }
}

/// The nodes at a format, ascending: its members, and the groupings that are in it because all their members are.
fn seats(
    dataset: &Dataset,
    dates: Dates,
    format: &Format,
    number: &BTreeMap<ActorId, u32>,
    groupings: &[ActorId],
) -> Vec<u32> {
    let seated = format.members.iter().filter(|&&m| dataset.actor(m).kind != ActorKind::Hub);
    let grouped = groupings.iter().filter(|&&g| group_is_in(dataset, g, format, dates.as_of));
    let mut out: Vec<u32> = seated.chain(grouped).filter_map(|a| number.get(a).copied()).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The groupings among some actors.
fn groupings(dataset: &Dataset, actors: &[ActorId]) -> Vec<ActorId> {
    actors.iter().copied().filter(|&a| dataset.actor(a).kind == ActorKind::Grouping).collect()
}

fn nested(dataset: &Dataset, dates: Dates, a: ActorId, b: ActorId) -> bool {
    let holds = |group: ActorId, other: ActorId| {
        if dataset.actor(group).kind != ActorKind::Grouping {
            return false;
        }
        let members = dataset.members_on(group, dates.as_of);
        let others = dataset.members_on(other, dates.as_of);
        members.contains(&other) || (!others.is_empty() && others.iter().all(|o| members.contains(o)))
    };
    holds(a, b) || holds(b, a)
}

/// The incidence graph actor × {instrument, forum, action}: stated parties whose part in a tie runs, the hub where that or
/// the tie itself does, and sourced members of forums that are not universal.
pub fn incidence(dataset: &Dataset, dates: Dates, filter: &Filter) -> Incidence {
    let actors = perimeter(dataset, dates, filter);
    let number: BTreeMap<ActorId, u32> = actors.iter().enumerate().map(|(i, &a)| (a, i as u32)).collect();
    let groupings = groupings(dataset, &actors);
    let mut events = Vec::new();
    let mut edges = Vec::new();
    let n = actors.len() as u32;
    for id in dataset.tie_ids() {
        let tie = dataset.tie(id);
        let event = n + events.len() as u32;
        let before = edges.len();
        let mut seated: Vec<ActorId> = running(dataset, dates, filter, tie).map(|part| part.actor).collect();
        // The hub's own part has the state of the tie.
        let seen = seen(dates, tie);
        let runs = is_asset(dataset, dates, tie)
            && filter.admits_tie(tie, seen)
            && tie.standing(tie.state, dates.as_of).state == State::Active;
        if tie.with_hub && (runs || !seated.is_empty()) {
            seated.push(Dataset::HUB);
        }
        edges.extend(seated.iter().filter_map(|actor| number.get(actor)).map(|&node| (node, event)));
        if edges.len() > before {
            events.push(FormatOrigin::Tie(id));
        }
    }
    for format in formats(dataset, dates, filter) {
        if !matches!(format.origin, FormatOrigin::Forum(_)) || format.level == Level::Universal {
            continue;
        }
        let members = seats(dataset, dates, &format, &number, &groupings);
        if members.is_empty() {
            continue;
        }
        let event = n + events.len() as u32;
        edges.extend(members.iter().map(|&m| (m, event)));
        if let Some(&hub) = number.get(&Dataset::HUB).filter(|_| format.with_hub) {
            edges.push((hub, event));
        }
        events.push(format.origin);
    }
    let graph = Csr::from_edges(actors.len() + events.len(), &edges);
    Incidence { actors, events, graph }
}
