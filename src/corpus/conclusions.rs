//! The layout of Council conclusions: front, recitals, headings, numbered points with indents.

use std::ops::Range;

use super::document::{OutlineError, Passage, PassageKind, line_of, lines};

const BEGINS: &str = "LE CONSEIL DE L'UNION EUROPÉENNE,";

pub(super) fn passages(text: &str) -> Result<Vec<Passage>, OutlineError> {
    let lines = lines(text);
    let mut out: Vec<Passage> = Vec::new();
    let mut push = |locator: String, kind: PassageKind, range: Range<usize>| {
        out.push(Passage { locator, kind, range, calls: Vec::new() });
    };
    let (mut front, mut recital, mut point, mut indent) = (0, 0, 0u8, 0);
    let mut begun = false;
    let mut headings = false;
    for line in &lines {
        let words = &text[line.clone()];
        begun |= words == BEGINS;
        if !begun {
            front += 1;
            push(format!("front ¶{front}"), PassageKind::Front, line.clone());
        } else if let Some(roman) = roman_heading(words) {
            headings = true;
            push(format!("heading {roman}"), PassageKind::Heading, line.clone());
        } else if !headings {
            recital += 1;
            push(format!("recital {recital}"), PassageKind::Recital, line.clone());
        } else if let Some(number) = numbered(words) {
            if number != point + 1 {
                let message = format!("point {} should come here, not {number}", point + 1);
                let french = format!("le point {} devrait être ici, et non {number}", point + 1);
                return Err(OutlineError { line: line_of(text, line.start), message, french });
            }
            (point, indent) = (number, 0);
            push(format!("point {point}"), PassageKind::Point(point), line.clone());
        } else if words.starts_with("- ") {
            indent += 1;
            push(format!("point {point} ({indent})"), PassageKind::Point(point), line.clone());
        } else if words.starts_with('¹') {
            push("n1".into(), PassageKind::Note, line.clone());
        } else {
            let begins: String = words.chars().take(30).collect();
            let message = format!("neither heading, point, indent nor note: «{begins}…»");
            let french = format!("ni titre, ni point, ni tiret, ni note: «{begins}…»");
            return Err(OutlineError { line: line_of(text, line.start), message, french });
        }
    }
    if point == 0 {
        let message = format!("no numbered point was found after «{BEGINS}»");
        let french = format!("aucun point numéroté après «{BEGINS}»");
        return Err(OutlineError { line: lines.len(), message, french });
    }
    Ok(out)
}

/// `IV. Nouer des partenariats…` → `IV`.
fn roman_heading(words: &str) -> Option<&str> {
    let (roman, _) = words.split_once(". ")?;
    (!roman.is_empty() && roman.bytes().all(|b| b"IVX".contains(&b))).then_some(roman)
}

/// `24. INVITE…` → 24.
fn numbered(words: &str) -> Option<u8> {
    words.split_once(". ")?.0.parse().ok()
}
