//! Gaps, ranks, actions, next moves, robustness.

use crate::dataset::Dataset;
use crate::gap::{NULL_REPLICATES, Replicates};
use crate::measure::Measure;
use crate::server::param::{LONGEST, Often, Param, Values, words};
use crate::server::problem::{Refusal, nameless};
use crate::server::route::{
    ASSUMED, Call, DATES, FOCUS, GOAL, Gives, LISTS, Route, SIGHT, excluded, json, known, schema,
};
use crate::view::{
    self, FindingsView, Goal, GoalView, GraphKind, MonitorView, MovesView, QUICK_REPLICATES, RankTest,
    RankView, findings_view,
};

/// How many replicates an answer waits for.
const MOST_REPLICATES: u64 = 1000;

/// The most replicates of a finding: as many as the command line draws when it is not told, since fewer cannot decide against chance.
const MOST_DRAWS: u64 = NULL_REPLICATES as u64;

/// The graph of a ranking.
pub(super) const GRAPH: Param = Param::new(
    "graph",
    Values::Words(words::<GraphKind>),
    ("acteurs qui se rencontrent, ou acteurs et instruments", "actors who meet, or actors and instruments"),
)
.or("actors");

/// The ids of the measures.
pub(super) fn measures(_: &Dataset) -> Vec<String> {
    Measure::ALL.iter().map(|m| m.id().to_owned()).collect()
}

const MEASURES: [Param; 2] = [
    Param::new(
        "measure",
        Values::Words(measures),
        ("ces mesures seules; toutes par défaut", "these measures alone; all by default"),
    )
    .often(Often::Listed(Measure::ALL.len()))
    .like("degree"),
    GRAPH,
];

/// How to test a ranking or a finding.
pub(super) const REPLICATES: [Param; 2] = [
    Param::new(
        "replicates",
        Values::Number { least: 1, most: MOST_REPLICATES },
        ("nombre de répliques", "number of replicates"),
    )
    .like("100"),
    Param::new(
        "seed",
        Values::Number { least: 0, most: u32::MAX as u64 },
        ("germe des répliques", "seed of the replicates"),
    )
    .or("2025"),
];

/// How to test the findings: by default as often as the command line.
pub(super) const DRAWS: [Param; 2] = [
    Param::new(
        "replicates",
        Values::Number { least: 1, most: MOST_DRAWS },
        (
            "nombre de répliques; trop peu ne décident rien, et la réponse le dit",
            "number of replicates; too few decide nothing, and the answer says so",
        ),
    )
    .or("10000"),
    REPLICATES[1],
];

/// A budget of moves.
pub(super) const BUDGET: [Param; 2] = [
    Param::new("budget", Values::Number { least: 1, most: 100 }, ("combien d’étapes", "how many moves"))
        .or("2"),
    Param::new(
        "seats",
        Values::Number { least: 2, most: 20 },
        (
            "combien de partenaires au plus à une table (relier)",
            "how many partners at most sit at a table (connect)",
        ),
    )
    .or("5"),
];

/// One finding of a direction.
const FINDING: [Param; 1] = [Param::new(
    "finding",
    Values::Text { most: LONGEST },
    ("un constat seul, par son mot: «both.JPN.SDP»", "one finding alone, by its word: “both.JPN.SDP”"),
)
.like("both.JPN.SDP")];

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/gaps",
        "gaps",
        (
            "les quatre directions: constats, lacunes, matrices, limites",
            "the four directions: findings, gaps, matrices, limits",
        ),
        Gives::Json(schema::<Vec<GoalView>>),
        |call| json(&goals(call)?),
    )
    .takes(&[&DATES, &ASSUMED]),
    Route::new(
        "/gaps/{goal}",
        "gapsOfGoal",
        ("une direction", "one direction"),
        Gives::Json(schema::<GoalView>),
        |call| {
            let explorer = call.directed()?;
            let mut view = view::goal_view(&explorer, call.goal().unwrap_or(Goal::Deepen));
            if let Some(word) = call.given.get("finding") {
                view.finding(word).map_err(|e| Refusal::unmeant("finding", nameless(&e)))?;
            }
            json(&view)
        },
    )
    .places(&[GOAL])
    .takes(&[&DATES, &ASSUMED, &FINDING]),
    Route::new(
        "/moves/{goal}",
        "moves",
        (
            "ce qui comblerait le plus de lacunes; un calcul, non un conseil",
            "what would close most gaps; a computation, not advice",
        ),
        Gives::Json(schema::<MovesView>),
        |call| json(&moves(call)?),
    )
    .places(&[GOAL])
    .takes(&[&DATES, &ASSUMED, &BUDGET]),
    Route::new(
        "/robustness",
        "robustness",
        (
            "jusqu’où les constats tiennent: autres codages, sources uniques, preuves manquantes, hasard",
            "how far the findings hold: other codings, single sources, missing evidence, chance",
        ),
        Gives::Json(schema::<FindingsView>),
        |call| json(&findings(call)?),
    )
    .takes(&[&DATES, &ASSUMED, &[GOAL], &DRAWS]),
    Route::new(
        "/rank",
        "rank",
        (
            "les mesures de tous les acteurs; l’ordre par intermédiarité est éprouvé, celui des autres avec des répliques",
            "the measures of all actors; the order by betweenness is tested, that of the others with replicates",
        ),
        Gives::Json(schema::<RankView>),
        |call| {
            let given: Vec<Measure> =
                call.given.all("measure").iter().filter_map(|id| Measure::from_id(id)).collect();
            json(&rank(call, if given.is_empty() { &Measure::ALL } else { &given })?)
        },
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &MEASURES, &REPLICATES]),
    Route::new(
        "/actions",
        "actions",
        (
            "ce qui court, commence, a pris fin ou n’est pas confirmé ce jour-là",
            "what runs, starts, ended or is unconfirmed on the day",
        ),
        Gives::Json(schema::<MonitorView>),
        |call| json(&actions(call)?),
    )
    .takes(&[&DATES, &ASSUMED]),
];

/// The directions asked for: one when `goal` says which.
pub(in crate::server) fn goals(call: &Call<'_>) -> Result<Vec<GoalView>, Refusal> {
    let explorer = call.directed()?;
    let wanted = call.goal().map_or(Goal::ALL.to_vec(), |g| vec![g]);
    Ok(wanted.into_iter().map(|g| view::goal_view(&explorer, g)).collect())
}

/// The next moves of a direction.
pub(super) fn moves(call: &Call<'_>) -> Result<MovesView, Refusal> {
    let number = |name: &str, or: usize| call.given.number(name).map_or(or, |n| n as usize);
    let goal = call.goal().unwrap_or(Goal::Deepen);
    Ok(view::moves_view(&*call.directed()?, goal, number("budget", 2), number("seats", 5)))
}

fn replicates(call: &Call<'_>) -> Option<Replicates> {
    let own = Replicates::default();
    let seed = call.given.number("seed").unwrap_or(own.seed);
    call.given.number("replicates").map(|n| Replicates { seed, count: n as usize, ..own })
}

/// How far the findings hold.
pub(super) fn findings(call: &Call<'_>) -> Result<FindingsView, Refusal> {
    let seed = call.given.number("seed").unwrap_or(Replicates::default().seed);
    let own = Replicates { seed, count: NULL_REPLICATES, ..Replicates::default() };
    let how = replicates(call).unwrap_or(own);
    Ok(findings_view(&*call.directed()?, call.goal(), how.count, how.seed))
}

/// Some measures on the graph asked for, tested as on the command line.
pub(in crate::server) fn rank(call: &Call<'_>, measures: &[Measure]) -> Result<RankView, Refusal> {
    let explorer = call.explorer()?;
    let asked = replicates(call);
    let seed = call.given.number("seed").unwrap_or(Replicates::default().seed);
    let test = RankTest::of(&explorer.dataset, measures, (asked.map(|r| r.count), QUICK_REPLICATES), seed);
    let graph = known(call, "graph", GraphKind::Actors);
    let view = view::rank_tested(&explorer, graph, &call.filter()?, measures, test, &|| {});
    if view.measures.is_empty() {
        let name = measures.iter().map(|m| m.id()).collect::<Vec<_>>().join(", ");
        return Err(excluded(
            "measure",
            &format!("«{name}» n’est pas définie sur ce graphe"),
            &format!("«{name}» is not defined on this graph"),
        ));
    }
    Ok(view)
}

/// What runs on the day.
pub(super) fn actions(call: &Call<'_>) -> Result<MonitorView, Refusal> {
    Ok(view::monitor_view(&*call.explorer()?))
}

/// How often a goal must be named where it is a parameter.
pub(super) const REQUIRED_GOAL: Param = GOAL.often(Often::Required);
