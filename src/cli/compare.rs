//! `relier compare`: two to four actors, two dates, two datasets, two scenarios, or a scenario beside the dataset.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use relier::dataset::parse_date;
use relier::explorer::{Explorer, find_actor, known_on};
use relier::report;
use relier::view::words::{moment, say};
use relier::view::{
    ChangeView, Lang, change_view, compare_view, datasets_command, dates_command, scenarios_view, whatif_view,
};

use super::language::lang;
use super::options::{Dates, Edits, Only, ReportFormat, json, open_dataset, open_dates};
use super::output::Output;
use super::whatif;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Two to four actors: ids, ISO codes, or names in French or English
    actors: Vec<String>,
    /// Compare two dates: what changed from the first to the second; each is read with the sources of its day unless --known says otherwise
    #[arg(long, num_args = 2, value_names = ["DATE", "DATE"], conflicts_with_all = ["as_of", "against", "against_scenario", "against_edit"])]
    dates: Option<Vec<String>>,
    /// Compare with this other dataset
    #[arg(long, value_name = "DIR", aliases = ["data-other", "data2"], conflicts_with_all = ["against_scenario", "against_edit"])]
    against: Option<PathBuf>,
    /// Compare with the dataset under the scenario of this file
    #[arg(long, value_name = "FILE", conflicts_with = "against_edit", help_heading = "Scenario")]
    against_scenario: Option<PathBuf>,
    /// The same with one edit in words, as often as needed
    #[arg(long, value_name = "EDIT", help_heading = "Scenario")]
    against_edit: Vec<String>,
    #[command(flatten)]
    read: Dates,
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

impl Options {
    fn other(&self) -> Edits {
        Edits { scenario: self.against_scenario.clone(), edit: self.against_edit.clone() }
    }
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let other = options.dates.is_some() || options.against.is_some() || options.other().any();
    let readings = other || (options.actors.is_empty() && options.read.edits.any());
    let bytes = match (options.actors.len(), readings) {
        (0, true) => whatif::written(&change(data, options)?, &options.only, options.format, options.lang)?,
        (2..=4, false) => {
            let explorer = open_dates(data, &options.read)?;
            let mut actors = Vec::new();
            for text in &options.actors {
                let actor = find_actor(&explorer.dataset, text).map_err(super::Usage::from)?;
                if actors.contains(&actor) {
                    bail!(super::Usage::new(
                        format!("«{text}» est donné deux fois; comparez deux à quatre acteurs différents"),
                        format!("«{text}» is given twice; compare two to four different actors")
                    ));
                }
                actors.push(actor);
            }
            let view = compare_view(&explorer, &actors);
            let part = |part: &str| report::compare_part(&view, part, options.lang);
            match (options.only.told(options.format, part)?, options.format) {
                (Some(part), _) => part,
                (None, ReportFormat::Md) => report::compare_markdown(&view, options.lang).into_bytes(),
                (None, ReportFormat::Html) => report::compare_html(&view, options.lang).into_bytes(),
                (None, ReportFormat::Json) => json(&view)?,
                (None, ReportFormat::Csv) => report::compare_csv(&view, options.lang)?,
                (None, ReportFormat::Xlsx) => report::compare_xlsx(&view, options.lang)?,
            }
        }
        (_, true) => bail!(super::Usage::new(
            "comparez des acteurs, ou deux lectures, pas les deux: retirez les acteurs, ou --dates, --against, --against-scenario et --against-edit",
            "compare actors, or two readings, not both: leave out the actors, or --dates, --against, --against-scenario and --against-edit"
        )),
        (n, false) => bail!(super::Usage::new(
            format!(
                "{n} acteur{}; donnez-en deux à quatre, ou deux lectures: --dates, --against, --scenario ou --edit",
                if n < 2 { "" } else { "s" }
            ),
            format!(
                "{n} actor{}; give two to four, or two readings: --dates, --against, --scenario or --edit",
                if n == 1 { "" } else { "s" }
            )
        )),
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn change(data: Option<&Path>, options: &Options) -> anyhow::Result<ChangeView> {
    if let Some([first, second]) = options.dates.as_deref() {
        for date in [first, second] {
            parse_date(date).map_err(|e| {
                super::Usage::new(format!("--dates: {}", e.french()), format!("--dates: {e}"))
            })?;
        }
        let dataset = open_dataset(data)?;
        let open = |date: &String| -> anyhow::Result<Explorer> {
            let known = options.read.known.clone().unwrap_or_else(|| known_on(&dataset, date));
            open_dates(data, &options.read.on(date, known))
        };
        let (before, after) = (open(first)?, open(second)?);
        if before.dates.as_of > after.dates.as_of {
            bail!(super::Usage::new(
                format!("{first} suit {second}; donnez d’abord le premier jour: --dates {second} {first}"),
                format!(
                    "{first} is later than {second}; give the earlier day first: --dates {second} {first}"
                )
            ));
        }
        let (from, to) = (moment(first), moment(second));
        let title = say(format!("Du {} au {}", from.fr, to.fr), format!("From {} to {}", from.en, to.en));
        let labels = [first, second].map(|d| moment(d));
        let command = dates_command(&before, &after);
        return Ok(change_view(&before, &after, (title, labels, command), Vec::new()));
    }
    if let Some(other) = &options.against {
        let before = open_dates(data, &options.read)?;
        let after = open_dates(Some(other), &options.read.same_as(&before))?;
        let (a, b) = (&before.dataset, &after.dataset);
        let labels = [say("premier", "first"), say("second", "second")];
        let (old, new) = (&a.digest[..12], &b.digest[..12]);
        let command = datasets_command(&before, &after);
        let title =
            say(format!("Deux jeux de données ({old} → {new})"), format!("Two datasets ({old} → {new})"));
        return Ok(change_view(&before, &after, (title, labels, command), Vec::new()));
    }
    let base = open_dates(data, &options.read.without_edits())?;
    let other = options.other();
    if other.any() {
        let first = options.read.edits.read(&base.dataset)?;
        return Ok(scenarios_view(&base, &first, &other.read(&base.dataset)?));
    }
    let scenario = options.read.edits.read(&base.dataset)?;
    Ok(whatif_view(&base, &scenario))
}
