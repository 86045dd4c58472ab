//! The network on the wire: the JSON export is a contract, versioned by [`SCHEMA`] and described in `docs/export.md`.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::additional::{RemarkView, SourceView, remarks, sources_in_force};
use super::change::{AssumptionView, assumptions};
use super::names::{Label, Lang};
use super::selection::{Chosen, chosen};
use super::words::say;
use crate::dataset::{ActorId, ActorKind, Dataset, Date, Evidence, Precision, State, TieId, Word};
use crate::explorer::Explorer;
use crate::network::{Class, Filter, Link, Network, Node, standing};

/// Name and version of the export format.
pub const SCHEMA: &str = "relier/1";

/// The export.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NetworkView {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The dataset.
    pub dataset: DatasetView,
    /// The dates.
    pub dates: DatesView,
    /// Actors, instruments, actions, areas and domains.
    pub nodes: Vec<NodeView>,
    /// Ties.
    pub ties: Vec<TieView>,
    /// The words of every kind of tie, for legends; no part of the export, whose readers have the taxonomy.
    #[serde(skip)]
    pub kinds: Vec<KindView>,
}

/// The words of a kind of tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindView {
    /// Its code.
    pub id: &'static str,
    /// Names.
    pub names: Label,
    /// Short names for legends, in the plural.
    pub short: Label,
    /// binding, political, dialogue, project or statement.
    pub bindingness: &'static str,
    /// Whether it is a core kind.
    pub core: bool,
}

/// Which dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatasetView {
    /// Version.
    pub version: String,
    /// SHA-256 of all seed files.
    pub digest: String,
    /// Documents.
    pub documents: Vec<DocumentView>,
    /// Whether it is an imported table, for the sentences; no part of the export.
    #[serde(skip)]
    pub is_table: bool,
}

/// A document's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Reference.
    pub reference: String,
    /// Day of publication.
    pub date: String,
    /// Publisher.
    pub publisher: Label,
    /// Language.
    pub language: String,
    /// SHA-256 of the text.
    pub sha256: String,
    /// Reuse notice.
    pub reuse: Label,
    /// Public address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The two dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatesView {
    /// Valid time.
    pub as_of: String,
    /// Known time.
    pub known: String,
    /// What a scenario assumes on top of the sources; nothing for the sources alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionView>,
    /// The additional sources that speak on these dates, when they are switched on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional: Option<Vec<SourceView>>,
}

impl DatesView {
    /// A title that says first of all when what follows rests on an assumption, or on sources that no machine checks.
    pub fn titled(&self, title: &str, lang: Lang) -> String {
        if self.assumptions.is_empty() {
            return match &self.additional {
                None => title.to_owned(),
                Some(_) => {
                    let first = say("Avec des sources additionnelles", "With additional sources");
                    format!("{}: {title}", first.get(lang))
                }
            };
        }
        format!("{}: {title}", say("Hypothèse, non un fait", "Assumption, not a fact").get(lang))
    }

    /// All that is taken on top of the two documents, in sentences: assumptions, additional sources; none for the documents
    /// alone.
    pub fn assumed(&self) -> Option<Label> {
        let mut told: Vec<Label> = self.assumptions.iter().map(|a| a.text.clone()).collect();
        told.extend(self.additional.as_ref().map(|sources| {
            let n = sources.len();
            let (s, are) = if n == 1 { ("", "") } else { ("s", "s") };
            say(
                format!(
                    "Avec {n} source{s} additionnelle{are}, hors des deux documents et non vérifiée{are} par la machine: ce qui en vient le dit dans son nom; «relier sources» les cite."
                ),
                format!(
                    "With {n} additional source{s}, outside the two documents and not machine-checked: what comes of them says so in its name; “relier sources” cites them."
                ),
            )
        }));
        let join = |get: fn(&Label) -> &String| {
            told.iter().map(|text| get(text).as_str()).collect::<Vec<_>>().join(" ")
        };
        (!told.is_empty()).then(|| say(join(|l| &l.fr), join(|l| &l.en)))
    }

    /// ` --as-of … --known …` and what is taken on top, so that a printed command runs as printed.
    pub fn options(&self) -> String {
        let layer = if self.additional.is_some() { " --additional" } else { "" };
        let edits: String = self.assumptions.iter().map(|a| format!(" --edit \"{}\"", a.words)).collect();
        format!(" --as-of {} --known {}{layer}{edits}", self.as_of, self.known)
    }
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NodeView {
    /// Id: ISO 3166-1 alpha-3 for countries.
    pub id: String,
    /// hub, member-state, partner, grouping, forum, programme, instrument, action, area, domain.
    pub kind: &'static str,
    /// Names.
    pub names: Label,
    /// ISO 3166-1 alpha-3 of a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso3: Option<String>,
    /// Stratum of a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stratum: Option<&'static str>,
    /// Region of a country (UN M49).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Label>,
    /// Link level of a forum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<&'static str>,
    /// What must be said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Label>,
}

/// A participant and its own part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartyView {
    /// Node id.
    pub id: String,
    /// Its state on the date.
    pub state: &'static str,
    /// Areas of its part.
    pub areas: Vec<String>,
    /// Domains of its part.
    pub domains: Vec<String>,
    /// Where an action names it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<&'static str>,
    /// Indices into the tie's evidence that speak of it.
    pub evidence: Vec<u16>,
}

/// When a tie holds: half-open days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ValidView {
    /// First day; null when the source gives none.
    pub from: Option<String>,
    /// The day after the last; null when open.
    pub to: Option<String>,
    /// day, month, quarter or year: the coarser of the two; null when neither is given.
    pub precision: Option<&'static str>,
    /// When the next state is expected, as the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// When it begins and when it ends, each as the source gives it (`2025-Q4`), for pictures; no part of the export,
    /// which has the days.
    #[serde(skip)]
    pub given: [Option<String>; 2],
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceView {
    /// Document id.
    pub document: String,
    /// Locator.
    pub at: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The words.
    pub quote: String,
}

/// A tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieView {
    /// Id. A derived tie is `ID>MEMBER`, a structural one `MEMBER-GROUP`.
    pub id: String,
    /// Code of the kind.
    pub kind: &'static str,
    /// Names.
    pub names: Label,
    /// stated, derived or structural.
    pub class: &'static str,
    /// State on the date.
    pub state: &'static str,
    /// The source's calendar contradicts its words.
    pub date_conflict: bool,
    /// cooperative or concern.
    pub polarity: &'static str,
    /// All participants, the EU included: node ids.
    pub participants: Vec<String>,
    /// The participants beside the EU with their own parts.
    pub parties: Vec<PartyView>,
    /// The groupings through which a derived tie reaches its member.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// When.
    pub valid: ValidView,
    /// Areas.
    pub areas: Vec<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Legs.
    pub legs: Vec<String>,
    /// EU programmes involved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// The level at which the participants sit with each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<&'static str>,
    /// Row of the annex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u8>,
    /// Number of the example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<u8>,
    /// The kind of instrument that an action amounts to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carries: Option<&'static str>,
    /// Whom an action addresses without naming a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<&'static str>,
    /// Calendar cell, verbatim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Ties that state the same fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Quotations.
    pub evidence: Vec<EvidenceView>,
    /// What additional sources say of it: not machine-checked, there only when they are switched on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additional: Vec<RemarkView>,
    /// The public source of a structural tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Coding decision and reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl TieView {
    /// Whether nothing but additional sources says it: no quotation stands behind it.
    pub fn rests_on_additional(&self) -> bool {
        !self.additional.is_empty() && self.evidence.is_empty()
    }

    /// Whether a text names its parties, be it a document or an additional source: neither derived nor a membership.
    pub fn names_its_parties(&self) -> bool {
        matches!(self.class, "stated" | "additional")
    }
}

/// The dataset's card.
pub fn dataset_view(dataset: &Dataset) -> DatasetView {
    let documents = dataset
        .sources
        .iter()
        .map(|s| DocumentView {
            id: s.id.clone(),
            title: (&s.title).into(),
            reference: s.reference.clone(),
            date: s.date.to_string(),
            publisher: (&s.publisher).into(),
            language: s.language.clone(),
            sha256: s.sha256.clone(),
            reuse: (&s.reuse).into(),
            address: s.address.clone(),
        })
        .collect();
    DatasetView {
        version: dataset.version.clone(),
        digest: dataset.digest.clone(),
        documents,
        is_table: dataset.is_table(),
    }
}

/// The dates.
pub fn dates_view(explorer: &Explorer) -> DatesView {
    DatesView {
        as_of: explorer.dates.as_of.to_string(),
        known: explorer.dates.known.to_string(),
        assumptions: assumptions(explorer),
        additional: explorer.dataset.additional_on.then(|| sources_in_force(explorer)),
    }
}

/// The words of every kind of tie.
pub fn kinds_view(dataset: &Dataset) -> Vec<KindView> {
    let kind = |k: &crate::dataset::KindInfo| KindView {
        id: k.kind.word(),
        names: (&k.name).into(),
        short: (&k.short).into(),
        bindingness: k.bindingness.word(),
        core: k.kind.is_core(),
    };
    dataset.kinds.iter().map(kind).collect()
}

/// A quotation.
pub fn evidence_view(dataset: &Dataset, evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        document: dataset.source(evidence.source).id.clone(),
        at: evidence.at.clone(),
        start: evidence.start,
        end: evidence.end,
        quote: evidence.quote.clone(),
    }
}

/// A stated tie on the explorer's dates, whatever the filter.
pub fn tie_view(explorer: &Explorer, id: TieId) -> TieView {
    let dataset = &explorer.dataset;
    let tie = dataset.tie(id);
    let as_of = explorer.dates.as_of;
    let own = standing(tie.state, &tie.period, as_of);
    let area = |a: &crate::dataset::AreaId| dataset.areas[a.0 as usize].id.clone();
    let domain = |d: &crate::dataset::DomainId| dataset.domains[d.0 as usize].id.clone();
    let name_of = |a: ActorId| dataset.actor(a).id.clone();
    let parties: Vec<PartyView> = tie
        .participants
        .iter()
        .map(|p| PartyView {
            id: name_of(p.actor),
            state: standing(p.state, &tie.period, as_of).state.word(),
            areas: p.areas.iter().map(area).collect(),
            domains: p.domains.iter().map(domain).collect(),
            places: p.places.iter().map(|p| p.word()).collect(),
            evidence: p.evidence.clone(),
        })
        .collect();
    let hub = tie.with_hub.then(|| name_of(Dataset::HUB));
    let period = &tie.period;
    let precision: Option<Precision> = period.from.iter().chain(&period.until).map(|m| m.precision).max();
    TieView {
        id: tie.id.clone(),
        kind: tie.kind.word(),
        names: (&tie.name).into(),
        class: if tie.is_additional() { Class::Additional.word() } else { Class::Stated.word() },
        state: own.state.word(),
        date_conflict: own.date_conflict || tie.date_conflict,
        polarity: tie.polarity.word(),
        participants: hub.into_iter().chain(parties.iter().map(|p| p.id.clone())).collect(),
        parties,
        via: Vec::new(),
        valid: ValidView {
            from: period.from.map(|m| m.start.to_string()),
            to: period.until.map(|m| m.end.to_string()),
            precision: precision.map(Precision::word),
            expected: period.expected.map(|m| m.to_string()),
            given: [period.from, period.until].map(|m| m.map(|m| m.to_string())),
        },
        areas: tie.areas.iter().map(area).collect(),
        domains: tie.domains.iter().map(domain).collect(),
        legs: tie.legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()).collect(),
        programmes: tie.programmes.iter().map(|&p| name_of(p)).collect(),
        meeting: tie.meeting.map(Word::word),
        row: tie.row,
        example: tie.example,
        carries: tie.carries.map(Word::word),
        scope: tie.address.map(Word::word),
        calendar: tie.cells.as_ref().map(|c| c.calendar.clone()),
        same_as: tie.same_as.clone(),
        evidence: tie.evidence.iter().map(|e| evidence_view(dataset, e)).collect(),
        additional: remarks(dataset, tie),
        source: None,
        note: tie.note.clone(),
    }
}

/// The network under a filter, as it is exported.
pub fn network_view(explorer: &Explorer, filter: &Filter) -> NetworkView {
    let dataset = &*explorer.dataset;
    let network = explorer.network(filter);
    let mut ties = Vec::new();
    let mut shown: BTreeSet<Node> = network.graph.node_weights().copied().collect();
    for (&id, &state) in &network.ties {
        let parties = network.parties(id);
        let whole = tie_view(explorer, id);
        let stated: Vec<ActorId> = parties.iter().filter(|(_, l)| is_stated(l)).map(|(a, _)| *a).collect();
        // The EU alone makes no stated tie of one that is there for its derived parties.
        let own = if dataset.tie(id).is_additional() { Class::Additional } else { Class::Stated };
        let is_stated = filter.has_class(own);
        let named = stated.iter().any(|a| *a != Dataset::HUB);
        if is_stated && (named || dataset.tie(id).participants.is_empty()) {
            ties.push(narrowed(dataset, &whole, &stated, state, id));
        }
        for (actor, link) in &parties {
            if let Link::Party { class: Class::Derived, state, via } = link {
                let mut tie = derived(dataset, &whole, *actor, *state, via);
                if !network.contains(Node::Actor(Dataset::HUB)) {
                    tie.participants.retain(|p| *p != dataset.actor(Dataset::HUB).id);
                }
                ties.push(tie);
                shown.extend(via.iter().map(|&v| Node::Actor(v)));
            }
        }
    }
    ties.extend(structural(dataset, &network, explorer.dates.as_of));
    let nodes = shown.into_iter().map(|n| node_view(dataset, n)).collect();
    let kinds = kinds_view(dataset);
    NetworkView {
        schema: SCHEMA,
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
        nodes,
        ties,
        kinds,
    }
}

/// What a picture of a selection shows, and the selection in words.
///
/// Unless classes are chosen: what the documents state, and from public sources who is a member of what they name.
pub fn picture_view(explorer: &Explorer, filter: &Filter) -> (NetworkView, Vec<Chosen>) {
    selected(explorer, filter, &[Class::Stated, Class::Structural, Class::Additional])
}

/// What a picture of one actor shows: beside that of [`picture_view`] also what it has through its groupings.
pub fn ego_view(explorer: &Explorer, filter: &Filter) -> (NetworkView, Vec<Chosen>) {
    selected(explorer, filter, &[Class::Stated, Class::Structural, Class::Derived, Class::Additional])
}

fn selected(explorer: &Explorer, filter: &Filter, classes: &[Class]) -> (NetworkView, Vec<Chosen>) {
    let words = chosen(&explorer.dataset, filter);
    let mut shown = filter.clone();
    if shown.classes.is_empty() {
        shown.classes = classes.to_vec();
    }
    (network_view(explorer, &shown), words)
}

fn is_stated(link: &Link) -> bool {
    matches!(link, Link::Party { class: Class::Stated | Class::Additional, .. })
}

/// A tie with the parties that the filter admits; its evidence stays whole.
fn narrowed(dataset: &Dataset, whole: &TieView, shown: &[ActorId], state: State, id: TieId) -> TieView {
    let ids: Vec<&str> = shown.iter().map(|&a| dataset.actor(a).id.as_str()).collect();
    let mut tie = whole.clone();
    tie.state = state.word();
    tie.parties.retain(|p| ids.contains(&p.id.as_str()));
    let order: Vec<String> =
        dataset.tie(id).participants.iter().map(|p| dataset.actor(p.actor).id.clone()).collect();
    tie.participants = ids.iter().map(|s| (*s).to_owned()).collect();
    // The hub first, then the order of the source.
    tie.participants.sort_by_key(|p| order.iter().position(|o| o == p).map_or(0, |i| i + 1));
    tie
}

fn derived(dataset: &Dataset, whole: &TieView, actor: ActorId, state: State, via: &[ActorId]) -> TieView {
    let id = dataset.actor(actor).id.clone();
    let mut tie = whole.clone();
    tie.id = format!("{}>{id}", whole.id);
    tie.class = Class::Derived.word();
    tie.state = state.word();
    tie.via = via.iter().map(|&v| dataset.actor(v).id.clone()).collect();
    let through: Vec<PartyView> = whole.parties.iter().filter(|p| tie.via.contains(&p.id)).cloned().collect();
    let hub = whole.participants.iter().filter(|p| !whole.parties.iter().any(|q| q.id == **p));
    tie.participants = hub.cloned().chain([id.clone()]).collect();
    tie.parties = through.into_iter().take(1).map(|p| PartyView { id: id.clone(), ..p }).collect();
    tie
}

fn structural(dataset: &Dataset, network: &Network, day: Date) -> Vec<TieView> {
    let mut out = Vec::new();
    for membership in &dataset.memberships {
        let group = dataset.actor(membership.group);
        let links = network.links(Node::Actor(membership.group));
        let joined: Vec<ActorId> = links
            .into_iter()
            .filter(|(_, l)| **l == Link::Member)
            .filter_map(|(n, _)| if let Node::Actor(a) = n { Some(a) } else { None })
            .collect();
        let members: Vec<String> = dataset
            .members_on(membership.group, day)
            .into_iter()
            .filter(|m| joined.contains(m))
            .map(|m| dataset.actor(m).id.clone())
            .collect();
        if members.is_empty() {
            continue;
        }
        out.push(TieView {
            id: format!("MEMBER-{}", group.id),
            kind: crate::dataset::Kind::Member.word(),
            names: Label {
                fr: format!("Membres: {}", group.name.fr),
                en: format!("Members: {}", group.name.en),
            },
            class: Class::Structural.word(),
            state: State::Active.word(),
            date_conflict: false,
            polarity: "cooperative",
            participants: [group.id.clone()].into_iter().chain(members).collect(),
            parties: Vec::new(),
            via: Vec::new(),
            valid: ValidView { from: None, to: None, precision: None, expected: None, given: [None, None] },
            areas: Vec::new(),
            domains: Vec::new(),
            legs: Vec::new(),
            programmes: Vec::new(),
            meeting: None,
            row: None,
            example: None,
            carries: None,
            scope: None,
            calendar: None,
            same_as: Vec::new(),
            evidence: Vec::new(),
            additional: Vec::new(),
            source: Some(membership.source.clone()),
            note: membership.note.clone(),
        });
    }
    out
}

fn plain(id: &str, kind: &'static str, names: Label) -> NodeView {
    NodeView {
        id: id.to_owned(),
        kind,
        names,
        iso3: None,
        stratum: None,
        region: None,
        level: None,
        note: None,
    }
}

/// An actor as a node.
pub(super) fn actor_view(dataset: &Dataset, id: ActorId) -> NodeView {
    let actor = dataset.actor(id);
    let country = matches!(actor.kind, ActorKind::Partner | ActorKind::MemberState);
    NodeView {
        iso3: (country && actor.region.is_some()).then(|| actor.id.clone()),
        stratum: actor.stratum.map(Word::word),
        region: actor.region.as_ref().map(Into::into),
        level: actor.level.map(Word::word),
        note: actor.note.as_ref().map(Into::into),
        ..plain(&actor.id, actor.kind.word(), (&actor.name).into())
    }
}

fn node_view(dataset: &Dataset, node: Node) -> NodeView {
    match node {
        Node::Actor(id) => actor_view(dataset, id),
        Node::Tie(id) => {
            let tie = dataset.tie(id);
            plain(&tie.id, if tie.is_action() { "action" } else { "instrument" }, (&tie.name).into())
        }
        Node::Area(id) => {
            let area = &dataset.areas[id.0 as usize];
            plain(&area.id, "area", (&area.name).into())
        }
        Node::Domain(id) => {
            let domain = &dataset.domains[id.0 as usize];
            plain(&domain.id, "domain", (&domain.name).into())
        }
    }
}
