//! Pictures of a network: DOT text, and an installed Graphviz that draws it.

mod dot;
mod engine;

pub use dot::{DotOptions, EGO_ENGINE, NETWORK_ENGINE, ego_dot, network_dot, node_address};
pub use engine::{Engine, EngineError, GraphvizFormat, render, render_with, svg_with_language};
