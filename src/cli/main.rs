//! The `relier` command.

mod actions;
mod check;
mod cite;
mod compare;
mod draw;
mod draw_chart;
mod draw_dot;
mod export;
mod gaps;
mod import;
mod language;
mod method;
mod moves;
mod options;
mod output;
mod path;
mod progress;
mod rank;
mod refusal;
mod report;
mod robustness;
mod serve;
mod shell;
mod show;
mod sources;
mod watch;
mod whatif;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use relier::explorer::NotFound;
use relier::view::Label;
use relier::view::words::say;

#[derive(Parser)]
#[command(name = "relier", version, about, propagate_version = true)]
struct Cli {
    /// Read this dataset instead of the one in the binary
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// The gap analysis for the four directions
    Gaps(gaps::Options),
    /// The gap analysis, or the profile of one partner, as a file to print
    Report(report::Options),
    /// A centrality as a table, with its card
    Rank(rank::Options),
    /// What a scenario opens, closes and moves
    Whatif(whatif::Options),
    /// What would close most gaps of a direction with a budget of moves
    Moves(moves::Options),
    /// Two to four actors, two dates, two datasets, or a scenario beside the dataset
    Compare(compare::Options),
    /// How far the findings hold: alternative codings, single sources, missing evidence, chance
    Robustness(robustness::Options),
    /// What runs, starts, ended or is unconfirmed on a date
    Actions(actions::Options),
    /// All that is known of an actor, a tie, a passage or a document
    Show(show::Options),
    /// Shortest paths in words, each step with its source
    Path(path::Options),
    /// The additional sources: other public texts, what they say, and how far the corpus falls short of them
    Sources(sources::Options),
    /// Report every fault of a dataset and account for every mention
    Check(check::Options),
    /// Draw a picture
    Draw(draw::Options),
    /// Write the network for other programs
    Export(export::Options),
    /// Make a dataset of GraphML, GEXF or an edge list
    Import(import::Options),
    /// The method in words: what is counted, how, and where to dispute it
    Method(method::Options),
    /// Cite a view: text, BibTeX or CSL-JSON
    Cite(cite::Options),
    /// Write the completions for a shell
    Completions(shell::Completions),
    /// Write the manual page
    Man(shell::Man),
    /// Serve the page and the API on this machine
    Serve(serve::Options),
}

/// Wrong usage: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{}", language::either(&.0.fr, &.0.en))]
struct Usage(Label);

impl Usage {
    /// In the language of the command line.
    fn new(fr: impl Into<String>, en: impl Into<String>) -> Usage {
        Usage(say(fr, en))
    }

    /// The same of what an option names.
    fn at(option: &str, error: &NotFound) -> Usage {
        Usage::new(format!("{option}: {}", error.french()), format!("{option}: {error}"))
    }
}

impl From<NotFound> for Usage {
    fn from(error: NotFound) -> Usage {
        Usage::new(error.french(), error.to_string())
    }
}

/// A line of talk. Nobody may be listening any more, which is no failure.
fn tell(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refusal::refuse(&error),
    };
    let data = cli.data.as_deref();
    let done = match &cli.verb {
        Verb::Gaps(options) => gaps::run(data, options),
        Verb::Report(options) => report::run(data, options),
        Verb::Rank(options) => rank::run(data, options),
        Verb::Whatif(options) => whatif::run(data, options),
        Verb::Moves(options) => moves::run(data, options),
        Verb::Compare(options) => compare::run(data, options),
        Verb::Robustness(options) => robustness::run(data, options),
        Verb::Actions(options) => actions::run(data, options),
        Verb::Show(options) => show::run(data, options),
        Verb::Path(options) => path::run(data, options),
        Verb::Sources(options) => sources::run(data, options),
        Verb::Check(options) => check::run(data, options),
        Verb::Draw(options) => draw::run(data, options),
        Verb::Export(options) => export::run(data, options),
        Verb::Import(options) => import::run(data, options),
        Verb::Method(options) => method::run(data, options),
        Verb::Cite(options) => cite::run(data, options),
        Verb::Completions(options) => shell::completions(options),
        Verb::Man(options) => shell::man(options),
        Verb::Serve(options) => serve::run(data, options),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            tell(format_args!("{}: {}", language::either("erreur", "error"), language::told(&error)));
            if error.is::<Usage>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}
