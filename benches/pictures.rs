//! Every picture against its target of 30 ms from the view to the bytes, and beside them Graphviz with the DOT of the same
//! network.
//!
//! ```text
//! cargo bench --bench pictures
//! ```

#![allow(missing_docs, clippy::unwrap_used)]

mod spawned;

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group};
use relier::dataset::{Word, build};
use relier::draw::{DotOptions, Engine, Options, chart, ego, force, network_dot, png, wheel};
use relier::explorer::{Explorer, find_actor};
use relier::network::{Class, Dates, Filter};
use relier::seed::{SeedFiles, read};
use relier::view::{Chart, ChartName, Lang, network_view, picture_view};

fn explorer() -> Explorer {
    let (seeds, faults) = read(SeedFiles::embedded());
    let dataset = build(&seeds, faults, false).dataset;
    let dates = Dates::latest(&dataset);
    Explorer::new(Arc::new(dataset), dates)
}

fn dot(explorer: &Explorer, engine: Engine) -> String {
    let view = network_view(explorer, &Filter::default());
    network_dot(&view, &DotOptions { lang: Lang::Fr, engine, selection: &[], address: None })
}

fn pictures(c: &mut Criterion) {
    let explorer = explorer();
    let mut group = c.benchmark_group("picture");
    let whole = Filter::default;
    let selections = [
        ("with the EU", whole()),
        ("without the EU", Filter { without_eu: true, ..whole() }),
        ("the EU split", Filter { split_eu: true, ..whole() }),
        // The heaviest of the shipped network: two steps around a partner of many, and every class of evidence at once.
        (
            "two steps around Japan",
            Filter { focus: find_actor(&explorer.dataset, "JPN").ok(), depth: 2, ..whole() },
        ),
        (
            "every class of evidence",
            Filter { classes: vec![Class::Stated, Class::Derived, Class::Structural], ..whole() },
        ),
        (
            "both of these",
            Filter {
                classes: vec![Class::Stated, Class::Derived, Class::Structural],
                focus: find_actor(&explorer.dataset, "JPN").ok(),
                depth: 2,
                ..whole()
            },
        ),
    ];
    for (name, filter) in selections {
        let (view, selection) = picture_view(&explorer, &filter);
        let options = Options { selection, ..Options::default() };
        group.bench_function(format!("view of the wheel, {name}"), |b| {
            b.iter(|| picture_view(&explorer, &filter));
        });
        group.bench_function(format!("wheel, {name} (target 30 ms)"), |b| b.iter(|| wheel(&view, &options)));
        group.bench_function(format!("force, {name} (target 30 ms)"), |b| b.iter(|| force(&view, &options)));
        let svg = wheel(&view, &options);
        group.bench_function(format!("PNG of the wheel, 1100 pixels wide, {name}"), |b| {
            b.iter(|| png(svg.as_str(), 1100).unwrap());
        });
    }
    let japan = Filter { focus: explorer.dataset.actor_id("JPN"), ..whole() };
    let (view, selection) = picture_view(&explorer, &japan);
    let options = Options { selection, ..Options::default() };
    group.bench_function("ego of Japan (target 30 ms)", |b| b.iter(|| ego(&view, "JPN", &options)));
    let charts = [
        (ChartName::Matrix, Some("kinds"), None),
        (ChartName::Matrix, Some("domains"), None),
        (ChartName::Matrix, Some("areas"), Some("named")),
        (ChartName::Calendar, None, None),
        (ChartName::Lattice, None, None),
    ];
    for (name, against, units) in charts {
        let asked = Chart::new(name, against, units, &[]).unwrap();
        let options = Options::default();
        let words: Vec<&str> = [Some(name.word()), against, units].into_iter().flatten().collect();
        // These count cells by themselves: from the dataset to the bytes.
        group.bench_function(format!("{}, with its view (target 30 ms)", words.join(" ")), |b| {
            b.iter(|| chart(&asked.view_of(&explorer, &whole()), &options));
        });
    }
    group.bench_function("DOT text of the network", |b| b.iter(|| dot(&explorer, Engine::Dot)));
    group.finish();
}

/// Graphviz on the stated network of the same dates; the text is written to a file, since the time of the pipe is not its own.
fn graphviz() {
    let explorer = explorer();
    let folder = tempfile::tempdir().unwrap();
    for (program, engine) in [("dot", Engine::Dot), ("neato", Engine::Neato), ("sfdp", Engine::Sfdp)] {
        let missing = Command::new(program).arg("-V").stderr(Stdio::null()).status().is_err();
        if missing {
            println!("\nnot compared with {program}: Graphviz is not installed");
            continue;
        }
        let file = folder.path().join(program).with_extension("dot");
        std::fs::write(&file, dot(&explorer, engine)).unwrap();
        spawned::report(&format!("{program} -Tsvg on the same network"), None, 5, || {
            let mut command = Command::new(program);
            command.arg("-Tsvg").arg(&file);
            command
        });
    }
    let pictures = [
        "wheel",
        "force",
        "force --without-eu",
        "force --split-eu",
        "ego JAPAN",
        "matrix",
        "calendar",
        "lattice",
        "wheel --format png",
    ];
    for words in pictures.map(|p| format!("draw {p}")) {
        spawned::report(&format!("cold start, relier {words}"), None, 40, || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_relier"));
            command.args(words.split(' '));
            command
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    targets = pictures
}

fn main() {
    benches();
    Criterion::default().configure_from_args().final_summary();
    if spawned::is_asked_for() {
        graphviz();
    }
}
