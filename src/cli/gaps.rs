//! `relier gaps`: the gap analysis.

use std::path::Path;
use std::process::ExitCode;

use relier::network::Filter;
use relier::report;
use relier::view::{Goal, GoalView, Lang, goal_view, picture_view};

use super::language::lang;
use super::options::{Dates, ReportFormat, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// deepen, enlarge, connect, secure (approfondir, agrandir, relier, renforcer); all four when left out
    goal: Option<String>,
    /// One part alone: headline, counts, limits, or the id of a count, list or matrix, as the report prints it
    #[arg(long, value_name = "PART", requires = "goal")]
    only: Option<String>,
    /// One finding alone, by the word that the page's address and the JSON call it by: silent.JPN.D7
    #[arg(long, value_name = "FINDING", requires = "goal", conflicts_with = "only")]
    finding: Option<String>,
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

impl Options {
    /// The directions asked for.
    pub(crate) fn goals(&self) -> Result<Vec<Goal>, super::Usage> {
        match &self.goal {
            None => Ok(Goal::ALL.to_vec()),
            Some(text) => Ok(vec![Goal::find(text).map_err(super::Usage::from)?]),
        }
    }
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let goals = options.goals()?;
    let explorer = open_dates(data, &options.dates)?;
    explorer.asks_directions()?;
    let mut views: Vec<GoalView> = goals.into_iter().map(|g| goal_view(&explorer, g)).collect();
    if let (Some(part), [view]) = (&options.only, &mut views[..]) {
        view.only(part).map_err(|e| super::Usage::at("--only", &e))?;
    }
    if let (Some(word), [view]) = (&options.finding, &mut views[..]) {
        view.finding(word).map_err(|e| super::Usage::at("--finding", &e))?;
    }
    let bytes = match options.format {
        ReportFormat::Md => report::goals_markdown(&views, options.lang).into_bytes(),
        ReportFormat::Html => {
            let (network, _) = picture_view(&explorer, &Filter::default());
            report::goals_html(&views, &network, options.lang).into_bytes()
        }
        ReportFormat::Json => json(&views)?,
        ReportFormat::Csv => report::goals_csv(&views, options.lang)?,
        ReportFormat::Xlsx => report::goals_xlsx(&views, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
