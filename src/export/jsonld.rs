//! JSON-LD: actors and documents in the words of schema.org, provenance in those of PROV-O, quotations in those of the Web
//! Annotation vocabulary. Ids are URNs that stay the same from version to version; the context is in the file.

use serde_json::{Map, Value, json};

use super::about::about;
use super::flat::Projection;
use crate::view::{EvidenceView, Label, NetworkView, NodeView, TieView};

/// The vocabularies by prefix. They are names: nothing is asked there.
pub const VOCABULARIES: [(&str, &str); 5] = [
    ("schema", "https://schema.org/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("relier", "urn:relier:term:"),
];

fn urn(what: &str, id: &str) -> String {
    let mut out = format!("urn:relier:{what}:");
    for b in id.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.') {
            out.push(char::from(b));
        } else {
            out += &format!("%{b:02X}");
        }
    }
    out
}

fn names(label: &Label) -> Value {
    json!([{ "@value": label.fr, "@language": "fr" }, { "@value": label.en, "@language": "en" }])
}

fn links(what: &str, ids: &[String]) -> Value {
    ids.iter().map(|id| json!({ "@id": urn(what, id) })).collect()
}

fn node(node: &NodeView) -> Value {
    let (what, kind) = match node.kind {
        "area" => ("area", "schema:DefinedTerm"),
        "domain" => ("domain", "schema:DefinedTerm"),
        "partner" | "member-state" if node.iso3.is_some() => ("actor", "schema:Country"),
        "programme" => ("actor", "schema:Project"),
        _ => ("actor", "schema:Organization"),
    };
    let mut out = Map::new();
    out.insert("@id".into(), json!(urn(what, &node.id)));
    out.insert("@type".into(), json!([kind, format!("relier:{}", node.kind)]));
    out.insert("schema:identifier".into(), json!(node.id));
    out.insert("schema:name".into(), names(&node.names));
    if let Some(region) = &node.region {
        out.insert("schema:containedInPlace".into(), json!({ "schema:name": names(region) }));
    }
    for (key, value) in [("relier:stratum", node.stratum), ("relier:level", node.level)] {
        if let Some(value) = value {
            out.insert(key.into(), json!(value));
        }
    }
    if let Some(note) = &node.note {
        out.insert("schema:description".into(), names(note));
    }
    Value::Object(out)
}

fn quotation(tie: &TieView, number: usize, evidence: &EvidenceView) -> Value {
    json!({
        "@id": format!("{}#{}", urn("tie", &tie.id), number + 1),
        "@type": "oa:Annotation",
        "oa:motivatedBy": { "@id": "oa:describing" },
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": { "@id": urn("document", &evidence.document) },
            "schema:position": evidence.at,
            "oa:hasSelector": [
                { "@type": "oa:TextQuoteSelector", "oa:exact": evidence.quote },
                { "@type": "oa:DataPositionSelector", "oa:start": evidence.start, "oa:end": evidence.end },
            ],
        },
    })
}

fn tie(tie: &TieView) -> Value {
    let mut out = Map::new();
    out.insert("@id".into(), json!(urn("tie", &tie.id)));
    out.insert("@type".into(), json!(["prov:Entity", "relier:tie", format!("relier:{}", tie.kind)]));
    out.insert("schema:identifier".into(), json!(tie.id));
    out.insert("schema:name".into(), names(&tie.names));
    out.insert("relier:class".into(), json!(tie.class));
    out.insert("relier:state".into(), json!(tie.state));
    out.insert("relier:polarity".into(), json!(tie.polarity));
    out.insert("schema:participant".into(), links("actor", &tie.participants));
    let parts: Vec<Value> = tie
        .parties
        .iter()
        .map(|p| {
            json!({
                "@type": "relier:part",
                "schema:participant": { "@id": urn("actor", &p.id) },
                "relier:state": p.state,
                "relier:area": links("area", &p.areas),
                "relier:domain": links("domain", &p.domains),
            })
        })
        .collect();
    if !parts.is_empty() {
        out.insert("relier:hasPart".into(), Value::Array(parts));
    }
    let text = |value: &Option<String>| value.as_ref().map(|v| json!(v));
    let word = |value: Option<&str>| value.map(|v| json!(v));
    let ids = |what: &str, ids: &[String]| (!ids.is_empty()).then(|| links(what, ids));
    for (key, value) in [
        ("schema:startDate", text(&tie.valid.from)),
        ("relier:endsBefore", text(&tie.valid.to)),
        ("relier:precision", word(tie.valid.precision)),
        ("relier:expected", text(&tie.valid.expected)),
        ("relier:area", ids("area", &tie.areas)),
        ("relier:domain", ids("domain", &tie.domains)),
        ("relier:leg", (!tie.legs.is_empty()).then(|| json!(tie.legs))),
        ("relier:programme", ids("actor", &tie.programmes)),
        ("relier:via", ids("actor", &tie.via)),
        ("relier:meeting", word(tie.meeting)),
        ("relier:annexRow", tie.row.map(|r| json!(r))),
        ("relier:example", tie.example.map(|e| json!(e))),
        ("relier:carries", word(tie.carries)),
        ("relier:scope", word(tie.scope)),
        ("relier:calendar", text(&tie.calendar)),
        ("relier:disputedState", word(tie.disputed)),
        ("relier:sameFactAs", ids("tie", &tie.same_as)),
        ("dcterms:source", text(&tie.source)),
        ("schema:description", tie.note.as_ref().map(names)),
    ] {
        if let Some(value) = value {
            out.insert(key.into(), value);
        }
    }
    let mut documents: Vec<String> = tie.evidence.iter().map(|e| e.document.clone()).collect();
    documents.dedup();
    if !documents.is_empty() {
        out.insert("prov:wasDerivedFrom".into(), links("document", &documents));
    }
    let said: Vec<Value> = tie.evidence.iter().enumerate().map(|(i, e)| quotation(tie, i, e)).collect();
    out.insert("relier:evidence".into(), Value::Array(said));
    Value::Object(out)
}

/// The network as linked data.
pub fn jsonld(view: &NetworkView, command: &str) -> Value {
    let context: Map<String, Value> = VOCABULARIES.iter().map(|(k, v)| ((*k).to_owned(), json!(v))).collect();
    let said = about(view, Projection::Incidence, command);
    let documents = view.dataset.documents.iter().map(|d| {
        let mut out = json!({
            "@id": urn("document", &d.id),
            "@type": ["schema:DigitalDocument", "prov:Entity"],
            "schema:name": names(&d.title),
            "schema:identifier": d.reference,
            "schema:datePublished": d.date,
            "schema:publisher": { "@type": "schema:Organization", "schema:name": names(&d.publisher) },
            "schema:inLanguage": d.language,
            "relier:sha256": d.sha256,
            "dcterms:rights": names(&d.reuse),
        });
        if let Some(address) = &d.address {
            out["schema:url"] = json!(address);
        }
        out
    });
    let ties: std::collections::BTreeSet<&str> = view.ties.iter().map(|t| t.id.as_str()).collect();
    let mut graph: Vec<Value> = documents.collect();
    graph.extend(view.nodes.iter().filter(|n| !ties.contains(n.id.as_str())).map(node));
    graph.extend(view.ties.iter().map(tie));
    let mut out = json!({
        "@context": context,
        "@id": format!("urn:relier:dataset:{}", view.dataset.digest),
        "@type": ["schema:Dataset", "prov:Entity"],
        "schema:version": view.dataset.version,
        "relier:asOf": view.dates.as_of,
        "relier:known": view.dates.known,
        "schema:description": said.get("edge_means"),
        "schema:license": said.get("licence"),
        "relier:command": command,
    });
    if let Some(assumed) = view.dates.assumed() {
        out["relier:assumption"] = names(&assumed);
    }
    if let Some(beyond) = &view.dates.beyond {
        out["relier:datesBeyond"] = names(beyond);
    }
    out["@graph"] = Value::Array(graph);
    out
}
