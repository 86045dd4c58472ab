//! The first page without scripts.

use super::{Plain, ROOT, capital};
use crate::dataset::Word;
use crate::view::GoalView;
use crate::view::words::say;

/// The four directions, the picture, and the way to everything else.
pub fn plain_index(page: Plain<'_>, goals: &[GoalView]) -> String {
    let lang = page.lang;
    let title =
        say("La stratégie numérique internationale de l’UE", "The EU’s international digital strategy");
    let mut html = page.open(ROOT, &title);
    let lead = page.say(
        "Lue comme un réseau dont chaque lien porte la phrase qui l’énonce. Ces pages se lisent sans scripts.",
        "Read as a network in which every tie carries the sentence that states it. These pages are read without scripts.",
    );
    html.leaf("p", &[("class", "lead")], &lead);
    html.leaf("h2", &[], &page.say("Les quatre directions", "The four directions")).open("dl", &[]);
    for goal in goals {
        let address = page.address(&format!("{ROOT}/gaps#{}", goal.goal));
        html.open("dt", &[]).leaf("a", &[("href", &address)], &capital(goal.names.get(lang))).close();
        html.open("dd", &[]).sentence(goal.headline.get(lang), lang).close();
    }
    html.close();
    html.leaf("h2", &[], &page.say("La roue", "The wheel"));
    let picture = |form: &str| page.address(&format!("/api/v1/pictures/wheel.{form}"));
    let alt = page.say(
        "L’UE au centre, ses partenaires autour par région, chaque instrument en rayon; le tableau «Réseau» dit la même chose.",
        "The EU at the centre, its partners around it by region, each instrument a spoke; the table “Network” says the same.",
    );
    html.open("figure", &[]).void("img", &[("src", &picture("svg")), ("alt", &alt)]);
    html.open("figcaption", &[]);
    html.leaf("a", &[("href", &picture("svg"))], "SVG").text(", ");
    html.leaf("a", &[("href", &picture("png"))], "PNG").text(", ");
    html.leaf("a", &[("href", &picture("dot"))], "DOT").close().close();
    html.leaf("h2", &[], &page.say("Autres images", "Other pictures")).open("ul", &[]);
    let matrix = page.say("la matrice des partenaires", "the matrix of partners");
    let calendar = page.say("le calendrier des actions", "the calendar of actions");
    let lattice = page.say("le treillis des couvertures", "the lattice of coverage");
    for (name, words) in [("matrix", matrix), ("calendar", calendar), ("lattice", lattice)] {
        let address = page.address(&format!("/api/v1/pictures/{name}.svg"));
        html.open("li", &[]).leaf("a", &[("href", &address)], &words).close();
    }
    html.close();
    html.leaf("h2", &[], &page.say("À imprimer, à réutiliser", "To print, to reuse")).open("ul", &[]);
    let report = page.say("l’analyse des lacunes, à imprimer sur A4", "the gap analysis, to print on A4");
    let gaps = page.say("les lacunes en CSV", "the gaps as CSV");
    let network = page.say("le réseau en JSON", "the network as JSON");
    for (path, words) in
        [("/api/v1/report", report), ("/api/v1/tables/gaps", gaps), ("/api/v1/export/json", network)]
    {
        html.open("li", &[]).leaf("a", &[("href", &page.address(path))], &words).close();
    }
    let method = format!("/api/v1/method?lang={}", lang.word());
    html.open("li", &[]).leaf("a", &[("href", &method)], &page.say("la méthode", "the method")).close();
    let api = format!("/api/?lang={}", lang.word());
    html.open("li", &[]).leaf("a", &[("href", &api)], &page.say("l’API", "the API")).close().close();
    page.finish(html)
}
