//! How much the cells of direction 1 rest on, and what their order is worth when evidence is missing (METHOD 6).

use std::collections::{BTreeMap, BTreeSet};

use rand::RngExt;
use rayon::prelude::*;

use super::cells::{CellClass, Column, Counts, Ground, Matrix};
use crate::dataset::{ActorId, DomainId, Kind, Polarity, SourceId, State};
use crate::measure;

/// Where something stands: a document and a passage; the four cells of an annex row are one record, hence one place.
pub type Spot = (SourceId, String);

/// What a unit's coverage of the promised domains rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitEvidence {
    /// The unit.
    pub unit: ActorId,
    /// |A|: the least that its coverage can be.
    pub least: usize,
    /// N − |✗|: the most that cannot be excluded.
    pub most: usize,
    /// The A cells that rest on one place alone.
    pub single: Vec<(DomainId, Spot)>,
    /// Whether its core instrument itself rests on one place alone.
    pub unit_single: Option<Spot>,
}

/// What falls when one place is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The place.
    pub spot: Spot,
    /// The A cells that fall.
    pub cells: Vec<(ActorId, DomainId)>,
    /// The units whose core instrument falls, and they with it.
    pub units: Vec<ActorId>,
}

/// The evidence behind direction 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRange {
    /// One entry a unit.
    pub units: Vec<UnitEvidence>,
    /// Places by what they carry, the largest first.
    pub left_out: Vec<LeftOut>,
    /// A cells in all.
    pub active: usize,
}

/// Reads units × domains with what each A cell rests on.
pub fn evidence_range(ground: Ground<'_>) -> EvidenceRange {
    let matrix = matrix(ground);
    let mut left: BTreeMap<Spot, LeftOut> = BTreeMap::new();
    let empty = |spot: &Spot| LeftOut { spot: spot.clone(), cells: Vec::new(), units: Vec::new() };
    let mut units = Vec::new();
    for (&unit, row) in matrix.units.iter().zip(&matrix.cells) {
        let counts = Counts::of(row);
        let mut single = Vec::new();
        for (column, cell) in matrix.columns.iter().zip(row) {
            let &Column::Domain(domain) = column else { continue };
            if cell.class != CellClass::ActiveNamed {
                continue;
            }
            if let Some(spot) = only(spots(ground, unit, &cell.ties)) {
                left.entry(spot.clone()).or_insert_with(|| empty(&spot)).cells.push((unit, domain));
                single.push((domain, spot));
            }
        }
        let core: Vec<_> = ground
            .ties()
            .filter(|(_, t)| t.kind.is_core() && t.polarity == Polarity::Cooperative)
            .filter(|(_, t)| t.participant(unit).is_some_and(|p| ground.state(t, p) == State::Active))
            .map(|(id, _)| id)
            .collect();
        let unit_single = only(spots(ground, unit, &core));
        if let Some(spot) = &unit_single {
            left.entry(spot.clone()).or_insert_with(|| empty(spot)).units.push(unit);
        }
        let (least, most) = (counts.active, counts.total() - counts.absent);
        units.push(UnitEvidence { unit, least, most, single, unit_single });
    }
    let mut left_out: Vec<LeftOut> = left.into_values().collect();
    left_out.sort_by_key(|l| std::cmp::Reverse((l.cells.len(), l.units.len())));
    EvidenceRange { units, left_out, active: matrix.counts().active }
}

fn matrix(ground: Ground<'_>) -> Matrix {
    let domains = (0..ground.dataset.domains.len() as u8).map(|i| Column::Domain(DomainId(i))).collect();
    Matrix::new(ground, ground.holders(&Kind::CORE), domains)
}

/// The places at which ties name a unit.
fn spots(ground: Ground<'_>, unit: ActorId, ties: &[crate::dataset::TieId]) -> BTreeSet<Spot> {
    let mut out = BTreeSet::new();
    for &id in ties {
        let tie = ground.dataset.tie(id);
        let Some(part) = tie.participant(unit) else { continue };
        for &i in &part.evidence {
            let evidence = &tie.evidence[i as usize];
            if ground.dataset.source(evidence.source).date <= ground.dates.known {
                out.insert((evidence.source, record(&evidence.at)));
            }
        }
    }
    out
}

/// The record that a place belongs to: `annex 5 partners` → `annex 5`.
pub(crate) fn record(at: &str) -> String {
    match at.split(' ').collect::<Vec<_>>()[..] {
        ["annex", row, _] => format!("annex {row}"),
        _ => at.to_owned(),
    }
}

fn only(spots: BTreeSet<Spot>) -> Option<Spot> {
    let mut all = spots.into_iter();
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// The shares of missing evidence that are tried.
pub const MISSING: [f64; 3] = [0.10, 0.32, 0.50];

/// What counts as the bottom.
pub const BOTTOM: usize = 3;

/// A unit's place by |A| when evidence is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingRank {
    /// The unit.
    pub unit: ActorId,
    /// Its rank as the documents stand, 1 for the largest |A|; ties share the better rank.
    pub rank: usize,
    /// Whether it is in the bottom as the documents stand.
    pub bottom: bool,
    /// 5 % quantile, median and 95 % quantile of its rank, rounded outward.
    pub ranks: [usize; 3],
    /// Share of replicates in which it is in the bottom.
    pub p_bottom: f64,
}

/// Each cell that is neither A nor an established absence is truly A with probability `q`: what becomes of the order of units by |A|.
/// Replicate `r` uses `seed + r`, and the same draws at every `q`.
pub fn missing_evidence(ground: Ground<'_>, q: f64, replicates: usize, seed: u64) -> Vec<MissingRank> {
    let matrix = matrix(ground);
    let base: Vec<usize> = matrix.cells.iter().map(|row| Counts::of(row).active).collect();
    let open: Vec<usize> =
        matrix.cells.iter().zip(&base).map(|(row, a)| row.len() - a - Counts::of(row).absent).collect();
    let runs: Vec<(Vec<usize>, Vec<bool>)> = (0..replicates)
        .into_par_iter()
        .map(|r| {
            let mut rng = measure::replicate_rng(seed, r);
            let counts: Vec<usize> = base
                .iter()
                .zip(&open)
                .map(|(a, n)| a + (0..*n).filter(|_| rng.random::<f64>() < q).count())
                .collect();
            (ranks(&counts), bottom(&counts))
        })
        .collect();
    let (now, low) = (ranks(&base), bottom(&base));
    (0..base.len())
        .map(|u| {
            let all: Vec<f64> = runs.iter().map(|(ranks, _)| ranks[u] as f64).collect();
            let quantile = |q| measure::quantile(&all, q).unwrap_or(now[u] as f64);
            let in_bottom = runs.iter().filter(|(_, low)| low[u]).count();
            MissingRank {
                unit: matrix.units[u],
                rank: now[u],
                bottom: low[u],
                ranks: [
                    quantile(0.05).floor() as usize,
                    quantile(0.5).round() as usize,
                    quantile(0.95).ceil() as usize,
                ],
                p_bottom: in_bottom as f64 / replicates.max(1) as f64,
            }
        })
        .collect()
}

/// Rank 1 for the largest; ties share the better rank.
fn ranks(counts: &[usize]) -> Vec<usize> {
    counts.iter().map(|c| 1 + counts.iter().filter(|o| *o > c).count()).collect()
}

/// Whether fewer than [`BOTTOM`] have less: who is tied at the border is in.
fn bottom(counts: &[usize]) -> Vec<bool> {
    counts.iter().map(|c| counts.iter().filter(|o| *o < c).count() < BOTTOM).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_annex_is_one_place() {
        assert_eq!(record("annex 5 partners"), record("annex 5 description"));
        assert_eq!(record("s2 ¶5"), "s2 ¶5");
    }

    #[test]
    fn ties_share_the_better_rank_and_who_is_tied_at_the_border_is_in_the_bottom() {
        assert_eq!(ranks(&[3, 1, 3, 0]), [1, 3, 1, 4]);
        assert_eq!(bottom(&[5, 1, 1, 1, 0]), [false, true, true, true, true]);
    }
}
