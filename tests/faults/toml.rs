//! Files that are no TOML, or not the records that they should hold: what can be read is read.

use super::fixture::{Fixture, Wanted, list};
use super::{ACTIONS, ACTORS, COUNTRIES, INSTRUMENTS, JOIN_CARD, MEMBERSHIPS, SCOPE, TAXONOMY};

#[test]
fn an_unknown_field() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DD-MEX", "parties = [\"MEX\"]", "partys = [\"MEX\"]");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: INSTRUMENTS,
            place: "⟦partys = [\"MEX\"]",
            record: "instrument DD-MEX",
            what: &["unknown field `partys`", "`parties`"],
            mend: &["remove the field or spell it"],
        },
    );
}

#[test]
fn a_missing_field() {
    for (field, line) in
        [("state", "state = \"active\"\n"), ("parties", "parties = [\"MEX\"]\n"), ("kind", "kind = \"DD\"\n")]
    {
        let broken = Fixture::new().edit_in(INSTRUMENTS, "DD-MEX", line, "");
        let faults = broken.faults(false);
        let told: Vec<_> = faults.iter().filter(|f| f.record == "instrument DD-MEX").collect();
        let [fault] = &told[..] else { panic!("{field}: {}", list(&faults)) };
        assert!(fault.what.en.contains(&format!("missing field `{field}`")), "{fault}");
        assert!(fault.mend.en.contains("add the field"), "{fault}");
        let (record, _) = broken.place(INSTRUMENTS, "⟦id = \"DD-MEX\"");
        let next = broken.place(INSTRUMENTS, "⟦id = \"DD-ARG\"").0;
        assert!(fault.file == INSTRUMENTS && (record - 1..next - 1).contains(&fault.line), "{fault}");
    }
}

#[test]
fn a_citation_without_a_quotation() {
    let sentence =
        ", quote = \"L’accord sur le commerce numérique entre l’UE et Singapour a été signé le 7 mai 2025.\"";
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", sentence, "");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: INSTRUMENTS,
            place: "⟦{ at = \"n24\" }",
            record: "instrument DTA-SGP",
            what: &["missing field `quote`"],
            mend: &["add the field", "seeds/README.md"],
        },
    );
}

/// Of an instrument, an action, a participant, a list of members and a change of it.
#[test]
fn a_note_in_one_language() {
    for (note, what, mend) in [
        ("{ fr = \"Une remarque.\" }", "missing field `en`", "add the field"),
        ("{ en = \"A remark.\" }", "missing field `fr`", "add the field"),
        ("\"A remark.\"", "invalid type: string \"A remark.\"", "the type"),
    ] {
        for (file, id, before, record) in [
            (INSTRUMENTS, "DD-MEX", "kind = \"DD\"\n", "instrument DD-MEX"),
            (ACTIONS, "annex-32", "row = 32\n", "action annex-32"),
            (ACTIONS, "annex-2", "actor = \"ENLARGEMENT\"\n", "action annex-2"),
            (MEMBERSHIPS, "G7", "certainty = \"high\"\n", "membership G7"),
            (MEMBERSHIPS, "ASEAN", "member = \"TLS\"\n", "membership ASEAN"),
        ] {
            let broken = Fixture::new().edit_in(file, id, before, &format!("{before}note = {note}\n"));
            let place = format!("note = ⟦{note}");
            broken.assert_among(
                &broken.faults(false),
                &Wanted { file, place: &place, record, what: &[what], mend: &[mend, "seeds/README.md"] },
            );
        }
    }
}

#[test]
fn a_value_of_the_wrong_type() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DD-MEX", "parties = [\"MEX\"]", "parties = \"MEX\"");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = ⟦\"MEX\"",
            record: "instrument DD-MEX",
            what: &["invalid type", "expected a list"],
            mend: &["type", "seeds/README.md"],
        },
    );
    let broken = Fixture::new().edit_in(ACTIONS, "annex-3", "row = 3", "row = \"three\"");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: ACTIONS,
            place: "row = ⟦\"three\"",
            record: "action annex-3",
            what: &["invalid type"],
            mend: &["type"],
        },
    );
}

#[test]
fn a_row_that_is_no_small_number() {
    let broken = Fixture::new().edit_in(ACTIONS, "annex-3", "row = 3", "row = 300");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: ACTIONS,
            place: "row = ⟦300",
            record: "action annex-3",
            what: &["300"],
            mend: &["seeds/README.md"],
        },
    );
}

#[test]
fn an_unknown_table() {
    let broken = Fixture::new().append(SCOPE, "[[scop]]\nat = [\"n5\"]\n");
    broken.assert_only(
        true,
        &Wanted {
            file: SCOPE,
            place: "[[⟦scop]]",
            record: "scop",
            what: &["«scop» is no table of this file"],
            mend: &["scope, term"],
        },
    );
}

#[test]
fn a_version_that_is_no_string() {
    let text = Fixture::new();
    let line = text.text(ACTORS).lines().find(|l| l.starts_with("version")).unwrap().to_owned();
    let broken = Fixture::new().edit(ACTORS, &line, "version = 1");
    let faults = broken.faults(true);
    assert!(faults.len() == 1 && faults[0].file == ACTORS, "{}", list(&faults));
    assert!(faults[0].what.en.contains("«version» should be a string"), "{}", faults[0]);
}

#[test]
fn a_card_with_an_unknown_field() {
    let broken = Fixture::new().edit(JOIN_CARD, "language = \"fr\"", "language = \"fr\"\nlangage = \"fr\"");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: JOIN_CARD,
            place: "⟦langage = ",
            record: "card join-2025-140",
            what: &["unknown field `langage`"],
            mend: &["remove the field"],
        },
    );
}

#[test]
fn a_syntax_error_is_told_once_and_does_not_hide_the_other_files() {
    let broken = Fixture::new()
        .edit(INSTRUMENTS, "parties = [\"MEX\"]", "parties = [\"MEX\"")
        .edit_in(ACTIONS, "annex-3", "state = \"active\"", "state = \"activ\"")
        .edit_in(MEMBERSHIPS, "G7", "\"JPN\"", "\"JAP\"");
    let faults = broken.faults(true);
    let [state, syntax, member] = &faults[..] else { panic!("three were planted:\n{}", list(&faults)) };
    assert!(state.record == "action annex-3" && state.what.en.contains("«activ»"), "{state}");
    assert!(member.record == "membership G7" && member.what.en.contains("«JAP»"), "{member}");
    // A bracket is missed where the next line begins.
    let (line, _) = broken.place(INSTRUMENTS, "parties = [\"MEX\"⟦\n");
    assert_eq!((syntax.file.as_str(), syntax.line, syntax.column), (INSTRUMENTS, line + 1, 1), "{syntax}");
    assert!(syntax.mend.en.contains("correct the TOML here"), "{syntax}");
}

#[test]
fn records_before_and_after_a_syntax_error_are_still_read() {
    // A quotation mark is missing in one record; there is a fault in one before and in one after it.
    let broken = Fixture::new()
        .edit_in(INSTRUMENTS, "TTC-USA", "state = \"active\"", "state = \"activ\"")
        .edit(INSTRUMENTS, "id = \"TTC-IND\"\n", "id = \"TTC-IND\n")
        .edit_in(INSTRUMENTS, "DTA-SGP", "from = \"2025-05-07\"", "from = \"2025-05-37\"");
    let faults = broken.faults(true);
    let [before, syntax, after] = &faults[..] else { panic!("three were planted:\n{}", list(&faults)) };
    assert!(before.record == "instrument TTC-USA" && before.what.en.contains("«activ»"), "{before}");
    assert_eq!(syntax.line, broken.place(INSTRUMENTS, "id = ⟦\"TTC-IND\n").0, "{syntax}");
    assert!(after.record == "instrument DTA-SGP" && after.what.en.contains("2025-05-37"), "{after}");
}

#[test]
fn a_syntax_error_in_any_file_is_one_fault() {
    for (file, from, to) in [
        (ACTIONS, "names = { fr = \"GovTech4all\"", "names = { fr = \"GovTech4all"),
        (ACTORS, "id = \"LAC4\"", "id = LAC4"),
        (COUNTRIES, "id = \"JPN\"", "id \"JPN\""),
        (INSTRUMENTS, "parties = [\"MEX\"]", "parties = [\"MEX\""),
        (MEMBERSHIPS, "group = \"G7\"", "group = \"G7\" \"G8\""),
        (SCOPE, "at = [\"n5\"]", "at = [\"n5\"]]"),
        (TAXONOMY, "id = \"standards\"", "id == \"standards\""),
    ] {
        let broken = Fixture::new().edit(file, from, to);
        let faults = broken.faults(true);
        let [fault] = &faults[..] else { panic!("{file}:\n{}", list(&faults)) };
        let text = broken.text(file);
        let line = text[..text.find(to).unwrap()].matches('\n').count() + 1;
        assert_eq!(fault.file, file);
        assert!((line..=line + 1).contains(&fault.line), "{fault}");
    }
}

#[test]
fn a_file_that_is_no_toml_at_all() {
    let mut broken = Fixture::new();
    broken.files.files.insert(SCOPE.to_owned(), "<html>not a dataset</html>\n".to_owned());
    let faults = broken.faults(true);
    assert!(faults.len() == 1 && faults[0].file == SCOPE && faults[0].line == 1, "{}", list(&faults));
}

#[test]
fn what_refers_to_a_record_that_could_not_be_read_is_not_told_as_missing() {
    // Latin America and the Caribbean loses its names: the ties that name it are not at fault.
    let names =
        "names = { fr = \"Amérique latine et Caraïbes\", en = \"Latin America and the Caribbean\" }\n";
    let broken = Fixture::new().edit(ACTORS, names, "");
    let faults = broken.faults(false);
    let [fault] = &faults[..] else { panic!("{}", list(&faults)) };
    assert!(fault.record == "actor LAC" && fault.what.en.contains("missing field `names`"), "{fault}");
}
