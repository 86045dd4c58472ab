//! Who stands where on the wheel, before any coordinate: partners and groupings in buckets by stratum and region,
//! forums inside, what each shares with the EU, and what is left out.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::words::{pick, stratum};
use crate::view::{Lang, NetworkView, NodeView, TieView};

/// The most labels that the rim holds.
pub const MOST_RIM: usize = 160;

/// An actor's own part in a tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Index of the tie in the view.
    pub(super) tie: usize,
    /// The actor's state in it.
    pub(super) state: &'static str,
    /// Areas of its part.
    pub(super) areas: Vec<String>,
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
    /// Actors that stand only in membership lists.
    pub listed: usize,
    /// Actors beyond [`MOST_RIM`], the least connected.
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
}

/// Key for sorting names as readers of both languages expect: accents and case do not count.
pub(super) fn sort_key(name: &str) -> String {
    name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase()
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

/// Plans the wheel of a view.
pub(super) fn plan(view: &NetworkView, lang: Lang) -> Plan<'_> {
    let hub = view.nodes.iter().find(|n| n.kind == "hub");
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
        rim = most_connected(view, rim);
    }
    let forums: Vec<&NodeView> = view.nodes.iter().filter(|n| n.kind == "forum").collect();
    let (universal, forums): (Vec<&NodeView>, Vec<&NodeView>) =
        forums.into_iter().partition(|n| n.level == Some("universal"));
    left_out.universal = universal.iter().map(|n| n.names.get(lang).to_owned()).collect();
    let mut plan = Plan {
        view,
        hub,
        buckets: buckets(view, &rim, lang),
        forums: forums.into_iter().map(|n| seat(view, n)).collect(),
        meetings: Vec::new(),
        unnamed: Vec::new(),
        left_out,
    };
    plan.keep_forums_with_ties();
    plan.count_members();
    plan.meetings();
    plan
}

fn is_rim(node: &NodeView) -> bool {
    matches!(node.kind, "partner" | "grouping" | "member-state")
}

fn most_connected<'a>(view: &NetworkView, rim: Vec<&'a NodeView>) -> Vec<&'a NodeView> {
    let ties = |id: &str, class: &str| {
        view.ties.iter().filter(|t| t.class == class && t.participants.iter().any(|p| p == id)).count()
    };
    let mut ranked: Vec<(usize, usize, usize, &NodeView)> = rim
        .into_iter()
        .enumerate()
        .map(|(i, n)| (ties(&n.id, "stated"), ties(&n.id, "derived") + ties(&n.id, "structural"), i, n))
        .collect();
    ranked.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
    ranked.truncate(MOST_RIM);
    ranked.sort_by_key(|r| r.2);
    ranked.into_iter().map(|r| r.3).collect()
}

fn seat<'a>(view: &NetworkView, node: &'a NodeView) -> Seat<'a> {
    let hub = view.nodes.iter().find(|n| n.kind == "hub");
    let mut seat = Seat {
        node,
        depth: 0,
        embraced: 0,
        members: 0,
        membership: view
            .ties
            .iter()
            .position(|t| t.kind == "MEMBER" && t.participants.first() == Some(&node.id)),
        lanes: Vec::new(),
        actions: Vec::new(),
    };
    let Some(hub) = hub else { return seat };
    for (tie, view) in view.ties.iter().enumerate() {
        let shared = view.participants.contains(&node.id) && view.participants.contains(&hub.id);
        if view.class == "structural" || !shared {
            continue;
        }
        let part = Part { tie, state: state_of(view, &node.id), areas: areas_of(view, &node.id) };
        if view.kind == "ACTION" { seat.actions.push(part) } else { seat.lanes.push(part) }
    }
    seat
}

type Members<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The members of each grouping and forum that the view's structural ties give.
fn members_of(view: &NetworkView) -> Members<'_> {
    view.ties
        .iter()
        .filter(|t| t.kind == "MEMBER")
        .filter_map(|t| {
            let (group, members) = t.participants.split_first()?;
            Some((group.as_str(), members.iter().map(String::as_str).collect()))
        })
        .collect()
}

fn buckets<'a>(view: &'a NetworkView, rim: &[&'a NodeView], lang: Lang) -> Vec<Bucket<'a>> {
    let members = members_of(view);
    let nodes: BTreeMap<&str, &NodeView> = view.nodes.iter().map(|n| (n.id.as_str(), n)).collect();
    let mut sorted: BTreeMap<(u8, String), Vec<&NodeView>> = BTreeMap::new();
    for &node in rim {
        let home = if node.kind == "grouping" {
            home_of(&members, &nodes, node, lang)
        } else {
            Some(place(node, lang))
        };
        sorted.entry(home.unwrap_or((9, String::new()))).or_default().push(node);
    }
    sorted
        .into_iter()
        .map(|((rank, region), nodes)| {
            let stratum_word = ["member-state", "enlargement", "neighbourhood", "others"];
            let word = stratum_word.get(rank as usize).copied().unwrap_or("groupings");
            let heading = match word {
                "groupings" => pick(lang, "Groupements transversaux", "Cross-cutting groupings").to_owned(),
                "others" if !region.is_empty() => region,
                other => stratum(lang, other).to_owned(),
            };
            Bucket { heading, stratum: word, seats: seated(view, nodes, &members, lang) }
        })
        .collect()
}

/// Stratum and region of a country, as a key that sorts them.
fn place(node: &NodeView, lang: Lang) -> (u8, String) {
    match node.stratum {
        Some("member-state") => (0, String::new()),
        Some("enlargement") => (1, String::new()),
        Some("neighbourhood") => (2, String::new()),
        _ => (3, node.region.as_ref().map(|r| r.get(lang).to_owned()).unwrap_or_default()),
    }
}

/// The bucket in which at least three quarters of a grouping's members stand, wherever those are known.
fn home_of(
    members: &Members,
    nodes: &BTreeMap<&str, &NodeView>,
    node: &NodeView,
    lang: Lang,
) -> Option<(u8, String)> {
    let known: Vec<(u8, String)> =
        members.get(node.id.as_str())?.iter().filter_map(|m| nodes.get(m)).map(|n| place(n, lang)).collect();
    let mut counts: BTreeMap<&(u8, String), usize> = BTreeMap::new();
    for home in &known {
        *counts.entry(home).or_default() += 1;
    }
    let (home, count) = counts.into_iter().max_by_key(|(_, n)| *n)?;
    (count * 4 >= known.len() * 3).then(|| home.clone())
}

/// The seats of a bucket: each grouping before the members it embraces, the rest by name.
fn seated<'a>(view: &NetworkView, nodes: Vec<&'a NodeView>, members: &Members, lang: Lang) -> Vec<Seat<'a>> {
    let (mut groups, mut countries): (Vec<&NodeView>, Vec<&NodeView>) =
        nodes.into_iter().partition(|n| n.kind == "grouping");
    countries.sort_by_key(|n| sort_key(n.names.get(lang)));
    let here: BTreeSet<&str> = countries.iter().map(|n| n.id.as_str()).collect();
    let all = |n: &NodeView| members.get(n.id.as_str()).cloned().unwrap_or_default();
    let inside =
        |n: &NodeView| -> BTreeSet<&str> { all(n).into_iter().filter(|m| here.contains(m)).collect() };
    groups.sort_by_key(|n| {
        (std::cmp::Reverse(inside(n).len()), std::cmp::Reverse(all(n).len()), sort_key(n.names.get(lang)))
    });
    // A family of sets of which any two are nested or apart can be drawn as arcs; what crosses stands beside them.
    let mut nested: Vec<(&NodeView, BTreeSet<&str>)> = Vec::new();
    let mut loose: Vec<&NodeView> = Vec::new();
    for group in groups {
        let set = inside(group);
        let apart = |other: &BTreeSet<&str>| set.is_subset(other) || set.is_disjoint(other);
        if set.is_empty() || !nested.iter().all(|(_, o)| apart(o)) {
            loose.push(group);
        } else {
            nested.push((group, set));
        }
    }
    let mut out = Vec::new();
    out.extend(loose.iter().map(|n| seat(view, n)));
    lay(view, &nested, &countries, 0, &mut out);
    out
}

/// Lays one level: a grouping, what it embraces, then those that none embraces.
fn lay<'a>(
    view: &NetworkView,
    nested: &[(&'a NodeView, BTreeSet<&str>)],
    countries: &[&'a NodeView],
    depth: usize,
    out: &mut Vec<Seat<'a>>,
) {
    let mut rest: Vec<&NodeView> = countries.to_vec();
    let mut groups = nested;
    while let Some(((group, set), later)) = groups.split_first() {
        let (within, after): (Vec<_>, Vec<_>) = later.iter().cloned().partition(|(_, s)| s.is_subset(set));
        let (mine, others): (Vec<&NodeView>, Vec<&NodeView>) =
            rest.into_iter().partition(|n| set.contains(n.id.as_str()));
        rest = others;
        let at = out.len();
        out.push(Seat { depth, ..seat(view, group) });
        lay(view, &within, &mine, depth + 1, out);
        out[at].embraced = out.len() - at - 1;
        if !after.is_empty() {
            return lay(view, &after, &rest, depth, out);
        }
        groups = &[];
    }
    out.extend(rest.into_iter().map(|n| Seat { depth, ..seat(view, n) }));
}

impl<'a> Plan<'a> {
    /// All seats of the rim, in order.
    pub(super) fn seats(&self) -> impl Iterator<Item = &Seat<'a>> {
        self.buckets.iter().flat_map(|b| &b.seats)
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

    /// Ties in which the EU has no part, and every tie that stays without a place.
    fn meetings(&mut self) {
        let rim: BTreeSet<&str> =
            self.buckets.iter().flat_map(|b| &b.seats).map(|s| s.node.id.as_str()).collect();
        let tables: BTreeSet<&str> = self.forums.iter().map(|s| s.node.id.as_str()).collect();
        let mut meetings = Vec::new();
        let mut unnamed = Vec::new();
        let mut ties = Vec::new();
        for (index, tie) in self.view.ties.iter().enumerate() {
            let shown = |p: &&String| rim.contains(p.as_str()) || tables.contains(p.as_str());
            let ends: Vec<String> = tie.participants.iter().filter(shown).cloned().collect();
            let with_hub = self.hub.is_some_and(|h| tie.participants.contains(&h.id));
            let table = ends.iter().find(|e| tables.contains(e.as_str())).cloned();
            if with_hub && tie.class != "structural" {
                if tie.parties.is_empty() {
                    unnamed.push(index);
                } else if ends.is_empty() {
                    ties.push(tie.id.clone());
                }
                continue;
            }
            if tie.kind == "MEMBER" {
                let (group, joined) = (tie.participants.first(), ends.len().saturating_sub(1));
                let drawn = group.is_some_and(|g| ends.first() == Some(g)) && joined > 0;
                if !drawn {
                    ties.push(tie.id.clone());
                } else if self.hub.is_none() && table.is_some() {
                    meetings.push(Meeting { tie: index, table, ends });
                }
                continue;
            }
            // Standing in one cell of the annex is no meeting; a working table or a tie of its own is.
            let meets = tie.meeting.is_some() || tie.kind != "ACTION";
            if ends.len() > 1 && meets {
                meetings.push(Meeting { tie: index, table, ends });
            } else {
                ties.push(tie.id.clone());
            }
        }
        self.meetings = meetings;
        self.unnamed = unnamed;
        self.left_out.ties = ties;
    }
}
