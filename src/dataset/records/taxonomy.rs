//! Directions, domains, areas, legs, the crosswalk between them, and the words for a kind.

use super::{AreaId, DomainId, Evidence, LegId, Name};
use crate::dataset::vocabulary::{Bindingness, Kind};

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
