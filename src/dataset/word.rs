//! A closed vocabulary, reading one of its words, and the candidate most like what was written.

/// A closed vocabulary.
pub trait Word: Copy + 'static {
    /// What one such word is called in a message.
    const WHAT: &'static str;
    /// Every value.
    const ALL: &'static [Self];
    /// The word.
    fn word(self) -> &'static str;
}

/// A text that is no word of its vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{given}» is no {what}; {}it is one of: {}", .near.as_ref().map(|w| format!("did you mean «{w}»? ")).unwrap_or_default(), .words.join(", "))]
pub struct NoWord {
    /// What was given.
    pub given: String,
    /// What is wanted, as the vocabulary calls one of its words.
    pub what: &'static str,
    /// The nearest word, where one is near.
    pub near: Option<String>,
    /// All words.
    pub words: Vec<String>,
}

impl NoWord {
    /// Of a text and the words that there are.
    pub fn new<'a>(given: &str, what: &'static str, words: impl IntoIterator<Item = &'a str>) -> NoWord {
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let near = nearest(given, words.iter().map(String::as_str)).map(str::to_owned);
        NoWord { given: given.to_owned(), what, near, words }
    }

    /// The same in French.
    pub fn french(&self) -> String {
        let near = self.near.as_ref().map(|w| format!("vouliez-vous dire «{w}»? ")).unwrap_or_default();
        format!("«{}» n’est pas un mot d’ici; {near}il y a: {}", self.given, self.words.join(", "))
    }
}

/// Reads a word.
///
/// # Errors
/// When it is none, with the nearest and the whole list.
pub fn parse_word<T: Word>(text: &str) -> Result<T, NoWord> {
    let found = T::ALL.iter().find(|v| v.word().eq_ignore_ascii_case(text));
    found.copied().ok_or_else(|| NoWord::new(text, T::WHAT, T::ALL.iter().map(|v| v.word())))
}

/// The candidate most like `text`, when one is like it at all: by its sound, and by how little has to be mended or added at an end.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = text.to_lowercase();
    candidates
        .into_iter()
        .map(|c| {
            let candidate = c.to_lowercase();
            let score = strsim::jaro_winkler(&lower, &candidate);
            (if is_near(&lower, &candidate) { score } else { 0.0 }, c)
        })
        .filter(|(score, _)| *score > 0.78)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, c)| c)
}

/// Whether at most a third of a text has to be mended to be the candidate, or one begins with the other: two letters in common with a
/// code are no likeness.
fn is_near(text: &str, candidate: &str) -> bool {
    let (given, meant) = (text.chars().count(), candidate.chars().count());
    let begins = (given >= 3 && candidate.starts_with(text)) || (meant >= 4 && text.starts_with(candidate));
    begins || strsim::osa_distance(text, candidate) <= given.div_ceil(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_suggested() {
        let all = ["FO", "FRO", "Faroe Islands", "Japan", "JPN", "both", "Bosnia and Herzegovina", "annex-5"];
        let of = |text| nearest(text, all);
        // Two letters of a code begin it, and nothing else is like it.
        assert_eq!(of("FOO-BAR"), None);
        assert_eq!(of("xyz"), None);
        assert_eq!(of("Japn"), Some("Japan"));
        assert_eq!(of("JPM"), Some("JPN"));
        assert_eq!(of("bohts"), Some("both"));
        assert_eq!(of("Bosnia"), Some("Bosnia and Herzegovina"));
        assert_eq!(of("annex-51"), Some("annex-5"));
        assert_eq!(of("Faroe Island"), Some("Faroe Islands"));
    }
}
