//! The typed network and its projections.

mod csr;

pub use csr::Csr;
