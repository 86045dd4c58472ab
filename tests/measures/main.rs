//! Measures, gaps and counterfactuals: against networkx, against worlds with known answers, and under properties.

#![allow(clippy::unwrap_used, missing_docs)]

mod expected;
mod gap_examples;
mod gap_properties;
mod golden;
mod knowledge;
mod meeting_examples;
mod properties;
mod real_network;
mod real_properties;
#[path = "../support/mod.rs"]
mod support;
mod threads;
mod twins;
mod weightings;
mod whatif_properties;
mod worlds;
