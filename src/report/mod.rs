//! Reports in Markdown, HTML, CSV and XLSX: views in words, with every quotation. No analysis.

mod additional;
mod change;
mod cite;
mod compare;
mod detail;
mod goals;
mod html;
mod markdown;
mod method;
mod monitor;
mod moves;
mod parted;
mod profile;
mod quotes;
mod rank;
mod robustness;
mod table;
mod xlsx;

pub use additional::{additional_csv, additional_markdown};
pub use change::{change_csv, change_html, change_markdown, change_part, change_xlsx};
pub use cite::{CitedView, CslItem, cite_bibtex, cite_csl, cite_text};
pub use compare::{compare_csv, compare_html, compare_markdown, compare_part, compare_xlsx};
pub use detail::{actor_markdown, document_markdown, passage_markdown, path_markdown, tie_markdown};
pub use goals::{goals_csv, goals_markdown};
pub use html::{
    Plain, goals_html, plain_actions, plain_actor, plain_document, plain_gaps, plain_index, plain_matrix,
    plain_method, plain_network, plain_rank, profile_html,
};
pub use method::method_markdown;
pub use monitor::{monitor_csv, monitor_html, monitor_markdown, monitor_part};
pub use moves::{moves_csv, moves_html, moves_markdown, moves_part, moves_xlsx};
pub use profile::{profile_csv, profile_markdown};
pub use rank::{rank_command, rank_csv, rank_markdown};
pub use robustness::{findings_csv, findings_html, findings_markdown, findings_part, findings_xlsx};
pub use xlsx::{goals_xlsx, monitor_xlsx, profile_xlsx, rank_xlsx};
