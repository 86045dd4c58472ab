//! The samples of a legend, each painted as what it explains.

use super::bundle::reach;
use super::legend::{Entry, PER_ROW, Sample};
use super::paint::{cross, end, line, mark, square, star, stroked, tie_attributes, tie_title};
use super::paint_wheel::STAR;
use super::svg::{Writer, num};
use super::text::{Anchor, Label};
use super::theme::family;
use super::wheel::{MARK, Point};
use crate::view::{Lang, NetworkView};

/// An entry of a legend.
pub(super) fn legend(w: &mut Writer, view: &NetworkView, entry: &Entry, lang: Lang) {
    let Point { x, y } = entry.at;
    let (from, to) = (Point { x, y }, Point { x: x + 17.0, y });
    match &entry.sample {
        Sample::Kind(kind) => {
            w.open(
                "g",
                &[
                    ("class", format!("entry f-{} k-{kind}", family(kind).name())),
                    ("data-kind", (*kind).to_owned()),
                ],
            );
            stroked(w, kind, line(from, to));
            w.label(&entry.label);
            w.close();
        }
        Sample::State(word) => {
            w.open("g", &[("class", "entry f-action".to_owned()), ("data-state", (*word).to_owned())]);
            let short = reach(word);
            let to = Point { x: x + 14.0 * short, y };
            w.path("line", line(from, to));
            end(w, word, to, 0.0);
            w.label(&entry.label);
            w.close();
        }
        Sample::Tip(word) => {
            w.open("g", &[("class", "entry f-action".to_owned()), ("data-state", (*word).to_owned())]);
            let to = Point { x: x + 14.0, y };
            w.path("line", line(from, to));
            end(w, word, to, 0.0);
            w.label(&entry.label);
            w.close();
        }
        Sample::Shared(sign) => {
            let size = [("width", num(18.0)), ("height", num(8.6)), ("rx", num(4.3))];
            let ([wide, high, round], corner) = (size, [("x", num(x)), ("y", num(y - 4.3))]);
            let [left, top] = corner;
            w.empty("rect", &[("class", "plate".to_owned()), left, top, wide, high, round]);
            let middle = Label::line(sign.clone(), x + 9.0, y + 2.6, 7.2, "name").anchored(Anchor::Middle);
            w.label(&middle);
            w.label(&entry.label);
        }
        Sample::Mark(word) => {
            w.open("g", &[("class", "entry f-action".to_owned())]);
            let at = Point { x: x + 12.0, y };
            if *word == "concern" {
                cross(w, at)
            } else {
                mark(w, word, at)
            }
            w.label(&entry.label);
            w.close();
        }
        Sample::Unnamed(parts) => {
            w.label(&entry.label);
            let y = y + entry.label.next() - entry.label.y - entry.label.leading;
            for (n, (tie, state)) in parts.iter().enumerate() {
                let tie = &view.ties[*tie];
                let at = Point {
                    x: x + 1.5 + (n as f64 % PER_ROW) * MARK,
                    y: y + 7.0 + (n as f64 / PER_ROW).floor() * MARK,
                };
                w.open("g", &tie_attributes(tie));
                w.text("title", &[], &tie_title(tie, lang));
                mark(w, state, at);
                w.close();
            }
        }
        Sample::Country => {
            w.circle("dot", x + 9.0, y, 1.8);
            w.label(&entry.label);
        }
        Sample::Square => {
            square(w, Point { x: x + 9.0, y });
            w.label(&entry.label);
        }
        Sample::Plate => {
            let size = [("width", num(14.0)), ("height", num(6.4)), ("rx", num(2.0))];
            let ([wide, high, round], corner) = (size, [("x", num(x + 2.0)), ("y", num(y - 3.2))]);
            let [left, top] = corner;
            w.empty("rect", &[("class", "plate".to_owned()), left, top, wide, high, round]);
            w.label(&entry.label);
        }
        Sample::Star => {
            star(w, Point { x: x + 9.0, y }, STAR);
            w.label(&entry.label);
        }
        Sample::Alone => {
            w.circle("hollow", x + 9.0, y, 1.5);
            w.label(&entry.label);
        }
        Sample::Size(class) => {
            w.open("g", &[("class", "entry f-structural".to_owned())]);
            w.path(&format!("line {class}"), line(from, to));
            w.label(&entry.label);
            w.close();
        }
        Sample::Grouping(arc) => {
            if *arc {
                w.path("brace", line(Point { x: x + 4.0, y: y - 3.6 }, Point { x: x + 14.0, y: y - 3.6 }));
            }
            w.circle("ring", x + 9.0, y, 2.0);
            w.label(&entry.label);
        }
        Sample::Area(_) | Sample::Number | Sample::Count(_) | Sample::Heading => {
            entry.code.iter().for_each(|code| w.label(code));
            w.label(&entry.label);
        }
    }
}
