//! A selection in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Label;
use super::words::{self, say};
use crate::dataset::{ActorKind, AreaId, Dataset, DomainId, Level};
use crate::network::Filter;

/// An option of a selection and what it chooses, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chosen {
    /// The option, as `area`.
    pub option: &'static str,
    /// What it chooses: «domaine technologique: cybersécurité».
    pub words: Label,
}

/// What a filter chooses, option by option in a fixed order; nothing for everything. Additional sources are no
/// selection: what is taken on top of the documents stands elsewhere.
pub fn chosen(dataset: &Dataset, filter: &Filter) -> Vec<Chosen> {
    let mut out = Vec::new();
    let mut add = |option: &'static str, fr: &str, en: &str, values: Vec<Label>| {
        if values.is_empty() {
            return;
        }
        let joined = |get: fn(&Label) -> &str| values.iter().map(get).collect::<Vec<_>>().join(", ");
        let words = say(format!("{fr}: {}", joined(|l| &l.fr)), format!("{en}: {}", joined(|l| &l.en)));
        out.push(Chosen { option, words });
    };
    add("kind", "acteurs", "actors", filter.kinds.iter().map(|&k| actors_of_kind(k)).collect());
    let instruments = filter.instruments.iter().map(|&k| words::kind(dataset, k)).collect();
    add("instrument", "type de lien", "kind of tie", instruments);
    add("state", "état", "state", filter.states.iter().map(|&s| words::state(s)).collect());
    let area = |a: &AreaId| Label::from(&dataset.areas[a.0 as usize].name);
    add("area", "domaine technologique", "area", filter.areas.iter().map(area).collect());
    let domain = |d: &DomainId| Label::from(&dataset.domains[d.0 as usize].name);
    add("domain", "domaine promis", "promised domain", filter.domains.iter().map(domain).collect());
    add("class", "preuve", "evidence", filter.classes.iter().map(|&c| words::class(c)).collect());
    if filter.level != Level::Agenda {
        add("level", "niveau des tables", "level of tables", vec![words::level(filter.level)]);
    }
    add("focus", "autour de", "around", filter.focus.iter().map(|&a| words::actor(dataset, a)).collect());
    if filter.depth != 1 {
        let n = filter.depth;
        let words = say(format!("jusqu’à {n} liens de distance"), format!("up to {n} ties away"));
        out.push(Chosen { option: "depth", words });
    }
    if filter.without_eu {
        out.push(Chosen { option: "without-eu", words: say("sans l’UE", "without the EU") });
    }
    if filter.split_eu {
        let words = say("l’UE partagée en ses États membres", "the EU split into its Member States");
        out.push(Chosen { option: "split-eu", words });
    }
    out
}

/// The kinds of actor among which a selection chooses.
fn actors_of_kind(kind: ActorKind) -> Label {
    match kind {
        ActorKind::Hub => say("l’UE", "the EU"),
        ActorKind::MemberState => say("États membres", "Member States"),
        ActorKind::Partner => say("partenaires", "partners"),
        ActorKind::Grouping => say("groupements", "groupings"),
        ActorKind::Forum => say("forums et organisations", "forums and organisations"),
        ActorKind::Programme => say("programmes de l’UE", "EU programmes"),
    }
}
