//! The additional sources: their list, what they say, and the external check.

use super::markdown::{command, field, head, table};
use super::table::Table;
use crate::dataset::{State, Word};
use crate::view::words::{self, moment, say};
use crate::view::{AdditionalView, CalibrationView, Lang, RemarkView, SourceView, UnitCheckView};

fn state(word: &str, lang: Lang) -> String {
    let found = State::ALL.iter().find(|s| s.word() == word);
    found.map_or_else(|| word.to_owned(), |&s| words::state(s).get(lang).to_owned())
}

/// Publisher, title, date, and how surely it was read.
pub(super) fn cited(source: &SourceView, lang: Lang) -> String {
    let kind = match source.kind {
        "joint-statement" => say("déclaration commune", "joint statement"),
        "press-release" => say("communiqué officiel", "official press release"),
        "council-outcome" => say("résultat d’un conseil ou d’un sommet", "outcome of a council or summit"),
        "agreement" => say("texte d’un accord", "text of an agreement"),
        "registry" => say("registre", "register"),
        _ => say("presse", "press"),
    };
    let certainty = match source.certainty {
        "high" => say("texte officiel lu dans l’original", "official text read in the original"),
        _ => say("lu par une reprise ou un compte rendu", "read through a republication or a report"),
    };
    let address = source.address.as_ref().map(|a| format!(", <{a}>")).unwrap_or_default();
    format!(
        "{}, *{}*, {} ({}; {}){address}",
        source.publisher.get(lang),
        source.title.replace('*', "\\*"),
        moment(&source.date).get(lang),
        kind.get(lang),
        certainty.get(lang)
    )
}

/// What an additional source says, marked as what it is.
pub(super) fn remark(remark: &RemarkView, lang: Lang) -> String {
    let quote = remark
        .short_quote
        .as_ref()
        .map(|q| short_quote(q, &remark.source.language, lang))
        .unwrap_or_default();
    let label =
        say("Source additionnelle, non vérifiée par la machine", "Additional source, not machine-checked");
    format!(
        "{} ({}): {}{quote} {}; {}",
        label.get(lang),
        remark.source.id,
        remark.statement.get(lang),
        cited(&remark.source, lang),
        remark.at.get(lang)
    )
}

/// A few words of a source, with the language that they are in where the reader's is another.
fn short_quote(quote: &str, language: &str, lang: Lang) -> String {
    let (fr, en) = match language {
        l if l == lang.word() => ("", ""),
        "en" => (" [source en anglais]", " [source in English]"),
        "fr" => (" [source en français]", " [source in French]"),
        "es" => (" [source en espagnol]", " [source in Spanish]"),
        "de" => (" [source en allemand]", " [source in German]"),
        "ro" => (" [source en roumain]", " [source in Romanian]"),
        _ => (" [source dans une autre langue]", " [source in another language]"),
    };
    let label = say(format!("brève citation{fr}"), format!("short quotation{en}"));
    format!(" ({}: “{quote}”)", label.get(lang))
}

/// The external check for the first page of a report.
pub(super) fn calibration_markdown(view: &CalibrationView, lang: Lang) -> String {
    let mut out = format!("> {} {}\n>\n", view.text.get(lang), view.note.get(lang));
    out += &format!("> {}", command(&view.command, lang));
    out
}

fn row(unit: &UnitCheckView, lang: Lang) -> Vec<String> {
    let list = |ids: &[String]| if ids.is_empty() { "–".to_owned() } else { ids.join(" ") };
    let text = match &unit.source {
        Some(source) => {
            let certainty = match source.certainty {
                "high" => say("lu dans l’original", "read in the original"),
                _ => say("lu par une reprise", "read through a republication"),
            };
            format!("{} ({}, {})", source.id, moment(&source.date).get(lang), certainty.get(lang))
        }
        None => say("aucun texte", "no text").get(lang).to_owned(),
    };
    vec![
        unit.unit.names.get(lang).to_owned(),
        text,
        unit.gaps.to_string(),
        list(&unit.closed),
        list(&unit.planned),
        unit.area_gaps.to_string(),
        list(&unit.areas_closed),
        list(&unit.areas_planned),
    ]
}

/// The layer in Markdown.
pub fn additional_markdown(view: &AdditionalView, lang: Lang) -> String {
    let title = say("Sources additionnelles", "Additional sources");
    let mut out = head(title.get(lang), &view.dataset, &view.dates, lang);
    let what = say(
        "Ce que disent d’autres textes publics, hors des deux documents. Leurs faits sont dits en nos mots, ne sont pas vérifiés par la machine et n’entrent dans le réseau que sur demande: `--additional`.",
        "What other public texts say, outside the two documents. Their facts are told in our words, are not machine-checked, and enter the network only when asked for: `--additional`.",
    );
    out += &format!("**{}**\n\n", what.get(lang));
    let digest = view.digest.get(..12).unwrap_or_default();
    if view.digest.is_empty() {
        out += &format!("{}\n\n", say("Ce jeu de données n’en a pas.", "This dataset has none.").get(lang));
        return out + &command(&view.command, lang);
    }
    out += &format!("{}: {digest}\n\n", say("Empreinte de la couche", "Digest of the layer").get(lang));
    if let Some(calibration) = &view.calibration {
        out += &format!("## {}\n\n", say("Contrôle externe", "External check").get(lang));
        out += &calibration_markdown(calibration, lang);
        let heads = say(
            "Unité|Texte|Lacunes|En cours d’après le texte|Annoncé|Lacunes (domaines d’action)|En cours|Annoncé",
            "Unit|Text|Gaps|Running by the text|Announced|Gaps (areas)|Running|Announced",
        );
        let rows: Vec<Vec<String>> = calibration.rows.iter().map(|u| row(u, lang)).collect();
        let heads: Vec<&str> = heads.get(lang).split('|').collect();
        out += &table(&heads, &[false, false, true, false, false, true, false, false], &rows);
    }
    let off = say("; pas encore connu à ces dates", "; not known yet on these dates");
    let language = |id: &str| view.sources.iter().find(|s| s.id == id).map_or("", |s| s.language.as_str());
    let units: std::collections::BTreeSet<&str> = view.checks.iter().map(|c| c.unit.id.as_str()).collect();
    let known = view.checks.iter().filter(|c| c.in_force).count();
    let title = say(
        format!(
            "Contrôle par unité: {} contrôles pour {} unités, dont {known} sur un texte connu à ces dates",
            view.checks.len(),
            units.len()
        ),
        format!(
            "Check by unit: {} checks for {} units, of which {known} by a text known on these dates",
            view.checks.len(),
            units.len()
        ),
    );
    out += &format!("## {}\n\n", title.get(lang));
    for check in &view.checks {
        let source = check.source.as_deref().unwrap_or("–");
        let when = if check.in_force || check.source.is_none() { "" } else { off.get(lang) };
        out += &format!("- **{}** ({}): {source}{when}\n", check.unit.names.get(lang), check.instrument);
        if let Some(searched) = &check.searched {
            out += &format!("  - {}\n", searched.get(lang));
        }
        for fact in &check.facts {
            let about: Vec<&str> =
                fact.areas.iter().chain(&fact.legs).chain(&fact.domains).map(String::as_str).collect();
            let quote =
                fact.short_quote.as_ref().map(|q| short_quote(q, language(source), lang)).unwrap_or_default();
            out += &format!(
                "  - {}: {}{quote} ({}; {})\n",
                state(fact.state, lang),
                fact.statement.get(lang),
                about.join(" "),
                fact.at.get(lang)
            );
        }
    }
    let held = view.changes.iter().filter(|c| c.in_force).count();
    let title = say(
        format!("États ultérieurs: {}, dont {held} valent à ces dates", view.changes.len()),
        format!("Later states: {}, of which {held} hold on these dates", view.changes.len()),
    );
    out += &format!("\n## {}\n\n", title.get(lang));
    for change in &view.changes {
        let new =
            if change.added { say(", absent des documents", ", not in the documents") } else { say("", "") };
        let when = if change.in_force { "" } else { off.get(lang) };
        let quote = change
            .short_quote
            .as_ref()
            .map(|q| short_quote(q, language(&change.source), lang))
            .unwrap_or_default();
        out += &format!(
            "- **{}** ({}{}): {}, {}. {}{quote} ({}; {}){when}\n",
            change.names.get(lang),
            change.tie,
            new.get(lang),
            moment(&change.from).get(lang),
            state(change.state, lang),
            change.statement.get(lang),
            change.source,
            change.at.get(lang)
        );
    }
    out += &format!(
        "\n## {}: {}\n\n",
        say("Cherché, non établi", "Looked for, not established").get(lang),
        view.open.len()
    );
    for open in &view.open {
        let tie = open.tie.as_ref().map(|t| format!(" ({t})")).unwrap_or_default();
        out += &format!("- {}{tie}\n", open.statement.get(lang));
    }
    out += &format!("\n## {}: {}\n\n", say("Les textes", "The texts").get(lang), view.sources.len());
    for source in &view.sources {
        out += &field(&say(source.id.clone(), source.id.clone()), &format!("{}.", cited(source, lang)), lang);
        let not = source.not_checked.as_ref();
        let not = not.map(|n| format!(" {}: {}", say("Non vérifié", "Not checked").get(lang), n.get(lang)));
        out += &format!(
            "  - {} ({} {}){}\n",
            source.read.get(lang),
            say("lu le", "read on").get(lang),
            moment(&source.checked).get(lang),
            not.unwrap_or_default()
        );
    }
    out.push('\n');
    out + &command(&view.command, lang)
}

/// The layer as CSV: one row a statement.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn additional_csv(view: &AdditionalView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let heads = vec![
        "record",
        "what",
        "about",
        "state",
        "from",
        "columns",
        "statement",
        "short_quote",
        "source",
        "title",
        "publisher",
        "date",
        "certainty",
        "in_force",
        "as_of",
        "known",
        "digest",
    ];
    let text = |id: &str| view.sources.iter().find(|s| s.id == id);
    let ending = |id: &str, in_force: bool| {
        let of = |get: fn(&SourceView) -> String| text(id).map(get).unwrap_or_default();
        vec![
            id.to_owned(),
            of(|s| s.title.clone()),
            text(id).map(|s| s.publisher.get(lang).to_owned()).unwrap_or_default(),
            of(|s| s.date.clone()),
            of(|s| s.certainty.to_owned()),
            in_force.to_string(),
            view.dates.as_of.clone(),
            view.dates.known.clone(),
            view.digest.clone(),
        ]
    };
    let mut rows = Vec::new();
    for check in &view.checks {
        let id = check.source.as_deref().unwrap_or_default();
        for fact in &check.facts {
            let about: Vec<&str> =
                fact.areas.iter().chain(&fact.legs).chain(&fact.domains).map(String::as_str).collect();
            let start = vec![
                check.id.clone(),
                "check".to_owned(),
                check.unit.id.clone(),
                fact.state.to_owned(),
                String::new(),
                about.join(" "),
                fact.statement.get(lang).to_owned(),
                fact.short_quote.clone().unwrap_or_default(),
            ];
            rows.push([start, ending(id, check.in_force)].concat());
        }
    }
    for change in &view.changes {
        let start = vec![
            change.id.clone(),
            "change".to_owned(),
            change.tie.clone(),
            change.state.to_owned(),
            change.from.clone(),
            String::new(),
            change.statement.get(lang).to_owned(),
            change.short_quote.clone().unwrap_or_default(),
        ];
        rows.push([start, ending(&change.source, change.in_force)].concat());
    }
    Table { heads, rows }.csv(&view.dates)
}
