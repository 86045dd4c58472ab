//! The measures against networkx (tests/golden/*.json, written by tests/golden/make.py) and against published
//! values.

use std::path::PathBuf;

use crate::expected::{Expected, check_measures, same};
use relier::measure;
use relier::network::Csr;
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    n: usize,
    edges: Vec<(u32, u32)>,
    labels: Option<Vec<String>>,
    formats: Option<Vec<Vec<u32>>>,
    expected: Expected,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn read(name: &str) -> (Golden, Csr) {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    let golden: Golden = serde_json::from_str(&text).unwrap();
    let graph = Csr::from_edges(golden.n, &golden.edges);
    (golden, graph)
}

#[track_caller]
fn check(name: &str) {
    let (Golden { formats, expected, .. }, graph) = read(name);
    check_measures(&graph, formats.as_deref(), &expected);
}

#[test]
fn path_of_three() {
    check("p3");
}

#[test]
fn complete_graph_of_five() {
    check("k5");
}

#[test]
fn star_of_six() {
    check("star");
}

#[test]
fn pieces_and_isolates() {
    check("disconnected");
}

#[test]
fn krackhardt_kite() {
    check("kite");
}

#[test]
fn florentine_families() {
    check("florentine");
}

#[test]
fn karate_club() {
    check("karate");
}

#[test]
fn davis_southern_women() {
    check("davis");
}

#[test]
fn random_sparse_in_pieces() {
    check("random-sparse");
}

#[test]
fn random_medium() {
    check("random-medium");
}

#[test]
fn random_scale_free() {
    check("random-scale-free");
}

#[test]
fn random_formats_some_empty_some_of_one() {
    check("random-formats");
}

#[test]
fn every_golden_file_is_read_by_a_test() {
    let tests = include_str!("golden.rs");
    let mut files = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            if name == "real" {
                // Read by tests/measures/real_network.rs.
                continue;
            }
            assert!(tests.contains(&format!("check(\"{name}\")")), "{name}.json is compared with nothing");
            files += 1;
        }
    }
    assert_eq!(files, 12);
}

fn node(golden: &Golden, label: &str) -> usize {
    golden.labels.as_ref().unwrap().iter().position(|name| name.starts_with(label)).unwrap()
}

/// Padgett & Ansell's marriages: the values that textbooks print for the Medici.
#[test]
fn published_the_medici() {
    let (golden, graph) = read("florentine");
    let medici = node(&golden, "Medici");
    same("betweenness", measure::betweenness_centrality(&graph)[medici], 0.521978021978022);
    same("constraint", measure::constraint(&graph)[medici].unwrap(), 17.0 / 81.0);
    same("harmonic", measure::harmonic_centrality(&graph)[medici] * 14.0, 9.5);
}

/// Zachary's instructor, node 0.
#[test]
fn published_the_karate_instructor() {
    let (_, graph) = read("karate");
    same("betweenness", measure::betweenness_centrality(&graph)[0], 0.437635281385281);
    same("constraint", measure::constraint(&graph)[0].unwrap(), 0.155423297646605);
}

/// Davis, Gardner & Gardner: Newman's tie of two of the women, and the events that each attended.
#[test]
fn published_the_southern_women() {
    let (golden, _) = read("davis");
    let (evelyn, theresa) = (node(&golden, "Evelyn") as u32, node(&golden, "Theresa") as u32);
    let formats = golden.formats.unwrap();
    let projection = measure::newman_projection(golden.n, &formats);
    let tie =
        projection.iter().find(|&&(a, b, _)| (a, b) == (evelyn.min(theresa), evelyn.max(theresa))).unwrap();
    // They met at events 2, 3, 4, 5, 6, 8 and 9, with 3, 6, 4, 8, 8, 14 and 12 women.
    same("Evelyn and Theresa", tie.2, 1.48687978688);
    same(
        "Evelyn and Theresa",
        tie.2,
        [3, 6, 4, 8, 8, 14, 12].map(|women| 1.0 / f64::from(women - 1)).iter().sum(),
    );
    // The row sums of the attendance table in Deep South: 89 attendances in all.
    let attended = [8., 7., 8., 7., 4., 4., 4., 3., 4., 4., 4., 6., 7., 8., 5., 2., 2., 2.];
    assert_eq!(measure::strength(golden.n, &formats), attended);
}

/// Krackhardt 1990: degree, betweenness and closeness each name another person of the kite.
#[test]
fn published_the_kite() {
    let (_, graph) = read("kite");
    let [diane, fernando, garth, heather] = [3, 5, 6, 7];
    assert_eq!(measure::degree(&graph)[diane], 6);
    same("Heather's betweenness", measure::betweenness_centrality(&graph)[heather], 14.0 / 36.0);
    for best in [fernando, garth] {
        same("the best closeness", measure::closeness_centrality(&graph)[best], 9.0 / 14.0);
    }
}
