//! Measures of a network: plain arrays in, plain arrays out.
//!
//! Each function bears the name of the networkx function whose values it gives. All take hop counts, never
//! lengths, add in an order fixed by the node numbers, and say `None` or an error where a measure is
//! undefined, never NaN.

mod betweenness;
mod brokerage;
mod card;
mod closeness;
mod cohesion;
mod degree;
mod robust;
mod spectral;

pub use betweenness::{betweenness_centrality, edge_betweenness_centrality};
pub use brokerage::{constraint, effective_size};
pub use card::{CARDS, Measure, MeasureCard, Words};
pub use closeness::{closeness_centrality, global_efficiency, harmonic_centrality};
pub use cohesion::{articulation_points, bridges, connected_components, core_number};
pub use degree::{degree, degree_centrality, newman_projection, strength};
pub use robust::{BitRows, curveball, holm, kendall_tau, quantile, replicate_rng, sample};
pub use spectral::{Undefined, eigenvector_centrality, pagerank};
