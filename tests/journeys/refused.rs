//! Bad input: it is named, the nearest valid one is suggested, nothing is printed as data and nothing is changed.

use tempfile::TempDir;

use super::support::file;
use super::{relier, words};

/// A command line with a word that is wrong, and what must be said of it.
struct Bad {
    line: &'static str,
    code: i32,
    says: &'static [&'static str],
}

const fn usage(line: &'static str, says: &'static [&'static str]) -> Bad {
    Bad { line, code: 2, says }
}

const BAD: &[Bad] = &[
    // An unknown actor
    usage("show Japn", &["Japn", "JPN", "Japon"]),
    usage("path Japn KOR", &["no actor", "Japn", "did you mean", "JPN"]),
    usage("path JPN Corrée", &["Corrée", "did you mean", "KOR"]),
    usage("path JPN Qqqqq", &["no actor", "Qqqqq"]),
    usage("export json --focus Singapor", &["--focus", "Singapor", "SGP"]),
    usage("draw ego Canadaa --format dot", &["Canadaa", "CAN"]),
    // A wrong id
    usage("show annex-51", &["annex-51", "did you mean", "annex-"]),
    usage("show DP-JPM", &["DP-JPM", "did you mean", "DP-JPN"]),
    usage("show n99", &["n99", "did you mean"]),
    usage("show Qqqqq", &["Qqqqq", "no actor, tie, passage or document"]),
    // An impossible date
    usage("actions --as-of 2025-02-30", &["--as-of", "2025-02-30", "no such day"]),
    usage("actions --as-of 2025-13-01", &["--as-of", "2025-13-01", "months run from 01 to 12"]),
    usage("gaps --as-of hier", &["--as-of", "hier", "2025-05-07"]),
    usage("gaps --as-of 2025", &["--as-of", "2025", "a day is wanted"]),
    usage("show JPN --known 2025-11-31", &["--known", "2025-11-31", "no such day"]),
    usage("export json --known 1999-01-01", &["--known", "1999-01-01", "2025-06-05"]),
    // An unknown measure, goal, graph
    usage("rank betweeness", &["betweeness", "did you mean", "betweenness"]),
    usage("rank Qqqqq", &["Qqqqq", "degree", "betweenness", "constraint"]),
    usage("rank degree --graph actor", &["actor", "did you mean", "actors"]),
    usage("rank strength --graph incidence", &["strength", "not defined on this graph", "degree"]),
    usage("gaps renforcr", &["renforcr", "did you mean", "renforcer"]),
    usage("gaps depen", &["depen", "did you mean", "deepen"]),
    usage("gaps Qqqqq", &["Qqqqq", "deepen", "enlarge", "connect", "secure"]),
    // Words of the selection
    usage("export json --kind partners", &["--kind", "partners", "did you mean «partner»"]),
    usage("export json --instrument DPX", &["--instrument", "DPX", "did you mean «DP»"]),
    usage("export json --state activ", &["--state", "activ", "did you mean «active»"]),
    usage("export json --area CYP", &["--area", "CYP", "did you mean «CYB»"]),
    usage("export json --domain D12", &["--domain", "D12", "did you mean «D1"]),
    usage("export json --class stated,derive", &["--class", "derive", "did you mean «derived»"]),
    usage("export json --level workin", &["--level", "workin", "did you mean «working»"]),
    usage("export json --level universal", &["--level", "universal", "working or agenda"]),
    usage("export json --depth 0", &["--depth", "0", "from 1 to 6"]),
    usage("export json --depth 9", &["--depth", "9", "from 1 to 6"]),
    usage("export json --depth many", &["--depth", "many"]),
    usage("export json --without-eu --split-eu", &["--split-eu", "drop one of the two"]),
    // Words of the command
    usage("gaps --lang de", &["de", "fr, en"]),
    usage("gaps --format xml", &["xml", "md", "json", "csv"]),
    usage("gaps --as-off 2025-06-05", &["--as-off", "--as-of"]),
    usage("export xlm", &["xlm", "json"]),
    usage("draw whel", &["whel", "wheel"]),
    usage("draw wheel --engine noato", &["noato", "neato"]),
    usage("draw wheel --labels cor", &["cor", "core"]),
    usage("draw matrix --labels none", &["--labels", "none", "all or core"]),
    usage("draw matrix --level working", &["--level", "no table"]),
    usage("draw lattice --area CYB --level working", &["--level", "no table"]),
    usage("draw calendar --labels core", &["--labels", "core", "all"]),
    usage("draw wheel --format dot --caption x", &["--caption"]),
    usage("draw wheel --engine sfdp --labels core", &["--labels"]),
    usage("gap", &["gap", "gaps"]),
];

#[test]
fn bad_input_is_named_with_the_nearest_valid_one_and_prints_no_data() {
    for &Bad { line, code, says } in BAD {
        let done = relier(&words(line));
        assert_eq!(done.code, code, "{line}: {}", done.err);
        assert_eq!(done.out, "", "{line}: standard output is data");
        for word in says {
            assert!(done.err.contains(word), "{line}: «{word}» is not said: {}", done.err);
        }
        assert!(done.err.starts_with("error: "), "{line}: {}", done.err);
        assert!(!done.err.contains("panicked") && !done.err.contains("src/"), "{line}: {}", done.err);
    }
}

#[test]
fn nothing_is_written_when_the_input_is_bad() {
    let dir = TempDir::new().unwrap();
    let kept = dir.path().join("kept");
    std::fs::write(&kept, "what was there before").unwrap();
    for &Bad { line, code, .. } in BAD {
        let verb = line.split(' ').next().unwrap();
        if verb == "gap" {
            continue;
        }
        let done = relier(&[words(line), vec!["--output".into(), kept.to_str().unwrap().into()]].concat());
        assert_eq!(done.code, code, "{line}: {}", done.err);
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "what was there before", "{line}");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "{line} left something behind");
    }
}

#[test]
fn a_missing_argument_is_wrong_usage() {
    for (line, says) in
        [("rank", "MEASURE"), ("show", "WHAT"), ("path JPN", "TO"), ("export", "FORM"), ("draw ego", "ego")]
    {
        let done = relier(&words(line));
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{line}");
        assert!(done.err.contains(says), "{line}: {}", done.err);
    }
    let done = relier::<&str>(&[]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("Usage: relier"), "{}", done.err);
}

#[test]
fn hostile_words_are_refused_like_any_other() {
    let long = "a".repeat(100_000);
    for text in [
        "",
        " ",
        "'; DROP TABLE ties; --",
        "../../etc/passwd",
        "<script>",
        "\u{202e}NPJ",
        "\n",
        "%00",
        "-",
        &long,
    ] {
        for verb in ["show", "rank", "gaps"] {
            let done = relier(&[verb, "--", text]);
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{verb} {text:?}: {}", done.err);
            assert!(!done.err.contains("panicked"), "{verb} {text:?}");
        }
    }
}

// Datasets

/// The seeds in a folder of their own, with one change.
fn dataset(name: &str, from: &str, to: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    std::fs::create_dir(dir.path().join("documents")).unwrap();
    for (file, text) in &relier::seed::SeedFiles::embedded().files {
        let text = if file == name {
            assert!(text.contains(from), "«{from}» does not stand in {name}");
            text.replacen(from, to, 1)
        } else {
            text.clone()
        };
        std::fs::write(dir.path().join(file), text).unwrap();
    }
    dir
}

fn contents(dir: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    for folder in [dir.to_owned(), dir.join("documents")] {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
            out.push((entry.path().display().to_string(), std::fs::read(entry.path()).unwrap()));
        }
    }
    out.sort();
    out
}

#[test]
fn a_broken_dataset_is_named_with_file_line_and_mend_and_is_not_changed() {
    for (file, from, to, says) in [
        // TOML that breaks off
        (
            "instruments.toml",
            "parties = [\"MEX\"]",
            "parties = [\"MEX\"",
            &["instruments.toml:", "correct the TOML here"][..],
        ),
        // A missing quotation
        (
            "instruments.toml",
            "{ at = \"n12\", quote = \"Avec les États-Unis et l’Inde.\" }",
            "{ at = \"n12\" }",
            &["instruments.toml:", "TTC-USA", "missing field `quote`"],
        ),
        // A quotation that stands nowhere
        (
            "instruments.toml",
            "quote = \"Avec les États-Unis et l’Inde.\"",
            "quote = \"Avec les États-Unis et l'Inde.\"",
            &["TTC-USA", "n12", "«Avec les États-Unis et l’Inde.»"],
        ),
        (
            "instruments.toml",
            "parties = [\"USA\"]",
            "parties = [\"USB\"]",
            &["TTC-USA", "no actor «USB»", "did you mean «USA»?"],
        ),
        (
            "instruments.toml",
            "from = \"2025-05-07\"",
            "from = \"2025-05-32\"",
            &["DTA-SGP", "2025-05-32", "no such day"],
        ),
        ("instruments.toml", "at = \"n12\"", "at = \"n112\"", &["no passage «n112»", "n12"]),
        (
            "documents/join-2025-140.txt",
            "Avec les États-Unis",
            "Sans les États-Unis",
            &["SHA-256", "restore the document"],
        ),
    ] {
        let dir = dataset(file, from, to);
        let before = contents(dir.path());
        let data = dir.path().to_str().unwrap();
        for verb in ["check", "gaps", "actions", "export json", "show JPN", "rank degree", "draw wheel"] {
            let done = relier(&[words(verb), vec!["--data".into(), data.into()]].concat());
            assert_eq!(done.code, 1, "{verb}, {to}: {}", done.err);
            assert!(!done.out.contains("no fault"), "{verb}, {to}");
            assert!(verb == "check" || done.out.is_empty(), "{verb}, {to}: {}", done.out);
            if verb == "check" {
                for word in says {
                    assert!(done.err.contains(word), "{to}: «{word}» is not said:\n{}", done.err);
                }
            }
            assert!(
                done.err.contains("fault: ") && done.err.contains("= mend: "),
                "{verb}, {to}: {}",
                done.err
            );
        }
        assert_eq!(contents(dir.path()), before, "{to}");
    }
}

#[test]
fn the_repositorys_own_dataset_is_read_and_never_written() {
    let before = file("seeds/instruments.toml");
    for verb in ["check", "gaps", "export json"] {
        let folder = super::support::root().join("seeds");
        assert_eq!(
            relier(&[words(verb), vec!["--data".into(), folder.to_str().unwrap().into()]].concat()).code,
            0
        );
    }
    assert_eq!(file("seeds/instruments.toml"), before);
}

#[test]
fn faults_of_a_scenario_are_told_in_french_when_french_is_asked_for() {
    for words in [
        &["whatif", "--edit", "add DP Japn", "--lang", "fr"][..],
        &["gaps", "--edit", "add DP Japn", "--lang=fr"],
    ] {
        let done = relier(words);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
        for part in [
            "faute: il n’y a pas d’acteur «Japn»",
            "--> --edit:1:8",
            "= remède: vouliez-vous dire JPN",
            "le scénario a 1 faute",
        ] {
            assert!(done.err.contains(part), "«{part}» in {}", done.err);
        }
    }
    let plain = relier(&["whatif", "--edit", "add DP Japn"]);
    assert!(
        plain.err.contains("there is no actor «Japn»") && plain.err.contains("the scenario has 1 fault"),
        "{}",
        plain.err
    );
}

#[test]
fn one_actor_is_one() {
    let done = relier(&["compare", "JPN"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("1 actor; give two to four"), "{}", done.err);
}
