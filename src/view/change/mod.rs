//! What differs between two readings: a baseline and a scenario, two dates, two datasets.

mod lines;
mod records;
mod still;

pub(super) use lines::{column_name, list_label, tally};
pub use records::{
    AssumptionView, ChangeLine, ChangeView, GoalChangeView, MeasureChangeView, PerimeterChangeView,
    ShiftView, SideView, TallyView, TieChangeView,
};

use super::goals::Goal;
use super::names::Label;
use super::network::{dataset_view, dates_view};
use super::words::{self, say};
use crate::dataset::{Scenario, State, Tie, TieId, Word};
use crate::explorer::{Explorer, edit_options, option};
use crate::gap::{Gaps, Ground, Perimeter, Shift, TieChange, delta, gaps, shifts, tie_changes};
use crate::network::Filter;

/// A reading with the gaps on the perimeters of interest.
struct Side<'a> {
    explorer: &'a Explorer,
    gaps: Gaps,
}

impl Side<'_> {
    fn ground(&self) -> Ground<'_> {
        Ground { dataset: &self.explorer.dataset, dates: self.explorer.dates }
    }
}

/// Compares two readings. The frozen perimeter is that of the first.
pub fn change_view(
    before: &Explorer,
    after: &Explorer,
    (title, labels, command): (Label, [Label; 2], String),
    assumptions: Vec<AssumptionView>,
) -> ChangeView {
    let ground = |e: &'_ Explorer| -> (Perimeter, Gaps) {
        let ground = Ground { dataset: &e.dataset, dates: e.dates };
        let perimeter = Perimeter::of(ground);
        let found = gaps(ground, &perimeter);
        (perimeter, found)
    };
    let (frozen, old) = ground(before);
    let (_, live) = ground(after);
    let base = Side { explorer: before, gaps: old };
    let live = Side { explorer: after, gaps: live };
    let held = Side { explorer: after, gaps: gaps(live.ground(), &frozen) };
    let goals = Goal::ALL
        .into_iter()
        .map(|goal| GoalChangeView {
            goal: goal.id(),
            names: before
                .dataset
                .directions
                .iter()
                .find(|d| d.id == goal.id())
                .map(|d| (&d.name).into())
                .unwrap_or_default(),
            perimeters: vec![perimeter("frozen", &base, &held, goal), perimeter("live", &base, &live, goal)],
        })
        .collect();
    let [first, second] = labels;
    let side = |label: Label, explorer: &Explorer| SideView {
        label,
        dates: dates_view(explorer),
        version: explorer.dataset.version.clone(),
        digest: explorer.dataset.digest.clone(),
    };
    let mut notes = Vec::new();
    if !assumptions.is_empty() {
        notes.push(say(
            "Ce que le scénario ajoute ou change est une hypothèse sans source, jamais un fait; chaque ligne qui en dépend le dit.",
            "What the scenario adds or changes is an assumption without a source, never a fact; every line that depends on it says so.",
        ));
    }
    notes.extend(published_between(before, after));
    notes.extend(earlier(before).into_iter().chain(earlier(after)));
    notes.push(say(
        "Périmètre figé: les unités de la lecture de départ. Périmètre vivant: les unités de chaque lecture; un partenariat nouveau ajoute une unité, donc des lacunes.",
        "Frozen perimeter: the units of the first reading. Live perimeter: the units of each reading; a new partnership adds a unit, hence gaps.",
    ));
    notes.push(say("Un calcul, non un conseil.", "A computation, not advice."));
    let mut cited = dataset_view(&before.dataset);
    for document in dataset_view(&after.dataset).documents {
        if !cited.documents.iter().any(|d| d.id == document.id) {
            cited.documents.push(document);
        }
    }
    ChangeView {
        title,
        cited,
        ties: tie_changes(base.ground(), live.ground()).iter().map(|c| tie_line(before, after, c)).collect(),
        measures: [("with-eu", false), ("without-eu", true)]
            .map(|(graph, without_eu)| measures(before, after, graph, without_eu))
            .to_vec(),
        before: side(first, before),
        after: side(second, after),
        assumptions,
        goals,
        notes,
        command,
        dataset: dataset_view(&before.dataset),
        dates: dates_view(before),
    }
}

/// The edits of the scenario under which a dataset is read.
pub(super) fn assumptions(explorer: &Explorer) -> Vec<AssumptionView> {
    let Some(assumed) = &explorer.assumed else { return Vec::new() };
    let view = |(e, idle): (&crate::dataset::Edit, &Option<crate::gap::Idle>)| {
        let idle = idle.as_ref().map(|why| lines::idle(&assumed.base, why));
        let mut text = lines::edit(&assumed.base, e);
        if let Some(why) = &idle {
            text.fr += &format!(" {}", why.fr);
            text.en += &format!(" {}", why.en);
        }
        AssumptionView {
            words: e.words(&assumed.base),
            text,
            idle,
            instead: None,
            // One text, whatever the language: its author wrote it once.
            note: if let crate::dataset::Edit::Add(tie) = e {
                tie.note.as_ref().map(|n| n.fr.clone())
            } else {
                None
            },
        }
    };
    assumed.scenario.edits.iter().zip(&assumed.idle).map(view).collect()
}

/// What a scenario changes.
pub fn whatif_view(before: &Explorer, scenario: &Scenario) -> ChangeView {
    let after = before.under(scenario);
    let title = if scenario.name.is_empty() {
        say("Et si", "What if")
    } else {
        say(format!("Et si: {}", scenario.name), format!("What if: {}", scenario.name))
    };
    let labels = [say("Jeu de données", "Dataset"), say("Avec le scénario", "With the scenario")];
    let edits = edit_options("edit", &scenario.edits, &before.dataset);
    let command = before.scenario_command("whatif", &edits);
    let own = after.assumed.as_ref().map_or(0, |a| a.scenario.edits.len()) - scenario.edits.len();
    let assumptions = assumptions(&after).split_off(own);
    let mut view = change_view(before, &after, (title, labels, command), assumptions);
    let still = still::is_still(&view);
    // Which of several moves nothing is asked of each beside those before it, as long as they are few.
    let one_by_one = !still && (2..=still::FEW).contains(&scenario.edits.len());
    for (i, edit) in scenario.edits.iter().enumerate().filter(|_| still || one_by_one) {
        if view.assumptions[i].idle.is_some() {
            continue;
        }
        let upto =
            |n: usize| before.under(&Scenario { name: String::new(), edits: scenario.edits[..n].to_vec() });
        let first = upto(i);
        if one_by_one {
            let step = change_view(&first, &upto(i + 1), Default::default(), Vec::new());
            if !still::is_still(&step) {
                continue;
            }
        }
        let ((why, instead), assumption) = (still::why(&first, edit), &mut view.assumptions[i]);
        assumption.text.fr += &format!(" {}", why.fr);
        assumption.text.en += &format!(" {}", why.en);
        assumption.idle = Some(why);
        assumption.instead = instead;
    }
    view
}

/// What differs between two scenarios on the same dates; the first may be empty: the dataset as it is.
pub fn scenarios_view(base: &Explorer, first: &Scenario, second: &Scenario) -> ChangeView {
    let [before, after] = [first, second].map(|s| base.under(s));
    let name = |s: &Scenario, fr: &str, en: &str| match s.name.as_str() {
        "" => say(fr, en),
        name => say(name, name),
    };
    let labels = [
        name(first, "Premier scénario", "First scenario"),
        name(second, "Second scénario", "Second scenario"),
    ];
    let words = |option, s: &Scenario| edit_options(option, &s.edits, &base.dataset);
    let edits = words("edit", first) + &words("against-edit", second);
    let command = base.scenario_command("compare", &edits);
    let title = say("Deux scénarios", "Two scenarios");
    change_view(&before, &after, (title, labels, command), Vec::new())
}

/// `relier compare --dates … … --known …`; known dates follow the dates unless they are one and the same.
pub fn dates_command(before: &Explorer, after: &Explorer) -> String {
    let mut out = format!("relier compare --dates {} {}", before.dates.as_of, after.dates.as_of);
    if before.dates.known == after.dates.known {
        out += &format!(" --known {}", before.dates.known);
    }
    out + &before.reading_options()
}

/// The command that compares two datasets on the same dates; the second is read from a folder.
pub fn datasets_command(before: &Explorer, after: &Explorer) -> String {
    let other = after.dataset.folder.as_deref().map(|f| option("against", f)).unwrap_or_default();
    before.command(&format!("compare{other}"))
}

/// Where the two readings know different documents: by which day each does, and how many ties that alone brings.
fn published_between(before: &Explorer, after: &Explorer) -> Option<Label> {
    let (old, new) = (before.dates.known, after.dates.known);
    if old == new {
        return None;
    }
    let known = |e: &Explorer, t: &Tie| t.is_known(&e.dataset, e.dates.known);
    let brought = after
        .dataset
        .ties
        .iter()
        .filter(|t| known(after, t))
        .filter(|t| before.dataset.tie_id(&t.id).is_none_or(|id| !known(before, before.dataset.tie(id))))
        .count();
    let [first, second, old, new] = [before.dates.as_of, after.dates.as_of, old, new].map(words::day);
    Some(say(
        format!(
            "Le {} est lu d’après ce qui était publié au {}, le {} d’après ce qui l’était au {}: {brought} des liens connus ensuite n’étaient pas connus avant.",
            first.fr, old.fr, second.fr, new.fr
        ),
        format!(
            "{} is read by what was published by {}, {} by what was by {}: {brought} of the ties known then were not known before.",
            first.en, old.en, second.en, new.en
        ),
    ))
}

/// What is not known of a day before every document.
fn earlier(explorer: &Explorer) -> Option<Label> {
    let dataset = &explorer.dataset;
    let (date, first) = (explorer.dates.as_of, dataset.first_day()?);
    if date >= first {
        return None;
    }
    let is_known = |t: &Tie| t.evidence.iter().any(|e| dataset.source(e.source).date <= explorer.dates.known);
    let known = dataset.ties.iter().filter(|t| is_known(t)).count();
    let undated = dataset.ties.iter().filter(|t| t.period.from.is_none() && is_known(t)).count();
    let day = words::day(date);
    Some(say(
        format!(
            "{undated} des {known} liens connus n’ont pas de date de début et sont comptés au {}: rien ne dit s’ils existaient déjà.",
            day.fr
        ),
        format!(
            "{undated} of the {known} ties known have no date of beginning and are counted on {}: nothing says whether they existed by then.",
            day.en
        ),
    ))
}

fn perimeter(id: &'static str, before: &Side<'_>, after: &Side<'_>, goal: Goal) -> PerimeterChangeView {
    let found = delta(&before.gaps, &after.gaps);
    let lines = |keys: &[crate::gap::GapKey]| -> Vec<ChangeLine> {
        let mut keys: Vec<_> = keys.iter().filter(|k| k.list.direction() == goal.id()).collect();
        // D2 comes before D10.
        keys.sort_by_key(|k| (k.list, &k.actors, k.column.as_deref().map(|c| (c.len(), c))));
        keys.into_iter().map(|k| lines::line(before, after, k)).collect()
    };
    let counts = before
        .gaps
        .counts
        .iter()
        .zip(&after.gaps.counts)
        .filter(|(t, _)| t.direction == goal.id())
        .map(|(a, b)| TallyView {
            id: a.id,
            label: lines::tally(a.id),
            before: [a.n, a.of],
            after: [b.n, b.of],
        })
        .collect();
    let (opened, closed, changed) = (lines(&found.opened), lines(&found.closed), lines(&found.changed));
    let (o, c, d) = (opened.len(), closed.len(), changed.len());
    let label = match id {
        "frozen" => say("périmètre figé", "frozen perimeter"),
        _ => say("périmètre vivant", "live perimeter"),
    };
    PerimeterChangeView {
        id,
        headline: say(
            format!(
                "Lacunes: {o} nouvelle{}, {c} comblée{}, {d} changée{} ({}).",
                s(o),
                s(c),
                s(d),
                label.fr
            ),
            format!("Gaps: {o} opened, {c} closed, {d} changed ({}).", label.en),
        ),
        label,
        counts,
        opened,
        closed,
        changed,
    }
}

fn s(n: usize) -> &'static str {
    if n > 1 { "s" } else { "" }
}

fn tie_line(before: &Explorer, after: &Explorer, change: &TieChange) -> TieChangeView {
    let side = if after.dataset.tie_id(&change.tie).is_some() { after } else { before };
    let (name, assumed, evidence) = match side.dataset.tie_id(&change.tie) {
        Some(id) => {
            let tie = side.dataset.tie(id);
            let quotes = super::goals::quotations(&side.dataset, &[id], &[]);
            (words::tie(&side.dataset, id), tie.assumed, quotes)
        }
        None => (Label::default(), false, Vec::new()),
    };
    let state = |s: Option<State>| s.map_or_else(|| say("absent", "absent"), words::state);
    let (a, b) = (state(change.before), state(change.after));
    let (mut fr, mut en) = (Vec::new(), Vec::new());
    if change.before != change.after {
        fr.push(format!("{} → {}", a.fr, b.fr));
        en.push(format!("{} → {}", a.en, b.en));
    }
    for (actor, x, y) in &change.parties {
        let (x, y) = (state(*x), state(*y));
        let known = side.dataset.actor_id(actor).map(|a| words::actor(&side.dataset, a));
        let who = known.unwrap_or_else(|| say(actor.clone(), actor.clone()));
        fr.push(format!("{}: {} → {}", who.fr, x.fr, y.fr));
        en.push(format!("{}: {} → {}", who.en, x.en, y.en));
    }
    for (sign, columns) in [("+", &change.covered), ("−", &change.uncovered)] {
        if !columns.is_empty() {
            let named = |get: fn(&Label) -> &str| -> String {
                let names: Vec<String> = columns
                    .iter()
                    .map(|id| format!("{sign} {}", get(&lines::column_name(&side.dataset, id))))
                    .collect();
                names.join(", ")
            };
            fr.push(named(|l| &l.fr));
            en.push(named(|l| &l.en));
        }
    }
    TieChangeView {
        id: change.tie.clone(),
        assumed,
        before: change.before.map(Word::word),
        after: change.after.map(Word::word),
        text: say(
            format!("{} ({}): {}.", name.fr, change.tie, fr.join("; ")),
            format!("{} ({}): {}.", name.en, change.tie, en.join("; ")),
        ),
        evidence,
    }
}

fn measures(before: &Explorer, after: &Explorer, graph: &'static str, without_eu: bool) -> MeasureChangeView {
    let filter = Filter { without_eu, ..Filter::default() };
    let ground = |e| -> Ground<'_> {
        let e: &Explorer = e;
        Ground { dataset: &e.dataset, dates: e.dates }
    };
    let found = shifts(ground(before), ground(after), &filter);
    let name = |id: &str| {
        [after, before]
            .iter()
            .find_map(|e| e.dataset.actor_id(id).map(|a| words::actor(&e.dataset, a)))
            .unwrap_or_default()
    };
    let mut actors: Vec<&String> = found.iter().map(|s| &s.actor).collect();
    actors.sort();
    actors.dedup();
    let label = if without_eu {
        say("graphe des acteurs, sans l’UE", "actor graph, without the EU")
    } else {
        say("graphe des acteurs, avec l’UE", "actor graph, with the EU")
    };
    let view = |s: &Shift| ShiftView {
        measure: s.measure.id(),
        names: name(&s.actor),
        actor: s.actor.clone(),
        ranks: [s.before.and_then(|p| p.rank), s.after.and_then(|p| p.rank)],
        values: [s.before.and_then(|p| p.value), s.after.and_then(|p| p.value)],
    };
    MeasureChangeView { graph, label, actors: actors.len(), shifts: found.iter().map(view).collect() }
}

/// The ties of a side by their ids.
fn tie_names(side: &Side<'_>, ties: &[TieId]) -> Vec<String> {
    ties.iter().map(|&t| side.explorer.dataset.tie(t).id.clone()).collect()
}
