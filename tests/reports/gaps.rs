//! The gap-analysis report.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::page::{Element, commands, holds_together, parse, unmarked};
use crate::{bytes, json, text, words};

#[test]
fn the_gap_report_holds_together_in_both_languages() {
    for lang in ["fr", "en"] {
        let page = text(&["gaps", "--format", "html", "--lang", lang]);
        let html = holds_together(&page, lang);
        assert_eq!(page, text(&["report", "--lang", lang]), "two verbs, one report");
        for goal in ["deepen", "enlarge", "connect", "secure"] {
            let section = html.by_id(goal).unwrap();
            assert!(section.named("blockquote").len() >= 2, "{goal}: the sentence of the strategy");
            assert!(section.all().iter().any(|e| e.has_class("headline")));
            assert!(section.named("ol").iter().any(|e| e.has_class("quotes")));
        }
        let digest = &json(&["gaps", "secure", "--format", "json"])[0]["dataset"]["digest"];
        assert!(html.by_id("sources").is_some() && page.contains(digest.as_str().unwrap()));
    }
}

#[test]
fn every_number_of_the_tables_is_what_the_printed_command_prints() {
    for lang in ["fr", "en"] {
        let html = parse(&text(&["report", "--lang", lang]));
        let sections: Vec<_> = html.named("section").into_iter().filter(|s| s.has_class("goal")).collect();
        assert_eq!(sections.len(), 4);
        for section in sections {
            // The commands of parts have a test of their own.
            let whole = |c: &String| !c.contains(" --only ");
            let printed: Vec<String> = commands(section).into_iter().filter(whole).collect();
            assert_eq!(printed.len(), 1);
            let mut args = words(&printed[0]);
            args.extend(["--format", "json"]);
            let goal = &json(&args)[0];
            assert_eq!(goal["goal"], section.get("id"));
            let rows: Vec<_> =
                section.named("tr").into_iter().filter(|r| !r.get("data-count").is_empty()).collect();
            let counts = goal["counts"].as_array().unwrap();
            assert_eq!(rows.len(), counts.len());
            for (row, count) in rows.iter().zip(counts) {
                assert_eq!(count["id"], row.get("data-count"));
                let cells: Vec<u64> =
                    row.named("td").iter().take(2).map(|c| c.text.parse().unwrap()).collect();
                assert_eq!(cells, [count["n"].as_u64().unwrap(), count["of"].as_u64().unwrap()]);
            }
            matrices(section, goal);
            let lists = goal["sections"].as_array().unwrap();
            for list in lists {
                let head = section.by_id(&format!("{}-{}", section.get("id"), list["id"].as_str().unwrap()));
                let n = list["lines"].as_array().unwrap().len();
                assert!(head.unwrap().text.ends_with(&format!("({n})")));
            }
        }
    }
}

/// The matrices show the cells of the JSON, by shape.
fn matrices(section: &Element, goal: &Value) {
    let shapes = [("active", "●"), ("planned", "○"), ("grouping", "◇"), ("absent", "✗"), ("silent", "·")];
    let tables: Vec<_> =
        section.named("table").into_iter().filter(|t| !t.get("data-matrix").is_empty()).collect();
    let given = goal["matrices"].as_array().unwrap();
    assert_eq!(tables.len(), given.len());
    for (table, matrix) in tables.iter().zip(given) {
        let rows: Vec<_> = table.named("tbody")[0].children.iter().filter(|c| c.name == "tr").collect();
        let cells = matrix["cells"].as_array().unwrap();
        assert_eq!(rows.len(), cells.len());
        for (row, cells) in rows.iter().zip(cells) {
            let shown: Vec<String> =
                row.named("span").iter().filter(|s| s.has_class("shape")).map(|s| s.text.clone()).collect();
            let meant: Vec<&str> = cells
                .as_array()
                .unwrap()
                .iter()
                .map(|c| shapes.iter().find(|(class, _)| c["class"] == *class).unwrap().1)
                .collect();
            assert_eq!(shown, meant);
        }
    }
}

#[test]
fn every_quotation_of_the_report_is_one_of_its_command_and_each_number_leads_to_one() {
    let html = parse(&text(&["report", "--lang", "en"]));
    for section in html.named("section").into_iter().filter(|s| s.has_class("goal")) {
        let goal = &json(&["gaps", section.get("id"), "--format", "json"])[0];
        let mut quotes = BTreeSet::new();
        for line in goal["sections"].as_array().unwrap().iter().flat_map(|s| s["lines"].as_array().unwrap()) {
            quotes.extend(
                line["evidence"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|e| e["quote"].as_str().unwrap().trim().to_owned()),
            );
        }
        let list = section.named("ol").into_iter().find(|e| e.has_class("quotes")).unwrap();
        let shown: BTreeSet<String> = list.named("q").iter().map(|q| unmarked(&q.text)).collect();
        assert_eq!(shown, quotes, "{}", section.get("id"));
    }
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    for args in [vec!["report"], vec!["gaps", "connect", "--format", "html", "--lang", "en"]] {
        assert_eq!(bytes(&args), bytes(&args), "{args:?}");
    }
}
