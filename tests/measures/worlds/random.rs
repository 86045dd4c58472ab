//! Worlds at random, and the same dataset told in another order.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use relier::dataset::{
    ActorId, AreaId, Closure, Dataset, Kind, Level, ListId, Participant, Period, Polarity, State, Status,
    Tie, Word,
};
use relier::network::Dates;

use super::{World, bare_tie, day, domain, evidence};

/// A group of actors with its members as places among the countries.
#[derive(Debug, Clone)]
struct Group {
    members: Vec<usize>,
    complete: bool,
    level: Level,
    with_hub: bool,
    /// When the first of them came and the last one goes.
    span: (Option<&'static str>, Option<&'static str>),
}

#[derive(Debug, Clone)]
pub(crate) struct Part {
    actor: usize,
    state: State,
    areas: Vec<AreaId>,
    leg: bool,
    source: u8,
}

/// A tie whose parties are places among all actors.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    kind: Kind,
    state: State,
    concern: bool,
    with_hub: bool,
    meeting: Option<Level>,
    period: [Option<&'static str>; 3],
    carries: Option<Kind>,
    listed: bool,
    parts: Vec<Part>,
}

/// Everything a world is made of.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    territories: Vec<bool>,
    groupings: Vec<Group>,
    forums: Vec<Group>,
    lists: Vec<(Kind, Closure, u8)>,
    records: Vec<Record>,
}

const KINDS: [Kind; 10] = [
    Kind::Dp,
    Kind::Dd,
    Kind::Ttc,
    Kind::Sdp,
    Kind::Dta,
    Kind::Cable,
    Kind::Trust,
    Kind::Reg,
    Kind::Forum,
    Kind::Action,
];

fn areas() -> impl Strategy<Value = Vec<AreaId>> {
    subsequence((0..4).map(AreaId).collect::<Vec<_>>(), 0..=3)
}

fn group() -> impl Strategy<Value = Group> {
    let level = select(Level::ALL);
    let span = (
        select(vec![None, None, Some("2025-10-01"), Some("2026-01-01")]),
        select(vec![None, None, Some("2025-07-01"), Some("2026-06-30")]),
    );
    (subsequence((0..5).collect::<Vec<_>>(), 0..=5), prop::bool::weighted(0.8), level, any::<bool>(), span)
        .prop_map(|(members, complete, level, with_hub, span)| Group {
            members,
            complete,
            level,
            with_hub,
            span,
        })
}

/// Active more often than everything else.
fn state() -> impl Strategy<Value = State> {
    prop_oneof![3 => Just(State::Active), 2 => select(State::ALL)]
}

fn part() -> impl Strategy<Value = Part> {
    let source = prop_oneof![3 => Just(0u8), 1 => Just(1u8)];
    (0..11usize, state(), areas(), any::<bool>(), source)
        .prop_map(|(actor, state, areas, leg, source)| Part { actor, state, areas, leg, source })
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    let meeting = prop_oneof![4 => Just(None), 1 => select(Level::ALL).prop_map(Some)];
    let moment = || select(vec![None, None, None, Some("2024"), Some("2025-Q4"), Some("2026"), Some("2028")]);
    let carries = prop_oneof![Just(None), select(&KINDS[..9]).prop_map(Some)];
    (
        select(&KINDS[..]),
        state(),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.8),
        meeting,
        [moment(), moment(), moment()],
        carries,
        any::<bool>(),
        prop::collection::vec(part(), 0..5),
    )
        .prop_map(|(kind, state, concern, with_hub, meeting, period, carries, listed, parts)| Record {
            kind,
            state,
            concern,
            with_hub,
            meeting,
            period,
            carries,
            listed,
            parts,
        })
}

/// Five countries, up to three groupings and three forums, up to fourteen ties.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let list = (select(&KINDS[..9]), select(Closure::ALL), 0..2u8);
    (
        prop::collection::vec(prop::bool::weighted(0.1), 5),
        prop::collection::vec(group(), 0..4),
        prop::collection::vec(group(), 0..4),
        prop::collection::vec(list, 0..3),
        prop::collection::vec(record(), 0..15),
    )
        .prop_map(|(territories, groupings, forums, lists, records)| Plan {
            territories,
            groupings,
            forums,
            lists,
            records,
        })
}

/// Two dates around those of the worlds.
pub(crate) fn dates() -> impl Strategy<Value = Dates> {
    let as_of = select(vec!["2023-06-01", "2025-06-05", "2025-11-20", "2026-03-01", "2029-01-01"]);
    let known = select(vec!["2025-06-05", "2025-11-20"]);
    (as_of, known).prop_map(|(as_of, known)| Dates { as_of: day(as_of), known: day(known) })
}

impl Plan {
    pub(crate) fn build(&self) -> Dataset {
        let mut world = World::new();
        let mut actors: Vec<ActorId> = Vec::new();
        for (i, &territory) in self.territories.iter().enumerate() {
            let country = world.country(&format!("C{i}"));
            if territory {
                world.dataset.actors[country.0 as usize].status = Status::Territory;
            }
            actors.push(country);
        }
        let countries = actors.clone();
        for (prefix, groups) in [("G", &self.groupings), ("F", &self.forums)] {
            for (i, group) in groups.iter().enumerate() {
                let members: Vec<ActorId> = group.members.iter().map(|&m| countries[m]).collect();
                let id = format!("{prefix}{i}");
                let actor = if prefix == "G" {
                    world.grouping(&id, &members)
                } else {
                    world.forum(&id, group.level, &members)
                };
                if prefix == "F" && group.with_hub {
                    world.dataset.actors[actor.0 as usize].hub_status = Some("member".to_owned());
                }
                let membership = world.dataset.memberships.last_mut().unwrap();
                membership.complete = group.complete;
                if let Some(first) = membership.spans.first_mut() {
                    first.from = group.span.0.map(day);
                }
                if let Some(last) = membership.spans.last_mut() {
                    last.until = group.span.1.map(day);
                }
                actors.push(actor);
            }
        }
        for &(kind, closure, source) in &self.lists {
            world.list(kind, closure, source);
        }
        for (i, record) in self.records.iter().enumerate() {
            let tie = record.build(&format!("T{i}"), &actors, &world.dataset);
            world.dataset.ties.push(tie);
        }
        world.dataset
    }
}

impl Record {
    /// The tie; a party twice or beyond the actors is left out.
    pub(crate) fn build(&self, id: &str, actors: &[ActorId], dataset: &Dataset) -> Tie {
        let mut tie = bare_tie(id, self.kind, self.state, &[], &[]);
        let moment = |i: usize| self.period[i].map(|text| text.parse().unwrap());
        tie.period = Period { from: moment(0), until: moment(1), expected: moment(2) };
        tie.polarity = if self.concern { Polarity::Concern } else { Polarity::Cooperative };
        (tie.with_hub, tie.meeting) = (self.with_hub, self.meeting);
        tie.carries = self.carries.filter(|_| self.kind == Kind::Action);
        let list = dataset.lists.iter().position(|l| l.kind == self.kind);
        tie.list = list.filter(|_| self.listed).map(|i| ListId(i as u8));
        // A first quotation in general, then one for each party.
        tie.evidence = vec![evidence(self.parts.first().map_or(0, |p| p.source))];
        for part in &self.parts {
            let Some(&actor) = actors.get(part.actor) else { continue };
            if tie.participant(actor).is_some() {
                continue;
            }
            tie.evidence.push(evidence(part.source));
            tie.participants.push(Participant {
                actor,
                state: part.state,
                areas: part.areas.clone(),
                legs: if part.leg { vec![super::DEFENCE] } else { Vec::new() },
                domains: part.areas.iter().copied().map(domain).collect(),
                places: Vec::new(),
                evidence: vec![tie.evidence.len() as u16 - 1],
                note: None,
            });
            tie.areas.extend(&part.areas);
        }
        tie.areas.sort_unstable();
        tie.areas.dedup();
        tie.domains = tie.areas.iter().copied().map(domain).collect();
        tie
    }
}

/// The same dataset with other numbers for its actors and its records in another order; the hub stays the first.
pub(crate) fn retold(dataset: &Dataset, seed: usize) -> Dataset {
    let order = |n: usize| {
        // A permutation from the seed: multiples of a number that shares no divisor with n, shifted.
        let step = (seed % 97 + 2..).find(|s| gcd(*s, n.max(1)) == 1).unwrap();
        (0..n).map(|i| (i * step + seed) % n).collect::<Vec<usize>>()
    };
    let rest = order(dataset.actors.len() - 1);
    // rest[i]: which of the others comes in place i.
    let mut moved = vec![ActorId(0); dataset.actors.len()];
    for (place, &old) in rest.iter().enumerate() {
        moved[old + 1] = ActorId(place as u32 + 1);
    }
    let to = |a: &mut ActorId| *a = moved[a.0 as usize];
    let mut out = dataset.clone();
    for (old, actor) in dataset.actors.iter().enumerate() {
        out.actors[moved[old].0 as usize] = actor.clone();
    }
    out.actors.iter_mut().filter_map(|a| a.part_of.as_mut()).for_each(to);
    out.ties = order(dataset.ties.len()).into_iter().map(|old| dataset.ties[old].clone()).collect();
    for tie in &mut out.ties {
        tie.participants.reverse();
        tie.participants.iter_mut().for_each(|p| to(&mut p.actor));
        tie.programmes.iter_mut().for_each(to);
        tie.evidence.iter_mut().flat_map(|e| &mut e.names).for_each(to);
    }
    out.memberships.reverse();
    for membership in &mut out.memberships {
        to(&mut membership.group);
        membership.spans.iter_mut().for_each(|s| to(&mut s.member));
        membership.spans.sort_by_key(|s| (s.member, s.from));
    }
    out
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}
