//! GraphML and GEXF.

use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use super::flat::{Flat, Row};

/// The name of a vocabulary, not an address that anything asks.
const GRAPHML: &str = "http://graphml.graphdrawing.org/xmlns";
const GEXF: &str = "http://gexf.net/1.3";
const VIZ: &str = "http://gexf.net/1.3/viz";

/// Text without the characters that XML cannot hold.
fn clean(text: &str) -> String {
    let bad = |c: char| (c < ' ' && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if bad(c) { '\u{fffd}' } else { c }).collect()
}

/// A value inside quotation marks, where a line break would be read as a space.
fn line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

fn begin() -> io::Result<Writer<Vec<u8>>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(xml)
}

fn end(xml: Writer<Vec<u8>>) -> Vec<u8> {
    let mut out = xml.into_inner();
    out.push(b'\n');
    out
}

/// GraphML: every value declared as a key, the file's own card as values of the graph.
///
/// # Errors
/// Never in memory; the writer's own kind of error is handed on.
pub fn graphml(flat: &Flat) -> io::Result<Vec<u8>> {
    let nodes = Flat::columns(&flat.nodes);
    let edges = Flat::columns(&flat.edges);
    let about: Vec<&str> = flat.about.values.iter().map(|(k, _)| *k).collect();
    let mut xml = begin()?;
    xml.create_element("graphml").with_attribute(("xmlns", GRAPHML)).write_inner_content(|xml| {
        for (class, mark, columns) in [("graph", "g", &about), ("node", "n", &nodes), ("edge", "e", &edges)] {
            for (number, column) in columns.iter().enumerate() {
                let id = format!("{mark}{number}");
                xml.create_element("key")
                    .with_attributes([
                        ("id", id.as_str()),
                        ("for", class),
                        ("attr.name", column),
                        ("attr.type", "string"),
                    ])
                    .write_empty()?;
            }
        }
        let graph = [("id", "relier"), ("edgedefault", "undirected")];
        xml.create_element("graph").with_attributes(graph).write_inner_content(|xml| {
            data(xml, "g", &about, &flat.about.values)?;
            for node in &flat.nodes {
                let id = line(&node.id);
                xml.create_element("node")
                    .with_attribute(("id", id.as_str()))
                    .write_inner_content(|xml| data(xml, "n", &nodes, &node.values))?;
            }
            for edge in &flat.edges {
                let [source, target] = ends(edge);
                xml.create_element("edge")
                    .with_attributes([("source", source.as_str()), ("target", target.as_str())])
                    .write_inner_content(|xml| data(xml, "e", &edges, &edge.values))?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(end(xml))
}

fn ends(edge: &Row) -> [String; 2] {
    edge.ends.as_ref().map(|[a, b]| [line(a), line(b)]).unwrap_or_default()
}

fn data(
    xml: &mut Writer<Vec<u8>>,
    mark: &str,
    columns: &[&str],
    values: &[(&'static str, String)],
) -> io::Result<()> {
    for (key, value) in values {
        let Some(number) = columns.iter().position(|c| c == key) else { continue };
        let id = format!("{mark}{number}");
        xml.create_element("data")
            .with_attribute(("key", id.as_str()))
            .write_text_content(BytesText::new(&clean(value)))?;
    }
    Ok(())
}

/// GEXF 1.3, as Gephi reads it; the file's own card stands in `meta`.
///
/// # Errors
/// Never in memory; the writer's own kind of error is handed on.
pub fn gexf(flat: &Flat) -> io::Result<Vec<u8>> {
    let nodes = Flat::columns(&flat.nodes);
    let edges = Flat::columns(&flat.edges);
    let about = |key| flat.about.get(key).to_owned();
    let mut xml = begin()?;
    let root = [("xmlns", GEXF), ("xmlns:viz", VIZ), ("version", "1.3")];
    xml.create_element("gexf").with_attributes(root).write_inner_content(|xml| {
        let known = about("known");
        let meta = xml.create_element("meta").with_attribute(("lastmodifieddate", known.as_str()));
        meta.write_inner_content(|xml| {
            let keywords = format!("{} {}", about("relier_schema"), about("relier_projection"));
            let said: Vec<String> = flat.about.values.iter().map(|(k, v)| format!("{k}: {v}")).collect();
            for (name, text) in
                [("creator", "relier"), ("keywords", &keywords), ("description", &said.join("\n"))]
            {
                xml.create_element(name).write_text_content(BytesText::new(&clean(text)))?;
            }
            Ok(())
        })?;
        let graph = [("mode", "static"), ("defaultedgetype", "undirected")];
        xml.create_element("graph").with_attributes(graph).write_inner_content(|xml| {
            for (class, columns) in [("node", &nodes), ("edge", &edges)] {
                xml.create_element("attributes").with_attribute(("class", class)).write_inner_content(
                    |xml| {
                        for (number, column) in columns.iter().enumerate() {
                            let id = number.to_string();
                            xml.create_element("attribute")
                                .with_attributes([("id", id.as_str()), ("title", column), ("type", "string")])
                                .write_empty()?;
                        }
                        Ok(())
                    },
                )?;
            }
            xml.create_element("nodes").write_inner_content(|xml| {
                for node in &flat.nodes {
                    let label = node.values.iter().find(|(k, _)| *k == "label").map_or(&node.id, |(_, v)| v);
                    let (id, label) = (line(&node.id), line(label));
                    xml.create_element("node")
                        .with_attributes([("id", id.as_str()), ("label", label.as_str())])
                        .write_inner_content(|xml| attvalues(xml, &nodes, &node.values))?;
                }
                Ok(())
            })?;
            xml.create_element("edges").write_inner_content(|xml| {
                for (number, edge) in flat.edges.iter().enumerate() {
                    let [source, target] = ends(edge);
                    let id = number.to_string();
                    xml.create_element("edge")
                        .with_attributes([
                            ("id", id.as_str()),
                            ("source", source.as_str()),
                            ("target", target.as_str()),
                        ])
                        .write_inner_content(|xml| attvalues(xml, &edges, &edge.values))?;
                }
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(end(xml))
}

fn attvalues(
    xml: &mut Writer<Vec<u8>>,
    columns: &[&str],
    values: &[(&'static str, String)],
) -> io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        for (key, value) in values {
            let Some(number) = columns.iter().position(|c| c == key) else { continue };
            let (id, value) = (number.to_string(), line(value));
            xml.create_element("attvalue")
                .with_attributes([("for", id.as_str()), ("value", value.as_str())])
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
