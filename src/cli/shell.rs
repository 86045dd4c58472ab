//! `relier completions` and `relier man`.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Man {
    #[command(flatten)]
    output: Output,
}

pub(crate) fn completions(options: &Completions) -> anyhow::Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "relier", &mut bytes);
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn man(options: &Man) -> anyhow::Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut bytes)?;
    for verb in Cli::command().get_subcommands() {
        bytes.extend(format!(".SH \"RELIER {}\"\n", verb.get_name().to_uppercase()).bytes());
        let page = clap_mangen::Man::new(verb.clone());
        page.render_synopsis_section(&mut bytes)?;
        page.render_description_section(&mut bytes)?;
        page.render_options_section(&mut bytes)?;
    }
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
