//! The network for other programs: the forms of `relier export`, byte for byte.

use crate::dataset::Word;
use crate::export::{self, Edges, Form, Table};
use crate::server::param::{Param, Values, words};
use crate::server::problem::Refusal;
use crate::server::route::{ASSUMED, Answer, Call, DATES, FOCUS, Gives, LISTS, Route, SIGHT, known, schema};
use crate::server::sheet::{CSV, Sheet, XLSX};
use crate::view::NetworkView;

const ZIP: &str = "application/zip";
const GRAPHML: &str = "application/graphml+xml";
const GEXF: &str = "application/gexf+xml";
const JSON: &str = "application/json";
const JSONLD: &str = "application/ld+json";

const TABLE: [Param; 1] = [Param::new(
    "table",
    Values::Words(words::<Table>),
    (
        "une table seule; toutes dans une archive zip par défaut",
        "one table alone; all of them in a zip archive by default",
    ),
)
.like("ties")];

const EDGES: [Param; 1] = [Param::new(
    "projection",
    Values::Words(words::<Edges>),
    (
        "ce qu’est une arête: la part d’un acteur dans un lien (incidence), ou deux acteurs qui se rencontrent (meeting)",
        "what an edge is: the part of an actor in a tie (incidence), or two actors that meet (meeting)",
    ),
)
.or("incidence")];

/// What every form takes.
const SELECTION: [&[Param]; 5] = [&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS];

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/export/json",
        "exportJson",
        (
            "le contrat d’échange: nœuds et liens de toutes les classes, avec leurs citations",
            "the contract of exchange: nodes and ties of every class, with their quotations",
        ),
        Gives::Json(schema::<NetworkView>),
        |call| exported(call, Form::Json, JSON, "json"),
    )
    .takes(&SELECTION),
    Route::new(
        "/export/csv",
        "exportCsv",
        (
            "les tables: nœuds, liens, parties, preuves, fiche",
            "the tables: nodes, ties, participants, evidence, card",
        ),
        Gives::Media(&[ZIP, CSV]),
        |call| {
            let given = call.given.get("table").is_some();
            match given.then(|| known(call, "table", Table::Ties)) {
                Some(table) => exported(call, Form::Csv(Some(table)), CSV, "csv"),
                None => exported(call, Form::Csv(None), ZIP, "zip"),
            }
        },
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &TABLE]),
    graph(
        "/export/graphml",
        "exportGraphml",
        ("GraphML, pour networkx, igraph, yEd, Gephi", "GraphML, for networkx, igraph, yEd, Gephi"),
        &[GRAPHML],
        |call| exported(call, Form::Graphml(edges(call)), GRAPHML, "graphml"),
    ),
    graph("/export/gexf", "exportGexf", ("GEXF 1.3, pour Gephi", "GEXF 1.3, for Gephi"), &[GEXF], |call| {
        exported(call, Form::Gexf(edges(call)), GEXF, "gexf")
    }),
    graph(
        "/export/cytoscape",
        "exportCytoscape",
        ("le JSON de Cytoscape (.cyjs)", "Cytoscape’s JSON (.cyjs)"),
        &[JSON],
        |call| exported(call, Form::Cytoscape(edges(call)), JSON, "cyjs"),
    ),
    Route::new(
        "/export/jsonld",
        "exportJsonld",
        (
            "données liées: schema.org, PROV-O, Web Annotation",
            "linked data: schema.org, PROV-O, Web Annotation",
        ),
        Gives::Media(&[JSONLD]),
        |call| exported(call, Form::Jsonld, JSONLD, "jsonld"),
    )
    .takes(&SELECTION),
    Route::new(
        "/export/xlsx",
        "exportXlsx",
        ("un classeur, une feuille par table", "a spreadsheet, a sheet for each table"),
        Gives::Media(&[XLSX]),
        |call| exported(call, Form::Xlsx, XLSX, "xlsx"),
    )
    .takes(&SELECTION),
];

/// A form that has edges.
const fn graph(
    path: &'static str,
    id: &'static str,
    says: (&'static str, &'static str),
    kinds: &'static [&'static str],
    run: fn(&Call<'_>) -> Answer,
) -> Route {
    Route::new(path, id, says, Gives::Media(kinds), run)
        .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &EDGES])
}

fn edges(call: &Call<'_>) -> Edges {
    known(call, "projection", Edges::default())
}

fn exported(call: &Call<'_>, form: Form, kind: &'static str, extension: &str) -> Answer {
    let bytes = export::file(&*call.explorer()?, &call.filter()?, form, call.lang())
        .map_err(|e| Refusal::internal(e.to_string()))?;
    let stem = match form {
        Form::Csv(Some(table)) => format!("network-{}", table.word()),
        _ => "network".to_owned(),
    };
    Ok(Sheet::new(kind, bytes).saved_as(&call.file_name(&stem, extension)?))
}
