//! What can be wrong in the additional sources.

use relier::seed::ADDITIONAL;

use super::fixture::{Fixture, Wanted, list};

/// One fault planted in a record of the layer.
fn only(id: &str, from: &str, to: &str, wanted: &Wanted<'_>) {
    Fixture::whole().edit_in(ADDITIONAL, id, from, to).assert_only(false, wanted);
}

fn wanted<'a>(place: &'a str, record: &'a str, what: &'a [&'a str], mend: &'a [&'a str]) -> Wanted<'a> {
    Wanted { file: ADDITIONAL, place, record, what, mend }
}

#[test]
fn words_dates_and_ids_that_are_not_valid() {
    only(
        "eeas-canada-2025",
        "certainty = \"high\"",
        "certainty = \"hihg\"",
        &wanted("certainty = ⟦\"hihg\"", "source eeas-canada-2025", &["hihg", "high"], &["certainty"]),
    );
    only(
        "eeas-canada-2025",
        "checked = \"2026-11-25\"",
        "checked = \"2026-11-31\"",
        &wanted("checked = ⟦\"2026-11-31\"", "source eeas-canada-2025", &["no such day"], &["YYYY-MM-DD"]),
    );
    only(
        "check-ARG",
        "unit = \"ARG\"",
        "unit = \"ARGG\"",
        &wanted("unit = ⟦\"ARGG\"", "check check-ARG", &["no actor", "ARGG"], &["ARG"]),
    );
    only(
        "check-ARG",
        "source = \"arg-dialogue-2018\"",
        "source = \"arg-dialogue-2019\"",
        &wanted(
            "source = ⟦\"arg-dialogue-2019\"",
            "check check-ARG",
            &["no source", "arg-dialogue-2019"],
            &["arg-dialogue-2018"],
        ),
    );
    only(
        "check-ARG",
        "areas = [\"PLA\", \"EID\"]",
        "areas = [\"PLA\", \"EDI\"]",
        &wanted("areas = [\"PLA\", ⟦\"EDI\"", "check check-ARG", &["EDI"], &["EID"]),
    );
}

#[test]
fn a_unit_is_checked_by_its_own_instrument() {
    only(
        "check-ARG",
        "instrument = \"DD-ARG\"",
        "instrument = \"DP-JPN\"",
        &wanted(
            "unit = \"ARG\"\ninstrument = ⟦\"DP-JPN\"",
            "check check-ARG",
            &["ARG", "no party of DP-JPN"],
            &["own instrument"],
        ),
    );
}

#[test]
fn a_text_that_was_not_found_says_what_was_searched() {
    only(
        "check-ARG",
        "instrument = \"DD-ARG\"",
        "instrument = \"DD-ARG\"\nfound = false",
        &wanted("id = ⟦\"check-ARG\"", "check check-ARG", &["was not"], &["found = false", "searched"]),
    );
}

#[test]
fn an_announced_date_moves_no_state() {
    only(
        "change-SDP-CAN",
        "from = \"2025-06-23\"",
        "from = \"2026-06-23\"",
        &wanted(
            "from = ⟦\"2026-06-23\"",
            "change change-SDP-CAN",
            &["a text of 2025-06", "2026-06-23"],
            &["published on that day or later"],
        ),
    );
}

#[test]
fn a_report_is_not_the_official_text() {
    only(
        "iceland-sdp-2026",
        "certainty = \"medium\"",
        "certainty = \"high\"",
        &wanted(
            "kind = \"press\"\ncertainty = ⟦\"high\"",
            "source iceland-sdp-2026",
            &["not the official text"],
            &["medium"],
        ),
    );
}

#[test]
fn a_long_quotation_is_a_copy() {
    let long = format!("short_quote = \"{}\"", ["word"; 26].join(" "));
    only(
        "change-SDP-CAN",
        "short_quote = \"signed a Security and Defence Partnership on the margins of the EU–Canada Summit\"",
        &long,
        &wanted("short_quote = ⟦\"word", "change change-SDP-CAN", &["25 words", "26"], &["shorten"]),
    );
}

#[test]
fn an_existing_tie_is_not_described_anew_and_a_new_one_is() {
    only(
        "change-DTA-SGP",
        "tie = \"DTA-SGP\"",
        "tie = \"DTA-SGP\"\nkind = \"DTA\"",
        &wanted("tie = ⟦\"DTA-SGP\"\nkind", "change change-DTA-SGP", &["exists"], &["leave out"]),
    );
    only(
        "change-DTA-SGP",
        "tie = \"DTA-SGP\"",
        "tie = \"DTA-SGPP\"",
        &wanted(
            "tie = ⟦\"DTA-SGPP\"",
            "change change-DTA-SGP",
            &["no tie", "DTA-SGPP"],
            &["DTA-SGP", "kind, parties and names"],
        ),
    );
    only(
        "change-SDP-CAN",
        "parties = [\"CAN\"]",
        "parties = [\"JPN\"]",
        &wanted(
            "tie = ⟦\"SDP-CAN\"",
            "change change-SDP-CAN",
            &["the dataset has this tie", "SDP-JPN"],
            &["tie = \"SDP-JPN\""],
        ),
    );
}

#[test]
fn a_domain_that_follows_is_not_written_and_a_fact_is_about_something() {
    only(
        "check-USA",
        "domains = [\"D3\"]",
        "domains = [\"D2\"]",
        &wanted("domains = [⟦\"D2\"", "check check-USA", &["follows"], &["leave it out"]),
    );
    only(
        "check-WESTERN_BALKANS",
        "legs = [\"legal-alignment\"]\n",
        "",
        &wanted(
            "state = ⟦\"active\"\nat = { fr = \"deuxième alinéa\", en = \"second paragraph\" }\nstatement = { fr = \"Le dialogue aide",
            "check check-WESTERN_BALKANS",
            &["about nothing"],
            &["areas, legs or domains"],
        ),
    );
}

#[test]
fn the_layer_may_be_missing_and_its_faults_come_with_the_others() {
    assert!(Fixture::new().faults(true).is_empty(), "a dataset without the layer is whole");
    let faults = Fixture::whole()
        .edit_in(ADDITIONAL, "check-ARG", "unit = \"ARG\"", "unit = \"ARGG\"")
        .edit_in("instruments.toml", "DD-MEX", "state = \"active\"", "state = \"activ\"")
        .faults(false);
    assert_eq!(faults.len(), 2, "{}", list(&faults));
}
