//! What networkx gives for a network, and the comparison with what the measures give.

use relier::measure;
use relier::network::Csr;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    pub(crate) degree: Vec<usize>,
    pub(crate) degree_centrality: Vec<f64>,
    pub(crate) betweenness_centrality: Vec<f64>,
    pub(crate) edge_betweenness_centrality: Vec<(u32, u32, f64)>,
    pub(crate) closeness_centrality: Vec<f64>,
    /// As networkx gives it: not divided by n − 1.
    pub(crate) harmonic_centrality: Vec<f64>,
    pub(crate) global_efficiency: f64,
    pub(crate) eigenvector_centrality: Option<Vec<f64>>,
    pub(crate) pagerank: Vec<f64>,
    pub(crate) constraint: Vec<Option<f64>>,
    pub(crate) effective_size: Vec<Option<f64>>,
    pub(crate) core_number: Vec<usize>,
    pub(crate) connected_components: Vec<Vec<u32>>,
    pub(crate) articulation_points: Vec<u32>,
    pub(crate) bridges: Vec<(u32, u32)>,
    pub(crate) newman_projection: Option<Vec<(u32, u32, f64)>>,
    pub(crate) strength: Option<Vec<f64>>,
}

/// Equal to 1e-9.
#[track_caller]
pub(crate) fn same(what: &str, found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9, "{what}: {found}, networkx {expected}");
}

#[track_caller]
fn all_same(what: &str, found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (node, (&found, &expected)) in found.iter().zip(expected).enumerate() {
        same(&format!("{what} of node {node}"), found, expected);
    }
}

#[track_caller]
fn all_same_or_undefined(what: &str, found: &[Option<f64>], expected: &[Option<f64>]) {
    let undefined = |values: &[Option<f64>]| values.iter().map(Option::is_none).collect::<Vec<_>>();
    assert_eq!(undefined(found), undefined(expected), "{what}");
    let defined = |values: &[Option<f64>]| values.iter().flatten().copied().collect::<Vec<_>>();
    all_same(what, &defined(found), &defined(expected));
}

#[track_caller]
fn all_same_by_pair(what: &str, found: &[(u32, u32, f64)], expected: &[(u32, u32, f64)]) {
    let pairs = |values: &[(u32, u32, f64)]| values.iter().map(|&(a, b, _)| (a, b)).collect::<Vec<_>>();
    assert_eq!(pairs(found), pairs(expected), "{what}");
    let values = |values: &[(u32, u32, f64)]| values.iter().map(|&(_, _, value)| value).collect::<Vec<_>>();
    all_same(what, &values(found), &values(expected));
}

/// Every measure of a graph, and of the formats where there are any, against networkx.
#[track_caller]
pub(crate) fn check_measures(graph: &Csr, formats: Option<&[Vec<u32>]>, expected: &Expected) {
    let n = graph.node_count();
    assert_eq!(measure::degree(graph), expected.degree);
    all_same("degree", &measure::degree_centrality(graph), &expected.degree_centrality);
    all_same("betweenness", &measure::betweenness_centrality(graph), &expected.betweenness_centrality);
    all_same_by_pair(
        "edge betweenness",
        &measure::edge_betweenness_centrality(graph),
        &expected.edge_betweenness_centrality,
    );
    all_same("closeness", &measure::closeness_centrality(graph), &expected.closeness_centrality);
    let harmonic: Vec<f64> = expected.harmonic_centrality.iter().map(|sum| sum / (n - 1) as f64).collect();
    all_same("harmonic", &measure::harmonic_centrality(graph), &harmonic);
    same("efficiency", measure::global_efficiency(graph), expected.global_efficiency);
    match (measure::eigenvector_centrality(graph), &expected.eigenvector_centrality) {
        (Ok(found), Some(expected)) => all_same("eigenvector", &found, expected),
        (found, None) => {
            let components = expected.connected_components.len();
            assert_eq!(found, Err(measure::Undefined::NotConnected { components }));
        }
        (found, Some(_)) => panic!("eigenvector: {found:?}, networkx has a value"),
    }
    all_same("pagerank", &measure::pagerank(graph), &expected.pagerank);
    all_same_or_undefined("constraint", &measure::constraint(graph), &expected.constraint);
    all_same_or_undefined("effective size", &measure::effective_size(graph), &expected.effective_size);
    assert_eq!(measure::core_number(graph), expected.core_number);
    assert_eq!(measure::connected_components(graph), expected.connected_components);
    assert_eq!(measure::articulation_points(graph), expected.articulation_points);
    assert_eq!(measure::bridges(graph), expected.bridges);
    if let Some(formats) = formats {
        let projection = measure::newman_projection(n, formats);
        all_same_by_pair("Newman", &projection, expected.newman_projection.as_ref().unwrap());
        all_same("strength", &measure::strength(n, formats), expected.strength.as_ref().unwrap());
    }
}
