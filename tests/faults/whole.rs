//! Completeness: rows, examples, duplicates, places, mentions, scope lines and proper names.

use super::fixture::{Fixture, Wanted, list};
use super::{ACTIONS, ACTORS, COUNTRIES, INSTRUMENTS, JOIN, SCOPE};

// Rows

#[test]
fn a_missing_annex_row() {
    // Row 3 names no partner, so that nothing else depends on its record.
    Fixture::new().without(ACTIONS, "annex-3").assert_only(true, &Wanted {
        file: JOIN,
        place: "⟦Promouvoir une connectivité sécurisée dans les pays partenaires de la stratégie «Global Gateway» |",
        record: "action annex-3",
        what: &["annex 3 title has no record"],
        mend: &["[[action]] id = \"annex-3\""],
    });
}

#[test]
fn a_missing_example() {
    Fixture::new().without(ACTIONS, "example-16").assert_only(
        true,
        &Wanted {
            file: JOIN,
            place: "⟦·L’UE collaborera avec les États membres pour définir les domaines",
            record: "action example-16",
            what: &["example 16 has no record"],
            mend: &["[[action]] id = \"example-16\""],
        },
    );
}

#[test]
fn a_row_that_the_annex_does_not_have() {
    let broken = Fixture::new().edit_in(ACTIONS, "annex-3", "row = 3", "row = 51").edit(
        ACTIONS,
        "id = \"annex-3\"\n",
        "id = \"annex-51\"\n",
    );
    let faults = broken.faults(false);
    broken.assert_among(
        &faults,
        &Wanted {
            file: ACTIONS,
            place: "id = ⟦\"annex-51\"",
            record: "action annex-51",
            what: &["the annex has no row 51"],
            mend: &["from 1 to 50"],
        },
    );
}

#[test]
fn an_id_that_does_not_say_which_row_it_is() {
    let broken = Fixture::new().edit_in(ACTIONS, "annex-3", "row = 3", "row = 5");
    let faults = broken.faults(false);
    broken.assert_among(
        &faults,
        &Wanted {
            file: ACTIONS,
            place: "id = ⟦\"annex-3\"",
            record: "action annex-3",
            what: &["its id says which"],
            mend: &["row = N"],
        },
    );
}

#[test]
fn a_cell_that_reads_otherwise() {
    for (from, to, column, exact) in [
        (
            "title = \"Soutien à la",
            "title = \"Soutiens à la",
            "title",
            "«Soutien à la connectivité de l’Arctique»",
        ),
        (
            "partners = \"Japon, États-Unis,",
            "partners = \"Japon, États Unis,",
            "partners",
            "«Japon, États-Unis, Canada, Groenland»",
        ),
        ("calendar = \"2025-2030\"", "calendar = \"2025–2030\"", "calendar", "«2025-2030»"),
    ] {
        let place = to.replacen('"', "⟦\"", 1);
        let what = format!("the {column} cell of row 1 reads otherwise");
        Fixture::new().edit_in(ACTIONS, "annex-1", from, to).assert_only(
            true,
            &Wanted {
                file: ACTIONS,
                place: &place,
                record: "action annex-1",
                what: &[&what],
                mend: &["copy it letter for letter", exact],
            },
        );
    }
}

#[test]
fn a_cell_that_is_missing() {
    let broken = Fixture::new().edit_in(ACTIONS, "annex-1", "calendar = \"2025-2030\"\n", "");
    broken.assert_only(
        true,
        &Wanted {
            file: ACTIONS,
            place: "id = ⟦\"annex-1\"\n",
            record: "action annex-1",
            what: &["the calendar cell is missing"],
            mend: &["add: calendar = \"2025-2030\""],
        },
    );
}

// Where

#[test]
fn where_says_a_place_that_does_not_name_the_participant() {
    let broken = Fixture::new().edit(
        ACTIONS,
        "actor = \"GRL\"\nwhere = [\"description\", \"column\"]",
        "actor = \"GRL\"\nwhere = [\"title\", \"description\", \"column\"]",
    );
    broken.assert_only(
        true,
        &Wanted {
            file: ACTIONS,
            place: "actor = \"GRL\"\nwhere = [⟦\"title\"",
            record: "action annex-1",
            what: &["annex 1 title does not name GRL"],
            mend: &["remove the place"],
        },
    );
}

#[test]
fn where_leaves_out_a_place_that_names_the_participant() {
    let broken = Fixture::new().edit(
        ACTIONS,
        "actor = \"GRL\"\nwhere = [\"description\", \"column\"]",
        "actor = \"GRL\"\nwhere = [\"description\"]",
    );
    broken.assert_only(
        true,
        &Wanted {
            file: ACTIONS,
            place: "actor = ⟦\"GRL\"\nwhere",
            record: "action annex-1",
            what: &["annex 1 partners names GRL, but `where` does not say so"],
            mend: &["add \"column\" to where"],
        },
    );
}

// Duplicates

#[test]
fn an_id_given_twice() {
    let broken = Fixture::new().edit(INSTRUMENTS, "id = \"DD-ARG\"\n", "id = \"DD-MEX\"\n");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DD-MEX\"\nkind = \"DD\"\nnames = { fr = \"Dialogue numérique UE-Argentine\"",
            record: "tie DD-MEX",
            what: &["the id «DD-MEX» is given twice"],
            mend: &["an id of its own"],
        },
    );
}

#[test]
fn a_row_coded_twice() {
    let text = Fixture::new();
    let actions = text.text(ACTIONS);
    let start = actions.find("[[action]]\nid = \"annex-3\"").unwrap();
    let end = start + 10 + actions[start + 10..].find("\n[[action]]").unwrap();
    let again = actions[start..end].to_owned();
    let broken = Fixture::new().append(ACTIONS, &again);
    let faults = broken.faults(true);
    let [fault] = &faults[..] else { panic!("{}", list(&faults)) };
    assert_eq!((fault.file.as_str(), fault.record.as_str()), (ACTIONS, "tie annex-3"));
    assert!(fault.what.en.contains("the id «annex-3» is given twice"), "{fault}");
    let text = broken.text(ACTIONS);
    assert_eq!(fault.line, text[..text.rfind("id = \"annex-3\"").unwrap()].matches('\n').count() + 1);
}

#[test]
fn an_actor_given_twice_and_an_instrument_with_the_id_of_an_actor() {
    let broken = Fixture::new().edit(COUNTRIES, "id = \"NRU\"\n", "id = \"NPL\"\n");
    let faults = broken.faults(false);
    let told = faults.iter().find(|f| f.what.en.contains("the id «NPL» is given twice"));
    assert!(told.is_some_and(|f| f.file == COUNTRIES && f.record == "actor NPL"), "{}", list(&faults));
    let broken = Fixture::new().edit(INSTRUMENTS, "id = \"DD-ARG\"\n", "id = \"ARG\"\n");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"ARG\"\n",
            record: "tie ARG",
            what: &["the id «ARG» is given twice"],
            mend: &["an id of its own"],
        },
    );
}

#[test]
fn the_same_tie_under_two_ids() {
    let text = Fixture::new();
    let instruments = text.text(INSTRUMENTS);
    let start = instruments.find("[[instrument]]\nid = \"DD-MEX\"").unwrap();
    let end = start + 10 + instruments[start + 10..].find("\n[[").unwrap();
    let again = instruments[start..end].replace("DD-MEX", "DIALOGUE-MEX");
    Fixture::new().append(INSTRUMENTS, &again).assert_only(
        true,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DIALOGUE-MEX\"",
            record: "instrument DIALOGUE-MEX",
            what: &["the same tie as DD-MEX: same kind, same parties"],
            mend: &["one record with the citations of both"],
        },
    );
}

#[test]
fn same_as_that_names_no_other_tie() {
    let broken = Fixture::new().edit_in(
        ACTIONS,
        "annex-9",
        "\"FORUM-CLEAN_ENERGY_MINISTERIAL\"",
        "\"FORUM-CLEAN_ENERGY\"",
    );
    broken.assert_only(
        true,
        &Wanted {
            file: ACTIONS,
            place: "same_as = [⟦\"FORUM-CLEAN_ENERGY\"",
            record: "tie annex-9",
            what: &["same_as names «FORUM-CLEAN_ENERGY», which is no other tie"],
            mend: &["did you mean «FORUM-CLEAN_ENERGY_MINISTERIAL»?"],
        },
    );
    let itself =
        Fixture::new().edit_in(ACTIONS, "annex-9", "\"FORUM-CLEAN_ENERGY_MINISTERIAL\"", "\"annex-9\"");
    let faults = itself.faults(true);
    assert!(faults.len() == 1 && faults[0].what.en.contains("«annex-9»"), "{}", list(&faults));
}

// Mentions

#[test]
fn a_mention_that_nothing_accounts_for() {
    let line = "[[scope]]\nat = [\"n5\"]\nactor = \"WTO\"\nreason = \"Source of a trade statistic («Voir source OMC»).\"\n";
    Fixture::new().edit(SCOPE, line, "").assert_only(
        true,
        &Wanted {
            file: JOIN,
            place: "Voir source ⟦OMC",
            record: "mention of WTO",
            what: &["«OMC» (WTO) is named in n5 and nothing accounts for it"],
            mend: &["add a tie that cites n5", "card", "[[scope]] at = [\"n5\"], actor = \"WTO\""],
        },
    );
}

#[test]
fn a_participant_forgotten_in_a_row() {
    // The row still cites the cell; Greenland is named there and takes no part.
    let broken = Fixture::new().edit(
        ACTIONS,
        "[[action.participant]]
actor = \"GRL\"
where = [\"description\", \"column\"]
cite = [
  { at = \"annex 1 description\", quote = \"faciliter les flux de données fiables entre l’UE, le Groenland, le Canada, les États-Unis et le Japon\" },
  { at = \"annex 1 partners\", quote = \"Japon, États-Unis, Canada, Groenland\" },
]
",
        "",
    );
    let faults = broken.faults(true);
    assert_eq!(faults.len(), 2, "{}", list(&faults));
    for (place, at) in [
        ("données fiables entre l’UE, le ⟦Groenland", "annex 1 description"),
        ("Japon, États-Unis, Canada, ⟦Groenland |", "annex 1 partners"),
    ] {
        broken.assert_among(
            &faults,
            &Wanted {
                file: JOIN,
                place,
                record: "mention of GRL",
                what: &["«Groenland» (GRL) is named in", at],
                mend: &["add a tie that cites", at],
            },
        );
    }
}

#[test]
fn a_scope_line_that_accounts_for_nothing() {
    let broken = Fixture::new().edit(SCOPE, "at = [\"n5\"]", "at = [\"n5\", \"n6\"]");
    broken.assert_only(
        true,
        &Wanted {
            file: SCOPE,
            place: "at = [\"n5\", ⟦\"n6\"]",
            record: "scope WTO",
            what: &["n6 does not name this actor"],
            mend: &["remove the locator"],
        },
    );
}

#[test]
fn a_scope_line_with_a_wrong_place_actor_or_document() {
    for (from, to, place, what, mend) in [
        (
            "at = [\"n5\"]\nactor",
            "at = [\"n5\", \"n99\"]\nactor",
            "at = [\"n5\", ⟦\"n99\"]",
            "has no passage «n99»",
            "passage",
        ),
        (
            "at = [\"n5\"]\nactor = \"WTO\"",
            "at = [\"n5\"]\nactor = \"WT0\"",
            "actor = ⟦\"WT0\"",
            "there is no actor «WT0»",
            "did you mean «WTO»?",
        ),
        (
            "at = [\"n5\"]\nactor",
            "document = \"join-2025-14\"\nat = [\"n5\"]\nactor",
            "document = ⟦\"join-2025-14\"",
            "there is no document «join-2025-14»",
            "existing",
        ),
    ] {
        let broken = Fixture::new().edit(SCOPE, from, to);
        let faults = broken.faults(true);
        let record = if to.contains("WT0") { "scope WT0" } else { "scope WTO" };
        broken.assert_among(&faults, &Wanted { file: SCOPE, place, record, what: &[what], mend: &[mend] });
    }
}

#[test]
fn a_proper_name_that_nobody_knows() {
    Fixture::new().edit(SCOPE, "words = [\"Nokia\", \"Ericsson\"]", "words = [\"Ericsson\"]").assert_only(
        true,
        &Wanted {
            file: JOIN,
            place: "sur un banc d’essai de la 5G, ⟦Nokia et Ericsson",
            record: "name Nokia",
            what: &["«Nokia» in annex 16 description is a name that neither the actors nor the terms know"],
            mend: &["alias", "[[term]] of scope.toml"],
        },
    );
}

#[test]
fn a_country_without_its_name_is_an_unknown_name() {
    // The alias table is complete: what it loses is missed.
    let broken = Fixture::new().edit(COUNTRIES, "fr = \"Groenland\"", "fr = \"Kalaallit Nunaat\"");
    let faults = broken.faults(true);
    let told = faults.iter().any(|f| f.record == "name Groenland" && f.file == JOIN);
    assert!(told, "{}", list(&faults));
}

#[test]
fn a_term_that_stands_nowhere() {
    Fixture::new()
        .edit(SCOPE, "words = [\"Nokia\", \"Ericsson\"]", "words = [\"Nokia\", \"Ericsson\", \"Siemens\"]")
        .assert_only(
            true,
            &Wanted {
                file: SCOPE,
                place: "\"Ericsson\", ⟦\"Siemens\"",
                record: "term",
                what: &["«Siemens» stands nowhere in the documents"],
                mend: &["remove it, or correct its spelling"],
            },
        );
}

#[test]
fn an_alias_of_a_forum_that_is_dropped_is_missed() {
    let broken = Fixture::new().edit(
        ACTORS,
        "names = { fr = \"ICANN\", en = \"ICANN\" }",
        "names = { fr = \"Icann\", en = \"ICANN\" }",
    );
    let faults = broken.faults(true);
    assert!(faults.iter().any(|f| f.record == "name ICANN"), "{}", list(&faults));
    assert!(
        faults.iter().any(|f| f.record == "actor ICANN" && f.file == ACTORS),
        "its card no longer names it"
    );
}
