//! *Relier* in words.

use super::{LineView, Parts, SectionView, actor_ids, count, held, ids, quotations};
use crate::dataset::{Dataset, Kind, Level, TieId, Word};
use crate::gap::{Connect, Ground, Pair, connect};
use crate::network::FormatOrigin;
use crate::view::names::Label;
use crate::view::words::{actor, actors, enumerate, level, say};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let found = connect(ground);
    let pairs = found.pairs.len();
    let at = |l: Level| found.only_through_hub(l).count();
    let (working, agenda) = (at(Level::Working), at(Level::Agenda));
    let lone = found
        .hub_free
        .iter()
        .map(|h| h.components.iter().filter(|c| c.len() == 1).count())
        .collect::<Vec<_>>();
    let total = found.hub_free.first().map_or(0, |h| h.actors.len());
    Parts {
        headline: say(
            format!(
                "Sur {pairs} paires d’unités, {working} n’ont aucune table de travail commune dans le corpus et {agenda} ne se rencontrent pas même à l’ordre du jour d’un forum restreint; {} paires sont servies en bilatérales parallèles.",
                found.parallel.len()
            ),
            format!(
                "Of {pairs} pairs of units, {working} share no working table on record and {agenda} do not meet even on the agenda of a restricted forum; {} pairs are served by parallel bilaterals.",
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
            count(
                "isolates-working",
                say(
                    "partenaires isolés sans l’UE, niveau groupe de travail",
                    "partners isolated without the EU, working level",
                ),
                lone.first().copied().unwrap_or(0),
                total,
            ),
            count(
                "isolates-agenda",
                say(
                    "partenaires isolés sans l’UE, niveau ordre du jour",
                    "partners isolated without the EU, agenda level",
                ),
                lone.get(1).copied().unwrap_or(0),
                total,
            ),
        ],
        sections: vec![
            only_eu(ground, &found),
            parallel(ground, &found),
            meetings(ground, &found),
            hub_free(ground, &found),
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

fn format_ties(ground: Ground<'_>, origin: FormatOrigin) -> Vec<TieId> {
    match origin {
        FormatOrigin::Tie(id) => vec![id],
        FormatOrigin::Forum(forum) => {
            ground.ties().filter(|(_, t)| t.participant(forum).is_some()).map(|(id, _)| id).collect()
        }
    }
}

fn pair_basis(ground: Ground<'_>, pair: &Pair) -> Vec<TieId> {
    let mut out = held(ground, pair.a, &Kind::CORE);
    out.extend(held(ground, pair.b, &Kind::CORE));
    out.dedup();
    out
}

fn only_eu(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .only_through_hub(Level::Agenda)
        .map(|pair| {
            let names = actors(dataset, &[pair.a, pair.b]);
            let basis = pair_basis(ground, pair);
            LineView {
                actors: actor_ids(dataset, &[pair.a, pair.b]),
                value: Some("none".into()),
                text: say(
                    format!("{}: aucune table commune au corpus, à quelque niveau que ce soit.", names.fr),
                    format!("{}: no common table on record, at any level.", names.en),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[pair.a, pair.b]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "only-through-eu",
        title: say("Paires liées seulement par l’UE", "Pairs linked only through the EU"),
        note: say(
            "Ni groupe de travail, ni forum restreint commun parmi ceux que nomment les documents.",
            "Neither a working table nor a restricted forum in common among those that the documents name.",
        ),
        lines,
    }
}

fn parallel(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .parallel
        .iter()
        .map(|pair| {
            let names = actors(dataset, &[pair.a, pair.b]);
            let areas: Vec<Label> =
                pair.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let areas = enumerate(&areas);
            let mut basis: Vec<TieId> = Vec::new();
            for &area in &pair.areas {
                for unit in [pair.a, pair.b] {
                    basis.extend(ground.cell(unit, crate::gap::Column::Area(area)).ties);
                }
            }
            basis.sort_unstable();
            basis.dedup();
            LineView {
                actors: actor_ids(dataset, &[pair.a, pair.b]),
                tags: pair.areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()).collect(),
                value: Some(pair.areas.len().to_string()),
                text: say(
                    format!(
                        "{}: servis côte à côte, sans table de travail commune, pour: {}.",
                        names.fr, areas.fr
                    ),
                    format!(
                        "{}: served side by side, without a common working table, on: {}.",
                        names.en, areas.en
                    ),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[pair.a, pair.b]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "parallel",
        title: say("Bilatérales parallèles", "Parallel bilaterals"),
        note: say(
            "Deux unités avec une action en cours dans le même domaine d’action, et aucun format de travail de ce domaine entre elles.",
            "Two units with a running action in the same area, and no working format of that area between them.",
        ),
        lines,
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
            let tables =
                enumerate(&pair.formats.iter().map(|&f| format_name(dataset, f)).collect::<Vec<_>>());
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

fn hub_free(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .hub_free
        .iter()
        .map(|free| {
            let word = level(free.level);
            let largest = free.components.first().map_or(0, Vec::len);
            let (cut, bridges) = (actors(dataset, &free.articulation_points), free.bridges.len());
            LineView {
                actors: actor_ids(dataset, &free.articulation_points),
                value: Some(free.level.word().into()),
                text: say(
                    format!(
                        "Sans l’UE ({}): {} partenaires en {} composantes, la plus grande de {largest}; points d’articulation: {}; ponts: {bridges}; efficacité globale {:.3}.",
                        word.fr, free.actors.len(), free.components.len(), cut.fr, free.efficiency
                    )
                    .replace("globale 0.", "globale 0,"),
                    format!(
                        "Without the EU ({}): {} partners in {} components, the largest of {largest}; articulation points: {}; bridges: {bridges}; global efficiency {:.3}.",
                        word.en, free.actors.len(), free.components.len(), cut.en, free.efficiency
                    ),
                ),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "without-eu",
        title: say("Le réseau sans l’UE et sans ses formats", "The network without the EU and its formats"),
        note: say(
            "Tous les partenaires nommés avec une action ou un instrument en cours, groupements compris.",
            "All partners named with a running action or instrument, groupings included.",
        ),
        lines,
    }
}

fn tables(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .formats
        .iter()
        .map(|format| {
            let (name, word) = (format_name(dataset, format.origin), level(format.level));
            let seated: Vec<_> = found
                .units
                .iter()
                .copied()
                .filter(|&u| crate::network::group_is_in(dataset, u, format, ground.dates.as_of))
                .collect();
            let names = actors(dataset, &seated);
            let basis = format_ties(ground, format.origin);
            LineView {
                actors: actor_ids(dataset, &seated),
                value: Some(format.level.word().into()),
                tags: format.areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()).collect(),
                text: say(
                    format!(
                        "{} ({}, {} membres hors UE): {}.",
                        name.fr,
                        word.fr,
                        format.members.len(),
                        names.fr
                    ),
                    format!(
                        "{} ({}, {} members outside the EU): {}.",
                        name.en,
                        word.en,
                        format.members.len(),
                        names.en
                    ),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "formats",
        title: say("Les formats comptés", "The formats counted"),
        note: say("Avec les unités qui y siègent.", "With the units that sit in them."),
        lines,
    }
}
