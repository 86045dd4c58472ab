//! Annex rows that give no cell.

use crate::dataset::{ActorId, ActorKind, TieId, Word};
use crate::gap::Ground;
use crate::view::goals::{LineView, SectionView, ids, quotations};
use crate::view::names::Label;
use crate::view::words::{enumerate, say};

/// Annex rows that address no country and no grouping: they give no partner cell.
pub(super) fn unaddressed(ground: Ground<'_>) -> Vec<TieId> {
    let addresses =
        |a: ActorId| matches!(ground.dataset.actor(a).kind, ActorKind::Partner | ActorKind::Grouping);
    ground
        .ties()
        .filter(|(_, t)| t.row.is_some() && !t.participants.iter().any(|p| addresses(p.actor)))
        .map(|(id, _)| id)
        .collect()
}

pub(super) fn rows_without_partner(ground: Ground<'_>) -> SectionView {
    let dataset = ground.dataset;
    let lines = unaddressed(ground)
        .into_iter()
        .map(|id| {
            let tie = dataset.tie(id);
            let name = Label::from(&tie.name);
            let areas: Vec<Label> =
                tie.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let areas = enumerate(&areas);
            let row = tie.row.unwrap_or_default();
            let cell = tie.cells.as_ref().map(|c| c.partners.as_str()).unwrap_or_default();
            LineView {
                column: tie.areas.first().map(|a| dataset.areas[a.0 as usize].id.clone()),
                value: tie.address.map(|a| a.word().to_owned()),
                text: say(
                    format!("{} · action {row}, {} («{cell}»).", areas.fr, name.fr),
                    format!("{} · action {row}, {} («{cell}»).", areas.en, name.en),
                ),
                ties: ids(dataset, &[id]),
                evidence: quotations(dataset, &[id], &[]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "rows-without-partner",
        title: say(
            "Lignes de l’annexe qui ne donnent aucune cellule de partenaire",
            "Annex rows that give no partner cell",
        ),
        note: say(
            "«Action menée à l’échelle mondiale», «Action multilatérale», «Discussions bilatérales»: elles restent dans le compte des 50 lignes, et ne sont attribuées à personne.",
            "«Action menée à l’échelle mondiale», «Action multilatérale», «Discussions bilatérales»: they stay in the count of the 50 rows and are ascribed to nobody.",
        ),
        lines,
    }
}
