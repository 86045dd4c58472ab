//! A small SVG writer: everything is escaped, numbers have one form.

use super::text::{Anchor, Label, Weight};

/// A picture as SVG text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    pub(super) text: String,
    pub(super) left_out: Vec<String>,
}

impl Svg {
    /// The SVG.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Sentences on what the selection holds and the picture does not show; they also stand in it.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }
}

impl std::fmt::Display for Svg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<Svg> for String {
    fn from(svg: Svg) -> String {
        svg.text
    }
}

/// A number with at most two decimals, never in another form.
pub(super) fn num(value: f64) -> String {
    let mut text = format!("{value:.2}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" { "0".to_owned() } else { text }
}

/// Text for XML: markup is escaped, characters that XML forbids are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_to(&mut out, text);
    out
}

/// Writes text for XML at the end of another. Most of it is plain and goes over as it is.
fn escape_to(out: &mut String, mut text: &str) {
    let plain = |b: u8| (b' '..0x7f).contains(&b) && !matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = text.bytes().position(|b| !plain(b)) {
        let (before, rest) = text.split_at(at);
        out.push_str(before);
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            // Marks that turn the direction of all that follows would reach beyond the name that holds them.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
        text = chars.as_str();
    }
    out.push_str(text);
}

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, String)];

/// Writes elements one after the other.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    open: Vec<&'static str>,
}

impl Writer {
    fn tag(&mut self, name: &str, attributes: Attributes) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape_to(&mut self.out, value);
            self.out.push('"');
        }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.end(name);
            if self.open.len() < 3 {
                self.out.push('\n');
            }
        }
    }

    fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element that holds text alone.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.tag(name, attributes);
        self.out.push('>');
        escape_to(&mut self.out, text);
        self.end(name);
    }

    /// A path.
    pub(super) fn path(&mut self, class: &str, d: String) {
        self.empty("path", &[("class", class.to_owned()), ("d", d)]);
    }

    /// A circle.
    pub(super) fn circle(&mut self, class: &str, x: f64, y: f64, r: f64) {
        let attributes = [("class", class.to_owned()), ("cx", num(x)), ("cy", num(y)), ("r", num(r))];
        self.empty("circle", &attributes);
    }

    /// A label.
    pub(super) fn label(&mut self, label: &Label) {
        self.label_with(label, |_| {});
    }

    /// Text within an open element.
    pub(super) fn words(&mut self, text: &str) {
        escape_to(&mut self.out, text);
    }

    /// A label with something more at its end.
    pub(super) fn label_with(&mut self, label: &Label, more: impl FnOnce(&mut Writer)) {
        let mut class = label.class.to_owned();
        if label.weight == Weight::Bold {
            class.push_str(" b");
        }
        match label.anchor {
            Anchor::Start => {}
            Anchor::Middle => class.push_str(" m"),
            Anchor::End => class.push_str(" e"),
        }
        let x = num(label.x);
        let attributes =
            [("class", class), ("x", x.clone()), ("y", num(label.y)), ("font-size", num(label.size))];
        self.open("text", &attributes);
        let last = label.lines.len().saturating_sub(1);
        let mut more = Some(more);
        for (i, line) in label.lines.iter().enumerate() {
            let dy = if i == 0 { 0.0 } else { label.leading };
            // A space keeps the words apart for those who hear or copy the text; it stands at the loose end.
            let line = match label.anchor {
                Anchor::Start if i < last => format!("{line} "),
                Anchor::End if i > 0 => format!(" {line}"),
                _ => line.clone(),
            };
            if last > 0 {
                self.open("tspan", &[("x", x.clone()), ("dy", num(dy))]);
            }
            self.words(&line);
            if let Some(more) = more.take_if(|_| i == last) {
                more(self);
            }
            if last > 0 {
                self.close();
            }
        }
        self.close();
    }

    /// All that was written.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_form() {
        let forms = [(0.0, "0"), (-0.001, "0"), (1.0, "1"), (10.0, "10"), (-2.5, "-2.5"), (1.005, "1")];
        for (value, form) in forms {
            assert_eq!(num(value), form);
        }
        assert_eq!(num(100.0), "100");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(escape("<b>&\"'\u{1}\n"), "&lt;b&gt;&amp;&quot;&#39; ");
    }
}
