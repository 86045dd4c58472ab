//! *Relier* in words.

mod pairs;
mod whole;

use super::{LineView, Parts, SectionView, actor_ids, count, ids, quotations};
use crate::dataset::{ActorId, ActorKind, Dataset, Level, TieId, Word};
use crate::gap::{Connect, Ground, connect};
use crate::network::FormatOrigin;
use crate::view::names::Label;
use crate::view::words::{actor, actors, enumerate, level, say};
use pairs::{grouped, only_eu, parallel};
use whole::{hub_free, tables, thresholds};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let found = connect(ground);
    let free = crate::gap::hub_free(ground);
    let pairs = found.pairs.len();
    let at = |l: Level| found.only_through_hub(l).count();
    let (working, agenda) = (at(Level::Working), at(Level::Agenda));
    let grouped = grouped(ground, &found);
    let lone = free.each_ref().map(|h| h.components.iter().filter(|c| c.len() == 1).count());
    let total = free[0].actors.len();
    let groups =
        free[0].actors.iter().filter(|&&a| ground.dataset.actor(a).kind == ActorKind::Grouping).count();
    let named = total - groups;
    let isolated = |at: Level| {
        let at = level(at);
        say(
            format!("partenaires et groupements ({named} + {groups}) isolés sans l’UE, niveau {}", at.fr),
            format!("partners and groupings ({named} + {groups}) isolated without the EU, {}", at.en),
        )
    };
    Parts {
        later: None,
        headline: say(
            format!(
                "Sur {pairs} paires d’unités, {working} n’ont aucune table de travail commune dans le corpus et {agenda} ne se rencontrent pas même à l’ordre du jour d’un forum restreint{}; {} paires sont servies en bilatérales parallèles.",
                grouped.fr,
                found.parallel.len()
            ),
            format!(
                "Of {pairs} pairs of units, {working} share no working table on record and {agenda} do not meet even on the agenda of a restricted forum{}; {} pairs are served by parallel bilaterals.",
                grouped.en,
                found.parallel.len()
            ),
        ),
        counts: vec![
            count(
                "only-through-eu-working",
                say(
                    "paires liées seulement par l’UE, niveau groupe de travail",
                    "pairs linked only through the EU, working level",
                ),
                working,
                pairs,
            ),
            count(
                "only-through-eu-agenda",
                say(
                    "paires liées seulement par l’UE, niveau ordre du jour",
                    "pairs linked only through the EU, agenda level",
                ),
                agenda,
                pairs,
            ),
            count(
                "parallel",
                say("paires servies en bilatérales parallèles", "pairs served by parallel bilaterals"),
                found.parallel.len(),
                pairs,
            ),
            count("isolates-working", isolated(Level::Working), lone[0], total),
            count("isolates-agenda", isolated(Level::Agenda), lone[1], total),
        ],
        sections: vec![
            only_eu(ground, &found),
            parallel(ground, &found),
            meetings(ground, &found),
            thresholds(ground, &found),
            hub_free(ground, &free),
            tables(ground, &found),
        ],
        matrices: Vec::new(),
        limits: vec![say(
            "Figurer dans la même cellule de l’annexe ne relie personne; un organisme universel (plus de 60) non plus. Seuils: 20 partenaires pour un groupe de travail, 60 pour un forum restreint.",
            "Standing in the same annex cell joins nobody; nor does a universal body (more than 60). Thresholds: 20 partners for a working table, 60 for a restricted forum.",
        )],
    }
}

fn format_name(dataset: &Dataset, origin: FormatOrigin) -> Label {
    match origin {
        FormatOrigin::Tie(id) => (&dataset.tie(id).name).into(),
        FormatOrigin::Forum(id) => actor(dataset, id),
    }
}

/// The name of a format; of a part of a forum whose own members no list names, that they are those of the whole.
fn table_name(dataset: &Dataset, origin: FormatOrigin) -> Label {
    let name = format_name(dataset, origin);
    match whole_of(dataset, origin).map(|whole| actor(dataset, whole)) {
        None => name,
        Some(whole) => say(
            format!("{} (membres d’après la liste du tout, {})", name.fr, whole.fr),
            format!("{} (members by the list of the whole, {})", name.en, whole.en),
        ),
    }
}

/// The forum whose list of members stands for that of its part.
fn whole_of(dataset: &Dataset, origin: FormatOrigin) -> Option<ActorId> {
    match origin {
        FormatOrigin::Forum(forum) if dataset.membership(forum).is_none() => dataset.actor(forum).part_of,
        _ => None,
    }
}

fn format_ties(ground: Ground<'_>, origin: FormatOrigin) -> Vec<TieId> {
    match origin {
        FormatOrigin::Tie(id) => vec![id],
        FormatOrigin::Forum(forum) => {
            ground.ties().filter(|(_, t)| t.participant(forum).is_some()).map(|(id, _)| id).collect()
        }
    }
}

fn meetings(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .pairs
        .iter()
        .filter_map(|pair| {
            let at = pair.level?;
            let (names, word) = (actors(dataset, &[pair.a, pair.b]), level(at));
            let tables = enumerate(&pair.formats.iter().map(|&f| table_name(dataset, f)).collect::<Vec<_>>());
            let basis: Vec<TieId> = pair.formats.iter().flat_map(|&f| format_ties(ground, f)).collect();
            Some(LineView {
                actors: actor_ids(dataset, &[pair.a, pair.b]),
                value: Some(at.word().into()),
                text: say(
                    format!("{} ({}): {}.", names.fr, word.fr, tables.fr),
                    format!("{} ({}): {}.", names.en, word.en, tables.en),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[]),
                ..LineView::default()
            })
        })
        .collect();
    SectionView {
        id: "meetings",
        title: say("Paires qui se rencontrent, et où", "Pairs that meet, and where"),
        note: say(
            "Les membres d’un forum viennent de listes publiques datées (classe structurelle); les citations disent ce que les documents en disent.",
            "The members of a forum come from dated public lists (structural class); the quotations are what the documents say of it.",
        ),
        lines,
    }
}
