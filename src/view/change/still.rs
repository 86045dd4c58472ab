//! Why an assumption moves no gap and no rank, although it is none that changes nothing.

use super::ChangeView;
use crate::dataset::{ActorId, Area, Edit, Kind, State, Tie};
use crate::explorer::Explorer;
use crate::gap::Ground;
use crate::view::names::Label;
use crate::view::words::{self, say};

/// How many assumptions are asked one by one whether they move anything.
pub(super) const FEW: usize = 6;

/// Whether no gap moves on either perimeter and nobody moves by any measure.
pub(super) fn is_still(view: &ChangeView) -> bool {
    let lines = |p: &super::PerimeterChangeView| p.opened.len() + p.closed.len() + p.changed.len();
    view.goals.iter().flat_map(|g| &g.perimeters).all(|p| lines(p) == 0)
        && view.measures.iter().all(|m| m.actors == 0)
}

/// Why an edit moves nothing; and the edit with what it lacks, as words of the command line.
pub(super) fn why(before: &Explorer, edit: &Edit) -> (Label, Option<String>) {
    let dataset = &before.dataset;
    match edit {
        Edit::Add(tie) if tie.areas.is_empty() && tie.legs.is_empty() && tie.domains.is_empty() => {
            let ground = Ground { dataset, dates: before.dates };
            let units = ground.holders(&Kind::CORE);
            let held: Vec<ActorId> =
                tie.participants.iter().map(|p| p.actor).filter(|a| units.contains(a)).collect();
            let known = match &held[..] {
                [] => say("", ""),
                units => {
                    let names = words::actors(dataset, units);
                    say(
                        format!(" Des instruments de base sont déjà en cours avec: {}.", names.fr),
                        format!(" Core instruments are running already with: {}.", names.en),
                    )
                }
            };
            let Some(area) = new_area(ground, tie) else { return (other(), None) };
            let name = &area.name;
            let text = say(
                format!(
                    "Rien ne bouge: ce lien supposé ne dit aucun domaine d’action, donc aucune cellule ne change.{} Dites sur quoi il porte, par exemple: {}.",
                    known.fr, name.fr
                ),
                format!(
                    "Nothing moves: the assumed tie names no area, so that no cell changes.{} Say what it is about, for example: {}.",
                    known.en, name.en
                ),
            );
            (text, Some(format!("{} areas={}", edit.words(dataset), area.id)))
        }
        _ => (other(), None),
    }
}

/// Why nothing moves where the edit itself says no reason.
fn other() -> Label {
    say(
        "Rien ne bouge: aucune lacune ni aucun rang ne tient à cela seul; d’autres liens le disent aussi, ou rien n’en est compté.",
        "Nothing moves: no gap and no rank hangs on this alone; other ties say it too, or nothing of it is counted.",
    )
}

/// The first area in which nothing runs with the parties of an assumed tie; the first of all, when there is none.
fn new_area<'d>(ground: Ground<'d>, assumed: &Tie) -> Option<&'d Area> {
    let dataset = ground.dataset;
    let runs = |area: usize| {
        ground.ties().any(|(_, tie)| {
            tie.participants.iter().any(|p| {
                assumed.participant(p.actor).is_some()
                    && ground.state(tie, p) == State::Active
                    && p.areas.iter().any(|a| a.0 as usize == area)
            })
        })
    };
    let free = (0..dataset.areas.len()).find(|&a| !runs(a)).unwrap_or(0);
    dataset.areas.get(free)
}
