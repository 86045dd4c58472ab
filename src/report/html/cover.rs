//! The first page: what it is, of when, from what, out of how many, and what it cannot say.

use super::write::Html;
use super::{capital, day, parts};
use crate::report::goals::Recompute;
use crate::view::words::{in_words, say};
use crate::view::{CalibrationView, DatasetView, DatesView, GoalView, Label, Lang};

/// What no report of the program can say, whatever its subject.
pub(in crate::report) fn limits(dataset: &DatasetView) -> Vec<Label> {
    let data = dataset.data_option.as_deref().unwrap_or_default();
    let method = in_words(format!("relier method{data}"));
    vec![
        say(
            "relier lit deux documents. Ce n’est pas un registre des partenariats de l’UE: un instrument signé depuis, ou signé avant et non mentionné, n’y est pas.",
            "relier reads two documents. It is no registry of the EU’s partnerships: an instrument signed since, or signed before and not mentioned, is not in it.",
        ),
        say(
            "Le silence d’une source n’est pas une absence. Seule une liste fermée, qui nomme toute la classe à sa date, établit une absence.",
            "The silence of a source is no absence. Only a closed list, which names the whole class at its date, establishes an absence.",
        ),
        say(
            "Signé n’est pas en vigueur. Aucune date annoncée ne fait avancer un état: quand elle passe sans source nouvelle, l’état devient «non confirmé»; une période dite en cours suit ses jours.",
            "Signed is not in force. No announced date moves a state: when it passes without a new source, the state becomes “unconfirmed”; a period called running keeps to its days.",
        ),
        say(
            "L’unité est celle que nomme la source: les Balkans occidentaux tiennent un dialogue, non six. Les deux documents sont ceux de l’UE, qui y touche presque tout par construction.",
            "The unit is what the source names: the Western Balkans hold one dialogue, not six. Both documents are the EU’s own, and it touches almost everything in them by construction.",
        ),
        say(
            format!(
                "Un calcul n’est pas une recommandation. Le codage peut être contesté: chaque ligne porte ses citations, et la méthode s’obtient par «{}».",
                method.fr
            ),
            format!(
                "A computation is no recommendation. The coding can be disputed: each line carries its quotations, and “{}” prints the method.",
                method.en
            ),
        ),
    ]
}

/// Title, dates, dataset and documents.
pub(super) fn head(
    html: &mut Html,
    (title, lead): (&str, &str),
    dataset: &DatasetView,
    dates: &DatesView,
    lang: Lang,
) {
    head_of(html, (title, lead), &[], dataset, dates, lang);
}

/// The same of several readings, each with its name, where one pair of dates does not say it.
pub(super) fn head_of(
    html: &mut Html,
    (title, lead): (&str, &str),
    readings: &[(Label, Label)],
    dataset: &DatasetView,
    dates: &DatesView,
    lang: Lang,
) {
    html.open("header", &[("class", "cover")])
        .leaf("h1", &[], &dates.titled(title, lang))
        .open("p", &[("class", "lead")])
        .sentence(lead, lang)
        .close();
    if let Some(assumed) = dates.assumed() {
        html.open("p", &[("class", "assumed")]).sentence(assumed.get(lang), lang).close();
    }
    if let Some(beyond) = &dates.beyond {
        html.open("p", &[("class", "beyond")])
            .open("strong", &[])
            .sentence(beyond.get(lang), lang)
            .close()
            .close();
    }
    html.open("dl", &[("class", "facts")]);
    let version = concat!("relier ", env!("CARGO_PKG_VERSION"));
    let program = (say("Programme", "Program"), say(version, version));
    let facts = match readings {
        [] => one_reading(dataset, dates, lang),
        several => several.to_vec(),
    };
    for (name, value) in facts.iter().chain([&program]) {
        html.leaf("dt", &[], name.get(lang)).leaf("dd", &[], value.get(lang));
    }
    html.close();
    sources(html, dataset, lang);
    additional(html, dates, lang);
    html.close();
}

/// The two dates, and the dataset.
fn one_reading(dataset: &DatasetView, dates: &DatesView, lang: Lang) -> Vec<(Label, Label)> {
    vec![
        (
            say("État au", "As of"),
            say(
                format!("{} (ce qui valait ce jour-là)", day(&dates.as_of, lang)),
                format!("{} (what held on that day)", day(&dates.as_of, lang)),
            ),
        ),
        (
            say("Sources au", "Sources by"),
            say(
                format!("{} (ce qui était publié ce jour-là)", day(&dates.known, lang)),
                format!("{} (what was published by that day)", day(&dates.known, lang)),
            ),
        ),
        (
            say("Jeu de données", "Dataset"),
            say(format!("version {}", dataset.version), format!("version {}", dataset.version)),
        ),
        (say("Empreinte", "Digest"), say(dataset.digest.clone(), dataset.digest.clone())),
    ]
}

/// The documents; the only place where addresses stand.
fn sources(html: &mut Html, dataset: &DatasetView, lang: Lang) {
    html.leaf("h3", &[], say("Sources", "Sources").get(lang)).open("ol", &[("id", "sources")]);
    for document in &dataset.documents {
        html.open("li", &[]).leaf("strong", &[], &document.reference);
        let told = format!(
            ". {}. {}, {}.",
            document.title.get(lang),
            document.publisher.get(lang),
            day(&document.date, lang)
        );
        html.text(&told);
        if let Some(address) = &document.address {
            html.text(" ");
            // An address that is no web address is shown and leads nowhere.
            if address.starts_with("https://") || address.starts_with("http://") {
                html.leaf("a", &[("href", address)], address);
            } else {
                html.text(address);
            }
        }
        html.text(" ").leaf("span", &[("class", "small")], document.reuse.get(lang)).close();
    }
    html.close();
}

/// The additional sources that speak, set apart from the documents.
fn additional(html: &mut Html, dates: &DatesView, lang: Lang) {
    let Some(sources) = &dates.additional else { return };
    let title = say(
        "Sources additionnelles, non vérifiées par la machine",
        "Additional sources, not machine-checked",
    );
    html.leaf("h3", &[], title.get(lang)).open("ul", &[("class", "additional")]);
    for source in sources {
        html.open("li", &[]).leaf("code", &[], &source.id);
        let told = format!(": {}. {}, {}. ", source.title, source.publisher.get(lang), source.date);
        html.text(&told);
        if let Some(address) = source.address.as_ref().filter(|a| a.starts_with("https://")) {
            html.leaf("a", &[("href", address)], address).text(" ");
        }
        html.leaf("span", &[("class", "small")], source.read.get(lang)).close();
    }
    html.close();
}

/// What the numbers of each direction are out of.
pub(super) fn denominators(html: &mut Html, goals: &[GoalView], lang: Lang) {
    html.open("table", &[("class", "denominators")]);
    html.leaf("caption", &[], say("Sur combien", "Out of how many").get(lang)).open("tbody", &[]);
    for goal in goals {
        html.open("tr", &[]).open("th", &[("scope", "row")]);
        html.leaf("a", &[("href", &format!("#{}", goal.goal))], &capital(goal.names.get(lang))).close();
        let told: Vec<String> =
            goal.counts.iter().map(|c| format!("{}: {}/{}", c.label.get(lang), c.n, c.of)).collect();
        html.open("td", &[]).text(&format!("{}.", told.join("; ")));
        if let Some(command) = Recompute::of(goal, lang).command("counts") {
            html.text(" ").command(&[("class", "how")], &command);
        }
        html.close().close();
    }
    html.close().close();
}

/// How far the corpus falls short of one public text per unit.
pub(super) fn calibration(html: &mut Html, view: &CalibrationView, lang: Lang) {
    html.open("div", &[("class", "calibration")]);
    html.open("p", &[]).sentence(view.text.get(lang), lang).close();
    html.open("p", &[("class", "small")]).sentence(view.note.get(lang), lang).close();
    parts::command(html, &view.command, lang);
    html.close();
}

/// How to read the report: the five values, and what stands where.
pub(super) fn reading(html: &mut Html, goals: &[GoalView], lang: Lang) {
    html.open("section", &[("class", "reading")]);
    html.leaf("h2", &[], say("Lire ce rapport", "Reading this report").get(lang));
    parts::key(html, lang);
    html.leaf("h3", &[], say("Contenu", "Contents").get(lang)).open("nav", &[]).open("ol", &[]);
    for goal in goals {
        html.open("li", &[]);
        html.leaf("a", &[("href", &format!("#{}", goal.goal))], &capital(goal.names.get(lang)));
        html.text(": ").sentence(goal.headline.get(lang), lang).open("ol", &[]);
        for section in &goal.sections {
            let title = format!("{} ({})", section.title.get(lang), section.lines.len());
            html.open("li", &[]);
            html.leaf("a", &[("href", &format!("#{}-{}", goal.goal, section.id))], &title).close();
        }
        html.close().close();
    }
    html.close().close().close();
}
