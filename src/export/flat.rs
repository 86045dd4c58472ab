//! The network as one list of nodes and one of edges, each with plain values: what the formats of other programs can hold.

use std::collections::{BTreeMap, BTreeSet};

use super::about::{About, about};
use crate::explorer::Explorer;
use crate::network::{Filter, FormatOrigin, actor_graph};
use crate::view::{EvidenceView, Lang, NetworkView, NodeView, TieView};

/// What an edge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Projection {
    /// Ties are nodes; an edge is the part of an actor in a tie.
    Incidence,
    /// Actors alone; an edge joins two who meet at a table.
    Meeting,
}

impl Projection {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Projection::Incidence => "incidence",
            Projection::Meeting => "meeting",
        }
    }

    /// What an edge of it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Projection::Incidence => {
                "Every tie is a node. An edge leads from a tie to one of its participants (role party, group, member or \
                 programme), or to an area or a domain in which it stands; it never joins two actors. Two participants of \
                 the same tie are not thereby linked to each other."
            }
            Projection::Meeting => {
                "Nodes are actors alone. An edge joins two that meet at the same table (a working group, an alliance, a \
                 restricted forum), and the hub to each partner with which one of its ties runs; it names the ties and forums \
                 that make it. Standing in the same row of the annex joins nobody. Only what runs on the day counts."
            }
        }
    }
}

/// A node or an edge with its values, in a fixed order; no value is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Id: that of the JSON export.
    pub id: String,
    /// Of an edge, the two nodes that it joins.
    pub ends: Option<[String; 2]>,
    /// Values.
    pub values: Vec<(&'static str, String)>,
}

/// The network as nodes and edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flat {
    /// What is said of it.
    pub about: About,
    /// Nodes.
    pub nodes: Vec<Row>,
    /// Edges.
    pub edges: Vec<Row>,
}

impl Flat {
    /// The names of the values that any of these rows has, in the order of their first use.
    pub(super) fn columns(rows: &[Row]) -> Vec<&'static str> {
        let mut out = Vec::new();
        for (key, _) in rows.iter().flat_map(|r| &r.values) {
            if !out.contains(key) {
                out.push(*key);
            }
        }
        out
    }
}

fn kept(values: Vec<(&'static str, Option<String>)>) -> Vec<(&'static str, String)> {
    values.into_iter().filter_map(|(k, v)| v.filter(|v| !v.is_empty()).map(|v| (k, v))).collect()
}

fn actor(node: &NodeView, lang: Lang) -> Row {
    let word = |w: Option<&str>| w.map(str::to_owned);
    let values = kept(vec![
        ("label", Some(node.names.get(lang).to_owned())),
        ("label_fr", Some(node.names.fr.clone())),
        ("label_en", Some(node.names.en.clone())),
        ("kind", Some(node.kind.to_owned())),
        ("iso3", node.iso3.clone()),
        ("stratum", word(node.stratum)),
        ("region_fr", node.region.as_ref().map(|r| r.fr.clone())),
        ("region_en", node.region.as_ref().map(|r| r.en.clone())),
        ("level", word(node.level)),
        ("note_fr", node.note.as_ref().map(|n| n.fr.clone())),
        ("note_en", node.note.as_ref().map(|n| n.en.clone())),
    ]);
    Row { id: node.id.clone(), ends: None, values }
}

/// The quotations of a tie as people read them: « … » (document, place), one after the other.
pub(super) fn quotations(evidence: &[EvidenceView]) -> String {
    let one = |e: &EvidenceView| format!("«{}» ({}, {})", e.quote, e.document, e.at);
    evidence.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn tie(tie: &TieView, lang: Lang) -> Row {
    let word = |w: Option<&str>| w.map(str::to_owned);
    let kind = match tie.kind {
        "MEMBER" => "membership",
        "ACTION" => "action",
        _ => "instrument",
    };
    let evidence = serde_json::to_string(&tie.evidence).unwrap_or_default();
    let values = kept(vec![
        ("label", Some(tie.names.get(lang).to_owned())),
        ("label_fr", Some(tie.names.fr.clone())),
        ("label_en", Some(tie.names.en.clone())),
        ("kind", Some(kind.to_owned())),
        ("tie_kind", Some(tie.kind.to_owned())),
        ("class", Some(tie.class.to_owned())),
        ("state", Some(tie.state.to_owned())),
        ("polarity", Some(tie.polarity.to_owned())),
        ("beginning_unknown", tie.beginning_unknown.then(|| "true".to_owned())),
        ("date_conflict", tie.date_conflict.then(|| "true".to_owned())),
        ("valid_from", tie.valid.from.clone()),
        ("valid_to", tie.valid.to.clone()),
        ("precision", word(tie.valid.precision)),
        ("expected", tie.valid.expected.clone()),
        ("legs", Some(tie.legs.join(" "))),
        ("meeting", word(tie.meeting)),
        ("row", tie.row.map(|r| r.to_string())),
        ("example", tie.example.map(|e| e.to_string())),
        ("carries", word(tie.carries)),
        ("scope", word(tie.scope)),
        ("calendar", tie.calendar.clone()),
        ("via", Some(tie.via.join(" "))),
        ("disputed", word(tie.disputed)),
        ("same_as", Some(tie.same_as.join(" "))),
        ("evidence", Some(quotations(&tie.evidence))),
        ("evidence_json", (!tie.evidence.is_empty()).then_some(evidence)),
        ("source", tie.source.clone()),
        ("note_fr", tie.note.as_ref().map(|n| n.fr.clone())),
        ("note_en", tie.note.as_ref().map(|n| n.en.clone())),
    ]);
    Row { id: tie.id.clone(), ends: None, values }
}

/// The network with its ties as nodes. `command` recomputes the file.
pub fn flat(view: &NetworkView, lang: Lang, command: &str) -> Flat {
    let ties: BTreeSet<&str> = view.ties.iter().map(|t| t.id.as_str()).collect();
    let mut nodes: Vec<Row> =
        view.nodes.iter().filter(|n| !ties.contains(n.id.as_str())).map(|n| actor(n, lang)).collect();
    nodes.extend(view.ties.iter().map(|t| tie(t, lang)));
    let there: BTreeSet<&str> = nodes.iter().map(|n| n.id.as_str()).collect();
    let mut edges = Vec::new();
    for tie in &view.ties {
        let mut join = |role: &str, other: &str, state: Option<&str>, places: &[&str]| {
            if there.contains(other) {
                let values = kept(vec![
                    ("role", Some(role.to_owned())),
                    ("class", Some(tie.class.to_owned())),
                    ("state", state.map(str::to_owned)),
                    ("places", Some(places.join(" "))),
                ]);
                let id = format!("{} {role} {other}", tie.id);
                edges.push(Row { id, ends: Some([tie.id.clone(), other.to_owned()]), values });
            }
        };
        for (place, id) in tie.participants.iter().enumerate() {
            let part = tie.parties.iter().find(|p| p.id == *id);
            let role = match (tie.kind, place) {
                ("MEMBER", 0) => "group",
                ("MEMBER", _) => "member",
                _ => "party",
            };
            let state = part.map_or(tie.state, |p| p.state);
            join(role, id, Some(state), part.map_or(&[], |p| &p.places));
        }
        tie.programmes.iter().for_each(|p| join("programme", p, None, &[]));
        tie.areas.iter().for_each(|a| join("area", a, None, &[]));
        tie.domains.iter().for_each(|d| join("domain", d, None, &[]));
    }
    Flat { about: about(view, Projection::Incidence, command), nodes, edges }
}

/// Who meets whom, with the ties and forums that make each edge. `command` recomputes the file.
pub fn meetings(explorer: &Explorer, filter: &Filter, view: &NetworkView, lang: Lang, command: &str) -> Flat {
    let dataset = &explorer.dataset;
    let graph = actor_graph(dataset, explorer.dates, filter);
    let id = |node: u32| dataset.actor(graph.actors[node as usize]).id.clone();
    let viewed: BTreeMap<&str, &NodeView> = view.nodes.iter().map(|v| (v.id.as_str(), v)).collect();
    let nodes = (0..graph.actors.len() as u32)
        .map(|n| match viewed.get(id(n).as_str()).copied() {
            Some(node) => actor(node, lang),
            None => {
                let one = dataset.actor(graph.actors[n as usize]);
                let label = if lang == Lang::Fr { &one.name.fr } else { &one.name.en };
                let values = vec![("label", label.clone()), ("kind", one.kind.word().to_owned())];
                Row { id: one.id.clone(), ends: None, values }
            }
        })
        .collect();
    let edges = graph
        .reasons
        .iter()
        .map(|(&(a, b), reasons)| {
            let mut by = Vec::new();
            let mut said = Vec::new();
            for reason in reasons {
                match reason {
                    FormatOrigin::Tie(tie) => {
                        let tie = dataset.tie(*tie);
                        by.push(tie.id.clone());
                        let views: Vec<EvidenceView> =
                            tie.evidence.iter().map(|e| crate::view::evidence_view(dataset, e)).collect();
                        said.push(quotations(&views));
                    }
                    FormatOrigin::Forum(forum) => by.push(dataset.actor(*forum).id.clone()),
                }
            }
            let values = kept(vec![
                ("through", Some(by.join(" "))),
                ("tables", Some(by.len().to_string())),
                ("evidence", Some(said.join("\n"))),
            ]);
            Row { id: format!("{} {}", id(a), id(b)), ends: Some([id(a), id(b)]), values }
        })
        .collect();
    Flat { about: about(view, Projection::Meeting, command), nodes, edges }
}
