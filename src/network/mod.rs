//! The typed network for one pair of dates, its filters, its formats and its projections.

mod csr;
mod filter;
mod format;
mod graph;
mod projection;
mod standing;

pub use csr::Csr;
pub use filter::{Class, Filter};
pub use format::{Format, FormatOrigin, Thresholds, formats, formats_sized, group_is_in};
pub use graph::{Link, Network, Node};
pub use projection::{Incidence, Projection, actor_graph, incidence, perimeter};
pub use standing::{Dates, Standing, is_undated, standing, told};
