//! Which coverage implies which.

use super::domain;
use crate::gap::{CellClass, Deepen, Ground, implications};
use crate::view::goals::{LineView, SectionView};
use crate::view::names::Label;
use crate::view::words::{actors, enumerate, say};

/// Which coverage implies which: without exception, and with one exception by name.
pub(super) fn implied(ground: Ground<'_>, found: &Deepen) -> SectionView {
    let dataset = ground.dataset;
    let has: Vec<Vec<bool>> = found
        .domains
        .cells
        .iter()
        .map(|row| row.iter().map(|c| c.class == CellClass::ActiveNamed).collect())
        .collect();
    let rules = implications(&has);
    let names = |columns: &[usize]| -> Label {
        let all: Vec<Label> = columns
            .iter()
            .map(|&c| {
                let (id, name) = domain(dataset, crate::dataset::DomainId(c as u8));
                say(format!("{} ({id})", name.fr), format!("{} ({id})", name.en))
            })
            .collect();
        enumerate(&all)
    };
    let units =
        |list: &[usize]| actors(dataset, &list.iter().map(|&u| found.domains.units[u]).collect::<Vec<_>>());
    let mut lines: Vec<LineView> = Vec::new();
    let word = |columns: &[usize]| {
        columns.iter().map(|&c| dataset.domains[c].id.as_str()).collect::<Vec<_>>().join("-")
    };
    let rule = |from: usize, to: usize| {
        format!("{}.{}", word(&rules.groups[from].columns), word(&rules.groups[to].columns))
    };
    let mut push = |value: &str, id: String, text: Label| {
        lines.push(LineView { id, value: Some(value.into()), text, ..LineView::default() });
    };
    for &(from, to) in &rules.covers {
        let (a, b) = (names(&rules.groups[from].columns), names(&rules.groups[to].columns));
        let who = units(&rules.groups[from].units);
        push(
            "always",
            rule(from, to),
            say(
                format!("Qui a {} a aussi {}, sans exception: {}.", a.fr, b.fr, who.fr),
                format!("Whoever has {} also has {}, without exception: {}.", a.en, b.en, who.en),
            ),
        );
    }
    for near in &rules.near {
        let (a, b) = (names(&rules.groups[near.from].columns), names(&rules.groups[near.to].columns));
        let who = units(&[near.exception]);
        push(
            "one-exception",
            rule(near.from, near.to),
            say(
                format!("Qui a {} a aussi {}, sauf: {}.", a.fr, b.fr, who.fr),
                format!("Whoever has {} also has {}, except: {}.", a.en, b.en, who.en),
            ),
        );
    }
    SectionView {
        id: "implications",
        title: say("Quelle couverture en implique une autre", "Which coverage implies which"),
        note: say(
            format!(
                "Constat sur ces unités, non loi; une exception est nommée quand au moins deux unités suivent la règle. Domaines où toutes ont une action en cours qui les nomme: {}. Domaines où aucune n’en a: {}.",
                names(&rules.everyone).fr,
                names(&rules.nobody).fr
            ),
            format!(
                "An observation on these units, no law; an exception is named where at least two units follow the rule. Domains in which all have a running action that names them: {}. Domains in which none has one: {}.",
                names(&rules.everyone).en,
                names(&rules.nobody).en
            ),
        ),
        lines,
    }
}
