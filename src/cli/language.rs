//! The language of a report, that of what the program says on standard error, and words of the command line that are refused in both.

use relier::dataset::{Word, parse_word};
use relier::view::words::say;
use relier::view::{Label, Lang};

/// Whether the command line names French. What the program says on standard error is English unless it does, whatever the language of a
/// report is when none is named.
pub(crate) fn asks_french() -> bool {
    let words: Vec<String> = std::env::args().collect();
    words.windows(2).any(|w| w[0] == "--lang" && w[1].eq_ignore_ascii_case("fr"))
        || words.iter().any(|w| w.eq_ignore_ascii_case("--lang=fr"))
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
