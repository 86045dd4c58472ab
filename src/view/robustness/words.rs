//! The words of the codings, of the notes and of the first headline.

use super::RangeCountView;
use crate::gap::Coding;
use crate::view::names::Label;
use crate::view::words::{counted, say};

pub(super) fn headline(counts: &[RangeCountView]) -> Label {
    let same = counts.iter().filter(|c| c.least == c.most).count();
    let told = counted(
        same,
        [
            "aucun ne reste le même sous tous les codages de rechange, y compris ceux qui changent le total, et l’étendue donnée avec chacun dit jusqu’où il va",
            "1 reste le même sous tous les codages de rechange, y compris ceux qui changent le total, et l’étendue donnée avec les autres dit jusqu’où ils vont",
            "# restent les mêmes sous tous les codages de rechange, y compris ceux qui changent le total, et l’étendue donnée avec les autres dit jusqu’où ils vont",
        ],
        [
            "none stays the same under every alternative coding, those that change the total included, and the range given with each says how far it goes",
            "1 stays the same under every alternative coding, those that change the total included, and the range given with the others says how far they go",
            "# stay the same under every alternative coding, those that change the total included, and the range given with the others says how far they go",
        ],
    );
    let of = counts.len();
    say(
        format!("Chaque nombre donné est celui du codage retenu. Sur {of} comptes, {}.", told.fr),
        format!("Each number given as firm is that of the coding chosen. Of {of} counts, {}.", told.en),
    )
}

pub(in crate::view) fn coding(coding: Coding) -> Label {
    match coding {
        Coding::StandardsRegulatory => say(
            "les normes et l’interopérabilité comptent comme coopération réglementaire",
            "standards and interoperability count as regulatory cooperation",
        ),
        Coding::HubNotBusiness => say(
            "bancs d’essai et pôles numériques ne comptent pas comme rôle des entreprises",
            "test beds and digital hubs do not count as the role of business",
        ),
        Coding::MutualRecognitionNotRegulatory => say(
            "alignement juridique et reconnaissance mutuelle ne comptent pas comme coopération réglementaire",
            "legal alignment and mutual recognition do not count as regulatory cooperation",
        ),
        Coding::AssociationNotResearch => say(
            "l’association à un programme ne compte pas comme recherche",
            "association to a programme does not count as research",
        ),
        Coding::PlannedCounts => say(
            "ce qui est prévu, négocié, conclu ou non confirmé compte comme en cours",
            "what is planned, negotiated, agreed or unconfirmed counts as running",
        ),
        Coding::GroupingsCount => say(
            "ce qui passe par un groupement compte comme nommant ses membres",
            "what goes through a grouping counts as naming its members",
        ),
        Coding::DescriptionOnlyDropped => say(
            "les partenaires que seule la description d’une ligne de l’annexe nomme sont laissés de côté",
            "partners that only the description of an annex row names are left out",
        ),
        Coding::RowState => say(
            "le calendrier d’une ligne de l’annexe vaut pour chacun de ses partenaires, quoi que la description dise de l’un d’eux",
            "the calendar of an annex row holds for each of its partners, whatever the description says of one",
        ),
        Coding::CoreStrict => say(
            "les unités sont les seuls partenariats et dialogues numériques {DP, DD}",
            "units are digital partnerships and dialogues alone {DP, DD}",
        ),
        Coding::ExamplesDropped => say(
            "les «Exemples de futures actions» sont laissés de côté",
            "the «Exemples de futures actions» are left out",
        ),
        Coding::PartsWorking => say(
            "la partie d’un forum, tel le groupe de travail d’une organisation (GTGIA de l’OCDE), compte comme table de travail",
            "the part of a forum, such as a working party of an organisation (AIGO of the OECD), counts as a working table of its own",
        ),
        Coding::DisputedStates => say(
            "là où les mots du texte se lisent aussi autrement («continuera de rechercher des formes de coopération»: services de confiance), l’autre état",
            "where the words of the text can also be read otherwise («continuera de rechercher des formes de coopération»: trust services), the other state",
        ),
    }
}

pub(super) fn notes() -> Vec<Label> {
    vec![
        say(
            "Un endroit est un passage; les quatre cellules d’une ligne de l’annexe n’en font qu’un.",
            "A place is a passage; the four cells of an annex row are one.",
        ),
        say(
            "Preuves manquantes: chaque cellule sans action en cours, hors absence établie, en a une avec la probabilité q, indépendamment des autres.",
            "Missing evidence: each cell without a running action, established absences apart, has one with probability q, independently of the others.",
        ),
        say(
            "Hasard: échanges qui gardent le nombre de titulaires de chaque type et de types de chaque titulaire (Strona et al. 2014).",
            "Chance: trades that keep the number of holders of each kind and of kinds of each holder (Strona et al. 2014).",
        ),
        say("Un calcul, non un conseil.", "A computation, not advice."),
    ]
}
