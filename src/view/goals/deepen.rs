//! *Approfondir* in words.

use super::{Parts, SectionView, actor_ids, count, held, ids, quotations};
use crate::dataset::{ActorId, ActorKind, Dataset, Kind, TieId, Word};
use crate::gap::{CellClass, Deepen, Gap, Ground, Reach, Severity, deepen, has_peer, implications};
use crate::view::cells::{class_label, matrix};
use crate::view::goals::LineView;
use crate::view::names::Label;
use crate::view::network::evidence_view;
use crate::view::words::{actor, actors, enumerate, say, ties};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let dataset = ground.dataset;
    let found = deepen(ground);
    let (units, domains) = (found.domains.units.len(), found.domains.columns.len());
    let counts = found.domains.counts();
    let n = counts.total();
    let wide = found.domains.units.len();
    let headline = say(
        format!(
            "{wide} conseils, partenariats et dialogues numériques face à {domains} domaines promis: {} cellules sur {n} ont une action en cours qui nomme le partenaire, {} de plus sont prévues; dans {} domaines, rien en cours ne nomme une unité.",
            counts.active,
            counts.planned,
            found.columns.len()
        ),
        format!(
            "{wide} councils, digital partnerships and dialogues against {domains} promised domains: {} cells of {n} have a running action that names the partner, {} more are planned; in {} domains nothing running names a unit.",
            counts.active,
            counts.planned,
            found.columns.len()
        ),
    );
    Parts {
        headline,
        counts: vec![
            count("active", say("en cours et nommé (A)", "active and named (A)"), counts.active, n),
            count(
                "active-or-planned",
                say("en cours ou prévu, nommé (A∪B)", "active or planned, named (A∪B)"),
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
            "La liste des domaines est ouverte dans le texte («tels que», «telles que»); le passage des domaines d’action aux domaines promis est la seule appréciation, écrite ligne par ligne dans taxonomy.toml.",
            "The list of domains is open in the text («tels que», «telles que»); the crosswalk from areas to domains is the only judgement, written line by line in taxonomy.toml.",
        )],
    }
}

/// Annex rows that address no country and no grouping: they give no partner cell.
fn unaddressed(ground: Ground<'_>) -> Vec<TieId> {
    let addresses =
        |a: ActorId| matches!(ground.dataset.actor(a).kind, ActorKind::Partner | ActorKind::Grouping);
    ground
        .ties()
        .filter(|(_, t)| t.row.is_some() && !t.participants.iter().any(|p| addresses(p.actor)))
        .map(|(id, _)| id)
        .collect()
}

fn rows_without_partner(ground: Ground<'_>) -> SectionView {
    let dataset = ground.dataset;
    let lines = unaddressed(ground)
        .into_iter()
        .map(|id| {
            let tie = dataset.tie(id);
            let name = Label::from(&tie.name);
            let areas: Vec<Label> =
                tie.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
            let areas = enumerate(&areas);
            let row = tie.row.unwrap_or_default();
            let cell = tie.cells.as_ref().map(|c| c.partners.as_str()).unwrap_or_default();
            LineView {
                column: tie.areas.first().map(|a| dataset.areas[a.0 as usize].id.clone()),
                value: tie.address.map(|a| a.word().to_owned()),
                text: say(
                    format!("{} · action {row}, {} («{cell}»).", areas.fr, name.fr),
                    format!("{} · action {row}, {} («{cell}»).", areas.en, name.en),
                ),
                ties: ids(dataset, &[id]),
                evidence: quotations(dataset, &[id], &[]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "rows-without-partner",
        title: say(
            "Lignes de l’annexe qui ne donnent aucune cellule de partenaire",
            "Annex rows that give no partner cell",
        ),
        note: say(
            "«Action menée à l’échelle mondiale», «Action multilatérale», «Discussions bilatérales»: elles restent dans le compte des 50 lignes, et ne sont attribuées à personne.",
            "«Action menée à l’échelle mondiale», «Action multilatérale», «Discussions bilatérales»: they stay in the count of the 50 rows and are ascribed to nobody.",
        ),
        lines,
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
    let examples = ties(dataset, &others, 2);
    match tag {
        "extendable" if others.is_empty() => {
            fr += "; ce qui l’atteint ainsi ne la nomme pas";
            en += "; what reaches it so does not name it";
        }
        "extendable" if others.iter().any(|&t| has_peer(ground, dataset.tie(t), gap.unit)) => {
            fr += &format!("; une action en cours avec un pair pourrait s’étendre: {}", examples.fr);
            en += &format!("; a running action with a peer could be extended: {}", examples.en);
        }
        "extendable" => {
            fr += &format!("; en cours avec d’autres, dont aucun pair: {}", examples.fr);
            en += &format!("; running with others, none of them a peer: {}", examples.en);
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
        ..LineView::default()
    }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Outlier => "outlier",
        Severity::Silent => "silent",
        Severity::SilentContinuing => "silent-continuing",
        Severity::FollowUp => "follow-up",
    }
}

/// Which coverage implies which: without exception, and with one exception by name.
fn implied(ground: Ground<'_>, found: &Deepen) -> SectionView {
    let dataset = ground.dataset;
    let has: Vec<Vec<bool>> = found
        .domains
        .cells
        .iter()
        .map(|row| row.iter().map(|c| c.class == CellClass::ActiveNamed).collect())
        .collect();
    let rules = implications(&has);
    let names = |columns: &[usize]| -> Label {
        let all: Vec<Label> = columns
            .iter()
            .map(|&c| {
                let (id, name) = domain(dataset, crate::dataset::DomainId(c as u8));
                say(format!("{} ({id})", name.fr), format!("{} ({id})", name.en))
            })
            .collect();
        enumerate(&all)
    };
    let units =
        |list: &[usize]| actors(dataset, &list.iter().map(|&u| found.domains.units[u]).collect::<Vec<_>>());
    let mut lines: Vec<LineView> = Vec::new();
    let word = |columns: &[usize]| {
        columns.iter().map(|&c| dataset.domains[c].id.as_str()).collect::<Vec<_>>().join("-")
    };
    let rule = |from: usize, to: usize| {
        format!("{}.{}", word(&rules.groups[from].columns), word(&rules.groups[to].columns))
    };
    let mut push = |value: &str, id: String, text: Label| {
        lines.push(LineView { id, value: Some(value.into()), text, ..LineView::default() });
    };
    for &(from, to) in &rules.covers {
        let (a, b) = (names(&rules.groups[from].columns), names(&rules.groups[to].columns));
        let who = units(&rules.groups[from].units);
        push(
            "always",
            rule(from, to),
            say(
                format!("Qui a {} a aussi {}, sans exception: {}.", a.fr, b.fr, who.fr),
                format!("Whoever has {} also has {}, without exception: {}.", a.en, b.en, who.en),
            ),
        );
    }
    for near in &rules.near {
        let (a, b) = (names(&rules.groups[near.from].columns), names(&rules.groups[near.to].columns));
        let who = units(&[near.exception]);
        push(
            "one-exception",
            rule(near.from, near.to),
            say(
                format!("Qui a {} a aussi {}, sauf: {}.", a.fr, b.fr, who.fr),
                format!("Whoever has {} also has {}, except: {}.", a.en, b.en, who.en),
            ),
        );
    }
    SectionView {
        id: "implications",
        title: say("Quelle couverture en implique une autre", "Which coverage implies which"),
        note: say(
            format!(
                "Constat sur ces unités, non loi; une exception est nommée quand au moins deux unités suivent la règle. Domaines où toutes ont une action en cours qui les nomme: {}. Domaines où aucune n’en a: {}.",
                names(&rules.everyone).fr,
                names(&rules.nobody).fr
            ),
            format!(
                "An observation on these units, no law; an exception is named where at least two units follow the rule. Domains in which all have a running action that names them: {}. Domains in which none has one: {}.",
                names(&rules.everyone).en,
                names(&rules.nobody).en
            ),
        ),
        lines,
    }
}

fn outliers(ground: Ground<'_>, found: &Deepen) -> SectionView {
    SectionView {
        id: "outliers",
        title: say("Cas à part parmi leurs pairs", "Outliers among their peers"),
        note: say(
            "Absent du corpus, alors qu’au moins deux pairs du même type existent et que les deux tiers d’entre eux ont une action en cours.",
            "Not on record, where at least two peers of the same kind exist and two thirds of them have a running action.",
        ),
        lines: found
            .gaps
            .iter()
            .filter(|g| g.severity == Severity::Outlier)
            .map(|g| gap_line(ground, g))
            .collect(),
    }
}

fn others(ground: Ground<'_>, found: &Deepen) -> SectionView {
    let silent = |g: &&Gap| matches!(g.severity, Severity::Silent | Severity::SilentContinuing);
    SectionView {
        id: "silent",
        title: say("Autres domaines absents du corpus", "Other domains not on record"),
        note: say(
            "Le silence des deux documents ne dit pas que rien n’existe.",
            "The silence of the two documents does not say that nothing exists.",
        ),
        lines: found.gaps.iter().filter(silent).map(|g| gap_line(ground, g)).collect(),
    }
}

fn follow_up(ground: Ground<'_>, found: &Deepen) -> SectionView {
    SectionView {
        id: "follow-up",
        title: say("À suivre: prévu, ou par un groupement", "To follow up: planned, or through a grouping"),
        note: say(
            "Ce qui passe par un groupement ne comble aucun vide du membre.",
            "What comes through a grouping closes no gap of the member.",
        ),
        lines: found
            .gaps
            .iter()
            .filter(|g| g.severity == Severity::FollowUp)
            .map(|g| gap_line(ground, g))
            .collect(),
    }
}
