//! What a file holds before anything is made of it: nodes and edges with their values and places.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Form;

/// A word as the file writes it and as it is meant: `A&amp;B` and `A&B`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// What is meant.
    pub(super) meant: String,
    /// What stands in the file.
    pub(super) written: String,
}

/// A node or an edge.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// Its id, where it has one.
    pub(super) id: Option<Word>,
    /// The nodes that an edge joins: two, or of a hyperedge any number.
    pub(super) ends: Vec<Word>,
    /// Its values, by their names in lower case.
    pub(super) values: BTreeMap<String, String>,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

impl Item {
    /// The first of these values that is there and not empty.
    pub(super) fn value(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|n| self.values.get(*n)).map(|v| v.trim()).filter(|v| !v.is_empty())
    }
}

/// Everything a file holds.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) form: Form,
    /// Values of the graph itself.
    pub(super) about: BTreeMap<String, String>,
    /// Nodes that the file lists; an edge list has none.
    pub(super) nodes: Vec<Item>,
    pub(super) edges: Vec<Item>,
    /// Whether any edge has a direction.
    pub(super) directed: bool,
}
