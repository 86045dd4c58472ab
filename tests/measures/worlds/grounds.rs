//! What a cell rests on.

use relier::dataset::{Closure, Dataset, Evidence, Polarity, State, Tie};
use relier::gap::{CellClass, Column, Ground, Matrix};
use relier::network::Dates;

/// Every value rests on what its definition asks for, and the five values add up to N.
#[track_caller]
pub(crate) fn has_grounds(dataset: &Dataset, dates: Dates, matrix: &Matrix) {
    let ground = Ground { dataset, dates };
    let counts = matrix.counts();
    assert_eq!(counts.total(), matrix.units.len() * matrix.columns.len());
    assert_eq!(
        counts.active + counts.planned + counts.grouping + counts.absent + counts.silent,
        counts.total()
    );
    for (row, &unit) in matrix.cells.iter().zip(&matrix.units) {
        for (cell, column) in row.iter().zip(&matrix.columns) {
            let silent = matches!(cell.class, CellClass::EstablishedAbsence | CellClass::NotOnRecord);
            assert_eq!(cell.ties.is_empty(), silent);
            assert_eq!(cell.via.is_empty(), cell.class != CellClass::ThroughGrouping);
            assert_eq!(cell.list.is_some(), cell.class == CellClass::EstablishedAbsence);
            for &tie in &cell.ties {
                let tie = dataset.tie(tie);
                assert!(tie.polarity == Polarity::Cooperative && ground.knows(tie));
                let speakers = if cell.via.is_empty() { &[unit][..] } else { &cell.via[..] };
                let parts: Vec<_> = tie.participants.iter().filter(|p| speakers.contains(&p.actor)).collect();
                let quotes = || parts.iter().flat_map(|p| &p.evidence).map(|&i| &tie.evidence[i as usize]);
                assert!(quotes().next().is_some(), "a cell that quotes nothing");
                quotes().for_each(|e| is_verbatim(dataset, e));
                if cell.class == CellClass::ActiveNamed {
                    assert!(parts.iter().any(|p| ground.state(tie, p) == State::Active));
                }
            }
            if let Some(list) = cell.list.map(|l| &dataset.lists[l.0 as usize]) {
                assert_eq!((list.closure, *column), (Closure::Closed, Column::Kind(list.kind)));
                assert!(!list.evidence.is_empty());
                let names_it = |tie: &Tie| tie.list == cell.list && tie.participant(unit).is_some();
                assert!(!ground.ties().any(|(_, tie)| names_it(tie)), "the list does not omit it");
                list.evidence.iter().for_each(|e| is_verbatim(dataset, e));
            }
        }
    }
}

#[track_caller]
fn is_verbatim(dataset: &Dataset, evidence: &Evidence) {
    let document = &dataset.source(evidence.source).document;
    let passage = document.passage(&evidence.at).unwrap();
    assert!(passage.range.start <= evidence.start && evidence.end <= passage.range.end);
    assert_eq!(&document.text()[evidence.start..evidence.end], evidence.quote);
}

/// A quotation of each tie names the unit, or the grouping through which it is reached.
#[track_caller]
pub(crate) fn names_the_unit(dataset: &Dataset, matrix: &Matrix) {
    for (row, &unit) in matrix.cells.iter().zip(&matrix.units) {
        for cell in row {
            let speakers = if cell.via.is_empty() { &[unit][..] } else { &cell.via[..] };
            for &tie in &cell.ties {
                let tie = dataset.tie(tie);
                let named = tie.evidence.iter().any(|e| speakers.iter().any(|s| e.names.contains(s)));
                assert!(named, "{} does not name {:?}", tie.id, speakers);
            }
        }
    }
}
