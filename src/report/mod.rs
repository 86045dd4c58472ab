//! Reports in Markdown, HTML and CSV: views in words, with every quotation. No analysis.

mod change;
mod detail;
mod goals;
mod html;
mod markdown;
mod monitor;
mod profile;
mod quotes;
mod rank;
mod table;

pub use change::{change_csv, change_markdown};
pub use detail::{actor_markdown, document_markdown, passage_markdown, path_markdown, tie_markdown};
pub use goals::{goals_csv, goals_markdown};
pub use html::{goals_html, profile_html};
pub use monitor::{monitor_csv, monitor_markdown};
pub use profile::profile_markdown;
pub use rank::{rank_command, rank_csv, rank_markdown};
