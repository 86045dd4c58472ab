//! The dataset as it was known on an earlier day.

use super::moment::Date;
use super::records::{Dataset, Evidence, Source, Tie};

impl Dataset {
    /// The same records with only the quotations published by `day`: a participant that later sources alone name is not in
    /// a tie yet. Indices keep their meaning, so a record without a quotation by then stays, empty of evidence.
    pub fn known_by(&self, day: Date) -> Dataset {
        let mut dataset = self.clone();
        let Dataset { sources, actors, ties, lists, directions, domains, areas, .. } = &mut dataset;
        let cards = actors.iter_mut().map(|a| &mut a.evidence);
        let lists = lists.iter_mut().map(|l| &mut l.evidence);
        let taxonomy = directions
            .iter_mut()
            .map(|d| &mut d.evidence)
            .chain(domains.iter_mut().map(|d| &mut d.evidence))
            .chain(areas.iter_mut().map(|a| &mut a.evidence));
        for evidence in cards.chain(lists).chain(taxonomy) {
            evidence.retain(|e| is_out(sources, e, day));
        }
        for tie in ties {
            forget(sources, tie, day);
        }
        // Documents stand in the order of publication, so that the indices of those kept keep their meaning.
        sources.retain(|s| s.date <= day);
        dataset
    }
}

fn is_out(sources: &[Source], evidence: &Evidence, day: Date) -> bool {
    sources[evidence.source.0 as usize].date <= day
}

fn forget(sources: &[Source], tie: &mut Tie, day: Date) {
    let mut kept = 0;
    let places: Vec<Option<u16>> = tie
        .evidence
        .iter()
        .map(|e| {
            is_out(sources, e, day).then(|| {
                kept += 1;
                kept - 1
            })
        })
        .collect();
    tie.evidence.retain(|e| is_out(sources, e, day));
    for part in &mut tie.participants {
        part.evidence = part.evidence.iter().filter_map(|&i| places[i as usize]).collect();
    }
    if !tie.assumed && !tie.is_additional() {
        tie.participants.retain(|part| !part.evidence.is_empty());
    }
}
