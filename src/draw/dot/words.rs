//! The words of the picture, in both languages.

use super::super::words::stratum;
use crate::view::{Lang, NodeView, TieView};

/// A word in a language.
pub(super) fn word(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A kind of actor.
pub(super) fn kind(lang: Lang, kind: &str) -> &'static str {
    let (fr, en) = match kind {
        "hub" => ("Union européenne", "European Union"),
        "member-state" => ("État membre", "Member State"),
        "partner" => ("pays partenaire", "partner country"),
        "grouping" => ("groupement de pays", "grouping of countries"),
        "forum" => ("forum", "forum"),
        "programme" => ("programme de l’UE", "EU programme"),
        _ => ("acteur", "actor"),
    };
    word(lang, fr, en)
}

/// The outline of a kind of actor, in words.
pub(super) fn outline(lang: Lang, kind: &str) -> &'static str {
    let (fr, en) = match kind {
        "hub" => ("cercle", "circle"),
        "grouping" => ("cadre arrondi", "rounded frame"),
        "forum" => ("double cadre", "double frame"),
        "programme" => ("feuille", "sheet"),
        _ => ("ellipse", "ellipse"),
    };
    word(lang, fr, en)
}

/// The heading of the frame in which an actor stands.
pub(super) fn heading(lang: Lang, node: &NodeView) -> &str {
    match (node.kind, node.stratum) {
        ("programme", _) => word(lang, "Programmes de l’UE", "EU programmes"),
        ("member-state", _) => stratum(lang, "member-state"),
        (_, Some(known @ ("member-state" | "enlargement" | "neighbourhood"))) => stratum(lang, known),
        _ => node.region.as_ref().map_or(stratum(lang, "others"), |r| r.get(lang)),
    }
}

/// The sign of a tie where there is room for it.
pub(super) fn long_sign(lang: Lang, tie: &TieView) -> String {
    match (tie.row, tie.example) {
        (Some(row), _) => format!("{} {row}", word(lang, "annexe, ligne", "annex, row")),
        (_, Some(example)) => format!("{} {example}", word(lang, "exemple", "example")),
        _ => tie.kind.to_owned(),
    }
}

/// How many of something; French counts none and one in the singular, English one alone.
pub(super) fn counted(lang: Lang, n: usize, one: [&str; 2], many: [&str; 2]) -> String {
    let [fr, en] = if n == 1 || (n == 0 && lang == Lang::Fr) { one } else { many };
    match lang {
        Lang::Fr => format!("{n} {fr}"),
        Lang::En => format!("{n} {en}"),
    }
}
