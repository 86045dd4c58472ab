//! What the caller adds to a picture: a caption of one's own, and a choice of the names in it.

use crate::drawn::{Node, elements, selections, whole};
use relier::draw::{Labels, Options, Sample, WheelLayout, caption, ego, wheel};
use relier::view::Lang;

const HOSTILE: [&str; 5] = [
    "\"quoted\" & 'single' <b>bold</b> ]]> -->",
    "</text></svg><script>alert(1)</script>",
    "مصر جمهورية‏ العربية \u{202e}evil 👩‍👩‍👧‍👦",
    "line\nbreak\ttab\rreturn\u{0}\u{1b}\u{fffe}",
    "x&lt;",
];

fn captioned(text: &str, lang: Lang) -> Options {
    Options { lang, caption: caption(text).expect("short enough"), ..Options::default() }
}

fn said(all: &[Node]) -> String {
    all.iter()
        .filter(|e| matches!(e.name.as_str(), "text" | "tspan"))
        .flat_map(|e| e.text.split_whitespace())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_caption_stands_in_the_picture_whole_and_as_text() {
    let view = whole();
    let long = "Ce que disent les documents de chaque partenaire, et ce qu’ils ne disent pas. ".repeat(7);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        let options = captioned(text, Lang::Fr);
        let wanted = options.caption.clone().expect("a caption");
        for svg in [wheel(&view, &options), ego(&view, "JPN", &options)] {
            let all = elements(svg.as_str());
            assert!(all.iter().all(|e| !matches!(e.name.as_str(), "b" | "script")), "{text}");
            let printable: String = wanted.chars().filter(|c| !c.is_control() && *c != '\u{fffe}').collect();
            let words = printable.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said(&all).contains(&words), "{words}\nnot in\n{}", said(&all));
            let desc = all.iter().find(|e| e.name == "desc").expect("a description");
            assert!(desc.text.starts_with(words.split(' ').next().expect("a word")), "{}", desc.text);
        }
    }
}

#[test]
fn a_caption_of_any_length_lies_over_nothing() {
    for text in ["Figure 1", &"mot ".repeat(150), &"x".repeat(600)] {
        for (name, view) in selections().into_iter().take(4) {
            let layout = WheelLayout::new(&view, &captioned(text, Lang::En));
            let boxes = layout.boxes();
            for (i, (label, area)) in boxes.iter().enumerate() {
                assert!(area.inside(layout.width, layout.height), "{name}: {:?}", label.lines);
                for (other, place) in &boxes[..i] {
                    assert!(!area.overlaps(place), "{name}: {:?} over {:?}", label.lines, other.lines);
                }
            }
        }
    }
}

#[test]
fn fewer_names_move_nothing_and_keep_every_name_for_those_who_listen() {
    for (name, view) in selections() {
        let drawn = |labels| {
            let options = Options { lang: Lang::En, labels, ..Options::default() };
            elements(wheel(&view, &options).as_str())
        };
        let all = drawn(Labels::All);
        let nodes =
            |all: &[Node]| -> Vec<String> { all.iter().filter_map(|e| e.find("data-node")).collect() };
        let names = |all: &[Node]| -> usize {
            all.iter().filter(|e| e.name == "text" && e.get("class").split(' ').any(|c| c == "name")).count()
        };
        let spokes = |all: &[Node]| -> Vec<String> {
            all.iter()
                .filter(|e| e.find("class").as_deref() == Some("line"))
                .filter_map(|e| e.find("d"))
                .collect()
        };
        let (core, none) = (drawn(Labels::Core), drawn(Labels::None));
        assert_eq!(nodes(&all), nodes(&core), "{name}");
        assert_eq!(nodes(&all), nodes(&none), "{name}");
        assert_eq!(spokes(&all), spokes(&none), "{name}");
        assert!(names(&none) <= names(&core) && names(&core) <= names(&all), "{name}");
    }
    // Of the whole network exactly the eleven holders of a core instrument keep their names on the rim.
    let options = Options { lang: Lang::En, labels: Labels::Core, ..Options::default() };
    let layout = WheelLayout::new(&whole(), &options);
    let mut named: Vec<&str> =
        layout.rim.iter().filter(|s| !s.label.lines.is_empty()).map(|s| s.id.as_str()).collect();
    named.sort_unstable();
    // Footnotes 12 to 14 of JOIN(2025) 140 name the councils, the partnerships and the dialogues.
    let mut holders = vec!["ARG", "AUS", "BRA", "CAN", "IND", "JPN", "KOR", "MEX", "SGP", "USA"];
    holders.push(named.iter().find(|id| id.len() > 3).expect("the Western Balkans"));
    holders.sort_unstable();
    assert_eq!(named, holders);
}

#[test]
fn those_who_share_most_tables_are_named_with_their_number() {
    let views = selections();
    let view = &views.iter().find(|(name, _)| *name == "without the EU").expect("the selection").1;
    let layout = WheelLayout::new(view, &Options { lang: Lang::En, ..Options::default() });
    let said: Vec<(usize, String)> = layout
        .legend
        .entries
        .iter()
        .filter_map(
            |e| if let Sample::Count(n) = e.sample { Some((n, e.label.lines.join(" "))) } else { None },
        )
        .collect();
    assert!(!said.is_empty());
    // Counted here from the lists of members alone: tables are the forums that are not universal.
    let tables: Vec<&Vec<String>> = view
        .ties
        .iter()
        .filter(|t| t.kind == "MEMBER")
        .map(|t| &t.participants)
        .filter(|p| {
            view.nodes.iter().any(|n| n.id == p[0] && n.kind == "forum" && n.level != Some("universal"))
        })
        .collect();
    let rim: Vec<_> = view
        .nodes
        .iter()
        .filter(|n| layout.rim.iter().any(|s| s.id == n.id) && n.kind == "partner")
        .collect();
    let least = said.iter().map(|(n, _)| *n).min().expect("a pair");
    let mut wanted = Vec::new();
    for (i, a) in rim.iter().enumerate() {
        for b in &rim[i + 1..] {
            let both = tables.iter().filter(|t| t.contains(&a.id) && t.contains(&b.id)).count();
            if both >= least {
                let mut names = [a.names.en.as_str(), b.names.en.as_str()];
                names.sort_unstable();
                wanted.push((both, names.join(" + ")));
            }
        }
    }
    let mut said: Vec<(usize, String)> = said
        .into_iter()
        .map(|(n, text)| {
            let mut names: Vec<&str> = text.split(" – ").collect();
            names.sort_unstable();
            (n, names.join(" + "))
        })
        .collect();
    said.sort();
    wanted.sort();
    assert_eq!(said, wanted);
}
