//! `relier path`: shortest paths in words.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::explorer::find_actor;
use relier::report;
use relier::view::{Lang, path_view};

use super::language::lang;
use super::options::{Selection, json, open};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// From this actor
    from: String,
    /// to this one
    to: String,
    #[command(flatten)]
    selection: Selection,
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
    let (explorer, filter) = open(data, &options.selection)?;
    let find = |text: &str| find_actor(&explorer.dataset, text).map_err(super::Usage::from);
    let (from, to) = (find(&options.from)?, find(&options.to)?);
    if from == to {
        let (a, b) = (&options.from, &options.to);
        bail!(super::Usage::new(
            format!("«{a}» et «{b}» sont le même acteur; un chemin va de l’un à un autre"),
            format!("«{a}» and «{b}» are the same actor; a path runs between two")
        ));
    }
    let view = path_view(&explorer, &filter, from, to);
    let bytes = match options.format {
        Form::Md => report::path_markdown(&view, options.lang).into_bytes(),
        Form::Json => json(&view)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
