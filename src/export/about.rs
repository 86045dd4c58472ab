//! What stands in every file beside the network: which dataset, which dates, what an edge is, what may be done with it.

use super::flat::Projection;
use crate::view::NetworkView;

/// What every file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// `(key, value)` in a fixed order; keys are plain words in snake case.
    pub values: Vec<(&'static str, String)>,
}

impl About {
    /// The value of a key.
    pub fn get(&self, key: &str) -> &str {
        self.values.iter().find(|(k, _)| *k == key).map_or("", |(_, v)| v)
    }
}

/// What is said of a view. `command` recomputes the file.
pub(super) fn about(view: &NetworkView, projection: Projection, command: &str) -> About {
    let dataset = &view.dataset;
    let documents: Vec<String> = dataset
        .documents
        .iter()
        .map(|d| format!("{} ({}): {}, {}, sha256 {}", d.id, d.reference, d.title.fr, d.date, d.sha256))
        .collect();
    let reuse: Vec<String> = dataset.documents.iter().map(|d| format!("{}: {}", d.id, d.reuse.en)).collect();
    let own = if dataset.is_table { "" } else { "; coding of the data by relier: MIT OR Apache-2.0" };
    let assumed = view.dates.assumed().map(|a| a.en).unwrap_or_default();
    let mut values = vec![
        ("relier_schema", view.schema.to_owned()),
        ("relier_projection", projection.word().to_owned()),
        ("edge_means", projection.meaning().to_owned()),
        ("title", dataset.documents.first().map(|d| d.title.en.clone()).unwrap_or_default()),
        ("dataset_version", dataset.version.clone()),
        ("dataset_digest", dataset.digest.clone()),
        ("as_of", view.dates.as_of.clone()),
        ("known", view.dates.known.clone()),
        ("documents", documents.join("; ")),
        ("licence", reuse.join("; ") + own),
        ("command", command.to_owned()),
    ];
    if let Some(beyond) = &view.dates.beyond {
        values.insert(0, ("dates", beyond.en.clone()));
    }
    if !assumed.is_empty() {
        values.insert(0, ("assumption", assumed));
    }
    About { values }
}
