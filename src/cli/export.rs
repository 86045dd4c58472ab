//! `relier export`: the network for other programs.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::dataset::{Word, parse_word};
use relier::explorer;
use relier::export::{self, Table};
use relier::network::Class;
use relier::view::{self, Lang};

use super::Usage;
use super::options::{Output, Selection, json, lang, open, open_dataset, write_folder};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The form
    form: Form,
    /// Of csv, the table: nodes, ties, participants, evidence or about; all of them go to a folder: --output DIR/
    #[arg(long, value_parser = table)]
    table: Option<Table>,
    /// What an edge of graphml, gexf and cytoscape is
    #[arg(long, value_enum)]
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

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Edges {
    /// The part of an actor in a tie; ties are nodes (default)
    Incidence,
    /// Two actors that meet at a table
    Meeting,
}

fn table(text: &str) -> Result<Table, String> {
    parse_word(text)
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let is_graph = matches!(options.form, Form::Graphml | Form::Gexf | Form::Cytoscape);
    if options.table.is_some() && options.form != Form::Csv {
        bail!(Usage("--table is for csv".into()));
    }
    if options.projection.is_some() && !is_graph {
        bail!(Usage(
            "--projection is for graphml, gexf and cytoscape: the other forms hold the ties themselves"
                .into()
        ));
    }
    if options.form == Form::Bundle {
        return bundle(data, options);
    }
    let (explorer, mut filter) = open(data, &options.selection)?;
    let word = options.form.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default();
    let meeting = options.projection == Some(Edges::Meeting);
    let verb = format!("export {word}{}", if meeting { " --projection meeting" } else { "" });
    let command = explorer::command(&explorer, &filter, &verb);
    let chosen = filter.clone();
    if filter.classes.is_empty() {
        // An export leaves the choice of classes to its reader.
        filter.classes = vec![Class::Stated, Class::Derived, Class::Structural, Class::Additional];
    }
    let network = view::network_view(&explorer, &filter);
    let flat = || match meeting {
        true => export::meetings(&explorer, &chosen, &network, options.lang, &command),
        false => export::flat(&network, options.lang, &command),
    };
    let bytes = match options.form {
        Form::Json => json(&network)?,
        Form::Graphml => export::graphml(&flat())?,
        Form::Gexf => export::gexf(&flat())?,
        Form::Cytoscape => json(&export::cytoscape(&flat()))?,
        Form::Jsonld => json(&export::jsonld(&network, &command))?,
        Form::Xlsx => export::xlsx(&network, &command)?,
        // It has been written above.
        Form::Bundle => return Ok(ExitCode::SUCCESS),
        Form::Csv => match (options.table, options.output.folder()) {
            (Some(table), _) => export::csv(&network, table, &command)?,
            (None, Some(folder)) => {
                let mut files = Vec::new();
                for &table in Table::ALL {
                    files.push((format!("{}.csv", table.word()), export::csv(&network, table, &command)?));
                }
                write_folder(folder, files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))?;
                return Ok(ExitCode::SUCCESS);
            }
            (None, None) => bail!(Usage(
                "csv is five tables: give one of them (--table ties), or a folder for all (--output DIR/)"
                    .into()
            )),
        },
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// The page holds all selections that it has room for; a selection on top would only take away.
fn bundle(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    if options.selection.query() != explorer::Query::default() {
        bail!(Usage(
            "a bundle holds the whole explorer: leave the selection away; the page has its own".into()
        ));
    }
    let dataset = open_dataset(data)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let bytes = runtime.block_on(relier::server::bundle::bundle(dataset))?;
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
