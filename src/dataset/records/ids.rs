//! Indices into the lists of a dataset, and names in both languages.

/// Index of an actor in [`Dataset::actors`](super::Dataset::actors).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// Index of a tie in [`Dataset::ties`](super::Dataset::ties).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TieId(pub u32);

/// Index of a document in [`Dataset::sources`](super::Dataset::sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u8);

/// Index of an area in [`Dataset::areas`](super::Dataset::areas).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub u8);

/// Index of a domain in [`Dataset::domains`](super::Dataset::domains).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainId(pub u8);

/// Index of a leg in [`Dataset::legs`](super::Dataset::legs).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegId(pub u8);

/// Index of a list in [`Dataset::lists`](super::Dataset::lists).
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
