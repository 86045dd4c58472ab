//! The matrix as SVG.

use super::matrix::{CellSpot, MatrixLayout, fitted, value};
use super::matrix_signs::{Sign, Way, is_later};
use super::options::Options;
use super::paint::{frame, open, star, tie_title};
use super::paint_wheel::STAR;
use super::phrases::Phrase;
use super::sheet::{Head, said};
use super::svg::{Svg, Writer, num};
use super::text::{Anchor, Label};
use super::wheel::Point;
use crate::dataset::Word;
use crate::gap::CellClass;
use crate::view::{CellView, Lang, PartnersMatrix, class_label};

/// Half the size of a sign.
const SIGN: f64 = 3.2;

/// The matrix of a view.
pub fn matrix(view: &PartnersMatrix, options: &Options) -> Svg {
    let layout = MatrixLayout::new(view, options);
    let fitted = fitted(view);
    let view = &*fitted;
    let lang = options.lang;
    let mut w = Writer::default();
    let words = format!("{} {}", layout.frame.sentence, described(view, lang));
    open(&mut w, "matrix", (layout.width, layout.height), &layout.frame.title, &words, options);
    w.open("g", &[("class", "lines".to_owned()), ("aria-hidden", "true".to_owned())]);
    let (left, right) = layout.span;
    for (y, strong) in &layout.lines {
        let class = if *strong { "rule" } else { "hair" };
        w.path(class, format!("M{} {}H{}", num(left), num(*y), num(right)));
    }
    w.close();
    w.open("g", &[("class", "heads".to_owned())]);
    layout.heads.iter().for_each(|h| head(&mut w, h));
    layout.strata.iter().chain(&layout.rows).for_each(|l| w.label(l));
    w.close();
    w.open("g", &[("class", "cells".to_owned())]);
    layout.cells.iter().for_each(|c| cell(&mut w, view, c, lang));
    w.close();
    w.open("g", &[("class", "totals".to_owned())]);
    layout.totals.iter().for_each(|l| w.label(l));
    w.close();
    w.open("g", &[("class", "legend".to_owned())]);
    for (drawn, at, label) in &layout.legend {
        w.open("g", &[("class", format!("entry {}", drawn.classes()))]);
        sign(&mut w, *drawn, *at);
        w.label(label);
        w.close();
    }
    if let Some((at, label)) = &layout.star {
        star(&mut w, *at, STAR);
        w.label(label);
    }
    w.close();
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

/// A head, level or turned.
fn head(w: &mut Writer, head: &Head) {
    if !head.turned {
        return w.label(&head.label);
    }
    let turn = format!("rotate(-90 {} {})", num(head.label.x), num(head.label.y));
    w.open("g", &[("transform", turn)]);
    w.label(&head.label);
    w.close();
}

/// The sign of a value: disc, ring, diamond, cross, point; a square for what actions alone give, a question mark for a state
/// that is not said, a dash for what a selection leaves out.
pub(super) fn sign(w: &mut Writer, sign: Sign, at: Point) {
    let (x, y) = (at.x, at.y);
    match sign.class {
        _ if sign.way == Way::Unsaid => {
            let mark = Label::line("?", x, y + 2.6, 7.4, "name").bold();
            w.label(&mark.anchored(Anchor::Middle));
        }
        CellClass::ActiveNamed | CellClass::PlannedNamed if sign.way == Way::Action => {
            let half = SIGN - 0.5;
            let d = format!("M{} {}h{s}v{s}h-{s}z", num(x - half), num(y - half), s = num(2.0 * half));
            w.path("sign", d);
        }
        CellClass::ActiveNamed => w.circle("sign", x, y, SIGN),
        CellClass::PlannedNamed => w.circle("sign", x, y, SIGN - 0.3),
        CellClass::ThroughGrouping => {
            let s = SIGN + 0.4;
            let d = format!("M{} {}l{s} {s}l-{s} {s}l-{s} -{s}z", num(x), num(y - s), s = num(s));
            w.path("sign", d);
        }
        CellClass::EstablishedAbsence => {
            let s = SIGN - 1.3;
            let (a, b) = (num(x - s), num(x + s));
            let (top, low) = (num(y - s), num(y + s));
            w.path("sign", format!("M{a} {top}L{b} {low}M{a} {low}L{b} {top}"));
        }
        CellClass::NotOnRecord => w.circle("sign", x, y, 0.8),
        CellClass::OutsideSelection => {
            w.path("sign", format!("M{} {}H{}", num(x - SIGN + 0.6), num(y), num(x + SIGN - 0.6)));
        }
    }
}

fn cell(w: &mut Writer, view: &PartnersMatrix, spot: &CellSpot, lang: Lang) {
    let cell = &view.matrix.cells[spot.row][spot.column];
    let class = value(cell);
    let drawn = Sign::of(view, cell);
    w.open(
        "g",
        &[
            ("class", format!("cell {}", drawn.classes())),
            ("role", "graphics-symbol img".to_owned()),
            ("data-row", view.matrix.rows[spot.row].id.clone()),
            ("data-column", view.matrix.columns[spot.column].id.clone()),
            ("data-value", class.word().to_owned()),
            ("data-ties", cell.ties.join(" ")),
        ],
    );
    w.text("title", &[], &cell_title(view, spot, cell, lang));
    let area = &spot.area;
    w.empty(
        "rect",
        &[
            ("class", "box".to_owned()),
            ("x", num(area.x)),
            ("y", num(area.y)),
            ("width", num(area.width)),
            ("height", num(area.height)),
        ],
    );
    sign(w, drawn, spot.sign);
    if cell.additional {
        star(w, Point { x: spot.sign.x + 6.4, y: spot.sign.y - 1.6 }, STAR);
    }
    if let Some(label) = &spot.through {
        w.label(label);
    }
    w.close();
}

/// A cell in words: who, what, its value, through what.
fn cell_title(view: &PartnersMatrix, spot: &CellSpot, cell: &CellView, lang: Lang) -> String {
    let row = view.matrix.rows[spot.row].names.get(lang);
    let column = view.matrix.columns[spot.column].names.get(lang);
    let mut words = format!("{row}, {column}: {}", class_label(value(cell)).get(lang));
    if is_later(view, cell) {
        words.push_str(&format!(", {}", Phrase::ByLater.get(lang)));
    }
    if value(cell) == CellClass::OutsideSelection {
        words.push_str(said(
            lang,
            "; les documents en disent quelque chose, que rien de choisi ne dit",
            "; the documents say something of it, but by nothing that was chosen",
        ));
    }
    if cell.additional {
        words.push_str(&format!(" ({})", Phrase::AdditionalAlone.get(lang)));
    }
    let via: Vec<&str> =
        view.groupings.iter().filter(|g| cell.via.contains(&g.id)).map(|g| g.names.get(lang)).collect();
    if !via.is_empty() {
        words.push_str(&format!(" ({})", via.join(", ")));
    }
    if let Some(list) = cell.list.as_ref().and_then(|id| view.lists.iter().find(|l| l.id == *id)) {
        let omits = said(lang, "la liste fermée ne le cite pas", "the closed list omits it");
        words.push_str(&format!(": {omits} ({})", list.places.get(lang)));
    }
    for id in cell.ties.iter().chain(&cell.unsaid) {
        if let Some(tie) = view.ties.iter().find(|t| t.id == *id) {
            words.push_str(&format!("; {}", tie_title(tie, lang)));
        }
    }
    words
}

/// The columns in words, for those who listen.
fn described(view: &PartnersMatrix, lang: Lang) -> String {
    let m = &view.matrix;
    let column = |(c, counts): (&crate::view::Named, &crate::view::CountsView)| match lang {
        Lang::Fr => format!(
            "{}: {} en cours, {} {}, sur {}.",
            c.names.fr,
            counts.active,
            counts.planned,
            if counts.planned < 2 { "prévu ou signé" } else { "prévus ou signés" },
            counts.total
        ),
        Lang::En => format!(
            "{}: {} running, {} planned or signed, of {}.",
            c.names.en, counts.active, counts.planned, counts.total
        ),
    };
    m.columns.iter().zip(&m.column_counts).map(column).collect::<Vec<_>>().join(" ")
}
