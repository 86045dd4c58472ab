//! Next moves.

use rust_xlsxwriter::XlsxError;

use super::goals::{capital, citations};
use super::html::{Opening, printed};
use super::markdown::{Quotes, head, told_command};
use super::parted::{Parted, of_part};
use super::table::Table;
use super::xlsx::sheets_of;
use crate::explorer::NotFound;
use crate::view::words::say;
use crate::view::{Label, Lang, MovesView, OptimumView};

/// Next moves in Markdown.
pub fn moves_markdown(view: &MovesView, lang: Lang) -> String {
    whole(view, lang, true)
}

/// One part of them alone: headline, notes, moves, optimum or flags.
///
/// # Errors
/// When there is no such part, with the nearest.
pub fn moves_part(view: &MovesView, part: &str, lang: Lang) -> Result<String, NotFound> {
    Ok(head(title(view).get(lang), &view.dataset, &view.dates, lang) + &body(view, Some(part), lang, true)?)
}

fn whole(view: &MovesView, lang: Lang, headed: bool) -> String {
    let head =
        if headed { head(title(view).get(lang), &view.dataset, &view.dates, lang) } else { String::new() };
    // The whole has every part.
    head + &body(view, None, lang, headed).unwrap_or_default()
}

fn verb(view: &MovesView) -> String {
    format!("moves {}", view.goal)
}

/// Next moves as a page of their own.
pub fn moves_html(view: &MovesView, lang: Lang) -> String {
    let title = title(view);
    let opening = Opening {
        kind: say("Prochaines étapes", "Next moves"),
        title: title.get(lang),
        lead: say(
            "Ce qui comblerait le plus de lacunes avec un nombre donné d’étapes: un calcul sur deux documents, chaque étape avec ce qu’elle comble et qui doit être là.",
            "What would close most gaps with a given number of moves: a computation on two documents, each move with what it closes and who has to be there.",
        ),
        readings: Vec::new(),
        headline: Some((&view.headline, &of_part(&view.command, &verb(view), "headline", lang))),
        limits: &[],
        command: &view.command,
    };
    printed(&opening, &whole(view, lang, false), &view.dataset, &view.dates, lang)
}

/// Next moves as a spreadsheet: the rows of the CSV, and who has to be there.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn moves_xlsx(view: &MovesView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let notes: Vec<Label> = [&view.headline, &view.method].into_iter().chain(&view.notes).cloned().collect();
    let flags =
        view.flags.iter().map(|f| [f.id, f.label.get(lang), f.rule.get(lang)].map(str::to_owned).to_vec());
    let flags = Table { heads: vec!["id", "label", "text"], rows: flags.collect() };
    let sheets = [("moves".to_owned(), moves_table(view, lang)), ("feasibility".to_owned(), flags)];
    sheets_of(&title(view), &sheets, (&notes, &view.command), (&view.dataset, &view.dates), lang)
}

fn title(view: &MovesView) -> Label {
    say(
        capital(&format!("Prochaines étapes: {}", view.names.fr)),
        capital(&format!("Next moves: {}", view.names.en)),
    )
}

fn body(view: &MovesView, only: Option<&str>, lang: Lang, headed: bool) -> Result<String, NotFound> {
    let verb = verb(view);
    let mut out = Parted::new(&view.command, &verb, only, lang);
    if headed {
        out.part("headline", |_| format!("**{}**\n\n", view.headline.get(lang)));
    }
    out.part("notes", |_| {
        let notes: String = view.notes.iter().map(|n| format!("- {}\n", n.get(lang))).collect();
        format!("{}\n\n{notes}", view.method.get(lang))
    });
    out.part("moves", |quotes| moves(view, quotes, lang));
    out.part("optimum", |_| view.optimum.as_ref().map(|o| optimum(view, o, lang)).unwrap_or_default());
    out.part("flags", |_| {
        let rules = view
            .flags
            .iter()
            .map(|f| format!("- **{}** (`{}`): {}.\n", f.label.get(lang), f.id, f.rule.get(lang)));
        format!(
            "## {}\n\n{}",
            say("Qui doit être là", "Who has to be there").get(lang),
            rules.collect::<String>()
        )
    });
    out.end(&view.dataset)
}

fn moves(view: &MovesView, quotes: &mut Quotes, lang: Lang) -> String {
    let mut out = String::new();
    for (i, m) in view.moves.iter().enumerate() {
        let label = view.flags.iter().find(|f| f.id == m.feasibility).map_or("", |f| f.label.get(lang));
        let (text_fr, text_en) = (&m.text.fr, &m.text.en);
        let text = say(text_fr.trim_end_matches('.'), text_en.trim_end_matches('.'));
        // A front is chosen by no budget and has no order: its states close nothing one after the other.
        let told = if view.goal == "enlarge" {
            say(format!("au premier front; {label}"), format!("in the first front; {label}"))
        } else {
            say(
                format!(
                    "comble {} lacune{}, {} en tout; {label}",
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
            )
        };
        out += &format!("{}. {} ({}).{}\n", i + 1, text.get(lang), told.get(lang), quotes.cite(&m.evidence));
        for gap in &m.closes {
            out += &format!("   - {}\n", gap.get(lang));
        }
        out += &format!("   - {}\n", told_command(&m.command, lang));
    }
    out.push('\n');
    if let Some(together) = &view.together {
        let label = say("Toutes ces étapes ensemble", "All these moves together");
        out += &format!("{}: {}\n\n", label.get(lang), told_command(together, lang));
    }
    out
}

/// The optimum beside the greedy choice.
fn optimum(view: &MovesView, o: &OptimumView, lang: Lang) -> String {
    let greedy = view.moves.last().map_or(0, |m| m.total);
    let told = say(
        format!(
            "Optimum énuméré parmi {} étape{}: {} lacune{} comblée{} (choix glouton: {greedy}); {}. Un tel choix: {}",
            grouped(view.candidates, lang),
            if view.candidates > 1 { "s" } else { "" },
            o.closed,
            if o.closed > 1 { "s" } else { "" },
            if o.closed > 1 { "s" } else { "" },
            match o.choices {
                1 => "aucun autre choix n’en comble autant".to_owned(),
                n => format!("{} choix en tout en comblent autant", grouped(n, lang)),
            },
            o.text.fr
        ),
        format!(
            "Optimum enumerated among {} move{}: {} gap{} closed (greedy choice: {greedy}); {}. One such choice: {}",
            grouped(view.candidates, lang),
            if view.candidates == 1 { "" } else { "s" },
            o.closed,
            if o.closed == 1 { "" } else { "s" },
            match o.choices {
                1 => "no other choice closes as many".to_owned(),
                n => format!("{} choices in all close as many", grouped(n, lang)),
            },
            o.text.en
        ),
    );
    format!("{}\n\n", told.get(lang))
}

/// Next moves as CSV: one row a move.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn moves_csv(view: &MovesView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    moves_table(view, lang).csv(&view.dates)
}

fn moves_table(view: &MovesView, lang: Lang) -> Table {
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
        "dataset",
        "digest",
    ];
    let rows = view.moves.iter().enumerate().map(|(i, m)| {
        let closes: Vec<&str> = m.closes.iter().map(|c| c.get(lang)).collect();
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
            citations(&m.evidence, lang),
            view.dates.as_of.clone(),
            view.dates.known.clone(),
            view.dataset.version.clone(),
            view.dataset.digest.clone(),
        ]
    });
    Table { heads: heads.to_vec(), rows: rows.collect() }
}

/// A whole number with its thousands apart.
fn grouped(n: usize, lang: Lang) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(if lang == Lang::Fr { '\u{202f}' } else { ',' });
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let told: Vec<String> = [0, 484, 1000, 10_388, 1_234_567].map(|n| grouped(n, Lang::En)).to_vec();
        assert_eq!(told, ["0", "484", "1,000", "10,388", "1,234,567"]);
        assert_eq!(grouped(10_388, Lang::Fr), "10\u{202f}388");
    }
}
