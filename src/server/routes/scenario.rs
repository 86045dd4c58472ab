//! Assumptions and comparisons. Nothing is stored: the edits travel in the request.

use std::sync::Arc;

use crate::explorer::{Explorer, find_actor};
use crate::seed::scenario_toml;
use crate::server::param::{LONGEST, Often, Param, Values, shown};
use crate::server::problem::{Refusal, nameless};
use crate::server::route::{
    ASSUMED, Answer, Call, DATES, Gives, MOST_EDITS, Route, excluded, json, schema, text,
};
use crate::view::words::{moment, say};
use crate::view::{ChangeView, CompareView, change_view, compare_view, dates_command, whatif_view};

/// The edits of a scenario.
pub(super) const EDITS: [Param; 1] = [ASSUMED[0].often(Often::Repeated(1, MOST_EDITS)).like("add SDP CAN")];

const NAME: [Param; 1] =
    [Param::new("name", Values::Text { most: 120 }, ("nom du scénario", "name of the scenario"))
        .like("Canada")];

/// Actors or dates to compare.
pub(super) const SIDES: [Param; 2] = [
    Param::new(
        "actors",
        Values::Text { most: LONGEST },
        ("deux à quatre acteurs, séparés par des virgules", "two to four actors, separated by commas"),
    )
    .often(Often::Listed(4))
    .like("JPN,KOR"),
    Param::new(
        "dates",
        Values::Date,
        (
            "ou deux jours, séparés par une virgule: ce qui a changé de l’un à l’autre",
            "or two days, separated by a comma: what changed from one to the other",
        ),
    )
    .often(Often::Listed(2))
    .like("2025-06-05,2026-03-01"),
];

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/whatif",
        "whatif",
        (
            "ce qu’un scénario ouvre, comble et déplace; une hypothèse, jamais un fait",
            "what a scenario opens, closes and moves; an assumption, never a fact",
        ),
        Gives::Json(schema::<ChangeView>),
        |call| json(&whatif(call)?),
    )
    .takes(&[&DATES, &EDITS, &NAME]),
    Route::new(
        "/whatif.toml",
        "whatifFile",
        (
            "le scénario comme fichier, que relit «relier whatif --scenario»",
            "the scenario as a file, which “relier whatif --scenario” reads",
        ),
        Gives::Media(&["application/toml; charset=utf-8"]),
        file,
    )
    .takes(&[&DATES, &EDITS, &NAME]),
    Route::new(
        "/compare",
        "compare",
        ("deux à quatre acteurs côte à côte, ou deux jours", "two to four actors side by side, or two days"),
        Gives::Json(|generator| {
            let (actors, dates) = (schema::<CompareView>(generator), schema::<ChangeView>(generator));
            schemars::json_schema!({ "oneOf": [actors, dates] })
        }),
        |call| match compared(call)? {
            Compared::Actors(view) => json(&view),
            Compared::Dates(view) => json(&view),
        },
    )
    .takes(&[&DATES, &SIDES]),
];

/// What the edits change.
pub(super) fn whatif(call: &Call<'_>) -> Result<ChangeView, Refusal> {
    let explorer = call.base()?;
    explorer.asks_directions()?;
    let (_, scenario) = call.scenario(&explorer)?;
    Ok(whatif_view(&explorer, &scenario))
}

fn file(call: &Call<'_>) -> Answer {
    let (record, _) = call.scenario(&*call.base()?)?;
    Ok(text("application/toml; charset=utf-8", scenario_toml(&record))?.saved_as("scenario.toml"))
}

/// A comparison.
pub(super) enum Compared {
    /// Actors side by side.
    Actors(Box<CompareView>),
    /// One day, then another.
    Dates(Box<ChangeView>),
}

/// The comparison asked for.
pub(super) fn compared(call: &Call<'_>) -> Result<Compared, Refusal> {
    let (actors, dates) = (call.given.all("actors"), call.given.all("dates"));
    match (actors.len(), &dates[..]) {
        (2..=4, []) => {
            let mut ids = Vec::new();
            for name in &actors {
                let id =
                    find_actor(call.dataset(), name).map_err(|e| Refusal::unmeant("actors", nameless(&e)))?;
                if ids.contains(&id) {
                    return Err(excluded(
                        "actors",
                        &format!(
                            "«{}» est donné deux fois; comparez deux à quatre acteurs différents",
                            shown(name)
                        ),
                        &format!("«{}» is given twice; compare two to four different actors", shown(name)),
                    ));
                }
                ids.push(id);
            }
            Ok(Compared::Actors(Box::new(compare_view(&*call.explorer()?, &ids))))
        }
        (0, [first, second]) if call.given.get("as-of").is_none() => {
            let (before, after) = (call.explorer_on(first)?, call.explorer_on(second)?);
            if before.dates.as_of > after.dates.as_of {
                let (first, second) = (before.dates.as_of, after.dates.as_of);
                return Err(excluded(
                    "dates",
                    &format!("{first} suit {second}; donnez le premier jour d’abord: dates={second},{first}"),
                    &format!(
                        "{first} is later than {second}; give the earlier day first: dates={second},{first}"
                    ),
                ));
            }
            Ok(Compared::Dates(Box::new(between(&before, &after))))
        }
        _ => Err(excluded(
            "actors",
            "donnez deux à quatre acteurs (actors=JPN,KOR), ou deux jours sans «as-of» (dates=2025-06-05,2026-03-01)",
            "give two to four actors (actors=JPN,KOR), or two days without «as-of» (dates=2025-06-05,2026-03-01)",
        )),
    }
}

fn between(before: &Arc<Explorer>, after: &Arc<Explorer>) -> ChangeView {
    let [first, second] = [before, after].map(|e| e.dates.as_of.to_string());
    let (from, to) = (moment(&first), moment(&second));
    let title = say(format!("Du {} au {}", from.fr, to.fr), format!("From {} to {}", from.en, to.en));
    let labels = [&first, &second].map(|d| moment(d));
    change_view(before, after, (title, labels, dates_command(before, after)), Vec::new())
}
