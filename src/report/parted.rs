//! A report in Markdown as it is written, part by part: each part that holds a number ends with the command that prints it alone.

use super::markdown::{command, told_command};
use super::quotes::Quotes;
use crate::explorer::NotFound;
use crate::view::{DatasetView, Lang, command_of, find_part};

/// The parts written so far.
pub(super) struct Parted<'a> {
    command: &'a str,
    verb: &'a str,
    only: Option<&'a str>,
    lang: Lang,
    names: Vec<&'static str>,
    out: String,
    quotes: Quotes,
}

impl<'a> Parted<'a> {
    /// A report of this command, whose verb and subject are `verb`; `only` one part of it, all of them when none is named.
    pub(super) fn new(command: &'a str, verb: &'a str, only: Option<&'a str>, lang: Lang) -> Parted<'a> {
        Parted { command, verb, only, lang, names: Vec::new(), out: String::new(), quotes: Quotes::default() }
    }

    /// Writes a part, if it is wanted.
    pub(super) fn part(&mut self, name: &'static str, write: impl FnOnce(&mut Quotes) -> String) {
        self.names.push(name);
        if self.only.is_some_and(|only| only != name) {
            return;
        }
        let told = write(&mut self.quotes);
        self.out += &told;
        if !told.is_empty() && !told.ends_with("\n\n") {
            self.out.push('\n');
        }
        if self.only.is_none() && told.contains(|c: char| c.is_ascii_digit()) {
            self.out += &of_part(self.command, self.verb, name, self.lang);
        }
    }

    /// The whole with its quotations and the command that recomputes it.
    ///
    /// # Errors
    /// When the part that is wanted is none of these, with the nearest.
    pub(super) fn end(self, dataset: &DatasetView) -> Result<String, NotFound> {
        let again = match self.only {
            None => self.command.to_owned(),
            Some(word) => {
                let part = find_part(&self.names, word, "part of this report")?;
                command_of(self.command, self.verb, part).unwrap_or_else(|| self.command.to_owned())
            }
        };
        let mut out = self.out;
        let cited = self.quotes.list(dataset, self.lang);
        if !cited.is_empty() {
            out += &format!("## {}\n\n{cited}", dataset.quotations_title().get(self.lang));
        }
        Ok(out + &command(&again, self.lang))
    }
}

/// The line with the command that prints a part; empty where the command cannot.
pub(super) fn of_part(command: &str, verb: &str, part: &str, lang: Lang) -> String {
    let told = command_of(command, verb, part);
    told.map(|c| format!("{}\n\n", told_command(&c, lang))).unwrap_or_default()
}
