//! Spreadsheets: the rows of the CSV, a sheet each, behind a first sheet that says what they are.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::goals::{citations, section_table};
use super::monitor::{actions_table, awaited_table, title};
use super::rank::rank_table;
use super::table::Table;
use crate::view::words::say;
use crate::view::{
    CountView, DatasetView, DatesView, GoalView, Label, Lang, MatrixView, MonitorView, ProfileView, RankView,
    command_of,
};

/// A cell holds at most 32,767 characters; what is longer ends with this, and the CSV holds the whole.
const CUT: &str = " […]";

/// The most characters that a cell holds.
const MOST: usize = 32_767;

/// The gap analysis: a sheet for the counts, for each list and for each matrix.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn goals_xlsx(goals: &[GoalView], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let Some(first) = goals.first() else { return Workbook::new().save_to_buffer() };
    let mut book = Book::new(&first.dataset, &first.dates, lang)?;
    let limits: Vec<Label> = goals.iter().flat_map(|g| g.limits.clone()).collect();
    let commands: Vec<&str> = goals.iter().map(|g| g.command.as_str()).collect();
    book.about(&say("Analyse des lacunes", "Gap analysis"), &limits, &commands)?;
    let row = |g: &GoalView, c: &CountView| count_row(g.goal, c, g.command_of(c.id), lang);
    let counts = goals.iter().flat_map(|g| g.counts.iter().map(move |c| row(g, c))).collect();
    book.counts(counts)?;
    for goal in goals {
        for section in &goal.sections {
            let table = section_table(goal.goal, section, (&goal.dataset, &goal.dates), lang);
            book.sheet(&format!("{} {}", goal.goal, section.id), &table, &["x1", "x2", "x3"])?;
        }
        for matrix in &goal.matrices {
            book.matrix(&format!("{} {}", goal.goal, matrix.id), matrix)?;
        }
    }
    book.book.save_to_buffer()
}

/// The profile of a partner: a sheet for the counts, for each list and for each matrix.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn profile_xlsx(view: &ProfileView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(&view.dataset, &view.dates, lang)?;
    book.about(&view.node.names, &view.limits, &[&view.command])?;
    let row = |c: &CountView| {
        let command = command_of(&view.command, &view.verb(), c.id).unwrap_or_default();
        count_row(&view.node.id, c, command, lang)
    };
    book.counts(view.counts.iter().map(row).collect())?;
    for section in &view.sections {
        let table = section_table(&view.node.id, section, (&view.dataset, &view.dates), lang);
        book.sheet(section.id, &table, &["x1", "x2", "x3"])?;
    }
    for matrix in &view.matrices {
        book.matrix(&format!("{} matrix", matrix.id), matrix)?;
    }
    book.book.save_to_buffer()
}

fn count_row(of: &str, count: &CountView, command: String, lang: Lang) -> Vec<String> {
    let label = count.label.get(lang).to_owned();
    let [least, most] = count.range.map_or([String::new(), String::new()], |r| r.map(|n| n.to_string()));
    let (n, out_of) = (count.n.to_string(), count.of.to_string());
    vec![of.to_owned(), count.id.to_owned(), label, n, out_of, least, most, command]
}

/// All measures of all actors, with their cards on a sheet of their own.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn rank_xlsx(view: &RankView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(&view.dataset, &view.dates, lang)?;
    // The view is of a graph; the command line asks for one measure of it, and a spreadsheet holds them all.
    let measure = view.measures.first().map_or("degree", |m| m.id);
    let command = view.command.replacen("rank", &format!("rank {measure}"), 1);
    book.about(&view.title, &view.notes, &[&command])?;
    let measures: Vec<&str> = view.measures.iter().map(|m| m.id).collect();
    book.sheet("values", &rank_table(view, lang), &measures)?;
    let ranks = view
        .rows
        .iter()
        .map(|r| {
            let mut out = vec![r.id.clone(), r.names.get(lang).to_owned()];
            out.extend(r.ranks.iter().map(|n| n.map(|n| n.to_string()).unwrap_or_default()));
            out
        })
        .collect();
    let heads = ["id", "name"].into_iter().chain(view.measures.iter().map(|m| m.id)).collect();
    book.sheet("ranks", &Table { heads, rows: ranks }, &measures)?;
    let cards = view
        .measures
        .iter()
        .map(|m| [m.id, m.names.get(lang), m.says.get(lang), m.avoid.get(lang)].map(str::to_owned).to_vec())
        .collect();
    book.sheet("measures", &Table { heads: vec!["id", "name", "says", "avoid"], rows: cards }, &[])?;
    book.book.save_to_buffer()
}

/// The actions on a day.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn monitor_xlsx(view: &MonitorView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(&view.dataset, &view.dates, lang)?;
    book.about(&title(), &[], &[&view.command])?;
    book.sheet("actions", &actions_table(view, lang), &[])?;
    book.sheet("awaited", &awaited_table(view, lang), &[])?;
    let rows = view
        .deadlines
        .iter()
        .map(|d| {
            let e = &d.evidence;
            vec![
                d.due.clone().unwrap_or_default(),
                d.passed.to_string(),
                d.text.get(lang).to_owned(),
                citations(std::slice::from_ref(e), lang),
            ]
        })
        .collect();
    book.sheet("deadlines", &Table { heads: vec!["due", "passed", "text", "citations"], rows }, &[])?;
    book.book.save_to_buffer()
}

/// The columns of these heads hold numbers in every table of ours.
const NUMBERS: [&str; 12] =
    ["before", "after", "of_before", "of_after", "n", "gain", "total", "open", "value", "of", "low", "high"];

/// Tables with their names behind the first sheet.
pub(super) fn sheets_of(
    title: &Label,
    sheets: &[(String, Table)],
    (notes, command): (&[Label], &str),
    (dataset, dates): (&DatasetView, &DatesView),
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(dataset, dates, lang)?;
    book.about(title, notes, &[command])?;
    for (name, table) in sheets {
        book.sheet(name, table, &NUMBERS)?;
    }
    book.book.save_to_buffer()
}

/// A table with a name behind the first sheet, with what the reader must know and the command that recomputes it.
pub(super) fn one_sheet(
    (title, name): (&Label, &str),
    table: &Table,
    (notes, command): (&[Label], &str),
    (dataset, dates): (&DatasetView, &DatesView),
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(dataset, dates, lang)?;
    book.about(title, notes, &[command])?;
    book.sheet(name, table, &NUMBERS)?;
    book.book.save_to_buffer()
}

/// A workbook as it is written.
struct Book<'a> {
    book: Workbook,
    head: Format,
    wrap: Format,
    dataset: &'a DatasetView,
    dates: &'a DatesView,
    lang: Lang,
}

impl<'a> Book<'a> {
    /// An empty workbook, made on the day of the dataset's latest document: no clock enters the bytes.
    fn new(dataset: &'a DatasetView, dates: &'a DatesView, lang: Lang) -> Result<Book<'a>, XlsxError> {
        let mut book = Workbook::new();
        let latest = dataset.documents.iter().map(|d| d.date.as_str()).max().unwrap_or("1980-01-01");
        let made = ExcelDateTime::parse_from_str(latest)?;
        book.set_properties(&DocProperties::new().set_author("relier").set_creation_datetime(&made));
        let head = Format::new().set_bold();
        let wrap = Format::new().set_text_wrap();
        Ok(Book { book, head, wrap, dataset, dates, lang })
    }

    /// The first sheet: dates, dataset, documents, limits, commands.
    fn about(&mut self, title: &Label, limits: &[Label], commands: &[&str]) -> Result<(), XlsxError> {
        let lang = self.lang;
        let word = |fr: &str, en: &str| say(fr, en).get(lang).to_owned();
        let mut rows = vec![
            (word("Rapport", "Report"), title.get(lang).to_owned()),
            (word("État au", "As of"), self.dates.as_of.clone()),
            (word("Sources au", "Sources by"), self.dates.known.clone()),
            (word("Jeu de données", "Dataset"), self.dataset.version.clone()),
            (word("Empreinte", "Digest"), self.dataset.digest.clone()),
            (word("Programme", "Program"), concat!("relier ", env!("CARGO_PKG_VERSION")).to_owned()),
        ];
        if let Some(assumed) = self.dates.assumed() {
            let head = match self.dates.assumptions.is_empty() {
                true => word("Au-delà des documents", "Beside the documents"),
                false => word("Hypothèse, non un fait", "Assumption, not a fact"),
            };
            rows.insert(0, (head, assumed.get(lang).to_owned()));
        }
        if let Some(beyond) = &self.dates.beyond {
            rows.insert(
                0,
                (
                    word("Dates hors des documents", "Dates outside the documents"),
                    beyond.get(lang).to_owned(),
                ),
            );
        }
        for document in &self.dataset.documents {
            let told = format!("{}, {} ({})", document.reference, document.title.get(lang), document.date);
            rows.push((word("Document", "Document"), told));
        }
        let mut limits = limits.to_vec();
        limits.extend(super::html::limits(self.dataset));
        let mut told: Vec<&str> = Vec::new();
        for limit in &limits {
            // The same limit stands under each direction; here it is said once.
            if !told.contains(&limit.get(lang)) {
                told.push(limit.get(lang));
                rows.push((word("Limite", "Limit"), limit.get(lang).to_owned()));
            }
        }
        rows.extend(commands.iter().map(|c| (word("Recalculer", "Recompute"), (*c).to_owned())));
        let (head, wrap) = (self.head.clone(), self.wrap.clone());
        let sheet = self.book.add_worksheet().set_name("relier")?;
        sheet.set_column_width(0, 18)?.set_column_width(1, 110)?;
        for (i, (name, value)) in (0u32..).zip(&rows) {
            sheet.write_string_with_format(i, 0, name, &head)?;
            sheet.write_string_with_format(i, 1, fitted(value), &wrap)?;
        }
        Ok(())
    }

    /// The counts, each with the command that prints it.
    fn counts(&mut self, rows: Vec<Vec<String>>) -> Result<(), XlsxError> {
        let heads = vec!["goal", "count", "label", "n", "of", "least", "most", "command"];
        self.sheet("counts", &Table { heads, rows }, &["n", "of", "least", "most"])
    }

    /// A table; the columns of these heads hold numbers.
    fn sheet(&mut self, name: &str, table: &Table, numbers: &[&str]) -> Result<(), XlsxError> {
        let head = self.head.clone();
        let sheet = self.book.add_worksheet().set_name(short(name))?;
        heads(sheet, table.heads.iter().copied(), &head)?;
        for (i, row) in (1u32..).zip(&table.rows) {
            for ((j, cell), head) in (0u16..).zip(row).zip(&table.heads) {
                match cell.parse::<f64>() {
                    Ok(number) if numbers.contains(head) => sheet.write_number(i, j, number)?,
                    _ if cell.is_empty() => continue,
                    // Always a string: nothing in a dataset becomes a formula.
                    _ => sheet.write_string(i, j, fitted(cell))?,
                };
            }
        }
        for (j, name) in (0u16..).zip(&table.heads) {
            let width = match *name {
                "text" | "citations" | "says" | "avoid" => 70,
                "name" | "label" => 40,
                _ => 14,
            };
            sheet.set_column_width(j, width)?;
        }
        Ok(())
    }

    /// A matrix, with the words of its values and the counts of its rows as numbers.
    fn matrix(&mut self, name: &str, matrix: &MatrixView) -> Result<(), XlsxError> {
        let (head, lang) = (self.head.clone(), self.lang);
        let sheet = self.book.add_worksheet().set_name(short(name))?;
        let columns = matrix.columns.iter().map(|c| c.id.as_str());
        heads(sheet, ["id", "name"].into_iter().chain(columns).chain(["active", "total"]), &head)?;
        for (i, ((row, cells), counts)) in
            (1u32..).zip(matrix.rows.iter().zip(&matrix.cells).zip(&matrix.row_counts))
        {
            sheet.write_string(i, 0, fitted(&row.id))?;
            sheet.write_string(i, 1, fitted(row.names.get(lang)))?;
            for (j, cell) in (2u16..).zip(cells) {
                sheet.write_string(i, j, cell.class)?;
            }
            let after = 2 + cells.len() as u16;
            sheet.write_number(i, after, counts.active as f64)?;
            sheet.write_number(i, after + 1, counts.total as f64)?;
        }
        sheet.set_column_width(1, 28)?;
        Ok(())
    }
}

fn heads<'a>(
    sheet: &mut Worksheet,
    names: impl Iterator<Item = &'a str>,
    format: &Format,
) -> Result<(), XlsxError> {
    for (j, name) in (0u16..).zip(names) {
        sheet.write_string_with_format(0, j, fitted(name), format)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The name of a sheet: at most 31 characters.
fn short(name: &str) -> String {
    name.chars().take(31).collect()
}

/// A text that fits a cell.
fn fitted(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(MOST - CUT.chars().count()).collect();
    kept + CUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_a_cell_says_so() {
        let long = "é".repeat(MOST + 1);
        let cut = fitted(&long);
        assert_eq!(cut.chars().count(), MOST);
        assert!(cut.ends_with(CUT));
        assert_eq!(fitted("é"), "é");
        assert_eq!(short(&"x".repeat(40)).len(), 31);
    }
}
