//! The matrix as geometry: partners against kinds, domains or areas, five values, totals with their denominator.
//!
//! One unit is one point on A4: a matrix of few rows lies on a landscape page, one of many stands on a portrait page.
//! The order of rows and columns is the view's: by stratum, then by fill ([`PartnersMatrix`]). A column head is level
//! where its words fit the column and reads upwards where they do not. Where a cell is wide enough, it says through
//! what: the numbers of annex rows, `e` with the number of an example, the code of an instrument; against the kinds,
//! since when or by when, or that the source gives no date.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::frame::Frame;
use super::matrix_marks::{marks, through};
use super::matrix_signs::Sign;
use super::matrix_words::{beyond, notes, sentence, stratum_name, total_words};
use super::options::{Labels, Options};
use super::sheet::{Around, Head, LANDSCAPE, SIZE, capital, filling, number};
use super::text::{Anchor, Label, LabelBox, Weight, width, wrap};
use super::wheel::Point;
use crate::gap::CellClass;
use crate::view::{CellView, CountsView, Lang, PartnersMatrix, class_of};

/// From here on the page is portrait.
const MANY: usize = 24;
/// Size of what stands in a cell and beside the body: 7 points on a page that it fills in width.
pub(super) const SMALL: f64 = 7.2;
/// Size of names and numbers in a matrix of many rows.
const DENSE: f64 = 7.2;
/// Width of a column of totals, and between many rows.
const TOTALS: (f64, f64) = (38.0, 35.0);
/// By how much a table of many rows grows broader at a time.
const BROADER: f64 = 2.0;

/// A cell with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct CellSpot {
    /// Index of its row.
    pub row: usize,
    /// Index of its column.
    pub column: usize,
    /// What it covers.
    pub area: LabelBox,
    /// The middle of its sign.
    pub sign: Point,
    /// Through what, where there is room.
    pub through: Option<Label>,
}

/// The matrix, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixLayout {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Heads of the columns, then of the totals.
    pub heads: Vec<Head>,
    /// Names of the rows.
    pub rows: Vec<Label>,
    /// Names of the strata.
    pub strata: Vec<Label>,
    /// Heights of the lines between rows, and whether each is strong.
    pub lines: Vec<(f64, bool)>,
    /// Left and right end of the lines.
    pub span: (f64, f64),
    /// The cells.
    pub cells: Vec<CellSpot>,
    /// Totals of rows and columns with their words.
    pub totals: Vec<Label>,
    /// The signs that occur, in words.
    pub legend: Vec<(Sign, Point, Label)>,
    /// The star of cells that rest on additional sources alone, in words, where there are such cells.
    pub star: Option<(Point, Label)>,
    /// Title, notes, sources.
    pub frame: Frame,
}

/// Measures that follow from the number of rows and columns.
pub(super) struct Grid {
    pub(super) width: f64,
    pub(super) left: f64,
    pub(super) pitch: f64,
    pub(super) row: f64,
    pub(super) roomy: bool,
    /// Whether there are many rows.
    pub(super) dense: bool,
    /// Width of a column of totals.
    pub(super) total: f64,
    /// Size of heads between narrow columns.
    pub(super) small: f64,
    /// Size of names and numbers.
    pub(super) size: f64,
}

/// The most rows that a matrix shows.
pub const MOST_ROWS: usize = 160;

/// The rows that have room, the fullest first; they keep their order, and the totals still count all of them.
pub(super) fn fitted(view: &PartnersMatrix) -> Cow<'_, PartnersMatrix> {
    if view.matrix.rows.len() <= MOST_ROWS {
        return Cow::Borrowed(view);
    }
    let fill = |c: &CountsView| (c.active, c.planned, c.grouping, c.absent);
    let mut order: Vec<usize> = (0..view.matrix.rows.len()).collect();
    order.sort_by_key(|&i| Reverse(fill(&view.matrix.row_counts[i])));
    order.truncate(MOST_ROWS);
    order.sort_unstable();
    let mut out = view.clone();
    let m = &mut out.matrix;
    m.rows = order.iter().map(|&i| view.matrix.rows[i].clone()).collect();
    m.cells = order.iter().map(|&i| view.matrix.cells[i].clone()).collect();
    m.row_counts = order.iter().map(|&i| view.matrix.row_counts[i]).collect();
    out.strata = order.iter().map(|&i| view.strata[i]).collect();
    Cow::Owned(out)
}

impl MatrixLayout {
    /// Lays out a matrix; beyond [`MOST_ROWS`] the emptiest rows are left out and counted.
    pub fn new(view: &PartnersMatrix, options: &Options) -> MatrixLayout {
        let left = view.matrix.rows.len();
        let fitted = fitted(view);
        let left = left - fitted.matrix.rows.len();
        if fitted.matrix.rows.len() <= MANY {
            return MatrixLayout::wide(&fitted, left, options, LANDSCAPE);
        }
        // A table taller than its page would stand on it with empty edges: broader columns use them, and their heads
        // and the words around them then need fewer lines. The narrowest that the page is filled by.
        filling(BROADER, |width| MatrixLayout::wide(&fitted, left, options, width), |l| (l.width, l.height))
    }

    fn wide(view: &PartnersMatrix, left: usize, options: &Options, width: f64) -> MatrixLayout {
        let lang = options.lang;
        let mut out = MatrixLayout {
            width: 0.0,
            height: 0.0,
            heads: Vec::new(),
            rows: Vec::new(),
            strata: Vec::new(),
            lines: Vec::new(),
            span: (0.0, 0.0),
            cells: Vec::new(),
            totals: Vec::new(),
            legend: Vec::new(),
            star: None,
            frame: Frame::default(),
        };
        let grid = Grid::new(view, options, width);
        out.width = grid.width;
        out.span = (0.0, grid.width);
        let around = Around {
            title: view.matrix.title.get(lang),
            sentence: sentence(view, grid.dense, lang),
            notes: beyond(left, &view.dataset, lang)
                .into_iter()
                .chain(notes(view, &marks(view, &grid, lang), grid.dense, lang))
                .collect(),
            dataset: &view.dataset,
            dates: &view.dates,
        };
        let (air, below) = if grid.dense { (1.5, 3.0) } else { (5.0, 5.0) };
        let top = out.legend(view, &grid, around.below(out.width, options) + below, lang);
        let top = out.heads(view, &grid, top + air, lang);
        let bottom = out.body(view, &grid, top, lang);
        let bottom = out.foot(view, &grid, bottom, lang);
        (out.frame, out.height) = around.frame(out.width, bottom, options);
        out
    }

    /// Every label's box.
    pub fn boxes(&self) -> Vec<(&Label, LabelBox)> {
        let heads = self.heads.iter().map(|h| (&h.label, h.bounds()));
        let labels = self
            .rows
            .iter()
            .chain(&self.strata)
            .chain(&self.totals)
            .chain(self.cells.iter().filter_map(|c| c.through.as_ref()))
            .chain(self.legend.iter().map(|(_, _, l)| l))
            .chain(self.star.iter().map(|(_, l)| l))
            .chain(self.frame.labels());
        heads.chain(labels.map(|l| (l, l.bounds()))).collect()
    }

    fn body(&mut self, view: &PartnersMatrix, grid: &Grid, top: f64, lang: Lang) -> f64 {
        let mut y = top;
        let mut last = "";
        self.lines.push((y, true));
        for (r, row) in view.matrix.rows.iter().enumerate() {
            if view.strata[r] != last {
                last = view.strata[r];
                let of = view.strata.iter().filter(|s| **s == last).count();
                let text = format!("{} · {of}", stratum_name(last, lang));
                let tall = grid.size * 1.17 + 0.6;
                self.strata.push(Label::line(text, 0.0, y + tall - 1.9, grid.size, "muted").bold());
                y += tall;
                self.lines.push((y, false));
            }
            let name = wrap(row.names.get(lang), grid.size, Weight::Regular, grid.left - 4.0, 2);
            let label = Label::line("", 0.0, 0.0, grid.size, "name").with_lines(name);
            let label = Label { leading: grid.size * 1.18, ..label };
            let more = label.leading * (label.lines.len() as f64 - 1.0);
            let tall = grid.row.max(grid.size * 1.172 + more);
            let middle = y + tall / 2.0;
            self.rows.push(Label { y: middle + grid.size * 0.35 - more / 2.0, ..label });
            for (c, cell) in view.matrix.cells[r].iter().enumerate() {
                self.cells.push(spot(view, grid, (r, c), (y, tall), cell, lang));
            }
            let counts = &view.matrix.row_counts[r];
            for (i, n) in totals(counts).into_iter().enumerate() {
                let x = grid.width - (3.0 - i as f64 - 0.5) * grid.total;
                let total = number(n.to_string(), x, middle + grid.size * 0.35);
                self.totals.push(Label { size: grid.size, ..total });
            }
            y += tall;
            self.lines.push((y, false));
        }
        if let Some(line) = self.lines.last_mut() {
            line.1 = true;
        }
        y
    }

    /// Totals of the columns.
    fn foot(&mut self, view: &PartnersMatrix, grid: &Grid, top: f64, lang: Lang) -> f64 {
        let mut y = top;
        let n = view.matrix.rows.len();
        let all = totals(&view.matrix.counts);
        for (i, text) in total_words(lang).into_iter().enumerate() {
            y += if grid.dense { 8.7 } else { 9.2 };
            let text = format!("{} / {n}", capital(text));
            let lines = wrap(&text, SMALL, Weight::Bold, grid.left - 4.0, 1);
            self.totals.push(Label::line("", 0.0, y, SMALL, "muted").bold().with_lines(lines));
            for (c, counts) in view.matrix.column_counts.iter().enumerate() {
                let x = grid.left + (c as f64 + 0.5) * grid.pitch;
                self.totals.push(number(totals(counts)[i].to_string(), x, y));
            }
            let x = grid.width - (3.0 - i as f64 - 0.5) * grid.total;
            self.totals.push(number(all[i].to_string(), x, y).bold());
        }
        y + if grid.dense { 1.5 } else { 4.0 }
    }
}

impl Grid {
    fn new(view: &PartnersMatrix, options: &Options, width: f64) -> Grid {
        let lang = options.lang;
        let many = view.matrix.rows.len() > MANY;
        let size = if many { DENSE } else { SIZE };
        let rows = view.matrix.rows.len();
        let widest = view.matrix.rows.iter().map(|r| self::width(r.names.get(lang), size, Weight::Regular));
        let words =
            total_words(lang).map(|t| self::width(&format!("{} / {rows}", capital(t)), SMALL, Weight::Bold));
        let left = widest.chain(words).fold(60.0, f64::max).min(width * 0.25) + 6.0;
        let columns = view.matrix.columns.len().max(1) as f64;
        let total = if many { TOTALS.1 } else { TOTALS.0 };
        let pitch = (width - left - 3.0 * total - 4.0) / columns;
        let roomy = !many && pitch >= 28.0 && options.labels == Labels::All;
        Grid {
            width,
            left,
            pitch,
            row: if roomy {
                20.0
            } else if many {
                DENSE * 1.172
            } else {
                14.0
            },
            roomy,
            dense: many,
            total,
            small: if many { DENSE } else { SMALL },
            size,
        }
    }
}

fn spot(
    view: &PartnersMatrix,
    grid: &Grid,
    (row, column): (usize, usize),
    (y, tall): (f64, f64),
    cell: &CellView,
    lang: Lang,
) -> CellSpot {
    let x = grid.left + column as f64 * grid.pitch;
    let area = LabelBox { x, y, width: grid.pitch, height: tall };
    let middle = x + grid.pitch / 2.0;
    let through = grid.roomy.then(|| through(view, cell, grid.pitch - 1.0, lang)).flatten();
    let sign = Point { x: middle, y: y + if through.is_some() { 6.6 } else { tall / 2.0 } };
    let through = through
        .map(|text| Label::line(text, middle, y + tall - 3.0, SMALL, "muted").anchored(Anchor::Middle));
    CellSpot { row, column, area, sign, through }
}

/// |A|, |A∪B| and N − |✗|, always together.
fn totals(counts: &CountsView) -> [usize; 3] {
    [counts.active, counts.active + counts.planned, counts.total - counts.absent]
}

/// The value of a cell.
pub(super) fn value(cell: &CellView) -> CellClass {
    class_of(cell.class)
}
