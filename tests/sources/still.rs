//! An assumption that moves nothing says why, and what it proposes instead does move something.

use crate::support;
use relier::dataset::{Kind, Scenario, Word};
use relier::explorer::Explorer;
use relier::gap::Ground;
use relier::network::Dates;
use relier::view::{ChangeView, whatif_view};

fn under(explorer: &Explorer, edits: &[&str]) -> ChangeView {
    let words: Vec<String> = edits.iter().map(|e| (*e).to_owned()).collect();
    let scenario = Scenario::from_words(&explorer.dataset, &words).unwrap();
    whatif_view(explorer, &scenario)
}

fn moved(view: &ChangeView) -> usize {
    let lines = view.goals.iter().flat_map(|g| &g.perimeters);
    lines.map(|p| p.opened.len() + p.closed.len() + p.changed.len()).sum::<usize>()
        + view.measures.iter().map(|m| m.actors).sum::<usize>()
}

#[test]
fn one_more_instrument_with_a_unit_says_why_nothing_moves_and_with_what_area_something_would() {
    let dataset = support::shared();
    let dates = Dates::latest(&dataset);
    let explorer = Explorer::new(dataset.clone(), dates);
    let units = Ground { dataset: &dataset, dates }.holders(&Kind::CORE);
    let (mut still, mut moving) = (0, 0);
    for &unit in &units {
        for kind in Kind::CORE {
            let edit = format!("add {} {}", kind.word(), dataset.actor(unit).id);
            let view = under(&explorer, &[&edit]);
            let assumption = &view.assumptions[0];
            if moved(&view) > 0 {
                moving += 1;
                assert_eq!(assumption.idle, None, "{edit}");
                continue;
            }
            let why = assumption.idle.as_ref().unwrap_or_else(|| panic!("{edit}: no reason"));
            assert!(assumption.text.fr.ends_with(&why.fr) && assumption.text.en.ends_with(&why.en), "{edit}");
            // A tie that is on record already has a reason of its own.
            let Some(proposed) = &assumption.instead else { continue };
            still += 1;
            assert!(why.en.contains(&dataset.actor(unit).name.en), "{edit}: {}", why.en);
            // The sentence says it in words; the words of the command line are for who runs it.
            assert!(!why.en.contains("areas=") && !why.fr.contains("areas="), "{edit}: {}", why.en);
            assert!(
                moved(&under(&explorer, &[proposed.as_str()])) > 0,
                "{edit}: «{proposed}» moves nothing either"
            );
        }
    }
    assert!(still > 3, "{still} still, {moving} moving");
}

#[test]
fn of_several_assumptions_the_one_that_moves_nothing_says_so() {
    let dataset = support::shared();
    let dates = Dates::latest(&dataset);
    let explorer = Explorer::new(dataset, dates);
    for (edits, still) in [
        (&["add DP NOR", "add DP BRA"][..], &[false, true][..]),
        (&["add DP BRA", "add DP NOR"], &[true, false]),
        (&["add DP NOR", "add DP BRA areas=QUA"], &[false, false]),
        // Norway is a unit by the first, so that a dialogue beside it moves nothing.
        (&["add DP NOR", "add DD NOR"], &[false, true]),
    ] {
        let view = under(&explorer, edits);
        let idle: Vec<bool> = view.assumptions.iter().map(|a| a.idle.is_some()).collect();
        assert_eq!(idle, still, "{edits:?}");
    }
}
