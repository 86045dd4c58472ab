//! *Approfondir* in words.

mod implied;
mod rows;

use super::{Parts, SectionView, actor_ids, count, held, ids, quotations};
use crate::dataset::{ActorId, Dataset, Kind, TieId, Word};
use crate::gap::{CellClass, Deepen, Gap, Ground, Reach, Severity, deepen};
use crate::view::cells::{class_label, matrix};
use crate::view::goals::{BesideView, LineView};
use crate::view::names::Label;
use crate::view::network::evidence_view;
use crate::view::words::{actor, actors, say, ties};
use implied::implied;
use rows::{rows_without_partner, unaddressed};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let dataset = ground.dataset;
    let found = deepen(ground);
    let (units, domains) = (found.domains.units.len(), found.domains.columns.len());
    let counts = found.domains.counts();
    let n = counts.total();
    let wide = found.domains.units.len();
    let headline = say(
        format!(
            "{wide} conseils, partenariats et dialogues numériques face à {domains} domaines promis: {} cellules sur {n} ont une action en cours qui nomme le partenaire, {} de plus sont prévues ou signées; dans {} domaines, rien en cours ne nomme une unité.",
            counts.active,
            counts.planned,
            found.columns.len()
        ),
        format!(
            "{wide} councils, digital partnerships and dialogues against {domains} promised domains: {} cells of {n} have a running action that names the partner, {} more are planned or signed; in {} domains nothing running names a unit.",
            counts.active,
            counts.planned,
            found.columns.len()
        ),
    );
    Parts {
        later: None,
        headline,
        counts: vec![
            count("active", say("en cours et nommé (A)", "active and named (A)"), counts.active, n),
            count(
                "active-or-planned",
                say("en cours, prévu ou signé, nommé (A∪B)", "running, planned or signed, named (A∪B)"),
                counts.active + counts.planned,
                n,
            ),
            count(
                "not-excluded",
                say("ce qui ne peut être exclu (1 − ✗)", "what cannot be excluded (1 − ✗)"),
                n - counts.absent,
                n,
            ),
            count(
                "units-wide",
                say("unités, lecture large {TTC, DP, DD}", "units, wide reading {TTC, DP, DD}"),
                wide,
                units,
            ),
            count(
                "units-strict",
                say("unités, lecture stricte {DP, DD}", "units, strict reading {DP, DD}"),
                found.strict.len(),
                units,
            ),
            count(
                "without-partner",
                say(
                    "lignes de l’annexe sans pays ni groupement, hors de toute cellule",
                    "annex rows without country or grouping, outside every cell",
                ),
                unaddressed(ground).len(),
                50,
            ),
        ],
        sections: vec![
            columns(ground, &found),
            outliers(ground, &found),
            others(ground, &found),
            follow_up(ground, &found),
            implied(ground, &found),
            rows_without_partner(ground),
        ],
        matrices: vec![
            matrix(
                dataset,
                "units-domains",
                say("Partenariats et dialogues × domaines", "Partnerships and dialogues × domains"),
                &found.domains,
            ),
            matrix(
                dataset,
                "units-areas",
                say(
                    "Partenariats et dialogues × domaines d’action du texte",
                    "Partnerships and dialogues × areas of the text",
                ),
                &found.areas,
            ),
        ],
        limits: vec![say(
            "La liste des domaines est ouverte dans le texte («tels que», «telles que»); le passage des domaines d’action aux domaines promis est la seule appréciation de cette direction, écrite ligne par ligne dans taxonomy.toml.",
            "The list of domains is open in the text («tels que», «telles que»); the crosswalk from areas to domains is the only judgement of this direction, written line by line in taxonomy.toml.",
        )],
    }
}

fn domain(dataset: &Dataset, id: crate::dataset::DomainId) -> (String, Label) {
    let domain = &dataset.domains[id.0 as usize];
    (domain.id.clone(), (&domain.name).into())
}

fn columns(ground: Ground<'_>, found: &Deepen) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .columns
        .iter()
        .map(|finding| {
            let (id, name) = domain(dataset, finding.domain);
            let (fr, en) = if finding.planned {
                (
                    "rien en cours ne nomme une unité; quelque chose de prévu en nomme",
                    "nothing running names a unit; something planned does",
                )
            } else {
                ("absent du corpus pour toutes les unités", "not on record for any unit")
            };
            LineView {
                column: Some(id.clone()),
                value: Some(if finding.planned { "planned" } else { "silent" }.into()),
                text: say(format!("{} ({id}): {fr}.", name.fr), format!("{} ({id}): {en}.", name.en)),
                evidence: dataset.domains[finding.domain.0 as usize]
                    .evidence
                    .iter()
                    .map(|e| evidence_view(dataset, e))
                    .collect(),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "columns",
        title: say(
            "Domaines promis où rien en cours ne nomme une unité",
            "Promised domains where nothing running names a unit",
        ),
        note: say(
            "Chaque domaine est dit une fois, non répété pour chaque unité. Ce qui passe par un groupement n’y compte pas; le silence des documents ne dit pas que rien n’existe.",
            "Each domain is said once, not repeated for each unit. What comes through a grouping does not count; the silence of the documents does not say that nothing exists.",
        ),
        lines,
    }
}

fn gap_line(ground: Ground<'_>, gap: &Gap) -> LineView {
    let dataset = ground.dataset;
    let who = actor(dataset, gap.unit);
    let (id, name) = domain(dataset, gap.domain);
    let (mut fr, mut en) = match gap.cell.class {
        CellClass::PlannedNamed => {
            let what = ties(dataset, &gap.cell.ties, 3);
            (format!("prévu, pas en cours: {}", what.fr), format!("planned, not running: {}", what.en))
        }
        CellClass::ThroughGrouping => {
            let via = actors(dataset, &gap.cell.via);
            let what = ties(dataset, &gap.cell.ties, 3);
            (
                format!("atteint seulement par un groupement ({}): {}", via.fr, what.fr),
                format!("reached only through a grouping ({}): {}", via.en, what.en),
            )
        }
        class => {
            let label = class_label(class);
            (label.fr, label.en)
        }
    };
    let (tag, reached): (&str, &[TieId]) = match &gap.reach {
        Reach::Extendable(t) => ("extendable", t),
        Reach::PlannedElsewhere(t) => ("planned-elsewhere", t),
        Reach::Greenfield => ("greenfield", &[]),
    };
    // What reaches the unit through a grouping is no other action to extend.
    let others: Vec<TieId> = reached.iter().copied().filter(|t| !gap.cell.ties.contains(t)).collect();
    let examples = ties(dataset, &others, NAMED);
    match tag {
        "extendable" if others.is_empty() => {
            fr += "; ce qui l’atteint ainsi ne la nomme pas";
            en += "; what reaches it so does not name it";
        }
        "extendable" if gap.with_peer => {
            fr += &format!("; ce qui est en cours avec un pair pourrait s’étendre: {}", examples.fr);
            en += &format!("; what runs with a peer could be extended: {}", examples.en);
        }
        "extendable" => {
            fr += &format!("; en cours avec d’autres, dont aucun pair de la même strate: {}", examples.fr);
            en += &format!("; running with others, none of them a peer of the same stratum: {}", examples.en);
        }
        "planned-elsewhere" => {
            fr += &format!("; prévu ailleurs: {}", examples.fr);
            en += &format!("; planned elsewhere: {}", examples.en);
        }
        _ => {
            fr += "; rien de nommé pour personne";
            en += "; nothing named for anyone";
        }
    }
    let own = held(ground, gap.unit, &Kind::CORE);
    let mut about: Vec<ActorId> = vec![gap.unit];
    about.extend(&gap.cell.via);
    let evidence = if gap.cell.ties.is_empty() {
        // Silence is cited by what makes the unit a unit.
        quotations(dataset, &own, &about)
    } else {
        quotations(dataset, &gap.cell.ties, &about)
    };
    LineView {
        actors: actor_ids(dataset, &[gap.unit]),
        column: Some(id.clone()),
        value: Some(gap.cell.class.word().into()),
        tags: vec![severity_word(gap.severity).into(), tag.into()],
        text: say(
            format!("{} · {} ({id}): {fr}.", who.fr, name.fr),
            format!("{} · {} ({id}): {en}.", who.en, name.en),
        ),
        ties: ids(dataset, if gap.cell.ties.is_empty() { &own } else { &gap.cell.ties }),
        evidence,
        beside: others.iter().take(NAMED).map(|&t| beside(dataset, t)).collect(),
        ..LineView::default()
    }
}

/// How many actions of others a line names.
const NAMED: usize = 2;

/// An action of others that a line names, with its quotations.
fn beside(dataset: &Dataset, id: TieId) -> BesideView {
    let tie = dataset.tie(id);
    BesideView { id: tie.id.clone(), names: (&tie.name).into(), evidence: quotations(dataset, &[id], &[]) }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Outlier => "outlier",
        Severity::Silent => "silent",
        Severity::SilentContinuing => "silent-continuing",
        Severity::FollowUp => "follow-up",
    }
}

/// The gaps of these severities, as a list.
fn gap_lines(
    (ground, found): (Ground<'_>, &Deepen),
    id: &'static str,
    severities: &[Severity],
    title: Label,
    note: Label,
) -> SectionView {
    let wanted = found.gaps.iter().filter(|g| severities.contains(&g.severity));
    SectionView { id, title, note, lines: wanted.map(|g| gap_line(ground, g)).collect() }
}

fn outliers(ground: Ground<'_>, found: &Deepen) -> SectionView {
    gap_lines(
        (ground, found),
        "outliers",
        &[Severity::Outlier],
        say("Cas à part parmi leurs pairs", "Outliers among their peers"),
        say(
            "Absent du corpus, alors qu’au moins deux pairs du même type existent et que les deux tiers d’entre eux ont une action en cours.",
            "Not on record, where at least two peers of the same kind exist and two thirds of them have a running action.",
        ),
    )
}

fn others(ground: Ground<'_>, found: &Deepen) -> SectionView {
    gap_lines(
        (ground, found),
        "silent",
        &[Severity::Silent, Severity::SilentContinuing],
        say("Autres domaines absents du corpus", "Other domains not on record"),
        say(
            "Le silence des deux documents ne dit pas que rien n’existe. «Pourrait s’étendre»: cela court avec un pair, qui tient un instrument du même type et est de la même strate (élargissement, voisinage, autres).",
            "The silence of the two documents does not say that nothing exists. “Could be extended”: it runs with a peer, which holds an instrument of the same kind and is of the same stratum (enlargement, neighbourhood, others).",
        ),
    )
}

fn follow_up(ground: Ground<'_>, found: &Deepen) -> SectionView {
    gap_lines(
        (ground, found),
        "follow-up",
        &[Severity::FollowUp],
        say("À suivre: prévu, ou par un groupement", "To follow up: planned, or through a grouping"),
        say(
            "Ce qui passe par un groupement ne comble aucun vide du membre.",
            "What comes through a grouping closes no gap of the member.",
        ),
    )
}
