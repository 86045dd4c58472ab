//! The four directions of section 2 as questions with lists and counts, and the actions in time (METHOD 3 and 4).

mod actions;
mod cells;
mod connect;
mod deepen;
mod enlarge;
mod implications;
mod secure;
mod stability;
mod weights;

pub use actions::{Deadline, Monitor, Phase, monitor};
pub use cells::{Cell, CellClass, Column, Counts, Ground, Matrix};
pub use connect::{Connect, HubFree, Pair, Parallel, connect};
pub use deepen::{ColumnFinding, Deepen, Gap, Reach, Severity, deepen};
pub use enlarge::{Apart, Candidate, Enlarge, Exclusion, ExclusionReason, TradeLeg, enlarge};
pub use implications::{Group, Implications, Near, implications};
pub use secure::{Secure, secure};
pub(crate) use stability::measured;
pub use stability::{Replicates, SHARES, Stability, TAU_FLOOR, stability};
pub use weights::{RankRange, TOP, rank_ranges};
