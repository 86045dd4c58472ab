//! Answers derived by hand on datasets of a few records: every cell value, severity, reach, criterion and exclusion.

use crate::worlds::answers::id;
use crate::worlds::{AI, CON, CYB, QUA, World, day, domain, partners};
use relier::dataset::{Closure, Kind, Level, Polarity, State, Status, Stratum};
use relier::gap::{
    CellClass, Column, CompareRow, ExclusionReason, Gap, Reach, Severity, Subject, compare_actors, deepen,
    enlarge,
};

use CellClass::{ActiveNamed, EstablishedAbsence, NotOnRecord, PlannedNamed, ThroughGrouping};

// ── Cells (METHOD 3)

#[test]
fn a_cell_has_the_value_of_the_state_in_which_a_tie_names_the_unit() {
    for (state, class) in [
        (State::Active, ActiveNamed),
        (State::Proposed, PlannedNamed),
        (State::Negotiating, PlannedNamed),
        (State::Agreed, PlannedNamed),
        (State::Unconfirmed, PlannedNamed),
        (State::Suspended, NotOnRecord),
        (State::Dormant, NotOnRecord),
        (State::Ended, NotOnRecord),
        (State::Unknown, NotOnRecord),
    ] {
        let mut world = World::new();
        let a = world.country("A");
        world.tie(Kind::Trust, state, &[a], &[CYB]);
        assert_eq!(world.class(a, CYB), class, "{state:?}");
        assert_eq!(world.class(a, AI), NotOnRecord, "another area");
        assert_eq!(world.cell(a, Column::Domain(domain(CYB))).class, class, "the domain of the area");
    }
}

#[test]
fn the_best_value_wins_and_brings_its_own_ties() {
    let mut world = World::new();
    let a = world.country("A");
    let group = world.grouping("G", &[a]);
    world.list(Kind::Dd, Closure::Closed, 0);
    let dialogue = Column::Kind(Kind::Dd);
    assert_eq!(world.cell(a, dialogue).class, EstablishedAbsence);
    world.tie(Kind::Dd, State::Active, &[group], &[]);
    let through = world.last_tie();
    let cell = world.cell(a, dialogue);
    assert_eq!((cell.class, cell.ties, cell.via), (ThroughGrouping, vec![through], vec![group]));
    world.tie(Kind::Dd, State::Negotiating, &[a], &[]);
    let planned = world.last_tie();
    let cell = world.cell(a, dialogue);
    assert_eq!((cell.class, cell.ties, cell.via), (PlannedNamed, vec![planned], vec![]));
    world.tie(Kind::Dd, State::Active, &[a], &[]);
    let active = world.last_tie();
    assert_eq!((world.cell(a, dialogue).class, world.cell(a, dialogue).ties), (ActiveNamed, vec![active]));
}

#[test]
fn named_beats_grouping_inside_one_action_and_not_beyond_it() {
    let mut world = World::new();
    let a = world.country("A");
    let group = world.grouping("G", &[a]);
    // One row on cybersecurity with the group, in which A has a part in AI alone.
    let row = world.tie(Kind::Action, State::Active, &[a, group], &[CYB]);
    row.participants[0].areas = vec![AI];
    assert_eq!((world.class(a, CYB), world.class(a, AI)), (NotOnRecord, ActiveNamed));
    world.tie(Kind::Action, State::Active, &[group], &[CYB]);
    assert_eq!(world.class(a, CYB), ThroughGrouping);
}

#[test]
fn a_unit_is_reached_by_every_grouping_that_holds_it_or_all_of_its_members() {
    let mut world = World::new();
    let [a, b, c] = world.countries(["A", "B", "C"]);
    let small = world.grouping("SMALL", &[a, b]);
    let large = world.grouping("LARGE", &[a, b, c]);
    let other = world.grouping("OTHER", &[b, c]);
    world.tie(Kind::Reg, State::Active, &[large, other], &[CYB]);
    assert_eq!(world.cell(small, Column::Area(CYB)).via, [large]);
    assert_eq!(world.cell(b, Column::Area(CYB)).via, [large, other]);
    assert_eq!(world.class(large, CYB), ActiveNamed, "what the source names is named");
}

#[test]
fn membership_has_its_days() {
    let mut world = World::new();
    let a = world.country("A");
    let group = world.grouping("G", &[a]);
    world.tie(Kind::Reg, State::Active, &[group], &[CYB]);
    let span = &mut world.dataset.memberships[0].spans[0];
    (span.from, span.until) = (Some(day("2025-01-01")), Some(day("2025-11-20")));
    assert_eq!(world.class(a, CYB), NotOnRecord, "the day of leaving is no longer a member's");
    world.dataset.memberships[0].spans[0].until = Some(day("2025-11-21"));
    assert_eq!(world.class(a, CYB), ThroughGrouping);
}

#[test]
fn only_a_closed_list_of_the_kind_that_was_out_makes_silence_an_absence() {
    for closure in [Closure::Open, Closure::Count, Closure::Pointer, Closure::Doubtful] {
        let mut world = World::new();
        let a = world.country("A");
        world.list(Kind::Sdp, closure, 0);
        assert_eq!(world.cell(a, Column::Kind(Kind::Sdp)).class, NotOnRecord, "{closure:?}");
    }
    let mut world = World::new();
    let a = world.country("A");
    let list = world.list(Kind::Sdp, Closure::Closed, 1);
    let cell = world.cell(a, Column::Kind(Kind::Sdp));
    assert_eq!((cell.class, cell.list), (EstablishedAbsence, Some(list)));
    assert_eq!(world.cell(a, Column::Kind(Kind::Dp)).class, NotOnRecord, "another kind");
    assert_eq!(world.class(a, CYB), NotOnRecord, "no source closes an area");
    let mut ground = world.ground();
    ground.dates.known = day("2025-06-05");
    assert_eq!(ground.cell(a, Column::Kind(Kind::Sdp)).class, NotOnRecord, "not yet published");
}

#[test]
fn a_closed_list_does_not_omit_what_it_names_and_has_ended() {
    let mut world = World::new();
    let a = world.country("A");
    let list = world.list(Kind::Dp, Closure::Closed, 0);
    let tie = world.tie(Kind::Dp, State::Active, &[a], &[]);
    tie.list = Some(list);
    tie.period.until = Some("2025-Q3".parse().unwrap());
    assert_eq!(world.cell(a, Column::Kind(Kind::Dp)).class, NotOnRecord);
}

// ── Approfondir (METHOD 4.1)

fn severities(world: &World) -> Vec<(String, String, Severity)> {
    let named = |gap: &Gap| {
        let domain = &world.dataset.domains[gap.domain.0 as usize];
        (id(&world.dataset, gap.unit), domain.id.clone(), gap.severity)
    };
    deepen(world.ground()).gaps.iter().map(named).collect()
}

fn gap(unit: &str, domain: &str, severity: Severity) -> (String, String, Severity) {
    (unit.to_owned(), domain.to_owned(), severity)
}

#[test]
fn units_hold_an_active_core_instrument_that_names_them() {
    let mut world = World::new();
    let [a, b, c, d, e, f] = world.countries(["A", "B", "C", "D", "E", "F"]);
    let group = world.grouping("G", &[f]);
    world.tie(Kind::Ttc, State::Active, &[a], &[]);
    world.tie(Kind::Dp, State::Active, &[b], &[]);
    world.tie(Kind::Dd, State::Active, &[group], &[]);
    world.tie(Kind::Dd, State::Agreed, &[c], &[]);
    world.tie(Kind::Cd, State::Active, &[d], &[]);
    world.tie(Kind::Dp, State::Active, &[e], &[]).polarity = Polarity::Concern;
    let found = deepen(world.ground());
    assert_eq!(found.domains.units, [a, b, group]);
    assert_eq!(found.strict, [b, group]);
    assert_eq!(found.kinds, [[Kind::Ttc], [Kind::Dp], [Kind::Dd]]);
}

#[test]
fn silence_is_an_outlier_when_two_thirds_of_at_least_two_peers_are_active() {
    // Two peers of A, both active: outlier. Of B's peers (A silent, C active) one half is: plain silence.
    let (mut world, [_, _, c]) = partners(["A", "B", "C"]);
    world.tie(Kind::Trust, State::Active, &[c], &[CYB]);
    assert_eq!(severities(&world), [gap("A", "D1", Severity::Silent), gap("B", "D1", Severity::Silent)]);
    let (mut world, [_, b, c]) = partners(["A", "B", "C"]);
    world.tie(Kind::Trust, State::Active, &[b, c], &[CYB]);
    assert_eq!(severities(&world), [gap("A", "D1", Severity::Outlier)]);
    // Three peers, two of them active: exactly two thirds.
    let (mut world, [_, b, c, d]) = partners(["A", "B", "C", "D"]);
    world.tie(Kind::Trust, State::Active, &[b, c], &[CYB]);
    world.tie(Kind::Trust, State::Negotiating, &[d], &[CYB]);
    assert_eq!(severities(&world), [gap("A", "D1", Severity::Outlier), gap("D", "D1", Severity::FollowUp)]);
    // One peer is not enough, and a holder of another kind is no peer.
    let (mut world, [_, b]) = partners(["A", "B"]);
    let c = world.country("C");
    world.tie(Kind::Ttc, State::Active, &[c], &[]);
    world.tie(Kind::Trust, State::Active, &[b, c], &[CYB]);
    assert_eq!(severities(&world), [gap("A", "D1", Severity::Silent)]);
}

#[test]
fn gaps_come_worst_first_and_a_domain_without_anyone_comes_once() {
    let (mut world, [_, b, c, d]) = partners(["A", "B", "C", "D"]);
    let group = world.grouping("G", &[d]);
    // CYB (D1, key): all but A. AI (D8): B alone. CON (D10, continuing): B, and D through G. QUA (D11): only planned.
    world.tie(Kind::Trust, State::Active, &[b, c, d], &[CYB]);
    world.tie(Kind::Trust, State::Active, &[b], &[AI, CON]);
    world.tie(Kind::Reg, State::Active, &[group], &[CON]);
    world.tie(Kind::Trust, State::Proposed, &[c], &[QUA]);
    let expected = [
        gap("A", "D1", Severity::Outlier),
        gap("A", "D8", Severity::Silent),
        gap("C", "D8", Severity::Silent),
        gap("D", "D8", Severity::Silent),
        gap("A", "D10", Severity::SilentContinuing),
        gap("C", "D10", Severity::SilentContinuing),
        gap("D", "D10", Severity::FollowUp),
    ];
    assert_eq!(severities(&world), expected);
    let found = deepen(world.ground());
    assert_eq!(
        found.columns.iter().map(|c| (c.domain, c.planned)).collect::<Vec<_>>(),
        [(domain(QUA), true)]
    );
    let counts = found.domains.counts();
    assert_eq!((counts.active, counts.planned, counts.grouping), (5, 1, 1));
    assert_eq!((counts.absent, counts.silent, counts.total()), (0, 9, 16));
}

#[test]
fn a_gap_can_be_filled_from_what_others_have() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    let reach = |world: &World| {
        let found = deepen(world.ground());
        found.gaps.iter().find(|g| g.unit == a && g.domain == domain(CYB)).unwrap().reach.clone()
    };
    // One row names both, and A's own part is another: nothing of it is left to extend to A.
    let row = world.tie(Kind::Action, State::Active, &[a, b], &[CYB]);
    row.participants[0].domains = vec![];
    assert_eq!(reach(&world), Reach::Greenfield);
    let forum = world.forum("F", Level::Agenda, &[]);
    world.tie(Kind::Forum, State::Active, &[forum], &[CYB]);
    assert_eq!(reach(&world), Reach::Greenfield, "a forum's work cannot be extended to a partner");
    world.tie(Kind::Trust, State::Negotiating, &[b], &[CYB]);
    let planned = world.last_tie();
    assert_eq!(reach(&world), Reach::PlannedElsewhere(vec![planned]));
    world.tie(Kind::Trust, State::Active, &[b], &[CYB]);
    let active = world.last_tie();
    assert_eq!(reach(&world), Reach::Extendable(vec![active]));
}

#[test]
fn a_peer_holds_an_instrument_of_the_same_kind_and_is_of_the_same_stratum() {
    let gap_of = |world: &World, unit| {
        let found = deepen(world.ground());
        let gap = found.gaps.iter().find(|g| g.unit == unit && g.domain == domain(CYB)).unwrap();
        (gap.reach.clone(), gap.with_peer)
    };
    let (mut world, [a, b]) = partners(["A", "B"]);
    let [hub, council] = world.countries(["HUB", "COUNCIL"]);
    world.tie(Kind::Ttc, State::Active, &[council], &[]);
    world.tie(Kind::Hub, State::Active, &[hub], &[CYB]);
    let other = world.last_tie();
    world.tie(Kind::Trust, State::Active, &[council], &[CYB]);
    let unlike = world.last_tie();
    assert_eq!(
        gap_of(&world, a),
        (Reach::Extendable(vec![other, unlike]), false),
        "no unit, and one of another kind"
    );
    world.tie(Kind::Trust, State::Active, &[b], &[CYB]);
    let own = world.last_tie();
    assert_eq!(gap_of(&world, a), (Reach::Extendable(vec![own]), true));
    world.dataset.actors[b.0 as usize].stratum = Some(Stratum::Enlargement);
    assert_eq!(gap_of(&world, a), (Reach::Extendable(vec![other, unlike]), false), "made for candidates");
}

// ── Agrandir (METHOD 4.2)

#[test]
fn candidates_are_states_without_a_core_instrument_and_everybody_else_has_a_reason() {
    let mut world = World::new();
    let [unit, candidate, member, warned, island, planned] =
        world.countries(["UNIT", "CANDIDATE", "MEMBER", "WARNED", "ISLAND", "PLANNED"]);
    world.country("UNNAMED");
    world.dataset.actors[island.0 as usize].status = Status::Territory;
    let group = world.grouping("G", &[member]);
    world.tie(Kind::Dp, State::Active, &[unit], &[]);
    world.tie(Kind::Dd, State::Active, &[group], &[]);
    world.tie(Kind::Dd, State::Proposed, &[planned], &[]);
    world.tie(Kind::Cable, State::Active, &[candidate, member, warned, island], &[]);
    world.tie(Kind::Action, State::Active, &[warned], &[]).polarity = Polarity::Concern;
    let found = enlarge(world.ground());
    assert_eq!(found.named, 6);
    assert_eq!(found.candidates.iter().map(|c| c.actor).collect::<Vec<_>>(), [candidate, planned]);
    assert_eq!(
        found.apart.iter().map(|a| (a.actor, &a.groupings[..])).collect::<Vec<_>>(),
        [(member, &[group][..])]
    );
    assert_eq!(
        found.exclusions.iter().map(|e| (e.actor, e.reason)).collect::<Vec<_>>(),
        [(island, ExclusionReason::NotAState), (warned, ExclusionReason::Concern)]
    );
}

#[test]
fn the_criteria_count_kinds_areas_and_what_is_on_its_way() {
    let mut world = World::new();
    let a = world.country("A");
    let forum = world.forum("F", Level::Agenda, &[a]);
    world.tie(Kind::Cable, State::Active, &[a], &[CON]); // x1: CABLE; x2: CON
    world.tie(Kind::Cable, State::Agreed, &[a], &[]); // CABLE again
    world.tie(Kind::Action, State::Active, &[a], &[AI]).carries = Some(Kind::Trust); // x2: AI; an action is no instrument
    world.tie(Kind::Action, State::Proposed, &[a], &[QUA]); // x2: QUA, planned and named
    world.tie(Kind::Dta, State::Negotiating, &[a], &[]); // x3
    world.tie(Kind::Dd, State::Proposed, &[a], &[]); // x3: a dialogue on its way
    world.tie(Kind::Csp, State::Suspended, &[a], &[]); // nothing
    world.tie(Kind::Forum, State::Active, &[a, forum], &[]); // work in a forum is no instrument with A
    let found = enlarge(world.ground());
    assert_eq!(found.candidates[0].kinds, [Kind::Cable]);
    assert_eq!(found.candidates[0].areas, [AI, CON, QUA]);
    assert_eq!(found.candidates[0].scores(), [1, 3, 2]);
}

#[test]
fn fronts_peel_off_by_dominance() {
    let mut world = World::new();
    let [a, b, c, d, e] = world.countries(["A", "B", "C", "D", "E"]);
    // (x1, x2): A (2, 1), B (1, 2), C (1, 1), D (1, 1), E (0, 1).
    world.tie(Kind::Cable, State::Active, &[a, b, c, d], &[CON]);
    world.tie(Kind::Trust, State::Active, &[a], &[]);
    world.tie(Kind::Action, State::Active, &[b, e], &[AI]);
    let found = enlarge(world.ground());
    let fronts: Vec<_> = found.candidates.iter().map(|c| (c.actor, c.front)).collect();
    assert_eq!(fronts, [(a, 1), (b, 1), (c, 2), (d, 2), (e, 3)]);
}

#[test]
fn the_trade_leg_is_the_furthest_cooperative_state() {
    let (mut world, [_, b, c, d, e]) = partners(["A", "B", "C", "D", "E"]);
    world.tie(Kind::Dta, State::Suspended, &[e], &[]);
    world.tie(Kind::Dfr, State::Dormant, &[e], &[]);
    world.tie(Kind::Dta, State::Negotiating, &[b], &[]);
    world.tie(Kind::FtaD, State::Agreed, &[b], &[]);
    world.tie(Kind::Dfr, State::Active, &[c], &[]);
    world.tie(Kind::Dta, State::Active, &[d], &[]).polarity = Polarity::Concern;
    let found = enlarge(world.ground());
    let states: Vec<_> = found.trade.iter().map(|t| t.state).collect();
    assert_eq!(states, [None, Some(State::Agreed), Some(State::Active), None, Some(State::Suspended)]);
}

#[test]
fn what_none_of_two_has_is_told_beside_what_one_has() {
    let (mut world, [a, b]) = partners(["A", "B"]);
    world.tie(Kind::Trust, State::Active, &[a], &[CYB]);
    let areas = compare_actors(world.ground(), &[a, b]).swap_remove(2);
    let of = |rows: &[CompareRow]| rows.iter().map(|r| r.subject).collect::<Vec<_>>();
    let column = |area| Subject::Column(Column::Area(area));
    assert_eq!(of(&areas.rows), [column(CYB)]);
    let nobody = of(&areas.nobody);
    assert!(!nobody.contains(&column(CYB)) && nobody.contains(&column(AI)));
    assert_eq!(nobody.len() + 1, world.dataset.areas.len());
}
