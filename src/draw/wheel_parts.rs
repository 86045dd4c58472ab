//! What of a wheel depends on the places of its actors: chords, the codes of the areas, and which names are shown.

use super::bundle;
use super::options::Labels;
use super::plan::Plan;
use super::text::{ASCENT, Anchor, DESCENT, Label, Weight, wrap};
use super::wheel::{Chord, Point, WheelLayout};
use crate::view::NetworkView;

impl WheelLayout {
    /// The lines among partners and tables.
    pub(super) fn chords(&mut self, plan: &Plan) {
        let spot = |id: &str| self.rim.iter().chain(&self.tables).find(|s| s.id == id).map(|s| s.point);
        for meeting in &plan.meetings {
            let size = meeting.ends.len() - 1;
            let hub = meeting.table.as_deref().filter(|t| spot(t).is_some());
            let ends: Vec<&String> = meeting.ends.iter().filter(|e| Some(e.as_str()) != hub).collect();
            let mut join = |a: &str, b: &str| {
                if let (Some(from), Some(to)) = (spot(a), spot(b)) {
                    let beside = self.chords.iter().filter(|c| c.from == from && c.to == to).count();
                    self.chords.push(Chord { tie: meeting.tie, size, beside, from, to });
                }
            };
            match hub {
                Some(table) => ends.iter().for_each(|end| join(end, table)),
                None => {
                    for (i, a) in ends.iter().enumerate() {
                        ends[i + 1..].iter().for_each(|b| join(a, b));
                    }
                }
            }
        }
    }

    /// The circles of the areas, with their codes.
    pub(super) fn rings(&mut self, view: &NetworkView, areas: &[&str]) {
        if self.hub.is_none() || !self.marks.iter().any(|m| view.ties[m.tie].kind == "ACTION") {
            return;
        }
        const SIZE: f64 = 7.2;
        let Point { x, y } = self.circles.center;
        let pitch = bundle::ring_pitch(&self.circles, areas.len());
        for (ring, area) in areas.iter().enumerate() {
            let radius = bundle::ring_radius(&self.circles, ring, areas.len());
            // In the gap at the top; side by side in turn where one above the other would not have room.
            let (x, anchor) = match (pitch >= SIZE * (ASCENT + DESCENT), ring % 2) {
                (true, _) => (x, Anchor::Middle),
                (false, 0) => (x - 1.0, Anchor::End),
                (false, _) => (x + 1.0, Anchor::Start),
            };
            let code = Label::line("", x, y - radius + 2.6, SIZE, "muted").anchored(anchor);
            self.rings.push((radius, code.with_lines(wrap(area, SIZE, Weight::Regular, 24.0, 1))));
        }
        // The same again in the gap at the bottom, unless something stands there.
        let below: Vec<(f64, Label)> = self
            .rings
            .iter()
            .map(|(radius, label)| (*radius, Label { y: y + radius + 2.6, ..label.clone() }))
            .collect();
        let lines = self.lines.iter().map(|l| (l.from, l.to)).chain(self.marks.iter().map(|m| (m.at, m.at)));
        let free = !lines.into_iter().any(|(a, b)| {
            let nearest = if a.x.min(b.x) <= x && x <= a.x.max(b.x) {
                0.0
            } else {
                (a.x - x).abs().min((b.x - x).abs())
            };
            a.y.max(b.y) > y && nearest < 16.0
        });
        if free {
            self.rings.extend(below);
        }
    }

    /// Takes away the names that are not asked for, and with a name the number of members that stands in it.
    pub(super) fn hide(&mut self, plan: &mut Plan, labels: Labels) {
        let core = |id: &str| {
            let seat = plan.seats().find(|s| s.node.id == id);
            seat.is_some_and(|s| s.core || plan.hub.is_none() && !s.alone)
        };
        let tables = plan.hub.is_none();
        let mut hidden = Vec::new();
        for (spot, inside) in
            self.rim.iter_mut().map(|s| (s, false)).chain(self.tables.iter_mut().map(|s| (s, true)))
        {
            let shown = match labels {
                Labels::All => true,
                Labels::Core => inside && tables || !inside && core(&spot.id),
                Labels::None => false,
            };
            if !shown {
                spot.label.lines.clear();
                if spot.brace.is_none() {
                    hidden.extend(spot.membership.take());
                }
            }
        }
        plan.left_out.unlabeled = hidden.len();
    }
}
