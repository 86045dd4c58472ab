//! The typed petgraph network.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{NodeIndex, UnGraph};

use super::filter::{Class, Filter};
use super::standing::{Dates, is_known, told};
use crate::dataset::{ActorId, ActorKind, AreaId, Dataset, DomainId, State, TieId};

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// An actor.
    Actor(ActorId),
    /// A concrete instrument or an action: the tie's own node.
    Tie(TieId),
    /// An area.
    Area(AreaId),
    /// A domain of direction 1.
    Domain(DomainId),
}

/// What joins two nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// An actor is party to a tie.
    Party {
        /// How that is known.
        class: Class,
        /// The actor's state in it on the date.
        state: State,
        /// The groupings through which a derived party is reached.
        via: Vec<ActorId>,
    },
    /// A country is a member of a grouping, forum or programme (structural).
    Member,
    /// A programme of the EU serves a tie.
    Programme,
    /// A tie stands in an area.
    In,
    /// A tie serves a domain.
    Serves,
    /// A forum is part of another.
    PartOf,
}

/// The network for one pair of dates and one filter.
#[derive(Debug, Clone)]
pub struct Network {
    /// The graph; nodes in ascending order of [`Node`], so that the same input gives the same indices.
    pub graph: UnGraph<Node, Link>,
    /// Ties in it, with their state on the date.
    pub ties: BTreeMap<TieId, State>,
    index: BTreeMap<Node, NodeIndex>,
}

struct Draft {
    nodes: BTreeSet<Node>,
    links: Vec<(Node, Node, Link)>,
    ties: BTreeMap<TieId, State>,
}

impl Network {
    /// Builds the network.
    pub fn new(dataset: &Dataset, dates: Dates, filter: &Filter) -> Network {
        let mut draft = Draft { nodes: BTreeSet::new(), links: Vec::new(), ties: BTreeMap::new() };
        for id in dataset.tie_ids() {
            draft.tie(dataset, dates, filter, id);
        }
        if filter.has_class(Class::Structural) {
            draft.memberships(dataset, dates, filter);
        }
        draft.parts(dataset);
        draft.keep_around_focus(filter);
        draft.finish()
    }

    /// The index of a node, if it is in the network.
    pub fn index(&self, node: Node) -> Option<NodeIndex> {
        self.index.get(&node).copied()
    }

    /// Whether a node is in the network.
    pub fn contains(&self, node: Node) -> bool {
        self.index.contains_key(&node)
    }

    /// The actors in it, ascending.
    pub fn actors(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.index.keys().filter_map(|n| if let Node::Actor(a) = n { Some(*a) } else { None })
    }

    /// The links of a node: the other node and what joins them, in the order of the other nodes.
    pub fn links(&self, node: Node) -> Vec<(Node, &Link)> {
        use petgraph::visit::EdgeRef;
        let Some(index) = self.index(node) else { return Vec::new() };
        let mut out: Vec<(Node, &Link)> = self
            .graph
            .edges(index)
            .map(|e| (self.graph[if e.source() == index { e.target() } else { e.source() }], e.weight()))
            .collect();
        out.sort_by_key(|(n, _)| *n);
        out
    }

    /// The parties of a tie that the network shows.
    pub fn parties(&self, tie: TieId) -> Vec<(ActorId, &Link)> {
        self.links(Node::Tie(tie))
            .into_iter()
            .filter_map(|(n, l)| match (n, l) {
                (Node::Actor(a), Link::Party { .. }) => Some((a, l)),
                _ => None,
            })
            .collect()
    }
}

/// Whether a tie that the filter admits names the actor, be the class *stated* shown or not.
fn is_stated(dataset: &Dataset, dates: Dates, filter: &Filter, actor: ActorId) -> bool {
    dataset.ties.iter().filter(|tie| is_known(dataset, tie, dates.known)).any(|tie| {
        tie.participant(actor).is_some_and(|part| {
            let state = told(tie, part.state, dates.as_of);
            filter.admits_part(part, state) && filter.admits_tie(tie, state)
        })
    })
}

impl Draft {
    fn tie(&mut self, dataset: &Dataset, dates: Dates, filter: &Filter, id: TieId) {
        let tie = dataset.tie(id);
        if !is_known(dataset, tie, dates.known) {
            return;
        }
        let own = told(tie, tie.state, dates.as_of);
        let parts: Vec<(usize, State)> = tie
            .participants
            .iter()
            .enumerate()
            .map(|(i, p)| (i, told(tie, p.state, dates.as_of)))
            .filter(|&(i, state)| {
                filter.admits_part(&tie.participants[i], state)
                    && filter.admits_tie(tie, state)
                    && filter.admits_actor(dataset, tie.participants[i].actor)
            })
            .collect();
        let node = Node::Tie(id);
        let class = if tie.is_additional() { Class::Additional } else { Class::Stated };
        let mut named = Vec::new();
        for &(i, state) in &parts {
            let actor = tie.participants[i].actor;
            named.push(actor);
            if filter.has_class(class) {
                let link = Link::Party { class, state, via: Vec::new() };
                self.link(Node::Actor(actor), node, link);
            }
        }
        if filter.has_class(Class::Derived) {
            let all_named: Vec<ActorId> = tie.participants.iter().map(|p| p.actor).collect();
            let mut derived: BTreeMap<ActorId, (State, Vec<ActorId>)> = BTreeMap::new();
            for part in &tie.participants {
                if dataset.actor(part.actor).kind != ActorKind::Grouping {
                    continue;
                }
                let state = told(tie, part.state, dates.as_of);
                if !filter.admits_part(part, state) || !filter.admits_tie(tie, state) {
                    continue;
                }
                for member in dataset.members_on(part.actor, dates.as_of) {
                    // Named beats grouping inside one action.
                    if !all_named.contains(&member) && filter.admits_actor(dataset, member) {
                        derived.entry(member).or_insert((state, Vec::new())).1.push(part.actor);
                    }
                }
            }
            for (member, (state, via)) in derived {
                self.link(Node::Actor(member), node, Link::Party { class: Class::Derived, state, via });
            }
        }
        let shown = self.nodes.contains(&node);
        // An action that names nobody is stated; it has nothing to derive.
        let unnamed = tie.participants.is_empty()
            && filter.has_class(Class::Stated)
            && filter.admits_tie(tie, own)
            && filter.kinds.is_empty();
        if !shown && !unnamed {
            return;
        }
        self.ties.insert(id, own);
        self.nodes.insert(node);
        if tie.with_hub {
            let link = |state| Link::Party { class, state, via: Vec::new() };
            if filter.admits_actor(dataset, Dataset::HUB) {
                self.link(Node::Actor(Dataset::HUB), node, link(own));
            } else if filter.split_eu && !filter.without_eu {
                for state in dataset.members_on(Dataset::HUB, dates.as_of) {
                    let via = vec![Dataset::HUB];
                    let derived = Link::Party { class: Class::Derived, state: own, via };
                    self.link(Node::Actor(state), node, derived);
                }
            }
            for &programme in &tie.programmes {
                if filter.admits_actor(dataset, programme) && !filter.without_eu {
                    self.link(Node::Actor(programme), node, Link::Programme);
                }
            }
        }
        for &area in &tie.areas {
            self.link(node, Node::Area(area), Link::In);
        }
        for &domain in &tie.domains {
            self.link(node, Node::Domain(domain), Link::Serves);
        }
    }

    fn link(&mut self, a: Node, b: Node, link: Link) {
        self.nodes.insert(a);
        self.nodes.insert(b);
        self.links.push((a, b, link));
    }

    /// Memberships among actors: countries join only if they are already there or their forum is.
    fn memberships(&mut self, dataset: &Dataset, dates: Dates, filter: &Filter) {
        for membership in &dataset.memberships {
            if membership.group == Dataset::HUB && !filter.split_eu {
                continue;
            }
            let group = Node::Actor(membership.group);
            let there = self.nodes.contains(&group)
                || !filter.has_class(Class::Stated) && is_stated(dataset, dates, filter, membership.group);
            if !filter.admits_actor(dataset, membership.group) || !there {
                continue;
            }
            for member in dataset.members_on(membership.group, dates.as_of) {
                if filter.admits_actor(dataset, member) {
                    self.link(Node::Actor(member), group, Link::Member);
                }
            }
        }
    }

    fn parts(&mut self, dataset: &Dataset) {
        let pairs: Vec<(Node, Node)> = dataset
            .all_actors()
            .filter_map(|a| dataset.actor(a).part_of.map(|whole| (Node::Actor(a), Node::Actor(whole))))
            .filter(|(a, b)| self.nodes.contains(a) && self.nodes.contains(b))
            .collect();
        for (a, b) in pairs {
            self.links.push((a, b, Link::PartOf));
        }
    }

    fn keep_around_focus(&mut self, filter: &Filter) {
        let Some(focus) = filter.focus else { return };
        let mut kept = BTreeSet::from([Node::Actor(focus)]);
        // From an actor to its ties and on to their other parties is one step of depth; areas lead nowhere.
        for _ in 0..filter.depth.max(1) {
            let ties: BTreeSet<Node> = self.beside(&kept, |n| matches!(n, Node::Tie(_)));
            let actors = self.beside(&ties, |n| matches!(n, Node::Actor(_)));
            kept.extend(ties);
            kept.extend(actors);
        }
        let marks = self.beside(&kept, |n| matches!(n, Node::Area(_) | Node::Domain(_)));
        kept.extend(marks);
        self.nodes.retain(|n| kept.contains(n));
        self.links.retain(|(a, b, _)| kept.contains(a) && kept.contains(b));
        self.ties.retain(|t, _| kept.contains(&Node::Tie(*t)));
    }

    fn beside(&self, from: &BTreeSet<Node>, want: impl Fn(&Node) -> bool) -> BTreeSet<Node> {
        let mut out = BTreeSet::new();
        for (a, b, _) in &self.links {
            if from.contains(a) && want(b) {
                out.insert(*b);
            }
            if from.contains(b) && want(a) {
                out.insert(*a);
            }
        }
        out
    }

    fn finish(self) -> Network {
        let mut graph = UnGraph::with_capacity(self.nodes.len(), self.links.len());
        let index: BTreeMap<Node, NodeIndex> = self.nodes.iter().map(|&n| (n, graph.add_node(n))).collect();
        for (a, b, link) in self.links {
            graph.add_edge(index[&a], index[&b], link);
        }
        Network { graph, ties: self.ties, index }
    }
}
