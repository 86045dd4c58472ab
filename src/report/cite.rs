//! How a view is cited: the program, the dataset, both dates, and the documents it rests on.

use serde::Serialize;

use super::markdown::told_language;
use crate::dataset::parse_date;
use crate::view::words::{day, say};
use crate::view::{DatasetView, DatesView, DocumentView, Lang};

/// What is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedView {
    /// The command that recomputes the view, with its dates.
    pub command: String,
    /// The dates of the view.
    pub dates: DatesView,
    /// The dataset.
    pub dataset: DatasetView,
}

const PROGRAM: &str = env!("CARGO_PKG_VERSION");

impl CitedView {
    fn title(lang: Lang) -> String {
        let title = say(
            "La stratégie numérique internationale de l’UE comme réseau",
            "The EU’s international digital strategy as a network",
        );
        title.get(lang).to_owned()
    }

    fn note(&self, lang: Lang) -> String {
        let (as_of, known) = (in_words(&self.dates.as_of, lang), in_words(&self.dates.known, lang));
        let (version, digest) = (&self.dataset.version, &self.dataset.digest);
        let note = say(
            format!(
                "relier {PROGRAM}, jeu de données {version} (sha256 {digest}), état au {as_of} d’après les sources publiées au {known}"
            ),
            format!(
                "relier {PROGRAM}, dataset {version} (sha256 {digest}), as of {as_of} from sources published by {known}"
            ),
        );
        // An assumption, or what is beside the documents, never goes without its name.
        let beside = self.dates.first().map(|told| format!(". {}", told.get(lang))).unwrap_or_default();
        // In the language of the citation: a command that names none answers in French.
        let command = format!("{}{}", self.command, told_language(lang));
        let again = say(format!("vue recalculée par: {command}"), format!("view recomputed by: {command}"));
        let lists = if self.rests_on_lists() {
            let told = say(
                "; qui siège où vient de listes publiques datées, hors des documents, dont certaines lues plus tard («relier show» cite celle de chaque forum)",
                "; who sits where comes from dated public lists, outside the documents, some of them read later (“relier show” cites that of each forum)",
            );
            told.get(lang).to_owned()
        } else {
            String::new()
        };
        format!("{}{}{lists}; {}", note.get(lang), beside.trim_end_matches('.'), again.get(lang))
    }

    /// Whether the view counts who sits in which forum or grouping.
    fn rests_on_lists(&self) -> bool {
        let mut words = self.command.split_whitespace().skip(1);
        let (verb, what) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let by_verb = match verb {
            "gaps" | "moves" => what == "connect" || what.is_empty() || what.starts_with("--"),
            "rank" | "path" | "compare" | "report" | "robustness" | "whatif" => true,
            _ => false,
        };
        by_verb || ["--without-eu", "--split-eu", "structural"].iter().any(|word| self.command.contains(word))
    }
}

fn in_words(date: &str, lang: Lang) -> String {
    parse_date(date).map_or_else(|_| date.to_owned(), |d| day(d).get(lang).to_owned())
}

/// As a sentence.
pub fn cite_text(view: &CitedView, lang: Lang) -> String {
    let mut out = format!("{}. {}. ", CitedView::title(lang), view.note(lang));
    out += say("Sources: ", "Sources: ").get(lang);
    let documents: Vec<String> = view
        .dataset
        .documents
        .iter()
        .map(|d| {
            let address = d.address.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
            format!(
                "{}, {}, {}, {}{address}",
                d.publisher.get(lang),
                d.title.get(lang),
                d.reference,
                in_words(&d.date, lang)
            )
        })
        .collect();
    out + &documents.join("; ") + ".\n"
}

/// As BibTeX: one entry for the view and one for each document.
pub fn cite_bibtex(view: &CitedView, lang: Lang) -> String {
    let mut out = entry(
        "misc",
        &view_id(view),
        &[
            ("title", &tex(&CitedView::title(lang))),
            ("author", "{relier}"),
            ("year", year(&view.dates.known)),
            ("version", PROGRAM),
            ("note", &tex(&view.note(lang))),
        ],
    );
    for document in &view.dataset.documents {
        out.push('\n');
        let address = document.address.as_deref().map(plain_address).unwrap_or_default();
        out += &entry(
            "techreport",
            &key(&document.id),
            &[
                ("title", &tex(document.title.get(lang))),
                ("author", &format!("{{{}}}", tex(document.publisher.get(lang)))),
                ("institution", &tex(document.publisher.get(lang))),
                ("number", &tex(&document.reference)),
                ("year", year(&document.date)),
                ("date", &tex(&document.date)),
                ("url", &address),
            ],
        );
    }
    out
}

fn entry(sort: &str, key: &str, fields: &[(&str, &str)]) -> String {
    let lines: Vec<String> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("  {name} = {{{value}}}"))
        .collect();
    format!("@{sort}{{{key},\n{}\n}}\n", lines.join(",\n"))
}

/// A key of letters, digits and hyphens.
fn key(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// The id of a view: the start of its dataset's digest tells two datasets apart.
fn view_id(view: &CitedView) -> String {
    format!("relier-{}", key(view.dataset.digest.get(..12).unwrap_or(&view.dataset.digest)))
}

fn year(date: &str) -> &str {
    date.split('-').next().unwrap_or(date)
}

/// Text for TeX: its special characters lose their meaning.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address as BibTeX takes it, verbatim but for what would end the field.
fn plain_address(address: &str) -> String {
    let mut out = String::new();
    for c in address.chars().filter(|c| !c.is_control()) {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// An item of CSL-JSON 1.0; its schema admits no other fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CslItem {
    id: String,
    #[serde(rename = "type")]
    sort: &'static str,
    title: String,
    author: Vec<CslName>,
    issued: CslDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct CslName {
    literal: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<u16>>,
}

fn csl_date(date: &str) -> CslDate {
    CslDate { parts: vec![date.split('-').filter_map(|part| part.parse().ok()).collect()] }
}

/// As CSL-JSON: the view, then the documents.
pub fn cite_csl(view: &CitedView, lang: Lang) -> Vec<CslItem> {
    use crate::dataset::Word;
    let own = CslItem {
        id: view_id(view),
        sort: "software",
        title: CitedView::title(lang),
        author: vec![CslName { literal: "relier".to_owned() }],
        issued: csl_date(&view.dates.known),
        version: Some(PROGRAM.to_owned()),
        number: None,
        publisher: None,
        address: None,
        language: lang.word().to_owned(),
        note: Some(view.note(lang)),
    };
    let document = |d: &DocumentView| CslItem {
        id: d.id.clone(),
        sort: "report",
        title: d.title.get(lang).to_owned(),
        author: vec![CslName { literal: d.publisher.get(lang).to_owned() }],
        issued: csl_date(&d.date),
        version: None,
        number: Some(d.reference.clone()),
        publisher: Some(d.publisher.get(lang).to_owned()),
        address: d.address.clone(),
        language: d.language.clone(),
        note: None,
    };
    [own].into_iter().chain(view.dataset.documents.iter().map(document)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_tex_survives_in_a_field() {
        assert_eq!(
            tex("a_b & 100 % {x} \\end~^"),
            "a\\_b \\& 100 \\% \\{x\\} \\textbackslash{}end\\textasciitilde{}\\textasciicircum{}"
        );
        assert_eq!(plain_address("https://e.eu/?a={1}\\"), "https://e.eu/?a=%7B1%7D%5C");
        assert_eq!(key("st 15/3"), "st-15-3");
    }
}
