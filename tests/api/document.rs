//! The OpenAPI document and the router say the same, because both come from one table.

use axum::http::{StatusCode, header};
use serde_json::Value;

use super::{dataset, get};
use relier::view::Lang;

/// An address of each route: its places and its required parameters by their examples.
pub(crate) fn examples() -> Vec<(String, Vec<String>)> {
    let document = relier::server::openapi(&dataset(), Lang::En);
    let mut out = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let (mut address, mut query) = (path.clone(), Vec::new());
        for parameter in item["get"]["parameters"].as_array().unwrap() {
            let name = parameter["name"].as_str().unwrap();
            let example = match &parameter["example"] {
                Value::Array(list) => list[0].as_str().unwrap_or_default().to_owned(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let coded: String = form_urlencoded::byte_serialize(example.as_bytes()).collect();
            match parameter["in"].as_str().unwrap() {
                "path" => address = address.replace(&format!("{{{name}}}"), &coded.replace('+', "%20")),
                _ if parameter["required"] == true => query.push(format!("{name}={coded}")),
                _ => {}
            }
        }
        if path.ends_with("/compare") {
            // One of two is wanted, which no schema of a single parameter says.
            query.push("actors=JPN,KOR".into());
        }
        if path.contains("robustness") {
            query.push("replicates=5".into());
        }
        let kinds = item["get"]["responses"]["200"]["content"].as_object().unwrap();
        let kinds = kinds.keys().cloned().collect();
        out.push((if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }, kinds));
    }
    out
}

#[tokio::test]
async fn every_route_answers_its_example_with_a_media_type_of_its_own() {
    let all = examples();
    assert!(all.len() > 35, "{} routes", all.len());
    for (address, kinds) in all {
        let answer = get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", String::from_utf8_lossy(&answer.body));
        let kind = answer.header(header::CONTENT_TYPE).to_owned();
        assert!(kinds.contains(&kind), "{address}: {kind} is none of {kinds:?}");
        assert!(!answer.body.is_empty(), "{address}");
    }
}

#[tokio::test]
async fn the_document_is_served_and_meta_lists_what_it_describes() {
    let served = get("/api/v1/openapi.json?lang=en").await.json();
    assert_eq!(served, relier::server::openapi(&dataset(), Lang::En));
    let paths: Vec<&String> = served["paths"].as_object().unwrap().keys().collect();
    let meta = get("/api/v1/meta").await.json();
    let mut listed: Vec<&str> =
        meta["resources"].as_array().unwrap().iter().map(|r| r.as_str().unwrap()).collect();
    listed.sort_unstable();
    assert_eq!(listed, paths);
    // Both languages say everything.
    let french = get("/api/v1/openapi.json?lang=fr").await.json();
    for (path, item) in served["paths"].as_object().unwrap() {
        let other = &french["paths"][path]["get"];
        assert_ne!(item["get"]["summary"], other["summary"], "{path}");
        for (en, fr) in
            item["get"]["parameters"].as_array().unwrap().iter().zip(other["parameters"].as_array().unwrap())
        {
            assert!(
                !en["description"].as_str().unwrap().is_empty()
                    && !fr["description"].as_str().unwrap().is_empty()
            );
        }
    }
}

/// Every `$ref` leads somewhere.
#[test]
fn every_reference_leads_somewhere() {
    let document = relier::server::openapi(&dataset(), Lang::En);
    let mut seen = 0;
    walk(&document, &mut |target| {
        seen += 1;
        let pointer = target.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{target}");
    });
    assert!(seen > 200, "{seen} references");
}

fn walk(value: &Value, each: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                match inner.as_str() {
                    Some(target) if key == "$ref" => each(target),
                    _ => walk(inner, each),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|v| walk(v, each)),
        _ => {}
    }
}
