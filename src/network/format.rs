//! Formats: the tables at which partners meet each other (METHOD 4.3).

use std::collections::BTreeSet;

use super::filter::{Class, Filter, is_cooperative};
use super::standing::{Dates, is_known, standing};
use crate::dataset::{ActorId, ActorKind, AreaId, Dataset, Date, Level, State, TieId};

/// Where a format comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormatOrigin {
    /// A record that is itself a table.
    Tie(TieId),
    /// A forum, by its sourced membership.
    Forum(ActorId),
}

/// A table at which partners meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// Where it comes from.
    pub origin: FormatOrigin,
    /// Its level, after its size is counted.
    pub level: Level,
    /// Countries and groupings at it, ascending; the hub is not counted.
    pub members: Vec<ActorId>,
    /// Whether the EU sits at it.
    pub with_hub: bool,
    /// Areas it is about; none means digital affairs at large.
    pub areas: Vec<AreaId>,
}

/// The largest working table, and the largest restricted forum (METHOD 4.3).
const WORKING: usize = 20;
const AGENDA: usize = 60;

fn sized(level: Level, members: usize) -> Level {
    if members > AGENDA {
        Level::Universal
    } else if members > WORKING {
        level.max(Level::Agenda)
    } else {
        level
    }
}

/// All active formats on the dates: records with a meeting, ties between partners, and forums with a sourced membership.
/// Only ties that the filter admits make a format.
pub fn formats(dataset: &Dataset, dates: Dates, filter: &Filter) -> Vec<Format> {
    let mut out = Vec::new();
    let mut forum_areas: Vec<(ActorId, AreaId)> = Vec::new();
    for id in dataset.tie_ids() {
        let tie = dataset.tie(id);
        if !is_known(dataset, tie, dates.known) {
            continue;
        }
        let state = standing(tie.state, &tie.period, dates.as_of).state;
        for part in &tie.participants {
            if dataset.actor(part.actor).kind == ActorKind::Forum {
                forum_areas.extend(part.areas.iter().map(|&area| (part.actor, area)));
            }
        }
        if !is_cooperative(tie) || state != State::Active || !filter.admits_tie(tie, state) {
            continue;
        }
        let countries = |actor: &ActorId| dataset.actor(*actor).kind == ActorKind::Partner;
        let direct: Vec<ActorId> = tie
            .participants
            .iter()
            .filter(|p| standing(p.state, &tie.period, dates.as_of).state == State::Active)
            .map(|p| p.actor)
            .collect();
        let level = match tie.meeting {
            Some(level) => level,
            // A tie between partners without the EU is their own table.
            None if !tie.with_hub && direct.iter().filter(|a| countries(a)).count() >= 2 => Level::Working,
            None => continue,
        };
        let mut members: BTreeSet<ActorId> = BTreeSet::new();
        for actor in direct {
            match dataset.actor(actor).kind {
                ActorKind::Partner => {
                    members.insert(actor);
                }
                ActorKind::Grouping => {
                    members.insert(actor);
                    // The unit that the source names is the unit; its members sit there only in the derived reading.
                    if filter.has_class(Class::Derived) {
                        members.extend(dataset.members_on(actor, dates.as_of));
                    }
                }
                _ => {}
            }
        }
        let heads = members.iter().filter(|a| countries(a)).count();
        if members.len() >= 2 {
            out.push(Format {
                origin: FormatOrigin::Tie(id),
                level: sized(level, heads),
                members: members.into_iter().collect(),
                with_hub: tie.with_hub,
                areas: tie.areas.clone(),
            });
        }
    }
    for actor in dataset.all_actors() {
        let forum = dataset.actor(actor);
        let Some(level) = forum.level else { continue };
        let whole = dataset.membership(actor).map(|_| actor).or(forum.part_of);
        let Some(whole) = whole.filter(|w| dataset.membership(*w).is_some()) else { continue };
        if !filter.admits_actor(dataset, actor) {
            continue;
        }
        let all = dataset.members_on(whole, dates.as_of);
        let outside: Vec<ActorId> =
            all.iter().copied().filter(|a| dataset.actor(*a).kind == ActorKind::Partner).collect();
        // The whole list measures how universal a forum is, Member States included.
        let level =
            if level == Level::Working { sized(level, outside.len()) } else { sized(level, all.len()) };
        if outside.len() < 2 {
            continue;
        }
        let mut areas: Vec<AreaId> =
            forum_areas.iter().filter(|(f, _)| *f == actor).map(|(_, a)| *a).collect();
        areas.sort_unstable();
        areas.dedup();
        if !filter.areas.is_empty() && !areas.iter().any(|a| filter.areas.contains(a)) {
            continue;
        }
        out.push(Format {
            origin: FormatOrigin::Forum(actor),
            level,
            members: outside,
            with_hub: true,
            areas,
        });
    }
    out
}

/// Whether a grouping is at a format: as itself, or because every one of its members is.
pub fn group_is_in(dataset: &Dataset, group: ActorId, format: &Format, day: Date) -> bool {
    if format.members.contains(&group) {
        return true;
    }
    if dataset.actor(group).kind != ActorKind::Grouping {
        return false;
    }
    let complete = dataset.membership(group).is_some_and(|m| m.complete);
    let members = dataset.members_on(group, day);
    complete && !members.is_empty() && members.iter().all(|m| format.members.contains(m))
}
