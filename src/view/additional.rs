//! The additional sources on the wire and in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{Named, column};
use super::names::Label;
use super::network::{DatasetView, DatesView, dataset_view, dates_view};
use super::words::{self, say};
use crate::dataset::{
    Additional, AdditionalEvidence, AdditionalFact, AdditionalSource, Certainty, Dataset, Tie, Word,
};
use crate::explorer::Explorer;
use crate::gap::{Calibration, ClosedCells, Column, Ground, calibration};

/// A public text outside the dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceView {
    /// Id.
    pub id: String,
    /// Title, in the language of the text.
    pub title: String,
    /// Publisher.
    pub publisher: Label,
    /// When it was published, as precisely as that is known.
    pub date: String,
    /// Language.
    pub language: String,
    /// joint-statement, press-release, council-outcome, agreement, registry or press.
    pub kind: &'static str,
    /// high or medium.
    pub certainty: &'static str,
    /// How it was read.
    pub read: Label,
    /// When it was read.
    pub checked: String,
    /// What was not checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_checked: Option<Label>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// What an additional source says of a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RemarkView {
    /// The text.
    pub source: SourceView,
    /// Id of the check or change.
    pub record: String,
    /// The state that it gives.
    pub state: &'static str,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words, not machine-checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// One statement of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactView {
    /// active or proposed.
    pub state: &'static str,
    /// Areas.
    pub areas: Vec<String>,
    /// Legs.
    pub legs: Vec<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// What one text says of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckView {
    /// Id.
    pub id: String,
    /// The unit.
    pub unit: Named,
    /// Its instrument.
    pub instrument: String,
    /// Id of the text; null when none was found.
    pub source: Option<String>,
    /// What was searched, when none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub searched: Option<Label>,
    /// Whether the text was out on the dates.
    pub in_force: bool,
    /// Statements.
    pub facts: Vec<FactView>,
}

/// A later state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeRecordView {
    /// Id.
    pub id: String,
    /// The tie.
    pub tie: String,
    /// Its names.
    pub names: Label,
    /// Whether the documents do not have the tie.
    pub added: bool,
    /// The state from then on.
    pub state: &'static str,
    /// From when on.
    pub from: String,
    /// Id of the text.
    pub source: String,
    /// Whether it holds on the dates.
    pub in_force: bool,
    /// Place in the text.
    pub at: Label,
    /// In our words.
    pub statement: Label,
    /// A few of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_quote: Option<String>,
}

/// What could not be established.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenView {
    /// Id.
    pub id: String,
    /// The tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tie: Option<String>,
    /// In words.
    pub statement: Label,
}

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

/// The whole layer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AdditionalView {
    /// The external check.
    pub calibration: Option<CalibrationView>,
    /// Texts.
    pub sources: Vec<SourceView>,
    /// Checks.
    pub checks: Vec<CheckView>,
    /// Later states.
    pub changes: Vec<ChangeRecordView>,
    /// What stays open.
    pub open: Vec<OpenView>,
    /// Digest of the layer.
    pub digest: String,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

fn source(source: &AdditionalSource) -> SourceView {
    SourceView {
        id: source.id.clone(),
        title: source.title.clone(),
        publisher: (&source.publisher).into(),
        date: source.date.to_string(),
        language: source.language.clone(),
        kind: source.kind.word(),
        certainty: source.certainty.word(),
        read: (&source.read).into(),
        checked: source.checked.to_string(),
        not_checked: source.not_checked.as_ref().map(Label::from),
        address: source.address.clone(),
    }
}

/// The texts that speak on the explorer's dates, in the order of the file.
pub(super) fn sources_in_force(explorer: &Explorer) -> Vec<SourceView> {
    let layer = &explorer.dataset.additional;
    let speaks =
        |i: usize| explorer.dataset.ties.iter().any(|t| t.additional.iter().any(|remark| remark.source == i));
    layer.sources.iter().enumerate().filter(|(i, _)| speaks(*i)).map(|(_, s)| source(s)).collect()
}

/// What additional sources say of a tie.
pub(super) fn remarks(dataset: &Dataset, tie: &Tie) -> Vec<RemarkView> {
    let view = |remark: &AdditionalEvidence| RemarkView {
        source: source(&dataset.additional.sources[remark.source]),
        record: remark.record.clone(),
        state: remark.state.word(),
        at: (&remark.at).into(),
        statement: (&remark.statement).into(),
        short_quote: remark.short_quote.clone(),
    };
    tie.additional.iter().map(view).collect()
}

/// For a tie that the day makes uncertain: where an additional source says what became of it, published by `known`.
pub(super) fn pointer(explorer: &Explorer, tie: &str) -> Option<Label> {
    let layer = &explorer.dataset.additional;
    let changes = layer.changes_of(tie, explorer.dates.known);
    let last = changes.last()?;
    let (id, state) = (&layer.sources[last.source].id, words::state(last.state));
    Some(say(
        format!(
            "voir la source additionnelle {id} ({}: {}; non vérifiée par la machine)",
            last.from, state.fr
        ),
        format!("see additional source {id} ({}: {}; not machine-checked)", last.from, state.en),
    ))
}

fn ids(dataset: &Dataset, columns: &[Column]) -> Vec<String> {
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
            "Étalonnage du corpus: sur les {gaps} lacunes des {units} unités (cellules unité × domaine sans action en cours qui nomme le partenaire), {closed} sont comblées par un seul texte public par unité ({with_text} unités sur {units} ont un texte, lu dans l’original pour {original}), et {planned} de plus y sont annoncées. Les deux documents taisent donc au moins {closed} lacunes sur {gaps} ({share}\u{a0}%) où quelque chose est en cours; sur les domaines d’action, {areas_closed} sur {area_gaps}."
        ),
        format!(
            "Calibration of the corpus: of the {gaps} gaps of the {units} units (cells unit × domain without a running action that names the partner), {closed} are closed by a single public text per unit ({with_text} units of {units} have a text, read in the original for {original}), and {planned} more are announced there. So the two documents leave unsaid what is running in at least {closed} gaps of {gaps} ({share}\u{a0}%); on the areas, {areas_closed} of {area_gaps}."
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

fn command(explorer: &Explorer) -> String {
    format!("relier sources --as-of {} --known {}", explorer.dates.as_of, explorer.dates.known)
}

/// The whole layer on the explorer's dates.
pub fn additional_view(explorer: &Explorer) -> AdditionalView {
    let dataset = &*explorer.documents;
    let layer = &dataset.additional;
    let (as_of, known) = (explorer.dates.as_of, explorer.dates.known);
    let fact = |f: &AdditionalFact| FactView {
        state: f.state.word(),
        areas: f.areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()).collect(),
        legs: f.legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()).collect(),
        domains: f.domains.iter().map(|d| dataset.domains[d.0 as usize].id.clone()).collect(),
        at: (&f.at).into(),
        statement: (&f.statement).into(),
        short_quote: f.short_quote.clone(),
    };
    let on = dataset.with_additional(as_of, known);
    AdditionalView {
        calibration: calibration_view(explorer),
        sources: layer.sources.iter().map(source).collect(),
        checks: layer
            .checks
            .iter()
            .map(|c| CheckView {
                id: c.id.clone(),
                unit: Named { id: dataset.actor(c.unit).id.clone(), names: words::actor(dataset, c.unit) },
                instrument: c.instrument.clone(),
                source: c.source.map(|s| layer.sources[s].id.clone()),
                searched: c.searched.as_ref().map(Label::from),
                in_force: c.source.is_some_and(|s| layer.sources[s].is_out(as_of.min(known))),
                facts: c.facts.iter().map(fact).collect(),
            })
            .collect(),
        changes: layer
            .changes
            .iter()
            .map(|c| {
                let own = dataset.tie_id(&c.tie).map(|t| &dataset.tie(t).name);
                let name = own.or(c.added.as_ref().map(|t| &t.name));
                ChangeRecordView {
                    id: c.id.clone(),
                    tie: c.tie.clone(),
                    names: name.map(Label::from).unwrap_or_default(),
                    added: own.is_none(),
                    state: c.state.word(),
                    from: c.from.to_string(),
                    source: layer.sources[c.source].id.clone(),
                    in_force: on.ties.iter().any(|t| t.additional.iter().any(|a| a.record == c.id)),
                    at: (&c.at).into(),
                    statement: (&c.statement).into(),
                    short_quote: c.short_quote.clone(),
                }
            })
            .collect(),
        open: layer
            .open
            .iter()
            .map(|o| OpenView { id: o.id.clone(), tie: o.tie.clone(), statement: (&o.statement).into() })
            .collect(),
        digest: layer.digest.clone(),
        command: command(explorer),
        dataset: dataset_view(dataset),
        dates: DatesView { additional: None, ..dates_view(explorer) },
    }
}
