//! What must hold of the four directions on any dataset (METHOD 8), on small ones at random; `real_properties.rs` has the real one.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::worlds;
use crate::worlds::answers::{Answers, classes, graph};
use crate::worlds::grounds::has_grounds;
use crate::worlds::random::{dates, plan, record, retold};
use crate::worlds::{bare_tie, day};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use relier::dataset::{
    ActorId, ActorKind, AreaId, Dataset, Date, DomainId, Kind, LegId, Level, Period, Polarity, State, Tie,
    Word,
};
use relier::explorer::Explorer;
use relier::gap::{CellClass, Column, Ground, Matrix, connect, deepen, enlarge, secure};
use relier::network::{Dates, Filter, actor_graph, standing};
use relier::view::network_view;

use CellClass::{ActiveNamed, PlannedNamed};

fn areas_of(dataset: &Dataset) -> Vec<AreaId> {
    (0..dataset.areas.len() as u8).map(AreaId).collect()
}

/// Every column there is.
fn columns(dataset: &Dataset) -> Vec<Column> {
    let domains = (0..dataset.domains.len() as u8).map(|d| Column::Domain(DomainId(d)));
    let areas = areas_of(dataset).into_iter().map(Column::Area);
    let legs = (0..dataset.legs.len() as u8).map(|l| Column::Leg(LegId(l)));
    domains.chain(areas).chain(Kind::ALL.iter().map(|&k| Column::Kind(k))).chain(legs).collect()
}

fn units(dataset: &Dataset) -> Vec<ActorId> {
    let is_unit = |a: &ActorId| matches!(dataset.actor(*a).kind, ActorKind::Partner | ActorKind::Grouping);
    dataset.all_actors().filter(is_unit).collect()
}

/// Everybody against everything.
fn whole_matrix(dataset: &Dataset, dates: Dates) -> Matrix {
    Matrix::new(Ground { dataset, dates }, units(dataset), columns(dataset))
}

/// The cells of a matrix in one class or better.
fn at_least(matrix: &Matrix, class: CellClass) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for (u, row) in matrix.cells.iter().enumerate() {
        out.extend(row.iter().enumerate().filter(|(_, c)| c.class <= class).map(|(c, _)| (u, c)));
    }
    out
}

fn with(dataset: &Dataset, tie: Tie) -> Dataset {
    let mut out = dataset.clone();
    out.ties.push(tie);
    out
}

fn pick<T: Copy>(index: Index, from: &[T]) -> T {
    from[index.index(from.len())]
}

// ── Datasets at random

proptest! {
    #[test]
    fn an_active_named_tie_never_enlarges_a_gap_set(
        plan in plan(), dates in dates(), who in any::<Index>(), kind in select(Kind::ALL), area in 0..4u8
    ) {
        let before = plan.build();
        let unit = pick(who, &units(&before));
        // Of any kind that makes no new unit: the perimeter is frozen.
        prop_assume!(!kind.is_core() && !matches!(kind, Kind::Sdp | Kind::Member));
        let mut tie = bare_tie("NEW", kind, State::Active, &[unit], &[AreaId(area)]);
        tie.participants[0].legs = vec![LegId(0)];
        let after = with(&before, tie);
        let (old, new) = (whole_matrix(&before, dates), whole_matrix(&after, dates));
        prop_assert!(at_least(&old, ActiveNamed).is_subset(&at_least(&new, ActiveNamed)));
        prop_assert!(at_least(&old, PlannedNamed).is_subset(&at_least(&new, PlannedNamed)));
        let at = (old.units.iter().position(|u| *u == unit).unwrap(), area as usize);
        prop_assert!(at_least(&new, ActiveNamed).contains(&at));
        let apart = |dataset: &Dataset, level| {
            let found = connect(Ground { dataset, dates });
            found.only_through_hub(level).map(|p| (p.a, p.b)).collect::<BTreeSet<_>>()
        };
        for level in [Level::Working, Level::Agenda] {
            prop_assert!(apart(&after, level).is_subset(&apart(&before, level)));
        }
        let legs = |dataset: &Dataset| {
            let found = secure(Ground { dataset, dates });
            (found.both, found.digital_only, found.security_only)
        };
        prop_assert_eq!(legs(&before), legs(&after));
    }

    #[test]
    fn order_and_numbers_change_nothing(plan in plan(), dates in dates(), seed in any::<u16>()) {
        let dataset = plan.build();
        let answers = Answers::of(&dataset, dates);
        prop_assert_eq!(answers, Answers::of(&retold(&dataset, seed as usize), dates));
    }

    /// A record told twice adds no cell, pair, kind or area; only what counts records (x3, the incidence graph) sees it.
    #[test]
    fn a_record_told_twice_changes_nothing(plan in plan(), dates in dates(), which in any::<Index>()) {
        let dataset = plan.build();
        prop_assume!(!dataset.ties.is_empty());
        let mut again = dataset.ties[which.index(dataset.ties.len())].clone();
        again.id += "-AGAIN";
        let strip = |mut answers: Answers| {
            answers.coming.clear();
            answers.incidence.clear();
            answers.candidates.values_mut().for_each(|c| c.2 = 0);
            answers
        };
        let (once, twice) = (Answers::of(&dataset, dates), Answers::of(&with(&dataset, again), dates));
        prop_assert_eq!(strip(once), strip(twice));
    }

    #[test]
    fn what_a_grouping_has_is_never_counted_as_its_members_own(
        plan in plan(), dates in dates(), new in record()
    ) {
        let before = plan.build();
        let groups: Vec<ActorId> =
            units(&before).into_iter().filter(|&u| before.actor(u).kind == ActorKind::Grouping).collect();
        prop_assume!(!groups.is_empty());
        let mut new = new.build("NEW", &groups, &before);
        new.list = None;
        let named: Vec<ActorId> = new.participants.iter().map(|p| p.actor).collect();
        let after = with(&before, new);
        let (old, new) = (whole_matrix(&before, dates), whole_matrix(&after, dates));
        for (u, unit) in old.units.iter().enumerate().filter(|(_, u)| !named.contains(u)) {
            for (old, new) in old.cells[u].iter().zip(&new.cells[u]) {
                for class in [ActiveNamed, PlannedNamed] {
                    prop_assert_eq!(old.class == class, new.class == class, "{:?}", unit);
                }
            }
        }
    }

    #[test]
    fn a_tie_with_the_eu_changes_nothing_without_it(
        plan in plan(), dates in dates(), who in any::<Index>(), new in record()
    ) {
        let before = plan.build();
        let frozen = actor_graph(&before, dates, &Filter { without_eu: true, ..Filter::default() }).actors;
        prop_assume!(!frozen.is_empty());
        // Between the EU and one or several of the nodes, at a table of the EU's or not.
        let some: Vec<ActorId> = frozen.iter().copied().cycle().skip(who.index(frozen.len())).take(3).collect();
        let mut new = new.build("NEW", &some, &before);
        new.with_hub = true;
        let after = with(&before, new);
        for level in [Level::Working, Level::Agenda] {
            prop_assert_eq!(graph(&before, dates, true, level), graph(&after, dates, true, level));
        }
        let free = |dataset: &Dataset| relier::gap::hub_free(Ground { dataset, dates });
        prop_assert_eq!(free(&before), free(&after));
    }

    /// One row with everybody in it joins whom a row for each would join: all to the EU, nobody to each other.
    #[test]
    fn one_row_joins_none_of_those_in_it(plan in plan(), dates in dates(), area in 0..4u8) {
        let dataset = plan.build();
        let all = units(&dataset);
        let row = |id: &str, who: &[ActorId]| bare_tie(id, Kind::Action, State::Active, who, &[AreaId(area)]);
        let together = with(&dataset, row("ROW", &all));
        let mut apart = dataset.clone();
        apart.ties.extend(all.iter().map(|&unit| row(&format!("ROW-{}", unit.0), &[unit])));
        for without_eu in [false, true] {
            for level in [Level::Working, Level::Agenda] {
                let at = |dataset: &Dataset| graph(dataset, dates, without_eu, level);
                prop_assert_eq!(at(&together), at(&apart));
            }
        }
        let pairs = |dataset: &Dataset| Answers::of(dataset, dates).pairs;
        prop_assert_eq!(pairs(&together), pairs(&dataset));
        prop_assert_eq!(pairs(&together), pairs(&apart));
    }

    #[test]
    fn a_universal_forum_joins_nobody(plan in plan(), dates in dates()) {
        let before = plan.build();
        let mut world = worlds::World { dataset: before.clone() };
        let everybody: Vec<ActorId> =
            units(&before).into_iter().filter(|&u| before.actor(u).kind == ActorKind::Partner).collect();
        world.forum("ALL", Level::Universal, &everybody);
        for without_eu in [false, true] {
            for level in [Level::Working, Level::Agenda] {
                let at = |dataset: &Dataset| graph(dataset, dates, without_eu, level);
                prop_assert_eq!(at(&before), at(&world.dataset));
            }
        }
        prop_assert_eq!(Answers::of(&before, dates).pairs, Answers::of(&world.dataset, dates).pairs);
    }

    #[test]
    fn a_concern_is_never_an_asset(plan in plan(), dates in dates(), new in record()) {
        let before = plan.build();
        let all: Vec<ActorId> = before.all_actors().skip(1).collect();
        let mut new = new.build("CONCERN", &all, &before);
        (new.polarity, new.list) = (Polarity::Concern, None);
        let after = with(&before, new);
        let (old, new) = (whole_matrix(&before, dates), whole_matrix(&after, dates));
        prop_assert_eq!(classes(&before, &old), classes(&after, &new));
        let (old, new) = (Answers::of(&before, dates), Answers::of(&after, dates));
        // The one thing it may do is to take a candidate out, which can move the fronts of those behind.
        for (who, &(x1, x2, front)) in &new.candidates {
            prop_assert_eq!((x1, x2), (old.candidates[who].0, old.candidates[who].1));
            prop_assert!(front <= old.candidates[who].2);
            prop_assert_eq!(new.coming[who], old.coming[who]);
        }
        let rest = |mut a: Answers| {
            (a.candidates, a.coming, a.left_out) = Default::default();
            a
        };
        prop_assert_eq!(rest(old), rest(new));
    }

    /// What is not yet published, or not valid on the day, might as well not be in the dataset.
    #[test]
    fn nothing_after_the_two_dates_counts(plan in plan(), dates in dates()) {
        let whole = plan.build();
        let mut short = whole.known_by(dates.known);
        short.ties.retain(|t| !t.evidence.is_empty());
        let begins_later = |p: &Period| p.from.is_some_and(|from| dates.as_of < from.start);
        short.memberships.iter_mut().for_each(|m| {
            m.spans.retain(|s| s.from.is_none_or(|d| d <= dates.as_of) && s.until.is_none_or(|d| dates.as_of < d))
        });
        let explorer = Explorer::new(Arc::new(whole), dates);
        let dataset = &*explorer.dataset;
        prop_assert_eq!(Answers::of(dataset, dates), Answers::of(&short, dates));
        for row in &whole_matrix(dataset, dates).cells {
            for cell in row {
                for &tie in &cell.ties {
                    let tie = dataset.tie(tie);
                    prop_assert!(tie.evidence.iter().any(|e| dataset.source(e.source).date <= dates.known));
                    prop_assert!(cell.class != ActiveNamed || !begins_later(&tie.period));
                }
            }
        }
        let view = network_view(&explorer, &Filter::default());
        for tie in &view.ties {
            for evidence in &tie.evidence {
                let (_, source) = dataset.source_by_id(&evidence.document).unwrap();
                prop_assert!(source.date <= dates.known, "{} quotes {}", tie.id, source.id);
            }
            let ahead = tie.valid.from.as_deref().is_some_and(|from| from > dates.as_of.to_string().as_str());
            prop_assert!(!ahead || !matches!(tie.state, "active" | "agreed" | "negotiating"), "{:?}", tie);
        }
    }

    #[test]
    fn every_cell_has_one_value_and_grounds_for_it(plan in plan(), dates in dates()) {
        let dataset = plan.build();
        has_grounds(&dataset, dates, &whole_matrix(&dataset, dates));
    }

    #[test]
    fn fronts_are_ordered_by_dominance(plan in plan(), dates in dates()) {
        let dataset = plan.build();
        let found = enlarge(Ground { dataset: &dataset, dates }).candidates;
        let beats = |a: usize, b: usize| {
            let (a, b) = (found[a].scores(), found[b].scores());
            a != b && (0..3).all(|i| a[i] >= b[i])
        };
        for a in 0..found.len() {
            prop_assert!(!beats(a, a));
            for b in 0..found.len() {
                prop_assert!(!(beats(a, b) && beats(b, a)));
                prop_assert!(!beats(a, b) || found[a].front < found[b].front);
                prop_assert!((0..found.len()).all(|c| !(beats(a, b) && beats(b, c)) || beats(a, c)));
            }
            let front = found[a].front;
            let pressed = (0..found.len()).any(|b| beats(b, a) && found[b].front == front - 1);
            prop_assert!(front == 1 || pressed, "front {} without a reason", front);
        }
    }

    #[test]
    fn the_strict_units_are_among_the_wide_ones(plan in plan(), dates in dates()) {
        let dataset = plan.build();
        let ground = Ground { dataset: &dataset, dates };
        let found = deepen(ground);
        prop_assert!(found.strict.iter().all(|u| found.domains.units.contains(u)));
        let only_council = found.domains.units.len() - found.strict.len();
        prop_assert_eq!(found.kinds.iter().filter(|k| k[..] == [Kind::Ttc]).count(), only_council);
    }
}

// ── States in time

/// How far a state has come; none beside the order.
fn rank(state: State) -> Option<usize> {
    [State::Proposed, State::Negotiating, State::Agreed, State::Active].iter().position(|s| *s == state)
}

fn periods() -> impl Strategy<Value = Period> {
    let moment = || select(vec![None, Some("2025"), Some("2025-Q4"), Some("2026-05"), Some("2027-01-15")]);
    [moment(), moment(), moment()].prop_map(|p| {
        let [from, until, expected] = p.map(|text| text.map(|t| t.parse().unwrap()));
        Period { from, until, expected }
    })
}

proptest! {
    #[test]
    fn no_day_makes_more_of_a_state_than_its_source_says(
        coded in select(State::ALL), period in periods(), a in 0..2000i64, b in 0..2000i64,
        stated in select(vec![None, Some("2024-06-05"), Some("2026-01-15"), Some("2028-01-01")])
    ) {
        let first = day("2023-01-01");
        let on = |days: i64| {
            let date = Date::from_julian_day(first.to_julian_day() + days as i32).unwrap();
            (date, standing(coded, &period, stated.map(day), date).state)
        };
        let ((begin, early), (_, late)) = (on(a.min(b)), on(a.max(b)));
        for state in [early, late] {
            match (rank(state), rank(coded)) {
                (Some(now), Some(said)) => prop_assert!(now <= said),
                (Some(_), None) => prop_assert_eq!(state, coded),
                (None, _) => prop_assert!(
                    state == coded || matches!(state, State::Ended | State::Unconfirmed | State::NotBegun)
                ),
            }
        }
        // Nothing is called planned before its beginning by a text that came after it.
        if let (Some(from), Some(stated)) = (period.from, stated.map(day))
            && begin < from.start
            && !matches!(coded, State::Proposed | State::NotBegun)
        {
            prop_assert!(from.start <= stated || early != State::NotBegun);
            prop_assert!(stated < from.start || early != State::Proposed);
        }
        prop_assert!(coded == State::Active || early != State::Active && late != State::Active);
        // Once what the source dates has begun, time only takes away: it ends, or it becomes unconfirmed.
        if period.from.is_none_or(|from| from.start <= begin) {
            prop_assert!(late == early || matches!(late, State::Ended | State::Unconfirmed));
        }
        if matches!(early, State::Ended | State::Unconfirmed) {
            prop_assert_eq!(late, early);
        }
    }
}
