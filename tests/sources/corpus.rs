//! The two documents and every trap in them, by name (METHOD 2.7). What is expected was read in the texts.

use std::collections::BTreeSet;

use crate::support::{
    CONCLUSIONS, CONCLUSIONS_ID, JOIN, JOIN_ID, actor, built, dataset, mentioned, mentions, parties, set, tie,
};
use relier::corpus::{Column, Document, Form, Outline, PassageKind, fold};
use relier::dataset::{Account, ActorKind, Place, Source};
use relier::explorer::find_actor;

/// The labels of the 46 lines of notes: 1–20, 22–24, the bare address, 28–49.
fn labels() -> Vec<String> {
    let numbers = |from: u8, to: u8| (from..=to).map(|n| n.to_string());
    numbers(1, 20).chain(numbers(22, 24)).chain(["25-27".to_owned()]).chain(numbers(28, 49)).collect()
}

fn join() -> Document {
    let outline = Outline { form: Form::JointCommunication, notes: labels() };
    Document::parse(JOIN_ID, JOIN.to_owned(), &outline).unwrap()
}

fn conclusions() -> Document {
    let outline = Outline { form: Form::CouncilConclusions, notes: Vec::new() };
    Document::parse(CONCLUSIONS_ID, CONCLUSIONS.to_owned(), &outline).unwrap()
}

fn words<'a>(document: &'a Document, at: &str) -> &'a str {
    document.words(document.passage(at).unwrap_or_else(|| panic!("no passage {at}")))
}

fn source(id: &str) -> &'static Source {
    dataset().source_by_id(id).unwrap().1
}

// Notes

#[test]
fn forty_nine_footnote_calls_and_forty_six_note_texts() {
    let document = join();
    let calls: Vec<_> = document.passages().iter().flat_map(|p| &p.calls).collect();
    assert_eq!(calls.iter().map(|c| c.number).collect::<Vec<_>>(), (1..=49).collect::<Vec<u8>>());
    for call in calls {
        assert_eq!(&JOIN[call.range.clone()], call.number.to_string());
    }
    let notes = document.passages().iter().filter(|p| p.kind == PassageKind::Note);
    assert_eq!(notes.count(), 46);
}

#[test]
fn each_call_follows_the_words_that_its_note_explains() {
    let document = join();
    for (number, before, at) in [
        (1, "ses intérêts stratégiques", "s1 ¶2"),
        (5, "services fournis par voie numérique", "s1 ¶4"),
        (12, "Conseils ministériels du commerce et des technologies", "s2 ¶1"),
        (13, "aux partenariats numériques", "s2 ¶1"),
        (14, "aux dialogues numériques", "s2 ¶1"),
        (15, "avec un large éventail de partenaires", "s2 ¶1"),
        (17, "notamment Horizon Europe", "s2 ¶2"),
        (21, "la facilité pour l’Ukraine", "s2 ¶3"),
        (24, "accords sur le commerce numérique", "s2 ¶5"),
        (28, "d’Amérique latine", "s2 ¶6"),
        (30, "partenariats en matière de sécurité et de défense", "s2 (4)"),
        (34, "un certain nombre de pays partenaires", "s3 ¶2"),
        (35, "la boîte à outils 5G", "s4.1 ¶1"),
        (47, "par le RGPD", "s4.6 ¶1"),
        (49, "depuis l’Agenda de Tunis", "s5 ¶7"),
    ] {
        let passage = document.passage(at).unwrap();
        let call = passage.calls.iter().find(|c| c.number == number);
        let call = call.unwrap_or_else(|| panic!("{at} does not hold call {number}"));
        let text = JOIN[passage.range.start..call.range.start].trim_end();
        assert!(text.ends_with(before), "call {number} stands after «…{}»", &text[text.len() - 30..]);
    }
}

#[test]
fn lines_of_notes_bear_the_numbers_of_their_calls() {
    let document = join();
    for (at, begins) in [
        ("n1", "Voir conclusions du Conseil européen du 17 avril 2024"),
        ("n2", "«L’avenir de la compétitivité européenne»"),
        ("n12", "Avec les États-Unis et l’Inde."),
        ("n13", "Avec le Japon, la République de Corée, Singapour et le Canada."),
        ("n20", "De plus amples informations sur la facilité pour les réformes et la croissance"),
        ("n22", "Par exemple, après avoir transposé l’acquis pertinent de l’UE"),
        ("n23", "Des accords de libre-échange comportant des chapitres complets"),
        ("n24", "L’accord sur le commerce numérique entre l’UE et Singapour"),
        ("n28", "Depuis 2022, l’UE a lancé des trains de mesures"),
        ("n30", "L’UE a conclu de tels partenariats"),
        ("n33", "L’initiative faîtière EU4Digital"),
        ("n34", "Au Kenya, en Tanzanie, au Nigeria, en Colombie et au Brésil."),
        ("n41", "Règlement (UE) 2024/2847."),
        ("n47", "Règlement (UE) 2016/679."),
        ("n49", "Agenda de Tunis pour la société de l’information"),
    ] {
        assert!(words(&document, at).starts_with(begins), "{at}: {}", words(&document, at));
    }
}

#[test]
fn the_texts_of_note_21_and_of_two_of_25_to_27_are_missing() {
    let document = join();
    for at in ["n21", "n25", "n26", "n27"] {
        assert!(document.passage(at).is_none(), "{at} has no text in the source");
    }
    let calls: BTreeSet<u8> = document.passages().iter().flat_map(|p| &p.calls).map(|c| c.number).collect();
    assert!([21, 25, 26, 27].iter().all(|n| calls.contains(n)), "their calls are in the text");
}

#[test]
fn line_24_of_the_notes_is_a_bare_address_labelled_25_to_27() {
    let document = join();
    let notes: Vec<_> = document.passages().iter().filter(|p| p.kind == PassageKind::Note).collect();
    assert_eq!(notes[23].locator, "n25-27");
    assert_eq!(
        document.words(notes[23]),
        "https://ec.europa.eu/commission/presscorner/detail/fr/ip_22_6963 ."
    );
    assert!(
        document.words(notes[22]).starts_with("L’accord sur le commerce numérique"),
        "line 23 is note 24"
    );
    assert!(document.words(notes[24]).starts_with("Depuis 2022"), "line 25 is note 28");
}

#[test]
fn the_card_of_the_document_counts_the_notes_as_the_text_does() {
    let built: Vec<&str> = source(JOIN_ID).document.passages().iter().map(|p| p.locator.as_str()).collect();
    let by_hand = join();
    assert_eq!(built, by_hand.passages().iter().map(|p| p.locator.as_str()).collect::<Vec<_>>());
}

#[test]
fn a_card_that_promises_a_note_without_a_call_is_refused() {
    let outline =
        Outline { form: Form::JointCommunication, notes: [labels(), vec!["50".to_owned()]].concat() };
    let error = Document::parse(JOIN_ID, JOIN.to_owned(), &outline).unwrap_err();
    assert!(error.message.contains("call 50"), "{error}");
}

// The annex

/// Number of title cells under each objective, in the order of the text.
fn rows_by_objective(document: &Document) -> Vec<usize> {
    let mut out = Vec::new();
    for passage in document.passages() {
        if passage.locator.starts_with("annex objective") {
            out.push(0);
        } else if matches!(passage.kind, PassageKind::Cell { column: Column::Title, .. }) {
            *out.last_mut().unwrap() += 1;
        }
    }
    out
}

#[test]
fn fifty_actions_split_5_21_9_5_6_4_by_objective() {
    let document = join();
    assert_eq!(rows_by_objective(&document), [5, 21, 9, 5, 6, 4]);
    for column in Column::ALL {
        let cells = document
            .passages()
            .iter()
            .filter(|p| matches!(p.kind, PassageKind::Cell { column: c, .. } if c == column));
        assert_eq!(cells.count(), 50, "{} cells", column.word());
    }
    assert!(document.passage("annex 51 title").is_none());
    assert!(document.passage("annex 0 title").is_none());
}

#[test]
fn rows_are_numbered_through_the_six_objectives() {
    let document = join();
    for (row, title) in [
        (1, "Soutien à la connectivité de l’Arctique"),
        (5, "Conférence annuelle sur la connectivité sécurisée"),
        (6, "Coopération pour une IA sûre"),
        (13, "GovTech4all"),
        (14, "Appel 2026 aligné sur la recherche et l’innovation dans le domaine de la 6G"),
        (16, "Banc d’essai de la 5G"),
        (17, "Projets communs de recherche et d’innovation dans le domaine des semi-conducteurs"),
        (22, "Collaboration entre l’UE et le Japon en matière d’informatique quantique"),
        (26, "Réseau de supercalcul UE-Amérique latine et Caraïbes"),
        (27, "Faire progresser les dialogues sur le cyberespace avec les pays partenaires"),
        (35, "Communauté de pratique UE-Amérique latine et Caraïbes en matière de cybersécurité"),
        (36, "Reconnaissance mutuelle des signatures électroniques et autres services de confiance"),
        (41, "Soutien à l’alignement sur le règlement sur les services numériques"),
        (47, "Promouvoir un modèle de gouvernance multipartite et inclusif pour l’internet du futur"),
        (50, "Promouvoir la pile de protocoles de l’internet ouvert"),
    ] {
        let at = format!("annex {row} title");
        assert!(words(&document, &at).starts_with(title), "{at}: {}", words(&document, &at));
    }
    assert_eq!(words(&document, "annex 13 calendar"), "Quatrième trimestre de 2025/2026");
}

#[test]
fn the_title_cell_of_row_47_is_broken_by_a_line_and_stays_one_cell() {
    // The bar that closes the cell stands alone on a line, like one that opens a row.
    assert!(JOIN.contains("pour l’internet du futur\n|\nDans le cadre des négociations"));
    let document = join();
    assert_eq!(
        words(&document, "annex 47 title"),
        "Promouvoir un modèle de gouvernance multipartite et inclusif pour l’internet du futur"
    );
    assert!(
        words(&document, "annex 47 description").starts_with("Dans le cadre des négociations à l’occasion")
    );
    assert_eq!(words(&document, "annex 47 partners"), "Action multilatérale");
    assert_eq!(words(&document, "annex 47 calendar"), "Quatrième trimestre de 2025");
    assert_eq!(words(&document, "annex 48 title"), "Œuvrer en faveur d’un internet ouvert, libre et durable");
}

#[test]
fn partner_cells_that_lost_a_separator_name_both_sides() {
    let document = join();
    for (row, lost, both) in [
        (6, "Moldavie Balkans occidentaux", "MDA WESTERN_BALKANS"),
        (11, "Asie-Pacifique Ukraine", "ASIA_PACIFIC UKR"),
    ] {
        let at = format!("annex {row} partners");
        assert!(words(&document, &at).contains(lost), "{at} has no separator in the source");
        let named = mentioned(JOIN_ID, &at);
        let parties = parties(tie(&format!("annex-{row}")));
        for id in set(both) {
            assert!(named.contains(id) && parties.contains(id), "{at} names {id}");
        }
    }
    for (row, cell, named) in [
        (37, "Japon, Inde, Singapour Action multilatérale", "JPN IND SGP"),
        (39, "Japon, Inde, Canada Action multilatérale", "JPN IND CAN"),
    ] {
        let at = format!("annex {row} partners");
        assert_eq!(words(&document, &at), cell);
        assert_eq!(mentioned(JOIN_ID, &at), set(named));
        assert_eq!(parties(tie(&format!("annex-{row}"))), set(named));
        let address = tie(&format!("annex-{row}")).address;
        assert_eq!(address, Some(relier::dataset::Address::Multilateral), "row {row}");
    }
}

#[test]
fn column_and_description_may_disagree_and_both_are_kept() {
    let places = |row: u8, id: &str| {
        let tie = tie(&format!("annex-{row}"));
        let part =
            tie.participant(actor(id)).unwrap_or_else(|| panic!("{id} is no participant of row {row}"));
        part.places.clone()
    };
    use Place::{Column, Description, Title};
    // The column says «Pays concernés par l’élargissement», title and description name two of them.
    assert_eq!(places(29, "ENLARGEMENT"), [Column]);
    assert_eq!(places(29, "UKR"), [Title, Description]);
    assert_eq!(places(29, "MDA"), [Title, Description]);
    // The column says «Action multilatérale», the description who meets.
    for id in ["USA", "KOR", "JPN", "TWN", "CHN"] {
        assert_eq!(places(21, id), [Description]);
    }
    // Moldova stands in the column only.
    assert_eq!(places(27, "MDA"), [Column]);
    assert_eq!(places(27, "JPN"), [Description, Column]);
    // Singapore stands in the description only; the column does not have it.
    assert_eq!(places(6, "SGP"), [Description]);
}

// Apostrophes and quotation marks

#[test]
fn each_document_has_its_own_apostrophes_and_quotation_marks() {
    assert!(JOIN.contains('’') && JOIN.contains('«') && JOIN.contains('»'));
    assert!(!JOIN.contains('\''), "the joint communication has no straight apostrophe");
    assert!(CONCLUSIONS.contains('\'') && CONCLUSIONS.contains('"'));
    assert!(!CONCLUSIONS.contains('’') && !CONCLUSIONS.contains('«'));
}

#[test]
fn verification_never_folds() {
    type Change = fn(&str) -> String;
    let changes: [(&str, Change); 7] = [
        ("apostrophe", |t| t.replacen('’', "'", 1)),
        ("opening mark", |t| t.replacen('«', "\"", 1)),
        ("accent", |t| t.replacen('é', "e", 1)),
        ("ligature", |t| t.replacen('œ', "oe", 1)),
        ("case", |t| t.replacen('u', "U", 1)),
        ("space", |t| t.replacen(' ', "\u{a0}", 1)),
        ("dash", |t| t.replacen('-', "‑", 1)),
    ];
    let document = join();
    for (what, change) in changes {
        let mut tried = 0;
        for passage in document.passages() {
            let text = document.words(passage);
            assert_eq!(document.find(passage, text), Some(passage.range.clone()), "{}", passage.locator);
            let changed = change(text);
            if changed != text {
                tried += 1;
                assert_eq!(document.find(passage, &changed), None, "{what} in {}", passage.locator);
            }
        }
        assert!(tried >= 5, "{what}: only {tried} passages hold one");
    }
}

#[test]
fn search_folds_apostrophes_quotation_marks_accents_and_case() {
    assert_eq!(fold(&JOIN.replace('’', "'")).text, fold(JOIN).text);
    assert_eq!(fold(&JOIN.replace(['«', '»'], "\"")).text, fold(JOIN).text);
    for (typed, id) in [
        ("Conseil de l'Europe", "COUNCIL_OF_EUROPE"),
        ("conseil de l’europe", "COUNCIL_OF_EUROPE"),
        ("republique de coree", "KOR"),
        ("ETATS-UNIS", "USA"),
        ("egypte", "EGY"),
        ("Counter Ransomware", "COUNTER_RANSOMWARE_INITIATIVE"),
        ("Pole d'IA pour le developpement durable", "AI_HUB"),
    ] {
        assert_eq!(find_actor(dataset(), typed), Ok(actor(id)), "{typed}");
    }
    // A name written with the apostrophe of one document is found in the other.
    assert!(words(&conclusions(), "point 22").contains("sommet mondial sur la société de l'information"));
    assert!(words(&join(), "s5 ¶8").contains("Sommet mondial sur la société de l’information"));
    assert!(mentioned(CONCLUSIONS_ID, "point 22").contains("WSIS"));
    assert!(mentioned(JOIN_ID, "s5 ¶8").contains("WSIS"));
}

// Names

#[test]
fn koreas_three_names_are_one_country() {
    for (at, name) in [
        ("n13", "République de Corée"),
        ("n30", "Corée du Sud"),
        ("n24", "Corée"),
        ("annex 6 description", "Corée"),
        ("annex 21 description", "Corée du Sud"),
    ] {
        let named: Vec<_> = mentions(JOIN_ID, at).into_iter().filter(|m| m.words == name).collect();
        assert_eq!(named.len(), 1, "{at} says «{name}» once");
        assert_eq!(dataset().actor(named[0].actor).id, "KOR", "{at}");
    }
    for name in
        ["République de Corée", "Corée du Sud", "Corée", "South Korea", "Republic of Korea", "KR", "KOR"]
    {
        assert_eq!(find_actor(dataset(), name), Ok(actor("KOR")), "{name}");
    }
    let north = find_actor(dataset(), "PRK").unwrap();
    assert!(built().mentions.iter().all(|m| m.actor != north), "North Korea is named nowhere");
}

#[test]
fn inde_is_not_indonesie() {
    assert!(set("IND IDN").is_subset(&mentioned(JOIN_ID, "n23")), "note 23 names both");
    let only_indonesia = mentioned(JOIN_ID, "example 10");
    assert!(only_indonesia.contains("IDN") && !only_indonesia.contains("IND"));
    let only_india = mentioned(JOIN_ID, "n12");
    assert!(only_india.contains("IND") && !only_india.contains("IDN"));
    assert_ne!(find_actor(dataset(), "Inde"), find_actor(dataset(), "Indonésie"));
}

#[test]
fn the_african_union_is_no_country_and_not_africa() {
    assert_eq!(dataset().actor(actor("AFRICAN_UNION")).kind, ActorKind::Grouping);
    let named = mentioned(JOIN_ID, "example 14");
    assert!(named.contains("AFRICAN_UNION") && !named.contains("AFRICA"), "{named:?}");
}

#[test]
fn the_council_of_europe_is_not_the_european_council() {
    assert!(words(&join(), "n1").contains("Conseil européen"));
    assert_eq!(mentioned(JOIN_ID, "n1"), set(""));
    assert!(words(&conclusions(), "recital 3").contains("Conseil européen"));
    assert_eq!(mentioned(CONCLUSIONS_ID, "recital 3"), set(""));
    assert!(words(&join(), "s5 ¶2").contains("Conseil de l’Europe"));
    assert!(mentioned(JOIN_ID, "s5 ¶2").contains("COUNCIL_OF_EUROPE"));
    // The Council of the Union is neither.
    assert!(!mentioned(CONCLUSIONS_ID, "point 26").contains("COUNCIL_OF_EUROPE"));
    assert_ne!(find_actor(dataset(), "Conseil européen"), find_actor(dataset(), "Conseil de l’Europe"));
}

#[test]
fn alece_is_cefta_and_cei_is_iec() {
    assert!(words(&join(), "annex 44 partners").contains("pays parties à l’ALECE"));
    assert!(mentioned(JOIN_ID, "annex 44 partners").contains("CEFTA"));
    assert_eq!(find_actor(dataset(), "ALECE"), find_actor(dataset(), "CEFTA"));
    assert!(words(&conclusions(), "point 26").contains("Commission électrotechnique internationale (CEI)"));
    assert!(mentioned(CONCLUSIONS_ID, "point 26").contains("IEC"));
    assert_eq!(find_actor(dataset(), "CEI"), find_actor(dataset(), "IEC"));
    assert_eq!(dataset().actor(actor("IEC")).kind, ActorKind::Forum, "no Commonwealth of Independent States");
}

#[test]
fn tunis_hiroshima_and_paris_are_no_places_of_cooperation() {
    assert!(words(&join(), "s5 ¶7").contains("l’Agenda de Tunis"));
    assert_eq!(mentioned(JOIN_ID, "s5 ¶7"), set(""));
    assert!(words(&join(), "n49").contains("Agenda de Tunis"));
    assert_eq!(mentioned(JOIN_ID, "n49"), set(""));
    let tunisia: Vec<&str> =
        built().mentions.iter().filter(|m| m.actor == actor("TUN")).map(|m| m.at.as_str()).collect();
    assert_eq!(tunisia, ["n16"], "Tunisia itself is named in note 16 alone");

    assert!(words(&join(), "annex 8 description").contains("processus d’Hiroshima sur l’IA"));
    let row_8 = mentioned(JOIN_ID, "annex 8 description");
    assert!(row_8.contains("HIROSHIMA_PROCESS") && !row_8.contains("JPN"), "{row_8:?}");
    assert!(tie("annex-8").participant(actor("JPN")).is_none());

    assert!(words(&conclusions(), "point 11").contains("l'accord de Paris"));
    assert_eq!(mentioned(CONCLUSIONS_ID, "point 11"), set(""));
}

#[test]
fn a_presidency_or_a_host_is_no_participant() {
    for (row, words_there, id) in [
        (8, "La présidence sud-africaine du G20", "ZAF"),
        (9, "La République de Corée, qui accueillera la 16e conférence", "KOR"),
        (25, "Sous la présidence canadienne du G7", "CAN"),
    ] {
        let at = format!("annex {row} description");
        assert!(words(&join(), &at).contains(words_there), "{at}");
        let mention = mentions(JOIN_ID, &at).into_iter().find(|m| m.actor == actor(id)).unwrap();
        assert!(matches!(mention.account, Account::Scope(_)), "{at}: {:?}", mention.account);
        assert!(tie(&format!("annex-{row}")).participant(actor(id)).is_none(), "row {row}");
    }
    let south_africa = dataset().ties.iter().filter(|t| t.participant(actor("ZAF")).is_some());
    assert_eq!(south_africa.count(), 0, "no tie names South Africa");
}

/// The third countries, territories and economies that a reader finds in the joint communication and its annex.
const NAMED: &str = "ALB ARG AUS BRA CAN CHE CHL CHN COD COL CRI EGY GBR GRL GTM HND IDN IND JOR JPN KEN KOR MDA MEX \
                     MKD MYS NGA NIC NOR NZL PAN PHL SGP SLV THA TUN TWN TZA UKR URY USA ZAF";

#[test]
fn the_joint_communication_names_forty_two_third_countries() {
    let (join, _) = dataset().source_by_id(JOIN_ID).unwrap();
    let found: BTreeSet<&str> = built()
        .mentions
        .iter()
        .filter(|m| m.source == join && dataset().actor(m.actor).kind == ActorKind::Partner)
        .map(|m| dataset().actor(m.actor).id.as_str())
        .collect();
    assert_eq!(found, set(NAMED));
}

#[test]
fn the_conclusions_name_no_third_country() {
    let (source, _) = dataset().source_by_id(CONCLUSIONS_ID).unwrap();
    let countries = |id| dataset().actor(id).kind == ActorKind::Partner;
    assert!(built().mentions.iter().any(|m| m.source == source), "the scan did read them");
    assert!(!built().mentions.iter().any(|m| m.source == source && countries(m.actor)));
    for tie in &dataset().ties {
        for part in tie.participants.iter().filter(|p| countries(p.actor)) {
            let sources = part.evidence.iter().map(|&i| tie.evidence[i as usize].source);
            assert!(
                sources.into_iter().all(|s| s != source),
                "{}: a tie of {} sourced to the conclusions is an invention",
                tie.id,
                dataset().actor(part.actor).id
            );
        }
    }
}

#[test]
fn no_name_of_a_country_stands_in_the_conclusions_in_any_form() {
    // Not the alias table's own search: each French name and alias, as a word, in the plain text.
    let is_word = |text: &str, at: usize, end: usize| {
        let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let after = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        before && after
    };
    let stands = |text: &str, name: &str| {
        text.match_indices(name).any(|(at, found)| is_word(text, at, at + found.len()))
    };
    let mut in_join = BTreeSet::new();
    for country in dataset().actors.iter().filter(|a| a.alpha2.is_some()) {
        for name in [&country.name.fr].into_iter().chain(&country.aliases) {
            let name = name.trim_end_matches('*');
            assert!(!stands(CONCLUSIONS, &name.replace('’', "'")), "«{name}» stands in the conclusions");
            if stands(JOIN, name) {
                in_join.insert(country.id.as_str());
            }
        }
    }
    assert!(set(NAMED).is_subset(&in_join), "the same search finds the countries of the joint communication");
}

// Passages

/// How many passages hold each byte.
fn coverage(document: &Document) -> Vec<u8> {
    let mut held = vec![0u8; document.text().len()];
    for passage in document.passages() {
        for byte in &mut held[passage.range.clone()] {
            *byte += 1;
        }
    }
    held
}

#[test]
fn every_visible_byte_belongs_to_exactly_one_passage() {
    for document in [join(), conclusions()] {
        let held = coverage(&document);
        for (at, c) in document.text().char_indices() {
            // Bars only separate cells.
            let wanted = u8::from(!c.is_whitespace() && c != '|');
            let place = || {
                format!("{}, line {}: «{c}» is in {} passages", document.id(), document.line(at), held[at])
            };
            assert!(held[at] >= wanted && held[at] <= 1, "{}", place());
            assert!(c != '|' || held[at] == 0, "{}", place());
        }
    }
}

#[test]
fn passages_begin_and_end_with_visible_characters_in_the_order_of_the_text() {
    for document in [join(), conclusions()] {
        let mut end = 0;
        for passage in document.passages() {
            assert!(passage.range.start >= end, "{}", passage.locator);
            end = passage.range.end;
            let words = document.words(passage);
            assert_eq!(words.trim(), words, "{}", passage.locator);
            assert!(!words.is_empty(), "{}", passage.locator);
            assert_eq!(document.passage(&passage.locator), Some(passage));
            assert_eq!(document.passage_at(passage.range.start), Some(passage));
            assert_eq!(document.passage_at(passage.range.end - 1), Some(passage));
        }
    }
}

#[test]
fn thirty_two_examples_of_future_actions() {
    let document = join();
    let mut by_heading: Vec<(&str, usize)> = Vec::new();
    for passage in document.passages() {
        if passage.locator.ends_with("examples heading") {
            by_heading.push((&passage.locator, 0));
        } else if let PassageKind::Example(_) = passage.kind {
            by_heading.last_mut().unwrap().1 += 1;
        }
    }
    let places = ["s2", "s4.1", "s4.2", "s4.3", "s4.4", "s4.5", "s4.6", "s5"];
    let counts = [4, 6, 8, 4, 1, 4, 2, 3];
    let expected: Vec<(String, usize)> =
        places.iter().zip(counts).map(|(p, n)| (format!("{p} examples heading"), n)).collect();
    assert_eq!(by_heading.iter().map(|(p, n)| ((*p).to_owned(), *n)).collect::<Vec<_>>(), expected);
    assert_eq!(counts.iter().sum::<usize>(), 32);
    for (number, begins) in [
        (1, "·Préparation de nouveaux partenariats"),
        (5, "·La connectivité de l’Arctique"),
        (10, "·L’initiative de l’Équipe Europe pour une connectivité durable UE-ASEAN"),
        (11, "·L’UE mettra en œuvre des projets conjoints"),
        (18, "·L’UE étudiera, en dialogue étroit"),
        (19, "·L’UE collaborera avec des partenaires pertinents"),
        (27, "·L’UE continuera de collaborer avec ses principaux partenaires"),
        (32, "·L’UE soutiendra l’extension et l’élargissement"),
    ] {
        assert!(words(&document, &format!("example {number}")).starts_with(begins), "example {number}");
    }
    assert!(document.passage("example 33").is_none());
}

#[test]
fn bullets_that_are_no_examples_stay_paragraphs() {
    let document = join();
    for (at, begins) in [
        ("s4.2 ¶1", "·Intelligence artificielle:"),
        ("s4.2 ¶2", "·5G et 6G:"),
        ("s4.2 ¶3", "·Semi-conducteurs:"),
        ("s4.2 ¶4", "·Technologies quantiques:"),
    ] {
        assert!(words(&document, at).starts_with(begins), "{at}");
        assert_eq!(document.passage(at).unwrap().kind, PassageKind::Paragraph);
    }
}

#[test]
fn the_four_directions_bear_the_numbers_of_the_text() {
    let document = join();
    for (at, begins) in [
        ("s2 (1)", "1)l’UE approfondira"),
        ("s2 (2)", "2)l’UE agrandira"),
        ("s2 (3)", "3)l’UE reliera"),
        ("s2 (4)", "4)l’UE renforcera"),
    ] {
        assert!(words(&document, at).starts_with(begins), "{at}");
    }
}

#[test]
fn the_conclusions_have_twenty_seven_points_under_six_headings() {
    let document = conclusions();
    for number in 1..=27 {
        assert!(words(&document, &format!("point {number}")).starts_with(&format!("{number}. ")));
    }
    assert!(document.passage("point 28").is_none());
    let headings: Vec<&str> =
        document.passages().iter().filter_map(|p| p.locator.strip_prefix("heading ")).collect();
    assert_eq!(headings, ["I", "II", "III", "IV", "V", "VI"]);
    let indents = document.passages().iter().filter(|p| p.locator.starts_with("point 15 ("));
    assert_eq!(indents.count(), 4, "point 15 has four indents");
    assert!(words(&document, "n1").starts_with("¹ Revised Implementing Guidelines"));
}

#[test]
fn errors_of_the_source_are_quoted_as_they_stand() {
    // Point 18 writes «cyberspace» for «cyberespace».
    let text = words(&conclusions(), "point 18").to_owned();
    assert!(text.contains("comportement responsable des États dans le cyberspace"));
    let quotes: Vec<&str> = dataset()
        .ties
        .iter()
        .flat_map(|t| &t.evidence)
        .filter(|e| e.at == "point 18" && e.quote.contains("dans le cyber"))
        .map(|e| e.quote.as_str())
        .collect();
    assert!(!quotes.is_empty());
    assert!(quotes.iter().all(|q| q.contains("cyberspace")), "{quotes:?}");
    let flagged =
        dataset().ties.iter().filter(|t| t.evidence.iter().any(|e| quotes.contains(&e.quote.as_str())));
    for tie in flagged {
        assert!(
            tie.note.as_ref().is_some_and(|n| [&n.fr, &n.en].iter().all(|n| n.contains("cyberspace"))),
            "{} does not flag it",
            tie.id
        );
    }
}
