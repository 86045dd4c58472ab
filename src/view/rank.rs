//! Rankings on the wire: every measure of every actor, on a named graph.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Label;
use super::network::{DatasetView, DatesView, dataset_view, dates_view, later_lists};
use super::stability::{RankTest, RobustnessView, robustness_view};
use super::words::say;
use crate::corpus::fold;
use crate::dataset::{ActorId, ActorKind, Dataset, Word, nearest};
use crate::explorer::{Explorer, NotFound};
use crate::gap::{Recorded, Replicates, competition_ranks, is_too_large, measured, stability_of};
use crate::measure::{self, Measure};
use crate::network::{Csr, Filter, actor_graph, incidence};

/// The graph on which a measure is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GraphKind {
    /// One-mode: who meets whom.
    Actors,
    /// Two-mode: actors and the instruments, forums and actions they are in.
    Incidence,
}

impl Word for GraphKind {
    const WHAT: &'static str = "graph";
    const ALL: &'static [Self] = &[GraphKind::Actors, GraphKind::Incidence];
    fn word(self) -> &'static str {
        match self {
            GraphKind::Actors => "actors",
            GraphKind::Incidence => "incidence",
        }
    }
}

/// A measure's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardView {
    /// Id.
    pub id: &'static str,
    /// Names.
    pub names: Label,
    /// What it says about a partner.
    pub says: Label,
    /// When not to use it.
    pub avoid: Label,
    /// Whether a higher value is more of what it says.
    pub higher_is_more: bool,
}

/// One actor's values.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RankRow {
    /// Actor id.
    pub id: String,
    /// Names.
    pub names: Label,
    /// Kind of actor.
    pub kind: &'static str,
    /// Rank in each measure, from 1, ties sharing the better rank; null for the hub, which is set apart, and where undefined.
    pub ranks: Vec<Option<usize>>,
    /// Value of each measure; null where undefined.
    pub values: Vec<Option<f64>>,
}

/// All measures on one graph.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RankView {
    /// actors or incidence.
    pub graph: &'static str,
    /// The graph in words.
    pub title: Label,
    /// Nodes and edges.
    pub nodes: usize,
    /// Edges.
    pub edges: usize,
    /// Cards of the measures, in the order of `values`.
    pub measures: Vec<CardView>,
    /// Why a measure is undefined on this graph, by its id.
    pub undefined: Vec<Undefined>,
    /// Rows; the hub first, then actors by id.
    pub rows: Vec<RankRow>,
    /// What the loss of records does to each measure, when replicates were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub robustness: Option<RobustnessView>,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// A measure without a value on this graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Undefined {
    /// Measure id.
    pub measure: &'static str,
    /// Why.
    pub reason: Label,
}

/// Finds a measure by its id or its name in either language.
///
/// # Errors
/// When there is none, with the nearest id.
pub fn find_measure(text: &str) -> Result<Measure, NotFound> {
    let wanted = fold(text.trim()).text.replace(['_', ' '], "-");
    let names = |m: Measure| {
        let card = m.card();
        [
            m.id().to_owned(),
            fold(card.names.fr).text.replace(' ', "-"),
            fold(card.names.en).text.replace(' ', "-"),
        ]
    };
    if let Some(found) = Measure::ALL.into_iter().find(|&m| names(m).contains(&wanted)) {
        return Ok(found);
    }
    let ids: Vec<&str> = Measure::ALL.iter().map(|m| m.id()).collect();
    let hint = nearest(&wanted, ids.iter().copied()).map(str::to_owned);
    Err(NotFound { what: "measure", text: text.to_owned(), hint: hint.or_else(|| Some(ids.join(", "))) })
}

fn card(measure: Measure) -> CardView {
    let card = measure.card();
    let words = |w: measure::Words| say(w.fr, w.en);
    CardView {
        id: measure.id(),
        names: words(card.names),
        says: words(card.says),
        avoid: words(card.avoid),
        higher_is_more: measure.higher_is_more(),
    }
}

/// All measures of all actors on a graph under a filter; `replicates` tests how far each order holds.
pub fn rank_view(
    explorer: &Explorer,
    kind: GraphKind,
    filter: &Filter,
    replicates: Option<Replicates>,
) -> RankView {
    let test = replicates.map(|replicates| RankTest { replicates, asked: true });
    rank_tested(explorer, kind, filter, &Measure::ALL, test, &|| {})
}

/// The same for some measures alone, tested; `tick` is called once for each replicate at each share, from any thread.
///
/// What nobody asked to test is the order by betweenness alone. Where the test finds that order fragile, it gives values and no rank:
/// no such ranking is printed as one.
pub fn rank_tested(
    explorer: &Explorer,
    kind: GraphKind,
    filter: &Filter,
    asked: &[Measure],
    test: Option<RankTest>,
    tick: &(dyn Fn() + Sync),
) -> RankView {
    let dataset = &*explorer.dataset;
    let defined = |m: &Measure, formats: &[Vec<u32>]| !formats.is_empty() || *m != Measure::Strength;
    let tested = |recorded: Recorded<'_>, measures: &[Measure]| {
        let own: &[Measure] = if test?.asked { measures } else { &[Measure::Betweenness] };
        let apart = recorded.actors().contains(&Dataset::HUB).then_some(Dataset::HUB);
        if test?.replicates.count == 0 {
            return None;
        }
        let found = stability_of(recorded, apart, test?.replicates, own, tick);
        Some(robustness_view(dataset, test?.replicates, &found))
    };
    let only = |formats: &[Vec<u32>]| -> Vec<Measure> {
        Measure::ALL.into_iter().filter(|m| asked.contains(m) && defined(m, formats)).collect()
    };
    let (actors, graph, formats, measures, robustness) = match kind {
        GraphKind::Actors => {
            let one = actor_graph(dataset, explorer.dates, filter);
            let measures = only(&one.formats);
            let robustness = tested(Recorded::Actors(&one), &measures);
            (one.actors, one.graph, one.formats, measures, robustness)
        }
        GraphKind::Incidence => {
            let two = incidence(dataset, explorer.dates, filter);
            let measures = only(&[]);
            let robustness = tested(Recorded::Incidence(&two), &measures);
            (two.actors, two.graph, Vec::new(), measures, robustness)
        }
    };
    let mut undefined = Vec::new();
    let mut columns: Vec<Vec<Option<f64>>> = Vec::new();
    for &measure in &measures {
        columns.push(values(measure, &graph, &formats, actors.len(), &mut undefined));
    }
    let is_hub = |a: ActorId| dataset.actor(a).kind == ActorKind::Hub;
    let untested = test.is_some_and(|t| t.replicates.count == 0);
    let is_fragile = |m: Measure| {
        if untested && m == Measure::Betweenness {
            return true;
        }
        let found = robustness.iter().flat_map(|r: &RobustnessView| &r.stability);
        m == Measure::Betweenness && found.into_iter().any(|s| s.measure == m.id() && s.fragile)
    };
    let ranks: Vec<Vec<Option<usize>>> = measures
        .iter()
        .zip(&columns)
        .map(|(m, column)| {
            let counts = |i: usize| !is_hub(actors[i]) && !is_fragile(*m);
            competition_ranks(column, m.higher_is_more(), counts)
        })
        .collect();
    let fragile = is_fragile(Measure::Betweenness);
    let mut order: Vec<usize> = (0..actors.len()).collect();
    order.sort_by_key(|&i| (!is_hub(actors[i]), dataset.actor(actors[i]).id.clone()));
    let rows = order
        .into_iter()
        .map(|i| {
            let actor = dataset.actor(actors[i]);
            RankRow {
                id: actor.id.clone(),
                names: (&actor.name).into(),
                kind: actor.kind.word(),
                ranks: ranks.iter().map(|r| r[i]).collect(),
                values: columns.iter().map(|c| c[i]).collect(),
            }
        })
        .collect();
    let tested = test.map(RankTest::options).unwrap_or_default();
    // The view has every measure; a command names one of them.
    let first = measures.first().copied().unwrap_or(Measure::Degree).id();
    let command = explorer.command_of(filter, &format!("rank {first} --graph {}{tested}", kind.word()));
    RankView {
        graph: kind.word(),
        title: title(dataset, kind, filter),
        nodes: graph.node_count(),
        edges: graph.edge_count(),
        measures: measures.iter().map(|&m| card(m)).collect(),
        undefined,
        rows,
        notes: notes(explorer, filter, (test, measures.len()), fragile),
        robustness,
        command,
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

fn title(dataset: &Dataset, kind: GraphKind, filter: &Filter) -> Label {
    let level = super::words::level(filter.level);
    if dataset.hubless {
        return match kind {
            GraphKind::Actors => say("Qui est lié à qui", "Who is tied to whom"),
            GraphKind::Incidence => say("Acteurs × liens", "Actors × ties"),
        };
    }
    let (fr, en) =
        if filter.without_eu { ("sans l’UE", "without the EU") } else { ("avec l’UE", "with the EU") };
    match kind {
        GraphKind::Actors => say(
            format!("Qui se rencontre, au niveau «{}» au moins, {fr}", level.fr),
            format!("Who meets whom, at {} or better, {en}", level.en),
        ),
        GraphKind::Incidence => say(
            format!("Acteurs × instruments, forums et actions, {fr}"),
            format!("Actors × instruments, forums and actions, {en}"),
        ),
    }
}

fn notes(
    explorer: &Explorer,
    filter: &Filter,
    (test, measures): (Option<RankTest>, usize),
    fragile: bool,
) -> Vec<Label> {
    let dataset = &*explorer.dataset;
    let mut out = Vec::new();
    let count = test.map_or(0, |t| t.replicates.count);
    if fragile && count > 0 {
        out.push(say(
            "L’ordre par intermédiarité ne résiste pas à la perte d’enregistrements (quantile à 5\u{a0}% du τ de Kendall au-dessous de 0,7): les valeurs sont données sans rang.",
            "The order by betweenness does not survive the loss of records (5\u{a0}% quantile of Kendall’s τ below 0.7): values are given without a rank.",
        ));
    }
    if test.is_some_and(|t| !t.asked && t.replicates.count < Replicates::default().count) {
        let usual = Replicates::default().count;
        out.push(say(
            format!("L’épreuve prend ici {count} répliques, pour répondre aussitôt; la ligne de commande en prend {usual}."),
            format!("The test takes {count} replicates here, to answer at once; the command line takes {usual}."),
        ));
    }
    match test {
        Some(_) if count == 0 => out.push(say(
            "Aucune réplique demandée (--replicates 0): l’ordre n’est pas éprouvé, et rien n’est dit de sa solidité. L’ordre par intermédiarité, jamais donné sans épreuve, reste sans rang.",
            "No replicate was asked for (--replicates 0): the order is not tested, and nothing is said of how far it holds. The order by betweenness, never given untested, stays without a rank.",
        )),
        Some(t) if t.asked || measures == 1 => {}
        Some(_) => out.push(say(
            "Seul l’ordre par intermédiarité est éprouvé ici: --replicates 1000 éprouve celui de chaque mesure.",
            "The order by betweenness alone is tested here: --replicates 1000 tests that of every measure.",
        )),
        None => out.push(say(
            "L’ordre n’est pas éprouvé ici: --replicates 1000 l’éprouve.",
            "The order is not tested here: --replicates 1000 tests it.",
        )),
    }
    if dataset.is_table() {
        out.push(say(
            "Un réseau importé: chaque ligne du fichier est un lien entre ses deux bouts, sans direction ni poids.",
            "An imported network: each line of the file is a tie between its two ends, without direction or weight.",
        ));
        return out;
    }
    out.push(say(
        "Les deux documents sont ceux de l’UE: elle touche presque tout par construction. Elle est mise à part et n’a pas de rang; l’interrupteur «sans l’UE» recalcule tout.",
        "Both documents are the EU’s own: it touches almost everything by construction. It is set apart and has no rank; the switch “without the EU” recomputes everything.",
    ));
    if !filter.without_eu {
        out.push(say(
            "L’intermédiarité avec l’UE ne se lit que comme les paires qu’elle seule relie.",
            "Betweenness with the EU in is to be read only as the pairs that it alone joins.",
        ));
    }
    out.push(say(
        "Un rang dépend de ce que disent deux documents; une seule action peut le déplacer.",
        "A rank depends on what two documents say; a single action can move it.",
    ));
    out.push(say(
        "Ce n’est pas un palmarès de pays: une place dans un réseau que deux documents de l’UE dessinent, non un mérite ni un poids. Un calcul, non un conseil.",
        "No league table of countries: a place in a network that two documents of the EU draw, neither a merit nor a weight. A computation, not advice.",
    ));
    out.extend(later_lists(explorer));
    out
}

/// The values of the actors; a measure that is undefined on this graph says why.
fn values(
    measure: Measure,
    graph: &Csr,
    formats: &[Vec<u32>],
    actors: usize,
    undefined: &mut Vec<Undefined>,
) -> Vec<Option<f64>> {
    let mut out = measured(measure, graph, formats).unwrap_or_else(|| {
        if is_too_large(measure, graph) {
            undefined.push(Undefined { measure: measure.id(), reason: too_large(graph) });
        } else if let Err(why) = measure::eigenvector_centrality(graph) {
            undefined.push(Undefined { measure: measure.id(), reason: eigenvector_reason(&why) });
        }
        vec![None; graph.node_count()]
    });
    out.truncate(actors);
    out
}

fn too_large(graph: &Csr) -> Label {
    let (nodes, edges) = (graph.node_count(), graph.edge_count());
    say(
        format!(
            "Le graphe a {nodes} nœuds et {edges} liens: cette mesure y prendrait des minutes ou des heures. Réduisez la sélection (--focus et --depth, --instrument), ou prenez degree, pagerank ou core-number."
        ),
        format!(
            "The graph has {nodes} nodes and {edges} edges: this measure would take minutes or hours on it. Make the selection smaller (--focus and --depth, --instrument), or take degree, pagerank or core-number."
        ),
    )
}

fn eigenvector_reason(why: &measure::Undefined) -> Label {
    match why {
        measure::Undefined::NotConnected { components } => say(
            format!(
                "Le graphe a {components} composantes; la centralité de vecteur propre n’est définie que pour un graphe connexe."
            ),
            format!(
                "The graph has {components} components; eigenvector centrality is defined for a connected graph only."
            ),
        ),
        measure::Undefined::NoNodes => say("Le graphe est vide.", "The graph is empty."),
        measure::Undefined::NotConverged { iterations } => say(
            format!("L’itération n’a pas convergé en {iterations} pas."),
            format!("The iteration did not converge in {iterations} steps."),
        ),
    }
}
