//! *Renforcer* in words.

use super::{
    LineView, Parts, SectionView, ToldOfView, actor_ids, count, held, ids, list_evidence, quotations,
};
use crate::dataset::{ActorId, Kind, TieId, Word};
use crate::explorer::Explorer;
use crate::gap::{Cell, CellClass, Ground, Matrix, Secure, secure};
use crate::network::told as stands;
use crate::view::Label;
use crate::view::cells::matrix;
use crate::view::told::told_since;
use crate::view::words::{actor, actors, day, enumerate, in_words, say, state};

pub(super) fn parts(explorer: &Explorer) -> Parts {
    let (ground, sources) = (explorer.ground(), in_words(explorer.sources_command()));
    let found = secure(ground);
    let dataset = ground.dataset;
    let (both, without) = (actors(dataset, &found.both), actors(dataset, &found.digital_only));
    let units = found.units.len();
    let one = in_words(explorer.scenario_command("gaps secure", " --edit \"state SDP-JPN agreed\""));
    let inside = found.inside.iter().flatten().filter(|t| !t.is_empty()).count();
    let cells = found.alongside.counts();
    let later = later(explorer, &found);
    // An absence holds for the day of the list that establishes it, and for no later one.
    let (had, leg) = match (closed_on(ground, &found).map(day), dataset.additional_on) {
        (Some(day), false) => (
            say("n’avaient pas de", "had no"),
            say(
                format!("volet de sécurité le {} (liste fermée)", day.fr),
                format!("security leg on {} (closed list)", day.en),
            ),
        ),
        (Some(day), true) => (
            say("pas de", "no"),
            say(
                format!(
                    "volet de sécurité d’après la liste fermée du {} et les sources additionnelles",
                    day.fr
                ),
                format!("security leg by the closed list of {} and the additional sources", day.en),
            ),
        ),
        (None, _) => (say("pas de", "no"), say("volet de sécurité dans le corpus", "security leg on record")),
    };
    Parts {
        later: (!later.is_empty()).then(|| (later.clone(), in_a_sentence(explorer, &later))),
        headline: say(
            format!(
                "{} unités sur {units} ont un volet numérique et {} {}: {}; {} ont les deux ({}); {} partenaires de sécurité n’ont pas de volet numérique propre.",
                found.digital_only.len(),
                had.fr,
                leg.fr,
                without.fr,
                found.both.len(),
                both.fr,
                found.security_only.len()
            ),
            format!(
                "{} units of {units} have a digital leg and {} {}: {}; {} have both ({}); {} security partners have no digital leg of their own.",
                found.digital_only.len(),
                had.en,
                leg.en,
                without.en,
                found.both.len(),
                both.en,
                found.security_only.len()
            ),
        ),
        counts: vec![
            count(
                "both",
                say("unités avec les deux volets (U∩Σ)", "units with both legs (U∩Σ)"),
                found.both.len(),
                units,
            ),
            count(
                "digital-only",
                say(
                    format!("volet numérique, sans {} (U∖Σ)", leg.fr),
                    format!("digital leg, no {} (U∖Σ)", leg.en),
                ),
                found.digital_only.len(),
                units,
            ),
            count(
                "security-only",
                say(
                    "volet de sécurité sans volet numérique propre (Σ∖U)",
                    "security leg without digital leg of its own (Σ∖U)",
                ),
                found.security_only.len(),
                found.holders.len(),
            ),
            count(
                "alongside",
                say(
                    "cellules couvertes à côté du partenariat de sécurité (A)",
                    "cells covered alongside the security partnership (A)",
                ),
                cells.active,
                cells.total(),
            ),
            count(
                "inside",
                say(
                    "cellules couvertes par le texte du partenariat de sécurité",
                    "cells covered by the security partnership’s own text",
                ),
                inside,
                cells.total(),
            ),
        ],
        sections: vec![
            digital_only(ground, &found, &later),
            both_legs(ground, &found),
            security_only(ground, &found),
        ],
        matrices: vec![
            matrix(
                dataset,
                "holders-security",
                say(
                    "Partenaires de sécurité et de défense × sujets numériques, à côté du partenariat",
                    "Security and defence partners × digital matters, alongside the partnership",
                ),
                &found.alongside,
            ),
            matrix(
                dataset,
                "holders-inside",
                say(
                    "Les mêmes, d’après le texte même du partenariat de sécurité et de défense",
                    "The same, by the security and defence partnership’s own text",
                ),
                &inside_matrix(&found),
            ),
        ],
        limits: vec![
            say(
                format!(
                    "«A conclu de tels partenariats» (note 30) est lu «en cours», alors que «ont été conclus», dit des accords de libre-échange (note 23), est lu «conclu»: un partenariat de sécurité et de défense est un instrument politique qui sert dès sa signature, un accord commercial attend son entrée en vigueur. Lu «conclu», aucun des partenariats de la note ne compterait ici (pour un seul: «{}»).",
                    one.fr
                ),
                format!(
                    "«A conclu de tels partenariats» (note 30) is read as running, while «ont été conclus», said of free trade agreements (note 23), is read as concluded: a security and defence partnership is a political instrument in use from its signature, a trade agreement waits for its entry into force. Read as concluded, none of the partnerships of the note would count here (for one of them: “{}”).",
                    one.en
                ),
            ),
            say(
                format!(
                    "Une liste fermée établit une absence au jour de sa publication, pas après: ce qui a été conclu depuis n’est pas dans les deux documents. Ce que d’autres textes publics en disent: «{}».",
                    sources.fr
                ),
                format!(
                    "A closed list establishes an absence on the day of its publication, not later: what has been concluded since is not in the two documents. What other public texts say of it: “{}”.",
                    sources.en
                ),
            ),
            say(
                "Ce que les partenariats de sécurité et de défense contiennent eux-mêmes n’est pas dans les deux documents: la colonne «à l’intérieur» est vide par source, non par absence.",
                "What the security and defence partnerships themselves contain is not in the two documents: the column “inside” is empty by source, not by absence.",
            ),
        ],
    }
}

/// What the partnerships' own text says: active where it speaks of the matter, else not on record.
fn inside_matrix(found: &Secure) -> Matrix {
    let cell = |ties: &Vec<TieId>| Cell {
        class: if ties.is_empty() { CellClass::NotOnRecord } else { CellClass::ActiveNamed },
        ties: ties.clone(),
        via: Vec::new(),
        list: None,
    };
    Matrix {
        units: found.holders.clone(),
        columns: found.alongside.columns.clone(),
        cells: found.inside.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

/// The day of the source that closes the list of security and defence partnerships.
fn closed_on(ground: Ground<'_>, found: &Secure) -> Option<crate::dataset::Date> {
    let list = &ground.dataset.lists[found.list?.0 as usize];
    list.evidence.iter().map(|e| ground.dataset.source(e.source).date).max()
}

/// What additional sources that are out by now tell of the security leg of units without one, where that layer is off: told beside
/// the answer, counted nowhere.
fn later(explorer: &Explorer, found: &Secure) -> Vec<ToldOfView> {
    let dataset = &explorer.dataset;
    let told = told_since(explorer);
    let of = |unit: ActorId| told.iter().find(|t| t.tie.kind == Kind::Sdp && t.is_of(unit));
    let units = found.digital_only.iter().filter_map(|&unit| Some((unit, of(unit)?)));
    units
        .map(|(unit, told)| ToldOfView {
            actor: dataset.actor(unit).id.clone(),
            state: told.state.word(),
            text: told.in_words(),
        })
        .collect()
}

fn in_a_sentence(explorer: &Explorer, told: &[ToldOfView]) -> Label {
    let dataset = &explorer.dataset;
    let name = |id: &str| dataset.actor_id(id).map(|a| actor(dataset, a)).unwrap_or_default();
    let each: Vec<Label> = told
        .iter()
        .map(|t| (name(&t.actor), &t.text))
        .map(|(who, how)| say(format!("{} ({})", who.fr, how.fr), format!("{} ({})", who.en, how.en)))
        .collect();
    let (units, sources) = (enumerate(&each), in_words(explorer.sources_command()));
    say(
        format!(
            "D’autres textes publics, hors des deux documents, disent depuis un partenariat de sécurité: {} (sources additionnelles: «{}»).",
            units.fr, sources.fr
        ),
        format!(
            "Other public texts, outside the two documents, tell of a security partnership since: {} (additional sources: “{}”).",
            units.en, sources.en
        ),
    )
}

/// The security partnership of a unit that the additional sources, switched on, tell in a state in which it does not count.
fn on_its_way(ground: Ground<'_>, unit: ActorId) -> Option<Label> {
    let tie = ground
        .dataset
        .ties
        .iter()
        .find(|t| t.kind == Kind::Sdp && !t.additional.is_empty() && t.participant(unit).is_some())?;
    Some(state(stands(tie, tie.state, ground.dates.as_of)))
}

fn digital_only(ground: Ground<'_>, found: &Secure, later: &[ToldOfView]) -> SectionView {
    let dataset = ground.dataset;
    let (fr, en) = match closed_on(ground, found) {
        Some(date) => {
            let when = day(date);
            (
                format!(
                    "volet numérique sans volet de sécurité: absence établie par une liste fermée, au {}",
                    when.fr
                ),
                format!(
                    "digital leg without security leg: an absence established by a closed list, on {}",
                    when.en
                ),
            )
        }
        None => ("volet de sécurité absent du corpus".to_owned(), "security leg not on record".to_owned()),
    };
    let lines = found
        .digital_only
        .iter()
        .map(|&unit| {
            let who = actor(dataset, unit);
            let own = held(ground, unit, &Kind::CORE);
            let mut evidence = quotations(dataset, &own, &[unit]);
            evidence.extend(list_evidence(dataset, found.list));
            // The unit is the grouping, which holds none; that members of it do is said in the same breath.
            let members: Vec<ActorId> =
                found.through.iter().filter(|(_, g)| g.contains(&unit)).map(|(member, _)| *member).collect();
            let names = actors(dataset, &members);
            let (also_fr, also_en) = match members.len() {
                0 => (String::new(), String::new()),
                1 => (
                    format!("; un de ses membres en a un en propre: {}", names.fr),
                    format!("; one of its members has one of its own: {}", names.en),
                ),
                _ => (
                    format!("; certains de ses membres en ont un en propre: {}", names.fr),
                    format!("; some of its members have one of their own: {}", names.en),
                ),
            };
            let told = later.iter().find(|t| t.actor == dataset.actor(unit).id).map(|t| t.text.clone());
            let way = on_its_way(ground, unit);
            let (since_fr, since_en) = match (&told, way) {
                (Some(told), _) => (
                    format!(
                        "; d’autres textes publics, hors des deux documents, en disent un depuis ({})",
                        told.fr
                    ),
                    format!(
                        "; other public texts, outside the two documents, tell of one since ({})",
                        told.en
                    ),
                ),
                (None, Some(way)) => (
                    format!("; d’après les sources additionnelles: {}", way.fr),
                    format!("; by the additional sources: {}", way.en),
                ),
                (None, None) => (String::new(), String::new()),
            };
            LineView {
                actors: actor_ids(dataset, &[unit]),
                column: Some("SDP".into()),
                value: Some(if found.list.is_some() { "absent" } else { "silent" }.into()),
                text: say(
                    format!("{}: {fr}{also_fr}{since_fr}.", who.fr),
                    format!("{}: {en}{also_en}{since_en}.", who.en),
                ),
                told,
                ties: ids(dataset, &own),
                evidence,
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "digital-only",
        title: say("Volet numérique sans volet de sécurité", "Digital leg without security leg"),
        note: say(
            "Les citations montrent d’abord le volet numérique, puis la liste fermée des partenariats de sécurité et de défense, où le partenaire n’est pas.",
            "The quotations show the digital leg first, then the closed list of security and defence partnerships, in which the partner is not.",
        ),
        lines,
    }
}

fn line(ground: Ground<'_>, who: ActorId, extra: Option<&[ActorId]>) -> LineView {
    let dataset = ground.dataset;
    let name = actor(dataset, who);
    let mut own = held(ground, who, &[Kind::Sdp]);
    own.extend(held(ground, who, &Kind::CORE));
    let (fr, en) = match extra {
        None => ("les deux volets".to_owned(), "both legs".to_owned()),
        Some([]) => (
            "volet de sécurité; volet numérique propre absent du corpus".to_owned(),
            "security leg; digital leg of its own not on record".to_owned(),
        ),
        Some(groupings) => {
            let via = actors(dataset, groupings);
            (
                format!("volet de sécurité; volet numérique par le groupement «{}»", via.fr),
                format!("security leg; digital leg through the grouping “{}”", via.en),
            )
        }
    };
    LineView {
        actors: actor_ids(dataset, &[who]),
        column: Some("SDP".into()),
        value: Some(if extra.is_none() { "both" } else { "security-only" }.into()),
        tags: extra.map(|g| actor_ids(dataset, g)).unwrap_or_default(),
        text: say(format!("{}: {fr}.", name.fr), format!("{}: {en}.", name.en)),
        ties: ids(dataset, &own),
        evidence: quotations(dataset, &own, &[who]),
        ..LineView::default()
    }
}

fn both_legs(ground: Ground<'_>, found: &Secure) -> SectionView {
    SectionView {
        id: "both",
        title: say("Les deux volets", "Both legs"),
        note: say("", ""),
        lines: found.both.iter().map(|&u| line(ground, u, None)).collect(),
    }
}

fn security_only(ground: Ground<'_>, found: &Secure) -> SectionView {
    let lines = found
        .security_only
        .iter()
        .map(|&h| {
            let groupings =
                found.through.iter().find(|(a, _)| *a == h).map(|(_, g)| &g[..]).unwrap_or_default();
            line(ground, h, Some(groupings))
        })
        .collect();
    SectionView {
        id: "security-only",
        title: say(
            "Volet de sécurité sans volet numérique propre",
            "Security leg without a digital leg of its own",
        ),
        note: say(
            "Un groupement qui tient un dialogue numérique est dit, et ne comble rien.",
            "A grouping that holds a digital dialogue is named, and closes nothing.",
        ),
        lines,
    }
}
