//! The parts that reports share: counts, matrices, lists, quotations, the command.

use super::capital;
use super::write::Html;
use crate::gap::CellClass;
use crate::report::goals::{Recompute, count_heads, has_number, matrix_title, range, shares};
use crate::report::markdown::told_language;
use crate::report::quotes::Quotes;
use crate::view::words::{place, say};
use crate::view::{CountView, DatasetView, EvidenceView, Label, Lang, MatrixView, SectionView, class_label};

/// The five values: word in the export, shape, short word, what it means.
pub(in crate::report) fn values() -> [(&'static str, &'static str, Label, Label); 5] {
    [
        (
            "active",
            "●",
            say("en cours", "running"),
            say(
                "Une citation nomme le partenaire, et la chose est en cours ou en vigueur.",
                "A quotation names the partner, and the matter is running or in force.",
            ),
        ),
        (
            "planned",
            "○",
            say("prévu ou signé", "planned or signed"),
            say(
                "Une citation nomme le partenaire; la chose est prévue, en négociation, conclue ou signée, ou non confirmée.",
                "A quotation names the partner; the matter is planned, under negotiation, concluded or signed, or unconfirmed.",
            ),
        ),
        (
            "grouping",
            "◇",
            say("groupe", "grouping"),
            say(
                "Le partenaire n’est atteint que par un groupement dont il est membre; cela ne comble aucun vide.",
                "The partner is reached only through a grouping of which it is a member; that closes no gap.",
            ),
        ),
        (
            "absent",
            "✗",
            class_label(CellClass::EstablishedAbsence),
            say(
                "Une liste fermée, qui nomme toute la classe à sa date, ne nomme pas le partenaire.",
                "A closed list, which names the whole class at its date, does not name the partner.",
            ),
        ),
        (
            "silent",
            "·",
            class_label(CellClass::NotOnRecord),
            say(
                "Les deux documents n’en disent rien, ce qui ne dit pas que rien n’existe.",
                "The two documents say nothing of it, which does not say that nothing exists.",
            ),
        ),
    ]
}

/// The five values with their shapes and what they mean.
pub(super) fn key(html: &mut Html, lang: Lang) {
    html.open("table", &[("class", "key short")]);
    html.leaf("caption", &[], say("Les cinq valeurs", "The five values").get(lang)).open("tbody", &[]);
    for (class, shape, word, meaning) in values() {
        html.open("tr", &[]).leaf("td", &[("class", class)], shape);
        html.leaf("th", &[("scope", "row")], word.get(lang)).leaf("td", &[], meaning.get(lang)).close();
    }
    html.close().close();
}

/// The numbers of quotations, each a way to its quotation under `prefix`.
pub(super) fn cites(html: &mut Html, quotes: &mut Quotes, prefix: &str, evidence: &[EvidenceView]) {
    let numbers = quotes.numbers(evidence);
    if numbers.is_empty() {
        return;
    }
    html.text(" ").open("span", &[("class", "cites")]).text("[");
    for (i, number) in numbers.iter().enumerate() {
        if i > 0 {
            html.text(", ");
        }
        html.leaf("a", &[("href", &format!("#{prefix}-q{number}"))], &number.to_string());
    }
    html.text("]").close();
}

/// Words of a document with their place.
pub(super) fn quotation(html: &mut Html, dataset: &DatasetView, evidence: &EvidenceView, lang: Lang) {
    let document = dataset.documents.iter().find(|d| d.id == evidence.document);
    let (reference, language) =
        document.map_or((evidence.document.as_str(), "fr"), |d| (d.reference.as_str(), d.language.as_str()));
    html.leaf("q", &[("lang", language)], &format!("“{}”", evidence.marked())).text(" ");
    html.leaf("cite", &[], &format!("({reference}, {})", place(&evidence.at).get(lang)));
}

/// The list of quotations under their numbers.
pub(super) fn quotations(html: &mut Html, quotes: &Quotes, prefix: &str, dataset: &DatasetView, lang: Lang) {
    html.leaf("h3", &[("id", &format!("{prefix}-quotations"))], dataset.quotations_title().get(lang));
    html.open("ol", &[("class", "quotes")]);
    for (number, evidence) in quotes.numbered() {
        html.open("li", &[("id", &format!("{prefix}-q{number}"))]);
        html.leaf("span", &[("class", "number")], &format!("[{number}]"));
        quotation(html, dataset, evidence, lang);
        html.close();
    }
    html.close();
}

/// Numbers with their denominators, their range under other codings, and the command that recomputes each.
pub(super) fn counts(html: &mut Html, counts: &[CountView], of: &Recompute<'_>, lang: Lang) {
    if counts.is_empty() {
        return;
    }
    let ranged = of.is_ranged();
    let heads = count_heads(of);
    html.open("table", &[("class", "counts short")]).open("thead", &[]).open("tr", &[]);
    for (i, head) in heads.iter().enumerate() {
        let number = (1..3 + usize::from(ranged)).contains(&i);
        html.leaf("th", &[("scope", "col"), ("class", if number { "n" } else { "t" })], head.get(lang));
    }
    html.close().close().open("tbody", &[]);
    for count in counts {
        html.open("tr", &[("data-count", count.id)]);
        html.leaf("th", &[("scope", "row")], &capital(count.label.get(lang)));
        html.leaf("td", &[("class", "n")], &count.n.to_string());
        html.leaf("td", &[("class", "n")], &count.of.to_string());
        if ranged {
            html.leaf("td", &[("class", "n range")], &range(count));
        }
        if let Some(command) = of.command(count.id) {
            html.open("td", &[("class", "how")]).command(&[], &command).close();
        }
        html.close();
    }
    html.close().close();
}

/// The command that recomputes a part, small, under it.
fn how(html: &mut Html, of: &Recompute<'_>, part: &str) {
    if let Some(command) = of.command(part) {
        html.open("p", &[("class", "how"), ("data-part", part)]).command(&[], &command).close();
    }
}

/// The command that recomputes the headline.
pub(super) fn headline(html: &mut Html, text: &str, of: &Recompute<'_>, lang: Lang) {
    if text.is_empty() {
        return;
    }
    html.open("p", &[("class", "headline")]).sentence(text, lang).close();
    how(html, of, "headline");
}

/// A matrix with its values by shape and word.
pub(super) fn matrix(html: &mut Html, matrix: &MatrixView, of: &Recompute<'_>, lang: Lang) {
    let values = values();
    // What a selection leaves out is none of the values.
    let outside = class_label(CellClass::OutsideSelection);
    // A table that fits a page is not broken; a longer one repeats its head.
    let class = if matrix.rows.len() <= 24 { "matrix short" } else { "matrix" };
    html.open("table", &[("class", class), ("data-matrix", matrix.id)]).leaf(
        "caption",
        &[],
        matrix_title(matrix).get(lang),
    );
    html.open("thead", &[]).open("tr", &[]);
    html.leaf("th", &[("scope", "col")], say("Partenaire", "Partner").get(lang));
    for column in &matrix.columns {
        html.open("th", &[("scope", "col")]);
        html.leaf("abbr", &[("title", column.names.get(lang))], &column.id).close();
    }
    let total = say("● sur tout", "● of all");
    html.leaf("th", &[("scope", "col")], total.get(lang)).close().close();
    html.open("tbody", &[]);
    for ((row, cells), counts) in matrix.rows.iter().zip(&matrix.cells).zip(&matrix.row_counts) {
        html.open("tr", &[]).leaf("th", &[("scope", "row")], row.names.get(lang));
        for cell in cells {
            let value = values.iter().find(|v| v.0 == cell.class);
            let (shape, word) = value.map_or(("–", &outside), |v| (v.1, &v.2));
            html.open("td", &[("class", cell.class)]).leaf("span", &[("class", "shape")], shape);
            html.leaf("span", &[("class", "word")], word.get(lang));
            if cell.additional {
                let told = say("source additionnelle, non vérifiée", "additional source, not checked");
                html.leaf("span", &[("class", "word additional")], told.get(lang));
            }
            html.close();
        }
        html.leaf("td", &[("class", "n")], &format!("{}/{}", counts.active, counts.total)).close();
    }
    html.close();
    if matrix.rows.len() > 1 {
        html.open("tfoot", &[]).open("tr", &[]).leaf("th", &[("scope", "row")], total.get(lang));
        for counts in matrix.column_counts.iter().chain([&matrix.counts]) {
            html.leaf("td", &[], &format!("{}/{}", counts.active, counts.total));
        }
        html.close().close();
    }
    html.close();
    let names: Vec<String> =
        matrix.columns.iter().map(|c| format!("{}: {}", c.id, c.names.get(lang))).collect();
    html.leaf("p", &[("class", "columns")], &format!("{}.", names.join("; ")));
    html.leaf("p", &[("class", "columns")], &format!("{}.", shares(matrix).get(lang)));
    how(html, of, matrix.id);
}

/// The lists, with the numbers of their quotations.
pub(super) fn sections(
    html: &mut Html,
    sections: &[SectionView],
    quotes: &mut Quotes,
    (prefix, of): (&str, &Recompute<'_>),
    lang: Lang,
) {
    for section in sections {
        let title = format!("{} ({})", section.title.get(lang), section.lines.len());
        html.leaf("h3", &[("id", &format!("{prefix}-{}", section.id))], &title);
        if !section.note.get(lang).is_empty() {
            html.open("p", &[("class", "note")]).sentence(section.note.get(lang), lang).close();
        }
        if section.lines.is_empty() {
            html.leaf("p", &[], say("Aucune ligne.", "No line.").get(lang));
            how(html, of, section.id);
            continue;
        }
        html.open("ul", &[]);
        for line in &section.lines {
            html.open("li", &[]).sentence(line.text.get(lang), lang);
            if let Some(holds) = &line.holds {
                let class = if holds.fragile { "holds fragile" } else { "holds" };
                html.text(" ").open("span", &[("class", class)]);
                html.sentence(&format!("({})", holds.text.get(lang)), lang).close();
            }
            cites(html, quotes, prefix, &line.evidence);
            html.close();
        }
        html.close();
        how(html, of, section.id);
    }
}

/// What the reader must not conclude; where a number is among it, with the command that prints it.
pub(super) fn limits(html: &mut Html, limits: &[Label], of: &Recompute<'_>, lang: Lang) {
    html.leaf("h3", &[], say("Limites", "Limits").get(lang)).open("ul", &[("class", "limits")]);
    for limit in limits {
        html.open("li", &[]).sentence(limit.get(lang), lang).close();
    }
    html.close();
    if has_number(limits) {
        how(html, of, "limits");
    }
}

/// The command that recomputes it, in the language of the report.
pub(super) fn command(html: &mut Html, command: &str, lang: Lang) {
    html.open("p", &[("class", "command")]).text(say("Recalculer: ", "Recompute: ").get(lang));
    html.command(&[], &format!("{command}{}", told_language(lang))).close();
}
