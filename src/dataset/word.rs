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

/// Reads a word, or gives the nearest valid one.
///
/// # Errors
/// A sentence that names the text, the nearest word and the whole list.
pub fn parse_word<T: Word>(text: &str) -> Result<T, String> {
    if let Some(&value) = T::ALL.iter().find(|v| v.word().eq_ignore_ascii_case(text)) {
        return Ok(value);
    }
    let words: Vec<&str> = T::ALL.iter().map(|v| v.word()).collect();
    let hint =
        nearest(text, words.iter().copied()).map(|w| format!("did you mean «{w}»? ")).unwrap_or_default();
    Err(format!("«{text}» is no {}; {hint}it is one of: {}", T::WHAT, words.join(", ")))
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
