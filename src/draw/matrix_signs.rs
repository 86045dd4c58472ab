//! The signs of a matrix: the value of a cell, and whether an instrument or an action alone gives it.

use super::matrix::value;
use crate::dataset::Word;
use crate::gap::CellClass;
use crate::view::{CellView, PartnersMatrix, TieView};

/// By what a cell has its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// By an instrument, with or without actions; or the value needs nothing.
    Plain,
    /// By actions alone.
    Action,
    /// An instrument names the partner, and nothing says in what state it is.
    Unsaid,
}

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// The value.
    pub class: CellClass,
    /// By what.
    pub way: Way,
}

impl Sign {
    /// The sign of a cell.
    pub(super) fn of(view: &PartnersMatrix, cell: &CellView) -> Sign {
        let class = value(cell);
        let named = matches!(class, CellClass::ActiveNamed | CellClass::PlannedNamed);
        let mut ties = ties(view, cell).peekable();
        let way = if class == CellClass::NotOnRecord && !cell.unsaid.is_empty() {
            Way::Unsaid
        } else if named && ties.peek().is_some() && ties.all(|t| t.kind == "ACTION") {
            Way::Action
        } else {
            Way::Plain
        };
        Sign { class, way }
    }

    /// Its classes in a picture.
    pub(super) fn classes(self) -> String {
        let way = match self.way {
            Way::Plain => "",
            Way::Action => " by-action",
            Way::Unsaid => " unsaid",
        };
        format!("v-{}{way}", self.class.word())
    }
}

/// The ties that give a cell its value.
pub(super) fn ties<'a>(view: &'a PartnersMatrix, cell: &CellView) -> impl Iterator<Item = &'a TieView> {
    cell.ties.iter().filter_map(|id| view.ties.iter().find(|t| t.id == *id))
}

/// Whether all that gives a cell its value is undated and stands in a text later than the day: the value is by that text.
pub(super) fn is_later(view: &PartnersMatrix, cell: &CellView) -> bool {
    let mut ties = ties(view, cell).peekable();
    !cell.ties.is_empty() && ties.peek().is_some() && ties.all(|t| t.by_text.is_some())
}

/// Every sign that occurs, with the number of its cells; in the order of the values.
pub(super) fn signs(view: &PartnersMatrix) -> Vec<(Sign, usize)> {
    let all: Vec<Sign> = view.matrix.cells.iter().flatten().map(|c| Sign::of(view, c)).collect();
    let ways = [Way::Plain, Way::Action, Way::Unsaid];
    let every = CellClass::ALL.iter().flat_map(|&class| ways.map(|way| Sign { class, way }));
    let counted = every.map(|sign| (sign, all.iter().filter(|s| **s == sign).count()));
    counted.filter(|(_, n)| *n > 0).collect()
}
