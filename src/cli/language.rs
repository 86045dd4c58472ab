//! The language of a report, that of what the program says on standard error, and words of the command line that are refused in both.

use relier::dataset::{Word, nearest, parse_word};
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
    parse_word(text).map_err(|english| {
        let words: Vec<&str> = T::ALL.iter().map(|v| v.word()).collect();
        let near = nearest(text, words.iter().copied());
        let near = near.map(|w| format!("vouliez-vous dire «{w}»? ")).unwrap_or_default();
        Refused::new(
            format!("«{text}» n’en est pas un mot; {near}les mots sont: {}", words.join(", ")),
            english,
        )
    })
}

/// A language option.
pub(crate) fn lang(text: &str) -> Result<Lang, Refused> {
    word(text)
}
