//! Who meets whom without the EU: the ties that bring actors together, and who shares most tables.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Meeting, Plan};
use crate::view::NodeView;

impl<'a> Plan<'a> {
    /// The tables with all who are members of them; work in common of a few is none.
    fn tables(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(|m| self.view.ties[m.tie].kind == "MEMBER")
    }

    /// At most so many pairs that share most tables, with how many: of all, or of a Member State and a partner where the EU is split.
    pub(super) fn closest(&self, most: usize) -> Vec<(usize, &'a NodeView, &'a NodeView)> {
        let seats: Vec<&'a NodeView> = self.seats().map(|s| s.node).collect();
        let places: BTreeMap<&str, usize> =
            seats.iter().enumerate().map(|(i, n)| (n.id.as_str(), i)).collect();
        let count = seats.len();
        let mut shared = vec![0_usize; count * count];
        for table in self.tables() {
            let here: BTreeSet<usize> =
                table.ends.iter().filter_map(|e| places.get(e.as_str()).copied()).collect();
            for &a in &here {
                here.range(a + 1..).for_each(|b| shared[a * count + b] += 1);
            }
        }
        let split = self.split();
        let apart = |a: &NodeView, b: &NodeView| (a.kind == "member-state") != (b.kind == "member-state");
        let all = (0..count).flat_map(|i| (i + 1..count).map(move |j| (i, j)));
        let mut pairs: Vec<(usize, &NodeView, &NodeView)> = all
            .map(|(i, j)| (shared[i * count + j], seats[i], seats[j]))
            .filter(|(n, a, b)| *n > 1 && (!split || apart(a, b)))
            .collect();
        // Those who stand first in the picture come first among equals: the sort is stable.
        pairs.sort_by_key(|(n, _, _)| Reverse(*n));
        // Of equals all or none are named.
        if let Some(&(beyond, _, _)) = pairs.get(most) {
            pairs.retain(|(n, _, _)| *n > beyond);
        }
        pairs
    }

    /// Ties in which the EU has no part, and actions that name no partner.
    pub(super) fn meetings(&mut self) {
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
            // What is planned brings nobody together yet.
            let meets = tie.meeting.is_some() && tie.text_state() == "active" || self.hub.is_some();
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
