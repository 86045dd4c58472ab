//! The JSON API on the router: one way in for every route of the table.

use axum::Router;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;

use super::problem::{Refusal, language};
use super::route::Route;
use super::routes;
use super::store::Store;
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
