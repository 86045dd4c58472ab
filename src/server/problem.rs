//! Errors as problem+json (RFC 9457), in the language of whoever asked.

use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{Word, parse_word};
use crate::explorer::{BadQuery, NoDirections, NotFound};
use crate::view::words::say;
use crate::view::{Label, Lang};

/// What went wrong, for a person and for a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// HTTP status.
    pub status: u16,
    /// What kind of problem.
    pub title: String,
    /// What exactly, and what would be right.
    pub detail: String,
    /// The parameter meant, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

/// A problem in both languages, before it is known who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    title: (&'static str, &'static str),
    detail: Box<Label>,
    parameter: Option<Box<str>>,
}

impl Refusal {
    /// A refusal with its title and its sentence, each in French and English.
    pub(super) fn new(status: StatusCode, title: (&'static str, &'static str), detail: Label) -> Refusal {
        Refusal { status, title, detail: Box::new(detail), parameter: None }
    }

    /// Nothing stands at this address.
    pub(super) fn absent(detail: Label) -> Refusal {
        Refusal::new(StatusCode::NOT_FOUND, ("introuvable", "not found"), detail)
    }

    /// A parameter that is none, or whose value is outside its vocabulary or range.
    pub(super) fn malformed(parameter: &str, detail: Label) -> Refusal {
        Refusal {
            parameter: Some(parameter.into()),
            ..Refusal::new(StatusCode::BAD_REQUEST, ("requête mal formée", "bad query"), detail)
        }
    }

    /// A well-formed value that means nothing here, or not together with the others.
    pub(super) fn unmeant(parameter: &str, detail: Label) -> Refusal {
        let title = ("valeur sans objet", "nothing to answer to");
        Refusal {
            parameter: Some(parameter.into()),
            ..Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, title, detail)
        }
    }

    /// A computation that broke off.
    pub(super) fn broken() -> Refusal {
        let says = say(
            "le programme a échoué en calculant ceci; les autres réponses continuent",
            "the program failed while it computed this; the others go on",
        );
        let title = ("erreur du programme", "a fault of the program");
        Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, title, says)
    }

    /// What the program itself did wrong, as a library says it.
    pub(super) fn internal(what: impl Into<String>) -> Refusal {
        let what = what.into();
        Refusal::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            ("erreur du programme", "a fault of the program"),
            say(what.clone(), what),
        )
    }

    /// The answer in a language.
    pub(super) fn told(self, lang: Lang) -> Response {
        let problem = Problem {
            status: self.status.as_u16(),
            title: match lang {
                Lang::Fr => self.title.0,
                Lang::En => self.title.1,
            }
            .to_owned(),
            detail: self.detail.get(lang).to_owned(),
            parameter: self.parameter.map(String::from),
        };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.word()));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// A name that nothing bears: in an address nothing stands there, in a parameter nothing is meant.
pub(super) fn nameless(error: &NotFound) -> Label {
    let shown = NotFound { text: super::param::shown(&error.text), ..error.clone() };
    say(shown.french(), shown.to_string())
}

/// What the vocabularies cannot refuse by themselves.
impl From<BadQuery> for Refusal {
    fn from(error: BadQuery) -> Refusal {
        Refusal::unmeant(error.option, say(error.french, error.message))
    }
}

/// A dataset without the four directions, as an imported network.
impl From<NoDirections> for Refusal {
    fn from(error: NoDirections) -> Refusal {
        let fr = "ce jeu de données n’a pas de directions (taxonomy.toml), comme tout réseau importé: lacunes, étapes, scénarios, robustesse et \
                  rapport s’y rapportent et ne compteraient rien; rank, path, actors, actions, pictures et export y répondent";
        let en = error
            .to_string()
            .replace("show, actions, draw and export", "actors, actions, pictures and export");
        let title = ("sans directions", "no directions");
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, title, say(fr, en))
    }
}

/// The language asked for: `lang=` first, then the header's first that is ours, then English.
pub(super) fn language(query: Option<&str>, headers: &HeaderMap) -> Lang {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let named = pairs.filter(|(name, _)| name == "lang").find_map(|(_, v)| parse_word(&v).ok());
    let accepted = || {
        let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        let mut tags: Vec<(f32, Lang)> = list.split(',').filter_map(tag).collect();
        tags.sort_by(|a, b| b.0.total_cmp(&a.0));
        tags.first().map(|(_, lang)| *lang)
    };
    named.or_else(accepted).unwrap_or(Lang::En)
}

/// `fr-BE;q=0.8` → its weight and our language; `None` for another language or one that is refused.
fn tag(text: &str) -> Option<(f32, Lang)> {
    let mut parts = text.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?;
    let lang = parse_word(primary).ok()?;
    let weight = parts.find_map(|p| p.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
    (weight > 0.0 && weight <= 1.0).then_some((weight, lang))
}

pub(super) async fn wrong_method(method: Method, uri: axum::http::Uri, headers: HeaderMap) -> Response {
    let says = say(
        format!("{method} n’a pas de réponse ici; toute ressource se lit par GET"),
        format!("{method} is not answered here; every resource is read with GET"),
    );
    let refusal = Refusal::new(StatusCode::METHOD_NOT_ALLOWED, ("méthode refusée", "wrong method"), says);
    let mut response = refusal.told(language(uri.query(), &headers));
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: Option<&str>, accept: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accept).expect("a header"));
        language(query, &headers)
    }

    #[test]
    fn the_address_goes_before_the_header_and_the_header_by_its_weights() {
        assert_eq!(asked(Some("lang=fr"), "en"), Lang::Fr);
        assert_eq!(asked(None, "fr-BE,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(asked(None, "fr;q=0.3, en-GB;q=0.7"), Lang::En);
        assert_eq!(asked(None, "de, fr;q=0.2"), Lang::Fr);
        assert_eq!(asked(None, "fr;q=0, de"), Lang::En);
        assert_eq!(asked(Some("lang=xx"), "fr;q=abc"), Lang::En);
    }
}
