//! The phrases of the calendar, in French and English.

use super::calendar_bars::Used;
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

/// What the marks and the counts mean, what the picture rests on, and of a selection what its gaps do not mean.
pub(super) fn notes(view: &MonitorView, is_selection: bool, lang: Lang) -> Vec<String> {
    let marks = said(
        lang,
        "Devant un titre: ligne de l’annexe de la stratégie, e et numéro d’exemple, ou type d’instrument. Chaque action figure une fois, sous son premier domaine, dont le nombre compte les lignes. Entre crochets: qui n’en est pas là.",
        "Before a title: row of the annex of the strategy, e and number of an example, or kind of instrument. Each action stands once, under its first area, whose number counts the lines. In brackets: who stands elsewhere in it.",
    );
    let others =
        said(lang, "Instruments sans date: voir la roue.", "Instruments without a date: see the wheel.");
    let titles: Vec<String> =
        view.dataset.documents.iter().map(|d| title_of(d.title.get(lang), lang)).collect();
    let rests = match (&titles[..], view.dataset.is_table) {
        ([], _) | (_, true) => None,
        (titles, _) => Some(format!(
            "{} {}.",
            said(lang, "L’image repose sur", "The picture rests on"),
            titles.join(said(lang, " et ", " and "))
        )),
    };
    let part = said(
        lang,
        "Cette image ne compte que la sélection: ce qui n’y figure pas peut figurer dans les documents.",
        "This picture counts the selection alone: what it does not show may well stand in the documents.",
    );
    let part = is_selection.then(|| part.to_owned());
    [marks.to_owned(), others.to_owned()].into_iter().chain(part).chain(rests).collect()
}

fn title_of(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("«{title}»"),
        Lang::En => format!("“{title}”"),
    }
}

/// The name of a tie without what it says of an additional source, and the id of that source: a star stands for the words.
pub(super) fn by_source(tie: &TieView, lang: Lang) -> (&str, Option<&str>) {
    let name = tie.names.get(lang);
    let found = tie.additional.last().and_then(|r| {
        let own = name.strip_suffix(&format!(": {})", r.source.id)).and_then(|n| n.rsplit_once(" ("));
        own.map(|(own, _)| (own, Some(r.source.id.as_str())))
    });
    found.unwrap_or((name, None))
}

/// The parties of a tie whose own part stands otherwise than the whole: each state with those in it, in their order.
pub(super) fn differing(tie: &TieView) -> Vec<(&'static str, Vec<&str>)> {
    let mut out: Vec<(&'static str, Vec<&str>)> = Vec::new();
    for party in tie.parties.iter().filter(|p| p.state != tie.state) {
        match out.iter_mut().find(|(state, _)| *state == party.state) {
            Some((_, ids)) => ids.push(&party.id),
            None => out.push((party.state, vec![&party.id])),
        }
    }
    out
}

/// The same in words, at most three by name: «prévu: Inde, Canada; conclu: Singapour».
pub(super) fn exceptions(view: &MonitorView, tie: &TieView, lang: Lang) -> Option<String> {
    const NAMED: usize = 3;
    let name = |id: &&str| {
        let actor = view.actors.iter().find(|a| a.id == **id);
        actor.map_or(*id, |a| a.names.get(lang)).to_owned()
    };
    let parts = differing(tie).into_iter().map(|(word, ids)| {
        let who = match ids.len() {
            n if n == tie.parties.len() && n > 1 => said(lang, "pour tous", "for all").to_owned(),
            n if n > NAMED => match lang {
                Lang::Fr => format!("{n} partenaires sur {}", tie.parties.len()),
                Lang::En => format!("{n} of {} partners", tie.parties.len()),
            },
            _ => ids.iter().map(name).collect::<Vec<_>>().join(", "),
        };
        format!("{}: {who}", briefly(word, lang))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("[{}]", parts.join("; ")))
}

/// A state in one or two words.
pub(super) fn briefly(word: &str, lang: Lang) -> &str {
    match word {
        "active" => said(lang, "en cours", "running"),
        "agreed" => said(lang, "conclu", "concluded"),
        "proposed" => said(lang, "prévu", "planned"),
        "unbegun" => said(lang, "pas encore commencé", "not yet begun"),
        other => state(lang, other),
    }
}

/// Signs of the legend with their words: the states that occur, then the ends of the bars.
pub(super) fn legend_words(states: &[&str], used: Used, lang: Lang) -> Vec<(&'static str, &'static str)> {
    const STATES: [&str; 10] = [
        "active",
        "agreed",
        "negotiating",
        "proposed",
        "unconfirmed",
        "unbegun",
        "ended",
        "suspended",
        "dormant",
        "unknown",
    ];
    let mut out: Vec<(&'static str, &'static str)> =
        STATES.into_iter().filter(|s| states.contains(s)).map(|s| (s, state(lang, s))).collect();
    let shapes = [
        (
            used.thin,
            "thin",
            "mince: quelque part dans l’année, le trimestre, le mois",
            "thin: somewhere in the year, quarter, month",
        ),
        (used.open, "arrow", "pointe: fin (ou début) non dite", "point: no end (or start) said"),
        (used.cut, "cut", "coupé: continue hors de la page", "cut: goes on beyond the page"),
        (used.day, "day", "rond: conclu ou tenu à cette date", "disc: concluded or held then"),
        (used.expected, "expected", "attendu d’ici là", "expected by then"),
        (
            used.star,
            "star",
            "source additionnelle, non vérifiée par la machine",
            "additional source, not machine-checked",
        ),
    ];
    out.extend(shapes.into_iter().filter(|s| s.0).map(|(_, sign, fr, en)| (sign, said(lang, fr, en))));
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
            let council = said(lang, "échéance du Conseil", "Council deadline");
            out.push(("deadline", day, format!("{council} ({}): {}", deadline.evidence.at, date(lang, due))));
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
        // A conclusion has a day; nothing says that what was concluded runs from then on.
        (Some(from), None, _) if tie.state == "agreed" => short(from, lang),
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
