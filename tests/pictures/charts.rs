//! Charts: what every picture of a table or of time must keep, on the real data in both languages and on several dates.

use std::collections::{BTreeMap, BTreeSet};

use crate::support;
use relier::dataset::{Word, parse_date};
use relier::draw::{self, CalendarLayout, LabelBox, LatticeLayout, MatrixLayout, Options, Theme};
use relier::explorer::Explorer;
use relier::network::Dates;
use relier::view::{
    Against, Chart, ChartView, GroupView, Label, Lang, LatticeView, Named, NearView, PartnersMatrix, Units,
    lattice_view, monitor_view, partners_matrix,
};

/// Pairs of as-of and known days: the first document alone, both, and years later.
const DAYS: [(&str, &str); 4] = [
    ("2024-01-15", "2025-06-05"),
    ("2025-06-05", "2025-06-05"),
    ("2025-11-20", "2025-11-20"),
    ("2029-03-31", "2025-11-20"),
];

fn explorer((as_of, known): (&str, &str)) -> Explorer {
    let day = |text| parse_date(text).unwrap();
    Explorer::new(support::shared(), Dates { as_of: day(as_of), known: day(known) })
}

fn options(lang: Lang) -> Options {
    Options { lang, ..Options::default() }
}

fn matrices() -> Vec<(Against, Units)> {
    Against::ALL.iter().flat_map(|&a| Units::ALL.iter().map(move |&u| (a, u))).collect()
}

/// Asserts that no box leaves the canvas and no two meet.
fn keep_apart(what: &str, boxes: &[(String, LabelBox)], (width, height): (f64, f64)) {
    for (i, (text, one)) in boxes.iter().enumerate() {
        assert!(one.inside(width, height), "{what}: «{text}» leaves the canvas: {one:?} in {width}×{height}");
        for (other, two) in &boxes[..i] {
            assert!(!one.overlaps(two), "{what}: «{text}» {one:?} lies over «{other}» {two:?}");
        }
    }
}

fn words(boxes: Vec<(&draw::Label, LabelBox)>) -> Vec<(String, LabelBox)> {
    boxes.into_iter().map(|(l, b)| (l.lines.join(" "), b)).collect()
}

/// An element of a picture: its name, its attributes, the text right within it.
type Element = (String, BTreeMap<String, String>, String);

/// Reads XML strictly: every tag is closed in turn, every attribute quoted and given once, no stray markup.
fn elements(svg: &str) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        assert!(!text.contains('>'), "a bare > in {text:?}");
        match open.last() {
            Some(&last) => out[last].2.push_str(&plain(text)),
            None => assert!(text.trim().is_empty(), "text outside the root: {text:?}"),
        }
        let end = rest[at..].find('>').expect("a tag that ends") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().expect("an open element");
            assert_eq!(out[last].0, name, "closed out of turn");
            continue;
        }
        let (tag, alone) = tag.strip_suffix('/').map_or((tag, false), |t| (t, true));
        let (name, mut given) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = BTreeMap::new();
        while !given.trim().is_empty() {
            let (key, after) = given.trim_start().split_once("=\"").expect("a quoted value");
            let (value, after) = after.split_once('"').expect("a closed value");
            assert!(
                key.bytes().all(|b| b.is_ascii_alphanumeric() || b"-:".contains(&b)),
                "attribute {key:?}"
            );
            assert!(attributes.insert(key.to_owned(), plain(value)).is_none(), "{key} twice");
            given = after;
        }
        out.push((name.to_owned(), attributes, String::new()));
        if !alone {
            open.push(out.len() - 1);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty());
    out
}

/// Text with its references undone; any other & is refused.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').expect("a reference that ends") + at;
        out.push(match &rest[at + 1..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("reference {other:?}"),
        });
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "a control character");
    out
}

/// What every picture says of itself.
fn says_what_it_is(svg: &str, name: &str, lang: Lang, view: &Explorer) {
    let all = elements(svg);
    let (root, attributes, _) = &all[0];
    assert_eq!((root.as_str(), attributes["data-picture"].as_str()), ("svg", name));
    assert_eq!(attributes["lang"], lang.word());
    assert_eq!(attributes["role"], "graphics-document document");
    let id = |wanted: &str| all.iter().find(|(_, a, _)| a.get("id").is_some_and(|i| i == wanted)).unwrap();
    for part in attributes["aria-labelledby"].split(' ') {
        assert!(id(part).2.len() > 10, "{part} says nothing");
    }
    let ids: Vec<&String> = all.iter().filter_map(|(_, a, _)| a.get("id")).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id twice");
    let digest = &view.dataset.digest[..12];
    for needed in [digest, view.dataset.version.as_str(), "JOIN(2025) 140 final"] {
        assert!(all.iter().any(|(_, _, text)| text.contains(needed)), "{needed} is not in the picture");
    }
    assert!(!svg.contains("http://") || svg.matches("http://").count() == 1, "an outside reference");
}

fn table(against: Against, units: Units, days: (&str, &str)) -> PartnersMatrix {
    partners_matrix(&explorer(days), against, units)
}

#[test]
fn labels_of_a_matrix_keep_apart() {
    for days in DAYS {
        for (against, units) in matrices() {
            let view = table(against, units, days);
            for lang in [Lang::Fr, Lang::En] {
                let layout = MatrixLayout::new(&view, &options(lang));
                let what = format!("{against:?} {units:?} {lang:?} {days:?}");
                keep_apart(&what, &words(layout.boxes()), (layout.width, layout.height));
            }
        }
    }
}

#[test]
fn no_name_in_a_matrix_is_cut() {
    for (against, units) in matrices() {
        for lang in [Lang::Fr, Lang::En] {
            let layout = MatrixLayout::new(&table(against, units, DAYS[2]), &options(lang));
            for (label, _) in layout.boxes() {
                assert!(
                    !label.lines.iter().any(|l| l.contains('…')),
                    "{against:?} {lang:?}: {:?}",
                    label.lines
                );
            }
        }
    }
}

#[test]
fn a_matrix_shows_each_cell_once_with_its_ties() {
    for (against, units) in matrices() {
        let explorer = explorer(DAYS[2]);
        let chart = Chart::Matrix(against, units).view(&explorer);
        let view = table(against, units, DAYS[2]);
        let svg = draw::chart(&chart, &options(Lang::Fr)).to_string();
        says_what_it_is(&svg, "matrix", Lang::Fr, &explorer);
        let mut shown = BTreeMap::new();
        for (_, a, _) in elements(&svg) {
            if a.get("class").is_some_and(|c| c.split(' ').any(|c| c == "cell")) {
                let place = (a["data-row"].clone(), a["data-column"].clone());
                let what = (a["data-value"].clone(), a["data-ties"].clone());
                assert!(shown.insert(place, what).is_none(), "a cell twice");
            }
        }
        let matrix = &view.matrix;
        assert_eq!(shown.len(), matrix.rows.len() * matrix.columns.len());
        for (row, cells) in matrix.rows.iter().zip(&matrix.cells) {
            for (column, cell) in matrix.columns.iter().zip(cells) {
                let (value, ties) = &shown[&(row.id.clone(), column.id.clone())];
                assert_eq!((value.as_str(), ties.as_str()), (cell.class, cell.ties.join(" ").as_str()));
            }
        }
    }
}

#[test]
fn rows_come_by_stratum_and_then_by_fill() {
    for (against, units) in matrices() {
        let view = table(against, units, DAYS[2]);
        let place =
            |s: &str| ["enlargement", "neighbourhood", "others", "groupings"].iter().position(|x| *x == s);
        let keys: Vec<_> = view
            .matrix
            .row_counts
            .iter()
            .zip(&view.strata)
            .map(|(c, s)| (place(s).unwrap(), usize::MAX - c.active))
            .collect();
        assert!(keys.is_sorted(), "{against:?} {units:?}");
        assert!(view.matrix.column_counts.iter().map(|c| usize::MAX - c.active).is_sorted());
    }
}

#[test]
fn only_a_closed_list_of_a_kind_gives_an_absence() {
    for units in Units::ALL {
        for against in [Against::Domains, Against::Areas] {
            assert_eq!(table(against, *units, DAYS[2]).matrix.counts.absent, 0);
        }
        let kinds = table(Against::Kinds, *units, DAYS[2]);
        for cell in kinds.matrix.cells.iter().flatten().filter(|c| c.class == "absent") {
            let list = cell.list.as_ref().expect("an absence names its list");
            assert!(kinds.lists.iter().any(|l| l.id == *list && !l.places.fr.is_empty()));
        }
    }
}

#[test]
fn the_same_bytes_twice_and_colors_by_theme_alone() {
    let explorer = explorer(DAYS[2]);
    for chart in CHARTS {
        let draw =
            |theme| draw::chart(&chart.view(&explorer), &Options { theme, ..options(Lang::En) }).to_string();
        assert_eq!(draw(Theme::Light), draw(Theme::Light));
        let bare = |svg: String| svg.split_once("</style>").unwrap().1.to_owned();
        assert_eq!(bare(draw(Theme::Light)), bare(draw(Theme::Dark)));
        let page = Options { standalone: false, ..options(Lang::En) };
        assert!(!draw::chart(&chart.view(&explorer), &page).as_str().contains("<style"));
    }
}

#[test]
fn labels_of_a_calendar_keep_apart() {
    for days in DAYS {
        let view = monitor_view(&explorer(days));
        for lang in [Lang::Fr, Lang::En] {
            let layout = CalendarLayout::new(&view, &options(lang));
            keep_apart(&format!("{lang:?} {days:?}"), &words(layout.boxes()), (layout.width, layout.height));
            assert!(!layout.boxes().iter().any(|(l, _)| l.lines.iter().any(|l| l.contains('…'))));
        }
    }
}

#[test]
fn a_calendar_shows_each_action_once() {
    for days in DAYS {
        let explorer = explorer(days);
        let view = monitor_view(&explorer);
        let svg = draw::chart(&ChartView::Calendar(view.clone()), &options(Lang::En)).to_string();
        says_what_it_is(&svg, "calendar", Lang::En, &explorer);
        let all = elements(&svg);
        let mut shown: Vec<&String> = all.iter().filter_map(|(_, a, _)| a.get("data-tie")).collect();
        let mut wanted: Vec<&String> =
            view.actions.iter().map(|a| &a.tie.id).chain(view.dated.iter().map(|t| &t.id)).collect();
        shown.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(shown, wanted);
    }
}

/// The bar of an action in the calendar.
fn bar(id: &str, days: (&str, &str)) -> Option<draw::Bar> {
    let view = monitor_view(&explorer(days));
    let layout = CalendarLayout::new(&view, &options(Lang::En));
    layout.items.iter().find(|i| i.tie.id == id).expect("the action").bar.clone()
}

#[test]
fn a_bar_is_open_where_its_source_is() {
    // «jusqu’au quatrième trimestre de 2027», without a start.
    assert_eq!(bar("annex-35", DAYS[2]).expect("a bar").open, (true, false));
    // «2027-2030».
    assert_eq!(bar("annex-14", DAYS[2]).expect("a bar").open, (false, false));
    // Since July 2024; nothing says until when.
    assert_eq!(bar("DFR-JPN", DAYS[2]).expect("a bar").open, (false, true));
    // «Action continue» has no date and so no bar.
    assert_eq!(bar("annex-6", DAYS[2]), None);
}

#[test]
fn a_bar_is_thin_as_long_as_its_source_leaves_the_day_open() {
    let thickness = |bar: &draw::Bar, t: f64| {
        let (first, last) = (bar.steps[0].0, bar.steps[bar.steps.len() - 1].0);
        let x = first + (last - first) * t;
        bar.steps.iter().rev().find(|(at, _)| *at <= x).expect("a step").1
    };
    // «2027-2030»: somewhere in 2027, sure in 2028 and 2029, somewhere in 2030.
    let years = bar("annex-14", DAYS[2]).expect("a bar");
    let [start, middle, end] = [0.12, 0.5, 0.88].map(|t| thickness(&years, t));
    assert!(start < middle && end < middle && start == end);
    // «Quatrième trimestre de 2025/2026»: nothing of it is sure.
    let unsure = bar("annex-13", DAYS[2]).expect("a bar");
    assert!(unsure.steps.iter().all(|(_, h)| *h == start));
}

#[test]
fn the_councils_deadline_stands_where_its_month_ends() {
    let view = monitor_view(&explorer(DAYS[2]));
    let layout = CalendarLayout::new(&view, &options(Lang::Fr));
    let line = layout.lines.iter().find(|l| l.what == "deadline").expect("point 27");
    assert!(line.label.lines[0].contains("(point 27): novembre 2026"), "{:?}", line.label.lines);
    let year = |name: &str| layout.years.iter().find(|(_, l)| l.lines == [name]).expect("a year").0;
    let share = (line.x - year("2026")) / (year("2027") - year("2026"));
    assert!((share - 333.0 / 365.0).abs() < 0.001, "{share}");
    assert!(layout.headings.iter().any(|l| l.lines.join(" ").contains("point 24")));
    // Before the conclusions are known there is no deadline.
    let before = monitor_view(&explorer(DAYS[1]));
    let before = CalendarLayout::new(&before, &options(Lang::Fr));
    assert!(!before.lines.iter().any(|l| l.what == "deadline"));
}

const SETS: [Against; 2] = [Against::Domains, Against::Areas];

#[test]
fn labels_of_a_lattice_keep_apart() {
    for days in DAYS {
        for against in SETS {
            let view = lattice_view(&explorer(days), against);
            for lang in [Lang::Fr, Lang::En] {
                drawn_well(&view, lang, &format!("{against:?} {lang:?} {days:?}"));
            }
        }
    }
}

/// Labels keep apart, each in its box; boxes keep apart; no line runs through a box.
fn drawn_well(view: &LatticeView, lang: Lang, what: &str) {
    let layout = LatticeLayout::new(view, &options(lang));
    keep_apart(what, &words(layout.boxes()), (layout.width, layout.height));
    let tiles: Vec<(String, LabelBox)> =
        layout.nodes.iter().map(|n| (format!("box {}", n.group), n.area)).collect();
    keep_apart(what, &tiles, (layout.width, layout.height));
    for node in &layout.nodes {
        for label in &node.labels {
            let (b, a) = (label.bounds(), node.area);
            assert!(
                b.x >= a.x
                    && b.x + b.width <= a.x + a.width
                    && b.y >= a.y
                    && b.y + b.height <= a.y + a.height
            );
        }
    }
    for link in &layout.links {
        assert!(link.path.windows(2).all(|p| p[1].y < p[0].y), "{what}: a line that does not rise");
        for pair in link.path.windows(2) {
            for step in 1..40 {
                let t = f64::from(step) / 40.0;
                let (x, y) =
                    (pair[0].x + (pair[1].x - pair[0].x) * t, pair[0].y + (pair[1].y - pair[0].y) * t);
                let hit = layout.nodes.iter().find(|n| {
                    let a = n.area;
                    x > a.x && x < a.x + a.width && y > a.y && y < a.y + a.height
                });
                assert!(hit.is_none(), "{what}: a line runs through a box");
            }
        }
    }
}

#[test]
fn every_implication_of_a_lattice_holds_in_the_matrix() {
    for against in SETS {
        let explorer = explorer(DAYS[2]);
        let matrix = partners_matrix(&explorer, against, Units::Core).matrix;
        let holders = |column: &str| -> BTreeSet<&str> {
            let c = matrix.columns.iter().position(|n| n.id == column).unwrap();
            let rows = matrix.rows.iter().zip(&matrix.cells);
            rows.filter(|(_, cells)| cells[c].class == "active").map(|(r, _)| r.id.as_str()).collect()
        };
        let view = lattice_view(&explorer, against);
        let of = |group: usize| holders(&view.groups[group].columns[0].id);
        for group in &view.groups {
            let units: BTreeSet<&str> = group.units.iter().map(|u| u.id.as_str()).collect();
            assert!(group.columns.iter().all(|c| holders(&c.id) == units));
        }
        for &(a, b) in &view.covers {
            assert!(of(a).is_subset(&of(b)) && of(a) != of(b));
        }
        for near in &view.near {
            let (from, to) = (of(near.from), of(near.to));
            assert_eq!(from.difference(&to).collect::<Vec<_>>(), [&near.exception.id.as_str()]);
        }
        let svg = draw::chart(&ChartView::Lattice(view.clone()), &options(Lang::Fr)).to_string();
        says_what_it_is(&svg, "lattice", Lang::Fr, &explorer);
        let lines = elements(&svg).iter().filter(|(_, a, _)| a.contains_key("data-from")).count();
        assert_eq!(lines, view.covers.len());
    }
}

/// A lattice made by hand: `covers` between groups of one column each; group `i` has `i + 1` units.
fn by_hand(groups: usize, covers: &[(usize, usize)], name: &str) -> LatticeView {
    let named = |kind: &str, i: usize| Named {
        id: format!("{kind}{i}\"<"),
        names: Label { fr: format!("{name} {i}"), en: format!("{name} {i}") },
    };
    let group = |g: usize| GroupView {
        columns: vec![named("C", g)],
        units: (0..=g).map(|u| named("U", u)).collect(),
    };
    LatticeView {
        groups: (0..groups).map(group).collect(),
        covers: covers.to_vec(),
        near: vec![NearView { from: groups - 1, to: 0, exception: named("U", 0) }],
        ..lattice_view(&explorer(DAYS[2]), Against::Domains)
    }
}

#[test]
fn lattices_of_many_forms_are_drawn_well() {
    let wide: Vec<(usize, usize)> = (0..8).map(|g| (g, 8)).collect();
    let chain: Vec<(usize, usize)> = (0..9).map(|g| (g, g + 1)).collect();
    // Two lines pass a layer; a diamond; a row of eight under one.
    let passing = [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3), (5, 3), (0, 6), (6, 7)];
    for (groups, covers) in [(10, &chain[..]), (9, &wide[..]), (8, &passing[..])] {
        for name in ["Recherche et innovation", HOSTILE] {
            let view = by_hand(groups, covers, name);
            drawn_well(&view, Lang::Fr, name);
            let svg = draw::chart(&ChartView::Lattice(view), &options(Lang::En)).to_string();
            assert!(!elements(&svg).iter().any(|(name, _, _)| name == "script"));
        }
    }
}

#[test]
fn without_an_implication_the_lattice_says_so() {
    let view = LatticeView { near: Vec::new(), ..by_hand(2, &[], "Domaine") };
    let svg = draw::chart(&ChartView::Lattice(view), &options(Lang::En)).to_string();
    assert!(svg.contains("no domain implies another without exception"));
    assert!(!svg.contains("data-from"));
}

/// One of each chart.
const CHARTS: [Chart; 4] = [
    Chart::Matrix(Against::Kinds, Units::Named),
    Chart::Matrix(Against::Areas, Units::Core),
    Chart::Calendar,
    Chart::Lattice(Against::Domains),
];

/// A name that would break a careless writer.
const HOSTILE: &str = "<script>alert(\"1\")</script> & 'x' ]]> \u{202e}\u{0} Zürich–São Tomé et Príncipe";

#[test]
fn hostile_names_stay_text_in_a_matrix() {
    let mut view = table(Against::Kinds, Units::Core, DAYS[2]);
    for named in view.matrix.rows.iter_mut().chain(&mut view.matrix.columns) {
        named.names.fr = HOSTILE.to_owned();
        named.id = format!("{}\"<&'", named.id);
    }
    for tie in &mut view.ties {
        tie.names.fr = HOSTILE.to_owned();
    }
    let layout = MatrixLayout::new(&view, &options(Lang::Fr));
    keep_apart("hostile", &words(layout.boxes()), (layout.width, layout.height));
    let svg = draw::chart(&ChartView::Matrix(view), &options(Lang::Fr)).to_string();
    assert!(!elements(&svg).iter().any(|(name, _, _)| name == "script"));
}

#[test]
fn hostile_names_stay_text_in_a_calendar() {
    let mut view = monitor_view(&explorer(DAYS[2]));
    for tie in view.actions.iter_mut().map(|a| &mut a.tie).chain(&mut view.dated) {
        tie.names.fr = HOSTILE.to_owned();
        tie.id = format!("{}\"<&'", tie.id);
        tie.calendar = Some(HOSTILE.to_owned());
    }
    let layout = CalendarLayout::new(&view, &options(Lang::Fr));
    keep_apart("hostile", &words(layout.boxes()), (layout.width, layout.height));
    let svg = draw::chart(&ChartView::Calendar(view), &options(Lang::Fr)).to_string();
    assert!(!elements(&svg).iter().any(|(name, _, _)| name == "script"));
}
