//! Replicates give the same digits on one thread and on many.

use std::sync::atomic::{AtomicUsize, Ordering};

use relier::dataset::{self, Dataset};
use relier::gap::{Ground, Recorded, Replicates, missing_evidence, overlaps, stability, stability_of};
use relier::measure::Measure;
use relier::network::{Dates, Filter, actor_graph, incidence};
use relier::seed::{self, SeedFiles};

fn dataset() -> Dataset {
    let (seeds, faults) = seed::read(SeedFiles::embedded());
    dataset::build(&seeds, faults, false).dataset
}

/// What a calculation gives in a pool of that many threads; every bit of it, since `{:?}` of a float tells all its digits.
fn in_pool<T: std::fmt::Debug + Send>(threads: usize, work: impl Fn() -> T + Send + Sync) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| format!("{:?}", work()))
}

#[test]
fn one_thread_and_four_give_the_same_digits() {
    let dataset = dataset();
    let dates = Dates::latest(&dataset);
    let ground = Ground { dataset: &dataset, dates };
    let projection = actor_graph(&dataset, dates, &Filter::default());
    let replicates = Replicates { seed: 7, count: 24, top: 10 };
    let all = || stability(Recorded::Actors(&projection), Some(Dataset::HUB), replicates);
    let one = in_pool(1, all);
    assert_eq!(one, in_pool(4, all));
    let other = Replicates { seed: 8, ..replicates };
    assert_ne!(
        one,
        in_pool(1, || stability(Recorded::Actors(&projection), Some(Dataset::HUB), other)),
        "the seed decides"
    );
    let two = incidence(&dataset, dates, &Filter::default());
    let few = Replicates { count: 4, ..replicates };
    let of_two = || stability(Recorded::Incidence(&two), Some(Dataset::HUB), few);
    assert_eq!(in_pool(1, of_two), in_pool(4, of_two));
    assert_eq!(
        in_pool(1, || missing_evidence(ground, 0.32, 60, 3)),
        in_pool(4, || missing_evidence(ground, 0.32, 60, 3))
    );
    assert_eq!(in_pool(1, || overlaps(ground, 30, 3)), in_pool(4, || overlaps(ground, 30, 3)));
}

/// Replicate r draws from seed + r alone: the first of a run with seed s + 1 is the second of a run with seed s.
#[test]
fn a_measure_tested_alone_has_the_digits_that_it_has_among_all_and_every_replicate_ticks() {
    let dataset = dataset();
    let projection = actor_graph(&dataset, Dates::latest(&dataset), &Filter::default());
    let replicates = Replicates { seed: 2025, count: 16, top: 10 };
    let ticks = AtomicUsize::new(0);
    let tick = || {
        ticks.fetch_add(1, Ordering::Relaxed);
    };
    let alone = stability_of(
        Recorded::Actors(&projection),
        Some(Dataset::HUB),
        replicates,
        &[Measure::Betweenness],
        &tick,
    );
    assert_eq!(ticks.into_inner(), 3 * 16);
    let among = stability(Recorded::Actors(&projection), Some(Dataset::HUB), replicates);
    let same: Vec<_> = among.into_iter().filter(|s| s.measure == Measure::Betweenness).collect();
    assert_eq!(alone, same);
}
