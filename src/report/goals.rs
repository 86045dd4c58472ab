//! The gap analysis.

use super::additional::calibration_markdown;
use super::markdown::{Quotes, command, head, table};
use super::table::Table;
use crate::view::words::say;
use crate::view::{CountView, EvidenceView, GoalView, Label, Lang, LineView, MatrixView, SectionView};

/// The gap-analysis report in Markdown.
pub fn goals_markdown(goals: &[GoalView], lang: Lang) -> String {
    let Some(first) = goals.first() else { return String::new() };
    let title = say("Analyse des lacunes", "Gap analysis");
    let mut out = head(title.get(lang), &first.dataset, &first.dates, lang);
    if let Some(calibration) = &first.calibration {
        out += &calibration_markdown(calibration, lang);
    }
    for goal in goals {
        out += &format!(
            "## {}\n\n{}\n\n**{}**\n\n",
            capital(goal.names.get(lang)),
            goal.question.get(lang),
            goal.headline.get(lang)
        );
        let mut quotes = Quotes::default();
        let told = quotes.cite(&goal.evidence);
        let source = say("La phrase de la stratégie", "The sentence of the strategy");
        out += &format!("{}:{told}\n\n", source.get(lang));
        out += &counts_markdown(&goal.counts, lang);
        for matrix in &goal.matrices {
            out += &matrix_markdown(matrix, lang);
        }
        out += &sections_markdown(&goal.sections, &mut quotes, lang);
        out += &limits_markdown(&goal.limits, lang);
        let cited = say("Citations", "Quotations");
        out += &format!("### {}\n\n{}", cited.get(lang), quotes.list(&goal.dataset, lang));
        out += &command(&goal.command, lang);
    }
    out
}

/// Numbers with their denominators.
pub(super) fn counts_markdown(counts: &[CountView], lang: Lang) -> String {
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|c| vec![c.label.get(lang).to_owned(), c.n.to_string(), c.of.to_string()])
        .collect();
    let heads = say("Compte|Nombre|Sur", "Count|Number|Of");
    table(&heads.get(lang).split('|').collect::<Vec<_>>(), &[false, true, true], &rows)
}

/// The lists with the numbers of their quotations.
pub(super) fn sections_markdown(sections: &[SectionView], quotes: &mut Quotes, lang: Lang) -> String {
    let mut out = String::new();
    for section in sections {
        out += &format!("### {} ({})\n\n", section.title.get(lang), section.lines.len());
        if !section.note.get(lang).is_empty() {
            out += &format!("{}\n\n", section.note.get(lang));
        }
        for line in &section.lines {
            out += &format!("- {}{}\n", line.text.get(lang), quotes.cite(&line.evidence));
        }
        if section.lines.is_empty() {
            out += &format!("- {}\n", say("aucune ligne", "no line").get(lang));
        }
        out.push('\n');
    }
    out
}

/// What the reader must not conclude.
pub(super) fn limits_markdown(limits: &[Label], lang: Lang) -> String {
    let title = say("Limites", "Limits");
    let mut out = format!("### {}\n\n", title.get(lang));
    for limit in limits {
        out += &format!("- {}\n", limit.get(lang));
    }
    out.push('\n');
    out
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// A shape for each cell value, so that the table reads without colour.
fn mark(class: &str) -> &'static str {
    match class {
        "active" => "●",
        "planned" => "◐",
        "grouping" => "○",
        "absent" => "✗",
        _ => "·",
    }
}

pub(super) fn matrix_markdown(matrix: &MatrixView, lang: Lang) -> String {
    let key = say(
        "● en cours, nommé · ◐ prévu, nommé · ○ par un groupement · ✗ absence établie · «·» absent du corpus",
        "● running, named · ◐ planned, named · ○ through a grouping · ✗ established absence · “·” not on record",
    );
    let mut heads: Vec<&str> = vec![""];
    heads.extend(matrix.columns.iter().map(|c| c.id.as_str()));
    heads.push("●");
    let mut rows: Vec<Vec<String>> = matrix
        .rows
        .iter()
        .zip(&matrix.cells)
        .zip(&matrix.row_counts)
        .map(|((row, cells), counts)| {
            let mut out = vec![row.names.get(lang).to_owned()];
            out.extend(
                cells.iter().map(|c| format!("{}{}", mark(c.class), if c.additional { "⁺" } else { "" })),
            );
            out.push(counts.active.to_string());
            out
        })
        .collect();
    let mut total = vec!["●".to_owned()];
    total.extend(matrix.column_counts.iter().map(|c| c.active.to_string()));
    total.push(format!("{}/{}", matrix.counts.active, matrix.counts.total));
    rows.push(total);
    let names: Vec<String> =
        matrix.columns.iter().map(|c| format!("{} {}", c.id, c.names.get(lang))).collect();
    let beside = match matrix.cells.iter().flatten().any(|c| c.additional) {
        true => say(
            " · ⁺ d’après des sources additionnelles seules, non vérifiées par la machine",
            " · ⁺ by additional sources alone, not machine-checked",
        ),
        false => Label::default(),
    };
    format!(
        "### {}\n\n{}{}{}\n\n{}.\n\n",
        matrix.title.get(lang),
        table(&heads, &[], &rows),
        key.get(lang),
        beside.get(lang),
        names.join("; ")
    )
}

/// The lists as CSV: one row a line.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn goals_csv(goals: &[GoalView], lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let rows = goals.iter().flat_map(|goal| goal.sections.iter().map(move |s| (goal, s)));
    let rows = rows.flat_map(|(goal, section)| section_table(goal, section, lang).rows).collect();
    let Some(first) = goals.first() else { return Ok(Vec::new()) };
    Table { heads: HEADS.to_vec(), rows }.csv(&first.dates)
}

const HEADS: [&str; 16] = [
    "goal",
    "section",
    "actors",
    "column",
    "value",
    "tags",
    "x1",
    "x2",
    "x3",
    "text",
    "ties",
    "citations",
    "as_of",
    "known",
    "dataset",
    "digest",
];

/// One list, one row a line.
pub(super) fn section_table(goal: &GoalView, section: &SectionView, lang: Lang) -> Table {
    let row = |line: &LineView| {
        let score = |i: usize| line.scores.map(|s| s[i].to_string()).unwrap_or_default();
        vec![
            goal.goal.to_owned(),
            section.id.to_owned(),
            line.actors.join(" "),
            line.column.clone().unwrap_or_default(),
            line.value.clone().unwrap_or_default(),
            line.tags.join(" "),
            score(0),
            score(1),
            score(2),
            line.text.get(lang).to_owned(),
            line.ties.join(" "),
            citations(&line.evidence),
            goal.dates.as_of.clone(),
            goal.dates.known.clone(),
            goal.dataset.version.clone(),
            goal.dataset.digest.clone(),
        ]
    };
    Table { heads: HEADS.to_vec(), rows: section.lines.iter().map(row).collect() }
}

/// Quotations in one cell, each with its document and place.
pub(super) fn citations(evidence: &[EvidenceView]) -> String {
    let told: Vec<String> =
        evidence.iter().map(|e| format!("{} {}: {}", e.document, e.at, e.quote)).collect();
    told.join(" ¦ ")
}
