//! The legend of a matrix: the signs that occur, in words, with the number of their cells.

use super::matrix::{Grid, MatrixLayout};
use super::matrix_signs::{Sign, is_later, signs};
use super::matrix_words::sign_words;
use super::phrases::Phrase;
use super::text::{Label, Weight, wrap};
use super::wheel::Point;
use crate::view::{Lang, PartnersMatrix};

impl MatrixLayout {
    /// The values in words, with their number; gives the height below them.
    pub(super) fn legend(&mut self, view: &PartnersMatrix, grid: &Grid, top: f64, lang: Lang) -> f64 {
        let (mut x, mut y) = (6.0, top);
        let mut set = |text: String| {
            let lines = wrap(&text, grid.size, Weight::Regular, self.width - 15.0, 3);
            let label = Label::line("", x + 9.0, y, grid.size, "name").with_lines(lines);
            let gap = if grid.dense { 7.0 } else { 9.0 };
            let wide = 10.0 + label.width() + gap;
            let label = match x + wide - gap > self.width && x > 6.0 {
                true => {
                    (x, y) = (6.0, y + if grid.dense { 10.0 } else { 11.0 });
                    Label { x: 15.0, y, ..label }
                }
                false => label,
            };
            let at = Point { x, y: y - 2.7 };
            (x, y) = match label.lines.len() {
                1 => (x + wide, y),
                // What takes several lines stands alone.
                more => (self.width, y + label.leading * (more - 1) as f64),
            };
            (at, label)
        };
        for (sign, cells) in signs(view) {
            let own = view.matrix.cells.iter().flatten().filter(|c| Sign::of(view, c) == sign);
            let later = match own.filter(|c| is_later(view, c)).count() {
                0 => String::new(),
                n if n == cells => format!(", {}", Phrase::ByLater.get(lang)),
                n => format!(", {} {n} {}", Phrase::Among.get(lang), Phrase::ByLater.get(lang)),
            };
            let (at, label) = set(format!("{} · {cells}{later}", sign_words(view, sign, grid.dense, lang)));
            self.legend.push((sign, at, label));
        }
        let starred = view.matrix.cells.iter().flatten().filter(|c| c.additional).count();
        if starred > 0 {
            self.star = Some(set(format!("{} · {starred}", Phrase::AdditionalAlone.get(lang))));
        }
        y + if grid.dense { 3.0 } else { 4.0 }
    }
}
