//! The JSON export follows the contract of docs/export.md.

use std::collections::BTreeSet;

use serde_json::Value;

use super::support::{CONCLUSIONS, CONCLUSIONS_ID, JOIN, JOIN_ID, set};
use super::{good, words};

fn export(options: &str) -> Value {
    serde_json::from_str(&good(&words(&format!("export json {options}")))).unwrap()
}

fn array<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {value}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is no text in {value}"))
}

/// Selections that a reader can make; each must give a whole network.
const SELECTIONS: [&str; 14] = [
    "",
    "--without-eu",
    "--split-eu",
    "--class stated",
    "--class derived",
    "--class structural",
    "--as-of 2026-06-01",
    "--known 2025-06-05",
    "--as-of 2025-06-05 --known 2025-06-05",
    "--kind partner --class stated",
    "--instrument DP,SDP --class stated",
    "--area CYB --state active",
    "--focus JPN --depth 2",
    "--domain D2",
];

const KINDS: &str =
    "TTC DP DD CD SDP DTA DFR FTA-D HE DEP CSP GP PKG HUB ROAM REG ARR CABLE TRUST FORUM ACTION MEMBER";

#[test]
fn the_export_says_what_it_is() {
    let whole = export("");
    assert_eq!(text(&whole, "schema"), "relier/1");
    let keys: BTreeSet<&str> = whole.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, set("schema dataset dates nodes ties"));
    assert_eq!(text(&whole["dataset"], "digest").len(), 64);
    let documents: Vec<(&str, &str, &str)> = array(&whole["dataset"], "documents")
        .iter()
        .map(|d| (text(d, "id"), text(d, "reference"), text(d, "date")))
        .collect();
    assert_eq!(
        documents,
        [
            (JOIN_ID, "JOIN(2025) 140 final", "2025-06-05"),
            (CONCLUSIONS_ID, "ST 15315/1/25 REV 1", "2025-11-20"),
        ]
    );
    assert_eq!(
        (text(&whole["dates"], "as_of"), text(&whole["dates"], "known")),
        ("2025-11-20", "2025-11-20")
    );
}

#[test]
fn nodes_have_their_fields_and_countries_their_iso_codes() {
    let kinds = set("hub member-state partner grouping forum programme instrument action area domain");
    for selection in SELECTIONS {
        let mut seen = BTreeSet::new();
        for node in array(&export(selection), "nodes") {
            let id = text(node, "id");
            assert!(seen.insert(id.to_owned()), "{selection}: {id} twice");
            assert!(kinds.contains(text(node, "kind")), "{selection}: {node}");
            assert!(
                !text(&node["names"], "fr").is_empty() && !text(&node["names"], "en").is_empty(),
                "{node}"
            );
            let country = matches!(text(node, "kind"), "partner" | "member-state");
            if country {
                assert!(id.len() == 3 && id.bytes().all(|b| b.is_ascii_uppercase()), "{node}");
                assert_eq!(text(node, "iso3"), id);
                assert!(
                    set("member-state enlargement neighbourhood others").contains(text(node, "stratum")),
                    "{node}"
                );
            } else {
                assert!(node.get("iso3").is_none() && node.get("stratum").is_none(), "{node}");
            }
            if text(node, "kind") == "forum" {
                assert!(set("working agenda universal").contains(text(node, "level")), "{node}");
            }
        }
    }
}

#[test]
fn every_participant_is_a_node_and_every_id_is_given_once() {
    for selection in SELECTIONS {
        let whole = export(selection);
        let nodes: BTreeSet<&str> = array(&whole, "nodes").iter().map(|n| text(n, "id")).collect();
        let mut seen = BTreeSet::new();
        assert!(!array(&whole, "ties").is_empty(), "«{selection}» selects nothing");
        for tie in array(&whole, "ties") {
            let id = text(tie, "id");
            assert!(seen.insert(id), "{selection}: {id} twice");
            for participant in array(tie, "participants") {
                assert!(nodes.contains(participant.as_str().unwrap()), "{selection}: {id} has {participant}");
            }
            let participants = array(tie, "participants");
            let unique: BTreeSet<&str> = participants.iter().map(|p| p.as_str().unwrap()).collect();
            assert_eq!(unique.len(), participants.len(), "{selection}: {id}");
            for party in array(tie, "parties") {
                assert!(unique.contains(text(party, "id")), "{selection}: {id}, {party}");
            }
            for via in tie.get("via").and_then(Value::as_array).into_iter().flatten() {
                assert!(nodes.contains(via.as_str().unwrap()), "{selection}: {id} via {via}");
            }
        }
    }
}

#[test]
fn ties_have_their_fields_and_codes() {
    let states =
        set("proposed negotiating agreed active suspended dormant ended unknown unconfirmed unbegun");
    let areas = set("CON AI G6 SEM QUA CYB EID PLA GOV");
    let domains = set("D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11");
    for selection in SELECTIONS {
        for tie in array(&export(selection), "ties") {
            assert!(set(KINDS).contains(text(tie, "kind")), "{tie}");
            assert!(states.contains(text(tie, "state")), "{tie}");
            assert!(set("cooperative concern").contains(text(tie, "polarity")), "{tie}");
            assert!(tie["date_conflict"].is_boolean(), "{tie}");
            assert!(array(tie, "areas").iter().all(|a| areas.contains(a.as_str().unwrap())), "{tie}");
            assert!(array(tie, "domains").iter().all(|d| domains.contains(d.as_str().unwrap())), "{tie}");
            let valid = &tie["valid"];
            for end in ["from", "to"] {
                let day = valid[end].as_str();
                assert!(valid[end].is_null() || day.is_some_and(|d| d.len() == 10), "{tie}");
            }
            let dated = !valid["from"].is_null() || !valid["to"].is_null();
            assert_eq!(dated, valid["precision"].is_string(), "{tie}");
            if let (Some(from), Some(to)) = (valid["from"].as_str(), valid["to"].as_str()) {
                assert!(from < to, "half-open: {tie}");
            }
            if let Some(row) = tie.get("row") {
                assert!((1..=50).contains(&row.as_u64().unwrap()) && text(tie, "kind") == "ACTION", "{tie}");
            }
            if let Some(example) = tie.get("example") {
                assert!(
                    (1..=32).contains(&example.as_u64().unwrap()) && text(tie, "kind") == "ACTION",
                    "{tie}"
                );
            }
        }
    }
}

#[test]
fn the_three_classes_rest_on_what_they_say() {
    let whole = export("");
    let mut classes = BTreeSet::new();
    for tie in array(&whole, "ties") {
        let (id, class) = (text(tie, "id"), text(tie, "class"));
        classes.insert(class);
        match class {
            "stated" => {
                assert!(!array(tie, "evidence").is_empty(), "{id}");
                assert!(tie.get("via").is_none() && tie.get("source").is_none(), "{id}");
            }
            "derived" => {
                assert!(!array(tie, "evidence").is_empty() && !array(tie, "via").is_empty(), "{id}");
                let (of, member) = id.split_once('>').unwrap();
                assert!(array(tie, "participants").contains(&member.into()), "{id}");
                assert!(array(&whole, "nodes").iter().any(|n| text(n, "id") == of), "{id}");
            }
            "structural" => {
                assert!(array(tie, "evidence").is_empty() && !text(tie, "source").is_empty(), "{id}");
                assert_eq!((text(tie, "kind"), text(tie, "state")), ("MEMBER", "active"), "{id}");
                assert_eq!(id, format!("MEMBER-{}", tie["participants"][0].as_str().unwrap()));
            }
            other => panic!("{id} is of class {other}"),
        }
    }
    assert_eq!(classes, set("stated derived structural"), "all three are exported unless one is chosen");
    for class in ["stated", "derived", "structural"] {
        let some = export(&format!("--class {class}"));
        assert!(array(&some, "ties").iter().all(|t| text(t, "class") == class), "{class}");
    }
}

#[test]
fn memberships_alone_are_those_of_the_groups_that_the_documents_name() {
    let groups = |options: &str| -> BTreeSet<String> {
        let whole = export(options);
        let members = array(&whole, "ties").iter().filter(|t| t["class"] == "structural");
        members.map(|t| text(t, "id").to_owned()).collect()
    };
    let alone = groups("--class structural");
    assert!(alone.contains("MEMBER-G7") && alone.contains("MEMBER-ASEAN"), "{alone:?}");
    assert_eq!(alone, groups("--class stated,structural"));
}

#[test]
fn byte_offsets_index_the_documents_to_the_quotation() {
    let mut seen = 0;
    for selection in SELECTIONS {
        for tie in array(&export(selection), "ties") {
            for evidence in array(tie, "evidence") {
                let document = match text(evidence, "document") {
                    JOIN_ID => JOIN,
                    CONCLUSIONS_ID => CONCLUSIONS,
                    other => panic!("no document {other}"),
                };
                let number = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
                let bytes = &document.as_bytes()[number("start")..number("end")];
                assert_eq!(std::str::from_utf8(bytes), Ok(text(evidence, "quote")), "{}", tie["id"]);
                assert!(!text(evidence, "at").is_empty());
                seen += 1;
            }
            let evidence = array(tie, "evidence").len() as u64;
            for party in array(tie, "parties") {
                let indices = array(party, "evidence");
                assert!(indices.iter().all(|i| i.as_u64().unwrap() < evidence), "{}", tie["id"]);
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn stated_ties_are_nodes_too() {
    let whole = export("--class stated");
    for tie in array(&whole, "ties") {
        let kind = if text(tie, "kind") == "ACTION" { "action" } else { "instrument" };
        let id = text(tie, "id");
        let node = array(&whole, "nodes").iter().find(|n| text(n, "id") == id);
        assert!(node.is_some_and(|n| text(n, "kind") == kind), "{id}");
    }
}

#[test]
fn every_row_and_example_is_exported() {
    let whole = export("");
    let numbers = |key: &str| -> BTreeSet<u64> {
        array(&whole, "ties")
            .iter()
            .filter(|t| t["class"] == "stated")
            .filter_map(|t| t.get(key)?.as_u64())
            .collect()
    };
    assert_eq!(numbers("row"), (1..=50).collect());
    assert_eq!(numbers("example"), (1..=32).collect());
}

#[test]
fn the_hub_is_a_participant_unless_taken_out() {
    let dialogue = |options: &str| {
        let whole = export(options);
        let ties = array(&whole, "ties").clone();
        ties.into_iter().find(|t| t["id"] == "DP-JPN")
    };
    assert_eq!(dialogue("--class stated").unwrap()["participants"], serde_json::json!(["EU", "JPN"]));
    let without = export("--without-eu");
    for node in array(&without, "nodes") {
        assert!(!matches!(text(node, "kind"), "hub" | "member-state"), "{node}");
    }
    let split = export("--split-eu");
    let states = array(&split, "nodes").iter().filter(|n| n["kind"] == "member-state").count();
    assert_eq!(states, 27);
    for tie in array(&split, "ties").iter().filter(|t| t["kind"] != "MEMBER") {
        assert!(!array(tie, "participants").contains(&"EU".into()), "{}", tie["id"]);
    }
    let france = array(&split, "ties").iter().find(|t| t["id"] == "DP-JPN>FRA").unwrap();
    assert_eq!((text(france, "class"), &france["via"]), ("derived", &serde_json::json!(["EU"])));
}

#[test]
fn the_western_balkans_hold_one_dialogue_and_their_members_none() {
    let whole = export("--instrument DD --class stated");
    let ids: BTreeSet<&str> = array(&whole, "ties").iter().map(|t| text(t, "id")).collect();
    assert_eq!(ids, set("DD-ARG DD-AUS DD-BRA DD-MEX DD-WESTERN_BALKANS"));
    let derived = export("--instrument DD --class derived");
    let members: BTreeSet<&str> = array(&derived, "ties")
        .iter()
        .filter_map(|t| text(t, "id").strip_prefix("DD-WESTERN_BALKANS>"))
        .collect();
    assert_eq!(members, set("ALB BIH MKD MNE SRB XKX"));
}
