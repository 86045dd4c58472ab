//! The external check: how many of the gaps one official text per unit closes. It measures the corpus, not the world.

use super::cells::{CellClass, Column, Ground, Matrix};
use crate::dataset::{ActorId, AdditionalFact, AreaId, DomainId, Kind, State};

/// Cells of one unit that are no gap by its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closed {
    /// Cells that are not running and named by the two documents.
    pub gaps: usize,
    /// Those of which the text says that something is running.
    pub running: Vec<Column>,
    /// Those of which it says that something is planned, and nothing is running, and that the documents do not have planned.
    pub planned: Vec<Column>,
}

/// One unit and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCheck {
    /// The unit.
    pub unit: ActorId,
    /// Index of its check in the layer; none when no text is known by then.
    pub check: Option<usize>,
    /// Domains.
    pub domains: Closed,
    /// Areas.
    pub areas: Closed,
}

/// The external check of all units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    /// The units in the order of their ids.
    pub units: Vec<UnitCheck>,
}

impl Calibration {
    /// Units with a text.
    pub fn found(&self) -> usize {
        self.units.iter().filter(|u| u.check.is_some()).count()
    }

    /// A number over all units: `calibration.sum(|u| u.domains.gaps)`.
    pub fn sum(&self, of: impl Fn(&UnitCheck) -> usize) -> usize {
        self.units.iter().map(of).sum()
    }
}

/// Holds each core unit against the latest of its texts that was out on the dates. The ground is the documents' alone.
pub fn calibration(ground: Ground<'_>) -> Calibration {
    let dataset = ground.dataset;
    let day = ground.dates.known.min(ground.dates.as_of);
    let domains = (0..dataset.domains.len() as u8).map(|d| Column::Domain(DomainId(d))).collect();
    let areas = (0..dataset.areas.len() as u8).map(|a| Column::Area(AreaId(a))).collect();
    let units = ground.holders(&Kind::CORE);
    let domains = Matrix::new(ground, units.clone(), domains);
    let areas = Matrix::new(ground, units.clone(), areas);
    let units = units
        .into_iter()
        .enumerate()
        .map(|(row, unit)| {
            let check = dataset.additional.check_of(unit, day);
            let facts: &[AdditionalFact] = check.map_or(&[], |c| &c.facts);
            UnitCheck {
                unit,
                check: check.and_then(|c| dataset.additional.checks.iter().position(|x| x == c)),
                domains: closed(&domains, row, facts),
                areas: closed(&areas, row, facts),
            }
        })
        .collect();
    Calibration { units }
}

fn closed(matrix: &Matrix, row: usize, facts: &[AdditionalFact]) -> Closed {
    let mut out = Closed::default();
    for (column, cell) in matrix.columns.iter().zip(&matrix.cells[row]) {
        if cell.class == CellClass::ActiveNamed {
            continue;
        }
        out.gaps += 1;
        let says = |state: State| facts.iter().any(|f| f.state == state && covers(f, *column));
        if says(State::Active) {
            out.running.push(*column);
        } else if says(State::Proposed) && cell.class != CellClass::PlannedNamed {
            out.planned.push(*column);
        }
    }
    out
}

fn covers(fact: &AdditionalFact, column: Column) -> bool {
    match column {
        Column::Domain(d) => fact.domains.contains(&d),
        Column::Area(a) => fact.areas.contains(&a),
        Column::Leg(l) => fact.legs.contains(&l),
        Column::Kind(_) => false,
    }
}
