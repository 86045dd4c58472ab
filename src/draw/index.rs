//! Who takes part in what, read once for a picture: to ask every tie about every actor would cost their product.

use std::collections::BTreeMap;

use crate::view::{NetworkView, NodeView, TieView};

/// A view by its actors.
#[derive(Debug, Clone)]
pub(super) struct Index<'a> {
    view: &'a NetworkView,
    nodes: BTreeMap<&'a str, &'a NodeView>,
    /// The ties of each actor: their indices in the order of the view.
    ties: BTreeMap<&'a str, Vec<usize>>,
    /// The first list of members of each grouping or forum.
    lists: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    /// Reads a view.
    pub(super) fn new(view: &'a NetworkView) -> Index<'a> {
        let mut nodes = BTreeMap::new();
        for node in &view.nodes {
            nodes.entry(node.id.as_str()).or_insert(node);
        }
        let mut ties: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut lists = BTreeMap::new();
        for (index, tie) in view.ties.iter().enumerate() {
            for id in &tie.participants {
                let own = ties.entry(id).or_default();
                // Whoever stands twice in a tie takes part in it once.
                if own.last() != Some(&index) {
                    own.push(index);
                }
            }
            if let Some(group) = tie.participants.first().filter(|_| tie.kind == "MEMBER") {
                lists.entry(group.as_str()).or_insert(index);
            }
        }
        Index { view, nodes, ties, lists }
    }

    /// A node by its id.
    pub(super) fn node(&self, id: &str) -> Option<&'a NodeView> {
        self.nodes.get(id).copied()
    }

    /// A tie by its index.
    pub(super) fn tie(&self, index: usize) -> &'a TieView {
        &self.view.ties[index]
    }

    /// The ties in which somebody takes part, with their indices.
    pub(super) fn ties(&self, id: &str) -> impl Iterator<Item = (usize, &'a TieView)> {
        let view = self.view;
        self.ties.get(id).into_iter().flatten().map(move |&i| (i, &view.ties[i]))
    }

    /// The tie that lists the members of a grouping or forum.
    pub(super) fn list(&self, group: &str) -> Option<usize> {
        self.lists.get(group).copied()
    }
}
