//! What differs between two readings.

use rust_xlsxwriter::XlsxError;

use super::goals::{capital, citations};
use super::html::{Opening, printed};
use super::markdown::{Quotes, head, table};
use super::parted::Parted;
use super::rank::number;
use super::table::Table;
use super::xlsx::one_sheet;
use crate::explorer::NotFound;
use crate::view::words::{moment, say};
use crate::view::{
    ChangeLine, ChangeView, GoalChangeView, Label, Lang, MeasureChangeView, PerimeterChangeView, SideView,
};

/// How many of the actors that move are shown in words; JSON and CSV hold them all.
const MOST: usize = 12;

/// A change in Markdown.
pub fn change_markdown(view: &ChangeView, lang: Lang) -> String {
    // The whole has every part.
    headed(view, lang) + &body(view, None, lang).unwrap_or_default()
}

/// One part of it alone: assumptions, notes, ties, a direction, or the measures with-eu or without-eu.
///
/// # Errors
/// When there is no such part, with the nearest.
pub fn change_part(view: &ChangeView, part: &str, lang: Lang) -> Result<String, NotFound> {
    Ok(headed(view, lang) + &body(view, Some(part), lang)?)
}

fn headed(view: &ChangeView, lang: Lang) -> String {
    let told = readings(view).into_iter();
    let sides: String =
        told.map(|(name, told)| format!("- **{}**: {}\n", name.get(lang), told.get(lang))).collect();
    head(view.title.get(lang), &view.cited, &view.assumed(), lang) + &sides + "\n"
}

/// A change as a page of its own.
pub fn change_html(view: &ChangeView, lang: Lang) -> String {
    let opening = Opening {
        kind: say("Différences", "Differences"),
        title: view.title.get(lang),
        lead: say(
            "Ce qui diffère entre deux lectures: liens, lacunes et mesures, chaque ligne avec les phrases qui l’énoncent.",
            "What differs between two readings: ties, gaps and measures, each line with the sentences that state it.",
        ),
        readings: readings(view),
        headline: None,
        limits: &[],
        command: &view.command,
    };
    printed(&opening, &body(view, None, lang).unwrap_or_default(), &view.cited, &view.assumed(), lang)
}

/// A change as a spreadsheet: the rows of the CSV.
///
/// # Errors
/// When the writer refuses a sheet.
pub fn change_xlsx(view: &ChangeView, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let dates = view.assumed();
    one_sheet(
        (&view.title, "changes"),
        &change_table(view, lang),
        (&view.notes, &view.command),
        (&view.cited, &dates),
        lang,
    )
}

fn body(view: &ChangeView, only: Option<&str>, lang: Lang) -> Result<String, NotFound> {
    let verb = if view.command.contains(" whatif ") { "whatif" } else { "compare" };
    let mut out = Parted::new(&view.command, verb, only, lang);
    if !view.assumptions.is_empty() {
        out.part("assumptions", |_| assumptions(view, lang));
    }
    out.part("notes", |_| view.notes.iter().map(|n| format!("- {}\n", n.get(lang))).collect());
    out.part("ties", |quotes| {
        let title = say("Liens qui diffèrent", "Ties that differ");
        let mut told = format!("## {} ({})\n\n", title.get(lang), view.ties.len());
        for tie in &view.ties {
            told += &format!("- {}{}\n", tie.text.get(lang), quotes.cite(&tie.evidence));
        }
        if view.ties.is_empty() {
            told += &format!("- {}\n", say("aucune ligne", "no line").get(lang));
        }
        told
    });
    for goal in &view.goals {
        out.part(goal.goal, |quotes| goal_markdown(goal, quotes, lang));
    }
    for measure in &view.measures {
        out.part(measure.graph, |_| measure_markdown(measure, lang));
    }
    out.end(&view.cited)
}

fn assumptions(view: &ChangeView, lang: Lang) -> String {
    let mut out = format!("## {}\n\n", say("Hypothèses", "Assumptions").get(lang));
    for assumption in &view.assumptions {
        let note = assumption.note.as_ref().map(|n| format!(" {n}")).unwrap_or_default();
        let instead = assumption.instead.as_ref().map(|edit| {
            let with = say(format!("; ainsi: `{edit}`"), format!("; thus: `{edit}`"));
            with.get(lang).to_owned()
        });
        let instead = instead.unwrap_or_default();
        out += &format!("- {} `{}`{instead}{note}\n", assumption.text.get(lang), assumption.words);
    }
    out
}

fn goal_markdown(goal: &GoalChangeView, quotes: &mut Quotes, lang: Lang) -> String {
    let out = format!("## {}\n\n", capital(goal.names.get(lang)));
    let told = |one: &PerimeterChangeView, label: &Label, quotes: &mut Quotes| {
        perimeter_markdown(one, label, quotes, lang)
    };
    match &goal.perimeters[..] {
        // Where no unit comes or goes the two perimeters are one, and are told once.
        [frozen, live] if same(frozen, live) => {
            let label = say("périmètre figé et périmètre vivant", "frozen and live perimeter");
            out + &told(frozen, &label, quotes)
        }
        all => all.iter().fold(out, |out, one| out + &told(one, &one.label, quotes)),
    }
}

/// The two readings: what each is called, its dates, its dataset and what it assumes.
fn readings(view: &ChangeView) -> Vec<(Label, Label)> {
    let one = |side: &SideView| {
        let digest = &side.digest[..side.digest.len().min(12)];
        let (as_of, known, version) = (moment(&side.dates.as_of), moment(&side.dates.known), &side.version);
        let assumed = side.dates.first().unwrap_or_default();
        let more = |text: &str| if text.is_empty() { String::new() } else { format!(" {text}") };
        let told = say(
            format!(
                "état au {}, sources au {}; jeu de données {version} ({digest}).{}",
                as_of.fr,
                known.fr,
                more(&assumed.fr)
            ),
            format!(
                "as of {}, sources by {}; dataset {version} ({digest}).{}",
                as_of.en,
                known.en,
                more(&assumed.en)
            ),
        );
        (side.label.clone(), told)
    };
    [&view.before, &view.after].map(one).to_vec()
}

/// Whether two perimeters say the same.
fn same(a: &PerimeterChangeView, b: &PerimeterChangeView) -> bool {
    a.counts == b.counts && a.opened == b.opened && a.closed == b.closed && a.changed == b.changed
}

fn perimeter_markdown(view: &PerimeterChangeView, label: &Label, quotes: &mut Quotes, lang: Lang) -> String {
    let mut out = format!("### {}\n\n", capital(label.get(lang)));
    let moves = view.counts.iter().any(|c| c.before != c.after)
        || [&view.opened, &view.closed, &view.changed].iter().any(|lines| !lines.is_empty());
    if !moves {
        let counts: Vec<String> = view
            .counts
            .iter()
            .map(|c| format!("{}: {} / {}", c.label.get(lang), c.after[0], c.after[1]))
            .collect();
        let told =
            say("Aucune lacune n’apparaît, n’est comblée ni ne change", "No gap opens, closes or changes");
        return out + &format!("{} ({}).\n\n", told.get(lang), counts.join("; "));
    }
    out += &format!("**{}**\n\n", view.headline.get(lang));
    let rows: Vec<Vec<String>> = view
        .counts
        .iter()
        .map(|c| {
            let (a, b) =
                (format!("{} / {}", c.before[0], c.before[1]), format!("{} / {}", c.after[0], c.after[1]));
            let (x, y) = (c.before[0] as i64, c.after[0] as i64);
            vec![c.label.get(lang).to_owned(), a, b, signed(y - x)]
        })
        .collect();
    let heads = say("Compte|Avant|Après|Écart", "Count|Before|After|Change");
    out += &table(&heads.get(lang).split('|').collect::<Vec<_>>(), &[false, true, true, true], &rows);
    let lists = [
        (say("Nouvelles", "Opened"), &view.opened),
        (say("Comblées", "Closed"), &view.closed),
        (say("Changées", "Changed"), &view.changed),
    ];
    for (title, lines) in lists {
        if lines.is_empty() {
            continue;
        }
        out += &format!("{} ({}):\n\n", title.get(lang), lines.len());
        for line in lines {
            out += &format!("- {}{}\n", line.text.get(lang), quotes.cite(&line.evidence));
        }
        out.push('\n');
    }
    out
}

/// A difference with its sign, a true minus.
fn signed(n: i64) -> String {
    match n {
        0 => "0".to_owned(),
        n => format!("{n:+}").replace('-', "−"),
    }
}

fn measure_markdown(view: &MeasureChangeView, lang: Lang) -> String {
    let title = say("Mesures", "Measures");
    let mut out = format!("## {}, {}\n\n", title.get(lang), view.label.get(lang));
    let told = match view.actors {
        0 => say("Aucun acteur ne change de rang ni de valeur.", "No actor changes rank or value."),
        1 => say("Un acteur change de rang ou de valeur.", "One actor changes rank or value."),
        n => say(
            format!("{n} acteurs changent de rang ou de valeur."),
            format!("{n} actors change rank or value."),
        ),
    };
    out += &format!("{}\n\n", told.get(lang));
    if view.shifts.is_empty() {
        return out;
    }
    let mut order: Vec<_> = view.shifts.iter().collect();
    // Who comes or goes first, then the longest way up or down.
    order.sort_by_key(|s| match s.ranks {
        [Some(a), Some(b)] => std::cmp::Reverse(a.abs_diff(b)),
        [None, None] => std::cmp::Reverse(0),
        _ => std::cmp::Reverse(usize::MAX),
    });
    let pair = |a: Option<String>, b: Option<String>| {
        let none = || "–".to_owned();
        format!("{} → {}", a.unwrap_or_else(none), b.unwrap_or_else(none))
    };
    let rows: Vec<Vec<String>> = order
        .iter()
        .take(MOST)
        .map(|s| {
            vec![
                s.measure.to_owned(),
                s.names.get(lang).to_owned(),
                pair(s.ranks[0].map(|r| r.to_string()), s.ranks[1].map(|r| r.to_string())),
                pair(s.values[0].map(|v| number(v, lang)), s.values[1].map(|v| number(v, lang))),
            ]
        })
        .collect();
    let heads = say("Mesure|Acteur|Rang|Valeur", "Measure|Actor|Rank|Value");
    out += &table(&heads.get(lang).split('|').collect::<Vec<_>>(), &[false, false, true, true], &rows);
    if view.shifts.len() > MOST {
        let more = say(
            format!("{MOST} lignes sur {}; JSON et CSV les donnent toutes.", view.shifts.len()),
            format!("{MOST} lines of {}; JSON and CSV hold them all.", view.shifts.len()),
        );
        out += &format!("{}\n\n", more.get(lang));
    }
    out
}

/// A change as CSV: one row a tie, a count, a gap or a move.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn change_csv(view: &ChangeView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    change_table(view, lang).csv(&view.assumed())
}

fn change_table(view: &ChangeView, lang: Lang) -> Table {
    let heads = [
        "section",
        "goal",
        "perimeter",
        "change",
        "list",
        "actors",
        "column",
        "before",
        "after",
        "of_before",
        "of_after",
        "assumed",
        "text",
        "ties",
        "citations",
        "as_of_before",
        "as_of_after",
        "known_before",
        "known_after",
        "digest_before",
        "digest_after",
    ];
    let tail = |row: [String; 15]| -> Vec<String> {
        let (a, b) = (&view.before, &view.after);
        let ends = [&a.dates.as_of, &b.dates.as_of, &a.dates.known, &b.dates.known, &a.digest, &b.digest];
        row.into_iter().chain(ends.into_iter().cloned()).collect()
    };
    let none = String::new;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for tie in &view.ties {
        let (a, b) = (tie.before.unwrap_or_default().into(), tie.after.unwrap_or_default().into());
        let (assumed, text) = (tie.assumed.to_string(), tie.text.get(lang).to_owned());
        let cited = citations(&tie.evidence, lang);
        rows.push(tail([
            "tie".into(),
            none(),
            none(),
            none(),
            none(),
            none(),
            none(),
            a,
            b,
            none(),
            none(),
            assumed,
            text,
            tie.id.clone(),
            cited,
        ]));
    }
    for goal in &view.goals {
        for perimeter in &goal.perimeters {
            for count in &perimeter.counts {
                let n = |x: usize| x.to_string();
                rows.push(tail([
                    "count".into(),
                    goal.goal.into(),
                    perimeter.id.into(),
                    none(),
                    count.id.into(),
                    none(),
                    none(),
                    n(count.before[0]),
                    n(count.after[0]),
                    n(count.before[1]),
                    n(count.after[1]),
                    none(),
                    count.label.get(lang).to_owned(),
                    none(),
                    none(),
                ]));
            }
            let lists = [
                ("opened", &perimeter.opened),
                ("closed", &perimeter.closed),
                ("changed", &perimeter.changed),
            ];
            for (change, lines) in lists {
                for line in lines {
                    let ChangeLine { list, actors, column, text, ties, assumed, evidence } = line;
                    rows.push(tail([
                        "gap".into(),
                        goal.goal.into(),
                        perimeter.id.into(),
                        change.into(),
                        (*list).into(),
                        actors.join(" "),
                        column.clone().unwrap_or_default(),
                        none(),
                        none(),
                        none(),
                        none(),
                        assumed.to_string(),
                        text.get(lang).to_owned(),
                        ties.join(" "),
                        citations(evidence, lang),
                    ]));
                }
            }
        }
    }
    for measure in &view.measures {
        for s in &measure.shifts {
            let value = |v: Option<f64>| v.map(|v| v.to_string()).unwrap_or_default();
            let rank = |r: Option<usize>| r.map(|r| format!("rank {r}")).unwrap_or_default();
            rows.push(tail([
                "measure".into(),
                none(),
                measure.graph.into(),
                none(),
                s.measure.into(),
                s.actor.clone(),
                none(),
                value(s.values[0]),
                value(s.values[1]),
                rank(s.ranks[0]),
                rank(s.ranks[1]),
                none(),
                s.names.get(lang).to_owned(),
                none(),
                none(),
            ]));
        }
    }
    Table { heads: heads.to_vec(), rows }
}
