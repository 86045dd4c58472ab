//! Every resource of the API, by topic. The router, the check of parameters, `meta` and the OpenAPI document all come from
//! these tables: what is not in them is not served.

mod about;
mod charts;
mod export;
mod findings;
mod network;
mod pictures;
mod scenario;
mod tables;
mod texts;

use super::route::Route;
pub(super) use charts::MATRIX;
pub(super) use findings::{goals, rank};
pub(super) use texts::{DOCUMENT, document};

/// The tables, in the order in which a reader meets them.
static TABLES: [&[Route]; 10] = [
    about::ROUTES,
    network::ROUTES,
    findings::ROUTES,
    scenario::ROUTES,
    charts::ROUTES,
    pictures::ROUTES,
    pictures::CALENDARS,
    texts::ROUTES,
    tables::ROUTES,
    export::ROUTES,
];

/// Every resource.
pub(super) fn all() -> impl Iterator<Item = &'static Route> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// What the page asks for first, and what takes longest of what it asks for without a selection, in its own words: the server computes
/// it when it starts.
pub(super) const FIRST: [(&str, &str); 7] = [
    ("/meta", ""),
    ("/network", ""),
    ("/gaps", ""),
    ("/rank", ""),
    ("/rank", "without-eu"),
    ("/rank", "graph=incidence"),
    ("/rank", "without-eu&graph=incidence"),
];
