//! Networks of other programs: an edge list, GraphML or GEXF becomes a dataset that every verb reads.
//!
//! The imported file itself is the source document, byte for byte, and the quotation of each tie is its own line or element:
//! the machine check of quotations holds for it as for any other dataset.

mod dataset;
mod edge_list;
mod graph;
mod incidence;
mod markup;
mod plain;
mod table;

use std::fmt;

pub use dataset::Imported;

use crate::dataset::Date;
use crate::seed::{Fault, Told};

/// The largest file that is read.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// What the file itself cannot say.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The form; guessed from the name and the first bytes when left out.
    pub form: Option<Form>,
    /// A title for the network; the file's own, or its name, when left out.
    pub title: Option<String>,
    /// The day that the table describes; the latest day in it when left out.
    pub date: Option<Date>,
    /// The node that is the hub, by its id or label; none when left out.
    pub hub: Option<String>,
}

/// The forms that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Comma-separated values with a line of column names.
    EdgeList,
    /// GraphML.
    GraphMl,
    /// GEXF, as Gephi writes it.
    Gexf,
}

impl Form {
    /// The word for it on the card of a document.
    pub fn word(self) -> &'static str {
        match self {
            Form::EdgeList => "edge-list",
            Form::GraphMl => "graphml",
            Form::Gexf => "gexf",
        }
    }

    /// The form of a file, by what it holds and, where that could be several, by its name.
    fn guess(name: &str, text: &str) -> Option<Form> {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if start.starts_with('<') {
            let head: String = start.chars().take(4000).collect();
            return if head.contains("graphml") {
                Some(Form::GraphMl)
            } else if head.contains("gexf") {
                Some(Form::Gexf)
            } else {
                match ending.as_str() {
                    "graphml" => Some(Form::GraphMl),
                    "gexf" => Some(Form::Gexf),
                    _ => None,
                }
            };
        }
        matches!(ending.as_str(), "csv" | "tsv" | "txt" | "edges" | "").then_some(Form::EdgeList)
    }
}

/// A file that is not read, with everything wrong that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError {
    /// Each with its place and how to mend it; never empty.
    pub faults: Vec<Fault>,
}

/// How many faults are told.
const SHOWN: usize = 10;

impl ImportError {
    fn told(&self, one: fn(&Fault) -> String, more: impl Fn(usize) -> String) -> String {
        let shown: Vec<String> = self.faults.iter().take(SHOWN).map(one).collect();
        let rest = self.faults.len().saturating_sub(SHOWN);
        shown.join("\n\n") + &if rest > 0 { format!("\n\n{}", more(rest)) } else { String::new() }
    }

    /// The same in French.
    pub fn french(&self) -> String {
        self.told(Fault::told_in_french, |n| format!("et {n} autre{}", if n > 1 { "s" } else { "" }))
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Fault::to_string, |n| format!("and {n} more")))
    }
}

impl std::error::Error for ImportError {}

/// One fault that stands for the whole.
fn refuse(
    file: &str,
    text: &str,
    range: std::ops::Range<usize>,
    what: impl Into<Told>,
    mend: impl Into<Told>,
) -> ImportError {
    ImportError { faults: vec![Fault::at(file, text, range, "import", what, mend)] }
}

/// How to mend a file that its program has not written whole.
const ANEW: (&str, &str) = (
    "enregistrez de nouveau le fichier depuis le programme qui l’a fait",
    "save the file anew from the program that made it",
);

/// Reads a file into a dataset. `name` is the file's name, without its folders; it names the document.
///
/// # Errors
/// Everything wrong in the file, each with line, column and how to mend it.
pub fn import(name: &str, bytes: Vec<u8>, options: &Options) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_BYTES {
        let (has, most) = (bytes.len() >> 20, MAX_BYTES >> 20);
        let what = (
            format!("{has} Mio sont plus que ce qui se lit en une fois"),
            format!("{has} MiB are more than is read at once"),
        );
        let mend = (
            format!("réduisez le fichier à {most} Mio, par exemple à ses liens les plus forts"),
            format!("cut the file to {most} MiB, for example by its strongest ties"),
        );
        return Err(refuse(name, "", 0..0, what, mend));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
        let what = (format!("l’octet {good} n’est pas de l’UTF-8"), format!("byte {good} is not UTF-8"));
        refuse(name, &text, good..good, what, ("enregistrez le fichier en UTF-8", "save the file as UTF-8"))
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(refuse(name, &text, 0..0, ("le fichier est vide", "the file is empty"), ANEW));
    }
    let Some(form) = options.form.or_else(|| Form::guess(name, &text)) else {
        let what = (
            "ce n’est ni du GraphML, ni du GEXF, ni une liste d’arêtes",
            "this is neither GraphML nor GEXF nor an edge list",
        );
        let mend = (
            "donnez la forme: --from edge-list, graphml ou gexf",
            "give the form: --from edge-list, graphml or gexf",
        );
        return Err(refuse(name, &text, 0..0, what, mend));
    };
    let table = match form {
        Form::EdgeList => edge_list::read(name, &text)?,
        Form::GraphMl | Form::Gexf => markup::read(name, &text, form)?,
    };
    let graph = if incidence::is_ours(&table) {
        incidence::graph(name, &text, &table)?
    } else {
        plain::graph(name, &text, &table, options)?
    };
    // What has been read makes room for what is written: a large table is held once at a time.
    drop(table);
    dataset::write(name, text, graph, options)
}
