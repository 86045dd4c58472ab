//! Actions in time.

use super::goals::{capital, citations};
use super::html::{Opening, printed};
use super::markdown::{Quotes, head};
use super::parted::{Parted, of_part};
use super::table::Table;
use crate::explorer::NotFound;
use crate::view::words::say;
use crate::view::{Label, Lang, MonitorView, TieView};

fn line(view: &MonitorView, tie: &TieView, quotes: &mut Quotes, lang: Lang) -> String {
    let number = match (tie.row, tie.example) {
        (Some(row), _) => say(format!("action {row}"), format!("action {row}")),
        (_, Some(example)) => say(format!("exemple {example}"), format!("example {example}")),
        _ => say(tie.kind, tie.kind),
    };
    let calendar = tie.calendar.as_ref().map(|c| format!(" «{c}»")).unwrap_or_default();
    let name = |id: &str| view.actors.iter().find(|a| a.id == id).map(|a| a.names.get(lang).to_owned());
    let who: Vec<String> = tie.parties.iter().map(|p| name(&p.id).unwrap_or_else(|| p.id.clone())).collect();
    let who = if who.is_empty() {
        say("aucun partenaire nommé", "no partner named").get(lang).to_owned()
    } else {
        who.join(", ")
    };
    let conflict = if tie.date_conflict {
        say("; le calendrier contredit l’état", "; the calendar contradicts the state").get(lang).to_owned()
    } else {
        String::new()
    };
    let cited = quotes.cite(&tie.evidence);
    format!("- **{}** ({}){calendar}: {who}{conflict}.{cited}\n", tie.names.get(lang), number.get(lang))
}

/// The monitor in Markdown.
pub fn monitor_markdown(view: &MonitorView, lang: Lang) -> String {
    // The whole has every part.
    headed(view, lang) + &body(view, None, lang, true).unwrap_or_default()
}

/// One part of it alone: headline, deadlines, a phase, awaited or to-verify.
///
/// # Errors
/// When there is no such part, with the nearest.
pub fn monitor_part(view: &MonitorView, part: &str, lang: Lang) -> Result<String, NotFound> {
    Ok(headed(view, lang) + &body(view, Some(part), lang, true)?)
}

fn headed(view: &MonitorView, lang: Lang) -> String {
    head(title().get(lang), &view.dataset, &view.dates, lang)
}

/// The verb of its command; a selection is drawn and has no parts.
const VERB: &str = "actions";

/// The monitor as a page of its own.
pub fn monitor_html(view: &MonitorView, lang: Lang) -> String {
    let title = title();
    let opening = Opening {
        kind: title.clone(),
        title: title.get(lang),
        lead: say(
            "Ce qui court, ce qui doit commencer, ce qui est terminé, et ce qu’aucune source ne confirme encore, avec les échéances que le Conseil a fixées.",
            "What runs, what is to start, what has ended, and what no source confirms yet, with the deadlines that the Council has set.",
        ),
        readings: Vec::new(),
        headline: Some((&view.headline, &of_part(&view.command, VERB, "headline", lang))),
        limits: &[],
        command: &view.command,
    };
    let body = body(view, None, lang, false).unwrap_or_default();
    printed(&opening, &body, &view.dataset, &view.dates, lang)
}

pub(super) fn title() -> Label {
    say("Les actions dans le temps", "Actions in time")
}

fn body(view: &MonitorView, only: Option<&str>, lang: Lang, with_headline: bool) -> Result<String, NotFound> {
    let mut out = Parted::new(&view.command, VERB, only, lang);
    if with_headline {
        out.part("headline", |_| format!("**{}**\n\n", view.headline.get(lang)));
    }
    out.part("deadlines", |quotes| deadlines(view, quotes, lang));
    for count in &view.counts {
        out.part(count.phase, |quotes| {
            let actions = view.actions.iter().filter(|a| a.phase == count.phase);
            let lines = or_none(actions.map(|a| line(view, &a.tie, quotes, lang)).collect(), lang);
            format!("## {}: {} / {}\n\n{lines}", capital(count.label.get(lang)), count.n, count.of)
        });
    }
    out.part("awaited", |quotes| {
        let title =
            say("Instruments en attente de leur prochain état", "Instruments awaiting their next state");
        let lines = or_none(view.awaited.iter().map(|tie| line(view, tie, quotes, lang)).collect(), lang);
        format!("## {}: {} / {}\n\n{lines}", title.get(lang), view.awaited.len(), view.instruments)
    });
    out.part("to-verify", |_| to_verify(view, lang));
    out.end(&view.dataset)
}

/// The lines of a list, or that it has none.
fn or_none(lines: String, lang: Lang) -> String {
    match lines.as_str() {
        "" => format!("- {}\n", say("aucune ligne", "no line").get(lang)),
        _ => lines,
    }
}

fn deadlines(view: &MonitorView, quotes: &mut Quotes, lang: Lang) -> String {
    if view.deadlines.is_empty() {
        return String::new();
    }
    let mut out = format!("## {}\n\n", say("Échéances du Conseil", "Deadlines of the Council").get(lang));
    for deadline in &view.deadlines {
        let cited = quotes.cite(std::slice::from_ref(&deadline.evidence));
        out += &format!("- {}{cited}\n", deadline.text.get(lang));
    }
    out
}

fn to_verify(view: &MonitorView, lang: Lang) -> String {
    let title =
        say("À vérifier: une source nouvelle devrait confirmer", "To verify: a new source should confirm");
    // Out of what it is looked for among: the actions, and the instruments that await a next state.
    let of = view.actions.len() + view.awaited.len();
    let mut out = format!("## {}: {} / {of}\n\n", title.get(lang), view.to_verify.len());
    for id in &view.to_verify {
        let told = view.pointers.get(id).map(|p| format!(": {}", p.get(lang))).unwrap_or_default();
        let ties = view.actions.iter().map(|a| &a.tie).chain(&view.awaited);
        let name = ties.into_iter().find(|t| t.id == *id).map(|t| t.names.get(lang).to_owned());
        let name = name.map(|n| format!("**{n}** ")).unwrap_or_default();
        out += &format!("- {name}(`{id}`){told}\n");
    }
    out
}

/// The monitor as CSV: one row an action or awaited instrument.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn monitor_csv(view: &MonitorView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let mut table = actions_table(view, lang);
    table.rows.extend(awaited_table(view, lang).rows);
    table.csv(&view.dates)
}

const HEADS: [&str; 17] = [
    "id",
    "phase",
    "state",
    "name",
    "participants",
    "from",
    "to",
    "expected",
    "calendar",
    "areas",
    "date_conflict",
    "to_verify",
    "citations",
    "as_of",
    "known",
    "dataset",
    "digest",
];

/// One row an action.
pub(super) fn actions_table(view: &MonitorView, lang: Lang) -> Table {
    let rows = view.actions.iter().map(|a| row(view, &a.tie, a.phase, lang)).collect();
    Table { heads: HEADS.to_vec(), rows }
}

/// One row an awaited instrument.
pub(super) fn awaited_table(view: &MonitorView, lang: Lang) -> Table {
    let rows = view.awaited.iter().map(|t| row(view, t, "awaited", lang)).collect();
    Table { heads: HEADS.to_vec(), rows }
}

fn row(view: &MonitorView, tie: &TieView, phase: &str, lang: Lang) -> Vec<String> {
    vec![
        tie.id.clone(),
        phase.to_owned(),
        tie.state.to_owned(),
        tie.names.get(lang).to_owned(),
        tie.parties.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(" "),
        tie.valid.from.clone().unwrap_or_default(),
        tie.valid.to.clone().unwrap_or_default(),
        tie.valid.expected.clone().unwrap_or_default(),
        tie.calendar.clone().unwrap_or_default(),
        tie.areas.join(" "),
        tie.date_conflict.to_string(),
        view.to_verify.contains(&tie.id).to_string(),
        citations(&tie.evidence, lang),
        view.dates.as_of.clone(),
        view.dates.known.clone(),
        view.dataset.version.clone(),
        view.dataset.digest.clone(),
    ]
}
