//! Words of closed vocabularies, ids, dates and parties.

use super::fixture::{Fixture, Wanted};
use super::{ACTIONS, ACTORS, COUNTRIES, INSTRUMENTS, JOIN_CARD, MEMBERSHIPS, TAXONOMY};

/// One edit in one record gives one fault on the value that was edited; without the completeness scan, since a record that
/// names nobody leaves mentions behind.
fn one_word(file: &str, id: &str, from: &str, to: &str, wanted: &Wanted<'_>) {
    Fixture::new().edit_in(file, id, from, to).assert_only(false, wanted);
}

// Actors

#[test]
fn an_unknown_actor_gets_the_nearest_one() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "parties = [\"MEX\"]",
        "parties = [\"MEC\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = [⟦\"MEC\"]",
            record: "instrument DD-MEX",
            what: &["there is no actor «MEC»"],
            mend: &["did you mean «MEX»?"],
        },
    );
}

#[test]
fn an_actor_like_no_other_is_to_be_added_first() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "parties = [\"MEX\"]",
        "parties = [\"ZZYZX\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = [⟦\"ZZYZX\"]",
            record: "instrument DD-MEX",
            what: &["there is no actor «ZZYZX»"],
            mend: &["add the actor to actors.toml or countries.toml first"],
        },
    );
}

#[test]
fn an_unknown_actor_among_the_participants_the_programmes_the_members_and_the_parts() {
    one_word(
        ACTIONS,
        "annex-16",
        "actor = \"CRI\"",
        "actor = \"CRY\"",
        &Wanted {
            file: ACTIONS,
            place: "actor = ⟦\"CRY\"",
            record: "action annex-16",
            what: &["there is no actor «CRY»"],
            mend: &["did you mean «CRI»?"],
        },
    );
    one_word(
        ACTIONS,
        "annex-1",
        "programmes = [\"CEF\"]",
        "programmes = [\"HORIZON_EUROP\"]",
        &Wanted {
            file: ACTIONS,
            place: "programmes = [⟦\"HORIZON_EUROP\"]",
            record: "action annex-1",
            what: &["there is no actor «HORIZON_EUROP»"],
            mend: &["did you mean «HORIZON_EUROPE»?"],
        },
    );
    one_word(
        MEMBERSHIPS,
        "G7",
        "\"JPN\"",
        "\"JAP\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "⟦\"JAP\"",
            record: "membership G7",
            what: &["there is no actor «JAP»"],
            mend: &["did you mean «"],
        },
    );
    one_word(
        ACTORS,
        "G7_CYBER",
        "part_of = \"G7\"",
        "part_of = \"G77\"",
        &Wanted {
            file: ACTORS,
            place: "part_of = ⟦\"G77\"",
            record: "actor G7_CYBER",
            what: &["there is no actor «G77»"],
            mend: &["did you mean «G7»?"],
        },
    );
}

#[test]
fn the_hub_is_a_party_without_being_written() {
    for id in ["EU", "FRA"] {
        let to = format!("parties = [\"{id}\", \"MEX\"]");
        let place = format!("parties = [⟦\"{id}\", \"MEX\"]");
        one_word(
            INSTRUMENTS,
            "DD-MEX",
            "parties = [\"MEX\"]",
            &to,
            &Wanted {
                file: INSTRUMENTS,
                place: &place,
                record: "instrument DD-MEX",
                what: &[id, "is the hub, which is a party without being written"],
                mend: &["remove it", "without_hub = true"],
            },
        );
    }
}

#[test]
fn a_programme_is_no_party_and_a_party_no_programme() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "parties = [\"MEX\"]",
        "parties = [\"MEX\", \"EUROHPC\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = [\"MEX\", ⟦\"EUROHPC\"]",
            record: "instrument DD-MEX",
            what: &["EUROHPC is a programme of the EU, not a party"],
            mend: &["move it to programmes"],
        },
    );
    one_word(
        ACTIONS,
        "annex-1",
        "programmes = [\"CEF\"]",
        "programmes = [\"CEF\", \"JPN\"]",
        &Wanted {
            file: ACTIONS,
            place: "programmes = [\"CEF\", ⟦\"JPN\"]",
            record: "action annex-1",
            what: &["JPN is no programme of the EU"],
            mend: &["among the parties"],
        },
    );
}

#[test]
fn a_party_named_twice() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "parties = [\"MEX\"]",
        "parties = [\"MEX\", \"MEX\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = [\"MEX\", ⟦\"MEX\"]",
            record: "instrument DD-MEX",
            what: &["MEX is named twice"],
            mend: &["once"],
        },
    );
}

#[test]
fn an_instrument_without_a_party() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "parties = [\"MEX\"]",
        "parties = []",
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DD-MEX\"",
            record: "instrument DD-MEX",
            what: &["an instrument without a party"],
            mend: &["name the parties"],
        },
    );
}

// Words

#[test]
fn a_disputed_state_is_another_than_the_coded_one() {
    one_word(
        INSTRUMENTS,
        "TRUST-JPN",
        "disputed = \"proposed\"",
        "disputed = \"active\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "disputed = ⟦\"active\"",
            record: "instrument TRUST-JPN",
            what: &["the disputed state is the one that is coded"],
            mend: &["write the state of the other reading"],
        },
    );
}

#[test]
fn an_unknown_state_gets_the_nearest_one_and_the_whole_list() {
    one_word(
        INSTRUMENTS,
        "DD-MEX",
        "state = \"active\"",
        "state = \"activ\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "state = ⟦\"activ\"",
            record: "instrument DD-MEX",
            what: &[
                "«activ» is no state",
                "did you mean «active»?",
                "proposed, negotiating, agreed, active, suspended, dormant, ended, unknown, unconfirmed, unbegun",
            ],
            mend: &["state"],
        },
    );
}

#[test]
fn a_wrong_word_in_a_record_does_not_make_its_mentions_unaccounted_for() {
    let broken = Fixture::new()
        .edit_in(INSTRUMENTS, "DD-MEX", "state = \"active\"", "state = \"activ\"")
        .edit_in(ACTIONS, "annex-1", "state = \"proposed\"", "state = \"propsed\"");
    let faults = broken.faults(true);
    let records: Vec<&str> = faults.iter().map(|f| f.record.as_str()).collect();
    assert_eq!(records, ["action annex-1", "instrument DD-MEX"], "{}", super::fixture::list(&faults));
}

#[test]
fn an_unknown_kind_gets_the_nearest_one() {
    one_word(
        INSTRUMENTS,
        "FTA-D-CHL",
        "kind = \"FTA-D\"",
        "kind = \"FTA\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "kind = ⟦\"FTA\"",
            record: "instrument FTA-D-CHL",
            what: &["«FTA» is no kind of tie", "did you mean «FTA-D»?"],
            mend: &["kind"],
        },
    );
    one_word(
        ACTIONS,
        "annex-1",
        "carries = \"CABLE\"",
        "carries = \"CABLES\"",
        &Wanted {
            file: ACTIONS,
            place: "carries = ⟦\"CABLES\"",
            record: "action annex-1",
            what: &["«CABLES» is no kind of tie", "did you mean «CABLE»?"],
            mend: &["kind"],
        },
    );
}

#[test]
fn an_action_is_no_instrument() {
    one_word(
        INSTRUMENTS,
        "FTA-D-CHL",
        "kind = \"FTA-D\"",
        "kind = \"ACTION\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "kind = ⟦\"ACTION\"",
            record: "instrument FTA-D-CHL",
            what: &["no instrument"],
            mend: &["actions.toml"],
        },
    );
}

#[test]
fn an_unknown_area_leg_or_list_gets_the_nearest_one() {
    one_word(
        INSTRUMENTS,
        "CD-IND",
        "areas = [\"CYB\"]",
        "areas = [\"CYP\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "areas = [⟦\"CYP\"]",
            record: "instrument CD-IND",
            what: &["there is no «CYP»"],
            mend: &["did you mean «CYB»?"],
        },
    );
    one_word(
        INSTRUMENTS,
        "HE-CHE",
        "legs = [\"association\"]",
        "legs = [\"asociation\"]",
        &Wanted {
            file: INSTRUMENTS,
            place: "legs = [⟦\"asociation\"]",
            record: "instrument HE-CHE",
            what: &["there is no «asociation»"],
            mend: &["did you mean «association»?"],
        },
    );
    one_word(
        INSTRUMENTS,
        "HE-CHE",
        "list = \"n17-coming\"",
        "list = \"n17-comming\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "list = ⟦\"n17-comming\"",
            record: "instrument HE-CHE",
            what: &["there is no «n17-comming»"],
            mend: &["did you mean «n17-coming»?"],
        },
    );
}

#[test]
fn words_of_the_other_vocabularies() {
    for (file, id, from, to, record, what) in [
        (
            ACTIONS,
            "annex-14",
            "meeting = \"working\"",
            "meeting = \"worknig\"",
            "action annex-14",
            "link level",
        ),
        (
            ACTIONS,
            "annex-42",
            "polarity = \"concern\"",
            "polarity = \"concerns\"",
            "action annex-42",
            "polarity",
        ),
        (
            ACTIONS,
            "annex-3",
            "scope = \"world\"",
            "scope = \"wrold\"",
            "action annex-3",
            "scope of an action",
        ),
        (ACTIONS, "annex-16", "\"column\"]", "\"colunm\"]", "action annex-16", "place in an action"),
        (ACTORS, "NATO", "level = \"agenda\"", "level = \"agneda\"", "actor NATO", "link level"),
        (COUNTRIES, "JPN", "stratum = \"others\"", "stratum = \"other\"", "country JPN", "stratum"),
        (INSTRUMENTS, "n24", "closure = \"doubtful\"", "closure = \"doubtfull\"", "list n24", "closure"),
        (
            TAXONOMY,
            "TTC",
            "bindingness = \"political\"",
            "bindingness = \"politcal\"",
            "kind TTC",
            "bindingness",
        ),
    ] {
        let right = from.split('"').nth(1).unwrap();
        let wrong = to.split('"').nth(1).unwrap();
        let broken = Fixture::new().edit_in(file, id, from, to);
        let faults = broken.faults(false);
        let (what, hint) = (format!("«{wrong}» is no {what}"), format!("did you mean «{right}»?"));
        let place = to.replacen('"', "⟦\"", 1);
        broken.assert_among(
            &faults,
            &Wanted { file, place: &place, record, what: &[&what, &hint], mend: &["write a valid"] },
        );
    }
}

#[test]
fn an_unknown_kind_of_actor_and_an_unknown_form_of_document() {
    let broken = Fixture::new().edit_in(ACTORS, "LAC4", "kind = \"forum\"", "kind = \"club\"");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: ACTORS,
            place: "kind = ⟦\"club\"",
            record: "actor LAC4",
            what: &["«club» is no kind of actor"],
            mend: &["hub, grouping, forum or programme"],
        },
    );
    let broken = Fixture::new().edit(JOIN_CARD, "form = \"joint-communication\"", "form = \"novel\"");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: JOIN_CARD,
            place: "form = ⟦\"novel\"",
            record: "card join-2025-140",
            what: &["«novel» is no form of document"],
            mend: &["joint-communication or council-conclusions"],
        },
    );
}

#[test]
fn a_forum_without_a_level_and_a_network_without_a_hub() {
    one_word(
        ACTORS,
        "LAC4",
        "level = \"agenda\"\n",
        "",
        &Wanted {
            file: ACTORS,
            place: "id = ⟦\"LAC4\"",
            record: "actor LAC4",
            what: &["a forum without a link level"],
            mend: &["working", "agenda", "universal"],
        },
    );
    let broken = Fixture::new().edit_in(ACTORS, "LAC", "kind = \"grouping\"", "kind = \"hub\"");
    let faults = broken.faults(false);
    let told = faults.iter().find(|f| f.what.en.contains("the network needs one hub"));
    assert!(told.is_some_and(|f| f.file == ACTORS && f.mend.en.contains("exactly one")), "{faults:?}");
}

#[test]
fn a_crosswalk_line_from_an_area_and_a_leg() {
    let broken = Fixture::new().edit(TAXONOMY, "area = \"CON\"\n", "area = \"CON\"\nleg = \"standards\"\n");
    broken.assert_among(
        &broken.faults(false),
        &Wanted {
            file: TAXONOMY,
            place: "leg = \"standards\"\ndomain = ⟦\"D4\"",
            record: "crosswalk to D4",
            what: &["from an area or from a leg, not both"],
            mend: &["one of the two"],
        },
    );
}

#[test]
fn a_kind_without_names() {
    let broken = Fixture::new().without(TAXONOMY, "CABLE");
    let faults = broken.faults(false);
    let told = faults.iter().find(|f| f.what.en.contains("the kind CABLE has no names"));
    assert!(
        told.is_some_and(|f| f.file == TAXONOMY && f.mend.en.contains("[[kind]] id = \"CABLE\"")),
        "{faults:?}"
    );
}

// Dates

#[test]
fn an_impossible_date() {
    for (wrong, why) in [
        ("2025-02-30", "this month has no such day"),
        ("2025-13", "months run from 01 to 12"),
        ("2025-Q5", "quarters run from Q1 to Q4"),
        ("mai 2025", "a year has four digits, a month and a day two"),
        ("2025-05-07-01", "too many parts"),
    ] {
        let (to, place) = (format!("from = \"{wrong}\""), format!("from = ⟦\"{wrong}\""));
        let what = format!("«{wrong}» is no date: {why}");
        one_word(
            INSTRUMENTS,
            "DTA-SGP",
            "from = \"2025-05-07\"",
            &to,
            &Wanted {
                file: INSTRUMENTS,
                place: &place,
                record: "instrument DTA-SGP",
                what: &[&what, "write 2025, 2025-Q4, 2025-05 or 2025-05-07"],
                mend: &["as the source gives it"],
            },
        );
    }
}

#[test]
fn an_impossible_date_in_each_field_that_has_one() {
    one_word(
        ACTIONS,
        "annex-1",
        "until = \"2030\"",
        "until = \"2030-00\"",
        &Wanted {
            file: ACTIONS,
            place: "until = ⟦\"2030-00\"",
            record: "action annex-1",
            what: &["«2030-00» is no date"],
            mend: &["period"],
        },
    );
    one_word(
        INSTRUMENTS,
        "HE-CHE",
        "expected = \"2025\"",
        "expected = \"20255\"",
        &Wanted {
            file: INSTRUMENTS,
            place: "expected = ⟦\"20255\"",
            record: "instrument HE-CHE",
            what: &["«20255» is no date"],
            mend: &["period"],
        },
    );
    one_word(
        MEMBERSHIPS,
        "G7",
        "checked = \"2026-01-22\"",
        "checked = \"2026-01\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "checked = ⟦\"2026-01\"",
            record: "membership G7",
            what: &["«2026-01» is no date: a day is wanted here"],
            mend: &["YYYY-MM-DD"],
        },
    );
    one_word(
        MEMBERSHIPS,
        "ASEAN",
        "from = \"2025-10-26\"",
        "from = \"2025-10-36\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "from = ⟦\"2025-10-36\"",
            record: "membership ASEAN",
            what: &["«2025-10-36» is no date"],
            mend: &["YYYY-MM-DD"],
        },
    );
}

#[test]
fn an_end_before_the_beginning() {
    one_word(
        ACTIONS,
        "annex-1",
        "until = \"2030\"",
        "until = \"2024\"",
        &Wanted {
            file: ACTIONS,
            place: "until = ⟦\"2024\"",
            record: "action annex-1",
            what: &["it ends (2024) before it begins (2025)"],
            mend: &["exchange or correct the two dates"],
        },
    );
    // The same year is no contradiction.
    let whole = Fixture::new().edit_in(ACTIONS, "annex-1", "until = \"2030\"", "until = \"2025\"");
    assert_eq!(whole.faults(false), []);
}

// Memberships

#[test]
fn a_member_twice_a_list_twice_and_a_certainty_that_is_none() {
    one_word(
        MEMBERSHIPS,
        "G7",
        "\"USA\"",
        "\"USA\", \"USA\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "\"CAN\", \"DEU\", \"FRA\", \"GBR\", \"ITA\", \"JPN\", \"USA\", ⟦\"USA\"",
            record: "membership G7",
            what: &["«USA» is listed twice"],
            mend: &["once"],
        },
    );
    one_word(
        MEMBERSHIPS,
        "G7",
        "certainty = \"high\"",
        "certainty = \"sure\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "group = ⟦\"G7\"",
            record: "membership G7",
            what: &["«sure» is neither high nor medium"],
            mend: &["high or medium"],
        },
    );
    one_word(
        MEMBERSHIPS,
        "G20",
        "group = \"G20\"",
        "group = \"G7\"",
        &Wanted {
            file: MEMBERSHIPS,
            place: "group = ⟦\"G7\"\nmembers = [\n  \"ARG\"",
            record: "membership G7",
            what: &["a second list of members of G7"],
            mend: &["merge"],
        },
    );
}

#[test]
fn a_change_of_somebody_who_is_no_member() {
    one_word(
        MEMBERSHIPS,
        "ASEAN",
        "  from = \"2025-10-26\"\n",
        "  until = \"2025-10-26\"\n",
        &Wanted {
            file: MEMBERSHIPS,
            place: "member = ⟦\"TLS\"",
            record: "membership ASEAN",
            what: &["no member and has no first day"],
            mend: &["from ="],
        },
    );
}

#[test]
fn a_stratum_that_the_membership_contradicts() {
    one_word(
        COUNTRIES,
        "FRA",
        "stratum = \"member-state\"",
        "stratum = \"others\"",
        &Wanted {
            file: COUNTRIES,
            place: "id = \"FRA\"\nalpha2 = \"FR\"\nnames = { fr = \"France\", en = \"France\" }\nregion = { fr = \"Europe\", en = \"Europe\" }\nstratum = ⟦\"others\"",
            record: "country FRA",
            what: &["the stratum and the members of EU in memberships.toml disagree"],
            mend: &["correct one of the two"],
        },
    );
}
