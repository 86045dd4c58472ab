//! The reports: well-formed, self-contained, complete in both languages, and every number what its printed command prints.

#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Output};

use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(args).output().unwrap()
}

fn bytes(args: &[&str]) -> Vec<u8> {
    let done = run(args);
    assert!(done.status.success(), "relier {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn text(args: &[&str]) -> String {
    String::from_utf8(bytes(args)).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&bytes(args)).unwrap()
}

/// An element of a parsed page: name, attributes, text of itself and all below, children.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn start(tag: &BytesStart) -> Element {
        let attributes = tag
            .attributes()
            .map(|a| {
                let a = a.unwrap();
                (a.key.as_ref().to_owned(), quick_xml::escape::unescape(&a.value).unwrap().into_owned())
            })
            .collect();
        let name = tag.name().as_ref().to_owned();
        Element { name, attributes, ..Element::default() }
    }

    fn get(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }

    fn has_class(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|c| c == class)
    }

    fn all(&self) -> Vec<&Element> {
        let mut out = vec![self];
        out.extend(self.children.iter().flat_map(Element::all));
        out
    }

    fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|e| e.name == name).collect()
    }

    fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().into_iter().find(|e| e.get("id") == id)
    }
}

/// Parses a page; anything that is not well-formed fails.
fn parse(page: &str) -> Element {
    let page = page.strip_prefix("<!DOCTYPE html>").expect("a page says that it is HTML");
    let mut reader = quick_xml::Reader::from_str(page);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(Element::start(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(Element::start(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                let parent = open.last_mut().unwrap();
                parent.text += &done.text;
                parent.children.push(done);
            }
            Event::Text(words) => {
                open.last_mut().unwrap().text += &words;
            }
            Event::GeneralRef(name) => {
                let whole = format!("&{};", &*name);
                open.last_mut().unwrap().text += &quick_xml::escape::unescape(&whole).unwrap();
            }
            Event::Eof => break,
            other => panic!("unexpected in a page: {other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "elements are left open");
    let mut root = open.pop().unwrap();
    assert_eq!(root.children.len(), 1);
    root.children.pop().unwrap()
}

/// What every HTML report must be, whatever its subject.
fn holds_together(page: &str, lang: &str) -> Element {
    let html = parse(page);
    assert_eq!((html.name.as_str(), html.get("lang")), ("html", lang));
    let all = html.all();
    let mut ids = BTreeSet::new();
    for element in &all {
        assert!(
            !["script", "link", "iframe", "object", "img", "base", "form"].contains(&element.name.as_str())
        );
        assert!(element.attributes.keys().all(|k| !k.starts_with("on")), "{element:?}");
        let id = element.get("id");
        assert!(id.is_empty() || ids.insert(id), "the id {id} stands twice");
    }
    let sources: BTreeSet<&str> =
        html.by_id("sources").unwrap().named("a").iter().map(|a| a.get("href")).collect();
    for element in &all {
        for key in ["href", "src", "xlink:href", "action", "data", "poster", "srcset"] {
            let target = element.get(key);
            let known = target.is_empty()
                || target.strip_prefix('#').is_some_and(|id| ids.contains(id))
                || sources.contains(target);
            assert!(known, "{key}={target} leads nowhere or out of the page");
        }
        if element.name == "style" {
            let outside = element.text.contains("url(") && !element.text.contains("url(#");
            assert!(!outside && !element.text.contains("@import"), "a rule asks for something outside");
        }
    }
    // Addresses: the documents' own in the list of sources, and the namespaces of SVG.
    let named = page.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "");
    let addresses = named.matches("http:").count() + named.matches("https:").count();
    assert_eq!(addresses, 2 * sources.len(), "an address stands outside the list of sources");
    for quote in html.named("q") {
        assert_eq!(quote.get("lang"), "fr", "both documents are French");
    }
    html
}

/// The commands that a page or text prints.
fn commands(html: &Element) -> Vec<String> {
    html.named("code").iter().map(|c| c.text.clone()).filter(|t| t.starts_with("relier ")).collect()
}

fn words(command: &str) -> Vec<&str> {
    command.split(' ').skip(1).collect()
}

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
            let printed = commands(section);
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
                let cells: Vec<u64> = row.named("td").iter().map(|c| c.text.parse().unwrap()).collect();
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
    let shapes = [("active", "●"), ("planned", "◐"), ("grouping", "○"), ("absent", "✗"), ("silent", "·")];
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
        let shown: BTreeSet<String> = list
            .named("q")
            .iter()
            .map(|q| q.text.trim_start_matches('“').trim_end_matches('”').to_owned())
            .collect();
        assert_eq!(shown, quotes, "{}", section.get("id"));
    }
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    for args in [vec!["report"], vec!["gaps", "connect", "--format", "html", "--lang", "en"]] {
        assert_eq!(bytes(&args), bytes(&args), "{args:?}");
    }
}

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
        assert_eq!(printed.len(), 1);
        let mut args = words(&printed[0]);
        args.extend(["--lang", lang]);
        assert_eq!(page, text(&args));
        args.extend(["--format", "json"]);
        let counts = json(&args)["counts"].clone();
        let rows: Vec<_> = html.named("tr").into_iter().filter(|r| !r.get("data-count").is_empty()).collect();
        assert_eq!(rows.len(), counts.as_array().unwrap().len());
        for (row, count) in rows.iter().zip(counts.as_array().unwrap()) {
            let cells: Vec<u64> = row.named("td").iter().map(|c| c.text.parse().unwrap()).collect();
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

/// A copy of the seeds in which names, titles and addresses try to become markup.
fn hostile() -> tempfile::TempDir {
    fn copy(from: &std::path::Path, to: &std::path::Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let target = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                copy(&entry.path(), &target)
            } else {
                std::fs::copy(entry.path(), target).map(|_| ()).unwrap();
            }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    copy(std::path::Path::new("seeds"), dir.path());
    let edit = |file: &str, from: &str, to: &str| {
        let path = dir.path().join(file);
        let old = std::fs::read_to_string(&path).unwrap();
        assert!(old.contains(from), "{file} no longer holds «{from}»");
        std::fs::write(path, old.replace(from, to)).unwrap();
    };
    let markup = r#"</style></title><script>alert(1)</script>\" onload=\"x()"#;
    edit("instruments.toml", "Partenariat numérique UE-Japon", markup);
    edit(
        "documents/join-2025-140.toml",
        "reference = \"JOIN(2025) 140 final\"",
        &format!("reference = \"{markup}\""),
    );
    edit("documents/join-2025-140.toml", "address = \"https://", "address = \"javascript:alert(1)//");
    edit("taxonomy.toml", "Recherche et innovation", markup);
    dir
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
