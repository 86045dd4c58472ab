//! Direction 4, *renforcer*: where do the digital leg and the security leg of a partnership not match? (METHOD 4.4)

use super::cells::{Column, Ground, Matrix};
use crate::dataset::{ActorId, Dataset, Kind, LegId, ListId, Polarity, TieId};

/// The answer of direction 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secure {
    /// Holders of an active security and defence partnership (Σ).
    pub holders: Vec<ActorId>,
    /// Core units (U).
    pub units: Vec<ActorId>,
    /// Both legs.
    pub both: Vec<ActorId>,
    /// Digital leg without security leg.
    pub digital_only: Vec<ActorId>,
    /// Security leg without digital leg.
    pub security_only: Vec<ActorId>,
    /// The closed list that makes absence from Σ established, at the date of its source.
    pub list: Option<ListId>,
    /// Of `security_only`: those whose grouping holds a core instrument, with the groupings.
    pub through: Vec<(ActorId, Vec<ActorId>)>,
    /// Σ × security-relevant matters, from any evidence: *alongside* the partnership.
    pub alongside: Matrix,
    /// The same from evidence that is the partnership's own text: *inside* it. The ties, per holder and column.
    pub inside: Vec<Vec<Vec<TieId>>>,
}

/// The areas held against the holders, besides the leg of defence innovation.
const AREAS: [&str; 4] = ["CYB", "AI", "QUA", "CON"];

/// What the security partners are held against: four areas and the leg of defence innovation.
pub fn security_columns(dataset: &Dataset) -> Vec<Column> {
    let mut columns: Vec<Column> = AREAS
        .iter()
        .filter_map(|id| dataset.areas.iter().position(|a| a.id == *id))
        .map(|i| Column::Area(crate::dataset::AreaId(i as u8)))
        .collect();
    let leg = dataset.legs.iter().position(|l| l.id == "defence-innovation");
    columns.extend(leg.map(|i| Column::Leg(LegId(i as u8))));
    columns
}

/// Reads direction 4.
pub fn secure(ground: Ground<'_>) -> Secure {
    let holders = ground.holders(&[Kind::Sdp]);
    let units = ground.holders(&Kind::CORE);
    let columns = security_columns(ground.dataset);
    let alongside = Matrix::new(ground, holders.clone(), columns.clone());
    let inside = holders
        .iter()
        .map(|&holder| columns.iter().map(|&column| inside(ground, holder, column)).collect())
        .collect();
    let security_only: Vec<ActorId> = holders.iter().copied().filter(|h| !units.contains(h)).collect();
    let through = security_only
        .iter()
        .map(|&h| (h, ground.groupings_of(h).into_iter().filter(|g| units.contains(g)).collect::<Vec<_>>()))
        .filter(|(_, groupings)| !groupings.is_empty())
        .collect();
    Secure {
        both: units.iter().copied().filter(|u| holders.contains(u)).collect(),
        digital_only: units.iter().copied().filter(|u| !holders.contains(u)).collect(),
        list: ground.closed_list(Kind::Sdp).map(|(id, _)| id),
        security_only,
        through,
        holders,
        units,
        alongside,
        inside,
    }
}

fn inside(ground: Ground<'_>, holder: ActorId, column: Column) -> Vec<TieId> {
    ground
        .ties()
        .filter(|(_, tie)| tie.kind == Kind::Sdp && tie.polarity == Polarity::Cooperative)
        .filter(|(_, tie)| {
            tie.participant(holder).is_some_and(|part| match column {
                Column::Area(a) => part.areas.contains(&a),
                Column::Leg(l) => part.legs.contains(&l),
                Column::Domain(d) => part.domains.contains(&d),
                Column::Kind(_) => false,
            })
        })
        .map(|(id, _)| id)
        .collect()
}
