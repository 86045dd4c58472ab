//! A table of pairs: each node an actor, each edge a tie.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Actor, Graph, Tie};
use super::table::{Item, Table, Word};
use super::{ImportError, Options, refuse};
use crate::dataset::{BadMoment, Kind, Level, Moment, State, Word as _, nearest, parse_word};
use crate::seed::{Fault, Told};

const NAME: [&str; 5] = ["label", "name", "names", "title", "nom"];
const KIND: [&str; 6] = ["kind", "type", "relation", "relationship", "class", "genre"];
const WEIGHT: [&str; 5] = ["weight", "strength", "value", "poids", "force"];
const FROM: [&str; 4] = ["from", "start", "since", "depuis"];
const UNTIL: [&str; 4] = ["until", "end", "to", "jusque"];

/// The ids of actors, and the words under which the file has them.
struct Names {
    actors: Vec<Actor>,
    places: BTreeMap<String, usize>,
}

impl Names {
    fn add(&mut self, id: &Word, label: Option<&str>) -> usize {
        let place = *self.places.entry(id.meant.clone()).or_insert_with(|| {
            self.actors.push(Actor { id: id.meant.clone(), kind: "partner", ..Actor::default() });
            self.actors.len() - 1
        });
        let actor = &mut self.actors[place];
        if !actor.aliases.contains(&id.written) {
            actor.aliases.push(id.written.clone());
        }
        if actor.fr.is_empty() || label.is_some() {
            let name = label.unwrap_or(&id.meant);
            (actor.fr, actor.en) = (name.to_owned(), name.to_owned());
        }
        place
    }
}

pub(super) fn graph(name: &str, text: &str, table: &Table, options: &Options) -> Result<Graph, ImportError> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut names = Names { actors: Vec::new(), places: BTreeMap::new() };
    for node in &table.nodes {
        let Some(id) = &node.id else { continue };
        if names.places.contains_key(&id.meant) {
            faults.push(at(name, text, node, two_nodes(&id.meant), OWN_ID));
            continue;
        }
        let place = names.add(id, node.value(&NAME));
        let actor = &mut names.actors[place];
        actor.kind = match node.value(&KIND) {
            Some("grouping") => "grouping",
            _ => "partner",
        };
    }
    let listed = !table.nodes.is_empty();
    let mut ties = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let (mut loops, mut weights) = (0, 0);
    for edge in &table.edges {
        let unknown = edge.ends.iter().find(|e| listed && !names.places.contains_key(&e.meant));
        if let Some(end) = unknown {
            let near = nearest(&end.meant, names.places.keys().map(String::as_str));
            let mend = near.map_or_else(|| ADD_NODE.into(), meant);
            faults.push(at(name, text, edge, no_node(&end.meant), mend));
            continue;
        }
        let mut ends: Vec<usize> = edge.ends.iter().map(|end| names.add(end, None)).collect();
        let given = ends.len();
        let mut seen = BTreeSet::new();
        ends.retain(|e| seen.insert(*e));
        if ends.len() < 2 {
            loops += usize::from(given >= 2);
            continue;
        }
        let ids: Vec<String> = ends.iter().map(|&e| names.actors[e].id.clone()).collect();
        let labels: Vec<&str> = ends.iter().map(|&e| names.actors[e].fr.as_str()).collect();
        let word = edge.value(&KIND);
        let known = word.and_then(|w| parse_word::<Kind>(w).ok());
        let kind = known.filter(|k| !matches!(k, Kind::Member | Kind::Action)).unwrap_or(Kind::Link);
        let title = edge.value(&NAME).map_or_else(
            || match word.filter(|_| kind == Kind::Link) {
                Some(word) => format!("{} ({word})", labels.join(" – ")),
                None => labels.join(" – "),
            },
            str::to_owned,
        );
        let state = match edge.value(&["state"]).map(parse_word::<State>) {
            None => State::Active,
            Some(Ok(state)) => state,
            Some(Err(what)) => {
                let what = (what.french(), what.to_string());
                let mend = (
                    "écrivez un état de cette liste, ou laissez la case vide",
                    "write a valid state, or leave it empty",
                );
                faults.push(at(name, text, edge, what, mend));
                State::Unknown
            }
        };
        let mut period = |columns: &[&str]| match edge.value(columns).map(day) {
            None => None,
            Some(Ok(moment)) => Some(moment),
            Some(Err(error)) => {
                let what = (error.french(), error.to_string());
                let mend = ("écrivez la période comme elle est connue", "write the period as it is known");
                faults.push(at(name, text, edge, what, mend));
                None
            }
        };
        let (from, until) = (period(&FROM), period(&UNTIL));
        let weight = edge.value(&WEIGHT).map(str::to_owned);
        weights += usize::from(weight.is_some());
        ties.push(Tie {
            id: edge.id.as_ref().map(|i| i.meant.clone()).unwrap_or_default(),
            kind: kind.word(),
            fr: title.clone(),
            en: title,
            parties: ids,
            state: state.word(),
            // Who is joined in a table sits together; that is all it says.
            meeting: Some(Level::Working.word()),
            from,
            until,
            cites: vec![edge.range.clone()],
            note: weight.map(|w| (format!("poids {w}"), format!("weight {w}"))),
            ..Tie::default()
        });
    }
    if !faults.is_empty() {
        return Err(ImportError { faults });
    }
    if ties.is_empty() {
        let what = ("aucun lien ne joint deux nœuds", "no tie joins two nodes");
        return Err(refuse(name, text, 0..text.len().min(1), what, ("ajoutez une arête", "add an edge")));
    }
    if let Some(hub) = &options.hub {
        make_hub(name, &mut names, &mut ties, hub)?;
    }
    taken.extend(names.actors.iter().map(|a| a.id.clone()));
    for (number, tie) in ties.iter_mut().enumerate() {
        let mut id = std::mem::take(&mut tie.id);
        if id.is_empty() || taken.contains(&id) {
            id = format!("link-{}", number + 1);
            while taken.contains(&id) {
                id.push('*');
            }
        }
        taken.insert(id.clone());
        tie.id = id;
    }
    let mut lost = Vec::new();
    if loops > 0 {
        let s = if loops > 1 { "s" } else { "" };
        lost.push(Told::from((
            format!("{loops} lien{s} d’un nœud avec lui-même: personne n’est lié à soi-même"),
            format!("{loops} of a node with itself: nobody is tied to oneself"),
        )));
    }
    if table.directed {
        let what = (
            "le sens des arêtes: un lien est entre ses parties",
            "the direction of the edges: a tie is between its parties",
        );
        lost.push(what.into());
    }
    if weights > 0 {
        let what = match weights {
            1 => "1 poids est dans les notes: les mesures comptent des liens".to_owned(),
            n => format!("{n} poids sont dans les notes: les mesures comptent des liens"),
        };
        let en = format!("{weights} weights stand in the notes: the measures count ties");
        lost.push((what, en).into());
    }
    let title = ["title", "name", "label", "description"].iter().find_map(|k| table.about.get(*k)).cloned();
    Ok(Graph {
        form: table.form,
        title,
        date: table.about.get("date").cloned(),
        reuse: None,
        has_hub: options.hub.is_some(),
        actors: names.actors,
        areas: Vec::new(),
        ties,
        memberships: Vec::new(),
        lost,
    })
}

/// One node is the hub: its ties are those of the others with it.
fn make_hub(name: &str, names: &mut Names, ties: &mut Vec<Tie>, hub: &str) -> Result<(), ImportError> {
    let found = names.places.get(hub).copied();
    let found = found.or_else(|| names.actors.iter().position(|a| a.fr == hub));
    let Some(place) = found else {
        let all = names.actors.iter().flat_map(|a| [a.id.as_str(), a.fr.as_str()]);
        let none = || ("nommez un nœud du fichier", "name a node of the file").into();
        let mend = nearest(hub, all).map_or_else(none, meant);
        let what = (
            format!("il n’y a pas de nœud «{hub}» qui soit le centre"),
            format!("there is no node «{hub}» to be the hub"),
        );
        return Err(refuse(name, "", 0..0, what, mend));
    };
    names.actors[place].kind = "hub";
    let id = names.actors[place].id.clone();
    for tie in ties {
        let before = tie.parties.len();
        tie.parties.retain(|p| *p != id);
        tie.with_hub = tie.parties.len() < before;
    }
    Ok(())
}

fn at(name: &str, text: &str, item: &Item, what: impl Into<Told>, mend: impl Into<Told>) -> Fault {
    Fault::at(name, text, item.range.clone(), "import", what, mend)
}

/// How to mend an id that two nodes have, and a node that is not there.
pub(super) const OWN_ID: (&str, &str) =
    ("donnez à chaque nœud un identifiant à lui", "give each node an id of its own");
pub(super) const ADD_NODE: (&str, &str) = ("ajoutez le nœud", "add the node");

pub(super) fn two_nodes(id: &str) -> (String, String) {
    (format!("deux nœuds ont l’identifiant «{id}»"), format!("two nodes have the id «{id}»"))
}

pub(super) fn no_node(id: &str) -> (String, String) {
    (format!("il n’y a pas de nœud «{id}»"), format!("there is no node «{id}»"))
}

fn meant(near: &str) -> Told {
    (format!("vouliez-vous dire «{near}»?"), format!("did you mean «{near}»?")).into()
}

/// A period as the dataset writes it; of a day with a time the day.
fn day(text: &str) -> Result<String, BadMoment> {
    let date = text.split(['T', ' ']).next().unwrap_or(text);
    date.parse::<Moment>().map(|m| m.to_string())
}
