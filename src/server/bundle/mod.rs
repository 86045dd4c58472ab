//! The whole explorer as one HTML file that opens from disk: the page's own modules, styles and the answers of the API.

mod link;
mod packed;
mod paths;

use std::io::Write;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use tower::ServiceExt;

pub use link::{LinkError, link};

use super::page::Web;
use crate::dataset::Dataset;

/// The most bytes that a bundle of the shipped dataset has.
pub const MOST: usize = 2_500_000;

/// A bundle that cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A module of the page uses what the linker does not understand.
    #[error("the page's modules cannot be put into one file: {0}")]
    Link(#[from] LinkError),
    /// A file of the page is missing or not as expected.
    #[error("the page cannot be put into one file: {0}")]
    Page(String),
    /// An answer could not be had.
    #[error("no answer to {path}: {reason}")]
    Answer {
        /// What was asked.
        path: String,
        /// Why there is none.
        reason: String,
    },
}

impl BundleError {
    /// The same in French; what is wrong inside the program stands as it is written there.
    pub fn french(&self) -> String {
        match self {
            BundleError::Link(e) => format!("les modules de la page ne se réunissent pas en un fichier: {e}"),
            BundleError::Page(e) => format!("la page ne se réunit pas en un fichier: {e}"),
            BundleError::Answer { path, reason } => format!("pas de réponse à {path}: {reason}"),
        }
    }
}

fn page_file(path: &str) -> Result<String, BundleError> {
    let file = Web::get(path).ok_or_else(|| BundleError::Page(format!("{path} is missing")))?;
    Ok(String::from_utf8_lossy(&file.data).into_owned())
}

/// What the API answers to a path; `None` where it refuses, as a measure that a dataset does not have.
async fn answer(router: &Router, path: &str) -> Result<Option<String>, BundleError> {
    let failed = |reason: String| BundleError::Answer { path: path.to_owned(), reason };
    // A picture in the page takes its colours from the page.
    let asked = match (path.starts_with("pictures/"), path.contains('?')) {
        (false, _) => path.to_owned(),
        (true, true) => format!("{path}&page"),
        (true, false) => format!("{path}?page"),
    };
    let (route, query) = asked.split_once('?').unwrap_or((&asked, ""));
    let route: Vec<String> = route
        .split('/')
        .map(|p| form_urlencoded::byte_serialize(p.as_bytes()).collect::<String>().replace('+', "%20"))
        .collect();
    let uri = format!("/api/v1/{}{}{query}", route.join("/"), if query.is_empty() { "" } else { "?" });
    let request = Request::get(uri)
        .header("host", "localhost")
        .body(Body::empty())
        .map_err(|e| failed(e.to_string()))?;
    let response = router.clone().oneshot(request).await.map_err(|e| failed(e.to_string()))?;
    match response.status() {
        StatusCode::OK => {}
        // What a dataset does not have; too late an answer would make another file on another day.
        status if status.is_client_error() => return Ok(None),
        status => return Err(failed(format!("{status}"))),
    }
    let body = to_bytes(response.into_body(), usize::MAX).await.map_err(|e| failed(e.to_string()))?;
    String::from_utf8(body.to_vec()).map(Some).map_err(|e| failed(e.to_string()))
}

/// The answers as one compressed text. Most of an answer stands in others too: this is what makes the file small.
async fn answers(router: &Router, dataset: &Dataset) -> Result<String, BundleError> {
    let mut all: Vec<(String, String)> = Vec::new();
    for path in paths::paths(dataset) {
        if let Some(body) = answer(router, &path).await? {
            all.push((path, body));
        }
    }
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    gzip.write_all(packed::packed(&all).to_string().as_bytes())
        .map_err(|e| BundleError::Page(e.to_string()))?;
    let gzip = gzip.finish().map_err(|e| BundleError::Page(e.to_string()))?;
    Ok(STANDARD.encode(gzip))
}

/// The name under which a policy allows a script or a style: its SHA-256.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Result<&'a str, BundleError> {
    let lacks = |what: &str| BundleError::Page(format!("index.html lacks {what}"));
    let start = text.find(from).ok_or_else(|| lacks(from))? + from.len();
    let length = text[start..].find(to).ok_or_else(|| lacks(to))?;
    Ok(&text[start..start + length])
}

/// The rules of all style sheets: those that index.html names, in its order, and before those for paper the ones that come
/// with the views.
fn styles(index: &str) -> Result<(String, String), BundleError> {
    let theme = crate::draw::stylesheet();
    let mut own = String::new();
    let mut later: Vec<String> = Web::iter()
        .map(|name| name.to_string())
        .filter(|name| name.starts_with("css/") && !index.contains(&format!("href=\"{name}\"")))
        .collect();
    later.sort_unstable();
    for tag in index.split("<link rel=\"stylesheet\"").skip(1) {
        let href = between(tag, "href=\"", "\"")?;
        if href == "theme.css" {
            continue;
        }
        let rules = page_file(href)?;
        if tag.split('>').next().is_some_and(|t| t.contains("media=\"print\"")) {
            for name in later.drain(..) {
                own += &page_file(&name)?;
            }
            own += &format!("@media print {{\n{rules}}}\n");
        } else {
            own += &rules;
        }
    }
    Ok((theme, own))
}

/// The page, its data and its pictures in one file.
///
/// # Errors
/// When the page uses what the linker does not understand, or an answer cannot be had.
pub async fn bundle(dataset: Arc<Dataset>) -> Result<Vec<u8>, BundleError> {
    let router = super::router(dataset.clone(), Vec::new());
    let index = page_file("index.html")?;
    let (theme, own) = styles(&index)?;
    let script = link("app/main.js", &|path| page_file(path).ok())?;
    let ends = [
        ("a script", &script, "</script"),
        ("a script", &script, "<!--"),
        ("a style sheet", &own, "</style"),
    ];
    if let Some((what, _, tag)) = ends.into_iter().find(|(_, text, tag)| text.contains(tag)) {
        return Err(BundleError::Page(format!("{what} holds {tag}, which would end it")));
    }
    let icon = STANDARD.encode(page_file("favicon.svg")?);
    let wheel = answer(&router, "pictures/wheel.svg?lang=fr").await?.unwrap_or_default();
    let alone = wheel.replacen(
        '>',
        &format!("><style>{}</style>", theme.replace('&', "&amp;").replace('<', "&lt;")),
        1,
    );
    let answers = answers(&router, &dataset).await?;
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {} {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&theme),
        hash(&own),
    );
    let head = between(&index, "<head>", "</head>")?;
    let kept: String = head
        .lines()
        .filter(|l| !l.trim_start().starts_with("<link ") && !l.trim_start().starts_with("<script "))
        .map(|l| format!("{l}\n"))
        .collect();
    let body = between(&index, "<body>", "</body>")?;
    let plain = between(body, "<noscript>", "</noscript>")?;
    let silent = format!(
        "<section class=\"prose\"><h1>relier</h1>\
         <p>Sans scripts, ce fichier montre l’image ci-dessous; avec eux, il montre le réseau, ses citations et ses lacunes, sans aucune connexion.</p>\
         <p lang=\"en\">Without scripts this file shows the picture below; with them it shows the network, its quotations and its gaps, without any connection.</p>\
         <p><img src=\"data:image/svg+xml;base64,{}\" alt=\"La roue: l’UE au centre, ses partenaires autour, chaque instrument en rayon.\"></p></section>",
        STANDARD.encode(alone)
    );
    let page = format!(
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{kept}\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" type=\"image/svg+xml\">\n\
         <style id=\"theme\">{theme}</style>\n<style>{own}</style>\n</head>\n<body>{}\
         <script type=\"text/plain\" id=\"relier-answers\">{answers}</script>\n<script>{script}</script>\n</body>\n</html>\n",
        body.replacen(plain, &silent, 1),
    );
    Ok(page.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_this_build_can_be_linked() {
        let script = link("app/main.js", &|path| page_file(path).ok()).unwrap_or_else(|e| panic!("{e}"));
        assert!(script.contains("__relier[\"app/api.js\"]"));
    }
}
