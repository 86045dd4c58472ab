//! Colours, shapes and line styles.
//!
//! A family of kinds has the colour of the theme, a state a line style, a kind of actor an outline: none of the three
//! hangs on the others.

use graphviz_rust::dot_structures::Attribute;

use super::super::theme::{Role, Theme, family};
use super::quote::attribute;
use super::words::word;
use crate::dataset::{Kind, Word};
use crate::view::Lang;

/// Frames; darker than the hairlines of other pictures, since Graphviz draws nothing else around a region.
pub(super) const HAIR: &str = "#c9cfd8";
/// The ground of a frame.
pub(super) const GROUND: &str = "#f4f6f8";
/// Faces that browsers and Graphviz both find.
pub(super) const FONT: &str = "Helvetica,Arial,sans-serif";

/// A colour of the theme: DOT is drawn on paper.
pub(super) fn tint(role: Role) -> &'static str {
    role.color(Theme::Print)
}

/// The families of ties in the order of the theme; memberships are drawn as the lines by which a group reaches its
/// members.
pub(super) fn families() -> impl Iterator<Item = Role> {
    Role::FAMILIES.into_iter().filter(|role| *role != Role::Structural)
}

/// The kinds of a family.
pub(super) fn kinds(role: Role) -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|k| k.word()).filter(move |k| family(k) == role)
}

/// The name of a family in the legend.
pub(super) fn name(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Core => {
            word(lang, "Partenariats et dialogues numériques", "Digital partnerships and dialogues")
        }
        Role::Security => word(lang, "Cyberespace, sécurité et défense", "Cyber, security and defence"),
        Role::Trade => word(lang, "Commerce numérique et données", "Digital trade and data"),
        Role::Programme => word(lang, "Programmes et facilités", "Programmes and facilities"),
        Role::Regional => word(lang, "Cadres régionaux et projets", "Regional frameworks and projects"),
        Role::Action => word(lang, "Actions", "Actions"),
        Role::Forum => word(lang, "Travail dans un forum", "Work in a forum"),
        _ => word(lang, "Appartenances", "Memberships"),
    }
}

/// The colour of a kind of tie.
pub(super) fn color(kind: &str) -> &'static str {
    tint(family(kind))
}

/// The line style of a state.
pub(super) fn line(state: &str) -> &'static str {
    match state {
        "active" => "solid",
        "agreed" | "negotiating" | "proposed" => "dashed",
        _ => "dotted",
    }
}

/// What tells a line of additional sources alone from all others: an open diamond at its end.
pub(super) fn additional() -> [Attribute; 3] {
    [("dir", "forward"), ("arrowhead", "ediamond"), ("arrowsize", "0.7")]
        .map(|(name, value)| attribute(name, value))
}

/// Shape, style and ground of a kind of actor.
pub(super) fn shape(kind: &str) -> (&'static str, &'static str, &'static str) {
    match kind {
        "hub" => ("circle", "filled", "#dbe3ee"),
        "member-state" => ("ellipse", "filled", "#eef2f8"),
        "partner" => ("ellipse", "filled", "#fff6dc"),
        "grouping" => ("box", "rounded,filled", "#fbe9dc"),
        "forum" => ("box", "filled", "#efeaf7"),
        "programme" => ("note", "filled", "#e2f3ec"),
        _ => ("box", "filled", "#ffffff"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::State;

    #[test]
    fn every_kind_stands_in_one_family_of_the_legend() {
        for kind in Kind::ALL.iter().filter(|k| **k != Kind::Member) {
            let named = families().filter(|f| kinds(*f).any(|k| k == kind.word())).count();
            assert_eq!(named, 1, "{}", kind.word());
        }
    }

    #[test]
    fn only_what_is_in_force_has_a_whole_line() {
        for state in State::ALL {
            assert_eq!(line(state.word()) == "solid", *state == State::Active, "{}", state.word());
        }
    }
}
