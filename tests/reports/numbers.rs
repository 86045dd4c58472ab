//! Each number of the gap report with the command that recomputes it, in both languages and both forms.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::{commands, parse};
use crate::{text, words};

const LANGS: [&str; 2] = ["fr", "en"];

/// A part of the report: the lines that hold its numbers, and the command printed with them.
struct Part {
    command: String,
    lines: Vec<String>,
}

fn code(line: &str) -> Option<&str> {
    line.strip_prefix("`relier ").and_then(|l| l.strip_suffix('`'))
}

/// Cuts a report in Markdown into its parts; gives with them the lines that belong to none.
fn parts(report: &str) -> (Vec<Part>, Vec<String>) {
    let (mut out, mut outside): (Vec<Part>, Vec<String>) = (Vec::new(), Vec::new());
    let mut lines: Vec<String> = Vec::new();
    for line in report.lines() {
        if line.starts_with('#') {
            outside.append(&mut lines);
        }
        if let Some(command) = code(line) {
            out.push(Part { command: command.to_owned(), lines: std::mem::take(&mut lines) });
        } else if let Some((row, command)) =
            line.strip_suffix("` |").and_then(|l| l.rsplit_once("| `relier "))
        {
            out.push(Part { command: command.to_owned(), lines: vec![format!("{row}|")] });
        } else if let Some((_, command)) =
            line.strip_prefix("> ").and_then(|l| l.strip_suffix('`')).and_then(|l| l.split_once(": `relier "))
        {
            // What the other texts close stands in a block of its own, its command at the end.
            let (lines, rest) = std::mem::take(&mut lines).into_iter().partition(|l| l.starts_with('>'));
            out.push(Part { command: command.to_owned(), lines });
            outside.extend::<Vec<String>>(rest);
        } else {
            lines.push(line.to_owned());
        }
    }
    outside.append(&mut lines);
    (out, outside)
}

/// A line without the numbers of its quotations, which are counted from 1 in every report.
fn without_cites(line: &str) -> String {
    match line.rsplit_once(" [") {
        Some((head, tail))
            if tail.ends_with(']')
                && tail[..tail.len() - 1].chars().all(|c| c.is_ascii_digit() || ", ".contains(c)) =>
        {
            head.to_owned()
        }
        _ => line.to_owned(),
    }
}

fn has_digit(line: &str) -> bool {
    line.chars().any(|c| c.is_ascii_digit())
}

#[test]
fn each_number_is_printed_by_the_command_beside_it() {
    for lang in LANGS {
        let report = text(&["gaps", "--lang", lang]);
        let (parts, outside) = parts(&report);
        assert!(parts.len() > 40, "{lang}: {} parts", parts.len());
        let mut numbers = 0;
        for part in &parts {
            let command: Vec<&str> = part.command.split(' ').collect();
            let again = text(&command);
            let printed: BTreeSet<String> = again.lines().map(without_cites).collect();
            for line in part.lines.iter().filter(|l| has_digit(l)).map(|l| without_cites(l)) {
                // A row of counts stands in the report with its command as a further column.
                let there =
                    printed.contains(&line) || printed.iter().any(|p| p.trim_end() == line.trim_end());
                assert!(there, "{lang}: «{line}» is not printed by relier {}", part.command);
                numbers += 1;
            }
        }
        assert!(numbers > 200, "{lang}: {numbers} lines with numbers");
        // What has no command of its own: dates and digest, quotations, limits, and the sentence of the strategy by its number.
        let limits = ["### Limites", "### Limits"];
        let mut section = String::new();
        for line in outside {
            if line.starts_with('#') {
                section = line.clone();
            }
            let known = line.starts_with("- [")
                || limits.contains(&section.as_str())
                || ["Recalculer: `", "Recompute: `", "État au ", "As of ", "La phrase", "The sentence"]
                    .iter()
                    .any(|p| line.starts_with(p));
            assert!(known || !has_digit(&line), "{lang}: no command for «{line}»");
        }
    }
}

#[test]
fn the_page_prints_the_same_commands_beside_the_same_numbers() {
    for lang in LANGS {
        let markdown = text(&["gaps", "--lang", lang]);
        let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let (external, parts): (Vec<Part>, Vec<Part>) =
            parts(&markdown).0.into_iter().partition(|p| p.command.starts_with("sources"));
        let page = text(&["report", "--lang", lang]);
        let printed = commands(&parse(&page));
        assert!(
            external.len() == 1 && printed.contains(&format!("relier {}", external[0].command)),
            "{lang}"
        );
        for part in parts {
            let row = part.lines.first().filter(|l| l.starts_with("| ") && part.lines.len() == 1);
            let cells: Vec<String> = row
                .map(|r| {
                    r.split('|').map(str::trim).filter(|c| !c.is_empty()).skip(1).map(str::to_owned).collect()
                })
                .unwrap_or_default();
            expected.insert(part.command, cells);
        }
        let html = parse(&page);
        let mut seen = BTreeMap::new();
        for row in html.named("tr").into_iter().filter(|r| !r.get("data-count").is_empty()) {
            let command = row.named("code")[0].text.strip_prefix("relier ").unwrap().to_owned();
            let cells = row
                .named("td")
                .iter()
                .filter(|c| c.named("code").is_empty())
                .map(|c| c.text.clone())
                .collect();
            seen.insert(command, cells);
        }
        for part in html.named("p").into_iter().filter(|p| !p.get("data-part").is_empty()) {
            seen.insert(part.named("code")[0].text.strip_prefix("relier ").unwrap().to_owned(), Vec::new());
        }
        assert_eq!(seen, expected, "{lang}");
        // The first page prints all counts of a direction with one command.
        let cover: Vec<String> = html
            .named("table")
            .into_iter()
            .find(|t| t.has_class("denominators"))
            .unwrap()
            .named("tr")
            .iter()
            .map(|r| r.named("code")[0].text.clone())
            .collect();
        assert_eq!(cover.len(), 4);
        for command in cover {
            let printed = text(&words(&command));
            assert!(printed.lines().filter(|l| l.starts_with("| ")).count() > 4, "{command}");
        }
    }
}

#[test]
fn a_part_that_does_not_exist_is_refused_with_the_nearest() {
    let done = crate::run(&["gaps", "secure", "--only", "bohts"]);
    assert_eq!(done.status.code(), Some(2));
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(told.contains("did you mean both?"), "{told}");
    assert!(done.stdout.is_empty());
}
