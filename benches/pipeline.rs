//! From the seed files to the four directions: each stage in process, a cold start of the program against its target, and
//! beside them rustworkx-core and the whole in Python with networkx.
//!
//! ```text
//! cargo bench --bench pipeline            # everything; the last figures are those of the cold start and of Python
//! cargo bench --bench pipeline -- measure # only what has "measure" in its name
//! RELIER_PYTHON=VENV/bin/python cargo bench --bench pipeline
//! ```

#![allow(missing_docs, clippy::unwrap_used)]

mod spawned;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group};
use petgraph::graph::UnGraph;
use relier::dataset::{Dataset, build};
use relier::explorer::Explorer;
use relier::gap::{Ground, connect, deepen, enlarge, monitor, secure};
use relier::measure;
use relier::network::{Csr, Dates, Filter, actor_graph, formats, incidence};
use relier::seed::{SeedFiles, read};
use relier::view::{Goal, goal_view};
use rustworkx_core::{centrality, connectivity};

/// From a cold start of the process to the four directions on standard output.
const TARGET: Duration = Duration::from_millis(50);

/// 1,000 replicates of the full measure set, on two cores.
const REPLICATES: Duration = Duration::from_secs(2);

fn dataset() -> Arc<Dataset> {
    let (seeds, faults) = read(SeedFiles::embedded());
    Arc::new(build(&seeds, faults, false).dataset)
}

fn explorer() -> Explorer {
    let dataset = dataset();
    let dates = Dates::latest(&dataset);
    Explorer::new(dataset, dates)
}

fn without_eu() -> Filter {
    Filter { without_eu: true, ..Filter::default() }
}

/// Every measure of a graph.
fn measure_all(graph: &Csr, formats: &[Vec<u32>]) {
    let n = graph.node_count();
    black_box((measure::degree(graph), measure::degree_centrality(graph), measure::strength(n, formats)));
    black_box((measure::betweenness_centrality(graph), measure::edge_betweenness_centrality(graph)));
    black_box((measure::closeness_centrality(graph), measure::harmonic_centrality(graph)));
    black_box((measure::eigenvector_centrality(graph).ok(), measure::pagerank(graph)));
    black_box((measure::constraint(graph), measure::effective_size(graph), measure::core_number(graph)));
    black_box((measure::connected_components(graph), measure::articulation_points(graph)));
    black_box((measure::bridges(graph), measure::global_efficiency(graph)));
    black_box(measure::newman_projection(n, formats));
}

/// The graphs on which everything is measured: actors and incidence, with and without the EU.
fn graphs(explorer: &Explorer) -> Vec<(Csr, Vec<Vec<u32>>)> {
    let dataset = &explorer.dataset;
    let mut out = Vec::new();
    for filter in [Filter::default(), without_eu()] {
        let actors = actor_graph(dataset, explorer.dates, &filter);
        out.push((actors.graph, actors.formats));
        out.push((incidence(dataset, explorer.dates, &filter).graph, Vec::new()));
    }
    out
}

fn stages(c: &mut Criterion) {
    let mut group = c.benchmark_group("pipeline");
    group.bench_function("1 read the seed files", |b| b.iter(|| read(SeedFiles::embedded())));
    let (seeds, _) = read(SeedFiles::embedded());
    group.bench_function("2 validate, find every quotation", |b| {
        b.iter(|| build(&seeds, Vec::new(), false).faults.len());
    });
    let explorer = explorer();
    group.bench_function("3 four graphs", |b| b.iter(|| graphs(&explorer)));
    let all = graphs(&explorer);
    group.bench_function("4 all measures of the four graphs", |b| {
        b.iter(|| all.iter().for_each(|(graph, formats)| measure_all(graph, formats)));
    });
    let ground = Ground { dataset: &explorer.dataset, dates: explorer.dates };
    group.bench_function("5 four directions and the actions", |b| {
        b.iter(|| {
            black_box((deepen(ground), enlarge(ground), connect(ground), secure(ground), monitor(ground)))
        });
    });
    group.bench_function("6 four directions in words", |b| {
        b.iter(|| Goal::ALL.map(|g| goal_view(&explorer, g)))
    });
    group.bench_function("whole, 1 to 6", |b| b.iter(whole));
    group.finish();

    let mut group = c.benchmark_group("direction");
    group.bench_function("deepen", |b| b.iter(|| deepen(ground)));
    group.bench_function("enlarge", |b| b.iter(|| enlarge(ground)));
    group.bench_function("connect", |b| b.iter(|| connect(ground)));
    group.bench_function("secure", |b| b.iter(|| secure(ground)));
    group.bench_function("formats", |b| {
        b.iter(|| formats(ground.dataset, ground.dates, &Filter::default()));
    });
    group.finish();
}

fn whole() {
    let explorer = explorer();
    graphs(&explorer).iter().for_each(|(graph, formats)| measure_all(graph, formats));
    black_box(Goal::ALL.map(|g| goal_view(&explorer, g)));
}

/// The measures that rustworkx-core has too, on the actor graph and on the incidence graph with the EU.
fn second_opinion(c: &mut Criterion) {
    /// The threshold above which rustworkx would go parallel, in an order that changes from run to run.
    const NEVER: usize = usize::MAX;
    let explorer = explorer();
    for ((graph, _), name) in graphs(&explorer).into_iter().zip(["actors", "incidence"]) {
        let mut group = c.benchmark_group(format!("measure/{name}"));
        let mut other: UnGraph<(), ()> = UnGraph::default();
        for _ in 0..graph.node_count() {
            other.add_node(());
        }
        for (a, b) in graph.edges() {
            other.add_edge(a.into(), b.into(), ());
        }
        group.bench_function("betweenness, relier", |b| b.iter(|| measure::betweenness_centrality(&graph)));
        group.bench_function("betweenness, rustworkx", |b| {
            b.iter(|| centrality::betweenness_centrality(&other, false, true, NEVER));
        });
        group.bench_function("edge betweenness, relier", |b| {
            b.iter(|| measure::edge_betweenness_centrality(&graph));
        });
        group.bench_function("edge betweenness, rustworkx", |b| {
            b.iter(|| centrality::edge_betweenness_centrality(&other, true, NEVER));
        });
        group.bench_function("closeness, relier", |b| b.iter(|| measure::closeness_centrality(&graph)));
        group.bench_function("closeness, rustworkx", |b| {
            b.iter(|| centrality::closeness_centrality(&other, true, NEVER));
        });
        group.bench_function("eigenvector, relier", |b| {
            b.iter(|| measure::eigenvector_centrality(&graph).unwrap());
        });
        group.bench_function("eigenvector, rustworkx", |b| {
            let weight = |_| Ok::<f64, std::convert::Infallible>(1.0);
            b.iter(|| centrality::eigenvector_centrality(&other, weight, Some(100_000), Some(1e-15)));
        });
        group.bench_function("core number, relier", |b| b.iter(|| measure::core_number(&graph)));
        group.bench_function("core number, rustworkx", |b| b.iter(|| connectivity::core_number(&other)));
        group.finish();
    }
}

fn cold_start() {
    let program = env!("CARGO_BIN_EXE_relier");
    spawned::report("cold start, relier gaps --format json", Some(TARGET), 200, || {
        let mut command = Command::new(program);
        command.args(["gaps", "--format", "json"]);
        command
    });
    spawned::report("1,000 replicates of all measures at three shares", Some(REPLICATES), 5, || {
        let mut command = Command::new(program);
        command.args(["rank", "betweenness", "--replicates", "1000"]);
        command
    });
    spawned::report("cold start, relier --version (process and loader alone)", None, 200, || {
        let mut command = Command::new(program);
        command.arg("--version");
        command
    });
}

/// The same from the export on, in Python.
fn in_python() {
    let python = std::env::var_os("RELIER_PYTHON").unwrap_or_else(|| "python3".into());
    let ready = Command::new(&python).args(["-c", "import networkx, numpy, scipy"]).output();
    if !ready.is_ok_and(|out| out.status.success()) {
        println!(
            "\nnot compared with Python: {} has no networkx, numpy and scipy; name one that has in RELIER_PYTHON",
            python.to_string_lossy()
        );
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/whole.py");
    spawned::report(
        "the whole in Python: start, export read, four graphs measured, four directions",
        None,
        5,
        || {
            let mut command = Command::new(&python);
            command.arg(&script).arg(env!("CARGO_BIN_EXE_relier")).env("PYTHONHASHSEED", "0");
            command
        },
    );
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    targets = stages, second_opinion
}

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    if spawned::is_asked_for() {
        cold_start();
        in_python();
    }
}
