//! The records of a validated dataset.

mod actors;
mod ids;
mod taxonomy;
mod ties;

use std::collections::BTreeMap;

pub use actors::{Actor, ActorKind, Membership, MembershipSpan, Source};
pub use ids::{ActorId, AreaId, DomainId, LegId, ListId, Name, SourceId, TieId};
pub use taxonomy::{Area, Crosswalk, CrosswalkFrom, Direction, Domain, KindInfo, Leg};
pub use ties::{ActionCells, Evidence, List, Participant, Tie};

use super::additional::Additional;
use super::moment::Date;
use super::vocabulary::Kind;

/// The validated dataset.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Version.
    pub version: String,
    /// Version of the crosswalk.
    pub crosswalk_version: String,
    /// SHA-256 over every seed file and document, hexadecimal.
    pub digest: String,
    /// The folder that it was read from, as it was given; none for the dataset in the binary.
    pub folder: Option<String>,
    /// Day of publication of the latest document, whatever is known of it: the default of both dates.
    pub latest: Date,
    /// Documents in order of publication.
    pub sources: Vec<Source>,
    /// Actors; the hub is the first, or an empty seat that nobody sees when there is none.
    pub actors: Vec<Actor>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// Ties: instruments, then actions.
    pub ties: Vec<Tie>,
    /// Lists.
    pub lists: Vec<List>,
    /// Directions.
    pub directions: Vec<Direction>,
    /// Domains.
    pub domains: Vec<Domain>,
    /// Areas.
    pub areas: Vec<Area>,
    /// Legs.
    pub legs: Vec<Leg>,
    /// Crosswalk.
    pub crosswalk: Vec<Crosswalk>,
    /// Kinds.
    pub kinds: Vec<KindInfo>,
    /// The additional sources, whether or not they are switched on.
    pub additional: Additional,
    /// Whether what the additional sources say is among the ties.
    pub additional_on: bool,
    /// Whether the network has no hub (`hub = "none"` in actors.toml).
    pub hubless: bool,
    pub(in crate::dataset) actor_ids: BTreeMap<String, ActorId>,
    pub(in crate::dataset) tie_ids: BTreeMap<String, TieId>,
}

impl Default for Dataset {
    fn default() -> Dataset {
        Dataset {
            version: String::new(),
            crosswalk_version: String::new(),
            digest: String::new(),
            folder: None,
            latest: Date::MIN,
            sources: Vec::new(),
            actors: Vec::new(),
            memberships: Vec::new(),
            ties: Vec::new(),
            lists: Vec::new(),
            directions: Vec::new(),
            domains: Vec::new(),
            areas: Vec::new(),
            legs: Vec::new(),
            crosswalk: Vec::new(),
            kinds: Vec::new(),
            additional: Additional::default(),
            additional_on: false,
            hubless: false,
            actor_ids: BTreeMap::new(),
            tie_ids: BTreeMap::new(),
        }
    }
}

impl Dataset {
    /// The hub; of a dataset without one ([`Dataset::hubless`]) the empty seat, which is in no network.
    pub const HUB: ActorId = ActorId(0);

    /// Whether every document is a table that a machine wrote: an imported network.
    pub fn is_table(&self) -> bool {
        !self.sources.is_empty() && self.sources.iter().all(|s| !s.document.form().is_prose())
    }

    /// An actor.
    pub fn actor(&self, id: ActorId) -> &Actor {
        &self.actors[id.0 as usize]
    }

    /// A tie.
    pub fn tie(&self, id: TieId) -> &Tie {
        &self.ties[id.0 as usize]
    }

    /// A document.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// A document by its id.
    pub fn source_by_id(&self, id: &str) -> Option<(SourceId, &Source)> {
        let index = self.sources.iter().position(|s| s.id == id)?;
        Some((SourceId(index as u8), &self.sources[index]))
    }

    /// An actor by its id, letter for letter.
    pub fn actor_id(&self, id: &str) -> Option<ActorId> {
        self.actor_ids.get(id).copied()
    }

    /// A tie by its id, letter for letter.
    pub fn tie_id(&self, id: &str) -> Option<TieId> {
        self.tie_ids.get(id).copied()
    }

    /// All tie ids in order.
    pub fn tie_ids(&self) -> impl Iterator<Item = TieId> + use<> {
        (0..self.ties.len() as u32).map(TieId)
    }

    /// All actor ids in order.
    pub fn all_actors(&self) -> impl Iterator<Item = ActorId> + use<> {
        (u32::from(self.hubless)..self.actors.len() as u32).map(ActorId)
    }

    /// The words for a kind.
    pub fn kind(&self, kind: Kind) -> Option<&KindInfo> {
        self.kinds.iter().find(|k| k.kind == kind)
    }

    /// The day of the first document.
    pub fn first_day(&self) -> Option<Date> {
        self.sources.iter().map(|s| s.date).min()
    }

    /// The day of the first document that is quoted.
    pub(in crate::dataset) fn first_of(&self, evidence: &[Evidence]) -> Option<Date> {
        evidence.iter().map(|e| self.source(e.source).date).min()
    }

    /// The membership list of a group.
    pub fn membership(&self, group: ActorId) -> Option<&Membership> {
        self.memberships.iter().find(|m| m.group == group)
    }

    /// The members of a group on a day, ascending.
    pub fn members_on(&self, group: ActorId, day: Date) -> Vec<ActorId> {
        let mut out: Vec<ActorId> = self
            .membership(group)
            .map(|m| &m.spans[..])
            .unwrap_or_default()
            .iter()
            .filter(|s| s.holds_on(day))
            .map(|s| s.member)
            .collect();
        out.sort_unstable();
        out
    }
}
