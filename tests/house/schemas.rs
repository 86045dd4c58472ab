//! `seeds/schema` holds what the types of the records say, and the dataset fits it.

use std::path::Path;

use serde_json::Value;

#[test]
fn the_schemas_for_editors_are_those_of_the_records() {
    for (name, schema) in relier::seed::file_schemas() {
        let file = format!("seeds/schema/{name}.json");
        let wanted = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("WRITE").is_some() {
            std::fs::create_dir_all("seeds/schema").unwrap();
            std::fs::write(&file, &wanted).unwrap();
        }
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            found == wanted,
            "{file} is not what the records say; write it anew: WRITE=1 cargo test --test house schemas"
        );
    }
}

/// What a value does wrong by a schema; as much of JSON Schema as ours use.
fn wrong(value: &Value, schema: &Value, root: &Value, at: &str, out: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        return wrong(value, root.pointer(&target[1..]).unwrap(), root, at, out);
    }
    for key in ["allOf", "anyOf"] {
        if let Some(list) = schema[key].as_array() {
            let mut each: Vec<Vec<String>> = Vec::new();
            for one in list {
                let mut own = Vec::new();
                wrong(value, one, root, at, &mut own);
                each.push(own);
            }
            let fits =
                if key == "anyOf" { each.iter().any(Vec::is_empty) } else { each.iter().all(Vec::is_empty) };
            if !fits {
                out.extend(each.into_iter().flatten());
            }
        }
    }
    let kind = match value {
        Value::String(_) => "string",
        Value::Number(n) if n.is_i64() || n.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::Bool(_) => "boolean",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        Value::Null => "null",
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => vec![kind],
    };
    if !kinds.contains(&kind) {
        out.push(format!("{at}: {kind}, not {kinds:?}"));
        return;
    }
    if let Value::Array(list) = value {
        for (i, one) in list.iter().enumerate() {
            wrong(one, &schema["items"], root, &format!("{at}[{i}]"), out);
        }
    }
    if let (Value::Object(fields), Some(known)) = (value, schema["properties"].as_object()) {
        for (name, inner) in fields {
            match known.get(name) {
                Some(schema) => wrong(inner, schema, root, &format!("{at}.{name}"), out),
                None if schema["additionalProperties"] == false => {
                    out.push(format!("{at}: {name} is no field"))
                }
                None => {}
            }
        }
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                out.push(format!("{at}: {name} is missing"));
            }
        }
    }
}

fn read(path: &Path) -> Value {
    let table: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    serde_json::to_value(table).unwrap()
}

#[test]
fn the_dataset_fits_its_schemas_and_a_wrong_field_does_not() {
    for (name, schema) in relier::seed::file_schemas() {
        let files = match name {
            "document" => {
                vec!["documents/join-2025-140.toml".to_owned(), "documents/st-15315-2025.toml".to_owned()]
            }
            name => vec![format!("{name}.toml")],
        };
        for file in files {
            let mut value = read(&Path::new("seeds").join(&file));
            let mut faults = Vec::new();
            wrong(&value, &schema, &schema, &file, &mut faults);
            assert!(faults.is_empty(), "{faults:?}");
            // A record with a field that is none.
            let record = match value.as_object_mut().unwrap().values_mut().find(|v| v.is_array()) {
                Some(Value::Array(list)) if name != "document" => list[0].as_object_mut().unwrap(),
                _ => value.as_object_mut().unwrap(),
            };
            record.insert("colour".into(), "red".into());
            wrong(&value, &schema, &schema, &file, &mut faults);
            assert_eq!(faults.len(), 1, "{file}: {faults:?}");
        }
    }
}
