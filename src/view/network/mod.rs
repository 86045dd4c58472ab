//! The network on the wire: the JSON export is a contract, versioned by [`SCHEMA`] and described in `docs/export.md`.

mod sources;
mod ties;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

pub use sources::{
    DatasetView, DatesView, DocumentView, KindView, dataset_view, dates_view, kinds_view, later_than,
};
pub(super) use sources::{later_lists, read_later};
pub(in crate::view) use ties::cut_of;
pub use ties::{EvidenceView, PartyView, TieView, ValidView, evidence_view, tie_view};

use super::names::Label;
use super::selection::{Chosen, chosen};
use crate::dataset::{ActorId, ActorKind, Dataset, Date, State, TieId, Word};
use crate::explorer::Explorer;
use crate::network::{Class, Filter, FormatOrigin, Link, Network, Node, formats};
use crate::view::words::say;

/// Name and version of the export format.
pub const SCHEMA: &str = "relier/1";

/// The export.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NetworkView {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The dataset.
    pub dataset: DatasetView,
    /// The dates.
    pub dates: DatesView,
    /// Actors, instruments, actions, areas and domains.
    pub nodes: Vec<NodeView>,
    /// Ties.
    pub ties: Vec<TieView>,
    /// The words of every kind of tie, for legends; no part of the export, whose readers have the taxonomy.
    #[serde(skip)]
    pub kinds: Vec<KindView>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NodeView {
    /// Id: ISO 3166-1 alpha-3 for countries.
    pub id: String,
    /// hub, member-state, partner, grouping, forum, programme, instrument, action, area, domain.
    pub kind: &'static str,
    /// Names.
    pub names: Label,
    /// ISO 3166-1 alpha-3 of a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso3: Option<String>,
    /// Stratum of a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stratum: Option<&'static str>,
    /// Region of a country (UN M49).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Label>,
    /// Link level of a forum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'static str>,
    /// What must be said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Label>,
}

/// The network under a filter, as it is exported.
pub fn network_view(explorer: &Explorer, filter: &Filter) -> NetworkView {
    let dataset = &*explorer.dataset;
    let network = explorer.network(filter);
    let mut ties = Vec::new();
    let mut shown: BTreeSet<Node> = network.graph.node_weights().copied().collect();
    for (&id, &state) in &network.ties {
        let parties = network.parties(id);
        let whole = tie_view(explorer, id);
        let stated: Vec<ActorId> = parties.iter().filter(|(_, l)| is_stated(l)).map(|(a, _)| *a).collect();
        // The EU alone makes no stated tie of one that is there for its derived parties.
        let own = if dataset.tie(id).is_additional() { Class::Additional } else { Class::Stated };
        let is_stated = filter.has_class(own);
        let named = stated.iter().any(|a| *a != Dataset::HUB);
        if is_stated && (named || dataset.tie(id).participants.is_empty()) {
            ties.push(narrowed(dataset, &whole, &stated, state, id));
        }
        for (actor, link) in &parties {
            if let Link::Party { class: Class::Derived, state, via } = link {
                let mut tie = derived(dataset, &whole, *actor, *state, via);
                if !network.contains(Node::Actor(Dataset::HUB)) {
                    tie.participants.retain(|p| *p != dataset.actor(Dataset::HUB).id);
                }
                ties.push(tie);
                shown.extend(via.iter().map(|&v| Node::Actor(v)));
            }
        }
    }
    ties.extend(structural(dataset, &network, explorer.dates.as_of));
    if (filter.without_eu || filter.split_eu) && filter.has_class(Class::Structural) {
        ties.extend(inferred(explorer, &network, filter));
    }
    let nodes = shown.into_iter().map(|n| node_view(dataset, n)).collect();
    let kinds = kinds_view(dataset);
    NetworkView {
        schema: SCHEMA,
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
        nodes,
        ties,
        kinds,
    }
}

/// What a picture of a selection shows, and the selection in words.
///
/// Unless classes are chosen: what the documents state, and from public sources who is a member of what they name.
pub fn picture_view(explorer: &Explorer, filter: &Filter) -> (NetworkView, Vec<Chosen>) {
    selected(explorer, filter, &[Class::Stated, Class::Structural, Class::Additional])
}

/// What a picture of one actor shows: beside that of [`picture_view`] also what it has through its groupings.
pub fn ego_view(explorer: &Explorer, filter: &Filter) -> (NetworkView, Vec<Chosen>) {
    selected(explorer, filter, &[Class::Stated, Class::Structural, Class::Derived, Class::Additional])
}

/// What the built-in picture of one actor shows: of the EU, which is drawn as the wheel, what the wheel shows, so that its words
/// are as large; what partners have through their groupings is in their own pictures.
pub fn around_view(explorer: &Explorer, filter: &Filter, actor: ActorId) -> (NetworkView, Vec<Chosen>) {
    match explorer.dataset.actor(actor).kind {
        ActorKind::Hub => picture_view(explorer, filter),
        _ => ego_view(explorer, filter),
    }
}

fn selected(explorer: &Explorer, filter: &Filter, classes: &[Class]) -> (NetworkView, Vec<Chosen>) {
    let words = chosen(&explorer.dataset, filter);
    let mut shown = filter.clone();
    if shown.classes.is_empty() {
        shown.classes = classes.to_vec();
    }
    (network_view(explorer, &shown), words)
}

fn is_stated(link: &Link) -> bool {
    matches!(link, Link::Party { class: Class::Stated | Class::Additional, .. })
}

/// A tie with the parties that the filter admits; its evidence stays whole.
fn narrowed(dataset: &Dataset, whole: &TieView, shown: &[ActorId], state: State, id: TieId) -> TieView {
    let ids: Vec<&str> = shown.iter().map(|&a| dataset.actor(a).id.as_str()).collect();
    let mut tie = whole.clone();
    tie.state = state.word();
    tie.parties.retain(|p| ids.contains(&p.id.as_str()));
    let order: Vec<String> =
        dataset.tie(id).participants.iter().map(|p| dataset.actor(p.actor).id.clone()).collect();
    tie.participants = ids.iter().map(|s| (*s).to_owned()).collect();
    // The hub first, then the order of the source.
    tie.participants.sort_by_key(|p| order.iter().position(|o| o == p).map_or(0, |i| i + 1));
    tie
}

fn derived(dataset: &Dataset, whole: &TieView, actor: ActorId, state: State, via: &[ActorId]) -> TieView {
    let id = dataset.actor(actor).id.clone();
    let mut tie = whole.clone();
    tie.id = format!("{}>{id}", whole.id);
    tie.class = Class::Derived.word();
    tie.state = state.word();
    tie.via = via.iter().map(|&v| dataset.actor(v).id.clone()).collect();
    let through: Vec<PartyView> = whole.parties.iter().filter(|p| tie.via.contains(&p.id)).cloned().collect();
    let hub = whole.participants.iter().filter(|p| !whole.parties.iter().any(|q| q.id == **p));
    tie.participants = hub.cloned().chain([id.clone()]).collect();
    tie.parties = through.into_iter().take(1).map(|p| PartyView { id: id.clone(), ..p }).collect();
    tie
}

fn structural(dataset: &Dataset, network: &Network, day: Date) -> Vec<TieView> {
    let mut out = Vec::new();
    for membership in &dataset.memberships {
        let group = dataset.actor(membership.group);
        let links = network.links(Node::Actor(membership.group));
        let joined: Vec<ActorId> = links
            .into_iter()
            .filter(|(_, l)| **l == Link::Member)
            .filter_map(|(n, _)| if let Node::Actor(a) = n { Some(a) } else { None })
            .collect();
        let members: Vec<String> = dataset
            .members_on(membership.group, day)
            .into_iter()
            .filter(|m| joined.contains(m))
            .map(|m| dataset.actor(m).id.clone())
            .collect();
        if members.is_empty() {
            continue;
        }
        let names = say(format!("Membres: {}", group.name.fr), format!("Members: {}", group.name.en));
        out.push(TieView {
            note: membership.note.as_ref().map(Into::into),
            at_least: !membership.complete,
            ..listed(&group.id, names, members, &membership.source)
        });
    }
    out
}

/// The tables of a part of a forum that has no list of members of its own: who sits in the whole is taken to sit there
/// (`network::formats`). Where the EU is out or split, these are tables like the others.
fn inferred(explorer: &Explorer, network: &Network, filter: &Filter) -> Vec<TieView> {
    let dataset = &*explorer.dataset;
    let mut out = Vec::new();
    for format in formats(dataset, explorer.dates, filter) {
        let FormatOrigin::Forum(id) = format.origin else { continue };
        let forum = dataset.actor(id);
        let list = forum.part_of.filter(|_| dataset.membership(id).is_none());
        let Some((whole, list)) = list.and_then(|w| Some((dataset.actor(w), dataset.membership(w)?))) else {
            continue;
        };
        let members: Vec<String> = dataset
            .members_on(list.group, explorer.dates.as_of)
            .into_iter()
            .filter(|&m| network.contains(Node::Actor(m)))
            .map(|m| dataset.actor(m).id.clone())
            .collect();
        if members.is_empty() || !network.contains(Node::Actor(id)) {
            continue;
        }
        let names = say(
            format!("Membres: {}, d’après la liste: {}", forum.name.fr, whole.name.fr),
            format!("Members: {}, by the list: {}", forum.name.en, whole.name.en),
        );
        let inferred_from = Some(whole.id.clone());
        let at_least = !list.complete;
        out.push(TieView { inferred_from, at_least, ..listed(&forum.id, names, members, &list.source) });
    }
    out
}

/// A list of members as a tie.
fn listed(group: &str, names: Label, members: Vec<String>, source: &str) -> TieView {
    TieView {
        id: format!("MEMBER-{group}"),
        kind: crate::dataset::Kind::Member.word(),
        names,
        class: Class::Structural.word(),
        state: State::Active.word(),
        beginning_unknown: false,
        by_text: None,
        date_conflict: false,
        polarity: "cooperative",
        participants: [group.to_owned()].into_iter().chain(members).collect(),
        parties: Vec::new(),
        via: Vec::new(),
        valid: ValidView { from: None, to: None, precision: None, expected: None, given: [None, None] },
        areas: Vec::new(),
        domains: Vec::new(),
        legs: Vec::new(),
        programmes: Vec::new(),
        meeting: None,
        row: None,
        example: None,
        carries: None,
        scope: None,
        calendar: None,
        disputed: None,
        same_as: Vec::new(),
        evidence: Vec::new(),
        additional: Vec::new(),
        inferred_from: None,
        at_least: false,
        source: Some(source.to_owned()),
        note: None,
    }
}

fn plain(id: &str, kind: &'static str, names: Label) -> NodeView {
    NodeView {
        id: id.to_owned(),
        kind,
        names,
        iso3: None,
        stratum: None,
        region: None,
        level: None,
        note: None,
    }
}

/// An actor as a node.
pub(super) fn actor_view(dataset: &Dataset, id: ActorId) -> NodeView {
    let actor = dataset.actor(id);
    let country = matches!(actor.kind, ActorKind::Partner | ActorKind::MemberState);
    NodeView {
        iso3: (country && actor.region.is_some()).then(|| actor.id.clone()),
        stratum: actor.stratum.map(Word::word),
        region: actor.region.as_ref().map(Into::into),
        level: actor.level.map(Word::word),
        note: actor.note.as_ref().map(Into::into),
        ..plain(&actor.id, actor.kind.word(), (&actor.name).into())
    }
}

fn node_view(dataset: &Dataset, node: Node) -> NodeView {
    match node {
        Node::Actor(id) => actor_view(dataset, id),
        Node::Tie(id) => {
            let tie = dataset.tie(id);
            plain(&tie.id, if tie.is_action() { "action" } else { "instrument" }, (&tie.name).into())
        }
        Node::Area(id) => {
            let area = &dataset.areas[id.0 as usize];
            plain(&area.id, "area", (&area.name).into())
        }
        Node::Domain(id) => {
            let domain = &dataset.domains[id.0 as usize];
            plain(&domain.id, "domain", (&domain.name).into())
        }
    }
}
