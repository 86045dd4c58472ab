//! GraphML and GEXF. No entity of a file's own is expanded, nothing outside the file is read, and nesting has a limit.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::table::{Item, Table, Word};
use super::{ANEW, Form, ImportError, refuse};
use crate::seed::Told;

/// The deepest nesting that is read; a network needs about six.
const DEEPEST: usize = 64;

pub(super) fn read(name: &str, text: &str, form: Form) -> Result<Table, ImportError> {
    let body = text.trim_start_matches('\u{feff}');
    let mut walk = Walk {
        file: name,
        text,
        shift: text.len() - body.len(),
        table: Table { form, about: BTreeMap::new(), nodes: Vec::new(), edges: Vec::new(), directed: false },
        keys: BTreeMap::new(),
        stack: Vec::new(),
        nodes: Vec::new(),
        edge: None,
        key: None,
        said: String::new(),
    };
    let mut reader = Reader::from_str(body);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let range = walk.shift + start..walk.shift + reader.buffer_position() as usize;
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => walk.event(&event, range)?,
            Err(error) => {
                let at = walk.shift + reader.error_position() as usize;
                let what = (
                    format!("ce n’est pas du XML bien formé: {}", french(&error)),
                    format!("this is no well-formed XML: {error}"),
                );
                return Err(walk.refuse(at..at + 1, what, ANEW));
            }
        }
    }
    if let Some(open) = walk.stack.last() {
        let what = (format!("le fichier finit dans <{open}>"), format!("the file ends inside <{open}>"));
        let mend = ("le fichier est coupé: enregistrez-le de nouveau", "the file is cut off: save it anew");
        return Err(walk.refuse(text.len()..text.len(), what, mend));
    }
    if walk.table.edges.is_empty() {
        let what = ("il n’y a pas d’<edge> dans le fichier", "there is no <edge> in the file");
        let mend = ("exportez le réseau avec ses arêtes", "export the network with its edges");
        return Err(walk.refuse(0..1, what, mend));
    }
    Ok(walk.table)
}

/// What is wrong with the XML, in French.
fn french(error: &quick_xml::Error) -> String {
    use quick_xml::Error;
    use quick_xml::errors::{IllFormedError as Ill, SyntaxError as Syntax};
    let end = "avant la fin du fichier";
    match error {
        Error::Syntax(Syntax::UnclosedTag) => format!("il manque «>» {end}"),
        Error::Syntax(Syntax::UnclosedComment) => format!("il manque «-->» {end}"),
        Error::Syntax(Syntax::UnclosedCData) => format!("il manque «]]>» {end}"),
        Error::Syntax(Syntax::UnclosedPI | Syntax::UnclosedXmlDecl) => format!("il manque «?>» {end}"),
        Error::Syntax(
            Syntax::UnclosedSingleQuotedAttributeValue | Syntax::UnclosedDoubleQuotedAttributeValue,
        ) => format!("il manque le guillemet droit d’une valeur {end}"),
        Error::IllFormed(Ill::MissingEndTag(tag)) => format!("il manque </{tag}> {end}"),
        Error::IllFormed(Ill::UnmatchedEndTag(tag)) => format!("</{tag}> ne ferme rien"),
        Error::IllFormed(Ill::MismatchedEndTag { expected, found }) => {
            format!("attendu </{expected}>, trouvé </{found}>")
        }
        Error::IllFormed(Ill::UnclosedReference) => format!("il manque «;» après «&» {end}"),
        Error::IllFormed(Ill::DoubleHyphenInComment) => "«--» est dans un commentaire".to_owned(),
        rarer => format!("le lecteur dit en anglais: {rarer}"),
    }
}

/// What is collected on the way through a file.
struct Walk<'a> {
    file: &'a str,
    text: &'a str,
    shift: usize,
    table: Table,
    /// Names of declared values by class and id.
    keys: BTreeMap<(String, String), String>,
    stack: Vec<String>,
    /// The open nodes: places in the table.
    nodes: Vec<usize>,
    /// The open edge.
    edge: Option<usize>,
    /// The value whose text is being read.
    key: Option<String>,
    said: String,
}

impl Walk<'_> {
    fn refuse(&self, range: Range<usize>, what: impl Into<Told>, mend: impl Into<Told>) -> ImportError {
        refuse(self.file, self.text, range, what, mend)
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) -> Result<(), ImportError> {
        match event {
            Event::Start(tag) => self.open(tag, range, false),
            Event::Empty(tag) => self.open(tag, range, true),
            Event::End(_) => {
                self.close(range.end);
                Ok(())
            }
            Event::Text(text) => {
                self.said += &text.xml_content(XmlVersion::Implicit1_0);
                Ok(())
            }
            Event::CData(text) => {
                self.said += text.as_ref();
                Ok(())
            }
            Event::GeneralRef(entity) => {
                let named = match &**entity {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                let Some(c) = named else {
                    let name = &**entity;
                    let what = (
                        format!("&{name}; est une entité propre au fichier, qui n’est pas développée"),
                        format!("&{name}; is an entity of the file's own, which is not expanded"),
                    );
                    let mend = ("écrivez ce qu’elle veut dire", "write what it stands for");
                    return Err(self.refuse(range, what, mend));
                };
                self.said.push(c);
                Ok(())
            }
            Event::DocType(_) => {
                let what = (
                    "un type de document, qui pourrait définir des entités, n’est pas lu",
                    "a document type, which could define entities, is not read",
                );
                let mend = ("retirez la ligne <!DOCTYPE …>", "remove the <!DOCTYPE …> line");
                Err(self.refuse(range, what, mend))
            }
            _ => Ok(()),
        }
    }

    fn attributes(
        &self,
        tag: &BytesStart<'_>,
        range: &Range<usize>,
    ) -> Result<Vec<(String, Word)>, ImportError> {
        let bad = |fr: &str, en: String| {
            self.refuse(range.clone(), (format!("{fr}; le lecteur dit en anglais: {en}"), en), ANEW)
        };
        tag.attributes()
            .map(|attribute| {
                let attribute = attribute.map_err(|e| {
                    bad("un attribut ne se lit pas", format!("an attribute cannot be read: {e}"))
                })?;
                let meant = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| {
                    bad(
                        "la valeur d’un attribut ne se lit pas",
                        format!("the value of an attribute cannot be read: {e}"),
                    )
                })?;
                let word =
                    Word { meant: meant.trim().to_owned(), written: attribute.value.trim().to_owned() };
                Ok((local(attribute.key.as_ref()).to_lowercase(), word))
            })
            .collect()
    }

    fn open(&mut self, tag: &BytesStart<'_>, range: Range<usize>, empty: bool) -> Result<(), ImportError> {
        let name = local(tag.name().as_ref()).to_owned();
        if self.stack.len() >= DEEPEST {
            let what = (
                format!("des éléments sont emboîtés à plus de {DEEPEST} niveaux"),
                format!("elements are nested more than {DEEPEST} deep"),
            );
            let mend = (
                "il en faut six environ à un réseau: enregistrez de nouveau le fichier",
                "a network needs about six: save the file anew",
            );
            return Err(self.refuse(range, what, mend));
        }
        let attributes = self.attributes(tag, &range)?;
        let get = |key: &str| attributes.iter().find(|(k, _)| k == key).map(|(_, w)| w.clone());
        let meant = |key: &str| get(key).map(|w| w.meant).unwrap_or_default();
        let own = |skip: &[&str]| -> BTreeMap<String, String> {
            let kept = attributes.iter().filter(|(k, _)| !skip.contains(&k.as_str()));
            kept.map(|(k, w)| (k.clone(), w.meant.clone())).collect()
        };
        match name.as_str() {
            "graph" => {
                let edges = [meant("edgedefault"), meant("defaultedgetype")];
                self.table.directed |= edges.iter().any(|e| e == "directed");
            }
            // GraphML declares a value by its key, GEXF by an attribute in a class.
            "key" => {
                let (class, id, title) = (meant("for"), meant("id"), meant("attr.name"));
                if !title.is_empty() {
                    self.keys.insert((class, id), title.to_lowercase());
                }
            }
            "attributes" => self.said = meant("class"),
            "attribute" => {
                self.keys.insert((self.said.trim().to_owned(), meant("id")), meant("title").to_lowercase());
            }
            "meta" => {
                let date = meant("lastmodifieddate");
                if !date.is_empty() {
                    self.table.about.insert("date".to_owned(), date);
                }
            }
            "data" => {
                self.key = self.named(&meant("key"));
                self.said.clear();
            }
            "NodeLabel" | "EdgeLabel" | "description" | "keywords" | "creator" => self.said.clear(),
            "attvalue" => {
                let (id, value) = (meant("for"), meant("value"));
                let id = if id.is_empty() { meant("id") } else { id };
                if let Some(key) = self.named(&id) {
                    self.put(key, value);
                }
            }
            "node" => {
                let Some(id) = get("id").filter(|w| !w.meant.is_empty()) else {
                    let what = ("un nœud sans identifiant", "a node without an id");
                    return Err(self.refuse(range, what, ("donnez-lui un id", "give it an id")));
                };
                let item =
                    Item { id: Some(id), values: own(&["id"]), range: range.clone(), ..Item::default() };
                self.nodes.push(self.table.nodes.len());
                self.table.nodes.push(item);
            }
            "edge" | "hyperedge" => {
                let ends = if name == "edge" { vec![get("source"), get("target")] } else { Vec::new() };
                let ends: Option<Vec<Word>> =
                    ends.into_iter().map(|w| w.filter(|w| !w.meant.is_empty())).collect();
                let Some(ends) = ends else {
                    let what = ("une arête sans ses deux bouts", "an edge without its two ends");
                    let mend = ("donnez-lui source et target", "give it source and target");
                    return Err(self.refuse(range, what, mend));
                };
                self.table.directed |= meant("directed") == "true" || meant("type") == "directed";
                let mut values = own(&["id", "source", "target", "directed"]);
                // In GEXF the type of an edge is its direction; its kind is another value.
                if self.table.form == Form::Gexf {
                    values.remove("type");
                }
                let id = get("id").filter(|w| !w.meant.is_empty());
                self.edge = Some(self.table.edges.len());
                self.table.edges.push(Item { id, ends, values, range: range.clone() });
            }
            "endpoint" => {
                if let (Some(edge), Some(node)) = (self.edge, get("node")) {
                    self.table.edges[edge].ends.push(node);
                }
            }
            _ => {}
        }
        self.stack.push(name);
        if empty {
            self.close(range.end);
        }
        Ok(())
    }

    /// The name of a value by its id, in the class of what is open.
    fn named(&self, id: &str) -> Option<String> {
        let class = if self.edge.is_some() {
            "edge"
        } else if self.nodes.is_empty() {
            "graph"
        } else {
            "node"
        };
        let found = |class: &str| self.keys.get(&(class.to_owned(), id.to_owned()));
        found(class).or_else(|| found("all")).or_else(|| found("")).cloned()
    }

    fn put(&mut self, key: String, value: String) {
        let values = match (self.edge, self.nodes.last()) {
            (Some(edge), _) => &mut self.table.edges[edge].values,
            (None, Some(&node)) => &mut self.table.nodes[node].values,
            (None, None) => &mut self.table.about,
        };
        values.insert(key, value);
    }

    fn close(&mut self, end: usize) {
        let Some(name) = self.stack.pop() else { return };
        match name.as_str() {
            "data" => {
                if let Some(key) = self.key.take() {
                    let value = std::mem::take(&mut self.said);
                    self.put(key, value);
                }
            }
            "NodeLabel" | "EdgeLabel" => {
                let value = self.said.trim().to_owned();
                if !value.is_empty() {
                    self.put("label".to_owned(), value);
                }
            }
            "description" | "keywords" | "creator" if self.stack.last().is_some_and(|s| s == "meta") => {
                let value = std::mem::take(&mut self.said);
                self.table.about.insert(name, value.trim().to_owned());
            }
            "node" => {
                if let Some(node) = self.nodes.pop() {
                    self.table.nodes[node].range.end = end;
                }
            }
            "edge" | "hyperedge" => {
                if let Some(edge) = self.edge.take() {
                    self.table.edges[edge].range.end = end;
                }
            }
            _ => {}
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
