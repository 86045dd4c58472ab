//! Dates as sources give them: a day, a month, a quarter or a year.

use std::fmt;

pub use time::Date;
use time::Month;

/// How precisely a source dates something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2025-05-07`
    Day,
    /// `2025-05`
    Month,
    /// `2025-Q4`
    Quarter,
    /// `2025`
    Year,
}

impl Precision {
    /// The word in the export.
    pub fn word(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Year => "year",
        }
    }
}

/// A period named by a source: from `start`, before `end` (half-open).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// First day.
    pub start: Date,
    /// The day after the last.
    pub end: Date,
    /// What the source gave.
    pub precision: Precision,
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{text}» is no date: {why}; write {}", if *day { DAYS } else { PERIODS })]
pub struct BadMoment {
    /// What was given.
    pub text: String,
    /// What is wrong with it.
    pub why: &'static str,
    /// The same in French.
    pub why_french: &'static str,
    /// Whether a day alone would be right, and no longer period.
    pub day: bool,
}

impl BadMoment {
    /// The same in French.
    pub fn french(&self) -> String {
        let BadMoment { text, why_french, .. } = self;
        match self.day {
            true => format!("«{text}» n’est pas un jour qui existe; écrivez-le AAAA-MM-JJ, comme 2025-05-07"),
            false => format!(
                "«{text}» n’est pas une date: {why_french}; écrivez 2025, 2025-Q4, 2025-05 ou 2025-05-07"
            ),
        }
    }
}

const PERIODS: &str = "2025, 2025-Q4, 2025-05 or 2025-05-07";
const DAYS: &str = "a day that exists, as 2025-05-07";

/// Reads a day, `2025-11-20`.
///
/// # Errors
/// When the text is not of that form or names a day that does not exist.
pub fn parse_date(text: &str) -> Result<Date, BadMoment> {
    match text.parse::<Moment>() {
        Ok(moment) if moment.precision == Precision::Day => Ok(moment.start),
        Ok(_) => Err(BadMoment {
            text: text.to_owned(),
            why: "a day is wanted here",
            why_french: "il faut ici un jour",
            day: true,
        }),
        Err(bad) => Err(BadMoment { day: true, ..bad }),
    }
}

impl std::str::FromStr for Moment {
    type Err = BadMoment;

    fn from_str(text: &str) -> Result<Moment, BadMoment> {
        let bad = |why_french, why| BadMoment { text: text.to_owned(), why, why_french, day: false };
        let parts: Vec<&str> = text.split('-').collect();
        let number = |part: &str, digits: usize| -> Result<u16, BadMoment> {
            if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(bad(
                    "une année a quatre chiffres, un mois et un jour deux",
                    "a year has four digits, a month and a day two",
                ));
            }
            part.parse().map_err(|_| bad("ce n’est pas un nombre", "not a number"))
        };
        let year = i32::from(number(parts[0], 4)?);
        let month = |number: u16| {
            u8::try_from(number)
                .ok()
                .and_then(|m| Month::try_from(m).ok())
                .ok_or(bad("les mois vont de 01 à 12", "months run from 01 to 12"))
        };
        let first = |year: i32, month: Month| {
            Date::from_calendar_date(year, month, 1)
                .map_err(|_| bad("l’année est hors des limites", "the year is out of range"))
        };
        match parts[1..] {
            [] => Ok(Moment {
                start: first(year, Month::January)?,
                end: first(year + 1, Month::January)?,
                precision: Precision::Year,
            }),
            [quarter] if quarter.starts_with('Q') => {
                let quarter = number(&quarter[1..], 1)?;
                if !(1..=4).contains(&quarter) {
                    return Err(bad("les trimestres vont de Q1 à Q4", "quarters run from Q1 to Q4"));
                }
                let start = first(year, month(quarter * 3 - 2)?)?;
                let end = if quarter == 4 {
                    first(year + 1, Month::January)?
                } else {
                    first(year, month(quarter * 3 + 1)?)?
                };
                Ok(Moment { start, end, precision: Precision::Quarter })
            }
            [m] => {
                let m = month(number(m, 2)?)?;
                let next = if m == Month::December {
                    first(year + 1, Month::January)?
                } else {
                    first(year, m.next())?
                };
                Ok(Moment { start: first(year, m)?, end: next, precision: Precision::Month })
            }
            [m, day] => {
                let m = month(number(m, 2)?)?;
                let day = u8::try_from(number(day, 2)?)
                    .map_err(|_| bad("le jour est hors des limites", "the day is out of range"))?;
                let start = Date::from_calendar_date(year, m, day)
                    .map_err(|_| bad("ce mois n’a pas ce jour", "this month has no such day"))?;
                let end = start
                    .next_day()
                    .ok_or(bad("l’année est hors des limites", "the year is out of range"))?;
                Ok(Moment { start, end, precision: Precision::Day })
            }
            _ => Err(bad("il y a trop de parties", "too many parts")),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.start.year(), u8::from(self.start.month()));
        match self.precision {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Quarter => write!(f, "{year:04}-Q{}", month.div_ceil(3)),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{}", self.start),
        }
    }
}

/// When something holds, as far as its sources say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// It begins in this period.
    pub from: Option<Moment>,
    /// It ends with this period.
    pub until: Option<Moment>,
    /// The next state is expected in this period.
    pub expected: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    #[test]
    fn periods_are_half_open_at_every_precision() {
        for (text, start, end) in [
            ("2025", "2025-01-01", "2026-01-01"),
            ("2025-Q4", "2025-10-01", "2026-01-01"),
            ("2027-Q1", "2027-01-01", "2027-04-01"),
            ("2025-12", "2025-12-01", "2026-01-01"),
            ("2024-02-29", "2024-02-29", "2024-03-01"),
        ] {
            let m = moment(text);
            assert_eq!(
                (m.start.to_string(), m.end.to_string()),
                (start.to_owned(), end.to_owned()),
                "{text}"
            );
            assert_eq!(m.to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused_with_their_reason() {
        for (text, why) in [
            ("2025-02-30", "no such day"),
            ("2025-13", "months run"),
            ("2025-Q5", "quarters run"),
            ("25", "four digits"),
            ("hier", "four digits"),
        ] {
            let error = text.parse::<Moment>().expect_err(text);
            assert!(error.why.contains(why), "{text}: {error}");
        }
        assert!(parse_date("2025").is_err());
    }
}
