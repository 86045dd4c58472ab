//! Gaps, ranks, actions, next moves, robustness.

use crate::gap::Replicates;
use crate::server::param::{Often, Param, Values, words};
use crate::server::problem::Refusal;
use crate::server::route::{
    ASSUMED, Call, DATES, FOCUS, GOAL, Gives, LISTS, Route, SIGHT, json, known, schema,
};
use crate::view::{
    self, FindingsView, Goal, GoalView, GraphKind, MonitorView, MovesView, RankView, findings_view,
};

/// How many replicates an answer waits for.
const MOST_REPLICATES: u64 = 1000;

/// The graph of a ranking.
pub(super) const GRAPH: Param = Param::new(
    "graph",
    Values::Words(words::<GraphKind>),
    ("acteurs qui se rencontrent, ou acteurs et instruments", "actors who meet, or actors and instruments"),
)
.or("actors");

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

/// A budget of moves.
pub(super) const BUDGET: [Param; 2] = [
    Param::new("budget", Values::Number { least: 1, most: 100 }, ("combien de coups", "how many moves"))
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
            let explorer = call.explorer()?;
            json(&call.goal().map(|g| view::goal_view(&explorer, g)))
        },
    )
    .places(&[GOAL])
    .takes(&[&DATES, &ASSUMED]),
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
    .takes(&[&DATES, &ASSUMED, &[GOAL], &REPLICATES]),
    Route::new(
        "/rank",
        "rank",
        (
            "toutes les mesures de tous les acteurs; avec des répliques, la tenue de l’ordre",
            "all measures of all actors; with replicates, how far the order holds",
        ),
        Gives::Json(schema::<RankView>),
        |call| json(&rank(call)?),
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS, &[GRAPH], &REPLICATES]),
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
    let explorer = call.explorer()?;
    let wanted = call.goal().map_or(Goal::ALL.to_vec(), |g| vec![g]);
    Ok(wanted.into_iter().map(|g| view::goal_view(&explorer, g)).collect())
}

/// The next moves of a direction.
pub(super) fn moves(call: &Call<'_>) -> Result<MovesView, Refusal> {
    let number = |name: &str, or: usize| call.given.number(name).map_or(or, |n| n as usize);
    let goal = call.goal().unwrap_or(Goal::Deepen);
    Ok(view::moves_view(&*call.explorer()?, goal, number("budget", 2), number("seats", 5)))
}

fn replicates(call: &Call<'_>) -> Option<Replicates> {
    let own = Replicates::default();
    let seed = call.given.number("seed").unwrap_or(own.seed);
    call.given.number("replicates").map(|n| Replicates { seed, count: n as usize, ..own })
}

/// How far the findings hold.
pub(super) fn findings(call: &Call<'_>) -> Result<FindingsView, Refusal> {
    let own = Replicates { seed: call.given.number("seed").unwrap_or(2025), ..Replicates::default() };
    let how = replicates(call).unwrap_or(own);
    Ok(findings_view(&*call.explorer()?, call.goal(), how.count, how.seed))
}

/// All measures on the graph asked for.
pub(super) fn rank(call: &Call<'_>) -> Result<RankView, Refusal> {
    let graph = known(call, "graph", GraphKind::Actors);
    Ok(view::rank_view(&*call.explorer()?, graph, &call.filter()?, replicates(call)))
}

/// What runs on the day.
pub(super) fn actions(call: &Call<'_>) -> Result<MonitorView, Refusal> {
    Ok(view::monitor_view(&*call.explorer()?))
}

/// How often a goal must be named where it is a parameter.
pub(super) const REQUIRED_GOAL: Param = GOAL.often(Often::Required);
