//! Sentences that a hostile reader would turn against the report: silence told as absence, a number out of nothing, one thing by two
//! words, words of a third language without their mark.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{json, text, words};

fn told(line: &str, lang: &str) -> String {
    let args = relier::explorer::split_words(&format!("{line} --lang {lang}")).unwrap();
    text(&args.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The three lists of notes 12 to 14 are closed and of 5 June 2025: it is they that say who holds nothing, and nobody else does.
#[test]
fn a_candidate_is_told_by_the_closed_lists_and_its_criteria_by_the_corpus() {
    for (lang, lists, on, silence) in [
        ("fr", "ne figurent dans aucune des trois listes fermées, au 5 juin 2025", "au corpus, ", "n’ont ni"),
        ("en", "stand in none of the three closed lists, on 5 June 2025", "on record, ", "have no"),
    ] {
        let out = told("gaps enlarge", lang);
        let headline = out.lines().find(|l| l.starts_with("**26 ")).unwrap();
        assert!(headline.contains(lists) && !headline.contains(silence), "{headline}");
        let candidates: Vec<&str> =
            out.lines().filter(|l| l.starts_with("- ") && l.contains("(front ")).collect();
        assert_eq!(candidates.len(), 26);
        for line in candidates {
            assert!(line.split_once("): ").unwrap().1.starts_with(on), "{line}");
        }
    }
}

/// A front has no order and the budget does not choose in it, so nothing in it closes a gap after another.
#[test]
fn the_states_of_a_front_are_no_sequence() {
    for (lang, front, never) in
        [("fr", "(au premier front; ", "en tout"), ("en", "(in the first front; ", "in all")]
    {
        let out = told("moves enlarge --only moves", lang);
        let lines: Vec<&str> = out.lines().filter(|l| l.starts_with("1. ") || l.starts_with("2. ")).collect();
        assert!(lines.len() == 2 && lines.iter().all(|l| l.contains(front) && !l.contains(never)), "{out}");
    }
    // Where moves follow each other, they are counted so.
    assert!(told("moves connect --only moves", "en").contains("in all"));
}

/// 50 rows and 32 examples are the actions; the other ties that the documents state are the instruments.
#[test]
fn what_awaits_and_what_is_to_be_verified_is_counted_out_of_something() {
    let ties = json(&["export", "json", "--class", "stated"])["ties"].as_array().unwrap().clone();
    let instruments = ties.iter().filter(|t| t["kind"] != "ACTION" && t["kind"] != "MEMBER").count();
    let view = json(&["actions", "--format", "json"]);
    assert_eq!(view["instruments"], instruments);
    let awaited = view["awaited"].as_array().unwrap().len();
    for (lang, one, other) in [
        ("fr", format!("sur {instruments} instruments, {awaited} attendent"), "À vérifier"),
        ("en", format!("of {instruments} instruments, {awaited} await"), "To verify"),
    ] {
        let out = told("actions --as-of 2026-03-01", lang);
        let title =
            |start: &str| out.lines().find(|l| l.starts_with(&format!("## {start}"))).unwrap().to_owned();
        assert!(told("actions", lang).contains(&one), "{one}");
        assert!(
            title("Instruments ").ends_with(&format!(": {awaited} / {instruments}")),
            "{}",
            title("Instruments ")
        );
        assert!(title(other).ends_with(&format!(" / {}", 50 + 32 + awaited)), "{}", title(other));
        // Every list has a line, if only that it has none.
        let lines: Vec<&str> = out.lines().filter(|l| !l.is_empty()).collect();
        for (line, next) in lines.iter().zip(&lines[1..]) {
            assert!(!line.starts_with("## ") || next.starts_with("- "), "{line}, then {next}");
        }
    }
}

#[test]
fn actors_go_by_their_names_in_sentences() {
    for (lang, names, codes) in [
        ("fr", ["Argentine D6", "États-Unis"], ["ARG D6", "(USA)"]),
        ("en", ["Argentina D6", "United States"], ["ARG D6", "(USA)"]),
    ] {
        let out = told("robustness deepen --replicates 1 --only left-out", lang);
        assert!(names.iter().all(|n| out.contains(n)) && codes.iter().all(|c| !out.contains(c)), "{out}");
    }
    let out = told("whatif --edit 'state annex-27 JPN proposed' --only ties", "fr");
    assert!(
        out.contains("Japon: en cours ou en vigueur → prévu ou à l’examen") && !out.contains("JPN:"),
        "{out}"
    );
    let rank = told("rank betweenness --replicates 10 --top 3", "fr");
    let stays = rank.lines().find(|l| l.starts_with("Reste parmi")).unwrap();
    assert!(stays.contains("Japon ") && !stays.contains("JPN"), "{stays}");
    let path = told("path MEX AUS", "en");
    assert!(path.starts_with("# Mexico – Australia\n"), "{path}");
}

/// |A|, |A∪B| and what cannot be excluded are never read without each other, and the five values add up.
#[test]
fn the_three_shares_stand_under_every_matrix() {
    for (line, lang, open) in [
        ("gaps deepen", "fr", "ce qui ne peut être exclu"),
        ("gaps secure", "en", "what cannot be excluded"),
        ("report IND --format md", "fr", "ce qui ne peut être exclu"),
    ] {
        let view = json(
            &line.replace(" --format md", "").split(' ').chain(["--format", "json"]).collect::<Vec<_>>(),
        );
        let matrices = if view.is_array() { &view[0]["matrices"] } else { &view["matrices"] };
        let out = told(line, lang);
        for matrix in matrices.as_array().unwrap() {
            let cells: Vec<&str> = matrix["cells"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|r| r.as_array().unwrap())
                .map(|c| c["class"].as_str().unwrap())
                .collect();
            let count = |class: &str| cells.iter().filter(|c| **c == class).count();
            let (n, a, b) = (cells.len(), count("active"), count("planned"));
            let wanted =
                format!("= {n}. A {a}/{n}; A∪B {}/{n}; {open} (1 − ✗) {}/{n}.", a + b, n - count("absent"));
            assert!(out.contains(&wanted), "{line}: {wanted}");
        }
    }
}

#[test]
fn what_the_documents_do_not_say_has_one_word_in_tables_lines_and_method() {
    for (lang, word, never) in [("fr", "absent du corpus", "muet"), ("en", "not on record", "silent")] {
        let page = crate::page::parse(&told("report", lang));
        let key = page.named("table").into_iter().find(|t| t.has_class("key")).unwrap();
        assert!(key.named("th").iter().any(|h| h.text == word), "{lang}: {}", key.text);
        let cells: Vec<String> =
            page.named("td").iter().filter(|c| c.has_class("silent")).map(|c| c.text.clone()).collect();
        assert!(cells.len() > 90, "{lang}: {}", cells.len());
        for cell in cells {
            assert!(cell == "·" || cell.contains(word), "{lang}: {cell}");
            assert!(!cell.contains(never), "{lang}: {cell}");
        }
        let method = told("method", lang);
        assert!(method.contains(&format!("| · | {word} |")), "{lang}");
        assert!(told("gaps deepen", lang).contains(&format!("· {word} ")), "{lang}");
    }
}

#[test]
fn names_of_ties_in_a_list_stand_between_marks() {
    // «G7 et G20» is one action: in a list it must not read as two.
    let (fr, en) = (told("report JPN --only forums", "fr"), told("report JPN --only forums", "en"));
    assert!(fr.contains("«G7 et G20»") && en.contains("‘G7 and G20’"), "{fr}{en}");
}

#[test]
fn no_count_is_the_same_is_not_told_of_the_others() {
    for (lang, none, others) in
        [("fr", "aucun n’est le même", "les autres"), ("en", "none is the same", "the others")]
    {
        let out = told("robustness --replicates 1 --only headline", lang);
        let line = out.lines().find(|l| l.contains("comptes") || l.contains("counts, ")).unwrap();
        assert!(!line.contains(none) || !line.contains(others), "{line}");
    }
}

#[test]
fn a_citation_of_an_assumption_or_of_additional_sources_says_so() {
    for form in ["text", "bibtex", "csl"] {
        let cite = |view: &str| text(&["cite", "--lang", "en", "--format", form, "--view", view]);
        assert!(cite("gaps secure --edit 'add DP NOR'").contains("Assume: "), "{form}");
        assert!(cite("gaps secure --additional").contains("not machine-checked"), "{form}");
        let plain = cite("gaps secure");
        assert!(!plain.contains("Assume") && !plain.contains("not machine-checked"), "{form}: {plain}");
    }
}

#[test]
fn a_citation_of_a_view_that_counts_who_sits_where_names_the_lists() {
    for form in ["text", "bibtex", "csl"] {
        let cite = |view: &str| text(&["cite", "--lang", "en", "--format", form, "--view", view]);
        for view in ["gaps connect", "gaps", "rank degree", "compare JPN KOR", "draw wheel --without-eu"] {
            assert!(cite(view).contains("who sits where comes from dated public lists"), "{form}: {view}");
        }
        for view in ["gaps secure", "draw wheel", "show JPN", "actions"] {
            assert!(!cite(view).contains("public lists"), "{form}: {view}");
        }
    }
}

/// How each state is worded, by the method: one wording for each, in every report.
const STATES: [(&str, &str, &str); 4] = [
    ("proposed", "prévu ou à l’examen", "planned or under consideration"),
    ("negotiating", "en négociation", "under negotiation"),
    (
        "agreed",
        "conclu ou signé, entrée en vigueur non mentionnée",
        "concluded or signed, entry into force not mentioned",
    ),
    ("active", "en cours ou en vigueur", "running or in force"),
];

/// What the state «proposed» is called nowhere.
const OTHERWISE: [&str; 10] = [
    "à l’étude",
    "envisagé",
    "proposé",
    "projeté",
    "planifié",
    "en projet",
    "under study",
    "envisaged",
    "proposed",
    "under examination",
];

#[test]
fn a_state_is_called_by_one_wording_in_every_report() {
    let method = [("fr", told("method", "fr")), ("en", told("method", "en"))];
    assert!(
        method[0].1.contains("«prévu ou à l’examen»") && method[1].1.contains(STATES[0].2),
        "the method says it"
    );
    for (actor, lang) in [("JPN", "fr"), ("JPN", "en"), ("SGP", "fr"), ("IND", "en"), ("NOR", "fr")] {
        let view = json(&["show", actor, "--format", "json"]);
        let (shown, profile) =
            (told(&format!("show {actor}"), lang), told(&format!("report {actor} --format md"), lang));
        let mut seen = 0;
        for tie in view["ties"].as_array().unwrap() {
            let party = tie["parties"].as_array().unwrap().iter().find(|p| p["id"] == actor).unwrap();
            let Some((_, fr, en)) = STATES.iter().find(|(word, ..)| party["state"] == *word) else {
                continue;
            };
            let (name, state) = (tie["names"][lang].as_str().unwrap(), if lang == "fr" { fr } else { en });
            for report in [&shown, &profile] {
                let line = report.lines().find(|l| l.starts_with("- ") && l.contains(name)).unwrap();
                assert!(line.contains(&format!(": {state}")), "{actor} {lang}: «{state}» is not in {line}");
            }
            let own = told(&format!("show {}", tie["id"].as_str().unwrap()), lang);
            let who = view["node"]["names"][lang].as_str().unwrap();
            let line = own.lines().find(|l| l.starts_with(&format!("  - {who}"))).unwrap();
            assert!(line.ends_with(state), "{line}");
            seen += 1;
        }
        assert!(seen > 1, "{actor}: {seen} ties");
    }
    // Where a state comes by another way: assumed, compared, of an additional source, in the words of the page.
    for (line, lang, wanted) in [
        ("whatif --edit 'state DTA-SGP proposed'", "fr", STATES[0].1),
        ("whatif --edit 'state DTA-SGP proposed'", "en", STATES[0].2),
        ("sources", "fr", STATES[0].1),
        ("sources", "en", STATES[0].2),
        ("compare --dates 2025-06-05 2026-03-01", "fr", STATES[0].1),
        ("gaps enlarge --only trade", "fr", STATES[2].1),
        ("actions", "fr", ""),
        ("moves deepen", "en", ""),
    ] {
        let out = told(line, lang);
        assert!(out.contains(wanted), "{line} {lang}: «{wanted}»");
        for word in OTHERWISE {
            let prose = out.lines().filter(|l| !l.starts_with("- [") && !l.contains('`'));
            let found = prose
                .filter(|l| l.contains(&format!(": {word}")) || l.contains(&format!("→ {word}")))
                .count();
            assert_eq!(found, 0, "{line} {lang}: a state is called «{word}»");
        }
    }
}

/// The languages of the additional sources, as the seed has them.
fn languages() -> Vec<(String, String)> {
    let seed: toml::Value =
        toml::from_str(&std::fs::read_to_string("seeds/additional.toml").unwrap()).unwrap();
    let sources = seed["source"].as_array().unwrap();
    sources
        .iter()
        .map(|s| (s["id"].as_str().unwrap().to_owned(), s["language"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn words_in_another_language_than_the_readers_carry_their_mark() {
    let mark = "[source en anglais]";
    // Sources of membership are written down in English alone.
    for actor in ["JPN", "UKR", "CAN", "G7"] {
        let members = json(&["show", actor, "--format", "json"])["memberships"].as_array().unwrap().clone();
        assert!(!members.is_empty());
        let (fr, en) = (told(&format!("show {actor}"), "fr"), told(&format!("show {actor}"), "en"));
        for member in &members {
            let source = member["source"].as_str().unwrap();
            assert!(fr.contains(&format!("{mark} {source}")), "{actor}: {source}");
            assert!(en.contains(source) && !en.contains(&format!("{mark} {source}")), "{actor}: {source}");
        }
        assert_eq!(fr.matches(mark).count(), members.len(), "{actor}");
        assert!(!en.contains(mark));
    }
    for actor in ["JPN", "UKR"] {
        let forums = |view: &Value| {
            let sections = view["sections"].as_array().unwrap();
            sections.iter().find(|s| s["id"] == "forums").unwrap()["lines"].as_array().unwrap().len()
        };
        let n = forums(&json(&["report", actor, "--format", "json"]));
        let fr = told(&format!("report {actor} --only forums"), "fr");
        assert!(n > 3 && fr.matches(mark).count() == n, "{actor}: {n} forums");
        assert!(!told(&format!("report {actor} --only forums"), "en").contains(mark));
    }
    // Short quotations of other texts are in the language of the text.
    let view = json(&["sources", "--format", "json"]);
    let languages = languages();
    let language = |id: &Value| &languages.iter().find(|(s, _)| id == s).unwrap().1;
    let checks = view["checks"].as_array().unwrap().iter();
    let quoted: Vec<(&str, &str)> = checks
        .flat_map(|c| c["facts"].as_array().unwrap().iter().map(move |f| (f, &c["source"])))
        .chain(view["changes"].as_array().unwrap().iter().map(|c| (c, &c["source"])))
        .filter_map(|(f, source)| Some((f["short_quote"].as_str()?, language(source).as_str())))
        .collect();
    let spoken: BTreeSet<&str> = quoted.iter().map(|(_, l)| *l).collect();
    assert!(quoted.len() > 20 && spoken.len() > 1, "{spoken:?}");
    let (fr, en) = (text(&words("relier sources --lang fr")), text(&words("relier sources --lang en")));
    for (quote, language) in quoted {
        let (in_fr, in_en) = match language {
            "en" => (" [source en anglais]", ""),
            "es" => (" [source en espagnol]", " [source in Spanish]"),
            "de" => (" [source en allemand]", " [source in German]"),
            "ro" => (" [source en roumain]", " [source in Romanian]"),
            other => panic!("{other}"),
        };
        assert!(fr.contains(&format!("(brève citation{in_fr}: “{quote}”)")), "{language}: {quote}");
        assert!(en.contains(&format!("(short quotation{in_en}: “{quote}”)")), "{language}: {quote}");
    }
}
