//! The words of the picture, in both languages.

use crate::view::{Lang, NodeView, TieView};

/// A word in a language.
pub(super) fn word(lang: Lang, fr: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A state.
pub(super) fn state(lang: Lang, state: &str) -> &'static str {
    let (fr, en) = match state {
        "active" => ("en vigueur, en cours", "in force, running"),
        "agreed" => ("conclu ou signé", "concluded or signed"),
        "negotiating" => ("en négociation", "under negotiation"),
        "proposed" => ("annoncé, prévu", "announced, planned"),
        "suspended" => ("suspendu", "suspended"),
        "dormant" => ("en sommeil", "dormant"),
        "ended" => ("terminé", "ended"),
        "unconfirmed" => ("date passée, à vérifier", "date passed, to verify"),
        _ => ("état non dit", "state not said"),
    };
    word(lang, fr, en)
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
        ("member-state", _) | (_, Some("member-state")) => word(lang, "États membres", "Member States"),
        (_, Some("enlargement")) => word(lang, "Élargissement", "Enlargement"),
        (_, Some("neighbourhood")) => word(lang, "Voisinage", "Neighbourhood"),
        _ => node.region.as_ref().map_or(word(lang, "Autres partenaires", "Other partners"), |r| r.get(lang)),
    }
}

/// The short sign of a tie: the row of the annex, the number of the example, or the code of the kind.
pub(super) fn sign(tie: &TieView) -> String {
    match (tie.row, tie.example) {
        (Some(row), _) => row.to_string(),
        (_, Some(example)) => format!("ex. {example}"),
        _ => tie.kind.to_owned(),
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

/// The line that says what this is not.
pub(super) fn limit(lang: Lang) -> &'static str {
    word(
        lang,
        "Ce que disent ces documents; ce n’est pas un registre.",
        "What these documents say; not a registry.",
    )
}

/// How many of something; French counts none and one in the singular, English one alone.
pub(super) fn counted(lang: Lang, n: usize, one: [&str; 2], many: [&str; 2]) -> String {
    let [fr, en] = if n == 1 || (n == 0 && lang == Lang::Fr) { one } else { many };
    match lang {
        Lang::Fr => format!("{n} {fr}"),
        Lang::En => format!("{n} {en}"),
    }
}
