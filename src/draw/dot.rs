//! A network as DOT, for Graphviz and for every program that reads its language.

mod caption;
mod chart;
mod cluster;
mod layout;
mod plan;
mod quote;
mod style;
mod tooltip;
mod words;

use std::collections::BTreeMap;

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Node, NodeId, Stmt, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::engine::Engine;
use super::matrix_marks::tie_mark;
use super::theme::Role;
use super::words::state;
use crate::view::{Chosen, EvidenceView, Lang, NetworkView, NodeView, TieView};
use cluster::Places;
use plan::{Line, Plan, Table, What, plan};
use quote::{attribute, quote, shown, wrap};

pub use chart::{LATTICE_ENGINE, MATRIX_ENGINE, lattice_dot, matrix_dot};

/// The engine for a whole network: springs keep the hub in the middle and let every tie be seen.
pub const NETWORK_ENGINE: Engine = Engine::Sfdp;
/// The engine for one actor: layers lead from it through its ties to everybody else.
pub const EGO_ENGINE: Engine = Engine::Dot;

/// How a DOT text is made.
#[derive(Clone, Copy)]
pub struct DotOptions<'a> {
    /// Language of names and legend; quotations stay in the language of their document.
    pub lang: Lang,
    /// The engine the text is laid out for: it is named in the text, and spacing and ranks follow it.
    pub engine: Engine,
    /// The selection in words, printed in the caption.
    pub selection: &'a [Chosen],
    /// The address to which a node or a tie of this id leads, if to any; [`node_address`] is the page's.
    pub address: Option<&'a dyn Fn(&str) -> String>,
}

/// The place of a node or tie in the page: `#node=JPN`.
pub fn node_address(id: &str) -> String {
    let mut out = String::from("#node=");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The whole view.
///
/// Every actor is a node. A tie between two actors is a line; a tie of several, or with a programme of the EU, is a small
/// node joined to each of them, never a clique. Rings (twopi) give every tie a node, so that ties stand on the first ring.
/// Derived ties and memberships are drawn once for each group and member, as the lines by which the group reaches its
/// members, or as the frame in which it embraces them. The attribute `tie` of nodes, lines and frames holds the ids, one on
/// a line.
pub fn network_dot(view: &NetworkView, options: &DotOptions<'_>) -> String {
    let title = words::word(
        options.lang,
        "La stratégie numérique internationale de l’UE, lue comme un réseau",
        "The EU’s international digital strategy, read as a network",
    );
    Picture::new(view, &plan(view, options.engine == Engine::Twopi), *options, title, None).print()
}

/// One actor, each of its ties with its name, and everybody else at them; `None` when the view does not show the actor.
pub fn ego_dot(view: &NetworkView, actor: &str, options: &DotOptions<'_>) -> Option<String> {
    let mut plan = plan(view, true);
    let ego = *plan.actors.iter().find(|n| n.id == actor)?;
    plan.keep_around(&ego.id);
    let ties = words::word(options.lang, "ses liens", "its ties");
    let title = format!("{}: {ties}", ego.names.get(options.lang));
    Some(Picture::new(view, &plan, *options, &title, Some(&ego.id)).print())
}

/// All that a statement of the text may need to know.
struct Picture<'a> {
    view: &'a NetworkView,
    plan: &'a Plan<'a>,
    options: DotOptions<'a>,
    title: String,
    ego: Option<&'a str>,
    places: Places<'a>,
    layers: BTreeMap<&'a str, u8>,
    quotations: BTreeMap<&'a str, &'a EvidenceView>,
}

impl<'a> Picture<'a> {
    fn new(
        view: &'a NetworkView,
        plan: &'a Plan<'a>,
        options: DotOptions<'a>,
        title: &str,
        ego: Option<&'a str>,
    ) -> Picture<'a> {
        let places = cluster::places(plan, ego, options.engine, options.lang);
        let layers = layout::layers(plan, &places, ego, options.engine);
        let quotations = tooltip::first_quotations(view);
        let title = view.dates.titled(title, options.lang);
        Picture { view, plan, options, title, ego, places, layers, quotations }
    }

    /// The ties that lines and nodes stand for.
    fn shown_ties(&self) -> impl Iterator<Item = &TieView> {
        let tables = self.plan.tables.iter().map(|t| t.tie);
        let lines =
            self.plan.lines.iter().filter_map(|l| if let What::Whole(t) = l.what { Some(t) } else { None });
        tables.chain(lines)
    }

    /// Lines, but for those to members whom a frame embraces.
    fn drawn_lines(&self) -> impl Iterator<Item = &Line<'a>> {
        let reach = |l: &Line<'_>| matches!(l.what, What::Reach(_));
        self.plan.lines.iter().filter(move |l| !(reach(l) && self.places.embraced.contains(&(l.from, l.to))))
    }

    fn print(&self) -> String {
        let mut stmts = self.defaults();
        stmts.extend(self.places.stmts(self));
        stmts.extend(self.plan.tables.iter().map(|t| Stmt::Node(self.table(t))));
        stmts.extend(self.drawn_lines().map(|l| Stmt::Edge(self.line(l))));
        let graph = Graph::Graph { id: quote::title(&self.title), strict: false, stmts };
        let mut text = graph.print(&mut PrinterContext::default());
        text.push('\n');
        text
    }

    fn defaults(&self) -> Vec<Stmt> {
        let mut graph = layout::graph_attributes(self);
        graph.push(attribute("fontname", style::FONT));
        graph.push(attribute("bgcolor", style::tint(Role::Ground)));
        graph.push(shown("tooltip", &self.title));
        graph.push(caption::label(self));
        let node = [
            ("fontname", style::FONT),
            ("fontcolor", style::tint(Role::Ink)),
            ("fontsize", "11"),
            ("color", style::tint(Role::Muted)),
            ("margin", "0.06,0.03"),
            ("height", "0.25"),
            ("width", "0.3"),
        ];
        let edge = [("color", style::tint(Role::Muted)), ("penwidth", &self.width(1.0))];
        let all = |set: &[(&str, &str)]| set.iter().map(|(n, v)| attribute(n, v)).collect();
        vec![
            Stmt::GAttribute(GraphAttributes::Graph(graph)),
            Stmt::GAttribute(GraphAttributes::Node(all(&node))),
            Stmt::GAttribute(GraphAttributes::Edge(all(&edge))),
        ]
    }

    fn actor(&self, actor: &NodeView) -> Node {
        let lang = self.options.lang;
        let (shape, style, ground) = style::shape(actor.kind);
        let ego = self.ego == Some(actor.id.as_str());
        let quotation = self.quotations.get(actor.id.as_str()).copied();
        let mut set = vec![
            shown("label", &wrap(actor.names.get(lang), if actor.kind == "hub" { 12 } else { 16 })),
            attribute("shape", shape),
            attribute("style", style),
            attribute("fillcolor", ground),
            attribute("class", &format!("actor {}", actor.kind)),
        ];
        if actor.kind == "forum" {
            set.push(attribute("peripheries", "2"));
        }
        if ego || (actor.kind == "hub" && self.ego.is_none()) {
            set.push(attribute("fontsize", "16"));
            set.push(attribute("penwidth", "2"));
        }
        set.push(shown("tooltip", &tooltip::actor(self.view, actor, quotation, lang)));
        set.extend(self.link(&actor.id));
        Node { id: node_id(&actor.id), attributes: set }
    }

    fn table(&self, table: &Table<'_>) -> Node {
        let (tie, lang) = (table.tie, self.options.lang);
        let color = style::color(tie.kind);
        let star = if tie.rests_on_additional() { " *" } else { "" };
        let mut set = if self.ego.is_some() {
            let (sign, standing) = (words::long_sign(lang, tie), state(lang, tie.state));
            let label = format!("{}\n{sign} · {standing}{star}", wrap(tie.names.get(lang), 44));
            vec![shown("label", &label), attribute("shape", "box")]
        } else {
            vec![
                shown("label", &format!("{}{star}", tie_mark(tie))),
                attribute("shape", "box"),
                attribute("fontsize", "8"),
                attribute("height", "0.16"),
                attribute("width", "0.2"),
                attribute("margin", "0.03,0.01"),
            ]
        };
        set.push(attribute("style", &format!("filled,{}", style::line(tie.state))));
        set.push(attribute("fillcolor", style::tint(Role::Ground)));
        set.push(attribute("color", color));
        set.push(attribute("fontcolor", color));
        set.push(attribute("class", &class(tie)));
        if tie.names_its_parties() {
            set.push(attribute("tie", &tie.id));
        }
        set.push(shown("tooltip", &tooltip::tie(self.view, tie, None, lang)));
        set.extend(self.link(table.id));
        Node { id: node_id(table.id), attributes: set }
    }

    fn line(&self, line: &Line<'_>) -> Edge {
        let lang = self.options.lang;
        let mut set = Vec::new();
        match &line.what {
            What::Whole(tie) => {
                set.push(attribute("color", style::color(tie.kind)));
                set.push(attribute("style", style::line(tie.state)));
                set.push(attribute("penwidth", &self.width(1.8)));
                set.push(attribute("class", &class(tie)));
                if tie.rests_on_additional() {
                    set.extend(style::additional());
                }
                if tie.names_its_parties() {
                    set.push(attribute("tie", &tie.id));
                }
                set.push(shown("tooltip", &tooltip::tie(self.view, tie, None, lang)));
                set.extend(self.link(&tie.id));
            }
            What::Part(tie) => {
                let part = tie.parties.iter().find(|p| p.id == line.to);
                let state = part.map_or(tie.state, |p| p.state);
                set.push(attribute("color", style::color(tie.kind)));
                set.push(attribute("style", style::line(state)));
                set.push(attribute("class", &class(tie)));
                set.push(shown("tooltip", &tooltip::tie(self.view, tie, part, lang)));
                set.extend(self.link(&tie.id));
            }
            What::Programme(tie) => {
                set.push(attribute("color", style::tint(Role::Structural)));
                set.push(attribute("style", "dotted"));
                set.push(attribute("class", "programme"));
                set.push(shown("tooltip", &tooltip::tie(self.view, tie, None, lang)));
            }
            What::Reach(ties) => {
                let derived = ties.iter().any(|t| t.class == "derived");
                set.push(attribute("color", style::tint(Role::Structural)));
                set.push(attribute("style", if derived { "dashed" } else { "dotted" }));
                set.push(attribute("class", if derived { "derived" } else { "structural" }));
                let ids: Vec<&str> = ties.iter().map(|t| t.id.as_str()).collect();
                set.push(attribute("tie", &ids.join("\n")));
                set.push(shown("tooltip", &tooltip::reach(ties, lang)));
            }
        }
        let (reversed, constraint) = layout::ends(self, line);
        set.extend(constraint);
        let (from, to) = if reversed { (line.to, line.from) } else { (line.from, line.to) };
        Edge { ty: EdgeTy::Pair(Vertex::N(node_id(from)), Vertex::N(node_id(to))), attributes: set }
    }

    fn width(&self, width: f64) -> String {
        format!("{:.1}", width * layout::emphasis(self.plan, self.options.engine))
    }

    fn link(&self, id: &str) -> Option<Attribute> {
        self.options.address.map(|address| shown("URL", &address(id)))
    }
}

fn class(tie: &TieView) -> String {
    format!("tie {} {} {}", tie.class, tie.kind, tie.state)
}

fn node_id(id: &str) -> NodeId {
    NodeId(quote(id), None)
}
