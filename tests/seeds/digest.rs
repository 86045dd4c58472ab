//! The digest over all files, and the documents’ own.

use std::collections::BTreeSet;

use relier::seed::{self, SeedFiles};
use sha2::{Digest, Sha256};

use super::support::{self, CONCLUSIONS, JOIN, dataset};

/// The additional sources are no part of the dataset: their digest is their own.
const LAYER: &str = "additional.toml";

fn digest_of(files: &SeedFiles) -> String {
    let (seeds, faults) = seed::read(files.clone());
    relier::dataset::build(&seeds, faults, false).dataset.digest
}

#[test]
fn the_digest_is_over_names_and_texts_of_all_files() {
    let mut hasher = Sha256::new();
    for (name, text) in SeedFiles::embedded().files.iter().filter(|f| f.0 != LAYER) {
        for part in [name.as_bytes(), &[0], text.as_bytes(), &[0]] {
            hasher.update(part);
        }
    }
    let wanted: String = hasher.finalize().iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(dataset().digest, wanted);
}

#[test]
fn the_digest_changes_with_one_byte_of_any_file() {
    let files = SeedFiles::embedded();
    assert_eq!(files.files.len(), 12, "seven tables, the additional sources, two documents, two cards");
    let mut seen = BTreeSet::from([digest_of(&files)]);
    let mut layer = files.clone();
    layer.files.insert(LAYER.to_owned(), format!("{}\n", files.files[LAYER]));
    assert_eq!(digest_of(&layer), digest_of(&files), "the layer has a digest of its own");
    for (name, text) in files.files.iter().filter(|f| f.0 != LAYER) {
        let mut changed = files.clone();
        changed.files.insert(name.clone(), format!("{text}\n"));
        assert!(seen.insert(digest_of(&changed)), "a line break more in {name}");
        let mut changed = files.clone();
        let at = text.find('e').unwrap();
        changed.files.insert(name.clone(), format!("{}f{}", &text[..at], &text[at + 1..]));
        assert!(seen.insert(digest_of(&changed)), "one letter changed in {name}");
    }
    assert_eq!(digest_of(&files), dataset().digest, "and it is the same for the same files");
}

#[test]
fn the_digest_changes_when_a_line_moves_from_one_file_to_the_next() {
    let files = SeedFiles::embedded();
    let mut moved = files.clone();
    let names: Vec<&String> = files.files.keys().collect();
    let (first, second) = (names[0].clone(), names[1].clone());
    let text = &files.files[&first];
    let (kept, last) = text.trim_end().rsplit_once('\n').unwrap();
    moved.files.insert(first, kept.to_owned());
    moved.files.insert(second.clone(), format!("{last}{}", files.files[&second]));
    assert_ne!(digest_of(&moved), digest_of(&files));
}

#[test]
fn the_card_of_each_document_bears_the_sha256_of_its_text() {
    for (id, text) in [(support::JOIN_ID, JOIN), (support::CONCLUSIONS_ID, CONCLUSIONS)] {
        let sha256: String = Sha256::digest(text).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(dataset().source_by_id(id).unwrap().1.sha256, sha256);
        assert!(support::file(&format!("seeds/documents/{id}.toml")).contains(&sha256), "{id}");
    }
}

#[test]
fn the_documents_are_those_of_the_two_dates() {
    let dates: Vec<(String, String)> =
        dataset().sources.iter().map(|s| (s.reference.clone(), s.date.to_string())).collect();
    let wanted = [("JOIN(2025) 140 final", "2025-06-05"), ("ST 15315/1/25 REV 1", "2025-11-20")];
    assert_eq!(dates, wanted.map(|(r, d)| (r.to_owned(), d.to_owned())));
    assert!(JOIN.contains("Bruxelles, le 5.6.2025"));
    assert!(CONCLUSIONS.contains("Bruxelles, le 20 novembre 2025"));
}
