//! Several faults are all told at once, in the order of files and lines; and the example of the format's README is true.

use assert_cmd::cargo::cargo_bin_cmd;
use relier::seed::Fault;
use tempfile::TempDir;

use super::fixture::{Fixture, list};
use super::{ACTIONS, ACTORS, COUNTRIES, INSTRUMENTS, JOIN_CARD, MEMBERSHIPS, SCOPE, TAXONOMY};

fn two(broken: &Fixture, first: (&str, &str), second: (&str, &str)) {
    let faults = broken.faults(false);
    assert_eq!(faults.len(), 2, "{}", list(&faults));
    for (fault, (record, what)) in faults.iter().zip([first, second]) {
        assert!(
            fault.record == record && fault.what.en.contains(what),
            "{record}, {what}:\n{}",
            list(&faults)
        );
    }
}

#[test]
fn two_faults_in_one_record() {
    let broken = Fixture::new()
        .edit_in(INSTRUMENTS, "DTA-SGP", "from = \"2025-05-07\"", "from = \"2025-05-37\"")
        .edit_in(INSTRUMENTS, "DTA-SGP", "a été signé", "fut signé");
    two(&broken, ("instrument DTA-SGP", "2025-05-37"), ("instrument DTA-SGP", "does not stand"));
}

#[test]
fn two_faults_in_two_records_of_a_file() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "a été signé", "fut signé").edit_in(
        INSTRUMENTS,
        "HE-CHE",
        "legs = [\"association\"]",
        "legs = [\"asociation\"]",
    );
    two(&broken, ("instrument DTA-SGP", "does not stand"), ("instrument HE-CHE", "asociation"));
}

#[test]
fn two_faults_in_two_files() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "a été signé", "fut signé").edit_in(
        ACTIONS,
        "annex-1",
        "until = \"2030\"",
        "until = \"2024\"",
    );
    two(&broken, ("action annex-1", "it ends"), ("instrument DTA-SGP", "does not stand"));
}

/// One fault in each file that can have one, with words by which it is known.
fn one_in_each_file() -> (Fixture, [(&'static str, &'static str); 8]) {
    let broken = Fixture::new()
        .edit_in(ACTIONS, "annex-1", "until = \"2030\"", "until = \"2024\"")
        .edit_in(ACTORS, "LAC4", "level = \"agenda\"", "level = \"agneda\"")
        .edit_in(COUNTRIES, "FRA", "stratum = \"member-state\"", "stratum = \"others\"")
        .edit(JOIN_CARD, "sha256 = \"36", "sha256 = \"46")
        .edit_in(INSTRUMENTS, "DTA-SGP", "a été signé", "fut signé")
        .edit_in(MEMBERSHIPS, "G7", "checked = \"2026-01-22\"", "checked = \"2026-01-32\"")
        .edit(SCOPE, "at = [\"n5\"]", "at = [\"n5\", \"n6\"]")
        .edit_in(TAXONOMY, "TTC", "bindingness = \"political\"", "bindingness = \"politcal\"");
    let known = [
        (ACTIONS, "it ends (2024) before it begins"),
        (ACTORS, "«agneda»"),
        (COUNTRIES, "the stratum and the members of EU"),
        (JOIN_CARD, "is not the document that was coded"),
        (INSTRUMENTS, "does not stand in join-2025-140, n24"),
        (MEMBERSHIPS, "«2026-01-32»"),
        (SCOPE, "n6 does not name this actor"),
        (TAXONOMY, "«politcal»"),
    ];
    (broken, known)
}

#[test]
fn a_fault_in_each_file_is_told_at_once_in_the_order_of_files_and_lines() {
    let (broken, known) = one_in_each_file();
    let faults = broken.faults(true);
    for (file, what) in known {
        let told = faults.iter().filter(|f| f.file == file && f.what.en.contains(what)).count();
        assert_eq!(told, 1, "{file}: {what}\n{}", list(&faults));
    }
    let order = |f: &Fault| (f.file.clone(), f.line, f.column);
    assert!(faults.is_sorted_by_key(order), "{}", list(&faults));
}

#[test]
fn check_prints_every_fault_and_fails_and_no_other_verb_uses_the_dataset() {
    let (broken, known) = one_in_each_file();
    let dir = TempDir::new().unwrap();
    broken.write(dir.path());
    let done = cargo_bin_cmd!("relier").arg("check").arg("--data").arg(dir.path()).assert().code(1);
    let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    for fault in broken.faults(true) {
        assert!(told.contains(&fault.to_string()), "not printed: {fault}");
    }
    for (file, what) in known {
        assert!(told.contains(file) && told.contains(what), "{file}: {what}");
    }
    let count = broken.faults(true).len();
    assert!(told.trim_end().ends_with(&format!("{count} faults")), "{told}");
    assert!(!String::from_utf8_lossy(&done.get_output().stdout).contains("no fault"));

    for verb in [
        &["gaps"][..],
        &["actions"],
        &["rank", "degree"],
        &["show", "JPN"],
        &["export", "json"],
        &["path", "JPN", "KOR"],
        &["serve", "--port", "0"],
    ] {
        let done = cargo_bin_cmd!("relier").args(verb).arg("--data").arg(dir.path()).assert().code(1);
        let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        assert!(done.get_output().stdout.is_empty(), "{verb:?}");
        assert!(told.contains("the dataset has faults and is not used"), "{verb:?}: {told}");
        assert!(
            told.contains("-->") && told.contains("relier check --data ") && told.contains("lists them all"),
            "{verb:?}: {told}"
        );
    }
}

// The example of seeds/README.md

/// The fenced blocks of a kind in the chapter on adding a tie, in order.
fn blocks(kind: &str) -> Vec<String> {
    let text = include_str!("../../seeds/README.md");
    let chapter = text.split_once("## Example: adding a tie").unwrap().1;
    let fence = format!("```{kind}\n");
    chapter.split(fence.as_str()).skip(1).map(|b| b.split_once("```").unwrap().0.to_owned()).collect()
}

/// Faults as the README shows them: without the blank line at the end.
fn printed(faults: &[Fault]) -> String {
    faults.iter().map(|f| format!("{f}\n")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_of_the_format_is_what_the_check_says_letter_for_letter() {
    let (texts, records) = (blocks("text"), blocks("toml"));
    let [mention, hurried, last] = &texts[..] else { panic!("{texts:?}") };
    let [record, citations] = &records[..] else { panic!("{records:?}") };

    // The record of the dialogue with Mexico is taken out as if it had never been written.
    let without = Fixture::new().without(INSTRUMENTS, "DD-MEX");
    let faults: Vec<Fault> = without.faults(true).into_iter().filter(|f| f.what.en.contains("n14")).collect();
    assert_eq!(printed(&faults), *mention);

    // Then it is added in a hurry: the first fault stays, three more are told. Line numbers follow the file's length.
    let added = without.clone().append(INSTRUMENTS, record);
    let faults: Vec<Fault> = added.faults(true).into_iter().filter(|f| f.file == INSTRUMENTS).collect();
    assert_eq!(printed(&faults), *hurried);

    // Mended but for the sentence that calls the note.
    let mended = record
        .replace("parties = [\"MX\"]", "parties = [\"MEX\"]")
        .replace("state = \"activ\"", "state = \"active\"")
        .replace("l'Argentine, l'Australie", "l’Argentine, l’Australie");
    let one_left = without.clone().append(INSTRUMENTS, &mended).faults(true);
    let one_left: Vec<Fault> = one_left.into_iter().filter(|f| f.file == INSTRUMENTS).collect();
    assert_eq!(printed(&one_left), *last);

    // And with both citations: no fault about it is left.
    let cite = mended.lines().find(|l| l.starts_with("cite")).unwrap();
    let whole = without.append(INSTRUMENTS, &mended.replace(cite, citations.trim_end()));
    let rest: Vec<Fault> = whole.faults(true).into_iter().filter(|f| f.file == INSTRUMENTS).collect();
    assert_eq!(rest, []);
}
