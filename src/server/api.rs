//! The JSON API on the router: one way in for every route of the table.

use axum::Router;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::get;

use super::plain;
use super::problem::{Refusal, language};
use super::route::Route;
use super::routes;
use super::sheet::Sheet;
use super::store::Store;
use crate::dataset::Word;
use crate::draw::escape;
use crate::view::Lang;
use crate::view::words::say;

pub(super) fn routes() -> Router<Store> {
    let mut router = Router::new();
    for route in routes::all() {
        router = router.route(
            route.path,
            get(move |State(store): State<Store>, places, uri: Uri, headers: HeaderMap| {
                answer(route, store, places, uri, headers)
            }),
        );
    }
    router.fallback(nothing)
}

/// Pages for people, which are refused as pages.
pub(super) fn pages() -> Router<Store> {
    let mut router = Router::new();
    for route in plain::ROUTES {
        router = router.route(
            route.path,
            get(move |State(store): State<Store>, places, uri: Uri, headers: HeaderMap| async move {
                let response = answer(route, store, places, uri.clone(), headers.clone()).await;
                if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
                    return response;
                }
                refused_page(response, language(uri.query(), &headers)).await
            }),
        );
    }
    router
}

/// A refusal as a page, with the way back.
async fn refused_page(response: Response, lang: Lang) -> Response {
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 64 * 1024).await.unwrap_or_default();
    let detail = serde_json::from_slice::<serde_json::Value>(&body)
        .ok()
        .and_then(|v| v["detail"].as_str().map(str::to_owned))
        .unwrap_or_default();
    let home = say("l’accueil", "the first page");
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{code}</title>\
         <link rel=\"stylesheet\" href=\"/theme.css\"><link rel=\"stylesheet\" href=\"/css/base.css\">\
         <link rel=\"stylesheet\" href=\"/plain.css\"></head><body class=\"plain\"><main><h1>{code}</h1>\
         <p>{detail}</p><p><a href=\"/plain?lang={lang}\">{home}</a></p></main></body></html>\n",
        lang = lang.word(),
        code = status.as_u16(),
        detail = escape(&detail),
        home = home.get(lang),
    );
    let mut out = Sheet::new("text/html; charset=utf-8", page.into_bytes())
        .under(plain::POLICY)
        .reply(&HeaderMap::new());
    *out.status_mut() = status;
    out.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    out
}

async fn answer(
    route: &'static Route,
    store: Store,
    places: Result<RawPathParams, RawPathParamsRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let lang = language(uri.query(), &headers);
    let Ok(places) = places else {
        let says = say("l’adresse n’est pas en UTF-8", "the address is not UTF-8");
        return Refusal::new(StatusCode::BAD_REQUEST, ("requête mal formée", "bad query"), says).told(lang);
    };
    let places = places.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    match store.answer(route, places, uri.query().unwrap_or_default().to_owned()).await {
        Ok(sheet) => sheet.reply(&headers),
        Err(refusal) => refusal.told(lang),
    }
}

async fn nothing(uri: Uri, headers: HeaderMap) -> Response {
    let pictures: Vec<&str> = routes::all().filter_map(|r| r.path.strip_prefix("/pictures/")).collect();
    let refusal = match uri.path().split_once("/pictures/") {
        Some((_, name)) => {
            let (name, list) = (super::param::shown(name), pictures.join(", "));
            Refusal::absent(say(
                format!("il n’y a pas d’image «{name}»; il y a: {list}"),
                format!("there is no picture «{name}»; there are: {list}"),
            ))
        }
        None => Refusal::absent(say(
            "il n’y a pas cette ressource; voyez /api/v1/openapi.json, et /api/ pour la lire",
            "there is no such resource; see /api/v1/meta for what there is, and /api/ to read about it",
        )),
    };
    refusal.told(language(uri.query(), &headers))
}
