//! The phrases of the lattice, in French and English.

use super::sheet::said;
use crate::view::{Lang, LatticeView, Named};

/// The title.
pub(super) fn title(view: &LatticeView, lang: Lang) -> &'static str {
    match view.against {
        "areas" => said(
            lang,
            "Quel domaine technologique en implique un autre",
            "Which technology area implies which",
        ),
        _ => said(lang, "Quel domaine promis en implique un autre", "Which promised domain implies which"),
    }
}

/// The view in a sentence.
pub(super) fn sentence(view: &LatticeView, lang: Lang) -> String {
    let (n, found, near) = (view.units, view.covers.len(), view.near.len());
    let a = if view.against == "areas" { "an area" } else { "a domain" };
    if !view.selection.is_empty() {
        return match lang {
            Lang::Fr => format!(
                "{n} partenariats et dialogues numériques; un partenaire «a» un domaine quand une action ou un instrument en cours, parmi ceux de la sélection, l’y nomme. Implications de la sélection sans exception: {found}; avec une seule exception: {near}."
            ),
            Lang::En => format!(
                "{n} digital partnerships and dialogues; a partner “has” {a} when a running action or instrument of the selection names it there. Implications of the selection without exception: {found}; with a single exception: {near}."
            ),
        };
    }
    match lang {
        Lang::Fr => format!(
            "{n} partenariats et dialogues numériques; un partenaire «a» un domaine quand une action ou un instrument en cours l’y nomme. Implications sans exception: {found}; avec une seule exception: {near}."
        ),
        Lang::En => format!(
            "{n} digital partnerships and dialogues; a partner “has” {a} when a running action or instrument names it there. Implications without exception: {found}; with a single exception: {near}."
        ),
    }
}

/// What must be borne in mind.
pub(super) fn notes(view: &LatticeView, lang: Lang) -> Vec<String> {
    let text = said(
        lang,
        "Une implication décrit ces partenaires à cette date; ce n’est pas une cause. Ce qui suit de deux implications n’est pas redit.",
        "An implication describes these partners on this date; it is no cause. What follows from two of them is not said again.",
    );
    let of_the_selection = of_the_selection(view, lang);
    if view.covers.is_empty() {
        return of_the_selection.into_iter().collect();
    }
    let counts = match lang {
        Lang::Fr => format!(
            "Dans une case: combien des {} partenaires l’ont, et lesquels; entre parenthèses, de même.",
            view.units
        ),
        Lang::En => format!(
            "In a box: how many of the {} partners have it, and which; in brackets, the same number.",
            view.units
        ),
    };
    [text.to_owned(), counts].into_iter().chain(of_the_selection).collect()
}

/// That what holds in a selection need not hold of the whole.
pub(super) fn of_the_selection(view: &LatticeView, lang: Lang) -> Option<String> {
    let text = said(
        lang,
        "Ce treillis est celui de la sélection: ce qu’elle n’a pas peut être dans les documents, et ce qui vaut ici peut ne pas valoir de tout.",
        "This lattice is of the selection: what it lacks may stand in the documents, and what holds here need not hold of the whole.",
    );
    (!view.selection.is_empty()).then(|| text.to_owned())
}

/// What the columns are called in English; French calls both «domaine».
fn noun(view: &LatticeView) -> &'static str {
    if view.against == "areas" { "area" } else { "domain" }
}

/// When there is none.
pub(super) fn nothing(view: &LatticeView, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "À cette date{}, aucun domaine n’en implique un autre sans exception: rien à dessiner.",
            if view.selection.is_empty() { "" } else { " et dans la sélection" }
        ),
        Lang::En => format!(
            "On this date{} no {} implies another without exception: nothing to draw.",
            if view.selection.is_empty() { "" } else { " and in the selection" },
            noun(view)
        ),
    }
}

/// How to read a line.
pub(super) fn legend(view: &LatticeView, kind: &str, lang: Lang) -> String {
    let noun = noun(view);
    match (kind, lang) {
        ("strong", Lang::Fr) => {
            "De bas en haut: chaque partenaire qui a le domaine du bas a aussi celui du haut.".to_owned()
        }
        ("strong", Lang::En) => {
            format!("From below upwards: every partner with the lower {noun} also has the upper one.")
        }
        (_, Lang::Fr) => {
            "En tirets, de bas en haut: chaque partenaire qui a le domaine du bas a aussi celui du haut, mais ils ne sont qu’un ou deux: un indice, non une règle.".to_owned()
        }
        (_, Lang::En) => format!(
            "Dashed, from below upwards: every partner with the lower {noun} also has the upper one, but there are only one or two: a hint, no rule."
        ),
    }
}

fn joined(names: &[Named], lang: Lang) -> String {
    names.iter().map(|n| n.names.get(lang)).collect::<Vec<_>>().join(", ")
}

/// The columns of a group.
pub(super) fn names(view: &LatticeView, group: usize, lang: Lang) -> String {
    let names: Vec<&str> = view.groups[group].columns.iter().map(|c| c.names.get(lang)).collect();
    names.join(" = ")
}

/// The units of a group with their number.
pub(super) fn units(view: &LatticeView, group: usize, lang: Lang) -> String {
    let units = &view.groups[group].units;
    format!("{} / {}: {}", units.len(), view.units, joined(units, lang))
}

/// An implication in a sentence.
pub(super) fn implied(view: &LatticeView, (from, to): (usize, usize), lang: Lang) -> String {
    let (a, b) = (names(view, from, lang), names(view, to, lang));
    let (n, m) = (view.groups[from].units.len(), view.groups[to].units.len());
    match lang {
        Lang::Fr => format!("Chaque partenaire qui a «{a}» ({n}) a aussi «{b}» ({m})."),
        Lang::En => format!("Every partner with “{a}” ({n}) also has “{b}” ({m})."),
    }
}

/// Sentences under headings.
type Parts = Vec<(String, Vec<String>)>;

/// The implications that hold for everyone.
pub(super) fn without_exception(view: &LatticeView, lang: Lang) -> Parts {
    let sentences: Vec<String> = view.covers.iter().map(|&c| implied(view, c, lang)).collect();
    let heading = said(lang, "Sans exception", "Without exception").to_owned();
    [(heading, sentences)].into_iter().filter(|(_, s)| !s.is_empty()).collect()
}

/// The implications with one exception, and the columns that stand outside.
pub(super) fn others(view: &LatticeView, lang: Lang) -> Parts {
    let near: Vec<String> = view
        .near
        .iter()
        .map(|n| {
            let (a, b) = (names(view, n.from, lang), names(view, n.to, lang));
            let (who, of) = (n.exception.names.get(lang), view.groups[n.from].units.len());
            match lang {
                Lang::Fr => {
                    format!("Chaque partenaire qui a «{a}» a aussi «{b}», sauf: {who} ({} sur {of}).", of - 1)
                }
                Lang::En => {
                    format!("Every partner with “{a}” also has “{b}”, except {who} ({} of {of}).", of - 1)
                }
            }
        })
        .collect();
    let mut outside = Vec::new();
    if !view.everyone.is_empty() {
        let words = match view.selection.is_empty() {
            true => said(lang, "Tous l’ont", "Everyone has"),
            false => said(lang, "Tous l’ont dans la sélection", "Everyone has, in the selection"),
        };
        outside.push(format!("{words} ({} / {}): {}.", view.units, view.units, joined(&view.everyone, lang)));
    }
    if !view.nobody.is_empty() {
        let words = match view.selection.is_empty() {
            true => said(lang, "Personne ne l’a", "Nobody has"),
            false => said(lang, "Personne ne l’a dans la sélection", "Nobody has, in the selection"),
        };
        outside.push(format!("{words} (0 / {}): {}.", view.units, joined(&view.nobody, lang)));
    }
    let alone: Vec<String> = (0..view.groups.len())
        .filter(|g| !view.covers.iter().any(|(a, b)| a == g || b == g))
        .map(|g| format!("{} ({})", names(view, g, lang), units(view, g, lang)))
        .collect();
    if !alone.is_empty() {
        let words = said(
            lang,
            "N’implique rien et n’est impliqué par rien",
            "Implies nothing and is implied by nothing",
        );
        outside.push(format!("{words}: {}.", alone.join("; ")));
    }
    let heading = |fr, en| said(lang, fr, en).to_owned();
    [
        (heading("À une exception près", "With one exception"), near),
        (heading("Hors du treillis", "Outside the lattice"), outside),
    ]
    .into_iter()
    .filter(|(_, s)| !s.is_empty())
    .collect()
}
