//! A network as a file of one of the forms: the one way for the command line and the API.

use std::io::{self, Cursor, Write};

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Table, csv, cytoscape, flat, gexf, graphml, jsonld, meetings, xlsx};
use crate::dataset::Word;
use crate::explorer::Explorer;
use crate::network::{Class, Filter};
use crate::view::{Lang, NetworkView, network_view};

/// A form of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The contract of exchange: nodes and ties with their quotations.
    Json,
    /// Comma-separated values: one table, or all five in a zip archive.
    Csv(Option<Table>),
    /// GraphML.
    Graphml(Edges),
    /// GEXF 1.3.
    Gexf(Edges),
    /// Cytoscape's JSON.
    Cytoscape(Edges),
    /// Linked data.
    Jsonld,
    /// A spreadsheet with a sheet for each table.
    Xlsx,
}

/// What an edge is, in the forms that have edges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edges {
    /// The part of an actor in a tie; ties are nodes.
    #[default]
    Incidence,
    /// Two actors that meet at a table.
    Meeting,
}

impl Word for Edges {
    const WHAT: &'static str = "projection";
    const ALL: &'static [Self] = &[Edges::Incidence, Edges::Meeting];
    fn word(self) -> &'static str {
        match self {
            Edges::Incidence => "incidence",
            Edges::Meeting => "meeting",
        }
    }
}

impl Form {
    /// Its name in commands and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Form::Json => "json",
            Form::Csv(_) => "csv",
            Form::Graphml(_) => "graphml",
            Form::Gexf(_) => "gexf",
            Form::Cytoscape(_) => "cytoscape",
            Form::Jsonld => "jsonld",
            Form::Xlsx => "xlsx",
        }
    }

    fn edges(self) -> Edges {
        match self {
            Form::Graphml(edges) | Form::Gexf(edges) | Form::Cytoscape(edges) => edges,
            _ => Edges::Incidence,
        }
    }
}

/// A file that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A table.
    #[error("the table cannot be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// XML, or an archive in memory.
    #[error("the file cannot be written: {0}")]
    Io(#[from] io::Error),
    /// JSON.
    #[error("the JSON cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// A spreadsheet: a sheet has at most 1,048,576 rows.
    #[error("the spreadsheet cannot be written: {0}; a selection makes it smaller")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// An archive.
    #[error("the archive cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
}

/// The network of a selection as a file. Where the selection names no class of evidence, all are in: an export leaves that choice to its
/// reader.
///
/// # Errors
/// When a spreadsheet refuses so many rows; the others are written to memory.
pub fn file(explorer: &Explorer, filter: &Filter, form: Form, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let (network, command) = read(explorer, filter, form);
    let flat = || match form.edges() {
        Edges::Meeting => meetings(explorer, filter, &network, lang, &command),
        Edges::Incidence => flat(&network, lang, &command),
    };
    Ok(match form {
        Form::Json => json(&network)?,
        Form::Csv(Some(table)) => csv(&network, table, &command)?,
        Form::Csv(None) => archive(&tables(&network, &command)?)?,
        Form::Graphml(_) => graphml(&flat())?,
        Form::Gexf(_) => gexf(&flat())?,
        Form::Cytoscape(_) => json(&cytoscape(&flat()))?,
        Form::Jsonld => json(&jsonld(&network, &command))?,
        Form::Xlsx => xlsx(&network, &command)?,
    })
}

/// The five tables, each under the name of its file.
///
/// # Errors
/// Never in memory; the writer's own kind of error is handed on.
pub fn folder(explorer: &Explorer, filter: &Filter) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let (network, command) = read(explorer, filter, Form::Csv(None));
    tables(&network, &command)
}

fn read(explorer: &Explorer, filter: &Filter, form: Form) -> (NetworkView, String) {
    let edges = match form.edges() {
        Edges::Meeting => " --projection meeting",
        Edges::Incidence => "",
    };
    let command = explorer.command_of(filter, &format!("export {}{edges}", form.word()));
    let mut all = filter.clone();
    if all.classes.is_empty() {
        all.classes = vec![Class::Stated, Class::Derived, Class::Structural, Class::Additional];
    }
    (network_view(explorer, &all), command)
}

fn tables(network: &NetworkView, command: &str) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let one = |&table: &Table| Ok((format!("{}.csv", table.word()), csv(network, table, command)?));
    Table::ALL.iter().map(one).collect()
}

/// An archive without a clock: the same files give the same bytes.
fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ExportError> {
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, how)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
