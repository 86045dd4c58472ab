//! Words that all pictures share: states, strata, classes of evidence, and what a picture is not.

use std::sync::LazyLock;

use crate::dataset::{State, Word};
use crate::view::words::state_name;
use crate::view::{DatasetView, Label, Lang};

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

/// One of two languages.
pub(super) fn pick<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A state by its name; what is no state stays as it is.
pub(super) fn state(lang: Lang, word: &str) -> &str {
    static NAMES: LazyLock<Vec<(&str, Label)>> =
        LazyLock::new(|| State::ALL.iter().map(|s| (s.word(), state_name(*s))).collect());
    match (word, NAMES.iter().find(|(w, _)| *w == word)) {
        // Alone it would not say of what.
        ("unknown", _) => pick(lang, "état non précisé", "state not stated"),
        (_, Some((_, name))) => name.get(lang),
        (other, None) => other,
    }
}

/// A state of an action.
pub(super) fn action_state(lang: Lang, word: &str) -> &str {
    match word {
        "active" => pick(lang, "en cours", "running"),
        "proposed" => pick(lang, "prévue", "planned"),
        "unbegun" => pick(lang, "pas encore commencée", "not yet begun"),
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
