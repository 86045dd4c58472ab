//! An imported network has no directions: what is about them says so, in both languages, and the rest answers.

use std::process::Command;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use relier::seed::{self, SeedFiles};
use relier::server::router;
use serde_json::Value;
use tower::ServiceExt;

fn imported() -> Router {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("edges.csv"), folder.path().join("data"));
    std::fs::write(&file, "source,target\na,b\nb,c\nc,d\n").unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_relier"))
        .args(["import", "--date", "2025-01-01", "--output"])
        .args([&data, &file])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let (seeds, faults) = seed::read(SeedFiles::from_dir(&data).unwrap());
    let built = relier::dataset::build(&seeds, faults, false);
    assert!(built.faults.is_empty(), "{:?}", built.faults);
    router(Arc::new(built.dataset), Vec::new())
}

async fn ask(app: &Router, path: &str) -> (StatusCode, String, Vec<u8>) {
    let request = Request::builder().uri(path).header(header::HOST, "localhost").body(Body::empty()).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    let kind = response.headers().get(header::CONTENT_TYPE).map(|v| v.to_str().unwrap().to_owned());
    let status = response.status();
    (status, kind.unwrap_or_default(), response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

#[tokio::test]
async fn what_is_about_directions_says_that_there_are_none() {
    let app = imported();
    for path in [
        "gaps",
        "gaps/secure",
        "moves/deepen",
        "robustness",
        "report",
        "whatif?edit=add+DP+A",
        "tables/gaps",
        "tables/robustness",
        "tables/moves?goal=connect",
        "tables/whatif?edit=add+DP+A",
    ] {
        for (lang, words) in [("fr", "n’a pas de directions"), ("en", "has no directions")] {
            let join = if path.contains('?') { '&' } else { '?' };
            let (status, kind, body) = ask(&app, &format!("/api/v1/{path}{join}lang={lang}")).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            assert_eq!(kind, "application/problem+json", "{path}");
            let told: Value = serde_json::from_slice(&body).unwrap();
            assert!(told["detail"].as_str().unwrap().contains(words), "{path}: {told}");
        }
    }
}

#[tokio::test]
async fn the_rest_of_an_imported_network_answers() {
    let app = imported();
    for path in [
        "/api/v1/meta",
        "/api/v1/network",
        "/api/v1/rank",
        "/api/v1/actions",
        "/api/v1/export/graphml",
        "/plain",
    ] {
        let (status, _, body) = ask(&app, path).await;
        assert_eq!(status, StatusCode::OK, "{path}: {}", String::from_utf8_lossy(&body));
    }
    let rank: Value = serde_json::from_slice(&ask(&app, "/api/v1/rank").await.2).unwrap();
    assert!(rank["robustness"].is_null(), "a large network is tested when somebody asks");
    assert!(rank["notes"].to_string().contains("not tested"));
    let meta: Value = serde_json::from_slice(&ask(&app, "/api/v1/meta").await.2).unwrap();
    assert_eq!(meta["goals"].as_array().unwrap().len(), 0, "the page asks for no gaps then");
}
