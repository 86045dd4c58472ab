//! The method document.

use crate::{json, text};

#[test]
fn the_method_documents_are_what_the_program_prints() {
    for lang in ["fr", "en"] {
        let path = format!("docs/method.{lang}.md");
        let printed = text(&["method", "--lang", lang]);
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(kept == printed, "{path} is stale: relier method --lang {lang} -o {path}");
        assert!(!printed.contains("{{"), "a part was not filled in");
    }
}

#[test]
fn the_method_gives_each_line_of_the_crosswalk_with_its_reason_and_each_measure_with_its_card() {
    let taxonomy: toml::Value =
        toml::from_str(&std::fs::read_to_string("seeds/taxonomy.toml").unwrap()).unwrap();
    for lang in ["fr", "en"] {
        let printed = text(&["method", "--lang", lang]);
        let lines = taxonomy["crosswalk"].as_array().unwrap();
        for line in lines {
            let reason = line["reason"][lang].as_str().unwrap();
            let from = line.get("area").or(line.get("leg")).unwrap().as_str().unwrap();
            let row = printed.lines().find(|l| l.contains(&format!("`{from}`")) && l.contains(reason));
            assert!(row.is_some_and(|r| r.contains(line["domain"].as_str().unwrap())), "{from}: {reason}");
        }
        let rank = json(&["rank", "degree", "--format", "json"]);
        for card in rank["measures"].as_array().unwrap() {
            for part in ["names", "says", "avoid"] {
                assert!(printed.contains(card[part][lang].as_str().unwrap()), "{}", card["id"]);
            }
        }
        // What it tells people to type exists.
        for command in printed.split('`').filter(|c| c.starts_with("relier ")) {
            let verb =
                command.split(' ').find(|w| !["relier", "--data", "DIR", "DOSSIER"].contains(w)).unwrap();
            text(&[verb, "--help"]);
        }
    }
}
