//! Two to four actors side by side: what they have in common, what only one has, and what stands differently.

use super::cells::{CellClass, Column, Ground};
use crate::dataset::{ActorId, ActorKind, AreaId, DomainId, Kind, Polarity, TieId, Word};

/// By what actors are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Kinds of instrument.
    Kinds,
    /// Domains of direction 1.
    Domains,
    /// Areas.
    Areas,
    /// Forums, by their sourced membership.
    Forums,
}

impl Word for Dimension {
    const WHAT: &'static str = "dimension";
    const ALL: &'static [Self] = &[Dimension::Kinds, Dimension::Domains, Dimension::Areas, Dimension::Forums];
    fn word(self) -> &'static str {
        match self {
            Dimension::Kinds => "kinds",
            Dimension::Domains => "domains",
            Dimension::Areas => "areas",
            Dimension::Forums => "forums",
        }
    }
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A kind, domain or area.
    Column(Column),
    /// A forum.
    Forum(ActorId),
}

/// A row: one value for each actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareRow {
    /// What it is about.
    pub subject: Subject,
    /// The value for each actor. For a forum: a member, established not to be one, or not on record.
    pub classes: Vec<CellClass>,
    /// The ties of each value.
    pub ties: Vec<Vec<TieId>>,
    /// Of a kind, where that gives an actor no value: its instruments of this kind, whose state is not said or is over.
    pub beside: Vec<Vec<TieId>>,
}

/// What a row says of the actors together. Every row says one thing, so that nothing is said twice: an area that runs for one and is
/// planned for the other is on record for both, in different states, and is not one’s alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// All have it running and named.
    Common,
    /// All are on record with it, and not all in the same way.
    Differently,
    /// Only this actor, by its place, has it running and named; another is not on record with it.
    Only(usize),
    /// All have it planned or signed.
    CommonPlanned,
    /// Only this actor, by its place, is on record with it, planned or signed.
    OnlyPlanned(usize),
    /// Neither: the table tells.
    Otherwise,
}

impl CompareRow {
    /// What it says of the actors together.
    pub fn shared(&self) -> Shared {
        let runs = |c: &CellClass| *c == CellClass::ActiveNamed;
        let on_record = |i: usize| {
            !matches!(self.classes[i], CellClass::NotOnRecord | CellClass::EstablishedAbsence)
                || !self.beside[i].is_empty()
        };
        let whole = (0..self.classes.len()).all(on_record);
        let mut running = (0..self.classes.len()).filter(|&i| runs(&self.classes[i]));
        if self.classes.iter().all(runs) {
            Shared::Common
        } else if whole && self.classes.iter().any(|c| *c != self.classes[0]) {
            Shared::Differently
        } else {
            let mut told = (0..self.classes.len()).filter(|&i| on_record(i));
            let planned = |i: usize| self.classes[i] == CellClass::PlannedNamed;
            match (running.next(), running.next(), told.next(), told.next()) {
                (Some(one), None, ..) if !whole => Shared::Only(one),
                (None, _, Some(one), None) if planned(one) => Shared::OnlyPlanned(one),
                _ if whole && planned(0) => Shared::CommonPlanned,
                _ => Shared::Otherwise,
            }
        }
    }
}

/// A dimension with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// By what.
    pub dimension: Dimension,
    /// Rows on which at least one of the actors is on record.
    pub rows: Vec<CompareRow>,
    /// Rows on which none is: silent or left out by a closed list. Forums are too many for that.
    pub nobody: Vec<CompareRow>,
}

/// The rows of each dimension.
pub fn compare_actors(ground: Ground<'_>, actors: &[ActorId]) -> Vec<Compared> {
    let dataset = ground.dataset;
    let columns = |dimension: Dimension| -> Vec<Subject> {
        let column = |c| Subject::Column(c);
        match dimension {
            Dimension::Kinds => {
                let own = |k: &&Kind| !matches!(k, Kind::Action | Kind::Member | Kind::Forum);
                Kind::ALL.iter().filter(own).map(|&k| column(Column::Kind(k))).collect()
            }
            Dimension::Domains => {
                (0..dataset.domains.len()).map(|i| column(Column::Domain(DomainId(i as u8)))).collect()
            }
            Dimension::Areas => {
                (0..dataset.areas.len()).map(|i| column(Column::Area(AreaId(i as u8)))).collect()
            }
            Dimension::Forums => dataset
                .memberships
                .iter()
                .map(|m| m.group)
                .filter(|&g| dataset.actor(g).kind == ActorKind::Forum)
                .map(Subject::Forum)
                .collect(),
        }
    };
    let row = |subject: Subject| {
        let cells = actors.iter().map(|&a| match subject {
            Subject::Column(column) => {
                let cell = ground.cell(a, column);
                (cell.class, cell.ties)
            }
            Subject::Forum(forum) => (member(ground, a, forum), Vec::new()),
        });
        let (classes, ties): (Vec<CellClass>, Vec<Vec<TieId>>) = cells.unzip();
        let own = |(&actor, class): (&ActorId, &CellClass)| match (subject, class) {
            (Subject::Column(Column::Kind(kind)), CellClass::NotOnRecord) => instruments(ground, actor, kind),
            _ => Vec::new(),
        };
        let beside = actors.iter().zip(&classes).map(own).collect();
        CompareRow { subject, classes, ties, beside }
    };
    let told = |row: &CompareRow| {
        row.classes.iter().any(|c| !matches!(c, CellClass::NotOnRecord | CellClass::EstablishedAbsence))
            || row.beside.iter().any(|b| !b.is_empty())
    };
    let all = Dimension::ALL.iter().map(|&dimension| {
        let (rows, mut nobody): (Vec<_>, Vec<_>) = columns(dimension).into_iter().map(row).partition(told);
        let named = |row: &CompareRow| match row.subject {
            Subject::Column(Column::Kind(kind)) => dataset.kinds.iter().any(|k| k.kind == kind),
            subject => matches!(subject, Subject::Column(_)),
        };
        nobody.retain(named);
        Compared { dimension, rows, nobody }
    });
    all.collect()
}

/// The instruments of a kind that name an actor, whatever their state.
fn instruments(ground: Ground<'_>, actor: ActorId, kind: Kind) -> Vec<TieId> {
    let own = ground.ties().filter(|(_, t)| t.kind == kind && t.polarity == Polarity::Cooperative);
    own.filter(|(_, t)| t.participant(actor).is_some()).map(|(id, _)| id).collect()
}

/// A country is a member or not; a grouping is, when every one of its members is.
fn member(ground: Ground<'_>, actor: ActorId, forum: ActorId) -> CellClass {
    let (dataset, day) = (ground.dataset, ground.dates.as_of);
    let seated = dataset.members_on(forum, day);
    let own = if dataset.actor(actor).kind == ActorKind::Grouping {
        dataset.members_on(actor, day)
    } else {
        vec![actor]
    };
    let whole = dataset.membership(forum).is_some_and(|m| m.complete);
    if seated.contains(&actor) || (!own.is_empty() && own.iter().all(|a| seated.contains(a))) {
        CellClass::ActiveNamed
    } else if whole {
        CellClass::EstablishedAbsence
    } else {
        CellClass::NotOnRecord
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CellClass::{
        ActiveNamed as A, EstablishedAbsence as X, NotOnRecord as S, PlannedNamed as B, ThroughGrouping as G,
    };

    #[test]
    fn every_row_says_one_thing() {
        let of = |classes: &[CellClass]| {
            let ties: Vec<Vec<TieId>> = classes.iter().map(|_| Vec::new()).collect();
            let subject = Subject::Column(Column::Area(AreaId(0)));
            CompareRow { subject, classes: classes.to_vec(), beside: ties.clone(), ties }.shared()
        };
        assert_eq!(of(&[A, A]), Shared::Common);
        // One runs and the other is planned: both are on record, so it is no one’s alone.
        assert_eq!(of(&[A, B]), Shared::Differently);
        assert_eq!(of(&[G, A]), Shared::Differently);
        assert_eq!(of(&[A, S]), Shared::Only(0));
        assert_eq!(of(&[X, A]), Shared::Only(1));
        assert_eq!(of(&[S, B, A]), Shared::Only(2));
        // Planned for both, planned for one alone, running for two of three.
        assert_eq!(of(&[B, B]), Shared::CommonPlanned);
        assert_eq!(of(&[B, S]), Shared::OnlyPlanned(0));
        assert_eq!(of(&[X, B]), Shared::OnlyPlanned(1));
        assert_eq!(of(&[B, B, S]), Shared::Otherwise);
        assert_eq!(of(&[G, S]), Shared::Otherwise);
        assert_eq!(of(&[A, A, S]), Shared::Otherwise);
        assert_eq!(of(&[A, A, B]), Shared::Differently);
    }
}
