//! Next moves on the wire and in words. A computation, not advice.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{column_name, list_label};
use super::goals::{Goal, quotations};
use super::names::Label;
use super::network::{DatasetView, DatesView, EvidenceView, dataset_view, dates_view};
use super::words::{self, say};
use crate::dataset::{ActorId, Dataset, Word};
use crate::explorer::{Explorer, option};
use crate::gap::{
    Column, Deed, Feasibility, GapList, Ground, Moves, connect_moves, deepen_moves, enlarge_moves,
    secure_moves,
};

/// A move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MoveView {
    /// Its sentence.
    pub text: Label,
    /// Actors.
    pub actors: Vec<String>,
    /// Gaps that it closes beyond the moves before it.
    pub gain: usize,
    /// Gaps closed by it and all before it.
    pub total: usize,
    /// Gaps that it closes by itself, in words.
    pub closes: Vec<Label>,
    /// hub_can_convene, needs_third_forum or needs_partner.
    pub feasibility: &'static str,
    /// The edit that makes it in a scenario.
    pub edit: String,
    /// The command that computes what it changes.
    pub command: String,
    /// Ties it starts from.
    pub ties: Vec<String>,
    /// Their quotations.
    pub evidence: Vec<EvidenceView>,
}

/// A choice found by looking at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OptimumView {
    /// Gaps closed.
    pub closed: usize,
    /// How many choices are as good.
    pub choices: usize,
    /// One of them, as edits.
    pub edits: Vec<String>,
    /// In words.
    pub text: Label,
}

/// A feasibility flag with its rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FlagView {
    /// The flag.
    pub id: &'static str,
    /// Its name.
    pub label: Label,
    /// The rule in words.
    pub rule: Label,
}

/// Next moves of a direction.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MovesView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// Verbs.
    pub names: Label,
    /// What is counted as a move, and what as a gap.
    pub method: Label,
    /// The result in one sentence.
    pub headline: Label,
    /// Number of moves.
    pub budget: usize,
    /// Seats at a table, for *connect*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<usize>,
    /// Gaps there are to close.
    pub open: usize,
    /// Candidate moves looked at.
    pub candidates: usize,
    /// Whether every candidate was looked at.
    pub enumerated: bool,
    /// The moves.
    pub moves: Vec<MoveView>,
    /// The optimum beside them, for a budget of at most two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub optimum: Option<OptimumView>,
    /// The flags with their rules.
    pub flags: Vec<FlagView>,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that makes all of them at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together: Option<String>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// The next moves of a direction for a budget.
pub fn moves_view(explorer: &Explorer, goal: Goal, budget: usize, seats: usize) -> MovesView {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let found = match goal {
        Goal::Deepen => deepen_moves(ground, budget),
        Goal::Enlarge => enlarge_moves(ground),
        Goal::Connect => connect_moves(ground, budget, seats),
        Goal::Secure => secure_moves(ground, budget),
    };
    let list = match goal {
        Goal::Deepen => GapList::Domains,
        Goal::Enlarge => GapList::Candidates,
        Goal::Connect => GapList::Parallel,
        Goal::Secure => GapList::Alongside,
    };
    let mut total = 0;
    let mut moves = Vec::new();
    for m in &found.moves {
        total += m.gain;
        let edit = m.deed.edits(dataset);
        let about = involved(&m.deed);
        moves.push(MoveView {
            text: sentence(ground, &m.deed),
            actors: about.iter().map(|&a| dataset.actor(a).id.clone()).collect(),
            gain: m.gain,
            total,
            closes: m.closes.iter().map(|(who, column)| gap(dataset, list, who, *column)).collect(),
            feasibility: m.feasibility.word(),
            command: explorer.scenario_command("whatif", &option("edit", &edit)),
            edit,
            ties: m.ties.iter().map(|&t| dataset.tie(t).id.clone()).collect(),
            evidence: quotations(dataset, &m.ties, &about),
        });
    }
    let optimum = found.optimum.as_ref().map(|o| {
        let sentences: Vec<Label> = o.deeds.iter().map(|d| sentence(ground, d)).collect();
        let join = |get: fn(&Label) -> &String| {
            sentences.iter().map(|s| get(s).as_str()).collect::<Vec<_>>().join(" ")
        };
        OptimumView {
            closed: o.closed,
            choices: o.choices,
            edits: o.deeds.iter().map(|d| d.edits(dataset)).collect(),
            text: say(join(|l| &l.fr), join(|l| &l.en)),
        }
    });
    let edits: String = moves.iter().map(|m| option("edit", &m.edit)).collect();
    let together = (!moves.is_empty()).then(|| explorer.scenario_command("whatif", &edits));
    let seats = (goal == Goal::Connect).then_some(seats);
    let with_seats = seats.map(|s| format!(" --seats {s}")).unwrap_or_default();
    let direction = dataset.directions.iter().find(|d| d.id == goal.id());
    MovesView {
        goal: goal.id(),
        names: direction.map(|d| (&d.name).into()).unwrap_or_default(),
        method: method(goal),
        headline: headline(goal, &found, total),
        budget,
        seats,
        open: found.open,
        candidates: found.candidates,
        enumerated: found.enumerated,
        moves,
        optimum,
        flags: Feasibility::ALL.iter().map(|&f| flag(f)).collect(),
        notes: notes(goal, &found),
        together,
        command: explorer.command(&format!("moves {} --budget {budget}{with_seats}", goal.id())),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

fn involved(deed: &Deed) -> Vec<ActorId> {
    match deed {
        Deed::Extend(_, unit) | Deed::Start(unit, _) | Deed::Open(unit) => vec![*unit],
        Deed::Convene(_, members) => members.clone(),
    }
}

fn column(dataset: &Dataset, column: Column) -> Label {
    let named = super::cells::column(dataset, column);
    let name = column_name(dataset, &named.id);
    say(format!("{} {}", named.id, name.fr), format!("{} {}", named.id, name.en))
}

fn sentence(ground: Ground<'_>, deed: &Deed) -> Label {
    let dataset = ground.dataset;
    match deed {
        Deed::Extend(tie, unit) => {
            let (what, who) = (words::tie(dataset, *tie), words::actor(dataset, *unit));
            let id = &dataset.tie(*tie).id;
            // Whom the action reaches already, through a grouping, is not to be let in but to be named.
            let around = ground.groupings_of(*unit);
            let through = dataset.tie(*tie).participants.iter().map(|p| p.actor).find(|a| around.contains(a));
            if let Some(grouping) = through {
                let by = words::actor(dataset, grouping);
                return say(
                    format!(
                        "{}: nommer ce partenaire dans «{}» ({id}), qui l’atteint déjà par: {}.",
                        who.fr, what.fr, by.fr
                    ),
                    format!(
                        "{}: name this partner in ‘{}’ ({id}), which reaches it already through: {}.",
                        who.en, what.en, by.en
                    ),
                );
            }
            say(
                format!("{}: étendre à ce partenaire «{}» ({id}).", who.fr, what.fr),
                format!("{}: extend to this partner ‘{}’ ({id}).", who.en, what.en),
            )
        }
        Deed::Start(unit, c) => {
            let (who, what) = (words::actor(dataset, *unit), column(dataset, *c));
            say(
                format!("{}: une action en cours qui nomme ce partenaire, {}.", who.fr, what.fr),
                format!("{}: a running action that names this partner, {}.", who.en, what.en),
            )
        }
        Deed::Convene(area, members) => {
            let (who, what) = (words::actors(dataset, members), column(dataset, Column::Area(*area)));
            say(
                format!("Une table de travail de {} partenaires, {}: {}.", members.len(), what.fr, who.fr),
                format!("A working table of {} partners, {}: {}.", members.len(), what.en, who.en),
            )
        }
        Deed::Open(actor) => {
            let who = words::actor(dataset, *actor);
            say(
                format!("Un partenariat ou dialogue numérique avec: {}.", who.fr),
                format!("A digital partnership or dialogue with: {}.", who.en),
            )
        }
    }
}

fn gap(dataset: &Dataset, list: GapList, who: &[ActorId], c: Option<Column>) -> Label {
    let (names, list) = (words::actors(dataset, who), list_label(list));
    let about = c.map(|c| column(dataset, c)).unwrap_or_default();
    let join = |a: &str, b: &str, c: &str| {
        if c.is_empty() { format!("{a}: {b}") } else { format!("{a}: {b}, {c}") }
    };
    say(join(&list.fr, &names.fr, &about.fr), join(&list.en, &names.en, &about.en))
}

fn method(goal: Goal) -> Label {
    match goal {
        Goal::Deepen => say(
            "Une étape étend à une unité une action en cours, qui peut couvrir plusieurs domaines à la fois, ou met en cours une cellule; une lacune est une unité et un domaine promis sans action en cours qui la nomme.",
            "A move extends a running action to a unit, which may cover several domains at once, or makes one cell active; a gap is a unit and a promised domain without a running action that names it.",
        ),
        Goal::Enlarge => say(
            "Le premier front: les États que nul autre ne domine sur les critères du texte. Un front n’a pas d’ordre; le budget n’y choisit pas.",
            "The first front: the states that no other dominates on the criteria of the text. A front has no order; the budget does not choose in it.",
        ),
        Goal::Connect => say(
            "Une étape est une table de travail d’un domaine d’action; une lacune est une paire de partenaires avec chacun desquels l’UE agit dans ce domaine, sans table commune.",
            "A move is a working table of an area; a gap is a pair of partners with each of whom the EU acts on that area, without a common table.",
        ),
        Goal::Secure => say(
            "Une étape met en cours une cellule: un partenaire de sécurité et une matière. Ce qui est prévu vient d’abord, puis ce qui passe par un groupement.",
            "A move makes one cell active: a security partner and a matter. What is planned comes first, then what goes through a grouping.",
        ),
    }
}

fn headline(goal: Goal, found: &Moves, total: usize) -> Label {
    let n = found.moves.len();
    if goal == Goal::Enlarge {
        return say(
            format!("Premier front: {n} État{} sur {} candidats.", if n > 1 { "s" } else { "" }, found.open),
            format!("First front: {n} state{} of {} candidates.", if n == 1 { "" } else { "s" }, found.open),
        );
    }
    match n {
        0 => say(
            format!("Aucune étape ne comble de lacune, sur {}.", found.open),
            format!("No move closes a gap, of {}.", found.open),
        ),
        1 => say(
            format!(
                "Une étape comble {total} lacune{} sur {}.",
                if total > 1 { "s" } else { "" },
                found.open
            ),
            format!("One move closes {total} gap{} of {}.", if total == 1 { "" } else { "s" }, found.open),
        ),
        n => say(
            format!("{n} étapes comblent {total} lacunes sur {}.", found.open),
            format!("{n} moves close {total} gaps of {}.", found.open),
        ),
    }
}

fn flag(flag: Feasibility) -> FlagView {
    let (label, rule) = match flag {
        Feasibility::HubCanConvene => (
            say("l’UE peut réunir", "the EU can convene"),
            say(
                "l’UE est déjà à une table active avec chacun des intéressés dans cette matière: une action en cours à étendre, une action prévue qui nomme l’unité, ou pour une table, une action en cours avec chaque membre",
                "the EU is already at an active table with everyone concerned on this matter: a running action to extend, a planned action that names the unit, or for a table a running action with each member",
            ),
        ),
        Feasibility::NeedsThirdForum => (
            say("passe par un forum tiers", "needs a third forum"),
            say(
                "ce qui existe se tient dans un forum ou sans l’UE; pour une table: un forum restreint réunit déjà tous les membres",
                "what there is runs in a forum or without the EU; for a table: a restricted forum already holds all members",
            ),
        ),
        Feasibility::NeedsPartner => (
            say("demande l’accord d’un partenaire", "needs a partner"),
            say(
                "rien au corpus à étendre ou à lancer: un partenaire doit convenir de quelque chose de nouveau",
                "nothing on record to extend or to start: a partner must agree to something new",
            ),
        ),
    };
    FlagView { id: flag.word(), label, rule }
}

fn notes(goal: Goal, found: &Moves) -> Vec<Label> {
    let mut out = vec![say("Un calcul, non un conseil.", "A computation, not advice.")];
    if matches!(goal, Goal::Deepen | Goal::Connect) {
        out.push(say(
            "Choix glouton de la couverture: au moins 1 − 1/e (63\u{a0}%) de l’optimum (Nemhauser, Wolsey et Fisher 1978).",
            "Greedy choice of coverage: at least 1 − 1/e (63\u{a0}%) of the optimum (Nemhauser, Wolsey and Fisher 1978).",
        ));
    }
    if goal == Goal::Deepen {
        out.push(say(
            "Une action n’est étendue qu’à une unité de la même strate (élargissement, voisinage, autres) qu’un de ses pays partenaires, ou comprise dans un de ses groupements; l’extension est comptée par ses seuls domaines, et les documents ne disent pas si elle s’y prête.",
            "An action is extended only to a unit of the same stratum (enlargement, neighbourhood, others) as one of its countries, or inside one of its groupings; the extension is counted by its domains alone, and the documents do not say whether it lends itself to it.",
        ));
    }
    if goal == Goal::Secure {
        out.push(say(
            "Chaque étape comble une lacune: tous les choix de même nombre se valent au compte; l’ordre est une convention.",
            "Each move closes one gap: any choice of that many is as good by count; the order is a convention.",
        ));
    }
    if !found.enumerated {
        out.push(say(
            "Trop de tables possibles dans un domaine: une seule, remplie siège par siège, y est examinée; la borne ne tient plus.",
            "Too many possible tables in an area: only one, filled seat by seat, is looked at there; the bound does not hold.",
        ));
    }
    if found.optimum.is_none() && goal != Goal::Enlarge {
        out.push(say(
            "L’optimum n’est énuméré que pour un budget de deux au plus.",
            "The optimum is enumerated for a budget of at most two.",
        ));
    }
    out
}
