//! What is read and what is given away: the two texts, additional and imported datasets, exports, and what is told since.

#![allow(clippy::unwrap_used, missing_docs)]

mod additional;
mod corpus;
mod export;
mod import;
mod silence;
mod since;
mod still;
#[path = "../support/mod.rs"]
mod support;
