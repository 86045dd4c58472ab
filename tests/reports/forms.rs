//! Moves, scenarios, robustness, actions and comparisons: the same report as a page, a spreadsheet and a table.

use std::collections::BTreeSet;

use crate::page::{Element, commands, holds_together};
use crate::sheets::{Rows, csv_rows, sheets};
use crate::{bytes, text};

/// The reports beside the gap analysis and the profile, with few replicates where they are drawn.
const REPORTS: [&[&str]; 9] = [
    &["moves", "deepen"],
    &["moves", "enlarge"],
    &["moves", "connect"],
    &["moves", "secure", "--budget", "1"],
    &["whatif", "--edit", "add DP NOR", "--edit", "drop DD-BRA"],
    &["robustness", "--replicates", "20", "--seed", "7"],
    &["actions", "--as-of", "2026-03-01"],
    &["compare", "JPN", "CAN"],
    &["compare", "--dates", "2025-06-05", "2025-11-20"],
];

fn with<'a>(args: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    args.iter().chain(more).copied().collect()
}

/// The words of a page or of Markdown without their marks, so that one can be looked for in the other.
fn plain(words: &str) -> String {
    let kept: String = words
        .chars()
        .filter(|c| !"*`|#\\>“”:".contains(*c))
        .map(|c| if c.is_whitespace() && c != '\u{202f}' { ' ' } else { c })
        .collect();
    kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All that stands in a page, in the order in which it is read.
fn flat(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1.replace("</dt>", "</dt> ");
    let (mut out, mut inside) = (String::new(), false);
    for c in body.chars() {
        match c {
            // A cell or a line that ends parts two words; an element within a line does not.
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    plain(&quick_xml::escape::unescape(&out).unwrap())
}

/// The place of the first element that `wanted` finds, in the order of the page.
fn place(html: &Element, wanted: impl Fn(&Element) -> bool) -> usize {
    html.all().iter().position(|e| wanted(e)).unwrap()
}

#[test]
fn each_report_is_a_page_with_dates_digest_limits_and_command_before_its_lines() {
    for args in REPORTS {
        for (lang, limits, again) in [("fr", "Limites", "Recalculer: "), ("en", "Limits", "Recompute: ")] {
            let page = text(&with(args, &["--format", "html", "--lang", lang]));
            let html = holds_together(&page, lang);
            let first = html.by_id("sources").unwrap();
            assert_eq!(first.named("strong").len(), 2, "{args:?}: both documents");
            let facts = html.all().into_iter().find(|e| e.has_class("facts")).unwrap().text.clone();
            let year = if args[0] == "actions" { "2026" } else { "2025" };
            assert!(facts.contains(year) && facts.contains("1.0.0"), "{args:?}: {facts}");
            let limited = html.all().into_iter().find(|e| e.name == "h3" && e.text == limits);
            assert!(limited.is_some(), "{args:?}: no limits");
            let at = place(&html, |e| e.name == "h3" && e.text == limits);
            let command = place(&html, |e| e.name == "p" && e.text.starts_with(again));
            let told = place(&html, |e| e.has_class("told"));
            assert!(at < command && command < told, "{args:?}: the first page comes first");
            // No assumption without its mark at the top.
            let marked = html.all().iter().any(|e| e.has_class("assumed"));
            assert_eq!(marked, args[0] == "whatif", "{args:?}");
        }
    }
}

#[test]
fn the_page_holds_every_line_and_command_of_the_markdown() {
    for args in REPORTS {
        for lang in ["fr", "en"] {
            let page = text(&with(args, &["--format", "html", "--lang", lang]));
            let markdown = text(&with(args, &["--lang", lang]));
            let flat = flat(&page);
            let mut numbers = 0;
            // The line of dates under the title is told in full on the first page.
            for line in markdown.lines().filter(|l| !l.starts_with("État au") && !l.starts_with("As of")) {
                if line.starts_with("|--") {
                    continue;
                }
                for piece in line.split(" | ") {
                    let piece = plain(piece.trim_start_matches([' ', '-', '>']));
                    // The number of a list is the browser's.
                    let piece = piece
                        .split_once(". ")
                        .filter(|(n, _)| n.parse::<u8>().is_ok())
                        .map_or(&*piece, |(_, p)| p);
                    let piece = piece.strip_prefix("- ").unwrap_or(piece);
                    assert!(flat.contains(piece), "{args:?} {lang}: «{piece}» is not on the page");
                    numbers += usize::from(piece.chars().any(|c| c.is_ascii_digit()));
                }
            }
            assert!(numbers > 3, "{args:?}: {numbers} lines with numbers");
            let printed: BTreeSet<String> = commands(&holds_together(&page, lang)).into_iter().collect();
            let told: BTreeSet<String> = markdown
                .split('`')
                .skip(1)
                .step_by(2)
                .filter(|c| c.starts_with("relier "))
                .map(str::to_owned)
                .collect();
            assert_eq!(printed, told, "{args:?} {lang}");
        }
    }
}

#[test]
fn the_command_on_the_page_prints_the_report_again() {
    for args in REPORTS {
        for lang in ["fr", "en"] {
            let markdown = text(&with(args, &["--lang", lang]));
            let last = markdown.lines().rev().find(|l| l.contains("`relier ")).unwrap();
            let command = last.split('`').nth(1).unwrap();
            let words = shell(command);
            let again: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            assert_eq!(text(&again), markdown, "{command}");
        }
    }
}

/// The words of a command with its quotation marks.
fn shell(command: &str) -> Vec<String> {
    let (mut out, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => out.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    out.push(word);
    out
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    for args in REPORTS {
        for format in ["html", "xlsx", "csv"] {
            let all = with(args, &["--format", format, "--lang", "fr"]);
            assert_eq!(bytes(&all), bytes(&all), "{all:?}");
        }
    }
}

#[test]
fn a_spreadsheet_holds_the_rows_of_the_csv_and_the_first_sheet_its_dates() {
    for args in REPORTS {
        let book = sheets(args);
        let csv = csv_rows(args);
        let about: Vec<&str> = book["relier"].iter().map(|r| r[1].as_str()).collect();
        let whole = text(&with(args, &["--format", "json"]));
        for key in ["\"as_of\": \"", "\"known\": \"", "\"digest\": \""] {
            let value = whole.split_once(key).unwrap().1.split_once('"').unwrap().0;
            assert!(about.contains(&value), "{args:?}: {value}");
        }
        assert!(
            about.iter().any(|v| v.starts_with("relier ") && v.contains("--as-of") || v.contains("--dates"))
        );
        // Every row of the table stands in one of the sheets, in its order; a scenario's first column is on the first sheet.
        // What is assumed, and dates outside the documents, stand in columns of their own before the heads.
        let skip = csv[0].iter().take_while(|head| ["assumption", "dates"].contains(&head.as_str())).count();
        let mut rows: Rows = Vec::new();
        for line in csv.iter().skip(1) {
            rows.push(line[skip..].to_vec());
        }
        let mut found = 0;
        for (name, sheet) in &book {
            if name == "relier" || name == "feasibility" || name == "deadlines" {
                continue;
            }
            assert_eq!(sheet[0], csv[0][skip..], "{args:?}: the heads of {name}");
            let mut last = 0;
            for row in sheet.iter().skip(1) {
                let at = rows.iter().position(|r| alike(r, row));
                let at = at.unwrap_or_else(|| panic!("{args:?} {name}: {row:?} is not in the CSV"));
                assert!(at >= last, "{args:?} {name}: another order");
                (last, found) = (at, found + 1);
            }
        }
        assert_eq!(found, rows.len(), "{args:?}");
    }
}

/// A spreadsheet keeps fifteen digits of a number.
fn alike(a: &[String], b: &[String]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(1.0);
    a.len() == b.len()
        && a.iter().zip(b).all(|(x, y)| {
            x == y || matches!((x.parse::<f64>(), y.parse::<f64>()), (Ok(a), Ok(b)) if near(a, b))
        })
}
