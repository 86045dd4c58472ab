//! The cells of a selection: what the documents say by the ties that are looked at, and where they say something by others.

use super::cells::{Cell, CellClass, Column, Ground, Matrix, Reaching};
use crate::dataset::{ActorId, ActorKind, Tie};
use crate::network::{Class, Filter, Network};

/// What of the ties is looked at on a ground.
///
/// A filter chooses among ties, by the part that reaches the unit: its state, areas, domains and kind. Kinds of actor
/// and a focus choose among rows as well. Columns always stay, so that a matrix of a selection can be laid over the
/// whole. A tie that joins a partner to the EU alone joins nobody without the EU, nor when the EU is split into its
/// Member States, who are party through it.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    ground: Ground<'a>,
    filter: &'a Filter,
    /// The network around the focus, where there is one.
    around: Option<Network>,
}

impl<'a> Selection<'a> {
    /// What a filter chooses on a ground.
    pub fn new(ground: Ground<'a>, filter: &'a Filter) -> Selection<'a> {
        let mut near = filter.clone();
        if near.classes.is_empty() {
            near.classes = vec![Class::Stated, Class::Derived, Class::Additional];
        }
        let around = filter.focus.map(|_| Network::new(ground.dataset, ground.dates, &near));
        Selection { ground, filter, around }
    }

    /// Whether nothing is left out of a matrix. From which level on tables join is no question of a matrix.
    pub fn is_everything(&self) -> bool {
        let (level, depth) = (self.filter.level, self.filter.depth);
        *self.filter == Filter { level, depth, ..Filter::default() }
    }

    /// Whether an actor has a row.
    pub fn admits_unit(&self, unit: ActorId) -> bool {
        let kind = self.ground.dataset.actor(unit).kind;
        let of_kind = self.filter.kinds.is_empty() || self.filter.kinds.contains(&kind);
        of_kind && self.around.as_ref().is_none_or(|near| near.actors().any(|a| a == unit))
    }

    fn admits(&self, reaching: Reaching<'_>) -> bool {
        let Reaching { id, tie, part, is_named } = reaching;
        let state = self.ground.state(tie, part);
        let class = match (is_named, tie.is_additional()) {
            (false, _) => Class::Derived,
            (true, true) => Class::Additional,
            (true, false) => Class::Stated,
        };
        (self.filter.classes.is_empty() || self.filter.classes.contains(&class))
            && self.filter.admits_part(part, state)
            && self.filter.admits_tie(tie, state)
            && self.around.as_ref().is_none_or(|near| near.ties.contains_key(&id))
            && (!(self.filter.without_eu || self.filter.split_eu) || self.joins_without_the_eu(tie))
    }

    fn joins_without_the_eu(&self, tie: &Tie) -> bool {
        let counts = |a: ActorId| match self.ground.dataset.actor(a).kind {
            ActorKind::Hub => false,
            ActorKind::MemberState => self.filter.split_eu,
            _ => true,
        };
        tie.participants.iter().filter(|p| counts(p.actor)).count() > 1
    }

    /// The cells of a unit. What the documents leave silent or establish as absent stays so in every selection.
    pub fn row(&self, unit: ActorId, columns: &[Column]) -> Vec<Cell> {
        let whole = self.ground.row(unit, columns);
        if self.is_everything() {
            return whole;
        }
        let chosen = self.ground.row_by(unit, columns, |reaching| self.admits(reaching));
        let outside =
            Cell { class: CellClass::OutsideSelection, ties: Vec::new(), via: Vec::new(), list: None };
        let of = |(chosen, whole): (Cell, Cell)| match whole.class {
            _ if !chosen.ties.is_empty() => chosen,
            CellClass::EstablishedAbsence | CellClass::NotOnRecord => whole,
            _ => outside.clone(),
        };
        chosen.into_iter().zip(whole).map(of).collect()
    }
}

impl Matrix {
    /// Fills units × columns with what is selected; units without a row in the selection are left out.
    pub fn selected(selection: &Selection<'_>, units: Vec<ActorId>, columns: Vec<Column>) -> Matrix {
        let units: Vec<ActorId> = units.into_iter().filter(|&u| selection.admits_unit(u)).collect();
        let cells = units.iter().map(|&u| selection.row(u, &columns)).collect();
        Matrix { units, columns, cells }
    }
}
