//! What a caller may choose.

use super::theme::Theme;
use crate::dataset::{Level, Word};
use crate::view::words::say;
use crate::view::{Chosen, Label, Lang};

/// A kind of picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// The EU and its partners all around.
    Wheel,
    /// Any selection as a network: who shares much stands near.
    Force,
    /// One actor, by its node id.
    Ego(String),
}

/// Which names stand in a picture; all of them stay in its titles, for those who listen and for a page that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Labels {
    /// All.
    #[default]
    All,
    /// Wheel: holders of a trade and technology council, digital partnership or dialogue; without the EU the tables and
    /// whoever meets somebody there. Matrix: rows and columns, nothing below the signs.
    Core,
    /// Wheel: those of the regions alone.
    None,
}

impl Word for Labels {
    const WHAT: &'static str = "choice of labels";
    const ALL: &'static [Self] = &[Labels::All, Labels::Core, Labels::None];
    fn word(self) -> &'static str {
        match self {
            Labels::All => "all",
            Labels::Core => "core",
            Labels::None => "none",
        }
    }
}

impl Labels {
    /// Whether a picture, by its word, can be drawn with these labels.
    ///
    /// # Errors
    /// With what it takes instead, and why.
    pub fn suit(self, picture: &str) -> Result<(), Label> {
        let (takes, why): (&[Labels], Label) = match picture {
            "wheel" => return Ok(()),
            "matrix" => (
                &[Labels::All, Labels::Core],
                say("sans ses noms une table ne dit rien", "without its names a table says nothing"),
            ),
            _ => (&[Labels::All], say("il est fait de ses mots", "it consists of its words")),
        };
        if takes.contains(&self) {
            return Ok(());
        }
        let words: Vec<&str> = takes.iter().map(|l| l.word()).collect();
        Err(say(
            format!(
                "«{}» ne convient pas à {picture}: {}; donnez {}",
                self.word(),
                why.fr,
                words.join(" ou ")
            ),
            format!("«{}» does not suit the {picture}: {}; give {}", self.word(), why.en, words.join(" or ")),
        ))
    }
}

/// The longest caption, in characters.
pub const LONGEST_CAPTION: usize = 600;

/// A caption as it can be printed: without the spaces around it; an empty one is none.
///
/// # Errors
/// When it is longer than [`LONGEST_CAPTION`].
pub fn caption(text: &str) -> Result<Option<String>, Label> {
    let text = super::text::clean(text);
    let n = text.chars().count();
    if n > LONGEST_CAPTION {
        return Err(say(
            format!("une légende a au plus {LONGEST_CAPTION} caractères, celle-ci {n}; raccourcissez-la"),
            format!("a caption has at most {LONGEST_CAPTION} characters, this one {n}; shorten it"),
        ));
    }
    Ok(Some(text).filter(|t| !t.is_empty()))
}

/// How a picture is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Language of its words; names that exist in one language alone stay in it.
    pub lang: Lang,
    /// Its colours, where it stands alone.
    pub theme: Theme,
    /// Width in pixels; the height follows.
    pub width: f64,
    /// A title instead of the picture's own.
    pub title: Option<String>,
    /// The caller's own words, printed below the picture.
    pub caption: Option<String>,
    /// Which names stand in it.
    pub labels: Labels,
    /// Around whom the selection lies, by node id: where not everybody has room, the nearest come first.
    pub focus: Option<String>,
    /// From which level on partners meet at a forum, where meetings are the picture.
    pub level: Level,
    /// The selection in words, printed in the picture.
    pub selection: Vec<Chosen>,
    /// Whether the rules of the theme stand in the picture. A page that holds several gives them once instead:
    /// [`stylesheet`](super::stylesheet).
    pub standalone: bool,
    /// Begins every id in the picture, so that two of them can stand in one page.
    pub prefix: String,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            lang: Lang::Fr,
            theme: Theme::Light,
            width: 1100.0,
            title: None,
            caption: None,
            labels: Labels::All,
            focus: None,
            level: Level::Agenda,
            selection: Vec::new(),
            standalone: true,
            prefix: "relier-".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_is_one_plain_text_or_none() {
        assert_eq!(caption("  Figure 1\n\u{202e}\tJapan "), Ok(Some("Figure 1 Japan".to_owned())));
        assert_eq!(caption(" \n "), Ok(None));
        assert!(caption(&"é".repeat(LONGEST_CAPTION)).is_ok());
        assert!(caption(&"é".repeat(LONGEST_CAPTION + 1)).expect_err("too long").en.contains("601"));
    }

    #[test]
    fn labels_that_do_not_suit_a_picture_are_refused() {
        assert_eq!(Labels::None.suit("wheel"), Ok(()));
        assert_eq!(Labels::Core.suit("matrix"), Ok(()));
        assert!(Labels::None.suit("matrix").expect_err("no names").en.contains("all or core"));
        assert!(Labels::Core.suit("calendar").is_err());
        assert_eq!(Labels::All.suit("calendar"), Ok(()));
    }
}
