//! The language of a report, that of what the program says on standard error, and words of the command line that are refused in both.

use std::path::Path;

use relier::dataset::{Word, parse_word};
use relier::draw::{EngineError, PngError};
use relier::explorer::NoDirections;
use relier::export::{ExportError, french_sheet, french_table};
use relier::seed::{FilesError, french_reason};
use relier::server::bundle::BundleError;
use relier::view::words::say;
use relier::view::{Label, Lang};

/// Whether the command line names French. What the program says on standard error is English unless it does, whatever the language of a
/// report is when none is named.
pub(crate) fn asks_french() -> bool {
    let words: Vec<String> = std::env::args().collect();
    words.windows(2).any(|w| w[0] == "--lang" && w[1].eq_ignore_ascii_case("fr"))
        || words.iter().any(|w| w.eq_ignore_ascii_case("--lang=fr"))
}

/// What is said, in the language that the command line names.
pub(crate) fn either(fr: impl Into<String>, en: impl Into<String>) -> String {
    if asks_french() { fr.into() } else { en.into() }
}

/// A failure of the system at something, in both languages: `cannot read x: no such file`.
pub(crate) fn failed(at: &Label, error: &std::io::Error) -> anyhow::Error {
    anyhow::anyhow!(either(format!("{}: {}", at.fr, french_reason(error)), format!("{}: {error}", at.en)))
}

/// That a file cannot be read.
pub(crate) fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> anyhow::Error {
    let path = path.display().to_string();
    move |error| failed(&say(format!("impossible de lire {path}"), format!("cannot read {path}")), &error)
}

/// An error as it is told: the library's own in both languages, what only the system or a foreign program says as it says it.
pub(crate) fn told(error: &anyhow::Error) -> String {
    let french = || {
        let files = error.downcast_ref::<FilesError>().map(FilesError::french);
        let directions = || error.downcast_ref::<NoDirections>().map(|e| e.french().to_owned());
        let engine = || error.downcast_ref::<EngineError>().map(EngineError::french);
        let png = || error.downcast_ref::<PngError>().map(PngError::french);
        let export = || error.downcast_ref::<ExportError>().map(ExportError::french);
        let table = || error.downcast_ref::<csv::Error>().map(french_table);
        let sheet = || error.downcast_ref::<rust_xlsxwriter::XlsxError>().map(french_sheet);
        let bundle = || error.downcast_ref::<BundleError>().map(BundleError::french);
        let system = || error.downcast_ref::<std::io::Error>().map(french_reason);
        let drawn = files.or_else(directions).or_else(engine).or_else(png);
        drawn.or_else(export).or_else(table).or_else(sheet).or_else(bundle).or_else(system)
    };
    asks_french().then(french).flatten().unwrap_or_else(|| format!("{error:#}"))
}

/// Why a value will not do, in both languages.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}", .0.en)]
pub(crate) struct Refused(pub(crate) Label);

impl Refused {
    pub(crate) fn new(fr: impl Into<String>, en: impl Into<String>) -> Refused {
        Refused(say(fr, en))
    }
}

/// A word of a closed vocabulary.
pub(crate) fn word<T: Word>(text: &str) -> Result<T, Refused> {
    parse_word(text).map_err(|none| Refused::new(none.french(), none.to_string()))
}

/// A language option.
pub(crate) fn lang(text: &str) -> Result<Lang, Refused> {
    word(text)
}
