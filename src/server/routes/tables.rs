//! The tables of the command line: CSV, Markdown, and spreadsheets where there are some.

use crate::dataset::Dataset;
use crate::measure::Measure;
use crate::report;
use crate::server::param::{Param, Values};
use crate::server::problem::Refusal;
use crate::server::route::{ASSUMED, Answer, Call, DATES, FOCUS, GOAL, Gives, LISTS, Route, SIGHT};
use crate::server::sheet::{CSV, Sheet, XLSX};

use super::findings::{self, BUDGET, DRAWS, GRAPH, REPLICATES, REQUIRED_GOAL};
use super::scenario::{self, Compared, EDITS, SIDES};

const MARKDOWN: &str = "text/markdown; charset=utf-8";

fn two(_: &Dataset) -> Vec<String> {
    ["csv", "md"].map(str::to_owned).to_vec()
}

fn three(_: &Dataset) -> Vec<String> {
    ["csv", "md", "xlsx"].map(str::to_owned).to_vec()
}

const SAYS: (&str, &str) = ("la forme", "the form");
const TWO: [Param; 1] = [Param::new("format", Values::Words(two), SAYS).or("csv")];
const THREE: [Param; 1] = [Param::new("format", Values::Words(three), SAYS).or("csv")];

const MEASURE: [Param; 2] = [
    Param::new(
        "measure",
        Values::Words(findings::measures),
        (
            "l’ordre du tableau en Markdown; les autres formes ont toutes les mesures",
            "the order of the table in Markdown; the other forms have all measures",
        ),
    )
    .or("betweenness"),
    GRAPH,
];

const fn table(
    path: &'static str,
    id: &'static str,
    says: (&'static str, &'static str),
    run: fn(&Call<'_>) -> Answer,
) -> Route {
    Route::new(path, id, says, Gives::Media(&[CSV, MARKDOWN]), run)
}

const fn sheet(
    path: &'static str,
    id: &'static str,
    says: (&'static str, &'static str),
    run: fn(&Call<'_>) -> Answer,
) -> Route {
    Route::new(path, id, says, Gives::Media(&[CSV, MARKDOWN, XLSX]), run)
}

pub(super) static ROUTES: &[Route] = &[
    sheet(
        "/tables/gaps",
        "gapsTable",
        ("les lacunes, ligne par ligne avec leurs citations", "the gaps, line by line with their quotations"),
        |call| {
            let (goals, lang) = (findings::goals(call)?, call.lang());
            match form(call) {
                Form::Csv => saved(call, CSV, "gaps", report::goals_csv(&goals, lang)),
                Form::Markdown => markdown(report::goals_markdown(&goals, lang)),
                Form::Xlsx => saved(call, XLSX, "gaps", report::goals_xlsx(&goals, lang)),
            }
        },
    )
    .takes(&[&DATES, &ASSUMED, &[GOAL], &THREE]),
    sheet("/tables/rank", "rankTable", ("un classement", "a ranking"), |call| {
        let (lang, all) = (call.lang(), &Measure::ALL);
        match form(call) {
            Form::Csv => saved(call, CSV, "rank", report::rank_csv(&findings::rank(call, all)?, lang)),
            Form::Markdown => {
                let measure =
                    call.given.get("measure").and_then(Measure::from_id).unwrap_or(Measure::Betweenness);
                let view = findings::rank(call, &[measure])?;
                markdown(report::rank_markdown(&view, measure.id(), None, lang))
            }
            Form::Xlsx => saved(call, XLSX, "rank", report::rank_xlsx(&findings::rank(call, all)?, lang)),
        }
    })
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &MEASURE, &REPLICATES, &THREE]),
    sheet("/tables/actions", "actionsTable", ("les actions", "the actions"), |call| {
        let (view, lang) = (findings::actions(call)?, call.lang());
        match form(call) {
            Form::Csv => saved(call, CSV, "actions", report::monitor_csv(&view, lang)),
            Form::Markdown => markdown(report::monitor_markdown(&view, lang)),
            Form::Xlsx => saved(call, XLSX, "actions", report::monitor_xlsx(&view, lang)),
        }
    })
    .takes(&[&DATES, &ASSUMED, &THREE]),
    table(
        "/tables/moves",
        "movesTable",
        ("les prochaines étapes d’une direction", "the next moves of a direction"),
        |call| {
            let (view, lang) = (findings::moves(call)?, call.lang());
            match form(call) {
                Form::Csv => saved(call, CSV, "moves", report::moves_csv(&view, lang)),
                _ => markdown(report::moves_markdown(&view, lang)),
            }
        },
    )
    .takes(&[&DATES, &ASSUMED, &[REQUIRED_GOAL], &BUDGET, &TWO]),
    table(
        "/tables/robustness",
        "robustnessTable",
        ("jusqu’où les constats tiennent", "how far the findings hold"),
        |call| {
            let (view, lang) = (findings::findings(call)?, call.lang());
            match form(call) {
                Form::Csv => saved(call, CSV, "robustness", report::findings_csv(&view, lang)),
                _ => markdown(report::findings_markdown(&view, lang)),
            }
        },
    )
    .takes(&[&DATES, &ASSUMED, &[GOAL], &DRAWS, &TWO]),
    table(
        "/tables/whatif",
        "whatifTable",
        ("ce qu’un scénario change", "what a scenario changes"),
        |call| {
            let (view, lang) = (scenario::whatif(call)?, call.lang());
            match form(call) {
                Form::Csv => saved(call, CSV, "whatif", report::change_csv(&view, lang)),
                _ => markdown(report::change_markdown(&view, lang)),
            }
        },
    )
    .takes(&[&DATES, &EDITS, &TWO]),
    table("/tables/compare", "compareTable", ("une comparaison", "a comparison"), |call| {
        let lang = call.lang();
        match (scenario::compared(call)?, form(call)) {
            (Compared::Actors(view), Form::Csv) => {
                saved(call, CSV, "compare", report::compare_csv(&view, lang))
            }
            (Compared::Actors(view), _) => markdown(report::compare_markdown(&view, lang)),
            (Compared::Dates(view), Form::Csv) => {
                let days = call.given.all("dates").join("_");
                Ok(saved(call, CSV, "compare", report::change_csv(&view, lang))?
                    .saved_as(&format!("relier-compare_{days}.csv")))
            }
            (Compared::Dates(view), _) => markdown(report::change_markdown(&view, lang)),
        }
    })
    .takes(&[&DATES, &SIDES, &TWO]),
];

#[derive(Clone, Copy)]
enum Form {
    Csv,
    Markdown,
    Xlsx,
}

fn form(call: &Call<'_>) -> Form {
    match call.given.get("format") {
        Some("md") => Form::Markdown,
        Some("xlsx") => Form::Xlsx,
        _ => Form::Csv,
    }
}

fn markdown(text: String) -> Answer {
    crate::server::route::text(MARKDOWN, text)
}

/// A file, under a name that says what it is and on which dates.
fn saved<E: std::fmt::Display>(
    call: &Call<'_>,
    kind: &'static str,
    stem: &str,
    bytes: Result<Vec<u8>, E>,
) -> Answer {
    let bytes = bytes.map_err(|e| Refusal::internal(e.to_string()))?;
    let extension = if kind == XLSX { "xlsx" } else { "csv" };
    Ok(Sheet::new(kind, bytes).saved_as(&call.file_name(stem, extension)?))
}
