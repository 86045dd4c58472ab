//! All that is known of one actor, one tie or one document.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::names::{Label, Lang};
use super::network::{
    DatasetView, DatesView, DocumentView, EvidenceView, NodeView, TieView, actor_view, dataset_view,
    dates_view, evidence_view, tie_view,
};
use super::words::{self, say};
use crate::corpus::{Passage, PassageKind};
use crate::dataset::{ActorId, Dataset, Date, Membership, MembershipSpan, Source, SourceId, TieId};
use crate::explorer::Explorer;
use crate::network::{Class, Filter, Link, Node};

/// Membership of an actor in a group, or of others in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MembershipView {
    /// The group.
    pub group: String,
    /// Its names.
    pub names: Label,
    /// Members on the day, when the actor asked for is the group itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Whether the list is the whole membership.
    pub complete: bool,
    /// Until when it was checked.
    pub checked: String,
    /// The public source.
    pub source: String,
    /// Who came and went between the first document and the day, of a group; when the actor came, of a member. A document
    /// counts those of its own day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Label>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Label>,
}

/// The names of what a view calls by codes: actors, ties, areas and domains.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, Label>);

impl Names {
    fn of<'a>(dataset: &Dataset, codes: impl Iterator<Item = &'a String>) -> Names {
        let name = |code: &str| {
            let actor = dataset.actor_id(code).map(|a| words::actor(dataset, a));
            let tie = || dataset.tie_id(code).map(|t| words::tie(dataset, t));
            let area = || dataset.areas.iter().find(|a| a.id == code).map(|a| Label::from(&a.name));
            let domain = || dataset.domains.iter().find(|d| d.id == code).map(|d| Label::from(&d.name));
            actor.or_else(tie).or_else(area).or_else(domain)
        };
        Names(codes.filter_map(|code| Some((code.clone(), name(code)?))).collect())
    }

    /// A name; the code where there is none.
    pub fn get<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.0.get(code).map_or(code, |name| name.get(lang))
    }
}

/// A tie with what its sentences call by name.
#[derive(Debug, Clone, PartialEq)]
pub struct TieDetail {
    /// The tie.
    pub tie: TieView,
    /// The name of its kind.
    pub kind: Label,
    /// The names of its parties, areas, domains, programmes and of the ties of the same fact.
    pub names: Names,
    /// The command that shows it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// All that is known of a tie on the explorer's dates.
pub fn detail_tie(explorer: &Explorer, id: TieId) -> TieDetail {
    let dataset = &*explorer.dataset;
    let tie = tie_view(explorer, id);
    let codes = [&tie.participants, &tie.areas, &tie.domains, &tie.programmes, &tie.same_as];
    let names = Names::of(dataset, codes.into_iter().flatten().chain(tie.parties.iter().map(|p| &p.id)));
    TieDetail {
        kind: words::kind(dataset, dataset.tie(id).kind),
        names,
        command: explorer.command(&format!("show {}", tie.id)),
        tie,
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

/// An actor with its ties.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActorView {
    /// The actor.
    pub node: NodeView,
    /// In one sentence.
    pub headline: Label,
    /// Ties that name it.
    pub ties: Vec<TieView>,
    /// Ties that reach it through a grouping.
    pub derived: Vec<DerivedView>,
    /// What it is a member of, and its members.
    pub memberships: Vec<MembershipView>,
    /// Where the documents describe it without a tie.
    pub card: Vec<EvidenceView>,
    /// The names of members and groupings, for the sentences; no part of the export.
    #[serde(skip)]
    pub names: Names,
    /// Where it is mentioned and left out of the network, with the reason, is told by `relier check --mentions`.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// A tie that reaches an actor through groupings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DerivedView {
    /// The tie.
    pub id: String,
    /// Its names.
    pub names: Label,
    /// Its kind.
    pub kind: &'static str,
    /// State on the date.
    pub state: &'static str,
    /// The groupings.
    pub via: Vec<String>,
}

/// All that is known of an actor on the explorer's dates.
pub fn detail_actor(explorer: &Explorer, id: ActorId) -> ActorView {
    let dataset = &*explorer.dataset;
    let known = |t: &TieId| explorer.states.contains_key(t);
    let is_hub = id == Dataset::HUB;
    let ties: Vec<TieView> = dataset
        .tie_ids()
        .filter(known)
        .filter(|&t| {
            let tie = dataset.tie(t);
            tie.participant(id).is_some() || tie.programmes.contains(&id) || (is_hub && tie.with_hub)
        })
        .map(|t| tie_view(explorer, t))
        .collect();
    let filter = Filter { classes: vec![Class::Derived], ..Filter::default() };
    let network = explorer.network(&filter);
    let derived: Vec<DerivedView> = network
        .links(Node::Actor(id))
        .into_iter()
        .filter_map(|(n, l)| match (n, l) {
            (Node::Tie(t), Link::Party { class: Class::Derived, state, via }) => {
                let tie = dataset.tie(t);
                use crate::dataset::Word;
                Some(DerivedView {
                    id: tie.id.clone(),
                    names: (&tie.name).into(),
                    kind: tie.kind.word(),
                    state: state.word(),
                    via: via.iter().map(|&v| dataset.actor(v).id.clone()).collect(),
                })
            }
            _ => None,
        })
        .collect();
    let day = explorer.dates.as_of;
    let memberships: Vec<MembershipView> = dataset
        .memberships
        .iter()
        .filter(|m| m.group == id || dataset.members_on(m.group, day).contains(&id))
        .map(|m| MembershipView {
            group: dataset.actor(m.group).id.clone(),
            names: (&dataset.actor(m.group).name).into(),
            members: if m.group == id {
                dataset.members_on(id, day).into_iter().map(|a| dataset.actor(a).id.clone()).collect()
            } else {
                Vec::new()
            },
            complete: m.complete,
            checked: m.checked.to_string(),
            source: m.source.clone(),
            since: since(dataset, m, id, day),
            note: m.note.as_ref().map(Into::into),
        })
        .collect();
    let actor = dataset.actor(id);
    // What additional sources say of an instrument that is there already makes no other one.
    let is_further = |t: &TieView| {
        !t.additional.is_empty() && t.same_as.iter().any(|id| ties.iter().any(|other| other.id == *id))
    };
    let instruments = ties.iter().filter(|t| t.kind != "ACTION" && !is_further(t)).count();
    let actions = ties.iter().filter(|t| t.kind == "ACTION").count();
    let reach = match derived.len() {
        0 => say("", ""),
        1 => say(", 1 autre lien passe par un groupement", ", 1 more tie goes through a grouping"),
        n => say(
            format!(", {n} autres liens passent par un groupement"),
            format!(", {n} more ties go through a grouping"),
        ),
    };
    let headline = say(
        format!(
            "{}: nom cité dans {instruments} instrument{} et {actions} action{}{}.",
            actor.name.fr,
            if instruments > 1 { "s" } else { "" },
            if actions > 1 { "s" } else { "" },
            reach.fr
        ),
        format!(
            "{}: named in {instruments} instrument{} and {actions} action{}{}.",
            actor.name.en,
            if instruments == 1 { "" } else { "s" },
            if actions == 1 { "" } else { "s" },
            reach.en
        ),
    );
    let codes = memberships.iter().flat_map(|m| &m.members).chain(derived.iter().flat_map(|d| &d.via));
    ActorView {
        names: Names::of(dataset, codes),
        node: actor_view(dataset, id),
        headline,
        ties,
        derived,
        memberships,
        card: actor.evidence.iter().map(|e| evidence_view(dataset, e)).collect(),
        command: explorer.command(&format!("show {}", actor.id)),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

/// Who came to a group and who left it between the first document and a day, by the list; of a member that member alone.
fn since(dataset: &Dataset, membership: &Membership, id: ActorId, day: Date) -> Option<Label> {
    let first = dataset.first_day()?;
    let wanted = |s: &&MembershipSpan| membership.group == id || s.member == id;
    let within = |moment: Option<Date>| moment.filter(|m| first < *m && *m <= day);
    let spans = || membership.spans.iter().filter(wanted);
    let told = |member: ActorId, when: Date| {
        let (who, when) = (words::actor(dataset, member), words::day(when));
        say(format!("{} ({})", who.fr, when.fr), format!("{} ({})", who.en, when.en))
    };
    let came: Vec<Label> = spans().filter_map(|s| Some(told(s.member, within(s.from)?))).collect();
    let left: Vec<Label> = spans().filter_map(|s| Some(told(s.member, within(s.until)?))).collect();
    let mut parts = Vec::new();
    for (list, fr, en) in [(came, "arrivée", "joined"), (left, "départ", "left")] {
        if !list.is_empty() {
            let (all, s) = (words::enumerate(&list), if list.len() > 1 { "s" } else { "" });
            parts.push(say(format!("{fr}{s}: {}", all.fr), format!("{en}: {}", all.en)));
        }
    }
    if parts.is_empty() {
        return None;
    }
    let join = |get: fn(&Label) -> &str| parts.iter().map(get).collect::<Vec<_>>().join("; ");
    let first = words::day(first);
    Some(say(
        format!("Depuis le {}, {}", first.fr, join(|l| &l.fr)),
        format!("Since {}, {}", first.en, join(|l| &l.en)),
    ))
}

/// A cited stretch of a passage: bytes relative to the document, and the ties that cite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarkView {
    /// First byte in the document.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Ties.
    pub ties: Vec<String>,
}

/// A passage with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassageView {
    /// Locator.
    pub at: String,
    /// The locator in words.
    pub place: Label,
    /// front, heading, paragraph, example, note, cell, recital or point.
    pub kind: &'static str,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// What of it is cited.
    pub marks: Vec<MarkView>,
}

/// A document with all its passages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReaderView {
    /// The card.
    pub document: DocumentView,
    /// Passages in the order of the text.
    pub passages: Vec<PassageView>,
}

fn kind_word(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Front => "front",
        PassageKind::Heading => "heading",
        PassageKind::Paragraph => "paragraph",
        PassageKind::Record => "record",
        PassageKind::Example(_) => "example",
        PassageKind::Note => "note",
        PassageKind::Cell { .. } => "cell",
        PassageKind::Recital => "recital",
        PassageKind::Point(_) => "point",
    }
}

impl PassageView {
    /// The names of the ties that cite it.
    pub fn names(&self, dataset: &Dataset) -> Names {
        Names::of(dataset, self.marks.iter().flat_map(|m| &m.ties))
    }
}

/// A passage of a document.
pub fn passage_view(dataset: &Dataset, id: SourceId, passage: &Passage) -> PassageView {
    let source: &Source = dataset.source(id);
    let mut marks: Vec<MarkView> = Vec::new();
    for tie in &dataset.ties {
        for evidence in tie.evidence.iter().filter(|e| e.source == id && e.at == passage.locator) {
            match marks.iter_mut().find(|m| (m.start, m.end) == (evidence.start, evidence.end)) {
                Some(mark) => mark.ties.push(tie.id.clone()),
                None => marks.push(MarkView {
                    start: evidence.start,
                    end: evidence.end,
                    ties: vec![tie.id.clone()],
                }),
            }
        }
    }
    marks.sort_by_key(|m| (m.start, m.end));
    PassageView {
        at: passage.locator.clone(),
        place: words::place(&passage.locator),
        kind: kind_word(passage.kind),
        start: passage.range.start,
        end: passage.range.end,
        text: source.document.words(passage).to_owned(),
        marks,
    }
}

/// A document with all its passages and their marks.
pub fn reader_view(dataset: &Dataset, id: SourceId) -> ReaderView {
    let source = dataset.source(id);
    let passages = source.document.passages().iter().map(|p| passage_view(dataset, id, p)).collect();
    let mut documents = dataset_view(dataset).documents;
    ReaderView { document: documents.swap_remove(id.0 as usize), passages }
}
