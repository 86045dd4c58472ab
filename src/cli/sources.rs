//! `relier sources`: the additional sources, what they say, and what they tell of the corpus.

use std::path::Path;
use std::process::ExitCode;

use relier::report;
use relier::view::{Lang, additional_view};

use super::language::lang;
use super::options::{Dates, TextFormat, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    dates: Dates,
    /// Language of the report: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form of the report
    #[arg(long, default_value = "md")]
    format: TextFormat,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let view = additional_view(&open_dates(data, &options.dates)?);
    let bytes = match options.format {
        TextFormat::Md => report::additional_markdown(&view, options.lang).into_bytes(),
        TextFormat::Json => json(&view)?,
        TextFormat::Csv => report::additional_csv(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
