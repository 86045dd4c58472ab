//! Any request at all: made from the OpenAPI document, right and wrong, and held to what the document says.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::{ask, dataset};
use relier::view::Lang;

/// Right by the document, or wrong by it.
#[derive(Debug, Clone)]
struct Choice {
    param: Index,
    value: Index,
    junk: String,
    right: bool,
}

fn choice() -> impl Strategy<Value = Choice> {
    let junk = prop_oneof![
        "\\PC{0,12}",
        "[\\x00-\\x20\"'<>&%;,=/\\\\]{0,8}",
        select(vec![
            "-1",
            "1e9",
            "+1",
            "01",
            "NaN",
            "9999999999999999999999",
            "true",
            "TRUE",
            "null",
            "[]",
            "{}",
            ",",
            "2025-02-30",
            "0000-00-00"
        ])
        .prop_map(str::to_owned),
    ];
    (any::<Index>(), any::<Index>(), junk, prop::bool::weighted(0.8))
        .prop_map(|(param, value, junk, right)| Choice { param, value, junk, right })
}

/// A value that fits a schema, or `None` where anything fits.
fn fitting(name: &str, schema: &Value, pick: &Index) -> String {
    if let Some(items) = schema.get("items") {
        return fitting(name, items, pick);
    }
    if let Some(words) = schema["enum"].as_array() {
        return pick.get(words).as_str().unwrap().to_owned();
    }
    if schema["type"] == "integer" {
        let (least, most) = (schema["minimum"].as_u64().unwrap(), schema["maximum"].as_u64().unwrap());
        // Enough replicates to run, few enough for a test.
        let most = if name == "replicates" { 2 } else { most.min(least + 400) };
        return (least + pick.index((most - least + 1) as usize) as u64).to_string();
    }
    if schema["format"] == "date" {
        return pick
            .get(&["2025-06-05", "2025-11-20", "2026-03-01", "2024-02-29", "1999-12-31", "9999-12-31"])
            .to_string();
    }
    pick.get(&["JPN", "Corée du Sud", "EU", "DP-JPN", "s2 ¶1", "gaps", "add SDP CAN", "nobody", "é<&>\"'"])
        .to_string()
}

/// Whether a value fits a schema.
fn fits(schema: &Value, value: &str) -> bool {
    if let Some(items) = schema.get("items") {
        return fits(items, value);
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().any(|w| w == value);
    }
    if schema["type"] == "integer" {
        let (least, most) = (schema["minimum"].as_u64().unwrap(), schema["maximum"].as_u64().unwrap());
        return value.parse::<u64>().is_ok_and(|n| n.to_string() == value && (least..=most).contains(&n));
    }
    if schema["format"] == "date" {
        return relier::dataset::parse_date(value).is_ok();
    }
    let n = value.chars().count() as u64;
    n >= 1
        && n <= schema["maxLength"].as_u64().unwrap()
        && !value.chars().any(char::is_control)
        && !value.trim().is_empty()
}

fn coded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_one_that_the_document_foresees(
        route in any::<Index>(),
        places in prop::collection::vec(choice(), 3),
        query in prop::collection::vec(choice(), 0..5),
        stranger in prop::option::weighted(0.1, "[a-z]{1,9}"),
        head in any::<bool>(),
    ) {
        let document = relier::server::openapi(&dataset(), Lang::En);
        let paths: Vec<(&String, &Value)> = document["paths"].as_object().unwrap().iter().collect();
        let (path, item) = *route.get(&paths);
        let parameters = item["get"]["parameters"].as_array().unwrap();
        // Wrong whatever the case of its letters, and not right letter for letter.
        let (mut address, mut wrong, mut loose) = (path.clone(), false, false);
        let mut given: Vec<(String, String)> = Vec::new();
        let mut places = places.iter();
        for parameter in parameters.iter().filter(|p| p["in"] == "path") {
            let (name, choice) = (parameter["name"].as_str().unwrap(), places.next().unwrap());
            // A place that is empty is another address.
            let value = if choice.right || choice.junk.is_empty() { fitting(name, &parameter["schema"], &choice.value) } else { choice.junk.clone() };
            address = address.replace(&format!("{{{name}}}"), &coded(&value).replace('+', "%20"));
        }
        let own: Vec<&Value> = parameters.iter().filter(|p| p["in"] == "query").collect();
        for parameter in own.iter().filter(|p| p["required"] == true) {
            let name = parameter["name"].as_str().unwrap();
            given.push((name.to_owned(), fitting(name, &parameter["schema"], &route)));
        }
        if path.contains("robustness") {
            given.push(("replicates".into(), "2".into()));
        }
        for choice in &query {
            let parameter = choice.param.get(&own);
            let (name, schema) = (parameter["name"].as_str().unwrap(), &parameter["schema"]);
            let list = schema.get("items").is_some();
            if !list && given.iter().any(|(n, _)| n == name) {
                continue;
            }
            let value = if choice.right { fitting(name, schema, &choice.value) } else { choice.junk.clone() };
            let comma = list && parameter["explode"] == false;
            let parts: Vec<&str> = if comma { value.split(',').map(str::trim).collect() } else { vec![&value] };
            let in_some_case = |p: &str| [p.to_owned(), p.to_uppercase(), p.to_lowercase()].iter().any(|p| fits(schema, p));
            wrong |= parts.iter().any(|p| !in_some_case(p));
            loose |= parts.iter().any(|p| !fits(schema, p));
            given.push((name.to_owned(), value));
        }
        for parameter in &own {
            let most = parameter["schema"]["maxItems"].as_u64().unwrap_or(u64::MAX);
            let n = given.iter().filter(|(n, _)| parameter["name"] == n.as_str()).map(|(_, v)| v.split(',').count() as u64).sum::<u64>();
            prop_assume!(n <= most);
        }
        if let Some(name) = &stranger && !own.iter().any(|p| p["name"] == name.as_str()) {
            given.push((name.clone(), "1".into()));
            (wrong, loose) = (true, true);
        }
        let query: Vec<String> = given.iter().map(|(n, v)| format!("{}={}", coded(n), coded(v))).collect();
        let address = format!("{address}?{}", query.join("&"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let answer = runtime.block_on(async {
            let method = if head { "HEAD" } else { "GET" };
            let request = Request::builder().method(method).uri(&address).header(header::HOST, "localhost");
            ask(request.body(Body::empty()).unwrap()).await
        });
        let kind = answer.header(header::CONTENT_TYPE).to_owned();
        match answer.status {
            StatusCode::OK => {
                prop_assert!(!wrong, "{address} is wrong by the document and answered");
                let kinds = item["get"]["responses"]["200"]["content"].as_object().unwrap();
                prop_assert!(kinds.contains_key(&kind), "{address}: {kind}");
                prop_assert!(!answer.header(header::ETAG).is_empty(), "{address}");
                prop_assert_eq!(answer.body.is_empty(), head, "{}", address);
            }
            StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY => {
                prop_assert!(loose || answer.status != StatusCode::BAD_REQUEST, "{address} is right by the document: {}", String::from_utf8_lossy(&answer.body));
                prop_assert_eq!(&kind, "application/problem+json", "{}", address);
                if !head {
                    let problem = answer.json();
                    prop_assert_eq!(problem["status"].as_u64(), Some(u64::from(answer.status.as_u16())));
                    for field in ["title", "detail"] {
                        prop_assert!(!problem[field].as_str().unwrap().is_empty(), "{address}");
                    }
                }
            }
            other => prop_assert!(false, "{address}: {other}"),
        }
    }
}
