//! How far the findings hold: alternative codings, what they rest on, missing evidence, chance.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::tally;
use super::goals::{Goal, date_options};
use super::names::Label;
use super::network::{DatasetView, DatesView, dataset_view, dates_view};
use super::words::{self, enumerate, say};
use crate::dataset::{ActorId, Word};
use crate::explorer::Explorer;
use crate::gap::{
    BOTTOM, Coding, Ground, MISSING, Recoded, Spot, codings_of, evidence_range, missing_evidence,
    overlaps_told,
};

/// An alternative coding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CodingView {
    /// Its name.
    pub id: &'static str,
    /// What it takes the other way.
    pub text: Label,
}

/// A count under every coding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RangeCountView {
    /// deepen, enlarge, connect or secure.
    pub goal: &'static str,
    /// What it counts.
    pub id: &'static str,
    /// In words.
    pub label: Label,
    /// The number as coded, and its denominator.
    pub base: [usize; 2],
    /// Smallest number.
    pub least: usize,
    /// Largest number.
    pub most: usize,
    /// Number and denominator under each coding, in the order of the codings.
    pub by_coding: Vec<[usize; 2]>,
}

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

/// The overlap of two kinds against chance.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OverlapView {
    /// Codes of the two kinds.
    pub kinds: [&'static str; 2],
    /// Holders of each.
    pub holders: [usize; 2],
    /// Holders of both.
    pub both: usize,
    /// Mean by chance.
    pub expected: f64,
    /// Standard score; none when chance does not vary.
    pub z: Option<f64>,
    /// Two-sided p.
    pub p: f64,
    /// After Holm's correction over all pairs.
    pub p_holm: f64,
}

/// How far the findings hold.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindingsView {
    /// The direction asked about; all when none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<&'static str>,
    /// The result in sentences.
    pub headlines: Vec<Label>,
    /// The codings, in the order of their columns.
    pub codings: Vec<CodingView>,
    /// The counts under each.
    pub counts: Vec<RangeCountView>,
    /// The units of direction 1.
    pub units: Vec<UnitRobustnessView>,
    /// Places by what they carry.
    pub left_out: Vec<LeftOutView>,
    /// Ranks when evidence is missing.
    pub missing: Vec<MissingView>,
    /// Overlaps of kinds against chance.
    pub overlaps: Vec<OverlapView>,
    /// Number of replicates.
    pub replicates: usize,
    /// Seed; replicate r uses seed + r.
    pub seed: u64,
    /// What the reader must know.
    pub notes: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

/// How far the findings of a direction, or of all, hold.
pub fn findings_view(explorer: &Explorer, goal: Option<Goal>, replicates: usize, seed: u64) -> FindingsView {
    findings_told(explorer, goal, replicates, seed, &|| {})
}

/// The same; `tick` is called once for each replicate of the null model, from any thread.
pub fn findings_told(
    explorer: &Explorer,
    goal: Option<Goal>,
    replicates: usize,
    seed: u64,
    tick: &(dyn Fn() + Sync),
) -> FindingsView {
    let dataset = &*explorer.dataset;
    let ground = Ground { dataset, dates: explorer.dates };
    let recoded = codings_of(ground, explorer.recoded(), None);
    let wanted = |g: Goal| goal.is_none_or(|one| one == g);
    let counts = counts(&recoded, |direction| goal.is_none_or(|g| g.id() == direction));
    let mut headlines = vec![headline(&counts)];
    let (mut units, mut left_out, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    if wanted(Goal::Deepen) {
        let found = evidence_range(ground);
        let lone: usize = found.units.iter().map(|u| u.single.len()).sum();
        headlines.push(say(
            format!(
                "Sur {} cellules en cours, reposant sur un seul endroit des textes: {lone}.",
                found.active
            ),
            format!("Of {} running cells, resting on a single place in the texts: {lone}.", found.active),
        ));
        let domain = |d: crate::dataset::DomainId| dataset.domains[d.0 as usize].id.clone();
        units = found
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
        left_out = found.left_out.iter().map(|l| left(explorer, l)).collect();
        for q in MISSING {
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
        headlines.push(bottom(&missing));
    }
    let mut chance = Vec::new();
    if goal.is_none_or(|g| matches!(g, Goal::Enlarge | Goal::Secure)) {
        chance = overlaps_told(ground, replicates, seed, tick)
            .into_iter()
            .map(|o| OverlapView {
                kinds: [o.a.word(), o.b.word()],
                holders: o.holders,
                both: o.both,
                expected: o.expected,
                z: o.z,
                p: o.p,
                p_holm: o.p_holm,
            })
            .collect();
        let beyond = chance.iter().filter(|o| o.p_holm < 0.05).count();
        headlines.push(say(
            format!(
                "Sur {} paires de types d’instruments, {} plus ou moins que le hasard ne l’explique (Holm, 5\u{a0}%).",
                chance.len(),
                match beyond {
                    0 => "aucune ne se recouvre".to_owned(),
                    1 => "1 se recouvre".to_owned(),
                    n => format!("{n} se recouvrent"),
                }
            ),
            format!(
                "Of {} pairs of instrument kinds, {} more or less than chance explains (Holm, 5\u{a0}%).",
                chance.len(),
                match beyond {
                    0 => "none overlaps".to_owned(),
                    1 => "1 overlaps".to_owned(),
                    n => format!("{n} overlap"),
                }
            ),
        ));
    }
    let verb = goal.map(|g| format!(" {}", g.id())).unwrap_or_default();
    FindingsView {
        goal: goal.map(Goal::id),
        headlines,
        codings: Coding::ALL.iter().map(|&c| CodingView { id: c.word(), text: coding(c) }).collect(),
        counts,
        units,
        left_out,
        missing,
        overlaps: chance,
        replicates,
        seed,
        notes: notes(),
        command: format!(
            "relier robustness{verb} --replicates {replicates} --seed {seed}{}",
            date_options(explorer)
        ),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    }
}

fn place(explorer: &Explorer, (source, at): &Spot) -> String {
    format!("{} {at}", explorer.dataset.source(*source).id)
}

fn counts(recoded: &[Recoded], wanted: impl Fn(&str) -> bool) -> Vec<RangeCountView> {
    let base = &recoded[0].gaps.counts;
    base.iter()
        .enumerate()
        .filter(|(_, t)| wanted(t.direction))
        .map(|(i, t)| {
            let by_coding: Vec<[usize; 2]> =
                recoded[1..].iter().map(|r| [r.gaps.counts[i].n, r.gaps.counts[i].of]).collect();
            let all = || by_coding.iter().map(|c| c[0]).chain([t.n]);
            RangeCountView {
                goal: t.direction,
                id: t.id,
                label: tally(t.id),
                base: [t.n, t.of],
                least: all().min().unwrap_or(t.n),
                most: all().max().unwrap_or(t.n),
                by_coding,
            }
        })
        .collect()
}

fn headline(counts: &[RangeCountView]) -> Label {
    let same = counts.iter().filter(|c| c.least == c.most).count();
    say(
        format!(
            "Sur {} comptes, {} sous chaque codage de rechange; les autres sont donnés avec leur étendue.",
            counts.len(),
            match same {
                0 => "aucun n’est le même".to_owned(),
                1 => "1 est le même".to_owned(),
                n => format!("{n} sont les mêmes"),
            }
        ),
        format!(
            "Of {} counts, {} the same under every alternative coding; the others are given with their range.",
            counts.len(),
            match same {
                0 => "none is".to_owned(),
                1 => "1 is".to_owned(),
                n => format!("{n} are"),
            }
        ),
    )
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

fn left(explorer: &Explorer, left: &crate::gap::LeftOut) -> LeftOutView {
    let dataset = &*explorer.dataset;
    let id = |a: ActorId| dataset.actor(a).id.clone();
    let cells: Vec<(String, String)> =
        left.cells.iter().map(|(u, d)| (id(*u), dataset.domains[d.0 as usize].id.clone())).collect();
    let units: Vec<String> = left.units.iter().map(|&u| id(u)).collect();
    let list: Vec<String> = cells.iter().map(|(u, d)| format!("{u} {d}")).collect();
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
                        (n, &list, ["une cellule en cours", "cellules en cours"]),
                        (m, &units, ["une unité", "unités"])
                    ],
                    ["de ", " et "]
                )
            ),
            format!(
                "{}: the only support {}.",
                at.en,
                joined(
                    [(n, &list, ["1 running cell", "running cells"]), (m, &units, ["1 unit", "units"])],
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

pub(super) fn coding(coding: Coding) -> Label {
    match coding {
        Coding::StandardsRegulatory => say(
            "les normes et l’interopérabilité comptent comme coopération réglementaire",
            "standards and interoperability count as regulatory cooperation",
        ),
        Coding::HubNotBusiness => say(
            "bancs d’essai et pôles numériques ne comptent pas comme rôle des entreprises",
            "test beds and digital hubs do not count as the role of business",
        ),
        Coding::MutualRecognitionNotRegulatory => say(
            "alignement juridique et reconnaissance mutuelle ne comptent pas comme coopération réglementaire",
            "legal alignment and mutual recognition do not count as regulatory cooperation",
        ),
        Coding::AssociationNotResearch => say(
            "l’association à un programme ne compte pas comme recherche",
            "association to a programme does not count as research",
        ),
        Coding::PlannedCounts => say(
            "ce qui est prévu, négocié, conclu ou non confirmé compte comme en cours",
            "what is planned, negotiated, agreed or unconfirmed counts as running",
        ),
        Coding::GroupingsCount => say(
            "ce qui passe par un groupement compte comme nommant ses membres",
            "what goes through a grouping counts as naming its members",
        ),
        Coding::DescriptionOnlyDropped => say(
            "les partenaires que seule la description d’une ligne de l’annexe nomme sont laissés de côté",
            "partners that only the description of an annex row names are left out",
        ),
        Coding::RowState => say(
            "le calendrier d’une ligne de l’annexe vaut pour chacun de ses partenaires, quoi que la description dise de l’un d’eux",
            "the calendar of an annex row holds for each of its partners, whatever the description says of one",
        ),
        Coding::CoreStrict => say(
            "les unités sont les seuls partenariats et dialogues numériques {DP, DD}",
            "units are digital partnerships and dialogues alone {DP, DD}",
        ),
        Coding::ExamplesDropped => say(
            "les «Exemples de futures actions» sont laissés de côté",
            "the «Exemples de futures actions» are left out",
        ),
    }
}

fn notes() -> Vec<Label> {
    vec![
        say(
            "Un endroit est un passage; les quatre cellules d’une ligne de l’annexe n’en font qu’un.",
            "A place is a passage; the four cells of an annex row are one.",
        ),
        say(
            "Preuves manquantes: chaque cellule sans action en cours, hors absence établie, en a une avec la probabilité q, indépendamment des autres.",
            "Missing evidence: each cell without a running action, established absences apart, has one with probability q, independently of the others.",
        ),
        say(
            "Hasard: échanges qui gardent le nombre de titulaires de chaque type et de types de chaque titulaire (Strona et al. 2014).",
            "Chance: trades that keep the number of holders of each kind and of kinds of each holder (Strona et al. 2014).",
        ),
        say("Un calcul, non un conseil.", "A computation, not advice."),
    ]
}
