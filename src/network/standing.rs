//! What a tie is on a date, as far as was known by a date (METHOD 2.3).

use crate::dataset::{Dataset, Date, Period, State, Tie};

/// The two dates of every result: valid time and known time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dates {
    /// The day the network is read for.
    pub as_of: Date,
    /// Only sources published by this day count.
    pub known: Date,
}

impl Dates {
    /// Both dates on the day of the latest document.
    pub fn latest(dataset: &Dataset) -> Dates {
        Dates { as_of: dataset.latest, known: dataset.latest }
    }
}

/// A state on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// The source's calendar contradicts its words on that day: it says *running* of something that begins later.
    pub date_conflict: bool,
}

/// What a state coded from the source has become by `as_of`.
///
/// A state is never promoted because an announced date has passed: it becomes *unconfirmed*. An active tie with a last
/// period is *ended* after it, by the source's own calendar; one whose first period lies ahead is *proposed* and flagged.
/// What was agreed or negotiated from some day on is no more than *proposed* before it.
pub fn standing(coded: State, period: &Period, as_of: Date) -> Standing {
    let plain = |state| Standing { state, date_conflict: false };
    match coded {
        State::Active => {
            if period.from.is_some_and(|from| as_of < from.start) {
                Standing { state: State::Proposed, date_conflict: true }
            } else if period.until.is_some_and(|until| until.end <= as_of) {
                plain(State::Ended)
            } else {
                plain(State::Active)
            }
        }
        State::Negotiating | State::Agreed if period.from.is_some_and(|from| as_of < from.start) => {
            plain(State::Proposed)
        }
        State::Proposed | State::Negotiating | State::Agreed => {
            let due = period.expected.or(if coded == State::Proposed { period.from } else { None });
            let passed = |moment: Option<crate::dataset::Moment>| moment.is_some_and(|m| m.end <= as_of);
            if passed(due) || passed(period.until) { plain(State::Unconfirmed) } else { plain(coded) }
        }
        other => plain(other),
    }
}

/// Whether any of the tie's evidence was published by `known`.
pub(super) fn is_known(dataset: &Dataset, tie: &Tie, known: Date) -> bool {
    tie.is_known(dataset, known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Moment, parse_date};

    fn period(from: &str, until: &str, expected: &str) -> Period {
        let read = |t: &str| t.parse::<Moment>().ok();
        Period { from: read(from), until: read(until), expected: read(expected) }
    }

    fn on(day: &str, coded: State, p: Period) -> (State, bool) {
        let s = standing(coded, &p, parse_date(day).expect("a day"));
        (s.state, s.date_conflict)
    }

    #[test]
    fn an_action_said_to_run_from_2026_is_proposed_before_and_flagged() {
        let p = period("2026", "2029", "");
        assert_eq!(on("2025-11-20", State::Active, p), (State::Proposed, true));
        assert_eq!(on("2026-01-01", State::Active, p), (State::Active, false));
        assert_eq!(on("2030-01-01", State::Active, p), (State::Ended, false));
    }

    #[test]
    fn an_expected_date_that_passes_makes_a_state_unconfirmed_and_never_promotes_it() {
        let p = period("", "", "2025");
        assert_eq!(on("2025-12-31", State::Proposed, p), (State::Proposed, false));
        assert_eq!(on("2026-01-01", State::Proposed, p), (State::Unconfirmed, false));
        assert_eq!(on("2026-01-01", State::Negotiating, p), (State::Unconfirmed, false));
    }

    #[test]
    fn signed_is_not_in_force_however_long_ago() {
        assert_eq!(on("2030-01-01", State::Agreed, period("2025-05-07", "", "")), (State::Agreed, false));
    }

    #[test]
    fn signed_in_may_is_not_signed_in_april() {
        let p = period("2025-05-07", "", "");
        assert_eq!(on("2025-05-06", State::Agreed, p), (State::Proposed, false));
        assert_eq!(on("2025-05-07", State::Agreed, p), (State::Agreed, false));
    }

    #[test]
    fn a_planned_start_that_passes_is_unconfirmed_once_its_whole_period_is_over() {
        let p = period("2025", "2030", "");
        assert_eq!(on("2025-11-20", State::Proposed, p), (State::Proposed, false));
        assert_eq!(on("2026-02-01", State::Proposed, p), (State::Unconfirmed, false));
    }
}
