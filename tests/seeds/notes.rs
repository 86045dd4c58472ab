//! What the notes say, read by hand.

use std::collections::BTreeSet;

use relier::dataset::{Closure, Kind, Period, State, parse_date};

use super::support::{self, actor, dataset, parties, set, tie};

/// The parties of all instruments of a kind that are in a state.
fn holders(kind: Kind, state: State) -> BTreeSet<&'static str> {
    dataset().ties.iter().filter(|t| t.kind == kind && t.state == state).flat_map(parties).collect()
}

fn all_of(kind: Kind) -> BTreeSet<&'static str> {
    dataset().ties.iter().filter(|t| t.kind == kind).flat_map(parties).collect()
}

/// Every note says something, in French and in English, and quotes the documents in the same words in both.
#[test]
fn notes_on_the_coding_quote_the_same_in_both_languages() {
    let own = dataset().ties.iter().flat_map(|t| {
        t.note.iter().chain(t.participants.iter().filter_map(|p| p.note.as_ref())).map(|n| (t.id.as_str(), n))
    });
    let lists = dataset().memberships.iter().flat_map(|m| {
        let spans = m.spans.iter().filter_map(|s| s.note.as_ref());
        m.note.iter().chain(spans).map(|n| (dataset().actor(m.group).id.as_str(), n))
    });
    let mut seen = 0;
    for (id, note) in own.chain(lists) {
        seen += 1;
        assert!(!note.fr.trim().is_empty() && !note.en.trim().is_empty(), "{id}: {note:?}");
        // A name and a quotation are the same in both.
        assert!(note.fr != note.en || note.en.starts_with("Blue-Raman: «"), "{id}: {note:?}");
        for quoted in note.en.split('«').skip(1).map(|q| q.split('»').next().unwrap()) {
            // The word of a state is no quotation.
            assert!(quoted == "agreed" || note.fr.contains(&format!("«{quoted}»")), "{id}: «{quoted}»");
        }
    }
    assert!(seen > 200, "{seen} notes");
}

#[test]
fn the_closed_lists_of_the_notes_are_the_holders() {
    for (note, kind, named) in [
        // «Avec les États-Unis et l’Inde.»
        ("n12", Kind::Ttc, "USA IND"),
        // «Avec le Japon, la République de Corée, Singapour et le Canada.»
        ("n13", Kind::Dp, "JPN KOR SGP CAN"),
        // «Avec le Brésil, le Mexique, l’Argentine, l’Australie et les Balkans occidentaux.»
        ("n14", Kind::Dd, "BRA MEX ARG AUS WESTERN_BALKANS"),
        // «L’Inde, le Japon, la République de Corée, le Brésil, les États-Unis, l’Ukraine et le Royaume-Uni.»
        ("n15", Kind::Cd, "IND JPN KOR BRA USA UKR GBR"),
        // «au Nigeria, en Colombie, en République démocratique du Congo, au Kenya et aux Philippines»
        ("n28", Kind::Pkg, "NGA COL COD KEN PHL"),
        // «le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord»
        ("n30", Kind::Sdp, "GBR NOR MDA KOR JPN ALB MKD"),
        // «Au Kenya, en Tanzanie, au Nigeria, en Colombie et au Brésil.»
        ("n34", Kind::Hub, "KEN TZA NGA COL BRA"),
    ] {
        assert_eq!(holders(kind, State::Active), set(named), "{note}");
        assert_eq!(all_of(kind), set(named), "{note}: nobody else in any state");
        for tie in dataset().ties.iter().filter(|t| t.kind == kind) {
            assert!(tie.evidence.iter().any(|e| e.at == note), "{} does not cite {note}", tie.id);
            assert_eq!(tie.participants.len(), 1, "{}: one bilateral instrument per party", tie.id);
        }
        // The scan of the note finds the same actors.
        assert_eq!(support::mentioned(support::JOIN_ID, note), set(named), "{note}");
    }
}

#[test]
fn note_16_gives_examples_of_strategic_partnerships() {
    // «Avec des partenaires tels que la Tunisie, l’Égypte ou la Jordanie.»
    assert_eq!(holders(Kind::Csp, State::Active), set("TUN EGY JOR"));
}

#[test]
fn the_states_of_note_17_are_those_of_its_words() {
    // «Dix-neuf pays sont actuellement associés à Horizon Europe»
    assert_eq!(holders(Kind::He, State::Active), set("HE_ASSOCIATED"));
    // «la Suisse, la République de Corée et l’Égypte devraient devenir des pays associés en 2025»
    assert_eq!(holders(Kind::He, State::Proposed), set("CHE KOR EGY"));
    for id in ["HE-CHE", "HE-KOR", "HE-EGY"] {
        let period = tie(id).period;
        assert_eq!(period.expected.unwrap().to_string(), "2025", "{id}");
        assert_eq!(period.from, None, "{id}: an expected date is no first day");
    }
    // «les négociations d’association progressent avec le Japon»: the year is not said of Japan.
    assert_eq!(holders(Kind::He, State::Negotiating), set("JPN"));
    assert_eq!(tie("HE-JPN").period, Period::default());
}

#[test]
fn the_states_of_note_23_are_those_of_its_words() {
    // «ont été conclus avec le Royaume-Uni, la Nouvelle-Zélande et le Chili»
    assert_eq!(holders(Kind::FtaD, State::Agreed), set("GBR NZL CHL"));
    // «sont en cours de négociation avec l’Inde, l’Indonésie, la Thaïlande, les Philippines et la Malaisie»
    assert_eq!(holders(Kind::FtaD, State::Negotiating), set("IND IDN THA PHL MYS"));
    assert_eq!(all_of(Kind::FtaD).len(), 8);
}

#[test]
fn the_states_of_note_24_are_those_of_its_words() {
    let from = |id: &str| tie(id).period.from.unwrap().to_string();
    // «a été signé le 7 mai 2025»: signed is not in force.
    assert_eq!((tie("DTA-SGP").state, from("DTA-SGP")), (State::Agreed, "2025-05-07".to_owned()));
    // «se sont achevées en mars 2025»
    assert_eq!((tie("DTA-KOR").state, from("DTA-KOR")), (State::Agreed, "2025-03".to_owned()));
    assert_eq!(all_of(Kind::Dta), set("SGP KOR"));
    // «sont entrées en vigueur en juillet 2024»
    assert_eq!((tie("DFR-JPN").state, from("DFR-JPN")), (State::Active, "2024-07".to_owned()));
    assert_eq!(all_of(Kind::Dfr), set("JPN"));
}

#[test]
fn note_22_announces_roaming() {
    // «l’Ukraine et la Moldavie sont en bonne voie pour se voir accorder un traitement mutuel»
    assert_eq!(holders(Kind::Roam, State::Proposed), set("UKR MDA"));
    assert_eq!(all_of(Kind::Roam), set("UKR MDA"));
}

#[test]
fn the_growth_plans_of_section_2() {
    // «les plans de croissance pour les Balkans occidentaux 19 , la facilité … Moldavie 20 et la facilité pour l’Ukraine 21»
    assert_eq!(holders(Kind::Gp, State::Active), set("WESTERN_BALKANS MDA UKR"));
}

#[test]
fn closures_of_the_notes_are_as_the_method_reads_them() {
    let closure =
        |id: &str| dataset().lists.iter().find(|l| l.id == id).unwrap_or_else(|| panic!("{id}")).closure;
    for id in ["n12", "n13", "n14", "n15", "n28", "n30"] {
        assert_eq!(closure(id), Closure::Closed, "{id}");
    }
    assert_eq!(closure("n16"), Closure::Open);
    assert_eq!(closure("n17"), Closure::Count);
    assert_eq!(closure("n18"), Closure::Pointer);
    assert_eq!(closure("n23"), Closure::Doubtful);
    assert_eq!(closure("n24"), Closure::Doubtful);
    let closed = dataset().lists.iter().filter(|l| l.closure == Closure::Closed).count();
    assert_eq!(closed, 6, "no other list makes silence an absence");
}

#[test]
fn words_that_open_a_list_keep_it_open() {
    for list in &dataset().lists {
        let quotes: Vec<&str> = list.evidence.iter().map(|e| e.quote.as_str()).collect();
        let opens = ["tels que", "telles que", "notamment", "par exemple", "y compris"];
        if list.closure == Closure::Closed {
            // The sentence beside the note may speak of other things; the note itself may not open.
            let note = list.evidence.iter().find(|e| e.at.starts_with('n')).unwrap();
            assert!(
                !opens.iter().any(|w| note.quote.to_lowercase().contains(w)),
                "{}: {}",
                list.id,
                note.quote
            );
        }
        if list.closure == Closure::Open {
            assert!(
                quotes.iter().any(|q| opens.iter().any(|w| q.to_lowercase().contains(w))),
                "{}: {quotes:?}",
                list.id
            );
        }
    }
}

#[test]
fn the_semiconductor_authorities_are_those_of_row_21() {
    // «(UE, États-Unis, Corée du Sud, Japon, Taïwan et Chine)»
    assert!(set("USA KOR JPN TWN CHN").is_subset(&parties(tie("annex-21"))));
    let members: BTreeSet<&str> = dataset()
        .members_on(actor("GAMS"), parse_date("2025-06-05").unwrap())
        .iter()
        .map(|&a| dataset().actor(a).id.as_str())
        .collect();
    assert_eq!(members, set("USA KOR JPN TWN CHN"), "the public list agrees");
}

#[test]
fn concerns_about_marketplaces_are_no_asset() {
    let concerns: Vec<&str> = dataset()
        .ties
        .iter()
        .filter(|t| t.polarity == relier::dataset::Polarity::Concern)
        .map(|t| t.id.as_str())
        .collect();
    assert_eq!(concerns, ["annex-42"], "«Faire part des principales préoccupations de l’UE»: China, row 42");
    assert_eq!(parties(tie("annex-42")), set("CHN"));
}
