//! Answers derived by hand on datasets of a few records: who meets whom at which level, the two legs, and the two dates.

use std::sync::Arc;

use crate::worlds::answers::{graph, two};
use crate::worlds::{AI, CYB, DEFENCE, World, day, evidence, partners, today};
use relier::dataset::{ActorKind, Closure, Dataset, Kind, Level, Polarity, State};
use relier::explorer::Explorer;
use relier::gap::{CellClass, Column, Ground, connect, deepen, secure};
use relier::network::{Dates, Filter, FormatOrigin, actor_graph, formats};

use CellClass::{ActiveNamed, NotOnRecord};

// ── Relier (METHOD 4.3)

/// The best level at which A and B, two units, meet.
fn level(world: &World) -> Option<Level> {
    connect(world.ground()).pairs[0].level
}

#[test]
fn the_level_of_a_forum_follows_from_its_size_and_the_hub_does_not_count() {
    for (declared, size, expected) in [
        (Level::Working, 20, Some(Level::Working)),
        (Level::Working, 21, Some(Level::Agenda)),
        (Level::Agenda, 20, Some(Level::Agenda)),
        (Level::Agenda, 60, Some(Level::Agenda)),
        (Level::Agenda, 61, None),
        (Level::Working, 61, None),
        (Level::Universal, 2, None),
    ] {
        let (mut world, [a, b]) = partners(["A", "B"]);
        let mut members = world.crowd(size - 2);
        members.extend([a, b]);
        members.extend(world.member_states(27));
        world.forum("F", declared, &members);
        assert_eq!(level(&world), expected, "{declared:?} of {size}");
    }
}

#[test]
fn the_best_of_several_tables_counts() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    assert_eq!(level(&world), None);
    world.forum("LARGE", Level::Agenda, &[a, b]);
    assert_eq!(level(&world), Some(Level::Agenda));
    let small = world.forum("SMALL", Level::Working, &[a, b]);
    let pair = &connect(world.ground()).pairs[0];
    assert_eq!((pair.level, &pair.formats), (Some(Level::Working), &vec![FormatOrigin::Forum(small)]));
    let found = connect(world.ground());
    assert_eq!(found.only_through_hub(Level::Working).count(), 0);
}

#[test]
fn a_forum_that_no_tie_names_is_outside_the_documents() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let forum = world.actor("F", ActorKind::Forum);
    world.dataset.actors[forum.0 as usize].level = Some(Level::Agenda);
    world.members(forum, &[a, b]);
    assert_eq!(level(&world), None);
    world.tie(Kind::Forum, State::Active, &[forum], &[]).polarity = Polarity::Concern;
    assert_eq!(level(&world), None, "a concern is no seat");
    world.tie(Kind::Forum, State::Active, &[forum], &[]).evidence = vec![evidence(1)];
    assert_eq!(level(&world), Some(Level::Agenda));
    let mut ground = world.ground();
    ground.dates.known = day("2025-06-05");
    assert_eq!(connect(ground).pairs[0].level, None, "named from November on");
}

#[test]
fn a_part_of_a_forum_has_the_members_of_the_whole() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let whole = world.forum("WHOLE", Level::Agenda, &[a, b]);
    let part = world.actor("PART", ActorKind::Forum);
    world.dataset.actors[part.0 as usize].level = Some(Level::Working);
    world.dataset.actors[part.0 as usize].part_of = Some(whole);
    world.tie(Kind::Forum, State::Active, &[part], &[]);
    assert_eq!(level(&world), Some(Level::Working));
}

#[test]
fn one_row_joins_nobody_unless_it_is_a_table() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    world.tie(Kind::Action, State::Active, &[a, b], &[CYB]);
    assert_eq!(level(&world), None);
    world.tie(Kind::Action, State::Active, &[a, b], &[CYB]).meeting = Some(Level::Agenda);
    assert_eq!(level(&world), Some(Level::Agenda));
    world.tie(Kind::Action, State::Proposed, &[a, b], &[CYB]).meeting = Some(Level::Working);
    assert_eq!(level(&world), Some(Level::Agenda), "a planned table is none");
    let row = world.tie(Kind::Action, State::Active, &[a, b], &[CYB]);
    row.meeting = Some(Level::Working);
    row.participants[1].state = State::Agreed;
    assert_eq!(level(&world), Some(Level::Agenda), "nor does B sit where its part is only agreed");
    world.tie(Kind::Cable, State::Active, &[a, b], &[]).with_hub = false;
    assert_eq!(level(&world), Some(Level::Working), "a tie without the EU is their own table");
}

#[test]
fn without_the_eu_its_own_tables_go_and_forums_stay() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let c = world.country("C");
    world.tie(Kind::Cable, State::Active, &[c], &[]);
    world.tie(Kind::Action, State::Active, &[a, b], &[]).meeting = Some(Level::Working);
    world.forum("F", Level::Working, &[b, c]);
    let edges = |without_eu| graph(&world.dataset, today(), without_eu, Level::Working).1;
    let pair = |a, b| two(&world.dataset, a, b);
    let hub = Dataset::HUB;
    assert_eq!(edges(true), [pair(b, c)].into());
    assert_eq!(edges(false), [pair(a, b), pair(b, c), pair(hub, a), pair(hub, b), pair(hub, c)].into());
}

#[test]
fn a_grouping_sits_where_its_whole_list_does_and_does_not_meet_its_own_members() {
    let mut world = World::new();
    let [a, b, c] = world.countries(["A", "B", "C"]);
    let group = world.grouping("G", &[a, b]);
    for unit in [a, c, group] {
        world.tie(Kind::Dd, State::Active, &[unit], &[]);
    }
    world.forum("F", Level::Agenda, &[a, b, c]);
    let edges = |world: &World| graph(&world.dataset, today(), true, Level::Agenda).1;
    let pair = |a, b| two(&world.dataset, a, b);
    assert_eq!(edges(&world), [pair(a, c), pair(c, group)].into());
    world.dataset.memberships[0].complete = false;
    assert_eq!(edges(&world), [two(&world.dataset, a, c)].into());
}

#[test]
fn a_record_about_the_session_of_a_forum_is_not_a_second_table() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let forum = world.forum("F", Level::Working, &[a, b]);
    let tables = |world: &World| {
        let found = formats(&world.dataset, today(), &Filter::default());
        found.iter().map(|f| f.origin).collect::<Vec<_>>()
    };
    world.tie(Kind::Action, State::Active, &[forum, a, b], &[CYB]).meeting = Some(Level::Working);
    assert_eq!(tables(&world), [FormatOrigin::Forum(forum)]);
    let c = world.country("C");
    world.tie(Kind::Action, State::Active, &[forum, a, c], &[CYB]).meeting = Some(Level::Working);
    let wider = world.last_tie();
    assert_eq!(tables(&world), [FormatOrigin::Tie(wider), FormatOrigin::Forum(forum)]);
}

#[test]
fn parallel_bilaterals_are_active_on_one_area_without_a_working_table_of_it() {
    let (mut world, [a, b, c]) = partners(["A", "B", "C"]);
    world.tie(Kind::Trust, State::Active, &[a, b, c], &[CYB]);
    world.tie(Kind::Trust, State::Active, &[a, b], &[AI]);
    world.tie(Kind::Trust, State::Proposed, &[c], &[AI]);
    let parallel = |world: &World| {
        let found = connect(world.ground());
        found.parallel.iter().map(|p| (p.a, p.b, p.areas.clone())).collect::<Vec<_>>()
    };
    assert_eq!(parallel(&world), [(a, b, vec![CYB, AI]), (a, c, vec![CYB]), (b, c, vec![CYB])]);
    world.forum("AGENDA", Level::Agenda, &[a, b, c]);
    assert_eq!(parallel(&world).len(), 3, "an agenda is no working table");
    let forum = world.forum("TABLE", Level::Working, &[a, b]);
    assert_eq!(parallel(&world).len(), 3, "a table of nothing in particular");
    world.tie(Kind::Forum, State::Proposed, &[forum], &[AI]);
    world.tie(Kind::Forum, State::Active, &[forum], &[AI]).polarity = Polarity::Concern;
    assert_eq!(parallel(&world)[0], (a, b, vec![CYB, AI]), "planned work and a concern make no table of AI");
    world.tie(Kind::Forum, State::Active, &[forum], &[CYB]);
    assert_eq!(parallel(&world), [(a, b, vec![AI]), (a, c, vec![CYB]), (b, c, vec![CYB])]);
}

#[test]
fn calendars_have_a_length_in_common_only_where_both_ends_are_stated() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let length = |world: &World| connect(world.ground()).parallel[0].overlap;
    let on = today().as_of;
    let days = |until: &str| Some((day(until) - on).whole_days() + 1);
    world.tie(Kind::Trust, State::Active, &[a], &[CYB]);
    world.tie(Kind::Trust, State::Active, &[b], &[CYB]);
    assert_eq!(length(&world), None, "no end stated");
    let last = world.dataset.ties.len() - 1;
    world.dataset.ties[last].period.until = Some("2030-12-31".parse().unwrap());
    assert_eq!(length(&world), None, "one end stated of two");
    world.dataset.ties[last - 1].period.until = Some("2028-12-31".parse().unwrap());
    assert_eq!(length(&world), days("2028-12-31"), "both days included, until the first ends");
    world.tie(Kind::Trust, State::Active, &[a], &[CYB]);
    assert_eq!(length(&world), None, "what else runs there has no stated end");
}

#[test]
fn who_only_signed_is_not_in_the_network_of_what_runs() {
    let mut world = World::new();
    let [a, b] = world.countries(["A", "B"]);
    let row = world.tie(Kind::Action, State::Active, &[a, b], &[CYB]);
    row.participants[1].state = State::Agreed;
    let found = actor_graph(&world.dataset, today(), &Filter::default());
    assert_eq!(found.actors, [a, Dataset::HUB]);
    let row = world.tie(Kind::Action, State::Proposed, &[a, b], &[CYB]);
    row.participants[1].state = State::Active;
    let found = actor_graph(&world.dataset, today(), &Filter::default());
    assert_eq!(found.actors, [a, b, Dataset::HUB]);
}

// ── Renforcer (METHOD 4.4)

#[test]
fn the_two_legs_and_what_lies_inside_the_security_partnership() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let c = world.country("C");
    let group = world.grouping("G", &[c]);
    world.tie(Kind::Dd, State::Active, &[group], &[]);
    let list = world.list(Kind::Sdp, Closure::Closed, 0);
    for (unit, areas) in [(a, &[CYB][..]), (c, &[])] {
        let tie = world.tie(Kind::Sdp, State::Active, &[unit], areas);
        tie.list = Some(list);
        tie.participants[0].legs = vec![DEFENCE];
    }
    world.tie(Kind::Sdp, State::Agreed, &[b], &[]);
    world.tie(Kind::Trust, State::Active, &[c], &[AI]);
    let found = secure(world.ground());
    assert_eq!((found.units, found.holders), (vec![a, b, group], vec![a, c]));
    assert_eq!((found.both, found.digital_only), (vec![a], vec![b, group]));
    assert_eq!((found.security_only, found.through), (vec![c], vec![(c, vec![group])]));
    assert_eq!(found.list, Some(list));
    let class = |row: usize| found.alongside.cells[row].iter().map(|c| c.class).collect::<Vec<_>>();
    // CYB, AI, QUA, CON, defence innovation.
    assert_eq!(class(0), [ActiveNamed, NotOnRecord, NotOnRecord, NotOnRecord, ActiveNamed]);
    assert_eq!(class(1), [NotOnRecord, ActiveNamed, NotOnRecord, NotOnRecord, ActiveNamed]);
    let inside = |row: usize| found.inside[row].iter().map(|ties| !ties.is_empty()).collect::<Vec<_>>();
    assert_eq!(inside(0), [true, false, false, false, true]);
    assert_eq!(inside(1), [false, false, false, false, true]);
}

#[test]
fn before_the_second_document_nothing_of_it_is_there() {
    let mut world = World::new();
    let [a, b] = world.countries(["A", "B"]);
    world.tie(Kind::Dp, State::Active, &[a], &[]);
    world.tie(Kind::Dp, State::Active, &[b], &[]).evidence = vec![evidence(1)];
    // A tie of June to which November adds a party and a quotation.
    let tie = world.tie(Kind::Trust, State::Active, &[a, b], &[CYB]);
    tie.evidence.push(evidence(1));
    tie.participants[1].evidence = vec![1];
    let known = |text: &str| {
        let dates = Dates { known: day(text), ..today() };
        Explorer::new(Arc::new(world.dataset.clone()), dates)
    };
    let june = known("2025-06-05");
    let ground = Ground { dataset: &june.dataset, dates: june.dates };
    assert_eq!(deepen(ground).domains.units, [a]);
    assert_eq!(ground.cell(b, Column::Area(CYB)).class, NotOnRecord);
    assert_eq!(june.dataset.ties[2].evidence, [evidence(0)]);
    let november = known("2025-11-20");
    let ground = Ground { dataset: &november.dataset, dates: november.dates };
    assert_eq!(deepen(ground).domains.units, [a, b]);
    assert_eq!(ground.cell(b, Column::Area(CYB)).class, ActiveNamed);
}
