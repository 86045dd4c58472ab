//! Each way to attack the report meets its answer on the page where the reader would raise it.

use crate::text;

/// The command whose report raises the objection; what its answer says there, in French and in English.
const ATTACKS: [(&str, &str, &str, &str); 14] = [
    ("your hub is an artefact", "gaps connect", "Sans l’UE (", "Without the EU ("),
    (
        "your hub is an artefact",
        "rank betweenness",
        "Elle est mise à part et n’a pas de rang",
        "It is set apart and has no rank",
    ),
    (
        "absence of evidence",
        "gaps deepen",
        "Le silence des deux documents ne dit pas que rien n’existe",
        "The silence of the two documents does not say that nothing exists",
    ),
    (
        "absence of evidence",
        "gaps secure",
        "absence établie par une liste fermée",
        "an absence established by a closed list",
    ),
    (
        "a region is not a country",
        "gaps deepen",
        "Ce qui passe par un groupement ne comble aucun vide du membre",
        "What comes through a grouping closes no gap of the member",
    ),
    ("signed, negotiated, in force", "gaps enlarge", "Signé n’est pas en vigueur", "Signed is not in force"),
    (
        "the same fact three times",
        "gaps deepen",
        "le même fait dit trois fois compte une fois",
        "the same fact said three times counts once",
    ),
    (
        "everyone is in the ITU",
        "gaps connect",
        "un organisme universel (plus de 60)",
        "a universal body (more than 60)",
    ),
    ("your coding is arbitrary", "gaps deepen", "Autres codages", "Other codings"),
    ("one long sentence", "gaps deepen", "un seul endroit: ", "one place alone: "),
    (
        "you rank countries",
        "gaps enlarge",
        "Les fronts ordonnent par dominance, sans pondération",
        "Fronts order by dominance, without weights",
    ),
    ("you recommend", "gaps enlarge", "Un calcul, non un conseil", "A computation, not advice"),
    (
        "old documents",
        "gaps secure",
        "«relier actions» dit ce qu’une source nouvelle devrait confirmer",
        "“relier actions --lang en” says what a new source should confirm",
    ),
    (
        "a model invented it",
        "gaps secure",
        "que «relier check» retrouve lettre pour lettre",
        "which “relier check --lang en” finds letter for letter",
    ),
];

#[test]
fn each_attack_meets_its_answer_where_it_would_be_raised() {
    for (lang, french) in [("fr", true), ("en", false)] {
        let mut printed: std::collections::BTreeMap<&str, String> = std::collections::BTreeMap::new();
        for (attack, command, fr, en) in ATTACKS {
            let report = printed
                .entry(command)
                .or_insert_with(|| text(&command.split(' ').chain(["--lang", lang]).collect::<Vec<_>>()));
            let answer = if french { fr } else { en };
            assert!(
                report.contains(answer),
                "{attack}: relier {command} --lang {lang} does not say «{answer}»"
            );
        }
        // Both dates stand in every one of them.
        let dates = if french {
            "État au 20 novembre 2025 d’après les sources publiées au 20 novembre 2025"
        } else {
            "As of 20 November 2025 from sources published by 20 November 2025"
        };
        assert!(printed.values().all(|r| r.contains(dates)));
    }
}

#[test]
fn the_page_answers_what_its_commands_answer() {
    for (lang, french) in [("fr", true), ("en", false)] {
        let page = text(&["report", "--lang", lang]);
        // As text: marks of language and the escapes of an apostrophe aside.
        let plain: String = {
            let mut out = String::new();
            let mut inside = false;
            for c in page.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    c if !inside => out.push(c),
                    _ => {}
                }
            }
            out
        };
        for (attack, command, fr, en) in ATTACKS {
            if command.starts_with("gaps") {
                let answer = if french { fr } else { en };
                assert!(plain.contains(answer), "{attack}: the page in {lang} does not say «{answer}»");
            }
        }
    }
}

#[test]
fn the_method_answers_the_objections_in_both_languages() {
    for (lang, title) in [("fr", "## Objections"), ("en", "## Objections")] {
        let method = text(&["method", "--lang", lang]);
        let answers = method.split_once(title).unwrap().1;
        let lines: Vec<&str> = answers.lines().filter(|l| l.starts_with("- **")).collect();
        // The twelve above, and that two documents say little, which the other texts measure.
        assert_eq!(lines.len(), 12 + 1, "{lang}");
        assert!(lines.iter().all(|l| l.split("** ").nth(1).is_some_and(|a| a.len() > 30)), "{lang}");
    }
}
