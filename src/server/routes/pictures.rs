//! Pictures, the very ones of the command line: SVG, PNG, and DOT where they are networks.

use crate::dataset::{Dataset, Word};
use crate::draw::{
    self, DotOptions, EGO_ENGINE, LATTICE_ENGINE, Labels, MATRIX_ENGINE, NETWORK_ENGINE, Svg, Theme,
};
use crate::network::Filter;
use crate::server::param::{Often, Param, Values, words};
use crate::server::problem::Refusal;
use crate::server::route::{
    ASSUMED, Answer, CHOICE, Call, DATES, FOCUS, Gives, LINES, LISTS, Route, SIGHT, actor, known, text,
};
use crate::server::sheet::Sheet;
use crate::view::words::say;
use crate::view::{self, Against, Chart, ChartView, Chosen, Units};

use super::charts::{LATTICE, MATRIX};

const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";
const DOT: &str = "text/vnd.graphviz; charset=utf-8";

/// How a picture looks.
const LOOK: [Param; 3] = [
    Param::new("theme", Values::Words(words::<Theme>), ("couleurs", "colours")).or("light"),
    Param::new("width", Values::Number { least: 200, most: 4000 }, ("largeur en pixels", "width in pixels"))
        .or("1100"),
    Param::new(
        "caption",
        Values::Text { most: draw::LONGEST_CAPTION },
        ("un texte à soi, sous l’image", "a text of one’s own, below the picture"),
    ),
];

/// What only SVG can do.
const PAGE: [Param; 1] = [Param::new(
    "page",
    Values::Switch,
    (
        "laisse les règles du thème à la page, qui les lit dans /theme.css",
        "leaves the rules of the theme to the page, which reads them from /theme.css",
    ),
)
.or("false")];

const NAMES: (&str, &str) = ("les noms qui s’écrivent dans l’image", "the names that stand in the picture");
const LABELS: [Param; 1] = [Param::new("labels", Values::Words(words::<Labels>), NAMES).or("all")];
const MATRIX_LABELS: [Param; 1] = [Param::new("labels", Values::Words(all_or_core), NAMES).or("all")];

/// A picture that consists of its words shows them all.
const ALL_LABELS: [Param; 1] = [Param::new("labels", Values::Words(all_alone), NAMES).or("all")];

fn all_alone(_: &Dataset) -> Vec<String> {
    vec![Labels::All.word().to_owned()]
}

fn all_or_core(_: &Dataset) -> Vec<String> {
    [Labels::All, Labels::Core].map(|l| l.word().to_owned()).to_vec()
}

const WHOM: [Param; 1] = [actor("focus").often(Often::Required)];

const WHEEL: (&str, &str) = (
    "la roue: l’UE au centre, ses partenaires autour",
    "the wheel: the EU at the centre, its partners around it",
);
const FORCE: (&str, &str) =
    ("un réseau: qui partage quoi, qui rencontre qui", "a network: who shares what, who meets whom");
const EGO: (&str, &str) = ("un acteur et ce dont il fait partie", "one actor and what it is in");
const PARTNERS: (&str, &str) = ("la matrice des partenaires", "the matrix of partners");
const CALENDAR: (&str, &str) = ("le calendrier des actions", "the calendar of actions");
const IMPLIED: (&str, &str) =
    ("le treillis: quelle couverture implique laquelle", "the lattice: which coverage implies which");

/// A picture as SVG, PNG and DOT: its paths, its names, what it is, what it takes, and how each is made. What it takes ends with its labels,
/// how it looks and what only SVG can do: PNG takes all but the last, DOT all but these three.
const fn three(
    [svg, png, dot]: [(&'static str, &'static str); 3],
    says: (&'static str, &'static str),
    takes: &'static [&'static [Param]],
    run: [fn(&Call<'_>) -> Answer; 3],
) -> [Route; 3] {
    let (drawn, selected) = (takes.split_at(takes.len() - 1).0, takes.split_at(takes.len() - 3).0);
    [
        Route::new(svg.0, svg.1, says, Gives::Media(&[SVG]), run[0]).takes(takes),
        Route::new(png.0, png.1, says, Gives::Media(&[PNG]), run[1]).takes(drawn),
        Route::new(dot.0, dot.1, says, Gives::Media(&[DOT]), run[2]).takes(selected),
    ]
}

static DRAWN: [[Route; 3]; 5] = [
    three(
        [
            ("/pictures/wheel.svg", "wheel"),
            ("/pictures/wheel.png", "wheelPng"),
            ("/pictures/wheel.dot", "networkDot"),
        ],
        WHEEL,
        &[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &LABELS, &LOOK, &PAGE],
        [|call| as_svg(&wheel(call)?), |call| as_png(call, &wheel(call)?), network_dot],
    ),
    three(
        [
            ("/pictures/force.svg", "force"),
            ("/pictures/force.png", "forcePng"),
            ("/pictures/force.dot", "forceDot"),
        ],
        FORCE,
        &[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &ALL_LABELS, &LOOK, &PAGE],
        [|call| as_svg(&force(call)?), |call| as_png(call, &force(call)?), network_dot],
    ),
    three(
        [("/pictures/ego.svg", "ego"), ("/pictures/ego.png", "egoPng"), ("/pictures/ego.dot", "egoDot")],
        EGO,
        &[&DATES, &ASSUMED, &LISTS, &SIGHT, &WHOM, &ALL_LABELS, &LOOK, &PAGE],
        [|call| as_svg(&ego(call)?), |call| as_png(call, &ego(call)?), ego_dot],
    ),
    three(
        [
            ("/pictures/matrix.svg", "matrixPicture"),
            ("/pictures/matrix.png", "matrixPng"),
            ("/pictures/matrix.dot", "matrixDot"),
        ],
        PARTNERS,
        &[&DATES, &ASSUMED, &LISTS, &CHOICE, &FOCUS, &MATRIX, &MATRIX_LABELS, &LOOK, &PAGE],
        [|call| as_svg(&matrix(call)?), |call| as_png(call, &matrix(call)?), matrix_dot],
    ),
    three(
        [
            ("/pictures/lattice.svg", "latticePicture"),
            ("/pictures/lattice.png", "latticePng"),
            ("/pictures/lattice.dot", "latticeDot"),
        ],
        IMPLIED,
        &[&DATES, &ASSUMED, &LISTS, &CHOICE, &FOCUS, &LATTICE, &ALL_LABELS, &LOOK, &PAGE],
        [|call| as_svg(&lattice(call)?), |call| as_png(call, &lattice(call)?), lattice_dot],
    ),
];

/// The pictures that have all three forms.
pub(super) static ROUTES: &[Route] = DRAWN.as_flattened();

/// The calendar, which is no network and has no DOT.
pub(super) static CALENDARS: &[Route] = &[
    Route::new("/pictures/calendar.svg", "calendarPicture", CALENDAR, Gives::Media(&[SVG]), |call| {
        as_svg(&calendar(call)?)
    })
    .takes(&[&DATES, &ASSUMED, &LINES, &FOCUS, &ALL_LABELS, &LOOK, &PAGE]),
    Route::new("/pictures/calendar.png", "calendarPng", CALENDAR, Gives::Media(&[PNG]), |call| {
        as_png(call, &calendar(call)?)
    })
    .takes(&[&DATES, &ASSUMED, &LINES, &FOCUS, &ALL_LABELS, &LOOK]),
];

fn as_svg(svg: &Svg) -> Answer {
    Ok(Sheet::new(SVG, svg.as_str().as_bytes().to_vec()))
}

fn as_png(call: &Call<'_>, svg: &Svg) -> Answer {
    let bytes = draw::png(svg.as_str(), width(call) as u32);
    Ok(Sheet::new(PNG, bytes.map_err(|e| Refusal::internal(e.to_string()))?))
}

fn width(call: &Call<'_>) -> u64 {
    call.given.number("width").unwrap_or(1100)
}

/// The look asked for; a page may hold several pictures, and no two share an id.
fn options(call: &Call<'_>, name: &str, selection: Vec<Chosen>) -> Result<draw::Options, Refusal> {
    let lang = call.lang();
    let between = if name.is_empty() { String::new() } else { format!("{name}-") };
    let caption = draw::caption(call.given.get("caption").unwrap_or_default())
        .map_err(|e| Refusal::unmeant("caption", e))?;
    Ok(draw::Options {
        lang,
        theme: known(call, "theme", Theme::Light),
        width: width(call) as f64,
        labels: known(call, "labels", Labels::All),
        caption,
        selection,
        standalone: !call.given.switch("page"),
        prefix: format!("relier-{between}{}-", lang.word()),
        ..draw::Options::default()
    })
}

fn wheel(call: &Call<'_>) -> Result<Svg, Refusal> {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (view, selection) = view::picture_view(&explorer, &filter);
    let focus = filter.focus.map(|a| call.dataset().actor(a).id.clone());
    Ok(draw::wheel(&view, &draw::Options { level: filter.level, focus, ..options(call, "", selection)? }))
}

fn force(call: &Call<'_>) -> Result<Svg, Refusal> {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let (view, selection) = view::picture_view(&explorer, &filter);
    let focus = filter.focus.map(|a| call.dataset().actor(a).id.clone());
    let options = draw::Options { level: filter.level, focus, ..options(call, "force", selection)? };
    Ok(draw::force(&view, &options))
}

/// A picture of one actor is about the focus: what the filter would cut away around it stays.
fn around(filter: &Filter) -> Filter {
    Filter { focus: None, depth: 1, ..filter.clone() }
}

fn ego(call: &Call<'_>) -> Result<Svg, Refusal> {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let id = focus(call, &filter)?;
    let (view, selection) = match filter.focus {
        Some(actor) => view::around_view(&explorer, &around(&filter), actor),
        None => view::ego_view(&explorer, &around(&filter)),
    };
    Ok(draw::ego(&view, &id, &options(call, "", selection)?))
}

fn focus(call: &Call<'_>, filter: &Filter) -> Result<String, Refusal> {
    let says = || say("de qui s’agit-il? ajoutez focus=JPN", "whom is it about? add focus=JPN");
    let missing = || Refusal::malformed("focus", says());
    filter.focus.map(|a| call.dataset().actor(a).id.clone()).ok_or_else(missing)
}

fn matrix(call: &Call<'_>) -> Result<Svg, Refusal> {
    let (against, units) = (known(call, "against", Against::Domains), known(call, "units", Units::Core));
    chart(call, "matrix", Chart::Matrix(against, units))
}

fn calendar(call: &Call<'_>) -> Result<Svg, Refusal> {
    chart(call, "calendar", Chart::Calendar)
}

fn lattice(call: &Call<'_>) -> Result<Svg, Refusal> {
    chart(call, "lattice", Chart::Lattice(known(call, "against", Against::Domains)))
}

/// How a chart is written as DOT.
fn chart_dot(call: &Call<'_>, engine: draw::Engine, chart: Chart) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let selection = view::chosen(&explorer.dataset, &filter);
    let options =
        DotOptions { lang: call.lang(), engine, selection: &selection, address: Some(&draw::node_address) };
    match chart.view_of(&explorer, &filter) {
        ChartView::Matrix(view) => text(DOT, draw::matrix_dot(&view, &options)),
        ChartView::Lattice(view) => text(DOT, draw::lattice_dot(&view, &options)),
        ChartView::Calendar(_) => Err(Refusal::internal("a calendar has no DOT".to_owned())),
    }
}

fn matrix_dot(call: &Call<'_>) -> Answer {
    let (against, units) = (known(call, "against", Against::Domains), known(call, "units", Units::Core));
    chart_dot(call, MATRIX_ENGINE, Chart::Matrix(against, units))
}

fn lattice_dot(call: &Call<'_>) -> Answer {
    chart_dot(call, LATTICE_ENGINE, Chart::Lattice(known(call, "against", Against::Domains)))
}

fn chart(call: &Call<'_>, name: &str, chart: Chart) -> Result<Svg, Refusal> {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    let selection = view::chosen(&explorer.dataset, &filter);
    Ok(draw::chart(&chart.view_of(&explorer, &filter), &options(call, name, selection)?))
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
