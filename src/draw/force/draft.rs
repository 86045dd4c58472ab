//! What of a plan becomes a node of the network on paper and what becomes a line, before any coordinate.

use std::collections::{BTreeMap, BTreeSet};

use super::super::plan::{Part, Plan, Seat};
use crate::view::NodeView;

/// A node of the picture.
#[derive(Debug)]
pub(super) enum Knot<'a> {
    /// The EU.
    Hub(&'a NodeView),
    /// Any other actor, with the actions that it alone shares with the EU.
    Actor(&'a Seat<'a>, Vec<&'a Part>),
    /// A tie of several: whoever takes part is joined to it.
    Shared(usize),
}

/// One line of a bundle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Strand {
    /// Index of the tie.
    pub(super) tie: usize,
    /// The state of the partner's part, at whose end it is shown; without the EU only who sits where is shown.
    pub(super) state: Option<&'static str>,
    /// How many sit at the table, for a place at one.
    pub(super) size: Option<usize>,
}

/// All lines between two nodes: the second is the one whose state the ends show.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bundle {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) strands: Vec<Strand>,
}

/// The network on paper.
pub(super) struct Draft<'a> {
    pub(super) knots: Vec<Knot<'a>>,
    pub(super) bundles: Vec<Bundle>,
    /// Actors of the plan that nothing joins to any other here.
    pub(super) alone: Vec<&'a Seat<'a>>,
}

/// How far the ends of a line are from each other: small tables bring together, the EU keeps everybody at a distance.
const TO_HUB: f64 = 2.6;
const TO_SHARED: f64 = 0.75;
const TO_TABLE: f64 = 1.0;

impl<'a> Draft<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Draft<'a> {
        let mut draft = Draft { knots: Vec::new(), bundles: Vec::new(), alone: Vec::new() };
        let seats: Vec<&Seat> = plan.seats().chain(&plan.forums).collect();
        // Who takes part in what, by tie: the order of the view.
        let mut parts: BTreeMap<usize, Vec<(&Seat, &Part)>> = BTreeMap::new();
        for seat in &seats {
            for part in seat.lanes.iter().chain(&seat.actions) {
                parts.entry(part.tie).or_default().push((seat, part));
            }
        }
        // An EU to which no line leads and under which nothing stands would be alone in the middle.
        let single = parts.values().any(|holders| holders.len() == 1);
        let hub = plan.hub.filter(|_| single).map(|hub| {
            draft.knots.push(Knot::Hub(hub));
            draft.knots.len() - 1
        });
        let joined = joined(plan, &parts, &seats);
        let (seated, alone): (Vec<&Seat>, Vec<&Seat>) =
            seats.into_iter().partition(|s| joined.contains(s.node.id.as_str()));
        draft.alone = alone;
        let mut place: BTreeMap<&str, usize> = BTreeMap::new();
        for seat in seated {
            place.insert(&seat.node.id, draft.knots.len());
            draft.knots.push(Knot::Actor(seat, Vec::new()));
        }
        for (tie, holders) in parts {
            let action = plan.view.ties[tie].kind == "ACTION";
            match &holders[..] {
                [(seat, part)] if action => {
                    if let Knot::Actor(_, marks) = &mut draft.knots[place[seat.node.id.as_str()]] {
                        marks.push(part);
                    }
                }
                [(seat, part)] => {
                    let strand = Strand { tie, state: Some(part.state), size: None };
                    if let Some(hub) = hub {
                        draft.join(hub, place[seat.node.id.as_str()], strand);
                    }
                }
                several => {
                    draft.knots.push(Knot::Shared(tie));
                    let at = draft.knots.len() - 1;
                    for (seat, part) in several {
                        let strand = Strand { tie, state: Some(part.state), size: None };
                        draft.join(at, place[seat.node.id.as_str()], strand);
                    }
                }
            }
        }
        // With the EU in the picture its lines say what joins; how closely one meets is asked without it.
        let sized = |n: usize| plan.hub.is_none().then_some(n);
        for meeting in &plan.meetings {
            let ends: Vec<usize> =
                meeting.ends.iter().filter_map(|e| place.get(e.as_str()).copied()).collect();
            let table = meeting.table.as_deref().and_then(|t| place.get(t).copied());
            let size = sized(ends.len().saturating_sub(1));
            let strand = Strand { tie: meeting.tie, state: None, size };
            match (table, &ends[..]) {
                (Some(table), _) => {
                    ends.iter().filter(|e| **e != table).for_each(|&end| draft.join(table, end, strand));
                }
                (None, [a, b]) => draft.join(*a, *b, Strand { size: sized(2), ..strand }),
                (None, _) => {
                    draft.knots.push(Knot::Shared(meeting.tie));
                    let at = draft.knots.len() - 1;
                    ends.iter()
                        .for_each(|&end| draft.join(at, end, Strand { size: sized(ends.len()), ..strand }));
                }
            }
        }
        draft
    }

    fn join(&mut self, from: usize, to: usize, strand: Strand) {
        let same = |b: &&mut Bundle| (b.from, b.to) == (from, to) || (b.from, b.to) == (to, from);
        match self.bundles.iter_mut().find(same) {
            Some(bundle) => bundle.strands.push(strand),
            None => self.bundles.push(Bundle { from, to, strands: vec![strand] }),
        }
    }

    /// How far apart the ends of everything that joins two nodes should stand, also of what is not drawn as a line.
    pub(super) fn lengths(&self) -> Vec<(usize, usize, f64)> {
        let mut degree = vec![0_usize; self.knots.len()];
        for bundle in &self.bundles {
            degree[bundle.from] += 1;
            degree[bundle.to] += 1;
        }
        // Whoever has many lines needs room for them.
        let busy = |i: usize| 1.0 + 0.22 * (degree[i].max(1) as f64).ln();
        let length = |b: &Bundle| match self.knots[b.from] {
            Knot::Hub(_) => self.length(b),
            _ => self.length(b) * busy(b.from) * busy(b.to),
        };
        let mut out: Vec<(usize, usize, f64)> =
            self.bundles.iter().map(|b| (b.from, b.to, length(b))).collect();
        if let Some(Knot::Hub(_)) = self.knots.first() {
            let drawn: BTreeSet<usize> = self.bundles.iter().filter(|b| b.from == 0).map(|b| b.to).collect();
            let held = |k: &Knot| matches!(k, Knot::Actor(_, marks) if !marks.is_empty());
            let bare = self.knots.iter().enumerate().filter(|(i, k)| held(k) && !drawn.contains(i));
            out.extend(bare.map(|(i, _)| (0, i, TO_HUB)));
            // What several share, they share with the EU.
            let shared = self.knots.iter().enumerate().filter(|(_, k)| matches!(k, Knot::Shared(_)));
            out.extend(shared.map(|(i, _)| (0, i, TO_HUB)));
        }
        out
    }

    fn length(&self, bundle: &Bundle) -> f64 {
        match (&self.knots[bundle.from], bundle.strands.first().and_then(|s| s.size)) {
            (Knot::Hub(_), _) => TO_HUB,
            (Knot::Shared(_), _) => TO_SHARED,
            (_, Some(size)) => TO_TABLE * (1.0 + 0.12 * (size.max(2) as f64 / 2.0).ln()),
            _ => TO_TABLE,
        }
    }
}

/// The actors that something joins to another: an instrument or action with the EU, or a meeting.
fn joined<'a>(
    plan: &'a Plan<'a>,
    parts: &BTreeMap<usize, Vec<(&Seat, &Part)>>,
    seats: &[&'a Seat<'a>],
) -> BTreeSet<&'a str> {
    let held: BTreeSet<&str> = parts.values().flatten().map(|(s, _)| s.node.id.as_str()).collect();
    let met: BTreeSet<&str> = plan.meetings.iter().flat_map(|m| &m.ends).map(String::as_str).collect();
    let ids = seats.iter().map(|s| s.node.id.as_str());
    ids.filter(|id| held.contains(id) || met.contains(id)).collect()
}
