//! Reports as one HTML file each: no script, nothing from outside, pictures inside, pages that print on A4.

mod cover;
mod goals;
mod parts;
mod plain;
mod profile;
mod text;
mod write;

pub(super) use cover::limits;
pub use goals::goals_html;
pub(super) use parts::values;
pub use plain::{
    Plain, plain_actions, plain_actor, plain_document, plain_gaps, plain_index, plain_matrix, plain_method,
    plain_network, plain_rank,
};
pub use profile::profile_html;
pub(super) use text::{Opening, printed};

use crate::dataset::{Word, parse_date};
use crate::view::words::{self, say};
use crate::view::{DatasetView, DatesView, Label, Lang};
use write::Html;

/// The rules of the printed page.
const RULES: &str = include_str!("print.css");

/// Opens a page up to its body. `kind` is the program's own word for the sort of report and runs on every page.
fn page(title: &str, kind: &Label, dataset: &DatasetView, dates: &DatesView, lang: Lang) -> Html {
    let (as_of, known) = (words::moment(&dates.as_of), words::moment(&dates.known));
    let when = say(
        format!("état au {}, sources au {}", as_of.fr, known.fr),
        format!("as of {}, sources by {}", as_of.en, known.en),
    );
    page_of(title, kind, when.get(lang), (dataset, dates), lang)
}

/// The same with what stands at the head of each page in the place of the two dates.
fn page_of(
    title: &str,
    kind: &Label,
    when: &str,
    (dataset, dates): (&DatasetView, &DatesView),
    lang: Lang,
) -> Html {
    let mut html = Html::document();
    html.open("html", &[("lang", lang.word())]).open("head", &[]);
    html.void("meta", &[("charset", "utf-8")]);
    html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.void("meta", &[("name", "generator"), ("content", concat!("relier ", env!("CARGO_PKG_VERSION")))]);
    html.leaf("title", &[], &dates.titled(title, lang));
    html.style(RULES).style(&running(kind, when, (dataset, dates), lang)).close();
    html.open("body", &[]);
    html
}

/// The lines at the head and foot of every printed page.
fn running(kind: &Label, when: &str, (dataset, dates): (&DatasetView, &DatesView), lang: Lang) -> String {
    let which = say(format!("jeu de données {}", digest(dataset)), format!("dataset {}", digest(dataset)));
    let of = say(" sur ", " of ");
    let text = |words: &str| -> String {
        // Dates, digests and the program's own words; whatever could end the string or the element stays out.
        words.chars().filter(|c| !c.is_control() && !matches!(c, '"' | '\\' | '<' | '>')).collect()
    };
    let line = "font: 8pt 'Helvetica Neue', Arial, 'Liberation Sans', system-ui, sans-serif; color: #444b57;";
    format!(
        "@page {{ @top-left {{ content: \"relier · {}\"; {line} }} @top-right {{ content: \"{}\"; {line} }} \
         @bottom-left {{ content: \"{}\"; {line} }} \
         @bottom-right {{ content: counter(page) \"{}\" counter(pages); {line} }} }}\n\
         @page :first {{ @top-left {{ content: none }} @top-right {{ content: none }} }}\n",
        text(&dates.titled(kind.get(lang), lang)),
        text(when),
        text(which.get(lang)),
        text(of.get(lang)),
    )
}

/// The start of the digest, enough to tell two datasets apart.
fn digest(dataset: &DatasetView) -> &str {
    dataset.digest.get(..12).unwrap_or(&dataset.digest)
}

/// A day of the view in words.
fn day(text: &str, lang: Lang) -> String {
    parse_date(text).map_or_else(|_| text.to_owned(), |d| words::day(d).get(lang).to_owned())
}

/// A text with its first letter in upper case.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
