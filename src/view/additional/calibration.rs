//! How far the corpus falls short of one public text per unit.

use schemars::JsonSchema;
use serde::Serialize;

use super::{SourceView, source};
use crate::dataset::{Additional, Certainty, Dataset};
use crate::explorer::{Explorer, folder_option};
use crate::gap::{Calibration, ClosedCells, Column, Ground, calibration};
use crate::view::cells::{Named, column};
use crate::view::names::Label;
use crate::view::words::{self, counted, say};

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
    let text =
        sentence(&Sentence { gaps, units, closed, with_text, original, planned, area_gaps, areas_closed });
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

/// The numbers of the sentence.
struct Sentence {
    gaps: usize,
    units: usize,
    closed: usize,
    with_text: usize,
    original: usize,
    planned: usize,
    area_gaps: usize,
    areas_closed: usize,
}

/// The result in words; each verb agrees with its number.
fn sentence(n: &Sentence) -> Label {
    let &Sentence { gaps, units, closed, with_text, original, planned, area_gaps, areas_closed } = n;
    // French counts nought as one, English as many.
    let fr = |n: usize, one: &str, many: &str| if n < 2 { one.to_owned() } else { many.to_owned() };
    let en = |n: usize, one: &str, many: &str| if n == 1 { one.to_owned() } else { many.to_owned() };
    let share = if gaps == 0 { 0 } else { (200 * closed + gaps) / (2 * gaps) };
    let of_gaps = say(
        match gaps {
            0 | 1 => format!("sur {gaps} lacune"),
            _ => format!("sur les {gaps} lacunes"),
        },
        format!("of the {gaps} {}", en(gaps, "gap", "gaps")),
    );
    let of_units = say(
        match units {
            0 | 1 => format!("de {units} unité"),
            _ => format!("des {units} unités"),
        },
        format!("of the {units} {}", en(units, "unit", "units")),
    );
    let is_closed = counted(
        closed,
        ["aucune n’est comblée", "1 est comblée", "# sont comblées"],
        ["none is closed", "1 is closed", "# are closed"],
    );
    let more = counted(
        planned,
        ["aucune de plus n’y est annoncée", "1 de plus y est annoncée", "# de plus y sont annoncées"],
        ["no more is announced there", "1 more is announced there", "# more are announced there"],
    );
    let runs = match closed {
        0 => say(
            "Aucune lacune n’est donc connue où quelque chose serait en cours",
            "So no gap is known in which something runs",
        ),
        n => say(
            format!(
                "Dans au moins {n} {} sur {gaps} ({share}\u{a0}%), quelque chose est donc en cours",
                fr(n, "lacune", "lacunes")
            ),
            format!("So in at least {n} {} of {gaps} ({share}\u{a0}%) something runs", en(n, "gap", "gaps")),
        ),
    };
    say(
        format!(
            "Étalonnage du corpus: {} {} (cellules unité × domaine sans action en cours qui nomme le partenaire), {} par un seul texte public par unité ({with_text} {} sur {units} {} un texte, lu dans l’original pour {original}), et {}. {} que les deux documents disent prévu, disent d’un groupement ou taisent; sur les domaines d’action, {areas_closed} sur {area_gaps}.",
            of_gaps.fr,
            of_units.fr,
            is_closed.fr,
            fr(with_text, "unité", "unités"),
            fr(with_text, "a", "ont"),
            more.fr,
            runs.fr
        ),
        format!(
            "Calibration of the corpus: {} {} (cells unit × domain without a running action that names the partner), {} by a single public text per unit ({with_text} {} of {units} {} a text, read in the original for {original}), and {}. {} that the two documents call planned, tell of a grouping, or leave unsaid; on the areas, {areas_closed} of {area_gaps}.",
            of_gaps.en,
            of_units.en,
            is_closed.en,
            en(with_text, "unit", "units"),
            en(with_text, "has", "have"),
            more.en,
            runs.en
        ),
    )
}

pub(super) fn command(explorer: &Explorer) -> String {
    // It reads the documents alone, whatever is taken on top.
    let folder = folder_option(explorer.dataset.folder.as_deref());
    format!("relier sources{}{folder}", explorer.date_options())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rules of the two languages ask for at 0, 1 and 2.
    #[test]
    fn every_verb_agrees_with_its_number() {
        let of = |n: usize| {
            sentence(&Sentence {
                gaps: 9,
                units: 3,
                closed: n,
                with_text: n,
                original: n,
                planned: n,
                area_gaps: 7,
                areas_closed: n,
            })
        };
        let all = [
            (
                0,
                [
                    "aucune n’est comblée",
                    "0 unité sur 3 a un",
                    "aucune de plus n’y est annoncée",
                    "Aucune lacune",
                ],
                ["none is closed", "0 units of 3 have", "no more is announced", "So no gap"],
            ),
            (
                1,
                [
                    "1 est comblée par",
                    "1 unité sur 3 a un",
                    "1 de plus y est annoncée",
                    "au moins 1 lacune sur 9",
                ],
                ["1 is closed by", "1 unit of 3 has", "1 more is announced", "at least 1 gap of 9"],
            ),
            (
                2,
                [
                    "2 sont comblées",
                    "2 unités sur 3 ont un",
                    "2 de plus y sont annoncées",
                    "au moins 2 lacunes sur 9",
                ],
                ["2 are closed", "2 units of 3 have", "2 more are announced", "at least 2 gaps of 9"],
            ),
        ];
        for (n, fr, en) in all {
            let told = of(n);
            for (text, wanted) in [(&told.fr, fr), (&told.en, en)] {
                for part in wanted {
                    assert!(text.contains(part), "{n}: «{part}» is not in {text}");
                }
            }
        }
        let lone = sentence(&Sentence {
            gaps: 1,
            units: 1,
            ..Sentence {
                gaps: 0,
                units: 0,
                closed: 1,
                with_text: 1,
                original: 1,
                planned: 0,
                area_gaps: 1,
                areas_closed: 0,
            }
        });
        assert!(
            lone.fr.contains("sur 1 lacune de 1 unité (") && lone.en.contains("of the 1 gap of the 1 unit ("),
            "{lone:?}"
        );
    }
}
