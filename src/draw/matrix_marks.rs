//! What stands below the sign of a cell: through what it is covered, or since when.

use super::matrix::{Grid, SMALL};
use super::matrix_words::undated;
use super::text::{Weight, width};
use crate::view::{CellView, Lang, PartnersMatrix, TieView};

/// What stands below the signs of a matrix.
pub(super) fn marks(view: &PartnersMatrix, grid: &Grid, lang: Lang) -> Vec<String> {
    let cells = view.matrix.cells.iter().flatten().filter(|_| grid.roomy);
    cells.filter_map(|c| through(view, c, grid.pitch - 1.0, lang)).collect()
}

/// Through what a cell is covered, as far as there is room.
pub(super) fn through(view: &PartnersMatrix, cell: &CellView, room: f64, lang: Lang) -> Option<String> {
    let ties: Vec<&TieView> =
        cell.ties.iter().filter_map(|id| view.ties.iter().find(|t| t.id == *id)).collect();
    if ties.is_empty() {
        return None;
    }
    let mut marks: Vec<String> = Vec::new();
    for tie in ties {
        let mark = match view.against {
            "kinds" => time_mark(tie),
            _ => Some(tie_mark(tie)),
        };
        marks.extend(mark.filter(|m| !marks.contains(m)));
    }
    marks.sort_by_key(|m| (view.against == "kinds").then(|| m.clone()));
    if marks.is_empty() {
        marks.push(undated(lang).to_owned());
    }
    let fits = |text: &str| width(text, SMALL, Weight::Regular) <= room;
    let shown = (1..=marks.len()).rev().find_map(|n| {
        let more = if n < marks.len() { format!(" +{}", marks.len() - n) } else { String::new() };
        let text = format!("{}{more}", marks[..n].join(" "));
        fits(&text).then_some(text)
    });
    shown.or_else(|| Some(format!("{}+", marks[0])).filter(|t| fits(t)))
}

/// The number of a row or example, the code of an instrument.
pub(super) fn tie_mark(tie: &TieView) -> String {
    match (tie.row, tie.example) {
        (Some(row), _) => row.to_string(),
        (None, Some(example)) => format!("e{example}"),
        _ => tie.kind.to_owned(),
    }
}

/// From when, until when or by when, as far as the source says.
fn time_mark(tie: &TieView) -> Option<String> {
    let year = |day: &str| day.split('-').next().unwrap_or_default().to_owned();
    // The end is the day after the last: a whole year ends on the first of January.
    let last = |day: &str| match day.strip_suffix("-01-01").and_then(|y| y.parse::<i32>().ok()) {
        Some(next) => (next - 1).to_string(),
        None => year(day),
    };
    let short = |year: &str| year.get(2..).unwrap_or(year).to_owned();
    match (&tie.valid.from, &tie.valid.to, &tie.valid.expected) {
        (Some(from), Some(to), _) if year(from) == last(to) => Some(year(from)),
        (Some(from), Some(to), _) => Some(format!("{}–{}", short(&year(from)), short(&last(to)))),
        (Some(from), None, _) => Some(year(from)),
        (None, Some(to), _) => Some(format!("–{}", last(to))),
        (None, None, Some(expected)) => Some(format!("→ {}", year(expected))),
        _ => None,
    }
}
