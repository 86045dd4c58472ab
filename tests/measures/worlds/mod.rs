//! Small datasets, built by hand or at random.

#![allow(clippy::unwrap_used, dead_code)]

pub(crate) mod answers;
pub(crate) mod grounds;
pub(crate) mod random;

use relier::corpus::{Document, Form, Outline};
use relier::dataset::{
    Actor, ActorId, ActorKind, Area, AreaId, Closure, Dataset, Date, Domain, DomainId, Evidence, Kind, Leg,
    LegId, Level, List, ListId, Membership, MembershipSpan, Name, Participant, Period, Polarity, Source,
    SourceId, State, Status, Stratum, Tie, TieId, Word, parse_date,
};
use relier::gap::{Cell, CellClass, Column, Ground};
use relier::network::Dates;

pub(crate) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// Both dates of the worlds' second document.
pub(crate) fn today() -> Dates {
    Dates { as_of: day("2025-11-20"), known: day("2025-11-20") }
}

pub(crate) fn name(text: &str) -> Name {
    Name { fr: text.to_owned(), en: text.to_owned() }
}

/// The words that every tie of a world quotes.
const QUOTE: &str = "Les partenaires coopèrent.";

fn source(id: &str, date: &str) -> Source {
    let text = format!("LE CONSEIL DE L'UNION EUROPÉENNE,\n\nI. Partenaires\n\n1. {QUOTE}\n");
    let outline = Outline { form: Form::CouncilConclusions, notes: Vec::new() };
    Source {
        id: id.to_owned(),
        title: name(id),
        reference: id.to_owned(),
        date: day(date),
        publisher: Name::default(),
        language: "fr".to_owned(),
        sha256: String::new(),
        reuse: Name::default(),
        address: None,
        document: Document::parse(id, text, &outline).unwrap(),
    }
}

/// The quotation in the first document (June 2025) or the second (November).
pub(crate) fn evidence(source: u8) -> Evidence {
    let at = "point 1";
    let start = "LE CONSEIL DE L'UNION EUROPÉENNE,\n\nI. Partenaires\n\n1. ".len();
    Evidence {
        source: SourceId(source),
        at: at.to_owned(),
        start,
        end: start + QUOTE.len(),
        quote: QUOTE.to_owned(),
        names: Vec::new(),
        supports: Vec::new(),
    }
}

/// A world: the hub, two documents, four areas, each of which leads to the domain in the same place.
pub(crate) struct World {
    pub(crate) dataset: Dataset,
}

/// The areas in their order, so that `CYB` is area 0 and leads to domain 0, which is key …
pub(crate) const CYB: AreaId = AreaId(0);
/// … `AI` to domain 1, which is additional …
pub(crate) const AI: AreaId = AreaId(1);
/// … `CON` to domain 2, which is continuing …
pub(crate) const CON: AreaId = AreaId(2);
/// … and `QUA` to domain 3, which is about business.
pub(crate) const QUA: AreaId = AreaId(3);

/// The only leg.
pub(crate) const DEFENCE: LegId = LegId(0);

pub(crate) fn domain(area: AreaId) -> DomainId {
    DomainId(area.0)
}

impl World {
    pub(crate) fn new() -> World {
        let mut dataset = Dataset::default();
        dataset.sources = vec![source("june", "2025-06-05"), source("november", "2025-11-20")];
        dataset.areas = ["CYB", "AI", "CON", "QUA"]
            .map(|id| Area { id: id.to_owned(), name: name(id), evidence: vec![evidence(0)] })
            .to_vec();
        dataset.domains = [("D1", "key"), ("D8", "additional"), ("D10", "continuing"), ("D11", "business")]
            .map(|(id, group)| Domain {
                id: id.to_owned(),
                name: name(id),
                group: group.to_owned(),
                evidence: vec![evidence(0)],
            })
            .to_vec();
        dataset.legs = vec![Leg { id: "defence-innovation".to_owned(), name: name("defence") }];
        let mut world = World { dataset };
        world.actor("EU", ActorKind::Hub);
        world
    }

    pub(crate) fn actor(&mut self, id: &str, kind: ActorKind) -> ActorId {
        self.dataset.actors.push(Actor {
            id: id.to_owned(),
            kind,
            name: name(id),
            aliases: Vec::new(),
            alpha2: None,
            region: None,
            stratum: (kind == ActorKind::Partner).then_some(Stratum::Others),
            status: Status::State,
            level: None,
            part_of: None,
            hub_status: None,
            evidence: Vec::new(),
            note: None,
        });
        ActorId(self.dataset.actors.len() as u32 - 1)
    }

    pub(crate) fn country(&mut self, id: &str) -> ActorId {
        self.actor(id, ActorKind::Partner)
    }

    pub(crate) fn countries<const N: usize>(&mut self, ids: [&str; N]) -> [ActorId; N] {
        ids.map(|id| self.country(id))
    }

    /// A crowd of n countries, for the sizes of forums.
    pub(crate) fn crowd(&mut self, n: usize) -> Vec<ActorId> {
        (0..n).map(|i| self.country(&format!("X{i:02}"))).collect()
    }

    pub(crate) fn member_states(&mut self, n: usize) -> Vec<ActorId> {
        (0..n).map(|i| self.actor(&format!("M{i:02}"), ActorKind::MemberState)).collect()
    }

    pub(crate) fn members(&mut self, group: ActorId, members: &[ActorId]) -> &mut Membership {
        let span = |&member| MembershipSpan { member, from: None, until: None, note: None };
        self.dataset.memberships.push(Membership {
            group,
            spans: members.iter().map(span).collect(),
            complete: true,
            checked: day("2025-06-05"),
            source: "a public list".to_owned(),
            certainty: "high".to_owned(),
            note: None,
        });
        self.dataset.memberships.last_mut().unwrap()
    }

    pub(crate) fn grouping(&mut self, id: &str, members: &[ActorId]) -> ActorId {
        let group = self.actor(id, ActorKind::Grouping);
        self.members(group, members);
        group
    }

    /// A forum that a running tie with the EU names, so that it is in the documents' world.
    pub(crate) fn forum(&mut self, id: &str, level: Level, members: &[ActorId]) -> ActorId {
        let forum = self.actor(id, ActorKind::Forum);
        self.dataset.actors[forum.0 as usize].level = Some(level);
        self.members(forum, members);
        self.tie(Kind::Forum, State::Active, &[forum], &[]);
        forum
    }

    /// A cooperative tie with the EU, on these areas, quoted from the first document.
    pub(crate) fn tie(
        &mut self,
        kind: Kind,
        state: State,
        parties: &[ActorId],
        areas: &[AreaId],
    ) -> &mut Tie {
        let tie =
            bare_tie(&format!("{}-{}", kind.word(), self.dataset.ties.len()), kind, state, parties, areas);
        self.dataset.ties.push(tie);
        self.dataset.ties.last_mut().unwrap()
    }

    pub(crate) fn list(&mut self, kind: Kind, closure: Closure, source: u8) -> ListId {
        self.dataset.lists.push(List {
            id: format!("list-{}", self.dataset.lists.len()),
            kind,
            closure,
            evidence: vec![evidence(source)],
            reason: String::new(),
        });
        ListId(self.dataset.lists.len() as u8 - 1)
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground { dataset: &self.dataset, dates: today() }
    }

    pub(crate) fn cell(&self, unit: ActorId, column: Column) -> Cell {
        self.ground().cell(unit, column)
    }

    pub(crate) fn class(&self, unit: ActorId, area: AreaId) -> CellClass {
        self.cell(unit, Column::Area(area)).class
    }

    pub(crate) fn last_tie(&self) -> TieId {
        TieId(self.dataset.ties.len() as u32 - 1)
    }
}

/// A cooperative tie with the EU whose every party has the same part in it.
pub(crate) fn bare_tie(id: &str, kind: Kind, state: State, parties: &[ActorId], areas: &[AreaId]) -> Tie {
    let part = |&actor: &ActorId| Participant {
        actor,
        state,
        areas: areas.to_vec(),
        legs: Vec::new(),
        domains: areas.iter().copied().map(domain).collect(),
        places: Vec::new(),
        evidence: vec![0],
        note: None,
    };
    Tie {
        id: id.to_owned(),
        kind,
        name: name(id),
        state,
        polarity: Polarity::Cooperative,
        period: Period::default(),
        stated: None,
        areas: areas.to_vec(),
        legs: Vec::new(),
        domains: areas.iter().copied().map(domain).collect(),
        with_hub: true,
        participants: parties.iter().map(part).collect(),
        meeting: None,
        programmes: Vec::new(),
        list: None,
        row: None,
        example: None,
        cells: None,
        carries: None,
        address: None,
        same_as: Vec::new(),
        date_conflict: false,
        disputed: None,
        assumed: false,
        additional: Vec::new(),
        evidence: vec![evidence(0)],
        note: None,
    }
}

/// Digital partnerships with some countries and nothing else.
pub(crate) fn partners<const N: usize>(ids: [&str; N]) -> (World, [ActorId; N]) {
    let mut world = World::new();
    let units = world.countries(ids);
    for unit in units {
        world.tie(Kind::Dp, State::Active, &[unit], &[]);
    }
    (world, units)
}
