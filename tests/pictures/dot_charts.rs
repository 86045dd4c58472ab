//! Matrix and lattice as DOT: read back by graphviz-rust's parser and by an installed Graphviz, they hold the same cells
//! and the same implications.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::Duration;

use crate::reading::{hostile, ids, options, read, showable};
use crate::support;
use relier::dataset::{Word, parse_date};
use relier::draw::{Engine, GraphvizFormat, lattice_dot, matrix_dot, render};
use relier::explorer::Explorer;
use relier::network::Dates;
use relier::view::{
    Against, GroupView, Label, LatticeView, Named, NearView, PartnersMatrix, Units, lattice_view,
    partners_matrix,
};
use serde_json::Value;

const LIMIT: Duration = Duration::from_secs(60);

fn explorer() -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: day, known: day })
}

fn matrices() -> Vec<PartnersMatrix> {
    let explorer = explorer();
    let pairs = Against::ALL.iter().flat_map(|&a| Units::ALL.iter().map(move |&u| (a, u)));
    pairs.map(|(against, units)| partners_matrix(&explorer, against, units)).collect()
}

/// The lattice of the data, and one with implications, exceptions and a circle of them.
fn lattices() -> Vec<LatticeView> {
    let explorer = explorer();
    let real = lattice_view(&explorer, Against::Domains);
    let named =
        |id: &str| Named { id: id.to_owned(), names: Label { fr: format!("fr {id}"), en: id.to_owned() } };
    let group = |columns: &[&str], units: &[&str]| GroupView {
        columns: columns.iter().map(|c| named(c)).collect(),
        units: units.iter().map(|u| named(u)).collect(),
    };
    let made = LatticeView {
        units: 4,
        groups: vec![
            group(&["D1"], &["JPN"]),
            group(&["D2", "D3"], &["JPN", "KOR"]),
            group(&["D4"], &["JPN", "KOR", "CAN"]),
            group(&["D5"], &["JPN", "CAN"]),
        ],
        covers: vec![(0, 1), (1, 2), (0, 3), (3, 2)],
        near: vec![
            NearView { from: 1, to: 3, exception: named("KOR") },
            NearView { from: 3, to: 1, exception: named("CAN") },
        ],
        ..real.clone()
    };
    vec![real, lattice_view(&explorer, Against::Areas), made]
}

#[test]
fn a_matrix_read_back_has_the_same_rows_columns_and_cells() {
    for view in matrices() {
        let graph = read(&matrix_dot(&view, &options(Engine::Dot)));
        let m = &view.matrix;
        assert!(!graph.directed);
        assert_eq!(graph.nodes.len(), m.rows.len() + m.columns.len());
        for (row, &stratum) in m.rows.iter().zip(&view.strata) {
            let node = &graph.nodes[&row.id];
            assert_eq!(node["label"].replace('\n', " "), row.names.fr);
            assert_eq!(node["URL"], format!("#node={}", row.id));
            let frame =
                graph.frames.iter().find(|(name, _, _)| *name == format!("cluster {stratum}")).unwrap();
            assert!(frame.2.contains(&row.id), "{} stands in its stratum", row.id);
        }
        let mut lines: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for (from, to, set) in &graph.edges {
            let cited = ids(set).into_iter().map(str::to_owned).collect();
            assert!(lines.insert((from.clone(), to.clone()), cited).is_none(), "a cell twice");
        }
        let mut wanted: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for (row, cells) in m.rows.iter().zip(&m.cells) {
            for (column, cell) in m.columns.iter().zip(cells).filter(|(_, c)| c.class != "silent") {
                let key = (row.id.clone(), format!("column {}", column.id));
                wanted.insert(key, cell.ties.iter().cloned().collect());
            }
        }
        assert_eq!(lines, wanted);
        // A cell tells the sentence that it rests on.
        for (_, _, set) in graph.edges.iter().filter(|(_, _, s)| !ids(s).is_empty()) {
            let tie = view.ties.iter().find(|t| Some(t.id.as_str()) == ids(set).first().copied());
            let quote = tie.and_then(|t| t.evidence.first()).map(|e| e.quote.as_str());
            assert!(
                quote.is_none_or(|q| ids(set).len() > 1 || set["tooltip"].contains(q)),
                "{:?}",
                set["tooltip"]
            );
        }
    }
}

#[test]
fn a_lattice_read_back_has_the_same_implications() {
    for view in lattices() {
        let graph = read(&lattice_dot(&view, &options(Engine::Dot)));
        assert!(graph.directed);
        assert_eq!(graph.nodes.len(), view.groups.len());
        let id = |g: usize| view.groups[g].columns.iter().map(|c| c.id.clone()).collect::<Vec<_>>().join(" ");
        let lines = |class: &str| -> BTreeSet<(String, String)> {
            let of = graph.edges.iter().filter(|(_, _, s)| s["class"] == class);
            of.map(|(a, b, _)| (a.clone(), b.clone())).collect()
        };
        let covers: BTreeSet<_> = view.covers.iter().map(|&(a, b)| (id(a), id(b))).collect();
        let near: BTreeSet<_> = view.near.iter().map(|n| (id(n.from), id(n.to))).collect();
        assert_eq!(lines("implication"), covers);
        assert_eq!(lines("implication weak"), near);
        assert_eq!(graph.edges.len(), view.covers.len() + view.near.len());
        for (g, group) in view.groups.iter().enumerate() {
            let rank = format!("rank {}", group.units.len());
            assert!(graph.frames.iter().any(|(name, _, inside)| *name == rank && inside.contains(&id(g))));
        }
    }
}

#[test]
fn hostile_names_survive() {
    let mut matrix = matrices().remove(0);
    let mut lattice = lattices().pop().unwrap();
    for name in hostile() {
        let label = Label { fr: name.clone(), en: name.clone() };
        matrix.matrix.title = label.clone();
        matrix.matrix.rows[0].names = label.clone();
        matrix.matrix.columns[0].names = label.clone();
        matrix.ties.iter_mut().for_each(|t| t.names = label.clone());
        lattice.groups[0].columns[0].names = label.clone();
        lattice.near[0].exception.names = label;
        let (m, l) = (
            read(&matrix_dot(&matrix, &options(Engine::Dot))),
            read(&lattice_dot(&lattice, &options(Engine::Dot))),
        );
        let shown = |text: &str| text.replace('\n', " ").replace("&amp;", "&");
        let wanted = showable(&name);
        assert_eq!(shown(&m.nodes[&matrix.matrix.rows[0].id]["label"]), wanted, "{name:?}");
        assert_eq!(m.nodes.len(), matrix.matrix.rows.len() + matrix.matrix.columns.len(), "{name:?}");
        assert!(shown(&l.nodes["D1"]["label"]).starts_with(&wanted), "{name:?}");
        assert_eq!(l.edges.len(), 6, "{name:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn any_name_is_read_back(name in "\\PC{0,60}") {
        let mut lattice = lattices().pop().unwrap();
        lattice.groups[0].columns[0].names = Label { fr: name.clone(), en: name.clone() };
        let graph = read(&lattice_dot(&lattice, &options(Engine::Dot)));
        proptest::prop_assert_eq!(graph.nodes.len(), 4);
        proptest::prop_assert_eq!(graph.edges.len(), 6);
    }
}

/// Whether Graphviz is there.
fn installed(test: &str) -> bool {
    let there = render("graph { a }", Engine::Dot, GraphvizFormat::Svg, LIMIT).is_ok();
    if !there {
        assert!(std::env::var_os("CI").is_none(), "Graphviz must be installed where CI is set");
        let _ = writeln!(std::io::stderr(), "NOT TESTED, since there is no Graphviz: {test}");
    }
    there
}

#[test]
fn every_engine_draws_them_with_every_node_and_line() {
    if !installed("every engine draws the charts") {
        return;
    }
    let (matrix, lattice) = (matrices().remove(0), lattices().pop().unwrap());
    for &engine in Engine::ALL {
        for dot in [matrix_dot(&matrix, &options(engine)), lattice_dot(&lattice, &options(engine))] {
            let expected = read(&dot);
            let bytes = render(&dot, engine, GraphvizFormat::Json, LIMIT).unwrap_or_else(|e| panic!("{e}"));
            let graph: Value = serde_json::from_slice(&bytes).unwrap();
            let names: BTreeSet<&str> = graph["objects"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|o| o.get("pos").is_some())
                .map(|o| o["name"].as_str().unwrap())
                .collect();
            assert_eq!(names, expected.nodes.keys().map(String::as_str).collect(), "{}", engine.word());
            assert_eq!(graph["edges"].as_array().unwrap().len(), expected.edges.len(), "{}", engine.word());
        }
    }
}
