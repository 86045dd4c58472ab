//! Sentences in both languages: templates filled from records.

use super::names::Label;
use crate::dataset::{ActorId, Dataset, Date, Kind, Level, State, TieId, Word, parse_date};
use crate::network::Class;

/// A sentence in both languages.
pub fn say(fr: impl Into<String>, en: impl Into<String>) -> Label {
    Label { fr: fr.into(), en: en.into() }
}

/// A command as a sentence names it: in English it asks for English, as a command means French when it names no language.
pub fn in_words(command: String) -> Label {
    let en = format!("{command} --lang en");
    say(command, en)
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

/// The sentence of none, of one or of more, in which `#` stands for the number.
pub(super) fn counted(n: usize, fr: [&str; 3], en: [&str; 3]) -> Label {
    let told = |of: [&str; 3]| of[n.min(2)].replace('#', &n.to_string());
    say(told(fr), told(en))
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

/// A name between the marks of its language: names of ties hold commas and conjunctions of their own.
fn marked(name: &Label) -> Label {
    let inner = |text: &str, from: [char; 2], to: [char; 2]| {
        text.replace(from[0], &to[0].to_string()).replace(from[1], &to[1].to_string())
    };
    say(format!("«{}»", inner(&name.fr, ['«', '»'], ['“', '”'])), format!("‘{}’", name.en))
}

/// The names of the first ties, enumerated, with the number of the others.
pub fn ties(dataset: &Dataset, ids: &[TieId], most: usize) -> Label {
    let mut labels: Vec<Label> = ids.iter().take(most).map(|&id| marked(&tie(dataset, id))).collect();
    if ids.len() > most {
        let more = ids.len() - most;
        labels.push(say(
            format!("{more} autre{}", if more > 1 { "s" } else { "" }),
            format!("{more} other{}", if more > 1 { "s" } else { "" }),
        ));
    }
    enumerate(&labels)
}

/// A state by its name: the one word for it in pictures, reports and the page.
pub fn state_name(state: State) -> Label {
    let (fr, en) = match state {
        State::Proposed => ("prévu ou à l’examen", "planned or under consideration"),
        State::Negotiating => ("en négociation", "under negotiation"),
        State::Agreed => ("conclu ou signé", "concluded or signed"),
        State::Active => ("en cours ou en vigueur", "running or in force"),
        State::Suspended => ("suspendu", "suspended"),
        State::Dormant => ("en sommeil", "dormant"),
        State::Ended => ("terminé", "ended"),
        State::Unknown => ("non précisé", "not stated"),
        State::Unconfirmed => ("non confirmé", "unconfirmed"),
        State::NotBegun => ("pas encore commencé ou conclu", "not yet begun or concluded"),
    };
    say(fr, en)
}

/// A state in words: its name, and of some what it does not say.
pub fn state(state: State) -> Label {
    let name = state_name(state);
    let (fr, en) = match state {
        State::Agreed => (", entrée en vigueur non mentionnée", ", entry into force not mentioned"),
        State::Unconfirmed => (
            ": une date annoncée est passée sans source nouvelle",
            ": an announced date has passed without a new source",
        ),
        _ => return name,
    };
    say(name.fr + fr, name.en + en)
}

/// A kind of tie in words. Only a table has links, so that the dataset need not name them.
pub fn kind(dataset: &Dataset, kind: Kind) -> Label {
    match (dataset.kind(kind), kind) {
        (Some(info), _) => (&info.name).into(),
        (None, Kind::Link) => say("lien importé", "imported tie"),
        (None, other) => say(other.word(), other.word()),
    }
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

/// How a moment begins in French: a day and a quarter take the article, a month and a year do not.
fn has_article(text: &str) -> bool {
    text.contains("-Q") || parse_date(text).is_ok()
}

/// Since when, as precisely as the text gives it: «depuis le 1er juillet 2024», «depuis juillet 2024».
pub fn since(text: &str) -> Label {
    let when = moment(text);
    let article = if has_article(text) { "le " } else { "" };
    say(format!("depuis {article}{}", when.fr), format!("since {}", when.en))
}

/// Until when, as precisely as the text gives it: «jusqu’au 1er juillet 2024», «jusqu’en juillet 2024».
pub fn until(text: &str) -> Label {
    let when = moment(text);
    let article = if has_article(text) { "au" } else { "en" };
    say(format!("jusqu’{article} {}", when.fr), format!("until {}", when.en))
}

/// A moment as precisely as the text gives it: `2026-11-20` → «20 novembre 2026», `2026-11` → «novembre 2026»,
/// `2025-Q4` → «quatrième trimestre de 2025»; as it stands where it is none of these.
pub fn moment(text: &str) -> Label {
    if let Ok(date) = parse_date(text) {
        return day(date);
    }
    if let Some((year, quarter)) = text.split_once("-Q") {
        let ordinal = match quarter {
            "1" => Some(("premier", "first")),
            "2" => Some(("deuxième", "second")),
            "3" => Some(("troisième", "third")),
            "4" => Some(("quatrième", "fourth")),
            _ => None,
        };
        if let Some((fr, en)) = ordinal {
            return say(format!("{fr} trimestre de {year}"), format!("{en} quarter of {year}"));
        }
    }
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
    fn none_one_and_more_have_each_their_sentence() {
        let of = |n| counted(n, ["aucune", "1 ligne", "# lignes"], ["none", "1 line", "# lines"]);
        assert_eq!(
            [of(0), of(1), of(12)],
            [say("aucune", "none"), say("1 ligne", "1 line"), say("12 lignes", "12 lines")]
        );
    }

    #[test]
    fn lists_join_with_their_word() {
        let names = |n: usize| (0..n).map(|i| say(format!("f{i}"), format!("e{i}"))).collect::<Vec<_>>();
        assert_eq!(enumerate(&names(3)).fr, "f0, f1 et f2");
        assert_eq!(enumerate(&names(2)).en, "e0 and e1");
        assert_eq!(enumerate(&[]).fr, "aucun");
    }

    #[test]
    fn a_moment_is_told_as_precisely_as_the_text_gives_it() {
        assert_eq!(moment("2025-06-05"), say("5 juin 2025", "5 June 2025"));
        assert_eq!(moment("2026-03-01"), say("1er mars 2026", "1 March 2026"));
        assert_eq!(moment("2024-07"), say("juillet 2024", "July 2024"));
        assert_eq!(moment("2019"), say("2019", "2019"));
        assert_eq!(moment("2025-Q4"), say("quatrième trimestre de 2025", "fourth quarter of 2025"));
        assert_eq!(since("2024-07"), say("depuis juillet 2024", "since July 2024"));
        assert_eq!(since("2025-Q4").fr, "depuis le quatrième trimestre de 2025");
        assert_eq!(until("2026-03-01").fr, "jusqu’au 1er mars 2026");
        assert_eq!(until("2027"), say("jusqu’en 2027", "until 2027"));
        assert_eq!(moment("2024-13"), say("2024-13", "2024-13"));
    }
}
