//! Colours, shapes and line styles.
//!
//! A family of kinds has a colour, a state a line style, a kind of actor an outline: none of the three hangs on the others.

use crate::view::Lang;

use super::words::word;

/// Text.
pub(super) const INK: &str = "#16191f";
/// Text of second rank and outlines.
pub(super) const MUTED: &str = "#565d68";
/// Frames.
pub(super) const HAIR: &str = "#c9cfd8";
/// Lines that the documents do not state.
pub(super) const FAINT: &str = "#7a828e";
/// The page.
pub(super) const PAPER: &str = "#ffffff";
/// The ground of a frame.
pub(super) const GROUND: &str = "#f4f6f8";
/// Faces that browsers and Graphviz both find.
pub(super) const FONT: &str = "Helvetica,Arial,sans-serif";

/// A family of kinds, drawn in one colour.
pub(super) struct Family {
    /// Codes of the kinds.
    pub(super) kinds: &'static [&'static str],
    /// Its colour: at least 3:1 against white.
    pub(super) color: &'static str,
    fr: &'static str,
    en: &'static str,
}

impl Family {
    /// Its name in the legend.
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        word(lang, self.fr, self.en)
    }
}

/// All families.
pub(super) const FAMILIES: [Family; 7] = [
    Family {
        kinds: &["TTC", "DP", "DD"],
        color: "#13356c",
        fr: "Partenariats et dialogues numériques",
        en: "Digital partnerships and dialogues",
    },
    Family {
        kinds: &["CD", "SDP"],
        color: "#bb1b1b",
        fr: "Cyberespace, sécurité et défense",
        en: "Cyber, security and defence",
    },
    Family {
        kinds: &["DTA", "DFR", "FTA-D"],
        color: "#067957",
        fr: "Commerce numérique et données",
        en: "Digital trade and data",
    },
    Family {
        kinds: &["HE", "DEP", "GP"],
        color: "#994db2",
        fr: "Programmes et facilités",
        en: "Programmes and facilities",
    },
    Family {
        kinds: &["CSP", "PKG", "HUB", "ROAM", "REG", "ARR", "CABLE", "TRUST"],
        color: "#d66400",
        fr: "Cadres régionaux et projets",
        en: "Regional frameworks and projects",
    },
    Family { kinds: &["FORUM"], color: "#1f86a8", fr: "Travail dans un forum", en: "Work in a forum" },
    Family { kinds: &["ACTION"], color: "#3a404a", fr: "Actions", en: "Actions" },
];

/// The colour of a kind of tie.
pub(super) fn color(kind: &str) -> &'static str {
    FAMILIES.iter().find(|f| f.kinds.contains(&kind)).map_or(MUTED, |f| f.color)
}

/// The line style of a state.
pub(super) fn line(state: &str) -> &'static str {
    match state {
        "active" => "solid",
        "agreed" | "negotiating" | "proposed" => "dashed",
        _ => "dotted",
    }
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
        _ => ("box", "filled", PAPER),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Kind, State, Word};

    #[test]
    fn every_kind_has_one_family_and_every_family_a_colour_of_its_own() {
        for kind in Kind::ALL.iter().filter(|k| **k != Kind::Member) {
            let families = FAMILIES.iter().filter(|f| f.kinds.contains(&kind.word())).count();
            assert_eq!(families, 1, "{}", kind.word());
        }
        for (i, family) in FAMILIES.iter().enumerate() {
            assert!(FAMILIES[..i].iter().all(|f| f.color != family.color), "{}", family.en);
        }
    }

    #[test]
    fn only_what_is_in_force_has_a_whole_line() {
        for state in State::ALL {
            assert_eq!(line(state.word()) == "solid", *state == State::Active, "{}", state.word());
        }
    }
}
