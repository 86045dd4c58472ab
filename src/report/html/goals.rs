//! The gap analysis as a printable page.

use super::write::Html;
use super::{capital, cover, page, parts};
use crate::dataset::Word;
use crate::draw::{self, Svg, Theme};
use crate::report::goals::Recompute;
use crate::report::quotes::Quotes;
use crate::view::words::say;
use crate::view::{GoalView, Lang, NetworkView};

/// The gap-analysis report: first page, the wheel, one section for each direction.
pub fn goals_html(goals: &[GoalView], network: &NetworkView, lang: Lang) -> String {
    let title = say("Analyse des lacunes", "Gap analysis");
    let (dataset, dates) = (&network.dataset, &network.dates);
    let whole = match goals {
        [one] => format!("{}: {}", title.get(lang), one.names.get(lang)),
        _ => title.get(lang).to_owned(),
    };
    let mut html = page(&whole, &title, dataset, dates, lang);
    html.open("main", &[("class", "whole")]);
    let lead = say(
        "La stratégie numérique internationale de l’UE, lue comme un réseau dont chaque lien porte la phrase qui l’énonce: ce que disent deux documents, direction par direction, et ce qu’ils taisent.",
        "The EU’s international digital strategy, read as a network in which every tie carries the sentence that states it: what two documents say, direction by direction, and where they are silent.",
    );
    cover::head(&mut html, (&whole, lead.get(lang)), dataset, dates, lang);
    cover::denominators(&mut html, goals, lang);
    if let Some(calibration) = goals.first().and_then(|g| g.calibration.as_ref()) {
        cover::calibration(&mut html, calibration, lang);
    }
    parts::limits(&mut html, &cover::limits(dataset), &Recompute::untold(lang), lang);
    cover::reading(&mut html, goals, lang);
    html.open("figure", &[("class", "wide")]).picture(&wheel(network, lang)).close();
    for goal in goals {
        section(&mut html, goal, lang);
    }
    html.finish()
}

/// The wheel with ids of its own.
fn wheel(network: &NetworkView, lang: Lang) -> Svg {
    let options = draw::Options {
        lang,
        theme: Theme::Print,
        prefix: format!("relier-{}-", lang.word()),
        ..draw::Options::default()
    };
    draw::wheel(network, &options)
}

fn section(html: &mut Html, goal: &GoalView, lang: Lang) {
    html.open("section", &[("class", "goal"), ("id", goal.goal)]);
    html.leaf("h2", &[], &capital(goal.names.get(lang)));
    html.open("p", &[("class", "question")]).sentence(goal.question.get(lang), lang).close();
    for evidence in &goal.evidence {
        html.open("blockquote", &[]);
        parts::quotation(html, &goal.dataset, evidence, lang);
        html.close();
    }
    let of = Recompute::of(goal, lang);
    parts::headline(html, goal.headline.get(lang), &of, lang);
    parts::counts(html, &goal.counts, &of, lang);
    for matrix in &goal.matrices {
        parts::matrix(html, matrix, &of, lang);
    }
    let mut quotes = Quotes::default();
    parts::sections(html, &goal.sections, &mut quotes, (goal.goal, &of), lang);
    parts::limits(html, &goal.limits, &of, lang);
    parts::command(html, &goal.command, lang);
    parts::quotations(html, &quotes, goal.goal, &goal.dataset, lang);
    html.close();
}
