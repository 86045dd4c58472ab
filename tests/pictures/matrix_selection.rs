//! The matrix and the lattice of a selection: each cell against the records, and what is outside never reads as silence.

use std::collections::BTreeSet;

use crate::support;
use relier::dataset::{
    ActorKind, AreaId, Dataset, DomainId, Kind, Participant, State, Tie, Word, parse_date,
};
use relier::draw::{self, DotOptions, LATTICE_ENGINE, MATRIX_ENGINE, MatrixLayout, Options};
use relier::explorer::{Explorer, find_actor};
use relier::network::{Class, Dates, Filter};
use relier::view::{
    Against, ChartView, Chosen, Lang, LatticeView, PartnersMatrix, Units, chosen, lattice_of, lattice_view,
    matrix_of, partners_matrix,
};

fn explorer() -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: day, known: day })
}

/// Whether a part in a tie is in a selection, by the test's own reading of the records.
type Rule = Box<dyn Fn(&Explorer, &Tie, &Participant, bool) -> bool>;

fn state(explorer: &Explorer, tie: &Tie, part: &Participant) -> State {
    tie.standing(part.state, explorer.dates.as_of).state
}

/// How many take part beside the EU.
fn others(dataset: &Dataset, tie: &Tie) -> usize {
    let out =
        |k| matches!(k, ActorKind::Partner | ActorKind::Grouping | ActorKind::Forum | ActorKind::Programme);
    tie.participants.iter().filter(|p| out(dataset.actor(p.actor).kind)).count()
}

/// Selections, each with its rule.
fn selections(dataset: &Dataset) -> Vec<(&'static str, Filter, Rule)> {
    let all = Filter::default;
    let area = |id: &str| AreaId(dataset.areas.iter().position(|a| a.id == id).unwrap() as u8);
    let domain = |id: &str| DomainId(dataset.domains.iter().position(|d| d.id == id).unwrap() as u8);
    let japan = find_actor(dataset, "JPN").unwrap();
    let (cyber, six) = (area("CYB"), domain("D6"));
    vec![
        (
            "area",
            Filter { areas: vec![cyber], ..all() },
            Box::new(move |_, t, p, _| t.areas.contains(&cyber) && p.areas.contains(&cyber)),
        ),
        (
            "domain",
            Filter { domains: vec![six], ..all() },
            Box::new(move |_, t, p, _| t.domains.contains(&six) && p.domains.contains(&six)),
        ),
        (
            "instrument",
            Filter { instruments: vec![Kind::Dp, Kind::Dd], ..all() },
            Box::new(|_, t, _, _| {
                [Kind::Dp, Kind::Dd].iter().any(|&k| t.kind == k || t.instrument_kind() == Some(k))
            }),
        ),
        (
            "state",
            Filter { states: vec![State::Proposed], ..all() },
            Box::new(|e, t, p, _| state(e, t, p) == State::Proposed),
        ),
        ("derived", Filter { classes: vec![Class::Derived], ..all() }, Box::new(|_, _, _, named| !named)),
        ("stated", Filter { classes: vec![Class::Stated], ..all() }, Box::new(|_, _, _, named| named)),
        (
            "around",
            Filter { focus: Some(japan), ..all() },
            Box::new(move |e, t, _, _| {
                let through = |a| e.dataset.members_on(a, e.dates.as_of).contains(&japan);
                t.participant(japan).is_some()
                    || t.participants
                        .iter()
                        .any(|p| e.dataset.actor(p.actor).kind == ActorKind::Grouping && through(p.actor))
            }),
        ),
        (
            "without the EU",
            Filter { without_eu: true, ..all() },
            Box::new(|e, t, _, _| others(&e.dataset, t) > 1),
        ),
        ("split", Filter { split_eu: true, ..all() }, Box::new(|e, t, _, _| others(&e.dataset, t) > 1)),
        ("groupings", Filter { kinds: vec![ActorKind::Grouping], ..all() }, Box::new(|_, _, _, _| true)),
    ]
}

const AGAINST: [Against; 3] = [Against::Kinds, Against::Domains, Against::Areas];

/// Every matrix of every selection, with the whole.
fn each(mut look: impl FnMut(&str, &Explorer, &Filter, &Rule, &PartnersMatrix, &PartnersMatrix)) {
    let explorer = explorer();
    for (name, filter, rule) in selections(&explorer.dataset) {
        for against in AGAINST {
            for units in [Units::Core, Units::Named] {
                let whole = partners_matrix(&explorer, against, units);
                let part = matrix_of(&explorer, &filter, against, units);
                look(&format!("{name} {against:?} {units:?}"), &explorer, &filter, &rule, &whole, &part);
            }
        }
    }
}

/// The cell of a row and a column by their ids.
fn cell<'a>(view: &'a PartnersMatrix, row: &str, column: &str) -> &'a relier::view::CellView {
    let r = view.matrix.rows.iter().position(|n| n.id == row).unwrap();
    let c = view.matrix.columns.iter().position(|n| n.id == column).unwrap();
    &view.matrix.cells[r][c]
}

#[test]
fn without_a_selection_it_is_the_whole() {
    let explorer = explorer();
    for against in AGAINST {
        let whole = partners_matrix(&explorer, against, Units::Named);
        assert_eq!(matrix_of(&explorer, &Filter::default(), against, Units::Named), whole);
        assert!(whole.selection.is_empty() && whole.matrix.counts.outside == 0);
        assert!(!whole.command.contains("--area"), "{}", whole.command);
    }
}

#[test]
fn every_cell_of_a_selection_is_what_the_records_say() {
    let mut seen = BTreeSet::new();
    each(|what, explorer, _, rule, whole, part| {
        let dataset = &*explorer.dataset;
        for (row, cells) in part.matrix.rows.iter().zip(&part.matrix.cells) {
            let unit = find_actor(dataset, &row.id).unwrap();
            for (column, now) in part.matrix.columns.iter().zip(cells) {
                let before = cell(whole, &row.id, &column.id);
                let place = format!("{what}: {} × {}", row.id, column.id);
                seen.insert(now.class);
                if matches!(before.class, "silent" | "absent") {
                    assert_eq!(now, before, "{place}: what the documents do not say, no selection says");
                    continue;
                }
                // What names the unit in this column and is in the selection, by the records.
                let covers = |t: &Tie, p: &Participant| {
                    p.areas.iter().any(|a| dataset.areas[a.0 as usize].id == column.id)
                        || p.domains.iter().any(|d| dataset.domains[d.0 as usize].id == column.id)
                        || t.instrument_kind().is_some_and(|k| k.word() == column.id)
                };
                let named = |wanted: fn(State) -> bool| -> BTreeSet<&str> {
                    let is = |t: &&Tie| {
                        t.polarity == relier::dataset::Polarity::Cooperative
                            && t.participant(unit).is_some_and(|p| {
                                covers(t, p) && wanted(state(explorer, t, p)) && rule(explorer, t, p, true)
                            })
                    };
                    dataset.ties.iter().filter(is).map(|t| t.id.as_str()).collect()
                };
                let running = named(|s| s == State::Active);
                let planned = named(|s| {
                    matches!(s, State::Proposed | State::Negotiating | State::Agreed | State::Unconfirmed)
                });
                let ties: BTreeSet<&str> = now.ties.iter().map(String::as_str).collect();
                if !running.is_empty() {
                    assert_eq!((now.class, &ties), ("active", &running), "{place}");
                } else if !planned.is_empty() {
                    assert_eq!((now.class, &ties), ("planned", &planned), "{place}");
                } else if now.class == "grouping" {
                    for id in &ties {
                        let tie = dataset.ties.iter().find(|t| t.id == *id).unwrap();
                        assert!(tie.participant(unit).is_none(), "{place}");
                        let through = tie.participants.iter().any(|p| {
                            now.via.contains(&dataset.actor(p.actor).id)
                                && covers(tie, p)
                                && rule(explorer, tie, p, false)
                        });
                        assert!(through, "{place}: {id} is outside the selection");
                    }
                } else {
                    assert_eq!(now.class, "outside", "{place}");
                    assert!(now.ties.is_empty() && now.via.is_empty(), "{place}");
                }
            }
        }
    });
    assert_eq!(seen, BTreeSet::from(["active", "planned", "grouping", "absent", "silent", "outside"]));
}

#[test]
fn the_rows_are_those_of_the_whole_but_for_kinds_and_focus() {
    each(|what, explorer, filter, _, whole, part| {
        let ids =
            |v: &PartnersMatrix| -> BTreeSet<String> { v.matrix.rows.iter().map(|r| r.id.clone()).collect() };
        let columns = |v: &PartnersMatrix| -> BTreeSet<String> {
            v.matrix.columns.iter().map(|r| r.id.clone()).collect()
        };
        assert_eq!(columns(whole), columns(part), "{what}");
        if !filter.kinds.is_empty() {
            let grouping = |id: &String| {
                explorer.dataset.actor(find_actor(&explorer.dataset, id).unwrap()).kind == ActorKind::Grouping
            };
            assert_eq!(ids(part), ids(whole).into_iter().filter(grouping).collect(), "{what}");
        } else if filter.focus.is_some() {
            assert!(ids(part).contains("JPN") && ids(part).is_subset(&ids(whole)), "{what}");
            // Every holder of a partnership shares an action with Japan, not everybody who is named.
            assert!(whole.units == "core" || ids(part).len() < ids(whole).len(), "{what}");
        } else {
            assert_eq!(ids(part), ids(whole), "{what}");
        }
    });
}

#[test]
fn every_total_counts_the_same_cells() {
    each(|what, _, _, _, _, part| {
        let m = &part.matrix;
        let cells: Vec<&str> = m.cells.iter().flatten().map(|c| c.class).collect();
        let n = |class| cells.iter().filter(|c| **c == class).count();
        let c = &m.counts;
        assert_eq!(
            [c.active, c.planned, c.grouping, c.absent, c.silent, c.outside, c.total],
            [n("active"), n("planned"), n("grouping"), n("absent"), n("silent"), n("outside"), cells.len()],
            "{what}"
        );
        assert!(m.row_counts.iter().all(|r| r.total == m.columns.len()), "{what}");
        assert!(m.column_counts.iter().all(|r| r.total == m.rows.len()), "{what}");
        assert_eq!(m.row_counts.iter().map(|r| r.outside).sum::<usize>(), c.outside, "{what}");
        assert_eq!(m.column_counts.iter().map(|r| r.outside).sum::<usize>(), c.outside, "{what}");
    });
}

/// The words of a picture as they are read: without tags, line by line joined.
fn read(svg: &str) -> String {
    let text: String =
        svg.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A picture with its selection in words.
fn options(selection: Vec<Chosen>, lang: Lang) -> Options {
    Options { lang, selection, ..Options::default() }
}

#[test]
fn what_is_outside_is_said_in_the_picture() {
    let mut seen = [0, 0];
    each(|what, explorer, filter, _, _, part| {
        for (lang, word, why, part_word) in [
            (Lang::Fr, "hors de la sélection", "que rien de choisi ne dit", "Sélection: "),
            (Lang::En, "outside the selection", "by nothing that was chosen", "Selection: "),
        ] {
            let options = options(chosen(&explorer.dataset, filter), lang);
            let svg = draw::chart(&ChartView::Matrix(part.clone()), &options).to_string();
            let outside = part.matrix.counts.outside;
            seen[usize::from(outside > 0)] += 1;
            assert_eq!(svg.matches("data-value=\"outside\"").count(), outside, "{what}");
            // Once in each cell's title, and once in the legend where there is such a cell.
            let said = svg.matches(&format!(": {word};")).count();
            assert_eq!(said, outside, "{what} {lang:?}");
            assert_eq!(
                svg.matches(&format!(">{word} · {outside}<")).count(),
                usize::from(outside > 0),
                "{what}"
            );
            assert_eq!(svg.contains(why), outside > 0, "{what}");
            let text = read(&svg);
            assert!(text.contains(part_word), "{what}: the subtitle says no selection");
            for c in &options.selection {
                assert!(text.contains(c.words.get(lang)), "{what}: «{}» is not said", c.words.get(lang));
            }
            let layout = MatrixLayout::new(part, &options);
            let boxes = layout.boxes();
            for (i, (label, one)) in boxes.iter().enumerate() {
                assert!(
                    one.inside(layout.width, layout.height),
                    "{what}: {:?} leaves the canvas",
                    label.lines
                );
                for (other, two) in &boxes[..i] {
                    assert!(!one.overlaps(two), "{what}: {:?} lies over {:?}", label.lines, other.lines);
                }
            }
        }
    });
    assert!(seen.iter().all(|n| *n > 0), "{seen:?}");
}

#[test]
fn a_picture_of_the_whole_knows_no_outside() {
    let view = partners_matrix(&explorer(), Against::Domains, Units::Core);
    for lang in [Lang::Fr, Lang::En] {
        let svg = draw::chart(&ChartView::Matrix(view.clone()), &options(Vec::new(), lang)).to_string();
        assert!(!svg.contains("sélection") && !svg.contains("selection"), "{lang:?}");
    }
}

#[test]
fn what_is_outside_has_a_line_of_its_own_in_dot() {
    each(|what, explorer, filter, _, whole, part| {
        let selection = chosen(&explorer.dataset, filter);
        for (lang, word) in [(Lang::Fr, "hors de la sélection"), (Lang::En, "outside the selection")] {
            let options = DotOptions { lang, engine: MATRIX_ENGINE, selection: &selection, address: None };
            let dot = draw::matrix_dot(part, &options);
            let c = &part.matrix.counts;
            assert_eq!(dot.matches("class=\"cell outside\"").count(), c.outside, "{what}");
            assert_eq!(
                dot.matches("class=\"cell ").count(),
                c.total - c.silent,
                "{what}: only silence has no line"
            );
            // In each tooltip, and once in the legend.
            assert_eq!(dot.matches(word).count(), c.outside + usize::from(c.outside > 0), "{what}");
            for c in &selection {
                let words: Vec<&str> = c.words.get(lang).split(' ').collect();
                assert!(words.iter().all(|w| dot.contains(w)), "{what}: {words:?}");
            }
            let plain = DotOptions { selection: &[], ..options };
            assert!(!draw::matrix_dot(whole, &plain).contains(word), "{what}");
        }
    });
}

/// Who has what in a lattice's columns, by the matrix of the same selection.
fn holders(matrix: &PartnersMatrix, column: &str) -> BTreeSet<String> {
    let c = matrix.matrix.columns.iter().position(|n| n.id == column).unwrap();
    let rows = matrix.matrix.rows.iter().zip(&matrix.matrix.cells);
    rows.filter(|(_, cells)| cells[c].class == "active").map(|(r, _)| r.id.clone()).collect()
}

#[test]
fn the_implications_of_a_selection_are_those_of_its_matrix() {
    let explorer = explorer();
    let mut differ = 0;
    for (name, filter, _) in selections(&explorer.dataset) {
        for against in [Against::Domains, Against::Areas] {
            let view: LatticeView = lattice_of(&explorer, &filter, against);
            let matrix = matrix_of(&explorer, &filter, against, Units::Core);
            assert_eq!(view.units, matrix.matrix.rows.len(), "{name}");
            let mut all: BTreeSet<&str> = BTreeSet::new();
            for group in &view.groups {
                let units: BTreeSet<String> = group.units.iter().map(|u| u.id.clone()).collect();
                assert!(group.columns.iter().all(|c| holders(&matrix, &c.id) == units), "{name}");
                all.extend(group.columns.iter().map(|c| c.id.as_str()));
            }
            assert!(view.nobody.iter().all(|c| holders(&matrix, &c.id).is_empty()), "{name}");
            assert!(view.everyone.iter().all(|c| holders(&matrix, &c.id).len() == view.units), "{name}");
            all.extend(view.nobody.iter().chain(&view.everyone).map(|c| c.id.as_str()));
            if view.units > 0 {
                assert_eq!(all.len(), matrix.matrix.columns.len(), "{name}: a column is lost");
            }
            let of = |g: usize| holders(&matrix, &view.groups[g].columns[0].id);
            for &(a, b) in &view.covers {
                assert!(of(a).is_subset(&of(b)) && of(a) != of(b), "{name}");
            }
            differ += usize::from(view.groups != lattice_view(&explorer, against).groups);
            let selection = chosen(&explorer.dataset, &filter);
            for (lang, says) in [
                (Lang::Fr, "Ce treillis est celui de la sélection"),
                (Lang::En, "This lattice is of the selection"),
            ] {
                let svg = draw::chart(&ChartView::Lattice(view.clone()), &options(selection.clone(), lang));
                assert!(read(svg.as_str()).contains(says), "{name}");
                let options =
                    DotOptions { lang, engine: LATTICE_ENGINE, selection: &selection, address: None };
                let dot = draw::lattice_dot(&view, &options);
                assert!(dot.contains(says.split(' ').next().unwrap()) && dot.contains("lection: "), "{name}");
                let whole = lattice_view(&explorer, against);
                let svg = draw::chart(&ChartView::Lattice(whole), &Options { lang, ..Options::default() });
                assert!(!read(svg.as_str()).contains(says));
            }
        }
    }
    assert!(differ > 6, "the selections hardly change the lattice: {differ}");
}

#[test]
fn the_command_recomputes_the_selection() {
    let explorer = explorer();
    for (name, filter, _) in selections(&explorer.dataset) {
        let matrix = matrix_of(&explorer, &filter, Against::Domains, Units::Core);
        let lattice = lattice_of(&explorer, &filter, Against::Areas);
        let wanted = relier::explorer::filter_options(&explorer, &filter);
        assert!(!wanted.is_empty(), "{name}");
        // The selection, and after it the dates of the reading.
        let wanted = format!("{wanted} --as-of {} --known {}", explorer.dates.as_of, explorer.dates.known);
        assert!(matrix.command.ends_with(&wanted), "{name}: {}", matrix.command);
        assert!(lattice.command.ends_with(&wanted), "{name}: {}", lattice.command);
    }
}
