//! Reading DOT back: graphviz-rust's parser, and quotation marks undone as the language defines them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use graphviz_rust::dot_structures::{Attribute, EdgeTy, Graph, Id, NodeId, Stmt, Vertex};
use relier::dataset;
use relier::draw::{DotOptions, Engine, node_address};
use relier::explorer::{Explorer, Query};
use relier::network::Dates;
use relier::seed::{self, SeedFiles};
use relier::view::{Lang, NetworkView, network_view};

/// The real network under a query.
pub(crate) fn view(query: &Query) -> NetworkView {
    let (seeds, faults) = seed::read(SeedFiles::embedded());
    let dataset = Arc::new(dataset::build(&seeds, faults, false).dataset);
    let filter = query.filter(&dataset).unwrap();
    let dates = Dates::latest(&dataset);
    network_view(&Explorer::new(dataset, dates), &filter)
}

/// A query of evidence classes.
pub(crate) fn classes(classes: &[&str]) -> Query {
    Query { class: classes.iter().map(|c| (*c).to_owned()).collect(), ..Query::default() }
}

/// Options with the page's addresses.
pub(crate) fn options(engine: Engine) -> DotOptions<'static> {
    DotOptions { lang: Lang::Fr, engine, selection: &[], address: Some(&node_address) }
}

/// Names that have broken programs.
pub(crate) fn hostile() -> Vec<String> {
    let mut out: Vec<String> = [
        r#"say "hi""#,
        "trailing backslash \\",
        r"\N \G \l \r \n \\",
        "<b>bold</b>",
        "<<B>x</B>>",
        "AT&T; R&D & co",
        "&lt;b&gt; &amp; &eacute; &#233; &#xe9;",
        "two\nlines",
        "carriage\r\nreturn",
        "nul\0 and escape \u{1b}[31m",
        "שלום עולם",
        "مرحبا",
        "\u{202e}turned round",
        "emoji 😀👩‍👩‍👧🇪🇺",
        "a->b;{} [x=y] -- // # /* */",
        "node",
        "subgraph",
        "strict digraph {",
        "-1.5",
        "a:b:c",
        "é",
        "]]>",
        "\"];evil[label=\"",
        "' onload='alert(1)",
        "",
        "  two  spaces  ",
    ]
    .map(str::to_owned)
    .into();
    out.push("x".repeat(300));
    out.push("long name ".repeat(30));
    out
}

/// What of a name can be shown: no control characters but line breaks, which count as spaces.
pub(crate) fn showable(name: &str) -> String {
    name.chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .filter(|c| *c == '\t' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')))
        .collect()
}

pub(crate) type Attributes = BTreeMap<String, String>;

/// A graph as it was read.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) directed: bool,
    pub(crate) graph: Attributes,
    pub(crate) nodes: BTreeMap<String, Attributes>,
    pub(crate) edges: Vec<(String, String, Attributes)>,
    /// Frames: name, own attributes, and the nodes in them or in their frames.
    pub(crate) frames: Vec<(String, Attributes, BTreeSet<String>)>,
}

/// Reads DOT.
#[track_caller]
pub(crate) fn read(dot: &str) -> Read {
    let graph = graphviz_rust::parse(dot).unwrap_or_else(|e| panic!("this is no DOT: {e}"));
    let (id, stmts, directed) = match graph {
        Graph::Graph { id, strict: false, stmts } => (id, stmts, false),
        Graph::DiGraph { id, strict: false, stmts } => (id, stmts, true),
        strict => panic!("a strict graph: {strict:?}"),
    };
    let mut out = Read { name: text(&id), directed, ..Read::default() };
    out.statements(&stmts);
    out
}

impl Read {
    fn statements(&mut self, stmts: &[Stmt]) -> BTreeSet<String> {
        let mut inside = BTreeSet::new();
        for stmt in stmts {
            match stmt {
                Stmt::Node(node) => {
                    let id = name(&node.id);
                    inside.insert(id.clone());
                    let again = self.nodes.insert(id, attributes(&node.attributes));
                    assert!(again.is_none(), "{:?} stands twice", node.id);
                }
                Stmt::Edge(edge) => {
                    let EdgeTy::Pair(Vertex::N(a), Vertex::N(b)) = &edge.ty else { panic!("{edge:?}") };
                    self.edges.push((name(a), name(b), attributes(&edge.attributes)));
                }
                Stmt::Subgraph(frame) => {
                    let own: Vec<Attribute> = frame
                        .stmts
                        .iter()
                        .filter_map(|s| if let Stmt::Attribute(a) = s { Some(a.clone()) } else { None })
                        .collect();
                    let nodes = self.statements(&frame.stmts);
                    inside.extend(nodes.iter().cloned());
                    self.frames.push((text(&frame.id), attributes(&own), nodes));
                }
                Stmt::GAttribute(graphviz_rust::dot_structures::GraphAttributes::Graph(set)) => {
                    self.graph.extend(attributes(set));
                }
                Stmt::GAttribute(_) | Stmt::Attribute(_) => {}
            }
        }
        inside
    }

    /// The other ends of a node's lines, as often as there are lines.
    pub(crate) fn neighbours(&self, id: &str) -> Vec<&str> {
        let other = |(a, b, _): &'_ (String, String, Attributes)| (a == id, b == id);
        let mut out: Vec<&str> = self
            .edges
            .iter()
            .filter_map(|edge| match other(edge) {
                (true, _) => Some(edge.1.as_str()),
                (_, true) => Some(edge.0.as_str()),
                _ => None,
            })
            .collect();
        out.sort_unstable();
        out
    }
}

/// The lines of an attribute that holds ids.
pub(crate) fn ids(set: &Attributes) -> BTreeSet<&str> {
    set.get("tie").map(|t| t.split('\n').collect()).unwrap_or_default()
}

fn name(id: &NodeId) -> String {
    assert!(id.1.is_none(), "a port: {id:?}");
    text(&id.0)
}

fn attributes(set: &[Attribute]) -> Attributes {
    let mut out = Attributes::new();
    for Attribute(name, value) in set {
        let Id::Plain(name) = name else { panic!("{name:?}") };
        assert!(out.insert(name.clone(), text(value)).is_none(), "{name} is given twice");
    }
    out
}

/// What a quoted string says. Within quotation marks DOT knows `\"` alone; labels and other escape strings then read `\\`
/// as a backslash and `\n` as a line break. Any other backslash would be an escape sequence that nobody asked for.
fn text(id: &Id) -> String {
    match id {
        Id::Html(text) => text.clone(),
        Id::Escaped(quoted) => {
            let inner = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"')).expect("quotation marks");
            let mut out = String::new();
            let mut chars = inner.chars();
            while let Some(c) = chars.next() {
                match (c, c == '\\') {
                    (_, true) => match chars.next() {
                        Some('n') => out.push('\n'),
                        Some(c @ ('\\' | '"')) => out.push(c),
                        other => panic!("an escape sequence: \\{other:?} in {quoted}"),
                    },
                    ('"', _) => panic!("a quotation mark inside {quoted}"),
                    _ => out.push(c),
                }
            }
            out
        }
        other => panic!("unquoted: {other:?}"),
    }
}
