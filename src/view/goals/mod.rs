//! The four directions on the wire and in words.

mod connect;
mod deepen;
mod enlarge;
mod finding;
mod holds;
mod secure;

pub use holds::HoldsView;
use schemars::JsonSchema;
use serde::Serialize;

use super::additional::{CalibrationView, calibration_view};
use super::cells::MatrixView;
use super::names::Label;
use super::network::{
    DatasetView, DatesView, EvidenceView, dataset_view, dates_view, evidence_view, later_lists, read_later,
};
use super::part::{command_of, find_part};
use super::words::say;
use crate::corpus::fold;
use crate::dataset::{ActorId, Dataset, ListId, TieId, nearest};
use crate::explorer::{Explorer, NotFound};
use crate::gap::Ground;

/// A direction of section 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    /// Approfondir.
    Deepen,
    /// Agrandir.
    Enlarge,
    /// Relier.
    Connect,
    /// Renforcer.
    Secure,
}

impl Goal {
    /// The four, in the order of the text.
    pub const ALL: [Goal; 4] = [Goal::Deepen, Goal::Enlarge, Goal::Connect, Goal::Secure];

    /// Id, and English verb.
    pub fn id(self) -> &'static str {
        ["deepen", "enlarge", "connect", "secure"][self as usize]
    }

    /// Its verb in both languages.
    pub fn names(self) -> Label {
        let verbs = self.verbs();
        say(verbs[1], verbs[0])
    }

    /// Every verb by which the two documents or their readers call it.
    fn verbs(self) -> &'static [&'static str] {
        match self {
            Goal::Deepen => &["deepen", "approfondir", "approfondira"],
            Goal::Enlarge => &["enlarge", "agrandir", "agrandira", "elargir"],
            Goal::Connect => &["connect", "relier", "reliera", "connecter"],
            Goal::Secure => &["secure", "renforcer", "renforcera", "strengthen"],
        }
    }

    /// Finds a direction by its French or English verb.
    ///
    /// # Errors
    /// When no direction is called that, with the nearest verb.
    pub fn find(text: &str) -> Result<Goal, NotFound> {
        let wanted = fold(text.trim()).text;
        if let Some(goal) = Goal::ALL.into_iter().find(|g| g.verbs().contains(&wanted.as_str())) {
            return Ok(goal);
        }
        let hint = nearest(&wanted, Goal::ALL.iter().flat_map(|g| g.verbs().iter().copied()))
            .map(str::to_owned)
            .or_else(|| {
                Some("deepen, enlarge, connect or secure (approfondir, agrandir, relier, renforcer)".into())
            });
        Err(NotFound { what: "direction", text: text.to_owned(), hint })
    }
}

/// A number with its denominator and the command that prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountView {
    /// What it counts.
    pub id: &'static str,
    /// In words.
    pub label: Label,
    /// The number.
    pub n: usize,
    /// Out of.
    pub of: usize,
    /// The smallest and the largest number under the alternative codings that keep the denominator; none where they do not bear on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[usize; 2]>,
}

/// One line of a list, with everything it rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineView {
    /// The word by which it is called within its direction: `silent.JPN.D7`; empty in other views.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The actors it is about.
    pub actors: Vec<String>,
    /// The domain, area or kind it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Its value in the vocabulary of the list: a cell value, a severity, a level, a front.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Further tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The criteria, for candidates: [x1, x2, x3].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<[usize; 3]>,
    /// The rank over all weightings of the criteria, for candidates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranks: Option<RangeView>,
    /// The sentence.
    pub text: Label,
    /// The ties it rests on.
    pub ties: Vec<String>,
    /// The quotations it rests on.
    pub evidence: Vec<EvidenceView>,
    /// What it names of others beside what it rests on: an action that could be extended, or is planned elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<BesideView>,
    /// How far it holds; none for what is no finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<HoldsView>,
}

/// A tie of others that a line names, with its quotations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BesideView {
    /// Its id.
    pub id: String,
    /// Its names.
    pub names: Label,
    /// Its quotations: the line does not rest on them.
    pub evidence: Vec<EvidenceView>,
}

/// Where a candidate comes under all weightings k/24 of the criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RangeView {
    /// Best rank.
    pub best: usize,
    /// Median rank.
    pub median: usize,
    /// Worst rank.
    pub worst: usize,
    /// Weightings under which it is first.
    pub first: usize,
    /// Weightings under which it is among the first five.
    pub top: usize,
    /// Number of weightings.
    pub weightings: usize,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionView {
    /// Id.
    pub id: &'static str,
    /// Title.
    pub title: Label,
    /// What the list means and leaves out.
    pub note: Label,
    /// Lines.
    pub lines: Vec<LineView>,
}

/// A direction answered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GoalView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// Verbs.
    pub names: Label,
    /// The question.
    pub question: Label,
    /// The sentence of the strategy.
    pub evidence: Vec<EvidenceView>,
    /// The answer in one sentence; on a day before the documents, after one that says in which texts it is read, and before one that says
    /// what other public texts tell since.
    pub headline: Label,
    /// The answer alone.
    pub answer: Label,
    /// The numbers of the headline and around it.
    pub counts: Vec<CountView>,
    /// The lists.
    pub sections: Vec<SectionView>,
    /// The matrices.
    pub matrices: Vec<MatrixView>,
    /// What one official text per unit says of the same cells: how far the corpus falls short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calibration: Option<CalibrationView>,
    /// What the reader must not conclude.
    pub limits: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

impl GoalView {
    /// What its parts are called: the counts together, each count, each list, each matrix, the headline and the limits.
    pub fn parts(&self) -> Vec<&'static str> {
        part_names(&self.counts, &self.sections, &self.matrices)
    }

    /// The verb of its command.
    pub fn verb(&self) -> String {
        format!("gaps {}", self.goal)
    }

    /// The command that recomputes a part of it alone.
    pub fn command_of(&self, part: &str) -> String {
        command_of(&self.command, &self.verb(), part).unwrap_or_else(|| self.command.clone())
    }

    /// Keeps one part alone: the headline, all counts, or one count, list or matrix, or the limits.
    ///
    /// # Errors
    /// When it has no such part, with the nearest.
    pub fn only(&mut self, part: &str) -> Result<(), NotFound> {
        let id = find_part(&self.parts(), part, "part of this direction")?;
        self.command = self.command_of(id);
        keep(id, &mut self.counts, &mut self.sections, &mut self.matrices, &mut self.limits);
        if id != "headline" {
            (self.headline, self.answer) = (Label::default(), Label::default());
        }
        self.evidence.clear();
        self.calibration = None;
        Ok(())
    }
}

/// What the parts of a report of counts, lists and matrices are called.
pub(super) fn part_names(
    counts: &[CountView],
    sections: &[SectionView],
    matrices: &[MatrixView],
) -> Vec<&'static str> {
    let lists = sections.iter().map(|s| s.id);
    let own = counts.iter().map(|c| c.id).chain(lists).chain(matrices.iter().map(|m| m.id));
    ["headline", "counts"].into_iter().chain(own).chain(["limits"]).collect()
}

/// Leaves of counts, lists, matrices and limits what a part is.
pub(super) fn keep(
    part: &str,
    counts: &mut Vec<CountView>,
    sections: &mut Vec<SectionView>,
    matrices: &mut Vec<MatrixView>,
    limits: &mut Vec<Label>,
) {
    counts.retain(|c| part == "counts" || c.id == part);
    sections.retain(|s| s.id == part);
    matrices.retain(|m| m.id == part);
    if part != "limits" {
        limits.clear();
    }
}

/// Answers a direction.
pub fn goal_view(explorer: &Explorer, goal: Goal) -> GoalView {
    let dataset = &*explorer.dataset;
    let ground = explorer.ground();
    let mut parts = match goal {
        Goal::Deepen => deepen::parts(ground),
        Goal::Enlarge => enlarge::parts(ground),
        Goal::Connect => connect::parts(ground),
        Goal::Secure => secure::parts(explorer),
    };
    holds::annotate(explorer, goal, &mut parts);
    let direction = dataset.directions.iter().find(|d| d.id == goal.id());
    let mut limits = parts.limits;
    limits.push(say(
        "Le corpus compte deux documents; ce qu’il tait n’est pas présenté comme inexistant.",
        "The corpus is two documents; what it does not say is not presented as what does not exist.",
    ));
    let mut sections = parts.sections;
    if dataset.additional_on {
        sections.iter_mut().flat_map(|s| &mut s.lines).for_each(|line| set_apart(dataset, line));
    }
    limits.extend(later_lists(explorer));
    limits.extend(common_limits(explorer));
    finding::name_lines(&mut sections);
    let mut headline = read_later(explorer, ground.ties().map(|(_, tie)| tie), parts.headline.clone());
    if let Some(later) = (goal == Goal::Secure).then(|| secure::later(explorer)).flatten() {
        headline = say(format!("{} {}", headline.fr, later.fr), format!("{} {}", headline.en, later.en));
    }
    GoalView {
        goal: goal.id(),
        names: direction.map(|d| Label::from(&d.name)).unwrap_or_default(),
        question: direction.map(|d| Label::from(&d.question)).unwrap_or_default(),
        evidence: direction
            .map(|d| d.evidence.iter().map(|e| evidence_view(dataset, e)).collect())
            .unwrap_or_default(),
        headline,
        answer: parts.headline,
        counts: parts.counts,
        sections,
        matrices: parts.matrices,
        calibration: calibration_view(explorer),
        limits,
        command: explorer.command(&format!("gaps {}", goal.id())),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

/// What is said under every direction, where a reader would object.
fn common_limits(explorer: &Explorer) -> [Label; 4] {
    let [falls, confirm] = ["robustness", "actions"].map(|verb| explorer.named_command(verb));
    let check = explorer.undated_command("check");
    [
        say(
            format!(
                "Une cellule est couverte ou ne l’est pas: le même fait dit trois fois compte une fois. Ce qu’une seule phrase porte à elle seule est dit ligne par ligne («un seul endroit») et par «{falls}»."
            ),
            format!(
                "A cell is covered or it is not: the same fact said three times counts once. What a single sentence carries by itself is said line by line (“one place alone”) and by “{falls}”."
            ),
        ),
        say(
            format!(
                "Deux textes datés: rien de publié plus tard n’y est. «{confirm}» dit ce qu’une source nouvelle devrait confirmer."
            ),
            format!(
                "Two dated texts: nothing published later is in it. “{confirm}” says what a new source should confirm."
            ),
        ),
        say(
            format!(
                "Les phrases sont des gabarits remplis par les enregistrements; chaque ligne porte ses citations, que «{check}» retrouve lettre pour lettre."
            ),
            format!(
                "Sentences are templates filled from records; each line carries its quotations, which “{check}” finds letter for letter."
            ),
        ),
        say("Un calcul, non un conseil.", "A computation, not advice."),
    ]
}

/// A line that rests on additional sources too says so, and on which ties.
fn set_apart(dataset: &Dataset, line: &mut LineView) {
    let of_the_layer =
        |id: &&String| dataset.tie_id(id).is_some_and(|t| !dataset.tie(t).additional.is_empty());
    let ids: Vec<&str> = line.ties.iter().filter(of_the_layer).map(String::as_str).collect();
    if ids.is_empty() {
        return;
    }
    let ids = ids.join(", ");
    line.text.fr += &format!(" (sources additionnelles, non vérifiées par la machine: {ids})");
    line.text.en += &format!(" (additional sources, not machine-checked: {ids})");
}

/// What each direction fills in.
struct Parts {
    headline: Label,
    counts: Vec<CountView>,
    sections: Vec<SectionView>,
    matrices: Vec<MatrixView>,
    limits: Vec<Label>,
}

fn count(id: &'static str, label: Label, n: usize, of: usize) -> CountView {
    CountView { id, label, n, of, range: None }
}

pub(super) fn ids(dataset: &Dataset, ties: &[TieId]) -> Vec<String> {
    ties.iter().map(|&t| dataset.tie(t).id.clone()).collect()
}

pub(super) fn actor_ids(dataset: &Dataset, actors: &[ActorId]) -> Vec<String> {
    actors.iter().map(|&a| dataset.actor(a).id.clone()).collect()
}

/// The quotations of ties that speak of an actor, or of a grouping that reaches it; each once.
pub(in crate::view) fn quotations(dataset: &Dataset, ties: &[TieId], about: &[ActorId]) -> Vec<EvidenceView> {
    let mut out: Vec<EvidenceView> = Vec::new();
    for &id in ties {
        let tie = dataset.tie(id);
        let mut wanted: Vec<usize> = tie
            .participants
            .iter()
            .filter(|p| about.contains(&p.actor))
            .flat_map(|p| p.evidence.iter().map(|&i| i as usize))
            .collect();
        if wanted.is_empty() {
            wanted = (0..tie.evidence.len()).collect();
        } else {
            // A note is read with the sentence that calls it.
            wanted.extend(
                (0..tie.evidence.len()).filter(|&i| !tie.is_action() && tie.evidence[i].at.starts_with('s')),
            );
        }
        wanted.sort_unstable();
        wanted.dedup();
        for i in wanted {
            let view = evidence_view(dataset, &tie.evidence[i]);
            if !out.contains(&view) {
                out.push(view);
            }
        }
    }
    out
}

pub(super) fn list_evidence(dataset: &Dataset, list: Option<ListId>) -> Vec<EvidenceView> {
    list.map(|l| dataset.lists[l.0 as usize].evidence.iter().map(|e| evidence_view(dataset, e)).collect())
        .unwrap_or_default()
}

/// The active ties of these kinds that name a unit: what makes it a unit.
fn held(ground: Ground<'_>, unit: ActorId, kinds: &[crate::dataset::Kind]) -> Vec<TieId> {
    ground
        .ties()
        .filter(|(_, t)| kinds.contains(&t.kind) && t.participant(unit).is_some())
        .map(|(id, _)| id)
        .collect()
}
