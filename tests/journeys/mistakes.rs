//! What people get wrong on the command line: each is refused with what is wrong and how to mend it, and nothing is written.

use tempfile::TempDir;

use super::{good, relier, words};

/// A command line (`~` stands for a space inside a word), its exit code, and what the refusal must say.
type Mistake = (&'static str, i32, &'static [&'static str]);

const VERBS: [Mistake; 9] = [
    ("gap", 2, &["did you mean", "gaps"]),
    ("drow wheel", 2, &["did you mean", "draw"]),
    ("chek", 2, &["did you mean", "check"]),
    ("gaps deepn", 2, &["«deepn»", "deepen"]),
    ("gaps all", 2, &["«all»", "approfondir, agrandir, relier, renforcer"]),
    ("moves foo", 2, &["«foo»", "deepen, enlarge, connect or secure"]),
    ("robustness foo", 2, &["«foo»", "deepen"]),
    ("rank closness", 2, &["«closness»", "closeness"]),
    ("draw whel", 2, &["did you mean", "wheel"]),
];

const DATES: [Mistake; 12] = [
    ("gaps --as-of 2025-13-01", 2, &["--as-of", "months run from 01 to 12"]),
    ("gaps --as-of 2025-02-30", 2, &["--as-of", "no such day"]),
    ("gaps --as-of yesterday", 2, &["--as-of", "«yesterday»", "four digits", "2025-05-07"]),
    ("actions --as-of 01/03/2026", 2, &["--as-of", "«01/03/2026»", "2025-05-07"]),
    ("gaps --as-of 2025", 2, &["a day is wanted here"]),
    ("gaps --known 2020-01-01", 2, &["--known", "2025-06-05"]),
    ("compare --dates x 2026-03-01", 2, &["--dates", "«x»", "2025-05-07"]),
    ("compare --dates 2025-06-05 2026-02-29", 2, &["--dates", "«2026-02-29»"]),
    ("compare --dates 2025-06-05", 2, &["takes 2 values", "given here: 1"]),
    ("compare JAPAN --dates 2025-06-05 2026-03-01", 2, &["not both"]),
    ("rank degree --known 1", 2, &["--known", "«1»"]),
    ("report JAPAN --as-of 20251120", 2, &["--as-of", "«20251120»"]),
];

const ACTORS: [Mistake; 15] = [
    ("show Japn", 2, &["«Japn»", "JPN (Japon, Japan)"]),
    ("report Japn", 2, &["«Japn»", "JPN"]),
    ("draw ego Japn", 2, &["«Japn»", "JPN"]),
    ("draw ego", 2, &["relier draw ego JAPAN"]),
    ("path Japn KOREA", 2, &["«Japn»", "JPN"]),
    ("path JAPAN", 2, &["<TO>"]),
    ("path JAPAN JPN", 2, &["«JAPAN»", "«JPN»", "the same actor"]),
    ("compare JAPAN", 2, &["1 actor;", "two to four"]),
    ("compare JAPAN JAPAN", 2, &["twice"]),
    ("compare JAPAN KOREA INDIA CANADA BRAZIL", 2, &["5 actors", "two to four"]),
    ("report EU", 2, &["no partner", "relier show EU"]),
    ("report G7", 2, &["no partner", "relier show G7"]),
    ("show s99~¶1", 2, &["«s99 ¶1»", "\"s1 ¶1\""]),
    ("rank degree --focus Japn", 2, &["«Japn»", "JPN"]),
    ("show ", 2, &["<WHAT>"]),
];

const CHOICES: [Mistake; 19] = [
    ("gaps --lang de", 2, &["«de»", "fr, en"]),
    ("check --lang xx", 2, &["«xx»", "fr, en"]),
    ("gaps --format docx", 2, &["«docx»", "md, html, json, csv, xlsx"]),
    ("export foo", 2, &["«foo»", "graphml"]),
    ("draw wheel --area FOO", 2, &["--area", "«FOO»", "CON, AI"]),
    ("draw wheel --kind FOO", 2, &["--kind", "«FOO»", "partner, grouping"]),
    ("draw wheel --state foo", 2, &["--state", "«foo»", "proposed"]),
    ("draw wheel --instrument DPP", 2, &["--instrument", "«DPP»", "DP"]),
    ("draw wheel --theme pink", 2, &["«pink»", "light, dark, print"]),
    ("draw wheel --engine nope", 2, &["«nope»", "neato"]),
    ("draw wheel --width -5", 2, &["--width", "-5 is not between 200 and 10000"]),
    ("draw wheel --dpi 300", 2, &["--format png"]),
    ("rank degree --replicates -1", 2, &["--replicates", "«-1»", "from 0"]),
    ("robustness --replicates many", 2, &["--replicates", "«many»", "whole number"]),
    ("moves connect --seats 1", 2, &["--seats", "not between 2 and 20"]),
    ("moves deepen --budget 0", 2, &["--budget", "between 1 and 100"]),
    ("serve --port 99999", 2, &["--port", "65535"]),
    ("cite --view rm~-rf", 2, &["--view", "«rm»"]),
    ("cite --view gaps~secur", 2, &["«secur»", "secure"]),
];

const EDITS: [Mistake; 9] = [
    ("whatif", 2, &["--scenario FILE or --edit"]),
    ("whatif --edit add", 2, &["the kind is missing"]),
    ("whatif --edit add~SDP", 2, &["a tie without a party", "add DP NOR"]),
    ("whatif --edit add~SDP~Japn", 2, &["«Japn»", "--edit:1:9", "JPN"]),
    ("whatif --edit add~XYZ~CAN", 2, &["«XYZ»", "--edit:1:5", "SDP"]),
    ("whatif --edit frobnicate~X", 2, &["«frobnicate»", "add, extend, drop"]),
    ("whatif --edit drop~NOPE", 2, &["«NOPE»", "relier show"]),
    ("whatif --edit state~DTA-SGP~activ", 2, &["did you mean «active»"]),
    ("whatif --scenario nowhere.toml", 1, &["cannot read nowhere.toml"]),
];

fn line(text: &str) -> Vec<String> {
    words(text).iter().map(|w| w.replace('~', " ")).collect()
}

fn refuses(mistakes: &[Mistake]) {
    for (text, code, said) in mistakes {
        let done = relier(&line(text));
        assert_eq!((done.code, done.out.as_str()), (*code, ""), "{text}: {}", done.err);
        for part in *said {
            assert!(done.err.contains(part), "{text}: no {part:?} in {}", done.err);
        }
        assert!(!done.err.contains("panicked") && done.err.lines().count() < 20, "{text}: {}", done.err);
    }
}

#[test]
fn a_wrong_verb_or_direction_is_answered_with_the_right_ones() {
    refuses(&VERBS);
}

#[test]
fn a_wrong_date_is_answered_with_the_option_and_a_date_that_would_do() {
    refuses(&DATES);
}

#[test]
fn a_wrong_actor_is_answered_with_the_nearest() {
    refuses(&ACTORS);
    // Without its accent, in either language, and by either code it is found.
    for name in ["Coree", "Corée", "korea", "KR", "KOR"] {
        assert!(good(&["show", name]).starts_with("# République de Corée (KOR)"), "{name}");
    }
}

#[test]
fn a_wrong_choice_is_answered_with_the_choices() {
    refuses(&CHOICES);
}

#[test]
fn a_wrong_edit_is_answered_with_its_place() {
    refuses(&EDITS);
}

#[test]
fn a_name_that_says_another_form_is_refused_before_anything_is_written() {
    let dir = TempDir::new().unwrap();
    for (text, name, said) in [
        ("draw wheel", "w.png", "did you mean the form png"),
        ("draw wheel --format png", "w.svg", "would hold png"),
        ("draw wheel", "w.docx", "would hold svg"),
        ("gaps secure", "g.html", "did you mean the form html"),
        ("report JAPAN", "j.pdf", "would hold html"),
        ("rank degree --format csv", "r.xlsx", "did you mean the form xlsx"),
        ("export graphml", "n.gexf", "did you mean the form gexf"),
        ("export bundle", "b.md", "would hold bundle"),
    ] {
        let path = dir.path().join(name);
        let done = relier(&[line(text), vec!["--output".into(), path.to_str().unwrap().into()]].concat());
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{text}: {}", done.err);
        assert!(done.err.contains(said), "{text}: {}", done.err);
        assert!(!path.exists(), "{text}");
    }
    // What fits, and what says nothing, is written.
    for (text, name) in [
        ("gaps secure --format html", "g.htm"),
        ("gaps secure", "g.txt"),
        ("gaps secure", "g"),
        ("export cytoscape", "n.cyjs"),
    ] {
        let path = dir.path().join(name);
        good(&[line(text), vec!["--output".into(), path.to_str().unwrap().into()]].concat());
        assert!(path.exists(), "{text}");
    }
}

#[test]
fn a_place_that_cannot_hold_a_file_is_told_with_the_remedy() {
    let dir = TempDir::new().unwrap();
    std::fs::write(dir.path().join("file"), "kept").unwrap();
    for (place, said) in [
        ("nowhere/g.md", ["there is no folder", "make it first"]),
        ("file/g.md", ["is a file and no folder", "another place"]),
        ("", ["it is a folder", "name of a file"]),
    ] {
        let path = dir.path().join(place);
        // The long work comes after: a bundle takes seconds, its refusal none.
        for text in ["gaps secure", "export bundle", "robustness --replicates 1000000"] {
            let done = relier(&[line(text), vec!["--output".into(), path.to_str().unwrap().into()]].concat());
            assert_eq!((done.code, done.out.as_str()), (1, ""), "{text}: {}", done.err);
            assert!(said.iter().all(|s| done.err.contains(s)), "{text}: {}", done.err);
        }
    }
    assert_eq!(std::fs::read_to_string(dir.path().join("file")).unwrap(), "kept");
}

#[test]
fn a_file_that_is_no_network_is_refused_by_name_line_and_column() {
    let dir = TempDir::new().unwrap();
    let cases: [(&str, &[u8], [&str; 2]); 11] = [
        ("empty.csv", b"", ["the file is empty", "empty.csv:1:1"]),
        ("blank.graphml", b" \n\n", ["the file is empty", "blank.graphml:1:1"]),
        ("one.csv", b"a\n", ["the two ends of a tie", "source,target"]),
        ("latin.csv", b"source,target\ncaf\xe9,b\n", ["byte 17 is not UTF-8", "latin.csv:2:4"]),
        ("utf16.graphml", b"\xff\xfe<\x00g\x00", ["not UTF-8", "save the file as UTF-8"]),
        ("wide.csv", b"source;target\na;b;c\n", ["3 values under 2 column names", "wide.csv:2:1"]),
        ("half.csv", b"source,target\na,\n", ["no target is given", "half.csv:2:1"]),
        (
            "cut.graphml",
            b"<graphml><graph><node id=\"a\"/>",
            ["the file ends inside <graph>", "save it anew"],
        ),
        ("cut.gexf", b"<gexf><graph><nodes><node id=\"x\"", ["no well-formed XML", "cut.gexf:1:21"]),
        ("pack.graphml", b"PK\x03\x04xxxx", ["neither GraphML nor GEXF nor an edge list", "--from"]),
        ("thing.json", b"{\"a\": 1}", ["neither GraphML nor GEXF nor an edge list", "--from"]),
    ];
    for (name, bytes, said) in cases {
        let (file, made) = (dir.path().join(name), dir.path().join("made"));
        std::fs::write(&file, bytes).unwrap();
        let done = relier(&["import", file.to_str().unwrap(), "--output", made.to_str().unwrap()]);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{name}: {}", done.err);
        assert!(
            done.err.starts_with("fault: ") && said.iter().all(|s| done.err.contains(s)),
            "{name}: {}",
            done.err
        );
        assert!(!made.exists() && !dir.path().join("made.part").exists(), "{name}");
        let french =
            relier(&["import", file.to_str().unwrap(), "--output", made.to_str().unwrap(), "--lang", "fr"])
                .err;
        assert!(french.starts_with("faute: ") && french.contains(" = remède: "), "{name}: {french}");
        assert!(
            said.iter()
                .all(|s| !french.contains(s) || s.contains(':') || s.starts_with("--") || s.contains(',')),
            "{french}"
        );
    }
}

#[test]
fn an_import_says_what_it_made_in_the_language_that_is_asked_for() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("one.csv");
    std::fs::write(&file, "source,target,weight\na,b,2\nb,c,\n").unwrap();
    for (lang, said) in [
        (
            "fr",
            [
                "note: le fichier ne dit pas sa date: il est daté du 1970-01-01",
                "note: non repris: 1 poids",
                "contient 3 acteurs et 2 liens; ensuite: relier check --data",
                "--lang fr",
            ],
        ),
        (
            "en",
            [
                "note: the file says no date of its own",
                "note: not kept: 1 weights",
                "3 actors and 2 ties are in",
                "next: relier check --data",
            ],
        ),
    ] {
        let made = dir.path().join(lang);
        let done = relier(&["import", file.to_str().unwrap(), "-o", made.to_str().unwrap(), "--lang", lang]);
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
        for words in said {
            assert!(done.err.contains(words), "{lang}: no «{words}» in {}", done.err);
        }
    }
}

#[test]
fn nobody_listening_any_more_is_no_failure() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("one.csv");
    std::fs::write(&file, "a\n").unwrap();
    // A pipe whose reader is gone, on standard error and on standard output.
    for (line, code) in
        [(vec!["import", file.to_str().unwrap(), "--output", "x"], 1), (vec!["check", "--mentions"], 0)]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = std::process::Command::new(assert_cmd::cargo::cargo_bin!("relier"))
            .args(&line)
            .current_dir(dir.path())
            .stdout(writer.try_clone().unwrap())
            .stderr(writer)
            .status()
            .unwrap();
        assert_eq!(done.code(), Some(code), "{line:?}");
    }
}

#[test]
fn check_counts_in_both_languages() {
    let (fr, en) = (good(&words("check --lang fr")), good(&words("check --lang en")));
    assert!(fr.ends_with("aucune faute\n") && en.ends_with("no fault\n"), "{fr}{en}");
    let numbers = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_ascii_digit()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    assert_eq!(numbers(&fr), numbers(&en));
    assert_eq!(good(&["check"]), en, "talk is English unless told");
}
