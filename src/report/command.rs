//! A command as it is typed: its words, an option of it, and a word written so that a shell reads it back.

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

/// A word as it is typed.
pub fn quoted_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_.,:/=+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "’"))
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
    fn an_option_leaves_with_its_value() {
        let mut words = split_words("gaps --as-of 2026-03-01 secure --known=2025-11-20").expect("closed");
        assert_eq!(take_option(&mut words, "--as-of").as_deref(), Some("2026-03-01"));
        assert_eq!(take_option(&mut words, "--known").as_deref(), Some("2025-11-20"));
        assert_eq!(take_option(&mut words, "--lang"), None);
        assert_eq!(words, ["gaps", "secure"]);
    }
}
