//! Actions in time: the monitor that point 24 of the Council conclusions asks for (METHOD 4.5).

use super::cells::Ground;
use crate::dataset::{Moment, State, TieId};

/// Where an action stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Running.
    Running,
    /// To start: planned, its date still ahead or not given.
    ToStart,
    /// Ended by the source's own calendar.
    Ended,
    /// Its expected date has passed and no source says what happened.
    Unconfirmed,
}

impl crate::dataset::Word for Phase {
    const WHAT: &'static str = "phase";
    const ALL: &'static [Self] = &[Phase::Running, Phase::ToStart, Phase::Ended, Phase::Unconfirmed];
    fn word(self) -> &'static str {
        match self {
            Phase::Running => "running",
            Phase::ToStart => "to-start",
            Phase::Ended => "ended",
            Phase::Unconfirmed => "unconfirmed",
        }
    }
}

/// A deadline that the Council set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The point.
    pub at: &'static str,
    /// By when; none when it recurs without a date.
    pub due: Option<Moment>,
    /// The words that set it.
    pub quote: &'static str,
    /// Whether it has passed on the day.
    pub passed: bool,
}

/// Every action and instrument with a date, by phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitor {
    /// The 50 rows and 32 examples with their phase and state.
    pub actions: Vec<(TieId, Phase, State)>,
    /// Instruments that await a next state, with theirs.
    pub awaited: Vec<(TieId, State)>,
    /// What the day makes uncertain: actions and instruments that a new source should confirm.
    pub to_verify: Vec<TieId>,
    /// Deadlines of the Council, when its conclusions are known.
    pub deadlines: Vec<Deadline>,
}

/// The places where the Council sets a rhythm or a date; the quotations are verified by a test against the document.
pub(crate) const DEADLINES: [(&str, Option<&str>, &str); 2] = [
    (
        "point 24",
        None,
        "INVITE la Commission et la haute représentante à régulièrement évaluer les progrès accomplis, informer les États membres et dialoguer avec eux",
    ),
    ("point 27", Some("2026-11"), "par le Conseil des affaires étrangères (CAE) d'ici novembre 2026"),
];

/// Reads the actions on a day.
pub fn monitor(ground: Ground<'_>) -> Monitor {
    let mut actions = Vec::new();
    let mut awaited = Vec::new();
    let mut to_verify = Vec::new();
    for (id, tie) in ground.ties() {
        let state = ground.own_state(tie);
        // A participant's own date can pass while the row goes on.
        let doubt = tie.participants.iter().any(|p| ground.state(tie, p) == State::Unconfirmed);
        if state == State::Unconfirmed || doubt {
            to_verify.push(id);
        }
        if tie.is_action() {
            let phase = match state {
                State::Active => Phase::Running,
                State::Ended => Phase::Ended,
                State::Unconfirmed => Phase::Unconfirmed,
                _ => Phase::ToStart,
            };
            actions.push((id, phase, state));
        } else if matches!(state, State::Proposed | State::Negotiating | State::Agreed | State::Unconfirmed) {
            awaited.push((id, state));
        }
    }
    let known = ground
        .dataset
        .sources
        .iter()
        .any(|s| s.date <= ground.dates.known && s.document.passage("point 27").is_some());
    let deadlines = DEADLINES
        .into_iter()
        .filter(|_| known)
        .map(|(at, due, quote)| {
            let due: Option<Moment> = due.and_then(|d| d.parse().ok());
            Deadline { at, due, quote, passed: due.is_some_and(|d| d.end <= ground.dates.as_of) }
        })
        .collect();
    Monitor { actions, awaited, to_verify, deadlines }
}
