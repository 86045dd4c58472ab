//! Plain structs: the one format of the wire and of reports.

mod additional;
mod cells;
mod change;
mod chart;
mod compare;
mod detail;
mod goals;
mod lattice;
mod matrix;
mod meta;
mod monitor;
mod moves;
mod names;
mod network;
mod part;
mod path;
mod profile;
mod rank;
mod robustness;
mod search;
mod selection;
mod stability;
mod told;
pub mod words;

pub use additional::{
    AdditionalView, CalibrationView, ChangeRecordView, CheckView, FactView, OpenView, RemarkView, SourceView,
    UnitCheckView, additional_view, calibration_view,
};
pub use cells::{CellView, CountsView, MatrixView, Named, class_label};
pub use change::{
    AssumptionView, ChangeLine, ChangeView, GoalChangeView, MeasureChangeView, PerimeterChangeView,
    ShiftView, SideView, TallyView, TieChangeView, change_view, datasets_command, dates_command,
    scenarios_view, whatif_view,
};
pub use chart::{BadChart, Chart, ChartName, ChartView};
pub use compare::{CompareRowView, CompareView, DimensionView, compare_view};
pub use detail::{
    ActorView, DerivedView, MarkView, MembershipView, Names, PassageView, ReaderView, TieDetail,
    detail_actor, detail_tie, passage_view, reader_view,
};
pub use goals::{
    BesideView, CountView, Goal, GoalView, HoldsView, LineView, RangeView, SectionView, ToldOfView, goal_view,
};
pub use lattice::{GroupView, LatticeView, NearView, lattice_of, lattice_view};
pub use matrix::{Against, GROUPINGS, ListView, PartnersMatrix, Units, class_of, matrix_of, partners_matrix};
pub use meta::{ActorEntry, MetaView, meta_view};
pub use monitor::{
    ActionView, DeadlineView, MonitorView, PhaseCount, calendar_view, monitor_view, phase_label,
};
pub use moves::{FlagView, MoveView, MovesView, OptimumView, moves_view};
pub use names::{Label, Lang};
pub use network::{
    DatasetView, DatesView, DocumentView, EvidenceView, KindView, NetworkView, NodeView, PartyView, SCHEMA,
    TieView, ValidView, around_view, dataset_view, dates_view, ego_view, evidence_view, kinds_view,
    later_than, network_view, picture_view, tie_view,
};
pub use part::{command_of, find_part};
pub use path::{PathView, StepView, path_view};
pub use profile::{NoProfile, ProfileView, profile_view};
pub use rank::{CardView, GraphKind, RankRow, RankView, Undefined, find_measure, rank_tested, rank_view};
pub use robustness::{
    CentralityView, CodingView, FindingsView, LeftOutView, MissingView, OverlapView, RangeCountView,
    ResolutionView, UnitRobustnessView, findings_told, findings_view,
};
pub use search::{HitView, SearchView, search_view};
pub use selection::{Chosen, chosen};
pub use stability::{QUICK_REPLICATES, RankTest, RobustnessView, StabilityView};
