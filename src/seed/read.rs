//! Reading every seed file into records; a broken file gives its faults and whatever else can be read.

use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::additional::*;
use super::fault::Fault;
use super::files::{ADDITIONAL, SeedFiles};
use super::record::*;
use super::toml_words;

/// The records of a dataset as written.
#[derive(Debug, Clone, Default)]
pub struct Seeds {
    /// The texts of all files, for the places of faults.
    pub files: SeedFiles,
    /// Version of the dataset (`actors.toml`).
    pub version: String,
    /// `none` when the network has no hub (`actors.toml`).
    pub hub: Option<String>,
    /// Version of the crosswalk (`taxonomy.toml`).
    pub crosswalk_version: String,
    /// Cards by document id.
    pub cards: BTreeMap<String, CardRecord>,
    /// `actors.toml`
    pub actors: Vec<ActorRecord>,
    /// `countries.toml`
    pub countries: Vec<CountryRecord>,
    /// `memberships.toml`
    pub memberships: Vec<MembershipRecord>,
    /// `instruments.toml`
    pub instruments: Vec<InstrumentRecord>,
    /// `instruments.toml`
    pub lists: Vec<ListRecord>,
    /// `actions.toml`
    pub actions: Vec<ActionRecord>,
    /// `taxonomy.toml`
    pub directions: Vec<DirectionRecord>,
    /// `taxonomy.toml`
    pub domains: Vec<DomainRecord>,
    /// `taxonomy.toml`
    pub areas: Vec<AreaRecord>,
    /// `taxonomy.toml`
    pub legs: Vec<LegRecord>,
    /// `taxonomy.toml`
    pub crosswalk: Vec<CrosswalkRecord>,
    /// `taxonomy.toml`
    pub kinds: Vec<KindRecord>,
    /// `scope.toml`
    pub scope: Vec<ScopeRecord>,
    /// `scope.toml`
    pub terms: Vec<TermRecord>,
    /// `additional.toml`
    pub additional_sources: Vec<AdditionalSourceRecord>,
    /// `additional.toml`
    pub checks: Vec<CheckRecord>,
    /// `additional.toml`
    pub changes: Vec<StateChangeRecord>,
    /// `additional.toml`
    pub open: Vec<OpenRecord>,
    /// Files that are missing or break off: what nobody finds may stand in their unread part.
    pub torn: BTreeSet<String>,
    /// Ids of records that could not be read.
    pub unread: BTreeSet<String>,
}

impl Seeds {
    /// Whether what has this id may stand in one of these files, in a part that could not be read.
    pub fn may_be_unread(&self, id: &str, files: &[&str]) -> bool {
        self.unread.contains(id) || files.iter().any(|f| self.torn.contains(*f))
    }
}

/// Reads all records. What can be read stands in the first value, everything wrong in the second.
pub fn read(files: SeedFiles) -> (Seeds, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut seeds = Seeds::default();
    let mut file = |name: &'static str, known: &[&str]| Tables::open(&files, name, known, &mut faults);

    let mut actors = file("actors.toml", &["version", "hub", "actor"]);
    let mut countries = file("countries.toml", &["country"]);
    let mut memberships = file("memberships.toml", &["membership"]);
    let mut instruments = file("instruments.toml", &["instrument", "list"]);
    let mut actions = file("actions.toml", &["action"]);
    let mut taxonomy =
        file("taxonomy.toml", &["version", "direction", "domain", "area", "leg", "crosswalk", "kind"]);
    let mut scope = file("scope.toml", &["scope", "term"]);

    seeds.version = actors.string("version", &mut faults);
    seeds.hub = actors.word("hub", &mut faults);
    seeds.actors = actors.records("actor", &mut faults);
    seeds.countries = countries.records("country", &mut faults);
    seeds.memberships = memberships.records("membership", &mut faults);
    seeds.instruments = instruments.records("instrument", &mut faults);
    seeds.lists = instruments.records("list", &mut faults);
    seeds.actions = actions.records("action", &mut faults);
    seeds.crosswalk_version = taxonomy.string("version", &mut faults);
    seeds.directions = taxonomy.records("direction", &mut faults);
    seeds.domains = taxonomy.records("domain", &mut faults);
    seeds.areas = taxonomy.records("area", &mut faults);
    seeds.legs = taxonomy.records("leg", &mut faults);
    seeds.crosswalk = taxonomy.records("crosswalk", &mut faults);
    seeds.kinds = taxonomy.records("kind", &mut faults);
    seeds.scope = scope.records("scope", &mut faults);
    seeds.terms = scope.records("term", &mut faults);

    let mut read = vec![actors, countries, memberships, instruments, actions, taxonomy, scope];
    if files.get(ADDITIONAL).is_some() {
        let known = ["source", "check", "change", "open"];
        let mut additional = Tables::open(&files, ADDITIONAL, &known, &mut faults);
        seeds.additional_sources = additional.records("source", &mut faults);
        seeds.checks = additional.records("check", &mut faults);
        seeds.changes = additional.records("change", &mut faults);
        seeds.open = additional.records("open", &mut faults);
        read.push(additional);
    }
    for tables in read {
        if tables.torn_at.is_some() {
            seeds.torn.insert(tables.name.to_owned());
        }
        seeds.unread.extend(tables.unread);
    }

    for (name, text) in &files.files {
        let Some(id) = name.strip_prefix("documents/").and_then(|n| n.strip_suffix(".toml")) else {
            continue;
        };
        match toml::from_str::<CardRecord>(text) {
            Ok(card) => {
                seeds.cards.insert(id.to_owned(), card);
            }
            Err(error) => {
                faults.push(from_toml(name, text, &format!("card {id}"), &error, 0..0));
                seeds.unread.insert(id.to_owned());
            }
        }
    }
    seeds.files = files;
    (seeds, faults)
}

/// The top level of one seed file.
pub(super) struct Tables<'a> {
    name: &'a str,
    text: &'a str,
    table: DeTable<'a>,
    /// The byte from which on the file could not be read as it was meant; a missing file breaks off at once.
    torn_at: Option<usize>,
    unread: BTreeSet<String>,
}

impl<'a> Tables<'a> {
    fn open(files: &'a SeedFiles, name: &'static str, known: &[&str], faults: &mut Vec<Fault>) -> Tables<'a> {
        let Some(text) = files.get(name) else {
            let what = (format!("il manque le fichier {name}"), format!("the file {name} is missing"));
            let mend = (
                "ajoutez-le; seeds/README.md dit ce qu’il contient",
                "add it; seeds/README.md says what it holds",
            );
            faults.push(Fault::at(name, "", 0..0, name, what, mend));
            return Tables {
                name,
                text: "",
                table: DeTable::new(),
                torn_at: Some(0),
                unread: BTreeSet::new(),
            };
        };
        Tables::of(name, text, known, faults)
    }

    /// The tables of a text.
    pub(super) fn of(name: &'a str, text: &'a str, known: &[&str], faults: &mut Vec<Fault>) -> Tables<'a> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let start = |e: &toml::de::Error| e.span().map_or(0, |s| s.start);
        // The first is the cause; one missing bracket can make thousands of others.
        let first = errors.iter().min_by_key(|e| start(e));
        faults.extend(first.map(|e| from_toml(name, text, "TOML", e, 0..0)));
        let torn_at = first.map(start);
        let table = table.into_inner();
        for (key, _) in table.iter() {
            let read = torn_at.is_none_or(|at| key.span().end < at);
            if read && !known.contains(&key.get_ref().as_ref()) {
                let (given, known) = (key.get_ref(), known.join(", "));
                let what = (
                    format!("«{given}» n’est pas une table de ce fichier"),
                    format!("«{given}» is no table of this file"),
                );
                let mend = (format!("il contient: {known}"), format!("it holds: {known}"));
                faults.push(Fault::at(name, text, key.span(), key.get_ref(), what, mend));
            }
        }
        Tables { name, text, table, torn_at, unread: BTreeSet::new() }
    }

    pub(super) fn string(&mut self, key: &str, faults: &mut Vec<Fault>) -> String {
        match self.table.remove(key).map(|v| v.into_inner()) {
            Some(DeValue::String(text)) => text.into_owned(),
            None if self.torn_at.is_some() => String::new(),
            _ => {
                let what = (
                    format!("«{key}» devrait être une chaîne en tête du fichier"),
                    format!("«{key}» should be a string at the top of the file"),
                );
                let mend = (format!("écrivez: {key} = \"…\""), format!("write: {key} = \"…\""));
                faults.push(Fault::at(self.name, self.text, 0..0, self.name, what, mend));
                String::new()
            }
        }
    }

    /// A string that may be left out.
    fn word(&mut self, key: &str, faults: &mut Vec<Fault>) -> Option<String> {
        self.table.contains_key(key).then(|| self.string(key, faults))
    }

    pub(super) fn records<T: DeserializeOwned>(&mut self, key: &str, faults: &mut Vec<Fault>) -> Vec<T> {
        let Some(value) = self.table.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            let what = (
                format!("«{key}» devrait être une liste de tables"),
                format!("«{key}» should be a list of tables"),
            );
            let mend = (format!("écrivez [[{key}]]"), format!("write [[{key}]]"));
            faults.push(Fault::at(self.name, self.text, span, key, what, mend));
            return Vec::new();
        };
        let mut out = Vec::new();
        for (index, element) in array.into_iter().enumerate() {
            let span = element.span();
            let named =
                ["id", "group"].iter().find_map(|field| match element.get_ref().get(field)?.get_ref() {
                    DeValue::String(id) => Some(id.to_string()),
                    _ => None,
                });
            let label = match &named {
                Some(id) => format!("{key} {id}"),
                None => format!("{key} #{}", index + 1),
            };
            match T::deserialize(ValueDeserializer::from(element)) {
                Ok(record) => out.push(record),
                Err(error) => {
                    // From the break on a record is not what somebody wrote.
                    let next = self.text[span.end..].find(&format!("\n[[{key}]]"));
                    let end = next.map_or(self.text.len(), |i| span.end + i);
                    if self.torn_at.is_none_or(|at| end < at) {
                        faults.push(from_toml(self.name, self.text, &label, &error, span));
                    }
                    self.unread.extend(named);
                }
            }
        }
        out
    }
}

fn from_toml(
    name: &str,
    text: &str,
    record: &str,
    error: &toml::de::Error,
    or: std::ops::Range<usize>,
) -> Fault {
    let (what, mend) = toml_words::told(error.message());
    Fault::at(name, text, error.span().unwrap_or(or), record, what, mend)
}
