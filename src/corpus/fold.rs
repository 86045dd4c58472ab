//! Folding text for search: apostrophes, quotation marks, dashes, accents and case. Verification never folds.

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// Lower case, without diacritics, with plain apostrophes, quotation marks, hyphens and spaces.
    pub text: String,
    origins: Vec<u32>,
}

impl Folded {
    /// The byte in the original where the folded byte `index` came from; the original's length past the end.
    pub fn origin(&self, index: usize) -> usize {
        self.origins[index.min(self.origins.len() - 1)] as usize
    }
}

/// Folds `text` for search.
pub fn fold(text: &str) -> Folded {
    let mut folded =
        Folded { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len() + 1) };
    for (at, c) in text.char_indices() {
        let before = folded.text.len();
        push_folded(c, &mut folded.text);
        folded.origins.extend(std::iter::repeat_n(at as u32, folded.text.len() - before));
    }
    folded.origins.push(text.len() as u32);
    folded
}

fn push_folded(c: char, out: &mut String) {
    match c {
        '’' | '‘' | 'ʼ' | '`' => out.push('\''),
        '«' | '»' | '“' | '”' | '„' => out.push('"'),
        '–' | '—' | '‑' | '‐' | '−' => out.push('-'),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => out.push('a'),
        'ç' | 'Ç' => out.push('c'),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => out.push('e'),
        'î' | 'ï' | 'í' | 'ì' | 'Î' | 'Ï' | 'Í' | 'Ì' => out.push('i'),
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' | 'Ô' | 'Ö' | 'Ó' | 'Ò' | 'Õ' | 'Ø' => out.push('o'),
        'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => out.push('u'),
        'ÿ' | 'ý' | 'Ÿ' | 'Ý' => out.push('y'),
        'ñ' | 'Ñ' => out.push('n'),
        '\u{300}'..='\u{36f}' => {}
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_accents_and_ligatures_fold_and_keep_their_origin() {
        let folded = fold("mise en œuvre de l’IA");
        assert_eq!(folded.text, "mise en oeuvre de l'ia");
        let at = folded.text.find("l'ia").expect("folded text holds it");
        assert_eq!(&"mise en œuvre de l’IA"[folded.origin(at)..], "l’IA");
    }

    #[test]
    fn typographic_and_straight_quotation_marks_meet() {
        assert_eq!(fold("«Global Gateway»").text, fold("\"Global Gateway\"").text);
    }
}
