//! Actors, the documents that name them, and who belongs to what.

use super::{ActorId, Evidence, Name};
use crate::corpus::Document;
use crate::dataset::moment::Date;
use crate::dataset::vocabulary::{Level, Status, Stratum};

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
    pub note: Option<Name>,
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
    pub note: Option<Name>,
}

impl MembershipSpan {
    /// Whether the member is in on a day.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|d| d <= day) && self.until.is_none_or(|d| d > day)
    }
}

impl Membership {
    /// Whether an actor is a member on a day.
    pub fn has_on(&self, member: ActorId, day: Date) -> bool {
        self.spans.iter().any(|s| s.member == member && s.holds_on(day))
    }
}
