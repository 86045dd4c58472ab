//! The titles of the calendar: words that run on from line to line, with their marks, their stars and who stands otherwise.

use super::calendar::Item;
use super::calendar_words::{by_source, exceptions};
use super::matrix_marks::tie_mark;
use super::sheet::said;
use super::text::{Label, Weight, width, wrap};
use super::wheel::Point;
use crate::view::{Lang, MonitorView, TieView};

/// Size of titles.
pub(super) const TEXT: f64 = 6.7;
/// From line to line.
pub(super) const LEADING: f64 = 7.84;
/// Where the second line of a running text begins.
pub(super) const FLOW: f64 = 10.0;
/// Between a title and what is said of it.
pub(super) const APART: f64 = 4.0;
/// Room for a star among words.
const STARRED: f64 = 8.0;

/// Where the next word of a running text stands, and between what it runs.
pub(super) struct Flow {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Flow {
    /// An entry with its state, its number and its title.
    pub(super) fn item<'a>(&mut self, view: &MonitorView, tie: &'a TieView, lang: Lang) -> Item<'a> {
        let number = mark(tie, 0.0, 0.0);
        let (title, _) = by_source(tie, lang);
        let lead = 8.6 + number.width() + 2.4;
        // State, number and first word stay together.
        let first = title.split(' ').next().unwrap_or_default();
        if self.x > self.left && self.x + lead + width(first, TEXT, Weight::Regular) > self.right {
            self.next();
        }
        let sign = Point { x: self.x, y: self.y - 2.4 };
        let mut labels = vec![Label { x: self.x + 8.6, y: self.y, ..number }];
        self.x += lead;
        let star = self.title(tie, lang, &mut labels);
        labels.extend(self.exceptions(view, tie, lang));
        self.x += 5.0;
        Item { tie, labels, bar: None, day: None, expected: None, sign: Some(sign), star }
    }

    /// The name of a tie; where an additional source speaks, behind it a star and the source.
    pub(super) fn title(&mut self, tie: &TieView, lang: Lang, labels: &mut Vec<Label>) -> Option<Point> {
        let (name, source) = by_source(tie, lang);
        labels.extend(self.words(name, "name"));
        let source = source?;
        // What the documents name has only its state from there.
        let state = if tie.rests_on_additional() { "" } else { said(lang, "état", "state") };
        let before = width(state, TEXT, Weight::Regular);
        if self.x + APART + before + STARRED + width(source, TEXT, Weight::Regular) > self.right {
            self.next();
        } else {
            self.x += APART;
        }
        if !state.is_empty() {
            labels.push(Label::line(state, self.x, self.y, TEXT, "muted"));
            self.x += before;
        }
        let star = Point { x: self.x + STARRED / 2.0, y: self.y - 2.4 };
        self.x += STARRED;
        labels.extend(self.words(source, "muted"));
        Some(star)
    }

    /// The partners whose part stands otherwise than the whole.
    pub(super) fn exceptions(&mut self, view: &MonitorView, tie: &TieView, lang: Lang) -> Vec<Label> {
        let Some(text) = exceptions(view, tie, lang) else { return Vec::new() };
        self.x += 3.0;
        self.words(&text, "muted")
    }

    /// Words from here on, a label for each line.
    fn words(&mut self, text: &str, class: &'static str) -> Vec<Label> {
        let weight = Weight::Regular;
        // A word wider than a whole line comes broken.
        let text = wrap(text, TEXT, weight, self.right - self.left, usize::MAX).join(" ");
        let (mut labels, mut line, mut from) = (Vec::new(), String::new(), self.x);
        for word in text.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            let fits = from + width(&longer, TEXT, weight) <= self.right;
            if fits || line.is_empty() && from <= self.left {
                line = longer;
            } else {
                if !line.is_empty() {
                    labels.push(Label::line(std::mem::take(&mut line), from, self.y, TEXT, class));
                }
                self.next();
                (line, from) = (word.to_owned(), self.left);
            }
        }
        self.x = from + width(&line, TEXT, weight);
        labels.push(Label::line(line, from, self.y, TEXT, class));
        labels
    }

    pub(super) fn next(&mut self) {
        (self.x, self.y) = (self.left, self.y + LEADING);
    }
}

/// Row, example or kind.
pub(super) fn mark(tie: &TieView, x: f64, y: f64) -> Label {
    Label::line(tie_mark(tie), x, y, TEXT, "muted").bold()
}
