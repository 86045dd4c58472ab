//! relier's own GraphML and GEXF: ties are nodes there, joined to their participants, and become ties again.

use std::collections::BTreeMap;
use std::ops::Range;

use super::graph::{Actor, Graph, Membership, Tie};
use super::plain::{ADD_NODE, OWN_ID, no_node, two_nodes};
use super::table::{Item, Table};
use super::{ImportError, refuse};
use crate::dataset::{Address, Kind, Level, Moment, State, Stratum, Word, parse_word};

/// What an edge says of a tie: a role, the other node, and where it stands.
type Join<'a> = (&'a str, &'a str, Range<usize>);

/// Whether relier wrote the file, and as an incidence graph.
pub(super) fn is_ours(table: &Table) -> bool {
    let about = |key: &str| table.about.get(key).map(String::as_str).unwrap_or_default();
    about("relier_projection") == "incidence" || about("keywords").starts_with("relier/1 incidence")
}

fn word<T: Word>(item: &Item, key: &str) -> Option<&'static str> {
    item.value(&[key]).and_then(|t| parse_word::<T>(t).ok()).map(Word::word)
}

fn owned(item: &Item, key: &str) -> Option<String> {
    item.value(&[key]).map(str::to_owned)
}

/// What a tie's author says of it. A file may say it in one language only, or once for all.
fn note(item: &Item) -> Option<(String, String)> {
    let one = || owned(item, "note");
    let (fr, en) = (owned(item, "note_fr").or_else(one), owned(item, "note_en").or_else(one));
    let fr = fr.or_else(|| en.clone())?;
    Some((fr.clone(), en.unwrap_or(fr)))
}

/// The last day before a day.
fn last_day(after: &str) -> Option<String> {
    crate::dataset::parse_date(after).ok().and_then(|d| d.previous_day()).map(|d| d.to_string())
}

/// A day as the source may have given it: the longest period that it begins or ends, no longer than the export's precision,
/// which is the coarser of the two ends.
fn period(day: &str, precision: Option<&str>) -> String {
    let parts: Vec<&str> = day.split('-').collect();
    let ([year, month, _], Some(coarsest)) = (&parts[..], precision) else { return day.to_owned() };
    let quarter = month.parse::<u8>().unwrap_or(1).saturating_sub(1) / 3 + 1;
    let periods = [
        ("year", (*year).to_owned()),
        ("quarter", format!("{year}-Q{quarter}")),
        ("month", format!("{year}-{month}")),
    ];
    let fits = |whole: &str| {
        whole.parse::<Moment>().is_ok_and(|m| {
            m.start.to_string() == day || m.end.previous_day().is_some_and(|last| last.to_string() == day)
        })
    };
    let allowed = periods.into_iter().skip_while(|(word, _)| *word != coarsest);
    allowed.map(|(_, whole)| whole).find(|whole| fits(whole)).unwrap_or_else(|| day.to_owned())
}

pub(super) fn graph(name: &str, text: &str, table: &Table) -> Result<Graph, ImportError> {
    let mut graph = Graph {
        form: table.form,
        title: table.about.get("title").cloned(),
        date: table.about.get("as_of").or(table.about.get("date")).cloned(),
        reuse: table.about.get("licence").cloned(),
        has_hub: false,
        actors: Vec::new(),
        areas: Vec::new(),
        ties: Vec::new(),
        memberships: Vec::new(),
        lost: Vec::new(),
    };
    let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
    let mut joined: BTreeMap<&str, Vec<Join<'_>>> = BTreeMap::new();
    for node in &table.nodes {
        let Some(id) = &node.id else { continue };
        if kinds.insert(&id.meant, node.value(&["kind"]).unwrap_or_default()).is_some() {
            return Err(refuse(name, text, node.range.clone(), two_nodes(&id.meant), OWN_ID));
        }
    }
    for edge in &table.edges {
        let [tie, other] = &edge.ends[..] else { continue };
        for end in [tie, other] {
            if !kinds.contains_key(end.meant.as_str()) {
                return Err(refuse(name, text, edge.range.clone(), no_node(&end.meant), ADD_NODE));
            }
        }
        let role = edge.value(&["role"]).unwrap_or("party");
        joined.entry(&tie.meant).or_default().push((role, &other.meant, edge.range.clone()));
    }
    let mut lost: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for node in &table.nodes {
        let Some(id) = &node.id else { continue };
        let kind = node.value(&["kind"]).unwrap_or_default();
        let label = |key: &str| owned(node, key).or_else(|| owned(node, "label")).unwrap_or(id.meant.clone());
        let (fr, en) = (label("label_fr"), label("label_en"));
        let mut actor = |kind: &'static str, country| {
            graph.actors.push(Actor {
                id: id.meant.clone(),
                kind,
                fr: fr.clone(),
                en: en.clone(),
                aliases: vec![id.written.clone()],
                level: word::<Level>(node, "level"),
                country,
                note: owned(node, "note_fr").zip(owned(node, "note_en")),
            });
        };
        match kind {
            "hub" => {
                actor("hub", None);
                graph.has_hub = true;
            }
            "grouping" => actor("grouping", None),
            "forum" => actor("forum", None),
            "programme" => actor("programme", None),
            "partner" | "member-state" => {
                let region = owned(node, "region_fr").zip(owned(node, "region_en"));
                let country = region.zip(word::<Stratum>(node, "stratum")).map(|((f, e), s)| (f, e, s));
                actor("partner", country);
            }
            "area" => graph.areas.push((id.meant.clone(), fr, en)),
            "domain" => {
                *lost
                    .entry((
                        "domaines, qui suivent d’une table de correspondance que le fichier ne porte pas",
                        "domains, which follow from a crosswalk that the file does not carry",
                    ))
                    .or_default() += 1
            }
            "membership" => {
                let members = joined.get(id.meant.as_str()).map(Vec::as_slice).unwrap_or_default();
                let of =
                    |role| members.iter().filter(move |(r, ..)| *r == role).map(|(_, a, _)| (*a).to_owned());
                let Some(group) = of("group").next() else { continue };
                let source = owned(node, "source").unwrap_or_else(|| name.to_owned());
                let (members, note) = (of("member").collect(), note(node));
                graph.memberships.push(Membership { group, members, source, note });
            }
            "instrument" | "action" => {
                if node.value(&["class"]) == Some("derived") {
                    let what = (
                        "liens déduits comme tels: ils suivent de nouveau des appartenances",
                        "derived ties as such: they follow again from memberships",
                    );
                    *lost.entry(what).or_default() += 1;
                    continue;
                }
                let parts = joined.get(id.meant.as_str()).map(Vec::as_slice).unwrap_or_default();
                let of =
                    |role| parts.iter().filter(move |(r, ..)| *r == role).map(|(_, a, _)| (*a).to_owned());
                let is_hub = |a: &String| kinds.get(a.as_str()) == Some(&"hub");
                if owned(node, "calendar").is_some() || node.value(&["row"]).is_some() {
                    let what = (
                        "lignes d’une annexe comme telles, avec leurs cases",
                        "rows of an annex as such, with their cells",
                    );
                    *lost.entry(what).or_default() += 1;
                }
                if word::<Address>(node, "scope").is_some() {
                    let what = (
                        "fois à qui s’adresse une action sans partenaire nommé",
                        "whom an action without named partners addresses",
                    );
                    *lost.entry(what).or_default() += 1;
                }
                let mut cites = vec![node.range.clone()];
                cites.extend(
                    parts
                        .iter()
                        .filter(|(r, ..)| *r == "party" || *r == "programme")
                        .map(|(.., at)| at.clone()),
                );
                graph.ties.push(Tie {
                    id: id.meant.clone(),
                    kind: word::<Kind>(node, "tie_kind").unwrap_or(Kind::Link.word()),
                    fr,
                    en,
                    parties: of("party").filter(|a| !is_hub(a)).collect(),
                    programmes: of("programme").collect(),
                    with_hub: of("party").any(|a| is_hub(&a)),
                    state: word::<State>(node, "state").unwrap_or(State::Unknown.word()),
                    from: node.value(&["valid_from"]).map(|d| period(d, node.value(&["precision"]))),
                    until: node
                        .value(&["valid_to"])
                        .and_then(last_day)
                        .map(|d| period(&d, node.value(&["precision"]))),
                    expected: owned(node, "expected"),
                    areas: of("area").collect(),
                    meeting: word::<Level>(node, "meeting"),
                    is_concern: node.value(&["polarity"]) == Some("concern"),
                    cites,
                    note: note(node),
                });
            }
            other => {
                let what = (
                    format!("«{other}» n’est pas un type de nœud que relier écrit"),
                    format!("«{other}» is no kind of node that relier writes"),
                );
                let mend = ("rétablissez le type (kind) du nœud", "restore the kind of the node");
                return Err(refuse(name, text, node.range.clone(), what, mend));
            }
        }
    }
    graph.lost =
        lost.into_iter().map(|((fr, en), n)| (format!("{n} {fr}"), format!("{n} {en}")).into()).collect();
    Ok(graph)
}
