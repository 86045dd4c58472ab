//! The ties as a table, and one actor.

use super::{Html, Plain, ROOT, anchor, coded};
use crate::view::words::say;
use crate::view::{ActorView, KindView, NetworkView, TieView};

fn kind<'a>(kinds: &'a [KindView], code: &'a str, page: &Plain<'_>) -> &'a str {
    kinds.iter().find(|k| k.id == code).map_or(code, |k| k.names.get(page.lang))
}

/// Every tie of the view, with who is in it and its quotations.
pub fn plain_network(page: Plain<'_>, view: &NetworkView, kinds: &[KindView]) -> String {
    let title = say("Réseau: les liens et leurs citations", "Network: the ties and their quotations");
    let mut html = page.open(&format!("{ROOT}/network"), &title);
    let of_kind =
        |wanted: &[&str]| view.nodes.iter().filter(|n| wanted.contains(&n.kind)).collect::<Vec<_>>();
    let actors = of_kind(&["partner", "grouping", "forum", "programme"]);
    let told = say(
        format!("{} liens, {} acteurs.", view.ties.len(), actors.len()),
        format!("{} ties, {} actors.", view.ties.len(), actors.len()),
    );
    html.leaf("p", &[("class", "lead")], told.get(page.lang));
    html.leaf("h2", &[], &page.say("Acteurs", "Actors")).open("ul", &[("class", "columns")]);
    for actor in &actors {
        html.open("li", &[]);
        html.leaf(
            "a",
            &[("href", &page.address(&format!("{ROOT}/actors/{}", coded(&actor.id))))],
            actor.names.get(page.lang),
        );
        html.close();
    }
    html.close();
    html.leaf("h2", &[], &page.say("Liens", "Ties"));
    ties(&mut html, &page, &view.ties.iter().collect::<Vec<_>>(), kinds);
    page.finish(html)
}

/// All that is known of an actor.
pub fn plain_actor(page: Plain<'_>, view: &ActorView, kinds: &[KindView]) -> String {
    let mut html = page.open(&format!("{ROOT}/actors/{}", coded(&view.node.id)), &view.node.names);
    html.open("p", &[("class", "lead")]).sentence(view.headline.get(page.lang), page.lang).close();
    if matches!(view.node.kind, "partner" | "grouping") {
        let address = page.address(&format!("/api/v1/report/{}", coded(&view.node.id)));
        html.open("p", &[]);
        html.leaf("a", &[("href", &address)], &page.say("La fiche à imprimer", "The profile, to print"))
            .close();
    }
    html.leaf("h2", &[], &page.say("Liens qui le nomment", "Ties that name it"));
    ties(&mut html, &page, &view.ties.iter().collect::<Vec<_>>(), kinds);
    if !view.derived.is_empty() {
        html.leaf("h2", &[], &page.say("Par un groupement", "Through a grouping")).open("ul", &[]);
        for tie in &view.derived {
            let text = format!("{} ({})", tie.names.get(page.lang), tie.via.join(", "));
            html.leaf("li", &[], &text);
        }
        html.close();
    }
    if !view.card.is_empty() {
        html.leaf("h2", &[], &page.say("Décrit sans lien", "Described without a tie"));
        page.quotations(&mut html, &view.card);
    }
    page.finish(html)
}

fn ties(html: &mut Html, page: &Plain<'_>, ties: &[&TieView], kinds: &[KindView]) {
    if ties.is_empty() {
        html.leaf("p", &[], &page.say("Aucune ligne.", "No line."));
        return;
    }
    html.open("table", &[("class", "ties")]).open("thead", &[]).open("tr", &[]);
    let heads = [
        say("Lien", "Tie"),
        say("Sorte", "Kind"),
        say("État ce jour-là", "State on the day"),
        say("Avec", "With"),
        page.dataset.quotations_title(),
    ];
    for head in &heads {
        html.leaf("th", &[("scope", "col")], head.get(page.lang));
    }
    html.close().close().open("tbody", &[]);
    for tie in ties {
        html.open("tr", &[("id", &anchor(&tie.id))]);
        html.leaf("th", &[("scope", "row")], tie.names.get(page.lang));
        html.leaf("td", &[], kind(kinds, tie.kind, page));
        html.leaf("td", &[], tie.standing(tie.state).get(page.lang)).open("td", &[]);
        for (i, party) in tie.participants.iter().filter(|p| *p != "EU").enumerate() {
            if i > 0 {
                html.text(", ");
            }
            html.leaf("a", &[("href", &page.address(&format!("{ROOT}/actors/{}", coded(party))))], party);
        }
        html.close().open("td", &[]);
        match &tie.source {
            Some(source) if tie.evidence.is_empty() => {
                html.text(source);
            }
            _ => page.quotations(html, &tie.evidence),
        }
        html.close().close();
    }
    html.close().close();
}
