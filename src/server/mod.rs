//! The page and the JSON API on one axum router: thin handlers, no analysis.

mod api;
pub mod bundle;
mod guide;
mod listen;
mod openapi;
mod page;
mod param;
mod plain;
mod problem;
mod route;
mod routes;
mod sheet;
mod store;

use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::dataset::Dataset;
use crate::seed::Fault;
use crate::view::Lang;
use crate::view::words::say;
pub use listen::{Patience, listen};
pub use openapi::{document as openapi, paths};
pub use problem::Problem;
use problem::{Refusal, language};
use store::Store;
pub use store::{FaultView, StatusView};

/// The longest a request may take.
const LIMIT: Duration = Duration::from_secs(30);

/// The largest body; every request is a GET.
const BODY: usize = 64 * 1024;

/// The longest address, with its query.
const ADDRESS: usize = 8 * 1024;

/// A server over a dataset that may be replaced while it runs.
#[derive(Clone)]
pub struct Server {
    store: Store,
}

impl Server {
    /// Serves a dataset. `hosts` are the names it answers to beside the loopback's.
    pub fn new(dataset: Arc<Dataset>, hosts: Vec<String>) -> Server {
        Server { store: Store::new(dataset, hosts) }
    }

    /// Serves this dataset from the next request on; requests under way keep the one they began with. `since` is the
    /// moment, as `status` tells it.
    pub fn replace(&self, dataset: Arc<Dataset>, since: String) {
        self.store.replace(dataset, since);
    }

    /// Keeps serving what is served, and tells in `status` why a newer dataset is not.
    pub fn keep(&self, faults: &[Fault], since: String) {
        self.store.keep(faults, since);
    }

    /// Computes what readers ask for first; meant to run beside the server.
    pub async fn warm(&self) {
        self.store.warm().await;
    }

    /// Its router.
    pub fn router(&self) -> Router {
        let store = self.store.clone();
        Router::new()
            .route("/", get(page::index))
            .route("/theme.css", get(page::theme))
            .nest("/api/v1", api::routes())
            .merge(api::pages())
            .fallback(get(page::asset).fallback(problem::wrong_method))
            .method_not_allowed_fallback(problem::wrong_method)
            .layer(CatchPanicLayer::custom(panicked))
            .layer(RequestBodyLimitLayer::new(BODY))
            .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LIMIT))
            .layer(middleware::from_fn_with_state(store.clone(), guard))
            .with_state(store)
    }
}

/// The router over a dataset. `hosts` are the names it answers to beside the loopback's.
pub fn router(dataset: Arc<Dataset>, hosts: Vec<String>) -> Router {
    Server::new(dataset, hosts).router()
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    Refusal::broken().told(Lang::En)
}

/// Refuses foreign hosts and endless addresses, adds the security headers, and logs.
async fn guard(State(store): State<Store>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let lang = language(uri.query(), request.headers());
    let host = request
        .headers()
        .get(header::HOST)
        .map(|h| String::from_utf8_lossy(h.as_bytes()).into_owned())
        .unwrap_or_default();
    let length = uri.path_and_query().map_or(0, |p| p.as_str().len());
    let mut response = if !is_own(&host, &store.hosts) {
        let host = param::shown(&host);
        let says = say(
            format!(
                "ce serveur ne répond pas au nom de «{host}»; ouvrez-le à l’adresse que relier serve a donnée"
            ),
            format!(
                "this server does not answer to «{host}»; open it under the address that relier serve printed"
            ),
        );
        Refusal::new(StatusCode::MISDIRECTED_REQUEST, ("hôte étranger", "wrong host"), says).told(lang)
    } else if length > ADDRESS {
        let says = say(
            format!("l’adresse compte {length} octets; {ADDRESS} au plus"),
            format!("the address has {length} bytes; {ADDRESS} at most"),
        );
        Refusal::new(StatusCode::URI_TOO_LONG, ("adresse trop longue", "address too long"), says).told(lang)
    } else {
        told_as_problem(next.run(request).await, lang)
    };
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert_with(page::policy);
    if is_part(&response) {
        // What a document alone obeys: some sixty modules and sheets of a first view need not carry it.
        for name in [header::CONTENT_SECURITY_POLICY, header::X_FRAME_OPTIONS] {
            response.headers_mut().remove(name);
        }
        response.headers_mut().remove("cross-origin-opener-policy");
    }
    let (status, took) = (response.status().as_u16(), began.elapsed().as_micros() as u64);
    // Addresses are logged escaped, as they came: no line of a log is a stranger's.
    tracing::info!(%method, path = uri.path(), query = uri.query().unwrap_or_default(), status, microseconds = took, "answered");
    response
}

/// Whether an answer is a module or a style sheet, which the browser reads under the policy of the page that asks for it.
fn is_part(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    response.status() == StatusCode::OK
        && (kind.starts_with(b"text/javascript") || kind.starts_with(b"text/css"))
}

/// What a layer below refuses in plain text (too much body, too much time) is told like every other problem.
fn told_as_problem(response: Response, lang: Lang) -> Response {
    let status = response.status();
    let plain = response.headers().get(header::CONTENT_TYPE).is_none_or(|t| t == "text/plain; charset=utf-8");
    if !status.is_client_error() && !status.is_server_error() || !plain {
        return response;
    }
    let (title, (fr, en)) = match status {
        StatusCode::GATEWAY_TIMEOUT => (
            ("trop long", "too long"),
            (
                "la réponse a pris plus de trente secondes; demandez-en moins",
                "the answer took more than thirty seconds; ask for less",
            ),
        ),
        StatusCode::PAYLOAD_TOO_LARGE => (
            ("corps refusé", "body refused"),
            (
                "la requête a un corps; toute ressource se lit sans",
                "the request has a body; every resource is read without",
            ),
        ),
        _ => (
            ("requête refusée", "request refused"),
            ("la requête ne se lit pas; voyez /api/", "the request could not be read; see /api/"),
        ),
    };
    Refusal::new(status, title, say(fr, en)).told(lang)
}

fn is_own(host: &str, hosts: &[String]) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]" | "") || hosts.iter().any(|h| h == name)
}
