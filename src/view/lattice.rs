//! Which coverage implies which, on the wire.

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{Named, column};
use super::matrix::Against;
use super::network::{DatasetView, DatesView, dataset_view, dates_view};
use super::selection::{Chosen, chosen};
use super::words;
use crate::dataset::{AreaId, DomainId, Kind, Word};
use crate::explorer::{Explorer, filter_options};
use crate::gap::{CellClass, Column, Ground, Implications, Matrix, Selection, implications};
use crate::network::Filter;

/// Columns that the same units have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupView {
    /// The columns.
    pub columns: Vec<Named>,
    /// The units that have them.
    pub units: Vec<Named>,
}

/// An implication that one unit breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NearView {
    /// Index of the group that implies.
    pub from: usize,
    /// Index of the group that is implied.
    pub to: usize,
    /// Who has the first and not the second.
    pub exception: Named,
}

/// Implications between the columns of units × domains or areas; a unit has a column when something running names it
/// there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LatticeView {
    /// domains or areas.
    pub against: &'static str,
    /// How many units there are.
    pub units: usize,
    /// Columns by the units that have them.
    pub groups: Vec<GroupView>,
    /// `[a, b]`: whoever has group a also has group b; what follows from two of them is left out.
    pub covers: Vec<(usize, usize)>,
    /// Implications with one exception.
    pub near: Vec<NearView>,
    /// Columns that every unit has.
    pub everyone: Vec<Named>,
    /// Columns that no unit has.
    pub nobody: Vec<Named>,
    /// What was chosen; nothing for everything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selection: Vec<Chosen>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// The implications on the explorer's dates. Against the kinds there is none to look for: the kinds make the units.
pub fn lattice_view(explorer: &Explorer, against: Against) -> LatticeView {
    lattice_of(explorer, &Filter::default(), against)
}

/// The implications that hold in a selection: a unit has a column when something running that is selected names it there.
pub fn lattice_of(explorer: &Explorer, filter: &Filter, against: Against) -> LatticeView {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let columns: Vec<Column> = match against {
        Against::Areas => (0..dataset.areas.len() as u8).map(|a| Column::Area(AreaId(a))).collect(),
        _ => (0..dataset.domains.len() as u8).map(|d| Column::Domain(DomainId(d))).collect(),
    };
    let matrix = Matrix::selected(&Selection::new(ground, filter), ground.holders(&Kind::CORE), columns);
    let has: Vec<Vec<bool>> = matrix
        .cells
        .iter()
        .map(|row| row.iter().map(|c| c.class == CellClass::ActiveNamed).collect())
        .collect();
    let Implications { groups, covers, near, everyone, nobody } = implications(&has);
    let columns = |list: &[usize]| list.iter().map(|&c| column(dataset, matrix.columns[c])).collect();
    let unit = |u: usize| {
        let actor = matrix.units[u];
        Named { id: dataset.actor(actor).id.clone(), names: words::actor(dataset, actor) }
    };
    LatticeView {
        against: if against == Against::Areas { Against::Areas } else { Against::Domains }.word(),
        units: matrix.units.len(),
        groups: groups
            .iter()
            .map(|g| GroupView {
                columns: columns(&g.columns),
                units: g.units.iter().map(|&u| unit(u)).collect(),
            })
            .collect(),
        covers,
        near: near
            .iter()
            .map(|n| NearView { from: n.from, to: n.to, exception: unit(n.exception) })
            .collect(),
        everyone: columns(&everyone),
        nobody: columns(&nobody),
        command: explorer.command(&format!(
            "draw lattice --against {}{}",
            against.word(),
            filter_options(explorer, filter)
        )),
        selection: chosen(dataset, filter),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}
