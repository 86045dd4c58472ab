//! The calendar of a selection: which lines it holds, counted from the records, and what it says of the rest.

use std::collections::BTreeSet;

use crate::support;
use relier::dataset::{ActorId, ActorKind, Dataset, Kind, State, Tie, Word, parse_date};
use relier::draw::{self, CalendarLayout, Options};
use relier::explorer::{Explorer, find_actor};
use relier::network::{Dates, Filter};
use relier::view::{Chart, ChartView, Lang, calendar_view, picture_view};

fn explorer() -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: day, known: day })
}

/// The ids in the picture of a selection.
fn shown(explorer: &Explorer, filter: &Filter) -> BTreeSet<String> {
    let svg = draw::chart(&Chart::Calendar.view_of(explorer, filter), &Options::default()).to_string();
    let ids: Vec<String> =
        svg.split("data-tie=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    let set: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(set.len(), ids.len(), "a line stands twice");
    set
}

/// The lines of the calendar by the records alone: actions, and what its source dates; both documents are known.
fn recorded(dataset: &Dataset, wanted: impl Fn(&Tie) -> bool) -> BTreeSet<String> {
    let is_line = |t: &Tie| {
        let period = &t.period;
        t.is_action() || period.from.is_some() || period.until.is_some() || period.expected.is_some()
    };
    dataset.ties.iter().filter(|t| is_line(t) && wanted(t)).map(|t| t.id.clone()).collect()
}

fn actor(dataset: &Dataset, text: &str) -> ActorId {
    find_actor(dataset, text).unwrap()
}

#[test]
fn a_selection_shows_the_lines_of_the_records_and_no_other() {
    let explorer = explorer();
    let dataset = &*explorer.dataset;
    let all = Filter::default;
    let mut sizes = BTreeSet::new();
    let mut same = |what: &str, filter: &Filter, wanted: BTreeSet<String>| {
        sizes.insert(wanted.len());
        assert_eq!(shown(&explorer, filter), wanted, "{what}");
    };
    let whole = recorded(dataset, |_| true);
    same("everything", &all(), whole.clone());
    for (i, area) in dataset.areas.iter().enumerate() {
        let id = relier::dataset::AreaId(i as u8);
        same(&area.id, &Filter { areas: vec![id], ..all() }, recorded(dataset, |t| t.areas.contains(&id)));
    }
    for (i, domain) in dataset.domains.iter().enumerate() {
        let id = relier::dataset::DomainId(i as u8);
        let wanted = recorded(dataset, |t| t.domains.contains(&id));
        same(&domain.id, &Filter { domains: vec![id], ..all() }, wanted);
    }
    let dta = Filter { instruments: vec![Kind::Dta], ..all() };
    same("DTA", &dta, recorded(dataset, |t| t.kind == Kind::Dta || t.instrument_kind() == Some(Kind::Dta)));
    let takes_part = |t: &Tie, a: ActorId| t.participants.iter().any(|p| p.actor == a);
    for name in ["JPN", "IND", "ASEAN", "NOR"] {
        let id = actor(dataset, name);
        same(name, &Filter { focus: Some(id), ..all() }, recorded(dataset, |t| takes_part(t, id)));
    }
    for kind in [ActorKind::Partner, ActorKind::Grouping, ActorKind::Forum] {
        let wanted =
            recorded(dataset, |t| t.participants.iter().any(|p| dataset.actor(p.actor).kind == kind));
        same(kind.word(), &Filter { kinds: vec![kind], ..all() }, wanted);
    }
    // The EU is in every line, whether or not its source repeats it.
    same("EU", &Filter { focus: Some(Dataset::HUB), ..all() }, whole);
    assert!(sizes.len() > 8, "the selections hardly differ: {sizes:?}");
}

#[test]
fn each_line_has_one_state_and_the_count_of_a_selection_is_its_own() {
    let explorer = explorer();
    let mut seen = BTreeSet::new();
    for &state in State::ALL {
        let filter = Filter { states: vec![state], ..Filter::default() };
        let view = calendar_view(&explorer, &filter);
        let ties: Vec<_> = view.actions.iter().map(|a| &a.tie).chain(&view.dated).collect();
        assert!(ties.iter().all(|t| t.state == state.word()));
        assert!(ties.iter().all(|t| seen.insert(t.id.clone())), "a line has two states");
        assert!(view.counts.iter().all(|c| c.of == view.actions.len()));
        assert_eq!(view.counts.iter().map(|c| c.n).sum::<usize>(), view.actions.len());
    }
    assert_eq!(seen, recorded(&explorer.dataset, |_| true));
}

#[test]
fn the_picture_says_what_was_chosen_and_that_the_rest_is_not_missing() {
    let explorer = explorer();
    let japan = actor(&explorer.dataset, "JPN");
    let nothing = Filter { focus: Some(japan), states: vec![State::Ended], ..Filter::default() };
    let focus = Filter { focus: Some(japan), instruments: vec![Kind::Action], ..Filter::default() };
    for filter in [focus, nothing] {
        let (_, selection) = picture_view(&explorer, &filter);
        let view = calendar_view(&explorer, &filter);
        for (lang, part, around) in [
            (Lang::Fr, "ne compte que la sélection", "autour de: Japon"),
            (Lang::En, "counts the selection alone", "around: Japan"),
        ] {
            let options = Options { lang, selection: selection.clone(), ..Options::default() };
            let svg = draw::chart(&ChartView::Calendar(view.clone()), &options).to_string();
            let empty = ["La sélection ne contient aucune ligne", "The selection holds no line"];
            assert_eq!(empty.iter().any(|e| svg.contains(e)), filter.states == [State::Ended]);
            // The words may go on in the next line.
            let tags = svg.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t));
            let words = tags.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
            assert!(words.contains(part) && words.contains(around), "{lang:?}");
            let layout = CalendarLayout::new(&view, &options);
            let boxes = layout.boxes();
            for (i, (label, one)) in boxes.iter().enumerate() {
                assert!(one.inside(layout.width, layout.height), "{:?} leaves the canvas", label.lines);
                for (other, two) in &boxes[..i] {
                    assert!(!one.overlaps(two), "{:?} lies over {:?}", label.lines, other.lines);
                }
            }
            let whole =
                draw::chart(&Chart::Calendar.view(&explorer), &Options { lang, ..Options::default() });
            assert!(!whole.as_str().contains(part), "the whole says that it is a part");
        }
        let other = view.command.strip_prefix("relier draw calendar ").expect("its own command");
        assert!(other.contains("--focus JPN"), "{other}");
    }
}
