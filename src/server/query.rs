//! From an address to a query: the same words as the command line; an unknown or malformed parameter is refused.

use std::str::FromStr;

use super::Store;
use super::problem::Problem;
use crate::dataset::{Word, nearest, parse_word};
use crate::explorer::{BadQuery, Explorer, Query};
use crate::network::Filter;
use crate::view::Lang;

/// The parameters of a request, checked for their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters {
    pub(super) query: Query,
    extra: Vec<(String, String)>,
}

const SHARED: [&str; 14] = [
    "as-of",
    "known",
    "kind",
    "instrument",
    "state",
    "area",
    "domain",
    "class",
    "focus",
    "depth",
    "level",
    "without-eu",
    "split-eu",
    "additional",
];

/// Those that may be given several times: each adds to a list.
const LISTS: [&str; 6] = ["kind", "instrument", "state", "area", "domain", "class"];

impl Parameters {
    /// Reads an address's query; `also` are the parameters that this resource takes beside the shared ones.
    pub(super) fn read(raw: Option<&str>, also: &[&str]) -> Result<Parameters, Problem> {
        let mut out = Parameters::default();
        let query = &mut out.query;
        let mut given: Vec<String> = Vec::new();
        for (name, value) in form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
            let (name, value) = (name.into_owned(), value.into_owned());
            if given.contains(&name) && !LISTS.contains(&name.as_str()) {
                return Err(Problem::bad_query(&name, format!("«{name}» is given twice; give it once")));
            }
            given.push(name.clone());
            match name.as_str() {
                "as-of" => query.as_of = Some(value),
                "known" => query.known = Some(value),
                "focus" => query.focus = Some(value),
                "level" => query.level = Some(value),
                "kind" => query.kind.push(value),
                "instrument" => query.instrument.push(value),
                "state" => query.state.push(value),
                "area" => query.area.push(value),
                "domain" => query.domain.push(value),
                "class" => query.class.push(value),
                "depth" => query.depth = Some(number(&name, &value)?),
                "without-eu" => query.without_eu = switch(&name, &value)?,
                "split-eu" => query.split_eu = switch(&name, &value)?,
                "additional" => query.additional = switch(&name, &value)?,
                other if also.contains(&other) => out.extra.push((name, value)),
                other => {
                    let known = SHARED.iter().chain(also).copied();
                    let hint = nearest(other, known.clone())
                        .map(|n| format!("did you mean «{n}»?"))
                        .unwrap_or_else(|| format!("it takes: {}", known.collect::<Vec<_>>().join(", ")));
                    return Err(Problem::bad_query(other, format!("«{other}» is no parameter here; {hint}")));
                }
            }
        }
        Ok(out)
    }

    /// A parameter of this resource.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.extra.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// A parameter from a closed vocabulary.
    pub(super) fn word<T: Word>(&self, name: &str, default: T) -> Result<T, Problem> {
        match self.get(name) {
            None => Ok(default),
            Some(text) => parse_word(text).map_err(|message| Problem::bad_query(name, message)),
        }
    }

    /// A switch of this resource.
    pub(super) fn switch(&self, name: &str) -> Result<bool, Problem> {
        self.get(name).map_or(Ok(false), |v| switch(name, v))
    }

    /// A number.
    pub(super) fn number<T: FromStr>(&self, name: &str) -> Result<Option<T>, Problem> {
        self.get(name).map(|v| number(name, v)).transpose()
    }

    /// The language, French unless told.
    pub(super) fn lang(&self) -> Result<Lang, Problem> {
        self.word("lang", Lang::Fr)
    }

    /// The dataset on the dates meant, and the filter.
    pub(super) fn open(&self, store: &Store) -> Result<(Explorer, Filter), Problem> {
        let bad = |e: BadQuery| Problem::bad_query(e.option, e.message);
        let dates = self.query.dates(&store.dataset).map_err(bad)?;
        let filter = self.query.filter(&store.dataset).map_err(bad)?;
        Ok((self.query.explorer(store.dataset.clone(), dates), filter))
    }
}

fn number<T: FromStr>(name: &str, value: &str) -> Result<T, Problem> {
    value
        .parse()
        .map_err(|_| Problem::bad_query(name, format!("«{value}» is no number in the range of «{name}»")))
}

/// `without-eu`, `without-eu=true`, `without-eu=false`.
fn switch(name: &str, value: &str) -> Result<bool, Problem> {
    match value {
        "" | "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        other => Err(Problem::bad_query(name, format!("«{other}» is neither true nor false"))),
    }
}
