//! Rankings: no order by betweenness untested, none where records decide it, and nothing computed that is not asked for.

use axum::http::StatusCode;
use serde_json::Value;

use super::{get, refused};

/// The place of a measure, and what the loss of records does to its order, share by share.
fn tested<'a>(rank: &'a Value, measure: &str) -> (usize, Vec<&'a Value>) {
    let at = rank["measures"].as_array().unwrap().iter().position(|m| m["id"] == measure).unwrap();
    let all = rank["robustness"]["stability"].as_array().unwrap();
    (at, all.iter().filter(|s| s["measure"] == measure).collect())
}

#[tokio::test]
async fn the_order_by_betweenness_is_tested_on_both_graphs_and_withheld_where_it_is_fragile() {
    let mut withheld = 0;
    for selection in
        ["", "without-eu", "level=working", "instrument=DP", "without-eu&area=AI", "instrument=DP&without-eu"]
    {
        for graph in ["actors", "incidence"] {
            let path = format!("/api/v1/rank?graph={graph}&{selection}");
            let rank = get(path.trim_end_matches('&')).await.json();
            assert_eq!(rank["robustness"]["replicates"], 200, "{path}");
            let (at, shares) = tested(&rank, "betweenness");
            assert_eq!(shares.len(), 3, "{path}");
            // METHOD 6: τ below 0.7 at the 5 % quantile, at any share.
            let fragile = shares.iter().any(|s| s["tau"][0].as_f64().is_none_or(|t| t < 0.7));
            let rows = rank["rows"].as_array().unwrap();
            for row in rows {
                let (given, hub) = (row["ranks"][at].is_u64(), row["kind"] == "hub");
                assert_eq!(given, !fragile && !hub, "{path} {}", row["id"]);
                assert!(row["values"][at].is_f64(), "{path}");
            }
            let note = rank["notes"].to_string().contains("does not survive the loss of records");
            assert_eq!(note, fragile, "{path}");
            withheld += usize::from(fragile);
            if !fragile {
                // Of each of the first ten, in what share of the draws it stays there.
                let first: Vec<&Value> = rows
                    .iter()
                    .filter(|r| r["ranks"][at].as_u64().is_some_and(|n| n <= 10))
                    .map(|r| &r["id"])
                    .collect();
                for share in &shares {
                    let stays = share["stays"].as_array().unwrap();
                    assert_eq!(stays.len(), first.len(), "{path}");
                    assert!(
                        stays
                            .iter()
                            .all(|s| first.contains(&&s[0]) && (0.0..=1.0).contains(&s[1].as_f64().unwrap()))
                    );
                }
            }
        }
    }
    assert!(withheld > 0 && withheld < 12, "both happen: {withheld} withheld");
}

#[tokio::test]
async fn the_measures_asked_for_are_the_measures_given() {
    let all = get("/api/v1/rank?replicates=20").await.json();
    let one = get("/api/v1/rank?measure=degree&replicates=20").await.json();
    let (at, shares) = tested(&all, "degree");
    assert_eq!(one["measures"].as_array().unwrap().len(), 1);
    assert_eq!(tested(&one, "degree"), (0, shares));
    for (row, whole) in one["rows"].as_array().unwrap().iter().zip(all["rows"].as_array().unwrap()) {
        assert_eq!((&row["id"], &row["values"][0]), (&whole["id"], &whole["values"][at]));
        assert_eq!(row["ranks"][0], whole["ranks"][at]);
    }
    // Two, in the order of the cards.
    let two = get("/api/v1/rank?measure=closeness,degree").await.json();
    let ids: Vec<&Value> = two["measures"].as_array().unwrap().iter().map(|m| &m["id"]).collect();
    assert_eq!(ids, ["degree", "closeness"]);
    assert!(two["robustness"].is_null(), "nothing asked for is tested unasked but betweenness");
    refused("/api/v1/rank?measure=strength&graph=incidence", StatusCode::UNPROCESSABLE_ENTITY, &["strength"])
        .await;
    refused("/api/v1/rank?measure=beauty", StatusCode::BAD_REQUEST, &["beauty", "degree"]).await;
    refused(
        "/api/v1/tables/rank?measure=strength&graph=incidence&format=md",
        StatusCode::UNPROCESSABLE_ENTITY,
        &["strength"],
    )
    .await;
}
