//! What a client must know before it asks, what is served, and the document that describes all of it.

use crate::server::openapi;
use crate::server::route::{Answer, Call, DATES, Gives, Route, json, schema};
use crate::server::store::StatusView;
use crate::view::{AdditionalView, MetaView, additional_view, meta_view};

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/meta",
        "meta",
        (
            "vocabulaires, documents, dates et acteurs: ce qu’il faut savoir avant de demander",
            "vocabularies, documents, dates and actors: what to know before asking",
        ),
        Gives::Json(schema::<MetaView>),
        meta,
    )
    .takes(&[&DATES]),
    Route::new(
        "/sources",
        "sources",
        (
            "les sources additionnelles, ce qu’elles disent, et le contrôle externe du corpus",
            "the additional sources, what they say, and the external check of the corpus",
        ),
        Gives::Json(schema::<AdditionalView>),
        sources,
    )
    .takes(&[&DATES]),
    Route::new(
        "/status",
        "status",
        (
            "ce qui est servi, et les fautes d’un jeu de données plus récent qui ne l’est pas",
            "what is served, and the faults of a newer dataset that is not",
        ),
        Gives::Json(schema::<StatusView>),
        status,
    )
    .fresh(),
    Route::new(
        "/openapi.json",
        "openapi",
        ("ce document: OpenAPI 3.1", "this document: OpenAPI 3.1"),
        Gives::Json(|_| schemars::json_schema!({ "type": "object" })),
        document,
    ),
];

fn meta(call: &Call<'_>) -> Answer {
    let mut view = meta_view(&*call.explorer()?);
    view.resources = super::all().map(|r| format!("/api/v1{}", r.path)).collect();
    json(&view)
}

fn sources(call: &Call<'_>) -> Answer {
    json(&additional_view(&*call.explorer()?))
}

fn status(call: &Call<'_>) -> Answer {
    json(&*call.snapshot.status)
}

fn document(call: &Call<'_>) -> Answer {
    json(&openapi::document(call.dataset(), call.lang()))
}
