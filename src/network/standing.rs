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

/// What a state coded from the source has become by `as_of`; `stated` is the day of the first document that states it.
///
/// A state is never promoted because an announced date has passed: it becomes *unconfirmed*. An active tie with a last
/// period is *ended* after it, by the source's own calendar. Before its first period it is *proposed*, and flagged, where
/// the source announces it, and *not begun* where the source tells of it afterwards: then nobody says that it was planned.
/// The same holds of what was agreed or negotiated from some day on.
pub fn standing(coded: State, period: &Period, stated: Option<Date>, as_of: Date) -> Standing {
    let plain = |state| Standing { state, date_conflict: false };
    let ahead = period.from.filter(|from| as_of < from.start);
    let announced = ahead.is_some_and(|from| stated.is_some_and(|day| day < from.start));
    match coded {
        State::Active | State::Negotiating | State::Agreed if ahead.is_some() && !announced => {
            plain(State::NotBegun)
        }
        State::Active => {
            if announced {
                Standing { state: State::Proposed, date_conflict: true }
            } else if period.until.is_some_and(|until| until.end <= as_of) {
                plain(State::Ended)
            } else {
                plain(State::Active)
            }
        }
        State::Negotiating | State::Agreed if announced => plain(State::Proposed),
        State::Proposed | State::Negotiating | State::Agreed => {
            let due = period.expected.or(if coded == State::Proposed { period.from } else { None });
            let passed = |moment: Option<crate::dataset::Moment>| moment.is_some_and(|m| m.end <= as_of);
            if passed(due) || passed(period.until) { plain(State::Unconfirmed) } else { plain(coded) }
        }
        other => plain(other),
    }
}

/// Whether a tie without a date of beginning is read for a day before the first document that states it: nothing says
/// whether it existed by then.
pub fn is_undated(tie: &Tie, as_of: Date) -> bool {
    let over = tie.period.until.is_some_and(|until| until.end <= as_of);
    tie.period.from.is_none() && !over && tie.stated.is_some_and(|stated| as_of < stated)
}

/// The state of a part of a tie on a day, as it is told, drawn and filtered: *unknown* of what [`is_undated`]. The four
/// directions count such a tie as the text states it.
pub fn told(tie: &Tie, coded: State, as_of: Date) -> State {
    if is_undated(tie, as_of) { State::Unknown } else { tie.standing(coded, as_of).state }
}

impl Tie {
    /// What a state coded of it, or of a part in it, has become by a day.
    pub fn standing(&self, coded: State, as_of: Date) -> Standing {
        // An assumption is made on the day read: what it dates later is to come.
        let stated = self.stated.or(self.assumed.then_some(as_of));
        standing(coded, &self.period, stated, as_of)
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
        let stated = parse_date("2025-06-05").ok();
        let s = standing(coded, &p, stated, parse_date(day).expect("a day"));
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
    fn what_a_text_tells_of_afterwards_was_not_planned_before_it_began() {
        let p = period("2024-07", "", "");
        for coded in [State::Active, State::Negotiating, State::Agreed] {
            assert_eq!(on("2024-06-30", coded, p), (State::NotBegun, false));
            assert_eq!(on("2024-07-01", coded, p), (coded, false));
        }
        // What it announces is planned.
        assert_eq!(on("2024-06-30", State::Agreed, period("2025-07", "", "")), (State::Proposed, false));
        assert_eq!(on("2024-06-30", State::Proposed, period("2025", "", "")), (State::Proposed, false));
        // Without a document nobody announces anything.
        let day = parse_date("2024-06-30").expect("a day");
        assert_eq!(standing(State::Active, &p, None, day).state, State::NotBegun);
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
        assert_eq!(on("2025-05-06", State::Agreed, p), (State::NotBegun, false));
        assert_eq!(on("2025-05-07", State::Agreed, p), (State::Agreed, false));
    }

    #[test]
    fn a_planned_start_that_passes_is_unconfirmed_once_its_whole_period_is_over() {
        let p = period("2025", "2030", "");
        assert_eq!(on("2025-11-20", State::Proposed, p), (State::Proposed, false));
        assert_eq!(on("2026-02-01", State::Proposed, p), (State::Unconfirmed, false));
    }
}
