//! What a hostile reader would hold against the numbers, and what the output says before being asked.

use serde_json::Value;

use super::{good, json, relier};

const LANGS: [&str; 2] = ["fr", "en"];

fn told(args: &[&str], lang: &str) -> String {
    good(&[args, &["--lang", lang]].concat())
}

/// 105 pairs of 15 kinds, by hand: with n replicates the smallest two-sided p is 2/(n + 1), which Holm multiplies by 105. 1000 cannot come
/// below 5 %, 10 000 can; none says nothing.
#[test]
fn too_few_replicates_decide_nothing_and_say_so() {
    let of = |n: &str, lang| told(&["robustness", "secure", "--replicates", n], lang);
    for (lang, cannot, verdict, none) in [
        ("fr", "1000 répliques ne peuvent rien décider", "indécidable avec ces répliques", "aucun verdict"),
        ("en", "1000 replicates cannot decide", "cannot be decided with these replicates", "no verdict"),
    ] {
        let few = of("1000", lang);
        assert!(few.contains(cannot) && few.contains("4199") && few.contains(verdict), "{few}");
        assert!(!few.contains("non distingué") && !few.contains("not told from chance"), "{few}");
        let nothing = of("0", lang);
        assert!(nothing.contains(none) && !nothing.contains(verdict), "{nothing}");
        let deepen = told(&["robustness", "deepen", "--replicates", "0"], lang);
        assert!(deepen.contains("--replicates 0)") && !deepen.contains("q 10 %"), "{deepen}");
    }
    let enough = of("4199", "en");
    assert!(enough.contains("not told from chance") && !enough.contains("cannot"), "{enough}");
}

#[test]
fn an_order_that_is_not_tested_is_not_called_fragile() {
    for (lang, untested, fragile) in
        [("fr", "n’est pas éprouvé", "fragile"), ("en", "is not tested", "fragile")]
    {
        let out = told(&["rank", "betweenness", "--replicates", "0"], lang);
        assert!(out.contains(untested) && !out.contains(fragile), "{out}");
        assert!(!out.contains("| 1 |"), "a betweenness order that is not tested has ranks: {out}");
    }
}

#[test]
fn an_edit_that_brings_nothing_says_so_in_every_output() {
    let cases: [(&[&str], &str, &str); 4] = [
        (&["--edit", "add SDP JPN"], "n’ouvre ni ne ferme aucune lacune", "opens and closes no gap"),
        (
            &["--edit", "add DP NOR", "--edit", "add DP NOR"],
            "une précédente met déjà ce lien (assumed-DP-NOR)",
            "an earlier one puts this tie there already (assumed-DP-NOR)",
        ),
        (&["--edit", "state SDP-JPN active"], "ne change rien", "changes nothing"),
        (&["--edit", "state DTA-SGP agreed"], "ne change aucun état", "changes no state"),
    ];
    for (edits, fr, en) in cases {
        for (lang, wanted) in [("fr", fr), ("en", en)] {
            for verb in [
                &["whatif"][..],
                &["gaps", "secure"],
                &["rank", "degree"],
                &["report", "JPN", "--format", "md"],
            ] {
                let out = told(&[verb, edits].concat(), lang);
                assert!(out.contains(wanted), "{verb:?} {edits:?} {lang}: {}", &out[..600.min(out.len())]);
            }
        }
    }
    // What does bring something says nothing of the kind: no partnership with Norway is on record.
    let out = told(&["whatif", "--edit", "add DP NOR"], "en");
    assert!(!out.contains("opens and closes no gap") && !out.contains("changes nothing"), "{out}");
    // What it says is so: the count of gaps opened and closed.
    let json: serde_json::Value =
        serde_json::from_str(&good(&["whatif", "--edit", "add SDP JPN", "--format", "json"])).unwrap();
    for goal in json["goals"].as_array().unwrap() {
        for perimeter in goal["perimeters"].as_array().unwrap() {
            for list in ["opened", "closed", "changed"] {
                assert!(perimeter[list].as_array().unwrap().is_empty(), "{goal}");
            }
        }
    }
}

/// The lists of members with a day of check after the known day, counted in the seed itself.
#[test]
fn lists_of_members_read_later_than_is_known_are_counted() {
    let text = std::fs::read_to_string("seeds/memberships.toml").unwrap();
    let days: Vec<&str> = text
        .lines()
        .filter_map(|l| l.strip_prefix("checked = \""))
        .map(|l| l.trim_end_matches('"'))
        .collect();
    for known in ["2025-06-05", "2025-11-20"] {
        let later = days.iter().filter(|d| **d > known).count();
        assert!(later > 1);
        for (lang, wanted) in [
            ("fr", format!("Sur {} listes de membres", days.len())),
            ("fr", format!("{later} ont été lues dans une source postérieure")),
            ("en", format!("{later} were read in a source later than")),
        ] {
            for verb in
                [&["gaps", "connect"][..], &["compare", "JPN", "KOR"], &["report", "JPN", "--format", "md"]]
            {
                let out = told(&[verb, &["--known", known]].concat(), lang);
                assert!(out.contains(&wanted), "{verb:?} {known}: {wanted}");
            }
        }
    }
}

/// The two lists of the seed that are marked incomplete and stand behind a format.
#[test]
fn a_list_of_members_that_is_incomplete_gives_a_minimum() {
    for (lang, wanted) in [
        ("fr", "au moins 7 membres hors UE, liste incomplète, certitude moyenne"),
        ("en", "at least 7 members outside the EU, list incomplete, medium certainty"),
    ] {
        let out = told(&["gaps", "connect", "--only", "formats"], lang);
        assert!(out.contains(wanted), "{out}");
        let least = if lang == "fr" { "au moins" } else { "at least" };
        assert_eq!(out.matches(least).count(), 2, "{out}");
    }
}

#[test]
fn a_comparison_of_two_days_names_both_documents() {
    for lang in LANGS {
        let out = told(&["compare", "--dates", "2025-06-05", "2025-11-20"], lang);
        let head = out.lines().nth(2).unwrap();
        assert!(head.contains("JOIN(2025) 140 final") && head.contains("ST 15315/1/25 REV 1"), "{head}");
    }
}

#[test]
fn days_outside_the_documents_are_said_to_be_so_first() {
    let verbs: [&[&str]; 5] = [
        &["gaps", "secure"],
        &["rank", "degree"],
        &["actions"],
        &["compare", "JPN", "KOR"],
        &["report", "JPN", "--format", "html"],
    ];
    for verb in verbs {
        for (dates, fr, en) in [
            (["--as-of", "2024-01-31"], "précède le premier document", "lies before the first document"),
            (["--as-of", "2027-03-01"], "suit le dernier document", "lies after the last document"),
            (["--known", "2027-03-01"], "Aucun document n’est postérieur", "No document is later than"),
        ] {
            for (lang, wanted) in [("fr", fr), ("en", en)] {
                let out = told(&[verb, &dates].concat(), lang);
                assert!(out.contains(wanted), "{verb:?} {dates:?} {lang}");
            }
        }
        let within = told(verb, "en");
        assert!(
            !within.contains("the first document") && !within.contains("No document is later"),
            "{verb:?}"
        );
    }
    let svg = relier(&["draw", "wheel", "--as-of", "2027-03-01", "--lang", "en"]).out;
    assert!(svg.contains("after the last document"));
    let csv = good(&["gaps", "secure", "--as-of", "2027-03-01", "--format", "csv"]);
    assert!(csv.starts_with("dates,"), "{}", &csv[..200]);
}

#[test]
fn the_same_words_read_in_two_ways_are_said_to_be_so_under_the_limits() {
    for (lang, note) in [("fr", "(note 30)"), ("en", "(note 30)")] {
        let out = told(&["gaps", "secure"], lang);
        assert!(out.contains(note) && out.contains("(note 23)"), "{out}");
        let method = told(&["method"], lang);
        assert!(method.contains("note 30") && method.contains("note 23"));
    }
    // The way out that is named there works: Japan and Korea hold both legs, and Japan falls.
    let before = told(&["gaps", "secure", "--only", "both"], "en");
    let after = told(&["gaps", "secure", "--only", "both", "--edit", "state SDP-JPN agreed"], "en");
    let lines = |text: &str| {
        text.lines().filter(|l| l.starts_with("- Japan") || l.starts_with("- Republic of Korea")).count()
    };
    assert_eq!((lines(&before), lines(&after)), (2, 1), "{before}\n{after}");
}

#[test]
fn a_comparison_asks_for_the_earlier_day_first() {
    let done = relier(&["compare", "--dates", "2025-11-20", "2025-06-05"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("--dates 2025-06-05 2025-11-20"), "{}", done.err);
}

#[test]
fn a_day_before_every_document_is_compared_by_the_first_of_them_and_what_has_no_date_is_said() {
    let view = json("compare --dates 2024-03-15 2025-11-20");
    assert_eq!(view["before"]["dates"]["known"], "2025-06-05");
    assert_eq!(view["after"]["dates"]["known"], "2025-11-20");
    let ties: Value =
        serde_json::from_str(&good(&["export", "json", "--as-of", "2024-03-15", "--known", "2025-06-05"]))
            .unwrap();
    let stated: Vec<&Value> =
        ties["ties"].as_array().unwrap().iter().filter(|t| t["class"] == "stated").collect();
    let undated = stated.iter().filter(|t| t["valid"]["from"].is_null()).count();
    let [between, note] = [0, 1].map(|i| view["notes"][i]["en"].as_str().unwrap());
    assert!(
        note.starts_with(&format!("{undated} of the {} ties known have no date of beginning", stated.len())),
        "{note}"
    );
    // What the later documents alone state is told first.
    let latest: Value = serde_json::from_str(&good(&["export", "json", "--as-of", "2025-11-20"])).unwrap();
    let all = latest["ties"].as_array().unwrap().iter().filter(|t| t["class"] == "stated").count();
    assert!(
        between.ends_with(&format!("{} of the ties known then were not known before.", all - stated.len())),
        "{between}"
    );
    // A day that a document covers needs no such note.
    let later = json("compare --dates 2025-06-05 2025-11-20");
    assert!(!later["notes"].to_string().contains("no date of beginning"));
}

#[test]
fn a_move_names_whom_an_action_reaches_already_and_extends_it_to_the_others() {
    let moves = json("moves deepen --budget 12");
    let network: Value = serde_json::from_str(&good(&["export", "json"])).unwrap();
    let members = |group: &str| -> Vec<String> {
        let own = format!("MEMBER-{group}");
        let tie = network["ties"].as_array().unwrap().iter().find(|t| t["id"] == own.as_str());
        let all = tie.and_then(|t| t["participants"].as_array()).into_iter().flatten();
        all.filter_map(|p| p.as_str()).filter(|p| *p != group).map(str::to_owned).collect()
    };
    // A member, or a grouping all of whose members are.
    let is_in = |unit: &str, group: &str| {
        let (there, own) = (members(group), members(unit));
        there.iter().any(|m| m == unit) || (!own.is_empty() && own.iter().all(|m| there.contains(m)))
    };
    let mut named = 0;
    for m in moves["moves"].as_array().unwrap() {
        let (edit, text) = (m["edit"].as_str().unwrap(), m["text"]["en"].as_str().unwrap());
        let [_, tie, unit] = edit.split(' ').collect::<Vec<_>>()[..] else { continue };
        let tie = network["ties"].as_array().unwrap().iter().find(|t| t["id"] == tie).unwrap();
        let groups = tie["participants"].as_array().unwrap();
        let reached = groups.iter().any(|g| is_in(unit, g.as_str().unwrap()));
        assert_eq!(text.contains("reaches it already"), reached, "{text}");
        named += usize::from(reached);
    }
    assert!(named > 0);
}
