//! The OpenAPI 3.1 document, written from the table of routes and from the types of the answers.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::param::{Often, Param, Values};
use super::problem::Problem;
use super::route::{Gives, Route};
use super::routes;
use crate::dataset::Dataset;
use crate::view::words::say;
use crate::view::{Goal, Lang};

/// The document for a dataset, whose areas, domains and documents are vocabularies of it; sentences in one language.
pub fn document(dataset: &Dataset, lang: Lang) -> Value {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<Problem>();
    generator.subschema_for::<Lang>();
    let mut paths = Map::new();
    for route in routes::all() {
        let content: Map<String, Value> = match route.gives {
            Gives::Json(schema) => {
                [("application/json".to_owned(), json!({ "schema": schema(&mut generator) }))]
                    .into_iter()
                    .collect()
            }
            Gives::Media(kinds) => {
                // Citations as CSL-JSON are a list of items; of the other forms of JSON, each format defines the fields.
                let schema = |kind: &str| match kind {
                    _ if kind.contains("csl+json") => {
                        json!({ "type": "array", "items": { "type": "object" } })
                    }
                    _ if kind.contains("json") => json!({ "type": "object" }),
                    _ => json!({ "type": "string" }),
                };
                kinds.iter().map(|k| ((*k).to_owned(), json!({ "schema": schema(k) }))).collect()
            }
        };
        let operation = json!({ "get": operation(route, content, dataset, lang) });
        paths.insert(format!("/api/v1{}", route.path), operation);
    }
    let problem = json!({
        "description": say("un refus, dans la langue demandée", "a refusal, in the language asked for").get(lang),
        "content": { "application/problem+json": { "schema": problem } },
    });
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "relier",
            "version": env!("CARGO_PKG_VERSION"),
            "description": say(
                "La stratégie numérique internationale de l’UE, lue comme un réseau dont chaque lien porte sa phrase. Tout se lit par GET; rien ne s’écrit.",
                "The EU’s international digital strategy, read as a network in which every tie carries its sentence. Everything is read with GET; nothing is written.",
            ).get(lang),
            "license": { "name": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true), "responses": { "Problem": problem } },
    });
    renamed(document)
}

fn operation(route: &Route, content: Map<String, Value>, dataset: &Dataset, lang: Lang) -> Value {
    let places = route.places.iter().map(|p| parameter(p, "path", dataset, lang));
    let query = route.all_params();
    let parameters: Vec<Value> =
        places.chain(query.iter().map(|p| parameter(p, "query", dataset, lang))).collect();
    let (fr, en) = route.says;
    json!({
        "operationId": route.id,
        "summary": say(fr, en).get(lang),
        "parameters": parameters,
        "responses": {
            "200": { "description": say(fr, en).get(lang), "content": content },
            "304": { "description": say("inchangé", "unchanged").get(lang) },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    })
}

fn parameter(param: &Param, place: &str, dataset: &Dataset, lang: Lang) -> Value {
    let (fr, en) = param.says;
    let mut schema = values(param, dataset);
    if let (Some(default), Value::Object(fields)) = (param.default, &mut schema) {
        let default = match param.values {
            Values::Number { .. } => default.parse::<u64>().map_or(json!(default), |n| json!(n)),
            _ => json!(default),
        };
        fields.insert("default".to_owned(), default);
    }
    let mut out = json!({
        "name": param.name,
        "in": place,
        "required": place == "path" || matches!(param.often, Often::Required | Often::Repeated(1.., _)),
        "description": say(fr, en).get(lang),
    });
    let (least, most, comma) = match param.often {
        Often::Listed(most) => (1, most, true),
        Often::Repeated(least, most) => (least, most, false),
        Often::Once | Often::Required => (0, 0, false),
    };
    let fields = out.as_object_mut();
    if let Some(fields) = fields {
        if most > 0 {
            schema = json!({ "type": "array", "items": schema, "minItems": least, "maxItems": most });
            fields.insert("style".to_owned(), json!("form"));
            fields.insert("explode".to_owned(), json!(!comma));
        }
        fields.insert("schema".to_owned(), schema);
        if let Some(example) = param.example {
            let list = || example.split(',').map(|p| json!(p)).collect::<Vec<_>>();
            let shown = match (most > 0, comma) {
                (false, _) if matches!(param.values, Values::Number { .. }) => {
                    json!(example.parse::<u64>().unwrap_or_default())
                }
                (false, _) => json!(example),
                (true, true) => json!(list()),
                (true, false) => json!([example]),
            };
            fields.insert("example".to_owned(), shown);
        }
    }
    out
}

/// What one value may be.
fn values(param: &Param, dataset: &Dataset) -> Value {
    match param.values {
        Values::Date => json!({ "type": "string", "format": "date" }),
        // Something to see, and nothing that is none.
        Values::Text { most } => {
            // A comma parts the values of a list.
            let comma = if matches!(param.often, Often::Listed(_)) { "," } else { "" };
            let any = format!(r"[^\x00-\x1f\x7f-\x9f{comma}]");
            let seen = format!(r"[^\s\x00-\x1f\x7f-\x9f{comma}]");
            json!({ "type": "string", "minLength": 1, "maxLength": most, "pattern": format!("^{any}*{seen}{any}*$") })
        }
        Values::Words(list) => json!({ "type": "string", "enum": list(dataset) }),
        Values::Goal => json!({ "type": "string", "enum": Goal::ALL.map(Goal::id) }),
        Values::Number { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Values::Switch => json!({ "type": "string", "enum": ["true", "false", "1", "0", ""] }),
    }
}

/// Types without their «View»: what a client reads is the thing.
fn renamed(mut document: Value) -> Value {
    let mut names: Vec<(String, String)> = Vec::new();
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        let old: Vec<(String, Value)> = std::mem::take(schemas).into_iter().collect();
        for (name, schema) in old {
            let new = wire_name(&name);
            let schema = without_null(schema);
            names.push((format!("#/components/schemas/{name}"), format!("#/components/schemas/{new}")));
            schemas.insert(new, schema);
        }
    }
    point(&mut document, &names);
    document
}

/// A field that may be left out is left out rather than null: every such field skips its `None`.
fn without_null(mut schema: Value) -> Value {
    let required: Vec<String> = schema["required"]
        .as_array()
        .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        .unwrap_or_default();
    let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return schema };
    for (name, field) in fields {
        if required.contains(name) {
            continue;
        }
        if let Some([one, Value::String(null)]) = field["type"].as_array().map(Vec::as_slice)
            && null == "null"
        {
            field["type"] = one.clone();
        }
        if let Some([one, null]) = field["anyOf"].as_array().map(Vec::as_slice)
            && null["type"] == "null"
        {
            let one = one.clone();
            if let (Value::Object(field), Value::Object(one)) = (field, one) {
                field.remove("anyOf");
                field.extend(one);
            }
        }
    }
    schema
}

/// The name of a type on the wire.
fn wire_name(name: &str) -> String {
    match name {
        "NodeView" => "NetworkNode",
        "DocumentView" => "DocumentCard",
        "KindView" => "KindEntry",
        "RangeView" => "Ranks",
        other => other.strip_suffix("View").unwrap_or(other),
    }
    .to_owned()
}

fn point(value: &mut Value, names: &[(String, String)]) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                match inner {
                    Value::String(text) if key == "$ref" => {
                        if let Some((_, new)) = names.iter().find(|(old, _)| old == text) {
                            *text = new.clone();
                        }
                    }
                    _ => point(inner, names),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|v| point(v, names)),
        _ => {}
    }
}

/// Every path of the API with what its query takes, as the router has it.
pub fn paths() -> Vec<(&'static str, Vec<&'static str>)> {
    routes::all().map(|r| (r.path, r.all_params().iter().map(|p| p.name).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_routes_share_a_path_or_a_name_and_no_two_parameters_of_one_a_name() {
        let (mut seen, mut ids) = (BTreeSet::new(), BTreeSet::new());
        for route in routes::all() {
            assert!(seen.insert(route.path), "{} twice", route.path);
            assert!(ids.insert(route.id), "{} twice", route.id);
            let mut names = BTreeSet::new();
            for param in route.places.iter().chain(&route.all_params()) {
                assert!(names.insert(param.name), "{}: {} twice", route.path, param.name);
            }
            for place in route.places {
                assert!(route.path.contains(&format!("{{{}}}", place.name)), "{}", route.path);
            }
            assert_eq!(route.path.matches('{').count(), route.places.len(), "{}", route.path);
            assert!(names.contains("lang"), "{}: refusals have a language everywhere", route.path);
        }
    }
}
