//! `relier export`: the network for other programs.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::explorer;
use relier::export::{self, Edges, Table};
use relier::view::Lang;

use super::Usage;
use super::language::{lang, word};
use super::options::{Selection, open, open_dataset};
use super::output::{Output, write_folder};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The form
    form: Form,
    /// Of csv, the table: nodes, ties, participants, evidence or about; all of them go to a folder or an archive: --output DIR/, --output FILE.zip
    #[arg(long, value_parser = word::<Table>)]
    table: Option<Table>,
    /// What an edge of graphml, gexf and cytoscape is: incidence (the part of an actor in a tie; ties are nodes, the default) or
    /// meeting (two actors that meet at a table)
    #[arg(long, value_parser = word::<Edges>)]
    projection: Option<Edges>,
    /// Language of the labels; both languages stand in every file
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// The documented contract: nodes and ties with their quotations
    Json,
    /// Tables of comma-separated values
    Csv,
    /// GraphML: networkx, igraph, yEd, Gephi
    Graphml,
    /// GEXF 1.3: Gephi
    Gexf,
    /// Cytoscape's JSON (.cyjs)
    Cytoscape,
    /// Linked data: schema.org, PROV-O, Web Annotation
    Jsonld,
    /// A spreadsheet with a sheet for each table
    Xlsx,
    /// The whole explorer as one HTML file that opens from disk
    Bundle,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    if options.form != Form::Csv || options.output.folder().is_none() {
        options.output.fits(&options.form)?;
    }
    let is_graph = matches!(options.form, Form::Graphml | Form::Gexf | Form::Cytoscape);
    if options.table.is_some() && options.form != Form::Csv {
        bail!(Usage::new("--table est pour csv", "--table is for csv"));
    }
    if options.projection.is_some() && !is_graph {
        bail!(Usage::new(
            "--projection est pour graphml, gexf et cytoscape: les autres formes ont les liens eux-mêmes",
            "--projection is for graphml, gexf and cytoscape: the other forms hold the ties themselves"
        ));
    }
    if options.form == Form::Bundle {
        return bundle(data, options);
    }
    let (explorer, filter) = open(data, &options.selection)?;
    let edges = options.projection.unwrap_or_default();
    let form = match options.form {
        Form::Json => export::Form::Json,
        Form::Csv => match (options.table, options.output.folder()) {
            (None, Some(folder)) => {
                let files = export::folder(&explorer, &filter)?;
                write_folder(folder, files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))?;
                return Ok(ExitCode::SUCCESS);
            }
            (None, None) if !options.output.is_named("zip") => bail!(Usage::new(
                "csv, ce sont cinq tables: donnez-en une (--table ties), un dossier pour toutes (--output DOSSIER/), ou une archive (--output FICHIER.zip)",
                "csv is five tables: give one of them (--table ties), a folder for all (--output DIR/), or an archive (--output FILE.zip)"
            )),
            (table, _) => export::Form::Csv(table),
        },
        Form::Graphml => export::Form::Graphml(edges),
        Form::Gexf => export::Form::Gexf(edges),
        Form::Cytoscape => export::Form::Cytoscape(edges),
        Form::Jsonld => export::Form::Jsonld,
        Form::Xlsx => export::Form::Xlsx,
        // It has been written above.
        Form::Bundle => return Ok(ExitCode::SUCCESS),
    };
    options.output.write(&export::file(&explorer, &filter, form, options.lang)?)?;
    Ok(ExitCode::SUCCESS)
}

/// The page holds all selections that it has room for; a selection on top would only take away.
fn bundle(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    if options.selection.query() != explorer::Query::default() {
        bail!(Usage::new(
            "un «bundle» contient tout l’explorateur: retirez la sélection; la page a la sienne",
            "a bundle holds the whole explorer: leave the selection away; the page has its own"
        ));
    }
    let dataset = open_dataset(data)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let bytes = runtime.block_on(relier::server::bundle::bundle(dataset))?;
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
