//! `relier method`: the method in words.

use std::path::Path;
use std::process::ExitCode;

use relier::report;
use relier::view::Lang;

use super::language::lang;
use super::options::open_dataset;
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Language: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let dataset = open_dataset(data)?;
    options.output.write(report::method_markdown(&dataset, options.lang).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
