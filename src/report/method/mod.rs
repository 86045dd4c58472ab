//! The method in words for those who use the reports: prose, with the lists that the dataset and the program hold.

use super::html::values;
use super::markdown::{cell, table, told_language};
use crate::dataset::{CrosswalkFrom, Dataset, Word};
use crate::explorer::folder_option;
use crate::measure::CARDS;
use crate::view::words::{day, place, say};
use crate::view::{Label, Lang, later_than};

/// The method document; `docs/method.fr.md` and `docs/method.en.md` are its output for the dataset of the program.
pub fn method_markdown(dataset: &Dataset, lang: Lang) -> String {
    let prose = match lang {
        Lang::Fr => include_str!("fr.md"),
        Lang::En => include_str!("en.md"),
    };
    let parts: [(&str, String); 10] = [
        ("{{version}}", dataset.version.clone()),
        ("{{documents}}", documents(dataset, lang)),
        ("{{kinds}}", kinds(dataset, lang)),
        ("{{values}}", value_rows(lang)),
        ("{{lists}}", lists(dataset, lang)),
        ("{{crosswalk-version}}", dataset.crosswalk_version.clone()),
        ("{{crosswalk}}", crosswalk(dataset, lang)),
        ("{{goals}}", goals(dataset, lang)),
        ("{{measures}}", measures(lang)),
        ("{{memberships}}", later_lists(dataset, lang)),
    ];
    let told =
        parts.into_iter().fold(prose.to_owned(), |text, (mark, part)| text.replace(mark, part.trim_end()));
    on_folder(&told, dataset, lang)
}

/// Every command with the folder of the dataset, where it was read from one, and with the language where it is not French.
fn on_folder(told: &str, dataset: &Dataset, lang: Lang) -> String {
    let data = folder_option(dataset.folder.as_deref());
    let parts = told.split('`').enumerate().map(|(place, part)| {
        let is_command = place % 2 == 1 && part.starts_with("relier ");
        let data = if is_command && !part.contains(" --data ") { data.as_str() } else { "" };
        let language =
            if is_command && !part.contains(" --lang ") { told_language(lang) } else { String::new() };
        format!("{part}{data}{language}")
    });
    parts.collect::<Vec<_>>().join("`")
}

fn heads(fr: &'static str, en: &'static str, lang: Lang) -> Vec<&'static str> {
    match lang {
        Lang::Fr => fr.split('|').collect(),
        Lang::En => en.split('|').collect(),
    }
}

fn documents(dataset: &Dataset, lang: Lang) -> String {
    let line = |s: &crate::dataset::Source| {
        let title = Label::from(&s.title);
        format!("- {}, *{}*, {}\n", s.reference, title.get(lang), day(s.date).get(lang))
    };
    dataset.sources.iter().map(line).collect()
}

/// How many lists of members were read later than the latest document.
fn later_lists(dataset: &Dataset, lang: Lang) -> String {
    later_than(dataset, dataset.latest).unwrap_or_default().get(lang).to_owned()
}

fn kinds(dataset: &Dataset, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = dataset
        .kinds
        .iter()
        .map(|k| {
            let name = Label::from(&k.name);
            vec![
                k.kind.word().to_owned(),
                name.get(lang).to_owned(),
                bindingness(k.bindingness).get(lang).to_owned(),
            ]
        })
        .collect();
    table(&heads("code|type|nature", "code|kind|nature", lang), &[], &rows)
}

fn bindingness(word: crate::dataset::Bindingness) -> Label {
    use crate::dataset::Bindingness as B;
    match word {
        B::Binding => say("accord contraignant", "binding agreement"),
        B::Political => say("instrument politique", "political instrument"),
        B::Dialogue => say("dialogue", "dialogue"),
        B::Project => say("projet avec un partenaire nommé", "project with a named partner"),
        B::Statement => say("déclaration", "statement"),
    }
}

fn value_rows(lang: Lang) -> String {
    let line = |(_, shape, word, meaning): (&str, &str, Label, Label)| {
        format!("| {shape} | {} | {} |\n", word.get(lang), meaning.get(lang))
    };
    values().into_iter().map(line).collect()
}

fn lists(dataset: &Dataset, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = dataset
        .lists
        .iter()
        .map(|l| {
            let name = dataset.kind(l.kind).map(|k| Label::from(&k.name)).unwrap_or_default();
            let quoted: Vec<String> = l
                .evidence
                .iter()
                .map(|e| format!("«{}» ({})", e.quote.trim(), place(&e.at).get(lang)))
                .collect();
            vec![name.get(lang).to_owned(), format!("`{}`", l.closure.word()), quoted.join(" · ")]
        })
        .collect();
    table(&heads("liste|marque|citations", "list|mark|quotations", lang), &[], &rows)
}

fn crosswalk(dataset: &Dataset, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = dataset
        .crosswalk
        .iter()
        .map(|line| {
            let (id, name) = match line.from {
                CrosswalkFrom::Area(a) => {
                    (&dataset.areas[a.0 as usize].id, &dataset.areas[a.0 as usize].name)
                }
                CrosswalkFrom::Leg(l) => (&dataset.legs[l.0 as usize].id, &dataset.legs[l.0 as usize].name),
            };
            let domain = &dataset.domains[line.domain.0 as usize];
            vec![
                format!("`{id}` {}", Label::from(name).get(lang)),
                format!("{} {}", domain.id, Label::from(&domain.name).get(lang)),
                Label::from(&line.reason).get(lang).to_owned(),
            ]
        })
        .collect();
    table(&heads("de|vers|raison", "from|to|reason", lang), &[], &rows)
}

fn goals(dataset: &Dataset, lang: Lang) -> String {
    let mut out = String::new();
    for direction in &dataset.directions {
        let (name, question) = (Label::from(&direction.name), Label::from(&direction.question));
        out +=
            &format!("- **{}** (`relier gaps {}`): {}\n", name.get(lang), direction.id, question.get(lang));
        for e in &direction.evidence {
            let reference = &dataset.source(e.source).reference;
            out += &format!("  - «{}» ({reference}, {})\n", e.quote.trim(), place(&e.at).get(lang));
        }
    }
    out
}

fn measures(lang: Lang) -> String {
    let pick = |w: crate::measure::Words| cell(if lang == Lang::Fr { w.fr } else { w.en });
    let rows: Vec<Vec<String>> = CARDS
        .iter()
        .map(|c| vec![format!("{} (`{}`)", pick(c.names), c.measure.id()), pick(c.says), pick(c.avoid)])
        .collect();
    table(
        &heads("mesure|ce qu’elle dit|quand s’en garder", "measure|what it says|when not to use it", lang),
        &[],
        &rows,
    )
}
