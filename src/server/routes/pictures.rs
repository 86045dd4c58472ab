//! Pictures, the very ones of the command line.

use crate::draw::{self, DotOptions, EGO_ENGINE, NETWORK_ENGINE, Theme};
use crate::network::Filter;
use crate::server::param::{Often, Param, Values, words};
use crate::server::problem::Refusal;
use crate::server::route::{Answer, Call, DATES, FOCUS, Gives, LISTS, Route, SIGHT, actor, known, text};
use crate::server::sheet::Sheet;
use crate::view::words::say;
use crate::view::{self, Against, Chart, Units};

const SVG: &str = "image/svg+xml";
const DOT: &str = "text/vnd.graphviz; charset=utf-8";

/// The narrowest and the widest picture that is drawn, in pixels.
const WIDTHS: (u64, u64) = (200, 4000);

/// How a picture looks.
const LOOK: [Param; 3] = [
    Param::new("theme", Values::Words(words::<Theme>), ("couleurs", "colours")).or("light"),
    Param::new(
        "width",
        Values::Number { least: WIDTHS.0, most: WIDTHS.1 },
        ("largeur en pixels", "width in pixels"),
    )
    .or("1100"),
    Param::new(
        "page",
        Values::Switch,
        (
            "laisse les règles du thème à la page, qui les lit dans /theme.css",
            "leaves the rules of the theme to the page, which reads them from /theme.css",
        ),
    )
    .or("false"),
];

const WHOM: [Param; 1] = [actor("focus").often(Often::Required)];

const fn svg(
    path: &'static str,
    id: &'static str,
    says: (&'static str, &'static str),
    run: fn(&Call<'_>) -> Answer,
) -> Route {
    Route::new(path, id, says, Gives::Media(&[SVG]), run)
}

pub(super) static ROUTES: &[Route] = &[
    svg(
        "/pictures/wheel.svg",
        "wheel",
        (
            "la roue: l’UE au centre, ses partenaires autour",
            "the wheel: the EU at the centre, its partners around it",
        ),
        wheel,
    )
    .takes(&[&DATES, &LISTS, &SIGHT, &FOCUS, &LOOK]),
    svg(
        "/pictures/ego.svg",
        "ego",
        ("un acteur et ce dont il fait partie", "one actor and what it is in"),
        ego,
    )
    .takes(&[&DATES, &LISTS, &SIGHT, &WHOM, &LOOK]),
    svg(
        "/pictures/matrix.svg",
        "matrixPicture",
        ("la matrice des partenaires", "the matrix of partners"),
        |call| {
            let (against, units) =
                (known(call, "against", Against::Domains), known(call, "units", Units::Core));
            chart(call, "matrix", Chart::Matrix(against, units))
        },
    )
    .takes(&[&DATES, &super::charts::MATRIX, &LOOK]),
    svg(
        "/pictures/calendar.svg",
        "calendarPicture",
        ("le calendrier des actions", "the calendar of actions"),
        |call| chart(call, "calendar", Chart::Calendar),
    )
    .takes(&[&DATES, &LOOK]),
    svg(
        "/pictures/lattice.svg",
        "latticePicture",
        ("le treillis: quelle couverture implique laquelle", "the lattice: which coverage implies which"),
        |call| chart(call, "lattice", Chart::Lattice(known(call, "against", Against::Domains))),
    )
    .takes(&[&DATES, &super::charts::LATTICE, &LOOK]),
    Route::new(
        "/pictures/wheel.dot",
        "networkDot",
        ("le réseau en DOT, pour Graphviz", "the network in DOT, for Graphviz"),
        Gives::Media(&[DOT]),
        network_dot,
    )
    .takes(&[&DATES, &LISTS, &SIGHT, &FOCUS]),
    Route::new(
        "/pictures/ego.dot",
        "egoDot",
        ("un acteur en DOT, pour Graphviz", "one actor in DOT, for Graphviz"),
        Gives::Media(&[DOT]),
        ego_dot,
    )
    .takes(&[&DATES, &LISTS, &SIGHT, &WHOM]),
];

/// The look asked for; a page may hold several pictures, and no two share an id.
fn options(call: &Call<'_>, name: &str, selection: Vec<String>) -> draw::Options {
    let lang = call.lang();
    let between = if name.is_empty() { String::new() } else { format!("{name}-") };
    draw::Options {
        lang,
        theme: known(call, "theme", Theme::Light),
        width: call.given.number("width").unwrap_or(1100) as f64,
        selection,
        standalone: !call.given.switch("page"),
        prefix: format!("relier-{between}{}-", crate::dataset::Word::word(lang)),
        ..draw::Options::default()
    }
}

fn drawn(svg: &draw::Svg) -> Answer {
    Ok(Sheet::new(SVG, svg.as_str().as_bytes().to_vec()))
}

fn wheel(call: &Call<'_>) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (view, selection) = view::picture_view(&explorer, &filter);
    drawn(&draw::wheel(&view, &draw::Options { level: filter.level, ..options(call, "", selection) }))
}

/// A picture of one actor is about the focus: what the filter would cut away around it stays.
fn around(filter: &Filter) -> Filter {
    Filter { focus: None, depth: 1, ..filter.clone() }
}

fn ego(call: &Call<'_>) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (view, selection) = view::ego_view(&explorer, &around(&filter));
    let id = focus(call, &filter)?;
    drawn(&draw::ego(&view, &id, &options(call, "", selection)))
}

fn focus(call: &Call<'_>, filter: &Filter) -> Result<String, Refusal> {
    let missing = || {
        Refusal::malformed(
            "focus",
            say("de qui s’agit-il? ajoutez focus=JPN", "whom is it about? add focus=JPN"),
        )
    };
    filter.focus.map(|a| call.dataset().actor(a).id.clone()).ok_or_else(missing)
}

fn chart(call: &Call<'_>, name: &str, chart: Chart) -> Answer {
    drawn(&draw::chart(&chart.view(&*call.explorer()?), &options(call, name, Vec::new())))
}

fn network_dot(call: &Call<'_>) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (_, selection) = view::picture_view(&explorer, &filter);
    let options = DotOptions {
        lang: call.lang(),
        engine: NETWORK_ENGINE,
        selection: &selection,
        address: Some(&draw::node_address),
    };
    text(DOT, draw::network_dot(&view::network_view(&explorer, &filter), &options))
}

fn ego_dot(call: &Call<'_>) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (view, selection) = view::ego_view(&explorer, &around(&filter));
    let id = focus(call, &filter)?;
    let options = DotOptions {
        lang: call.lang(),
        engine: EGO_ENGINE,
        selection: &selection,
        address: Some(&draw::node_address),
    };
    let hidden = || {
        Refusal::unmeant(
            "focus",
            say(format!("la sélection ne montre pas {id}"), format!("the selection does not show {id}")),
        )
    };
    text(DOT, draw::ego_dot(&view, &id, &options).ok_or_else(hidden)?)
}
