//! Alternative codings as named switches (METHOD 6): what the counts would be had a judgement gone the other way.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cells::{CellClass, Column, Ground, Matrix};
use super::delta::{Gaps, Perimeter, gaps_of};
use crate::dataset::{
    ActorKind, Crosswalk, CrosswalkFrom, Dataset, DomainId, Kind, LegId, Level, Name, Participant, Period,
    Place, State, Word,
};

/// A judgement taken the other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// Standards and interoperability count as regulatory cooperation.
    StandardsRegulatory,
    /// Test beds and digital hubs do not count as the role of business.
    HubNotBusiness,
    /// Legal alignment and mutual recognition do not count as regulatory cooperation.
    MutualRecognitionNotRegulatory,
    /// Association to a programme does not count as research.
    AssociationNotResearch,
    /// What is planned, negotiated, agreed or unconfirmed counts as running.
    PlannedCounts,
    /// What reaches a unit through a grouping counts as naming it.
    GroupingsCount,
    /// Partners that only the description of an annex row names are left out.
    DescriptionOnlyDropped,
    /// The calendar of an annex row holds for every partner in it, whatever the description says of one.
    RowState,
    /// Units are the holders of a partnership or dialogue alone: {DP, DD}.
    CoreStrict,
    /// The examples of the body of the text are left out.
    ExamplesDropped,
    /// A part of a forum, such as a working party of a larger organisation, is a working table of its own.
    PartsWorking,
    /// Where a reader could read another state in the words of the text, that one ([`crate::dataset::Tie::disputed`]).
    DisputedStates,
}

impl Word for Coding {
    const WHAT: &'static str = "alternative coding";
    const ALL: &'static [Self] = &[
        Coding::StandardsRegulatory,
        Coding::HubNotBusiness,
        Coding::MutualRecognitionNotRegulatory,
        Coding::AssociationNotResearch,
        Coding::PlannedCounts,
        Coding::GroupingsCount,
        Coding::DescriptionOnlyDropped,
        Coding::RowState,
        Coding::CoreStrict,
        Coding::ExamplesDropped,
        Coding::PartsWorking,
        Coding::DisputedStates,
    ];
    fn word(self) -> &'static str {
        match self {
            Coding::StandardsRegulatory => "standards-regulatory",
            Coding::HubNotBusiness => "hub-not-business",
            Coding::MutualRecognitionNotRegulatory => "mutual-recognition-not-regulatory",
            Coding::AssociationNotResearch => "association-not-research",
            Coding::PlannedCounts => "planned-counts",
            Coding::GroupingsCount => "groupings-count",
            Coding::DescriptionOnlyDropped => "description-only-dropped",
            Coding::RowState => "row-state",
            Coding::CoreStrict => "core-strict",
            Coding::ExamplesDropped => "examples-dropped",
            Coding::PartsWorking => "parts-working",
            Coding::DisputedStates => "disputed-states",
        }
    }
}

impl Coding {
    /// The dataset as it would be; the ties stay in their places.
    pub fn apply(self, ground: Ground<'_>) -> Dataset {
        let mut out = ground.dataset.clone();
        match self {
            Coding::StandardsRegulatory => {
                let leg = out.legs.iter().position(|l| l.id == "standards");
                let domain = out.domains.iter().position(|d| d.id == "D10");
                if let (Some(leg), Some(domain)) = (leg, domain) {
                    let from = CrosswalkFrom::Leg(LegId(leg as u8));
                    out.crosswalk.push(Crosswalk {
                        from,
                        domain: DomainId(domain as u8),
                        reason: Name::default(),
                    });
                }
                recode(&mut out, ground.dataset);
            }
            Coding::HubNotBusiness => without_leg(&mut out, ground.dataset, "test-bed"),
            Coding::MutualRecognitionNotRegulatory => {
                without_leg(&mut out, ground.dataset, "legal-alignment")
            }
            Coding::AssociationNotResearch => without_leg(&mut out, ground.dataset, "association"),
            Coding::PlannedCounts => planned_counts(&mut out, ground),
            Coding::GroupingsCount => groupings_count(&mut out, ground),
            Coding::DescriptionOnlyDropped => {
                for tie in &mut out.ties {
                    tie.participants.retain(|p| p.places != [Place::Description]);
                }
            }
            Coding::RowState => {
                for tie in out.ties.iter_mut().filter(|t| t.row.is_some()) {
                    for part in &mut tie.participants {
                        part.state = tie.state;
                    }
                }
            }
            Coding::ExamplesDropped => {
                for tie in out.ties.iter_mut().filter(|t| t.example.is_some()) {
                    tie.participants.clear();
                }
            }
            Coding::PartsWorking => {
                let parts = out.actors.iter_mut().filter(|a| a.part_of.is_some());
                parts.filter(|a| a.level == Some(Level::Agenda)).for_each(|a| a.level = Some(Level::Working));
            }
            Coding::DisputedStates => {
                for tie in &mut out.ties {
                    let Some(other) = tie.disputed else { continue };
                    let read = |state: &mut State| *state = other;
                    tie.participants
                        .iter_mut()
                        .map(|p| &mut p.state)
                        .filter(|s| **s == tie.state)
                        .for_each(read);
                    tie.state = other;
                }
            }
            Coding::CoreStrict => {}
        }
        out
    }

    /// The kinds that make a unit.
    pub fn core(self) -> &'static [Kind] {
        if self == Coding::CoreStrict { &[Kind::Dp, Kind::Dd] } else { &Kind::CORE }
    }
}

fn without_leg(out: &mut Dataset, base: &Dataset, leg: &str) {
    let place = out.legs.iter().position(|l| l.id == leg).map(|i| CrosswalkFrom::Leg(LegId(i as u8)));
    out.crosswalk.retain(|line| Some(line.from) != place);
    recode(out, base);
}

/// The domains of every tie and part, once more by the crosswalk; what stood beside the old crosswalk stays.
fn recode(out: &mut Dataset, base: &Dataset) {
    let (old, new) = (base.crosswalk.clone(), out.crosswalk.clone());
    let led = |lines: &[Crosswalk], areas: &[crate::dataset::AreaId], legs: &[LegId]| -> Vec<DomainId> {
        let from = |line: &&Crosswalk| match line.from {
            CrosswalkFrom::Area(a) => areas.contains(&a),
            CrosswalkFrom::Leg(l) => legs.contains(&l),
        };
        lines.iter().filter(from).map(|line| line.domain).collect()
    };
    let again = |areas: &[crate::dataset::AreaId], legs: &[LegId], domains: &mut Vec<DomainId>| {
        let before = led(&old, areas, legs);
        domains.retain(|d| !before.contains(d));
        domains.extend(led(&new, areas, legs));
        domains.sort_unstable();
        domains.dedup();
    };
    for tie in &mut out.ties {
        again(&tie.areas, &tie.legs, &mut tie.domains);
        for part in &mut tie.participants {
            again(&part.areas, &part.legs, &mut part.domains);
        }
    }
}

fn planned_counts(out: &mut Dataset, ground: Ground<'_>) {
    let promote = |state: State| match state {
        State::Proposed | State::Negotiating | State::Agreed | State::Unconfirmed => State::Active,
        other => other,
    };
    for (tie, base) in out.ties.iter_mut().zip(&ground.dataset.ties) {
        for (part, coded) in tie.participants.iter_mut().zip(&base.participants) {
            part.state = promote(ground.state(base, coded));
        }
        tie.state = promote(ground.own_state(base));
        // The states are those of the day; the calendar has been read.
        tie.period = Period::default();
    }
}

fn groupings_count(out: &mut Dataset, ground: Ground<'_>) {
    for (tie, base) in out.ties.iter_mut().zip(&ground.dataset.ties) {
        for part in &base.participants {
            if ground.dataset.actor(part.actor).kind != ActorKind::Grouping {
                continue;
            }
            for member in ground.dataset.members_on(part.actor, ground.dates.as_of) {
                // Named beats grouping.
                if base.participant(member).is_none() && tie.participant(member).is_none() {
                    tie.participants.push(Participant { actor: member, ..part.clone() });
                }
            }
        }
    }
}

/// What a coding gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recoded {
    /// The coding; none for the baseline.
    pub coding: Option<Coding>,
    /// |A| of each unit of the baseline by its id; none for a unit that is none under this coding.
    pub active: BTreeMap<String, Option<usize>>,
    /// The counts of the four directions.
    pub gaps: Gaps,
}

/// The dataset as it would be under every alternative coding, in their order.
pub fn recoded(ground: Ground<'_>) -> Vec<(Coding, Dataset)> {
    Coding::ALL.par_iter().map(|&coding| (coding, coding.apply(ground))).collect()
}

/// The baseline and every alternative coding.
pub fn codings(ground: Ground<'_>) -> Vec<Recoded> {
    codings_of(ground, &recoded(ground), None)
}

/// The same for datasets that are recoded already, with the gaps of one direction alone, by its id.
pub fn codings_of(
    ground: Ground<'_>,
    recoded: &[(Coding, Dataset)],
    direction: Option<&str>,
) -> Vec<Recoded> {
    let base = Perimeter::of(ground);
    let one = |coding: Option<Coding>, ground: Ground<'_>, core: &[Kind]| {
        let perimeter = Perimeter::with(ground, core);
        let domains = (0..ground.dataset.domains.len() as u8).map(|i| Column::Domain(DomainId(i))).collect();
        let units = base.units.iter().filter_map(|id| ground.dataset.actor_id(id)).collect();
        let matrix = Matrix::new(ground, units, domains);
        let rows = base.units.iter().zip(&matrix.cells).map(|(id, row)| {
            // A grouping inside a larger one is reached, not expanded.
            let groupings = coding == Some(Coding::GroupingsCount);
            let counts =
                |c: CellClass| c == CellClass::ActiveNamed || groupings && c == CellClass::ThroughGrouping;
            let n = row.iter().filter(|c| counts(c.class)).count();
            (id.clone(), perimeter.units.contains(id).then_some(n))
        });
        Recoded { coding, active: rows.collect(), gaps: gaps_of(ground, &perimeter, direction) }
    };
    // The order of the results is that of the codings, on any number of threads.
    (0..=recoded.len())
        .into_par_iter()
        .map(|i| match i.checked_sub(1).map(|i| &recoded[i]) {
            None => one(None, ground, &Kind::CORE),
            Some((coding, dataset)) => {
                one(Some(*coding), Ground { dataset, dates: ground.dates }, coding.core())
            }
        })
        .collect()
}
