//! What each engine of Graphviz needs so that the picture can be read. Found by drawing the real network and looking.

use std::collections::BTreeMap;

use graphviz_rust::dot_structures::Attribute;

use super::cluster::Places;
use super::plan::{Line, Plan, What};
use super::quote::attribute;
use super::{Engine, Picture};
use crate::dataset::Word;

/// Attributes of the whole graph.
pub(super) fn graph_attributes(picture: &Picture<'_>) -> Vec<Attribute> {
    let engine = picture.options.engine;
    let hub = picture.plan.actors.iter().find(|n| n.kind == "hub").map(|n| n.id.as_str());
    let centre = picture.ego.or(hub);
    // Straight lines under opaque nodes: routing them round all nodes takes a hundred times as long.
    let mut set = vec![("layout", engine.word().to_owned()), ("outputorder", "edgesfirst".to_owned())];
    let mut put = |name, value: &str| set.push((name, value.to_owned()));
    if engine != Engine::Dot {
        put("splines", "line");
    }
    match engine {
        Engine::Dot => {
            put("rankdir", "LR");
            put("nodesep", "0.08");
            put("ranksep", "1.6");
        }
        Engine::Neato | Engine::Fdp | Engine::Sfdp => {
            put("overlap", "prism");
            put("sep", "+5");
        }
        Engine::Circo => {
            put("mindist", "0.1");
            if picture.ego.is_none() {
                // One circle: circles in circles leave most of the page empty where a hub joins them all.
                put("oneblock", "true");
            }
        }
        Engine::Twopi => {
            put("overlap", "prism");
            // Keeps the rings: prism would otherwise shrink them before it parts the nodes.
            put("overlap_scaling", "0");
            put("sep", "+5");
            put("ranksep", &format!("{:.2}", ring(picture, centre)));
        }
    }
    if let (Engine::Twopi | Engine::Circo, Some(centre)) = (engine, centre) {
        put("root", centre);
    }
    set.iter().map(|(name, value)| attribute(name, value)).collect()
}

/// The width of a ring in inches: the first has to hold all ties of the centre, boxes with words in an ego picture.
fn ring(picture: &Picture<'_>, centre: Option<&str>) -> f64 {
    let ties = picture.plan.lines.iter().filter(|l| Some(l.to) == centre).count();
    let share = if picture.ego.is_some() { 0.25 } else { 0.025 };
    (ties as f64 * share).clamp(1.5, 40.0)
}

/// How much thicker lines and letters of the caption are: one circle of many nodes is so wide that they would vanish.
pub(super) fn emphasis(plan: &Plan<'_>, engine: Engine) -> f64 {
    let nodes = plan.actors.len() + plan.tables.len();
    if engine == Engine::Circo { (nodes as f64 / 60.0).clamp(1.0, 6.0) } else { 1.0 }
}

/// Attributes of a line, and whether its ends change places: the layered engine puts the first end first.
pub(super) fn ends(picture: &Picture<'_>, line: &Line<'_>) -> (bool, Option<Attribute>) {
    let layer = |id| picture.layers.get(id).copied().unwrap_or_default();
    let (from, to) = (layer(line.from), layer(line.to));
    let beside = from == to && picture.options.engine == Engine::Dot && matches!(line.what, What::Reach(_));
    (from > to, beside.then(|| attribute("constraint", "false")))
}

/// The layers of the engine dot; the other engines need none.
///
/// Countries and programmes stand to the left of the hub, groupings and forums to its right, ties between. An ego picture
/// leads from the actor, through the groupings that reach it, to its ties and on to everybody else.
pub(super) fn layers<'a>(
    plan: &Plan<'a>,
    places: &Places<'a>,
    ego: Option<&str>,
    engine: Engine,
) -> BTreeMap<&'a str, u8> {
    let mut out = BTreeMap::new();
    if engine != Engine::Dot {
        return out;
    }
    let left = |kind| matches!(kind, "partner" | "member-state" | "programme");
    for actor in &plan.actors {
        let id = actor.id.as_str();
        let layer = match actor.kind {
            _ if ego.is_some() => 3,
            "hub" => 2,
            kind if left(kind) || places.embracing.contains(id) => 0,
            _ => 4,
        };
        out.insert(id, layer);
    }
    out.extend(plan.tables.iter().map(|t| (t.id, if ego.is_some() { 2 } else { 3 })));
    for line in &plan.lines {
        match (&line.what, ego) {
            (What::Reach(_), Some(ego)) if line.to == ego => {
                out.insert(line.from, 1);
                out.insert(line.to, 0);
            }
            (What::Part(_), Some(ego)) if line.to == ego => {
                out.insert(line.to, 0);
            }
            (What::Part(_) | What::Programme(_), None) if out.get(line.to) == Some(&0) => {
                out.insert(line.from, 1);
            }
            _ => {}
        }
    }
    out
}
