//! What several test files need: the dataset in the binary, the two texts, and reading the files beside the tests.

#![allow(dead_code, reason = "each test file uses its own part of this one")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use relier::dataset::{self, ActorId, Built, Dataset, Mention, Tie};
use relier::seed::{self, SeedFiles};

/// The joint communication, as it lies in the repository.
pub(crate) const JOIN: &str = include_str!("../../seeds/documents/join-2025-140.txt");
/// The Council conclusions.
pub(crate) const CONCLUSIONS: &str = include_str!("../../seeds/documents/st-15315-2025.txt");

/// Id of the joint communication.
pub(crate) const JOIN_ID: &str = "join-2025-140";
/// Id of the Council conclusions.
pub(crate) const CONCLUSIONS_ID: &str = "st-15315-2025";

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository.
pub(crate) fn file(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The dataset in the binary with its mentions and faults, completeness scan included.
pub(crate) fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let (seeds, faults) = seed::read(SeedFiles::embedded());
        dataset::build(&seeds, faults, true)
    })
}

/// The dataset in the binary.
pub(crate) fn dataset() -> &'static Dataset {
    &built().dataset
}

/// The dataset in the binary, to be shared with a server.
pub(crate) fn shared() -> Arc<Dataset> {
    static SHARED: OnceLock<Arc<Dataset>> = OnceLock::new();
    SHARED.get_or_init(|| Arc::new(dataset().clone())).clone()
}

/// The index of an actor.
pub(crate) fn actor(id: &str) -> ActorId {
    dataset().actor_id(id).unwrap_or_else(|| panic!("no actor {id}"))
}

/// A tie by its id.
pub(crate) fn tie(id: &str) -> &'static Tie {
    dataset().tie(dataset().tie_id(id).unwrap_or_else(|| panic!("no tie {id}")))
}

/// The participants of a tie, by id.
pub(crate) fn parties(tie: &Tie) -> BTreeSet<&'static str> {
    tie.participants.iter().map(|p| dataset().actor(p.actor).id.as_str()).collect()
}

/// The mentions in a passage.
pub(crate) fn mentions(document: &str, at: &str) -> Vec<&'static Mention> {
    let (source, found) =
        dataset().source_by_id(document).unwrap_or_else(|| panic!("no document {document}"));
    assert!(found.document.passage(at).is_some(), "{document} has no passage {at}");
    built().mentions.iter().filter(|m| m.source == source && m.at == at).collect()
}

/// The actors mentioned in a passage, by id.
pub(crate) fn mentioned(document: &str, at: &str) -> BTreeSet<&'static str> {
    mentions(document, at).into_iter().map(|m| dataset().actor(m.actor).id.as_str()).collect()
}

/// A set of words, written with spaces between them.
pub(crate) fn set(words: &'static str) -> BTreeSet<&'static str> {
    words.split_whitespace().collect()
}
