//! The records of a validated dataset.

use std::collections::BTreeMap;

use super::additional::{Additional, AdditionalEvidence};
use super::moment::{Date, Period};
use super::vocabulary::{
    Address, Bindingness, Closure, Kind, Level, Place, Polarity, State, Status, Stratum,
};
use crate::corpus::Document;

/// Index of an actor in [`Dataset::actors`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// Index of a tie in [`Dataset::ties`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TieId(pub u32);

/// Index of a document in [`Dataset::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u8);

/// Index of an area in [`Dataset::areas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub u8);

/// Index of a domain in [`Dataset::domains`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainId(pub u8);

/// Index of a leg in [`Dataset::legs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegId(pub u8);

/// Index of a list in [`Dataset::lists`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListId(pub u8);

/// A name in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Name {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// A document with its card.
#[derive(Debug, Clone)]
pub struct Source {
    /// Id, `join-2025-140`.
    pub id: String,
    /// Title.
    pub title: Name,
    /// Official reference.
    pub reference: String,
    /// Day of publication: what it says is known from then on.
    pub date: Date,
    /// Publisher.
    pub publisher: Name,
    /// Language of the text.
    pub language: String,
    /// SHA-256 of the text, computed.
    pub sha256: String,
    /// Reuse notice.
    pub reuse: Name,
    /// Public address of the original.
    pub address: Option<String>,
    /// The text and its passages.
    pub document: Document,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// The EU.
    Hub,
    /// One of its 27 Member States.
    MemberState,
    /// A state, territory or economy outside the EU.
    Partner,
    /// Several countries that the source names as one.
    Grouping,
    /// A forum or organisation.
    Forum,
    /// A programme of the EU.
    Programme,
}

impl ActorKind {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            ActorKind::Hub => "hub",
            ActorKind::MemberState => "member-state",
            ActorKind::Partner => "partner",
            ActorKind::Grouping => "grouping",
            ActorKind::Forum => "forum",
            ActorKind::Programme => "programme",
        }
    }
}

/// An actor.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Id: ISO 3166-1 alpha-3 for countries.
    pub id: String,
    /// What it is.
    pub kind: ActorKind,
    /// Names.
    pub name: Name,
    /// Other forms.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2 of a country.
    pub alpha2: Option<String>,
    /// Region of a country (UN M49).
    pub region: Option<Name>,
    /// Stratum of a country.
    pub stratum: Option<Stratum>,
    /// State, territory or economy; a state unless the record says otherwise.
    pub status: Status,
    /// Link level of a forum.
    pub level: Option<Level>,
    /// The forum of which it is a part.
    pub part_of: Option<ActorId>,
    /// Status of the EU in it.
    pub hub_status: Option<String>,
    /// What the documents say of it without a tie.
    pub evidence: Vec<Evidence>,
    /// What a reader must know of it.
    pub note: Option<Name>,
}

/// A quotation that was found letter for letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Document.
    pub source: SourceId,
    /// Locator of the passage.
    pub at: String,
    /// First byte in the document.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// The actors that the words name.
    pub names: Vec<ActorId>,
    /// The attributes of its tie that rest on these words ([`Tie::attributes`]); one that no citation claims rests on all.
    pub supports: Vec<String>,
}

/// A participant of a tie beside the EU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// State, as coded from the source.
    pub state: State,
    /// Areas of this participant's part.
    pub areas: Vec<AreaId>,
    /// Legs of this participant's part.
    pub legs: Vec<LegId>,
    /// Domains that follow by the crosswalk, ascending.
    pub domains: Vec<DomainId>,
    /// Where an action names it.
    pub places: Vec<Place>,
    /// Indices into the tie's evidence that speak of this participant.
    pub evidence: Vec<u16>,
    /// Decision and reason.
    pub note: Option<String>,
}

/// The cells of an annex row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionCells {
    /// «Objectif».
    pub title: String,
    /// «Description».
    pub description: String,
    /// «Pays ou région(s) partenaire(s)».
    pub partners: String,
    /// «Calendrier indicatif».
    pub calendar: String,
}

/// A tie: a record with its participants and its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: Kind,
    /// Names.
    pub name: Name,
    /// State, as coded from the source.
    pub state: State,
    /// Polarity.
    pub polarity: Polarity,
    /// When.
    pub period: Period,
    /// Areas.
    pub areas: Vec<AreaId>,
    /// Legs.
    pub legs: Vec<LegId>,
    /// Domains that follow by the crosswalk, ascending.
    pub domains: Vec<DomainId>,
    /// Whether the EU is a party.
    pub with_hub: bool,
    /// Participants beside the EU.
    pub participants: Vec<Participant>,
    /// The level at which they sit with each other, if they do.
    pub meeting: Option<Level>,
    /// EU programmes involved.
    pub programmes: Vec<ActorId>,
    /// The list of the source in which it stands.
    pub list: Option<ListId>,
    /// Row of the annex.
    pub row: Option<u8>,
    /// Number of the example.
    pub example: Option<u8>,
    /// The cells of an annex row.
    pub cells: Option<ActionCells>,
    /// The instrument kind that an action amounts to.
    pub carries: Option<Kind>,
    /// Whom an action addresses without naming a partner.
    pub address: Option<Address>,
    /// Ids of ties that state the same fact.
    pub same_as: Vec<String>,
    /// Whether the source's calendar contradicts its state.
    pub date_conflict: bool,
    /// A scenario added it or changed it: an assumption, which its name says, and never a fact.
    pub assumed: bool,
    /// All evidence.
    pub evidence: Vec<Evidence>,
    /// What additional sources say of it, not machine-checked; empty unless they are switched on.
    pub additional: Vec<AdditionalEvidence>,
    /// Decision and reason.
    pub note: Option<String>,
}

impl Tie {
    /// Whether only additional sources state it.
    pub fn is_additional(&self) -> bool {
        self.evidence.is_empty() && !self.additional.is_empty()
    }

    /// Whether it counts by `known`: some evidence was published by then, additional sources published by then state it, or
    /// a scenario assumes it.
    pub fn is_known(&self, dataset: &Dataset, known: Date) -> bool {
        self.assumed
            || self.is_additional()
            || self.evidence.iter().any(|e| dataset.source(e.source).date <= known)
    }

    /// The participant record of an actor.
    pub fn participant(&self, actor: ActorId) -> Option<&Participant> {
        self.participants.iter().find(|p| p.actor == actor)
    }

    /// Whether the tie is an annex row or an example.
    pub fn is_action(&self) -> bool {
        self.kind == Kind::Action
    }

    /// The kinds of instrument it stands for: its own, or what an action amounts to.
    pub fn instrument_kind(&self) -> Option<Kind> {
        if self.is_action() { self.carries } else { Some(self.kind) }
    }
}

/// A list of the source.
#[derive(Debug, Clone)]
pub struct List {
    /// Id.
    pub id: String,
    /// Kind that it lists.
    pub kind: Kind,
    /// Closure.
    pub closure: Closure,
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// Why this closure.
    pub reason: String,
}

/// One member's time in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipSpan {
    /// Who.
    pub member: ActorId,
    /// First day; open when the source gives none.
    pub from: Option<Date>,
    /// First day after; open when it goes on.
    pub until: Option<Date>,
    /// Remark.
    pub note: Option<String>,
}

/// Who is in a grouping, forum or programme.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The group.
    pub group: ActorId,
    /// Members and their times.
    pub spans: Vec<MembershipSpan>,
    /// Whether the list is the whole membership.
    pub complete: bool,
    /// Until when it was checked.
    pub checked: Date,
    /// The public source.
    pub source: String,
    /// `high` or `medium`.
    pub certainty: String,
    /// Remark.
    pub note: Option<String>,
}

impl MembershipSpan {
    /// Whether the member is in on a day.
    fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|d| d <= day) && self.until.is_none_or(|d| d > day)
    }
}

impl Membership {
    /// Whether an actor is a member on a day.
    pub fn has_on(&self, member: ActorId, day: Date) -> bool {
        self.spans.iter().any(|s| s.member == member && s.holds_on(day))
    }
}

/// A direction of section 2.
#[derive(Debug, Clone)]
pub struct Direction {
    /// `deepen`, `enlarge`, `connect` or `secure`.
    pub id: String,
    /// Verbs.
    pub name: Name,
    /// The question.
    pub question: Name,
    /// Evidence.
    pub evidence: Vec<Evidence>,
}

/// A domain of direction 1.
#[derive(Debug, Clone)]
pub struct Domain {
    /// `D1` … `D11`.
    pub id: String,
    /// Short name.
    pub name: Name,
    /// `key`, `additional`, `continuing`, `business`.
    pub group: String,
    /// Evidence.
    pub evidence: Vec<Evidence>,
}

/// An area.
#[derive(Debug, Clone)]
pub struct Area {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Name,
    /// Evidence.
    pub evidence: Vec<Evidence>,
}

/// A leg.
#[derive(Debug, Clone)]
pub struct Leg {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Name,
}

/// What a crosswalk line starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrosswalkFrom {
    /// An area.
    Area(AreaId),
    /// A leg.
    Leg(LegId),
}

/// A line of the crosswalk.
#[derive(Debug, Clone)]
pub struct Crosswalk {
    /// From.
    pub from: CrosswalkFrom,
    /// To.
    pub domain: DomainId,
    /// Why.
    pub reason: Name,
}

/// The words for a kind.
#[derive(Debug, Clone)]
pub struct KindInfo {
    /// Kind.
    pub kind: Kind,
    /// Name, singular.
    pub name: Name,
    /// Name for legends.
    pub short: Name,
    /// Bindingness.
    pub bindingness: Bindingness,
}

/// The validated dataset.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Version.
    pub version: String,
    /// Version of the crosswalk.
    pub crosswalk_version: String,
    /// SHA-256 over every seed file and document, hexadecimal.
    pub digest: String,
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
    pub(super) actor_ids: BTreeMap<String, ActorId>,
    pub(super) tie_ids: BTreeMap<String, TieId>,
}

impl Default for Dataset {
    fn default() -> Dataset {
        Dataset {
            version: String::new(),
            crosswalk_version: String::new(),
            digest: String::new(),
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
