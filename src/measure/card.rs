//! What each measure of a node is called, what it says about a partner, and when not to use it.

/// A measure that gives one value to each actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// [`super::degree`](fn@super::degree).
    Degree,
    /// [`super::degree_centrality`].
    DegreeCentrality,
    /// [`super::strength`].
    Strength,
    /// [`super::betweenness_centrality`].
    Betweenness,
    /// [`super::closeness_centrality`].
    Closeness,
    /// [`super::harmonic_centrality`].
    Harmonic,
    /// [`super::eigenvector_centrality`].
    Eigenvector,
    /// [`super::pagerank`].
    Pagerank,
    /// [`super::constraint`].
    Constraint,
    /// [`super::effective_size`].
    EffectiveSize,
    /// [`super::core_number`].
    CoreNumber,
}

impl Measure {
    /// All measures, in the order in which they are listed to users.
    pub const ALL: [Measure; 11] = [
        Measure::Degree,
        Measure::DegreeCentrality,
        Measure::Strength,
        Measure::Betweenness,
        Measure::Closeness,
        Measure::Harmonic,
        Measure::Eigenvector,
        Measure::Pagerank,
        Measure::Constraint,
        Measure::EffectiveSize,
        Measure::CoreNumber,
    ];

    /// The name in commands, addresses and exports.
    pub fn id(self) -> &'static str {
        match self {
            Measure::Degree => "degree",
            Measure::DegreeCentrality => "degree-centrality",
            Measure::Strength => "strength",
            Measure::Betweenness => "betweenness",
            Measure::Closeness => "closeness",
            Measure::Harmonic => "harmonic",
            Measure::Eigenvector => "eigenvector",
            Measure::Pagerank => "pagerank",
            Measure::Constraint => "constraint",
            Measure::EffectiveSize => "effective-size",
            Measure::CoreNumber => "core-number",
        }
    }

    /// The measure of that [`id`](Measure::id).
    pub fn from_id(id: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.id() == id)
    }

    /// Whether a higher value stands for a more central actor. Only constraint is the other way round: the
    /// less an actor is constrained, the more it stands between others.
    pub fn higher_is_more(self) -> bool {
        self != Measure::Constraint
    }

    /// What to tell a reader about the measure.
    pub fn card(self) -> &'static MeasureCard {
        &CARDS[self as usize]
    }
}

/// The same words in French and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// French, as the EU institutions write it.
    pub fr: &'static str,
    /// Plain English.
    pub en: &'static str,
}

/// What a reader should know before they read a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureCard {
    /// The measure; its [`id`](Measure::id) is the card's.
    pub measure: Measure,
    /// What the measure is called.
    pub names: Words,
    /// What it says about a partner.
    pub says: Words,
    /// When not to use it.
    pub avoid: Words,
}

/// One card for each measure, in the order of [`Measure::ALL`].
pub const CARDS: &[MeasureCard] = &[
    MeasureCard {
        measure: Measure::Degree,
        names: Words { fr: "Degré", en: "Degree" },
        says: Words {
            fr: "Le nombre d’acteurs auxquels le partenaire est lié directement, d’après les sources.",
            en: "The number of actors to which the partner is tied directly, according to the sources.",
        },
        avoid: Words {
            fr: "Pour apprécier l’intensité d’une relation: un lien compte pour un, quel que soit son \
                 contenu. Une seule enceinte de vingt membres donne à chacun dix-neuf liens.",
            en: "To judge how intense a relation is: a tie counts as one whatever it contains. A single \
                 forum of twenty members gives each of them nineteen ties.",
        },
    },
    MeasureCard {
        measure: Measure::DegreeCentrality,
        names: Words { fr: "Centralité de degré", en: "Degree centrality" },
        says: Words {
            fr: "La part des autres acteurs du réseau auxquels le partenaire est lié directement.",
            en: "The share of the other actors of the network to which the partner is tied directly.",
        },
        avoid: Words {
            fr: "Pour comparer deux périmètres: la part baisse dès que le réseau compte plus d’acteurs, \
                 même si le partenaire n’a perdu aucun lien.",
            en: "To compare two perimeters: the share falls as soon as the network counts more actors, \
                 even if the partner has lost no tie.",
        },
    },
    MeasureCard {
        measure: Measure::Strength,
        names: Words { fr: "Force", en: "Strength" },
        says: Words {
            fr: "Le nombre de formats dans lesquels le partenaire rencontre au moins un autre partenaire.",
            en: "The number of formats in which the partner meets at least one other partner.",
        },
        avoid: Words {
            fr: "Pour peser les formats: chacun compte pour un, qu’il soit grand ou petit, politique ou \
                 technique. Deux formats réunissant les mêmes partenaires comptent pour deux.",
            en: "To weigh the formats: each counts as one, large or small, political or technical. Two \
                 formats with the same partners count as two.",
        },
    },
    MeasureCard {
        measure: Measure::Betweenness,
        names: Words { fr: "Centralité d’intermédiarité", en: "Betweenness centrality" },
        says: Words {
            fr: "La part des paires d’autres acteurs dont les chaînes de liens les plus courtes passent \
                 par le partenaire.",
            en: "The share of the pairs of other actors whose shortest chains of ties run through the \
                 partner.",
        },
        avoid: Words {
            fr: "Pour l’Union elle-même: les documents sont les siens et la placent au centre par \
                 construction. Ni lorsqu’une valeur repose sur une seule source: un lien de plus ou de \
                 moins peut alors changer l’ordre.",
            en: "For the EU itself: the documents are its own and put it in the middle by construction. \
                 Nor where a value rests on a single source: one tie more or less may then change the \
                 order.",
        },
    },
    MeasureCard {
        measure: Measure::Closeness,
        names: Words { fr: "Centralité de proximité", en: "Closeness centrality" },
        says: Words {
            fr: "En combien peu de pas le partenaire atteint les acteurs qui lui sont accessibles.",
            en: "In how few steps the partner reaches the actors that are within its reach.",
        },
        avoid: Words {
            fr: "Lorsque le réseau est en plusieurs morceaux, notamment sans l’Union: lire alors la \
                 centralité harmonique. Avec l’Union, presque tous sont à un ou deux pas et les \
                 valeurs se distinguent à peine.",
            en: "When the network is in several pieces, in particular without the EU: read harmonic \
                 centrality then. With the EU almost everybody is one or two steps away and the values \
                 hardly differ.",
        },
    },
    MeasureCard {
        measure: Measure::Harmonic,
        names: Words { fr: "Centralité harmonique", en: "Harmonic centrality" },
        says: Words {
            fr: "La proximité moyenne du partenaire avec tous les autres: un pour un lien direct, un demi \
                 pour deux pas, zéro pour qui reste hors d’atteinte.",
            en: "How near the partner is to all others on average: one for a direct tie, a half for two \
                 steps, nothing for those out of reach.",
        },
        avoid: Words {
            fr: "Avec l’Union dans le réseau: presque tous sont alors à un ou deux pas, et la mesure \
                 répète le degré.",
            en: "With the EU in the network: almost everybody is then one or two steps away, and the \
                 measure repeats the degree.",
        },
    },
    MeasureCard {
        measure: Measure::Eigenvector,
        names: Words { fr: "Centralité de vecteur propre", en: "Eigenvector centrality" },
        says: Words {
            fr: "Dans quelle mesure le partenaire est lié à des acteurs eux-mêmes bien liés.",
            en: "How far the partner is tied to actors who are well tied themselves.",
        },
        avoid: Words {
            fr: "Lorsque le réseau est en plusieurs morceaux: la mesure n’y est pas définie. Ni lorsqu’une \
                 grande enceinte domine: ses membres obtiennent tous une valeur élevée du seul fait d’y \
                 siéger.",
            en: "When the network is in several pieces: the measure is undefined there. Nor when one large \
                 forum dominates: all its members score high merely by sitting in it.",
        },
    },
    MeasureCard {
        measure: Measure::Pagerank,
        names: Words { fr: "PageRank", en: "PageRank" },
        says: Words {
            fr: "La part du temps que passerait chez le partenaire un visiteur suivant les liens au \
                 hasard; un acteur aux liens nombreux en transmet peu à chacun.",
            en: "The share of time that a visitor following ties at random would spend with the partner; \
                 an actor with many ties passes little to each.",
        },
        avoid: Words {
            fr: "Pour en savoir plus que le degré: les liens n’étant pas orientés, les deux se suivent \
                 de près. Les valeurs ne se comparent pas entre réseaux de tailles différentes, leur somme \
                 étant toujours un.",
            en: "To learn more than the degree says: ties have no direction here, and the two follow each \
                 other closely. Values cannot be compared between networks of different sizes, since they \
                 always add up to one.",
        },
    },
    MeasureCard {
        measure: Measure::Constraint,
        names: Words { fr: "Contrainte", en: "Constraint" },
        says: Words {
            fr: "Dans quelle mesure les liens du partenaire le ramènent au même cercle. Une valeur basse \
                 désigne un acteur placé entre des cercles qui ne se rencontrent pas.",
            en: "How far the partner’s ties lead back to the same circle. A low value marks an actor \
                 placed between circles that do not meet.",
        },
        avoid: Words {
            fr: "Pour un acteur qui n’a qu’un ou deux liens: la valeur est élevée par construction. Elle \
                 n’est pas définie sans lien, peut dépasser un et n’est pas un pourcentage.",
            en: "For an actor with only one or two ties: the value is high by construction. It is \
                 undefined without a tie, may exceed one and is no percentage.",
        },
    },
    MeasureCard {
        measure: Measure::EffectiveSize,
        names: Words { fr: "Taille effective", en: "Effective size" },
        says: Words {
            fr: "Le nombre d’acteurs auxquels le partenaire est lié, déduction faite de ce qui est redondant \
                 parce qu’ils sont liés entre eux.",
            en: "The number of actors to which the partner is tied, less what is redundant because they are \
                 tied to each other.",
        },
        avoid: Words {
            fr: "Pour comparer des partenaires de degrés très différents: la taille effective croît avec \
                 le degré. Elle n’est pas définie sans lien.",
            en: "To compare partners of very different degrees: effective size grows with the degree. It \
                 is undefined without a tie.",
        },
    },
    MeasureCard {
        measure: Measure::CoreNumber,
        names: Words { fr: "Indice de cœur", en: "Core number" },
        says: Words {
            fr: "Le plus grand nombre k tel que le partenaire appartient à un groupe dont chaque membre \
                 est lié à au moins k autres du groupe.",
            en: "The largest number k such that the partner belongs to a group in which each member is \
                 tied to at least k others of the group.",
        },
        avoid: Words {
            fr: "Pour départager des partenaires: les ex æquo sont nombreux. Une seule enceinte de vingt \
                 membres suffit à donner à chacun un indice de dix-neuf.",
            en: "To tell partners apart: many share the same value. A single forum of twenty members is \
                 enough to give each of them a core number of nineteen.",
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_its_card_and_its_id() {
        assert_eq!(CARDS.len(), Measure::ALL.len());
        for measure in Measure::ALL {
            assert_eq!(measure.card().measure, measure);
            assert_eq!(Measure::from_id(measure.id()), Some(measure));
            assert!(measure.id().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", measure.id());
        }
        assert_eq!(Measure::from_id("Degree"), None);
    }

    #[test]
    fn the_words_are_there_and_follow_the_house_typography() {
        for card in CARDS {
            for words in [card.names, card.says, card.avoid] {
                for text in [words.fr, words.en] {
                    assert!(
                        !text.is_empty() && !text.contains(['\'', '"']) && !text.contains("  "),
                        "{text}"
                    );
                }
                assert!(!words.fr.contains(" :") && !words.fr.contains(" ;"), "{}", words.fr);
            }
            for text in [card.says, card.avoid] {
                assert!(text.fr.ends_with('.') && text.en.ends_with('.'), "{}", card.measure.id());
            }
        }
    }
}
