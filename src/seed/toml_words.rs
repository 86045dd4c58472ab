//! What the reader of TOML says, in both languages and without the words of the programming language.

use super::fault::Told;

/// What is wrong and how to mend it.
pub(super) fn told(message: &str) -> (Told, Told) {
    let message = message.trim().replace('\n', ", ");
    let mend = if message.starts_with("unknown field") {
        (
            "retirez le champ, ou écrivez-le comme l’un de ceux qui sont attendus",
            "remove the field or spell it as one of those expected",
        )
    } else if message.starts_with("missing field") {
        (
            "ajoutez le champ; seeds/README.md dit ce qu’il contient",
            "add the field; seeds/README.md says what it holds",
        )
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        (
            "donnez à la valeur le type que seeds/README.md dit pour ce champ",
            "give the value the type that seeds/README.md names for this field",
        )
    } else {
        (
            "corrigez ici le TOML; ce qui le suit n’a peut-être pas été lu",
            "correct the TOML here; what follows it may not have been read",
        )
    };
    (Told { fr: french(&message), en: plain(&message) }, mend.into())
}

/// A message without the words of the programming language.
fn plain(message: &str) -> String {
    let words = [
        ("expected u8", "expected a whole number from 0 to 255"),
        ("expected a sequence", "expected a list in [ ]"),
        ("expected struct Names", "expected { fr = \"…\", en = \"…\" }"),
        ("expected a boolean", "expected true or false"),
    ];
    words.iter().fold(message.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The same in French: what is said of fields and their values, and of the marks of the language that are missed most often.
/// What is rarer stands as the reader says it, which is said too.
fn french(message: &str) -> String {
    // A name between backticks stays as it is, whatever words it holds.
    let mut parts: Vec<String> = message.split('`').map(str::to_owned).collect();
    let is_own = KNOWN.iter().any(|(from, _)| message.starts_with(from));
    if !is_own {
        return format!("le TOML ne se lit pas ici; le lecteur dit en anglais: {}", plain(message));
    }
    for part in parts.iter_mut().step_by(2) {
        *part =
            KNOWN.iter().chain(&WITHIN).fold(std::mem::take(part), |text, (from, to)| text.replace(from, to));
    }
    parts.join("`")
}

/// Beginnings of messages, a longer one before what it begins with.
const KNOWN: [(&str, &str); 24] = [
    ("unknown field ", "champ inconnu "),
    ("missing field ", "il manque le champ "),
    ("duplicate field ", "champ donné deux fois: "),
    ("invalid type: ", "type qui ne va pas: "),
    ("invalid value: ", "valeur qui ne va pas: "),
    ("duplicate key", "clé donnée deux fois"),
    ("string values must be quoted", "une chaîne s’écrit entre guillemets droits"),
    ("missing opening quote", "il manque le guillemet droit du début"),
    ("missing comma between array elements", "il manque une virgule entre les éléments d’une liste"),
    ("missing comma between key-value pairs", "il manque une virgule entre deux champs"),
    ("extra comma in inline table", "il y a une virgule de trop dans la table"),
    ("extra comma in array", "il y a une virgule de trop dans la liste"),
    ("missing assignment between key-value pairs", "il manque «=» entre la clé et la valeur"),
    ("key with no value", "une clé sans valeur"),
    ("missing value for key", "il manque la valeur de la clé"),
    ("missing value", "il manque une valeur"),
    ("unclosed array table", "il manque «]]» à la fin du titre"),
    ("unclosed array", "il manque «]» à la fin de la liste"),
    ("unclosed inline table", "il manque «}» à la fin de la table"),
    ("unclosed table", "il manque «]» à la fin du titre"),
    ("invalid unquoted key", "cette clé s’écrit entre guillemets droits"),
    ("unquoted keys cannot be empty", "une clé vide s’écrit entre guillemets droits"),
    ("unexpected key or value", "il y a ici une clé ou une valeur de trop"),
    ("unexpected content", "il y a ici des mots de trop"),
];

/// What else stands in them.
const WITHIN: [(&str, &str); 17] = [
    ("there are no fields", "il n’y a pas de champs"),
    ("expected one of ", "attendu: l’un de "),
    ("expected a sequence", "attendue: une liste entre [ ]"),
    ("expected struct Names", "attendu: { fr = \"…\", en = \"…\" }"),
    ("expected a boolean", "attendu: true ou false"),
    ("expected u8", "attendu: un nombre entier de 0 à 255"),
    ("expected a string", "attendue: une chaîne"),
    ("expected a borrowed string", "attendue: une chaîne"),
    ("expected a map", "attendue: une table"),
    ("expected ", "attendu: "),
    ("boolean ", "la valeur "),
    ("integer ", "le nombre "),
    ("floating point ", "le nombre "),
    ("string ", "la chaîne "),
    ("sequence", "une liste"),
    ("map", "une table"),
    (" or ", " ou "),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_as_it_is_and_the_rest_is_french() {
        let of = |message: &str| told(message).0.fr;
        assert_eq!(
            of("unknown field `map or`, expected one of `id`, `kind`"),
            "champ inconnu `map or`, attendu: l’un de `id`, `kind`"
        );
        assert_eq!(of("missing field `names`"), "il manque le champ `names`");
        assert_eq!(
            of("invalid type: integer `3`, expected a string"),
            "type qui ne va pas: le nombre `3`, attendue: une chaîne"
        );
        assert_eq!(of("unclosed array table"), "il manque «]]» à la fin du titre");
        assert_eq!(of("key with no value, expected `=`"), "une clé sans valeur, attendu: `=`");
        assert!(of("radix must be lowercase").ends_with("en anglais: radix must be lowercase"));
    }
}
