//! One theme for every picture and for the page: colours by role, and a stroke of its own for each kind of tie.
//!
//! A family of kinds has a colour and a build of line (whole, doubled, thin, ticked, broad), a kind within it a pattern, a
//! state an end of the line: none hangs on the others, so that a picture survives a black-and-white printer and a reader
//! who does not see every colour. The family colours differ by at least 14 in CIEDE2000 for normal sight, protanopia, deuteranopia and tritanopia
//! (Machado, Oliveira & Fernandes 2009).

use crate::dataset::Word;

/// Under which light a picture is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// On a light screen.
    Light,
    /// On a dark screen.
    Dark,
    /// On paper.
    Print,
}

impl Word for Theme {
    const WHAT: &'static str = "theme";
    const ALL: &'static [Self] = &[Theme::Light, Theme::Dark, Theme::Print];
    fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Print => "print",
        }
    }
}

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground.
    Ground,
    /// Text and the rim.
    Ink,
    /// Text of second rank.
    Muted,
    /// Hairlines that carry no meaning alone.
    Hair,
    /// The ring of the EU.
    Hub,
    /// Text on it.
    OnHub,
    /// Core digital kinds.
    Core,
    /// Security kinds.
    Security,
    /// Trade kinds.
    Trade,
    /// Programme kinds.
    Programme,
    /// Regional kinds and projects.
    Regional,
    /// Actions.
    Action,
    /// Work in forums.
    Forum,
    /// Memberships.
    Structural,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 14] = [
        Role::Ground,
        Role::Ink,
        Role::Muted,
        Role::Hair,
        Role::Hub,
        Role::OnHub,
        Role::Core,
        Role::Security,
        Role::Trade,
        Role::Programme,
        Role::Regional,
        Role::Action,
        Role::Forum,
        Role::Structural,
    ];

    /// The families of kinds.
    pub const FAMILIES: [Role; 8] = [
        Role::Core,
        Role::Security,
        Role::Trade,
        Role::Programme,
        Role::Regional,
        Role::Action,
        Role::Forum,
        Role::Structural,
    ];

    /// Its name in classes and variables.
    pub fn name(self) -> &'static str {
        match self {
            Role::Ground => "ground",
            Role::Ink => "ink",
            Role::Muted => "muted",
            Role::Hair => "hair",
            Role::Hub => "hub",
            Role::OnHub => "on-hub",
            Role::Core => "core",
            Role::Security => "security",
            Role::Trade => "trade",
            Role::Programme => "programme",
            Role::Regional => "regional",
            Role::Action => "action",
            Role::Forum => "forum",
            Role::Structural => "structural",
        }
    }

    /// Its colour under a theme.
    pub fn color(self, theme: Theme) -> &'static str {
        // On paper, ink is black, hairlines survive the toner, and each family has a lightness of its own.
        let (light, dark, print) = match self {
            Role::Ground => ("#ffffff", "#12161c", "#ffffff"),
            Role::Ink => ("#16191f", "#eef1f5", "#000000"),
            Role::Muted => ("#565d68", "#a9b2bf", "#434851"),
            Role::Hair => ("#dde1e7", "#2c343f", "#d2d6dc"),
            Role::Hub => ("#e8ecf2", "#29313c", "#e6e9ee"),
            Role::OnHub => ("#16191f", "#eef1f5", "#000000"),
            Role::Core => ("#13356c", "#5c84ea", "#08214f"),
            Role::Security => ("#bb1b1b", "#e64c4c", "#a80f14"),
            Role::Trade => ("#067957", "#66cc99", "#067957"),
            Role::Programme => ("#994db2", "#db86ea", "#8d45a6"),
            Role::Regional => ("#d66400", "#ffcb52", "#dc6c08"),
            Role::Action => ("#3a404a", "#c3cad4", "#23272e"),
            Role::Forum => ("#3a404a", "#c3cad4", "#23272e"),
            Role::Structural => ("#7a828e", "#7f8997", "#737b87"),
        };
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
            Theme::Print => print,
        }
    }
}

/// The family of a kind of tie, by its code.
pub fn family(kind: &str) -> Role {
    match kind {
        "TTC" | "DP" | "DD" => Role::Core,
        "CD" | "SDP" => Role::Security,
        "DTA" | "DFR" | "FTA-D" => Role::Trade,
        "HE" | "DEP" | "GP" => Role::Programme,
        "ACTION" => Role::Action,
        "FORUM" => Role::Forum,
        "MEMBER" => Role::Structural,
        _ => Role::Regional,
    }
}

/// How the line of a kind is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Width.
    pub width: f64,
    /// Dashes, as SVG writes them; empty for a whole line.
    pub dash: &'static str,
    /// What lies on it.
    pub lay: Lay,
}

/// What lies on the line of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lay {
    /// Nothing.
    Nothing,
    /// The ground, so that two rails are left.
    Rails,
    /// Ticks across it, as dashes of a broad line.
    Ticks(&'static str),
    /// Holes in its middle, as dashes of the ground.
    Holes(&'static str),
}

/// The pattern of a kind, by its code. The build says the family, in black and white too: core kinds are whole and dark,
/// security is doubled, trade thin, programmes are ticked, what is regional is broad and light, a forum is dotted inside. No
/// two kinds have one pattern, whatever their colours.
pub fn stroke(kind: &str) -> Stroke {
    let (width, dash, lay) = match kind {
        "TTC" => (2.6, "", Lay::Nothing),
        "DP" => (1.5, "", Lay::Nothing),
        "DD" => (1.5, "5 1.6", Lay::Nothing),
        "SDP" => (2.2, "", Lay::Rails),
        "CD" => (2.2, "4 1.6", Lay::Rails),
        "DTA" => (0.9, "", Lay::Nothing),
        "FTA-D" => (0.9, "6 1.8", Lay::Nothing),
        "DFR" => (0.9, "3 1 0.8 1", Lay::Nothing),
        "HE" => (0.8, "", Lay::Ticks("0.8 2.2")),
        "DEP" => (0.8, "", Lay::Ticks("0.8 6.2")),
        "GP" => (0.8, "", Lay::Ticks("0.8 1.2 0.8 4.2")),
        "REG" => (2.4, "", Lay::Holes("2.4 3.6")),
        "CSP" => (2.6, "6.5 0.9", Lay::Nothing),
        "PKG" => (2.6, "2.6 1.6", Lay::Nothing),
        "HUB" => (1.5, "5 1.3 1.3 1.3", Lay::Nothing),
        "CABLE" => (2.4, "1 1.2", Lay::Nothing),
        "ROAM" => (1.5, "9 1.8", Lay::Nothing),
        "ARR" => (1.5, "1.8 2.4", Lay::Nothing),
        "TRUST" => (1.5, "4 1.2 1 1.2 1 1.2", Lay::Nothing),
        "FORUM" => (2.2, "", Lay::Holes("0.9 1.5")),
        "MEMBER" => (0.5, "", Lay::Nothing),
        _ => (1.2, "1 1.4", Lay::Nothing),
    };
    Stroke { width, dash, lay }
}

/// The font stack: the reader's own sans, from no other place.
pub(super) const FONTS: &str =
    "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, Liberation Sans, sans-serif";

/// The rules of a picture that stands alone, its colours resolved for one theme.
pub fn rules(theme: Theme) -> String {
    written(|role| role.color(theme).to_owned())
}

/// The rules for a page that holds pictures: colours are the variables `--rl-…`, given for light, for dark (when the
/// reader's system asks for it, or under `data-theme="dark"`) and for print.
pub fn stylesheet() -> String {
    let variables = |theme: Theme| -> String {
        Role::ALL.iter().map(|r| format!("--rl-{}:{};", r.name(), r.color(theme))).collect()
    };
    let (light, dark, print) = (variables(Theme::Light), variables(Theme::Dark), variables(Theme::Print));
    format!(
        ":root{{{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
         @media screen{{:root[data-theme=dark]{{{dark}}}}}\n\
         @media print{{:root{{{print}}}}}\n{}",
        written(|role| format!("var(--rl-{})", role.name()))
    )
}

/// The rules, each scoped to pictures of this program.
fn written(color: impl Fn(Role) -> String) -> String {
    let c = |role: Role| color(role);
    let mut css = format!(
        ".relier{{font-family:{FONTS};background:{ground}}}\n\
         .relier text{{fill:{ink}}}.relier .b{{font-weight:700}}\n\
         .relier .m{{text-anchor:middle}}.relier .e{{text-anchor:end}}\n\
         .relier .muted{{fill:{muted}}}.relier .on-hub{{fill:{on_hub}}}\n\
         .relier .ground{{fill:{ground}}}.relier .hub{{fill:{hub};stroke:{ink};stroke-width:.6}}\n\
         .relier .hair{{fill:none;stroke:{hair};stroke-width:.5}}\n\
         .relier .ring-band{{fill:none;stroke:{hair};stroke-opacity:.42}}\n\
         .relier .rim{{fill:none;stroke:{ink};stroke-width:1.1}}\n\
         .relier .brace{{fill:none;stroke:{muted};stroke-width:1.2}}\n\
         .relier .dot{{fill:{ink}}}.relier .ring{{fill:{ground};stroke:{ink};stroke-width:1.1}}\n\
         .relier .plate{{fill:{ground};stroke:{ink};stroke-width:.6}}.relier .hollow{{fill:{ground};stroke:{muted};stroke-width:.8}}\n\
         .relier .hit{{fill:none;stroke:transparent;stroke-width:3;pointer-events:stroke}}\n\
         .relier .line{{fill:none}}.relier .lay{{fill:none;pointer-events:none}}\n",
        ground = c(Role::Ground),
        ink = c(Role::Ink),
        muted = c(Role::Muted),
        hair = c(Role::Hair),
        hub = c(Role::Hub),
        on_hub = c(Role::OnHub),
    );
    for role in Role::FAMILIES {
        let (name, color) = (role.name(), c(role));
        css.push_str(&format!(
            ".relier .f-{name} .line{{stroke:{color}}}.relier .f-{name} .full{{fill:{color};stroke:{color}}}\
             .relier .f-{name} .open{{fill:{};stroke:{color}}}.relier .f-{name} .bare{{fill:none;stroke:{color}}}\n",
            c(Role::Ground)
        ));
    }
    for &kind in crate::dataset::Kind::ALL {
        let Stroke { width, dash, lay } = stroke(kind.word());
        let dashes = if dash.is_empty() { String::new() } else { format!(";stroke-dasharray:{dash}") };
        css.push_str(&format!(".relier .k-{} .line{{stroke-width:{width}{dashes}}}\n", kind.word()));
        let (name, family) = (kind.word(), family(kind.word()));
        match lay {
            Lay::Nothing => {}
            Lay::Rails => css.push_str(&format!(
                ".relier .k-{name} .lay{{stroke:{};stroke-width:{}}}\n",
                c(Role::Ground),
                width - 1.3
            )),
            Lay::Ticks(dash) => css.push_str(&format!(
                ".relier .k-{name} .lay{{stroke:{};stroke-width:2.4;stroke-dasharray:{dash}}}\n",
                c(family)
            )),
            Lay::Holes(dash) => css.push_str(&format!(
                ".relier .k-{name} .lay{{stroke:{};stroke-width:.9;stroke-dasharray:{dash}}}\n",
                c(Role::Ground)
            )),
        }
    }
    for (n, width) in [(1, 0.5), (2, 0.75), (3, 1.1), (4, 1.6)] {
        css.push_str(&format!(".relier .tie .w-{n},.relier .entry .w-{n}{{stroke-width:{width}}}\n"));
    }
    css.push_str(".relier .full,.relier .open,.relier .bare{stroke-width:.8}\n");
    css.push_str(
        ".relier .c-derived .line{stroke-width:.8}.relier .c-derived .lay{display:none}
",
    );
    css.push_str(&super::sheet::rules(&color));
    css
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Kind;

    fn luminance(color: &str) -> f64 {
        let part = |i: usize| {
            let c = f64::from(u8::from_str_radix(&color[i..i + 2], 16).expect("a colour")) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_reaches_wcag_aa() {
        for &theme in Theme::ALL {
            let ground = Role::Ground.color(theme);
            for role in [Role::Ink, Role::Muted] {
                assert!(contrast(role.color(theme), ground) >= 4.5, "{role:?} {theme:?}");
            }
            assert!(contrast(Role::OnHub.color(theme), Role::Hub.color(theme)) >= 4.5);
            for role in Role::FAMILIES {
                assert!(contrast(role.color(theme), ground) >= 3.0, "{role:?} {theme:?}");
            }
        }
    }

    /// What the eye can hold on to without colour: the kind of lay, the dashes of it or of the line, the width.
    fn pattern(kind: &str) -> (u8, Vec<f64>, f64) {
        let Stroke { width, dash, lay } = stroke(kind);
        let numbers = |text: &str| text.split_whitespace().map(|n| n.parse().expect("a length")).collect();
        match lay {
            Lay::Nothing => (0, numbers(dash), width),
            Lay::Rails => (1, numbers(dash), width),
            Lay::Ticks(ticks) => (2, numbers(ticks), width),
            Lay::Holes(holes) => (3, numbers(holes), width),
        }
    }

    /// Whether two patterns are told apart on paper, in one shade of grey: another build, another number of dashes, or
    /// one measure that is half as large again (a share of ink that differs by a fifth).
    fn are_told_apart(a: &(u8, Vec<f64>, f64), b: &(u8, Vec<f64>, f64)) -> bool {
        let larger = |x: f64, y: f64| x.max(y) / x.min(y).max(1e-9) >= 1.5;
        let length = |p: &(u8, Vec<f64>, f64)| p.1.iter().sum::<f64>();
        let ink = |p: &(u8, Vec<f64>, f64)| p.1.iter().step_by(2).sum::<f64>() / length(p).max(1e-9);
        let dashed = !a.1.is_empty() && !b.1.is_empty();
        a.0 != b.0
            || a.1.len() != b.1.len()
            || larger(a.2, b.2)
            || dashed && (larger(length(a), length(b)) || (ink(a) - ink(b)).abs() >= 0.2)
    }

    #[test]
    fn every_two_kinds_differ_by_pattern_without_any_colour() {
        for (i, a) in Kind::ALL.iter().enumerate() {
            for b in &Kind::ALL[..i] {
                let (a, b) = (a.word(), b.word());
                assert!(are_told_apart(&pattern(a), &pattern(b)), "{a} {:?} {b} {:?}", stroke(a), stroke(b));
            }
        }
        // What a reader in grey took for one: whole lines of nearly one width, and the same dashes.
        let whole = |width| (0, Vec::new(), width);
        assert!(!are_told_apart(&whole(1.5), &whole(1.2)));
        assert!(!are_told_apart(&(0, vec![5.0, 1.6], 1.5), &(0, vec![5.0, 1.6], 1.5)));
    }
}
