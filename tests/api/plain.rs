//! The pages without scripts: every link leads somewhere, nothing in them runs.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{StatusCode, header};

use super::get;

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    page.split(mark.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Every page that can be reached from the first, with its text.
async fn pages(from: &str) -> BTreeMap<String, String> {
    let (mut found, mut open) = (BTreeMap::new(), vec![from.to_owned()]);
    while let Some(address) = open.pop() {
        if found.contains_key(&address) {
            continue;
        }
        let answer = get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        if !answer.header(header::CONTENT_TYPE).starts_with("text/html") {
            found.insert(address, String::new());
            continue;
        }
        let page = String::from_utf8(answer.body.clone()).unwrap();
        for attribute in ["href", "src"] {
            for target in values(&page, attribute) {
                let target = target.split('#').next().unwrap().replace("&amp;", "&");
                // The other language is walked from its own first page, the API by its own test.
                let ours =
                    target.starts_with("/plain") && target.contains("lang=fr") == from.contains("lang=fr");
                if ours
                    || target.ends_with(".css")
                    || target == "/theme.css"
                    || target.starts_with("/api/v1/pictures") && target.contains(".svg")
                {
                    open.push(target);
                }
            }
        }
        let policy = answer.header(header::CONTENT_SECURITY_POLICY).to_owned();
        assert!(
            policy.starts_with("default-src 'none'")
                && !policy.contains("script")
                && !policy.contains("unsafe"),
            "{policy}"
        );
        found.insert(address, page);
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_reached_and_every_anchor_is_there() {
    let found = pages("/plain?lang=fr&as-of=2025-11-20&known=2025-11-20").await;
    assert!(found.len() > 130, "{} pages", found.len());
    let ids: BTreeMap<&String, BTreeSet<&str>> =
        found.iter().map(|(address, page)| (address, values(page, "id").into_iter().collect())).collect();
    let mut anchors = 0;
    for (address, page) in &found {
        assert!(!page.contains("<script") && !page.contains(" onclick"), "{address}");
        assert!(!page.contains("<style") && !page.contains(" style="), "{address}");
        let own: Vec<&str> = values(page, "id");
        assert_eq!(own.len(), own.iter().collect::<BTreeSet<_>>().len(), "{address}: an id twice");
        for target in values(page, "href") {
            let target = target.replace("&amp;", "&");
            let Some((to, anchor)) = target.split_once('#') else { continue };
            let to = if to.is_empty() { address.clone() } else { to.to_owned() };
            let there =
                ids.get(&to).unwrap_or_else(|| panic!("{address} leads to {to}, which was not walked"));
            assert!(there.contains(anchor), "{address}: {target}");
            anchors += 1;
        }
    }
    assert!(anchors > 1000, "{anchors} anchors");
}

#[tokio::test]
async fn both_languages_have_every_page() {
    for path in [
        "/plain",
        "/plain/gaps",
        "/plain/network",
        "/plain/actors/JPN",
        "/plain/rank",
        "/plain/actions",
        "/plain/method",
        "/plain/documents/st-15315-2025",
        "/api/",
        "/api",
    ] {
        let pages = [get(&format!("{path}?lang=fr")).await, get(&format!("{path}?lang=en")).await];
        for (page, lang) in pages.iter().zip(["fr", "en"]) {
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let text = String::from_utf8_lossy(&page.body);
            assert!(
                text.contains(&format!("<html lang=\"{lang}\">")) && text.contains("<h1>"),
                "{path} {lang}"
            );
        }
        assert_ne!(pages[0].body, pages[1].body, "{path}");
    }
}

#[tokio::test]
async fn a_refusal_is_a_page_that_says_what_would_be_right() {
    let answer = get("/plain/actors/Japn?lang=fr").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.header(header::CONTENT_TYPE).starts_with("text/html"));
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    assert!(text.contains("JPN") && text.contains("vouliez-vous dire"), "{text}");
}

/// Every resource of the table is on the page, and what the page proposes answers.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_of_the_api_has_every_route_and_its_examples_answer() {
    let text = String::from_utf8(get("/api/?lang=en").await.body).unwrap();
    for (path, params) in relier::server::paths() {
        assert!(text.contains(&format!("<code>/api/v1{path}</code>")), "{path}");
        assert!(params.iter().all(|p| text.contains(&format!("<code>{p}</code>"))), "{path}");
    }
    let examples: BTreeSet<String> = values(&text, "href")
        .into_iter()
        .filter(|h| h.starts_with("/api/v1/") && !h.contains("robustness") && !h.contains(".png"))
        .map(|h| h.replace("&amp;", "&"))
        .collect();
    assert!(examples.len() > 30);
    for example in examples {
        assert_eq!(get(&example).await.status, StatusCode::OK, "{example}");
    }
}

#[tokio::test]
async fn a_selection_of_the_matrix_says_what_it_leaves_out() {
    for (lang, word, chosen) in [
        ("fr", "hors de la sélection", "Sélection: domaine technologique: Cybersécurité."),
        ("en", "outside the selection", "Selection: area: Cybersecurity."),
    ] {
        let page = |query: &str| format!("/plain/matrix?lang={lang}&units=named{query}");
        let answer = get("/api/v1/matrix?units=named&area=CYB").await;
        let data: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let outside = data["matrix"]["counts"]["outside"].as_u64().unwrap();
        assert!(outside > 0);
        assert_eq!(data["selection"][0]["option"], "area");
        let part = String::from_utf8(get(&page("&area=CYB")).await.body).unwrap();
        assert_eq!(part.matches("<td class=\"outside\">").count() as u64, outside);
        assert!(part.contains(&format!("– {word} {outside}")), "the counts leave it out");
        assert!(part.contains(chosen), "{chosen}");
        let whole = String::from_utf8(get(&page("")).await.body).unwrap();
        assert!(!whole.contains(word) && !whole.contains("lection:"));
    }
    let refused = get("/api/v1/matrix?level=working").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}
