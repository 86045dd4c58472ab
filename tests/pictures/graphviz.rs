//! What an installed Graphviz makes of our text, and what becomes of a Graphviz that misbehaves.
//!
//! Without `dot` the tests that need it say so on standard error and pass; with the variable CI set they fail.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::reading::{classes, hostile, options, read, showable, view};
use relier::dataset::Word;
use relier::draw::{
    DotOptions, EGO_ENGINE, Engine, EngineError, GraphvizFormat, NETWORK_ENGINE, ego_dot, network_dot,
    render, render_with, svg_with_language,
};
use relier::explorer::Query;
use relier::view::{Lang, NetworkView};
use serde_json::Value;

const LIMIT: Duration = Duration::from_secs(120);

/// Whether Graphviz is there.
fn installed(test: &str) -> bool {
    let there = render("graph { a }", Engine::Dot, GraphvizFormat::Svg, LIMIT).is_ok();
    if !there {
        assert!(std::env::var_os("CI").is_none(), "Graphviz must be installed where CI is set");
        // Not eprintln!, which the test harness keeps to itself when the test passes.
        let _ = writeln!(std::io::stderr(), "NOT TESTED, since there is no Graphviz: {test}");
    }
    there
}

fn draw(dot: &str, engine: Engine, format: GraphvizFormat) -> String {
    String::from_utf8(render(dot, engine, format, LIMIT).unwrap_or_else(|e| panic!("{e}"))).unwrap()
}

fn json(dot: &str, engine: Engine) -> Value {
    serde_json::from_str(&draw(dot, engine, GraphvizFormat::Json)).unwrap()
}

/// The nodes of Graphviz's JSON; subgraphs stand in the same list.
fn nodes(graph: &Value) -> impl Iterator<Item = &Value> {
    graph["objects"].as_array().unwrap().iter().filter(|o| o.get("pos").is_some())
}

/// The words that Graphviz draws in a node, lines joined by spaces.
fn drawn(node: &Value) -> String {
    let operations = node["_ldraw_"].as_array().cloned().unwrap_or_default();
    let lines: Vec<&str> = operations.iter().filter_map(|o| o["text"].as_str()).collect();
    lines.join(" ")
}

#[test]
fn every_engine_draws_the_real_network() {
    if !installed("every engine draws the real network") {
        return;
    }
    let view = view(&Query::default());
    let mut pictures = BTreeSet::new();
    for &engine in Engine::ALL {
        let dot = network_dot(&view, &options(engine));
        // Graphviz writes a hyphen as an entity.
        let svg = draw(&dot, engine, GraphvizFormat::Svg).replace("&#45;", "-");
        let expected = read(&dot);
        assert_eq!(svg.matches("<g id=\"node").count(), expected.nodes.len(), "{}", engine.word());
        assert_eq!(svg.matches("<g id=\"edge").count(), expected.edges.len(), "{}", engine.word());
        for id in expected.nodes.keys() {
            assert_eq!(svg.matches(&format!("<title>{id}</title>")).count(), 1, "{}: {id}", engine.word());
            assert!(svg.contains(&format!("xlink:href=\"#node={id}\"")), "{}: {id}", engine.word());
        }
        assert!(svg.contains(&view.dataset.digest[..12]));
        assert!(pictures.insert(svg), "two engines drew the same");
    }
}

#[test]
fn no_actor_lies_over_another() {
    if !installed("no actor lies over another") {
        return;
    }
    let network = view(&Query::default());
    let whole = view(&classes(&["stated", "derived", "structural"]));
    let without = view(&Query { without_eu: true, ..Query::default() });
    // circo takes ten seconds for what the test above has it draw.
    for engine in [Engine::Dot, Engine::Neato, Engine::Fdp, Engine::Sfdp, Engine::Twopi] {
        for (what, view) in [("stated", &network), ("everything", &whole), ("without the EU", &without)] {
            let graph = json(&network_dot(view, &options(engine)), engine);
            let number = |node: &Value, key: &str| node[key].as_str().unwrap().parse::<f64>().unwrap();
            let places: Vec<(&str, f64, f64, f64, f64)> = nodes(&graph)
                .map(|node| {
                    let (x, y) = node["pos"].as_str().unwrap().split_once(',').unwrap();
                    let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                    // Inches to points; half of it to each side.
                    let (w, h) = (number(node, "width") * 36.0, number(node, "height") * 36.0);
                    (node["name"].as_str().unwrap(), x, y, w, h)
                })
                .collect();
            for (i, a) in places.iter().enumerate() {
                for b in &places[..i] {
                    let apart = (a.1 - b.1).abs() >= a.3 + b.3 - 0.5 || (a.2 - b.2).abs() >= a.4 + b.4 - 0.5;
                    assert!(apart, "{}, {what}: {} and {}", engine.word(), a.0, b.0);
                }
            }
        }
    }
}

#[test]
fn the_layered_engine_leads_from_the_actor_to_everybody_else() {
    if !installed("the layers of an ego picture") {
        return;
    }
    let view = view(&classes(&["stated", "derived"]));
    let graph = json(&ego_dot(&view, "EGY", &options(EGO_ENGINE)).unwrap(), EGO_ENGINE);
    let x = |id: &str| {
        let node = nodes(&graph).find(|n| n["name"] == id).unwrap_or_else(|| panic!("no {id}"));
        node["pos"].as_str().unwrap().split_once(',').unwrap().0.parse::<f64>().unwrap()
    };
    let tie = view.ties.iter().find(|t| t.id.ends_with(">EGY") && t.via == ["AFRICA"]).unwrap();
    let root = tie.id.strip_suffix(">EGY").unwrap();
    assert!(x("EGY") < x("AFRICA") && x("AFRICA") < x(root) && x(root) < x("EU"));
}

#[test]
fn graphviz_shows_hostile_names_as_they_are() {
    if !installed("hostile names in Graphviz") {
        return;
    }
    let mut view: NetworkView = view(&classes(&["stated"]));
    let names = hostile();
    let partners = view.nodes.iter_mut().filter(|n| n.kind == "partner");
    let mut called = Vec::new();
    for (node, name) in partners.zip(&names) {
        node.names = relier::view::Label { fr: name.clone(), en: name.clone() };
        called.push((node.id.clone(), showable(name)));
    }
    assert_eq!(called.len(), names.len(), "enough partners for all names");
    let dot = network_dot(&view, &options(NETWORK_ENGINE));
    let graph = json(&dot, NETWORK_ENGINE);
    assert_eq!(nodes(&graph).count(), read(&dot).nodes.len(), "a name made or lost a node");
    assert_eq!(graph["edges"].as_array().unwrap().len(), read(&dot).edges.len());
    for (id, name) in &called {
        let node = nodes(&graph).find(|n| n["name"] == id.as_str()).unwrap();
        assert_eq!(drawn(node), *name, "{id}");
    }
    // The SVG is well-formed XML that says the same.
    let svg = draw(&dot, NETWORK_ENGINE, GraphvizFormat::Svg);
    for text in
        ["say &quot;hi&quot;", "&lt;b&gt;bold&lt;/b&gt;", "R&amp;D &amp; co", "&amp;lt;b&amp;gt; &amp;amp;"]
    {
        assert!(svg.contains(text), "{text}");
    }
    assert!(!svg.contains("<b>") && !svg.contains("onload='alert"));
}

#[test]
fn hostile_ids_make_as_many_nodes_as_there_are() {
    if !installed("hostile ids in Graphviz") {
        return;
    }
    let mut view = view(&Query { instrument: vec!["DP".to_owned()], ..Query::default() });
    for (at, node) in view.nodes.iter_mut().filter(|n| n.kind == "partner").enumerate() {
        let id = ["a\"]; evil [label=\"", "trailing \\", "node", "<<B>x</B>>"][at % 4].to_owned();
        for tie in &mut view.ties {
            tie.participants.iter_mut().filter(|p| **p == node.id).for_each(|p| p.clone_from(&id));
        }
        node.id = id;
    }
    let dot = network_dot(&view, &options(Engine::Neato));
    let graph = json(&dot, Engine::Neato);
    assert_eq!(nodes(&graph).count(), read(&dot).nodes.len());
    assert!(nodes(&graph).all(|n| n["name"] != "evil"));
}

#[test]
fn the_svg_says_its_language_and_title() {
    if !installed("language of the SVG") {
        return;
    }
    let view = view(&Query::default());
    let dot = ego_dot(&view, "JPN", &DotOptions { lang: Lang::En, ..options(EGO_ENGINE) }).unwrap();
    let svg = draw(&dot, EGO_ENGINE, GraphvizFormat::Svg);
    let dressed = String::from_utf8(svg_with_language(svg.as_bytes(), Lang::En)).unwrap();
    let root = &dressed[dressed.find("<svg ").unwrap()..];
    let (tag, rest) = root.split_once('>').unwrap();
    assert!(tag.contains("lang=\"en\"") && tag.contains("role=\"graphics-document\""));
    assert!(rest.trim_start().starts_with("<title>Japan: its ties</title>"), "{}", &rest[..80]);
    assert_eq!(svg_with_language(b"no picture", Lang::Fr), b"no picture");
}

#[test]
fn a_text_that_is_no_dot_is_refused_in_the_words_of_graphviz() {
    if !installed("refusals of Graphviz") {
        return;
    }
    let error = render("graph {", Engine::Sfdp, GraphvizFormat::Svg, LIMIT).unwrap_err();
    assert!(error.to_string().contains("syntax error"), "{error}");
}

fn fake(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "graphviz", name].iter().collect()
}

fn with(name: &str, text: &str, limit: Duration) -> Result<Vec<u8>, EngineError> {
    render_with(fake(name).as_os_str(), text, GraphvizFormat::Svg, limit)
}

#[test]
fn a_missing_program_is_told_with_the_package_and_the_way_without_it() {
    let error = render_with("no-such-graphviz".as_ref(), "graph {}", GraphvizFormat::Svg, LIMIT).unwrap_err();
    assert!(matches!(error, EngineError::Missing { .. }));
    let words = error.to_string();
    for part in ["no-such-graphviz", "apt install graphviz", "--engine builtin"] {
        assert!(words.contains(part), "{words}");
    }
}

#[test]
fn a_program_that_cannot_run_is_told_with_the_reason() {
    let folder = fake("");
    let error = render_with(folder.as_os_str(), "graph {}", GraphvizFormat::Svg, LIMIT).unwrap_err();
    assert!(matches!(error, EngineError::Process { .. }), "{error:?}");
}

#[test]
fn a_slow_program_is_killed_at_the_limit() {
    let before = Instant::now();
    // More text than a pipe holds, which the program never reads.
    let error = with("slow", &" ".repeat(1_000_000), Duration::from_millis(300)).unwrap_err();
    assert!(matches!(error, EngineError::TooSlow { .. }), "{error:?}");
    assert!(error.to_string().contains("0.3 s"), "{error}");
    assert!(before.elapsed() < Duration::from_secs(10));
    #[cfg(target_os = "linux")]
    assert_eq!(processes("31.4159"), 0, "it is still there");
}

/// How many children of this test have these words in their command line; a zombie has none, but still a state.
#[cfg(target_os = "linux")]
fn processes(words: &str) -> usize {
    let own = std::process::id().to_string();
    let folders = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    folders
        .filter(|folder| {
            let line = std::fs::read_to_string(folder.path().join("cmdline")).unwrap_or_default();
            let stat = std::fs::read_to_string(folder.path().join("stat")).unwrap_or_default();
            // pid (name) state parent …
            let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
            let (state, parent) = (fields.next(), fields.next());
            let zombie = state == Some("Z") && stat.contains("(sleep)");
            parent == Some(own.as_str()) && (line.contains(words) || zombie)
        })
        .count()
}

#[test]
fn a_limit_of_nothing_ends_at_once() {
    let error = with("slow", "graph {}", Duration::ZERO).unwrap_err();
    assert!(matches!(error, EngineError::TooSlow { .. }));
}

#[test]
fn full_pipes_do_not_wait_for_each_other() {
    let text = "graph { } ".repeat(300_000);
    assert_eq!(with("busy", &text, LIMIT).unwrap(), text.as_bytes());
}

#[test]
fn a_program_that_stops_reading_is_quoted() {
    let error = with("refusing", &" ".repeat(1_000_000), LIMIT).unwrap_err();
    assert!(matches!(error, EngineError::Failed { .. }), "{error:?}");
    assert!(error.to_string().contains("syntax error in line 1"), "{error}");
}

#[test]
fn an_empty_picture_is_a_failure() {
    let error = with("empty", "graph {}", LIMIT).unwrap_err();
    assert!(error.to_string().contains("no reason"), "{error}");
}
