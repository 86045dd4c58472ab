//! `relier actions`: what runs, starts, ended or is unconfirmed on a date.

use std::path::Path;
use std::process::ExitCode;

use relier::report;
use relier::view::{Lang, monitor_view};

use super::language::lang;
use super::options::{Dates, Only, ReportFormat, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    dates: Dates,
    #[command(flatten)]
    only: Only,
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
    let part = options.only.told(options.format, |part| report::monitor_part(&view, part, options.lang))?;
    let bytes = match (part, options.format) {
        (Some(part), _) => part,
        (None, ReportFormat::Md) => report::monitor_markdown(&view, options.lang).into_bytes(),
        (None, ReportFormat::Html) => report::monitor_html(&view, options.lang).into_bytes(),
        (None, ReportFormat::Json) => json(&view)?,
        (None, ReportFormat::Csv) => report::monitor_csv(&view, options.lang)?,
        (None, ReportFormat::Xlsx) => report::monitor_xlsx(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
