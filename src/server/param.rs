//! What a resource takes: each parameter with its vocabulary or its range, in one table. The router checks by it, and the
//! OpenAPI document is written from it.

use crate::dataset::{Dataset, Level, Word, nearest, parse_date};
use crate::view::words::say;
use crate::view::{Goal, Lang};

use super::problem::Refusal;

/// The longest text of a parameter.
pub(super) const LONGEST: usize = 500;

/// The values of a parameter.
#[derive(Clone, Copy)]
pub(super) enum Values {
    /// `YYYY-MM-DD`.
    Date,
    /// Free text: an id, a code, a name, an edit.
    Text {
        /// The most characters.
        most: usize,
    },
    /// A closed vocabulary, which may come from the dataset.
    Words(fn(&Dataset) -> Vec<String>),
    /// One of the four directions, by any of its verbs.
    Goal,
    /// A whole number.
    Number {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// True when given without a value.
    Switch,
}

/// How often a parameter may be given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Often {
    /// At most once.
    Once,
    /// Exactly once.
    Required,
    /// As often as that; several values may share one, separated by commas.
    Listed(usize),
    /// Between the two numbers of times, each a value of its own.
    Repeated(usize, usize),
}

/// A parameter of a resource.
#[derive(Clone, Copy)]
pub(super) struct Param {
    /// Its name in the address.
    pub(super) name: &'static str,
    /// Its values.
    pub(super) values: Values,
    /// How often.
    pub(super) often: Often,
    /// The value meant when it is left out.
    pub(super) default: Option<&'static str>,
    /// A value that the dataset of the program understands, for readers of the document.
    pub(super) example: Option<&'static str>,
    /// What it is, in French and English.
    pub(super) says: (&'static str, &'static str),
}

impl Param {
    pub(super) const fn new(name: &'static str, values: Values, says: (&'static str, &'static str)) -> Param {
        Param { name, values, often: Often::Once, default: None, example: None, says }
    }

    pub(super) const fn often(self, often: Often) -> Param {
        Param { often, ..self }
    }

    pub(super) const fn or(self, default: &'static str) -> Param {
        Param { default: Some(default), ..self }
    }

    pub(super) const fn like(self, example: &'static str) -> Param {
        Param { example: Some(example), ..self }
    }
}

/// The words of a vocabulary.
pub(super) fn words<T: Word>(_: &Dataset) -> Vec<String> {
    T::ALL.iter().map(|v| v.word().to_owned()).collect()
}

/// The levels that make a link; a universal body never does.
pub(super) fn levels(_: &Dataset) -> Vec<String> {
    [Level::Working, Level::Agenda].iter().map(|l| l.word().to_owned()).collect()
}

/// The values given, by name, checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given(Vec<(&'static str, String)>);

impl Given {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }

    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| *n == name).map(|(_, v)| v.clone()).collect()
    }

    pub(super) fn switch(&self, name: &str) -> bool {
        self.get(name).is_some_and(|v| v.is_empty() || v == "true" || v == "1")
    }

    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.get(name).and_then(|v| v.parse().ok())
    }

    /// A word of a closed vocabulary, already checked.
    pub(super) fn word<T: Word>(&self, name: &str, default: T) -> T {
        let found = |text: &str| T::ALL.iter().copied().find(|v| v.word().eq_ignore_ascii_case(text));
        self.get(name).and_then(found).unwrap_or(default)
    }

    pub(super) fn lang(&self) -> Lang {
        self.word("lang", Lang::Fr)
    }

    /// Adds the value of a place in the path.
    pub(super) fn place(&mut self, param: &Param, dataset: &Dataset, value: &str) -> Result<(), Refusal> {
        let value = checked(param, dataset, value).map_err(Refusal::absent)?;
        self.0.push((param.name, value));
        Ok(())
    }

    /// Reads a query against the parameters of a resource.
    pub(super) fn read(&mut self, params: &[Param], dataset: &Dataset, raw: &str) -> Result<(), Refusal> {
        for (name, value) in form_urlencoded::parse(raw.as_bytes()) {
            let Some(param) = params.iter().find(|p| p.name == name) else {
                return Err(unknown(&name, params));
            };
            let before = self.0.iter().filter(|(n, _)| *n == param.name).count();
            match param.often {
                Often::Once | Often::Required if before > 0 => return Err(twice(param)),
                Often::Listed(_) => {
                    for part in value.split(',').map(str::trim) {
                        self.add(param, dataset, part)?;
                    }
                }
                _ => self.add(param, dataset, &value)?,
            }
        }
        for param in params {
            let given = self.0.iter().filter(|(n, _)| *n == param.name).count();
            match param.often {
                Often::Required if given == 0 => return Err(missing(param)),
                Often::Listed(most) | Often::Repeated(_, most) if given > most => {
                    return Err(too_many(param, given, most));
                }
                Often::Repeated(least, _) if given < least => return Err(missing(param)),
                _ => {}
            }
        }
        Ok(())
    }

    fn add(&mut self, param: &Param, dataset: &Dataset, value: &str) -> Result<(), Refusal> {
        let value = checked(param, dataset, value).map_err(|says| Refusal::malformed(param.name, says))?;
        self.0.push((param.name, value));
        Ok(())
    }
}

/// A refusal in both languages.
type Says = crate::view::Label;

/// The value as it is read on, or what is wrong with it and what would be right.
fn checked(param: &Param, dataset: &Dataset, value: &str) -> Result<String, Says> {
    let name = param.name;
    let shown = shown(value);
    match param.values {
        Values::Date => parse_date(value).map(|_| value.to_owned()).map_err(|e| {
            say(
                format!("«{shown}» n’est pas un jour qui existe; écrivez-le AAAA-MM-JJ, comme 2025-11-20"),
                e.to_string().replace(value, &shown),
            )
        }),
        Values::Text { most } => {
            let n = value.chars().count();
            if value.trim().is_empty() {
                return Err(say(
                    format!("«{name}» est vide; donnez-lui une valeur ou retirez-le"),
                    format!("«{name}» is empty; give it a value or leave it out"),
                ));
            }
            if n > most {
                return Err(say(
                    format!("«{name}» compte {n} caractères; il en prend {most} au plus"),
                    format!("«{name}» has {n} characters; it takes {most} at most"),
                ));
            }
            if value.chars().any(char::is_control) {
                return Err(say(
                    format!("«{name}» contient un caractère de commande; retirez-le"),
                    format!("«{name}» holds a control character; take it out"),
                ));
            }
            Ok(value.to_owned())
        }
        Values::Words(list) => {
            let list = list(dataset);
            match list.iter().find(|w| w.eq_ignore_ascii_case(value)) {
                Some(word) => Ok(word.clone()),
                None => {
                    let near = nearest(value, list.iter().map(String::as_str));
                    let all = list.join(", ");
                    let (fr, en) = (hint(near, "vouliez-vous dire"), hint(near, "did you mean"));
                    Err(say(
                        format!("«{name}» ne connaît pas «{shown}»; {fr}il prend: {all}"),
                        format!("«{name}» does not know «{shown}»; {en}it is one of: {all}"),
                    ))
                }
            }
        }
        Values::Goal => Goal::find(value).map(|g| g.id().to_owned()).map_err(|e| {
            let fr = "donnez deepen, enlarge, connect ou secure (approfondir, agrandir, relier, renforcer)";
            say(
                format!("il n’y a pas de direction «{shown}»; {fr}"),
                format!("{}; give deepen, enlarge, connect or secure", e.to_string().replace(value, &shown)),
            )
        }),
        Values::Number { least, most } => {
            // As it is counted: no sign, no leading zero.
            let plain = value == "0" || !value.starts_with('0') && value.bytes().all(|b| b.is_ascii_digit());
            match value.parse::<u64>() {
                Ok(n) if plain && (least..=most).contains(&n) => Ok(value.to_owned()),
                _ => Err(say(
                    format!("«{shown}» est hors limites; donnez un nombre entier de {least} à {most}"),
                    format!("«{shown}» is out of range; give a whole number from {least} to {most}"),
                )),
            }
        }
        Values::Switch => match value {
            "" | "true" | "1" | "false" | "0" => Ok(value.to_owned()),
            _ => Err(say(
                format!("«{shown}» n’est ni true ni false"),
                format!("«{shown}» is neither true nor false"),
            )),
        },
    }
}

fn hint(near: Option<&str>, words: &str) -> String {
    near.map(|w| format!("{words} «{w}»? ")).unwrap_or_default()
}

/// A value as a message repeats it: no longer than need be.
pub(super) fn shown(value: &str) -> String {
    const MOST: usize = 80;
    let clean = value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let mut out: String = clean.take(MOST).collect();
    if value.chars().count() > MOST {
        out.push('…');
    }
    out
}

fn unknown(name: &str, params: &[Param]) -> Refusal {
    let known = params.iter().map(|p| p.name);
    let near = nearest(name, known.clone());
    let list = known.collect::<Vec<_>>().join(", ");
    let (fr, en) = match near {
        Some(near) => (format!("vouliez-vous dire «{near}»?"), format!("did you mean «{near}»?")),
        None => (format!("cette ressource prend: {list}"), format!("it takes: {list}")),
    };
    let shown = shown(name);
    Refusal::malformed(
        &shown,
        say(
            format!("«{shown}» n’est pas un paramètre d’ici; {fr}"),
            format!("«{shown}» is no parameter here; {en}"),
        ),
    )
}

fn twice(param: &Param) -> Refusal {
    let name = param.name;
    let says = say(
        format!("«{name}» est donné deux fois; donnez-le une seule fois"),
        format!("«{name}» is given twice; give it once"),
    );
    Refusal::malformed(name, says)
}

fn missing(param: &Param) -> Refusal {
    let name = param.name;
    let like = param.example.map(|e| format!(": {name}={e}")).unwrap_or_default();
    let (fr, en) = param.says;
    let says = say(format!("il manque «{name}» ({fr}){like}"), format!("«{name}» is missing ({en}){like}"));
    Refusal::malformed(name, says)
}

fn too_many(param: &Param, given: usize, most: usize) -> Refusal {
    let name = param.name;
    let says = say(
        format!("«{name}» est donné {given} fois; {most} au plus"),
        format!("«{name}» is given {given} times; {most} at most"),
    );
    Refusal::malformed(name, says)
}
