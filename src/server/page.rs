//! The page, embedded in the binary; in a debug build read from `web/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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
pub(super) struct Web;

/// No script, style, font, picture or connection but our own; no frame, no form, no plug-in.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) fn policy() -> HeaderValue {
    HeaderValue::from_static(POLICY)
}

/// A file of the page, under the page's policy.
fn own(kind: &'static str, body: Vec<u8>) -> Sheet {
    Sheet::new(kind, body).under(POLICY)
}

/// The files of the page, each packed once; a debug build reads them anew for each request.
static FILES: LazyLock<BTreeMap<String, Sheet>> =
    LazyLock::new(|| Web::iter().filter_map(|name| Some((name.to_string(), sheet(&name)?))).collect());

static THEME: LazyLock<Sheet> =
    LazyLock::new(|| own("text/css; charset=utf-8", crate::draw::stylesheet().into_bytes()));

pub(super) async fn index(uri: Uri, headers: HeaderMap) -> Response {
    file(&headers, "index.html").unwrap_or_else(|| absent(&uri, &headers))
}

/// The rules of the theme, the same that a picture carries when it stands alone.
pub(super) async fn theme(headers: HeaderMap) -> Response {
    THEME.reply(&headers)
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
    if cfg!(debug_assertions) {
        return Some(sheet(path)?.reply(headers));
    }
    Some(FILES.get(path)?.reply(headers))
}

fn sheet(path: &str) -> Option<Sheet> {
    let file = Web::get(path)?;
    let kind = match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    Some(own(kind, file.data.into_owned()))
}
