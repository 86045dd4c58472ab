//! `relier robustness`: how far the findings hold.

use std::path::Path;
use std::process::ExitCode;

use relier::gap::{NULL_REPLICATES, Replicates};
use relier::report;
use relier::view::{Goal, Lang, findings_told};

use super::language::lang;
use super::options::{Dates, Only, ReportFormat, count, json, open_dates};
use super::output::Output;
use super::progress::Progress;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// deepen, enlarge, connect, secure (approfondir, agrandir, relier, renforcer); all four when left out
    goal: Option<String>,
    /// How many replicates; fewer than some thousands cannot decide against chance, and the report says so
    #[arg(long, allow_negative_numbers = true, value_parser = count, default_value_t = NULL_REPLICATES, value_name = "N")]
    replicates: usize,
    /// Seed of the replicates
    #[arg(long, allow_negative_numbers = true, default_value_t = Replicates::default().seed)]
    seed: u64,
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
    let goal = options.goal.as_deref().map(Goal::find).transpose().map_err(super::Usage::from)?;
    let explorer = open_dates(data, &options.dates)?;
    explorer.asks_directions()?;
    let bar = Progress::of(options.replicates);
    let view = findings_told(&explorer, goal, options.replicates, options.seed, &|| bar.tick());
    drop(bar);
    let part = options.only.told(options.format, |part| report::findings_part(&view, part, options.lang))?;
    let bytes = match (part, options.format) {
        (Some(part), _) => part,
        (None, ReportFormat::Md) => report::findings_markdown(&view, options.lang).into_bytes(),
        (None, ReportFormat::Html) => report::findings_html(&view, options.lang).into_bytes(),
        (None, ReportFormat::Json) => json(&view)?,
        (None, ReportFormat::Csv) => report::findings_csv(&view, options.lang)?,
        (None, ReportFormat::Xlsx) => report::findings_xlsx(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
