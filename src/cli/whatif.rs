//! `relier whatif`: what a scenario opens, closes and moves.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use relier::report;
use relier::view::{ChangeView, Lang, whatif_view};

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
    if !options.dates.edits.any() {
        bail!(super::Usage::new(
            "rien à supposer: donnez --scenario FICHIER ou --edit \"add DP NOR\"",
            "nothing to assume: give --scenario FILE or --edit \"add DP NOR\""
        ));
    }
    let explorer = open_dates(data, &options.dates.without_edits())?;
    explorer.asks_directions()?;
    let scenario = options.dates.edits.read(&explorer.dataset)?;
    let view = whatif_view(&explorer, &scenario);
    let bytes = written(&view, &options.only, options.format, options.lang)?;
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// What differs between two readings, in the form asked for, or one part of it in words.
pub(super) fn written(
    view: &ChangeView,
    only: &Only,
    form: ReportFormat,
    lang: Lang,
) -> anyhow::Result<Vec<u8>> {
    let part = only.told(form, |part| report::change_part(view, part, lang))?;
    Ok(match (part, form) {
        (Some(part), _) => part,
        (None, ReportFormat::Md) => report::change_markdown(view, lang).into_bytes(),
        (None, ReportFormat::Html) => report::change_html(view, lang).into_bytes(),
        (None, ReportFormat::Json) => json(view)?,
        (None, ReportFormat::Csv) => report::change_csv(view, lang)?,
        (None, ReportFormat::Xlsx) => report::change_xlsx(view, lang)?,
    })
}
