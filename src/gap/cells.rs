//! Coverage cells: five values, never 0 and 1 (METHOD 3), and a mark for what a selection leaves out.

use std::collections::BTreeSet;

use crate::dataset::{
    ActorId, ActorKind, AreaId, Closure, Dataset, DomainId, Kind, LegId, List, ListId, Participant, Polarity,
    State, Tie, TieId, Word,
};
use crate::network::Dates;

/// What a unit is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A domain of direction 1.
    Domain(DomainId),
    /// An area.
    Area(AreaId),
    /// A kind of instrument.
    Kind(Kind),
    /// A leg.
    Leg(LegId),
}

/// The five values; a selection has a sixth for what it leaves out, which says nothing of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellClass {
    /// Evidence names the unit, and it is active.
    ActiveNamed,
    /// Evidence names the unit, and it is planned, negotiated, agreed or unconfirmed.
    PlannedNamed,
    /// Evidence reaches the unit through a grouping.
    ThroughGrouping,
    /// A closed source omits the unit: an established absence at its date.
    EstablishedAbsence,
    /// The corpus is silent, which says nothing of the world.
    NotOnRecord,
    /// The documents name or reach the unit here, but by nothing that is selected; only in a selection.
    OutsideSelection,
}

impl Word for CellClass {
    const WHAT: &'static str = "cell value";
    const ALL: &'static [Self] = &[
        CellClass::ActiveNamed,
        CellClass::PlannedNamed,
        CellClass::ThroughGrouping,
        CellClass::EstablishedAbsence,
        CellClass::NotOnRecord,
        CellClass::OutsideSelection,
    ];
    fn word(self) -> &'static str {
        match self {
            CellClass::ActiveNamed => "active",
            CellClass::PlannedNamed => "planned",
            CellClass::ThroughGrouping => "grouping",
            CellClass::EstablishedAbsence => "absent",
            CellClass::NotOnRecord => "silent",
            CellClass::OutsideSelection => "outside",
        }
    }
}

/// A cell with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The value.
    pub class: CellClass,
    /// The ties that give it, in the order of the dataset.
    pub ties: Vec<TieId>,
    /// The groupings through which the unit is reached, for [`CellClass::ThroughGrouping`].
    pub via: Vec<ActorId>,
    /// The closed list that omits the unit, for [`CellClass::EstablishedAbsence`].
    pub list: Option<ListId>,
}

/// Counts of cells over N units, printed together, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cells active and named.
    pub active: usize,
    /// Cells planned and named.
    pub planned: usize,
    /// Cells reached through a grouping.
    pub grouping: usize,
    /// Established absences.
    pub absent: usize,
    /// Silence.
    pub silent: usize,
    /// Outside the selection.
    pub outside: usize,
}

impl Counts {
    /// Counts cells.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Counts {
        let mut counts = Counts::default();
        for cell in cells {
            match cell.class {
                CellClass::ActiveNamed => counts.active += 1,
                CellClass::PlannedNamed => counts.planned += 1,
                CellClass::ThroughGrouping => counts.grouping += 1,
                CellClass::EstablishedAbsence => counts.absent += 1,
                CellClass::NotOnRecord => counts.silent += 1,
                CellClass::OutsideSelection => counts.outside += 1,
            }
        }
        counts
    }

    /// N, the denominator.
    pub fn total(&self) -> usize {
        self.active + self.planned + self.grouping + self.absent + self.silent + self.outside
    }
}

/// A part in a tie that reaches a unit: its own, or that of a grouping.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reaching<'a> {
    pub(super) id: TieId,
    pub(super) tie: &'a Tie,
    pub(super) part: &'a Participant,
    /// Whether it is the unit's own.
    pub(super) is_named: bool,
}

/// Units against columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Rows.
    pub units: Vec<ActorId>,
    /// Columns.
    pub columns: Vec<Column>,
    /// One row of cells per unit.
    pub cells: Vec<Vec<Cell>>,
}

impl Matrix {
    /// Fills units × columns. O(units × ties × columns).
    pub fn new(ground: Ground<'_>, units: Vec<ActorId>, columns: Vec<Column>) -> Matrix {
        let cells = units.iter().map(|&u| ground.row(u, &columns)).collect();
        Matrix { units, columns, cells }
    }

    /// The cells of a column.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().map(move |row| &row[column])
    }

    /// Counts of a column.
    pub fn column_counts(&self, column: usize) -> Counts {
        Counts::of(self.column(column))
    }

    /// Counts of all cells.
    pub fn counts(&self) -> Counts {
        Counts::of(self.cells.iter().flatten())
    }
}

impl Participant {
    /// Whether the part is about a domain, an area or a leg; a kind is the tie's, not the part's.
    pub(super) fn covers(&self, column: Column) -> bool {
        match column {
            Column::Domain(d) => self.domains.contains(&d),
            Column::Area(a) => self.areas.contains(&a),
            Column::Leg(l) => self.legs.contains(&l),
            Column::Kind(_) => false,
        }
    }
}

/// What ties say of one cell.
#[derive(Debug, Clone, Default)]
struct Found {
    active: Vec<TieId>,
    planned: Vec<TieId>,
    through: Vec<TieId>,
    via: BTreeSet<ActorId>,
}

impl Found {
    /// A tie names the unit.
    fn name(&mut self, tie: TieId, state: State) {
        match state {
            State::Active => self.active.push(tie),
            State::Proposed | State::Negotiating | State::Agreed | State::Unconfirmed => {
                self.planned.push(tie)
            }
            _ => {}
        }
    }

    /// A tie reaches the unit through a grouping.
    fn reach(&mut self, tie: TieId, grouping: ActorId) {
        self.via.insert(grouping);
        if self.through.last() != Some(&tie) {
            self.through.push(tie);
        }
    }
}

/// A dataset on a pair of dates: what every question is asked of.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The dates.
    pub dates: Dates,
}

impl<'a> Ground<'a> {
    /// The ties known by then, in the order of the dataset.
    pub fn ties(self) -> impl Iterator<Item = (TieId, &'a Tie)> {
        self.dataset
            .tie_ids()
            .map(move |id| (id, self.dataset.tie(id)))
            .filter(move |(_, tie)| self.knows(tie))
    }

    /// Whether a tie is known by then.
    pub fn knows(self, tie: &Tie) -> bool {
        tie.is_known(self.dataset, self.dates.known)
    }

    /// A participant's state on the day.
    pub fn state(self, tie: &Tie, part: &Participant) -> State {
        tie.standing(part.state, self.dates.as_of).state
    }

    /// The tie's own state on the day.
    pub fn own_state(self, tie: &Tie) -> State {
        tie.standing(tie.state, self.dates.as_of).state
    }

    /// The lists of the source known by then.
    pub fn lists(self) -> impl Iterator<Item = (ListId, &'a List)> {
        self.dataset.lists.iter().enumerate().map(|(i, l)| (ListId(i as u8), l)).filter(move |(_, list)| {
            list.evidence.iter().any(|e| self.dataset.source(e.source).date <= self.dates.known)
        })
    }

    /// The closed list of a kind.
    pub fn closed_list(self, kind: Kind) -> Option<(ListId, &'a List)> {
        self.lists().find(|(_, l)| l.kind == kind && l.closure == Closure::Closed)
    }

    /// Holders of an active instrument of one of these kinds, named by it; ascending by id.
    pub fn holders(self, kinds: &[Kind]) -> Vec<ActorId> {
        let mut out = BTreeSet::new();
        for (_, tie) in self.ties() {
            if !kinds.contains(&tie.kind) || tie.polarity == Polarity::Concern {
                continue;
            }
            out.extend(
                tie.participants.iter().filter(|p| self.state(tie, p) == State::Active).map(|p| p.actor),
            );
        }
        self.sorted(out)
    }

    /// Actors in the order of their ids.
    pub fn sorted(self, actors: impl IntoIterator<Item = ActorId>) -> Vec<ActorId> {
        let mut out: Vec<ActorId> = actors.into_iter().collect();
        out.sort_by(|a, b| self.dataset.actor(*a).id.cmp(&self.dataset.actor(*b).id));
        out
    }

    /// The groupings that reach a unit: it is a member, or all of its members are.
    pub fn groupings_of(self, unit: ActorId) -> Vec<ActorId> {
        let (dataset, day) = (self.dataset, self.dates.as_of);
        let is_grouping = |actor: ActorId| dataset.actor(actor).kind == ActorKind::Grouping;
        let own = if is_grouping(unit) { dataset.members_on(unit, day) } else { Vec::new() };
        dataset
            .memberships
            .iter()
            .filter(|m| m.group != unit && is_grouping(m.group))
            .filter(|m| {
                m.has_on(unit, day) || (!own.is_empty() && own.iter().all(|&member| m.has_on(member, day)))
            })
            .map(|m| m.group)
            .collect()
    }

    fn covers(self, tie: &Tie, part: &Participant, column: Column) -> bool {
        match column {
            Column::Kind(k) => tie.instrument_kind() == Some(k),
            _ => part.covers(column),
        }
    }

    /// The cell of a unit and a column.
    pub fn cell(self, unit: ActorId, column: Column) -> Cell {
        self.row(unit, &[column]).remove(0)
    }

    /// The cells of a unit, one for each column.
    pub fn row(self, unit: ActorId, columns: &[Column]) -> Vec<Cell> {
        self.row_by(unit, columns, |_| true)
    }

    /// The same by the parts in ties that are looked at. A closed list speaks by all that it names, looked at or not.
    pub(super) fn row_by(
        self,
        unit: ActorId,
        columns: &[Column],
        admits: impl Fn(Reaching<'_>) -> bool,
    ) -> Vec<Cell> {
        let groupings = self.groupings_of(unit);
        let mut found = vec![Found::default(); columns.len()];
        for (id, tie) in self.ties() {
            if tie.polarity == Polarity::Concern {
                continue;
            }
            if let Some(part) = tie.participant(unit) {
                // Named beats grouping inside one action.
                let state = self.state(tie, part);
                if !admits(Reaching { id, tie, part, is_named: true }) {
                    continue;
                }
                for (&column, found) in columns.iter().zip(&mut found) {
                    if self.covers(tie, part, column) {
                        found.name(id, state);
                    }
                }
                continue;
            }
            for part in tie.participants.iter().filter(|p| groupings.contains(&p.actor)) {
                let over = matches!(self.state(tie, part), State::Ended | State::Suspended | State::Dormant);
                if over || !admits(Reaching { id, tie, part, is_named: false }) {
                    continue;
                }
                for (&column, found) in columns.iter().zip(&mut found) {
                    if self.covers(tie, part, column) {
                        found.reach(id, part.actor);
                    }
                }
            }
        }
        let cells = columns.iter().zip(found);
        cells.map(|(&column, found)| self.settled((unit, column), found, &groupings)).collect()
    }

    /// The best of what was found for a cell.
    fn settled(self, (unit, column): (ActorId, Column), found: Found, groupings: &[ActorId]) -> Cell {
        let cell = |class, ties| Cell { class, ties, via: Vec::new(), list: None };
        if !found.active.is_empty() {
            return cell(CellClass::ActiveNamed, found.active);
        }
        if !found.planned.is_empty() {
            return cell(CellClass::PlannedNamed, found.planned);
        }
        if !found.through.is_empty() {
            let via = found.via.into_iter().collect();
            return Cell { via, ..cell(CellClass::ThroughGrouping, found.through) };
        }
        // Only a list of a kind can be closed for a kind; no source closes a domain or an area.
        if let Column::Kind(kind) = column
            && let Some((list, _)) = self.closed_list(kind)
            && !self.stands_in(list, unit, groupings)
        {
            return Cell { list: Some(list), ..cell(CellClass::EstablishedAbsence, Vec::new()) };
        }
        cell(CellClass::NotOnRecord, Vec::new())
    }

    /// Whether a list names a unit or a grouping that reaches it: what it names and has since ended, it does not omit.
    fn stands_in(self, list: ListId, unit: ActorId, groupings: &[ActorId]) -> bool {
        self.ties()
            .filter(|(_, tie)| tie.list == Some(list))
            .flat_map(|(_, tie)| &tie.participants)
            .any(|part| part.actor == unit || groupings.contains(&part.actor))
    }
}
