//! `relier export`: the network for other programs.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use relier::network::Class;
use relier::view;

use super::options::{Output, Selection, json, open};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The form
    form: Form,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// The documented contract: nodes and ties with their quotations
    Json,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let (explorer, mut filter) = open(data, &options.selection)?;
    if filter.classes.is_empty() {
        // An export leaves the choice of classes to its reader.
        filter.classes = vec![Class::Stated, Class::Derived, Class::Structural, Class::Additional];
    }
    let Form::Json = options.form;
    options.output.write(&json(&view::network_view(&explorer, &filter))?)?;
    Ok(ExitCode::SUCCESS)
}
