//! What rests on additional sources alone is told apart by a shape, in every picture that draws ties or cells, and in DOT.

use std::collections::BTreeSet;

use crate::drawn;
use crate::drawn::elements;
use crate::support;
use relier::dataset::parse_date;
use relier::draw::{self, DotOptions, MATRIX_ENGINE, NETWORK_ENGINE, Options, Theme};
use relier::explorer::Explorer;
use relier::network::{Dates, Filter};
use relier::view::{
    Against, ChartView, Lang, NetworkView, Units, monitor_view, network_view, partners_matrix, picture_view,
};

fn explorer(additional: bool) -> Explorer {
    let day = parse_date("2025-11-20").unwrap();
    let dates = Dates { as_of: day, known: day };
    match additional {
        true => Explorer::with_additional(support::shared(), dates),
        false => Explorer::new(support::shared(), dates),
    }
}

/// The ids of ties with a star in a picture.
fn starred(svg: &str) -> BTreeSet<String> {
    let all = elements(svg);
    let stars = all.iter().filter(|e| e.find("class").as_deref() == Some("star"));
    stars.map(|e| e.path.trim_matches(['[', ']']).to_owned()).filter(|id| !id.is_empty()).collect()
}

/// The ids of ties that a picture draws and for which no document has a quotation.
fn unquoted(svg: &str, view: &NetworkView) -> BTreeSet<String> {
    let drawn: BTreeSet<String> = elements(svg).iter().filter_map(|e| e.find("data-tie")).collect();
    let alone = |t: &&relier::view::TieView| {
        t.evidence.is_empty() && t.class != "structural" && drawn.contains(&t.id)
    };
    view.ties.iter().filter(alone).map(|t| t.id.clone()).collect()
}

const LANGS: [(Lang, &str); 2] = [
    (Lang::Fr, "source additionnelle seule, non vérifiée par la machine"),
    (Lang::En, "additional source alone, not machine-checked"),
];

/// The words of a picture, its lines joined.
fn read(svg: &str) -> String {
    let parts = svg.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect::<Vec<_>>().join(" ");
    parts.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_tie_without_a_quotation_has_a_star_and_no_other() {
    for additional in [true, false] {
        let explorer = explorer(additional);
        let (view, _) = picture_view(&explorer, &Filter::default());
        for (lang, words) in LANGS {
            let options = Options { lang, theme: Theme::Print, ..Options::default() };
            for (name, svg) in
                [("wheel", draw::wheel(&view, &options)), ("force", draw::force(&view, &options))]
            {
                let svg = svg.as_str();
                let wanted = unquoted(svg, &view);
                assert_eq!(wanted.len() > 10, additional, "{name}: {wanted:?}");
                assert_eq!(starred(svg), wanted, "{name}");
                assert_eq!(read(svg).contains(words), additional, "{name} {lang:?}: the legend");
            }
        }
    }
}

#[test]
fn the_ladder_of_one_actor_has_the_same_stars() {
    for additional in [true, false] {
        let explorer = explorer(additional);
        let (view, _) = picture_view(&explorer, &Filter::default());
        let mut found = 0;
        for actor in ["JPN", "KOR", "UKR", "CAN", "BRA"] {
            for (lang, words) in LANGS {
                let options = Options { lang, theme: Theme::Print, ..Options::default() };
                let svg = draw::ego(&view, actor, &options);
                let wanted = unquoted(svg.as_str(), &view);
                assert_eq!(starred(svg.as_str()), wanted, "{actor}");
                assert_eq!(
                    read(svg.as_str()).contains(words),
                    !wanted.is_empty(),
                    "{actor} {lang:?}: the legend"
                );
                found += wanted.len();
            }
        }
        assert_eq!(found > 4, additional, "{found}");
    }
}

#[test]
fn every_cell_by_additional_sources_alone_has_a_star() {
    for additional in [true, false] {
        let explorer = explorer(additional);
        let view = partners_matrix(&explorer, Against::Kinds, Units::Named);
        let wanted = view.matrix.cells.iter().flatten().filter(|c| c.additional).count();
        assert_eq!(wanted > 2, additional);
        for (lang, words) in LANGS {
            let options = Options { lang, ..Options::default() };
            let svg = draw::chart(&ChartView::Matrix(view.clone()), &options).to_string();
            let stars = svg.matches("class=\"star\"").count();
            // One in the legend, where there is any.
            assert_eq!(stars, wanted + usize::from(wanted > 0));
            assert_eq!(svg.matches(&format!("({words})")).count(), wanted, "in words in the title of each");
            let dot = draw::matrix_dot(
                &view,
                &DotOptions { lang, engine: MATRIX_ENGINE, selection: &[], address: None },
            );
            assert_eq!(dot.matches("arrowhead=\"ediamond\"").count(), wanted);
            assert_eq!(dot.contains(words), additional);
        }
    }
}

#[test]
fn dot_marks_the_same_ties_by_shape() {
    for additional in [true, false] {
        let explorer = explorer(additional);
        let view = network_view(&explorer, &Filter::default());
        let alone = view.ties.iter().filter(|t| t.class == "additional").count();
        assert_eq!(alone > 10, additional);
        for (lang, words) in LANGS {
            let options = DotOptions { lang, engine: NETWORK_ENGINE, selection: &[], address: None };
            let dot = draw::network_dot(&view, &options);
            let marked = |line: &&str| {
                line.contains("class=\"tie additional")
                    && (line.contains("arrowhead=\"ediamond\"") || line.contains(" *\""))
            };
            let text = dot.replace(",\n", ",");
            let all = text.lines().filter(|l| l.contains("class=\"tie additional")).count();
            assert_eq!(all > 0, additional);
            assert_eq!(text.lines().filter(marked).count(), all, "a tie without its mark");
            assert_eq!(dot.matches("ediamond").count() > 0, additional);
            assert_eq!(dot.contains(words), additional, "the legend");
        }
    }
}

#[test]
fn every_line_of_the_calendar_to_which_an_additional_source_adds_has_a_star_and_its_source() {
    for additional in [true, false] {
        let explorer = explorer(additional);
        let view = monitor_view(&explorer);
        let ties = view.actions.iter().map(|a| &a.tie).chain(&view.dated);
        // Its name says it, beside the documents' own name.
        let wanted: BTreeSet<String> =
            ties.filter(|t| t.names.fr.contains("source additionnelle")).map(|t| t.id.clone()).collect();
        assert_eq!(wanted.len() > 5, additional, "{wanted:?}");
        for (lang, words) in [
            (Lang::Fr, "source additionnelle, non vérifiée par la machine"),
            (Lang::En, "additional source, not machine-checked"),
        ] {
            let svg = draw::chart(
                &ChartView::Calendar(view.clone()),
                &Options { lang, theme: Theme::Print, ..Options::default() },
            );
            let all = elements(svg.as_str());
            assert_eq!(starred(svg.as_str()), wanted, "{lang:?}");
            let shown = |id: &String| -> String {
                let here = |e: &&drawn::Node| {
                    (e.name == "text" || e.name == "tspan") && e.path.trim_matches(['[', ']']) == *id
                };
                all.iter().filter(here).map(|e| e.text.trim()).collect::<Vec<_>>().join(" ")
            };
            for tie in view.actions.iter().map(|a| &a.tie).chain(&view.dated) {
                if let Some(last) = tie.additional.last().filter(|_| wanted.contains(&tie.id)) {
                    assert!(shown(&tie.id).contains(&last.source.id), "{}: {}", tie.id, shown(&tie.id));
                }
            }
            let legend = all.iter().any(|e| e.name == "text" && e.text.trim() == words);
            assert_eq!(legend, additional, "{lang:?}: the legend");
        }
    }
}
