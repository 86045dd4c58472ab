//! The two dates: when a tie held, and what had been published.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{good, json, words};

/// Phase of each action on a day.
fn phases(day: &str) -> BTreeMap<String, String> {
    let monitor = json(&format!("actions --as-of {day}"));
    let phase =
        |a: &Value| (a["tie"]["id"].as_str().unwrap().to_owned(), a["phase"].as_str().unwrap().to_owned());
    monitor["actions"].as_array().unwrap().iter().map(phase).collect()
}

#[test]
fn forty_rows_run_on_the_day_of_the_conclusions() {
    let phases = phases("2025-11-20");
    assert_eq!(phases.len(), 82);
    let running = phases.iter().filter(|(id, phase)| id.starts_with("annex-") && *phase == "running");
    // 41 calendars say that the action runs; that of row 22 says from 2026.
    assert_eq!(running.count(), 40);
    assert_eq!(phases["annex-22"], "to-start");
}

#[test]
fn an_announced_date_that_passes_promotes_nothing() {
    let before = phases("2025-12-31");
    let after = phases("2026-01-01");
    // «2025-2030», «Quatrième trimestre de 2025»
    for id in ["annex-1", "annex-47"] {
        assert_eq!((before[id].as_str(), after[id].as_str()), ("to-start", "unconfirmed"), "{id}");
    }
    // «2027-2030», «2026-2030»: still ahead.
    assert_eq!(after["annex-14"], "to-start");
    assert_eq!(phases("2027-01-01")["annex-49"], "unconfirmed");
    // «Action continue (2026-2029)»
    assert_eq!((before["annex-22"].as_str(), after["annex-22"].as_str()), ("to-start", "running"));
    assert_eq!(phases("2030-01-01")["annex-22"], "ended");
    // «Action continue (2023-2026)»
    assert_eq!((after["annex-23"].as_str(), phases("2027-01-01")["annex-23"].as_str()), ("running", "ended"));
}

#[test]
fn an_expected_association_becomes_unconfirmed_and_a_signature_never_enters_into_force() {
    let state = |id: &str, day: &str| {
        let tie = json(&format!("show {id} --as-of {day}"));
        tie["state"].as_str().unwrap().to_owned()
    };
    for id in ["HE-CHE", "HE-KOR", "HE-EGY"] {
        assert_eq!(
            (state(id, "2025-12-31"), state(id, "2026-01-01")),
            ("proposed".into(), "unconfirmed".into()),
            "{id}"
        );
    }
    assert_eq!(state("HE-JPN", "2030-01-01"), "negotiating", "no year is said of Japan");
    assert_eq!(state("DTA-SGP", "2030-01-01"), "agreed");
}

#[test]
fn the_councils_deadline_is_november_2026() {
    let deadline = |day: &str| {
        let monitor = json(&format!("actions --as-of {day}"));
        let all = monitor["deadlines"].as_array().unwrap().clone();
        all.into_iter().find(|d| d["due"] == "2026-11").unwrap()
    };
    assert_eq!(deadline("2026-11-30")["passed"], false);
    assert_eq!(deadline("2026-12-01")["passed"], true);
    assert!(deadline("2026-12-01")["evidence"]["quote"].as_str().unwrap().contains("d'ici novembre 2026"));
}

#[test]
fn what_was_not_yet_published_is_nowhere() {
    for line in ["gaps", "actions", "export json", "rank degree --format json", "show NATO"] {
        let text = good(&words(&format!("{line} --known 2025-06-05 --as-of 2025-06-05")));
        for trace in ["point 9", "point 26", "3GPP", "IETF"] {
            assert!(!text.contains(trace), "{line} knows {trace} before the conclusions");
        }
    }
    // The standards bodies are named by the conclusions alone.
    assert!(good(&["export", "json"]).contains("3GPP"));
    let monitor = json("actions --known 2025-06-05 --as-of 2025-06-05");
    assert_eq!(monitor["deadlines"], serde_json::json!([]));
}

#[test]
fn both_dates_stand_in_every_report() {
    for line in ["gaps secure", "actions", "rank degree", "show JAPAN"] {
        let text = good(&words(&format!("{line} --as-of 2026-02-03 --known 2025-12-24")));
        assert!(text.contains("2026-02-03") && text.contains("2025-12-24"), "{line}");
    }
}
