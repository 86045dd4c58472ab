//! From values as written to typed values: names, words of closed vocabularies, ids, dates. A wrong one is a fault.

use super::citations::{Reporter, meant};
use super::moment::{BadMoment, Date, Moment, Period, parse_date};
use super::records::*;
use super::word::{Word, nearest, parse_word};
use crate::seed::Text;

pub(super) fn name(names: &crate::seed::Names) -> Name {
    Name { fr: names.fr.clone(), en: names.en.clone() }
}

/// Reads a word of a closed vocabulary; a wrong one is a fault.
pub(super) fn word<T: Word>(file: &str, text: &Text, record: &str, reporter: &mut Reporter<'_>) -> Option<T> {
    match parse_word::<T>(text.get_ref()) {
        Ok(value) => Some(value),
        Err(none) => {
            let mend = ("écrivez l’un de ces mots", format!("write a valid {}", T::WHAT));
            reporter.on(file, text, record, (none.french(), none.to_string()), mend);
            None
        }
    }
}

pub(super) fn pick<T>(
    from: &[T],
    id: impl Fn(&T) -> &String,
    file: &str,
    text: &Text,
    record: &str,
    defined_in: &str,
    reporter: &mut Reporter<'_>,
) -> Option<u8> {
    if let Some(index) = from.iter().position(|x| id(x) == text.get_ref()) {
        return Some(index as u8);
    }
    if reporter.seeds.may_be_unread(text.get_ref(), &[defined_in]) {
        return None;
    }
    let near = nearest(text.get_ref(), from.iter().map(|x| id(x).as_str()));
    let all: Vec<&str> = from.iter().map(|x| id(x).as_str()).collect();
    let (given, all) = (text.get_ref(), all.join(", "));
    let mend = match near {
        Some(near) => meant(near),
        None => (format!("écrivez l’un de: {all}"), format!("write one of: {all}")).into(),
    };
    let what = (format!("il n’y a pas «{given}»"), format!("there is no «{given}»"));
    reporter.on(file, text, record, what, mend);
    None
}

pub(super) fn day(text: &Text, file: &str, key: &str, reporter: &mut Reporter<'_>) -> Option<Date> {
    parse_date(text.get_ref())
        .map_err(|error| {
            let mend = ("écrivez un jour qui existe: AAAA-MM-JJ", "write a day that exists: YYYY-MM-DD");
            reporter.on(file, text, key, (error.french(), error.to_string()), mend);
        })
        .ok()
}

pub(super) fn period(
    file: &str,
    key: &str,
    from: &Option<Text>,
    until: &Option<Text>,
    expected: &Option<Text>,
    reporter: &mut Reporter<'_>,
) -> Period {
    let mut read = |text: &Option<Text>| -> Option<Moment> {
        let text = text.as_ref()?;
        match text.get_ref().parse() {
            Ok(moment) => Some(moment),
            Err(error) => {
                let error: BadMoment = error;
                let mend = (
                    "écrivez la période comme la source la donne",
                    "write the period as the source gives it",
                );
                reporter.on(file, text, key, (error.french(), error.to_string()), mend);
                None
            }
        }
    };
    let period = Period { from: read(from), until: read(until), expected: read(expected) };
    if let (Some(a), Some(b), Some(text)) = (period.from, period.until, until)
        && b.end <= a.start
    {
        let what =
            (format!("la fin ({b}) précède le début ({a})"), format!("it ends ({b}) before it begins ({a})"));
        let mend = ("échangez ou corrigez les deux dates", "exchange or correct the two dates");
        reporter.on(file, text, key, what, mend);
    }
    period
}

/// The domains that areas and legs lead to, ascending, each once.
pub(super) fn crosswalk(dataset: &Dataset, areas: &[AreaId], legs: &[LegId]) -> Vec<DomainId> {
    let mut out: Vec<DomainId> = dataset
        .crosswalk
        .iter()
        .filter(|line| match line.from {
            CrosswalkFrom::Area(area) => areas.contains(&area),
            CrosswalkFrom::Leg(leg) => legs.contains(&leg),
        })
        .map(|line| line.domain)
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}
