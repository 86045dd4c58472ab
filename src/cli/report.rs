//! `relier report`: the gap analysis, or one partner, as a file to print.

use std::path::Path;
use std::process::ExitCode;

use relier::explorer::find_actor;
use relier::network::Filter;
use relier::report;
use relier::view::{Goal, GoalView, Lang, goal_view, picture_view, profile_view};

use super::options::{Dates, Output, json, lang, open_dates};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// A partner or grouping (id, ISO code, name); the gap analysis of all four directions when left out
    actor: Option<String>,
    #[command(flatten)]
    dates: Dates,
    /// Language of the report: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form of the report
    #[arg(long, default_value = "html")]
    format: Form,
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
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let explorer = open_dates(data, &options.dates)?;
    if let Some(text) = &options.actor {
        let usage = |message: String| anyhow::Error::new(super::Usage(message));
        let id = find_actor(&explorer.dataset, text).map_err(|e| usage(e.to_string()))?;
        let view = profile_view(&explorer, id).map_err(|e| usage(e.to_string()))?;
        let bytes = match options.format {
            Form::Html => report::profile_html(&view, options.lang).into_bytes(),
            Form::Md => report::profile_markdown(&view, options.lang).into_bytes(),
            Form::Json => json(&view)?,
        };
        options.output.write(&bytes)?;
        return Ok(ExitCode::SUCCESS);
    }
    explorer.asks_directions()?;
    let views: Vec<GoalView> = Goal::ALL.into_iter().map(|g| goal_view(&explorer, g)).collect();
    let bytes = match options.format {
        Form::Html => {
            let (network, _) = picture_view(&explorer, &Filter::default());
            report::goals_html(&views, &network, options.lang).into_bytes()
        }
        Form::Md => report::goals_markdown(&views, options.lang).into_bytes(),
        Form::Json => json(&views)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
