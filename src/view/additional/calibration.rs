//! How far the corpus falls short of one public text per unit.

use schemars::JsonSchema;
use serde::Serialize;

use super::{SourceView, source};
use crate::dataset::{Additional, Certainty, Dataset};
use crate::explorer::Explorer;
use crate::gap::{Calibration, ClosedCells, Column, Ground, calibration};
use crate::view::cells::{Named, column};
use crate::view::names::Label;
use crate::view::words::{self, say};

/// One unit in the external check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnitCheckView {
    /// The unit.
    pub unit: Named,
    /// The text; null when none is known by then.
    pub source: Option<SourceView>,
    /// Domains without a running, named action in the documents.
    pub gaps: usize,
    /// Those of which the text says that something runs.
    pub closed: Vec<String>,
    /// Those of which it says that something is planned.
    pub planned: Vec<String>,
    /// The same for areas: gaps.
    pub area_gaps: usize,
    /// Areas that run by the text.
    pub areas_closed: Vec<String>,
    /// Areas planned by the text.
    pub areas_planned: Vec<String>,
}

/// The external check: how far the corpus falls short of one official text per unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CalibrationView {
    /// Units with a text that was out on the dates.
    pub found: usize,
    /// Units.
    pub units: usize,
    /// Units whose official text itself was read.
    pub read_in_the_original: usize,
    /// Cells units × domains that are not running and named.
    pub gaps: usize,
    /// Those of the units with a text.
    pub gaps_with_text: usize,
    /// Those that the texts close.
    pub closed: usize,
    /// Those of which they say that something is planned.
    pub planned: usize,
    /// Cells units × areas that are not running and named.
    pub area_gaps: usize,
    /// Those that the texts close.
    pub areas_closed: usize,
    /// In words.
    pub text: Label,
    /// What it does not say.
    pub note: Label,
    /// Unit by unit.
    pub rows: Vec<UnitCheckView>,
    /// Digest of the layer.
    pub digest: String,
    /// The command that recomputes it.
    pub command: String,
}

pub(super) fn ids(dataset: &Dataset, columns: &[Column]) -> Vec<String> {
    columns.iter().map(|&c| column(dataset, c).id).collect()
}

/// The external check on the explorer's dates; none for a dataset without additional sources.
pub fn calibration_view(explorer: &Explorer) -> Option<CalibrationView> {
    let dataset = &*explorer.documents;
    let layer: &Additional = &dataset.additional;
    if layer.checks.is_empty() {
        return None;
    }
    let found: Calibration = calibration(Ground { dataset, dates: explorer.dates });
    let text_of = |check: Option<usize>| layer.checks.get(check?)?.source.map(|s| &layer.sources[s]);
    let units = found.units.len();
    let with_text = found.found();
    let original = found
        .units
        .iter()
        .filter(|u| text_of(u.check).is_some_and(|s| s.certainty == Certainty::High))
        .count();
    let gaps = found.sum(|u| u.domains.gaps);
    let gaps_with_text = found.sum(|u| if u.check.is_some() { u.domains.gaps } else { 0 });
    let closed = found.sum(|u| u.domains.running.len());
    let planned = found.sum(|u| u.domains.planned.len());
    let area_gaps = found.sum(|u| u.areas.gaps);
    let areas_closed = found.sum(|u| u.areas.running.len());
    let percent = |n: usize, of: usize| if of == 0 { 0 } else { (200 * n + of) / (2 * of) };
    let share = percent(closed, gaps);
    let text = say(
        format!(
            "Étalonnage du corpus: sur les {gaps} lacunes des {units} unités (cellules unité × domaine sans action en cours qui nomme le partenaire), {closed} sont comblées par un seul texte public par unité ({with_text} unités sur {units} ont un texte, lu dans l’original pour {original}), et {planned} de plus y sont annoncées. Dans au moins {closed} lacunes sur {gaps} ({share}\u{a0}%), quelque chose est donc en cours que les deux documents disent prévu, disent d’un groupement ou taisent; sur les domaines d’action, {areas_closed} sur {area_gaps}."
        ),
        format!(
            "Calibration of the corpus: of the {gaps} gaps of the {units} units (cells unit × domain without a running action that names the partner), {closed} are closed by a single public text per unit ({with_text} units of {units} have a text, read in the original for {original}), and {planned} more are announced there. So in at least {closed} gaps of {gaps} ({share}\u{a0}%) something runs that the two documents call planned, tell of a grouping, or leave unsaid; on the areas, {areas_closed} of {area_gaps}."
        ),
    );
    let note = say(
        "Ces textes ne sont pas dans le jeu de données: leurs faits, dits en nos mots et lus en partie, ne sont pas vérifiés par la machine et ne changent aucun autre nombre de ce rapport, sauf demande («--additional»). «En cours» vaut au jour du texte; ce qu’un texte ne dit pas reste inconnu.",
        "These texts are not in the dataset: their facts, told in our words and read in part, are not machine-checked and change no other number of this report unless asked for (“--additional”). “Running” holds on the day of the text; what a text does not say stays unknown.",
    );
    let lists = |c: &ClosedCells| (c.gaps, ids(dataset, &c.running), ids(dataset, &c.planned));
    let rows = found
        .units
        .iter()
        .map(|u| {
            let (gaps, closed, planned) = lists(&u.domains);
            let (area_gaps, areas_closed, areas_planned) = lists(&u.areas);
            UnitCheckView {
                unit: Named { id: dataset.actor(u.unit).id.clone(), names: words::actor(dataset, u.unit) },
                source: text_of(u.check).map(source),
                gaps,
                closed,
                planned,
                area_gaps,
                areas_closed,
                areas_planned,
            }
        })
        .collect();
    Some(CalibrationView {
        found: with_text,
        units,
        read_in_the_original: original,
        gaps,
        gaps_with_text,
        closed,
        planned,
        area_gaps,
        areas_closed,
        text,
        note,
        rows,
        digest: layer.digest.clone(),
        command: command(explorer),
    })
}

pub(super) fn command(explorer: &Explorer) -> String {
    format!("relier sources --as-of {} --known {}", explorer.dates.as_of, explorer.dates.known)
}
