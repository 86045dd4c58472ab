//! The network that was read, ready to be written as a dataset.

use std::ops::Range;

use crate::seed::Told;

/// An actor.
#[derive(Debug, Clone, Default)]
pub(super) struct Actor {
    pub(super) id: String,
    /// hub, partner, grouping, forum or programme.
    pub(super) kind: &'static str,
    pub(super) fr: String,
    pub(super) en: String,
    /// How the file writes its id: what is looked for in quotations.
    pub(super) aliases: Vec<String>,
    pub(super) level: Option<&'static str>,
    /// Region in both languages and stratum, of a country.
    pub(super) country: Option<(String, String, &'static str)>,
    pub(super) note: Option<(String, String)>,
}

/// A tie.
#[derive(Debug, Clone, Default)]
pub(super) struct Tie {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) fr: String,
    pub(super) en: String,
    pub(super) parties: Vec<String>,
    pub(super) programmes: Vec<String>,
    pub(super) with_hub: bool,
    pub(super) state: &'static str,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) expected: Option<String>,
    pub(super) areas: Vec<String>,
    pub(super) meeting: Option<&'static str>,
    pub(super) is_concern: bool,
    /// The places that state it.
    pub(super) cites: Vec<Range<usize>>,
    /// In both languages.
    pub(super) note: Option<(String, String)>,
}

/// Who is in a group.
#[derive(Debug, Clone, Default)]
pub(super) struct Membership {
    pub(super) group: String,
    pub(super) members: Vec<String>,
    pub(super) source: String,
    /// In both languages.
    pub(super) note: Option<(String, String)>,
}

/// A network.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    pub(super) form: super::Form,
    pub(super) title: Option<String>,
    /// The day it describes, where the file says so.
    pub(super) date: Option<String>,
    pub(super) reuse: Option<String>,
    pub(super) has_hub: bool,
    pub(super) actors: Vec<Actor>,
    /// Id and names.
    pub(super) areas: Vec<(String, String, String)>,
    pub(super) ties: Vec<Tie>,
    pub(super) memberships: Vec<Membership>,
    /// What the dataset does not keep of the file, in words.
    pub(super) lost: Vec<Told>,
}
