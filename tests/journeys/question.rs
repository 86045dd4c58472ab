//! “Which of our partners have no security leg, and where does the text say so?”

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::support::set;
use super::{good, json, words};

const NOTE_12: &str = "Avec les États-Unis et l’Inde.";
const NOTE_13: &str = "Avec le Japon, la République de Corée, Singapour et le Canada.";
const NOTE_14: &str = "Avec le Brésil, le Mexique, l’Argentine, l’Australie et les Balkans occidentaux.";
const NOTE_30: &str = "L’UE a conclu de tels partenariats avec le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord.";

/// Those with a digital leg whom note 30 does not name, with the note that gives them their digital leg.
const WITHOUT: [(&str, &str, &str, &str); 9] = [
    ("ARG", "Argentine", "Argentina", NOTE_14),
    ("AUS", "Australie", "Australia", NOTE_14),
    ("BRA", "Brésil", "Brazil", NOTE_14),
    ("CAN", "Canada", "Canada", NOTE_13),
    ("IND", "Inde", "India", NOTE_12),
    ("MEX", "Mexique", "Mexico", NOTE_14),
    ("SGP", "Singapour", "Singapore", NOTE_13),
    ("USA", "États-Unis", "United States", NOTE_12),
    ("WESTERN_BALKANS", "Balkans occidentaux", "Western Balkans", NOTE_14),
];

fn section<'a>(goal: &'a Value, id: &str) -> &'a Vec<Value> {
    let sections = goal["sections"].as_array().unwrap();
    let found = sections.iter().find(|s| s["id"] == id).unwrap_or_else(|| panic!("no section {id}"));
    found["lines"].as_array().unwrap()
}

fn actors(lines: &[Value]) -> BTreeSet<&str> {
    lines.iter().flat_map(|l| l["actors"].as_array().unwrap()).map(|a| a.as_str().unwrap()).collect()
}

#[test]
fn the_three_lists_are_those_of_the_notes() {
    let goals = json("gaps secure");
    let [goal] = &goals.as_array().unwrap()[..] else { panic!("one goal was asked for") };
    let without: BTreeSet<&str> = WITHOUT.iter().map(|w| w.0).collect();
    assert_eq!(actors(section(goal, "digital-only")), without);
    assert_eq!(actors(section(goal, "both")), set("JPN KOR"));
    assert_eq!(actors(section(goal, "security-only")), set("ALB GBR MDA MKD NOR"));
}

#[test]
fn each_answer_carries_the_closed_lists_sentence_and_the_digital_legs() {
    let goals = json("gaps secure");
    for line in section(&goals[0], "digital-only") {
        let id = line["actors"][0].as_str().unwrap();
        let (_, _, _, note) = WITHOUT.iter().find(|w| w.0 == id).unwrap();
        let quotes: Vec<(&str, &str)> = line["evidence"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| (e["at"].as_str().unwrap(), e["quote"].as_str().unwrap()))
            .collect();
        assert!(quotes.contains(&("n30", NOTE_30)), "{id}: {quotes:?}");
        assert!(quotes.iter().any(|(_, q)| q == note), "{id}: {quotes:?}");
        // A note is read with the sentence that calls it.
        assert!(quotes.iter().any(|(at, q)| *at == "s2 (4)" && q.ends_with(" 30")), "{id}: {quotes:?}");
        assert!(quotes.iter().any(|(at, q)| *at == "s2 ¶1" && q.contains(" 12")), "{id}: {quotes:?}");
        assert_eq!((line["value"].as_str(), line["column"].as_str()), (Some("absent"), Some("SDP")));
    }
}

/// `[3]` → its quotation, from the list under a report.
fn citations(report: &str) -> BTreeMap<String, String> {
    report
        .lines()
        .filter_map(|l| l.strip_prefix("- [")?.split_once("] "))
        .map(|(number, quote)| (number.to_owned(), quote.to_owned()))
        .collect()
}

#[test]
fn the_report_says_it_in_both_languages_with_numbers_that_lead_to_the_sentences() {
    for lang in ["fr", "en"] {
        let report = good(&words(&format!("gaps secure --lang {lang}")));
        let cited = citations(&report);
        for (_, fr, en, note) in WITHOUT {
            let name = if lang == "fr" { fr } else { en };
            let line = report.lines().find(|l| l.starts_with(&format!("- {name}: ")));
            let line = line.unwrap_or_else(|| panic!("{lang}: no line on {name}"));
            let numbers = line.rsplit_once('[').unwrap().1.trim_end_matches(']');
            let quotes: Vec<&String> = numbers.split(", ").map(|n| &cited[n]).collect();
            assert!(quotes.iter().any(|q| q.contains(NOTE_30) && q.contains("note 30")), "{lang}, {name}");
            assert!(quotes.iter().any(|q| q.contains(note)), "{lang}, {name}: {quotes:?}");
        }
        let headline = report.lines().find(|l| l.starts_with("**9 ")).unwrap();
        let said = if lang == "fr" { "9 unités sur 11" } else { "9 units of 11" };
        assert!(headline.contains(said), "{headline}");
        // The word of the method: never «missing».
        assert!(!report.contains("manquant") && !report.contains("missing SDP"), "{lang}");
        let date = if lang == "fr" { "5 juin 2025" } else { "5 June 2025" };
        assert!(report.contains(date), "{lang}: an absence has the date of its source");
    }
}

#[test]
fn french_and_english_verbs_are_one_question() {
    for names in [
        &["deepen", "approfondir", "approfondira"][..],
        &["enlarge", "agrandir", "agrandira", "élargir", "elargir"],
        &["connect", "relier", "reliera", "connecter"],
        &["secure", "renforcer", "renforcera", "strengthen", "RENFORCER"],
    ] {
        let first = good(&["gaps", names[0]]);
        assert!(!first.is_empty());
        for name in names {
            assert_eq!(good(&["gaps", name]), first, "{name}");
        }
    }
    assert_ne!(good(&["gaps", "deepen"]), good(&["gaps", "secure"]));
}

#[test]
fn all_four_goals_are_the_four_in_the_order_of_the_text() {
    let goals = json("gaps");
    let ids: Vec<&str> = goals.as_array().unwrap().iter().map(|g| g["goal"].as_str().unwrap()).collect();
    assert_eq!(ids, ["deepen", "enlarge", "connect", "secure"]);
    for (goal, id) in goals.as_array().unwrap().iter().zip(&ids) {
        assert_eq!(json(&format!("gaps {id}"))[0], *goal, "{id}");
    }
    for (goal, verb) in
        goals.as_array().unwrap().iter().zip(["approfondira", "agrandira", "reliera", "renforcera"])
    {
        let quote = goal["evidence"][0]["quote"].as_str().unwrap();
        assert!(quote.contains(verb), "the sentence of the strategy says «{verb}»: {quote}");
    }
}

#[test]
fn an_actor_is_found_by_every_name_it_has() {
    let japan = good(&["show", "JPN"]);
    for name in ["jpn", "JP", "Japon", "japon", "Japan", " JAPAN ", "japonais"] {
        assert_eq!(good(&["show", name]), japan, "{name}");
    }
    let korea = good(&["show", "KOR"]);
    for name in ["Corée", "coree du sud", "South Korea", "République de Corée"] {
        assert_eq!(good(&["show", name]), korea, "{name}");
    }
}

#[test]
fn a_passage_is_shown_with_its_words_and_what_cites_it() {
    let note = good(&["show", "n30"]);
    assert!(note.contains(NOTE_30), "{note}");
    for id in ["SDP-GBR", "SDP-NOR", "SDP-MDA", "SDP-KOR", "SDP-JPN", "SDP-ALB", "SDP-MKD"] {
        assert!(note.contains(id), "{id} is not named:\n{note}");
    }
    let point = good(&["show", "st-15315-2025 point 27"]);
    assert!(point.contains("d'ici novembre 2026"), "{point}");
    // Both documents have a note 1.
    assert!(good(&["show", "n1"]).contains("17 avril 2024"));
    assert!(good(&["show", "st-15315-2025 n1"]).contains("Revised Implementing Guidelines"));
}

#[test]
fn a_path_gives_each_step_with_a_source() {
    let path = json("path MEX ARG");
    assert_eq!(path["length"], 1, "both sit in the G20: {}", path["text"]["en"]);
    let steps = path["paths"][0].as_array().unwrap();
    assert!(steps[0]["forums"].as_array().unwrap().contains(&"G20".into()), "{steps:?}");
    for step in steps {
        assert!(!step["evidence"].as_array().unwrap().is_empty(), "{step}");
    }
    // Taiwan sits with Mexico in no restricted forum.
    let through = json("path TWN MEX");
    assert!(through["length"].as_u64().unwrap() >= 2, "{}", through["text"]["en"]);
}

#[test]
fn a_grouping_without_a_security_leg_names_its_members_that_have_one() {
    // Note 30 names Albania and North Macedonia, which are Western Balkans, and not the Western Balkans.
    let goals = json("gaps secure");
    let lines = section(&goals[0], "digital-only");
    for line in lines {
        let text = line["text"]["en"].as_str().unwrap();
        let grouping = line["actors"][0] == "WESTERN_BALKANS";
        assert_eq!(text.contains("some of its members have one of their own"), grouping, "{text}");
        assert_eq!(text.contains(": Albania and North Macedonia"), grouping, "{text}");
    }
}
