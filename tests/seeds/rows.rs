//! The 50 annex rows and the 32 examples.

use relier::dataset::{Kind, Moment, Period, State};

use super::support::{self, dataset, tie};

#[test]
fn every_annex_row_and_example_is_coded_once() {
    let numbers = |of: fn(&relier::dataset::Tie) -> Option<u8>| {
        dataset().ties.iter().filter_map(of).collect::<Vec<u8>>()
    };
    assert_eq!(numbers(|t| t.row), (1..=50).collect::<Vec<u8>>());
    assert_eq!(numbers(|t| t.example), (1..=32).collect::<Vec<u8>>());
    for tie in &dataset().ties {
        let wanted = match (tie.row, tie.example) {
            (Some(row), None) => format!("annex-{row}"),
            (None, Some(example)) => format!("example-{example}"),
            (None, None) => continue,
            both => panic!("{}: {both:?}", tie.id),
        };
        assert_eq!((tie.id.as_str(), tie.kind), (wanted.as_str(), Kind::Action));
    }
}

#[test]
fn cells_of_a_row_are_its_cells_in_the_text() {
    let (_, source) = dataset().source_by_id(support::JOIN_ID).unwrap();
    for row in 1..=50u8 {
        let cells = tie(&format!("annex-{row}")).cells.clone().unwrap();
        for (column, cell) in [
            ("title", &cells.title),
            ("description", &cells.description),
            ("partners", &cells.partners),
            ("calendar", &cells.calendar),
        ] {
            let passage = source.document.passage(&format!("annex {row} {column}")).unwrap();
            assert_eq!(source.document.words(passage), cell, "row {row} {column}");
        }
    }
}

/// Each row's calendar as it stands in the annex, and its reading: state, first year, last year.
#[test]
fn the_state_of_a_row_follows_the_words_of_its_calendar() {
    let mut running = 0;
    for row in 1..=50u8 {
        let tie = tie(&format!("annex-{row}"));
        let calendar = tie.cells.as_ref().unwrap().calendar.as_str();
        let runs = ["Action continue", "Action en cours", "Action annuelle"];
        let runs = runs.iter().any(|words| calendar.starts_with(words));
        assert_eq!(tie.state == State::Active, runs, "row {row}: «{calendar}» is coded {:?}", tie.state);
        assert!(runs || tie.state == State::Proposed, "row {row}: «{calendar}» is coded {:?}", tie.state);
        running += usize::from(runs);
        // «2025-2030» is from 2025 until 2030.
        let digits: Vec<usize> = calendar.match_indices('-').map(|(i, _)| i).collect();
        for at in digits {
            let (Some(from), Some(until)) = (calendar.get(at - 4..at), calendar.get(at + 1..at + 5)) else {
                continue;
            };
            if [from, until].iter().all(|y| y.bytes().all(|b| b.is_ascii_digit())) {
                assert_eq!(tie.period.from.unwrap().to_string(), from, "row {row}");
                assert_eq!(tie.period.until.unwrap().to_string(), until, "row {row}");
            }
        }
    }
    // 41 calendars say «continue», «en cours» or «annuelle»; the others are those of rows 1, 13, 14, 15, 24, 26, 28, 47 and 49.
    assert_eq!(running, 41);
}

#[test]
fn calendars_in_words_are_read_at_their_precision() {
    let period = |id: &str| tie(id).period;
    let moment = |text: &str| Some(text.parse::<Moment>().unwrap());
    // «jusqu’au quatrième trimestre de 2027»
    assert_eq!(period("annex-4").until, moment("2027-Q4"));
    assert_eq!(period("annex-35").until, moment("2027-Q4"));
    // «fin 2027»: when it is expected, not when it begins.
    assert_eq!(period("annex-28"), Period { expected: moment("2027-Q4"), ..Period::default() });
    // «Éventuel appel aligné en 2026»
    assert_eq!(tie("annex-15").state, State::Proposed);
}

#[test]
fn an_action_that_runs_from_a_later_year_conflicts_with_its_calendar() {
    // «Action continue (2026-2029)», read in 2025.
    assert_eq!(tie("annex-22").cells.as_ref().unwrap().calendar, "Action continue (2026-2029)");
    let conflicts: Vec<&str> =
        dataset().ties.iter().filter(|t| t.date_conflict).map(|t| t.id.as_str()).collect();
    assert_eq!(conflicts, ["annex-22"]);
}
