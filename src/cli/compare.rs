//! `relier compare`: two to four actors, two dates, two datasets, or a scenario beside the dataset.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use relier::explorer::{Explorer, find_actor};
use relier::report;
use relier::view::words::say;
use relier::view::{ChangeView, Lang, change_view, compare_view, dates_command, whatif_view};

use super::options::{Dates, Output, TextFormat, json, lang, open_dates};
use super::whatif::Edits;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Two to four actors: ids, ISO codes, or names in French or English
    actors: Vec<String>,
    /// Compare two dates: what changed from the first to the second; each is read with the sources of its day unless --known says otherwise
    #[arg(long, num_args = 2, value_names = ["DATE", "DATE"], conflicts_with_all = ["as_of", "data_other", "scenario", "edit"])]
    dates: Option<Vec<String>>,
    /// Compare with this other dataset
    #[arg(long, value_name = "DIR", conflicts_with_all = ["scenario", "edit"])]
    data_other: Option<PathBuf>,
    #[command(flatten)]
    edits: Edits,
    #[command(flatten)]
    read: Dates,
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
    let readings = options.dates.is_some() || options.data_other.is_some() || options.edits.any();
    let bytes = match (options.actors.len(), readings) {
        (0, true) => {
            let view = change(data, options)?;
            match options.format {
                TextFormat::Md => report::change_markdown(&view, options.lang).into_bytes(),
                TextFormat::Json => json(&view)?,
                TextFormat::Csv => report::change_csv(&view, options.lang)?,
            }
        }
        (2..=4, false) => {
            let explorer = open_dates(data, &options.read)?;
            let mut actors = Vec::new();
            for text in &options.actors {
                let actor = find_actor(&explorer.dataset, text).map_err(|e| super::Usage(e.to_string()))?;
                if actors.contains(&actor) {
                    bail!(super::Usage(format!("«{text}» is given twice; compare two to four different actors")));
                }
                actors.push(actor);
            }
            let view = compare_view(&explorer, &actors);
            match options.format {
                TextFormat::Md => report::compare_markdown(&view, options.lang).into_bytes(),
                TextFormat::Json => json(&view)?,
                TextFormat::Csv => report::compare_csv(&view, options.lang)?,
            }
        }
        (_, true) => bail!(super::Usage(
            "compare actors, or two readings, not both: leave out the actors, or --dates, --data-other, --scenario and --edit".into()
        )),
        (n, false) => bail!(super::Usage(format!(
            "{n} actors; give two to four, or two readings: --dates, --data-other, --scenario or --edit"
        ))),
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn change(data: Option<&Path>, options: &Options) -> anyhow::Result<ChangeView> {
    if let Some([first, second]) = options.dates.as_deref() {
        let open = |date: &String| -> anyhow::Result<Explorer> { open_dates(data, &options.read.on(date)) };
        let (before, after) = (open(first)?, open(second)?);
        let title = say(format!("Du {first} au {second}"), format!("From {first} to {second}"));
        let labels = [first, second].map(|d| say(d.clone(), d.clone()));
        let command = dates_command(&before, &after);
        return Ok(change_view(&before, &after, (title, labels, command), Vec::new()));
    }
    let before = open_dates(data, &options.read)?;
    if let Some(other) = &options.data_other {
        let after = open_dates(Some(other), &Dates::same_as(&before))?;
        let (a, b) = (&before.dataset, &after.dataset);
        let title = say("Deux jeux de données", "Two datasets");
        let labels = [say("premier", "first"), say("second", "second")];
        let (old, new) = (&a.digest[..12], &b.digest[..12]);
        let first = data.map(|d| format!(" --data {}", d.display())).unwrap_or_default();
        let command = format!(
            "relier{first} compare --data-other {} --as-of {} --known {}",
            other.display(),
            before.dates.as_of,
            before.dates.known
        );
        let title = say(format!("{} ({old} → {new})", title.fr), format!("{} ({old} → {new})", title.en));
        return Ok(change_view(&before, &after, (title, labels, command), Vec::new()));
    }
    let scenario = options.edits.read(&before.dataset)?;
    Ok(whatif_view(&before, &scenario))
}
