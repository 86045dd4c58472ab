//! Who stands where on the wheel, before any coordinate: partners and groupings in buckets by stratum and region,
//! forums inside, what each shares with the EU, and what is left out.

use std::collections::BTreeSet;

use super::buckets::{Members, buckets, members_of};
use super::index::Index;
use super::nearest::most_connected;
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
    /// Whether that list is incomplete: the number is a minimum.
    pub(super) at_least: bool,
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

/// The state of an actor's part, as it is drawn.
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
    let index = Index::new(view);
    let members = members_of(view);
    let mut plan = Plan {
        view,
        hub,
        buckets: buckets(&index, &members, hub, &rim, lang),
        forums: forums.into_iter().map(|n| Seat::new(&index, hub, n)).collect(),
        meetings: Vec::new(),
        unnamed: Vec::new(),
        left_out,
        drawn: BTreeSet::new(),
    };
    plan.keep_forums_with_ties(&index);
    plan.count_members(&members);
    plan.meetings();
    plan
}

fn is_rim(node: &NodeView) -> bool {
    matches!(node.kind, "partner" | "grouping" | "member-state")
}

impl<'a> Seat<'a> {
    /// A name with the number of those who are members here, a minimum where their list is incomplete.
    pub(super) fn numbered(&self, name: &str) -> String {
        let sign = if self.at_least { "≥\u{a0}" } else { "" };
        format!("{name} · {sign}{}", self.members)
    }

    /// A node with what it shares with the EU, where that is in the picture.
    pub(super) fn new(index: &Index<'a>, hub: Option<&NodeView>, node: &'a NodeView) -> Seat<'a> {
        let mut seat = Seat {
            node,
            depth: 0,
            embraced: 0,
            members: 0,
            membership: index.list(&node.id),
            at_least: index.list(&node.id).is_some_and(|t| index.tie(t).at_least),
            alone: false,
            tables: 0,
            core: false,
            lanes: Vec::new(),
            actions: Vec::new(),
        };
        let Some(hub) = hub else { return seat };
        for (tie, view) in index.ties(&node.id) {
            if view.class == "structural" || !view.participants.contains(&hub.id) {
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

    /// Whether the hub is split into its Member States.
    pub(super) fn split(&self) -> bool {
        self.view.nodes.iter().any(|n| n.kind == "member-state")
    }

    fn keep_forums_with_ties(&mut self, index: &Index) {
        self.forums.retain(|f| {
            f.membership.is_some() || index.ties(&f.node.id).any(|(_, t)| t.class != "structural")
        });
    }

    fn count_members(&mut self, members: &Members) {
        let shown: BTreeSet<&str> = self.seats().map(|s| s.node.id.as_str()).collect();
        let count = |seat: &mut Seat| {
            let own = members.get(seat.node.id.as_str());
            seat.members = own.map_or(0, |m| m.intersection(&shown).count());
        };
        self.buckets.iter_mut().flat_map(|b| &mut b.seats).for_each(count);
        self.forums.iter_mut().for_each(count);
    }
}
