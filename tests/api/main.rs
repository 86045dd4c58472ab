//! The router called in process: every resource, every refusal.

#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use relier::dataset::{self, Dataset};
use relier::seed::{self, SeedFiles};
use relier::server::router;
use serde_json::Value;
use tower::ServiceExt;

mod connections;
mod document;
mod exports;
mod findings;
mod imported;
mod plain;
mod properties;
mod ranks;
mod safety;
mod watching;
mod wire;

/// The dataset in the binary, read once.
fn dataset() -> Arc<Dataset> {
    static READ: OnceLock<Arc<Dataset>> = OnceLock::new();
    let read = || {
        let (seeds, faults) = seed::read(SeedFiles::embedded());
        Arc::new(dataset::build(&seeds, faults, false).dataset)
    };
    READ.get_or_init(read).clone()
}

/// One server for all tests, as one server answers all readers.
fn app() -> Router {
    static MADE: OnceLock<Router> = OnceLock::new();
    MADE.get_or_init(|| router(dataset(), Vec::new())).clone()
}

struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(&name).map(|v| v.to_str().unwrap()).unwrap_or_default()
    }
}

async fn ask(request: Request<Body>) -> Answer {
    let response = app().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.into_body().collect().await.unwrap().to_bytes().to_vec();
    Answer { status, headers, body }
}

async fn get(path: &str) -> Answer {
    ask(Request::builder().uri(path).header(header::HOST, "127.0.0.1:8087").body(Body::empty()).unwrap())
        .await
}

async fn refused(path: &str, status: StatusCode, words: &[&str]) {
    let answer = get(path).await;
    assert_eq!(answer.status, status, "{path}");
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json", "{path}");
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    for word in words {
        assert!(detail.contains(word), "{path}: «{detail}» does not say «{word}»");
    }
}

#[tokio::test]
async fn every_resource_answers() {
    for path in [
        "meta",
        "network",
        "network?instrument=DP&without-eu",
        "actors/Japon",
        "actors/KOR",
        "ties/dp-jpn",
        "gaps",
        "gaps/secure",
        "gaps/renforcer",
        "rank",
        "rank?graph=incidence",
        "path/JPN/KOR",
        "actions?as-of=2026-03-01",
        "documents/join-2025-140",
        "documents/st-15315-2025",
    ] {
        let answer = get(&format!("/api/v1/{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/json", "{path}");
        assert!(answer.json().is_object() || answer.json().is_array(), "{path}");
    }
    for picture in [
        "wheel.svg?lang=en",
        "ego.svg?focus=JPN",
        "matrix.svg?against=kinds",
        "calendar.svg",
        "calendar.svg?area=CYB&focus=JPN",
        "lattice.svg",
    ] {
        let answer = get(&format!("/api/v1/pictures/{picture}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{picture}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "image/svg+xml", "{picture}");
        assert!(answer.body.starts_with(b"<svg"), "{picture}");
    }
}

#[tokio::test]
async fn the_page_and_its_parts_are_there() {
    for (path, kind) in [
        ("/", "text/html"),
        ("/theme.css", "text/css"),
        ("/app/main.js", "text/javascript"),
        ("/favicon.svg", "image/svg"),
    ] {
        let answer = get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.header(header::CONTENT_TYPE).starts_with(kind), "{path}");
    }
    // What only tests and tools need is not served.
    for path in ["/package.json", "/tests/unit/state.test.js", "/../Cargo.toml", "/nothing"] {
        assert_eq!(get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_picture_for_the_page_leaves_its_rules_to_the_stylesheet() {
    let alone = get("/api/v1/pictures/wheel.svg").await.body;
    let inside = get("/api/v1/pictures/wheel.svg?page").await.body;
    let has = |body: &[u8]| String::from_utf8_lossy(body).contains("<style");
    assert!(has(&alone) && !has(&inside));
    let own = get("/api/v1/pictures/ego.svg?focus=JPN&caption=%3Cb%3EFigure%201%3C/b%3E").await.body;
    let own = String::from_utf8_lossy(&own).into_owned();
    assert!(own.contains("&lt;b&gt;Figure 1&lt;/b&gt;") && !own.contains("<b>"));
}

#[tokio::test]
async fn what_is_not_there_is_said_with_the_nearest_that_is() {
    refused("/api/v1/nothing", StatusCode::NOT_FOUND, &["/api/v1/meta"]).await;
    refused("/api/v1/actors/Japn", StatusCode::NOT_FOUND, &["Japn", "JPN"]).await;
    refused("/api/v1/ties/DP-JAP", StatusCode::NOT_FOUND, &["DP-JAP", "DP-JPN"]).await;
    refused("/api/v1/gaps/securr", StatusCode::NOT_FOUND, &["securr", "secure"]).await;
    refused("/api/v1/documents/join", StatusCode::NOT_FOUND, &["join-2025-140", "st-15315-2025"]).await;
    refused("/api/v1/pictures/whel.svg", StatusCode::NOT_FOUND, &["wheel.svg"]).await;
}

#[tokio::test]
async fn a_query_that_is_not_understood_names_its_parameter() {
    refused("/api/v1/network?instrumnt=DP", StatusCode::BAD_REQUEST, &["instrumnt", "instrument"]).await;
    refused("/api/v1/network?instrument=DPP", StatusCode::BAD_REQUEST, &["DPP", "DP"]).await;
    refused("/api/v1/network?as-of=2025-02-30", StatusCode::BAD_REQUEST, &["2025-02-30", "no such day"])
        .await;
    refused("/api/v1/network?as-of=2025-11-20&as-of=2025-11-20", StatusCode::BAD_REQUEST, &["twice"]).await;
    refused("/api/v1/network?without-eu&split-eu", StatusCode::UNPROCESSABLE_ENTITY, &["at once"]).await;
    refused("/api/v1/network?depth=99", StatusCode::BAD_REQUEST, &["99"]).await;
    refused("/api/v1/network?known=2020-01-01", StatusCode::UNPROCESSABLE_ENTITY, &["2025-06-05"]).await;
    refused("/api/v1/rank?graph=star", StatusCode::BAD_REQUEST, &["star", "actors"]).await;
    refused("/api/v1/pictures/ego.svg", StatusCode::BAD_REQUEST, &["focus"]).await;
    refused("/api/v1/pictures/wheel.svg?width=9", StatusCode::BAD_REQUEST, &["9", "200"]).await;
    refused("/api/v1/pictures/wheel.svg?labels=cor", StatusCode::BAD_REQUEST, &["cor", "core"]).await;
    refused("/api/v1/pictures/lattice.svg?labels=none", StatusCode::BAD_REQUEST, &["none", "all"]).await;
    let long = format!("/api/v1/pictures/wheel.svg?caption={}", "x".repeat(601));
    refused(&long, StatusCode::BAD_REQUEST, &["600", "601"]).await;
    assert_eq!(get("/api/v1/network?area=CYBER").await.json()["parameter"], "area");
}

#[tokio::test]
async fn everything_is_read_with_get() {
    for path in ["/", "/api/v1/meta", "/api/v1/network"] {
        let request = Request::builder().method(Method::POST).uri(path).header(header::HOST, "localhost");
        let answer = ask(request.body(Body::from("{}")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        assert!(answer.header(header::ALLOW).contains("GET"), "{path}");
        let request = Request::builder().method(Method::HEAD).uri(path).header(header::HOST, "localhost");
        let answer = ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0), "{path}");
    }
}

#[tokio::test]
async fn a_reader_that_has_it_is_not_sent_it_again_and_text_travels_compressed() {
    let first = get("/api/v1/meta").await;
    let tag = first.header(header::ETAG).to_owned();
    assert!(tag.starts_with("W/\""));
    let request = Request::builder().uri("/api/v1/meta").header(header::HOST, "localhost");
    let again = ask(request.header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap()).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let request = Request::builder().uri("/api/v1/meta").header(header::HOST, "localhost");
    let packed = ask(request.header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap()).await;
    assert_eq!(packed.header(header::CONTENT_ENCODING), "gzip");
    assert!(packed.body.len() * 2 < first.body.len());
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_strangers_out() {
    for path in ["/", "/api/v1/meta", "/api/v1/nothing"] {
        let answer = get(path).await;
        let policy = answer.header(header::CONTENT_SECURITY_POLICY).to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "{path}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{path}");
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
        assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer", "{path}");
        assert_eq!(answer.header(header::X_FRAME_OPTIONS), "DENY", "{path}");
    }
    // A module is read under the policy of its page; what a stranger could make of it alone is refused all the same.
    let module = get("/app/main.js").await;
    assert_eq!(module.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(module.header(header::HeaderName::from_static("cross-origin-resource-policy")), "same-origin");
}

#[tokio::test]
async fn somebody_elses_name_is_refused() {
    for (host, status) in [
        ("localhost:8087", StatusCode::OK),
        ("127.0.0.1", StatusCode::OK),
        ("[::1]:8087", StatusCode::OK),
        ("evil.example", StatusCode::MISDIRECTED_REQUEST),
        ("localhost.evil.example:80", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let request = Request::builder().uri("/api/v1/meta").header(header::HOST, host);
        assert_eq!(ask(request.body(Body::empty()).unwrap()).await.status, status, "{host}");
    }
}

#[tokio::test]
async fn hostile_addresses_are_refused_and_break_nothing() {
    let long = "x".repeat(20_000);
    for path in [
        "/api/v1/network?instrument=%00".to_owned(),
        "/api/v1/network?focus=%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
        "/api/v1/actors/%2e%2e%2f%2e%2e%2fCargo.toml".to_owned(),
        format!("/api/v1/network?focus={long}"),
        "/api/v1/network?%ff=%ff".to_owned(),
        "/api/v1/actors/%ff%fe".to_owned(),
        "/api/v1/pictures/wheel.svg?width=NaN".to_owned(),
        "/api/v1/pictures/wheel.svg?width=-inf".to_owned(),
    ] {
        let answer = get(&path).await;
        assert!(answer.status.is_client_error(), "{}: {}", &path[..path.len().min(60)], answer.status);
    }
}
