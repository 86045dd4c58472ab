//! `relier cite`: how to cite a view.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use relier::explorer::{folder_option, quoted_word, split_words, take_option};
use relier::report::{self, CitedView};
use relier::view::words::say;
use relier::view::{Label, Lang, dataset_view, dates_view};

use super::language::lang;
use super::options::{Dates, json, open_dates};
use super::output::Output;
use super::{Cli, Usage, Verb, refusal};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The view, as the command that shows it: "gaps secure", "rank betweenness --without-eu"
    #[arg(long, value_name = "COMMAND", default_value = "gaps")]
    view: String,
    #[command(flatten)]
    dates: Dates,
    /// Language of titles and notes: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form
    #[arg(long, default_value = "text")]
    format: Form,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Form {
    /// One paragraph
    Text,
    /// BibTeX
    Bibtex,
    /// CSL-JSON, which reference managers read
    Csl,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let mut words = split_words(&options.view).ok_or_else(|| {
        Usage::new("--view: un guillemet n’est pas fermé", "--view: a quotation mark is not closed")
    })?;
    if words.first().is_some_and(|w| w == "relier") {
        words.remove(0);
    }
    if let Some(option @ ("--as-of" | "--known" | "--data")) = words.last().map(String::as_str) {
        return Err(Usage::new(
            format!("--view: il manque la valeur de {option}"),
            format!("--view: the value of {option} is missing"),
        )
        .into());
    }
    let mut dates = options.dates.clone();
    for (option, slot) in [("--as-of", &mut dates.as_of), ("--known", &mut dates.known)] {
        if let Some(given) = take_option(&mut words, option) {
            if slot.as_ref().is_some_and(|own| *own != given) {
                return Err(Usage::new(
                    format!("{option} est donné deux fois, et diffère"),
                    format!("{option} is given twice, and differs"),
                )
                .into());
            }
            *slot = Some(given);
        }
    }
    let given = take_option(&mut words, "--data").map(PathBuf::from);
    if given.as_deref().is_some_and(|given| data.is_some_and(|own| own != given)) {
        return Err(Usage::new(
            "--data est donné deux fois, et diffère",
            "--data is given twice, and differs",
        )
        .into());
    }
    let data = data.or(given.as_deref());
    valid(&words)?;
    // What the view takes on top of the documents is said in its citation.
    let mut rest = words.clone();
    dates.additional |= rest.iter().any(|w| w == "--additional");
    dates.edits.edit.extend(std::iter::from_fn(|| take_option(&mut rest, "--edit")));
    dates.edits.scenario = dates.edits.scenario.or(take_option(&mut rest, "--scenario").map(Into::into));
    let explorer = open_dates(data, &dates)?;
    let dates = dates_view(&explorer);
    let dated: Vec<String> = ["--as-of", &dates.as_of, "--known", &dates.known].map(str::to_owned).to_vec();
    let full: Vec<String> = words.iter().cloned().chain(dated).collect();
    let shown = if valid(&full).is_ok() { full } else { words };
    let view = CitedView {
        command: format!(
            "relier {}{}",
            shown.iter().map(|w| quoted_word(w)).collect::<Vec<_>>().join(" "),
            folder_option(explorer.dataset.folder.as_deref())
        ),
        dates,
        dataset: dataset_view(&explorer.dataset),
    };
    let bytes = match options.format {
        Form::Text => report::cite_text(&view, options.lang).into_bytes(),
        Form::Bibtex => report::cite_bibtex(&view, options.lang).into_bytes(),
        Form::Csl => json(&report::cite_csl(&view, options.lang))?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// Whether these words are a command of the program.
fn valid(words: &[String]) -> Result<(), Usage> {
    let line = ["relier"].into_iter().chain(words.iter().map(String::as_str));
    let cli = Cli::try_parse_from(line).map_err(|e| {
        // Help and version are no view either.
        let told = refusal::told(&e).unwrap_or_else(no_view);
        Usage::new(format!("--view: {}", told.fr), format!("--view: {}", told.en))
    })?;
    match cli.verb {
        Verb::Gaps(options) => options.goals().map(|_| ()),
        Verb::Serve(_)
        | Verb::Import(_)
        | Verb::Check(_)
        | Verb::Cite(_)
        | Verb::Completions(_)
        | Verb::Man(_) => {
            let Label { fr, en } = no_view();
            Err(Usage::new(format!("--view: {fr}"), format!("--view: {en}")))
        }
        _ => Ok(()),
    }
}

/// Of words that print nothing of the network.
fn no_view() -> Label {
    say(
        "ce n’est pas une vue du réseau; citez-en une, comme «gaps deepen», «show JPN» ou «draw wheel»",
        "this is no view of the network; cite one, such as “gaps deepen”, “show JPN” or “draw wheel”",
    )
}
