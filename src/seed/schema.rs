//! The JSON Schema of each seed file, from the types of its records: what an editor offers and underlines.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::additional::{AdditionalSourceRecord, CheckRecord, OpenRecord, StateChangeRecord};
use super::record::{
    ActionRecord, ActorRecord, AreaRecord, CardRecord, CountryRecord, CrosswalkRecord, DirectionRecord,
    DomainRecord, InstrumentRecord, KindRecord, LegRecord, ListRecord, MembershipRecord, ScopeRecord,
    TermRecord,
};

type Make = fn(&mut SchemaGenerator) -> Schema;

fn list<T: schemars::JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Vec<T>>()
}

fn version(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({ "type": "string" })
}

/// The tables of each file.
const FILES: [(&str, &[(&str, Make)]); 8] = [
    ("actors", &[("version", version), ("actor", list::<ActorRecord>)]),
    ("countries", &[("country", list::<CountryRecord>)]),
    ("memberships", &[("membership", list::<MembershipRecord>)]),
    ("instruments", &[("instrument", list::<InstrumentRecord>), ("list", list::<ListRecord>)]),
    ("actions", &[("action", list::<ActionRecord>)]),
    (
        "taxonomy",
        &[
            ("version", version),
            ("direction", list::<DirectionRecord>),
            ("domain", list::<DomainRecord>),
            ("area", list::<AreaRecord>),
            ("leg", list::<LegRecord>),
            ("crosswalk", list::<CrosswalkRecord>),
            ("kind", list::<KindRecord>),
        ],
    ),
    ("scope", &[("scope", list::<ScopeRecord>), ("term", list::<TermRecord>)]),
    (
        "additional",
        &[
            ("source", list::<AdditionalSourceRecord>),
            ("check", list::<CheckRecord>),
            ("change", list::<StateChangeRecord>),
            ("open", list::<OpenRecord>),
        ],
    ),
];

/// The schema of every seed file, and of the card beside a document, by its name without ending.
pub fn file_schemas() -> Vec<(&'static str, Value)> {
    let generator = || SchemaSettings::draft07().into_generator();
    let mut out: Vec<(&'static str, Value)> = FILES
        .iter()
        .map(|(name, tables)| {
            let mut generator = generator();
            let mut properties = Map::new();
            for (key, make) in *tables {
                properties.insert((*key).to_owned(), make(&mut generator).to_value());
            }
            let required: Vec<&str> =
                tables.iter().map(|(key, _)| *key).filter(|k| *k == "version").collect();
            let schema = json!({
                "$schema": "http://json-schema.org/draft-07/schema#",
                "title": format!("{name}.toml"),
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
                "definitions": generator.take_definitions(true),
            });
            (*name, schema)
        })
        .collect();
    out.push(("document", generator().into_root_schema_for::<CardRecord>().to_value()));
    out
}
