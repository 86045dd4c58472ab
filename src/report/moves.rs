//! Next moves.

use super::goals::capital;
use super::markdown::{Quotes, command, head};
use super::table::Table;
use crate::view::words::say;
use crate::view::{Lang, MovesView};

/// Next moves in Markdown.
pub fn moves_markdown(view: &MovesView, lang: Lang) -> String {
    let title = say(format!("Prochains coups: {}", view.names.fr), format!("Next moves: {}", view.names.en));
    let mut out = head(&capital(title.get(lang)), &view.dataset, &view.dates, lang);
    let mut quotes = Quotes::default();
    out += &format!("**{}**\n\n{}\n\n", view.headline.get(lang), view.method.get(lang));
    for note in &view.notes {
        out += &format!("- {}\n", note.get(lang));
    }
    out.push('\n');
    for (i, m) in view.moves.iter().enumerate() {
        let label = view.flags.iter().find(|f| f.id == m.feasibility).map_or("", |f| f.label.get(lang));
        let told = say(
            format!(
                "ferme {} lacune{}, {} en tout; {label}",
                m.gain,
                if m.gain > 1 { "s" } else { "" },
                m.total
            ),
            format!(
                "closes {} gap{}, {} in all; {label}",
                m.gain,
                if m.gain > 1 { "s" } else { "" },
                m.total
            ),
        );
        out +=
            &format!("{}. {} ({}).{}\n", i + 1, m.text.get(lang), told.get(lang), quotes.cite(&m.evidence));
        for gap in &m.closes {
            out += &format!("   - {}\n", gap.get(lang));
        }
        out += &format!("   - `{}`\n", m.command);
    }
    out.push('\n');
    if let Some(o) = &view.optimum {
        let greedy = view.moves.last().map_or(0, |m| m.total);
        let told = say(
            format!(
                "Optimum énuméré parmi {} coups: {} lacunes (glouton: {greedy}); {} choix se valent. {}",
                view.candidates, o.closed, o.choices, o.text.fr
            ),
            format!(
                "Optimum enumerated among {} moves: {} gaps (greedy: {greedy}); {} choices are as good. {}",
                view.candidates, o.closed, o.choices, o.text.en
            ),
        );
        out += &format!("{}\n\n", told.get(lang));
    }
    out += &format!("## {}\n\n", say("Qui doit être là", "Who has to be there").get(lang));
    for flag in &view.flags {
        out += &format!("- **{}** (`{}`): {}.\n", flag.label.get(lang), flag.id, flag.rule.get(lang));
    }
    out +=
        &format!("\n## {}\n\n{}", say("Citations", "Quotations").get(lang), quotes.list(&view.dataset, lang));
    if let Some(together) = &view.together {
        let label = say("Tous ces coups ensemble", "All these moves together");
        out += &format!("{}: `{together}`\n\n", label.get(lang));
    }
    out + &command(&view.command, lang)
}

/// Next moves as CSV: one row a move.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn moves_csv(view: &MovesView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let heads = [
        "goal",
        "move",
        "text",
        "actors",
        "gain",
        "total",
        "open",
        "feasibility",
        "closes",
        "edit",
        "ties",
        "citations",
        "as_of",
        "known",
        "digest",
    ];
    let rows = view.moves.iter().enumerate().map(|(i, m)| {
        let closes: Vec<&str> = m.closes.iter().map(|c| c.get(lang)).collect();
        let citations: Vec<String> =
            m.evidence.iter().map(|e| format!("{} {}: {}", e.document, e.at, e.quote)).collect();
        vec![
            view.goal.to_owned(),
            (i + 1).to_string(),
            m.text.get(lang).to_owned(),
            m.actors.join(" "),
            m.gain.to_string(),
            m.total.to_string(),
            view.open.to_string(),
            m.feasibility.to_owned(),
            closes.join(" ¦ "),
            m.edit.clone(),
            m.ties.join(" "),
            citations.join(" ¦ "),
            view.dates.as_of.clone(),
            view.dates.known.clone(),
            view.dataset.digest.clone(),
        ]
    });
    Table { heads: heads.to_vec(), rows: rows.collect() }.csv(&view.dates)
}
