//! What pictures count, in French and English.

use super::phrases::Phrase;
use crate::view::Lang;

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Partner,
    MemberState,
    Grouping,
    Forum,
    Instrument,
    Action,
    MemberList,
    ForumWork,
    Inferred,
    LeftUniversal,
    LeftTie,
    LeftTieWithout,
    LeftList,
    LeftTieSplit,
    LeftListed,
    LeftIdle,
    LeftBeyond,
    LeftFar,
    LeftForum,
    LeftRung,
    LeftUnlabeled,
    Undated,
    DatedMore,
    SharedTable,
    LineOfWork,
    InstrumentThrough,
    ActionThrough,
}

/// One and many, French and English.
type Forms = ((&'static str, &'static str), (&'static str, &'static str));

impl Noun {
    fn forms(self) -> Forms {
        match self {
            Noun::Partner => (("partenaire", "partenaires"), ("partner", "partners")),
            Noun::MemberState => (("État membre", "États membres"), ("Member State", "Member States")),
            Noun::Grouping => (("groupement", "groupements"), ("grouping", "groupings")),
            Noun::Forum => (
                ("forum ou organisation", "forums et organisations"),
                ("forum or organisation", "forums and organisations"),
            ),
            Noun::Instrument => (("instrument", "instruments"), ("instrument", "instruments")),
            Noun::Action => (("action", "actions"), ("action", "actions")),
            Noun::ForumWork => {
                (("lien avec un forum", "liens avec des forums"), ("tie with a forum", "ties with forums"))
            }
            Noun::MemberList => {
                (("liste de membres", "listes de membres"), ("list of members", "lists of members"))
            }
            Noun::Inferred => (
                (
                    "partie de forum, sans liste à elle, a les membres du tout.",
                    "parties de forums, sans liste à elles, ont les membres du tout.",
                ),
                (
                    "part of a forum, without a list of its own, has the members of the whole.",
                    "parts of forums, without a list of their own, have the members of the whole.",
                ),
            ),
            Noun::LeftUniversal => (
                (
                    "organe universel non dessiné: il ne fait pas de lien.",
                    "organes universels non dessinés: ils ne font pas de lien.",
                ),
                (
                    "universal body not drawn: it makes no link.",
                    "universal bodies not drawn: they make no link.",
                ),
            ),
            Noun::LeftTie => (
                ("lien non dessiné, sans partenaire ici.", "liens non dessinés, sans partenaire ici."),
                ("tie not drawn, without a partner here.", "ties not drawn, without a partner here."),
            ),
            Noun::LeftTieWithout => (
                (
                    "lien non dessiné: sans l’UE, il ne réunit personne.",
                    "liens non dessinés: sans l’UE, ils ne réunissent personne.",
                ),
                (
                    "tie not drawn: without the EU it brings no one together.",
                    "ties not drawn: without the EU they bring no one together.",
                ),
            ),
            Noun::LeftTieSplit => (
                (
                    "lien non dessiné: l’État membre y est partie à travers l’UE.",
                    "liens non dessinés: chaque État membre y est partie à travers l’UE.",
                ),
                (
                    "tie not drawn: the Member State is party through the EU.",
                    "ties not drawn: each Member State is party through the EU.",
                ),
            ),
            Noun::LeftList => (
                ("liste de membres non dessinée.", "listes de membres non dessinées."),
                ("list of members not drawn.", "lists of members not drawn."),
            ),
            Noun::LeftListed => (
                ("pays n’est que membre d’une liste.", "pays ne sont que membres d’une liste."),
                ("country stands only in a membership list.", "countries stand only in membership lists."),
            ),
            Noun::LeftIdle => (
                (
                    "groupement ou forum ne réunit ici personne sans l’UE.",
                    "groupements et forums ne réunissent ici personne sans l’UE.",
                ),
                (
                    "grouping or forum brings no one together here without the EU.",
                    "groupings and forums bring no one together here without the EU.",
                ),
            ),
            Noun::LeftBeyond => (
                (
                    "acteur, le moins relié, n’a pas de place; --focus, --depth et --kind le montrent.",
                    "acteurs, les moins reliés, n’ont pas de place; --focus, --depth et --kind les montrent.",
                ),
                (
                    "actor, the least connected, has no room; --focus, --depth and --kind show it.",
                    "actors, the least connected, have no room; --focus, --depth and --kind show them.",
                ),
            ),
            Noun::LeftFar => (
                (
                    "acteur, le plus loin et le moins relié, n’a pas de place; --depth et --kind le montrent.",
                    "acteurs, les plus loin et les moins reliés, n’ont pas de place; --depth et --kind les montrent.",
                ),
                (
                    "actor, the farthest and least connected, has no room; --depth and --kind show it.",
                    "actors, the farthest and least connected, have no room; --depth and --kind show them.",
                ),
            ),
            Noun::LeftRung => (
                ("lien n’a pas de place.", "liens n’ont pas de place."),
                ("tie has no room.", "ties have no room."),
            ),
            Noun::LeftUnlabeled => (
                (
                    "liste de membres, dont le nombre suit un nom, n’est pas montrée.",
                    "listes de membres, dont le nombre suit un nom, ne sont pas montrées.",
                ),
                (
                    "list of members, whose number follows a name, is not shown.",
                    "lists of members, whose number follows a name, are not shown.",
                ),
            ),
            Noun::Undated => (("sans date", "sans date"), ("without a date", "without a date")),
            Noun::DatedMore => (
                ("autre date: voir le calendrier.", "autres dates: voir le calendrier."),
                ("more date: see the calendar.", "more dates: see the calendar."),
            ),
            Noun::LineOfWork => (("axe de travail", "axes de travail"), ("line of work", "lines of work")),
            Noun::InstrumentThrough => (
                ("instrument à travers un groupement", "instruments à travers un groupement"),
                ("instrument through a grouping", "instruments through a grouping"),
            ),
            Noun::ActionThrough => (
                ("action à travers un groupement", "actions à travers un groupement"),
                ("action through a grouping", "actions through a grouping"),
            ),
            Noun::SharedTable => (("table commune", "tables communes"), ("shared table", "shared tables")),
            Noun::LeftForum => (
                ("forum n’a pas de place.", "forums n’ont pas de place."),
                ("forum has no room.", "forums have no room."),
            ),
        }
    }

    /// A count with its noun; French counts zero and one in the singular, English one alone.
    pub(super) fn counted(self, lang: Lang, n: usize) -> String {
        let (fr, en) = self.forms();
        let (one, many) = if lang == Lang::Fr { fr } else { en };
        let singular = n == 1 || n == 0 && lang == Lang::Fr;
        format!("{n} {}", if singular { one } else { many })
    }
}

/// Counts in a row, «a, b et c»; those of nothing are left out.
pub(super) fn listed(lang: Lang, counts: &[(usize, Noun)]) -> String {
    let words: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| noun.counted(lang, *n)).collect();
    match &words[..] {
        [all @ .., last] if !all.is_empty() => {
            format!("{} {} {last}", all.join(", "), Phrase::And.get(lang))
        }
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_zero_is_singular() {
        assert_eq!(Noun::Partner.counted(Lang::Fr, 0), "0 partenaire");
        assert_eq!(Noun::Partner.counted(Lang::En, 0), "0 partners");
    }

    #[test]
    fn a_list_names_only_what_there_is() {
        let counts = [(2, Noun::Partner), (0, Noun::Grouping), (1, Noun::Action)];
        assert_eq!(listed(Lang::Fr, &counts), "2 partenaires et 1 action");
        assert_eq!(listed(Lang::En, &counts[..2]), "2 partners");
        assert_eq!(listed(Lang::En, &[]), "");
    }
}
