//! The legend of a matrix: the signs that occur, in words, with the number of their cells.

use super::matrix::{Grid, MatrixLayout};
use super::matrix_signs::signs;
use super::matrix_words::sign_words;
use super::phrases::Phrase;
use super::sheet::SIZE;
use super::text::{Label, Weight, wrap};
use super::wheel::Point;
use crate::view::{Lang, PartnersMatrix};

impl MatrixLayout {
    /// The values in words, with their number; gives the height below them.
    pub(super) fn legend(&mut self, view: &PartnersMatrix, grid: &Grid, top: f64, lang: Lang) -> f64 {
        let (mut x, mut y) = (6.0, top);
        for (sign, cells) in signs(view) {
            let text = format!("{} · {cells}", sign_words(view, sign, grid.dense, lang));
            let lines = wrap(&text, SIZE, Weight::Regular, self.width - 15.0, 3);
            let label = Label::line("", x + 9.0, y, SIZE, "name").with_lines(lines);
            let wide = 10.0 + label.width() + 9.0;
            let label = match x + wide - 9.0 > self.width && x > 6.0 {
                true => {
                    (x, y) = (6.0, y + if grid.dense { 10.0 } else { 11.0 });
                    Label { x: 15.0, y, ..label }
                }
                false => label,
            };
            self.legend.push((sign, Point { x, y: y - 2.7 }, label.clone()));
            (x, y) = match label.lines.len() {
                1 => (x + wide, y),
                // What takes several lines stands alone.
                more => (self.width, y + label.leading * (more - 1) as f64),
            };
        }
        let starred = view.matrix.cells.iter().flatten().filter(|c| c.additional).count();
        if starred > 0 {
            y += 11.0;
            let text = format!("{} · {starred}", Phrase::AdditionalAlone.get(lang));
            self.star = Some((Point { x: 6.0, y: y - 2.7 }, Label::line(text, 15.0, y, SIZE, "name")));
        }
        y + if grid.dense { 3.0 } else { 4.0 }
    }
}
