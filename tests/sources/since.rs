//! Since when and until when: what paper says of an instrument’s dates, held against the records.

use crate::support;
use relier::dataset::{ActorKind, Dataset, State, Tie, Word, parse_date};
use relier::draw::{MatrixLayout, Options, WheelLayout};
use relier::explorer::{Explorer, find_actor};
use relier::network::{Dates, Filter};
use relier::view::{
    Against, Goal, Lang, TieView, Units, detail_actor, goal_view, network_view, partners_matrix,
    picture_view, profile_view,
};

fn explorer() -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: day, known: day })
}

/// The words of the table in the corner of the wheel.
fn table(filter: &Filter, lang: Lang) -> String {
    let (view, _) = picture_view(&explorer(), filter);
    let layout = WheelLayout::new(&view, &Options { lang, ..Options::default() });
    layout.since.iter().map(|l| l.lines.join(" ")).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_wheel_names_every_instrument_that_the_sources_date() {
    let dataset: &Dataset = support::dataset();
    for lang in [Lang::Fr, Lang::En] {
        let said = table(&Filter::default(), lang);
        let mut dated = 0;
        for tie in dataset.ties.iter().filter(|t| !t.is_action()) {
            let period = &tie.period;
            if period.from.is_none() && period.until.is_none() && period.expected.is_none() {
                continue;
            }
            dated += 1;
            let who = tie.participants.iter().map(|p| dataset.actor(p.actor));
            for actor in who.filter(|a| a.kind != ActorKind::Hub) {
                let name = if lang == Lang::Fr { &actor.name.fr } else { &actor.name.en };
                assert!(said.contains(name.as_str()), "{}: {name} is not in «{said}»", tie.id);
            }
        }
        assert!(dated >= 8, "{dated}");
        // By the records: data-flow rules since July 2024, a trade agreement since 7 May 2025, three associations expected.
        let (japan, singapore, expected) = match lang {
            Lang::Fr => ("juillet 2024: Japon", "7 mai 2025: Singapour", "attendu: 2025: "),
            Lang::En => ("July 2024: Japan", "7 May 2025: Singapore", "expected: 2025: "),
        };
        for part in [japan, singapore, expected] {
            assert!(said.contains(part), "«{part}» is not in «{said}»");
        }
    }
}

#[test]
fn where_nothing_is_dated_the_corner_says_so() {
    // A digital partnership has no date in the documents.
    let filter = Filter { instruments: vec![relier::dataset::Kind::Dp], ..Filter::default() };
    let held = support::dataset().ties.iter().filter(|t| t.kind == relier::dataset::Kind::Dp).count();
    assert_eq!(table(&filter, Lang::En), format!("Since when: no date in the documents ({held})"));
    assert_eq!(table(&filter, Lang::Fr), format!("Depuis quand: aucune date dans les documents ({held})"));
    // Actions have their calendar.
    let actions = Filter { instruments: vec![relier::dataset::Kind::Action], ..Filter::default() };
    assert_eq!(table(&actions, Lang::En), "");
    assert_eq!(table(&Filter { without_eu: true, ..Filter::default() }, Lang::En), "");
}

#[test]
fn every_filled_cell_against_the_kinds_says_a_year_or_that_there_is_none() {
    let explorer = explorer();
    let view = partners_matrix(&explorer, Against::Kinds, Units::Core);
    for (lang, none) in [(Lang::Fr, "s. d."), (Lang::En, "n. d.")] {
        let layout = MatrixLayout::new(&view, &Options { lang, ..Options::default() });
        let mut seen = [0, 0];
        for spot in &layout.cells {
            let cell = &view.matrix.cells[spot.row][spot.column];
            let ties = view.ties.iter().filter(|t| cell.ties.contains(&t.id));
            let dated: Vec<_> = ties
                .filter(|t| t.valid.from.is_some() || t.valid.to.is_some() || t.valid.expected.is_some())
                .collect();
            let said = spot.through.as_ref().map(|l| l.lines.concat());
            if cell.ties.is_empty() {
                assert_eq!(said, None);
            } else if dated.is_empty() {
                seen[0] += 1;
                assert_eq!(said.as_deref(), Some(none));
            } else {
                seen[1] += 1;
                let said = said.unwrap_or_else(|| panic!("{}: no date", dated[0].id));
                let year = |t: &str| t[2..4].to_owned();
                let any = dated.iter().any(|t| {
                    let days = [&t.valid.from, &t.valid.expected, &t.valid.to];
                    days.into_iter().flatten().any(|d| said.contains(&year(d)))
                });
                assert!(any, "«{said}» has no year of {}", dated[0].id);
            }
        }
        assert!(seen.iter().all(|n| *n > 4), "{seen:?}");
    }
}

/// A text speaks of its own day: what it dates from no day may have begun after an earlier one.
#[test]
fn before_the_first_text_that_states_it_what_has_no_beginning_is_drawn_as_not_stated() {
    let read = |day: &str| parse_date(day).unwrap();
    let on =
        |day: &str| Explorer::new(support::shared(), Dates { as_of: read(day), known: read("2025-11-20") });
    let dataset = support::dataset();
    let first = |id: &str| {
        let tie = dataset.tie(dataset.tie_id(id).unwrap());
        tie.evidence.iter().map(|e| dataset.source(e.source).date).min().unwrap()
    };
    for day in ["2024-01-01", "2025-06-04", "2025-06-05", "2025-11-19", "2025-11-20"] {
        let explorer = on(day);
        let (view, _) = picture_view(&explorer, &Filter::default());
        let (mut doubted, mut sure) = (0, 0);
        for tie in view.ties.iter().filter(|t| t.class == "stated") {
            let expected = tie.valid.given[0].is_none() && read(day) < first(&tie.id);
            assert_eq!(tie.beginning_unknown, expected, "{} on {day}", tie.id);
            if expected {
                doubted += 1
            } else {
                sure += 1
            }
            let said = tie.standing(tie.state);
            assert_eq!(said.fr.contains("début non daté"), expected, "{}", tie.id);
            assert_eq!(said.en.contains("beginning not dated"), expected, "{}", tie.id);
        }
        assert!(sure > 0 && (doubted > 0) == (day < "2025-11-20"), "{day}: {doubted} and {sure}");
        // Its sign on paper is that of what is not stated, whatever its state was by the text.
        let layout = WheelLayout::new(&view, &Options { lang: Lang::En, ..Options::default() });
        let signs = layout
            .lines
            .iter()
            .map(|l| (l.tie, l.state))
            .chain(layout.marks.iter().map(|m| (m.tie, m.state)));
        for (tie, sign) in signs.filter(|(tie, _)| view.ties[*tie].beginning_unknown) {
            assert_eq!(sign, "unknown", "{} on {day}", view.ties[tie].id);
        }
        let said = |words: &str| layout.legend.labels().any(|l| l.lines.concat().contains(words));
        let is_doubted =
            |m: &relier::draw::Mark| view.ties[m.tie].beginning_unknown && view.ties[m.tie].kind == "ACTION";
        assert_eq!(said("not said to run"), layout.marks.iter().any(is_doubted), "{day}");
        assert_ne!(said("not said to run"), said("planned or signed"), "{day}");
    }
}

/// What is chosen by a state is what is told, drawn and counted under it, on whatever day.
#[test]
fn a_state_selects_the_ties_that_are_shown_in_it() {
    let read = |day: &str| parse_date(day).unwrap();
    for day in ["2020-01-01", "2024-01-01", "2025-06-04", "2025-11-20", "2026-06-01"] {
        let dates = Dates { as_of: read(day), known: read("2025-11-20") };
        let explorer = Explorer::new(support::shared(), dates);
        let whole = network_view(&explorer, &Filter::default());
        let mut seen = 0;
        for &state in State::ALL {
            let filter = Filter { states: vec![state], ..Filter::default() };
            let chosen = network_view(&explorer, &filter);
            let of = |ties: &[TieView]| -> Vec<String> {
                let shown = |t: &&TieView| match t.parties.as_slice() {
                    [] => t.state == state.word(),
                    parties => parties.iter().any(|p| p.state == state.word()),
                };
                ties.iter().filter(|t| t.class == "stated").filter(shown).map(|t| t.id.clone()).collect()
            };
            let stated = chosen.ties.iter().filter(|t| t.class == "stated").count();
            assert_eq!(of(&chosen.ties), of(&whole.ties), "{} on {day}", state.word());
            assert_eq!(of(&chosen.ties).len(), stated, "{} on {day}", state.word());
            seen += usize::from(stated > 0);
        }
        assert!(seen > 1, "{day}");
    }
}

/// What a text of 2025 tells of 2024 was not planned in 2020: nobody says so. What it announces is.
#[test]
fn before_it_began_a_tie_is_planned_only_where_a_text_announces_it() {
    let read = |day: &str| parse_date(day).unwrap();
    let on = |day: &str, id: &str| {
        let dates = Dates { as_of: read(day), known: read("2025-11-20") };
        let explorer = Explorer::new(support::shared(), dates);
        let view = network_view(&explorer, &Filter::default());
        view.ties.iter().find(|t| t.id == id).map(|t| t.state).unwrap()
    };
    // «entrées en vigueur en juillet 2024»; signed on 7 May 2025.
    assert_eq!(on("2024-06-30", "DFR-JPN"), "unbegun");
    assert_eq!(on("2024-07-01", "DFR-JPN"), "active");
    assert_eq!(on("2025-05-06", "DTA-SGP"), "unbegun");
    assert_eq!(on("2025-05-07", "DTA-SGP"), "agreed");
    // «Action continue (2026-2029)», said in June 2025.
    assert_eq!(on("2025-11-20", "annex-22"), "proposed");
    // Its sign is its own, and its words are.
    let day = Dates { as_of: read("2024-06-30"), known: read("2025-11-20") };
    let explorer = Explorer::new(support::shared(), day);
    let (view, _) = picture_view(&explorer, &Filter::default());
    for (lang, words) in
        [(Lang::Fr, "pas encore commencé ou conclu"), (Lang::En, "not yet begun or concluded")]
    {
        let layout = WheelLayout::new(&view, &Options { lang, ..Options::default() });
        assert!(layout.legend.labels().any(|l| l.lines.join(" ").contains(words)), "{words}");
        assert!(
            !layout
                .legend
                .labels()
                .any(|l| l.lines.join(" ").starts_with(["prévu ou à", "planned or under"][lang as usize]))
        );
    }
}

/// Read before the documents, a direction says by which texts it speaks, and how many ties they leave undated.
#[test]
fn before_the_documents_a_headline_says_that_it_reads_later_texts() {
    let read = |day: &str| parse_date(day).unwrap();
    let dataset = support::dataset();
    for day in ["2024-01-01", "2025-06-04", "2025-06-05", "2025-11-20"] {
        let dates = Dates { as_of: read(day), known: read("2025-11-20") };
        let explorer = Explorer::new(support::shared(), dates);
        let first = |t: &Tie| t.evidence.iter().map(|e| dataset.source(e.source).date).min().unwrap();
        let over = |t: &Tie| t.period.until.is_some_and(|u| u.end <= read(day));
        let undated = |t: &&Tie| t.period.from.is_none() && read(day) < first(t) && !over(t);
        let n = dataset.ties.iter().filter(undated).count();
        for goal in Goal::ALL {
            let said = goal_view(&explorer, goal).headline;
            let early = day < "2025-06-05";
            assert_eq!(said.en.starts_with("Read in texts later than "), early, "{day}: {}", said.en);
            assert_eq!(
                said.fr.starts_with("Lu dans des textes postérieurs au "),
                early,
                "{day}: {}",
                said.fr
            );
            let counted = format!("({n} of {} ties without a date of beginning", dataset.ties.len());
            assert_eq!(said.en.contains(&counted), early, "{day}: {}", said.en);
        }
    }
}

/// An expected day that has passed is not left as if it were to come.
#[test]
fn an_expected_day_that_has_passed_is_said_to_have_passed() {
    let read = |day: &str| parse_date(day).unwrap();
    for (day, passed) in [("2025-12-31", false), ("2026-01-01", true)] {
        let dates = Dates { as_of: read(day), known: read("2025-11-20") };
        let explorer = Explorer::new(support::shared(), dates);
        let view = network_view(&explorer, &Filter::default());
        for (lang, due, words) in [
            (Lang::Fr, "attendu: 2025", "attendu: 2025 (passé; suite non dite)"),
            (Lang::En, "expected: 2025", "expected: 2025 (passed; outcome not told)"),
        ] {
            let layout = WheelLayout::new(&view, &Options { lang, ..Options::default() });
            let table = layout.since.iter().map(|l| l.lines.join(" ")).collect::<Vec<_>>().join(" ");
            assert!(table.contains(due), "{day}: {table}");
            assert_eq!(table.contains(words), passed, "{day}: {table}");
        }
        let switzerland = find_actor(&explorer.dataset, "CHE").unwrap();
        let profile = profile_view(&explorer, switzerland).unwrap();
        let lines: Vec<_> = profile.sections.iter().flat_map(|s| &s.lines).map(|l| &l.text.en).collect();
        assert!(lines.iter().any(|l| l.contains("expected: 2025")), "{lines:?}");
        assert_eq!(
            lines.iter().any(|l| l.contains("(passed; outcome not told)")),
            passed,
            "{day}: {lines:?}"
        );
    }
}

/// «a conclu», «signé»: agreed, unless a reason is written beside that quotes the word.
#[test]
fn what_a_text_says_to_be_concluded_runs_only_with_a_reason() {
    let dataset = support::dataset();
    let mut seen = 0;
    for tie in dataset.ties.iter().filter(|t| t.state == State::Active && !t.is_action()) {
        let own: Vec<&str> = tie.evidence.iter().map(|e| e.quote.as_str()).collect();
        let is_said = own.iter().any(|q| {
            q.contains("a conclu de tels")
                || q.contains("ont été conclus")
                || q.contains("a signé")
                || q.contains("été signé")
        });
        if is_said || tie.id == "ARR-SMART_AFRICA" {
            seen += 1;
            let note = tie.note.clone().unwrap_or_default();
            for note in [&note.fr, &note.en] {
                assert!(note.contains("conclu» "), "{}: {note}", tie.id);
            }
        }
    }
    assert_eq!(seen, 8, "seven partnerships of note 30 and the arrangement with Smart Africa");
}

/// A quotation is marked as cut exactly where its passage goes on within the sentence.
#[test]
fn a_quotation_that_stops_within_a_sentence_says_so() {
    let view = network_view(&explorer(), &Filter::default());
    let find = |words: &str| {
        let all = view.ties.iter().flat_map(|t| &t.evidence);
        all.clone().find(|e| e.quote == words).unwrap_or_else(|| panic!("{words}")).cut
    };
    let whole = "L’UE a conclu de tels partenariats avec le Royaume-Uni, la Norvège, la Moldavie, la Corée du Sud, le Japon, l’Albanie et la Macédoine du Nord.";
    assert_eq!(find(whole), None);
    assert_eq!(
        find("l’UE renforcera les partenariats en matière de sécurité et de défense 30"),
        Some("after")
    );
    assert_eq!(
        find(
            "Des accords de libre-échange comportant des chapitres complets sur le commerce numérique ont été conclus avec le Royaume-Uni, la Nouvelle-Zélande et le Chili"
        ),
        Some("after")
    );
    assert_eq!(find("Action continue"), None);
}

#[test]
fn a_list_of_members_names_who_came_since_the_first_document() {
    let on = |day: &str, actor: &str| {
        let day = parse_date(day).unwrap();
        let explorer = Explorer::new(support::shared(), Dates { as_of: day, known: day });
        let id = find_actor(&explorer.dataset, actor).unwrap();
        let all = detail_actor(&explorer, id).memberships;
        all.into_iter().find(|m| m.group == "HE_ASSOCIATED").and_then(|m| m.since)
    };
    // Note 17 counts nineteen countries on 5 June 2025; Korea signed on 17 July 2025.
    assert!(on("2025-06-05", "HE_ASSOCIATED").is_none());
    let group = on("2025-11-20", "HE_ASSOCIATED").unwrap();
    let korea = on("2025-11-20", "KOR").unwrap();
    assert!(
        group.en.starts_with("Since 5 June 2025") && korea.en.starts_with("Since 5 June 2025"),
        "{group:?}"
    );
    assert!(
        group.en.contains("Republic of Korea (17 July 2025)") && group.en.contains("Switzerland"),
        "{group:?}"
    );
    assert!(korea.fr.contains("17 juillet 2025") && !korea.fr.contains("Suisse"), "{korea:?}");
    // Who has been in all along came at no moment that the list dates.
    assert!(on("2025-11-20", "CAN").is_none());
}
