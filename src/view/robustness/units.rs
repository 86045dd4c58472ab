//! What the cells of direction 1 rest on, and their order when evidence is missing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::{ActorId, DomainId};
use crate::explorer::Explorer;
use crate::gap::{BOTTOM, Ground, LeftOut, MISSING, Recoded, Spot, evidence_range, missing_evidence};
use crate::view::names::Label;
use crate::view::words::{self, enumerate, say};

/// A unit of direction 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnitRobustnessView {
    /// Unit.
    pub id: String,
    /// Names.
    pub names: Label,
    /// |A|
    pub active: usize,
    /// N − |✗|: the most that cannot be excluded.
    pub not_excluded: usize,
    /// A cells that rest on one place alone: domain and place.
    pub single_source: Vec<(String, String)>,
    /// The one place on which its core instrument rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_single_source: Option<String>,
    /// |A| under each coding; none where it is no unit.
    pub by_coding: Vec<Option<usize>>,
}

/// What one place carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOutView {
    /// Document.
    pub document: String,
    /// Place.
    pub at: String,
    /// A cells that fall with it: unit and domain.
    pub cells: Vec<(String, String)>,
    /// Units that fall with it.
    pub units: Vec<String>,
    /// The sentence.
    pub text: Label,
}

/// A unit's rank when evidence is missing.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MissingView {
    /// The probability that a cell is truly A.
    pub q: f64,
    /// Unit.
    pub id: String,
    /// Names.
    pub names: Label,
    /// Rank as the documents stand.
    pub rank: usize,
    /// Whether it is in the bottom as the documents stand.
    pub bottom: bool,
    /// 5 % quantile, median and 95 % quantile of its rank, rounded outward.
    pub ranks: [usize; 3],
    /// Share of replicates in which it is in the bottom.
    pub p_bottom: f64,
}

/// What is said of the units.
#[derive(Default)]
pub(super) struct Units {
    pub(super) units: Vec<UnitRobustnessView>,
    pub(super) left_out: Vec<LeftOutView>,
    pub(super) missing: Vec<MissingView>,
}

/// The units of direction 1, with their headlines.
pub(super) fn units_view(
    explorer: &Explorer,
    recoded: &[Recoded],
    (replicates, seed): (usize, u64),
    headlines: &mut Vec<Label>,
) -> Units {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let found = evidence_range(ground);
    let lone: usize = found.units.iter().map(|u| u.single.len()).sum();
    headlines.push(say(
        format!("Sur {} cellules en cours, reposant sur un seul endroit des textes: {lone}.", found.active),
        format!("Of {} running cells, resting on a single place in the texts: {lone}.", found.active),
    ));
    let domain = |d: crate::dataset::DomainId| dataset.domains[d.0 as usize].id.clone();
    let units = found
        .units
        .iter()
        .map(|u| UnitRobustnessView {
            id: dataset.actor(u.unit).id.clone(),
            names: words::actor(dataset, u.unit),
            active: u.least,
            not_excluded: u.most,
            single_source: u.single.iter().map(|(d, s)| (domain(*d), place(explorer, s))).collect(),
            unit_single_source: u.unit_single.as_ref().map(|s| place(explorer, s)),
            by_coding: recoded[1..].iter().map(|r| r.active[&dataset.actor(u.unit).id]).collect(),
        })
        .collect();
    let left_out = found.left_out.iter().map(|l| left(explorer, l)).collect();
    let mut missing = Vec::new();
    // Without a replicate there is nothing to say of missing evidence.
    for q in MISSING.into_iter().filter(|_| replicates > 0) {
        let ranks = missing_evidence(ground, q, replicates, seed);
        missing.extend(ranks.into_iter().map(|m| MissingView {
            q,
            id: dataset.actor(m.unit).id.clone(),
            names: words::actor(dataset, m.unit),
            rank: m.rank,
            bottom: m.bottom,
            ranks: m.ranks,
            p_bottom: m.p_bottom,
        }));
    }
    headlines.push(match replicates {
        0 => say(
            "Preuves manquantes: aucune réplique demandée (--replicates 0), donc rien n’en est dit.",
            "Missing evidence: no replicate was asked for (--replicates 0), so nothing is said of it.",
        ),
        _ => bottom(&missing),
    });
    Units { units, left_out, missing }
}

fn place(explorer: &Explorer, (source, at): &Spot) -> String {
    format!("{} {at}", explorer.dataset.source(*source).id)
}

fn bottom(missing: &[MissingView]) -> Label {
    let stays = |q: f64| -> Label {
        let names: Vec<Label> = missing
            .iter()
            .filter(|m| m.q == q && m.bottom && m.p_bottom >= 0.95)
            .map(|m| m.names.clone())
            .collect();
        enumerate(&names)
    };
    let q = MISSING[1];
    let label = stays(q);
    say(
        format!(
            "Parmi les {BOTTOM} dernières par |A| et encore là dans 95\u{a0}% des répliques si {:.0}\u{a0}% des cellules sans action en cours en avaient une: {}.",
            q * 100.0,
            if label.fr == "aucun" { "aucune" } else { &label.fr }
        ),
        format!(
            "Among the last {BOTTOM} by |A| and still there in 95\u{a0}% of the replicates if {:.0}\u{a0}% of the cells without a running action had one: {}.",
            q * 100.0,
            label.en
        ),
    )
}

fn left(explorer: &Explorer, left: &LeftOut) -> LeftOutView {
    let dataset = &*explorer.dataset;
    let id = |a: ActorId| dataset.actor(a).id.clone();
    let cells: Vec<(String, String)> =
        left.cells.iter().map(|(u, d)| (id(*u), dataset.domains[d.0 as usize].id.clone())).collect();
    let units: Vec<String> = left.units.iter().map(|&u| id(u)).collect();
    // In words they go by their names: a code says nothing to a reader.
    let name = |a: ActorId| words::actor(dataset, a);
    let told = |get: fn(&Label) -> &str| -> [Vec<String>; 2] {
        let cell =
            |(u, d): &(ActorId, DomainId)| format!("{} {}", get(&name(*u)), dataset.domains[d.0 as usize].id);
        [
            left.cells.iter().map(cell).collect(),
            left.units.iter().map(|&u| get(&name(u)).to_owned()).collect(),
        ]
    };
    let ([list_fr, units_fr], [list_en, units_en]) = (told(|l| &l.fr), told(|l| &l.en));
    let (n, m) = (cells.len(), units.len());
    let at = match left.spot.1.split(' ').collect::<Vec<_>>()[..] {
        ["annex", row] => say(format!("annexe, action {row}"), format!("annex, action {row}")),
        _ => words::place(&left.spot.1),
    };
    LeftOutView {
        document: dataset.source(left.spot.0).id.clone(),
        at: left.spot.1.clone(),
        text: say(
            format!(
                "{}: seul appui {}.",
                at.fr,
                joined(
                    [
                        (n, &list_fr, ["une cellule en cours", "cellules en cours"]),
                        (m, &units_fr, ["une unité", "unités"])
                    ],
                    ["de ", " et "]
                )
            ),
            format!(
                "{}: the only support {}.",
                at.en,
                joined(
                    [(n, &list_en, ["1 running cell", "running cells"]), (m, &units_en, ["1 unit", "units"])],
                    ["of ", " and "]
                )
            ),
        ),
        cells,
        units,
    }
}

/// What there is of several things, each with its names: `of 2 cells (…) and of 1 unit (…)`.
fn joined(things: [(usize, &[String], [&str; 2]); 2], [of, and]: [&str; 2]) -> String {
    let told = |(n, names, [one, many]): &(usize, &[String], [&str; 2])| {
        let count = if *n == 1 { (*one).to_owned() } else { format!("{n} {many}") };
        // French drops the vowel before «une».
        let of = if count.starts_with("une ") { "d’" } else { of };
        format!("{of}{count} ({})", names.join(", "))
    };
    things.iter().filter(|(n, ..)| *n > 0).map(told).collect::<Vec<_>>().join(and)
}
