//! Pages without scripts: the tables, the picture, the gaps and the documents at plain addresses, each leading to the others.

mod document;
mod findings;
mod index;
mod method;
mod network;

use super::write::Html;
use super::{capital, day};
use crate::dataset::Word;
use crate::view::words::{place, say};
use crate::view::{DatasetView, DatesView, EvidenceView, Label, Lang};

pub use document::plain_document;
pub use findings::{plain_actions, plain_gaps, plain_matrix, plain_rank};
pub use index::plain_index;
pub use method::plain_method;
pub use network::{plain_actor, plain_network};

/// What every page without scripts is read under.
#[derive(Debug, Clone, Copy)]
pub struct Plain<'a> {
    /// Language of the program's words.
    pub lang: Lang,
    /// The dates.
    pub dates: &'a DatesView,
    /// The dataset.
    pub dataset: &'a DatasetView,
    /// The days on which something changes, to choose from.
    pub stops: &'a [String],
}

/// Where the pages stand.
const ROOT: &str = "/plain";

impl Plain<'_> {
    /// The address of a page in this language and on these dates.
    fn address(&self, path: &str) -> String {
        self.in_language(path, self.lang)
    }

    fn in_language(&self, path: &str, lang: Lang) -> String {
        let (page, anchor) =
            path.split_once('#').map_or((path, String::new()), |(p, a)| (p, format!("#{a}")));
        format!("{page}?lang={}&as-of={}&known={}{anchor}", lang.word(), self.dates.as_of, self.dates.known)
    }

    fn say(&self, fr: &str, en: &str) -> String {
        say(fr, en).get(self.lang).to_owned()
    }

    /// Opens a page: its head, the way to the other pages, the dates, and its first heading. `path` is where it stands.
    fn open(&self, path: &str, title: &Label) -> Html {
        let lang = self.lang;
        let mut html = Html::document();
        html.open("html", &[("lang", lang.word())]).open("head", &[]);
        html.void("meta", &[("charset", "utf-8")]);
        html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        html.leaf("title", &[], &format!("{} · relier", title.get(lang)));
        html.void("link", &[("rel", "icon"), ("href", "/favicon.svg"), ("type", "image/svg+xml")]);
        for sheet in ["/theme.css", "/css/base.css", "/plain.css"] {
            html.void("link", &[("rel", "stylesheet"), ("href", sheet)]);
        }
        html.close().open("body", &[("class", "plain")]);
        html.leaf(
            "a",
            &[("class", "to-content"), ("href", "#content")],
            &self.say("Aller au contenu", "Skip to content"),
        );
        html.open("header", &[]);
        self.ways(&mut html, path);
        html.close();
        html.open("main", &[("id", "content"), ("tabindex", "-1")]);
        html.leaf("h1", &[], &capital(&self.dates.titled(title.get(lang), lang)));
        html
    }

    fn ways(&self, html: &mut Html, path: &str) {
        html.open("nav", &[("aria-label", &self.say("Pages", "Pages"))]).open("ul", &[]);
        let mut pages = vec![
            (ROOT.to_owned(), self.say("Accueil", "Home")),
            (format!("{ROOT}/gaps"), self.say("Directions", "Directions")),
            (format!("{ROOT}/network"), self.say("Réseau", "Network")),
            (format!("{ROOT}/matrix"), self.say("Matrice", "Matrix")),
            (format!("{ROOT}/rank"), self.say("Classements", "Rankings")),
            (format!("{ROOT}/actions"), self.say("Actions", "Actions")),
            (format!("{ROOT}/method"), self.say("Méthode", "Method")),
        ];
        pages.extend(
            self.dataset
                .documents
                .iter()
                .map(|d| (format!("{ROOT}/documents/{}", d.id), d.reference.clone())),
        );
        for (page, name) in &pages {
            html.open("li", &[]);
            let address = self.address(page);
            if page == path {
                html.leaf("a", &[("href", &address), ("aria-current", "page")], name);
            } else {
                html.leaf("a", &[("href", &address)], name);
            }
            html.close();
        }
        let (other, name) = match self.lang {
            Lang::Fr => (Lang::En, "English"),
            Lang::En => (Lang::Fr, "Français"),
        };
        html.open("li", &[]);
        let address = self.in_language(path, other);
        html.leaf("a", &[("href", &address), ("lang", other.word()), ("hreflang", other.word())], name);
        html.close().close().close();
        self.dates_form(html, path);
    }

    /// Another day, without a script: a form that asks for this page again.
    fn dates_form(&self, html: &mut Html, path: &str) {
        html.open("form", &[("method", "get"), ("action", path)]);
        html.void("input", &[("type", "hidden"), ("name", "lang"), ("value", self.lang.word())]);
        html.void("input", &[("type", "hidden"), ("name", "known"), ("value", &self.dates.known)]);
        html.leaf("label", &[("for", "as-of")], &self.say("État au", "As of")).text(" ");
        html.open("select", &[("id", "as-of"), ("name", "as-of")]);
        let mut stops: Vec<&String> = self.stops.iter().chain([&self.dates.as_of]).collect();
        stops.sort();
        stops.dedup();
        for stop in stops {
            let shown = day(stop, self.lang);
            if *stop == self.dates.as_of {
                html.leaf("option", &[("value", stop), ("selected", "selected")], &shown);
            } else {
                html.leaf("option", &[("value", stop)], &shown);
            }
        }
        html.close().text(" ");
        html.leaf("button", &[("type", "submit")], &self.say("Lire ce jour-là", "Read this day"));
        html.text(" ");
        let known = day(&self.dates.known, self.lang);
        let told = say(
            format!("d’après les sources publiées au {known}"),
            format!("by the sources published by {known}"),
        );
        html.leaf("span", &[("class", "muted")], told.get(self.lang)).close();
    }

    /// Closes a page with what it rests on.
    fn finish(&self, mut html: Html) -> String {
        html.close().open("footer", &[]);
        let told = say(
            format!("relier {} · jeu de données {} · ", env!("CARGO_PKG_VERSION"), self.dataset.version),
            format!("relier {} · dataset {} · ", env!("CARGO_PKG_VERSION"), self.dataset.version),
        );
        html.open("p", &[]).text(told.get(self.lang)).leaf("code", &[], &self.dataset.digest).close();
        html.leaf(
            "p",
            &[],
            &self.say(
                "relier lit deux documents; ce n’est pas un registre des partenariats de l’UE. Le silence d’une source n’est pas une absence.",
                "relier reads two documents; it is no registry of the EU’s partnerships. The silence of a source is no absence.",
            ),
        );
        html.finish()
    }

    /// A quotation that leads to its place in the document.
    fn quotation(&self, html: &mut Html, evidence: &EvidenceView) {
        let document = self.dataset.documents.iter().find(|d| d.id == evidence.document);
        let (reference, language) = document
            .map_or((evidence.document.as_str(), "fr"), |d| (d.reference.as_str(), d.language.as_str()));
        html.leaf("q", &[("lang", language)], &format!("“{}”", evidence.marked())).text(" ");
        let path = format!("{ROOT}/documents/{}#{}", evidence.document, anchor(&evidence.at));
        html.open("cite", &[]).leaf(
            "a",
            &[("href", &self.address(&path))],
            &format!("{reference}, {}", place(&evidence.at).get(self.lang)),
        );
        html.close();
    }

    /// Quotations as a list.
    fn quotations(&self, html: &mut Html, evidence: &[EvidenceView]) {
        html.open("ul", &[("class", "quotes")]);
        for one in evidence {
            html.open("li", &[]);
            self.quotation(html, one);
            html.close();
        }
        html.close();
    }
}

/// The name of a place inside a page: `s2 ¶1` → `s2-p1`.
fn anchor(at: &str) -> String {
    at.replace('¶', "p")
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' })
        .collect()
}

/// A word of an address as it stands between slashes.
fn coded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
