//! A dataset in a folder: every command that is printed reads that folder again, and runs in a shell as it is printed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use relier::explorer::split_words;
use serde_json::Value;

use crate::numbers::{LANGS, REPORTS, recomputed};
use crate::page::{commands, parse};
use crate::{bytes, copy, text};

/// A folder whose name a shell takes apart unless it is quoted, with a copy of the seeds in which one state is another.
fn folder(name: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let own = dir.path().join(name);
    copy(Path::new("seeds"), &own);
    let file = own.join("instruments.toml");
    let old = std::fs::read_to_string(&file).unwrap();
    let (before, japan) = old.split_at(old.find("id = \"DP-JPN\"").unwrap());
    let changed = japan.replacen("state = \"active\"", "state = \"agreed\"", 1);
    assert_ne!(changed, japan);
    std::fs::write(file, format!("{before}{changed}")).unwrap();
    (dir, own)
}

/// What a shell prints for a command line as it stands.
fn typed(line: &str) -> Vec<u8> {
    let program = Path::new(env!("CARGO_BIN_EXE_relier"));
    let path = std::env::join_paths(
        std::iter::once(program.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    let done = Command::new("sh").args(["-c", line]).env("PATH", path).output().unwrap();
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// A command of the program on a folder.
fn on(folder: &Path, line: &str) -> Vec<u8> {
    let mut words = split_words(line).unwrap();
    words.extend(["--data".to_owned(), folder.to_str().unwrap().to_owned()]);
    bytes(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What else has a command under it.
const MORE: [&str; 10] = [
    "rank betweenness --without-eu",
    "rank degree --replicates 5 --seed 3",
    "show DP-JPN",
    "show JPN --edit 'drop DD-BRA'",
    "path MEX AUS --without-eu",
    "sources",
    "report JPN --format md",
    "gaps secure --additional --as-of 2026-03-01 --known 2026-03-01",
    "compare --edit 'add DP NOR' --against-edit 'drop DD-BRA'",
    "moves deepen --budget 1 --edit 'add DP NOR'",
];

#[test]
fn every_command_of_a_report_reads_the_folder_that_the_report_read() {
    let (_kept, own) = folder("mes données l'UE $HOME");
    let mut ran = BTreeSet::new();
    for report in REPORTS.iter().map(|(report, _)| *report).chain(MORE) {
        for lang in LANGS {
            let line = format!("{report} --lang {lang}");
            let whole = String::from_utf8(on(&own, &line)).unwrap();
            let printed: Vec<&str> = whole.split('`').filter(|t| t.starts_with("relier ")).collect();
            assert!(!printed.is_empty(), "{line}");
            for command in &printed {
                assert!(command.contains(" --data "), "{line}: {command}");
            }
            let last = printed.last().unwrap();
            // A profile without a form is the page that is printed; of all four directions each has its own command.
            let form = if report.starts_with("report") { " --format md" } else { "" };
            if report != "gaps" {
                let again = typed(&format!("{last}{form}"));
                assert!(again == whole.as_bytes(), "{line}: {last} prints something else");
            }
            ran.extend(printed.into_iter().map(str::to_owned));
        }
    }
    assert!(ran.len() > 200, "{} commands", ran.len());
    // Each runs: those of the parts in a shell as they stand, one of each verb and part; the others have printed their numbers.
    let mut parts = BTreeSet::new();
    for command in &ran {
        let verb: Vec<&str> = command.split(" --as-of ").next().unwrap().split(' ').take(5).collect();
        if parts.insert(verb) {
            typed(command);
        }
    }
    assert!(parts.len() > 60, "{parts:?}");
}

#[test]
fn every_number_is_printed_by_its_command_on_the_folder_and_not_on_the_program_s_own_dataset() {
    let (_kept, own) = folder("my data");
    for lang in LANGS {
        for report in ["gaps", "moves connect", "compare JPN CAN", "report JPN --format md"] {
            let whole = String::from_utf8(on(&own, &format!("{report} --lang {lang}"))).unwrap();
            let (numbers, missing) = recomputed(&whole);
            assert!(missing.is_empty(), "{report}: {}", missing.join("\n"));
            assert!(numbers > 5, "{report}: {numbers}");
        }
        // Without the folder the same commands print other numbers: the test can tell.
        let whole = String::from_utf8(on(&own, &format!("gaps --lang {lang}"))).unwrap();
        let option = format!(" --data \"{}\"", own.display());
        assert!(whole.contains(&option));
        assert!(!recomputed(&whole.replace(&option, "")).1.is_empty());
    }
}

/// The commands that sentences name: between the quotation marks of either language.
fn named(text: &str) -> Vec<String> {
    let marks = [('«', '»'), ('“', '”')];
    let mut out = Vec::new();
    for (open, close) in marks {
        for part in text.split(open).skip(1) {
            let words = part.split(close).next().unwrap();
            if words.starts_with("relier ") {
                out.push(words.to_owned());
            }
        }
    }
    out
}

#[test]
fn commands_within_sentences_name_the_folder_the_dates_and_the_assumptions_and_run_as_printed() {
    let (_kept, own) = folder("mes données");
    let mut ran = BTreeSet::new();
    let assumed = "gaps secure --additional --as-of 2026-03-01 --known 2026-03-01 --edit 'add DP NOR'";
    for (line, least) in [
        ("gaps", 3),
        (assumed, 4),
        ("report JPN --format md", 2),
        ("report JPN", 3),
        ("report", 4),
        ("compare JPN KOR --format html", 1),
        ("whatif --edit 'add DP NOR' --additional", 1),
        ("robustness deepen --replicates 5 --additional", 1),
    ] {
        for lang in LANGS {
            let told = String::from_utf8(on(&own, &format!("{line} --lang {lang}"))).unwrap();
            // A page breaks a long command where a line may end, and writes its quotation marks as they stand.
            let told = told.replace("<wbr>", "").replace("&quot;", "\"").replace("&#39;", "'");
            let found: BTreeSet<String> = named(&told).into_iter().collect();
            assert!(found.len() >= least, "{line} {lang}: {found:?}");
            for command in &found {
                assert!(command.contains(" --data "), "{line} {lang}: {command}");
                assert_eq!(command.contains(" --lang en"), lang == "en", "{line}: {command}");
                // The sources are cited from the documents alone, and the check asks for no day.
                let alone = ["relier check", "relier sources", "relier method"]
                    .iter()
                    .any(|v| command.starts_with(v));
                if line == assumed && command.starts_with("relier sources") {
                    assert!(command.contains(" --as-of 2026-03-01 --known 2026-03-01"), "{command}");
                }
                if line == assumed && !alone {
                    assert!(
                        command.contains(" --as-of 2026-03-01 --known 2026-03-01 --additional"),
                        "{command}"
                    );
                    assert!(command.contains(" --edit \"add DP NOR\""), "{command}");
                }
            }
            ran.extend(found);
        }
    }
    for command in &ran {
        typed(command);
    }
    // Under the program's own dataset nothing is added; on another day the day is.
    let whole = text(&["gaps", "secure", "--lang", "en"]);
    assert!(named(&whole).contains(&"relier robustness --lang en".to_owned()), "{:?}", named(&whole));
    let earlier = text(&["gaps", "secure", "--lang", "en", "--known", "2025-06-05"]);
    assert!(
        named(&earlier).iter().any(|c| c == "relier actions --as-of 2025-11-20 --known 2025-06-05 --lang en"),
        "{:?}",
        named(&earlier)
    );
    // The method names commands too.
    for lang in LANGS {
        let method = String::from_utf8(on(&own, &format!("method --lang {lang}"))).unwrap();
        let printed: Vec<&str> = method.split('`').filter(|t| t.starts_with("relier ")).collect();
        assert!(printed.len() > 10 && printed.iter().all(|c| c.contains(" --data ")), "{printed:?}");
        for command in printed.iter().filter(|c| c.contains(" gaps ") && !c.contains("DIR")) {
            typed(command);
        }
    }
    // A refusal names the command that does it.
    let refused = Command::new(env!("CARGO_BIN_EXE_relier"))
        .args(["report", "G7", "--lang", "fr", "--data"])
        .arg(&own)
        .output()
        .unwrap();
    let told = String::from_utf8(refused.stderr).unwrap();
    let [command] = &named(&told)[..] else { panic!("{told}") };
    assert!(command.starts_with("relier show G7 --data "), "{command}");
    typed(command);
}

/// Every command in a JSON value.
fn inside(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with("relier ") => out.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|v| inside(v, out)),
        Value::Object(fields) => fields.values().for_each(|v| inside(v, out)),
        _ => {}
    }
}

#[test]
fn commands_in_json_in_pages_and_in_files_for_other_programs_read_it_too() {
    let (_kept, own) = folder("my \"data\" `x`");
    for line in [
        "gaps secure --format json",
        "report JPN --format json",
        "moves secure --format json",
        "actions --format json",
        "rank degree --format json",
        "robustness secure --replicates 5 --format json",
        "compare JPN KOR --format json",
        "whatif --edit 'add DP NOR' --format json",
        "path JPN KOR --format json",
    ] {
        let whole = on(&own, line);
        let mut found = Vec::new();
        inside(&serde_json::from_slice(&whole).unwrap(), &mut found);
        assert!(!found.is_empty(), "{line}");
        let mut same = 0;
        for command in found {
            assert!(command.contains(" --data "), "{line}: {command}");
            if typed(&format!("{command} --format json")) == whole {
                same += 1;
            }
        }
        assert!(same > 0, "{line}: no command prints it again");
    }
    for line in
        ["report", "report JPN --lang en", "compare JPN KOR --format html", "moves secure --format html"]
    {
        let page = String::from_utf8(on(&own, line)).unwrap();
        let printed = commands(&parse(&page));
        assert!(!printed.is_empty(), "{line}");
        let option = format!(" --data '{}'", own.display());
        for command in &printed {
            assert!(command.contains(&option), "{line}: {command}");
        }
        typed(&printed[printed.len() / 2]);
    }
    for line in [
        "export json",
        "export jsonld",
        "export graphml",
        "export csv --table about",
        "cite --view 'gaps secure'",
    ] {
        let told = String::from_utf8_lossy(&on(&own, line)).into_owned();
        assert!(line == "export json" || told.contains("--data"), "{line}");
    }
}

#[test]
fn two_datasets_are_compared_by_a_command_that_names_both() {
    let (_kept, own) = folder("my data");
    let (_other, second) = folder("the other one");
    std::fs::copy("seeds/instruments.toml", second.join("instruments.toml")).unwrap();
    for lang in LANGS {
        // The one in the program with the one in a folder, and two folders.
        let line = format!("compare --against \"{}\" --lang {lang}", second.display());
        let alone = text(&split_words(&line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
        let both = String::from_utf8(on(&own, &line)).unwrap();
        assert_ne!(alone, both);
        for (whole, named) in [(alone, 1), (both, 2)] {
            let printed: Vec<&str> = whole.split('`').filter(|t| t.starts_with("relier ")).collect();
            let last = printed.last().unwrap();
            let options = [" --against \"", " --data \""].map(|o| last.matches(o).count());
            assert_eq!(options.iter().sum::<usize>(), named, "{last}");
            assert!(typed(last) == whole.as_bytes(), "{last} prints something else");
            assert!(recomputed(&whole).1.is_empty());
        }
    }
}
