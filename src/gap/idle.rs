//! Edits of a scenario that change nothing: a tie that is there already, a state that holds already, a source that adds nothing.

use super::cells::Ground;
use crate::dataset::{Dataset, Edit, Participant, Period, Polarity, Scenario, State, Tie};
use crate::network::Dates;

/// Why an edit changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// The tie that it adds is there: this one, by its id, holds for each of its parties what it would.
    Already {
        /// Id of the tie.
        tie: String,
        /// Its state on the day.
        state: State,
        /// Whether an earlier edit of the scenario put it there.
        assumed: bool,
    },
    /// What it would make of the tie is what the tie is on the day.
    AsItIs,
    /// The same, but that a state assumed on every day sets the calendar of the source aside.
    AsItIsButCalendar,
}

/// For each edit of a scenario, in their order, why it changes nothing; none where it changes something.
pub fn idle(base: &Dataset, scenario: &Scenario, dates: Dates) -> Vec<Option<Idle>> {
    let upto = |n: usize| Scenario { name: String::new(), edits: scenario.edits[..n].to_vec() }.apply(base);
    let mut before = base.clone();
    let mut out = Vec::new();
    for (i, edit) in scenario.edits.iter().enumerate() {
        let after = upto(i + 1);
        let ground = |dataset| Ground { dataset, dates };
        out.push(match edit {
            Edit::Add(tie) => already(ground(&before), tie),
            Edit::Extend { tie, .. }
            | Edit::Drop { tie, .. }
            | Edit::State { tie, .. }
            | Edit::Source { tie, .. }
            | Edit::Restore { tie } => {
                let [a, b] = [ground(&before), ground(&after)].map(|g| as_it_is(g, tie));
                match (a, b) {
                    (a, b) if a == b => Some(Idle::AsItIs),
                    (Some((_, a)), Some((_, b))) if a == b => Some(Idle::AsItIsButCalendar),
                    _ => None,
                }
            }
        });
        before = after;
    }
    out
}

/// A tie of the same kind that gives each party of an added one the same state and covers as much with it.
fn already(ground: Ground<'_>, added: &Tie) -> Option<Idle> {
    let holds = |tie: &Tie, part: &Participant| {
        tie.participant(part.actor).is_some_and(|own| {
            ground.state(tie, own) == part.state
                && part.areas.iter().all(|a| own.areas.contains(a))
                && part.legs.iter().all(|l| own.legs.contains(l))
                && part.domains.iter().all(|d| own.domains.contains(d))
        })
    };
    let same = |tie: &Tie| {
        tie.kind == added.kind
            && tie.polarity == Polarity::Cooperative
            && ground.own_state(tie) == added.state
            && tie.with_hub == added.with_hub
            && (added.meeting.is_none() || tie.meeting == added.meeting)
            && (added.carries.is_none() || tie.carries == added.carries)
            && !added.participants.is_empty()
            && added.participants.iter().all(|p| holds(tie, p))
    };
    ground.ties().find(|(_, tie)| same(tie)).map(|(_, tie)| Idle::Already {
        tie: tie.id.clone(),
        state: added.state,
        assumed: tie.assumed,
    })
}

/// The calendar of a tie, and all else of it that counts on the day: its state, and of each party the state and what it covers.
fn as_it_is(ground: Ground<'_>, id: &str) -> Option<(Period, String)> {
    let tie = ground.dataset.tie(ground.dataset.tie_id(id)?);
    let part =
        |p: &Participant| format!("{:?}", (p.actor, ground.state(tie, p), &p.areas, &p.legs, &p.domains));
    let parts: Vec<String> = tie.participants.iter().map(part).collect();
    let own = (ground.own_state(tie), &tie.areas, &tie.legs, &tie.domains);
    Some((tie.period, format!("{own:?} {parts:?}")))
}
