//! The phrases of the calendar, in French and English.

use super::dates::date;
use super::sheet::said;
use super::words::state;
use crate::dataset::{Date, Moment, parse_date};
use crate::view::{Lang, MonitorView, TieView};

/// The title.
pub(super) fn title(lang: Lang) -> &'static str {
    said(lang, "Les actions dans le temps", "The actions in time")
}

/// The view in a sentence.
pub(super) fn sentence(
    view: &MonitorView,
    (dated, undated): (usize, usize),
    is_selection: bool,
    lang: Lang,
) -> String {
    let n = |phase: &str| view.counts.iter().find(|c| c.phase == phase).map_or(0, |c| c.n);
    let (of, instruments) = (view.actions.len(), view.dated.len());
    let day = date(lang, &view.dates.as_of);
    if of + instruments == 0 {
        let none = match is_selection {
            true => said(lang, "La sélection ne contient aucune ligne au", "The selection holds no line on"),
            false => said(lang, "Aucune ligne au", "No line on"),
        };
        return format!("{none} {day}.");
    }
    let phases = match lang {
        Lang::Fr => [
            ("running", "en cours", "en cours"),
            ("to-start", "à venir", "à venir"),
            ("ended", "terminé", "terminés"),
            ("unconfirmed", "non confirmé", "non confirmés"),
        ],
        Lang::En => [
            ("running", "running", "running"),
            ("to-start", "to start", "to start"),
            ("ended", "ended", "ended"),
            ("unconfirmed", "unconfirmed", "unconfirmed"),
        ],
    };
    let phases: Vec<String> = phases
        .iter()
        .filter(|(p, _, _)| n(p) > 0)
        .map(|(p, one, more)| format!("{} {}", n(p), if n(p) == 1 { one } else { more }))
        .collect();
    let phases = if phases.is_empty() { String::new() } else { format!(": {}", phases.join(", ")) };
    let counted = |n: usize, one: &str, more: &str| {
        let single = n == 1 || lang == Lang::Fr && n == 0;
        format!("{n} {}", if single { one } else { more })
    };
    match lang {
        Lang::Fr => format!(
            "{} au {day}{phases}. {} ({}), {undated} sans date.",
            counted(of, "action ou exemple", "actions et exemples"),
            counted(dated, "ligne datée", "lignes datées"),
            counted(instruments, "instrument", "instruments")
        ),
        Lang::En => format!(
            "{} on {day}{phases}. {} with a date ({}), {undated} without.",
            counted(of, "action or example", "actions and examples"),
            counted(dated, "line", "lines"),
            counted(instruments, "instrument", "instruments")
        ),
    }
}

/// What the marks mean, and of a selection what its gaps do not mean.
pub(super) fn notes(is_selection: bool, lang: Lang) -> Vec<String> {
    let marks = said(
        lang,
        "Numéro: ligne de l’annexe; e: exemple; lettres: type d’instrument. Chaque action figure une fois, sous son premier domaine.",
        "Number: row of the annex; e: example; letters: kind of instrument. Each action stands once, under its first area.",
    );
    let part = said(
        lang,
        "Cette image ne compte que la sélection: ce qui n’y figure pas peut figurer dans les documents.",
        "This picture counts the selection alone: what it does not show may well stand in the documents.",
    );
    let part = is_selection.then(|| part.to_owned());
    let others =
        said(lang, "Instruments sans date: voir la roue.", "Instruments without a date: see the wheel.");
    [marks.to_owned(), others.to_owned()].into_iter().chain(part).collect()
}

/// Signs of the legend with their words: the states that occur, then the ends of the bars.
pub(super) fn legend_words(states: &[&str], lang: Lang) -> Vec<(&'static str, &'static str)> {
    const STATES: [&str; 9] = [
        "active",
        "agreed",
        "negotiating",
        "proposed",
        "unconfirmed",
        "ended",
        "suspended",
        "dormant",
        "unknown",
    ];
    let mut out: Vec<(&'static str, &'static str)> =
        STATES.into_iter().filter(|s| states.contains(s)).map(|s| (s, state(lang, s))).collect();
    out.extend([
        (
            "thin",
            said(
                lang,
                "mince: quelque part dans l’année, le trimestre, le mois",
                "thin: somewhere in the year, quarter, month",
            ),
        ),
        (
            "arrow",
            said(
                lang,
                "flèche: pas de fin (ou de début) dans la source",
                "arrow: no end (or start) in the source",
            ),
        ),
        ("expected", said(lang, "attendu dans cette période", "expected in this period")),
    ]);
    out
}

/// The days that matter: as of, known, the Council's deadlines.
pub(super) fn line_words(view: &MonitorView, lang: Lang) -> Vec<(&'static str, Date, String)> {
    let mut out = Vec::new();
    let (as_of, known) = (&view.dates.as_of, &view.dates.known);
    if let Ok(day) = parse_date(as_of) {
        let both = as_of == known;
        let words = match both {
            true => said(lang, "état et connu au", "as of and known by"),
            false => said(lang, "état au", "as of"),
        };
        out.push(("as-of", day, format!("{words} {}", date(lang, as_of))));
    }
    if let (false, Ok(day)) = (as_of == known, parse_date(known)) {
        out.push(("known", day, format!("{} {}", said(lang, "connu au", "known by"), date(lang, known))));
    }
    for deadline in &view.deadlines {
        let Some(due) = &deadline.due else { continue };
        // The deadline is the end of the period that the text names.
        if let Some(day) = due.parse::<Moment>().ok().and_then(|m| m.end.previous_day()) {
            let council = said(lang, "Conseil", "Council");
            out.push(("deadline", day, format!("{council}, {}: {}", deadline.evidence.at, date(lang, due))));
        }
    }
    out
}

/// A period as short as it can be said, with its precision; with a question mark once it has passed unconfirmed.
pub(super) fn period(tie: &TieView, lang: Lang) -> String {
    let doubt = if tie.state == "unconfirmed" { " ?" } else { "" };
    format!("{}{doubt}", said_period(tie, lang))
}

fn said_period(tie: &TieView, lang: Lang) -> String {
    let [from, until] = &tie.valid.given;
    match (from, until, &tie.valid.expected) {
        (Some(from), Some(until), _) if from == until => short(from, lang),
        (Some(from), Some(until), _) => format!("{}–{}", short(from, lang), short(until, lang)),
        (Some(from), None, _) => format!("{} {}", said(lang, "dès", "from"), short(from, lang)),
        (None, Some(until), _) => format!("{} {}", said(lang, "jusqu’à", "until"), short(until, lang)),
        (None, None, Some(due)) => format!("{} {}", said(lang, "attendu", "expected"), short(due, lang)),
        (None, None, None) => String::new(),
    }
}

/// `2025-Q4` as T4 2025, `2025-05` as 05/2025, `2025-05-07` as 7/5/2025 in French and 7 May as 2025-05-07 in English.
fn short(given: &str, lang: Lang) -> String {
    let parts: Vec<&str> = given.split('-').collect();
    match parts[..] {
        [year, quarter] if quarter.starts_with('Q') => {
            format!("{}{} {year}", said(lang, "T", "Q"), &quarter[1..])
        }
        [year, month] => format!("{month}/{year}"),
        [year, month, day] if lang == Lang::Fr => format!("{day}/{month}/{year}"),
        _ => given.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_keeps_its_precision() {
        for (given, fr, en) in [
            ("2025", "2025", "2025"),
            ("2025-Q4", "T4 2025", "Q4 2025"),
            ("2025-05", "05/2025", "05/2025"),
            ("2025-05-07", "07/05/2025", "2025-05-07"),
        ] {
            assert_eq!((short(given, Lang::Fr).as_str(), short(given, Lang::En).as_str()), (fr, en));
        }
    }
}
