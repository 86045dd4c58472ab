//! The order on the rim: strata and regions, and within them each grouping before the members it embraces.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::index::Index;
use super::phrases::Phrase;
use super::plan::{Bucket, Seat};
use super::theme::{Role, family};
use super::words::stratum;
use crate::view::{Lang, NetworkView, NodeView};

pub(super) type Members<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The members of each grouping and forum that the view's structural ties give.
pub(super) fn members_of(view: &NetworkView) -> Members<'_> {
    view.ties
        .iter()
        .filter(|t| t.kind == "MEMBER")
        .filter_map(|t| {
            let (group, members) = t.participants.split_first()?;
            Some((group.as_str(), members.iter().map(String::as_str).collect()))
        })
        .collect()
}

pub(super) fn buckets<'a>(
    index: &Index<'a>,
    members: &Members<'a>,
    hub: Option<&NodeView>,
    rim: &[&'a NodeView],
    lang: Lang,
) -> Vec<Bucket<'a>> {
    let shown: BTreeSet<&str> = rim.iter().map(|n| n.id.as_str()).collect();
    let mut sorted: BTreeMap<(u8, String), Vec<&NodeView>> = BTreeMap::new();
    for &node in rim {
        let home = if node.kind == "grouping" {
            home_of(members, index, node, lang)
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
                "groupings" => Phrase::CrossCutting.get(lang).to_owned(),
                "others" if !region.is_empty() => region,
                other => stratum(lang, other).to_owned(),
            };
            Bucket { heading, stratum: word, seats: seated(index, hub, nodes, members, &shown, lang) }
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
fn home_of(members: &Members, index: &Index, node: &NodeView, lang: Lang) -> Option<(u8, String)> {
    let all = members.get(node.id.as_str())?;
    let known: Vec<(u8, String)> = all.iter().filter_map(|m| index.node(m)).map(|n| place(n, lang)).collect();
    let mut counts: BTreeMap<&(u8, String), usize> = BTreeMap::new();
    for home in &known {
        *counts.entry(home).or_default() += 1;
    }
    let (home, count) = counts.into_iter().max_by_key(|(_, n)| *n)?;
    (count * 4 >= known.len() * 3).then(|| home.clone())
}

/// The seats of a bucket: each grouping before the members it embraces, the rest by name.
fn seated<'a>(
    index: &Index<'a>,
    hub: Option<&NodeView>,
    nodes: Vec<&'a NodeView>,
    members: &Members,
    shown: &BTreeSet<&str>,
    lang: Lang,
) -> Vec<Seat<'a>> {
    let (mut groups, mut countries): (Vec<&NodeView>, Vec<&NodeView>) =
        nodes.into_iter().partition(|n| n.kind == "grouping");
    // Those that share most with the EU, or sit at most tables, come first: a region's hub and its holes show.
    let seat = |n: &'a NodeView| Seat::new(index, hub, n);
    countries.sort_by_cached_key(|n| {
        (Reverse(weight(index, &seat(n), hub.is_some())), sort_key(n.names.get(lang)))
    });
    let here: BTreeSet<&str> = countries.iter().map(|n| n.id.as_str()).collect();
    let all = |n: &NodeView| members.get(n.id.as_str()).cloned().unwrap_or_default();
    let inside =
        |n: &NodeView| -> BTreeSet<&str> { all(n).into_iter().filter(|m| here.contains(m)).collect() };
    groups.sort_by_key(|n| (Reverse(inside(n).len()), Reverse(all(n).len()), sort_key(n.names.get(lang))));
    // A family of sets of which any two are nested or apart can be drawn as arcs; what crosses stands beside them.
    let mut nested: Vec<(&NodeView, BTreeSet<&str>)> = Vec::new();
    let mut loose: Vec<&NodeView> = Vec::new();
    for group in groups {
        let set = inside(group);
        let apart = |other: &BTreeSet<&str>| set.is_subset(other) || set.is_disjoint(other);
        // An arc that left some of the members out would lie.
        let whole = all(group).iter().all(|m| here.contains(m) || !shown.contains(m));
        if set.is_empty() || !whole || !nested.iter().all(|(_, o)| apart(o)) {
            loose.push(group);
        } else {
            nested.push((group, set));
        }
    }
    let mut out = Vec::new();
    out.extend(loose.into_iter().map(seat));
    lay(&seat, &nested, &countries, 0, &mut out);
    out
}

/// Lays one level: a grouping, what it embraces, then those that none embraces.
fn lay<'a>(
    seat: &dyn Fn(&'a NodeView) -> Seat<'a>,
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
        out.push(Seat { depth, ..seat(group) });
        lay(seat, &within, &mine, depth + 1, out);
        out[at].embraced = out.len() - at - 1;
        if !after.is_empty() {
            return lay(seat, &after, &rest, depth, out);
        }
        groups = &[];
    }
    out.extend(rest.into_iter().map(|n| Seat { depth, ..seat(n) }));
}

/// How much a country shares with the EU: core instruments, instruments, actions; without the EU, at how many tables
/// it sits.
fn weight(index: &Index, seat: &Seat, with_eu: bool) -> (usize, usize, usize) {
    if with_eu {
        let core = seat.lanes.iter().filter(|p| family(index.tie(p.tie).kind) == Role::Core).count();
        return (core, seat.lanes.len(), seat.actions.len());
    }
    let id = &seat.node.id;
    let tables = index.ties(id).filter(|(_, t)| t.kind == "MEMBER" && t.participants[1..].contains(id));
    let forum = |n: &NodeView| n.kind == "forum" && n.level != Some("universal");
    (0, tables.filter(|(_, t)| index.node(&t.participants[0]).is_some_and(forum)).count(), 0)
}

/// Key for sorting names as readers of both languages expect: accents and case do not count.
fn sort_key(name: &str) -> String {
    name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase()
}
