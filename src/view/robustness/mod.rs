//! How far the findings hold: alternative codings, what they rest on, missing evidence, chance.

mod chance;
mod units;
mod words;

use schemars::JsonSchema;
use serde::Serialize;

pub use chance::{OverlapView, ResolutionView};
pub use units::{LeftOutView, MissingView, UnitRobustnessView};
pub(super) use words::coding;

use super::change::tally;
use super::goals::Goal;
use super::names::Label;
use super::network::{DatasetView, DatesView, dataset_view, dates_view};
use super::words::say;
use crate::dataset::Word;
use crate::explorer::Explorer;
use crate::gap::{Coding, Ground, Recoded, Replicates, codings_of};
use chance::chance;
use units::{Units, units_view};
use words::{headline, notes};

/// An alternative coding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CodingView {
    /// Its name.
    pub id: &'static str,
    /// What it takes the other way.
    pub text: Label,
}

/// A count under every coding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RangeCountView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// What it counts.
    pub id: &'static str,
    /// In words.
    pub label: Label,
    /// The number as coded, and its denominator.
    pub base: [usize; 2],
    /// Smallest number.
    pub least: usize,
    /// Largest number.
    pub most: usize,
    /// Number and denominator under each coding, in the order of the codings.
    pub by_coding: Vec<[usize; 2]>,
}

/// Where the orders by the centralities are tested against the loss of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CentralityView {
    /// On which graph: actors or incidence.
    pub graph: &'static str,
    /// What the command prints.
    pub text: Label,
    /// The command.
    pub command: String,
}

/// How far the findings hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindingsView {
    /// The direction asked about; all when none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<&'static str>,
    /// The result in sentences.
    pub headlines: Vec<Label>,
    /// The codings, in the order of their columns.
    pub codings: Vec<CodingView>,
    /// The counts under each.
    pub counts: Vec<RangeCountView>,
    /// The units of direction 1.
    pub units: Vec<UnitRobustnessView>,
    /// Places by what they carry.
    pub left_out: Vec<LeftOutView>,
    /// Ranks when evidence is missing.
    pub missing: Vec<MissingView>,
    /// Overlaps of kinds against chance.
    pub overlaps: Vec<OverlapView>,
    /// How finely these replicates can tell an overlap from chance; null where none was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<ResolutionView>,
    /// Where the orders by the centralities are tested.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub centralities: Vec<CentralityView>,
    /// Number of replicates.
    pub replicates: usize,
    /// Seed; replicate r uses seed + r.
    pub seed: u64,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// How far the findings of a direction, or of all, hold.
pub fn findings_view(explorer: &Explorer, goal: Option<Goal>, replicates: usize, seed: u64) -> FindingsView {
    findings_told(explorer, goal, replicates, seed, &|| {})
}

/// The same; `tick` is called once for each replicate of the null model, from any thread.
pub fn findings_told(
    explorer: &Explorer,
    goal: Option<Goal>,
    replicates: usize,
    seed: u64,
    tick: &(dyn Fn() + Sync),
) -> FindingsView {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let recoded = codings_of(ground, explorer.recoded(), None);
    let counts = counts(&recoded, |direction| goal.is_none_or(|g| g.id() == direction));
    let mut headlines = vec![headline(&counts)];
    let deepen = goal.is_none_or(|g| g == Goal::Deepen);
    let Units { units, left_out, missing } = match deepen {
        true => units_view(explorer, &recoded, (replicates, seed), &mut headlines),
        false => Units::default(),
    };
    let mut overlaps = Vec::new();
    let mut resolution = None;
    if goal.is_none_or(|g| matches!(g, Goal::Enlarge | Goal::Secure)) {
        let (found, told) = chance(ground, replicates, seed, tick);
        headlines.push(told.text.clone());
        (overlaps, resolution) = (found, Some(told));
    }
    let verb = goal.map(|g| format!(" {}", g.id())).unwrap_or_default();
    FindingsView {
        goal: goal.map(Goal::id),
        headlines,
        codings: Coding::ALL.iter().map(|&c| CodingView { id: c.word(), text: coding(c) }).collect(),
        counts,
        units,
        left_out,
        missing,
        overlaps,
        chance: resolution,
        centralities: match goal.is_none_or(|g| g == Goal::Connect) {
            true => centralities(explorer, seed),
            false => Vec::new(),
        },
        replicates,
        seed,
        notes: notes(),
        command: explorer.command(&format!("robustness{verb} --replicates {replicates} --seed {seed}")),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

fn counts(recoded: &[Recoded], wanted: impl Fn(&str) -> bool) -> Vec<RangeCountView> {
    let base = &recoded[0].gaps.counts;
    base.iter()
        .enumerate()
        .filter(|(_, t)| wanted(t.direction))
        .map(|(i, t)| {
            let by_coding: Vec<[usize; 2]> =
                recoded[1..].iter().map(|r| [r.gaps.counts[i].n, r.gaps.counts[i].of]).collect();
            let all = || by_coding.iter().map(|c| c[0]).chain([t.n]);
            RangeCountView {
                goal: t.direction,
                id: t.id,
                label: tally(t.id),
                base: [t.n, t.of],
                least: all().min().unwrap_or(t.n),
                most: all().max().unwrap_or(t.n),
                by_coding,
            }
        })
        .collect()
}

/// The commands that delete records and print Kendall's τ and who stays among the first.
fn centralities(explorer: &Explorer, seed: u64) -> Vec<CentralityView> {
    let Replicates { count, top, .. } = Replicates::default();
    let one = |graph: &'static str, what: Label| CentralityView {
        graph,
        text: say(
            format!(
                "{}: {count} répliques ôtent 5, 10 et 20\u{a0}% des enregistrements; τ de Kendall à l’ordre entier, et part des répliques où chacun reste parmi les {top} premiers. L’intermédiarité ici; toute autre mesure par son nom",
                what.fr
            ),
            format!(
                "{}: {count} replicates take out 5, 10 and 20\u{a0}% of the records; Kendall’s τ to the whole order, and the share of replicates in which each stays among the first {top}. Betweenness here; any other measure by its name",
                what.en
            ),
        ),
        command: explorer
            .command(&format!("rank betweenness --graph {graph} --replicates {count} --seed {seed}")),
    };
    vec![
        one("actors", say("Qui se rencontre", "Who meets whom")),
        one(
            "incidence",
            say("Acteurs × instruments, forums et actions", "Actors × instruments, forums and actions"),
        ),
    ]
}
