//! The API as a page to read, written from the table of routes.

use super::param::{Often, Param, Values};
use super::route::{Gives, Route};
use super::routes;
use crate::dataset::{Dataset, Word};
use crate::draw::escape;
use crate::view::words::say;
use crate::view::{Goal, Lang};

/// Every resource with what it takes and an example to follow.
pub(super) fn guide(dataset: &Dataset, lang: Lang) -> String {
    let say = |fr: &str, en: &str| say(fr, en).get(lang).to_owned();
    let (title, other) = match lang {
        Lang::Fr => ("L’API de relier", ("en", "English")),
        Lang::En => ("The API of relier", ("fr", "Français")),
    };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"/theme.css\"><link rel=\"stylesheet\" href=\"/css/base.css\"><link rel=\"stylesheet\" href=\"/plain.css\">\
         </head>\n<body class=\"plain\"><header><nav aria-label=\"Pages\"><ul><li><a href=\"/\">relier</a></li>\
         <li><a href=\"/plain?lang={}\">{}</a></li><li><a href=\"/api/?lang={}\" lang=\"{}\" hreflang=\"{}\">{}</a></li></ul></nav></header>\n<main><h1>{title}</h1>\n",
        lang.word(),
        lang.word(),
        say("Pages sans scripts", "Pages without scripts"),
        other.0,
        other.0,
        other.0,
        other.1,
    );
    out += &format!(
        "<p class=\"lead\">{}</p>\n<ul><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ul>\n",
        say(
            "Tout ce que la page montre se lit par GET sous /api/v1; rien ne s’écrit. Les mots sont ceux de la ligne de commande.",
            "Everything that the page shows is read with GET under /api/v1; nothing is written. The words are those of the command line.",
        ),
        say(
            "Pour les programmes: <a href=\"/api/v1/openapi.json?lang=fr\">OpenAPI 3.1</a>, écrit à partir de la même table que cette page.",
            "For programs: <a href=\"/api/v1/openapi.json?lang=en\">OpenAPI 3.1</a>, written from the same table as this page.",
        ),
        say(
            "Une liste prend plusieurs valeurs, séparées par des virgules ou données chacune sous le même nom.",
            "A list takes several values, separated by commas or each under the same name.",
        ),
        say(
            "Chaque réponse porte une étiquette (ETag): avec If-None-Match, ce qui n’a pas changé répond 304.",
            "Each answer carries a tag (ETag): with If-None-Match, what has not changed answers 304.",
        ),
        say(
            "Un refus est un problem+json (RFC 9457), dans la langue de «lang» ou d’Accept-Language: 400 pour ce qui est mal formé, 404 pour ce qui n’est pas là, 422 pour ce qui ne va pas ensemble ou ne désigne rien.",
            "A refusal is a problem+json (RFC 9457), in the language of “lang” or of Accept-Language: 400 for what is malformed, 404 for what is not there, 422 for what does not go together or names nothing.",
        ),
    );
    for route in routes::all() {
        section(&mut out, route, dataset, lang);
    }
    out + "</main></body></html>\n"
}

fn section(out: &mut String, route: &Route, dataset: &Dataset, lang: Lang) {
    let words = |(fr, en): (&str, &str)| escape(say(fr, en).get(lang));
    let path = format!("/api/v1{}", route.path);
    let gives = match route.gives {
        Gives::Json(_) => "application/json".to_owned(),
        Gives::Media(kinds) => kinds.join(", "),
    };
    *out += &format!(
        "<section id=\"{}\"><h2><code>{}</code></h2><p>{}</p><p class=\"note\">{gives}</p>",
        route.id,
        escape(&path),
        words(route.says)
    );
    let example = escape(&example(route));
    *out += &format!("<p><a href=\"{example}\">{example}</a></p>");
    let params: Vec<Param> = route.places.iter().copied().chain(route.all_params()).collect();
    let heads = match lang {
        Lang::Fr => ["Paramètre", "Valeurs", "Sinon", "Sens"],
        Lang::En => ["Parameter", "Values", "Otherwise", "Meaning"],
    };
    let heads: String = heads.map(|h| format!("<th scope=\"col\">{h}</th>")).concat();
    *out += &format!("<table><thead><tr>{heads}</tr></thead><tbody>");
    for param in params {
        *out += &format!(
            "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td><td>{}</td></tr>",
            param.name,
            escape(&values(&param, dataset, lang)),
            param.default.unwrap_or("–"),
            words(param.says)
        );
    }
    *out += "</tbody></table></section>\n";
}

fn values(param: &Param, dataset: &Dataset, lang: Lang) -> String {
    let say = |fr: String, en: String| say(fr, en).get(lang).to_owned();
    let one = match param.values {
        Values::Date => say("AAAA-MM-JJ".into(), "YYYY-MM-DD".into()),
        Values::Text { most } => say(format!("texte, {most} caractères"), format!("text, {most} characters")),
        Values::Words(list) => list(dataset).join(", "),
        Values::Goal => Goal::ALL.map(Goal::id).join(", "),
        Values::Number { least, most } => format!("{least}–{most}"),
        Values::Switch => "true, false".into(),
    };
    match param.often {
        Often::Once => one,
        Often::Required => say(format!("{one}; obligatoire"), format!("{one}; required")),
        Often::Listed(most) => {
            say(format!("liste, {most} au plus: {one}"), format!("list, {most} at most: {one}"))
        }
        Often::Repeated(least, most) => {
            say(format!("{least} à {most} fois: {one}"), format!("{least} to {most} times: {one}"))
        }
    }
}

/// An address of the resource that answers.
fn example(route: &Route) -> String {
    let coded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let mut path = format!("/api/v1{}", route.path);
    for place in route.places {
        let value = coded(place.example.unwrap_or_default()).replace('+', "%20");
        path = path.replace(&format!("{{{}}}", place.name), &value);
    }
    let wanted =
        |p: &&Param| matches!(p.often, Often::Required | Often::Repeated(1.., _)) || p.name == "actors";
    let query: Vec<String> = route
        .all_params()
        .iter()
        .filter(wanted)
        .map(|p| format!("{}={}", p.name, coded(p.example.unwrap_or_default()).replace("%2C", ",")))
        .collect();
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}
