//! A small HTML writer: text and attributes are escaped by construction, elements are closed in order.

use crate::draw::{Svg, escape};
use crate::view::Lang;

/// Elements after which a line ends, so that the file reads well.
const BLOCKS: [&str; 27] = [
    "html", "head", "title", "style", "body", "header", "main", "section", "nav", "h1", "h2", "h3", "p",
    "ul", "ol", "li", "dl", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "figure", "footer",
    "div",
];

/// A word of a command longer than this may be broken.
const LONGEST: usize = 40;

/// HTML as it is written.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
    open: Vec<&'static str>,
}

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// The start of a document.
    pub(super) fn document() -> Html {
        Html { out: "<!DOCTYPE html>\n".to_owned(), open: Vec::new() }
    }

    fn tag(&mut self, name: &'static str, attributes: Attributes) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push_str(&format!(" {key}=\"{}\"", escape(value)));
        }
    }

    fn line(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.out.push('\n');
        }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes) -> &mut Html {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
        self
    }

    /// Closes the innermost open element.
    pub(super) fn close(&mut self) -> &mut Html {
        if let Some(name) = self.open.pop() {
            self.out.push_str(&format!("</{name}>"));
            self.line(name);
        }
        self
    }

    /// An element without content.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes) -> &mut Html {
        self.tag(name, attributes);
        self.out.push_str("/>");
        self.line("p");
        self
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) -> &mut Html {
        self.out.push_str(&escape(text));
        self
    }

    /// An element that holds text alone.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: Attributes, text: &str) -> &mut Html {
        self.open(name, attributes).text(text).close()
    }

    /// A command as it is typed: a line never ends within one of its words, unless the word fills it.
    pub(super) fn command(&mut self, attributes: Attributes, text: &str) -> &mut Html {
        self.open("code", attributes);
        for (i, word) in text.split(' ').enumerate() {
            if i > 0 {
                self.text(" ");
            }
            if word.contains('-') && word.len() <= LONGEST {
                self.leaf("span", &[("class", "word-whole")], word);
            } else {
                self.text(word);
            }
        }
        self.close()
    }

    /// A sentence of the program. What it quotes between « and » is French also in an English sentence, and is marked so.
    pub(super) fn sentence(&mut self, text: &str, lang: Lang) -> &mut Html {
        if lang == Lang::Fr {
            return self.text(text);
        }
        let mut rest = text;
        while let Some((before, from)) = rest.split_once('«') {
            let Some((quoted, after)) = from.split_once('»') else { break };
            self.text(before).leaf("span", &[("lang", "fr")], &format!("«{quoted}»"));
            rest = after;
        }
        self.text(rest)
    }

    /// Rules of the program's own; nothing from a dataset may enter them.
    pub(super) fn style(&mut self, rules: &str) -> &mut Html {
        self.open("style", &[]);
        self.out.push_str(rules);
        self.close()
    }

    /// A picture: it has escaped what it holds.
    pub(super) fn picture(&mut self, svg: &Svg) -> &mut Html {
        self.out.push_str(svg.as_str());
        self
    }

    /// Markup that has been made from escaped text.
    pub(super) fn markup(&mut self, markup: &str) -> &mut Html {
        self.out.push_str(markup);
        self
    }

    /// The document, every element closed.
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
    fn nothing_given_becomes_markup() {
        let mut html = Html::default();
        let hostile = "</p><script>alert(\"1\")</script>&'\u{0}";
        html.open("p", &[("title", hostile)]).sentence(hostile, Lang::En);
        let out = html.finish();
        assert_eq!(out.matches('<').count(), 2, "{out}");
        assert_eq!(out.matches('"').count(), 2, "{out}");
        assert!(!out.contains('\u{0}') && out.ends_with("</p>\n"));
    }

    #[test]
    fn french_words_in_an_english_sentence_are_marked() {
        let mut html = Html::default();
        html.sentence("state «prévu» and «open", Lang::En);
        assert_eq!(html.finish(), "state <span lang=\"fr\">«prévu»</span> and «open");
    }
}
