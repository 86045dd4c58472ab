//! The network on paper: what must hold of it for every selection, in both languages.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::drawn::{drawn_once_or_left_out, elements, every_class, ids_of, select, selections, whole};
use relier::dataset::Word;
use relier::draw::{ForceLayout, LabelBox, Options, Shape, Svg, force, letters_lacking, png};
use relier::explorer::Query;
use relier::view::{Chosen, Label, Lang, NetworkView};

fn options(lang: Lang) -> Options {
    Options { lang, ..Options::default() }
}

/// A selection, drawn.
struct Drawn {
    name: &'static str,
    view: NetworkView,
    options: Options,
    layout: ForceLayout,
    svg: Svg,
}

/// Every selection in both languages, drawn once for all tests.
fn everywhere(check: impl Fn(&Drawn)) {
    static ALL: OnceLock<Vec<Drawn>> = OnceLock::new();
    let around = |actor: &str, depth, without_eu| {
        select(Query { focus: Some(actor.to_owned()), depth: Some(depth), without_eu, ..Query::default() })
    };
    let all = || {
        let more = [
            ("two steps around Japan without the EU", around("JPN", 2, true)),
            ("around Africa", around("AFRICA", 1, false)),
        ];
        let mut all = Vec::new();
        for (name, view) in selections().into_iter().chain(more) {
            for &lang in if all.len() < 16 { Lang::ALL } else { &[Lang::Fr] } {
                let options = Options { prefix: "one-".to_owned(), ..options(lang) };
                let (layout, svg) = (ForceLayout::new(&view, &options), force(&view, &options));
                all.push(Drawn { name, view: view.clone(), options, layout, svg });
            }
        }
        all
    };
    ALL.get_or_init(all).iter().for_each(check);
}

fn within(inner: LabelBox, outer: LabelBox) -> bool {
    const EDGE: f64 = 0.01;
    inner.x >= outer.x - EDGE
        && inner.x + inner.width <= outer.x + outer.width + EDGE
        && inner.y >= outer.y - EDGE
        && inner.y + inner.height <= outer.y + outer.height + EDGE
}

fn clear(name: &str, layout: &ForceLayout) {
    let boxes = layout.boxes();
    for (i, (label, area)) in boxes.iter().enumerate() {
        assert!(
            area.inside(layout.width, layout.height),
            "{name}: {:?} leaves the canvas: {area:?}",
            label.lines
        );
        for (other, place) in &boxes[..i] {
            assert!(
                !area.overlaps(place),
                "{name}: {:?} over {:?}: {area:?} {place:?}",
                label.lines,
                other.lines
            );
        }
    }
    for (i, node) in layout.nodes.iter().enumerate() {
        assert!(node.area.inside(layout.width, layout.height), "{name}: {}", node.id);
        // A line of letters is a little taller than the leading within which its node stands.
        let letters = node.label.bounds();
        let core = LabelBox { y: letters.y + 0.8, height: (letters.height - 1.6).max(0.0), ..letters };
        assert!(within(core, node.area), "{name}: {} leaves its node: {core:?} {:?}", node.id, node.area);
        for mark in &node.marks {
            assert!(
                within(LabelBox { x: mark.at.x, y: mark.at.y, width: 0.0, height: 0.0 }, node.area),
                "{name}"
            );
        }
        for other in &layout.nodes[..i] {
            assert!(!node.area.overlaps(&other.area), "{name}: {} over {}", node.id, other.id);
        }
        for (label, area) in layout.frame.labels().chain(layout.legend.labels()).map(|l| (l, l.bounds())) {
            assert!(!area.overlaps(&node.area), "{name}: {} over {:?}", node.id, label.lines);
        }
    }
}

#[test]
fn no_name_lies_over_another_nor_over_a_node() {
    everywhere(|d| clear(d.name, &d.layout));
}

#[test]
fn letters_can_be_read_on_a_page() {
    // 277 mm is 785.2 points: the width of a landscape A4 page within margins of 10 mm.
    const PAGE: f64 = 277.0 / 25.4 * 72.0;
    everywhere(|Drawn { name, layout, .. }| {
        // Every Member State, or every country that a grouping stands for, asks for larger paper.
        if name.starts_with("large") {
            return;
        }
        // What is named without its groupings stands closer than the rest: for paper there is the wheel.
        let least = if layout.nodes.len() > 100 && *name != "whole" { 6.0 } else { 6.5 };
        for (label, _) in layout.boxes() {
            let size = label.size * PAGE / (layout.width + 12.0);
            assert!(size >= least, "{name}: {size} {:?}", label.lines);
        }
    });
}

#[test]
fn every_tie_is_drawn_once_or_counted() {
    everywhere(|Drawn { name, view, layout, svg, .. }| {
        drawn_once_or_left_out(name, view, svg, &layout.left_out);
    });
}

#[test]
fn a_line_joins_the_actors_of_its_tie_or_the_oval_that_stands_for_it() {
    everywhere(|Drawn { name, view, layout, .. }| {
        let near = |id: &str, x: f64, y: f64| {
            let area = layout.nodes.iter().find(|n| n.id == id).map(|n| n.area);
            area.is_some_and(|a| {
                let (dx, dy) = ((a.x - x).max(x - a.x - a.width), (a.y - y).max(y - a.y - a.height));
                dx.max(dy) < 5.0
            })
        };
        for line in &layout.lines {
            let tie = &view.ties[line.tie];
            for at in [line.from, line.to] {
                let mut ends = tie.participants.iter().chain([&tie.id]);
                assert!(ends.any(|id| near(id, at.x, at.y)), "{name}: {} ends at {at:?}", tie.id);
            }
        }
    });
}

#[test]
fn an_actor_is_drawn_once_and_stands_apart_when_nothing_joins_it() {
    everywhere(|Drawn { name, view, layout, svg, .. }| {
        let nodes: Vec<String> = elements(svg.as_str()).iter().filter_map(|e| e.find("data-node")).collect();
        assert_eq!(nodes.iter().collect::<BTreeSet<_>>().len(), nodes.len(), "{name}");
        let joined: BTreeSet<&str> = layout
            .lines
            .iter()
            .flat_map(|l| view.ties[l.tie].participants.iter().map(String::as_str))
            .collect();
        for (id, _) in &layout.alone {
            assert!(id.as_deref().is_none_or(|id| !joined.contains(id)), "{name}: {id:?} is joined");
        }
    });
}

#[test]
fn without_the_eu_it_says_who_meets_whom() {
    let view = select(Query { without_eu: true, ..Query::default() });
    let layout = ForceLayout::new(&view, &options(Lang::En));
    let table = |id: &str| layout.nodes.iter().any(|n| n.id == id && n.shape == Shape::Table);
    assert!(table("G7") && table("OECD") && table("GAMS"));
    // By the public list of its members, those of the seven that are partners of the EU: not its Member States.
    let seven = view.ties.iter().position(|t| t.id == "MEMBER-G7").unwrap();
    assert_eq!(layout.lines.iter().filter(|l| l.tie == seven).count(), 4);
    // The Philippines sit at no table of the picture.
    let alone: Vec<&str> = layout.alone.iter().filter_map(|(id, _)| id.as_deref()).collect();
    assert!(alone.contains(&"PHL"), "{alone:?}");
}

#[test]
fn those_who_share_stand_nearer_than_strangers() {
    let view = select(Query { without_eu: true, ..Query::default() });
    let layout = ForceLayout::new(&view, &options(Lang::Fr));
    let at = |id: &str| layout.nodes.iter().find(|n| n.id == id).unwrap().point;
    let apart = |a: &str, b: &str| (at(a).x - at(b).x).hypot(at(a).y - at(b).y);
    let tables: Vec<&str> =
        layout.nodes.iter().filter(|n| n.shape == Shape::Table).map(|n| n.id.as_str()).collect();
    let (mut near, mut far) = ((0.0, 0), (0.0, 0));
    for table in tables {
        let members: Vec<&str> = view
            .ties
            .iter()
            .filter(|t| t.participants.iter().any(|p| p == table))
            .flat_map(|t| t.participants.iter().map(String::as_str))
            .collect();
        for node in layout.nodes.iter().filter(|n| n.shape == Shape::Country) {
            let sum = if members.contains(&node.id.as_str()) { &mut near } else { &mut far };
            *sum = (sum.0 + apart(table, &node.id), sum.1 + 1);
        }
    }
    let (near, far) = (near.0 / f64::from(near.1), far.0 / f64::from(far.1));
    assert!(near * 1.3 < far, "{near} {far}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, view) in selections().into_iter().take(4) {
        assert_eq!(force(&view, &options(Lang::Fr)), force(&view, &options(Lang::Fr)), "{name}");
    }
}

#[test]
fn it_is_well_formed_says_what_it_is_and_keeps_to_itself() {
    everywhere(|Drawn { name, view, options, svg, .. }| {
        let all = elements(svg.as_str());
        assert_eq!(all[0].get("data-picture"), "force");
        assert_eq!(all[0].get("lang"), options.lang.word());
        let ids = ids_of(&all);
        assert!(ids.iter().all(|id| id.starts_with("one-")), "{name}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id stands twice");
        let labelled = all[0].get("aria-labelledby");
        assert!(labelled.split(' ').all(|id| ids.iter().any(|i| i == id)), "{name}");
        let text = all.iter().flat_map(|e| e.text.split_whitespace()).collect::<Vec<_>>().join(" ");
        for wanted in ["JOIN(2025) 140 final", &view.dataset.digest[..12], "20 "] {
            assert!(text.contains(wanted), "{name}: {wanted}");
        }
        let named = all.iter().filter(|e| e.find("data-node").is_some() || e.find("data-tie").is_some());
        let titles = all.iter().filter(|e| e.name == "title").count();
        assert_eq!(named.count() + 1, titles, "{name}: each node and tie has its words");
    });
}

#[test]
fn hostile_names_stay_text() {
    let hostile = [
        "\"quoted\" & 'single' <b>bold</b> ]]> -->",
        "</text></svg><script>alert(1)</script>",
        "مصر جمهورية‏ العربية \u{202e}evil",
        "👩‍👩‍👧‍👦 emoji 🇪🇺",
        "line\nbreak\ttab\rreturn\u{0}\u{1b}\u{fffe}",
        &"very long ".repeat(30),
        &"x".repeat(300),
        "",
    ];
    for mut view in [whole(), select(Query { without_eu: true, ..Query::default() }), every_class()] {
        for (i, node) in view.nodes.iter_mut().enumerate() {
            node.names.fr = hostile[i % hostile.len()].to_owned();
        }
        for (i, tie) in view.ties.iter_mut().enumerate() {
            tie.names.fr = hostile[i % hostile.len()].to_owned();
        }
        let options = Options {
            title: Some(hostile[1].to_owned()),
            selection: vec![Chosen {
                option: "focus",
                words: Label { fr: hostile[0].to_owned(), en: hostile[0].to_owned() },
            }],
            prefix: "a\"b<".to_owned(),
            ..Options::default()
        };
        let svg = force(&view, &options);
        assert!(elements(svg.as_str()).iter().all(|e| !matches!(e.name.as_str(), "b" | "script")));
        clear("hostile", &ForceLayout::new(&view, &options));
        assert!(!letters_lacking(svg.as_str()).is_empty());
        png(svg.as_str(), 800).unwrap();
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(8))]
    #[test]
    fn names_of_any_length_keep_apart(names in proptest::collection::vec("[A-Za-zÀ-ÿ’ -]{1,90}", 120)) {
        let mut view = select(Query { without_eu: true, ..Query::default() });
        let actors = view.nodes.iter_mut().filter(|n| !matches!(n.kind, "instrument" | "action"));
        for (node, name) in actors.zip(names.iter().cycle()) {
            node.names.en = name.clone();
        }
        clear("any names", &ForceLayout::new(&view, &options(Lang::En)));
    }
}

#[test]
fn nothing_is_said_in_words() {
    let mut view = whole();
    view.ties.clear();
    view.nodes.clear();
    for &lang in Lang::ALL {
        let svg = force(&view, &options(lang));
        let words = elements(svg.as_str()).into_iter().find(|e| e.name == "desc").unwrap().text;
        assert!(
            words.starts_with(if lang == Lang::Fr { "La sélection" } else { "The selection" }),
            "{words}"
        );
        clear("nothing", &ForceLayout::new(&view, &options(lang)));
    }
}
