//! The phrases of pictures, in French and English: the one catalogue.

use crate::view::{DatasetView, Lang};

/// A phrase that stands as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    TitleWheel,
    TitleWithout,
    TitleSplit,
    Selection,
    Sources,
    AsOf,
    Known,
    Version,
    And,
    AroundEu,
    Inside,
    NoPartner,
    Continued,
    CrossCutting,
    Since,
    SinceWhen,
    EmptyRing,
    Star,
    AdditionalAlone,
    Until,
    Before,
    Expected,
    LinesAreInstruments,
    LinesAreSeats,
    EndsAreStates,
    DotsAreActions,
    CirclesAreAreas,
    Running,
    NotYetRunning,
    Concern,
    Unnamed,
    Smaller,
    UpToFour,
    FiveToEight,
    NineToFourteen,
    Fifteen,
    OnTheRim,
    Country,
    CountryBold,
    Alone,
    Grouping,
    GroupingArc,
    Members,
    ForumDot,
    MemberState,
    EgoTitle,
    Instruments,
    CommonWork,
    ThroughGroupings,
    Actions,
    NoArea,
    Tables,
    Groupings,
    MembersHere,
    Via,
    With,
    Others,
    EuWorksHere,
    Nothing,
    AtTables,
    SharedMost,
    TitleForce,
    TitleForceWithout,
    NearIsJoined,
    NobodyJoined,
    WithEu,
    AloneHere,
    LinesAreTies,
    OfSeveral,
    SharedRow,
    SharedExample,
    SharedInstrument,
    DotsUnderNames,
    UnnamedActions,
    CountsOfKinds,
    CountsOfHeadings,
}

impl Phrase {
    /// The phrase in a language.
    pub(super) fn get(self, lang: Lang) -> &'static str {
        let (fr, en) = match self {
            Phrase::TitleWheel => ("L’UE et ses partenaires numériques", "The EU and its digital partners"),
            Phrase::TitleWithout => (
                "Sans l’UE: à quelles tables ses partenaires se rencontrent",
                "Without the EU: the tables at which its partners meet",
            ),
            Phrase::TitleSplit => (
                "États membres et partenaires: à quelles tables ils se rencontrent",
                "Member States and partners: the tables at which they meet",
            ),
            Phrase::Selection => ("Sélection:", "Selection:"),
            Phrase::Sources => ("Sources:", "Sources:"),
            Phrase::AsOf => ("État au", "As of"),
            Phrase::Known => ("connu au", "known by"),
            Phrase::Version => ("Données relier, version", "relier dataset, version"),
            Phrase::And => ("et", "and"),
            Phrase::AroundEu => ("autour de l’UE", "around the EU"),
            Phrase::Inside => ("à l’intérieur", "inside"),
            Phrase::NoPartner => {
                ("La sélection ne contient aucun partenaire.", "The selection holds no partner.")
            }
            Phrase::Continued => ("(suite)", "(continued)"),
            Phrase::CrossCutting => ("Plusieurs régions", "Several regions"),
            Phrase::Since => ("depuis", "since"),
            Phrase::SinceWhen => ("Depuis quand", "Since when"),
            Phrase::Star => ("Une étoile", "A star"),
            Phrase::AdditionalAlone => (
                "source additionnelle seule, non vérifiée par la machine",
                "additional source alone, not machine-checked",
            ),
            Phrase::EmptyRing => (
                "Un anneau sans point: aucune action n’y est dite; cela ne veut pas dire que rien n’existe.",
                "A ring without a dot: no action is told there, which does not mean that nothing exists.",
            ),
            Phrase::Until => ("jusqu’à", "until"),
            Phrase::Before => ("avant le", "before"),
            Phrase::Expected => ("attendu:", "expected:"),
            Phrase::LinesAreInstruments => ("Chaque trait est un instrument", "Each line is an instrument"),
            Phrase::LinesAreSeats => {
                ("Chaque trait est une place à une table", "Each line is a seat at a table")
            }
            Phrase::EndsAreStates => ("Le bout du trait dit son état", "The end of a line says its state"),
            Phrase::DotsAreActions => ("Chaque point est une action", "Each dot is an action"),
            Phrase::CirclesAreAreas => ("Son anneau dit son domaine", "Its ring says its area"),
            Phrase::Running => ("en cours", "running"),
            Phrase::NotYetRunning => ("pas encore en cours", "not yet running"),
            Phrase::Concern => ("porte des préoccupations", "conveys concerns"),
            Phrase::Unnamed => ("sans partenaire nommé", "with no partner named"),
            Phrase::Smaller => (
                "Plus la table est petite, plus le trait est large",
                "The smaller the table, the wider the line",
            ),
            Phrase::UpToFour => ("2 à 4 de l’image y siègent", "2 to 4 of the picture sit there"),
            Phrase::FiveToEight => ("5 à 8 y siègent", "5 to 8 sit there"),
            Phrase::NineToFourteen => ("9 à 14 y siègent", "9 to 14 sit there"),
            Phrase::Fifteen => ("15 et plus y siègent", "15 and more sit there"),
            Phrase::OnTheRim => ("Les noms", "The names"),
            Phrase::Country => ("pays", "country"),
            Phrase::CountryBold => (
                "pays (gras: TTC, partenariat ou dialogue numérique)",
                "country (bold: TTC, digital partnership or dialogue)",
            ),
            Phrase::Alone => ("n’en rencontre ici aucun autre", "meets no other here"),
            Phrase::Grouping => ("groupement", "grouping"),
            Phrase::GroupingArc => ("groupement (arc: ses membres)", "grouping (arc: its members)"),
            Phrase::EgoTitle => ("ce que disent les documents", "what the documents say"),
            Phrase::Instruments => ("Instruments", "Instruments"),
            Phrase::CommonWork => ("Travail commun", "Common work"),
            Phrase::ThroughGroupings => ("À travers un groupement", "Through a grouping"),
            Phrase::Actions => ("Actions", "Actions"),
            Phrase::NoArea => ("Sans domaine", "No area"),
            Phrase::Tables => ("Tables communes", "Shared tables"),
            Phrase::Groupings => ("Membre de", "Member of"),
            Phrase::MembersHere => ("Ses membres", "Its members"),
            Phrase::Via => ("par", "through"),
            Phrase::With => ("avec", "with"),
            Phrase::Others => ("autres", "others"),
            Phrase::EuWorksHere => ("l’UE y travaille", "the EU works there"),
            Phrase::Nothing => ("Rien au corpus.", "Nothing on record."),
            Phrase::AtTables => (
                "après un pays: à combien de tables il siège; dans une table: combien y siègent",
                "after a country: at how many tables it sits; in a table: how many sit there",
            ),
            Phrase::SharedMost => ("Le plus de tables communes", "Most tables in common"),
            Phrase::TitleForce => ("Qui partage quoi avec l’UE", "Who shares what with the EU"),
            Phrase::TitleForceWithout => ("Qui rencontre qui", "Who meets whom"),
            Phrase::NearIsJoined => (
                "Proche veut dire relié par peu de liens; haut, bas, gauche et droite ne disent rien.",
                "Near means joined by few ties; top, bottom, left and right mean nothing.",
            ),
            Phrase::NobodyJoined => ("La sélection ne relie personne.", "The selection joins no one."),
            Phrase::WithEu => ("avec l’UE", "with the EU"),
            Phrase::AloneHere => ("Sans lien ici:", "No tie here:"),
            Phrase::LinesAreTies => ("Chaque trait est un lien", "Each line is a tie"),
            Phrase::OfSeveral => {
                ("Un ovale est un lien de plusieurs avec l’UE", "An oval is a tie of several with the EU")
            }
            Phrase::SharedRow => ("action: ligne de l’annexe", "action: row of the annex"),
            Phrase::SharedExample => ("action: numéro d’exemple", "action: number of the example"),
            Phrase::SharedInstrument => ("instrument: son code", "instrument: its code"),
            Phrase::DotsUnderNames => (
                "Un point sous un nom est une action avec l’UE",
                "A dot under a name is an action with the EU",
            ),
            Phrase::UnnamedActions => ("actions sans partenaire nommé", "actions with no partner named"),
            Phrase::CountsOfKinds => (
                "Le nombre après un type compte ses liens dessinés ici.",
                "The number after a kind counts its ties that are drawn here.",
            ),
            Phrase::CountsOfHeadings => (
                "Le nombre après un titre compte ce qui suit sous lui.",
                "The number after a heading counts what follows under it.",
            ),
            Phrase::MemberState => ("État membre", "Member State"),
            Phrase::ForumDot => ("forum ou organisation", "forum or organisation"),
            Phrase::Members => ("nombre de ses membres ici", "number of its members here"),
        };
        pick(lang, fr, en)
    }
}

/// What the picture is not: of the documents of the dataset, or of the file from which it was imported.
pub(super) fn limit(dataset: &DatasetView, lang: Lang) -> String {
    if dataset.is_table {
        let files: Vec<&str> = dataset.documents.iter().map(|d| d.reference.as_str()).collect();
        let files = files.join(", ");
        return match lang {
            Lang::Fr => format!("Ce que dit le fichier importé ({files}), et rien d’autre."),
            Lang::En => format!("What the imported file ({files}) says, and nothing else."),
        };
    }
    match (dataset.documents.len(), lang) {
        (1, Lang::Fr) => "Ce que dit un document; ce n’est pas un registre.".to_owned(),
        (1, Lang::En) => "What one document says; not a registry.".to_owned(),
        (2, Lang::Fr) => "Ce que disent deux documents; ce n’est pas un registre.".to_owned(),
        (2, Lang::En) => "What two documents say; not a registry.".to_owned(),
        (n, Lang::Fr) => format!("Ce que disent {n} documents; ce n’est pas un registre."),
        (n, Lang::En) => format!("What {n} documents say; not a registry."),
    }
}

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
    LeftUniversal,
    LeftTie,
    LeftTieWithout,
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
            Noun::MemberList => {
                (("liste de membres", "listes de membres"), ("list of members", "lists of members"))
            }
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
                (
                    "lien non dessiné faute d’un partenaire dans l’image.",
                    "liens non dessinés faute de partenaires dans l’image.",
                ),
                (
                    "tie not drawn for want of a partner in the picture.",
                    "ties not drawn for want of partners in the picture.",
                ),
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

fn pick<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A state.
pub(super) fn state(lang: Lang, state: &str) -> &str {
    let (fr, en) = match state {
        "active" => ("en vigueur, en cours", "in force, running"),
        "agreed" => ("conclu ou signé", "concluded or signed"),
        "negotiating" => ("en négociation", "under negotiation"),
        "proposed" => ("annoncé, prévu", "announced, planned"),
        "suspended" => ("suspendu", "suspended"),
        "dormant" => ("en sommeil", "dormant"),
        "ended" => ("terminé", "ended"),
        "unconfirmed" => ("date passée, à vérifier", "date passed, to verify"),
        "unknown" => ("état non dit", "state not said"),
        other => return other,
    };
    pick(lang, fr, en)
}

/// A state of an action.
pub(super) fn action_state(lang: Lang, word: &str) -> &str {
    match word {
        "active" => pick(lang, "en cours", "running"),
        "proposed" => pick(lang, "prévue", "planned"),
        other => state(lang, other),
    }
}

/// A stratum.
pub(super) fn stratum(lang: Lang, stratum: &str) -> &str {
    let (fr, en) = match stratum {
        "member-state" => ("États membres", "Member States"),
        "enlargement" => ("Élargissement", "Enlargement"),
        "neighbourhood" => ("Voisinage", "Neighbourhood"),
        _ => ("Autres partenaires", "Other partners"),
    };
    pick(lang, fr, en)
}

/// A class of evidence.
pub(super) fn class(lang: Lang, class: &str) -> &str {
    let (fr, en) = match class {
        "stated" => ("dit par la citation", "stated by the quotation"),
        "derived" => ("déduit d’un groupement", "derived through a grouping"),
        "structural" => ("appartenance, source publique", "membership, public source"),
        "additional" => {
            ("source additionnelle, non vérifiée par la machine", "additional source, not machine-checked")
        }
        other => return other,
    };
    pick(lang, fr, en)
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
