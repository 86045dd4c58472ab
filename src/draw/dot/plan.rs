//! What of a network becomes a node of the picture and what becomes a line.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::{NetworkView, NodeView, TieView};

/// The nodes and lines of a picture, in the order of the view.
pub(super) struct Plan<'a> {
    /// Actors.
    pub(super) actors: Vec<&'a NodeView>,
    /// Ties with a node of their own.
    pub(super) tables: Vec<Table<'a>>,
    /// Lines.
    pub(super) lines: Vec<Line<'a>>,
}

/// A tie with a node of its own: several actors sit at it, or it waits for a second one.
pub(super) struct Table<'a> {
    /// The id of its node.
    pub(super) id: &'a str,
    /// The tie; of a derived tie whose stated one is filtered out, that derived tie.
    pub(super) tie: &'a TieView,
}

/// A line between two nodes.
pub(super) struct Line<'a> {
    /// One end; the table, where there is one.
    pub(super) from: &'a str,
    /// The other end.
    pub(super) to: &'a str,
    /// What it says.
    pub(super) what: What<'a>,
}

/// What a line says.
pub(super) enum What<'a> {
    /// A whole tie between two actors.
    Whole(&'a TieView),
    /// An actor's part in a tie.
    Part(&'a TieView),
    /// A programme of the EU serves a tie.
    Programme(&'a TieView),
    /// A member is reached through its group: derived ties and its membership, as many as there are.
    Reach(Vec<&'a TieView>),
}

/// A stated tie with the derived ties that expand it.
struct Family<'a> {
    id: &'a str,
    carrier: &'a TieView,
    seats: Vec<&'a str>,
    taken: BTreeSet<&'a str>,
}

impl<'a> Plan<'a> {
    /// Keeps an actor, the groups that lead to it, the ties of both that reach it, and everybody at them.
    pub(super) fn keep_around(&mut self, ego: &str) {
        let mut ties: BTreeSet<&str> = BTreeSet::new();
        let mut reaches: BTreeSet<&str> = BTreeSet::new();
        for line in self.lines.iter().filter(|l| l.to == ego) {
            match &line.what {
                What::Reach(through) => {
                    reaches.insert(line.from);
                    ties.extend(through.iter().filter(|t| t.class == "derived").map(|t| root(t)));
                }
                _ => {
                    ties.insert(line.from);
                }
            }
        }
        self.tables.retain(|t| ties.contains(t.id));
        self.lines.retain(|l| ties.contains(l.from) || (reaches.contains(l.from) && l.to == ego));
        let ends: BTreeSet<&str> = self.lines.iter().flat_map(|l| [l.from, l.to]).collect();
        self.actors.retain(|n| n.id == ego || ends.contains(n.id.as_str()));
    }
}

/// Plans the picture of a view. With `all_tables` every tie gets a node, also one between two actors.
pub(super) fn plan<'a>(view: &'a NetworkView, all_tables: bool) -> Plan<'a> {
    let actors: Vec<&NodeView> = view.nodes.iter().filter(|n| is_actor(n)).collect();
    let known: BTreeSet<&str> = actors.iter().map(|n| n.id.as_str()).collect();
    let mut out = Plan { actors, tables: Vec::new(), lines: Vec::new() };
    for family in families(view, &known) {
        let tie = family.carrier;
        let programmes: Vec<&str> =
            tie.programmes.iter().map(String::as_str).filter(|p| known.contains(p)).collect();
        if let [a, b] = family.seats[..]
            && programmes.is_empty()
            && !all_tables
        {
            out.lines.push(Line { from: a, to: b, what: What::Whole(tie) });
            continue;
        }
        out.tables.push(Table { id: family.id, tie });
        let parts = family.seats.into_iter().map(|to| Line { from: family.id, to, what: What::Part(tie) });
        out.lines.extend(parts);
        let served = programmes.into_iter();
        out.lines.extend(served.map(|to| Line { from: family.id, to, what: What::Programme(tie) }));
    }
    for ((group, member), ties) in reaches(view, &known) {
        out.lines.push(Line { from: group, to: member, what: What::Reach(ties) });
    }
    out
}

/// Whether a node is an actor, and not a tie, an area or a domain.
fn is_actor(node: &NodeView) -> bool {
    !matches!(node.kind, "instrument" | "action" | "area" | "domain")
}

/// The tie that a derived tie expands: `ID` of `ID>MEMBER`.
fn root(tie: &TieView) -> &str {
    tie.id.rsplit_once('>').map_or(tie.id.as_str(), |(id, _)| id)
}

/// The member whom a derived tie reaches: the last participant, after the EU.
fn reached(tie: &TieView) -> Option<&str> {
    tie.participants.last().map(String::as_str)
}

/// A derived tie leads through its grouping, which therefore sits at the table even where the filter leaves it out.
fn families<'a>(view: &'a NetworkView, known: &BTreeSet<&'a str>) -> Vec<Family<'a>> {
    let mut out: Vec<Family<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for tie in view.ties.iter().filter(|t| t.class != "structural") {
        let derived = tie.class == "derived";
        let id = if derived { root(tie) } else { tie.id.as_str() };
        let place = *places.entry(id).or_insert_with(|| {
            out.push(Family { id, carrier: tie, seats: Vec::new(), taken: BTreeSet::new() });
            out.len() - 1
        });
        let named = &tie.participants[..tie.participants.len().saturating_sub(usize::from(derived))];
        let family = &mut out[place];
        for seat in named.iter().chain(&tie.via).map(String::as_str) {
            if known.contains(seat) && family.taken.insert(seat) {
                family.seats.push(seat);
            }
        }
    }
    out
}

/// Which members are reached through which group, by which ties.
fn reaches<'a>(
    view: &'a NetworkView,
    known: &BTreeSet<&'a str>,
) -> BTreeMap<(&'a str, &'a str), Vec<&'a TieView>> {
    let mut out: BTreeMap<(&str, &str), Vec<&TieView>> = BTreeMap::new();
    let mut put = |group: &'a str, member: &'a str, tie| {
        if known.contains(group) && known.contains(member) {
            out.entry((group, member)).or_default().push(tie);
        }
    };
    for tie in &view.ties {
        match tie.class {
            "structural" => {
                let mut ids = tie.participants.iter().map(String::as_str);
                let Some(group) = ids.next() else { continue };
                ids.for_each(|member| put(group, member, tie));
            }
            "derived" => {
                let Some(member) = reached(tie) else { continue };
                tie.via.iter().for_each(|group| put(group, member, tie));
            }
            _ => {}
        }
    }
    out
}
