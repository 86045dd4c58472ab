//! The four directions of section 2 as questions with lists and counts, and the actions in time (METHOD 3 and 4).

mod actions;
mod calibration;
mod cells;
mod coding;
mod compare;
mod connect;
mod cover;
mod deepen;
mod delta;
mod enlarge;
mod evidence;
mod idle;
mod implications;
mod moves;
mod overlap;
mod relatedness;
mod secure;
mod selection;
mod shift;
mod stability;
mod tie_changes;
mod weights;

pub use actions::{Deadline, Monitor, Phase, monitor};
pub use calibration::{Calibration, Closed as ClosedCells, UnitCheck, calibration};
pub use cells::{Cell, CellClass, Column, Counts, Ground, Matrix};
pub use coding::{Coding, Recoded, codings, codings_of, recoded};
pub use compare::{CompareRow, Compared, Dimension, Shared, Subject, compare_actors};
pub use connect::{
    Connect, HubFree, Pair, Parallel, THRESHOLDS, Varied, connect, connect_on, hub_free, varied,
};
pub use cover::{best_cover, lazy_greedy};
pub use deepen::{ColumnFinding, Deepen, Gap, Reach, Severity, deepen, deepen_on};
pub use delta::{Delta, GapItem, GapKey, GapList, GapValue, Gaps, Perimeter, Tally, delta, gaps, gaps_of};
pub use enlarge::{Apart, Candidate, Enlarge, Exclusion, ExclusionReason, TradeLeg, enlarge, enlarge_on};
pub(crate) use evidence::record;
pub use evidence::{
    BOTTOM, EvidenceRange, LeftOut, MISSING, MissingRank, Spot, UnitEvidence, evidence_range,
    missing_evidence,
};
pub use idle::{Idle, idle};
pub use implications::{Group, Implications, Near, implications};
pub use moves::{
    Closed, Deed, Feasibility, Move, Moves, Optimum, connect_moves, deepen_moves, enlarge_moves, secure_moves,
};
pub use overlap::{ByChance, NULL_REPLICATES, Overlap, Resolution, Verdict, overlaps, overlaps_told};
pub use relatedness::{Relatedness, SHRINKAGE, relatedness};
pub use secure::{Secure, secure, security_columns};
pub use selection::Selection;
pub use shift::{Place, Shift, competition_ranks, shifts};
pub use stability::{Recorded, Replicates, SHARES, Stability, TAU_FLOOR, stability, stability_of};
pub(crate) use stability::{is_too_large, measured};
pub use tie_changes::{TieChange, tie_changes};
pub use weights::{RankRange, TOP, rank_ranges};
