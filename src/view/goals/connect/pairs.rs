//! Pairs of units that meet only through the EU, and pairs that it serves side by side.

use std::collections::BTreeSet;

use super::format_name;
use crate::dataset::{ActorId, ActorKind, Dataset, Kind, Level, TieId};
use crate::gap::{Connect, Ground, Pair, Parallel};
use crate::network::{Format, group_is_in};
use crate::view::goals::{LineView, SectionView, actor_ids, held, ids, quotations};
use crate::view::names::Label;
use crate::view::words::{actors, enumerate, say, ties};

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
pub(super) fn grouped(ground: Ground<'_>, found: &Connect) -> Label {
    let apart = || found.only_through_hub(Level::Agenda);
    let n = apart().filter(|p| has_grouping(ground.dataset, p)).count();
    match (n, apart().count()) {
        (0, _) => Label::default(),
        (n, all) if n == all => {
            let groups = apart().flat_map(|p| [p.a, p.b]).collect::<BTreeSet<_>>();
            let is_group = |a: &ActorId| ground.dataset.actor(*a).kind == ActorKind::Grouping;
            let who = actors(ground.dataset, &groups.into_iter().filter(is_group).collect::<Vec<_>>());
            say(
                format!(" ({}: un groupement siège si tous ses membres siègent)", who.fr),
                format!(" ({}: a grouping sits if all its members do)", who.en),
            )
        }
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

pub(super) fn only_eu(ground: Ground<'_>, found: &Connect) -> SectionView {
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

pub(super) fn parallel(ground: Ground<'_>, found: &Connect) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .parallel
        .iter()
        .map(|pair| {
            let names = actors(dataset, &[pair.a, pair.b]);
            let areas: Vec<Label> =
                pair.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let areas = enumerate(&areas);
            // What has no stated end may end sooner or later: it has no length.
            let together = match pair.overlap.map(|days| days / 30) {
                Some(months) => say(format!("{months} mois"), format!("{months} months")),
                None => say("fin non dite", "no end stated"),
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
                        "{}: l’UE agit avec chacun, sans table de travail commune, pour: {}; calendriers communs: {}; table de l’UE où ils siègent déjà: {}.",
                        names.fr, areas.fr, together.fr, hosts.fr
                    ),
                    format!(
                        "{}: the EU acts with each, without a common working table, on: {}; calendars in common: {}; table of the EU at which they sit already: {}.",
                        names.en, areas.en, together.en, hosts.en
                    ),
                ),
                ties: ids(dataset, &basis),
                evidence: quotations(dataset, &basis, &[pair.a, pair.b]),
                ..LineView::default()
            }
        })
        .collect();
    let (mut fr, mut en) = (
        "Deux unités avec une action en cours dans le même domaine d’action, et aucun format de travail de ce domaine entre elles. Ordre: nombre de domaines, puis durée des calendriers communs là où le texte dit les deux fins (sans fin dite, pas de durée), puis existence d’une table de l’UE où les deux siègent.".to_owned(),
        "Two units with a running action in the same area, and no working format of that area between them. Order: number of areas, then length of the calendars in common where the text states both ends (no stated end, no length), then whether a table of the EU holds both already.".to_owned(),
    );
    let same =
        |of: fn(&Parallel) -> String| found.parallel.iter().map(of).collect::<BTreeSet<_>>().len() <= 1;
    if found.parallel.len() > 1
        && same(|p| format!("{:?}", p.overlap))
        && same(|p| p.hosts.is_empty().to_string())
    {
        fr += " Ici, ni la durée ni la table ne séparent de paires.";
        en += " Here neither length nor table sets any pair apart.";
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
