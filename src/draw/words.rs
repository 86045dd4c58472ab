//! The phrases of pictures, in French and English: the one catalogue.

use crate::view::Lang;

/// Picks by language.
pub(super) fn pick<'a>(lang: Lang, fr: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A count with its noun; French counts zero and one in the singular, English one alone.
pub(super) fn counted(lang: Lang, n: usize, one: (&str, &str), many: (&str, &str)) -> String {
    let singular = n == 1 || n == 0 && lang == Lang::Fr;
    let (fr, en) = if singular { one } else { many };
    format!("{n} {}", pick(lang, fr, en))
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
        other => return other,
    };
    pick(lang, fr, en)
}

/// The line that says what this is not.
pub(super) fn limit(lang: Lang) -> &'static str {
    pick(
        lang,
        "Ce que disent deux documents; ce n’est pas un registre.",
        "What two documents say; not a registry.",
    )
}

/// A date for readers: 20 novembre 2025, 20 November 2025; as it stands when it is none.
pub(super) fn date(lang: Lang, iso: &str) -> String {
    const FR: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<usize> = iso.split('-').filter_map(|p| p.parse().ok()).collect();
    let months = if lang == Lang::Fr { FR } else { EN };
    match parts[..] {
        [year, month @ 1..=12, day] => {
            let day = if day == 1 && lang == Lang::Fr { "1er".to_owned() } else { day.to_string() };
            format!("{day} {} {year}", months[month - 1])
        }
        [year, month @ 1..=12] if !iso.contains('Q') => format!("{} {year}", months[month - 1]),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_they_are_said() {
        assert_eq!(date(Lang::Fr, "2025-11-20"), "20 novembre 2025");
        assert_eq!(date(Lang::Fr, "2025-05-01"), "1er mai 2025");
        assert_eq!(date(Lang::En, "2025-06-05"), "5 June 2025");
        assert_eq!(date(Lang::En, "2025-03"), "March 2025");
        assert_eq!(date(Lang::En, "2027-Q4"), "2027-Q4");
        assert_eq!(date(Lang::En, "2025"), "2025");
    }

    #[test]
    fn french_zero_is_singular() {
        assert_eq!(counted(Lang::Fr, 0, ("lien", "tie"), ("liens", "ties")), "0 lien");
        assert_eq!(counted(Lang::En, 0, ("lien", "tie"), ("liens", "ties")), "0 ties");
    }
}
