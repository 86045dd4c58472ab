//! The JSON API: everything the page shows.

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Store;
use super::problem::Problem;
use super::query::Parameters;
use crate::dataset::Word;
use crate::draw;
use crate::explorer::{NotFound, find_actor, find_tie};
use crate::network::Filter;
use crate::view::{self, Chart, ChartName, Goal, GraphKind};

pub(super) fn routes() -> Router<Store> {
    Router::new()
        .route("/meta", get(meta))
        .route("/network", get(network))
        .route("/actors/{id}", get(actor))
        .route("/ties/{id}", get(tie))
        .route("/gaps", get(goals))
        .route("/gaps/{goal}", get(goal))
        .route("/rank", get(rank))
        .route("/path/{from}/{to}", get(path))
        .route("/actions", get(actions))
        .route("/documents/{id}", get(document))
        .route("/pictures/{name}", get(picture))
        .fallback(nothing)
}

type Answer = Result<Response, Problem>;

async fn nothing() -> Problem {
    Problem::not_found("there is no such resource; see /api/v1/meta for what there is")
}

impl From<NotFound> for Problem {
    fn from(error: NotFound) -> Problem {
        Problem::not_found(error.to_string())
    }
}

/// JSON with an entity tag; a reader that has it already gets 304.
fn json<T: Serialize>(headers: &HeaderMap, value: &T) -> Answer {
    let body = serde_json::to_vec(value).map_err(|e| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "cannot write the answer", e.to_string())
    })?;
    Ok(tagged(headers, "application/json", body))
}

/// A body with its type and entity tag.
pub(super) fn tagged(headers: &HeaderMap, kind: &'static str, body: Vec<u8>) -> Response {
    let digest = Sha256::digest(&body);
    let tag: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
    // Compression may come between: the tag is of the content, not of the bytes sent.
    let tag = format!("W/\"{tag}\"");
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
    let matches = known.flat_map(|v| v.split(',')).any(|v| v.trim() == tag || v.trim() == "*");
    let mut response = if matches {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (StatusCode::OK, body).into_response()
    };
    let out = response.headers_mut();
    if !matches {
        out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, tag);
    }
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn meta(State(store): State<Store>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    json(&headers, &view::meta_view(&explorer))
}

async fn network(State(store): State<Store>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let (explorer, filter) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    json(&headers, &view::network_view(&explorer, &filter))
}

async fn actor(
    State(store): State<Store>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    let id = find_actor(&store.dataset, &id)?;
    json(&headers, &view::detail_actor(&explorer, id))
}

async fn tie(
    State(store): State<Store>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    let id = find_tie(&store.dataset, &id)?;
    json(&headers, &view::tie_view(&explorer, id))
}

async fn goals(State(store): State<Store>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    json(&headers, &Goal::ALL.map(|g| view::goal_view(&explorer, g)))
}

async fn goal(
    State(store): State<Store>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    json(&headers, &view::goal_view(&explorer, Goal::find(&id)?))
}

async fn rank(State(store): State<Store>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let parameters = Parameters::read(raw.as_deref(), &["graph"])?;
    let (explorer, filter) = parameters.open(&store)?;
    let graph = parameters.word("graph", GraphKind::Actors)?;
    json(&headers, &view::rank_view(&explorer, graph, &filter, None))
}

async fn path(
    State(store): State<Store>,
    Path((from, to)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let (explorer, filter) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    let (from, to) = (find_actor(&store.dataset, &from)?, find_actor(&store.dataset, &to)?);
    json(&headers, &view::path_view(&explorer, &filter, from, to))
}

async fn actions(State(store): State<Store>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let (explorer, _) = Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    json(&headers, &view::monitor_view(&explorer))
}

async fn document(
    State(store): State<Store>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    Parameters::read(raw.as_deref(), &[])?.open(&store)?;
    let dataset = &store.dataset;
    let Some((source, _)) = dataset.source_by_id(&id) else {
        let known: Vec<&str> = dataset.sources.iter().map(|s| s.id.as_str()).collect();
        return Err(Problem::not_found(format!(
            "there is no document «{id}»; there are: {}",
            known.join(", ")
        )));
    };
    json(&headers, &view::reader_view(dataset, source))
}

/// The widest picture that is drawn.
const WIDEST: f64 = 4000.0;

async fn picture(
    State(store): State<Store>,
    Path(name): Path<String>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let also = ["lang", "theme", "width", "page", "labels", "caption", "against", "units"];
    let parameters = Parameters::read(raw.as_deref(), &also)?;
    let (explorer, filter) = parameters.open(&store)?;
    // A picture of one actor is about the focus; what the filter would cut away around it stays.
    let ego = filter.focus.filter(|_| name == "ego.svg");
    let (view, selection) = match ego {
        Some(_) => view::ego_view(&explorer, &Filter { focus: None, depth: 1, ..filter.clone() }),
        None => view::picture_view(&explorer, &filter),
    };
    let lang = parameters.lang()?;
    let width = parameters.number("width")?.unwrap_or(1100.0);
    if !(200.0..=WIDEST).contains(&width) {
        return Err(Problem::bad_query("width", format!("{width} is out of range; give 200 to {WIDEST}")));
    }
    let stem = name.strip_suffix(".svg").unwrap_or_default();
    let chart = ChartName::ALL.iter().copied().find(|c| c.word() == stem);
    let labels = parameters.word("labels", draw::Labels::All)?;
    labels.suit(stem).map_err(|e| Problem::bad_query("labels", e))?;
    let caption = draw::caption(parameters.get("caption").unwrap_or_default());
    let options = draw::Options {
        lang,
        labels,
        caption: caption.map_err(|e| Problem::bad_query("caption", e))?,
        theme: parameters.word("theme", draw::Theme::Light)?,
        width,
        selection,
        // A page gives the rules of the theme once, from /theme.css.
        standalone: !parameters.switch("page")?,
        prefix: match chart {
            // A page may hold several pictures: no two share an id.
            Some(chart) => format!("relier-{}-{}-", chart.word(), lang.word()),
            None => format!("relier-{}-", lang.word()),
        },
        ..draw::Options::default()
    };
    if let Some(name) = chart {
        let (against, units) = (parameters.get("against"), parameters.get("units"));
        let chart = Chart::new(name, against, units, &options.selection)
            .map_err(|e| Problem::bad_query(e.option, e.message))?;
        let svg = draw::chart(&chart.view(&explorer), &options);
        return Ok(tagged(&headers, "image/svg+xml", svg.as_str().as_bytes().to_vec()));
    }
    for option in ["against", "units"] {
        if parameters.get(option).is_some() {
            return Err(Problem::bad_query(option, format!("«{option}» is for charts; «{name}» takes none")));
        }
    }
    let svg = match name.as_str() {
        "wheel.svg" => draw::wheel(&view, &draw::Options { level: filter.level, ..options }),
        "ego.svg" => match ego {
            Some(actor) => draw::ego(&view, &store.dataset.actor(actor).id, &options),
            None => return Err(Problem::bad_query("focus", "whom is it about? add focus=JPN")),
        },
        other => {
            let charts: Vec<String> = ChartName::ALL.iter().map(|c| format!("{}.svg", c.word())).collect();
            let detail = format!(
                "there is no picture «{other}»; there are: wheel.svg, ego.svg, {}",
                charts.join(", ")
            );
            return Err(Problem::not_found(detail));
        }
    };
    Ok(tagged(&headers, "image/svg+xml", svg.as_str().as_bytes().to_vec()))
}
