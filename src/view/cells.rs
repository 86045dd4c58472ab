//! Coverage matrices on the wire.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Label;
use crate::dataset::{Dataset, Word};
use crate::gap::{Cell, CellClass, Column, Counts, Matrix};

/// An id with its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// Id.
    pub id: String,
    /// Names.
    pub names: Label,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellView {
    /// active, planned, grouping, absent or silent; of a selection also outside, which says nothing of the documents.
    pub class: &'static str,
    /// Ties that give it.
    pub ties: Vec<String>,
    /// Groupings through which the unit is reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// The closed list that omits the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Whether it has this value by additional sources alone, which no machine checks.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub additional: bool,
    /// Instruments of the column's kind that name the unit without a word of the state that they are in: they give no value,
    /// and yet the documents are not silent. In a matrix of kinds, for cells that are not on record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsaid: Vec<String>,
}

/// Counts with their denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountsView {
    /// |A|
    pub active: usize,
    /// |B|
    pub planned: usize,
    /// |C|
    pub grouping: usize,
    /// |✗|
    pub absent: usize,
    /// |·|
    pub silent: usize,
    /// Outside the selection.
    #[serde(skip_serializing_if = "is_none_there")]
    pub outside: usize,
    /// N
    pub total: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none_there(n: &usize) -> bool {
    *n == 0
}

impl From<Counts> for CountsView {
    fn from(c: Counts) -> CountsView {
        CountsView {
            active: c.active,
            planned: c.planned,
            grouping: c.grouping,
            absent: c.absent,
            silent: c.silent,
            outside: c.outside,
            total: c.total(),
        }
    }
}

/// Units against columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixView {
    /// What it shows.
    pub id: &'static str,
    /// Title.
    pub title: Label,
    /// Units.
    pub rows: Vec<Named>,
    /// Columns.
    pub columns: Vec<Named>,
    /// One list of cells per unit.
    pub cells: Vec<Vec<CellView>>,
    /// Counts of each column.
    pub column_counts: Vec<CountsView>,
    /// Counts of each row.
    pub row_counts: Vec<CountsView>,
    /// Counts of all cells.
    pub counts: CountsView,
}

/// The words for the values.
pub fn class_label(class: CellClass) -> Label {
    let (fr, en) = match class {
        CellClass::ActiveNamed => ("en cours, nommé", "running, named"),
        CellClass::PlannedNamed => ("prévu ou signé, nommé", "planned or signed, named"),
        CellClass::ThroughGrouping => ("par un groupement", "through a grouping"),
        CellClass::EstablishedAbsence => ("absence établie", "established absence"),
        CellClass::NotOnRecord => ("absent du corpus", "not on record"),
        CellClass::OutsideSelection => ("hors de la sélection", "outside the selection"),
    };
    super::words::say(fr, en)
}

/// A column's id and names.
pub(super) fn column(dataset: &Dataset, column: Column) -> Named {
    match column {
        Column::Domain(d) => {
            let domain = &dataset.domains[d.0 as usize];
            Named { id: domain.id.clone(), names: (&domain.name).into() }
        }
        Column::Area(a) => {
            let area = &dataset.areas[a.0 as usize];
            Named { id: area.id.clone(), names: (&area.name).into() }
        }
        Column::Leg(l) => {
            let leg = &dataset.legs[l.0 as usize];
            Named { id: leg.id.clone(), names: (&leg.name).into() }
        }
        Column::Kind(k) => {
            let names = dataset.kind(k).map(|i| Label::from(&i.name)).unwrap_or_default();
            Named { id: k.word().to_owned(), names }
        }
    }
}

fn cell(dataset: &Dataset, cell: &Cell) -> CellView {
    CellView {
        class: cell.class.word(),
        ties: cell.ties.iter().map(|&t| dataset.tie(t).id.clone()).collect(),
        via: cell.via.iter().map(|&a| dataset.actor(a).id.clone()).collect(),
        list: cell.list.map(|l| dataset.lists[l.0 as usize].id.clone()),
        additional: !cell.ties.is_empty() && cell.ties.iter().all(|&t| !dataset.tie(t).additional.is_empty()),
        unsaid: Vec::new(),
    }
}

/// A matrix on the wire.
pub(super) fn matrix(dataset: &Dataset, id: &'static str, title: Label, matrix: &Matrix) -> MatrixView {
    let rows = matrix
        .units
        .iter()
        .map(|&u| Named { id: dataset.actor(u).id.clone(), names: (&dataset.actor(u).name).into() })
        .collect();
    MatrixView {
        id,
        title,
        rows,
        columns: matrix.columns.iter().map(|&c| column(dataset, c)).collect(),
        cells: matrix.cells.iter().map(|row| row.iter().map(|c| cell(dataset, c)).collect()).collect(),
        column_counts: (0..matrix.columns.len()).map(|c| matrix.column_counts(c).into()).collect(),
        row_counts: matrix.cells.iter().map(|row| Counts::of(row).into()).collect(),
        counts: matrix.counts().into(),
    }
}
