//! The documents, search in them, reports, citations and the method.

use crate::dataset::SourceId;
use crate::explorer::{folder_option, quoted_word, split_words, take_option};
use crate::network::Filter;
use crate::report::{self, CitedView};
use crate::server::param::{LONGEST, Often, Param, Values, shown};
use crate::server::problem::Refusal;
use crate::server::route::{
    ASSUMED, Answer, Call, DATES, Gives, LANG, Route, actor, excluded, json, schema, text,
};
use crate::view::words::say;
use crate::view::{self, PassageView, ReaderView, SearchView};

const HTML: &str = "text/html; charset=utf-8";
const MARKDOWN: &str = "text/markdown; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";
const BIBTEX: &str = "application/x-bibtex; charset=utf-8";
const CSL: &str = "application/vnd.citationstyles.csl+json";

fn documents(dataset: &crate::dataset::Dataset) -> Vec<String> {
    dataset.sources.iter().map(|s| s.id.clone()).collect()
}

/// A document of the dataset.
pub(in crate::server) const DOCUMENT: Param =
    Param::new("document", Values::Words(documents), ("un document", "a document")).like("join-2025-140");

fn report_forms(_: &crate::dataset::Dataset) -> Vec<String> {
    ["html", "md"].map(str::to_owned).to_vec()
}

fn cite_forms(_: &crate::dataset::Dataset) -> Vec<String> {
    ["text", "bibtex", "csl-json"].map(str::to_owned).to_vec()
}

const REPORT: [Param; 1] = [Param::new(
    "format",
    Values::Words(report_forms),
    ("un fichier HTML qui s’imprime sur A4, ou Markdown", "one HTML file that prints on A4, or Markdown"),
)
.or("html")];

const CITED: [Param; 2] = [
    Param::new(
        "view",
        Values::Text { most: LONGEST },
        ("la vue, comme la commande qui la montre", "the view, as the command that shows it"),
    )
    .or("gaps")
    .like("gaps secure"),
    Param::new("format", Values::Words(cite_forms), ("la forme", "the form")).or("text"),
];

const SOUGHT: [Param; 2] = [
    Param::new(
        "q",
        Values::Text { most: 120 },
        (
            "les mots cherchés; accents, casse, apostrophes et tirets ne comptent pas",
            "the words sought; accents, case, apostrophes and dashes do not matter",
        ),
    )
    .often(Often::Required)
    .like("semi-conducteurs"),
    DOCUMENT,
];

pub(super) static ROUTES: &[Route] = &[
    Route::new(
        "/documents/{document}",
        "document",
        (
            "un document, passage par passage, avec ce qui en est cité",
            "a document, passage by passage, with what of it is cited",
        ),
        Gives::Json(schema::<ReaderView>),
        |call| json(&view::reader_view(call.dataset(), document(call)?)),
    )
    .places(&[DOCUMENT]),
    Route::new(
        "/documents/{document}/{at}",
        "passage",
        ("un passage, par son lieu: «s2 ¶1»", "a passage, by its place: “s2 ¶1”"),
        Gives::Json(schema::<PassageView>),
        passage,
    )
    .places(&[
        DOCUMENT,
        Param::new("at", Values::Text { most: 60 }, ("le lieu d’un passage", "the place of a passage"))
            .like("s2 ¶1"),
    ]),
    Route::new(
        "/search",
        "search",
        ("chercher dans les documents", "search in the documents"),
        Gives::Json(schema::<SearchView>),
        |call| {
            let only = call.given.get("document").map(|_| document(call)).transpose()?;
            json(&view::search_view(call.dataset(), call.given.get("q").unwrap_or_default(), only))
        },
    )
    .takes(&[&SOUGHT, &[LANG]]),
    Route::new(
        "/report",
        "report",
        ("l’analyse des lacunes, à imprimer", "the gap analysis, to print"),
        Gives::Media(&[HTML, MARKDOWN]),
        whole,
    )
    .takes(&[&DATES, &ASSUMED, &REPORT]),
    Route::new(
        "/report/{actor}",
        "reportOfActor",
        ("la fiche d’un partenaire, à imprimer", "the profile of a partner, to print"),
        Gives::Media(&[HTML, MARKDOWN]),
        partner,
    )
    .places(&[actor("actor")])
    .takes(&[&DATES, &ASSUMED, &REPORT]),
    Route::new(
        "/cite",
        "cite",
        ("comment citer une vue", "how to cite a view"),
        Gives::Media(&[PLAIN, BIBTEX, CSL]),
        cite,
    )
    .takes(&[&DATES, &CITED]),
    Route::new(
        "/method",
        "method",
        ("ce qui est compté, et comment", "what is counted, and how"),
        Gives::Media(&[MARKDOWN]),
        |call| text(MARKDOWN, report::method_markdown(call.dataset(), call.lang())),
    ),
];

/// The document that the path or the query names.
pub(in crate::server) fn document(call: &Call<'_>) -> Result<SourceId, Refusal> {
    let id = call.given.get("document").unwrap_or_default();
    let absent = || Refusal::absent(say("il n’y a pas ce document", "there is no such document"));
    call.dataset().source_by_id(id).map(|(id, _)| id).ok_or_else(absent)
}

fn passage(call: &Call<'_>) -> Answer {
    let (id, at) = (document(call)?, call.given.get("at").unwrap_or_default());
    let source = call.dataset().source(id);
    let Some(passage) = source.document.passage(at) else {
        let at = shown(at);
        return Err(Refusal::absent(say(
            format!(
                "il n’y a pas de passage «{at}» dans {}; les lieux s’écrivent «s2 ¶1», «n14», «point 9»",
                source.id
            ),
            format!(
                "there is no passage «{at}» in {}; places are written «s2 ¶1», «n14», «point 9»",
                source.id
            ),
        )));
    };
    json(&view::passage_view(call.dataset(), id, passage))
}

fn whole(call: &Call<'_>) -> Answer {
    let (explorer, goals) = (call.explorer()?, super::findings::goals(call)?);
    if call.given.get("format") == Some("md") {
        return text(MARKDOWN, report::goals_markdown(&goals, call.lang()));
    }
    let (network, _) = view::picture_view(&explorer, &Filter::default());
    text(HTML, report::goals_html(&goals, &network, call.lang()))
}

fn partner(call: &Call<'_>) -> Answer {
    let view = super::network::profile_of(call)?;
    match call.given.get("format") {
        Some("md") => text(MARKDOWN, report::profile_markdown(&view, call.lang())),
        _ => text(HTML, report::profile_html(&view, call.lang())),
    }
}

/// The verbs whose views can be cited.
const VERBS: [&str; 11] =
    ["gaps", "rank", "actions", "show", "path", "draw", "whatif", "moves", "compare", "robustness", "report"];

fn cite(call: &Call<'_>) -> Answer {
    let explorer = call.explorer()?;
    let given = call.given.get("view").unwrap_or("gaps");
    let Some(mut words) = split_words(given) else {
        return Err(excluded("view", "un guillemet n’est pas fermé", "a quotation mark is not closed"));
    };
    if words.first().is_some_and(|w| w == "relier") {
        words.remove(0);
    }
    if !words.first().is_some_and(|w| VERBS.contains(&w.as_str())) {
        let (verb, list) = (shown(words.first().map_or("", |w| w)), VERBS.join(", "));
        return Err(excluded(
            "view",
            &format!("«{verb}» ne montre pas de vue; une vue commence par: {list}"),
            &format!("«{verb}» shows no view; a view begins with: {list}"),
        ));
    }
    let dates = view::dates_view(&explorer);
    for (option, own) in [("--as-of", &dates.as_of), ("--known", &dates.known)] {
        if take_option(&mut words, option).is_some_and(|given| given != *own) {
            let name = option.trim_start_matches('-');
            return Err(excluded(
                "view",
                &format!("la vue dit un autre jour que la requête; donnez-le par «{name}» seul"),
                &format!("the view says another day than the request; give it by «{name}» alone"),
            ));
        }
    }
    let folder = explorer.dataset.folder.as_deref();
    if take_option(&mut words, "--data").is_some_and(|given| Some(given.as_str()) != folder) {
        return Err(excluded(
            "view",
            "la vue lit un autre jeu de données que celui qui est servi; retirez --data",
            "the view reads another dataset than the one that is served; leave --data away",
        ));
    }
    // Two days are compared by their own option.
    if !words.iter().any(|w| w == "--dates") {
        words.extend(["--as-of", &dates.as_of, "--known", &dates.known].map(str::to_owned));
    }
    let command: Vec<String> = words.iter().map(|w| quoted_word(w)).collect();
    let view = CitedView {
        command: format!("relier {}{}", command.join(" "), folder_option(folder)),
        dates,
        dataset: view::dataset_view(&explorer.dataset),
    };
    match call.given.get("format").unwrap_or("text") {
        "bibtex" => text(BIBTEX, report::cite_bibtex(&view, call.lang())),
        "csl-json" => {
            let items = serde_json::to_string_pretty(&report::cite_csl(&view, call.lang()))
                .map_err(|e| Refusal::internal(e.to_string()))?;
            text(CSL, items)
        }
        _ => text(PLAIN, report::cite_text(&view, call.lang())),
    }
}
