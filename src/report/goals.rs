//! The gap analysis.

use super::additional::calibration_markdown;
use super::markdown::{Quotes, code, command, head, table, told_language};
use super::table::Table;
use crate::gap::CellClass;
use crate::view::words::{self, say};
use crate::view::{
    CountView, DatasetView, DatesView, EvidenceView, GoalView, HoldsView, Label, Lang, LineView, MatrixView,
    ProfileView, SectionView, class_label, command_of,
};

/// The gap-analysis report in Markdown.
pub fn goals_markdown(goals: &[GoalView], lang: Lang) -> String {
    let Some(first) = goals.first() else { return String::new() };
    let title = say("Analyse des lacunes", "Gap analysis");
    let mut out = head(title.get(lang), &first.dataset, &first.dates, lang);
    if let Some(calibration) = &first.calibration {
        out += &calibration_markdown(calibration, lang);
    }
    for goal in goals {
        let of = Recompute::of(goal, lang);
        out += &format!("## {}\n\n{}\n\n", capital(goal.names.get(lang)), goal.question.get(lang));
        out += &headline_markdown(&goal.headline, &of);
        let mut quotes = Quotes::default();
        let told = quotes.cite(&goal.evidence);
        if !told.is_empty() {
            let source = say("La phrase de la stratégie", "The sentence of the strategy");
            out += &format!("{}:{told}\n\n", source.get(lang));
        }
        out += &counts_markdown(&goal.counts, &of);
        for matrix in &goal.matrices {
            out += &matrix_markdown(matrix, &of);
        }
        out += &sections_markdown(&goal.sections, &mut quotes, &of);
        out += &limits_markdown(&goal.limits, &of);
        let cited = quotes.list(&goal.dataset, lang);
        if !cited.is_empty() {
            out += &format!("### {}\n\n{cited}", goal.dataset.quotations_title().get(lang));
        }
        out += &command(&goal.command, lang);
    }
    out
}

/// The commands that recompute the parts of a report.
pub(super) struct Recompute<'a> {
    command: &'a str,
    verb: String,
    whole: bool,
    ranged: bool,
    lang: Lang,
}

impl<'a> Recompute<'a> {
    /// Those of a direction; a part alone has its command under it already.
    pub(super) fn of(goal: &'a GoalView, lang: Lang) -> Recompute<'a> {
        Recompute { ranged: true, ..Recompute::of_command(&goal.command, goal.verb(), lang) }
    }

    /// Those of a partner's profile, whose counts are given as coded.
    pub(super) fn of_profile(view: &'a ProfileView, lang: Lang) -> Recompute<'a> {
        Recompute::of_command(&view.command, view.verb(), lang)
    }

    /// None, for a page that has its one command.
    pub(super) fn untold(lang: Lang) -> Recompute<'static> {
        Recompute { command: "", verb: String::new(), whole: false, ranged: false, lang }
    }

    fn of_command(command: &'a str, verb: String, lang: Lang) -> Recompute<'a> {
        let whole = !command.contains(" --only ") && !command.contains(" --finding ");
        Recompute { command, verb, whole, ranged: false, lang }
    }

    /// Whether the counts have a range under other codings.
    pub(super) fn is_ranged(&self) -> bool {
        self.ranged
    }

    /// The command of a part, in the language of the report; none for a part that stands alone.
    pub(super) fn command(&self, part: &str) -> Option<String> {
        let command = command_of(self.command, &self.verb, part).filter(|_| self.whole)?;
        Some(command + &told_language(self.lang))
    }

    fn line(&self, part: &str) -> String {
        self.command(part).map(|c| format!("{}\n\n", code(&c))).unwrap_or_default()
    }
}

/// The answer in one sentence; nothing for a part that has none.
pub(super) fn headline_markdown(headline: &Label, of: &Recompute<'_>) -> String {
    match headline.get(of.lang) {
        "" => String::new(),
        told => format!("**{told}**\n\n{}", of.line("headline")),
    }
}

/// Numbers with their denominators, their range under other codings, and the command that recomputes each.
pub(super) fn counts_markdown(counts: &[CountView], of: &Recompute<'_>) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let lang = of.lang;
    let rows: Vec<Vec<String>> = counts
        .iter()
        .map(|c| {
            let mut row = vec![c.label.get(lang).to_owned(), c.n.to_string(), c.of.to_string()];
            if of.ranged {
                row.push(range(c));
            }
            row.extend(of.command(c.id).map(|c| code(&c)));
            row
        })
        .collect();
    let heads = count_heads(of);
    let heads: Vec<&str> = heads.iter().map(|h| h.get(lang)).collect();
    table(&heads, &[false, true, true, of.ranged], &rows)
}

/// The heads of a table of counts.
pub(super) fn count_heads(of: &Recompute<'_>) -> Vec<Label> {
    let mut heads = vec![say("Compte", "Count"), say("Nombre", "Number"), say("Sur", "Of")];
    if of.ranged {
        heads.push(say("Autres codages, à dénominateur égal", "Other codings, same denominator"));
    }
    if of.whole {
        heads.push(say("Recalculer", "Recompute"));
    }
    heads
}

/// The range of a count under the alternative codings.
pub(super) fn range(count: &CountView) -> String {
    match count.range {
        None => "–".to_owned(),
        Some([least, most]) if least == most => least.to_string(),
        Some([least, most]) => format!("{least}–{most}"),
    }
}

/// The lists with the numbers of their quotations.
pub(super) fn sections_markdown(sections: &[SectionView], quotes: &mut Quotes, of: &Recompute<'_>) -> String {
    let (mut out, lang) = (String::new(), of.lang);
    for section in sections {
        out += &format!("### {} ({})\n\n", section.title.get(lang), section.lines.len());
        if !section.note.get(lang).is_empty() {
            out += &format!("{}\n\n", section.note.get(lang));
        }
        for line in &section.lines {
            let holds = line.holds.as_ref().map(|h| format!(" ({})", h.text.get(lang))).unwrap_or_default();
            out += &format!("- {}{holds}{}", line.text.get(lang), quotes.cite(&line.evidence));
            for other in &line.beside {
                let whose = say("lien voisin", "neighbouring tie");
                let name = say(format!("«{}»", other.names.fr), format!("‘{}’", other.names.en));
                out += &format!("; {} {}{}", whose.get(lang), name.get(lang), quotes.cite(&other.evidence));
            }
            out.push('\n');
        }
        if section.lines.is_empty() {
            out += &format!("- {}\n", say("aucune ligne", "no line").get(lang));
        }
        out.push('\n');
        out += &of.line(section.id);
    }
    out
}

/// What the reader must not conclude, with its command where a number is among it; nothing for a part that has none.
pub(super) fn limits_markdown(limits: &[Label], of: &Recompute<'_>) -> String {
    if limits.is_empty() {
        return String::new();
    }
    let mut out = format!("### {}\n\n", say("Limites", "Limits").get(of.lang));
    for limit in limits {
        out += &format!("- {}\n", limit.get(of.lang));
    }
    out.push('\n');
    if has_number(limits) {
        out += &of.line("limits");
    }
    out
}

/// Whether a number stands in one of these.
pub(super) fn has_number(told: &[Label]) -> bool {
    told.iter().any(|l| l.en.contains(|c: char| c.is_ascii_digit()))
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// A shape for each cell value, so that the table reads without colour.
fn mark(class: &str) -> &'static str {
    match class {
        "active" => "●",
        "planned" => "○",
        "grouping" => "◇",
        "absent" => "✗",
        _ => "·",
    }
}

pub(super) fn matrix_markdown(matrix: &MatrixView, of: &Recompute<'_>) -> String {
    let lang = of.lang;
    let key = say(
        "● en cours, nommé · ○ prévu, négocié ou signé, nommé · ◇ par un groupement · ✗ absence établie · «·» absent du corpus",
        "● running, named · ○ planned, negotiated or signed, named · ◇ through a grouping · ✗ established absence · “·” not on record",
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
            out.push(format!("{}/{}", counts.active, counts.total));
            out
        })
        .collect();
    let mut total = vec!["●".to_owned()];
    total.extend(
        matrix.column_counts.iter().chain([&matrix.counts]).map(|c| format!("{}/{}", c.active, c.total)),
    );
    // The totals of one row are the row.
    if matrix.rows.len() > 1 {
        rows.push(total);
    }
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
        "### {}\n\n{}{}{}\n\n{}.\n\n{}.\n\n{}",
        matrix_title(matrix).get(lang),
        table(&heads, &[], &rows),
        key.get(lang),
        beside.get(lang),
        names.join("; "),
        shares(matrix).get(lang),
        of.line(matrix.id)
    )
}

/// The title of a matrix with its size.
pub(super) fn matrix_title(matrix: &MatrixView) -> Label {
    let size = format!(" ({} × {} = {})", matrix.rows.len(), matrix.columns.len(), matrix.counts.total);
    say(format!("{}{size}", matrix.title.fr), format!("{}{size}", matrix.title.en))
}

/// How many cells have each value, and what they add up to; then the three shares that are always read together: |A|, |A∪B| and what cannot
/// be excluded, of all. What a selection leaves out is none of the five.
pub(super) fn shares(matrix: &MatrixView) -> Label {
    let c = matrix.counts;
    let parts = [
        ("●", CellClass::ActiveNamed, c.active),
        ("○", CellClass::PlannedNamed, c.planned),
        ("◇", CellClass::ThroughGrouping, c.grouping),
        ("✗", CellClass::EstablishedAbsence, c.absent),
        ("·", CellClass::NotOnRecord, c.silent),
        ("–", CellClass::OutsideSelection, c.outside),
    ];
    let told = |get: fn(&Label) -> &str| {
        // What a selection leaves out is there with a selection alone.
        let parts = parts.iter().filter(|(_, class, n)| *n > 0 || *class != CellClass::OutsideSelection);
        let parts: Vec<String> =
            parts.map(|(mark, class, n)| format!("{mark} {} {n}", get(&class_label(*class)))).collect();
        format!("{} = {}", parts.join(" + "), c.total)
    };
    let (n, both, open) = (c.total, c.active + c.planned, c.total - c.absent);
    let share = |fr: &str| format!("A {}/{n}; A∪B {both}/{n}; {fr} (1 − ✗) {open}/{n}", c.active);
    say(
        format!("{}. {}", told(|l| &l.fr), share("ce qui ne peut être exclu")),
        format!("{}. {}", told(|l| &l.en), share("what cannot be excluded")),
    )
}

/// The lists as CSV: one row a line.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn goals_csv(goals: &[GoalView], lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let rows = goals.iter().flat_map(|goal| goal.sections.iter().map(move |s| (goal, s)));
    let rows = rows
        .flat_map(|(g, section)| section_table(g.goal, section, (&g.dataset, &g.dates), lang).rows)
        .collect();
    let Some(first) = goals.first() else { return Ok(Vec::new()) };
    Table { heads: HEADS.to_vec(), rows }.csv(&first.dates)
}

pub(super) const HEADS: [&str; 21] = [
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
    "holds_under",
    "holds_of",
    "fails",
    "fragile",
    "single_source",
];

/// One list of a direction or of a profile, one row a line.
pub(super) fn section_table(
    of: &str,
    section: &SectionView,
    (dataset, dates): (&DatasetView, &DatesView),
    lang: Lang,
) -> Table {
    let row = |line: &LineView| {
        let score = |i: usize| line.scores.map(|s| s[i].to_string()).unwrap_or_default();
        let held = |get: fn(&HoldsView) -> String| line.holds.as_ref().map(get).unwrap_or_default();
        vec![
            of.to_owned(),
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
            citations(&line.evidence, lang),
            dates.as_of.clone(),
            dates.known.clone(),
            dataset.version.clone(),
            dataset.digest.clone(),
            held(|h| h.under.to_string()),
            held(|h| h.of.to_string()),
            held(|h| h.fails.join(" ")),
            held(|h| h.fragile.to_string()),
            held(|h| h.single_source.clone().unwrap_or_default()),
        ]
    };
    Table { heads: HEADS.to_vec(), rows: section.lines.iter().map(row).collect() }
}

/// Quotations in one cell, each with its document and place, as a code and in words.
pub(super) fn citations(evidence: &[EvidenceView], lang: Lang) -> String {
    let told = |e: &EvidenceView| {
        let place = words::place(&e.at);
        match place.get(lang) {
            words if words == e.at => format!("{} {words}: {}", e.document, e.quote),
            words => format!("{} {} ({words}): {}", e.document, e.at, e.quote),
        }
    };
    evidence.iter().map(told).collect::<Vec<_>>().join(" ¦ ")
}
