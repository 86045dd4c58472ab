//! A network as a file of one of the forms: the one way for the command line and the API.

use std::io::{self, Cursor, Write};

use rust_xlsxwriter::XlsxError;
use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Table, csv, cytoscape, flat, gexf, graphml, jsonld, meetings, xlsx};
use crate::dataset::Word;
use crate::explorer::Explorer;
use crate::network::{Class, Filter};
use crate::seed::french_reason;
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
    Xlsx(#[from] XlsxError),
    /// An archive.
    #[error("the archive cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
}

impl ExportError {
    /// The same in French; what only the writer of the form says stands as it says it.
    pub fn french(&self) -> String {
        match self {
            ExportError::Csv(e) => french_table(e),
            ExportError::Io(e) => format!("le fichier ne s’écrit pas: {}", french_reason(e)),
            ExportError::Json(e) => format!("le JSON ne s’écrit pas; l’écrivain dit en anglais: {e}"),
            ExportError::Xlsx(e) => french_sheet(e),
            ExportError::Zip(e) => format!("l’archive ne s’écrit pas; l’écrivain dit en anglais: {e}"),
        }
    }
}

/// Why a table cannot be written, in French.
pub fn french_table(error: &::csv::Error) -> String {
    format!("la table ne s’écrit pas; l’écrivain dit en anglais: {error}")
}

/// Why a spreadsheet cannot be written, in French.
pub fn french_sheet(error: &XlsxError) -> String {
    match error {
        XlsxError::RowColumnLimitError => {
            "le classeur ne s’écrit pas: une feuille a au plus 1 048 576 lignes; une sélection le réduit"
                .to_owned()
        }
        rarer => {
            format!("le classeur ne s’écrit pas; une sélection le réduit; l’écrivain dit en anglais: {rarer}")
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_told_in_french_with_its_remedy() {
        let full = ExportError::Io(io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(full.french(), "le fichier ne s’écrit pas: il n’y a plus de place");
        let tall = ExportError::Xlsx(XlsxError::RowColumnLimitError);
        assert!(tall.french().contains("1 048 576 lignes; une sélection le réduit"), "{}", tall.french());
        assert!(tall.to_string().ends_with("a selection makes it smaller"), "{tall}");
        for (rarer, what) in [
            (ExportError::Csv(io::Error::other("x").into()), "la table ne s’écrit pas"),
            (ExportError::Zip(zip::result::ZipError::FileNotFound), "l’archive ne s’écrit pas"),
        ] {
            assert!(rarer.french().starts_with(what), "{}", rarer.french());
        }
    }
}
