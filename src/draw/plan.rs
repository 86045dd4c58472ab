//! Who stands where on the wheel, before any coordinate: partners and groupings in buckets by stratum and region,
//! forums inside, what each shares with the EU, and what is left out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::buckets::{buckets, members_of};
use super::options::Options;
use super::theme::{Role, family};
use crate::dataset::{Level, Word};
use crate::view::{NetworkView, NodeView, TieView};

/// The most labels that the rim holds.
pub const MOST_RIM: usize = 160;

/// The most forums among which places are sought.
pub const MOST_FORUMS: usize = 80;

/// An actor's own part in a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Index of the tie in the view.
    pub(super) tie: usize,
    /// The actor's state in it.
    pub(super) state: &'static str,
    /// Areas of its part.
    pub(super) areas: Vec<String>,
    /// Whether it is reached through a grouping.
    pub(super) derived: bool,
}

/// An actor with its ties.
#[derive(Debug, Clone)]
pub(super) struct Seat<'a> {
    pub(super) node: &'a NodeView,
    /// Groupings that embrace it here.
    pub(super) depth: usize,
    /// How many of the seats that follow it embraces.
    pub(super) embraced: usize,
    /// Members shown in the picture, for a grouping or forum.
    pub(super) members: usize,
    /// Index of the structural tie that says who its members are.
    pub(super) membership: Option<usize>,
    /// Whether it meets no one, where meetings are the picture.
    pub(super) alone: bool,
    /// At how many tables of the picture it sits, where meetings are the picture.
    pub(super) tables: usize,
    /// Whether it holds a core instrument.
    pub(super) core: bool,
    /// Instruments shared with the EU.
    pub(super) lanes: Vec<Part>,
    /// Actions shared with the EU.
    pub(super) actions: Vec<Part>,
}

/// Neighbours on the rim: a stratum or a region of it.
#[derive(Debug, Clone)]
pub(super) struct Bucket<'a> {
    pub(super) heading: String,
    pub(super) stratum: &'static str,
    pub(super) seats: Vec<Seat<'a>>,
}

/// A tie among actors without the EU: each end by node id.
#[derive(Debug, Clone)]
pub(super) struct Meeting {
    pub(super) tie: usize,
    /// The forum at which they meet, if one is drawn.
    pub(super) table: Option<String>,
    pub(super) ends: Vec<String>,
}

/// What the selection holds and the picture does not draw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Universal forums and organisations: they make no link.
    pub universal: Vec<String>,
    /// Forums for which there is no room.
    pub forums: usize,
    /// Lists of members whose number goes with a name that is not shown.
    pub unlabeled: usize,
    /// Actors that stand only in membership lists.
    pub listed: usize,
    /// Groupings and forums at which, without the EU, no two partners of the picture meet.
    pub idle: usize,
    /// Actors beyond [`MOST_RIM`] and forums beyond [`MOST_FORUMS`]: the farthest from the focus, the least connected.
    pub beyond: usize,
    /// Ids of the ties that are not drawn.
    pub ties: Vec<String>,
}

/// The plan of a wheel.
#[derive(Debug, Clone)]
pub(super) struct Plan<'a> {
    pub(super) view: &'a NetworkView,
    pub(super) hub: Option<&'a NodeView>,
    pub(super) buckets: Vec<Bucket<'a>>,
    pub(super) forums: Vec<Seat<'a>>,
    pub(super) meetings: Vec<Meeting>,
    /// Actions that name no partner: indices of ties.
    pub(super) unnamed: Vec<usize>,
    pub(super) left_out: LeftOut,
    /// Indices of the ties that are drawn, once all have their places.
    pub(super) drawn: BTreeSet<usize>,
}

/// The states, each as the word that the view writes.
pub(super) fn state_of(tie: &TieView, actor: &str) -> &'static str {
    tie.parties.iter().find(|p| p.id == actor).map_or(tie.state, |p| p.state)
}

fn areas_of(tie: &TieView, actor: &str) -> Vec<String> {
    match tie.parties.iter().find(|p| p.id == actor) {
        Some(party) if !party.areas.is_empty() => party.areas.clone(),
        _ => tie.areas.clone(),
    }
}

/// The hub, unless it is taken out or split into its Member States.
pub(super) fn hub_of(view: &NetworkView) -> Option<&NodeView> {
    let split = view.nodes.iter().any(|n| n.kind == "member-state");
    view.nodes.iter().find(|n| n.kind == "hub" && !split)
}

/// Plans the wheel of a view.
pub(super) fn plan<'a>(view: &'a NetworkView, options: &Options) -> Plan<'a> {
    let lang = options.lang;
    let hub = hub_of(view);
    let structural = |t: &&TieView| t.class == "structural";
    let named: BTreeSet<&str> = view
        .ties
        .iter()
        .filter(|t| !structural(t))
        .flat_map(|t| t.participants.iter().map(String::as_str))
        .collect();
    let any_named = view.nodes.iter().any(|n| is_rim(n) && named.contains(n.id.as_str()));
    let mut left_out = LeftOut::default();
    let mut rim: Vec<&NodeView> = view.nodes.iter().filter(|n| is_rim(n)).collect();
    if any_named {
        let all = rim.len();
        rim.retain(|n| named.contains(n.id.as_str()));
        left_out.listed = all - rim.len();
    }
    if rim.len() > MOST_RIM {
        left_out.beyond = rim.len() - MOST_RIM;
        rim = most_connected(view, rim, options.focus.as_deref(), MOST_RIM);
    }
    let forums: Vec<&NodeView> = view.nodes.iter().filter(|n| n.kind == "forum").collect();
    let (universal, mut forums): (Vec<&NodeView>, Vec<&NodeView>) =
        forums.into_iter().partition(|n| n.level == Some("universal"));
    if forums.len() > MOST_FORUMS {
        left_out.beyond += forums.len() - MOST_FORUMS;
        forums = most_connected(view, forums, options.focus.as_deref(), MOST_FORUMS);
    }
    let meets = |n: &&NodeView| {
        hub.is_some() || options.level == Level::Agenda || n.level == Some(Level::Working.word())
    };
    let (forums, below): (Vec<&NodeView>, Vec<&NodeView>) = forums.into_iter().partition(meets);
    left_out.idle = below.len();
    left_out.universal = universal.iter().map(|n| n.names.get(lang).to_owned()).collect();
    let mut plan = Plan {
        view,
        hub,
        buckets: buckets(view, &rim, lang),
        forums: forums.into_iter().map(|n| seat(view, n)).collect(),
        meetings: Vec::new(),
        unnamed: Vec::new(),
        left_out,
        drawn: BTreeSet::new(),
    };
    plan.keep_forums_with_ties();
    plan.count_members();
    plan.meetings();
    plan
}

fn is_rim(node: &NodeView) -> bool {
    matches!(node.kind, "partner" | "grouping" | "member-state")
}

/// Those that have room: the nearest to the focus, if there is one, and of these the most connected.
///
/// Connected means in stated ties, then in others; of equals the first of the view.
fn most_connected<'a>(
    view: &NetworkView,
    nodes: Vec<&'a NodeView>,
    focus: Option<&str>,
    most: usize,
) -> Vec<&'a NodeView> {
    let mut ties: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for tie in &view.ties {
        for id in &tie.participants {
            let (stated, others) = ties.entry(id).or_default();
            if tie.class == "stated" { *stated += 1 } else { *others += 1 }
        }
    }
    let away = focus.map(|focus| steps(view, focus)).unwrap_or_default();
    let key = |n: &NodeView| {
        let far = if focus.is_some() { away.get(n.id.as_str()).copied().unwrap_or(usize::MAX) } else { 0 };
        (far, Reverse(ties.get(n.id.as_str()).copied().unwrap_or_default()))
    };
    let mut ranked: Vec<(usize, &NodeView)> = nodes.into_iter().enumerate().collect();
    // The sort is stable: equals keep the order of the view.
    ranked.sort_by_cached_key(|(_, n)| key(n));
    ranked.truncate(most);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, n)| n).collect()
}

/// How many ties lie between an actor and each other. The EU and universal bodies join everybody and lead nowhere.
fn steps<'a>(view: &'a NetworkView, focus: &'a str) -> BTreeMap<&'a str, usize> {
    let joins: BTreeSet<&str> = view
        .nodes
        .iter()
        .filter(|n| n.kind != "hub" && n.level != Some("universal"))
        .map(|n| n.id.as_str())
        .collect();
    let mut beside: BTreeMap<&str, Vec<&TieView>> = BTreeMap::new();
    for tie in &view.ties {
        tie.participants.iter().for_each(|p| beside.entry(p).or_default().push(tie));
    }
    let mut out = BTreeMap::from([(focus, 0)]);
    let mut queue = VecDeque::from([focus]);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(at) = queue.pop_front() {
        let far = out[at] + 1;
        for tie in beside.get(at).into_iter().flatten() {
            // Each tie is walked once: a list of many members would else be read as often as it has members.
            if !seen.insert(&tie.id) {
                continue;
            }
            for next in tie.participants.iter().map(String::as_str).filter(|p| joins.contains(p)) {
                if !out.contains_key(next) {
                    out.insert(next, far);
                    queue.push_back(next);
                }
            }
        }
    }
    out
}

pub(super) fn seat<'a>(view: &NetworkView, node: &'a NodeView) -> Seat<'a> {
    let hub = hub_of(view);
    let mut seat = Seat {
        node,
        depth: 0,
        embraced: 0,
        members: 0,
        membership: view
            .ties
            .iter()
            .position(|t| t.kind == "MEMBER" && t.participants.first() == Some(&node.id)),
        alone: false,
        tables: 0,
        core: false,
        lanes: Vec::new(),
        actions: Vec::new(),
    };
    let Some(hub) = hub else { return seat };
    for (tie, view) in view.ties.iter().enumerate() {
        let shared = view.participants.contains(&node.id) && view.participants.contains(&hub.id);
        if view.class == "structural" || !shared {
            continue;
        }
        let part = Part {
            tie,
            state: state_of(view, &node.id),
            areas: areas_of(view, &node.id),
            derived: view.class == "derived",
        };
        seat.core |= family(view.kind) == Role::Core;
        if view.kind == "ACTION" { seat.actions.push(part) } else { seat.lanes.push(part) }
    }
    seat
}

impl<'a> Plan<'a> {
    /// All seats of the rim, in order.
    pub(super) fn seats(&self) -> impl Iterator<Item = &Seat<'a>> {
        self.buckets.iter().flat_map(|b| &b.seats)
    }

    /// The ties that are drawn.
    pub(super) fn drawn(&self) -> impl Iterator<Item = &'a TieView> {
        self.drawn.iter().map(|&i| &self.view.ties[i])
    }

    /// The tables with all who are members of them; work in common of a few is none.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(|m| self.view.ties[m.tie].kind == "MEMBER")
    }

    /// At most so many pairs that share most tables, with how many: of all, or of a Member State and a partner where the EU is split.
    pub(super) fn closest(&self, most: usize) -> Vec<(usize, &'a NodeView, &'a NodeView)> {
        let seats: Vec<&'a NodeView> = self.seats().map(|s| s.node).collect();
        let split = self.split();
        let mut pairs = Vec::new();
        for (i, a) in seats.iter().enumerate() {
            for b in &seats[i + 1..] {
                if split && (a.kind == "member-state") == (b.kind == "member-state") {
                    continue;
                }
                let both = |m: &&Meeting| m.ends.contains(&a.id) && m.ends.contains(&b.id);
                pairs.push((self.tables().filter(both).count(), *a, *b));
            }
        }
        pairs.retain(|(n, _, _)| *n > 1);
        // Those who stand first in the picture come first among equals: the sort is stable.
        pairs.sort_by_key(|(n, _, _)| std::cmp::Reverse(*n));
        // Of equals all or none are named.
        if let Some(&(beyond, _, _)) = pairs.get(most) {
            pairs.retain(|(n, _, _)| *n > beyond);
        }
        pairs
    }

    /// Whether the hub is split into its Member States.
    pub(super) fn split(&self) -> bool {
        self.view.nodes.iter().any(|n| n.kind == "member-state")
    }

    fn keep_forums_with_ties(&mut self) {
        let view = self.view;
        self.forums.retain(|f| {
            f.membership.is_some()
                || view.ties.iter().any(|t| t.class != "structural" && t.participants.contains(&f.node.id))
        });
    }

    fn count_members(&mut self) {
        let shown: BTreeSet<String> = self.seats().map(|s| s.node.id.clone()).collect();
        let members = members_of(self.view);
        let count = |seat: &mut Seat| {
            seat.members = members
                .get(seat.node.id.as_str())
                .map_or(0, |m| m.iter().filter(|m| shown.contains(**m)).count());
        };
        self.buckets.iter_mut().flat_map(|b| &mut b.seats).for_each(count);
        self.forums.iter_mut().for_each(count);
    }

    /// Ties in which the EU has no part, and actions that name no partner.
    fn meetings(&mut self) {
        let rim: BTreeSet<&str> =
            self.buckets.iter().flat_map(|b| &b.seats).map(|s| s.node.id.as_str()).collect();
        let tables: BTreeSet<&str> = self.forums.iter().map(|s| s.node.id.as_str()).collect();
        let mut meetings = Vec::new();
        let mut unnamed = Vec::new();
        for (index, tie) in self.view.ties.iter().enumerate() {
            let shown = |p: &&String| rim.contains(p.as_str()) || tables.contains(p.as_str());
            let ends: Vec<String> = tie.participants.iter().filter(shown).cloned().collect();
            let with_hub = self.hub.is_some_and(|h| tie.participants.contains(&h.id));
            let table = ends.iter().find(|e| tables.contains(e.as_str())).cloned();
            if with_hub && tie.class != "structural" {
                if tie.parties.is_empty() {
                    unnamed.push(index);
                }
                continue;
            }
            if tie.kind == "MEMBER" {
                let (group, joined) = (tie.participants.first(), ends.len().saturating_sub(1));
                let drawn = group.is_some_and(|g| ends.first() == Some(g)) && joined > 0;
                if drawn && self.hub.is_none() && table.is_some() && joined > 1 {
                    meetings.push(Meeting { tie: index, table, ends });
                }
                continue;
            }
            // Standing in one cell of the annex, or under one instrument of the EU, is no meeting.
            let meets = tie.meeting.is_some() || self.hub.is_some();
            if ends.len() > 1 && meets {
                meetings.push(Meeting { tie: index, table, ends });
            }
        }
        self.meetings = meetings;
        self.unnamed = unnamed;
        if self.hub.is_none() {
            self.keep_meeting();
        }
    }

    /// Without the EU, groupings and forums that join no one are no part of the picture; partners that meet no one are.
    fn keep_meeting(&mut self) {
        let tables: Vec<BTreeSet<String>> = self.tables().map(|m| m.ends.iter().cloned().collect()).collect();
        let met: BTreeSet<&str> =
            self.meetings.iter().flat_map(|m| m.ends.iter().map(String::as_str)).collect();
        let met: BTreeSet<String> = met.into_iter().map(str::to_owned).collect();
        let before = self.forums.len() + self.seats().count();
        self.forums.retain(|s| met.contains(&s.node.id));
        for bucket in &mut self.buckets {
            bucket.seats.retain(|s| s.node.kind != "grouping" || met.contains(&s.node.id));
            bucket.seats.iter_mut().for_each(|s| {
                (s.depth, s.embraced) = (0, 0);
                s.alone = !met.contains(&s.node.id);
                s.tables = tables.iter().filter(|t| t.contains(&s.node.id)).count();
            });
        }
        self.buckets.retain(|b| !b.seats.is_empty());
        self.left_out.idle += before - self.forums.len() - self.seats().count();
    }
}
