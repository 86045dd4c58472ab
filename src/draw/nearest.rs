//! Who has room where not everybody has: the nearest to a focus, then the most connected.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::view::{NetworkView, NodeView, TieView};

/// Those that have room: the nearest to the focus, if there is one, and of these the most connected.
///
/// Connected means in stated ties, then in others; of equals the first of the view.
pub(super) fn most_connected<'a>(
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
