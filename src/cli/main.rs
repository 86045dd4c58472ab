//! The `relier` command.

mod check;
#[expect(dead_code, reason = "called by `relier draw`, which comes with a branch of its own")]
mod draw_dot;
mod export;
mod options;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    /// Report every fault of a dataset and account for every mention
    Check(check::Options),
    /// Write the network for other programs
    Export(export::Options),
}

/// Wrong usage: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Usage(String);

fn main() -> ExitCode {
    let cli = Cli::parse();
    let data = cli.data.as_deref();
    let done = match &cli.verb {
        Verb::Check(options) => check::run(data, options),
        Verb::Export(options) => export::run(data, options),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<Usage>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}
