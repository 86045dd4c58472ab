//! The network for other programs, read back with other readers: the same nodes, ties and quotations as the JSON export.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::process::{Command, Output};

use calamine::{Reader as _, Xlsx};
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use serde_json::Value;

fn relier(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(arguments).output().unwrap()
}

fn export(arguments: &[&str]) -> Vec<u8> {
    let done = relier(&[&["export"], arguments].concat());
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_slice(&export(&[&["json"], arguments].concat())).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value[key].as_array().map(|a| a.iter().collect()).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Of the JSON export: ids of nodes and ties, and each participation as tie and actor.
fn wanted(json: &Value) -> (BTreeSet<String>, BTreeSet<(String, String)>) {
    let (nodes, ties) = (list(json, "nodes"), list(json, "ties"));
    let ids = nodes.iter().chain(&ties).map(|n| text(&n["id"])).collect();
    let parts =
        ties.iter().flat_map(|t| list(t, "participants").into_iter().map(move |p| (text(&t["id"]), text(p))));
    (ids, parts.collect())
}

/// Whom a role of an edge makes a participant.
fn is_part(role: &str) -> bool {
    matches!(role, "party" | "group" | "member")
}

/// A reader of GraphML and GEXF that shares nothing with the importer: nodes with their values, edges with theirs.
type Read = (BTreeMap<String, BTreeMap<String, String>>, Vec<(String, String, BTreeMap<String, String>)>);

fn xml(bytes: &[u8]) -> Read {
    let whole = std::str::from_utf8(bytes).unwrap();
    let mut reader = Reader::from_str(whole);
    let mut names: BTreeMap<(String, String), String> = BTreeMap::new();
    let (mut nodes, mut edges): Read = Default::default();
    let (mut class, mut open, mut key, mut said) = (String::new(), ' ', String::new(), String::new());
    let mut id = String::new();
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let a: BTreeMap<String, String> = tag
                    .attributes()
                    .map(|a| a.unwrap())
                    .map(|a| {
                        (
                            a.key.as_ref().to_owned(),
                            a.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned(),
                        )
                    })
                    .collect();
                let get = |k: &str| a.get(k).cloned().unwrap_or_default();
                said.clear();
                match tag.name().as_ref() {
                    "key" => drop(names.insert((get("for"), get("id")), get("attr.name"))),
                    "attributes" => class = get("class"),
                    "attribute" => drop(names.insert((class.clone(), get("id")), get("title"))),
                    "node" => {
                        (open, id) = ('n', get("id"));
                        assert!(nodes.insert(id.clone(), BTreeMap::new()).is_none(), "{id} twice");
                    }
                    "edge" => {
                        open = 'e';
                        edges.push((get("source"), get("target"), BTreeMap::new()));
                    }
                    "data" => key = get("key"),
                    "attvalue" => {
                        let class = if open == 'n' { "node" } else { "edge" };
                        let name = names[&(class.to_owned(), get("for"))].clone();
                        let values = if open == 'n' {
                            nodes.get_mut(&id).unwrap()
                        } else {
                            &mut edges.last_mut().unwrap().2
                        };
                        values.insert(name, get("value"));
                    }
                    _ => {}
                }
            }
            Event::Text(t) => said += &t.xml_content(XmlVersion::Implicit1_0),
            Event::GeneralRef(r) => said += &quick_xml::escape::unescape(&format!("&{};", &**r)).unwrap(),
            Event::End(tag) if tag.name().as_ref() == "data" => {
                let class = match open {
                    'n' => "node",
                    'e' => "edge",
                    _ => "graph",
                };
                let name = names[&(class.to_owned(), key.clone())].clone();
                match open {
                    'n' => drop(nodes.get_mut(&id).unwrap().insert(name, said.clone())),
                    'e' => drop(edges.last_mut().unwrap().2.insert(name, said.clone())),
                    _ => {}
                }
            }
            Event::Eof => return (nodes, edges),
            _ => {}
        }
    }
}

fn compare_graph((nodes, edges): &Read, json: &Value, what: &str) {
    let (ids, parts) = wanted(json);
    assert_eq!(nodes.keys().cloned().collect::<BTreeSet<_>>(), ids, "{what}");
    let found: BTreeSet<(String, String)> =
        edges.iter().filter(|(.., v)| is_part(&v["role"])).map(|(a, b, _)| (a.clone(), b.clone())).collect();
    assert_eq!(found, parts, "{what}");
    for tie in list(json, "ties") {
        let values = &nodes[tie["id"].as_str().unwrap()];
        assert_eq!(values["state"], tie["state"], "{what}");
        for evidence in list(tie, "evidence") {
            assert!(
                values["evidence"].contains(evidence["quote"].as_str().unwrap()),
                "{what}: {}",
                tie["id"]
            );
        }
    }
}

const SELECTIONS: [&[&str]; 4] = [
    &[],
    &["--without-eu"],
    &["--class", "stated", "--instrument", "DP", "--as-of", "2025-06-05", "--known", "2025-06-05"],
    &["--split-eu", "--kind", "partner"],
];

#[test]
fn every_form_has_the_nodes_and_ties_of_the_json_export() {
    for selection in SELECTIONS {
        let json = json(selection);
        for form in ["graphml", "gexf"] {
            compare_graph(&xml(&export(&[&[form], selection].concat())), &json, form);
        }
        let (ids, parts) = wanted(&json);
        let cyjs: Value = serde_json::from_slice(&export(&[&["cytoscape"], selection].concat())).unwrap();
        let data =
            |kind: &str| list(&cyjs["elements"], kind).into_iter().map(|e| &e["data"]).collect::<Vec<_>>();
        assert_eq!(data("nodes").iter().map(|n| text(&n["id"])).collect::<BTreeSet<_>>(), ids);
        let found = data("edges").into_iter().filter(|e| is_part(e["role"].as_str().unwrap()));
        assert_eq!(found.map(|e| (text(&e["source"]), text(&e["target"]))).collect::<BTreeSet<_>>(), parts);
        for (table, key) in [("nodes", "nodes"), ("ties", "ties")] {
            let bytes = export(&[&["csv", "--table", table], selection].concat());
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let found: BTreeSet<String> = reader.records().map(|r| r.unwrap()[0].to_owned()).collect();
            assert_eq!(found, list(&json, key).iter().map(|n| text(&n["id"])).collect(), "{table}");
        }
        let bytes = export(&[&["csv", "--table", "participants"], selection].concat());
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let found: BTreeSet<(String, String)> =
            reader.records().map(|r| r.unwrap()).map(|r| (r[0].to_owned(), r[1].to_owned())).collect();
        assert_eq!(found, parts);
    }
}

#[test]
fn every_quotation_is_in_the_tables_the_spreadsheet_and_the_linked_data() {
    let json = json(&[]);
    let quotes: Vec<(String, String, u64)> = list(&json, "ties")
        .into_iter()
        .flat_map(|t| {
            list(t, "evidence")
                .into_iter()
                .map(move |e| (text(&t["id"]), text(&e["quote"]), e["start"].as_u64().unwrap()))
        })
        .collect();
    let bytes = export(&["csv", "--table", "evidence"]);
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(&bytes[..]).records().map(|r| r.unwrap()).collect();
    let found: Vec<(String, String, u64)> =
        rows.iter().map(|r| (r[0].to_owned(), r[6].to_owned(), r[4].parse().unwrap())).collect();
    assert_eq!(found, quotes);

    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(export(&["xlsx"]))).unwrap();
    assert_eq!(book.sheet_names(), ["about", "nodes", "ties", "participants", "evidence"]);
    let sheet = book.worksheet_range("evidence").unwrap();
    let found: Vec<(String, String)> =
        sheet.rows().skip(1).map(|r| (r[0].to_string(), r[6].to_string())).collect();
    assert_eq!(found, quotes.iter().map(|(t, q, _)| (t.clone(), q.clone())).collect::<Vec<_>>());

    let linked: Value = serde_json::from_slice(&export(&["jsonld"])).unwrap();
    let found: Vec<(String, String, u64)> = list(&linked, "@graph")
        .into_iter()
        .flat_map(|n| {
            list(n, "relier:evidence").into_iter().map(move |e| (n, &e["oa:hasTarget"]["oa:hasSelector"]))
        })
        .map(|(n, s)| {
            (text(&n["schema:identifier"]), text(&s[0]["oa:exact"]), s[1]["oa:start"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(found, quotes);
}

#[test]
fn linked_data_names_nothing_that_is_not_there() {
    let linked: Value = serde_json::from_slice(&export(&["jsonld"])).unwrap();
    let prefixes: BTreeSet<&String> = linked["@context"].as_object().unwrap().keys().collect();
    let ids: Vec<String> = list(&linked, "@graph").iter().map(|n| text(&n["@id"])).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice");
    let ids: BTreeSet<String> = ids.into_iter().collect();
    fn walk(value: &Value, prefixes: &BTreeSet<&String>, ids: &BTreeSet<String>) {
        match value {
            Value::Array(all) => all.iter().for_each(|v| walk(v, prefixes, ids)),
            Value::Object(map) => {
                for (key, value) in map {
                    let known = key.starts_with('@')
                        || key.split_once(':').is_some_and(|(p, _)| prefixes.iter().any(|k| *k == p));
                    assert!(known, "{key} has no vocabulary");
                    walk(value, prefixes, ids);
                }
                // A reference leads to something in the file, but for words of a vocabulary.
                if let (1, Some(Value::String(id))) = (map.len(), map.get("@id")) {
                    assert!(ids.contains(id) || id.starts_with("oa:"), "{id} is not in the file");
                }
            }
            _ => {}
        }
    }
    walk(&linked["@graph"], &prefixes, &ids);
}

#[test]
fn every_file_says_of_which_dataset_and_dates_it_is_what_an_edge_means_and_what_may_be_done_with_it() {
    let json = json(&[]);
    let digest = text(&json["dataset"]["digest"]);
    for form in ["graphml", "gexf", "cytoscape", "jsonld"] {
        let file = String::from_utf8(export(&[form])).unwrap();
        for word in [digest.as_str(), "2025-11-20", "Every tie is a node", "Reuse", "relier export"] {
            assert!(file.contains(word), "{form} does not say «{word}»");
        }
    }
    let about = String::from_utf8(export(&["csv", "--table", "about"])).unwrap();
    assert!(about.contains(&digest) && about.contains("as_of,2025-11-20"), "{about}");
    let ties = String::from_utf8(export(&["csv", "--table", "ties"])).unwrap();
    let first = csv::Reader::from_reader(ties.as_bytes()).records().next().unwrap().unwrap();
    assert_eq!(first.iter().rev().take(2).collect::<Vec<_>>(), ["2025-11-20", "2025-11-20"]);
}

#[test]
fn the_meeting_projection_is_the_graph_that_rank_measures() {
    for switch in [&[][..], &["--without-eu"]] {
        let (nodes, edges) = xml(&export(&[&["graphml", "--projection", "meeting"], switch].concat()));
        let ranks = relier(&[&["rank", "degree", "--format", "json"], switch].concat()).stdout;
        let ranks: Value = serde_json::from_slice(&ranks).unwrap();
        let words = ranks.to_string();
        assert!(words.contains(&format!("\"nodes\":{}", nodes.len())), "{} nodes", nodes.len());
        assert!(words.contains(&format!("\"edges\":{}", edges.len())), "{} edges", edges.len());
        assert!(edges.iter().all(|(.., v)| !v["through"].is_empty()));
    }
}

#[test]
fn the_same_bytes_twice() {
    for form in ["graphml", "gexf", "cytoscape", "jsonld", "xlsx"] {
        assert_eq!(export(&[form]), export(&[form]), "{form}");
    }
}

#[test]
fn wrong_usage_says_what_would_be_right() {
    for (arguments, word) in [
        (&["export", "csv"][..], "--output DIR/"),
        (&["export", "graphml", "--table", "ties"], "--table is for csv"),
        (&["export", "csv", "--table", "nodes", "--projection", "meeting"], "--projection is for"),
        (&["export", "csv", "--table", "nods"], "did you mean «nodes»?"),
    ] {
        let done = relier(arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&done.stderr).contains(word), "{arguments:?}");
    }
}

#[test]
fn all_tables_go_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let to = format!("{}/tables/", folder.path().display());
    export(&["csv", "--output", &to]);
    for table in ["nodes", "ties", "participants", "evidence", "about"] {
        let alone = export(&["csv", "--table", table]);
        assert_eq!(std::fs::read(format!("{to}{table}.csv")).unwrap(), alone);
    }
}

/// The way out and back in: what the file carries is there again.
#[test]
fn the_shipped_network_comes_back_from_graphml_and_gexf() {
    let folder = tempfile::tempdir().unwrap();
    let of = |json: &Value| -> BTreeMap<String, (String, BTreeSet<String>)> {
        let ties = list(json, "ties").into_iter().filter(|t| t["class"] != "derived");
        ties.map(|t| {
            (text(&t["id"]), (text(&t["state"]), list(t, "participants").into_iter().map(text).collect()))
        })
        .collect()
    };
    let actors = |json: &Value| -> BTreeMap<String, (String, Value)> {
        let nodes = list(json, "nodes").into_iter();
        nodes
            .filter(|n| n["kind"] != "domain")
            .map(|n| (text(&n["id"]), (text(&n["kind"]), n["names"].clone())))
            .collect()
    };
    let before = json(&[]);
    for form in ["graphml", "gexf"] {
        let file = folder.path().join(format!("net.{form}"));
        std::fs::write(&file, export(&[form])).unwrap();
        let data = folder.path().join(form);
        let (file, data) = (file.to_str().unwrap(), data.to_str().unwrap());
        let done = relier(&["import", file, "--output", data]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        assert!(relier(&["check", "--data", data]).status.success());
        let after = json(&["--data", data]);
        let (mut wanted, found) = (of(&before), of(&after));
        // The document says more than the day: a state that the calendar contradicts is written as it stood on the day.
        wanted.retain(|id, _| found.contains_key(id));
        assert_eq!(found, wanted, "{form}");
        assert_eq!(found.len(), of(&before).len(), "{form}: ties are missing");
        assert_eq!(actors(&after), actors(&before), "{form}");
    }
}
