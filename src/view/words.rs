//! Sentences in both languages: templates filled from records.

use super::names::Label;
use crate::dataset::{ActorId, Dataset, Date, Level, State, TieId};
use crate::network::Class;

/// A sentence in both languages.
pub fn say(fr: impl Into<String>, en: impl Into<String>) -> Label {
    Label { fr: fr.into(), en: en.into() }
}

/// `a, b et c` / `a, b and c`; `aucun` / `none` for an empty list.
pub fn enumerate(labels: &[Label]) -> Label {
    let join = |get: fn(&Label) -> &str, and: &str, none: &str| match labels {
        [] => none.to_owned(),
        [one] => get(one).to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(get).collect();
            format!("{} {and} {}", first.join(", "), get(last))
        }
    };
    say(join(|l| &l.fr, "et", "aucun"), join(|l| &l.en, "and", "none"))
}

/// The name of an actor.
pub fn actor(dataset: &Dataset, id: ActorId) -> Label {
    (&dataset.actor(id).name).into()
}

/// The names of actors, enumerated.
pub fn actors(dataset: &Dataset, ids: &[ActorId]) -> Label {
    enumerate(&ids.iter().map(|&id| actor(dataset, id)).collect::<Vec<_>>())
}

/// The name of a tie.
pub fn tie(dataset: &Dataset, id: TieId) -> Label {
    (&dataset.tie(id).name).into()
}

/// The names of the first ties, enumerated, with the number of the others.
pub fn ties(dataset: &Dataset, ids: &[TieId], most: usize) -> Label {
    let mut labels: Vec<Label> = ids.iter().take(most).map(|&id| tie(dataset, id)).collect();
    if ids.len() > most {
        let more = ids.len() - most;
        labels.push(say(
            format!("{more} autre{}", if more > 1 { "s" } else { "" }),
            format!("{more} other{}", if more > 1 { "s" } else { "" }),
        ));
    }
    let quoted: Vec<Label> = labels;
    enumerate(&quoted)
}

/// A state in words.
pub fn state(state: State) -> Label {
    let (fr, en) = match state {
        State::Proposed => ("prévu ou à l’examen", "planned or under consideration"),
        State::Negotiating => ("en négociation", "under negotiation"),
        State::Agreed => (
            "conclu ou signé, entrée en vigueur non mentionnée",
            "concluded or signed, entry into force not mentioned",
        ),
        State::Active => ("en cours ou en vigueur", "running or in force"),
        State::Suspended => ("suspendu", "suspended"),
        State::Dormant => ("en sommeil", "dormant"),
        State::Ended => ("terminé", "ended"),
        State::Unknown => ("non précisé", "not stated"),
        State::Unconfirmed => (
            "non confirmé: l’échéance est passée sans source",
            "unconfirmed: its date has passed without a source",
        ),
    };
    say(fr, en)
}

/// A class of evidence in words.
pub fn class(class: Class) -> Label {
    match class {
        Class::Stated => say("déclaré: la citation nomme la partie", "stated: the quotation names the party"),
        Class::Derived => say("dérivé: par un groupement", "derived: through a grouping"),
        Class::Structural => {
            say("structurel: appartenance, source publique", "structural: membership, public source")
        }
        Class::Additional => say(
            "additionnel: source additionnelle, non vérifiée par la machine",
            "additional: additional source, not machine-checked",
        ),
    }
}

/// A link level in words.
pub fn level(level: Level) -> Label {
    match level {
        Level::Working => say("groupe de travail", "working level"),
        Level::Agenda => say("point d’ordre du jour", "agenda level"),
        Level::Universal => say("organisation universelle", "universal body"),
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

/// A day in words.
pub fn day(date: Date) -> Label {
    let (fr, en) = MONTHS[u8::from(date.month()) as usize - 1];
    let number = date.day();
    let ordinal = if number == 1 { "1er".to_owned() } else { number.to_string() };
    say(format!("{ordinal} {fr} {}", date.year()), format!("{number} {en} {}", date.year()))
}

/// A moment as precisely as the text gives it: `2026-11` → «novembre 2026»; as it stands where it is no month.
pub fn moment(text: &str) -> Label {
    let month = text.split_once('-').and_then(|(year, month)| {
        (month.len() == 2).then_some(())?;
        Some((year, MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?))
    });
    match month {
        Some((year, (fr, en))) => say(format!("{fr} {year}"), format!("{en} {year}")),
        None => say(text, text),
    }
}

/// The place of a passage in words: `s2 ¶1` → «section 2, alinéa 1».
pub fn place(at: &str) -> Label {
    let parts: Vec<&str> = at.split(' ').collect();
    let plain = || say(at, at);
    let column = |word: &str| match word {
        "title" => Some(("objectif", "title")),
        "description" => Some(("description", "description")),
        "partners" => Some(("partenaires", "partners")),
        "calendar" => Some(("calendrier", "calendar")),
        _ => None,
    };
    match parts[..] {
        ["annex", row, word] if column(word).is_some() && row.parse::<u8>().is_ok() => {
            let (fr, en) = column(word).unwrap_or(("", ""));
            say(format!("annexe, action {row}, {fr}"), format!("annex, action {row}, {en}"))
        }
        ["example", n] => say(format!("exemple {n}"), format!("example {n}")),
        ["point", n] => say(format!("point {n}"), format!("point {n}")),
        ["point", n, indent] => say(format!("point {n} {indent}"), format!("point {n} {indent}")),
        [section, rest]
            if section.starts_with('s') && section[1..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            let number = &section[1..];
            match rest.strip_prefix('¶') {
                Some(p) => {
                    say(format!("section {number}, alinéa {p}"), format!("section {number}, paragraph {p}"))
                }
                None if rest == "heading" => {
                    say(format!("section {number}, titre"), format!("section {number}, heading"))
                }
                None => {
                    say(format!("section {number}, point {rest}"), format!("section {number}, point {rest}"))
                }
            }
        }
        [note]
            if note.len() > 1
                && note.starts_with('n')
                && note[1..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            say(format!("note {}", &note[1..]), format!("note {}", &note[1..]))
        }
        _ => plain(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_people_cite() {
        for (at, fr, en) in [
            ("s2 ¶1", "section 2, alinéa 1", "section 2, paragraph 1"),
            ("s2 (4)", "section 2, point (4)", "section 2, point (4)"),
            ("s4.5 ¶1", "section 4.5, alinéa 1", "section 4.5, paragraph 1"),
            ("n30", "note 30", "note 30"),
            ("annex 27 partners", "annexe, action 27, partenaires", "annex, action 27, partners"),
            ("example 7", "exemple 7", "example 7"),
            ("point 9", "point 9", "point 9"),
        ] {
            assert_eq!(place(at), say(fr, en));
        }
    }

    #[test]
    fn lists_join_with_their_word() {
        let names = |n: usize| (0..n).map(|i| say(format!("f{i}"), format!("e{i}"))).collect::<Vec<_>>();
        assert_eq!(enumerate(&names(3)).fr, "f0, f1 et f2");
        assert_eq!(enumerate(&names(2)).en, "e0 and e1");
        assert_eq!(enumerate(&[]).fr, "aucun");
    }
}
