//! The two codings in `seeds/coding` and what `seeds/DIFFERENCES.md` says of them: every figure is computed again, and
//! every difference is settled in the dataset as the table says.

use std::collections::{BTreeMap, BTreeSet};

use relier::dataset::{Tie, TieId, Word};
use serde::Deserialize;

use super::support::{self, actor, dataset, file};

/// A record of a coding; instruments and actions share most fields.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    record: String,
    kind: Option<String>,
    #[serde(rename = "name")]
    _name: Option<String>,
    #[serde(default)]
    parties: Vec<String>,
    state: String,
    from: Option<String>,
    until: Option<String>,
    expected: Option<String>,
    areas: Vec<String>,
    legs: Vec<String>,
    meeting: Option<String>,
    without_hub: Option<bool>,
    closure: Option<String>,
    carries: Option<String>,
    polarity: Option<String>,
    scope: Option<String>,
    date_conflict: Option<bool>,
    #[serde(default)]
    same_as: Vec<String>,
    #[serde(default)]
    participants: Vec<Part>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    actor: String,
    r#where: Vec<String>,
    state: String,
}

type Coding = BTreeMap<String, Record>;

fn coding(name: &str) -> Coding {
    let text = file(&format!("seeds/coding/{name}.jsonl"));
    let mut out = Coding::new();
    for (line, words) in text.lines().enumerate() {
        let record: Record =
            serde_json::from_str(words).unwrap_or_else(|e| panic!("{name}, line {}: {e}", line + 1));
        let id = record.record.clone();
        assert!(out.insert(id.clone(), record).is_none(), "{name}: {id} twice");
    }
    out
}

fn both() -> (Coding, Coding) {
    (coding("first"), coding("second"))
}

/// A list as the table writes it: sorted, with commas; `none` for an empty one.
fn join(list: &[String]) -> String {
    let list: BTreeSet<&str> = list.iter().map(String::as_str).collect();
    if list.is_empty() { "none".to_owned() } else { list.into_iter().collect::<Vec<_>>().join(", ") }
}

fn or_none(value: &Option<String>) -> String {
    value.clone().unwrap_or_else(|| "none".to_owned())
}

fn yes(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

impl Record {
    /// A field as the table writes it.
    fn get(&self, field: &str) -> String {
        match field {
            "state" => self.state.clone(),
            "from" => or_none(&self.from),
            "until" => or_none(&self.until),
            "expected" => or_none(&self.expected),
            "areas" => join(&self.areas),
            "legs" => join(&self.legs),
            "carries" => or_none(&self.carries),
            "meeting" => or_none(&self.meeting),
            "closure" => or_none(&self.closure),
            "scope" => or_none(&self.scope),
            "polarity" => self.polarity.clone().unwrap_or_else(|| "cooperative".to_owned()),
            "without_hub" => yes(self.without_hub.unwrap_or(false)),
            "date_conflict" => yes(self.date_conflict.unwrap_or(false)),
            other => panic!("no field {other}"),
        }
    }

    fn is_action(&self) -> bool {
        self.kind.is_none()
    }
}

/// Whether a value is the one that a coder gives by giving none.
fn is_default(value: &str) -> bool {
    matches!(value, "none" | "no" | "cooperative")
}

fn ids(coding: &Coding, actions: bool) -> BTreeSet<&str> {
    coding.values().filter(|r| r.is_action() == actions).map(|r| r.record.as_str()).collect()
}

/// Action and actor of every participant.
fn participants(coding: &Coding) -> BTreeMap<(&str, &str), &Part> {
    coding
        .values()
        .flat_map(|r| r.participants.iter().map(|p| ((r.record.as_str(), p.actor.as_str()), p)))
        .collect()
}

/// Pairs of records that a coding calls the same fact.
fn same(coding: &Coding) -> BTreeSet<(&str, &str)> {
    coding
        .values()
        .flat_map(|r| {
            r.same_as.iter().map(|o| (r.record.as_str().min(o.as_str()), r.record.as_str().max(o.as_str())))
        })
        .collect()
}

/// N, units with a value, agreements.
fn figures(first: &Coding, second: &Coding, compared: &str, field: &str) -> (usize, usize, usize) {
    let over = |pairs: Vec<(String, String)>| {
        let valued = pairs.iter().filter(|(a, b)| !is_default(a) || !is_default(b)).count();
        (pairs.len(), valued, pairs.iter().filter(|(a, b)| a == b).count())
    };
    let present = |all: usize, both: usize| (all, all, both);
    match (compared, field) {
        ("instruments" | "actions", field) => {
            let (a, b) = (ids(first, compared == "actions"), ids(second, compared == "actions"));
            if field == "presence" {
                return present(a.union(&b).count(), a.intersection(&b).count());
            }
            over(a.intersection(&b).map(|id| (first[*id].get(field), second[*id].get(field))).collect())
        }
        ("participants", field) => {
            let (a, b) = (participants(first), participants(second));
            let keys: BTreeSet<_> = a.keys().chain(b.keys()).collect();
            let common: Vec<_> = a.keys().filter(|k| b.contains_key(*k)).collect();
            match field {
                "presence" => present(keys.len(), common.len()),
                "where" => over(common.iter().map(|k| (join(&a[k].r#where), join(&b[k].r#where))).collect()),
                "state" => over(common.iter().map(|k| (a[k].state.clone(), b[k].state.clone())).collect()),
                other => panic!("no field {other}"),
            }
        }
        ("pairs of records", "same_as") => {
            let (a, b) = (same(first), same(second));
            present(a.union(&b).count(), a.intersection(&b).count())
        }
        other => panic!("nothing is compared as {other:?}"),
    }
}

/// The rows of the Markdown table that follows a heading line.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let after = text.split_once(head).unwrap_or_else(|| panic!("no table «{head}»")).1;
    let rows = after.lines().skip(2).take_while(|l| l.starts_with('|'));
    rows.map(|l| l.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect()).collect()
}

fn percent(part: usize, of: usize) -> String {
    format!("{:.1} %", 100.0 * part as f64 / of as f64)
}

#[test]
fn both_codings_parse_and_hold_every_row_and_example() {
    let (first, second) = both();
    let rows = (1..=50).map(|n| format!("annex-{n}")).chain((1..=32).map(|n| format!("example-{n}")));
    let rows: BTreeSet<String> = rows.collect();
    for coding in [&first, &second] {
        let actions: BTreeSet<String> = ids(coding, true).into_iter().map(str::to_owned).collect();
        assert_eq!(actions, rows);
        for record in coding.values().filter(|r| !r.is_action()) {
            assert!(!record.parties.is_empty(), "{}", record.record);
            for party in &record.parties {
                assert!(dataset().actor_id(party).is_some(), "{}: {party}", record.record);
            }
        }
    }
}

#[test]
fn every_figure_of_the_agreement_is_what_the_codings_give() {
    let (first, second) = both();
    let text = file("seeds/DIFFERENCES.md");
    let rows = table(&text, "| compared | field | N | with a value | agreements | percent |");
    assert_eq!(rows.len(), 25);
    let mut differences = 0;
    for row in rows {
        let (n, valued, agreed) = figures(&first, &second, &row[0], &row[1]);
        let computed = [n.to_string(), valued.to_string(), agreed.to_string(), percent(agreed, n)];
        assert_eq!(row[2..], computed, "{} {}", row[0], row[1]);
        differences += n - agreed;
    }
    assert!(
        text.contains(&format!("{differences} differences; ")),
        "the figures leave {differences} differences"
    );
}

/// N, agreements and Cohen’s kappa of two codings of the same units.
fn kappa(pairs: &[(String, String)]) -> (usize, usize, f64) {
    let n = pairs.len() as f64;
    let agreed = pairs.iter().filter(|(a, b)| a == b).count();
    let values: BTreeSet<&String> = pairs.iter().flat_map(|(a, b)| [a, b]).collect();
    let chance: f64 = values
        .iter()
        .map(|v| {
            let a = pairs.iter().filter(|p| p.0 == ***v).count() as f64;
            let b = pairs.iter().filter(|p| p.1 == ***v).count() as f64;
            (a / n) * (b / n)
        })
        .sum();
    let observed = agreed as f64 / n;
    (pairs.len(), agreed, (observed - chance) / (1.0 - chance))
}

#[test]
fn every_kappa_is_what_the_codings_give() {
    let (first, second) = both();
    let common: Vec<&str> = first.keys().filter(|k| second.contains_key(*k)).map(String::as_str).collect();
    let states: Vec<_> = common.iter().map(|k| (first[*k].state.clone(), second[*k].state.clone())).collect();
    let (a, b) = (participants(&first), participants(&second));
    let parts: Vec<_> =
        a.keys().filter(|k| b.contains_key(*k)).map(|k| (a[k].state.clone(), b[k].state.clone())).collect();
    let each = |of: fn(&Record) -> &Vec<String>, all: Vec<&str>| -> Vec<(String, String)> {
        common
            .iter()
            .flat_map(|k| {
                let (x, y) = (of(&first[*k]), of(&second[*k]));
                all.iter()
                    .map(|v| (yes(x.iter().any(|i| i == v)), yes(y.iter().any(|i| i == v))))
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    let areas = dataset().areas.iter().map(|a| a.id.as_str()).collect();
    let legs = dataset().legs.iter().map(|l| l.id.as_str()).collect();
    let computed = [
        ("state of records", kappa(&states)),
        ("state of participants", kappa(&parts)),
        ("areas", kappa(&each(|r| &r.areas, areas))),
        ("legs", kappa(&each(|r| &r.legs, legs))),
    ];
    let rows = table(&file("seeds/DIFFERENCES.md"), "| what | units | N | agreements | percent | kappa |");
    assert_eq!(rows.len(), computed.len());
    for (row, (what, (n, agreed, kappa))) in rows.iter().zip(computed) {
        let computed = [n.to_string(), agreed.to_string(), percent(agreed, n), format!("{kappa:.3}")];
        assert_eq!((row[0].as_str(), &row[2..]), (what, &computed[..]));
    }
}

/// One line of the table of differences, taken apart: each record or pair that it speaks of.
fn subjects(cell: &str) -> Vec<String> {
    let named: Vec<String> = cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    if cell.contains("` – `") {
        named[1..].iter().map(|other| format!("{} – {other}", named[0])).collect()
    } else {
        named
    }
}

/// What a coding says of a subject, in the table's words.
fn coded(coding: &Coding, subject: &str, field: &str) -> String {
    match field {
        "presence" => if coding.contains_key(subject) { "record" } else { "no record" }.to_owned(),
        "same_as" => {
            let (a, b) = subject.split_once(" – ").unwrap();
            yes(same(coding).contains(&(a.min(b), a.max(b))))
        }
        "participant" => yes(participants(coding).contains_key(&subject.split_once(' ').unwrap())),
        field => match subject.split_once(' ') {
            None => coding[subject].get(field),
            Some(key) => {
                let part = participants(coding)[&key];
                if field == "where" { join(&part.r#where) } else { part.state.clone() }
            }
        },
    }
}

fn tie_of(subject: &str) -> &'static Tie {
    support::tie(subject)
}

fn words(list: impl IntoIterator<Item = String>) -> String {
    join(&list.into_iter().collect::<Vec<_>>())
}

/// What the dataset says of a subject, in the table's words.
fn settled(subject: &str, field: &str) -> String {
    let dataset = dataset();
    match field {
        "presence" => if dataset.tie_id(subject).is_some() { "record" } else { "no record" }.to_owned(),
        "same_as" => {
            let (a, b) = subject.split_once(" – ").unwrap();
            let says = |id: &str, other: &str| tie_of(id).same_as.iter().any(|s| s == other);
            yes(says(a, b) || says(b, a))
        }
        "participant" => {
            let (id, who) = subject.split_once(' ').unwrap();
            yes(tie_of(id).participant(actor(who)).is_some())
        }
        field => match subject.split_once(' ') {
            Some((id, who)) => {
                let part = tie_of(id).participant(actor(who)).unwrap();
                match field {
                    "where" => words(part.places.iter().map(|p| p.word().to_owned())),
                    _ => part.state.word().to_owned(),
                }
            }
            None => {
                let tie = tie_of(subject);
                let none = || "none".to_owned();
                match field {
                    "state" => tie.state.word().to_owned(),
                    "areas" => words(tie.areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone())),
                    "legs" => words(tie.legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone())),
                    "meeting" => tie.meeting.map_or_else(none, |m| m.word().to_owned()),
                    "scope" => tie.address.map_or_else(none, |a| a.word().to_owned()),
                    "closure" => {
                        tie.list.map_or_else(none, |l| dataset.lists[l.0 as usize].closure.word().to_owned())
                    }
                    other => panic!("no field {other}"),
                }
            }
        },
    }
}

#[test]
fn every_difference_is_listed_with_both_codings_and_settled_in_the_dataset_as_it_says() {
    let (first, second) = both();
    let text = file("seeds/DIFFERENCES.md");
    let rows = table(&text, "| record | field | first | second | settled as | reason |");
    let (mut as_first, mut as_second, mut otherwise) = (0, 0, 0);
    for row in &rows {
        let field = row[1].as_str();
        for subject in subjects(&row[0]) {
            assert_eq!(coded(&first, &subject, field), row[2], "first coding of {subject} {field}");
            assert_eq!(coded(&second, &subject, field), row[3], "second coding of {subject} {field}");
            assert_ne!(row[2], row[3], "{subject} {field} is no difference");
            assert_eq!(settled(&subject, field), row[4], "{subject} {field} in the dataset");
            match (row[4] == row[2], row[4] == row[3]) {
                (true, _) => as_first += 1,
                (_, true) => as_second += 1,
                _ => otherwise += 1,
            }
        }
    }
    let total = as_first + as_second + otherwise;
    let sentence = format!(
        "{total} differences; {as_first} settled as the first coding, {as_second} as the second, {otherwise} otherwise."
    );
    assert!(text.contains(&sentence), "{sentence}");
}

#[test]
fn what_was_changed_beyond_the_differences_is_so_in_the_dataset() {
    let rows = table(&file("seeds/DIFFERENCES.md"), "| record | field | before | settled as | reason |");
    assert!(rows.len() >= 9, "{}", rows.len());
    for row in &rows {
        for subject in subjects(&row[0]) {
            assert_eq!(settled(&subject, &row[1]), row[3], "{subject} {}", row[1]);
        }
    }
}

#[test]
fn every_tie_was_coded() {
    let (first, second) = both();
    let coded: BTreeSet<&str> = first.keys().chain(second.keys()).map(String::as_str).collect();
    let ties: BTreeSet<&str> =
        (0..dataset().ties.len() as u32).map(|i| dataset().tie(TieId(i)).id.as_str()).collect();
    let missing: Vec<_> = ties.difference(&coded).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "in the dataset and in neither coding");
}
