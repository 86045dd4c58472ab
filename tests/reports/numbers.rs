//! Each number of a report with the command that recomputes it, in both languages and both forms.

use std::collections::{BTreeMap, BTreeSet};

use relier::explorer::split_words;

use crate::page::{Element, commands, holds_together, parse};
use crate::{json, text, words};

pub(crate) const LANGS: [&str; 2] = ["fr", "en"];

/// A part of the report: the lines that hold its numbers, and the command printed with them.
struct Part {
    command: String,
    lines: Vec<String>,
}

fn code(line: &str) -> Option<&str> {
    line.strip_prefix("`relier ").and_then(|l| l.strip_suffix('`'))
}

/// Cuts a report in Markdown into its parts; gives with them the lines after the last.
fn parts(report: &str) -> (Vec<Part>, Vec<String>) {
    let mut out: Vec<Part> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for line in report.lines() {
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
            let block = lines.split_off(lines.iter().position(|l| l.starts_with('>')).unwrap());
            out.push(Part { command: command.to_owned(), lines: block });
        } else {
            lines.push(line.to_owned());
        }
    }
    (out, lines)
}

/// What has no command of its own: dates and digest, quotations, the sentence of the strategy by its number, and the command of the whole.
fn is_no_finding(line: &str) -> bool {
    let known =
        ["- [", "> “", "Recalculer: `", "Recompute: `", "État au ", "As of ", "La phrase", "The sentence"];
    known.iter().any(|p| line.starts_with(p))
}

/// Runs each command of a report as it is printed, and looks in what it prints for each line with a number of its part, in their order;
/// gives how many are there, and those that are not.
pub(crate) fn recomputed(report: &str) -> (usize, Vec<String>) {
    let (parts, after) = parts(report);
    let (mut numbers, mut missing) = (0, Vec::new());
    for part in &parts {
        let command = split_words(&part.command).unwrap();
        let again = text(&command.iter().map(String::as_str).collect::<Vec<_>>());
        // A row of counts stands in the report with its command as a further column.
        let printed: Vec<String> = again.lines().map(|l| without_cites(l).trim_end().to_owned()).collect();
        let mut rest = &printed[..];
        let lines =
            part.lines.iter().filter(|l| !is_no_finding(l)).map(|l| without_cites(l).trim_end().to_owned());
        for line in lines.filter(|l| has_digit(l)) {
            match rest.iter().position(|p| *p == line) {
                Some(at) => {
                    rest = &rest[at + 1..];
                    numbers += 1;
                }
                None => missing.push(format!("«{line}» is not printed by relier {}", part.command)),
            }
        }
    }
    let alone = after.iter().filter(|l| has_digit(l) && !is_no_finding(l));
    missing.extend(alone.map(|l| format!("no command for «{l}»")));
    (numbers, missing)
}

/// A line without the numbers of its quotations, ` [1, 3]`, which are counted from 1 in every report.
fn without_cites(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once(" [") {
        out += before;
        rest = match after.split_once(']') {
            Some((numbers, after)) if numbers.chars().all(|c| c.is_ascii_digit() || ", ".contains(c)) => {
                after
            }
            _ => {
                out += " [";
                after
            }
        };
    }
    out + rest
}

pub(crate) fn has_digit(line: &str) -> bool {
    line.chars().any(|c| c.is_ascii_digit())
}

/// The reports beside the profiles, with the fewest lines with a number that each holds; few replicates where they are drawn.
pub(crate) const REPORTS: [(&str, usize); 12] = [
    ("gaps", 200),
    ("moves deepen", 8),
    ("moves enlarge", 6),
    ("moves connect", 6),
    ("moves secure --budget 1", 4),
    ("whatif --edit 'add DP NOR' --edit 'drop DD-BRA'", 30),
    ("compare --dates 2025-06-05 2025-11-20", 8),
    ("compare JPN CAN", 10),
    ("compare JPN KOR SGP CAN", 10),
    ("actions --as-of 2026-03-01", 80),
    ("robustness --replicates 20 --seed 7", 60),
    ("robustness secure --replicates 20", 10),
];

#[test]
fn each_number_is_printed_by_the_command_beside_it() {
    for (report, least) in REPORTS {
        for lang in LANGS {
            let told = format!("{report} --lang {lang}");
            let args = split_words(&told).unwrap();
            let whole = text(&args.iter().map(String::as_str).collect::<Vec<_>>());
            let (numbers, missing) = recomputed(&whole);
            assert!(missing.is_empty(), "{told}: {}", missing.join("\n"));
            assert!(numbers >= least, "{told}: {numbers} lines with numbers");
        }
    }
}

#[test]
fn a_number_that_is_another_is_not_found() {
    for report in ["actions", "report JPN --format md", "moves secure --budget 1"] {
        let whole = text(&report.split(' ').collect::<Vec<_>>());
        let (numbers, missing) = recomputed(&whole);
        assert!(numbers > 3 && missing.is_empty(), "{report}: {missing:?}");
        // Every number but those of commands, quotations and dates is made another, line by line.
        let mut changed = 0;
        let lines = whole.lines().map(|line| {
            let apart = line.contains('`') || is_no_finding(line) || !has_digit(&without_cites(line));
            if apart {
                return line.to_owned();
            }
            changed += 1;
            let other = |c: char| match c {
                '9' => '8',
                '0'..='8' => '9',
                c => c,
            };
            line.chars().map(other).collect()
        });
        let wrong = lines.collect::<Vec<_>>().join("\n");
        let (_, missing) = recomputed(&wrong);
        assert!(
            changed > 2 && missing.len() == changed,
            "{report}: {changed} changed, {} found out",
            missing.len()
        );
    }
}

/// The units of the first direction, as its matrix names them.
fn units() -> Vec<String> {
    let goal = &json(&["gaps", "deepen", "--format", "json"])[0];
    let rows = goal["matrices"][0]["rows"].as_array().unwrap();
    rows.iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_number_of_each_units_profile_is_printed_by_the_command_beside_it() {
    let units = units();
    assert_eq!(units.len(), 11);
    for unit in &units {
        for lang in LANGS {
            let told = format!("report {unit} --format md --lang {lang}");
            let (numbers, missing) = recomputed(&text(&told.split(' ').collect::<Vec<_>>()));
            assert!(missing.is_empty(), "{told}: {}", missing.join("\n"));
            assert!(numbers > 15, "{told}: {numbers} lines with numbers");
        }
    }
}

/// The whole numbers in what is read of an element: quotations and their numbers apart, and what says how to recompute it.
fn numbers_of(element: &Element) -> Vec<String> {
    let apart = ["q", "cite", "code", "blockquote", "abbr"].contains(&element.name.as_str())
        || ["cites", "command", "key", "quotes", "cover"].iter().any(|c| element.has_class(c));
    if apart {
        return Vec::new();
    }
    if element.children.is_empty() || element.name == "li" || element.name == "p" {
        let mut told = element.text.clone();
        for part in element.all().into_iter().filter(|e| e.has_class("cites") || e.name == "code") {
            told = told.replacen(&part.text, "", 1);
        }
        return told
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.parse::<u64>().is_ok())
            .map(str::to_owned)
            .collect();
    }
    element.children.iter().flat_map(numbers_of).collect()
}

#[test]
fn each_number_of_a_printed_profile_is_printed_by_the_command_under_it() {
    for (unit, lang) in [("JPN", "fr"), ("IND", "en"), ("WESTERN_BALKANS", "fr")] {
        let page = parse(&text(&["report", unit, "--lang", lang]));
        let main = &page.named("main")[0];
        let (mut waiting, mut looked): (Vec<String>, usize) = (Vec::new(), 0);
        let mut rows = 0;
        for part in &main.children {
            for row in part.named("tr").into_iter().filter(|r| !r.get("data-count").is_empty()) {
                let again = text(&words(&row.named("code")[0].text));
                let cells: Vec<&str> =
                    row.named("td").iter().filter(|c| c.has_class("n")).map(|c| c.text.as_str()).collect();
                let head = &row.named("th")[0].text.to_lowercase();
                let line = again.lines().find(|l| l.to_lowercase().starts_with(&format!("| {head} |")));
                let line = line.unwrap_or_else(|| panic!("{unit}: {head} in {again}"));
                assert!(
                    line.ends_with(&format!("| {} |", cells.join(" | "))),
                    "{unit}: {line} is not {cells:?}"
                );
                rows += 1;
            }
            if part.has_class("counts") {
                continue;
            }
            if part.get("data-part").is_empty() {
                waiting.extend(numbers_of(part));
                continue;
            }
            let command = &part.named("code")[0].text;
            let again = text(&words(command));
            let printed: BTreeSet<&str> = again.split(|c: char| !c.is_alphanumeric()).collect();
            for number in waiting.drain(..) {
                assert!(
                    printed.contains(number.as_str()),
                    "{unit} {lang}: {number} is not printed by {command}"
                );
                looked += 1;
            }
        }
        assert!(rows == 4 && looked > 60, "{unit}: {rows} rows, {looked} numbers");
        assert!(waiting.is_empty(), "{unit}: no command for {waiting:?}");
    }
}

#[test]
fn one_part_of_a_report_is_refused_with_the_nearest_and_printed_as_words_alone() {
    for (line, said) in [
        ("report JPN --only trad", "did you mean trade?"),
        ("moves deepen --only optimun", "did you mean optimum?"),
        ("actions --only runing", "did you mean running?"),
        ("compare JPN CAN --only kind", "did you mean kinds?"),
        ("robustness --replicates 1 --only zzz", "headline, counts, units"),
        ("moves deepen --only moves --format csv", "--only prints words"),
        ("report --only counts", "missing"),
    ] {
        let done = crate::run(&line.split(' ').collect::<Vec<_>>());
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!((done.status.code(), done.stdout.is_empty()), (Some(2), true), "{line}: {told}");
        assert!(told.contains(said), "{line}: {told}");
    }
    // As a page and as JSON a part of a profile is that part alone.
    let view = json(&["report", "JPN", "--only", "trade", "--format", "json"]);
    assert_eq!(view["sections"].as_array().unwrap().len(), 1);
    assert!(
        view["counts"].as_array().unwrap().is_empty()
            && view["command"].as_str().unwrap().contains("--only trade")
    );
    let page = text(&["report", "JPN", "--only", "trade", "--format", "html"]);
    assert_eq!(holds_together(&page, "fr").named("ul").iter().filter(|e| !e.has_class("limits")).count(), 1);
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
