//! The network for other programs.

use crate::network::Class;
use crate::server::route::{ASSUMED, Answer, Call, DATES, FOCUS, Gives, LISTS, Route, SIGHT, json, schema};
use crate::view::{self, NetworkView};

pub(super) static ROUTES: &[Route] = &[Route::new(
    "/export/json",
    "exportJson",
    (
        "le contrat d’échange: nœuds et liens de toutes les classes, avec leurs citations",
        "the contract of exchange: nodes and ties of every class, with their quotations",
    ),
    Gives::Json(schema::<NetworkView>),
    exported,
)
.takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS])];

fn exported(call: &Call<'_>) -> Answer {
    let mut filter = call.filter()?;
    if filter.classes.is_empty() {
        // An export leaves the choice of classes to its reader.
        filter.classes = vec![Class::Stated, Class::Derived, Class::Structural];
    }
    Ok(json(&view::network_view(&*call.explorer()?, &filter))?.saved_as("relier.json"))
}
