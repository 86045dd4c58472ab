//! Pieces of Markdown.

use crate::dataset::Word;
use crate::view::words::{moment, place, say};
use crate::view::{DatasetView, DatesView, EvidenceView, Label, Lang};

pub(super) use super::quotes::Quotes;

/// The heading and the line of dates, dataset and limit that stands under every title.
pub(super) fn head(title: &str, dataset: &DatasetView, dates: &DatesView, lang: Lang) -> String {
    let references: Vec<&str> = dataset.documents.iter().map(|d| d.reference.as_str()).collect();
    let (limit_fr, limit_en) = if dataset.is_table {
        ("Ce que dit un fichier importé.", "What an imported file says.")
    } else {
        ("Ce que disent deux documents; ce n’est pas un registre.", "What two documents say; not a registry.")
    };
    let (as_of, known) = (moment(&dates.as_of), moment(&dates.known));
    let line = say(
        format!(
            "État au {} d’après les sources publiées au {}. Jeu de données {} ({}). Sources: {}. {limit_fr}",
            as_of.fr,
            known.fr,
            dataset.version,
            &dataset.digest[..12],
            references.join("; ")
        ),
        format!(
            "As of {} from sources published by {}. Dataset {} ({}). Sources: {}. {limit_en}",
            as_of.en,
            known.en,
            dataset.version,
            &dataset.digest[..12],
            references.join("; ")
        ),
    );
    let assumed = dates.first().map(|text| format!("**{}**\n\n", text.get(lang))).unwrap_or_default();
    format!("# {}\n\n{assumed}{}\n\n", dates.titled(title, lang), line.get(lang))
}

/// The command that recomputes a view, in the language of the view.
pub(super) fn command(command: &str, lang: Lang) -> String {
    let label = say("Recalculer", "Recompute");
    format!("{}: {}\n\n", label.get(lang), told_command(command, lang))
}

/// A command in code marks, in the language of the view.
pub(super) fn told_command(command: &str, lang: Lang) -> String {
    code(&format!("{command}{}", told_language(lang)))
}

/// A text in code marks, more of them than stand in it.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    format!("{marks}{text}{marks}")
}

/// ` --lang en`; nothing for French, which a command means when it names none.
pub(super) fn told_language(lang: Lang) -> String {
    if lang == Lang::Fr { String::new() } else { format!(" --lang {}", lang.word()) }
}

/// A table cell: no bar and no line break can break out of it.
pub(super) fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace(['\n', '\r'], " ")
}

/// A Markdown table; numbers are aligned right by the caller's choice of columns.
pub(super) fn table(heads: &[&str], right: &[bool], rows: &[Vec<String>]) -> String {
    let mut out = format!("| {} |\n|", heads.iter().map(|h| cell(h)).collect::<Vec<_>>().join(" | "));
    for i in 0..heads.len() {
        out += if right.get(i).copied().unwrap_or(false) { "---:|" } else { "---|" };
    }
    out.push('\n');
    for row in rows {
        out += &format!("| {} |\n", row.iter().map(|c| cell(c)).collect::<Vec<_>>().join(" | "));
    }
    out.push('\n');
    out
}

/// A quotation with its place in words.
pub(super) fn quotation(dataset: &DatasetView, evidence: &EvidenceView, lang: Lang) -> String {
    let document = dataset.documents.iter().find(|d| d.id == evidence.document);
    let reference = document.map_or(evidence.document.as_str(), |d| d.reference.as_str());
    format!("“{}” ({reference}, {})", evidence.marked(), place(&evidence.at).get(lang))
}

/// `label: text` in bold and plain.
pub(super) fn field(label: &Label, text: &str, lang: Lang) -> String {
    format!("- **{}**: {text}\n", label.get(lang))
}
