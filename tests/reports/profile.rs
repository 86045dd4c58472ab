//! The profile of one partner, and names that try to become markup.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::page::{commands, holds_together};
use crate::{hostile, json, run, text, words};

#[test]
fn a_profile_says_what_the_actor_view_and_the_matrix_say() {
    for (asked, id) in
        [("JAPAN", "JPN"), ("Japon", "JPN"), ("UKR", "UKR"), ("Western Balkans", "WESTERN_BALKANS")]
    {
        let view = json(&["report", asked, "--format", "json"]);
        assert_eq!(view["node"]["id"], id);
        let shown = json(&["show", id, "--format", "json"]);
        let ids = |list: &Value| -> BTreeSet<String> {
            list.as_array().unwrap().iter().map(|t| t["id"].as_str().unwrap().to_owned()).collect()
        };
        let listed = |section: &str| -> BTreeSet<String> {
            let sections = view["sections"].as_array().unwrap();
            let found = sections.iter().find(|s| s["id"] == section).unwrap();
            let lines = found["lines"].as_array().unwrap();
            lines
                .iter()
                .flat_map(|l| l["ties"].as_array().unwrap())
                .map(|t| t.as_str().unwrap().to_owned())
                .collect()
        };
        let named: BTreeSet<String> = listed("instruments").union(&listed("actions")).cloned().collect();
        assert_eq!(named, ids(&shown["ties"]), "{id}: every tie that names it, and no other");
        assert_eq!(listed("groupings"), ids(&shown["derived"]));
        for section in view["sections"].as_array().unwrap().iter().filter(|s| s["id"] != "silent") {
            for line in section["lines"].as_array().unwrap() {
                let silent = line["value"] == "silent" || line["value"] == "member";
                assert_eq!(line["evidence"].as_array().unwrap().is_empty(), silent, "{line}");
            }
        }
        // The row of a core unit is its row in the matrix of the first direction.
        let goal = &json(&["gaps", "deepen", "--format", "json"])[0]["matrices"][0];
        let rows = goal["rows"].as_array().unwrap();
        if let Some(row) = rows.iter().position(|r| r["id"] == id) {
            assert_eq!(view["matrices"][0]["cells"][0], goal["cells"][row]);
        }
    }
}

#[test]
fn a_profile_holds_together_and_its_command_recomputes_it() {
    for lang in ["fr", "en"] {
        let page = text(&["report", "JPN", "--lang", lang]);
        let html = holds_together(&page, lang);
        let printed = commands(&html);
        let whole: Vec<&String> = printed.iter().filter(|c| !c.contains(" --only ")).collect();
        assert_eq!(whole.len(), 1);
        let mut args = words(whole[0]);
        assert_eq!(page, text(&args));
        args.extend(["--format", "json"]);
        let counts = json(&args)["counts"].clone();
        let rows: Vec<_> = html.named("tr").into_iter().filter(|r| !r.get("data-count").is_empty()).collect();
        assert_eq!(rows.len(), counts.as_array().unwrap().len());
        for (row, count) in rows.iter().zip(counts.as_array().unwrap()) {
            let cells: Vec<u64> = row
                .named("td")
                .iter()
                .filter(|c| c.has_class("n"))
                .map(|c| c.text.parse().unwrap())
                .collect();
            assert_eq!(cells, [count["n"].as_u64().unwrap(), count["of"].as_u64().unwrap()]);
        }
        let markdown = text(&["report", "JPN", "--lang", lang, "--format", "md"]);
        for quote in html.named("q") {
            assert!(markdown.contains(&quote.text), "{} is not in the Markdown", quote.text);
        }
    }
}

#[test]
fn nobody_has_a_profile_who_is_no_partner() {
    for (asked, hint) in [("EU", "relier show EU"), ("G7", "relier show G7"), ("Japn", "JPN")] {
        let done = run(&["report", asked]);
        assert_eq!(done.status.code(), Some(2), "{asked}");
        assert!(String::from_utf8_lossy(&done.stderr).contains(hint), "{asked}");
        assert!(done.stdout.is_empty());
    }
}

#[test]
fn hostile_names_stay_text() {
    let data = hostile();
    let dir = data.path().to_str().unwrap();
    for args in [vec!["report"], vec!["report", "JPN"], vec!["report", "JPN", "--lang", "en"]] {
        let mut all = vec!["--data", dir];
        all.extend(&args);
        let page = text(&all);
        let lang = if args.contains(&"en") { "en" } else { "fr" };
        let html = holds_together(&page, lang);
        assert!(page.contains("&lt;script&gt;alert(1)"), "the hostile name is shown as text");
        assert!(html.named("a").iter().all(|a| !a.get("href").starts_with("javascript")));
    }
}
