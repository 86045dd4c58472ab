//! The types of the page are written from the types of the answers: `web/types/wire.d.ts`.

use serde_json::{Map, Value};

use super::dataset;
use relier::view::Lang;

const FILE: &str = "web/types/wire.d.ts";

const HEAD: &str = "\
/**
 * The answers of /api/v1. Written from the types of the answers; do not edit.
 * After a change of `src/view/`: `WRITE=1 cargo test --test api wire`
 */
";

/// A file that is written from something else is what would be written now; `WRITE=1` writes it.
pub(crate) fn fresh(file: &str, wanted: &str, command: &str) {
    if std::env::var_os("WRITE").is_some() {
        std::fs::write(file, wanted).unwrap();
    }
    let found = std::fs::read_to_string(file).unwrap_or_default();
    assert!(found == wanted, "{file} is not what the types say; write it anew: WRITE=1 {command}");
}

#[test]
fn the_types_of_the_page_are_those_of_the_answers() {
    let document = relier::server::openapi(&dataset(), Lang::En);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut out = HEAD.to_owned();
    for (name, schema) in schemas {
        out += &format!("\n{}export type {name} = {};\n", comment(schema, ""), typed(schema, ""));
    }
    fresh(FILE, &out, "cargo test --test api wire");
}

/// What a type is for, above it.
fn comment(schema: &Value, indent: &str) -> String {
    match schema["description"].as_str() {
        None => String::new(),
        Some(text) => format!("{indent}/** {} */\n", text.replace('\n', " ").replace("*/", "* /")),
    }
}

fn typed(schema: &Value, indent: &str) -> String {
    let union = |list: &[Value]| list.iter().map(|s| typed(s, indent)).collect::<Vec<_>>().join(" | ");
    let Some(fields) = schema.as_object() else { return "unknown".into() };
    if let Some(target) = fields.get("$ref").and_then(Value::as_str) {
        return target.rsplit('/').next().unwrap().to_owned();
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(list) = fields.get(key).and_then(Value::as_array) {
            return union(list);
        }
    }
    if let Some(words) = fields.get("enum").and_then(Value::as_array) {
        return words.iter().map(|w| format!("'{}'", w.as_str().unwrap())).collect::<Vec<_>>().join(" | ");
    }
    if let Some(word) = fields.get("const").and_then(Value::as_str) {
        return format!("'{word}'");
    }
    match &fields.get("type") {
        Some(Value::Array(kinds)) => {
            let one = |kind: &Value| {
                let mut alone = fields.clone();
                alone.insert("type".into(), kind.clone());
                typed(&Value::Object(alone), indent)
            };
            kinds.iter().map(one).collect::<Vec<_>>().join(" | ")
        }
        Some(Value::String(kind)) => simple(kind, fields, indent),
        _ => panic!("no type: {schema}"),
    }
}

fn simple(kind: &str, fields: &Map<String, Value>, indent: &str) -> String {
    match kind {
        "string" => "string".into(),
        "integer" | "number" => "number".into(),
        "boolean" => "boolean".into(),
        "null" => "null".into(),
        "array" => match (fields.get("prefixItems").and_then(Value::as_array), fields.get("items")) {
            (Some(places), _) => {
                format!("[{}]", places.iter().map(|p| typed(p, indent)).collect::<Vec<_>>().join(", "))
            }
            (None, Some(items)) => {
                let inner = typed(items, indent);
                let size = |key: &str| fields.get(key).and_then(Value::as_u64);
                match (size("minItems"), size("maxItems")) {
                    (Some(n), Some(m)) if n == m => format!("[{}]", vec![inner; n as usize].join(", ")),
                    _ if inner.contains(" | ") => format!("({inner})[]"),
                    _ => format!("{inner}[]"),
                }
            }
            _ => "unknown[]".into(),
        },
        "object" => {
            let Some(properties) = fields.get("properties").and_then(Value::as_object) else {
                let inner = fields.get("additionalProperties").map_or("unknown".into(), |p| typed(p, indent));
                return format!("Record<string, {inner}>");
            };
            let required: Vec<&str> = fields
                .get("required")
                .and_then(Value::as_array)
                .map(|list| list.iter().filter_map(Value::as_str).collect())
                .unwrap_or_default();
            let deeper = format!("{indent}  ");
            let mut out = String::from("{\n");
            for (name, schema) in properties {
                let optional = if required.contains(&name.as_str()) { "" } else { "?" };
                out += &comment(schema, &deeper);
                out += &format!("{deeper}{name}{optional}: {};\n", typed(schema, &deeper));
            }
            out + indent + "}"
        }
        other => panic!("no such type: {other}"),
    }
}
