//! `relier report`: the gap analysis, or one partner, as a file to print.

use std::path::Path;
use std::process::ExitCode;

use relier::explorer::find_actor;
use relier::network::Filter;
use relier::report;
use relier::view::{Goal, GoalView, Lang, goal_view, picture_view, profile_view};

use super::language::lang;
use super::options::{Dates, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// A partner or grouping (id, ISO code, name); the gap analysis of all four directions when left out
    actor: Option<String>,
    #[command(flatten)]
    dates: Dates,
    /// Language of the report: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// One part of a profile alone: headline, counts, limits, or the id of a count, list or matrix, as the profile prints it
    #[arg(long, value_name = "PART", requires = "actor")]
    only: Option<String>,
    /// Form of the report: html unless said otherwise, md for one part alone
    #[arg(long)]
    format: Option<Form>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Form {
    /// One HTML file that prints on A4
    Html,
    /// Markdown
    Md,
    /// JSON
    Json,
    /// CSV: one row a line of a list
    Csv,
    /// A spreadsheet: counts with their commands, lists, matrices
    Xlsx,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let form = options.format.unwrap_or(if options.only.is_some() { Form::Md } else { Form::Html });
    options.output.fits(&form)?;
    let explorer = open_dates(data, &options.dates)?;
    if let Some(text) = &options.actor {
        let id = find_actor(&explorer.dataset, text).map_err(super::Usage::from)?;
        let mut view =
            profile_view(&explorer, id).map_err(|e| super::Usage::new(e.french(), e.to_string()))?;
        if let Some(part) = &options.only {
            view.only(part).map_err(|e| super::Usage::at("--only", &e))?;
        }
        let bytes = match form {
            Form::Html => report::profile_html(&view, options.lang).into_bytes(),
            Form::Md => report::profile_markdown(&view, options.lang).into_bytes(),
            Form::Json => json(&view)?,
            Form::Csv => report::profile_csv(&view, options.lang)?,
            Form::Xlsx => report::profile_xlsx(&view, options.lang)?,
        };
        options.output.write(&bytes)?;
        return Ok(ExitCode::SUCCESS);
    }
    explorer.asks_directions()?;
    let views: Vec<GoalView> = Goal::ALL.into_iter().map(|g| goal_view(&explorer, g)).collect();
    let bytes = match form {
        Form::Html => {
            let (network, _) = picture_view(&explorer, &Filter::default());
            report::goals_html(&views, &network, options.lang).into_bytes()
        }
        Form::Md => report::goals_markdown(&views, options.lang).into_bytes(),
        Form::Json => json(&views)?,
        Form::Csv => report::goals_csv(&views, options.lang)?,
        Form::Xlsx => report::goals_xlsx(&views, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
