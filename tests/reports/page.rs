//! What every page of a report must be.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

/// An element of a parsed page: name, attributes, text of itself and all below, children.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    fn start(tag: &BytesStart) -> Element {
        let attributes = tag
            .attributes()
            .map(|a| {
                let a = a.unwrap();
                (a.key.as_ref().to_owned(), quick_xml::escape::unescape(&a.value).unwrap().into_owned())
            })
            .collect();
        let name = tag.name().as_ref().to_owned();
        Element { name, attributes, ..Element::default() }
    }

    pub(crate) fn get(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|c| c == class)
    }

    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut out = vec![self];
        out.extend(self.children.iter().flat_map(Element::all));
        out
    }

    pub(crate) fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|e| e.name == name).collect()
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().into_iter().find(|e| e.get("id") == id)
    }
}

/// Parses a page; anything that is not well-formed fails.
pub(crate) fn parse(page: &str) -> Element {
    let page = page.strip_prefix("<!DOCTYPE html>").expect("a page says that it is HTML");
    let mut reader = quick_xml::Reader::from_str(page);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => open.push(Element::start(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(Element::start(&tag)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                let parent = open.last_mut().unwrap();
                parent.text += &done.text;
                parent.children.push(done);
            }
            Event::Text(words) => {
                open.last_mut().unwrap().text += &words;
            }
            Event::GeneralRef(name) => {
                let whole = format!("&{};", &*name);
                open.last_mut().unwrap().text += &quick_xml::escape::unescape(&whole).unwrap();
            }
            Event::Eof => break,
            other => panic!("unexpected in a page: {other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "elements are left open");
    let mut root = open.pop().unwrap();
    assert_eq!(root.children.len(), 1);
    root.children.pop().unwrap()
}

/// What every HTML report must be, whatever its subject.
pub(crate) fn holds_together(page: &str, lang: &str) -> Element {
    let html = parse(page);
    assert_eq!((html.name.as_str(), html.get("lang")), ("html", lang));
    let all = html.all();
    let mut ids = BTreeSet::new();
    for element in &all {
        assert!(
            !["script", "link", "iframe", "object", "img", "base", "form"].contains(&element.name.as_str())
        );
        assert!(element.attributes.keys().all(|k| !k.starts_with("on")), "{element:?}");
        let id = element.get("id");
        assert!(id.is_empty() || ids.insert(id), "the id {id} stands twice");
    }
    let sources: BTreeSet<&str> =
        html.by_id("sources").unwrap().named("a").iter().map(|a| a.get("href")).collect();
    for element in &all {
        for key in ["href", "src", "xlink:href", "action", "data", "poster", "srcset"] {
            let target = element.get(key);
            let known = target.is_empty()
                || target.strip_prefix('#').is_some_and(|id| ids.contains(id))
                || sources.contains(target);
            assert!(known, "{key}={target} leads nowhere or out of the page");
        }
        if element.name == "style" {
            let outside = element.text.contains("url(") && !element.text.contains("url(#");
            assert!(!outside && !element.text.contains("@import"), "a rule asks for something outside");
        }
    }
    // Addresses: the documents' own in the list of sources, and the namespaces of SVG.
    let named = page.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "");
    let addresses = named.matches("http:").count() + named.matches("https:").count();
    assert_eq!(addresses, 2 * sources.len(), "an address stands outside the list of sources");
    for quote in html.named("q") {
        assert_eq!(quote.get("lang"), "fr", "both documents are French");
    }
    html
}

/// The words of a quotation without its marks and without the marks of what its sentence leaves out.
pub(crate) fn unmarked(quoted: &str) -> String {
    let words = quoted.trim_start_matches('“').trim_end_matches('”');
    words.trim_start_matches("[…] ").trim_end_matches(" […]").to_owned()
}

/// The commands that a page or text prints.
pub(crate) fn commands(html: &Element) -> Vec<String> {
    html.named("code").iter().map(|c| c.text.clone()).filter(|t| t.starts_with("relier ")).collect()
}
