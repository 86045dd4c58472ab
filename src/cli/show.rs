//! `relier show`: all that is known of an actor, a tie, a passage or a document.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::dataset::nearest;
use relier::explorer::{Explorer, find_actor, find_tie, quoted_word};
use relier::report;
use relier::view::{Lang, detail_actor, detail_tie, passage_view, reader_view};

use super::language::lang;
use super::options::{Dates, json, open_dates};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// An actor (id, ISO code, name), a tie (DP-JPN, annex-27), a passage ("s2 ¶1", "st-15315-2025 point 9") or a document
    what: String,
    #[command(flatten)]
    dates: Dates,
    /// Language: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form
    #[arg(long, default_value = "md")]
    format: Form,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Markdown
    Md,
    /// JSON
    Json,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let explorer = open_dates(data, &options.dates)?;
    let bytes = show(&explorer, options)?;
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn show(explorer: &Explorer, options: &Options) -> anyhow::Result<Vec<u8>> {
    let (dataset, text, lang) = (&*explorer.dataset, options.what.trim(), options.lang);
    let form = |md: String, as_json: anyhow::Result<Vec<u8>>| match options.format {
        Form::Md => Ok(md.into_bytes()),
        Form::Json => as_json,
    };
    if let Some((id, _)) = dataset.source_by_id(text) {
        let view = reader_view(dataset, id);
        let again = explorer.command(&format!("show {}", view.document.id));
        return form(report::document_markdown(&view, &again, lang), json(&view));
    }
    let actor = find_actor(dataset, text);
    if let Ok(id) = actor {
        let view = detail_actor(explorer, id);
        return form(report::actor_markdown(&view, lang), json(&view));
    }
    let tie = find_tie(dataset, text);
    if let Ok(id) = tie {
        let view = detail_tie(explorer, id);
        return form(report::tie_markdown(&view, lang), json(&view.tie));
    }
    for (index, source) in dataset.sources.iter().enumerate() {
        let id = relier::dataset::SourceId(index as u8);
        let locator = text.strip_prefix(source.id.as_str()).map_or(text, str::trim_start);
        if let Some(passage) = source.document.passage(locator) {
            let view = passage_view(dataset, id, passage);
            let again =
                explorer.command(&format!("show {}", quoted_word(&format!("{} {}", source.id, view.at))));
            let names = view.names(dataset);
            return form(
                report::passage_markdown(&source.reference, &view, &names, &again, lang),
                json(&view),
            );
        }
    }
    let mut hints: Vec<String> =
        [actor.err(), tie.err()].into_iter().flatten().filter_map(|e| e.hint).collect();
    if hints.is_empty() {
        let places = dataset.sources.iter().flat_map(|s| s.document.passages()).map(|p| p.locator.as_str());
        hints.extend(nearest(text, places).map(|at| format!("\"{at}\"")));
    }
    let hint = |did: &str, or: &str| match hints.is_empty() {
        true => String::new(),
        false => format!("; {did} {}?", hints.join(or)),
    };
    bail!(super::Usage::new(
        format!(
            "rien ne s’appelle «{text}»: ni acteur, ni lien, ni passage, ni document{}",
            hint("vouliez-vous dire", ", ou ")
        ),
        format!(
            "nothing is called «{text}»: no actor, tie, passage or document{}",
            hint("did you mean", ", or ")
        )
    ))
}
