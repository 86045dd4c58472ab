//! The page, embedded in the binary; in a debug build read from `web/`.

use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::api::tagged;
use super::problem::Problem;

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

pub(super) async fn index(headers: HeaderMap) -> Response {
    file(&headers, "index.html").unwrap_or_else(|| Problem::not_found("the page is missing").into_response())
}

/// The rules of the theme, the same that a picture carries when it stands alone.
pub(super) async fn theme(headers: HeaderMap) -> Response {
    tagged(&headers, "text/css; charset=utf-8", crate::draw::stylesheet().into_bytes())
}

pub(super) async fn asset(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    file(&headers, path).unwrap_or_else(|| {
        Problem::not_found(format!("there is no «/{path}»; the page is at /")).into_response()
    })
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
    Some(tagged(headers, kind, file.data.into_owned()))
}
