//! Reports in Markdown and CSV: views in words, with every quotation. No analysis.

mod detail;
mod goals;
mod markdown;
mod monitor;
mod rank;
mod table;

pub use detail::{actor_markdown, document_markdown, passage_markdown, path_markdown, tie_markdown};
pub use goals::{goals_csv, goals_markdown};
pub use monitor::{monitor_csv, monitor_markdown};
pub use rank::{rank_command, rank_csv, rank_markdown};
