//! Cytoscape's JSON (`.cyjs`).

use serde_json::{Map, Value, json};

use super::flat::{Flat, Row};

fn element(row: &Row) -> Value {
    let mut data = Map::new();
    data.insert("id".to_owned(), json!(row.id));
    if let Some([source, target]) = &row.ends {
        data.insert("source".to_owned(), json!(source));
        data.insert("target".to_owned(), json!(target));
    }
    // Cytoscape shows `name`.
    if let Some((_, label)) = row.values.iter().find(|(k, _)| *k == "label") {
        data.insert("name".to_owned(), json!(label));
    }
    data.extend(row.values.iter().map(|(k, v)| ((*k).to_owned(), json!(v))));
    json!({ "data": data })
}

/// Nodes and edges in Cytoscape's form; the file's own card is the network's `data`.
pub fn cytoscape(flat: &Flat) -> Value {
    let mut data = Map::new();
    data.insert("name".to_owned(), json!(flat.about.get("title")));
    data.extend(flat.about.values.iter().map(|(k, v)| ((*k).to_owned(), json!(v))));
    json!({
        "format_version": "1.0",
        "generated_by": "relier",
        "target_cytoscapejs_version": "~3",
        "data": data,
        "elements": {
            "nodes": flat.nodes.iter().map(element).collect::<Vec<_>>(),
            "edges": flat.edges.iter().map(element).collect::<Vec<_>>(),
        },
    })
}
