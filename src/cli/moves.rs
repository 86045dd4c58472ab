//! `relier moves`: what would close most gaps with a budget of moves.

use std::path::Path;
use std::process::ExitCode;

use relier::report;
use relier::view::{Goal, Lang, moves_view};

use super::language::lang;
use super::options::{Dates, Only, ReportFormat, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// deepen, enlarge, connect or secure (approfondir, agrandir, relier, renforcer)
    goal: String,
    /// How many moves
    #[arg(long, allow_negative_numbers = true, default_value_t = 2, value_name = "K", value_parser = clap::value_parser!(u16).range(1..=100))]
    budget: u16,
    /// How many partners at most sit at a table (connect)
    #[arg(long, allow_negative_numbers = true, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u16).range(2..=20))]
    seats: u16,
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
    let goal = Goal::find(&options.goal).map_err(super::Usage::from)?;
    let explorer = open_dates(data, &options.dates)?;
    explorer.asks_directions()?;
    let view = moves_view(&explorer, goal, options.budget.into(), options.seats.into());
    let part = options.only.told(options.format, |part| report::moves_part(&view, part, options.lang))?;
    let bytes = match (part, options.format) {
        (Some(part), _) => part,
        (None, ReportFormat::Md) => report::moves_markdown(&view, options.lang).into_bytes(),
        (None, ReportFormat::Html) => report::moves_html(&view, options.lang).into_bytes(),
        (None, ReportFormat::Json) => json(&view)?,
        (None, ReportFormat::Csv) => report::moves_csv(&view, options.lang)?,
        (None, ReportFormat::Xlsx) => report::moves_xlsx(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
