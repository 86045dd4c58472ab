//! Tables and implications as DOT: partners joined to what they cover, and which coverage implies which.

use std::collections::{BTreeMap, BTreeSet};

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Node, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::super::frame::selected;
use super::super::lattice_words;
use super::super::matrix_words;
use super::super::theme::Role;
use super::super::words::state;
use super::quote::{attribute, html, quote, shown, title, wrap};
use super::{DotOptions, Engine, caption, node_id, style, tooltip, words};
use crate::dataset::Word;
use crate::gap::CellClass;
use crate::view::{CellView, GROUPINGS, LatticeView, Named, PartnersMatrix, TieView, class_label, class_of};

/// The engine for partners and columns: one beside the other.
pub const MATRIX_ENGINE: Engine = Engine::Dot;
/// The engine for implications: each leads to what it implies.
pub const LATTICE_ENGINE: Engine = Engine::Dot;

/// Attributes of the whole, and of all nodes and lines.
fn defaults(head: &str, label: Attribute, options: &DotOptions<'_>) -> Vec<Stmt> {
    let mut graph = vec![attribute("layout", options.engine.word()), attribute("outputorder", "edgesfirst")];
    let more: &[(&str, &str)] = match options.engine {
        Engine::Dot => &[("rankdir", "LR"), ("nodesep", "0.12"), ("ranksep", "2.4")],
        Engine::Circo => &[("splines", "line"), ("mindist", "0.3")],
        _ => &[("splines", "line"), ("overlap", "prism"), ("sep", "+6")],
    };
    graph.extend(more.iter().map(|(name, value)| attribute(name, value)));
    graph.push(attribute("fontname", style::FONT));
    graph.push(attribute("bgcolor", style::tint(Role::Ground)));
    graph.push(shown("tooltip", head));
    graph.push(label);
    let node = [
        ("fontname", style::FONT),
        ("fontcolor", style::tint(Role::Ink)),
        ("fontsize", "11"),
        ("color", style::tint(Role::Muted)),
        ("style", "filled"),
        ("margin", "0.08,0.04"),
        ("height", "0.25"),
    ];
    let edge = [("fontname", style::FONT), ("fontsize", "9"), ("color", style::tint(Role::Muted))];
    let all = |set: &[(&str, &str)]| set.iter().map(|(n, v)| attribute(n, v)).collect();
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph)),
        Stmt::GAttribute(GraphAttributes::Node(all(&node))),
        Stmt::GAttribute(GraphAttributes::Edge(all(&edge))),
    ]
}

fn printed(graph: Graph) -> String {
    let mut text = graph.print(&mut PrinterContext::default());
    text.push('\n');
    text
}

fn line(from: &str, to: &str, attributes: Vec<Attribute>) -> Stmt {
    Stmt::Edge(Edge { ty: EdgeTy::Pair(Vertex::N(node_id(from)), Vertex::N(node_id(to))), attributes })
}

/// How a cell is drawn: colour, style, width, and what it says in words.
fn drawn(class: &str) -> Option<(Role, &'static str, &'static str)> {
    match class {
        "active" => Some((Role::Core, "solid", "1.8")),
        "planned" => Some((Role::Core, "dashed", "1.4")),
        "grouping" => Some((Role::Regional, "dotted", "1.4")),
        "absent" => Some((Role::Security, "tapered", "3")),
        "outside" => Some((Role::Muted, "solid", "0.4")),
        _ => None,
    }
}

/// A matrix as a network of two sides: partners in frames by stratum, columns beside them, and a line for every cell
/// that says something. A cell on which the documents are silent has no line.
///
/// The attribute `tie` of a line holds the ids of the ties that the cell cites, one on a line.
pub fn matrix_dot(view: &PartnersMatrix, options: &DotOptions<'_>) -> String {
    let lang = options.lang;
    let head = view.matrix.title.get(lang);
    let ties: BTreeMap<&str, &TieView> = view.ties.iter().map(|t| (t.id.as_str(), t)).collect();
    let classes: BTreeSet<&str> = view.matrix.cells.iter().flatten().map(|c| c.class).collect();
    let said = |word: &str| class_label(class_of(word)).get(lang).to_owned();
    let legend: Vec<(String, String)> = CellClass::ALL
        .iter()
        .map(|class| class.word())
        .filter(|word| classes.contains(word))
        .map(|word| match drawn(word) {
            Some((role, style, _)) => {
                let signs = [("dashed", "━ ━ ━"), ("dotted", "· · · ·"), ("tapered", "◀━━")];
                let sign = signs.iter().find(|(s, _)| *s == style).map_or("━━━", |(_, sign)| sign);
                let sign = if word == "outside" { "├──┤" } else { sign };
                (caption::ink(style::tint(role), sign), said(word))
            }
            None => (html(words::word(lang, "sans trait", "no line")), said(word)),
        })
        .collect();
    let mut legend = legend;
    if view.matrix.cells.iter().flatten().any(|c| c.additional) {
        legend.push(caption::additional(lang));
    }
    let selection = (!view.selection.is_empty()).then(|| selected(&view.selection, lang));
    let notes: Vec<String> = view
        .dates
        .first()
        .iter()
        .map(|l| l.get(lang).to_owned())
        .chain(selection)
        .chain(caption::stamp(&view.dataset, &view.dates, lang))
        .collect();
    let label = caption::table(head, &[legend, Vec::new(), Vec::new()], &notes, 9);
    let mut stmts = defaults(head, label, options);
    let mut frames: Vec<(&str, Vec<Stmt>)> = Vec::new();
    for (row, &at) in view.matrix.rows.iter().zip(&view.strata) {
        let shape = if at == GROUPINGS { "box" } else { "ellipse" };
        let mut set = vec![
            shown("label", &wrap(row.names.get(lang), 24)),
            attribute("shape", shape),
            attribute("fillcolor", style::shape(if at == GROUPINGS { "grouping" } else { "partner" }).2),
            shown("tooltip", row.names.get(lang)),
        ];
        set.extend(options.address.map(|address| shown("URL", &address(&row.id))));
        let node = Stmt::Node(Node { id: node_id(&row.id), attributes: set });
        match frames.iter_mut().find(|(name, _)| *name == at) {
            Some((_, nodes)) => nodes.push(node),
            None => frames.push((at, vec![node])),
        }
    }
    for (at, nodes) in frames {
        let heading = matrix_words::stratum_name(at, lang);
        let mut inside = vec![
            Stmt::Attribute(shown("label", heading)),
            Stmt::Attribute(attribute("style", "filled")),
            Stmt::Attribute(attribute("fillcolor", style::GROUND)),
            Stmt::Attribute(attribute("color", style::HAIR)),
            Stmt::Attribute(attribute("fontcolor", style::tint(Role::Muted))),
        ];
        inside.extend(nodes);
        stmts.push(Stmt::Subgraph(Subgraph { id: quote(&format!("cluster {at}")), stmts: inside }));
    }
    // Columns stand beside the partners, also those that no line reaches.
    let mut columns = vec![Stmt::Attribute(attribute("rank", "max"))];
    columns.extend(view.matrix.columns.iter().map(|column| {
        let name = column.names.get(lang);
        let attributes = vec![
            shown("label", &wrap(name, 28)),
            attribute("shape", "box"),
            attribute("fillcolor", style::tint(Role::Hub)),
            shown("tooltip", name),
        ];
        Stmt::Node(Node { id: node_id(&column_id(&column.id)), attributes })
    }));
    stmts.push(Stmt::Subgraph(Subgraph { id: quote("columns"), stmts: columns }));
    for (row, cells) in view.matrix.rows.iter().zip(&view.matrix.cells) {
        for (column, cell) in view.matrix.columns.iter().zip(cells) {
            let Some((role, line_style, width)) = drawn(cell.class) else { continue };
            let head = format!("{} – {}: {}", row.names.get(lang), column.names.get(lang), said(cell.class));
            let mut set = vec![
                attribute("color", style::tint(role)),
                attribute("style", line_style),
                attribute("penwidth", width),
                attribute("class", &format!("cell {}", cell.class)),
                shown("tooltip", &spoken(view, cell, &ties, head, options)),
            ];
            if cell.class == "outside" {
                let ends =
                    [("dir", "both"), ("arrowhead", "tee"), ("arrowtail", "tee"), ("arrowsize", "0.5")];
                set.extend(ends.map(|(name, value)| attribute(name, value)));
            }
            if cell.additional {
                set.extend(style::additional());
            }
            if !cell.ties.is_empty() {
                set.push(attribute("tie", &cell.ties.join("\n")));
            }
            if let (Some(address), Some(first)) = (options.address, cell.ties.first()) {
                set.push(shown("URL", &address(first)));
            }
            stmts.push(line(&row.id, &column_id(&column.id), set));
        }
    }
    printed(Graph::Graph { id: title(head), strict: false, stmts })
}

/// The id of a column's node: no actor has such a one.
fn column_id(id: &str) -> String {
    format!("column {id}")
}

/// What a cell says: its value, and each tie with its first quotation.
fn spoken(
    view: &PartnersMatrix,
    cell: &CellView,
    ties: &BTreeMap<&str, &TieView>,
    head: String,
    options: &DotOptions<'_>,
) -> String {
    let mut out = head;
    for tie in cell.ties.iter().filter_map(|id| ties.get(id.as_str())) {
        let (name, standing) = (tie.names.get(options.lang), state(options.lang, tie.state));
        out.push_str(&format!("\n{name} ({}; {standing})", tie.kind));
        if let Some(evidence) = tie.evidence.first() {
            out.push('\n');
            out.push_str(&tooltip::quoted(&view.dataset, evidence));
        }
    }
    out
}

/// Implications as a directed network: an arrow leads from what implies to what is implied, a dashed one where a single
/// partner breaks the rule. Groups of columns that as many partners have stand in one rank.
pub fn lattice_dot(view: &LatticeView, options: &DotOptions<'_>) -> String {
    let lang = options.lang;
    let head = lattice_words::title(view, lang);
    let mut legend = Vec::new();
    if !view.covers.is_empty() {
        let words = words::word(lang, "qui a le premier a le second", "whoever has the first has the second");
        legend.push((caption::ink(style::tint(Role::Core), "━━▶"), words.to_owned()));
    }
    if !view.near.is_empty() {
        let words =
            words::word(lang, "de même, sauf le partenaire nommé", "the same but for the partner named");
        legend.push((caption::ink(style::tint(Role::Core), "╍╍▶"), words.to_owned()));
    }
    let names =
        |list: &[Named]| list.iter().map(|c| c.names.get(lang).to_owned()).collect::<Vec<_>>().join(", ");
    let mut notes = Vec::new();
    let (everyone, nobody) = match view.selection.is_empty() {
        true => {
            (("Tous les partenaires ont", "Every partner has"), ("Aucun partenaire n’a", "No partner has"))
        }
        false => (
            ("Dans la sélection, tous les partenaires ont", "In the selection every partner has"),
            ("Dans la sélection, aucun partenaire n’a", "In the selection no partner has"),
        ),
    };
    for (list, (fr, en)) in [(&view.everyone, everyone), (&view.nobody, nobody)] {
        if !list.is_empty() {
            notes.push(format!("{}: {}.", words::word(lang, fr, en), names(list)));
        }
    }
    notes.extend(view.dates.first().iter().map(|l| l.get(lang).to_owned()));
    notes.extend(lattice_words::of_the_selection(view, lang));
    notes.extend((!view.selection.is_empty()).then(|| selected(&view.selection, lang)));
    notes.extend(caption::stamp(&view.dataset, &view.dates, lang));
    let label = caption::table(head, &[legend, Vec::new(), Vec::new()], &notes, 9);
    let mut stmts = defaults(head, label, options);
    if options.engine == Engine::Dot {
        let straight = vec![attribute("splines", "line"), attribute("nodesep", "0.4")];
        stmts.push(Stmt::GAttribute(GraphAttributes::Graph(straight)));
    }
    let id = |group: usize| {
        let columns = &view.groups[group].columns;
        columns.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut ranks: BTreeMap<usize, Vec<Stmt>> = BTreeMap::new();
    for (at, group) in view.groups.iter().enumerate() {
        let count = group.units.len();
        let columns: Vec<String> = group.columns.iter().map(|c| wrap(c.names.get(lang), 28)).collect();
        let of = words::word(lang, "sur", "of");
        let attributes = vec![
            shown("label", &format!("{}\n{count} {of} {}", columns.join("\n"), view.units)),
            attribute("shape", "box"),
            attribute("fillcolor", style::tint(Role::Ground)),
            shown("tooltip", &format!("{}: {}", columns.join(", ").replace('\n', " "), names(&group.units))),
        ];
        ranks.entry(count).or_default().push(Stmt::Node(Node { id: node_id(&id(at)), attributes }));
    }
    for (count, nodes) in ranks {
        let mut inside = vec![Stmt::Attribute(attribute("rank", "same"))];
        inside.extend(nodes);
        stmts.push(Stmt::Subgraph(Subgraph { id: quote(&format!("rank {count}")), stmts: inside }));
    }
    for &(from, to) in &view.covers {
        let set = vec![attribute("color", style::tint(Role::Core)), attribute("class", "implication")];
        stmts.push(line(&id(from), &id(to), set));
    }
    for near in &view.near {
        let but = format!("{} {}", words::word(lang, "sauf", "but"), near.exception.names.get(lang));
        let mut set = vec![
            attribute("color", style::tint(Role::Core)),
            attribute("style", "dashed"),
            attribute("class", "implication weak"),
            attribute("constraint", "false"),
            // Graphviz loses lines within one rank that bear a label; one beside the line takes no part in the layout.
            shown("xlabel", &but),
        ];
        set.extend(options.address.map(|address| shown("URL", &address(&near.exception.id))));
        stmts.push(line(&id(near.from), &id(near.to), set));
    }
    printed(Graph::DiGraph { id: title(head), strict: false, stmts })
}
