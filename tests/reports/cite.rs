//! Citations.

use serde_json::Value;

use crate::{hostile, json, run, text, words};

#[test]
fn a_citation_names_the_view_the_program_the_dataset_the_dates_and_both_documents() {
    let dataset = json(&["gaps", "secure", "--format", "json"])[0]["dataset"].clone();
    for lang in ["fr", "en"] {
        let view = "gaps secure --as-of 2026-01-15";
        let cite = |format: &str| text(&["cite", "--view", view, "--format", format, "--lang", lang]);
        let items: Vec<Value> = serde_json::from_str(&cite("csl")).unwrap();
        assert_eq!(items.len(), 1 + dataset["documents"].as_array().unwrap().len());
        // The fields and types of the CSL-JSON schema that are used here; it admits no others.
        let fields = [
            "id",
            "type",
            "title",
            "author",
            "issued",
            "version",
            "number",
            "publisher",
            "URL",
            "language",
            "note",
        ];
        for item in &items {
            assert!(item.as_object().unwrap().keys().all(|k| fields.contains(&k.as_str())), "{item}");
            assert!(["software", "report"].contains(&item["type"].as_str().unwrap()));
            assert_eq!(item["issued"]["date-parts"][0].as_array().unwrap().len(), 3);
            assert!(!item["author"][0]["literal"].as_str().unwrap().is_empty());
        }
        for (item, document) in items[1..].iter().zip(dataset["documents"].as_array().unwrap()) {
            assert_eq!(item["number"], document["reference"]);
            assert_eq!(item["title"], document["title"][lang]);
        }
        // The title is one that a reader can quote; the command stands in the note.
        assert!(!items[0]["title"].as_str().unwrap().contains("relier"));
        let command = items[0]["note"].as_str().unwrap().rsplit_once(": ").unwrap().1.to_owned();
        assert!(command.contains("gaps secure") && command.contains("--as-of 2026-01-15"), "{command}");
        text(&words(&command));
        for whole in [cite("text"), cite("bibtex"), items[0]["note"].to_string()] {
            for part in [dataset["digest"].as_str().unwrap(), env!("CARGO_PKG_VERSION"), "2026"] {
                assert!(whole.contains(part), "{part} is not in {whole}");
            }
        }
        for document in dataset["documents"].as_array().unwrap() {
            assert!(cite("text").contains(document["reference"].as_str().unwrap()));
        }
    }
    for nothing in ["gaps nowhere", "gaps --not-an-option", "nothing", "show 's2"] {
        assert_eq!(run(&["cite", "--view", nothing]).status.code(), Some(2), "{nothing}");
    }
}

#[test]
fn bibtex_is_balanced_also_with_hostile_names() {
    let data = hostile();
    let plain = text(&["cite", "--format", "bibtex"]);
    let bad = text(&["--data", data.path().to_str().unwrap(), "cite", "--format", "bibtex"]);
    for given in [plain, bad] {
        let bare = given.replace("\\{", "").replace("\\}", "");
        let mut depth = 0i32;
        for c in bare.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            assert!(depth >= 0);
        }
        assert_eq!(depth, 0);
        assert_eq!(given.lines().filter(|l| l.starts_with('@')).count(), 3);
        for line in given.lines().filter(|l| l.contains(" = ") && !l.contains("url = ")) {
            for special in ['&', '%', '$', '#', '_'] {
                assert_eq!(
                    line.matches(special).count(),
                    line.matches(&format!("\\{special}")).count(),
                    "{line}"
                );
            }
        }
    }
}
