//! Formats: the tables at which partners meet each other (METHOD 4.3).

use std::collections::BTreeSet;

use super::filter::{Class, Filter, is_asset, running};
use super::standing::Dates;
use crate::dataset::{ActorId, ActorKind, AreaId, Dataset, Date, Level, TieId};

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

/// From which size on a table is no longer what it says it is (METHOD 4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// The most partners at a working table.
    pub working: usize,
    /// The most partners in a restricted forum.
    pub agenda: usize,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { working: 20, agenda: 60 }
    }
}

/// The level after counting: partners alone make the size, the hub and its Member States do not.
fn sized(level: Level, partners: usize, thresholds: Thresholds) -> Level {
    if partners > thresholds.agenda {
        Level::Universal
    } else if partners > thresholds.working {
        level.max(Level::Agenda)
    } else {
        level
    }
}

/// All active formats on the dates: records with a meeting, ties between partners, and forums with a sourced membership
/// that the documents name. Only ties that the filter admits make a format.
pub fn formats(dataset: &Dataset, dates: Dates, filter: &Filter) -> Vec<Format> {
    formats_sized(dataset, dates, filter, Thresholds::default())
}

/// The same with other thresholds of size.
pub fn formats_sized(
    dataset: &Dataset,
    dates: Dates,
    filter: &Filter,
    thresholds: Thresholds,
) -> Vec<Format> {
    let forums: Vec<Format> = dataset
        .all_actors()
        .filter_map(|forum| of_forum(dataset, (dates, thresholds), filter, forum))
        .collect();
    let mut out: Vec<Format> = dataset
        .tie_ids()
        .filter_map(|id| of_tie(dataset, (dates, thresholds), filter, id))
        .filter(|format| !forums.iter().any(|forum| is_session(dataset, format, forum)))
        .collect();
    out.extend(forums);
    out
}

/// The table that a record is, when it is one.
fn of_tie(
    dataset: &Dataset,
    (dates, thresholds): (Dates, Thresholds),
    filter: &Filter,
    id: TieId,
) -> Option<Format> {
    let tie = dataset.tie(id);
    let mut members: BTreeSet<ActorId> = BTreeSet::new();
    for part in running(dataset, dates, filter, tie) {
        let kind = dataset.actor(part.actor).kind;
        if matches!(kind, ActorKind::Partner | ActorKind::Grouping) {
            members.insert(part.actor);
        }
    }
    // A tie between partners without the EU is their own table.
    let level = tie.meeting.or((!tie.with_hub && members.len() >= 2).then_some(Level::Working))?;
    if filter.has_class(Class::Derived) {
        // The unit that the source names is the unit; its members sit there only in the derived reading.
        let named: Vec<ActorId> = members.iter().copied().collect();
        for unit in named.into_iter().filter(|&u| dataset.actor(u).kind == ActorKind::Grouping) {
            members.extend(dataset.members_on(unit, dates.as_of));
        }
    }
    (members.len() >= 2).then(|| Format {
        origin: FormatOrigin::Tie(id),
        level: sized(level, members.len(), thresholds),
        members: members.into_iter().collect(),
        with_hub: tie.with_hub,
        areas: tie.areas.clone(),
    })
}

/// The table that a forum is, by its own list of members or that of the forum it is part of.
fn of_forum(
    dataset: &Dataset,
    (dates, thresholds): (Dates, Thresholds),
    filter: &Filter,
    id: ActorId,
) -> Option<Format> {
    let forum = dataset.actor(id);
    let level = forum.level?;
    let whole = [Some(id), forum.part_of].into_iter().flatten().find(|&w| dataset.membership(w).is_some())?;
    // What it is about is what runs in it, whatever part of that is looked at.
    let everything = Filter::default();
    let mut named = false;
    let mut areas: Vec<AreaId> = Vec::new();
    for tie in dataset.ties.iter().filter(|tie| is_asset(dataset, dates, tie)) {
        named |= tie.participant(id).is_some();
        let parts = running(dataset, dates, &everything, tie).filter(|part| part.actor == id);
        areas.extend(parts.flat_map(|part| &part.areas));
    }
    areas.sort_unstable();
    areas.dedup();
    let members: Vec<ActorId> = dataset
        .members_on(whole, dates.as_of)
        .into_iter()
        .filter(|&m| dataset.actor(m).kind == ActorKind::Partner)
        .collect();
    let in_area = filter.areas.is_empty() || areas.iter().any(|a| filter.areas.contains(a));
    (named && members.len() >= 2 && in_area && filter.admits_actor(dataset, id)).then(|| Format {
        origin: FormatOrigin::Forum(id),
        level: sized(level, members.len(), thresholds),
        members,
        with_hub: is_hub_seated(forum.hub_status.as_ref().or(dataset.actor(whole).hub_status.as_ref())),
        areas,
    })
}

/// Whether the EU sits in a forum: as a member or as if it were one, not as a partner or an observer.
fn is_hub_seated(status: Option<&String>) -> bool {
    matches!(status.map(String::as_str), Some("member" | "non_enumerated_member" | "full_participant"))
}

/// Whether a record is about a forum's own session: it names the forum, and everybody at its table sits in the forum, which
/// meets at that level anyway. The two are one table.
fn is_session(dataset: &Dataset, record: &Format, forum: &Format) -> bool {
    let (FormatOrigin::Tie(tie), FormatOrigin::Forum(id)) = (record.origin, forum.origin) else {
        return false;
    };
    dataset.tie(tie).participant(id).is_some()
        && forum.level <= record.level
        && record.members.iter().all(|m| forum.members.contains(m))
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
