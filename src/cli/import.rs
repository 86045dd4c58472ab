//! `relier import`: a network of another program as a dataset.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::ValueEnum;
use relier::dataset::{Date, parse_date};
use relier::explorer::folder_option;
use relier::import::{self, Form};
use relier::view::Lang;

use super::Usage;
use super::language::{Refused, either, lang, unreadable};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The file: GraphML, GEXF, or an edge list with the columns source and target
    file: PathBuf,
    /// The folder for the dataset, new or empty
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    /// The form of the file (default: as it looks)
    #[arg(long, value_enum)]
    from: Option<FileForm>,
    /// The day that the file describes (default: what it says itself, or the latest day in it)
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<Date>,
    /// A title for the network
    #[arg(long)]
    title: Option<String>,
    /// The node at the centre, by id or label; a network needs none
    #[arg(long, value_name = "NODE")]
    hub: Option<String>,
    /// Language of what is said: fr or en (default: en)
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FileForm {
    /// Comma-, semicolon- or tab-separated values
    EdgeList,
    /// GraphML
    Graphml,
    /// GEXF
    Gexf,
}

fn day(text: &str) -> Result<Date, Refused> {
    parse_date(text).map_err(|e| Refused::new(e.french(), e.to_string()))
}

pub(crate) fn run(data: Option<&Path>, given: &Options) -> anyhow::Result<ExitCode> {
    if data.is_some() {
        bail!(Usage::new(
            "import fait un jeu de données et n’en lit pas: retirez --data",
            "import makes a dataset and reads none: leave --data away"
        ));
    }
    let shown = given.file.display();
    let name = given.file.file_name().with_context(|| {
        either(format!("{shown} n’est pas un nom de fichier"), format!("{shown} is no file name"))
    })?;
    let length = std::fs::metadata(&given.file).map_err(unreadable(&given.file))?;
    if length.len() > import::MAX_BYTES as u64 {
        let (has, most) = (length.len() >> 20, import::MAX_BYTES >> 20);
        bail!(either(
            format!("{shown} a {has} Mio; {most} Mio au plus sont lus: réduisez d’abord le réseau"),
            format!("{shown} has {has} MiB; at most {most} MiB are read: cut the network first")
        ));
    }
    let bytes = std::fs::read(&given.file).map_err(unreadable(&given.file))?;
    let options = import::Options {
        form: given.from.map(|f| match f {
            FileForm::EdgeList => Form::EdgeList,
            FileForm::Graphml => Form::GraphMl,
            FileForm::Gexf => Form::Gexf,
        }),
        title: given.title.clone(),
        date: given.date,
        hub: given.hub.clone(),
    };
    let made = match import::import(&name.to_string_lossy(), bytes, &options) {
        Ok(made) => made,
        Err(faults) => {
            super::tell(format_args!("{}", either(faults.french(), faults.to_string())));
            return Ok(ExitCode::FAILURE);
        }
    };
    let files = made.files.files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    super::output::write_folder(&given.output, files)?;
    for line in &made.told {
        super::tell(format_args!("note: {}", either(&line.fr, &line.en)));
    }
    let folder = given.output.display();
    let check = format!("relier check{}", folder_option(Some(&folder.to_string())));
    let (actors, ties) = (made.actors, made.ties);
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let said = either(
        format!(
            "{folder} contient {actors} acteur{} et {ties} lien{}; ensuite: {check} --lang fr",
            s(actors),
            s(ties)
        ),
        format!("{actors} actor{} and {ties} tie{} are in {folder}; next: {check}", s(actors), s(ties)),
    );
    super::tell(format_args!("{said}"));
    Ok(ExitCode::SUCCESS)
}
