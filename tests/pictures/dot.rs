//! DOT says what the view says, whatever the names are, and Graphviz draws it.

use std::collections::{BTreeMap, BTreeSet};

use crate::reading;
use crate::reading::{Read, classes, hostile, ids, options, read, showable, view};
use proptest::prelude::*;
use relier::dataset::Word;
use relier::draw::{DotOptions, Engine, ego_dot, network_dot};
use relier::explorer::Query;
use relier::view::{Chosen, Label, Lang, NetworkView, TieView};

fn actors(view: &NetworkView) -> BTreeSet<&str> {
    let marks = ["instrument", "action", "area", "domain"];
    view.nodes.iter().filter(|n| !marks.contains(&n.kind)).map(|n| n.id.as_str()).collect()
}

/// Who sits at a stated tie: its participants, and the groupings through which its derived ties lead.
fn seats<'a>(view: &'a NetworkView, tie: &'a TieView, actors: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let prefix = format!("{}>", tie.id);
    let derived = view.ties.iter().filter(|t| t.class == "derived" && t.id.starts_with(&prefix));
    let all = tie.participants.iter().chain(derived.flat_map(|t| &t.via));
    all.map(String::as_str).filter(|p| actors.contains(p)).collect()
}

#[track_caller]
fn reached(read: &Read, group: &str, member: &str, tie: &str) -> bool {
    let joins = |a: &str, b: &str| (a == group && b == member) || (a == member && b == group);
    let by_line = read.edges.iter().filter(|(a, b, set)| joins(a, b) && ids(set).contains(tie)).count();
    let by_frame = read
        .frames
        .iter()
        .filter(|(name, ..)| *name == format!("cluster grouping {group}"))
        .filter(|(_, set, inside)| {
            ids(set).contains(tie) && inside.contains(group) && inside.contains(member)
        })
        .count();
    by_line + by_frame == 1
}

/// The whole comparison.
#[track_caller]
fn same_network(what: &str, view: &NetworkView, dot: &str) {
    let read = read(dot);
    let actors = actors(view);
    for actor in &actors {
        assert!(read.nodes.contains_key(*actor), "{what}: {actor} is missing");
    }
    let roots: BTreeSet<&str> =
        view.ties.iter().map(|t| t.id.rsplit_once('>').map_or(t.id.as_str(), |(id, _)| id)).collect();
    for node in read.nodes.keys().filter(|n| !actors.contains(n.as_str())) {
        assert!(roots.contains(node.as_str()), "{what}: {node} is neither an actor nor a tie");
    }
    let mut whole: BTreeMap<&str, Vec<BTreeSet<&str>>> = BTreeMap::new();
    for (a, b, set) in &read.edges {
        let between_actors = actors.contains(a.as_str()) && actors.contains(b.as_str());
        let named = ids(set);
        if between_actors {
            let derived = set.get("class").is_some_and(|c| c.starts_with("tie derived"));
            assert!(!named.is_empty() || derived, "{what}: a line {a} -- {b} that is no tie");
        } else {
            assert!(named.is_empty(), "{what}: a part of a tie that claims to be the tie");
        }
        for id in named {
            whole.entry(id).or_default().push(BTreeSet::from([a.as_str(), b.as_str()]));
        }
    }
    let known: BTreeSet<&str> = view.ties.iter().map(|t| t.id.as_str()).collect();
    let said = read.edges.iter().map(|(_, _, set)| set).chain(read.nodes.values());
    for id in said.chain(read.frames.iter().map(|(_, set, _)| set)).flat_map(ids) {
        assert!(known.contains(id), "{what}: there is no tie {id}");
    }
    for tie in &view.ties {
        match tie.class {
            "stated" => {
                let seats = seats(view, tie, &actors);
                if let Some(node) = read.nodes.get(tie.id.as_str()) {
                    assert_eq!(ids(node), BTreeSet::from([tie.id.as_str()]), "{what}");
                    assert!(!whole.contains_key(tie.id.as_str()), "{what}: {} is a node and a line", tie.id);
                    let programmes = tie.programmes.iter().map(String::as_str).filter(|p| actors.contains(p));
                    let mut expected: Vec<&str> = seats.iter().copied().chain(programmes).collect();
                    expected.sort_unstable();
                    assert_eq!(read.neighbours(&tie.id), expected, "{what}: {}", tie.id);
                } else {
                    assert_eq!(whole.get(tie.id.as_str()), Some(&vec![seats]), "{what}: {}", tie.id);
                }
            }
            "derived" => {
                let member = tie.id.rsplit_once('>').unwrap().1;
                for group in &tie.via {
                    assert!(reached(&read, group, member, &tie.id), "{what}: {} through {group}", tie.id);
                }
            }
            _ => {
                for member in &tie.participants[1..] {
                    let group = &tie.participants[0];
                    assert!(reached(&read, group, member, &tie.id), "{what}: {group} and {member}");
                }
            }
        }
    }
}

fn filters() -> Vec<(&'static str, Query)> {
    let words = |word: &str| vec![word.to_owned()];
    let all = classes(&["stated", "derived", "structural"]);
    vec![
        ("stated", Query::default()),
        ("everything", all.clone()),
        ("derived alone", classes(&["derived"])),
        ("memberships alone", classes(&["structural"])),
        ("without the EU", Query { without_eu: true, ..all.clone() }),
        ("the EU split", Query { split_eu: true, ..classes(&["stated", "derived"]) }),
        ("digital partnerships", Query { instrument: words("DP"), ..all.clone() }),
        ("actions in force", Query { instrument: words("ACTION"), state: words("active"), ..all.clone() }),
        ("semiconductors", Query { area: words("SEM"), ..all.clone() }),
        ("forums", Query { kind: words("forum"), ..all.clone() }),
        ("around Japan", Query { focus: Some("JPN".to_owned()), depth: Some(1), ..all }),
        ("nothing", Query { instrument: words("TTC"), area: words("EID"), ..Query::default() }),
    ]
}

#[test]
fn the_text_holds_the_nodes_and_ties_of_the_view_under_every_filter_and_engine() {
    for (what, query) in filters() {
        let view = view(&query);
        // Lines; frames; a node for every tie. The other engines get one of these texts with other spacing.
        for engine in [Engine::Sfdp, Engine::Dot, Engine::Twopi] {
            let dot = network_dot(&view, &options(engine));
            same_network(&format!("{what}, {}", engine.word()), &view, &dot);
        }
    }
}

#[test]
fn a_tie_of_many_is_a_node_and_a_tie_of_two_a_line() {
    let view = view(&Query::default());
    let read = read(&network_dot(&view, &options(Engine::Sfdp)));
    // Row 36 of the annex names sixteen; the digital partnership with Japan is between two.
    let row = view.ties.iter().find(|t| t.row == Some(36)).unwrap();
    assert!(row.participants.len() > 10);
    assert_eq!(read.neighbours(&row.id).len(), row.participants.len());
    assert!(!read.nodes.contains_key("DP-JPN"));
    let lines: Vec<_> = read.edges.iter().filter(|(_, _, set)| ids(set).contains("DP-JPN")).collect();
    assert_eq!(lines.len(), 1);
    let (a, b, set) = lines[0];
    assert_eq!(BTreeSet::from([a.as_str(), b.as_str()]), BTreeSet::from(["EU", "JPN"]));
    let quote = &view.ties.iter().find(|t| t.id == "DP-JPN").unwrap().evidence[0].quote;
    assert!(set["tooltip"].contains(quote.as_str()));
    assert_eq!(set["URL"], "#node=DP-JPN");
}

#[test]
fn the_ego_picture_shows_every_tie_of_the_actor_and_everybody_at_it() {
    let view = view(&classes(&["stated", "derived"]));
    for ego in ["JPN", "EGY", "AFRICAN_UNION", "HORIZON_EUROPE"] {
        for &engine in Engine::ALL {
            let read = read(&ego_dot(&view, ego, &options(engine)).unwrap());
            let mut expected = BTreeSet::new();
            for tie in &view.ties {
                let stated =
                    tie.class == "stated" && tie.participants.iter().chain(&tie.programmes).any(|p| p == ego);
                let derived = tie.class == "derived" && tie.id.ends_with(&format!(">{ego}"));
                if stated || derived {
                    expected.insert(tie.id.rsplit_once('>').map_or(tie.id.as_str(), |(id, _)| id));
                }
            }
            assert!(!expected.is_empty());
            let actors = actors(&view);
            let ties: BTreeSet<&str> =
                read.nodes.keys().map(String::as_str).filter(|n| !actors.contains(n)).collect();
            assert_eq!(ties, expected, "{ego}");
            for id in expected {
                let tie = view.ties.iter().find(|t| t.id == id).unwrap();
                let around = read.neighbours(id);
                assert!(tie.participants.iter().all(|p| around.contains(&p.as_str())), "{ego}: {id}");
                assert!(read.nodes[id]["label"].replace('\n', " ").starts_with(&tie.names.fr), "{id}");
            }
        }
    }
    assert!(ego_dot(&view, "ATLANTIS", &options(Engine::Dot)).is_none());
}

#[test]
fn the_caption_gives_dates_version_digest_sources_and_selection() {
    let view = view(&Query::default());
    let words = "instrument <DP> & co".to_owned();
    let words = Label { fr: words.clone(), en: words };
    let selection = [Chosen { option: "instrument", words }];
    for lang in [Lang::Fr, Lang::En] {
        let dot = network_dot(&view, &DotOptions { lang, selection: &selection, ..options(Engine::Neato) });
        let label = &read(&dot).graph["label"];
        let digest = &view.dataset.digest[..12];
        for part in ["2025-11-20", "1.0.0", digest, "JOIN(2025) 140 final", "ST 15315/1/25 REV 1"] {
            assert!(label.contains(part), "{part} in {label}");
        }
        assert!(label.contains("instrument &lt;DP&gt; &amp; co"));
        assert!(!label.contains(&view.dataset.digest[..13]), "twelve digits are enough");
    }
}

#[test]
fn names_follow_the_language_and_quotations_do_not() {
    let view = view(&Query::default());
    for lang in [Lang::Fr, Lang::En] {
        let read = read(&network_dot(&view, &DotOptions { lang, ..options(Engine::Sfdp) }));
        let japan = view.nodes.iter().find(|n| n.id == "JPN").unwrap();
        assert_eq!(read.nodes["JPN"]["label"], japan.names.get(lang));
        let tie = view.ties.iter().find(|t| t.id == "DP-JPN").unwrap();
        let line = read.edges.iter().find(|(_, _, set)| ids(set).contains("DP-JPN")).unwrap();
        assert!(line.2["tooltip"].starts_with(tie.names.get(lang)));
        assert!(line.2["tooltip"].contains(&tie.evidence[0].quote));
    }
}

#[test]
fn the_same_network_gives_the_same_bytes() {
    let query = classes(&["stated", "derived", "structural"]);
    for &engine in Engine::ALL {
        assert_eq!(
            network_dot(&view(&query), &options(engine)),
            network_dot(&view(&query), &options(engine))
        );
    }
    let ego = || ego_dot(&view(&query), "JPN", &options(Engine::Dot));
    assert_eq!(ego(), ego());
}

/// The network of the digital partnerships, in which names, quotations and ids can be replaced.
fn small() -> NetworkView {
    view(&Query { instrument: vec!["DP".to_owned()], ..Query::default() })
}

/// A label as Graphviz shows it: entities read once, line breaks and spaces alike.
fn label(set: &reading::Attributes) -> String {
    set["label"].replace('\n', " ").replace("&amp;", "&")
}

/// Gives every name and quotation of the view this text; the ids stay.
fn called(mut view: NetworkView, name: &str) -> NetworkView {
    let both = relier::view::Label { fr: name.to_owned(), en: name.to_owned() };
    for node in &mut view.nodes {
        node.names = both.clone();
        node.note = Some(relier::view::Label { fr: name.to_owned(), en: name.to_owned() });
    }
    for tie in &mut view.ties {
        tie.names = both.clone();
        tie.evidence.iter_mut().for_each(|e| e.quote = name.to_owned());
    }
    view
}

#[track_caller]
fn survives(name: &str) {
    let view = called(small(), name);
    let expected = showable(name);
    let whole = network_dot(&view, &options(Engine::Fdp));
    same_network(name, &view, &whole);
    let network = read(&whole);
    let ego = read(&ego_dot(&view, "JPN", &options(Engine::Dot)).unwrap());
    for id in ["EU", "JPN", "KOR"] {
        assert_eq!(label(&network.nodes[id]), expected);
    }
    assert_eq!(label(&ego.nodes["JPN"]), expected);
    assert!(label(&ego.nodes["DP-JPN"]).starts_with(&expected));
    assert!(ego.nodes["DP-JPN"]["tooltip"].replace('\n', " ").replace("&amp;", "&").contains(&expected));
    assert!(ego.name.replace('\n', " ").replace("&amp;", "&").starts_with(&expected));
}

#[test]
fn hostile_names_survive() {
    for name in hostile() {
        survives(&name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_name_survives(name in "(?s).{0,40}") {
        survives(&name);
    }

    #[test]
    fn marks_of_the_language_survive_in_any_order(name in r#"[\\"<>&;{}\[\]=#/ \n\tlNa-]{0,24}"#) {
        survives(&name);
    }
}

#[test]
fn hostile_ids_stay_apart() {
    let mut view = small();
    let names = hostile();
    let mut fresh = BTreeMap::new();
    let ids: Vec<String> = actors(&view).into_iter().map(str::to_owned).collect();
    for group in names.chunks(ids.len()) {
        for (id, name) in ids.iter().zip(group) {
            // What cannot be shown does not tell ids apart; a number does.
            fresh.insert(id.clone(), format!("{}{}", fresh.len(), name.replace(['\r', '\0', '\u{1b}'], "")));
        }
        let old = fresh.clone();
        let rename = |id: &mut String| {
            if let Some(new) = old.get(id) {
                id.clone_from(new);
            }
        };
        view.nodes.iter_mut().for_each(|n| rename(&mut n.id));
        for tie in &mut view.ties {
            tie.participants.iter_mut().chain(&mut tie.programmes).for_each(rename);
            tie.parties.iter_mut().for_each(|p| rename(&mut p.id));
        }
        same_network("hostile ids", &view, &network_dot(&view, &options(Engine::Dot)));
        for (_, new) in std::mem::take(&mut fresh) {
            assert!(ego_dot(&view, &new, &options(Engine::Dot)).is_some());
        }
        view = small();
    }
}
