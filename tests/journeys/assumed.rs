//! What rests on an assumption says so first, in every verb, form and language.

use super::{good, json, relier, words};

const VERBS: [&str; 12] = [
    "gaps",
    "gaps secure",
    "rank betweenness --replicates 20",
    "actions",
    "report",
    "report JAPAN",
    "compare JPN KOR",
    "compare --dates 2025-06-05 2026-03-01",
    "whatif",
    "moves connect",
    "robustness secure --replicates 10",
    "show JPN",
];

fn with_edits(verb: &str, more: &str) -> Vec<String> {
    let mut args = words(verb);
    args.extend([
        "--edit".to_owned(),
        "add SDP CAN".to_owned(),
        "--edit".to_owned(),
        "drop DD-BRA".to_owned(),
    ]);
    args.extend(words(more));
    args
}

#[test]
fn every_report_under_a_scenario_says_so_in_its_first_line() {
    for verb in VERBS {
        for (lang, first) in [("fr", "# Hypothèse, non un fait: "), ("en", "# Assumption, not a fact: ")] {
            let text = good(&with_edits(verb, &format!("--format md --lang {lang}")));
            assert!(text.starts_with(first), "{verb}: {}", &text[..80]);
            let plain =
                good(&words(&format!("{verb} --format md --lang {lang}").replace("whatif", "gaps secure")));
            assert!(!plain.contains(first), "{verb}: nothing is assumed without a scenario");
        }
    }
}

#[test]
fn pages_pictures_and_tables_under_a_scenario_say_so_too() {
    for verb in ["gaps secure", "report JAPAN", "compare JPN KOR"] {
        let page = good(&with_edits(verb, "--format html --lang en"));
        assert!(page.contains("<title>Assumption, not a fact: "), "{verb}");
        assert!(
            page.contains("<h1>Assumption, not a fact: ") && page.contains("class=\"assumed\""),
            "{verb}"
        );
    }
    for picture in ["wheel", "ego JPN", "matrix", "calendar", "lattice"] {
        let svg = relier(&with_edits(&format!("draw {picture}"), "--lang fr")).out;
        let title = svg.split("<title").nth(1).unwrap_or_default();
        assert!(title.split_once('>').unwrap().1.starts_with("Hypothèse, non un fait: "), "{picture}");
        assert!(svg.contains("On suppose"), "{picture} says what is assumed");
    }
    let dot = good(&with_edits("draw wheel", "--format dot --lang en"));
    assert!(dot.starts_with("graph \"Assumption, not a fact: "), "{}", &dot[..80]);
    for verb in ["gaps secure", "compare JPN KOR", "rank degree", "actions"] {
        let csv = good(&with_edits(verb, "--format csv"));
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines[0].starts_with("assumption,"), "{verb}: {}", lines[0]);
        assert!(lines[1].starts_with("add SDP CAN; drop DD-BRA,"), "{verb}: {}", lines[1]);
    }
}

#[test]
fn the_edits_stand_in_json_and_in_the_command_that_recomputes() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "name = \"n\"\n[[edit]]\ndo = \"add\"\nkind = \"SDP\"\nparty = \"CAN\"\n")
        .unwrap();
    let value = json(&format!("gaps secure --scenario {}", file.path().display()));
    assert_eq!(value[0]["dates"]["assumptions"][0]["words"], "add SDP CAN");
    assert!(value[0]["command"].as_str().unwrap().ends_with("--edit \"add SDP CAN\""));
    let plain = json("gaps secure");
    assert!(plain[0]["dates"].get("assumptions").is_none());
    // The count moves by the one that was assumed, and by no other.
    let n = |v: &serde_json::Value| {
        v[0]["counts"].as_array().unwrap().iter().find(|c| c["id"] == "both").unwrap()["n"].as_u64().unwrap()
    };
    assert_eq!(n(&value), n(&plain) + 1);
}

#[test]
fn two_scenarios_compared_say_what_each_assumes() {
    let args = ["compare", "--edit", "drop DD-BRA", "--against-edit", "add DP NOR", "--lang", "en"]
        .map(str::to_owned);
    let text = good(&args);
    assert!(text.starts_with("# Assumption, not a fact: Two scenarios"), "{}", &text[..80]);
    let side = |label: &str| text.lines().find(|l| l.starts_with(&format!("- **{label}**"))).unwrap();
    assert!(side("First scenario").contains("Assume absent") && side("First scenario").contains("Brazil"));
    assert!(side("Second scenario").contains("Norway") && !side("Second scenario").contains("Brazil"));
}
