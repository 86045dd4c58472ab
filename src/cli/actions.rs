//! `relier actions`: what runs, starts, ended or is unconfirmed on a date.

use std::path::Path;
use std::process::ExitCode;

use relier::report;
use relier::view::{Lang, monitor_view};

use super::options::{Dates, Output, ReportFormat, json, lang, open_dates};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    dates: Dates,
    /// Language of the report: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form of the report
    #[arg(long, default_value = "md")]
    format: ReportFormat,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let view = monitor_view(&open_dates(data, &options.dates)?);
    let bytes = match options.format {
        ReportFormat::Md => report::monitor_markdown(&view, options.lang).into_bytes(),
        ReportFormat::Html => report::monitor_html(&view, options.lang).into_bytes(),
        ReportFormat::Json => json(&view)?,
        ReportFormat::Csv => report::monitor_csv(&view, options.lang)?,
        ReportFormat::Xlsx => report::monitor_xlsx(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
