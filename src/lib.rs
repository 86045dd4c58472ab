//! relier reads the EU's international digital strategy as a network in which every tie carries its sentence.

pub mod corpus;

pub mod dataset;
pub mod draw;
pub mod explorer;
pub mod export;
pub mod gap;
pub mod import;
pub mod measure;
pub mod network;
pub mod report;
pub mod seed;
pub mod server;
pub mod view;
