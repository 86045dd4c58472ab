//! The commands that are printed beside what they recompute. They are made here alone, so that each runs as it is printed: on the same
//! dates, with the same assumptions, on the same dataset.

use super::Explorer;
use super::query::options;
use crate::dataset::{Dataset, Edit};
use crate::network::Filter;

/// ` --NAME VALUE`, as a shell reads it back.
pub fn option(name: &str, value: &str) -> String {
    // What begins with a dash is read as a value behind a sign of equality alone.
    let between = if value.starts_with('-') { '=' } else { ' ' };
    format!(" --{name}{between}{}", quoted_word(value))
}

/// ` --data FOLDER`; empty for the dataset in the program.
pub fn folder_option(folder: Option<&str>) -> String {
    folder.map(|f| option("data", f)).unwrap_or_default()
}

/// ` --edit "…"` for each edit; `name` is the option.
pub fn edit_options(name: &str, edits: &[Edit], dataset: &Dataset) -> String {
    edits.iter().map(|e| option(name, &e.words(dataset))).collect()
}

/// The options of a filter alone: ` --area CYB --without-eu`.
pub fn filter_options(explorer: &Explorer, filter: &Filter) -> String {
    let of_filter = options(&explorer.dataset, explorer.dates, filter).into_iter();
    of_filter.filter(|(name, _)| !matches!(*name, "as-of" | "known" | "additional")).map(written).collect()
}

fn written((name, value): (&str, String)) -> String {
    if value.is_empty() { format!(" --{name}") } else { option(name, &value) }
}

impl Explorer {
    /// The command of a view: `relier` with these words, the dates, and what is read.
    pub fn command(&self, words: &str) -> String {
        format!("relier {words}{}{}", self.date_options(), self.reading_options())
    }

    /// The same of a selection.
    pub fn command_of(&self, filter: &Filter, words: &str) -> String {
        self.command(&format!("{words}{}", filter_options(self, filter)))
    }

    /// The command that a sentence names, which leaves away the dates where a command without any has the same.
    pub fn named_command(&self, words: &str) -> String {
        let dates = if self.usual { String::new() } else { self.date_options() };
        format!("relier {words}{dates}{}", self.reading_options())
    }

    /// The command that cites the additional sources; it reads the documents alone, whatever is taken on top.
    pub fn sources_command(&self) -> String {
        let dates = if self.usual { String::new() } else { self.date_options() };
        format!("relier sources{dates}{}", self.folder_option())
    }

    /// The same of a verb that asks for no dates: `check`, `method`.
    pub fn undated_command(&self, words: &str) -> String {
        format!("relier {words}{}", self.folder_option())
    }

    /// The command of a scenario on top of what is assumed already; `edits` are options, ` --edit "…"`.
    pub fn scenario_command(&self, verb: &str, edits: &str) -> String {
        let (layer, dates, folder) = (self.layer_option(), self.date_options(), self.folder_option());
        // What is assumed comes first: an edit may start from it.
        format!("relier {verb}{}{edits}{dates}{layer}{folder}", self.assumed_options())
    }

    /// ` --as-of … --known …`
    pub fn date_options(&self) -> String {
        format!(" --as-of {} --known {}", self.dates.as_of, self.dates.known)
    }

    /// What is read beside dates and filters: ` --additional`, ` --edit "…"` for each edit of the scenario, ` --data FOLDER`; empty for
    /// the documents of the program alone.
    pub fn reading_options(&self) -> String {
        format!("{}{}{}", self.layer_option(), self.assumed_options(), self.folder_option())
    }

    fn layer_option(&self) -> &'static str {
        if self.dataset.additional_on { " --additional" } else { "" }
    }

    fn assumed_options(&self) -> String {
        let options = |a: &super::Assumed| edit_options("edit", &a.scenario.edits, &a.base);
        self.assumed.as_deref().map(options).unwrap_or_default()
    }

    fn folder_option(&self) -> String {
        folder_option(self.dataset.folder.as_deref())
    }
}

/// Words as a shell takes them apart, with both quotation marks; `None` when one is left open.
pub fn split_words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut mark: Option<char> = None;
    for c in text.chars() {
        match mark {
            Some(m) if c == m => mark = None,
            Some(_) => word.get_or_insert_default().push(c),
            None if c == '"' || c == '\'' => {
                mark = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            None => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    mark.is_none().then_some(words)
}

/// Takes an option with its value out of the words.
pub fn take_option(words: &mut Vec<String>, option: &str) -> Option<String> {
    let at = words
        .iter()
        .position(|w| w == option || w.strip_prefix(option).is_some_and(|r| r.starts_with('=')))?;
    let word = words.remove(at);
    match word.split_once('=') {
        Some((_, value)) => Some(value.to_owned()),
        None if at < words.len() => Some(words.remove(at)),
        None => None,
    }
}

/// A word as it is typed: bare, in double quotation marks, or in single ones where a shell would read into the double.
pub fn quoted_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.,:/=+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else if word.contains(['"', '$', '`', '\\', '!']) {
        // A single mark leaves the single marks and stands in double ones.
        format!("'{}'", word.replace('\'', r#"'"'"'"#))
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_quotation_come_back() {
        let words = split_words("rank  betweenness --focus 'Corée du Sud' \"\"").expect("closed");
        assert_eq!(words, ["rank", "betweenness", "--focus", "Corée du Sud", ""]);
        let typed: Vec<String> = words.iter().map(|w| quoted_word(w)).collect();
        assert_eq!(split_words(&typed.join(" ")), Some(words));
        assert_eq!(split_words("a 'b"), None);
    }

    #[test]
    fn a_shell_reads_back_what_is_written() {
        let hard = [
            "a b",
            "l'UE",
            "",
            "$HOME",
            "a\"b",
            "it's \"so\"",
            "back`tick`",
            "a\\b",
            "a\nb",
            "~",
            "*",
            "a;b",
            "!x",
            "«é»",
        ];
        for word in hard {
            let typed = quoted_word(word);
            assert_eq!(split_words(&typed), Some(vec![word.to_owned()]), "{typed}");
            let read = std::process::Command::new("sh").args(["-c", &format!("printf %s {typed}")]).output();
            assert_eq!(String::from_utf8_lossy(&read.expect("a shell").stdout), word, "{typed}");
        }
        assert_eq!(option("data", "-x y"), " --data=\"-x y\"");
        assert_eq!(option("data", "seeds"), " --data seeds");
    }

    #[test]
    fn an_option_leaves_with_its_value() {
        let mut words = split_words("gaps --as-of 2026-03-01 secure --known=2025-11-20").expect("closed");
        assert_eq!(take_option(&mut words, "--as-of").as_deref(), Some("2026-03-01"));
        assert_eq!(take_option(&mut words, "--known").as_deref(), Some("2025-11-20"));
        assert_eq!(take_option(&mut words, "--lang"), None);
        assert_eq!(words, ["gaps", "secure"]);
    }
}
