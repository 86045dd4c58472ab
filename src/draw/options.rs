//! What a caller may choose.

use super::theme::Theme;
use crate::dataset::Level;
use crate::view::Lang;

/// A kind of picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// The EU and its partners all around.
    Wheel,
    /// One actor, by its node id.
    Ego(String),
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
    /// From which level on partners meet at a forum, where meetings are the picture.
    pub level: Level,
    /// The selection in words (`instrument DP`), printed in the picture.
    pub selection: Vec<String>,
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
            level: Level::Agenda,
            selection: Vec::new(),
            standalone: true,
            prefix: "relier-".to_owned(),
        }
    }
}
