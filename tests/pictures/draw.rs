//! Pictures of the real network: what must hold of every one of them, in both languages and under every filter.

use std::collections::BTreeSet;

use crate::drawn;
use crate::drawn::{Node, drawn_once_or_left_out, elements, ids_of, selections, whole};
use relier::dataset::{Kind, Word};
use relier::draw::{EgoLayout, LabelBox, Options, Theme, WheelLayout, ego, wheel};
use relier::view::{Chosen, Label, Lang, NetworkView};

fn options(lang: Lang) -> Options {
    Options { lang, ..Options::default() }
}

fn everywhere(check: impl Fn(&str, &NetworkView, &Options)) {
    for (name, view) in selections() {
        for &lang in Lang::ALL {
            check(name, &view, &options(lang));
        }
    }
}

#[test]
fn no_label_lies_over_another_or_over_the_edge() {
    everywhere(|name, view, options| clear(name, &WheelLayout::new(view, options)));
}

pub(crate) fn clear(name: &str, layout: &WheelLayout) {
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
}

#[test]
fn every_label_can_be_read_on_a_page() {
    // 277 mm is 785.2 points: the width of a landscape A4 page within margins of 10 mm.
    const PAGE: f64 = 277.0 / 25.4 * 72.0;
    everywhere(|name, view, options| {
        // Every Member State, or every country that a grouping stands for, asks for larger paper.
        if name.starts_with("large") {
            return;
        }
        let layout = WheelLayout::new(view, options);
        let svg = wheel(view, options);
        let shown = elements(svg.as_str());
        let width: f64 =
            shown[0].get("viewBox").split(' ').nth(2).and_then(|w| w.parse().ok()).expect("a width");
        for (label, _) in layout.boxes() {
            assert!(label.size * PAGE / width >= 7.0, "{name}: {:?}", label.lines);
        }
    });
}

#[test]
fn every_tie_is_drawn_once_or_counted() {
    everywhere(|name, view, options| {
        let layout = WheelLayout::new(view, options);
        let svg = wheel(view, options);
        drawn_once_or_left_out(name, view, &svg, &layout.left_out);
    });
}

#[test]
fn pictures_are_well_formed_and_keep_to_themselves() {
    everywhere(|name, view, options| {
        let svg = wheel(view, &Options { prefix: "one-".to_owned(), ..options.clone() });
        let all = elements(svg.as_str());
        assert_eq!(all[0].name, "svg");
        assert_eq!(all[0].get("lang"), options.lang.word());
        assert!(
            all.iter().all(|e| e.name != "script" && e.name != "image" && e.name != "foreignObject"),
            "{name}"
        );
        let ids = ids_of(&all);
        assert!(ids.iter().all(|id| id.starts_with("one-")), "{name}: {ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id stands twice");
        for element in &all {
            for (key, value) in &element.attributes {
                assert!(!key.starts_with("on") && key != "style", "{name}: {key}");
                assert!(!value.contains("://") || key == "xmlns", "{name}: {key}={value}");
            }
        }
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, view) in selections().into_iter().take(4) {
        let (one, two) = (wheel(&view, &options(Lang::Fr)), wheel(&view, &options(Lang::Fr)));
        assert_eq!(one, two, "{name}");
    }
}

#[test]
fn the_picture_says_what_it_is() {
    let view = whole();
    for &lang in Lang::ALL {
        let svg = wheel(&view, &options(lang));
        let texts: Vec<Node> = elements(svg.as_str());
        let text = texts.iter().flat_map(|e| e.text.split_whitespace()).collect::<Vec<_>>().join(" ");
        let limit = match lang {
            Lang::Fr => "Ce que disent deux documents; ce n’est pas un registre.",
            Lang::En => "What two documents say; not a registry.",
        };
        for wanted in [
            limit,
            "JOIN(2025) 140 final",
            "ST 15315/1/25 REV 1",
            &view.dataset.version,
            &view.dataset.digest[..12],
        ] {
            assert!(text.contains(wanted), "{lang:?}: {wanted}");
        }
        for kind in
            Kind::ALL.iter().map(|k| k.word()).filter(|k| !matches!(*k, "ACTION" | "MEMBER" | "FORUM"))
        {
            let count = view.ties.iter().filter(|t| t.kind == kind).count();
            if count > 0 {
                let words =
                    view.kinds.iter().find(|k| k.id == kind).expect("words of the kind").short.get(lang);
                assert!(text.contains(&format!("{words} · {count}")), "{lang:?}: {words} · {count}");
            }
        }
    }
}

#[test]
fn the_western_balkans_hold_one_dialogue() {
    let svg = wheel(&whole(), &options(Lang::Fr));
    let all = elements(svg.as_str());
    let dialogue: Vec<&Node> =
        all.iter().filter(|e| e.find("data-tie").as_deref() == Some("DD-WESTERN_BALKANS")).collect();
    assert_eq!(dialogue.len(), 1);
    let lines = all
        .iter()
        .filter(|e| e.path.contains("[DD-WESTERN_BALKANS]") && e.find("class").as_deref() == Some("line"));
    assert_eq!(lines.count(), 1);
}

#[test]
fn universal_bodies_are_counted_and_never_drawn() {
    everywhere(|name, view, options| {
        let universal: BTreeSet<&str> =
            view.nodes.iter().filter(|n| n.level == Some("universal")).map(|n| n.id.as_str()).collect();
        let svg = wheel(view, options);
        for element in elements(svg.as_str()) {
            assert!(element.find("data-node").is_none_or(|n| !universal.contains(n.as_str())), "{name}");
        }
        if !universal.is_empty() {
            assert!(svg.left_out().iter().any(|s| s.starts_with(&universal.len().to_string())), "{name}");
        }
    });
}

#[test]
fn a_page_gives_the_rules_itself() {
    let view = whole();
    let bare = wheel(&view, &Options { standalone: false, ..Options::default() });
    assert!(elements(bare.as_str()).iter().all(|e| e.name != "style"));
    for &theme in Theme::ALL {
        let svg = wheel(&view, &Options { theme, ..Options::default() });
        let rules = elements(svg.as_str()).into_iter().find(|e| e.name == "style").expect("rules").text;
        assert!(!rules.contains("var("), "colors are resolved in a file that stands alone");
    }
    let classes: BTreeSet<String> = elements(bare.as_str())
        .iter()
        .filter_map(|e| e.find("class"))
        .flat_map(|c| c.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let sheet = relier::draw::stylesheet();
    for class in ["line", "full", "open", "muted", "dot", "ring", "rim", "hub", "hit"] {
        assert!(classes.contains(class) && sheet.contains(&format!(".{class}")), "{class}");
    }
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
    let mut view = whole();
    for (i, node) in view.nodes.iter_mut().enumerate() {
        node.names.fr = hostile[i % hostile.len()].to_owned();
        if let Some(region) = &mut node.region {
            region.fr = format!("{}{}", region.fr, hostile[i % 3]);
        }
    }
    for (i, tie) in view.ties.iter_mut().enumerate() {
        tie.names.fr = hostile[i % hostile.len()].to_owned();
    }
    for (i, kind) in view.kinds.iter_mut().enumerate() {
        kind.short.fr = hostile[i % hostile.len()].to_owned();
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
    let svg = wheel(&view, &options);
    let all = elements(svg.as_str());
    assert!(all.iter().all(|e| !matches!(e.name.as_str(), "b" | "script")));
    assert!(
        all.iter()
            .any(|e| e.name == "title" && e.text.starts_with("\"quoted\" & 'single' <b>bold</b> ]]> -->"))
    );
    assert!(
        !svg.as_str().contains('\u{0}')
            && !svg.as_str().contains('\u{1b}')
            && !svg.as_str().contains('\u{202e}')
    );
    clear("hostile", &WheelLayout::new(&view, &options));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(12))]
    #[test]
    fn names_of_any_length_keep_apart(names in proptest::collection::vec("[A-Za-zÀ-ÿ’ -]{1,90}", 120)) {
        let mut view = whole();
        let actors = view.nodes.iter_mut().filter(|n| !matches!(n.kind, "instrument" | "action"));
        for (node, name) in actors.zip(names.iter().cycle()) {
            node.names.en = name.clone();
        }
        clear("any names", &WheelLayout::new(&view, &options(Lang::En)));
    }
}

#[test]
fn boxes_that_touch_do_not_overlap() {
    let area = LabelBox { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };
    assert!(!area.overlaps(&LabelBox { x: 10.0, ..area }));
    assert!(area.overlaps(&LabelBox { x: 9.0, ..area }));
}

/// Actors whose ladders differ: a core partner, one with groupings alone, a grouping, a forum, one in a list alone.
const ACTORS: [&str; 9] = ["JPN", "ALB", "IND", "UKR", "WESTERN_BALKANS", "LAC", "G7", "OECD", "UGA"];

#[test]
fn a_ladder_holds_every_tie_of_its_actor() {
    for &actor in &ACTORS {
        for (name, view) in [("all", drawn::every_class()), ("usual", whole())] {
            if !view.nodes.iter().any(|n| n.id == actor) {
                continue;
            }
            for &lang in Lang::ALL {
                let layout = EgoLayout::new(&view, actor, &options(lang)).expect("in the view");
                let boxes = layout.boxes();
                for (i, (label, area)) in boxes.iter().enumerate() {
                    assert!(area.inside(layout.width, layout.height), "{actor} {name}: {:?}", label.lines);
                    // 190 mm on an upright page, within the margin of the picture.
                    assert!(
                        label.size * (190.0 / 25.4 * 72.0) / (layout.width + 12.0) >= 6.5,
                        "{:?}",
                        label.lines
                    );
                    for (other, place) in &boxes[..i] {
                        assert!(
                            !area.overlaps(place),
                            "{actor} {name}: {:?} over {:?}",
                            label.lines,
                            other.lines
                        );
                    }
                }
                // What the documents say of one actor themselves stands on one page.
                let tall = (layout.height + 12.0) / (layout.width + 12.0);
                assert!(name != "usual" || tall <= 277.0 / 190.0, "{actor} {lang:?}: {tall}");
                let svg = ego(&view, actor, &options(lang));
                let drawn: Vec<String> =
                    elements(svg.as_str()).iter().filter_map(|e| e.find("data-tie")).collect();
                let once: BTreeSet<&str> = drawn.iter().map(String::as_str).collect();
                assert_eq!(once.len(), drawn.len(), "{actor} {name}");
                let left: BTreeSet<&str> = layout.left_out.iter().map(String::as_str).collect();
                let mine = view.ties.iter().filter(|t| t.participants.iter().any(|p| p == actor));
                let all: BTreeSet<&str> = mine.map(|t| t.id.as_str()).collect();
                assert_eq!(once.union(&left).copied().collect::<BTreeSet<_>>(), all, "{actor} {name}");
                assert_eq!(ego(&view, actor, &options(lang)), svg);
            }
        }
    }
}

#[test]
fn what_a_grouping_has_is_never_counted_as_a_members_own() {
    let svg = ego(&drawn::every_class(), "ALB", &options(Lang::En));
    let sentence = elements(svg.as_str()).into_iter().find(|e| e.name == "desc").expect("a description").text;
    assert!(sentence.starts_with("1 instrument, "), "{sentence}");
    assert!(sentence.contains("through a grouping"), "{sentence}");
}

#[test]
fn hostile_names_stay_text_on_a_ladder() {
    let mut view = drawn::every_class();
    for node in &mut view.nodes {
        node.names.en = format!("</text><b>\"{}'&\n{}", node.id, "long ".repeat(60));
    }
    for tie in &mut view.ties {
        tie.names.en = format!("<i>{}</i>{}", tie.id, "x".repeat(300));
    }
    let svg = ego(&view, "JPN", &options(Lang::En));
    assert!(elements(svg.as_str()).iter().all(|e| e.name != "b" && e.name != "i"));
    let layout = EgoLayout::new(&view, "JPN", &options(Lang::En)).expect("in the view");
    let boxes = layout.boxes();
    for (i, (label, area)) in boxes.iter().enumerate() {
        assert!(area.inside(layout.width, layout.height), "{:?}", label.lines);
        assert!(boxes[..i].iter().all(|(_, place)| !area.overlaps(place)), "{:?}", label.lines);
    }
}

#[test]
fn the_hub_and_a_stranger_get_the_wheel() {
    let view = whole();
    assert_eq!(ego(&view, "EU", &options(Lang::Fr)), wheel(&view, &options(Lang::Fr)));
    assert_eq!(ego(&view, "nobody", &options(Lang::Fr)), wheel(&view, &options(Lang::Fr)));
}

#[test]
fn a_number_of_members_is_a_minimum_where_their_list_is_incomplete() {
    let view = whole();
    let lists: Vec<_> = view.ties.iter().filter(|t| t.kind == Kind::Member.word()).collect();
    let short: Vec<_> = lists.iter().filter(|t| t.at_least).map(|t| t.participants[0].as_str()).collect();
    assert!(
        short.contains(&"HIROSHIMA_FRIENDS") && short.contains(&"COUNTER_RANSOMWARE_INITIATIVE"),
        "{short:?}"
    );
    let layout = WheelLayout::new(&view, &options(Lang::En));
    let mut told = 0;
    for spot in
        layout.rim.iter().chain(&layout.tables).filter(|s| s.membership.is_some() && s.brace.is_none())
    {
        let Some(list) = spot.membership.map(|t| &view.ties[t]) else { continue };
        let text = spot.label.lines.concat();
        let number = text.rsplit("· ").next().unwrap_or_default();
        assert_eq!(number.starts_with('≥'), list.at_least, "{text}");
        told += usize::from(list.at_least);
    }
    assert!(told >= 2, "{told}");
}
