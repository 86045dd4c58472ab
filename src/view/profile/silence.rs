//! What the documents do not say of a partner, and the little of it that is an absence.

use crate::dataset::{ActorId, Closure, Kind, ListId, Word};
use crate::gap::{Cell, CellClass, Column, Ground, Matrix};
use crate::view::cells::{class_label, column};
use crate::view::goals::{LineView, SectionView, actor_ids, list_evidence};
use crate::view::names::Label;
use crate::view::words::{day, enumerate, kind, say};

/// An absence or silence in words, with the day of the list that closes it.
pub(super) fn in_words(ground: Ground<'_>, class: CellClass, list: Option<ListId>) -> Label {
    let label = class_label(class);
    let Some(list) = list.map(|l| &ground.dataset.lists[l.0 as usize]) else { return label };
    let closed = list.evidence.iter().map(|e| ground.dataset.source(e.source).date).max();
    match closed.map(day) {
        Some(on) => say(
            format!("{} par une liste fermée, au {}", label.fr, on.fr),
            format!("{} by a closed list, on {}", label.en, on.en),
        ),
        None => label,
    }
}

/// The kinds by which partnerships are told apart: those of the legs, and those with a list.
fn kinds(ground: Ground<'_>) -> Vec<Kind> {
    ground
        .dataset
        .kinds
        .iter()
        .map(|i| i.kind)
        .filter(|&k| {
            k.is_core()
                || super::TRADE.contains(&k)
                || super::SECURITY.contains(&k)
                || ground.lists().any(|(_, l)| l.kind == k)
        })
        .collect()
}

/// What is not on record, one line for domains, areas and kinds each.
pub(super) fn silent(ground: Ground<'_>, who: ActorId, domains: &Matrix, areas: &Matrix) -> SectionView {
    let dataset = ground.dataset;
    let sorts: Vec<Column> = kinds(ground).into_iter().map(Column::Kind).collect();
    let sorts = Matrix::new(ground, vec![who], sorts);
    let parts = [
        ("domains", say("Domaines promis", "Promised domains"), domains),
        ("areas", say("Domaines d’action", "Areas"), areas),
        ("kinds", say("Types d’instruments", "Kinds of instrument"), &sorts),
    ];
    let lines = parts
        .into_iter()
        .filter_map(|(id, title, matrix)| {
            let cells: &[Cell] = matrix.cells.first()?;
            let silent: Vec<_> = matrix
                .columns
                .iter()
                .zip(cells)
                .filter(|(_, cell)| cell.class == CellClass::NotOnRecord)
                .map(|(&c, _)| column(dataset, c))
                .collect();
            let names: Vec<Label> = silent.iter().map(|c| c.names.clone()).collect();
            let names = enumerate(&names);
            let (n, of) = (silent.len(), cells.len());
            // What is left is told, so that the numbers add up.
            let is = |wanted: CellClass| cells.iter().filter(|c| c.class == wanted).count();
            let named = is(CellClass::ActiveNamed) + is(CellClass::PlannedNamed);
            let (via, absent) = (is(CellClass::ThroughGrouping), is(CellClass::EstablishedAbsence));
            (n > 0).then(|| LineView {
                actors: actor_ids(dataset, &[who]),
                column: Some(id.to_owned()),
                value: Some(CellClass::NotOnRecord.word().to_owned()),
                tags: silent.iter().map(|c| c.id.clone()).collect(),
                text: say(
                    format!("{}, {n} sur {of} (au corpus: {named} par un instrument ou une action, {via} par un groupement; absences établies: {absent}): {}.", title.fr, names.fr),
                    format!("{}, {n} of {of} (on record: {named} by an instrument or an action, {via} through a grouping; established absences: {absent}): {}.", title.en, names.en),
                ),
                ..LineView::default()
            })
        })
        .collect();
    SectionView {
        id: "silent",
        title: say("Ce qui est absent du corpus", "What is not on record"),
        note: say(
            "Le silence n’a pas de citation, et ne dit pas que rien n’existe.",
            "Silence has no quotation, and does not say that nothing exists.",
        ),
        lines,
    }
}

/// The closed lists that omit it.
pub(super) fn absent(ground: Ground<'_>, who: ActorId) -> SectionView {
    let dataset = ground.dataset;
    let lines = kinds(ground)
        .into_iter()
        .filter(|&k| ground.lists().any(|(_, l)| l.kind == k && l.closure == Closure::Closed))
        .filter_map(|sort| {
            let cell = ground.cell(who, Column::Kind(sort));
            if cell.class != CellClass::EstablishedAbsence {
                return None;
            }
            let (name, told) = (kind(dataset, sort), in_words(ground, cell.class, cell.list));
            Some(LineView {
                actors: actor_ids(dataset, &[who]),
                column: Some(sort.word().to_owned()),
                value: Some(cell.class.word().to_owned()),
                text: say(format!("{}: {}.", name.fr, told.fr), format!("{}: {}.", name.en, told.en)),
                evidence: list_evidence(dataset, cell.list),
                ..LineView::default()
            })
        })
        .collect();
    SectionView {
        id: "absent",
        title: say("Absences établies", "Established absences"),
        note: say(
            "La liste citée nomme toute la classe à sa date, et n’y nomme pas le partenaire.",
            "The list quoted names the whole class at its date, and does not name the partner in it.",
        ),
        lines,
    }
}
