//! The real network under many selections, and a reader of SVG that is not ours.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use relier::dataset;
use relier::draw::{EgoLayout, LeftOut, Options, Svg, chart, ego, force, wheel};
use relier::explorer::{Explorer, Query};
use relier::network::{Class, Dates};
use relier::seed::{self, SeedFiles};
use relier::view::{Chart, ChartName, NetworkView, network_view};

fn explorer() -> &'static Explorer {
    static EXPLORER: OnceLock<Explorer> = OnceLock::new();
    EXPLORER.get_or_init(read)
}

fn read() -> Explorer {
    let (seeds, faults) = seed::read(SeedFiles::embedded());
    let dataset = dataset::build(&seeds, faults, false).dataset;
    let dates = Dates::latest(&dataset);
    Explorer::new(Arc::new(dataset), dates)
}

/// A view with what the documents state and, where no class is asked for, who is a member of what.
pub(crate) fn select(query: Query) -> NetworkView {
    let explorer = explorer();
    let mut filter = query.filter(&explorer.dataset).expect("a valid selection");
    if filter.classes.is_empty() {
        filter.classes = vec![Class::Stated, Class::Structural];
    }
    network_view(explorer, &filter)
}

/// The whole network.
pub(crate) fn whole() -> NetworkView {
    select(Query::default())
}

/// The network with what follows from groupings.
pub(crate) fn every_class() -> NetworkView {
    select(Query { class: vec!["stated,derived,structural".to_owned()], ..Query::default() })
}

/// The selections that people make.
pub(crate) fn selections() -> Vec<(&'static str, NetworkView)> {
    let one = |word: &str| vec![word.to_owned()];
    let none = Query::default;
    vec![
        ("whole", whole()),
        ("without the EU", select(Query { without_eu: true, ..none() })),
        ("partnerships and dialogues", select(Query { instrument: one("DP,DD"), ..none() })),
        ("free trade", select(Query { instrument: one("FTA-D"), ..none() })),
        ("actions", select(Query { instrument: one("ACTION"), ..none() })),
        ("forums", select(Query { instrument: one("FORUM"), ..none() })),
        ("partners", select(Query { kind: one("partner"), ..none() })),
        ("groupings", select(Query { kind: one("grouping"), ..none() })),
        ("proposed", select(Query { state: one("proposed"), ..none() })),
        ("negotiating", select(Query { state: one("negotiating"), ..none() })),
        ("cyber", select(Query { area: one("CYB"), ..none() })),
        ("quantum", select(Query { area: one("QUA"), ..none() })),
        ("internet governance", select(Query { area: one("GOV"), ..none() })),
        ("research", select(Query { domain: one("D1"), ..none() })),
        ("around Japan", select(Query { focus: Some("JPN".to_owned()), ..none() })),
        ("stated alone", select(Query { class: one("stated"), ..none() })),
        ("stated without the EU", select(Query { class: one("stated"), without_eu: true, ..none() })),
        ("large: structural alone", select(Query { class: one("structural"), ..none() })),
        ("large: derived", select(Query { class: one("stated,derived,structural"), ..none() })),
        ("large: split", select(Query { split_eu: true, ..none() })),
    ]
}

/// Every picture of the real network.
pub(crate) fn every_picture(options: &Options) -> Vec<(&'static str, Svg)> {
    let charts =
        [("matrix", ChartName::Matrix), ("calendar", ChartName::Calendar), ("lattice", ChartName::Lattice)];
    let mut all = vec![
        ("wheel", wheel(&whole(), options)),
        ("force", force(&whole(), options)),
        ("ego", ego(&whole(), "JPN", options)),
    ];
    for (word, name) in charts {
        let view = Chart::new(name, None, None, &[]).expect("a chart").view(explorer());
        all.push((word, chart(&view, options)));
    }
    all
}

/// The ladder of an actor, with the view it is of.
pub(crate) fn ego_layout(actor: &str, options: &Options) -> (NetworkView, EgoLayout) {
    let view = whole();
    let layout = EgoLayout::new(&view, actor, options).expect("an actor of the network");
    (view, layout)
}

/// The width of a picture in its own units.
pub(crate) fn canvas(svg: &str) -> f64 {
    let view_box = elements(svg)[0].get("viewBox");
    view_box.split(' ').nth(2).and_then(|w| w.parse().ok()).expect("a width")
}

/// An element of a picture.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes.
    pub(crate) attributes: Vec<(String, String)>,
    /// The text directly within it.
    pub(crate) text: String,
    /// The ties within which it stands, as `[ID]`.
    pub(crate) path: String,
}

impl Node {
    /// An attribute, if it is there.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone())
    }

    /// An attribute that must be there.
    pub(crate) fn get(&self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| panic!("{} has no {key}", self.name))
    }
}

fn node(start: &BytesStart, path: String) -> Node {
    let name = start.name().as_ref().to_owned();
    let attributes = start
        .attributes()
        .map(|a| {
            let a = a.expect("a well-formed attribute");
            let key = a.key.as_ref().to_owned();
            let value = a.normalized_value(XmlVersion::Implicit1_0).expect("an escaped value");
            (key, value.into_owned())
        })
        .collect();
    Node { name, attributes, text: String::new(), path }
}

/// Every element, in document order; panics when the text is not well-formed.
pub(crate) fn elements(svg: &str) -> Vec<Node> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut all: Vec<Node> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let path = |open: &[usize], all: &[Node]| -> String {
            open.iter().filter_map(|&i| all[i].find("data-tie")).map(|t| format!("[{t}]")).collect()
        };
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                all.push(node(&start, path(&open, &all)));
                open.push(all.len() - 1);
            }
            Event::Empty(start) => all.push(node(&start, path(&open, &all))),
            Event::End(_) => {
                open.pop().expect("an open element");
            }
            Event::Text(text) => {
                let words = text.xml10_content();
                if let Some(&i) = open.last() {
                    all[i].text.push_str(&words);
                }
            }
            Event::GeneralRef(name) => {
                let words = match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("&{other};"),
                };
                if let Some(&i) = open.last() {
                    all[i].text.push_str(words);
                }
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    all
}

/// All ids.
pub(crate) fn ids_of(all: &[Node]) -> Vec<String> {
    all.iter().filter_map(|e| e.find("id")).collect()
}

/// Every tie of a view is drawn once or counted as left out, and what is left out is told: lists of members apart from ties.
pub(crate) fn drawn_once_or_left_out(name: &str, view: &NetworkView, svg: &Svg, left_out: &LeftOut) {
    let drawn: Vec<String> = elements(svg.as_str()).iter().filter_map(|e| e.find("data-tie")).collect();
    let once: BTreeSet<&String> = drawn.iter().collect();
    assert_eq!(once.len(), drawn.len(), "{name}: a tie is drawn twice");
    let left: BTreeSet<&String> = left_out.ties.iter().collect();
    let all: BTreeSet<&String> = view.ties.iter().map(|t| &t.id).collect();
    assert_eq!(once.union(&left).copied().collect::<BTreeSet<_>>(), all, "{name}");
    assert!(once.is_disjoint(&left), "{name}");
    // Lists of members apart from what the documents state.
    let listed = |id: &&&String| view.ties.iter().any(|t| t.id == ***id && t.class == "structural");
    let lists = left.iter().filter(listed).count();
    let said = svg.left_out();
    for (number, what) in
        [(left.len() - lists, ["lien", "tie"]), (lists - left_out.unlabeled, ["list", "list"])]
    {
        let told = |s: &String| what.iter().any(|w| s.starts_with(&format!("{number} {w}")));
        assert!(number == 0 || said.iter().any(told), "{name}: {number} {what:?} in {said:?}");
    }
}
