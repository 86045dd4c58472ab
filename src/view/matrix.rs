//! Partners against kinds of instrument, domains or areas, in an order in which structure shows.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{MatrixView, matrix};
use super::names::Label;
use super::network::{
    DatasetView, DatesView, KindView, TieView, dataset_view, dates_view, kinds_view, tie_view,
};
use super::selection::{Chosen, chosen};
use super::words::{self, say};
use crate::dataset::{ActorId, ActorKind, AreaId, DomainId, Kind, Polarity, State, Stratum, TieId, Word};
use crate::explorer::{Explorer, filter_options};
use crate::gap::{Cell, CellClass, Column, Counts, Ground, Matrix, Selection};
use crate::network::Filter;

/// What the partners are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Against {
    /// Kinds of instrument.
    Kinds,
    /// Domains of direction 1.
    Domains,
    /// Areas.
    Areas,
}

impl Word for Against {
    const WHAT: &'static str = "set of columns";
    const ALL: &'static [Self] = &[Against::Kinds, Against::Domains, Against::Areas];
    fn word(self) -> &'static str {
        match self {
            Against::Kinds => "kinds",
            Against::Domains => "domains",
            Against::Areas => "areas",
        }
    }
}

/// Whose rows there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Units {
    /// Holders of an active core instrument: the units of direction 1.
    Core,
    /// Every country and grouping that a known tie names.
    Named,
}

impl Word for Units {
    const WHAT: &'static str = "set of rows";
    const ALL: &'static [Self] = &[Units::Core, Units::Named];
    fn word(self) -> &'static str {
        match self {
            Units::Core => "core",
            Units::Named => "named",
        }
    }
}

/// A closed list and the places in which it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListView {
    /// Id.
    pub id: String,
    /// The places, in words.
    pub places: Label,
    /// Code of the kind that it lists.
    pub kind: &'static str,
    /// Days of the documents in which it stands, the earliest first.
    pub dates: Vec<String>,
}

/// Partners against columns, with what a picture or a report needs beside the cells.
///
/// Rows stand by stratum (enlargement, neighbourhood, others, and last the groupings), then like the columns by fill:
/// most cells running and named first, then most planned, then most through a grouping, then fewest established
/// absences, then by id. Sorting both margins by fill packs a nested matrix towards one corner, so that a hole in it
/// shows.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PartnersMatrix {
    /// The columns.
    pub against: &'static str,
    /// The rows.
    pub units: &'static str,
    /// The cells.
    pub matrix: MatrixView,
    /// The stratum of each row: member-state, enlargement, neighbourhood, others or groupings.
    pub strata: Vec<&'static str>,
    /// Every tie that a cell cites.
    pub ties: Vec<TieView>,
    /// Every closed list that a cell cites.
    pub lists: Vec<ListView>,
    /// Names of the groupings that reach a row, by id.
    pub groupings: Vec<super::cells::Named>,
    /// Known actions that name no country and no grouping: outside every cell.
    pub without_partner: usize,
    /// The words of every kind, for the codes in a picture; no part of the wire.
    #[serde(skip)]
    pub kinds: Vec<KindView>,
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

/// The word of the groupings among the strata.
pub const GROUPINGS: &str = "groupings";

/// Units against columns on the explorer's dates.
pub fn partners_matrix(explorer: &Explorer, against: Against, units: Units) -> PartnersMatrix {
    matrix_of(explorer, &Filter::default(), against, units)
}

/// The same of a selection: rows by kind of actor and focus, ties by everything; columns and what the rows are chosen
/// from stay those of the whole.
pub fn matrix_of(explorer: &Explorer, filter: &Filter, against: Against, units: Units) -> PartnersMatrix {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let selection = Selection::new(ground, filter);
    let rows = match units {
        Units::Core => ground.holders(&Kind::CORE),
        Units::Named => named(ground, filter.split_eu),
    };
    let found = Matrix::selected(&selection, rows, columns(ground, against));
    let strata: Vec<&'static str> = found.units.iter().map(|&u| stratum(ground, u)).collect();
    let order = rows_in_order(&found, &strata);
    let strata: Vec<&'static str> = order.iter().map(|&i| strata[i]).collect();
    let sorted = permuted(&found, &order, &columns_in_order(&found, ground));
    let cells = || sorted.cells.iter().flatten();
    let ties: BTreeSet<TieId> = cells().flat_map(|c| c.ties.iter().copied()).collect();
    let lists: BTreeSet<_> = cells().filter_map(|c| c.list).collect();
    let via: BTreeSet<ActorId> = cells().flat_map(|c| c.via.iter().copied()).collect();
    let mut shown = matrix(dataset, "partners", title(against, units), &sorted);
    let unsaid = name_unsaid(ground, &sorted, &mut shown);
    let ties: BTreeSet<TieId> = ties.into_iter().chain(unsaid).collect();
    let partner = |a: ActorId| matches!(dataset.actor(a).kind, ActorKind::Partner | ActorKind::Grouping);
    PartnersMatrix {
        against: against.word(),
        units: units.word(),
        matrix: shown,
        strata,
        ties: ties.into_iter().map(|t| tie_view(explorer, t)).collect(),
        lists: lists
            .into_iter()
            .map(|l| {
                let list = &dataset.lists[l.0 as usize];
                let places: Vec<Label> = list.evidence.iter().map(|e| words::place(&e.at)).collect();
                let days: BTreeSet<String> =
                    list.evidence.iter().map(|e| dataset.source(e.source).date.to_string()).collect();
                ListView {
                    id: list.id.clone(),
                    places: words::enumerate(&places),
                    kind: list.kind.word(),
                    dates: days.into_iter().collect(),
                }
            })
            .collect(),
        groupings: via
            .into_iter()
            .map(|a| super::cells::Named { id: dataset.actor(a).id.clone(), names: words::actor(dataset, a) })
            .collect(),
        without_partner: ground
            .ties()
            .filter(|(_, t)| t.is_action() && !t.participants.iter().any(|p| partner(p.actor)))
            .count(),
        command: explorer.command(&format!(
            "draw matrix --against {} --units {}{}",
            against.word(),
            units.word(),
            filter_options(explorer, filter)
        )),
        kinds: kinds_view(dataset),
        selection: chosen(dataset, filter),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

/// Writes into the cells of a matrix of kinds that are not on record which instruments name the unit without a word of
/// their state; gives these instruments.
fn name_unsaid(ground: Ground<'_>, found: &Matrix, shown: &mut MatrixView) -> Vec<TieId> {
    let mut out = Vec::new();
    for (id, tie) in ground.ties() {
        let Some(kind) = tie.instrument_kind().filter(|_| tie.polarity == Polarity::Cooperative) else {
            continue;
        };
        let Some(column) = found.columns.iter().position(|c| *c == Column::Kind(kind)) else { continue };
        for part in tie.participants.iter().filter(|p| ground.state(tie, p) == State::Unknown) {
            let Some(row) = found.units.iter().position(|u| *u == part.actor) else { continue };
            if found.cells[row][column].class == CellClass::NotOnRecord {
                shown.cells[row][column].unsaid.push(tie.id.clone());
                out.push(id);
            }
        }
    }
    out
}

fn title(against: Against, units: Units) -> Label {
    let (fr, en) = match units {
        Units::Core => ("Partenariats et dialogues numériques", "Digital partnerships and dialogues"),
        Units::Named => ("Tous les partenaires nommés", "Every partner named"),
    };
    let (contre, over) = match against {
        Against::Kinds => ("par type d’instrument", "by kind of instrument"),
        Against::Domains => ("face aux domaines promis", "against the promised domains"),
        Against::Areas => ("par domaine technologique", "by technology area"),
    };
    say(format!("{fr} {contre}"), format!("{en} {over}"))
}

/// Countries and groupings that take part in a known tie, by id; Member States where the EU is split into them.
fn named(ground: Ground<'_>, split: bool) -> Vec<ActorId> {
    let actors: BTreeSet<ActorId> =
        ground.ties().flat_map(|(_, t)| t.participants.iter().map(|p| p.actor)).collect();
    let wanted = |a: &ActorId| match ground.dataset.actor(*a).kind {
        ActorKind::Partner | ActorKind::Grouping => true,
        ActorKind::MemberState => split,
        _ => false,
    };
    ground.sorted(actors.into_iter().filter(wanted))
}

/// The columns: all domains or areas; of the kinds those of which something cooperative is known with a partner, and the core kinds.
fn columns(ground: Ground<'_>, against: Against) -> Vec<Column> {
    let dataset = ground.dataset;
    match against {
        Against::Domains => (0..dataset.domains.len() as u8).map(|i| Column::Domain(DomainId(i))).collect(),
        Against::Areas => (0..dataset.areas.len() as u8).map(|i| Column::Area(AreaId(i))).collect(),
        Against::Kinds => {
            let known: BTreeSet<Kind> = ground
                .ties()
                .filter(|(_, t)| t.polarity == Polarity::Cooperative)
                .filter_map(|(_, t)| t.instrument_kind())
                .chain(Kind::CORE)
                .filter(|k| !matches!(k, Kind::Action | Kind::Member | Kind::Forum))
                .collect();
            known.into_iter().map(Column::Kind).collect()
        }
    }
}

fn stratum(ground: Ground<'_>, unit: ActorId) -> &'static str {
    let actor = ground.dataset.actor(unit);
    match actor.kind {
        ActorKind::Grouping => GROUPINGS,
        ActorKind::MemberState => "member-state",
        _ => actor.stratum.unwrap_or(Stratum::Others).word(),
    }
}

/// What sorts a row or a column: the fuller first.
fn fill<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> impl Ord {
    let c = Counts::of(cells);
    (Reverse(c.active), Reverse(c.planned), Reverse(c.grouping), c.absent)
}

fn rows_in_order(found: &Matrix, strata: &[&str]) -> Vec<usize> {
    const STRATA: [&str; 5] = ["member-state", "enlargement", "neighbourhood", "others", GROUPINGS];
    let place = |i: usize| STRATA.iter().position(|s| *s == strata[i]).unwrap_or(STRATA.len());
    let mut order: Vec<usize> = (0..found.units.len()).collect();
    // The units come by id, and the sort is stable.
    order.sort_by_cached_key(|&i| (place(i), fill(&found.cells[i])));
    order
}

fn columns_in_order(found: &Matrix, ground: Ground<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.columns.len()).collect();
    let id = |c: usize| super::cells::column(ground.dataset, found.columns[c]).id;
    // «D10» comes after «D9».
    order.sort_by_cached_key(|&c| (fill(found.column(c)), id(c).len(), id(c)));
    order
}

fn permuted(found: &Matrix, rows: &[usize], columns: &[usize]) -> Matrix {
    Matrix {
        units: rows.iter().map(|&r| found.units[r]).collect(),
        columns: columns.iter().map(|&c| found.columns[c]).collect(),
        cells: rows.iter().map(|&r| columns.iter().map(|&c| found.cells[r][c].clone()).collect()).collect(),
    }
}

/// The value of a cell by its word.
pub fn class_of(word: &str) -> CellClass {
    CellClass::ALL.iter().copied().find(|c| c.word() == word).unwrap_or(CellClass::NotOnRecord)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(class: CellClass) -> Cell {
        Cell { class, ties: Vec::new(), via: Vec::new(), list: None }
    }

    /// `A`, `B`, `C`, `x`, `.` as cells.
    fn found(rows: &[&str]) -> Matrix {
        let class = |c| match c {
            'A' => CellClass::ActiveNamed,
            'B' => CellClass::PlannedNamed,
            'C' => CellClass::ThroughGrouping,
            'x' => CellClass::EstablishedAbsence,
            _ => CellClass::NotOnRecord,
        };
        Matrix {
            units: (0..rows.len() as u32).map(ActorId).collect(),
            columns: (0..rows[0].len() as u8).map(|i| Column::Domain(DomainId(i))).collect(),
            cells: rows.iter().map(|r| r.chars().map(|c| cell(class(c))).collect()).collect(),
        }
    }

    #[test]
    fn the_fuller_row_comes_first_within_its_stratum() {
        let found = found(&["...", "xA.", ".A.", "AB.", "A.."]);
        let order = rows_in_order(&found, &["others"; 5]);
        // One running and one planned; one running; the same (the earlier id first); the same with an absence; nothing.
        assert_eq!(order, [3, 2, 4, 1, 0]);
        let strata = [GROUPINGS, "others", "neighbourhood", "others", "enlargement"];
        assert_eq!(rows_in_order(&found, &strata), [4, 2, 3, 1, 0]);
    }

    #[test]
    fn a_nested_matrix_is_packed_into_the_corner() {
        let found = found(&["A.", "AA"]);
        let sorted = permuted(&found, &rows_in_order(&found, &["others"; 2]), &[0, 1]);
        let classes: Vec<&str> = sorted.cells.iter().flatten().map(|c| c.class.word()).collect();
        assert_eq!(classes, ["active", "active", "active", "silent"]);
    }
}
