//! What a reader asks of a picture who has it on paper alone, in black and white.

use std::collections::BTreeSet;

use crate::drawn;
use crate::drawn::{Node, elements, select, whole};
use crate::support;
use relier::dataset::parse_date;
use relier::draw::{self, CalendarLayout, LabelBox, MatrixLayout, Options, Theme, WheelLayout};
use relier::explorer::{Explorer, Query};
use relier::network::{Dates, Filter};
use relier::view::{
    Against, Chart, ChartView, Label, Lang, MonitorView, PartnersMatrix, Units, matrix_of, monitor_view,
};

const LANGS: [Lang; 2] = [Lang::Fr, Lang::En];
const DAY: &str = "2025-11-20";

fn on(lang: Lang) -> Options {
    Options { lang, theme: Theme::Print, ..Options::default() }
}

fn at(as_of: &str) -> Explorer {
    let day = |text| parse_date(text).unwrap();
    Explorer::new(support::shared(), Dates { as_of: day(as_of), known: day(DAY) })
}

fn calendar(as_of: &str) -> MonitorView {
    monitor_view(&at(as_of))
}

/// Width and height of a picture in its own units.
fn size(svg: &str) -> (f64, f64) {
    let root = elements(svg)[0].get("viewBox");
    let numbers: Vec<f64> = root.split(' ').map(|n| n.parse().unwrap()).collect();
    (numbers[2], numbers[3])
}

#[test]
fn every_picture_fits_one_page_at_the_width_of_the_paper() {
    for lang in LANGS {
        let mut all: Vec<(String, String)> = drawn::every_picture(&on(lang))
            .into_iter()
            .map(|(name, svg)| (name.to_owned(), svg.to_string()))
            .collect();
        for (against, units) in
            [(Against::Kinds, Units::Core), (Against::Kinds, Units::Named), (Against::Areas, Units::Named)]
        {
            let svg = draw::chart(&Chart::Matrix(against, units).view(&at(DAY)), &on(lang));
            all.push((format!("{against:?} {units:?}"), svg.to_string()));
        }
        for (name, query) in [
            ("without the EU", Query { without_eu: true, ..Query::default() }),
            ("split", Query { split_eu: true, ..Query::default() }),
        ] {
            all.push((name.to_owned(), draw::wheel(&select(query), &on(lang)).to_string()));
        }
        for (name, svg) in all {
            // 277 × 190 mm between margins of 10 mm; a millimetre is kept to spare.
            let (wide, high) = size(&svg);
            let fits = if wide > high { 277.0 * high / wide <= 189.0 } else { 190.0 * high / wide <= 276.0 };
            assert!(fits, "{name} {lang:?}: {wide} × {high}");
            let ground = elements(&svg).into_iter().find(|e| e.name == "rect").unwrap();
            assert_eq!(ground.get("width").parse::<f64>().unwrap(), wide, "{name}: the ground");
        }
    }
}

/// What a path draws from its first point on.
fn shape(path: &Node) -> String {
    let d = path.get("d");
    let rest = d.find(|c: char| c.is_ascii_lowercase() || c == 'L' || c == 'H');
    rest.map_or_else(String::new, |at| d[at..].to_owned())
}

#[test]
fn the_signs_of_states_stand_upright_wherever_a_line_leads() {
    for lang in LANGS {
        for svg in [draw::wheel(&whole(), &on(lang)), draw::force(&whole(), &on(lang))] {
            let all = elements(svg.as_str());
            let view = whole();
            for states in [["agreed", "agreed"], ["unknown", "unconfirmed"]] {
                let ends = all.iter().filter(|e| {
                    let of = |id: &str| view.ties.iter().find(|t| t.id == id);
                    let tie = of(e.path.trim_matches(['[', ']']));
                    e.name == "path"
                        && matches!(e.find("class").as_deref(), Some("open" | "full"))
                        && tie.is_some_and(|t| {
                            t.kind != "ACTION" && t.parties.iter().all(|p| states.contains(&p.state))
                        })
                });
                let shapes: Vec<String> = ends.map(shape).collect();
                assert!(states[0] != "agreed" || shapes.len() > 2, "{shapes:?}");
                assert!(shapes.iter().collect::<BTreeSet<_>>().len() <= 1, "{shapes:?}");
            }
        }
    }
}

fn matrix(filter: &Filter, against: Against, units: Units) -> PartnersMatrix {
    matrix_of(&at(DAY), filter, against, units)
}

/// The sign of an element by its classes, without what says where it stands.
fn sign(element: &Node) -> Option<String> {
    let class = element.find("class")?;
    let words: Vec<&str> = class.split(' ').collect();
    matches!(words[0], "cell" | "entry").then(|| words[1..].join(" "))
}

#[test]
fn the_legend_of_a_matrix_has_every_sign_that_occurs_and_no_other() {
    let explorer = at(DAY);
    let cyber = Query { area: vec!["CYB".to_owned()], ..Query::default() };
    let filters = [Filter::default(), cyber.filter(&explorer.dataset).unwrap()];
    for filter in &filters {
        for against in [Against::Kinds, Against::Domains, Against::Areas] {
            for units in [Units::Core, Units::Named] {
                let view = matrix(filter, against, units);
                for lang in LANGS {
                    let svg = draw::chart(&ChartView::Matrix(view.clone()), &on(lang)).to_string();
                    let all = elements(&svg);
                    let of = |place: &str| -> Vec<String> {
                        let there = |e: &&Node| e.find("class").is_some_and(|c| c.starts_with(place));
                        all.iter().filter(there).filter_map(sign).collect()
                    };
                    let (cells, legend) = (of("cell"), of("entry"));
                    let known: BTreeSet<&String> = legend.iter().collect();
                    assert_eq!(known.len(), legend.len(), "a sign is explained twice");
                    assert_eq!(known, cells.iter().collect(), "{against:?} {units:?}");
                    // Each is counted.
                    let layout = MatrixLayout::new(&view, &on(lang));
                    let counts: usize = layout
                        .legend
                        .iter()
                        .map(|(_, _, l)| {
                            l.lines.join(" ").rsplit(' ').next().unwrap().parse::<usize>().unwrap()
                        })
                        .sum();
                    assert_eq!(counts, cells.len());
                }
            }
        }
    }
}

#[test]
fn the_legend_says_the_states_and_the_closed_lists_with_their_day() {
    let view = matrix(&Filter::default(), Against::Kinds, Units::Core);
    for (lang, states, day) in [
        (
            Lang::Fr,
            ["en cours ou en vigueur", "conclu ou signé", "en négociation", "prévu ou à l’examen"],
            "5 juin 2025",
        ),
        (
            Lang::En,
            [
                "running or in force",
                "concluded or signed",
                "under negotiation",
                "planned or under consideration",
            ],
            "5 June 2025",
        ),
    ] {
        let layout = MatrixLayout::new(&view, &on(lang));
        let legend: Vec<String> = layout.legend.iter().map(|(_, _, l)| l.lines.join(" ")).collect();
        for state in states {
            assert!(legend.iter().any(|l| l.contains(state)), "{state} in {legend:?}");
        }
        // A state in which no instrument of the page is has no word.
        assert!(!legend.iter().any(|l| l.contains("suspend")), "{legend:?}");
        assert!(legend.iter().any(|l| l.contains(day)), "{legend:?}");
        let notes: String = layout.frame.labels().flat_map(|l| l.lines.clone()).collect::<Vec<_>>().join(" ");
        for kind in ["TTC", "DP", "DD", "CD", "PKG", "SDP"] {
            assert!(notes.contains(&format!("{kind}: section 2")), "{kind} in {notes}");
        }
    }
}

#[test]
fn a_cell_by_actions_alone_and_one_of_no_said_state_have_signs_of_their_own() {
    let view = matrix(&Filter::default(), Against::Kinds, Units::Core);
    let svg = draw::chart(&ChartView::Matrix(view), &on(Lang::En)).to_string();
    let all = elements(&svg);
    let cell = |row: &str, column: &str| {
        let here = |e: &&Node| {
            e.find("data-row").as_deref() == Some(row) && e.find("data-column").as_deref() == Some(column)
        };
        sign(all.iter().find(here).unwrap()).unwrap()
    };
    // Annex 39 names Canada under trust services; no instrument does.
    assert_eq!(cell("CAN", "TRUST"), "v-active by-action");
    // The trust services with Japan are an instrument as well.
    assert_eq!(cell("JPN", "TRUST"), "v-active");
    // Annex 1 plans Arctic connectivity with the United States.
    assert_eq!(cell("USA", "CABLE"), "v-planned by-action");
    // Example 6 names the corridor IMEC and says nothing of its state.
    assert_eq!(cell("IND", "REG"), "v-silent unsaid");
    assert_eq!(cell("JPN", "REG"), "v-silent");
}

#[test]
fn forums_stand_in_one_order_in_both_languages() {
    let order = |lang: Lang| {
        let layout = WheelLayout::new(&whole(), &on(lang));
        let middle = layout.circles.center.x;
        let mut spots: Vec<(bool, i64, String)> = layout
            .tables
            .iter()
            .map(|t| (t.point.x > middle, (t.point.y * 100.0) as i64, t.id.clone()))
            .collect();
        spots.sort();
        spots.into_iter().map(|(side, _, id)| (side, id)).collect::<Vec<_>>()
    };
    let french = order(Lang::Fr);
    assert!(french.len() > 20, "{}", french.len());
    assert_eq!(french, order(Lang::En));
}

#[test]
fn no_line_of_a_day_runs_through_words() {
    let days = ["2024-01-15", "2025-06-05", DAY, "2026-10-01", "2026-12-20", "2029-03-31", "2030-12-01"];
    for as_of in days {
        for lang in LANGS {
            let view = calendar(as_of);
            let layout = CalendarLayout::new(&view, &on(lang));
            let svg = draw::chart(&ChartView::Calendar(view.clone()), &on(lang)).to_string();
            let stems: Vec<(f64, f64, f64)> = elements(&svg)
                .iter()
                .filter(|e| e.find("class").as_deref() == Some("stem"))
                .flat_map(|e| pieces(&e.get("d")))
                .collect();
            assert!(stems.len() > 2);
            for (label, area) in layout.boxes() {
                // A hundredth is what a number in the picture is rounded to.
                let (low, high) = (area.y + 0.05, area.y + area.height - 0.05);
                let through = |s: &&(f64, f64, f64)| {
                    area.x < s.0 && s.0 < area.x + area.width && s.1 < high && low < s.2
                };
                assert!(!stems.iter().any(|s| through(&s)), "{as_of} {lang:?}: {:?}", label.lines);
            }
        }
    }
}

/// The upright pieces of a path `M x y V y …`: place, top, bottom.
fn pieces(d: &str) -> Vec<(f64, f64, f64)> {
    let one = |piece: &str| {
        let (from, to) = piece.split_once('V').unwrap();
        let (x, y) = from.split_once(' ').unwrap();
        (x.parse().unwrap(), y.parse().unwrap(), to.parse().unwrap())
    };
    d.split('M').filter(|p| !p.is_empty()).map(one).collect()
}

fn item_of<'a>(layout: &'a CalendarLayout<'_>, id: &str) -> &'a draw::Item<'a> {
    layout.items.iter().find(|i| i.tie.id == id).unwrap()
}

#[test]
fn a_day_is_a_point_and_what_goes_on_beyond_the_page_is_cut() {
    let view = calendar(DAY);
    let layout = CalendarLayout::new(&view, &on(Lang::Fr));
    // Concluded on 7 May 2025 and in May 2025; nothing says that anything runs since.
    for id in ["DTA-SGP", "REG-AFRICAN_UNION"] {
        let item = item_of(&layout, id);
        assert!(item.day.is_some() && item.bar.is_none(), "{id}");
    }
    let [exact, month] =
        ["DTA-SGP", "REG-AFRICAN_UNION"].map(|id| item_of(&layout, id).day.clone().unwrap().span);
    assert!(exact.1 - exact.0 < 0.2 && month.1 - month.0 > 1.0, "{exact:?} {month:?}");
    // «Programme pour la Méditerranée de 2021»: it began before the page, and its source says so.
    let since = item_of(&layout, "REG-MEDITERRANEAN").bar.clone().unwrap();
    assert_eq!((since.open, since.cut), ((false, true), (true, false)));
    // «2023-2026» and «2027-2030» end where the page does: nothing is cut.
    for id in ["annex-23", "annex-14"] {
        assert_eq!(item_of(&layout, id).bar.clone().unwrap().cut, (false, false), "{id}");
    }
}

#[test]
fn a_row_says_which_partners_stand_otherwise() {
    let view = calendar(DAY);
    for (lang, wanted) in [
        (Lang::Fr, "[conclu: Singapour; prévu: Inde, Canada]"),
        (Lang::En, "[concluded: Singapore; planned: India, Canada]"),
    ] {
        let layout = CalendarLayout::new(&view, &on(lang));
        let words = |id: &str| {
            item_of(&layout, id).labels.iter().flat_map(|l| l.lines.clone()).collect::<Vec<_>>().join(" ")
        };
        assert!(words("annex-6").contains(wanted), "{}", words("annex-6"));
        assert!(!words("annex-7").contains('['), "{}", words("annex-7"));
    }
}

#[test]
fn the_calendar_names_its_documents() {
    for (lang, wanted) in [
        (Lang::Fr, "Une stratégie numérique internationale pour l’Union européenne"),
        (Lang::En, "An International Digital Strategy for the European Union"),
    ] {
        let view = calendar(DAY);
        let layout = CalendarLayout::new(&view, &on(lang));
        let words: Vec<String> = layout.frame.labels().flat_map(|l| l.lines.clone()).collect();
        let words = words.join(" ");
        assert!(words.contains(wanted) && words.contains("JOIN(2025) 140 final"), "{words}");
    }
}

#[test]
fn a_name_without_end_stays_on_the_page_and_is_whole_in_its_title() {
    for letters in ["Domaine dont le nom ne finit pas ", "x", "مصر "] {
        let long = letters.repeat(400 / letters.chars().count());
        let mut view = calendar(DAY);
        for area in &mut view.areas {
            area.names = Label { fr: long.clone(), en: long.clone() };
        }
        for lang in LANGS {
            let options = Options { caption: Some(long.clone()), ..on(lang) };
            let layout = CalendarLayout::new(&view, &options);
            let (width, height) = (layout.width, layout.height);
            let all: Vec<(String, LabelBox)> =
                layout.boxes().into_iter().map(|(l, b)| (l.lines.join(" "), b)).collect();
            for (i, (text, area)) in all.iter().enumerate() {
                assert!(area.inside(width, height), "«{text}» {area:?}");
                assert!(!all[..i].iter().any(|(_, other)| area.overlaps(other)), "«{text}»");
            }
            let svg = draw::chart(&ChartView::Calendar(view.clone()), &options).to_string();
            let titles =
                elements(&svg).iter().filter(|e| e.name == "title" && e.text.trim() == long.trim()).count();
            assert!(titles > 8, "{titles}");
        }
    }
}
