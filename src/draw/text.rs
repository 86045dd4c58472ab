//! How wide a text is: of each letter the wider of Verdana's, the widest sans in common use, and the embedded font's, which
//! PNG pictures are lettered with. Labels so keep clear of each other in SVG too, which the reader's own font letters.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::font;

/// Weight of a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Normal.
    Regular,
    /// Bold.
    Bold,
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred on it.
    Middle,
    /// It ends there.
    End,
}

/// Advance widths of U+0020–U+007E in thousandths of the size: no letter of the embedded font or of Verdana is wider.
const REGULAR: [u16; 95] = [
    352, 401, 460, 838, 636, 1076, 780, 275, 454, 454, 636, 838, 364, 454, 364, 454, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 454, 454, 838, 838, 838, 545, 1000, 684, 686, 698, 771, 632, 575, 776, 752, 421,
    455, 693, 557, 863, 748, 787, 603, 787, 695, 684, 616, 732, 684, 989, 685, 615, 685, 454, 454, 454, 838,
    636, 636, 613, 635, 550, 635, 615, 352, 635, 634, 278, 344, 592, 278, 974, 634, 612, 635, 635, 427, 521,
    394, 634, 592, 818, 592, 592, 525, 636, 454, 636, 838,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    348, 456, 587, 867, 711, 1272, 872, 332, 543, 543, 711, 867, 380, 480, 380, 689, 711, 711, 711, 711, 711,
    711, 711, 711, 711, 711, 402, 402, 867, 867, 867, 617, 1000, 776, 762, 734, 830, 683, 683, 821, 837, 546,
    555, 775, 637, 995, 847, 850, 733, 850, 782, 720, 682, 812, 774, 1128, 771, 736, 725, 543, 689, 543, 867,
    711, 711, 675, 716, 593, 716, 678, 435, 716, 712, 343, 403, 671, 343, 1058, 712, 687, 716, 716, 497, 595,
    478, 712, 652, 979, 669, 652, 597, 712, 543, 712, 867,
];

/// The height of a line's box above its baseline, in sizes.
pub(super) const ASCENT: f64 = 0.93;
/// The depth of a line's box below its baseline, in sizes.
pub(super) const DESCENT: f64 = 0.24;

fn advance(c: char, weight: Weight) -> f64 {
    let code = c as u32;
    let table = if weight == Weight::Bold { &BOLD } else { &REGULAR };
    if let Some(width) = code.checked_sub(32).and_then(|i| table.get(i as usize)) {
        return f64::from(*width) / 1000.0;
    }
    if is_combining_mark(c) || is_invisible(c) {
        return 0.0;
    }
    let mut parts = std::iter::once(c).nfd();
    match parts.next() {
        // An accent takes no room.
        Some(base) if base != c && parts.all(is_combining_mark) => advance(base, weight),
        // What the font lacks comes from elsewhere: an ideograph is an em wide, a picture somewhat more.
        _ => font::advance(c, weight).unwrap_or(if code >= 0x1_f000 { 1.4 } else { 1.2 }),
    }
}

/// Marks that take no room and may turn the direction of what follows.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The letters of nearly every name, before the first combining mark, and the dashes, quotation marks and dots beside them:
/// composed as they are written, so that each has one width.
const LETTERS: u32 = 0x300;
const POINTS: std::ops::Range<u32> = 0x2010..0x2027;

/// Their widths, asked for once.
static USUAL: LazyLock<[Vec<f64>; 2]> = LazyLock::new(|| {
    [Weight::Regular, Weight::Bold].map(|weight| {
        let codes = (0..LETTERS).chain(POINTS);
        codes.map(|c| char::from_u32(c).map_or(0.0, |c| advance(c, weight))).collect()
    })
});

/// Width of a text in the units of the size.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let known = &USUAL[usize::from(weight == Weight::Bold)];
    let usual = |c: char| match c as u32 {
        code if code < LETTERS => known.get(code as usize).copied(),
        code if POINTS.contains(&code) => known.get((LETTERS + code - POINTS.start) as usize).copied(),
        _ => None,
    };
    let all: Option<f64> = text.chars().map(usual).sum();
    all.unwrap_or_else(|| text.nfc().map(|c| advance(c, weight)).sum()) * size
}

/// One line of plain text: line breaks and controls become spaces, marks that would turn its direction are dropped.
pub(super) fn clean(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(
            |c| if c.is_control() || c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' { ' ' } else { c },
        )
        .collect();
    plain.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Breaks a text into at most `lines` lines of at most `room`, as even as the words allow; what does not fit ends in «…».
pub(super) fn wrap(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let text = clean(text);
    let pieces = pieces(&text, size, weight);
    let greedy = broken(&pieces, size, weight, room);
    if greedy.len() <= 1 {
        return greedy;
    }
    if greedy.len() > lines {
        return cut(greedy, size, weight, room, lines);
    }
    // The narrowest room that needs no more lines makes them even, as long as it breaks no word.
    let longest = longest(&pieces);
    (10..20)
        .map(|n| room * f64::from(n) / 20.0)
        .filter(|narrow| *narrow >= longest)
        .map(|narrow| broken(&pieces, size, weight, narrow))
        .find(|l| l.len() == greedy.len())
        .unwrap_or(greedy)
}

/// Whether a text has room in at most `lines` lines of at most `room` without a break in a word.
pub(super) fn fits(text: &str, size: f64, weight: Weight, room: f64, lines: usize) -> bool {
    let text = clean(text);
    let pieces = pieces(&text, size, weight);
    room >= longest(&pieces) && broken(&pieces, size, weight, room).len() <= lines
}

fn cut(mut all: Vec<String>, size: f64, weight: Weight, room: f64, lines: usize) -> Vec<String> {
    let rest = all.split_off(lines.max(1) - 1).join(" ");
    let mut last: Vec<char> = rest.chars().collect();
    loop {
        let line: String = last.iter().collect::<String>().trim_end().to_owned() + "…";
        if last.is_empty() || width(&line, size, weight) <= room {
            all.push(line);
            return all;
        }
        last.pop();
    }
}

/// What no line break should divide, with its width to the last letter and to the end of the spaces after it.
struct Piece<'a> {
    text: &'a str,
    letters: f64,
    whole: f64,
}

/// Pieces between which a line may break; a hyphen stays with what comes before it.
fn pieces(text: &str, size: f64, weight: Weight) -> Vec<Piece<'_>> {
    let measured = |text: &'_ str| (width(text.trim_end(), size, weight), width(text, size, weight));
    let all = text.split_inclusive([' ', '-', '/', '–']).map(|text| (text, measured(text)));
    all.map(|(text, (letters, whole))| Piece { text, letters, whole }).collect()
}

fn longest(pieces: &[Piece]) -> f64 {
    pieces.iter().map(|p| p.letters).fold(0.0, f64::max)
}

/// The width of the widest piece that no line break should divide.
pub(super) fn longest_piece(text: &str, size: f64, weight: Weight) -> f64 {
    longest(&pieces(text, size, weight))
}

fn broken(pieces: &[Piece], size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    // What stands on the open line, with its width to the end of the spaces after it.
    let (mut line, mut taken) = (String::new(), 0.0);
    for piece in pieces {
        if taken + piece.letters <= room {
            line.push_str(piece.text);
            taken += piece.whole;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            taken = 0.0;
        }
        if piece.letters <= room {
            line.push_str(piece.text);
            taken = piece.whole;
            continue;
        }
        // A word wider than the room is broken anywhere.
        for c in piece.text.chars() {
            let more = width(c.encode_utf8(&mut [0; 4]), size, weight);
            if !line.is_empty() && taken + more > room && c != ' ' {
                lines.push(std::mem::take(&mut line));
                taken = 0.0;
            }
            line.push(c);
            taken += more;
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines.into_iter().map(|l| l.trim().to_owned()).collect()
}

/// A rectangle that a label covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelBox {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl LabelBox {
    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &LabelBox) -> bool {
        const EDGE: f64 = 1e-6;
        self.x + EDGE < other.x + other.width
            && other.x + EDGE < self.x + self.width
            && self.y + EDGE < other.y + other.height
            && other.y + EDGE < self.y + self.height
    }

    /// Whether a box lies inside a canvas.
    pub fn inside(&self, width: f64, height: f64) -> bool {
        self.x >= 0.0 && self.y >= 0.0 && self.x + self.width <= width && self.y + self.height <= height
    }
}

/// A text with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Lines.
    pub lines: Vec<String>,
    /// Where it is anchored.
    pub x: f64,
    /// Baseline of the first line.
    pub y: f64,
    /// Which end of it stands there.
    pub anchor: Anchor,
    /// Size of the font.
    pub size: f64,
    /// Its weight.
    pub weight: Weight,
    /// From baseline to baseline.
    pub leading: f64,
    /// Class of the theme.
    pub class: &'static str,
}

impl Label {
    /// A text of one line that starts at a point.
    pub fn line(text: impl Into<String>, x: f64, y: f64, size: f64, class: &'static str) -> Label {
        let lines = vec![text.into()];
        let (anchor, weight) = (Anchor::Start, Weight::Regular);
        Label { lines, x, y, anchor, size, weight, leading: size * 1.24, class }
    }

    /// The same in bold.
    pub fn bold(self) -> Label {
        Label { weight: Weight::Bold, ..self }
    }

    /// The same, anchored elsewhere.
    pub fn anchored(self, anchor: Anchor) -> Label {
        Label { anchor, ..self }
    }

    /// The same in several lines.
    pub fn with_lines(self, lines: Vec<String>) -> Label {
        Label { lines, ..self }
    }

    /// The widest line.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|l| width(l, self.size, self.weight)).fold(0.0, f64::max)
    }

    /// The baseline below the last line.
    pub fn next(&self) -> f64 {
        self.y + self.leading * self.lines.len() as f64
    }

    /// What it covers.
    pub fn bounds(&self) -> LabelBox {
        let width = self.width();
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        let below = self.leading * (self.lines.len().max(1) - 1) as f64;
        let height = below + self.size * (ASCENT + DESCENT);
        LabelBox { x, y: self.y - self.size * ASCENT, width, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_the_font_is_wider_than_the_room_kept_for_it() {
        let letters = "ÀÉÈÊËÎÏÔÖÙÛÜÇàéèêëîïôöùûüçñãõ«»’…–·ŒœæßŁł";
        for weight in [Weight::Regular, Weight::Bold] {
            let font = |c| font::advance(c, weight).expect("a letter of the font");
            for c in (' '..='~').chain(letters.chars()) {
                assert!(advance(c, weight) > font(c) - 6e-4, "{c:?} {weight:?}");
            }
            // Nor is room wasted on the letters that names are made of.
            let kept: f64 = ('a'..='z').map(|c| advance(c, weight)).sum();
            let drawn: f64 = ('a'..='z').map(font).sum();
            assert!(kept < drawn * 1.05, "{weight:?}: {kept} for {drawn}");
        }
    }

    #[test]
    fn an_accent_takes_no_room() {
        for (plain, accented) in [("Egypte", "Égypte"), ("Coree", "Corée"), ("Turkiye", "Türkiye")] {
            assert_eq!(width(plain, 10.0, Weight::Regular), width(accented, 10.0, Weight::Regular));
        }
    }

    #[test]
    fn what_is_known_of_a_letter_is_what_it_measures() {
        let letters = (' '..='\u{2ff}').chain('\u{2010}'..'\u{2027}').filter(|c| !c.is_control());
        for weight in [Weight::Regular, Weight::Bold] {
            for c in letters.clone() {
                let composed: String = c.to_string().nfc().collect();
                assert_eq!(composed, c.to_string());
                assert_eq!(width(&composed, 1.0, weight), advance(c, weight), "{c:?} {weight:?}");
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "Initiative internationale de lutte contre les rançongiciels «Counter Ransomware»";
        for room in [20.0, 47.0, 80.0, 133.0, 500.0] {
            for lines in 1..6 {
                let broken = wrap(text, 7.0, Weight::Regular, room, lines);
                assert!(broken.len() <= lines);
                assert!(broken.iter().all(|l| width(l, 7.0, Weight::Regular) <= room), "{broken:?}");
            }
        }
    }

    #[test]
    fn words_are_kept_where_they_fit() {
        let text = "Groupe de travail du G7 sur la cybersécurité";
        assert_eq!(wrap(text, 7.0, Weight::Regular, 110.0, 4).join(" "), text);
    }

    #[test]
    fn evening_out_breaks_no_word() {
        let text = "World Semiconductor Council";
        assert_eq!(wrap(text, 7.0, Weight::Regular, 75.0, 4), ["World", "Semiconductor", "Council"]);
    }

    #[test]
    fn line_breaks_and_turned_directions_become_plain() {
        assert_eq!(clean("a\n b\u{202e}\tc\u{7}d"), "a b c d");
        assert_eq!(clean("مصر"), "مصر");
    }
}
