//! The frames in which actors stand: partners by stratum and region, and inside them the groupings that embrace them.
//!
//! Only the engines dot and fdp draw frames; for the others they are plain subgraphs that keep the order.

use std::collections::{BTreeMap, BTreeSet};

use graphviz_rust::dot_structures::{Stmt, Subgraph};

use super::super::theme::Role;
use super::plan::{Plan, What};
use super::quote::{attribute, quote, shown};
use super::{Engine, Picture, style, words};
use crate::view::{Lang, NodeView};

/// How far frames may stand in frames; what would go deeper is joined by lines instead.
const DEPTH: usize = 6;

/// Where actors stand.
#[derive(Default)]
pub(super) struct Places<'a> {
    frames: Vec<Frame<'a>>,
    bare: Vec<&'a NodeView>,
    /// Groupings that embrace their members, with each of them: no line need join them.
    pub(super) embraced: BTreeSet<(&'a str, &'a str)>,
    /// Those groupings.
    pub(super) embracing: BTreeSet<&'a str>,
}

struct Frame<'a> {
    name: String,
    heading: &'a str,
    /// Ids of the ties that the frame stands for.
    ties: Vec<&'a str>,
    inside: Vec<&'a NodeView>,
    frames: Vec<Frame<'a>>,
}

/// A grouping with the members that the picture shows, and the ties by which it reaches them.
struct Grouping<'a> {
    node: &'a NodeView,
    members: BTreeSet<&'a str>,
    ties: Vec<&'a str>,
}

/// Whether an engine draws frames.
fn has_frames(engine: Engine) -> bool {
    matches!(engine, Engine::Dot | Engine::Fdp)
}

/// Places the actors of a network; those of an ego picture stand bare.
pub(super) fn places<'a>(plan: &Plan<'a>, ego: Option<&str>, engine: Engine, lang: Lang) -> Places<'a> {
    let mut out = Places::default();
    for &actor in &plan.actors {
        let framed = ego.is_none() && matches!(actor.kind, "partner" | "member-state" | "programme");
        if !framed {
            out.bare.push(actor);
            continue;
        }
        let name = name(actor);
        match out.frames.iter_mut().find(|f| f.name == name) {
            Some(frame) => frame.inside.push(actor),
            None => out.frames.push(Frame {
                name,
                heading: words::heading(lang, actor),
                ties: Vec::new(),
                inside: vec![actor],
                frames: Vec::new(),
            }),
        }
    }
    if ego.is_none() && has_frames(engine) {
        out.embrace(groupings(plan), lang);
    }
    out
}

fn name(actor: &NodeView) -> String {
    match (actor.stratum, &actor.region) {
        (Some("others") | None, Some(region)) => format!("region {}", region.en),
        (Some(stratum), _) => format!("stratum {stratum}"),
        (None, None) => format!("kind {}", actor.kind),
    }
}

/// Groupings with at least two members shown, the largest first.
fn groupings<'a>(plan: &Plan<'a>) -> Vec<Grouping<'a>> {
    let nodes: BTreeMap<&str, &'a NodeView> =
        plan.actors.iter().filter(|n| n.kind == "grouping").map(|n| (n.id.as_str(), *n)).collect();
    let mut found: BTreeMap<&str, Grouping<'a>> = BTreeMap::new();
    for line in &plan.lines {
        let (What::Reach(ties), Some(&node)) = (&line.what, nodes.get(line.from)) else { continue };
        let new = || Grouping { node, members: BTreeSet::new(), ties: Vec::new() };
        let grouping = found.entry(line.from).or_insert_with(new);
        grouping.members.insert(line.to);
        grouping.ties.extend(ties.iter().map(|t| t.id.as_str()));
    }
    let mut out: Vec<Grouping<'a>> = found.into_values().filter(|g| g.members.len() > 1).collect();
    for grouping in &mut out {
        let ties: BTreeSet<&str> = grouping.ties.drain(..).collect();
        grouping.ties.extend(ties);
    }
    out.sort_by(|a, b| b.members.len().cmp(&a.members.len()).then_with(|| a.node.id.cmp(&b.node.id)));
    out
}

impl<'a> Places<'a> {
    /// Gives each grouping a frame of its own if all its members stand in one frame, and none partly in another.
    fn embrace(&mut self, groupings: Vec<Grouping<'a>>, lang: Lang) {
        for grouping in groupings {
            let Some(frame) = self.frames.iter_mut().find(|f| f.holds(&grouping.members)) else { continue };
            let (node, members) = (grouping.node, grouping.members.clone());
            if frame.embrace(grouping, lang, DEPTH) {
                self.bare.retain(|n| n.id != node.id);
                self.embracing.insert(&node.id);
                self.embraced.extend(members.iter().map(|m| (node.id.as_str(), *m)));
            }
        }
    }

    /// The statements.
    pub(super) fn stmts(&self, picture: &Picture<'_>) -> Vec<Stmt> {
        let bare = self.bare.iter().map(|a| Stmt::Node(picture.actor(a)));
        bare.chain(self.frames.iter().map(|f| Stmt::Subgraph(f.subgraph(picture, 0)))).collect()
    }
}

impl<'a> Frame<'a> {
    /// Whether all of these stand in it or in its frames.
    fn holds(&self, members: &BTreeSet<&str>) -> bool {
        members.iter().all(|m| self.has(m))
    }

    fn has(&self, id: &str) -> bool {
        self.inside.iter().any(|n| n.id == id) || self.frames.iter().any(|f| f.has(id))
    }

    fn embrace(&mut self, grouping: Grouping<'a>, lang: Lang, depth: usize) -> bool {
        if depth == 0 {
            return false;
        }
        if let Some(inner) = self.frames.iter_mut().find(|f| f.holds(&grouping.members)) {
            return inner.embrace(grouping, lang, depth - 1);
        }
        if !grouping.members.iter().all(|m| self.inside.iter().any(|n| n.id == *m)) {
            return false;
        }
        let (mut inside, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.inside)
            .into_iter()
            .partition(|n| grouping.members.contains(n.id.as_str()));
        inside.insert(0, grouping.node);
        self.inside = rest;
        self.frames.push(Frame {
            name: format!("grouping {}", grouping.node.id),
            heading: grouping.node.names.get(lang),
            ties: grouping.ties,
            inside,
            frames: Vec::new(),
        });
        true
    }

    fn subgraph(&self, picture: &Picture<'_>, depth: usize) -> Subgraph {
        let drawn = has_frames(picture.options.engine);
        let mut stmts = Vec::new();
        if drawn {
            let ground = if depth.is_multiple_of(2) { style::GROUND } else { style::tint(Role::Ground) };
            let set = [
                ("style", "rounded,filled"),
                ("fillcolor", ground),
                ("color", style::HAIR),
                ("fontcolor", style::tint(Role::Muted)),
                ("fontsize", "12"),
                ("labeljust", "l"),
            ];
            stmts.extend(set.iter().map(|(n, v)| Stmt::Attribute(attribute(n, v))));
            stmts.push(Stmt::Attribute(shown("label", self.heading)));
            if !self.ties.is_empty() {
                stmts.push(Stmt::Attribute(attribute("tie", &self.ties.join("\n"))));
            }
        }
        stmts.extend(self.frames.iter().map(|f| Stmt::Subgraph(f.subgraph(picture, depth + 1))));
        stmts.extend(self.inside.iter().map(|a| Stmt::Node(picture.actor(a))));
        let sort = if drawn { "cluster " } else { "" };
        Subgraph { id: quote(&format!("{sort}{}", self.name)), stmts }
    }
}
