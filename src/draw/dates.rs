//! Dates and spans of time in words.

use super::phrases::Phrase;
use crate::view::{Lang, ValidView};

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

/// When a tie in a state holds, in words; of an expected day that has passed, that the documents do not tell what became of it.
pub(super) fn when(lang: Lang, valid: &ValidView, state: &str) -> String {
    let words = period(lang, valid);
    if state == "unconfirmed" && valid.expected.is_some() {
        return format!("{words} {}", Phrase::Passed.get(lang));
    }
    words
}

/// When a tie holds, in words: `depuis juillet 2024`, `2025–2030`, `until 2027`; nothing when the source gives none.
pub(super) fn period(lang: Lang, valid: &ValidView) -> String {
    let year = valid.precision == Some("year");
    let coarse = |iso: &str| match iso.split('-').collect::<Vec<_>>()[..] {
        [y, _, _] if year => y.to_owned(),
        [y, m, _] if valid.precision.is_some_and(|p| p != "day") => date(lang, &format!("{y}-{m}")),
        _ => date(lang, iso),
    };
    // The end is the day after the last: a whole year ends on the first of January.
    let end =
        valid.to.as_deref().map(|to| match to.strip_suffix("-01-01").and_then(|y| y.parse::<i32>().ok()) {
            Some(y) => (y - 1).to_string(),
            None => format!("{} {}", Phrase::Before.get(lang), date(lang, to)),
        });
    let mut words = match (valid.from.as_deref().map(coarse), end) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{} {from}", Phrase::Since.get(lang)),
        (None, Some(to)) => format!("{} {to}", Phrase::Until.get(lang)),
        (None, None) => String::new(),
    };
    if let Some(expected) = &valid.expected {
        let separator = if words.is_empty() { "" } else { ", " };
        words.push_str(&format!("{separator}{} {}", Phrase::Expected.get(lang), date(lang, expected)));
    }
    words
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
    fn periods_end_on_their_last_day() {
        let valid = |from: Option<&str>, to: Option<&str>, precision, expected: Option<&str>| ValidView {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            precision,
            expected: expected.map(str::to_owned),
            given: [None, None],
        };
        let years = valid(Some("2025-01-01"), Some("2031-01-01"), Some("year"), None);
        assert_eq!(period(Lang::Fr, &years), "2025–2030");
        let month = valid(Some("2024-07-01"), None, Some("month"), None);
        assert_eq!(period(Lang::Fr, &month), "depuis juillet 2024");
        assert_eq!(period(Lang::En, &valid(None, Some("2028-01-01"), Some("year"), None)), "until 2027");
        assert_eq!(period(Lang::En, &valid(None, None, None, Some("2027-Q4"))), "expected: 2027-Q4");
        assert_eq!(period(Lang::En, &valid(None, None, None, None)), "");
        let due = valid(None, None, None, Some("2025"));
        assert_eq!(when(Lang::En, &due, "proposed"), "expected: 2025");
        assert_eq!(when(Lang::En, &due, "unconfirmed"), "expected: 2025 (passed; outcome not told)");
    }
}
