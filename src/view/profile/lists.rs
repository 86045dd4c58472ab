//! What the documents state of a partner.

use super::Own;
use crate::dataset::{ActorId, ActorKind, Dataset, Kind, Period, Polarity, State, Tie, TieId};
use crate::gap::{CellClass, Column, Ground};
use crate::view::detail::ActorView;
use crate::view::goals::{LineView, SectionView, actor_ids, ids, list_evidence, quotations};
use crate::view::names::Label;
use crate::view::words::{actors, enumerate, kind, level, moment, say, since, state, ties, until};

/// When a tie holds, in words, after a comma; empty when the source gives nothing.
fn when(period: &Period, state: State) -> Label {
    let mut parts = Vec::new();
    if let Some(from) = period.from {
        parts.push(since(&from.to_string()));
    }
    if let Some(end) = period.until {
        parts.push(until(&end.to_string()));
    }
    if let Some(expected) = period.expected {
        let when = moment(&expected.to_string());
        let (passe, passed) = match state {
            State::Unconfirmed => (" (passé; suite non dite)", " (passed; outcome not told)"),
            _ => ("", ""),
        };
        parts.push(say(format!("attendu: {}{passe}", when.fr), format!("expected: {}{passed}", when.en)));
    }
    let join = |get: fn(&Label) -> &str| parts.iter().map(|p| format!(", {}", get(p))).collect::<String>();
    say(join(|l| &l.fr), join(|l| &l.en))
}

/// What must be said beside the state.
fn flags(tie: &Tie) -> Label {
    let mut out = say("", "");
    if tie.polarity == Polarity::Concern {
        out = say(" [préoccupations]", " [concerns]");
    }
    if tie.date_conflict {
        out.fr += " [le calendrier contredit l’état]";
        out.en += " [the calendar contradicts the state]";
    }
    out
}

/// Instruments in the order of their kinds.
pub(super) fn instruments(ground: Ground<'_>, who: ActorId, own: &[&Own]) -> SectionView {
    let dataset = ground.dataset;
    let place = |k: Kind| dataset.kinds.iter().position(|i| i.kind == k);
    let mut sorted: Vec<&&Own> = own.iter().collect();
    sorted.sort_by_key(|o| (place(dataset.tie(o.id).kind), o.id));
    let lines = sorted
        .into_iter()
        .map(|own| {
            let tie = dataset.tie(own.id);
            let (sort, now, dates, flags) =
                (kind(dataset, tie.kind), state(own.state), when(&tie.period, own.state), flags(tie));
            LineView {
                actors: actor_ids(dataset, &[who]),
                column: Some(crate::dataset::Word::word(tie.kind).to_owned()),
                value: Some(crate::dataset::Word::word(own.state).to_owned()),
                text: say(
                    format!("{} · {}{}: {}{}.", sort.fr, tie.name.fr, flags.fr, now.fr, dates.fr),
                    format!("{} · {}{}: {}{}.", sort.en, tie.name.en, flags.en, now.en, dates.en),
                ),
                ties: ids(dataset, &[own.id]),
                evidence: quotations(dataset, &[own.id], &[who]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "instruments",
        title: say("Instruments qui le nomment", "Instruments that name it"),
        note: say(
            "Par type, avec l’état pour ce partenaire et les dates que donne le texte. Signé n’est pas en vigueur.",
            "By kind, with the state for this partner and the dates that the text gives. Signed is not in force.",
        ),
        lines,
    }
}

/// Actions by area, with their calendar.
pub(super) fn actions(ground: Ground<'_>, who: ActorId, own: &[&Own]) -> SectionView {
    let dataset = ground.dataset;
    let areas = |o: &Own| dataset.tie(o.id).participant(who).map(|p| p.areas.clone()).unwrap_or_default();
    let mut sorted: Vec<&&Own> = own.iter().collect();
    sorted.sort_by_key(|o| (areas(o).first().map_or(usize::MAX, |a| a.0 as usize), o.id));
    let lines = sorted
        .into_iter()
        .map(|own| {
            let tie = dataset.tie(own.id);
            let found = areas(own);
            let named: Vec<Label> =
                found.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let about = match named.is_empty() {
                true => say("sans domaine d’action", "no area"),
                false => enumerate(&named),
            };
            let number = number(tie);
            let calendar = match tie.cells.as_ref().map(|c| c.calendar.trim()) {
                Some(c) if !c.is_empty() => say(format!(", «{c}»"), format!(", «{c}»")),
                _ => when(&tie.period, own.state),
            };
            let (now, flags) = (state(own.state), flags(tie));
            LineView {
                actors: actor_ids(dataset, &[who]),
                column: found.first().map(|a| dataset.areas[a.0 as usize].id.clone()),
                value: Some(crate::dataset::Word::word(own.state).to_owned()),
                text: say(
                    format!(
                        "{} · {}, {}{}: {}{}.",
                        about.fr, number.fr, tie.name.fr, flags.fr, now.fr, calendar.fr
                    ),
                    format!(
                        "{} · {}, {}{}: {}{}.",
                        about.en, number.en, tie.name.en, flags.en, now.en, calendar.en
                    ),
                ),
                ties: ids(dataset, &[own.id]),
                evidence: quotations(dataset, &[own.id], &[who]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "actions",
        title: say("Actions et exemples qui le nomment", "Actions and examples that name it"),
        note: say(
            "Par domaine d’action; entre guillemets, le calendrier du texte, mot pour mot.",
            "By area; between quotation marks, the calendar of the text, word for word.",
        ),
        lines,
    }
}

/// `action 27`, `example 3`.
fn number(tie: &Tie) -> Label {
    match (tie.row, tie.example) {
        (Some(row), _) => say(format!("action {row}"), format!("action {row}")),
        (_, Some(n)) => say(format!("exemple {n}"), format!("example {n}")),
        _ => say(tie.id.clone(), tie.id.clone()),
    }
}

/// What reaches it through groupings.
pub(super) fn groupings(ground: Ground<'_>, detail: &ActorView) -> SectionView {
    let dataset = ground.dataset;
    let lines = detail
        .derived
        .iter()
        .filter_map(|derived| {
            let id = dataset.tie_id(&derived.id)?;
            let tie = dataset.tie(id);
            let via: Vec<ActorId> = derived.via.iter().filter_map(|v| dataset.actor_id(v)).collect();
            let through = actors(dataset, &via);
            let now = tie
                .participants
                .iter()
                .find(|p| via.contains(&p.actor))
                .map_or_else(|| ground.own_state(tie), |p| ground.state(tie, p));
            let now = state(now);
            Some(LineView {
                actors: derived.via.clone(),
                column: Some(derived.kind.to_owned()),
                value: Some(derived.state.to_owned()),
                text: say(
                    format!("{} · {}: {}.", through.fr, tie.name.fr, now.fr),
                    format!("{} · {}: {}.", through.en, tie.name.en, now.en),
                ),
                ties: ids(dataset, &[id]),
                evidence: quotations(dataset, &[id], &via),
                ..LineView::default()
            })
        })
        .collect();
    SectionView {
        id: "groupings",
        title: say("Par un groupement", "Through a grouping"),
        note: say(
            "Le texte nomme le groupement, non le partenaire; cela ne comble aucun vide.",
            "The text names the grouping, not the partner; that closes no gap.",
        ),
        lines,
    }
}

/// The forums in which it sits and with which the documents show the EU at work.
pub(super) fn forums(ground: Ground<'_>, who: ActorId, detail: &ActorView) -> SectionView {
    let dataset = ground.dataset;
    let lines = detail
        .memberships
        .iter()
        .filter(|m| m.members.is_empty())
        .filter_map(|m| {
            let forum = dataset.actor_id(&m.group)?;
            let actor = dataset.actor(forum);
            if actor.kind != ActorKind::Forum {
                return None;
            }
            let shared = work_with(ground, forum);
            let stands = actor.level.map_or_else(|| say("niveau non précisé", "level not stated"), level);
            let short =
                if m.complete { say("", "") } else { say(", liste incomplète", ", incomplete list") };
            let checked = moment(&m.checked.to_string());
            let eu = match shared.is_empty() {
                true => say(
                    "aucun lien de l’UE avec ce forum dans le corpus",
                    "no tie of the EU with this forum on record",
                ),
                false => ties(dataset, &shared, 3),
            };
            Some(LineView {
                actors: actor_ids(dataset, &[who, forum]),
                column: actor.level.map(|l| crate::dataset::Word::word(l).to_owned()),
                value: Some(if shared.is_empty() { "member" } else { "shared" }.to_owned()),
                text: say(
                    format!(
                        "{} ({}): {}. Membre d’après [source en anglais]: {} ({}{}).",
                        actor.name.fr, stands.fr, eu.fr, m.source, checked.fr, short.fr
                    ),
                    format!(
                        "{} ({}): {}. Member according to: {} ({}{}).",
                        actor.name.en, stands.en, eu.en, m.source, checked.en, short.en
                    ),
                ),
                ties: ids(dataset, &shared),
                evidence: quotations(dataset, &shared, &[forum]),
                ..LineView::default()
            })
        })
        .collect();
    SectionView {
        id: "forums",
        title: say("Forums où il siège", "Forums in which it sits"),
        note: say(
            "Les citations montrent l’UE à l’œuvre dans le forum; l’appartenance du partenaire vient d’une source publique. Un organisme universel ne relie personne.",
            "The quotations show the EU at work in the forum; the partner’s membership comes from a public source. A universal body links nobody.",
        ),
        lines,
    }
}

/// The instruments and actions of the EU in or with a forum.
fn work_with(ground: Ground<'_>, forum: ActorId) -> Vec<TieId> {
    ground.ties().filter(|(_, t)| t.with_hub && t.participant(forum).is_some()).map(|(id, _)| id).collect()
}

/// One leg: where it stands in each kind, one line a kind.
pub(super) fn leg(
    ground: Ground<'_>,
    who: ActorId,
    kinds: &[Kind],
    id: &'static str,
    title: Label,
) -> SectionView {
    let dataset = ground.dataset;
    let lines = kinds.iter().map(|&sort| leg_line(ground, dataset, who, sort)).collect();
    SectionView {
        id,
        title,
        note: say(
            "Une ligne par type d’instrument. «Absent du corpus» ne dit pas que rien n’existe.",
            "One line a kind of instrument. “Not on record” does not say that nothing exists.",
        ),
        lines,
    }
}

fn leg_line(ground: Ground<'_>, dataset: &Dataset, who: ActorId, sort: Kind) -> LineView {
    let cell = ground.cell(who, Column::Kind(sort));
    let name = kind(dataset, sort);
    let what = ties(dataset, &cell.ties, 3);
    let mut about = vec![who];
    about.extend(&cell.via);
    let told = match cell.class {
        CellClass::ActiveNamed | CellClass::PlannedNamed => {
            let now = cell
                .ties
                .first()
                .and_then(|&t| Some((dataset.tie(t), dataset.tie(t).participant(who)?)))
                .map(|(tie, part)| state(ground.state(tie, part)))
                .unwrap_or_default();
            say(format!("{}, {}", now.fr, what.fr), format!("{}, {}", now.en, what.en))
        }
        CellClass::ThroughGrouping => {
            let via = actors(dataset, &cell.via);
            say(
                format!("seulement par un groupement ({}), {}", via.fr, what.fr),
                format!("only through a grouping ({}), {}", via.en, what.en),
            )
        }
        class => super::silence::in_words(ground, class, cell.list),
    };
    let evidence = if cell.ties.is_empty() {
        list_evidence(dataset, cell.list)
    } else {
        quotations(dataset, &cell.ties, &about)
    };
    LineView {
        actors: actor_ids(dataset, &[who]),
        column: Some(crate::dataset::Word::word(sort).to_owned()),
        value: Some(crate::dataset::Word::word(cell.class).to_owned()),
        text: say(format!("{}: {}.", name.fr, told.fr), format!("{}: {}.", name.en, told.en)),
        ties: ids(dataset, &cell.ties),
        evidence,
        ..LineView::default()
    }
}
