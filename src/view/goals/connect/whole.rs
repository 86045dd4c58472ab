//! The network as a whole: other thresholds, without the EU, and the formats counted.

use super::{format_name, format_ties, whole_of};
use crate::dataset::{ActorKind, Dataset, Word};
use crate::gap::{Connect, Ground, HubFree, varied};
use crate::network::{Format, FormatOrigin, Thresholds, group_is_in};
use crate::view::goals::{LineView, SectionView, actor_ids, ids, quotations};
use crate::view::names::Label;
use crate::view::words::{actor, actors, enumerate, level, say};

pub(super) fn thresholds(ground: Ground<'_>, found: &Connect) -> SectionView {
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

pub(super) fn hub_free(ground: Ground<'_>, free: &[HubFree]) -> SectionView {
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
            let groups =
                free.actors.iter().filter(|&&a| dataset.actor(a).kind == ActorKind::Grouping).count();
            LineView {
                actors: actor_ids(dataset, &free.articulation_points),
                value: Some(free.level.word().into()),
                text: say(
                    format!(
                        "Sans l’UE ({}): {} partenaires, dont {groups} groupements, en {} composantes, la plus grande de {largest}; points d’articulation: {}; ponts: {}; efficacité globale {}; proximité harmonique la plus grande: {}.",
                        word.fr, free.actors.len(), free.components.len(), cut.fr, bridges.fr, decimal(free.efficiency).fr, near.fr
                    ),
                    format!(
                        "Without the EU ({}): {} partners, {groups} groupings among them, in {} components, the largest of {largest}; articulation points: {}; bridges: {}; global efficiency {}; largest harmonic closeness: {}.",
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

pub(super) fn tables(ground: Ground<'_>, found: &Connect) -> SectionView {
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
                .filter(|&u| group_is_in(dataset, u, format, ground.dates.as_of))
                .collect();
            let names = actors(dataset, &seated);
            let members = members_told(dataset, format);
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
                    format!("{} ({}, {}): {}.", name.fr, word.fr, members.fr, names.fr),
                    format!("{} ({}, {}): {}.", name.en, word.en, members.en, names.en),
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
        note: say(
            "Avec les unités qui y siègent. Une liste de membres incomplète donne un minimum; sa certitude est celle de sa source.",
            "With the units that sit in them. A list of members that is incomplete gives a minimum; its certainty is that of its source.",
        ),
        lines,
    }
}

/// How many members a format has outside the EU: a minimum where the list of them is incomplete, and how certain the list is.
fn members_told(dataset: &Dataset, format: &Format) -> Label {
    let n = format.members.len();
    let list = match format.origin {
        FormatOrigin::Forum(forum) => dataset.membership(forum),
        FormatOrigin::Tie(_) => None,
    };
    let (s, e) = if n > 1 { ("s", "s") } else { ("", "") };
    let plain = say(format!("{n} membre{s} hors UE"), format!("{n} member{e} outside the EU"));
    let sure = match list.map(|m| m.certainty.as_str()) {
        Some("medium") => say("certitude moyenne", "medium certainty"),
        _ => say("certitude élevée", "high certainty"),
    };
    if let Some(whole) = whole_of(dataset, format.origin) {
        let whole = actor(dataset, whole);
        return say(
            format!("{}, d’après la liste du tout ({}): la citation ne les nomme pas", plain.fr, whole.fr),
            format!(
                "{}, by the list of the whole ({}): the quotation does not name them",
                plain.en, whole.en
            ),
        );
    }
    match list {
        Some(m) if !m.complete => say(
            format!("au moins {}, liste incomplète, {}", plain.fr, sure.fr),
            format!("at least {}, list incomplete, {}", plain.en, sure.en),
        ),
        Some(m) if m.certainty == "medium" => {
            say(format!("{}, {}", plain.fr, sure.fr), format!("{}, {}", plain.en, sure.en))
        }
        _ => plain,
    }
}
