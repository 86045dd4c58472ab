//! A finding has a word of its own: the same in the API, on the command line and in the address of the page.

use std::collections::BTreeSet;
use std::process::Command;

use axum::http::StatusCode;
use serde_json::Value;

use super::{get, refused};

fn lines(goal: &Value) -> Vec<(&str, &Value)> {
    let sections = goal["sections"].as_array().unwrap();
    sections
        .iter()
        .flat_map(|s| s["lines"].as_array().unwrap().iter().map(|l| (s["id"].as_str().unwrap(), l)))
        .collect()
}

#[tokio::test]
async fn each_finding_has_a_word_that_no_other_has() {
    let mut all = 0;
    for query in
        ["", "?as-of=2026-03-01", "?known=2025-06-05", "?additional", "?edit=add+DP+NOR&edit=drop+DD-BRA"]
    {
        let goals = get(&format!("/api/v1/gaps{query}")).await.json();
        for goal in goals.as_array().unwrap() {
            let mut words = BTreeSet::new();
            for (section, line) in lines(goal) {
                let id = line["id"].as_str().unwrap();
                assert!(words.insert(id.to_owned()), "{query}: {id} twice");
                // It reads as what it is about, and needs no escape in an address.
                assert!(id.starts_with(&format!("{section}.")), "{id}");
                assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "{id}");
                all += 1;
            }
        }
    }
    assert!(all > 1000, "{all} findings");
    // What stays on another day keeps its word.
    let on = |goal: Value| {
        lines(&goal).iter().map(|(_, l)| l["id"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    let before = on(get("/api/v1/gaps/deepen").await.json());
    let after = on(get("/api/v1/gaps/deepen?as-of=2026-03-01").await.json());
    assert!(
        before.contains("silent.JPN.D7") || before.contains("columns.D7"),
        "D7 has nothing running for anyone"
    );
    assert!(before.intersection(&after).count() > 30);
}

#[tokio::test]
async fn a_finding_alone_is_the_finding_among_all_and_the_command_says_the_same() {
    for goal in ["deepen", "enlarge", "connect", "secure"] {
        let whole = get(&format!("/api/v1/gaps/{goal}")).await.json();
        for (section, line) in lines(&whole).into_iter().step_by(9) {
            let id = line["id"].as_str().unwrap();
            let one = get(&format!("/api/v1/gaps/{goal}?finding={}", id.to_lowercase())).await;
            assert_eq!(one.status, StatusCode::OK, "{id}");
            let one = one.json();
            assert_eq!(lines(&one), [(section, line)], "{id}");
            assert_eq!(
                one["command"],
                format!("relier gaps {goal} --finding {id} --as-of 2025-11-20 --known 2025-11-20")
            );
        }
    }
    let told = Command::new(env!("CARGO_BIN_EXE_relier"))
        .args(["gaps", "secure", "--finding", "both.JPN.SDP", "--format", "json"])
        .output()
        .unwrap();
    assert!(told.status.success());
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(told[0], get("/api/v1/gaps/secure?finding=both.JPN.SDP").await.json());
}

#[tokio::test]
async fn a_finding_is_cited_by_its_word_and_an_unknown_one_is_named() {
    let cited = get("/api/v1/cite?view=gaps+secure+--finding+both.JPN.SDP&lang=en").await;
    let text = String::from_utf8(cited.body).unwrap();
    assert!(text.contains("relier gaps secure --finding both.JPN.SDP --as-of 2025-11-20"), "{text}");
    let path = "/api/v1/gaps/secure?finding=both.JPM.SDP&lang=en";
    refused(path, StatusCode::UNPROCESSABLE_ENTITY, &["there is no finding", "both.JPM.SDP", "both.JPN.SDP"])
        .await;
    let path = "/api/v1/gaps/secure?finding=nothing&lang=fr";
    refused(
        path,
        StatusCode::UNPROCESSABLE_ENTITY,
        &["il n’y a pas de constat de cette direction «nothing»"],
    )
    .await;
    let done = Command::new(env!("CARGO_BIN_EXE_relier"))
        .args(["gaps", "secure", "--finding", "both.JPM.SDP"])
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("--finding") && told.contains("both.JPN.SDP"), "{told}");
}
