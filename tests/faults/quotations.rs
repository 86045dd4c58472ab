//! Quotations that do not stand where they should, and citations that are short of one.

use sha2::{Digest, Sha256};

use super::fixture::{Fixture, Wanted, list};
use super::{ACTIONS, ACTORS, INSTRUMENTS, JOIN, JOIN_CARD};

/// Note 24 as the record of the agreement with Singapore quotes it.
const SIGNED: &str = "L’accord sur le commerce numérique entre l’UE et Singapour a été signé le 7 mai 2025.";

#[test]
fn one_changed_letter_in_a_quotation() {
    let broken =
        Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "a été signé le 7 mai", "a été digné le 7 mai");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "quote = ⟦\"L’accord sur le commerce numérique entre l’UE et Singapour a été digné",
            record: "instrument DTA-SGP",
            what: &["does not stand in join-2025-140, n24"],
            mend: &["agrees up to", "l’UE et Singapour a été »", "compare from there"],
        },
    );
}

#[test]
fn a_quotation_that_fails_accounts_for_no_mention() {
    let broken =
        Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "a été signé le 7 mai", "a été digné le 7 mai");
    let faults = broken.faults(true);
    assert_eq!(faults.len(), 2, "{}", list(&faults));
    broken.assert_among(
        &faults,
        &Wanted {
            file: JOIN,
            place: "L’accord sur le commerce numérique entre l’UE et ⟦Singapour a été",
            record: "mention of SGP",
            what: &["«Singapour» (SGP) is named in n24 and nothing accounts for it"],
            mend: &["add a tie that cites n24"],
        },
    );
}

#[test]
fn a_straight_apostrophe_for_a_typographic_one_is_mended_with_the_exact_text() {
    let straight = SIGNED.replace('’', "'");
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", SIGNED, &straight);
    let mend = format!("«{SIGNED}»: quote it letter for letter");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "quote = ⟦\"L'accord sur le commerce numérique entre l'UE",
            record: "instrument DTA-SGP",
            what: &["does not stand in join-2025-140, n24"],
            mend: &["but for apostrophes", &mend],
        },
    );
}

#[test]
fn a_missing_accent_and_a_double_space_are_mended_with_the_exact_text() {
    for (from, to) in
        [("a été signé", "a ete signe"), ("entre l’UE et", "entre  l’UE  et"), ("L’accord", "l’ACCORD")]
    {
        let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", from, to);
        let faults = broken.faults(false);
        assert_eq!(faults.len(), 1, "{to}: {}", list(&faults));
        assert!(faults[0].mend.en.contains(SIGNED), "{to}: {}", faults[0]);
    }
}

#[test]
fn one_letter_changed_in_a_document() {
    let broken = Fixture::new().edit(
        JOIN,
        "En Europe et dans le monde, la révolution",
        "En Europe et dans le monde, ma révolution",
    );
    let sha256: String = Sha256::digest(broken.text(JOIN)).iter().map(|b| format!("{b:02x}")).collect();
    broken.assert_only(
        true,
        &Wanted {
            file: JOIN_CARD,
            place: "sha256 = ⟦\"",
            record: "card join-2025-140",
            what: &["documents/join-2025-140.txt is not the document that was coded", &sha256],
            mend: &["restore the document byte for byte"],
        },
    );
}

#[test]
fn one_letter_changed_in_a_quoted_place_is_told_of_the_document_and_of_every_record_that_quotes_it() {
    let broken = Fixture::new().edit(
        JOIN,
        "Avec le Japon, la République de Corée, Singapour et le Canada.",
        "Avec le Japon, la République de Corée, Singapour et la Canada.",
    );
    let faults = broken.faults(true);
    assert!(faults.iter().any(|f| f.file == JOIN_CARD), "{}", list(&faults));
    for id in ["DP-JPN", "DP-KOR", "DP-SGP", "DP-CAN"] {
        let record = format!("instrument {id}");
        let told = faults.iter().find(|f| f.record == record);
        assert!(told.is_some_and(|f| f.what.en.contains("n13")), "{id}:\n{}", list(&faults));
    }
    let list_n13 = faults.iter().find(|f| f.record == "list n13");
    assert!(list_n13.is_some(), "{}", list(&faults));
}

#[test]
fn a_card_with_a_wrong_sum() {
    let right = "3600b558a9f0f72274706c7476c75377e0c996569ba24a5cb672c2d1b2f644b6";
    let broken = Fixture::new().edit(JOIN_CARD, right, &right.replacen('3', "4", 1));
    broken.assert_only(
        true,
        &Wanted {
            file: JOIN_CARD,
            place: "sha256 = ⟦\"4600",
            record: "card join-2025-140",
            what: &["is not the document that was coded", right],
            mend: &["only for a new edition"],
        },
    );
}

#[test]
fn an_empty_quotation() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", SIGNED, "");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "quote = ⟦\"\" }",
            record: "instrument DTA-SGP",
            what: &["does not stand in join-2025-140, n24"],
            mend: &["quote the words that state the tie"],
        },
    );
}

#[test]
fn an_instrument_without_a_quotation() {
    let cites = "cite = [
  { at = \"s2 ¶5\", quote = \"L’UE ne cesse d’élargir son réseau d’accords de libre-échange 23 et d’accords sur le commerce numérique 24\" },
  { at = \"n24\", quote = \"L’accord sur le commerce numérique entre l’UE et Singapour a été signé le 7 mai 2025.\" },
]";
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", cites, "cite = []");
    let faults = broken.faults(false);
    broken.assert_among(
        &faults,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DTA-SGP\"",
            record: "instrument DTA-SGP",
            what: &["a tie without a quotation"],
            mend: &["add cite"],
        },
    );
}

#[test]
fn an_unknown_document() {
    let broken = Fixture::new().edit_in(
        INSTRUMENTS,
        "FORUM-NATO",
        "document = \"st-15315-2025\"",
        "document = \"st-15315-2026\"",
    );
    let faults = broken.faults(false);
    broken.assert_among(
        &faults,
        &Wanted {
            file: INSTRUMENTS,
            place: "document = ⟦\"st-15315-2026\"",
            record: "instrument FORUM-NATO",
            what: &["there is no document «st-15315-2026»"],
            mend: &["join-2025-140", "st-15315-2025"],
        },
    );
}

#[test]
fn a_locator_that_does_not_exist_and_a_quotation_that_stands_elsewhere() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "at = \"n24\"", "at = \"n99\"");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "at = ⟦\"n99\"",
            record: "instrument DTA-SGP",
            what: &["join-2025-140 has no passage «n99»"],
            mend: &["the quotation stands in: n24"],
        },
    );
}

#[test]
fn a_misspelt_locator_gets_the_nearest_one() {
    let broken = Fixture::new()
        .edit_in(INSTRUMENTS, "DTA-SGP", "at = \"n24\"", "at = \"anex 24 title\"")
        .edit_in(INSTRUMENTS, "DTA-SGP", "a été signé", "fut signé");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "at = ⟦\"anex 24 title\"",
            record: "instrument DTA-SGP",
            what: &["has no passage «anex 24 title»"],
            mend: &["did you mean «annex 24 title»?"],
        },
    );
}

#[test]
fn the_wrong_passage_for_the_right_words() {
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "at = \"n24\"", "at = \"n23\"");
    broken.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "{ at = \"n23\", quote = ⟦\"L’accord sur le commerce numérique entre l’UE et Singapour",
            record: "instrument DTA-SGP",
            what: &["does not stand in join-2025-140, n23"],
            mend: &["it stands in: n24"],
        },
    );
}

#[test]
fn a_note_without_the_sentence_that_calls_it() {
    let sentence = "  { at = \"s2 ¶5\", quote = \"L’UE ne cesse d’élargir son réseau d’accords de libre-échange 23 et d’accords sur le commerce numérique 24\" },\n";
    let broken = Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", sentence, "");
    broken.assert_only(
        true,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DTA-SGP\"",
            record: "instrument DTA-SGP",
            what: &["n24 is cited without the sentence that calls it"],
            mend: &["up to and including the call 24"],
        },
    );
}

#[test]
fn a_sentence_that_stops_before_the_call() {
    let broken =
        Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "commerce numérique 24\"", "commerce numérique\"");
    broken.assert_only(
        true,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"DTA-SGP\"",
            record: "instrument DTA-SGP",
            what: &["n24 is cited without the sentence that calls it"],
            mend: &["call 24"],
        },
    );
}

#[test]
fn a_party_that_no_quotation_names() {
    let broken =
        Fixture::new().edit_in(INSTRUMENTS, "DTA-SGP", "parties = [\"SGP\"]", "parties = [\"SGP\", \"VNM\"]");
    broken.assert_only(
        true,
        &Wanted {
            file: INSTRUMENTS,
            place: "parties = [\"SGP\", ⟦\"VNM\"]",
            record: "instrument DTA-SGP",
            what: &["no quotation of this record names VNM"],
            mend: &["quote the words that name it"],
        },
    );
}

#[test]
fn a_participant_of_an_action_that_no_quotation_names() {
    let cell = "  { at = \"annex 16 partners\", quote = \"Costa Rica\" },\n]\n";
    let more = "[[action.participant]]\nactor = \"SLV\"\nwhere = []\ncite = [{ at = \"annex 16 partners\", quote = \"Costa Rica\" }]\n";
    let broken = Fixture::new().edit(ACTIONS, cell, &format!("{cell}{more}"));
    broken.assert_only(
        false,
        &Wanted {
            file: ACTIONS,
            place: "actor = ⟦\"SLV\"\nwhere = []",
            record: "action annex-16",
            what: &["no quotation of this record names SLV"],
            mend: &["aliases"],
        },
    );
}

#[test]
fn a_card_of_an_actor_that_does_not_name_it() {
    let quote = "L’UE reconnaît le rôle central de l’ICANN dans la gestion des fondements de l’architecture internet.";
    let text = Fixture::new();
    assert!(text.text(ACTORS).contains(quote));
    let broken = text.edit(ACTORS, quote, "dans la gestion des fondements de l’architecture internet.");
    let faults = broken.faults(false);
    broken.assert_among(
        &faults,
        &Wanted {
            file: ACTORS,
            place: "quote = ⟦\"dans la gestion des fondements",
            record: "actor ICANN",
            what: &["does not name ICANN"],
            mend: &["quote words that name it"],
        },
    );
}

#[test]
fn a_tie_cited_from_texts_of_two_days_says_which_carries_what() {
    let claim = ", supports = [\"state\", \"defence-innovation\"]";
    let silent = Fixture::new().edit_in(INSTRUMENTS, "FORUM-NATO", claim, ", supports = [\"state\"]");
    silent.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "id = ⟦\"FORUM-NATO\"",
            record: "instrument FORUM-NATO",
            what: &["texts of several days", "none is said to support «defence-innovation»"],
            mend: &["add supports = [\"defence-innovation\"]"],
        },
    );
}

#[test]
fn a_citation_claims_only_what_its_record_has() {
    let claim = ", supports = [\"state\", \"QUA\"]";
    let more = ", supports = [\"state\", \"QUA\", \"SEM\"]";
    let wrong = Fixture::new().edit_in(INSTRUMENTS, "FORUM-NATO", claim, more);
    wrong.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "supports = [\"state\", \"QUA\", ⟦\"SEM\"",
            record: "instrument FORUM-NATO",
            what: &["«SEM» is nothing that this record has"],
            mend: &["QUA, defence-innovation, state"],
        },
    );
}

#[test]
fn a_citation_of_a_list_supports_nothing_of_a_tie() {
    let quote = "{ at = \"s2 ¶1\", quote = \"Grâce aux Conseils ministériels du commerce et des technologies 12 , aux partenariats numériques 13 et aux dialogues numériques 14 , l’UE a mis en place une coopération numérique régionale et bilatérale forte avec ses partenaires.\"";
    let wrong =
        Fixture::new().edit_in(INSTRUMENTS, "n12", quote, &format!("{quote}, supports = [\"state\"]"));
    wrong.assert_only(
        false,
        &Wanted {
            file: INSTRUMENTS,
            place: "ses partenaires.\", supports = [⟦\"state\"",
            record: "list n12",
            what: &["only the citations of a tie"],
            mend: &["remove"],
        },
    );
}
