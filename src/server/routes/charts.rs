//! What the charts show, as data.

use crate::dataset::Dataset;
use crate::server::param::{Param, Values, words};
use crate::server::route::{ASSUMED, CHOICE, DATES, FOCUS, Gives, LISTS, Route, json, known, schema};
use crate::view::{self, Against, LatticeView, MonitorView, PartnersMatrix, Units};

/// The columns and rows of a matrix.
pub(in crate::server) const MATRIX: [Param; 2] = [
    Param::new("against", Values::Words(words::<Against>), ("les colonnes", "the columns")).or("domains"),
    Param::new(
        "units",
        Values::Words(words::<Units>),
        (
            "les lignes: titulaires d’un partenariat ou dialogue, ou tous les partenaires nommés",
            "the rows: holders of a partnership or dialogue, or every partner named",
        ),
    )
    .or("core"),
];

fn domains_or_areas(_: &Dataset) -> Vec<String> {
    ["domains", "areas"].map(str::to_owned).to_vec()
}

/// The columns of a lattice.
pub(super) const LATTICE: [Param; 1] =
    [Param::new("against", Values::Words(domains_or_areas), ("les colonnes", "the columns")).or("domains")];

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/matrix",
        "matrix",
        (
            "partenaires par types d’instrument, domaines ou secteurs",
            "partners against kinds of instrument, domains or areas",
        ),
        Gives::Json(schema::<PartnersMatrix>),
        |call| {
            let (against, units) =
                (known(call, "against", Against::Domains), known(call, "units", Units::Core));
            json(&view::matrix_of(&*call.explorer()?, &call.filter()?, against, units))
        },
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &CHOICE, &FOCUS, &MATRIX]),
    Route::new(
        "/lattice",
        "lattice",
        ("quelle couverture implique laquelle", "which coverage implies which"),
        Gives::Json(schema::<LatticeView>),
        |call| {
            let against = known(call, "against", Against::Domains);
            json(&view::lattice_of(&*call.explorer()?, &call.filter()?, against))
        },
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &CHOICE, &FOCUS, &LATTICE]),
    Route::new(
        "/calendar",
        "calendar",
        (
            "actions et instruments datés au fil des années: les données du calendrier",
            "actions and dated instruments over the years: the data of the calendar",
        ),
        Gives::Json(schema::<MonitorView>),
        |call| json(&super::findings::actions(call)?),
    )
    .takes(&[&DATES, &ASSUMED]),
];
