//! Reports in Markdown and CSV: views in words, with every quotation. No analysis.

mod change;
mod compare;
mod detail;
mod goals;
mod markdown;
mod monitor;
mod moves;
mod rank;
mod robustness;
mod table;

pub use change::{change_csv, change_markdown};
pub use compare::{compare_csv, compare_markdown};
pub use detail::{actor_markdown, document_markdown, passage_markdown, path_markdown, tie_markdown};
pub use goals::{goals_csv, goals_markdown};
pub use monitor::{monitor_csv, monitor_markdown};
pub use moves::{moves_csv, moves_markdown};
pub use rank::{rank_csv, rank_markdown};
pub use robustness::{findings_csv, findings_markdown};
