//! The options of a view in words, the same in the command line, the API's query and the page's address.

use super::lookup::find_actor;
use crate::dataset::{
    ActorId, ActorKind, AreaId, Dataset, Date, DomainId, Kind, Level, NoWord, State, Word, parse_date,
    parse_word,
};
use crate::network::{Class, Dates, Filter};

/// A view's options as given, all optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// `--as-of`
    pub as_of: Option<String>,
    /// `--known`
    pub known: Option<String>,
    /// `--kind`
    pub kind: Vec<String>,
    /// `--instrument`
    pub instrument: Vec<String>,
    /// `--state`
    pub state: Vec<String>,
    /// `--area`
    pub area: Vec<String>,
    /// `--domain`
    pub domain: Vec<String>,
    /// `--class`
    pub class: Vec<String>,
    /// `--focus`
    pub focus: Option<String>,
    /// `--depth`
    pub depth: Option<u8>,
    /// `--level`
    pub level: Option<String>,
    /// `--without-eu`
    pub without_eu: bool,
    /// `--split-eu`
    pub split_eu: bool,
    /// `--additional`
    pub additional: bool,
}

/// An option that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{option}: {message}")]
pub struct BadQuery {
    /// The option, as `as-of`.
    pub option: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
    /// The same in French.
    pub french: String,
}

impl BadQuery {
    fn new(option: &'static str, french: impl Into<String>, message: impl Into<String>) -> BadQuery {
        BadQuery { option, message: message.into(), french: french.into() }
    }
}

/// What a day is read by when it is compared with another: the documents out by then, and before the first of them that one, which is
/// all that there is to read it by. What is no day stays as it is.
pub fn known_on(dataset: &Dataset, day: &str) -> String {
    match (parse_date(day), dataset.first_day()) {
        (Ok(date), Some(first)) if date < first => first.to_string(),
        _ => day.to_owned(),
    }
}

/// The deepest neighbourhood that is asked for.
pub const MAX_DEPTH: u8 = 6;

impl Query {
    /// The dates meant; the latest document's day where none is given.
    ///
    /// # Errors
    /// When a date does not exist or lies before every document.
    pub fn dates(&self, dataset: &Dataset) -> Result<Dates, BadQuery> {
        let latest = Dates::latest(dataset);
        let read = |option, text: &Option<String>, or: Date| match text {
            None => Ok(or),
            Some(text) => parse_date(text).map_err(|e| BadQuery::new(option, e.french(), e.to_string())),
        };
        let as_of = read("as-of", &self.as_of, latest.as_of)?;
        let known = read("known", &self.known, latest.known)?;
        let first = dataset.first_day().unwrap_or(Date::MIN);
        if known < first {
            return Err(BadQuery::new(
                "known",
                format!(
                    "rien n’était connu au {known}: le premier document est du {first}; donnez ce jour ou un jour postérieur"
                ),
                format!(
                    "nothing was known on {known}: the first document is of {first}; give that day or a later one"
                ),
            ));
        }
        Ok(Dates { as_of, known })
    }

    /// The dataset on these dates, with the additional sources when they are asked for.
    pub fn explorer(&self, dataset: std::sync::Arc<Dataset>, dates: Dates) -> super::Explorer {
        if self.additional {
            super::Explorer::with_additional(dataset, dates)
        } else {
            super::Explorer::new(dataset, dates)
        }
    }

    /// The filter meant.
    ///
    /// # Errors
    /// When a word, an actor or a combination is not valid, with the nearest valid one.
    pub fn filter(&self, dataset: &Dataset) -> Result<Filter, BadQuery> {
        let focus = match &self.focus {
            None => None,
            Some(text) => Some(
                find_actor(dataset, text).map_err(|e| BadQuery::new("focus", e.french(), e.to_string()))?,
            ),
        };
        let depth = self.depth.unwrap_or(1);
        if !(1..=MAX_DEPTH).contains(&depth) {
            return Err(BadQuery::new(
                "depth",
                format!("{depth} ne va pas; donnez un nombre de 1 à {MAX_DEPTH}"),
                format!("{depth} is out of range; give a number from 1 to {MAX_DEPTH}"),
            ));
        }
        if self.without_eu && self.split_eu {
            return Err(BadQuery::new(
                "split-eu",
                "l’UE ne peut être à la fois retirée et partagée; retirez l’un des deux",
                "the EU cannot be taken out and split at once; drop one of the two",
            ));
        }
        Ok(Filter {
            kinds: many("kind", &self.kind, actor_kind)?,
            instruments: many("instrument", &self.instrument, parse_word::<Kind>)?,
            states: many("state", &self.state, parse_word::<State>)?,
            areas: many("area", &self.area, |t| {
                named(t, "area", dataset.areas.iter().map(|a| &a.id)).map(AreaId)
            })?,
            domains: many("domain", &self.domain, |t| {
                named(t, "domain", dataset.domains.iter().map(|d| &d.id)).map(DomainId)
            })?,
            classes: many("class", &self.class, parse_word::<Class>)?,
            without_eu: self.without_eu,
            split_eu: self.split_eu,
            level: match &self.level {
                None => Level::Agenda,
                Some(text) => match parse_word::<Level>(text) {
                    Ok(Level::Universal) => {
                        return Err(BadQuery::new(
                            "level",
                            "un organe universel ne fait jamais de lien; donnez working ou agenda",
                            "a universal body never makes a link; give working or agenda",
                        ));
                    }
                    Ok(level) => level,
                    Err(none) => return Err(BadQuery::new("level", none.french(), none.to_string())),
                },
            },
            focus,
            depth,
        })
    }
}

/// The options that give this filter and these dates, in a fixed order, defaults left out: `(option, value)`.
pub fn options(dataset: &Dataset, dates: Dates, filter: &Filter) -> Vec<(&'static str, String)> {
    let latest = Dates::latest(dataset);
    let mut out = Vec::new();
    if dates.as_of != latest.as_of {
        out.push(("as-of", dates.as_of.to_string()));
    }
    if dates.known != latest.known {
        out.push(("known", dates.known.to_string()));
    }
    let actor = |a: ActorId| dataset.actor(a).id.clone();
    out.extend(filter.kinds.iter().map(|k| ("kind", k.word().to_owned())));
    out.extend(filter.instruments.iter().map(|k| ("instrument", k.word().to_owned())));
    out.extend(filter.states.iter().map(|s| ("state", s.word().to_owned())));
    out.extend(filter.areas.iter().map(|a| ("area", dataset.areas[a.0 as usize].id.clone())));
    out.extend(filter.domains.iter().map(|d| ("domain", dataset.domains[d.0 as usize].id.clone())));
    out.extend(filter.classes.iter().map(|c| ("class", c.word().to_owned())));
    if filter.level != Level::Agenda {
        out.push(("level", filter.level.word().to_owned()));
    }
    if let Some(focus) = filter.focus {
        out.push(("focus", actor(focus)));
    }
    if filter.depth != 1 {
        out.push(("depth", filter.depth.to_string()));
    }
    if filter.without_eu {
        out.push(("without-eu", String::new()));
    }
    if filter.split_eu {
        out.push(("split-eu", String::new()));
    }
    if dataset.additional_on {
        out.push(("additional", String::new()));
    }
    out
}

/// Reads each value; one text may hold several, separated by commas.
fn many<T: PartialEq>(
    option: &'static str,
    texts: &[String],
    read: impl Fn(&str) -> Result<T, NoWord>,
) -> Result<Vec<T>, BadQuery> {
    let mut out = Vec::new();
    for text in texts.iter().flat_map(|t| t.split(',')).map(str::trim).filter(|t| !t.is_empty()) {
        let value = read(text).map_err(|none| BadQuery::new(option, none.french(), none.to_string()))?;
        if !out.contains(&value) {
            out.push(value);
        }
    }
    Ok(out)
}

fn actor_kind(text: &str) -> Result<ActorKind, NoWord> {
    const KINDS: [ActorKind; 4] =
        [ActorKind::Partner, ActorKind::Grouping, ActorKind::Forum, ActorKind::Programme];
    let found = KINDS.into_iter().find(|k| k.word().eq_ignore_ascii_case(text));
    found.ok_or_else(|| NoWord::new(text, "kind of actor", KINDS.map(ActorKind::word)))
}

fn named<'a>(text: &str, what: &'static str, ids: impl Iterator<Item = &'a String>) -> Result<u8, NoWord> {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    let found = ids.iter().position(|id| id.eq_ignore_ascii_case(text));
    found.map(|index| index as u8).ok_or_else(|| NoWord::new(text, what, ids))
}
