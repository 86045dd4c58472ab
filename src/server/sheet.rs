//! An answer as it travels: bytes with their type, tag and compressed twin, made once and sent as often as asked.

use std::io::Write;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// Comma-separated values.
pub(super) const CSV: &str = "text/csv; charset=utf-8";

/// A spreadsheet.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// An answer.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    kind: &'static str,
    /// The name under which a browser saves it.
    file: Option<HeaderValue>,
    tag: HeaderValue,
    policy: Option<HeaderValue>,
    body: Bytes,
    packed: Option<Bytes>,
}

/// Below this a compressed twin is not worth its header.
const LEAST_PACKED: usize = 512;

/// How hard to compress: each answer is packed once, so a little harder than usual.
const LEVEL: u32 = 7;

impl Sheet {
    /// An answer of a media type.
    pub(super) fn new(kind: &'static str, body: Vec<u8>) -> Sheet {
        let digest = Sha256::digest(&body);
        let tag: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
        // Weak: the tag is of the content, which travels packed or plain.
        let tag =
            HeaderValue::from_str(&format!("W/\"{tag}\"")).unwrap_or(HeaderValue::from_static("W/\"\""));
        let packed = packed(kind, &body);
        Sheet { kind, file: None, tag, policy: policy(kind, &body), body: body.into(), packed }
    }

    /// Saved under this name instead of shown.
    pub(super) fn saved_as(mut self, file: &str) -> Sheet {
        self.file = HeaderValue::from_str(&format!("attachment; filename=\"{file}\"")).ok();
        self
    }

    /// Under a policy of its own.
    pub(super) fn under(mut self, policy: &'static str) -> Sheet {
        self.policy = Some(HeaderValue::from_static(policy));
        self
    }

    /// How much memory it takes.
    pub(super) fn weight(&self) -> u64 {
        (self.body.len() + self.packed.as_ref().map_or(0, Bytes::len) + 256) as u64
    }

    /// The answer to a request: nothing again for a reader that has it, packed for one that can unpack.
    pub(super) fn reply(&self, asked: &HeaderMap) -> Response {
        let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let own = bare(self.tag.to_str().unwrap_or_default());
        let has = known.flat_map(|v| v.split(',')).any(|v| bare(v) == own || v.trim() == "*");
        let mut response = if has {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            match &self.packed {
                Some(packed) if unpacks(asked) => {
                    let mut response = (StatusCode::OK, packed.clone()).into_response();
                    let gzip = HeaderValue::from_static("gzip");
                    response.headers_mut().insert(header::CONTENT_ENCODING, gzip);
                    response
                }
                _ => (StatusCode::OK, self.body.clone()).into_response(),
            }
        };
        let out = response.headers_mut();
        if !has {
            out.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
            if let Some(file) = &self.file {
                out.insert(header::CONTENT_DISPOSITION, file.clone());
            }
        }
        if let Some(policy) = &self.policy {
            out.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        out.insert(header::ETAG, self.tag.clone());
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        response
    }
}

/// Whether a reader says that it unpacks gzip.
fn unpacks(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    lists.flat_map(|v| v.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let ours = parts.next().is_some_and(|c| c.eq_ignore_ascii_case("gzip") || c == "*");
        ours && !parts.any(|p| p.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32)))
    })
}

/// The compressed twin of text; pictures of points and spreadsheets are packed already.
fn packed(kind: &str, body: &[u8]) -> Option<Bytes> {
    let text = ["text/", "json", "svg", "xml"].iter().any(|t| kind.contains(t)) && !kind.contains("openxml");
    if !text || body.len() < LEAST_PACKED {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(LEVEL));
    encoder.write_all(body).ok()?;
    let packed = encoder.finish().ok()?;
    (packed.len() < body.len()).then(|| packed.into())
}

/// A report or a picture that stands alone carries its own rules: the policy names them by their digest and allows
/// nothing else.
fn policy(kind: &str, body: &[u8]) -> Option<HeaderValue> {
    if !kind.starts_with("text/html") && !kind.starts_with("image/svg") {
        return None;
    }
    let text = std::str::from_utf8(body).ok()?;
    let mut hashes = String::new();
    for part in text.split("<style").skip(1) {
        let (_, rest) = part.split_once('>')?;
        let (rules, _) = rest.split_once("</style>")?;
        let digest = Sha256::digest(unescaped(kind, rules));
        hashes += &format!(" 'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(digest));
    }
    let styles = if hashes.is_empty() { String::new() } else { format!("style-src{hashes}; ") };
    HeaderValue::from_str(&format!(
        "default-src 'none'; {styles}img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ))
    .ok()
}

/// In XML the browser sees the text of an element without its escapes and its CDATA marks.
fn unescaped(kind: &str, rules: &str) -> String {
    if !kind.starts_with("image/svg") {
        return rules.to_owned();
    }
    rules
        .replace("<![CDATA[", "")
        .replace("]]>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(text: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(text));
        headers
    }

    #[test]
    fn only_who_unpacks_is_sent_packed() {
        for (text, yes) in
            [("gzip", true), ("br, GZIP;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false)]
        {
            assert_eq!(unpacks(&accepts(text)), yes, "{text}");
        }
        assert!(!unpacks(&HeaderMap::new()));
    }

    #[test]
    fn the_rules_of_a_page_that_stands_alone_are_named_by_their_digest() {
        // printf 'a{}' | openssl dgst -sha256 -binary | base64
        let sheet = Sheet::new("text/html; charset=utf-8", b"<style>a{}</style><p>x</p>".to_vec());
        let policy = sheet.policy.expect("a policy");
        let text = policy.to_str().expect("text");
        assert!(text.contains("style-src 'sha256-"), "{text}");
        assert!(!text.contains("unsafe") && text.starts_with("default-src 'none'"));
        assert!(Sheet::new("application/json", b"{}".to_vec()).policy.is_none());
    }
}
