//! The phrases of the pictures that draw the network (wheel, force, ladder), in French and English.

use super::words::pick;
use crate::view::Lang;

/// A phrase that stands as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    TitleWheel,
    TitleWithout,
    TitleSplit,
    Selection,
    Sources,
    AsOf,
    AsOfAndKnown,
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
    NoDate,
    ByLater,
    Among,
    EmptyRing,
    ListsBeside,
    Star,
    AdditionalAlone,
    Until,
    Before,
    Expected,
    Passed,
    MembersAtLeast,
    LinesAreInstruments,
    LinesAreSeats,
    EndsAreStates,
    DotsAreActions,
    CirclesAreAreas,
    Running,
    PlannedOrSigned,
    NotSaidToRun,
    Concern,
    CirclesAndNone,
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
    TablesFromTop,
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
            Phrase::AsOfAndKnown => ("État et connu au", "As of and known by"),
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
            Phrase::ByLater => ("d’après un texte postérieur", "by a later text"),
            Phrase::Among => ("dont", "of which"),
            Phrase::NoDate => ("aucune date dans les documents", "no date in the documents"),
            Phrase::Star => ("Une étoile", "A star"),
            Phrase::AdditionalAlone => (
                "source additionnelle seule, non vérifiée par la machine",
                "additional source alone, not machine-checked",
            ),
            Phrase::ListsBeside => (
                "Qui siège à une table suit de listes publiques datées, hors des documents.",
                "Who sits at a table follows from dated public lists, outside the documents.",
            ),
            Phrase::EmptyRing => (
                "Un anneau sans point: aucune action dite, ce qui ne veut pas dire aucune.",
                "A ring without a dot: no action told, which does not mean none.",
            ),
            Phrase::Until => ("jusqu’à", "until"),
            Phrase::Before => ("avant le", "before"),
            Phrase::Expected => ("attendu:", "expected:"),
            Phrase::Passed => ("(passé; suite non dite)", "(passed; outcome not told)"),
            Phrase::LinesAreInstruments => {
                ("Trait: instrument, lien de forum", "Line: instrument or forum tie")
            }
            Phrase::LinesAreSeats => {
                ("Chaque trait est une place à une table", "Each line is a seat at a table")
            }
            Phrase::EndsAreStates => ("Le bout du trait dit son état", "The end of a line says its state"),
            Phrase::DotsAreActions => ("Chaque point est une action", "Each dot is an action"),
            Phrase::CirclesAreAreas => ("Son anneau dit son domaine", "Its ring says its area"),
            Phrase::Running => ("en cours", "running"),
            Phrase::PlannedOrSigned => ("prévue ou signée", "planned or signed"),
            // Beside what is planned, what ended, what no source confirms, what has no state.
            Phrase::NotSaidToRun => ("non dite en cours", "not said to run"),
            Phrase::Concern => ("porte des préoccupations", "conveys concerns"),
            Phrase::CirclesAndNone => ("Anneau: domaine, puis aucun", "Ring: area, then none"),
            Phrase::Unnamed => ("sans pays, groupement ni forum", "no country, grouping or forum"),
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
            Phrase::Alone => {
                ("n’en rencontre aucun autre dans la sélection", "meets no other in the selection")
            }
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
            Phrase::TablesFromTop => ("table; en haut les plus petites", "table; the smallest on top"),
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
            Phrase::UnnamedActions => {
                ("actions sans pays, groupement ni forum", "actions with no country, grouping or forum")
            }
            Phrase::CountsOfKinds => (
                "Après un type: ses liens dessinés, chacun une fois.",
                "After a kind: its ties drawn here, each once.",
            ),
            Phrase::CountsOfHeadings => (
                "Le nombre après un titre compte ce qui suit sous lui.",
                "The number after a heading counts what follows under it.",
            ),
            Phrase::MemberState => ("État membre", "Member State"),
            Phrase::ForumDot => ("forum ou organisation", "forum or organisation"),
            Phrase::Members => ("nombre de ses membres ici", "number of its members here"),
            Phrase::MembersAtLeast => ("ses membres ici (≥: au moins)", "members here (≥: at least)"),
        };
        pick(lang, fr, en)
    }
}
