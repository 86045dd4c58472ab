//! What stands around a picture: a long selection is said to its end and moves the picture down, and the last line names
//! what the picture is of.

use crate::support;
use relier::dataset::{ActorKind, AreaId, DomainId, Kind, State, Word, parse_date};
use relier::draw::{
    self, CalendarLayout, DotOptions, EgoLayout, ForceLayout, Label, LabelBox, LatticeLayout, MatrixLayout,
    NETWORK_ENGINE, Options, WheelLayout,
};
use relier::explorer::{Explorer, find_actor};
use relier::network::{Dates, Filter};
use relier::view::{
    Against, Chosen, Lang, Units, calendar_view, chosen, ego_view, lattice_of, matrix_of, network_view,
    picture_view,
};

fn explorer() -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: day, known: day })
}

/// Nearly everything, chosen by name.
fn long(explorer: &Explorer) -> Filter {
    let dataset = &*explorer.dataset;
    Filter {
        kinds: vec![ActorKind::Partner, ActorKind::Grouping, ActorKind::Forum],
        instruments: Kind::ALL.to_vec(),
        states: State::ALL.to_vec(),
        areas: (0..dataset.areas.len() as u8).map(AreaId).collect(),
        domains: (0..dataset.domains.len() as u8).map(DomainId).collect(),
        focus: Some(find_actor(dataset, "JPN").unwrap()),
        ..Filter::default()
    }
}

fn read(svg: &str) -> String {
    let text: String =
        svg.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(what: &str, svg: &str, boxes: &[(&Label, LabelBox)], selection: &[Chosen], lang: Lang) {
    // A line may end at a hyphen: «Semi-» «conducteurs» is one word.
    let text = read(svg).replace("- ", "-");
    // The description holds it whole in any case: what is printed comes after it.
    let printed = &text[text.rfind("Sélection:").or(text.rfind("Selection:")).expect("a selection")..];
    for c in selection {
        let words = c.words.get(lang).replace("- ", "-");
        assert!(printed.contains(&words), "{what} {lang:?}: «{words}» is cut: {}", &printed[..200]);
    }
    for (i, (label, one)) in boxes.iter().enumerate() {
        for (other, two) in &boxes[..i] {
            assert!(!one.overlaps(two), "{what} {lang:?}: {:?} over {:?}", label.lines, other.lines);
        }
    }
}

#[test]
fn a_long_selection_is_said_to_its_end_in_every_picture() {
    let explorer = explorer();
    let filter = long(&explorer);
    let selection = chosen(&explorer.dataset, &filter);
    assert_eq!(selection.len(), 6);
    for lang in [Lang::Fr, Lang::En] {
        let options = Options { lang, selection: selection.clone(), ..Options::default() };
        let (view, said) = picture_view(&explorer, &filter);
        assert_eq!(said, selection);
        let wheel = WheelLayout::new(&view, &options);
        check("wheel", draw::wheel(&view, &options).as_str(), &wheel.boxes(), &selection, lang);
        let force = ForceLayout::new(&view, &options);
        check("force", draw::force(&view, &options).as_str(), &force.boxes(), &selection, lang);
        let (view, _) = ego_view(&explorer, &filter);
        let ego = EgoLayout::new(&view, "JPN", &options).unwrap();
        check("ego", draw::ego(&view, "JPN", &options).as_str(), &ego.boxes(), &selection, lang);
        let view = calendar_view(&explorer, &filter);
        let layout = CalendarLayout::new(&view, &options);
        check("calendar", draw::calendar(&view, &options).as_str(), &layout.boxes(), &selection, lang);
        let view = matrix_of(&explorer, &filter, Against::Kinds, Units::Named);
        let layout = MatrixLayout::new(&view, &options);
        check("matrix", draw::matrix(&view, &options).as_str(), &layout.boxes(), &selection, lang);
        let view = lattice_of(&explorer, &filter, Against::Areas);
        let layout = LatticeLayout::new(&view, &options);
        check("lattice", draw::lattice(&view, &options).as_str(), &layout.boxes(), &selection, lang);
    }
}

#[test]
fn what_is_chosen_is_said_in_words_and_once_for_each_option() {
    let explorer = explorer();
    let dataset = &*explorer.dataset;
    assert!(chosen(dataset, &Filter::default()).is_empty());
    let filter = Filter {
        kinds: vec![ActorKind::Partner, ActorKind::Grouping],
        focus: Some(find_actor(dataset, "JPN").unwrap()),
        depth: 2,
        without_eu: true,
        ..Filter::default()
    };
    let words =
        |lang| chosen(dataset, &filter).iter().map(|c| c.words.get(lang).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        words(Lang::Fr),
        ["acteurs: partenaires, groupements", "autour de: Japon", "jusqu’à 2 liens de distance", "sans l’UE"]
    );
    assert_eq!(
        words(Lang::En),
        ["actors: partners, groupings", "around: Japan", "up to 2 ties away", "without the EU"]
    );
}

#[test]
fn the_last_line_names_an_imported_file_and_counts_the_documents() {
    let mut view = network_view(&explorer(), &Filter::default());
    let said = |view: &relier::view::NetworkView, lang| {
        let options = Options { lang, ..Options::default() };
        let dot = DotOptions { lang, engine: NETWORK_ENGINE, selection: &[], address: None };
        [read(draw::wheel(view, &options).as_str()), draw::network_dot(view, &dot)]
    };
    assert!(said(&view, Lang::En).iter().all(|t| t.contains("What two documents say")));
    view.dataset.documents.truncate(1);
    assert!(said(&view, Lang::Fr).iter().all(|t| t.contains("Ce que dit un document;")));
    view.dataset.documents[0].reference = "edges.csv".to_owned();
    view.dataset.is_table = true;
    for (lang, words) in [
        (Lang::Fr, "Ce que dit le fichier importé (edges.csv)"),
        (Lang::En, "What the imported file (edges.csv) says"),
    ] {
        for text in said(&view, lang) {
            assert!(text.contains(words), "{lang:?}");
            assert!(!text.contains("deux documents;") && !text.contains("two documents say"));
        }
    }
}
