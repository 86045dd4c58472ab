//! The lattice as SVG.

use super::lattice::{LatticeLayout, Link, Node};
use super::lattice_words as say;
use super::options::Options;
use super::paint::{frame, open};
use super::svg::{Svg, Writer, num};
use super::wheel::Point;
use crate::view::{Lang, LatticeView};

/// The lattice of a view.
pub fn lattice(view: &LatticeView, options: &Options) -> Svg {
    let layout = LatticeLayout::new(view, options);
    let lang = options.lang;
    let mut w = Writer::default();
    let parts = say::without_exception(view, lang).into_iter().chain(say::others(view, lang));
    let said: Vec<String> = parts.flat_map(|(_, sentences)| sentences).collect();
    let words = format!("{} {}", layout.frame.sentence, said.join(" "));
    open(&mut w, "lattice", (layout.width, layout.height), &layout.frame.title, &words, options);
    w.open("g", &[("class", "links".to_owned())]);
    layout.links.iter().for_each(|l| link(&mut w, view, l, lang));
    w.close();
    w.open("g", &[("class", "groups".to_owned())]);
    layout.nodes.iter().for_each(|n| node(&mut w, view, n, lang));
    w.close();
    w.open("g", &[("class", "legend".to_owned())]);
    for (kind, at, label) in &layout.legend {
        let class = if *kind == "weak" { "entry implication weak" } else { "entry implication" };
        w.open("g", &[("class", class.to_owned())]);
        let (low, high) = (Point { x: at.x + 10.0, y: at.y + 5.5 }, Point { x: at.x + 10.0, y: at.y - 7.0 });
        arrow(&mut w, &[low, high]);
        w.label(label);
        w.close();
    }
    w.close();
    w.open("g", &[("class", "sentences".to_owned())]);
    layout.sentences.iter().for_each(|l| w.label(l));
    w.close();
    frame(&mut w, layout.frame.labels());
    Svg { text: w.finish(), left_out: layout.frame.left_out }
}

/// A line with its head at the end.
fn arrow(w: &mut Writer, path: &[Point]) {
    let points: Vec<String> = path.iter().map(|p| format!("{} {}", num(p.x), num(p.y))).collect();
    w.path("span", format!("M{}", points.join("L")));
    if let [.., before, end] = path {
        let angle = (end.y - before.y).atan2(end.x - before.x);
        let corner = |turn: f64| {
            let a = angle + turn;
            format!("{} {}", num(end.x - 5.0 * a.cos()), num(end.y - 5.0 * a.sin()))
        };
        let tip = format!("{} {}", num(end.x), num(end.y));
        w.path("tip", format!("M{tip}L{}L{}z", corner(0.42), corner(-0.42)));
    }
}

fn ids(view: &LatticeView, group: usize) -> String {
    view.groups[group].columns.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn unit_ids(view: &LatticeView, group: usize) -> String {
    view.groups[group].units.iter().map(|u| u.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn link(w: &mut Writer, view: &LatticeView, link: &Link, lang: Lang) {
    let class = if link.weak { "implication weak" } else { "implication" };
    w.open(
        "g",
        &[
            ("class", class.to_owned()),
            ("data-from", ids(view, link.from)),
            ("data-to", ids(view, link.to)),
            ("data-units", unit_ids(view, link.from)),
        ],
    );
    w.text("title", &[], &say::implied(view, (link.from, link.to), lang));
    arrow(w, &link.path);
    w.close();
}

fn node(w: &mut Writer, view: &LatticeView, node: &Node, lang: Lang) {
    w.open(
        "g",
        &[
            ("class", "group".to_owned()),
            ("data-columns", ids(view, node.group)),
            ("data-units", unit_ids(view, node.group)),
        ],
    );
    let words = format!("{}: {}", say::names(view, node.group, lang), say::units(view, node.group, lang));
    w.text("title", &[], &words);
    let area = &node.area;
    w.empty(
        "rect",
        &[
            ("class", "tile".to_owned()),
            ("x", num(area.x)),
            ("y", num(area.y)),
            ("width", num(area.width)),
            ("height", num(area.height)),
            ("rx", num(2.5)),
        ],
    );
    node.labels.iter().for_each(|l| w.label(l));
    w.close();
}
