//! The sentences of a change.

use super::{ChangeLine, Side, tie_names};
use crate::dataset::{ActorId, Dataset, Edit, State, TieId, Word};
use crate::gap::{GapItem, GapKey, GapList, GapValue, Idle};
use crate::view::cells::class_label;
use crate::view::goals::quotations;
use crate::view::names::Label;
use crate::view::words::{self, enumerate, say};

/// A gap that opened, closed or changed, with what both sides rest on.
pub(super) fn line(before: &Side<'_>, after: &Side<'_>, key: &GapKey) -> ChangeLine {
    let sides = [before, after];
    let items = sides.map(|s| s.gaps.items.get(key));
    let [was, is] = items.map(|item| item.map_or_else(outside, value));
    let names: Vec<Label> = key
        .actors
        .iter()
        .map(|id| {
            let known = sides.iter().rev().find_map(|s| {
                let dataset = &s.explorer.dataset;
                dataset.actor_id(id).map(|a| words::actor(dataset, a))
            });
            known.unwrap_or_else(|| say(id.clone(), id.clone()))
        })
        .collect();
    let who = enumerate(&names);
    let about = match &key.column {
        None => Label::default(),
        Some(id) => {
            let name = column_name(&after.explorer.dataset, id);
            say(format!(", {id} {}", name.fr), format!(", {id} {}", name.en))
        }
    };
    let list = list_label(key.list);
    let (mut ties, mut evidence, mut assumed) = (Vec::new(), Vec::new(), false);
    for (side, item) in sides.into_iter().zip(items) {
        let Some(item) = item else { continue };
        let dataset = &side.explorer.dataset;
        let about: Vec<ActorId> = key.actors.iter().filter_map(|id| dataset.actor_id(id)).collect();
        assumed |= item.ties.iter().any(|&t| dataset.tie(t).assumed);
        let stated: Vec<TieId> =
            item.ties.iter().copied().filter(|&t| !dataset.tie(t).evidence.is_empty()).collect();
        for quote in quotations(dataset, &stated, &about) {
            if !evidence.contains(&quote) {
                evidence.push(quote);
            }
        }
        ties.extend(tie_names(side, &item.ties));
    }
    ties.sort();
    ties.dedup();
    let (fr, en) = if assumed { (" (hypothèse)", " (assumption)") } else { ("", "") };
    ChangeLine {
        list: key.list.word(),
        actors: key.actors.clone(),
        column: key.column.clone(),
        text: say(
            format!("{}: {}{}: {} → {}{fr}.", list.fr, who.fr, about.fr, was.fr, is.fr),
            format!("{}: {}{}: {} → {}{en}.", list.en, who.en, about.en, was.en, is.en),
        ),
        ties,
        assumed,
        evidence,
    }
}

fn outside() -> Label {
    say("hors périmètre", "outside the perimeter")
}

/// The name of a domain, area or leg.
pub(in crate::view) fn column_name(dataset: &Dataset, id: &str) -> Label {
    let domain = dataset.domains.iter().find(|d| d.id == id).map(|d| &d.name);
    let area = dataset.areas.iter().find(|a| a.id == id).map(|a| &a.name);
    let leg = dataset.legs.iter().find(|l| l.id == id).map(|l| &l.name);
    domain.or(area).or(leg).map(Label::from).unwrap_or_default()
}

/// What a list of gaps is called.
pub(in crate::view) fn list_label(list: GapList) -> Label {
    let (fr, en) = match list {
        GapList::Domains => ("domaine promis", "promised domain"),
        GapList::Candidates => ("candidat", "candidate"),
        GapList::Trade => ("volet commerce numérique", "digital trade leg"),
        GapList::Working => ("table de travail commune", "common working table"),
        GapList::Agenda => ("rencontre à l’ordre du jour ou mieux", "meeting on an agenda or better"),
        GapList::Parallel => ("bilatérales parallèles", "parallel bilaterals"),
        GapList::DigitalOnly => {
            ("volet numérique sans volet de sécurité", "digital leg without security leg")
        }
        GapList::SecurityOnly => {
            ("volet de sécurité sans volet numérique", "security leg without digital leg")
        }
        GapList::Alongside => ("à côté du partenariat de sécurité", "alongside the security partnership"),
    };
    say(fr, en)
}

fn value(item: &GapItem) -> Label {
    match item.value {
        GapValue::Cell(class) => class_label(class),
        GapValue::Candidate(front, scores) => candidate(front, scores),
        GapValue::Holder => say("détient un instrument de base", "holds a core instrument"),
        GapValue::Apart => say("mis à part", "set apart"),
        GapValue::Trade(None) => say("absent du corpus", "not on record"),
        GapValue::Trade(Some(state)) => words::state(state),
        GapValue::Meets(None) => say("par l’UE seule", "through the EU alone"),
        GapValue::Meets(Some(level)) => words::level(level),
        GapValue::Parallel(_) if item.open => {
            say("l’UE agit avec chacun, sans table commune", "the EU acts with each, without a common table")
        }
        GapValue::Parallel(true) => say("une table commune", "a common table"),
        GapValue::Parallel(false) => say("l’UE n’agit pas avec les deux", "the EU does not act with both"),
        GapValue::Legs(true, true) => say("les deux volets", "both legs"),
        GapValue::Legs(true, false) => say("volet numérique seul", "digital leg alone"),
        GapValue::Legs(false, true) => say("volet de sécurité seul", "security leg alone"),
        GapValue::Legs(false, false) => say("ni l’un ni l’autre", "neither"),
    }
}

/// Where a candidate stands: how many fronts are before it, and what the criteria of the text count of it.
fn candidate(front: usize, [kinds, areas, coming]: [usize; 3]) -> Label {
    let many = |n: usize, [none, one, many]: [&str; 3]| match n {
        0 => none.to_owned(),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    let before = match front {
        0 | 1 => say("au premier front", "in the first front"),
        2 => say("au front 2, derrière le premier", "in front 2, behind the first"),
        n => say(
            format!("au front {n}, derrière les {} premiers", n - 1),
            format!("in front {n}, behind the first {}", n - 1),
        ),
    };
    say(
        format!(
            "{} ({}, {}, {})",
            before.fr,
            many(kinds, ["aucun type d’instrument", "type d’instrument", "types d’instrument"]),
            many(areas, ["aucun domaine d’action", "domaine d’action", "domaines d’action"]),
            many(coming, ["rien à venir", "instrument à venir", "instruments à venir"]),
        ),
        format!(
            "{} ({}, {}, {})",
            before.en,
            many(kinds, ["no kind of instrument", "kind of instrument", "kinds of instrument"]),
            many(areas, ["no area of action", "area of action", "areas of action"]),
            many(coming, ["nothing to come", "instrument to come", "instruments to come"]),
        ),
    )
}

/// What a count counts.
pub(in crate::view) fn tally(id: &str) -> Label {
    let (fr, en) = match id {
        "units" => ("unités", "units"),
        "active" => ("en cours et nommé (A)", "active and named (A)"),
        "active-or-planned" => {
            ("en cours, prévu ou signé, nommé (A∪B)", "running, planned or signed, named (A∪B)")
        }
        "not-excluded" => ("ce qui ne peut être exclu (1 − ✗)", "what cannot be excluded (1 − ✗)"),
        "empty-domains" => ("domaines sans rien en cours", "domains with nothing running"),
        "candidates" => ("candidats, sur les pays nommés", "candidates, of the countries named"),
        "first-front" => ("candidats du premier front", "candidates of the first front"),
        "trade" => {
            ("volet commerce numérique conclu ou en vigueur", "digital trade leg concluded or in force")
        }
        "only-through-eu-working" => {
            ("paires sans table de travail commune", "pairs without a common working table")
        }
        "only-through-eu-agenda" => ("paires liées par l’UE seule", "pairs linked through the EU alone"),
        "parallel" => ("paires en bilatérales parallèles", "pairs in parallel bilaterals"),
        "parallel-areas" => (
            "paires en bilatérales parallèles, par domaine d’action",
            "pairs in parallel bilaterals, area by area",
        ),
        "both" => ("volets numérique et de sécurité", "digital and security legs"),
        "digital-only" => ("volet numérique sans volet de sécurité", "digital leg without security leg"),
        "security-only" => ("volet de sécurité sans volet numérique", "security leg without digital leg"),
        "alongside" => (
            "cellules en cours à côté du partenariat de sécurité",
            "cells running alongside the security partnership",
        ),
        _ => (id, id),
    };
    say(fr, en)
}

/// An edit as a sentence that says *assume*.
pub(super) fn edit(dataset: &Dataset, edit: &Edit) -> Label {
    let name = |a: &ActorId| words::actor(dataset, *a);
    let tie = |id: &String| match dataset.tie_id(id) {
        Some(t) => {
            let label = words::tie(dataset, t);
            say(format!("{} ({id})", label.fr), format!("{} ({id})", label.en))
        }
        None => say(id.clone(), id.clone()),
    };
    let put = |state: State, t: Label, who: String| {
        let s = words::state(state);
        say(format!("On suppose: {}{who}: {}.", t.fr, s.fr), format!("Assume: {}{who}: {}.", t.en, s.en))
    };
    match edit {
        Edit::Add(t) => {
            let plain = |s: &str, mark: &str| s.trim_end_matches(mark).to_owned();
            let label = say(plain(&t.name.fr, " (hypothèse)"), plain(&t.name.en, " (assumption)"));
            let areas: Vec<Label> =
                t.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let label = match &areas[..] {
                [] => label,
                areas => {
                    let about = words::enumerate(areas);
                    say(format!("{} ({})", label.fr, about.fr), format!("{} ({})", label.en, about.en))
                }
            };
            put(t.state, label, String::new())
        }
        Edit::Extend { tie: id, party } => {
            let (t, who) = (tie(id), name(party));
            say(
                format!("On suppose que {} participe aussi à: {}.", who.fr, t.fr),
                format!("Assume that {} also takes part in: {}.", who.en, t.en),
            )
        }
        Edit::Drop { tie: id, party } => {
            let t = tie(id);
            let who = party.as_ref().map(name);
            let (fr, en) = who.map(|w| (format!(" ({})", w.fr), format!(" ({})", w.en))).unwrap_or_default();
            say(format!("On suppose absent: {}{fr}.", t.fr), format!("Assume absent: {}{en}.", t.en))
        }
        Edit::State { tie: id, party, state } => {
            let who = party.iter().map(|p| format!(" [{}]", dataset.actor(*p).id)).collect();
            put(*state, tie(id), who)
        }
        Edit::Source { tie: id, .. } => {
            let t = tie(id);
            say(
                format!("On suppose qu’une source nouvelle confirme: {}.", t.fr),
                format!("Assume that a new source confirms: {}.", t.en),
            )
        }
        Edit::Restore { tie: id } => {
            let t = tie(id);
            say(format!("Rétabli tel que codé: {}.", t.fr), format!("Put back as coded: {}.", t.en))
        }
    }
}

/// Why an edit changes nothing.
pub(super) fn idle(dataset: &Dataset, why: &Idle) -> Label {
    match why {
        Idle::Already { tie, assumed: true, .. } => say(
            format!(
                "Cette supposition n’ouvre ni ne ferme aucune lacune: une précédente met déjà ce lien ({tie}), et un fait dit deux fois couvre une fois; elle ajoute un enregistrement aux listes, rien d’autre."
            ),
            format!(
                "This assumption opens and closes no gap: an earlier one puts this tie there already ({tie}), and a fact said twice covers once; it adds a record to the lists, nothing else."
            ),
        ),
        Idle::Already { tie: id, state, .. } => {
            let state = words::state(*state);
            let name = dataset.tie_id(id).map(|t| words::tie(dataset, t)).unwrap_or_default();
            say(
                format!(
                    "Cette supposition n’ouvre ni ne ferme aucune lacune: ce lien est déjà au corpus dans cet état ({}, {id}: {}), et un fait dit deux fois couvre une fois; elle ajoute un enregistrement aux listes, rien d’autre.",
                    name.fr, state.fr
                ),
                format!(
                    "This assumption opens and closes no gap: the tie is on record in that state already ({}, {id}: {}), and a fact said twice covers once; it adds a record to the lists, nothing else.",
                    name.en, state.en
                ),
            )
        }
        Idle::AsItIs => say(
            "Cette supposition ne change rien: le lien est déjà tel ce jour-là.",
            "This assumption changes nothing: the tie is like that already on the day.",
        ),
        Idle::AsItIsButCalendar => say(
            "Cette supposition ne change aucun état: le lien est déjà tel ce jour-là; seul son calendrier n’est plus lu.",
            "This assumption changes no state: the tie is like that already on the day; its calendar alone is no longer read.",
        ),
    }
}
