//! A spreadsheet with the tables of the CSV, a sheet each.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::tables::{Table, table};
use crate::dataset::Word;
use crate::view::NetworkView;

/// A cell holds at most 32,767 characters; what is longer ends with a mark, and the CSV holds the whole.
const MOST: usize = 32_767;
const CUT: &str = " […]";

/// The network as a spreadsheet; every cell but numbers is text, so that no name becomes a formula.
///
/// # Errors
/// When the writer refuses a sheet, as one with more than 1,048,576 rows.
pub fn xlsx(view: &NetworkView, command: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No clock: the day of what was known.
    let made = ExcelDateTime::parse_from_str(&view.dates.known)
        .or_else(|_| ExcelDateTime::parse_from_str("1980-01-01"))?;
    book.set_properties(&DocProperties::new().set_author("relier").set_creation_datetime(&made));
    let head = Format::new().set_bold();
    for of in [Table::About, Table::Nodes, Table::Ties, Table::Participants, Table::Evidence] {
        let (heads, rows) = table(view, of, command);
        let sheet = book.add_worksheet().set_name(of.word())?;
        for (column, name) in heads.iter().enumerate() {
            let width = if matches!(*name, "quote" | "evidence" | "value" | "name_fr" | "name_en") {
                60.0
            } else {
                14.0
            };
            sheet.set_column_width(column as u16, width)?;
            sheet.write_string_with_format(0, column as u16, *name, &head)?;
        }
        for (line, row) in rows.iter().enumerate() {
            for (column, text) in row.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
                let (line, column) = (line as u32 + 1, column as u16);
                let is_number =
                    matches!(heads[column as usize], "start" | "end" | "number" | "row" | "example");
                match text.parse::<u32>().ok().filter(|_| is_number) {
                    Some(number) => sheet.write_number(line, column, number)?,
                    None => sheet.write_string(line, column, short(text))?,
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if !rows.is_empty() {
            sheet.autofilter(0, 0, rows.len() as u32, heads.len() as u16 - 1)?;
        }
    }
    book.save_to_buffer()
}

fn short(text: &str) -> String {
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    let mut room = MOST - CUT.chars().count();
    let kept: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    kept + CUT
}
