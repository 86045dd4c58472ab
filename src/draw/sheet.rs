//! What the charts (matrix, calendar, lattice) share: the frame around them, their rules, text that stands upright.

use super::frame::{Frame, MOST_LINES, SENTENCE, with_selection};
use super::options::Options;
use super::paint::upright;
use super::svg::Svg;
use super::text::{Anchor, Label, LabelBox, Weight, clean, width, wrap};
use super::theme::Role;
use crate::view::{ChartView, DatasetView, DatesView, Lang, NetworkView, SCHEMA};

/// Width of a landscape canvas: 277 mm in points.
pub(super) const LANDSCAPE: f64 = 785.0;
/// Width of a portrait canvas: 190 mm in points.
pub(super) const PORTRAIT: f64 = 538.0;
/// What is taller than this stands on several pages, however broad it is.
const TALLEST: f64 = 1000.0;
/// Size of names and numbers.
pub(super) const SIZE: f64 = 7.4;

/// The picture of a chart.
pub fn chart(view: &ChartView, options: &Options) -> Svg {
    match view {
        ChartView::Matrix(view) => super::matrix(view, options),
        ChartView::Calendar(view) => super::calendar(view, options),
        ChartView::Lattice(view) => super::lattice(view, options),
    }
}

/// The narrowest canvas, in steps from a portrait one, that an upright page is filled by: what is longer than its page would
/// stand on it with empty edges. `size` gives width and height of what is laid out.
pub(super) fn filling<T>(step: f64, laid: impl Fn(f64) -> T, size: impl Fn(&T) -> (f64, f64)) -> T {
    let wide = |steps: u32| laid(PORTRAIT + f64::from(steps) * step);
    let mut best = wide(0);
    let (_, height) = size(&best);
    let (mut short, mut enough) = (0, ((upright(height) - PORTRAIT) / step).ceil().max(0.0) as u32);
    if enough == 0 || height > TALLEST {
        return best;
    }
    best = wide(enough);
    while enough - short > 1 {
        let middle = (short + enough) / 2;
        let tried = wide(middle);
        let (width, height) = size(&tried);
        if upright(height) <= width {
            (best, enough) = (tried, middle);
        } else {
            short = middle;
        }
    }
    best
}

/// A phrase in a language.
pub(super) fn said<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The texts of a chart: what is said around its body.
pub(super) struct Around<'a> {
    pub(super) title: &'a str,
    pub(super) sentence: String,
    pub(super) notes: Vec<String>,
    pub(super) dataset: &'a DatasetView,
    pub(super) dates: &'a DatesView,
}

impl Around<'_> {
    /// Where title and sentence end.
    pub(super) fn below(&self, width: f64, options: &Options) -> f64 {
        let sentence = with_selection(self.sentence.clone(), options);
        let lines = wrap(&sentence, SENTENCE, Weight::Regular, width, MOST_LINES).len();
        30.0 + lines as f64 * 9.92
    }

    /// The frame of a body that ends at a height, and the height of the whole.
    pub(super) fn frame(self, width: f64, body: f64, options: &Options) -> (Frame, f64) {
        let bare = NetworkView {
            schema: SCHEMA,
            dataset: self.dataset.clone(),
            dates: self.dates.clone(),
            nodes: Vec::new(),
            ties: Vec::new(),
            kinds: Vec::new(),
        };
        let title = options.title.clone().unwrap_or_else(|| self.title.to_owned());
        let frame = |height| {
            let sentence = self.sentence.clone();
            Frame::placed(title.clone(), sentence, self.notes.clone(), &bare, options, (width, height))
        };
        // The texts below stand on the lower edge: how tall they are says where that is.
        let tall = frame(0.0).labels().map(|l| l.bounds()).map(|b| -b.y).fold(0.0, f64::max);
        let height = body + tall + 6.0;
        (frame(height), height)
    }
}

/// Where long words of heads may be parted.
const PARTED: [(&str, &str); 12] = [
    ("approvisionnement", "approvi-sionnement"),
    ("infrastructures", "infra-structures"),
    ("Infrastructures", "Infra-structures"),
    ("Intelligence", "Intelli-gence"),
    ("réglementaire", "réglemen-taire"),
    ("technologies", "techno-logies"),
    ("Technologies", "Techno-logies"),
    ("Cybersécurité", "Cyber-sécurité"),
    ("Cybersecurity", "Cyber-security"),
    ("Connectivité", "Connecti-vité"),
    ("infrastructure", "infra-structure"),
    ("Semiconductors", "Semi-conductors"),
];

/// A head whose long words may be parted where they are wider than a room.
pub(super) fn parted(text: &str, size: f64, room: f64) -> String {
    PARTED.iter().fold(text.to_owned(), |text, (word, parted)| {
        let wide = text.contains(word) && width(word, size, Weight::Regular) > room;
        if wide { text.replacen(word, parted, 1) } else { text }
    })
}

/// A head in level lines without a broken word, or nothing when the room is too narrow for that.
pub(super) fn level(text: &str, size: f64, room: f64, most: usize) -> Option<Vec<String>> {
    let text = parted(text, size, room);
    let fits = |line: &str| width(line.trim_end(), size, Weight::Regular) <= room;
    let mut lines = vec![String::new()];
    let text = clean(&text);
    // A hyphen may end a line; an apostrophe may not.
    for piece in text.split_inclusive([' ', '-']) {
        if !fits(piece) {
            return None;
        }
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{piece}")) => line.push_str(piece),
            _ => lines.push(piece.to_owned()),
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|l| l.trim_end().to_owned()).collect();
    (lines.len() <= most).then_some(lines)
}

/// A text, level or turned to read upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The text; where it is turned, it stands as it would before the turn around its point.
    pub label: Label,
    /// Whether it reads upwards.
    pub turned: bool,
}

impl Head {
    /// What it covers.
    pub fn bounds(&self) -> LabelBox {
        let b = self.label.bounds();
        if !self.turned {
            return b;
        }
        let (x, y) = (self.label.x, self.label.y);
        // A quarter turn to the left around (x, y): what lay to the right lies above.
        LabelBox { x: x + (b.y - y), y: y - (b.x - x) - b.width, width: b.height, height: b.width }
    }
}

/// A number, centred.
pub(super) fn number(text: impl Into<String>, x: f64, y: f64) -> Label {
    Label::line(text, x, y, SIZE, "name").anchored(Anchor::Middle)
}

/// The rules of the charts, for the stylesheet of all pictures.
pub(super) fn rules(color: &dyn Fn(Role) -> String) -> String {
    let (ground, ink, muted, hair) =
        (color(Role::Ground), color(Role::Ink), color(Role::Muted), color(Role::Hair));
    let (core, regional, security) = (color(Role::Core), color(Role::Regional), color(Role::Security));
    format!(
        ".relier .box{{fill:none;pointer-events:all}}.relier .band{{fill:{hair};fill-opacity:.5}}\n\
         .relier .rule{{fill:none;stroke:{muted};stroke-width:.8}}\n\
         .relier .v-active .sign{{fill:{core};stroke:{core};stroke-width:1}}\n\
         .relier .v-planned .sign{{fill:{ground};stroke:{core};stroke-width:1.3}}\n\
         .relier .v-grouping .sign{{fill:none;stroke:{regional};stroke-width:1.3}}\n\
         .relier .v-absent .sign{{fill:none;stroke:{security};stroke-width:.8}}\n\
         .relier .v-silent .sign{{fill:{muted}}}\n\
         .relier .star{{fill:none;stroke:{ink};stroke-width:.9}}\n\
         .relier .v-outside .sign{{fill:none;stroke:{muted};stroke-width:.9}}\n\
         .relier .bar{{stroke:{ink};stroke-width:.6}}.relier .running{{fill:{core}}}.relier .over{{fill:{ground}}}\n\
         .relier .weave{{fill:none;stroke:{core};stroke-width:.8}}.relier .whisker{{fill:none;stroke:{ink};stroke-width:.7}}\n\
         .relier .stem{{fill:none;stroke:{ink};stroke-width:1}}.relier .halo{{fill:none;stroke:{ground};stroke-width:2.8}}.relier .d-known .stem{{stroke-dasharray:4 2}}\n\
         .relier .day text{{paint-order:stroke;stroke:{ground};stroke-width:2.5;stroke-linejoin:round}}\n\
         .relier .d-deadline .stem{{stroke:{security};stroke-dasharray:1.2 1.6;stroke-width:1.2}}\n\
         .relier .tile{{fill:{ground};stroke:{ink};stroke-width:.9}}\n\
         .relier .implication .span{{fill:none;stroke:{core};stroke-width:1.6}}.relier .implication .tip{{fill:{core}}}\n\
         .relier .weak .span{{stroke-dasharray:3.4 2}}\n\
         .relier .cell:hover .box,.relier .cell:focus .box{{stroke:{ink};stroke-width:.8}}\n",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_head_breaks_no_word_but_where_it_may() {
        let lines = |text: &str, room| level(text, SIZE, room, 4).map(|l| l.join("|"));
        assert_eq!(lines("Double usage", 60.0).as_deref(), Some("Double usage"));
        assert_eq!(
            lines("Protection des technologies sensibles", 52.0).as_deref(),
            Some("Protection|des|technologies|sensibles")
        );
        assert_eq!(lines("Cybersécurité", 44.0).as_deref(), Some("Cyber-|sécurité"));
        // A word that may not be parted, and more lines than there may be.
        assert_eq!(lines("Anticonstitutionnellement", 50.0), None);
        assert_eq!(lines("un deux trois quatre cinq six", 24.0), None);
    }

    #[test]
    fn a_turned_head_covers_what_stands_above_its_point() {
        let label = Label::line("texte", 100.0, 200.0, 10.0, "name");
        let level = label.bounds();
        let turned = Head { label, turned: true }.bounds();
        assert_eq!((turned.width, turned.height), (level.height, level.width));
        // Read upwards: it ends below at its point, its letters stand to the left of it.
        assert_eq!(turned.y + turned.height, 200.0);
        assert!(turned.x < 100.0 && turned.x + turned.width > 100.0);
    }
}
