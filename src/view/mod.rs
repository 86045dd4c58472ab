//! Plain structs: the one format of the wire and of reports.

mod cells;
mod goals;
mod names;
mod network;
pub mod words;

pub use cells::{CellView, CountsView, MatrixView, Named, class_label};
pub use goals::{CountView, Goal, GoalView, LineView, SectionView, goal_view};
pub use names::{Label, Lang};
pub use network::{
    DatasetView, DatesView, DocumentView, EvidenceView, NetworkView, NodeView, PartyView, SCHEMA, TieView,
    ValidView, dataset_view, dates_view, evidence_view, network_view, tie_view,
};
