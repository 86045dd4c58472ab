//! The ties that differ between two readings.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Column, Ground};
use super::delta::column_id;
use crate::dataset::State;

/// A tie that differs between two grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TieChange {
    /// Its id.
    pub tie: String,
    /// Its state before; none when it was not there or not known.
    pub before: Option<State>,
    /// Its state after; none when it is not there.
    pub after: Option<State>,
    /// Parties whose own state differs, or who came or went: id, before, after.
    pub parties: Vec<(String, Option<State>, Option<State>)>,
    /// Ids of the areas and domains that came.
    pub covered: Vec<String>,
    /// Ids of the areas and domains that went.
    pub uncovered: Vec<String>,
}

/// The ties that differ, in the order of ids: they came, went, changed their state, or a party did.
pub fn tie_changes(before: Ground<'_>, after: Ground<'_>) -> Vec<TieChange> {
    type Standing = (State, BTreeMap<String, State>, Vec<String>);
    let read = |ground: Ground<'_>| -> BTreeMap<String, Standing> {
        ground
            .ties()
            .map(|(_, tie)| {
                let parts = tie
                    .participants
                    .iter()
                    .map(|p| (ground.dataset.actor(p.actor).id.clone(), ground.state(tie, p)));
                let areas = tie.areas.iter().map(|a| column_id(ground.dataset, Column::Area(*a)));
                let domains = tie.domains.iter().map(|d| column_id(ground.dataset, Column::Domain(*d)));
                (tie.id.clone(), (ground.own_state(tie), parts.collect(), areas.chain(domains).collect()))
            })
            .collect()
    };
    let (old, new) = (read(before), read(after));
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut out = Vec::new();
    for id in keys {
        let (a, b) = (old.get(id), new.get(id));
        if a == b {
            continue;
        }
        let (own_a, own_b) = (a.map(|s| s.0), b.map(|s| s.0));
        let mut parties = Vec::new();
        // Of a tie that is on one side alone, what it covers is no change.
        let beyond = |x: Option<&Standing>, y: Option<&Standing>| -> Vec<String> {
            let only =
                |(x, y): (&Standing, &Standing)| x.2.iter().filter(|c| !y.2.contains(c)).cloned().collect();
            x.zip(y).map(only).unwrap_or_default()
        };
        let (covered, uncovered) = (beyond(b, a), beyond(a, b));
        if let (Some((_, a, _)), Some((_, b, _))) = (a, b) {
            let who: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for actor in who {
                let (x, y) = (a.get(actor).copied(), b.get(actor).copied());
                if x != y && (x, y) != (own_a, own_b) {
                    parties.push((actor.clone(), x, y));
                }
            }
        }
        out.push(TieChange { tie: id.clone(), before: own_a, after: own_b, parties, covered, uncovered });
    }
    out
}
