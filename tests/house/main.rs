//! The house: its layers, its schemas, and that its README tells the truth.

#![allow(clippy::unwrap_used, missing_docs)]

mod layers;
mod readme;
mod schemas;
