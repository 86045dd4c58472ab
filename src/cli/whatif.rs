//! `relier whatif`: what a scenario opens, closes and moves.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use relier::dataset::{Dataset, Scenario};
use relier::report;
use relier::seed::{scenario_from_toml, scenario_from_words};
use relier::view::{Lang, whatif_view};

use super::options::{Dates, Output, TextFormat, json, lang, open_dates};

/// The edits of a scenario: a file, or words.
#[derive(clap::Args)]
pub(crate) struct Edits {
    /// Read the edits from this TOML file
    #[arg(long, value_name = "FILE", conflicts_with = "edit")]
    scenario: Option<PathBuf>,
    /// One edit in words, as often as needed: "add DP NOR", "add ACTION NOR areas=AI,CYB", "extend annex-5 IND",
    /// "drop DD-BRA", "state DTA-SGP active", "source annex-7", "restore DD-BRA"
    #[arg(long, value_name = "EDIT")]
    edit: Vec<String>,
}

impl Edits {
    /// Whether any were given.
    pub(crate) fn any(&self) -> bool {
        self.scenario.is_some() || !self.edit.is_empty()
    }

    /// Reads them against a dataset; every fault is printed, with its place.
    pub(crate) fn read(&self, dataset: &Dataset) -> anyhow::Result<Scenario> {
        let (record, mut faults) = match &self.scenario {
            None => scenario_from_words(&self.edit),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                scenario_from_toml(&path.display().to_string(), &text)
            }
        };
        let (scenario, more) = Scenario::read(dataset, &record);
        faults.extend(more);
        if faults.is_empty() {
            return Ok(scenario);
        }
        for fault in &faults {
            eprintln!("{fault}\n");
        }
        let message =
            format!("the scenario has {} fault{}", faults.len(), if faults.len() == 1 { "" } else { "s" });
        if self.scenario.is_none() {
            bail!(super::Usage(message));
        }
        bail!(message)
    }
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    edits: Edits,
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
    if !options.edits.any() {
        bail!(super::Usage("nothing to assume: give --scenario FILE or --edit \"add DP NOR\"".into()));
    }
    let explorer = open_dates(data, &options.dates)?;
    let scenario = options.edits.read(&explorer.dataset)?;
    let view = whatif_view(&explorer, &scenario);
    let bytes = match options.format {
        TextFormat::Md => report::change_markdown(&view, options.lang).into_bytes(),
        TextFormat::Json => json(&view)?,
        TextFormat::Csv => report::change_csv(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
