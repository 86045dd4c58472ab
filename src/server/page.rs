//! The page, embedded in the binary; in a debug build read from `web/`.

use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;
use rust_embed::RustEmbed;

use super::problem::{Refusal, language};
use super::sheet::Sheet;
use crate::view::words::say;

#[derive(RustEmbed)]
#[folder = "web/"]
#[include = "*.html"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
#[exclude = "tests/*"]
#[exclude = "node_modules/*"]
struct Web;

/// No script, style, font, picture or connection but our own; no frame, no form, no plug-in.
pub(super) fn policy() -> HeaderValue {
    HeaderValue::from_static(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
}

/// The page's own files follow the page's policy.
fn own(kind: &'static str, body: Vec<u8>, headers: &HeaderMap) -> Response {
    let mut response = Sheet::new(kind, body).reply(headers);
    response.headers_mut().insert(axum::http::header::CONTENT_SECURITY_POLICY, policy());
    response
}

pub(super) async fn index(uri: Uri, headers: HeaderMap) -> Response {
    file(&headers, "index.html").unwrap_or_else(|| absent(&uri, &headers))
}

/// The rules of the theme, the same that a picture carries when it stands alone.
pub(super) async fn theme(headers: HeaderMap) -> Response {
    own("text/css; charset=utf-8", crate::draw::stylesheet().into_bytes(), &headers)
}

pub(super) async fn asset(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    file(&headers, path).unwrap_or_else(|| absent(&uri, &headers))
}

fn absent(uri: &Uri, headers: &HeaderMap) -> Response {
    let path = super::param::shown(uri.path());
    let says = say(
        format!("il n’y a rien à «{path}»; la page est à /"),
        format!("there is no «{path}»; the page is at /"),
    );
    Refusal::absent(says).told(language(uri.query(), headers))
}

fn file(headers: &HeaderMap, path: &str) -> Option<Response> {
    let file = Web::get(path)?;
    let kind = match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    Some(own(kind, file.data.into_owned(), headers))
}
