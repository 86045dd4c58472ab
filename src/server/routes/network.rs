//! The network, and all that is known of one of its parts.

use crate::explorer::find_tie;
use crate::server::param::{LONGEST, Param, Values};
use crate::server::problem::{Refusal, nameless};
use crate::server::route::{
    ASSUMED, Answer, Call, DATES, FOCUS, Gives, LISTS, Route, SIGHT, actor, json, schema,
};
use crate::view::words::say;
use crate::view::{self, ActorView, NetworkView, PathView, ProfileView, TieView};

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/network",
        "network",
        (
            "nœuds et liens d’une sélection, chaque lien avec ses citations",
            "nodes and ties of a selection, each tie with its quotations",
        ),
        Gives::Json(schema::<NetworkView>),
        network,
    )
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS]),
    Route::new(
        "/actors/{id}",
        "actor",
        ("tout ce qui est connu d’un acteur", "all that is known of an actor"),
        Gives::Json(schema::<ActorView>),
        one_actor,
    )
    .places(&[actor("id")])
    .takes(&[&DATES, &ASSUMED]),
    Route::new(
        "/profiles/{actor}",
        "profile",
        ("l’état des lieux d’un partenaire ou d’un groupement", "the state of play of a partner or grouping"),
        Gives::Json(schema::<ProfileView>),
        profile,
    )
    .places(&[actor("actor")])
    .takes(&[&DATES, &ASSUMED]),
    Route::new(
        "/ties/{id}",
        "tie",
        ("un lien avec toutes ses citations", "a tie with all its quotations"),
        Gives::Json(schema::<TieView>),
        tie,
    )
    .places(&[Param::new("id", Values::Text { most: LONGEST }, ("identifiant d’un lien", "id of a tie"))
        .like("DP-JPN")])
    .takes(&[&DATES, &ASSUMED]),
    Route::new(
        "/path/{from}/{to}",
        "path",
        (
            "plus courts chemins entre deux acteurs, chaque pas avec sa source",
            "shortest paths between two actors, each step with its source",
        ),
        Gives::Json(schema::<PathView>),
        path,
    )
    .places(&[actor("from").like("MEX"), actor("to").like("AUS")])
    .takes(&[&DATES, &ASSUMED, &LISTS, &SIGHT, &FOCUS]),
];

fn network(call: &Call<'_>) -> Answer {
    let mut found = view::network_view(&*call.explorer()?, &call.filter()?);
    // A note on the coding goes with its tie: all of them would weigh as much as all quotations.
    found.ties.iter_mut().for_each(|tie| tie.note = None);
    json(&found)
}

fn one_actor(call: &Call<'_>) -> Answer {
    let (explorer, id) = (call.explorer()?, call.actor("id")?);
    json(&view::detail_actor(&explorer, id))
}

/// The profile that the path names.
pub(super) fn profile_of(call: &Call<'_>) -> Result<ProfileView, Refusal> {
    let (explorer, id) = (call.explorer()?, call.actor("actor")?);
    view::profile_view(&explorer, id).map_err(|e| {
        let fr = format!(
            "{} n’est ni un partenaire ni un groupement: il n’en est pas de profil; voyez /api/v1/actors/{}",
            e.name.fr, e.id
        );
        let en = format!(
            "{} is no partner and no grouping: there is no profile of it; see /api/v1/actors/{}",
            e.name.en, e.id
        );
        Refusal::absent(say(fr, en))
    })
}

fn profile(call: &Call<'_>) -> Answer {
    json(&profile_of(call)?)
}

fn tie(call: &Call<'_>) -> Answer {
    let explorer = call.explorer()?;
    let id = find_tie(&explorer.dataset, call.given.get("id").unwrap_or_default())
        .map_err(|e| Refusal::absent(nameless(&e)))?;
    json(&view::tie_view(&explorer, id))
}

fn path(call: &Call<'_>) -> Answer {
    let (explorer, filter) = (call.explorer()?, call.filter()?);
    json(&view::path_view(&explorer, &filter, call.actor("from")?, call.actor("to")?))
}
