//! The page and the JSON API on one axum router: thin handlers, no analysis.

mod api;
mod page;
mod problem;
mod query;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::dataset::Dataset;
pub use problem::Problem;

/// What the handlers hold.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    pub(crate) dataset: Arc<Dataset>,
    /// Host names that the server answers to; anything else is somebody else's page calling.
    hosts: Arc<Vec<String>>,
}

/// The longest a request may take.
const LIMIT: Duration = Duration::from_secs(10);

/// The largest body; every request is a GET.
const BODY: usize = 64 * 1024;

/// The router over a dataset. `hosts` are the names it answers to beside the loopback's.
pub fn router(dataset: Arc<Dataset>, hosts: Vec<String>) -> Router {
    let store = Store { dataset, hosts: Arc::new(hosts) };
    Router::new()
        .route("/", get(page::index))
        .route("/theme.css", get(page::theme))
        .nest("/api/v1", api::routes())
        .fallback(get(page::asset).fallback(problem::wrong_method))
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(middleware::from_fn_with_state(store.clone(), guard))
        .layer(CompressionLayer::new().gzip(true))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LIMIT))
        .with_state(store)
}

/// Refuses foreign hosts and adds the security headers.
async fn guard(State(store): State<Store>, request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .map(|h| String::from_utf8_lossy(h.as_bytes()).into_owned())
        .unwrap_or_default();
    let mut response = if is_own(&host, &store.hosts) {
        told_as_problem(next.run(request).await)
    } else {
        Problem::new(
            StatusCode::MISDIRECTED_REQUEST,
            "wrong host",
            format!(
                "this server does not answer to «{host}»; open it under the address that relier serve printed"
            ),
        )
        .into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, page::policy()),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (
            header::HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ] {
        headers.insert(name, value);
    }
    response
}

/// What a layer below refuses in plain text (a path that is no UTF-8, for example) is told like every other problem.
fn told_as_problem(response: Response) -> Response {
    let status = response.status();
    let plain = response.headers().get(header::CONTENT_TYPE).is_none_or(|t| t == "text/plain; charset=utf-8");
    if !status.is_client_error() && !status.is_server_error() || !plain {
        return response;
    }
    let title = status.canonical_reason().unwrap_or("refused").to_lowercase();
    Problem::new(status, &title, "the request could not be read; see /api/v1/meta for what there is")
        .into_response()
}

fn is_own(host: &str, hosts: &[String]) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]" | "") || hosts.iter().any(|h| h == name)
}
