//! Every quotation stands where the dataset says, letter for letter.

use std::collections::BTreeSet;

use relier::dataset::Evidence;
use relier::seed::SeedFiles;

use super::support::{self, CONCLUSIONS, JOIN, dataset};

/// All evidence in the dataset with the record that holds it.
fn all_evidence() -> Vec<(String, &'static Evidence)> {
    let dataset = dataset();
    let mut out: Vec<(String, &Evidence)> = Vec::new();
    let mut take = |id: &str, list: &'static [Evidence]| out.extend(list.iter().map(|e| (id.to_owned(), e)));
    dataset.ties.iter().for_each(|t| take(&t.id, &t.evidence));
    dataset.actors.iter().for_each(|a| take(&a.id, &a.evidence));
    dataset.lists.iter().for_each(|l| take(&l.id, &l.evidence));
    dataset.directions.iter().for_each(|d| take(&d.id, &d.evidence));
    dataset.domains.iter().for_each(|d| take(&d.id, &d.evidence));
    dataset.areas.iter().for_each(|a| take(&a.id, &a.evidence));
    out
}

#[test]
fn every_quotation_is_byte_exact_at_its_offsets_inside_its_passage() {
    let all = all_evidence();
    assert!(all.len() > 400, "{}", all.len());
    for (id, evidence) in all {
        let document = &dataset().source(evidence.source).document;
        let text = if document.id() == support::JOIN_ID { JOIN } else { CONCLUSIONS };
        assert_eq!(text.as_bytes()[evidence.start..evidence.end], *evidence.quote.as_bytes(), "{id}");
        let passage = document.passage(&evidence.at).unwrap_or_else(|| panic!("{id}: {}", evidence.at));
        assert!(
            passage.range.start <= evidence.start && evidence.end <= passage.range.end,
            "{id}: outside {}",
            evidence.at
        );
    }
}

/// Every `quote` in a TOML value, wherever it stands.
fn quotes(value: &toml::Value, out: &mut Vec<(Option<String>, String)>) {
    match value {
        toml::Value::Table(table) => {
            if let Some(toml::Value::String(quote)) = table.get("quote") {
                let document = table.get("document").and_then(|d| d.as_str()).map(str::to_owned);
                out.push((document, quote.clone()));
            }
            table.values().for_each(|v| quotes(v, out));
        }
        toml::Value::Array(array) => array.iter().for_each(|v| quotes(v, out)),
        _ => {}
    }
}

#[test]
fn every_quote_written_in_a_seed_file_stands_in_its_document_and_became_evidence() {
    let became: BTreeSet<&str> = all_evidence().iter().map(|(_, e)| e.quote.as_str()).collect();
    let mut written = Vec::new();
    for (name, text) in &SeedFiles::embedded().files {
        if name.ends_with(".toml") {
            quotes(&toml::from_str(text).unwrap(), &mut written);
        }
    }
    assert!(written.len() > 500, "{}", written.len());
    for (document, quote) in &written {
        let text = match document.as_deref() {
            None | Some(support::JOIN_ID) => JOIN,
            Some(support::CONCLUSIONS_ID) => CONCLUSIONS,
            Some(other) => panic!("there is no document {other}"),
        };
        assert!(text.contains(quote.as_str()), "«{quote}»");
        assert!(became.contains(quote.as_str()), "«{quote}» was left out");
    }
}

#[test]
fn a_quotation_names_the_party_or_comes_with_one_that_does() {
    for tie in &dataset().ties {
        assert!(!tie.evidence.is_empty(), "{} has no quotation", tie.id);
        for part in &tie.participants {
            let id = &dataset().actor(part.actor).id;
            let named = part.evidence.iter().any(|&i| tie.evidence[i as usize].names.contains(&part.actor));
            assert!(named, "no quotation of {} names {id}", tie.id);
        }
    }
}

#[test]
fn note_citations_come_in_pairs() {
    let mut seen = 0;
    for tie in &dataset().ties {
        for note in tie.evidence.iter().filter(|e| e.at.starts_with('n')) {
            seen += 1;
            let label = &note.at[1..];
            let calls: Vec<String> = match label {
                "25-27" => ["25", "26", "27"].map(|n| format!(" {n}")).to_vec(),
                number => vec![format!(" {number}")],
            };
            let is_call = |quote: &str| {
                calls.iter().any(|call| {
                    quote
                        .match_indices(call.as_str())
                        .any(|(at, found)| quote[at + found.len()..].chars().next().is_none_or(|c| c == ' '))
                })
            };
            let sentence = tie.evidence.iter().find(|e| !e.at.starts_with('n') && is_call(&e.quote));
            assert!(sentence.is_some(), "{} cites {} without the sentence that calls it", tie.id, note.at);
        }
    }
    assert!(seen > 50, "{seen}");
}
