//! *Relier* in words.

use super::{LineView, Parts, SectionView, actor_ids, count, held, ids, quotations};
use std::collections::BTreeSet;

use crate::dataset::{ActorId, ActorKind, Dataset, Kind, Level, TieId, Word};
use crate::gap::{Connect, Ground, HubFree, Pair, Parallel, connect, varied};
use crate::network::{Format, FormatOrigin, Thresholds, group_is_in};
use crate::view::names::Label;
use crate::view::words::{actor, actors, enumerate, level, say, ties};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let found = connect(ground);
    let free = crate::gap::hub_free(ground);
    let pairs = found.pairs.len();
    let at = |l: Level| found.only_through_hub(l).count();
    let (working, agenda) = (at(Level::Working), at(Level::Agenda));
    let grouped = grouped(ground, &found);
    let lone = free.each_ref().map(|h| h.components.iter().filter(|c| c.len() == 1).count());
    let total = free[0].actors.len();
    Parts {
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
            count(
                "isolates-working",
                say(
                    "partenaires isolés sans l’UE, niveau groupe de travail",
                    "partners isolated without the EU, working level",
                ),
                lone[0],
                total,
            ),
            count(
                "isolates-agenda",
                say(
                    "partenaires isolés sans l’UE, niveau ordre du jour",
                    "partners isolated without the EU, agenda level",
                ),
                lone[1],
                total,
            ),
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
        limits: vec![
            say(
                "Figurer dans la même cellule de l’annexe ne relie personne; un organisme universel (plus de 60) non plus. Seuils: 20 partenaires pour un groupe de travail, 60 pour un forum restreint.",
                "Standing in the same annex cell joins nobody; nor does a universal body (more than 60). Thresholds: 20 partners for a working table, 60 for a restricted forum.",
            ),
            say(
                "Les appartenances viennent de listes publiques hors des deux documents, parfois publiées après la date des sources; elles valent au jour lu, et personne n’y entre ni n’en sort plus tard que ce qui est connu.",
                "Memberships come from public lists outside the two documents, some published after the date of the sources; they hold on the day that is read, and nobody joins or leaves later than is known.",
            ),
        ],
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

/// Whether the pair has a grouping in it, which holds no seat of its own at a table of states.
fn has_grouping(dataset: &Dataset, pair: &Pair) -> bool {
    [pair.a, pair.b].iter().any(|&a| dataset.actor(a).kind == ActorKind::Grouping)
}

/// How many of the pairs that do not meet at all have a grouping in them, in words.
fn grouped(ground: Ground<'_>, found: &Connect) -> Label {
    let apart = || found.only_through_hub(Level::Agenda);
    let n = apart().filter(|p| has_grouping(ground.dataset, p)).count();
    match (n, apart().count()) {
        (0, _) => Label::default(),
        (n, all) if n == all => say(" (toutes avec un groupement)", " (all with a grouping)"),
        (n, _) => say(format!(" (dont {n} avec un groupement)"), format!(" ({n} of them with a grouping)")),
    }
}

/// The tables at which some members of a grouping sit with the other unit, each with them.
fn seats_of_members(ground: Ground<'_>, found: &Connect, pair: &Pair) -> Vec<Label> {
    let (dataset, day) = (ground.dataset, ground.dates.as_of);
    let (group, other) =
        if dataset.actor(pair.a).kind == ActorKind::Grouping { (pair.a, pair.b) } else { (pair.b, pair.a) };
    let members = dataset.members_on(group, day);
    let shared = |format: &Format| -> Option<Label> {
        let here: Vec<ActorId> = members.iter().copied().filter(|m| format.members.contains(m)).collect();
        let sits = !here.is_empty() && group_is_in(dataset, other, format, day);
        let (table, who) = (format_name(dataset, format.origin), actors(dataset, &here));
        sits.then(|| say(format!("{} ({})", table.fr, who.fr), format!("{} ({})", table.en, who.en)))
    };
    found.formats.iter().filter_map(shared).collect()
}

fn only_eu(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .only_through_hub(Level::Agenda)
        .map(|pair| {
            let names = actors(dataset, &[pair.a, pair.b]);
            let basis = pair_basis(ground, pair);
            let text = match has_grouping(dataset, pair) {
                false => say(
                    format!("{}: aucune table commune au corpus, ni de travail, ni d’ordre du jour.", names.fr),
                    format!("{}: no common table on record, neither working nor agenda.", names.en),
                ),
                true => {
                    let seats = seats_of_members(ground, found, pair);
                    let (fr, en) = match seats.is_empty() {
                        true => ("aucune".to_owned(), "none".to_owned()),
                        false => {
                            let all = enumerate(&seats);
                            (all.fr, all.en)
                        }
                    };
                    say(
                        format!("{}: aucune table où le groupement entier siège avec l’autre; tables où certains de ses membres siègent avec lui: {fr}.", names.fr),
                        format!("{}: no table at which the whole grouping sits with the other; tables at which some of its members do: {en}.", names.en),
                    )
                }
            };
            LineView {
                actors: actor_ids(dataset, &[pair.a, pair.b]),
                value: Some("none".into()),
                text,
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
            "Ni groupe de travail, ni forum restreint commun parmi ceux que nomment les documents. Une région n’est pas un pays: un groupement ne siège à une table que si tous ses membres y siègent.",
            "Neither a working table nor a restricted forum in common among those that the documents name. A region is no country: a grouping sits at a table only if all its members do.",
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
            let months = pair.overlap / 30;
            let open = match pair.open_ended {
                true => say(" au moins (fin non dite)", " at least (no end stated)"),
                false => Label::default(),
            };
            let hosts = match pair.hosts.is_empty() {
                true => say("aucune", "none"),
                false => ties(dataset, &pair.hosts, 3),
            };
            let mut basis: Vec<TieId> = pair.hosts.clone();
            for &area in &pair.areas {
                for unit in [pair.a, pair.b] {
                    basis.extend(found.ties_in(unit, area));
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
                        "{}: servis côte à côte, sans table de travail commune, pour: {}; calendriers communs: {} mois{}; table de l’UE où ils siègent déjà: {}.",
                        names.fr, areas.fr, months, open.fr, hosts.fr
                    ),
                    format!(
                        "{}: served side by side, without a common working table, on: {}; calendars in common: {} months{}; table of the EU at which they sit already: {}.",
                        names.en, areas.en, months, open.en, hosts.en
                    ),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[pair.a, pair.b]),
                ..LineView::default()
            }
        })
        .collect();
    let (mut fr, mut en) = (
        "Deux unités avec une action en cours dans le même domaine d’action, et aucun format de travail de ce domaine entre elles. Ordre: nombre de domaines, puis durée des calendriers communs (une fin ouverte compte jusqu’à la dernière date du corpus), puis existence d’une table de l’UE où les deux siègent.".to_owned(),
        "Two units with a running action in the same area, and no working format of that area between them. Order: number of areas, then length of the calendars in common (an open end counts until the last date of the corpus), then whether a table of the EU holds both already.".to_owned(),
    );
    let same =
        |of: fn(&Parallel) -> String| found.parallel.iter().map(of).collect::<BTreeSet<_>>().len() <= 1;
    if found.parallel.len() > 1 && same(|p| p.overlap.to_string()) && same(|p| p.hosts.is_empty().to_string())
    {
        fr += " Ici, la durée et la table ne séparent aucune paire: toutes ont les mêmes.";
        en += " Here length and table set no pair apart: all have the same.";
    }
    // One long sentence can cover many: what falls with the record that carries most.
    if let Some((tie, n)) = found.carried_by_one() {
        let name = Label::from(&dataset.tie(tie).name);
        let all = found.parallel.len();
        fr += &format!(
            " Sur les {all} paires, {n} reposent sur un seul enregistrement: {} ({}).",
            name.fr,
            dataset.tie(tie).id
        );
        en += &format!(
            " Of the {all} pairs, {n} rest on one record alone: {} ({}).",
            name.en,
            dataset.tie(tie).id
        );
    }
    SectionView {
        id: "parallel",
        title: say("Bilatérales parallèles", "Parallel bilaterals"),
        note: say(fr, en),
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

fn thresholds(ground: Ground<'_>, found: &Connect) -> SectionView {
    let pairs = found.pairs.len();
    let lines = varied(ground, &found.units)
        .into_iter()
        .map(|v| {
            let Thresholds { working, agenda } = v.thresholds;
            LineView {
                value: Some(format!("{working}-{agenda}")),
                text: say(
                    format!(
                        "Groupes de travail jusqu’à {working} partenaires, forums restreints jusqu’à {agenda}: {} paires sur {pairs} sans table de travail commune, {} liées seulement par l’UE.",
                        v.working, v.agenda
                    ),
                    format!(
                        "Working tables of up to {working} partners, restricted forums of up to {agenda}: {} pairs of {pairs} without a common working table, {} linked only through the EU.",
                        v.working, v.agenda
                    ),
                ),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "thresholds",
        title: say("Les mêmes comptes sous d’autres seuils", "The same counts under other thresholds"),
        note: say(
            "Les seuils de taille sont une convention; voici ce qu’ils changent.",
            "The thresholds of size are a convention; this is what they change.",
        ),
        lines,
    }
}

fn hub_free(ground: Ground<'_>, free: &[HubFree]) -> SectionView {
    let dataset = ground.dataset;
    let lines = free
        .iter()
        .map(|free| {
            let word = level(free.level);
            let largest = free.components.first().map_or(0, Vec::len);
            let cut = actors(dataset, &free.articulation_points);
            let joined: Vec<Label> =
                free.bridges.iter().map(|&(a, b)| actors(dataset, &[a, b])).collect();
            let bridges = enumerate(&joined);
            let near = nearest(dataset, free);
            LineView {
                actors: actor_ids(dataset, &free.articulation_points),
                value: Some(free.level.word().into()),
                text: say(
                    format!(
                        "Sans l’UE ({}): {} partenaires en {} composantes, la plus grande de {largest}; points d’articulation: {}; ponts: {}; efficacité globale {}; proximité harmonique la plus grande: {}.",
                        word.fr, free.actors.len(), free.components.len(), cut.fr, bridges.fr, decimal(free.efficiency).fr, near.fr
                    ),
                    format!(
                        "Without the EU ({}): {} partners in {} components, the largest of {largest}; articulation points: {}; bridges: {}; global efficiency {}; largest harmonic closeness: {}.",
                        word.en, free.actors.len(), free.components.len(), cut.en, bridges.en, decimal(free.efficiency).en, near.en
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

/// A number with three decimals as each language writes it.
fn decimal(value: f64) -> Label {
    let text = format!("{value:.3}");
    say(text.replace('.', ","), text)
}

/// The actors with the largest harmonic closeness, with it; all of a value that the five first reach.
fn nearest(dataset: &Dataset, free: &HubFree) -> Label {
    let mut order: Vec<(f64, crate::dataset::ActorId)> =
        free.harmonic.iter().copied().zip(free.actors.iter().copied()).filter(|(h, _)| *h > 0.0).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| dataset.actor(a.1).id.cmp(&dataset.actor(b.1).id)));
    let border = order.get(4).or(order.last()).map_or(0.0, |o| o.0);
    let names: Vec<Label> = order
        .iter()
        .filter(|(h, _)| *h >= border - 1e-12)
        .map(|&(h, a)| {
            let (who, value) = (actor(dataset, a), decimal(h));
            say(format!("{} {}", who.fr, value.fr), format!("{} {}", who.en, value.en))
        })
        .collect();
    enumerate(&names)
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
                id: match format.origin {
                    FormatOrigin::Forum(forum) => dataset.actor(forum).id.clone(),
                    FormatOrigin::Tie(tie) => dataset.tie(tie).id.clone(),
                },
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
