//! Networks far beyond what a page holds: a sensible selection is drawn, and the picture says what is left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::drawn::{elements, whole};
use relier::draw::{EgoLayout, ForceLayout, MOST_RIM, Options, WheelLayout, ego, force, network_dot, wheel};
use relier::view::{Lang, NetworkView};

/// How many actors.
const MANY: usize = 5_000;

/// A network of 5 000 countries whose ties are spread unevenly, from a seed; with or without the EU.
fn many(with_eu: bool) -> NetworkView {
    let mut view = whole();
    let country = view.nodes.iter().find(|n| n.id == "JPN").unwrap().clone();
    let tie = view.ties.iter().find(|t| t.id == "DP-JPN").unwrap().clone();
    view.nodes.retain(|n| with_eu && n.kind == "hub");
    view.ties.clear();
    let name = |i: usize| format!("N{i:04}");
    for i in 0..MANY {
        let mut node = country.clone();
        node.id = name(i);
        node.names.fr = format!("Pays {i}");
        node.names.en = format!("Country {i}");
        view.nodes.push(node);
    }
    // Numbers by a linear congruence, low ones more often: a few actors have many ties.
    let mut state: u64 = 7;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as f64 / (1_u64 << 31) as f64).powi(3)
    };
    for t in 0..3 * MANY {
        let (a, b) = ((next() * MANY as f64) as usize, (next() * MANY as f64) as usize);
        if a == b {
            continue;
        }
        let mut tie = tie.clone();
        tie.id = format!("T{t}");
        tie.participants = vec![name(a), name(b)];
        tie.parties = Vec::new();
        tie.meeting = Some("working");
        view.ties.push(tie);
    }
    view
}

fn degrees(view: &NetworkView) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for id in view.ties.iter().flat_map(|t| &t.participants) {
        *out.entry(id.as_str()).or_default() += 1;
    }
    out
}

fn shown(svg: &str) -> BTreeSet<String> {
    elements(svg).iter().filter_map(|e| e.find("data-node")).filter(|n| n.starts_with('N')).collect()
}

#[test]
fn the_most_connected_are_drawn_and_the_rest_is_counted() {
    for with_eu in [true, false] {
        let view = many(with_eu);
        let degrees = degrees(&view);
        for &lang in [Lang::Fr, Lang::En].iter() {
            let options = Options { lang, ..Options::default() };
            for (name, svg) in [("wheel", wheel(&view, &options)), ("force", force(&view, &options))] {
                let nodes = shown(svg.as_str());
                assert_eq!(nodes.len(), MOST_RIM, "{name}");
                let least = nodes.iter().map(|n| degrees[n.as_str()]).min().unwrap();
                let left =
                    degrees.iter().filter(|(n, _)| !nodes.contains(**n)).map(|(_, d)| *d).max().unwrap();
                assert!(least >= left, "{name}: {least} {left}");
                // Those that stand in no tie at all are counted apart.
                let beyond = degrees.len() - MOST_RIM;
                let words = if lang == Lang::Fr { "les moins reliés" } else { "the least connected" };
                let said = svg.left_out().iter().find(|s| s.starts_with(&format!("{beyond} ")));
                assert!(said.is_some_and(|s| s.contains(words) && s.contains("--focus")), "{name}: {said:?}");
                let text: String = elements(svg.as_str()).iter().map(|e| e.text.as_str()).collect();
                assert!(text.contains(&format!("{beyond} ")), "{name}: the picture says it too");
            }
        }
    }
}

#[test]
fn around_somebody_the_nearest_are_drawn() {
    let view = many(false);
    let focus = "N4000".to_owned();
    let degrees = degrees(&view);
    assert!(degrees.get("N4000").is_some_and(|d| *d < 10), "somebody without many ties");
    let beside: BTreeSet<&str> = view
        .ties
        .iter()
        .filter(|t| t.participants.contains(&focus))
        .flat_map(|t| t.participants.iter().map(String::as_str))
        .collect();
    let options = Options { focus: Some(focus), ..Options::default() };
    for svg in [wheel(&view, &options), force(&view, &options)] {
        let nodes = shown(svg.as_str());
        assert!(beside.iter().all(|n| nodes.contains(*n)), "{beside:?}");
        assert!(svg.left_out().iter().any(|s| s.contains("les plus loin") && s.contains("--depth")));
    }
}

#[test]
fn one_actor_of_many_and_labels_that_keep_apart() {
    let view = many(false);
    let options = Options::default();
    let ladder = EgoLayout::new(&view, "N0000", &options).unwrap();
    assert!(ladder.rungs.len() <= 80 && !ladder.left_out.is_empty());
    assert!(ego(&view, "N0000", &options).left_out().iter().any(|s| s.contains("pas de place")));
    let force = ForceLayout::new(&view, &options);
    for (i, a) in force.nodes.iter().enumerate() {
        assert!(force.nodes[..i].iter().all(|b| !a.area.overlaps(&b.area)), "{}", a.id);
    }
    let wheel = WheelLayout::new(&view, &options);
    let boxes = wheel.boxes();
    for (i, (_, a)) in boxes.iter().enumerate() {
        assert!(boxes[..i].iter().all(|(_, b)| !a.overlaps(b)));
    }
}

#[test]
fn dot_holds_them_all() {
    let view = many(false);
    let dot = network_dot(
        &view,
        &relier::draw::DotOptions {
            lang: Lang::En,
            engine: relier::draw::NETWORK_ENGINE,
            selection: &[],
            address: None,
        },
    );
    assert_eq!(dot.matches("class=\"actor partner\"").count(), MANY);
}
