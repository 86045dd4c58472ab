//! The gaps of the four directions as one list that can be compared: between a baseline and a scenario, two dates, two datasets.

use std::collections::BTreeMap;

use super::cells::{CellClass, Column, Ground, Matrix};
use super::connect::connect_on;
use super::deepen::deepen_on;
use super::enlarge::{enlarge_on, named_countries};
use super::secure::security_columns;
use crate::dataset::{ActorId, Dataset, Kind, Level, State, TieId, Word};

/// A list of gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapList {
    /// Direction 1: a unit and a domain without a running action that names the unit.
    Domains,
    /// Direction 2: a state without a core instrument.
    Candidates,
    /// Direction 2: a core unit without a digital trade instrument in force or concluded.
    Trade,
    /// Direction 3: a pair of units without a common working table.
    Working,
    /// Direction 3: a pair of units that does not meet even on an agenda.
    Agenda,
    /// Direction 3: a pair of units served side by side on an area.
    Parallel,
    /// Direction 4: a digital leg without a security leg.
    DigitalOnly,
    /// Direction 4: a security leg without a digital leg.
    SecurityOnly,
    /// Direction 4: a security partner and a matter without a running action that names the partner.
    Alongside,
}

impl Word for GapList {
    const WHAT: &'static str = "list of gaps";
    const ALL: &'static [Self] = &[
        GapList::Domains,
        GapList::Candidates,
        GapList::Trade,
        GapList::Working,
        GapList::Agenda,
        GapList::Parallel,
        GapList::DigitalOnly,
        GapList::SecurityOnly,
        GapList::Alongside,
    ];
    fn word(self) -> &'static str {
        match self {
            GapList::Domains => "domains",
            GapList::Candidates => "candidates",
            GapList::Trade => "trade",
            GapList::Working => "only-through-eu-working",
            GapList::Agenda => "only-through-eu-agenda",
            GapList::Parallel => "parallel",
            GapList::DigitalOnly => "digital-only",
            GapList::SecurityOnly => "security-only",
            GapList::Alongside => "alongside",
        }
    }
}

impl GapList {
    /// The direction that it belongs to.
    pub fn direction(self) -> &'static str {
        match self {
            GapList::Domains => "deepen",
            GapList::Candidates | GapList::Trade => "enlarge",
            GapList::Working | GapList::Agenda | GapList::Parallel => "connect",
            GapList::DigitalOnly | GapList::SecurityOnly | GapList::Alongside => "secure",
        }
    }
}

/// What a gap is about. Ids, not indices: the two sides may be different datasets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GapKey {
    /// The list.
    pub list: GapList,
    /// Ids of the actors.
    pub actors: Vec<String>,
    /// Id of the domain, area or leg.
    pub column: Option<String>,
}

/// What is the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapValue {
    /// A cell.
    Cell(CellClass),
    /// A candidate on a front, with (x1, x2, x3).
    Candidate(usize, [usize; 3]),
    /// No candidate: it holds a core instrument.
    Holder,
    /// No candidate: a grouping holds one for it, or it is excluded.
    Apart,
    /// The furthest state of a digital trade instrument.
    Trade(Option<State>),
    /// The best level at which a pair meets.
    Meets(Option<Level>),
    /// Whether both are served on the area, and whether a working table of the area holds both.
    Parallel(bool),
    /// Whether there is a digital leg, and a security leg.
    Legs(bool, bool),
}

/// A place where there may be a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapItem {
    /// Whether it is a gap.
    pub open: bool,
    /// What is the case.
    pub value: GapValue,
    /// The ties it rests on.
    pub ties: Vec<TieId>,
}

/// A number with its denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The direction.
    pub direction: &'static str,
    /// What it counts.
    pub id: &'static str,
    /// The number.
    pub n: usize,
    /// Out of.
    pub of: usize,
}

/// Whom the four questions are asked about, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Perimeter {
    /// Holders of a core instrument.
    pub units: Vec<String>,
    /// Holders of a security and defence partnership.
    pub security: Vec<String>,
    /// Countries, territories and economies that a tie names.
    pub named: Vec<String>,
}

impl Perimeter {
    /// The perimeter of a ground.
    pub fn of(ground: Ground<'_>) -> Perimeter {
        Perimeter::with(ground, &Kind::CORE)
    }

    /// The perimeter of a ground under another reading of the core kinds.
    pub fn with(ground: Ground<'_>, core: &[Kind]) -> Perimeter {
        let ids = |actors: Vec<ActorId>| actors.iter().map(|&a| ground.dataset.actor(a).id.clone()).collect();
        Perimeter {
            units: ids(ground.holders(core)),
            security: ids(ground.holders(&[Kind::Sdp])),
            named: ids(named_countries(ground)),
        }
    }
}

/// Everything that is or could be a gap, with the counts of the four directions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// The places.
    pub items: BTreeMap<GapKey, GapItem>,
    /// The counts.
    pub counts: Vec<Tally>,
}

/// The gaps of a ground on a perimeter.
pub fn gaps(ground: Ground<'_>, perimeter: &Perimeter) -> Gaps {
    gaps_of(ground, perimeter, None)
}

/// The gaps of one direction by its id; of all four when none is given.
pub fn gaps_of(ground: Ground<'_>, perimeter: &Perimeter, direction: Option<&str>) -> Gaps {
    let wanted = |id: &str| direction.is_none_or(|d| d == id);
    let mut out = Gaps { items: BTreeMap::new(), counts: Vec::new() };
    let actors = |ids: &[String]| ids.iter().filter_map(|id| ground.dataset.actor_id(id)).collect::<Vec<_>>();
    let (units, security) = (actors(&perimeter.units), actors(&perimeter.security));
    if wanted("deepen") {
        out.deepen(ground, &units);
    }
    if wanted("enlarge") {
        out.enlarge(ground, &units, actors(&perimeter.named));
    }
    if wanted("connect") {
        out.connect(ground, &units);
    }
    if wanted("secure") {
        out.secure(ground, &units, &security);
    }
    out
}

impl Gaps {
    /// The gaps themselves.
    pub fn open(&self) -> impl Iterator<Item = &GapKey> {
        self.items.iter().filter(|(_, item)| item.open).map(|(key, _)| key)
    }

    fn put(
        &mut self,
        dataset: &Dataset,
        (list, actors, column): (GapList, &[ActorId], Option<Column>),
        open: bool,
        value: GapValue,
        ties: Vec<TieId>,
    ) {
        let actors = actors.iter().map(|&a| dataset.actor(a).id.clone()).collect();
        let column = column.map(|c| column_id(dataset, c));
        self.items.insert(GapKey { list, actors, column }, GapItem { open, value, ties });
    }

    fn count(&mut self, direction: &'static str, id: &'static str, n: usize, of: usize) {
        self.counts.push(Tally { direction, id, n, of });
    }

    fn cells(&mut self, dataset: &Dataset, list: GapList, matrix: &Matrix) {
        for (unit, row) in matrix.units.iter().zip(&matrix.cells) {
            for (&column, cell) in matrix.columns.iter().zip(row) {
                let open = cell.class != CellClass::ActiveNamed;
                let at = (list, std::slice::from_ref(unit), Some(column));
                self.put(dataset, at, open, GapValue::Cell(cell.class), cell.ties.clone());
            }
        }
    }

    fn deepen(&mut self, ground: Ground<'_>, units: &[ActorId]) {
        let found = deepen_on(ground, units.to_vec());
        self.cells(ground.dataset, GapList::Domains, &found.domains);
        let counts = found.domains.counts();
        let n = counts.total();
        self.count("deepen", "units", units.len(), units.len());
        self.count("deepen", "active", counts.active, n);
        self.count("deepen", "active-or-planned", counts.active + counts.planned, n);
        self.count("deepen", "not-excluded", n - counts.absent, n);
        self.count("deepen", "empty-domains", found.columns.len(), found.domains.columns.len());
    }

    fn enlarge(&mut self, ground: Ground<'_>, units: &[ActorId], named: Vec<ActorId>) {
        let dataset = ground.dataset;
        let found = enlarge_on(ground, units.to_vec(), Some(named.clone()));
        let holders = ground.holders(&Kind::CORE);
        for &actor in &named {
            let candidate = found.candidates.iter().find(|c| c.actor == actor);
            let (value, ties) = match candidate {
                Some(c) => (GapValue::Candidate(c.front, c.scores()), c.ties.clone()),
                None if holders.contains(&actor) => (GapValue::Holder, held(ground, actor, &Kind::CORE)),
                None => (GapValue::Apart, Vec::new()),
            };
            self.put(dataset, (GapList::Candidates, &[actor], None), candidate.is_some(), value, ties);
        }
        let mut settled = 0;
        for leg in &found.trade {
            let open = !matches!(leg.state, Some(State::Agreed | State::Active));
            settled += usize::from(!open);
            let at = (GapList::Trade, &[leg.unit][..], None);
            self.put(dataset, at, open, GapValue::Trade(leg.state), leg.ties.clone());
        }
        let front = found.candidates.iter().filter(|c| c.front == 1).count();
        self.count("enlarge", "candidates", found.candidates.len(), found.named);
        self.count("enlarge", "first-front", front, found.candidates.len());
        self.count("enlarge", "trade", settled, found.trade.len());
    }

    fn connect(&mut self, ground: Ground<'_>, units: &[ActorId]) {
        let dataset = ground.dataset;
        let found = connect_on(ground, units.to_vec());
        for pair in &found.pairs {
            for (list, level) in [(GapList::Working, Level::Working), (GapList::Agenda, Level::Agenda)] {
                let open = pair.level.is_none_or(|l| l > level);
                let value = GapValue::Meets(pair.level);
                self.put(dataset, (list, &[pair.a, pair.b], None), open, value, Vec::new());
            }
            let parallel = found.parallel.iter().find(|p| (p.a, p.b) == (pair.a, pair.b));
            for (area, served) in &found.served {
                let both = served.contains(&pair.a) && served.contains(&pair.b);
                let open = parallel.is_some_and(|p| p.areas.contains(area));
                let at = (GapList::Parallel, &[pair.a, pair.b][..], Some(Column::Area(*area)));
                self.put(dataset, at, open, GapValue::Parallel(both), Vec::new());
            }
        }
        let pairs = found.pairs.len();
        self.count(
            "connect",
            "only-through-eu-working",
            found.only_through_hub(Level::Working).count(),
            pairs,
        );
        self.count("connect", "only-through-eu-agenda", found.only_through_hub(Level::Agenda).count(), pairs);
        self.count("connect", "parallel", found.parallel.len(), pairs);
        let areas = found.parallel.iter().map(|p| p.areas.len()).sum();
        self.count("connect", "parallel-areas", areas, pairs * dataset.areas.len());
    }

    fn secure(&mut self, ground: Ground<'_>, units: &[ActorId], security: &[ActorId]) {
        let dataset = ground.dataset;
        let (digital, secured) = (ground.holders(&Kind::CORE), ground.holders(&[Kind::Sdp]));
        let mut all: Vec<ActorId> = units.iter().chain(security).copied().collect();
        all.sort_unstable();
        all.dedup();
        let (mut both, mut only_digital, mut only_security) = (0, 0, 0);
        for &actor in &all {
            let legs = (digital.contains(&actor), secured.contains(&actor));
            // Each count keeps the denominator of the direction: units for the digital leg, security partners for the other.
            both += usize::from(legs == (true, true) && units.contains(&actor));
            only_digital += usize::from(legs == (true, false) && units.contains(&actor));
            only_security += usize::from(legs == (false, true) && security.contains(&actor));
            let mut ties = held(ground, actor, &Kind::CORE);
            ties.extend(held(ground, actor, &[Kind::Sdp]));
            for (list, open) in
                [(GapList::DigitalOnly, (true, false)), (GapList::SecurityOnly, (false, true))]
            {
                let value = GapValue::Legs(legs.0, legs.1);
                self.put(dataset, (list, &[actor], None), legs == open, value, ties.clone());
            }
        }
        let matrix = Matrix::new(ground, security.to_vec(), security_columns(dataset));
        self.cells(dataset, GapList::Alongside, &matrix);
        let counts = matrix.counts();
        self.count("secure", "both", both, units.len());
        self.count("secure", "digital-only", only_digital, units.len());
        self.count("secure", "security-only", only_security, security.len());
        self.count("secure", "alongside", counts.active, counts.total());
    }
}

/// The id of a column.
pub(super) fn column_id(dataset: &Dataset, column: Column) -> String {
    match column {
        Column::Domain(d) => dataset.domains[d.0 as usize].id.clone(),
        Column::Area(a) => dataset.areas[a.0 as usize].id.clone(),
        Column::Leg(l) => dataset.legs[l.0 as usize].id.clone(),
        Column::Kind(k) => k.word().to_owned(),
    }
}

fn held(ground: Ground<'_>, actor: ActorId, kinds: &[Kind]) -> Vec<TieId> {
    ground
        .ties()
        .filter(|(_, t)| kinds.contains(&t.kind) && t.participant(actor).is_some())
        .map(|(id, _)| id)
        .collect()
}

/// What differs between two lists of gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delta {
    /// Gaps after that were none before.
    pub opened: Vec<GapKey>,
    /// Gaps before that are none after.
    pub closed: Vec<GapKey>,
    /// Places in both whose value changed while they stayed gaps, or stayed none.
    pub changed: Vec<GapKey>,
}

/// Compares two lists of gaps.
pub fn delta(before: &Gaps, after: &Gaps) -> Delta {
    let mut out = Delta::default();
    let keys: std::collections::BTreeSet<&GapKey> = before.items.keys().chain(after.items.keys()).collect();
    for key in keys {
        let (a, b) = (before.items.get(key), after.items.get(key));
        match (a.is_some_and(|i| i.open), b.is_some_and(|i| i.open)) {
            (false, true) => out.opened.push(key.clone()),
            (true, false) => out.closed.push(key.clone()),
            (open, _) => {
                // What both servings of a pair are is no finding where it is no gap.
                let told = open
                    || !matches!(key.list, GapList::Parallel | GapList::DigitalOnly | GapList::SecurityOnly);
                if let (Some(a), Some(b)) = (a, b)
                    && a.value != b.value
                    && told
                {
                    out.changed.push(key.clone());
                }
            }
        }
    }
    out
}
