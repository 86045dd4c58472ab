//! Each verb in both languages and in each form.

use serde_json::Value;

use super::support::{JOIN, root};
use super::{REPORTS, good, relier, words};

/// Verbs of one word that `relier --help` lists.
fn verbs() -> Vec<String> {
    let help = good(&["--help"]);
    let list = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    // A wrapped description goes on further to the right.
    let own = list.lines().filter(|l| l.starts_with("  ") && !l.starts_with("   "));
    own.map(|l| l.split_whitespace().next().unwrap().to_owned()).filter(|v| v != "help").collect()
}

#[test]
fn every_report_is_written_in_both_languages() {
    for report in REPORTS {
        let (fr, en) =
            (good(&words(&format!("{report} --lang fr"))), good(&words(&format!("{report} --lang en"))));
        assert_ne!(fr, en, "{report}");
        assert_eq!(good(&words(report)), fr, "{report}: French unless told");
        assert!(fr.starts_with("# ") && en.starts_with("# "), "{report}");
        assert!(fr.contains("ce n’est pas un registre") && en.contains("not a registry"), "{report}");
        for text in [&fr, &en] {
            assert!(
                text.contains("JOIN(2025) 140 final") && text.contains("ST 15315/1/25 REV 1"),
                "{report}"
            );
            assert!(text.ends_with('\n') && !text.contains('\r'), "{report}");
        }
        assert!(fr.contains("État au ") && en.contains("As of "), "{report}");
    }
}

#[test]
fn quotations_stay_french_in_an_english_report() {
    let en = good(&words("show DP-JPN --lang en"));
    assert!(en.contains("“Avec le Japon, la République de Corée, Singapour et le Canada.”"), "{en}");
    assert!(en.contains("EU–Japan Digital Partnership"), "{en}");
}

#[test]
fn every_quotation_of_a_report_stands_in_a_document() {
    let conclusions = super::support::CONCLUSIONS;
    for report in ["gaps", "actions", "show JAPAN", "path MEX AUS --without-eu"] {
        let text = good(&words(&format!("{report} --lang en")));
        let mut seen = 0;
        for quote in text.split('“').skip(1).map(|q| q.split_once('”').unwrap().0) {
            // Words in quotation marks that are no quotations are commands, and names of actors and of switches.
            if quote.starts_with("relier ") || quote.chars().count() < 30 {
                continue;
            }
            seen += 1;
            // What a sentence leaves out is marked; the rest is the document's own.
            let quote = quote.trim_start_matches("[…] ").trim_end_matches(" […]");
            assert!(JOIN.contains(quote) || conclusions.contains(quote), "{report}: “{quote}”");
        }
        assert!(seen > 0, "{report}");
    }
}

#[test]
fn json_parses_and_carries_dataset_and_dates() {
    for report in REPORTS {
        let text = good(&words(&format!("{report} --format json")));
        let value: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{report}: {e}"));
        assert!(text.ends_with("}\n") || text.ends_with("]\n"), "{report}");
        if report.starts_with("show D") || report.starts_with("show a") {
            assert_eq!(value["class"], "stated", "{report}");
            continue;
        }
        let one = if value.is_array() { &value[0] } else { &value };
        assert_eq!(one["dataset"]["digest"].as_str().unwrap().len(), 64, "{report}");
        let as_of = if report.contains("--as-of") { "2026-03-01" } else { "2025-11-20" };
        assert_eq!(
            (&one["dates"]["as_of"], &one["dates"]["known"]),
            (&as_of.into(), &"2025-11-20".into()),
            "{report}"
        );
        assert!(one["command"].as_str().unwrap().starts_with("relier "), "{report}");
    }
}

#[test]
fn json_is_the_same_in_both_languages() {
    for report in REPORTS {
        let of = |lang: &str| good(&words(&format!("{report} --format json --lang {lang}")));
        assert_eq!(of("fr"), of("en"), "{report}");
    }
}

#[test]
fn csv_parses_with_one_count_of_columns() {
    for report in [
        "gaps",
        "gaps secure",
        "rank degree",
        "rank betweenness --graph incidence",
        "actions",
        "actions --as-of 2027-01-01",
        "moves deepen --budget 8",
        "robustness secure --replicates 5",
        "compare JPN KOR",
    ] {
        for lang in ["fr", "en"] {
            let text = good(&words(&format!("{report} --format csv --lang {lang}")));
            let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
            let heads = reader.headers().unwrap().clone();
            assert!(heads.len() > 5, "{report}");
            assert!(heads.iter().all(|h| !h.is_empty()), "{report}: {heads:?}");
            let rows: Vec<csv::StringRecord> =
                reader.records().map(|r| r.unwrap_or_else(|e| panic!("{report}: {e}"))).collect();
            assert!(rows.len() > 5, "{report}");
            let digest = heads.iter().position(|h| h == "digest").unwrap();
            assert!(rows.iter().all(|r| r[digest].len() == 64), "{report}: each row says which dataset");
            let at = |head: &str| heads.iter().position(|h| h == head).unwrap();
            let as_of = if report.contains("2027") { "2027-01-01" } else { "2025-11-20" };
            for (head, value) in [("as_of", as_of), ("known", "2025-11-20"), ("dataset", "1.0.0")] {
                assert!(rows.iter().all(|r| &r[at(head)] == value), "{report}: {head}");
            }
        }
    }
}

#[test]
fn csv_holds_as_many_lines_as_json() {
    let read = |line: &str| {
        let text = good(&words(&format!("{line} --format csv")));
        csv::Reader::from_reader(text.as_bytes()).records().count()
    };
    let goals = super::json("gaps");
    let lines: usize = goals
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|g| g["sections"].as_array().unwrap())
        .map(|s| s["lines"].as_array().unwrap().len())
        .sum();
    assert_eq!(read("gaps"), lines);
    let monitor = super::json("actions");
    let awaited = monitor["awaited"].as_array().unwrap().len();
    assert_eq!(read("actions"), 82 + awaited, "50 rows, 32 examples and what awaits its next state");
    assert_eq!(read("rank degree"), super::json("rank degree")["rows"].as_array().unwrap().len());
}

#[test]
fn markdown_tables_have_equal_rows() {
    for report in REPORTS {
        let text = good(&words(report));
        let mut columns = None;
        for line in text.lines() {
            if !line.starts_with('|') {
                columns = None;
                continue;
            }
            let bars = line.replace("\\|", "").matches('|').count();
            assert_eq!(*columns.get_or_insert(bars), bars, "{report}: {line}");
        }
    }
}

#[test]
fn the_same_command_prints_the_same_bytes() {
    let mut all: Vec<String> = REPORTS.iter().map(|r| (*r).to_owned()).collect();
    all.extend(REPORTS.iter().map(|r| format!("{r} --format json")));
    all.extend(["gaps --format csv", "rank degree --format csv", "actions --format csv"].map(str::to_owned));
    all.extend(
        ["export json", "export json --without-eu", "export json --split-eu", "check --mentions"]
            .map(str::to_owned),
    );
    all.extend(["draw wheel", "draw wheel --format dot", "draw ego JPN --format dot"].map(str::to_owned));
    all.push("rank betweenness --replicates 20 --seed 7".to_owned());
    for line in all {
        let (first, second) = (relier(&words(&line)), relier(&words(&line)));
        assert_eq!((first.code, second.code), (0, 0), "{line}: {}", first.err);
        assert!(first.out == second.out, "{line} differs from run to run");
        assert!(first.err == second.err, "{line} says something else from run to run");
    }
}

#[test]
fn a_dataset_in_a_folder_gives_what_the_binary_gives() {
    let folder = root().join("seeds");
    let folder = folder.to_str().unwrap();
    for report in ["gaps", "rank degree", "actions --format json", "export json"] {
        let whole = good(&words(report));
        let beside = good(&[words(report), vec!["--data".into(), folder.into()]].concat());
        // The option stands before the verb as well.
        assert_eq!(good(&[vec!["--data".into(), folder.into()], words(report)].concat()), beside, "{report}");
        // What is printed differs in how it is asked for alone.
        let as_json = format!(",\n    \"data_option\": \" --data {folder}\"");
        let bare = beside.replace(&as_json, "").replace(&format!(" --data {folder}"), "");
        assert_eq!(bare, whole, "{report}");
        assert!(report == "export json" || bare != beside, "{report} does not say where it was read");
    }
}

#[test]
fn every_verb_has_help() {
    let verbs = verbs();
    for wanted in ["gaps", "rank", "actions", "show", "path", "check", "draw", "export", "serve"] {
        assert!(verbs.iter().any(|v| v == wanted), "{wanted} is not in {verbs:?}");
    }
    for verb in &verbs {
        let help = good(&[verb.as_str(), "--help"]);
        assert!(help.contains(&format!("Usage: relier {verb}")), "{verb}: {help}");
        assert_eq!(good(&["help", verb]), help, "{verb}");
        // Every line of help is a sentence for people: an option without a word on it helps nobody.
        let options = help.split_once("Options:\n").unwrap().1;
        for (at, _) in options.match_indices("  --") {
            let line = options[at..].lines().next().unwrap();
            assert!(
                line.split_whitespace().count() > 2
                    || options[at..].lines().nth(1).is_some_and(|l| l.len() > 10),
                "{verb}: {line}"
            );
        }
    }
}

#[test]
fn the_program_says_its_version() {
    let version = good(&["--version"]);
    assert_eq!(version, format!("relier {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(good(&["-V"]), version);
}

#[test]
fn completions_and_manual_name_every_verb() {
    let manual = good(&["man"]);
    for verb in verbs() {
        for shell in ["bash", "zsh", "fish"] {
            let script = good(&["completions", shell]);
            assert!(script.contains(&verb), "{shell} does not complete {verb}");
        }
        assert!(manual.contains(&verb.to_uppercase()), "{verb} is not in the manual");
    }
}
