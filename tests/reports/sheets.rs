//! Spreadsheets.

use std::collections::BTreeMap;

use crate::{bytes, json, text, words};

pub(crate) type Rows = Vec<Vec<String>>;

/// The sheets of a spreadsheet as text, numbers as the CSV writes them.
pub(crate) fn sheets(args: &[&str]) -> BTreeMap<String, Rows> {
    use calamine::{Data, Reader, Xlsx};
    let mut all = args.to_vec();
    all.extend(["--format", "xlsx"]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes(&all))).unwrap();
    let names = book.sheet_names().to_owned();
    assert_eq!(names[0], "relier", "the first sheet says what it is");
    let mut out = BTreeMap::new();
    for name in names {
        let range = book.worksheet_range(&name).unwrap();
        let cell = |d: &Data| match d {
            Data::Empty => String::new(),
            Data::String(text) => text.clone(),
            Data::Float(number) => number.to_string(),
            Data::Int(number) => number.to_string(),
            other => panic!("unexpected in a cell: {other:?}"),
        };
        out.insert(name, range.rows().map(|r| r.iter().map(cell).collect()).collect());
    }
    out
}

pub(crate) fn csv_rows(args: &[&str]) -> Rows {
    let mut all = args.to_vec();
    all.extend(["--format", "csv"]);
    let given = bytes(&all);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&given[..]);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_profile_is_a_table_and_a_spreadsheet_of_its_lists_counts_and_matrices() {
    let (csv, book) = (csv_rows(&["report", "JPN"]), sheets(&["report", "JPN"]));
    let view = json(&["report", "JPN", "--format", "json"]);
    let mut listed: Rows = vec![csv[0].clone()];
    for section in view["sections"].as_array().unwrap() {
        listed.extend(book[section["id"].as_str().unwrap()].iter().skip(1).cloned());
    }
    assert!(listed == csv && csv.len() > 30);
    // Each count with the command that prints it.
    let counts = view["counts"].as_array().unwrap();
    assert_eq!(book["counts"].len(), 1 + counts.len());
    for (row, count) in book["counts"].iter().skip(1).zip(counts) {
        assert_eq!(row[3..5], [count["n"].to_string(), count["of"].to_string()]);
        let again = text(&words(&row[7]));
        assert!(again.contains(&format!("| {} | {} | {} |", row[2], row[3], row[4])), "{again}");
    }
    for id in ["domains matrix", "areas matrix"] {
        assert_eq!(book[id].len(), 2, "{id}");
    }
    for format in ["csv", "xlsx"] {
        let args = ["report", "JPN", "--format", format];
        assert_eq!(bytes(&args), bytes(&args));
    }
}

#[test]
fn a_spreadsheet_holds_the_rows_of_the_csv() {
    let csv = csv_rows(&["gaps"]);
    let book = sheets(&["gaps"]);
    let mut listed: Rows = vec![csv[0].clone()];
    for goal in json(&["gaps", "--format", "json"]).as_array().unwrap() {
        for section in goal["sections"].as_array().unwrap() {
            let name = format!("{} {}", goal["goal"].as_str().unwrap(), section["id"].as_str().unwrap());
            listed.extend(book[&name].iter().skip(1).cloned());
        }
        for matrix in goal["matrices"].as_array().unwrap() {
            let name = format!("{} {}", goal["goal"].as_str().unwrap(), matrix["id"].as_str().unwrap());
            assert_eq!(book[&name].len(), 1 + matrix["rows"].as_array().unwrap().len());
        }
    }
    assert_eq!(listed, csv);
    let rank = sheets(&["rank", "degree"]);
    let csv = csv_rows(&["rank", "degree"]);
    assert_eq!(rank["values"].len(), csv.len());
    for (sheet, line) in rank["values"].iter().zip(&csv) {
        for (a, b) in sheet.iter().zip(line) {
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(1.0);
            // The file writes numbers with the digits that a spreadsheet keeps.
            let same = a == b || matches!((a.parse(), b.parse()), (Ok(a), Ok(b)) if near(a, b));
            assert!(same, "{a} is not {b}");
        }
    }
    let actions = sheets(&["actions", "--lang", "en"]);
    let mut listed = actions["actions"].clone();
    listed.extend(actions["awaited"].iter().skip(1).cloned());
    assert_eq!(listed, csv_rows(&["actions", "--lang", "en"]));
}

#[test]
fn numbers_are_numbers_and_the_first_sheet_has_dates_digest_and_commands() {
    use calamine::{Data, Reader, Xlsx};
    let given = bytes(&["gaps", "enlarge", "--format", "xlsx", "--lang", "en"]);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&given)).unwrap();
    let range = book.worksheet_range("enlarge candidates").unwrap();
    let goal = &json(&["gaps", "enlarge", "--format", "json"])[0];
    let heads: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let x2 = heads.iter().position(|h| h == "x2").unwrap();
    for (row, line) in range.rows().skip(1).zip(goal["sections"][0]["lines"].as_array().unwrap()) {
        assert_eq!(row[x2], Data::Float(line["scores"][1].as_f64().unwrap()));
    }
    let about = book.worksheet_range("relier").unwrap();
    let values: Vec<String> = about.rows().map(|r| r[1].to_string()).collect();
    for wanted in
        [&goal["dates"]["as_of"], &goal["dates"]["known"], &goal["dataset"]["digest"], &goal["command"]]
    {
        assert!(values.contains(&wanted.as_str().unwrap().to_owned()), "{wanted}");
    }
    for command in values.iter().filter(|v| v.starts_with("relier ") && v.contains("--as-of")) {
        text(&words(command));
    }
    for args in [["gaps", "secure"], ["rank", "degree"], ["actions", "--lang=fr"]] {
        let mut all = args.to_vec();
        all.extend(["--format", "xlsx"]);
        assert_eq!(bytes(&all), bytes(&all), "{args:?}");
    }
}
