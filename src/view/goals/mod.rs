//! The four directions on the wire and in words.

mod connect;
mod deepen;
mod enlarge;
mod finding;
mod holds;
mod secure;
mod wire;

pub use holds::HoldsView;
pub use wire::{BesideView, CountView, GoalView, LineView, RangeView, SectionView, ToldOfView};
pub(in crate::view) use wire::{keep, part_names};

use super::additional::calibration_view;
use super::cells::MatrixView;
use super::names::Label;
use super::network::{EvidenceView, dataset_view, dates_view, evidence_view, later_lists, read_later};
use super::words::{in_words, say};
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
    if let Some((_, later)) = &parts.later {
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
        told: parts.later.map(|(told, _)| told).unwrap_or_default(),
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
    let [falls, confirm] = ["robustness", "actions"].map(|verb| in_words(explorer.named_command(verb)));
    let check = in_words(explorer.undated_command("check"));
    [
        say(
            format!(
                "Une cellule est couverte ou ne l’est pas: le même fait dit trois fois compte une fois. Ce qu’une seule phrase porte à elle seule est dit ligne par ligne («un seul endroit») et par «{}».",
                falls.fr
            ),
            format!(
                "A cell is covered or it is not: the same fact said three times counts once. What a single sentence carries by itself is said line by line (“one place alone”) and by “{}”.",
                falls.en
            ),
        ),
        say(
            format!(
                "Deux textes datés: rien de publié plus tard n’y est. «{}» dit ce qu’une source nouvelle devrait confirmer.",
                confirm.fr
            ),
            format!(
                "Two dated texts: nothing published later is in it. “{}” says what a new source should confirm.",
                confirm.en
            ),
        ),
        say(
            format!(
                "Les phrases sont des gabarits remplis par les enregistrements; chaque ligne porte ses citations, que «{}» retrouve lettre pour lettre.",
                check.fr
            ),
            format!(
                "Sentences are templates filled from records; each line carries its quotations, which “{}” finds letter for letter.",
                check.en
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
    /// What other public texts tell since, and of whom: said beside the answer, counted nowhere.
    later: Option<(Vec<ToldOfView>, Label)>,
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
