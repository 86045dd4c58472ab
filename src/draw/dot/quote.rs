//! The only doors through which words enter DOT. graphviz-rust prints whatever it is given.

use graphviz_rust::dot_structures::{Attribute, Id};

/// A quoted string that can neither end early nor be read as an escape sequence, a keyword, a number or HTML.
///
/// Backslashes are doubled, so that `\N` or `\l` in a name stays those two characters; a line break becomes `\n`;
/// carriage returns and whatever SVG may not contain are dropped.
pub(super) fn quote(text: &str) -> Id {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '\\' => out.push_str(r"\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str(r"\n"),
            c if is_allowed(c) => out.push(c),
            _ => {}
        }
    }
    out.push('"');
    Id::Escaped(out)
}

/// An attribute with a quoted value.
pub(super) fn attribute(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), quote(value))
}

/// An attribute whose value people read.
///
/// Graphviz decodes HTML entities in ordinary labels, so that the name `&lt;` would be shown as `<`.
pub(super) fn shown(name: &str, value: &str) -> Attribute {
    attribute(name, &entities_kept(value))
}

/// The name of the graph, which SVG shows as its title.
pub(super) fn title(text: &str) -> Id {
    quote(&entities_kept(text))
}

/// Text inside our own HTML-like label.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push(' '),
            c if is_allowed(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Breaks a label at its spaces, so that no line is longer than `width` characters unless one word is.
pub(super) fn wrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut line = 0;
    for (at, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 {
            let fits = line + 1 + length <= width;
            out.push(if fits { ' ' } else { '\n' });
            line = if fits { line + 1 } else { 0 };
        }
        out.push_str(word);
        line += length;
    }
    out
}

/// What XML 1.0 can hold.
fn is_allowed(c: char) -> bool {
    c == '\t' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

/// Writes the ampersand of what looks like an entity as an entity itself.
fn entities_kept(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        out.push(c);
        if c == '&' && begins_entity(&text[at + 1..]) {
            out.push_str("amp;");
        }
    }
    out
}

fn begins_entity(rest: &str) -> bool {
    let word = rest.strip_prefix('#').unwrap_or(rest);
    let length = word.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && word[length..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> String {
        match quote(text) {
            Id::Escaped(text) => text,
            other => panic!("not quoted: {other:?}"),
        }
    }

    #[test]
    fn nothing_ends_a_quotation_early() {
        assert_eq!(quoted(r"trail\"), r#""trail\\""#);
        assert_eq!(quoted(r#"say "hi""#), r#""say \"hi\"""#);
        assert_eq!(quoted("one\r\ntwo\0"), r#""one\ntwo""#);
        assert_eq!(quoted("node"), r#""node""#);
    }

    #[test]
    fn an_entity_in_a_name_is_not_decoded_and_other_ampersands_stay_as_they_are() {
        assert_eq!(entities_kept("R&D; a & b; &é; &;"), "R&amp;D; a & b; &é; &;");
        assert_eq!(entities_kept("&lt; &#233; &#xe9;"), "&amp;lt; &amp;#233; &amp;#xe9;");
    }

    #[test]
    fn wrapping_only_turns_spaces_into_line_breaks() {
        assert_eq!(
            wrap("Union internationale des télécommunications", 16),
            "Union\ninternationale\ndes\ntélécommunications"
        );
        for text in ["", " ", "a  b", " lead", "trail "] {
            for width in [0, 1, 5] {
                assert_eq!(wrap(text, width).replace('\n', " "), text);
            }
        }
    }
}
