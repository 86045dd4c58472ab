//! One partner as a printable page.

use super::{cover, page, parts};
use crate::report::goals::Recompute;
use crate::report::quotes::Quotes;
use crate::view::words::say;
use crate::view::{Lang, ProfileView};

/// A partner's profile.
pub fn profile_html(view: &ProfileView, lang: Lang) -> String {
    let kind = say("Profil de partenaire", "Partner profile");
    let name = view.node.names.get(lang);
    let mut html = page(&format!("{}: {name}", kind.get(lang)), &kind, &view.dataset, &view.dates, lang);
    html.open("main", &[]);
    let lead = say(
        "L’état des lieux d’un partenaire d’après deux documents de l’UE: chaque ligne porte les phrases qui l’énoncent.",
        "The state of play of one partner by two documents of the EU: each line carries the sentences that state it.",
    );
    cover::head(&mut html, (name, lead.get(lang)), &view.dataset, &view.dates, lang);
    let of = Recompute::of_profile(view, lang);
    parts::headline(&mut html, view.headline.get(lang), &of, lang);
    if let Some(note) = &view.node.note {
        html.leaf("p", &[("class", "note")], note.get(lang));
    }
    for evidence in &view.card {
        html.open("blockquote", &[]);
        parts::quotation(&mut html, &view.dataset, evidence, lang);
        html.close();
    }
    parts::counts(&mut html, &view.counts, &of, lang);
    let limits: Vec<_> = view.limits.iter().cloned().chain(cover::limits(&view.dataset)).collect();
    parts::limits(&mut html, &limits, &of, lang);
    parts::command(&mut html, &view.command, lang);
    for matrix in &view.matrices {
        parts::matrix(&mut html, matrix, &of, lang);
    }
    parts::key(&mut html, lang);
    let mut quotes = Quotes::default();
    parts::sections(&mut html, &view.sections, &mut quotes, ("profile", &of), lang);
    parts::quotations(&mut html, &quotes, "profile", &view.dataset, lang);
    html.finish()
}
