//! Gaps, rankings and actions as pages without scripts.

use super::super::parts;
use super::{Plain, ROOT, capital};
use crate::report::goals::Recompute;
use crate::report::quotes::Quotes;
use crate::report::rank::{number, uncapital};
use crate::view::words::say;
use crate::view::{GoalView, Label, MonitorView, PartnersMatrix, RankView};

/// The four directions with their matrices, lists and quotations.
pub fn plain_gaps(page: Plain<'_>, goals: &[GoalView]) -> String {
    let lang = page.lang;
    let mut html = page.open(&format!("{ROOT}/gaps"), &say("Les quatre directions", "The four directions"));
    html.open("ul", &[]);
    for goal in goals {
        html.open("li", &[]);
        html.leaf("a", &[("href", &format!("#{}", goal.goal))], &capital(goal.names.get(lang))).text(": ");
        html.sentence(goal.headline.get(lang), lang).close();
    }
    html.close();
    parts::key(&mut html, lang);
    let untold = Recompute::untold(lang);
    for goal in goals {
        html.open("section", &[("id", goal.goal)]).leaf("h2", &[], &capital(goal.names.get(lang)));
        html.open("p", &[("class", "lead")]).sentence(goal.question.get(lang), lang).close();
        page.quotations(&mut html, &goal.evidence);
        html.open("p", &[("class", "headline")]).sentence(goal.headline.get(lang), lang).close();
        parts::counts(&mut html, &goal.counts, &untold, lang);
        for matrix in &goal.matrices {
            html.open(
                "div",
                &[
                    ("class", "scroll"),
                    ("tabindex", "0"),
                    ("role", "region"),
                    ("aria-label", matrix.title.get(lang)),
                ],
            );
            parts::matrix(&mut html, matrix, &untold, lang);
            html.close();
        }
        let mut quotes = Quotes::default();
        parts::sections(&mut html, &goal.sections, &mut quotes, (goal.goal, &untold), lang);
        parts::limits(&mut html, &goal.limits, &untold, lang);
        html.leaf("h3", &[], page.dataset.quotations_title().get(lang));
        html.open("ol", &[("class", "quotes numbered")]);
        for (number, evidence) in quotes.numbered() {
            html.open("li", &[("id", &format!("{}-q{number}", goal.goal))]);
            page.quotation(&mut html, evidence);
            html.close();
        }
        html.close();
        parts::command(&mut html, &goal.command, lang);
        html.close();
    }
    page.finish(html)
}

/// Partners against what they are held against, of a selection, with what was chosen.
pub fn plain_matrix(page: Plain<'_>, view: &PartnersMatrix) -> String {
    let lang = page.lang;
    let mut html = page.open(&format!("{ROOT}/matrix"), &view.matrix.title);
    if !view.selection.is_empty() {
        let words: Vec<&str> = view.selection.iter().map(|c| c.words.get(lang)).collect();
        let chosen = format!("{} {}.", page.say("Sélection:", "Selection:"), words.join("; "));
        html.open("p", &[("class", "lead")]).sentence(&chosen, lang).close();
        let told = page.say(
            "Un tiret: les documents disent quelque chose de cette cellule, mais rien de ce qui est choisi ne le dit. Les totaux comptent la sélection sur toutes les cellules.",
            "A dash: the documents say something of this cell, but by nothing that was chosen. The totals count the selection, of all cells.",
        );
        html.open("p", &[("class", "note")]).sentence(&told, lang).close();
    }
    parts::key(&mut html, lang);
    let label = view.matrix.title.get(lang);
    html.open("div", &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", label)]);
    parts::matrix(&mut html, &view.matrix, &Recompute::untold(lang), lang);
    html.close();
    parts::command(&mut html, &view.command, lang);
    page.finish(html)
}

/// Every measure of every actor, each with its rank.
pub fn plain_rank(page: Plain<'_>, view: &RankView) -> String {
    let lang = page.lang;
    let mut html = page.open(&format!("{ROOT}/rank"), &say("Classements", "Rankings"));
    html.leaf("p", &[("class", "lead")], view.title.get(lang)).open("dl", &[]);
    for card in &view.measures {
        html.leaf("dt", &[], card.names.get(lang));
        html.open("dd", &[])
            .sentence(card.says.get(lang), lang)
            .text(" ")
            .text(say("Quand s’en garder: ", "When not to use it: ").get(lang))
            .sentence(&uncapital(card.avoid.get(lang)), lang)
            .close();
    }
    html.close();
    let label = page.say("Rang, puis valeur", "Rank, then value");
    html.open("div", &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", &label)]);
    html.open("table", &[]).leaf("caption", &[], &label).open("thead", &[]).open("tr", &[]);
    html.leaf("th", &[("scope", "col")], &page.say("Acteur", "Actor"));
    for card in &view.measures {
        html.leaf("th", &[("scope", "col"), ("class", "n")], card.names.get(lang));
    }
    html.close().close().open("tbody", &[]);
    for row in &view.rows {
        let name: Label = if row.kind == "hub" {
            say(format!("{} (mise à part)", row.names.fr), format!("{} (set apart)", row.names.en))
        } else {
            row.names.clone()
        };
        html.open("tr", &[]).leaf("th", &[("scope", "row")], name.get(lang));
        for (rank, value) in row.ranks.iter().zip(&row.values) {
            let value = value.map_or("–".to_owned(), |v| number(v, lang));
            let rank = rank.map_or(String::new(), |r| format!("{r}. "));
            html.leaf("td", &[("class", "n")], &format!("{rank}{value}"));
        }
        html.close();
    }
    html.close().close().close();
    html.open("ul", &[]);
    for note in &view.notes {
        html.open("li", &[]).sentence(note.get(lang), lang).close();
    }
    html.close();
    parts::command(&mut html, &view.command, lang);
    page.finish(html)
}

/// The actions by phase, the deadlines, and what awaits a next state.
pub fn plain_actions(page: Plain<'_>, view: &MonitorView) -> String {
    let lang = page.lang;
    let mut html = page.open(&format!("{ROOT}/actions"), &say("Actions", "Actions"));
    html.open("p", &[("class", "lead")]).sentence(view.headline.get(lang), lang).close();
    for count in &view.counts {
        let title = format!("{}: {}/{}", capital(count.label.get(lang)), count.n, count.of);
        html.leaf("h2", &[("id", count.phase)], &title).open("ul", &[]);
        for action in view.actions.iter().filter(|a| a.phase == count.phase) {
            html.open("li", &[]).leaf("strong", &[], action.tie.names.get(lang));
            if let Some(calendar) = &action.tie.calendar {
                html.text(" – ").leaf("span", &[("lang", "fr")], calendar);
            }
            page.quotations(&mut html, &action.tie.evidence);
            html.close();
        }
        html.close();
    }
    html.leaf("h2", &[], &page.say("Échéances du Conseil", "The Council’s deadlines")).open("ul", &[]);
    for deadline in &view.deadlines {
        html.open("li", &[]).sentence(deadline.text.get(lang), lang).text(" ");
        page.quotation(&mut html, &deadline.evidence);
        html.close();
    }
    html.close();
    parts::command(&mut html, &view.command, lang);
    page.finish(html)
}
