//! Plain structs: the one format of the wire and of reports.

mod names;
mod network;

pub use names::{Label, Lang};
pub use network::{
    DatasetView, DatesView, DocumentView, EvidenceView, KindView, NetworkView, NodeView, PartyView, SCHEMA,
    TieView, ValidView, dataset_view, dates_view, evidence_view, kinds_view, network_view, tie_view,
};
