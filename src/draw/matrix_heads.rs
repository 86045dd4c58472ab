//! The heads of a matrix: level where their words fit the column, upwards where they do not; then those of the totals.

use super::matrix::{Grid, MatrixLayout, SMALL};
use super::matrix_words::total_words;
use super::sheet::{Head, SIZE, capital, level, parted};
use super::text::{Anchor, Label, Weight, longest_piece, width, wrap};
use crate::view::{Lang, Named, PartnersMatrix};

/// Room for a head that reads upwards.
const UPWARDS: f64 = 117.0;

impl MatrixLayout {
    /// Sets the heads from a height on; gives the height below them.
    pub(super) fn heads(&mut self, view: &PartnersMatrix, grid: &Grid, top: f64, lang: Lang) -> f64 {
        let columns = &view.matrix.columns;
        let room = grid.pitch - 4.0;
        // Many rows leave little room above them: the short names of the legends.
        let short = |id: &str| view.kinds.iter().find(|k| k.id == id && grid.dense).map(|k| &k.short);
        let name = |c: &Named| capital(short(&c.id).unwrap_or(&c.names).get(lang));
        let names: Vec<String> = columns.iter().map(name).collect();
        let level: Vec<Option<Vec<String>>> = names.iter().map(|n| level(n, SIZE, room, 5)).collect();
        let level: Option<Vec<Vec<String>>> = level.into_iter().collect();
        let turned = level.is_none();
        // Between narrow columns a code has no room of its own and stands before the name.
        let apart = columns.iter().all(|c| width(&c.id, SMALL, Weight::Bold) + 1.2 <= grid.pitch);
        let size = if apart { SIZE } else { grid.small };
        // Lines side by side as the column has room for, or one that may be longer.
        let side_by_side = ((grid.pitch - size * 0.2) / size).floor() as usize;
        let (most, deep) = match (grid.dense, side_by_side) {
            (false, _) => (UPWARDS * 0.94, 2),
            (true, 0 | 1) => (UPWARDS * 1.2, 1),
            (true, n) => (UPWARDS * 0.72, n.min(4)),
        };
        let lines = level.unwrap_or_else(|| {
            let name = |(n, c): (&String, &Named)| {
                if apart || *n == c.id { n.clone() } else { format!("{} · {n}", c.id) }
            };
            let texts: Vec<String> = names.iter().zip(columns).map(name).collect();
            // Above many rows height is dear: no more of it than whole heads need, and long words may be parted.
            let set = |room: f64| -> Vec<Vec<String>> {
                let text = |t: &String| if grid.dense { parted(t, size, room) } else { t.clone() };
                texts.iter().map(|t| wrap(&text(t), size, Weight::Regular, room, deep)).collect()
            };
            let piece = |t: &String| longest_piece(&parted(t, size, 0.0), size, Weight::Regular);
            let longest = texts.iter().map(piece).fold(0.0, f64::max);
            let whole = |heads: &Vec<Vec<String>>| !heads.iter().flatten().any(|l| l.ends_with('…'));
            let rooms = (0..).map(|n| longest + f64::from(n) * 2.0).take_while(|room| *room < most);
            let low = rooms.map(set).find(whole).filter(|_| grid.dense);
            low.unwrap_or_else(|| set(most))
        });
        // Between narrow columns the lines of one head keep closer together than to those of the next.
        let leading = if turned && grid.dense { size } else { size * 1.18 };
        let tall = match turned {
            false => lines.iter().map(Vec::len).max().unwrap_or(1) as f64 * leading,
            true => lines.iter().flatten().map(|l| width(l, size, Weight::Regular)).fold(0.0, f64::max),
        };
        let base = top + tall + if apart { 12.0 } else { 3.0 };
        let low = if apart { base - 9.0 } else { base };
        for (c, lines) in lines.into_iter().enumerate() {
            let x = grid.left + (c as f64 + 0.5) * grid.pitch;
            let more = (lines.len() as f64 - 1.0) * leading;
            let label = Label { leading, ..Label::line("", x, low, size, "name").with_lines(lines) };
            let label = match turned {
                false => Label { y: low - more, ..label.anchored(Anchor::Middle) },
                // Turned, lines go from left to right: the block stands in the middle of its column.
                true => Label { x: x + size * 0.35 - more / 2.0, ..label },
            };
            self.heads.push(Head { label, turned });
            if apart {
                let code = Label::line(&columns[c].id, x, base, SMALL, "muted").bold();
                self.heads.push(Head { label: code.anchored(Anchor::Middle), turned: false });
            }
        }
        let n = view.matrix.columns.len();
        for (i, text) in total_words(lang).into_iter().enumerate() {
            let x = grid.width - (3.0 - i as f64 - 0.5) * grid.total;
            let lines = wrap(
                text,
                grid.small,
                Weight::Regular,
                if grid.dense { grid.total - 1.0 } else { grid.total - 4.0 },
                4,
            );
            let more = (lines.len() as f64 - 1.0) * grid.small * 1.24;
            let label = Label::line("", x, base - 9.0 - more, grid.small, "muted");
            self.heads.push(Head { label: label.anchored(Anchor::Middle).with_lines(lines), turned: false });
            let of = format!("/ {n}");
            let of = Label::line(of, x, base, SMALL, "muted").bold().anchored(Anchor::Middle);
            self.heads.push(Head { label: of, turned: false });
        }
        base + if grid.dense { 2.4 } else { 4.0 }
    }
}
