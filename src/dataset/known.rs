//! The dataset as it was known on an earlier day.

use std::collections::BTreeSet;

use super::moment::Date;
use super::records::{Dataset, Evidence, Source};
use super::supports::forget;

impl Dataset {
    /// Whether [`Dataset::known_by`] the day would leave out nothing that counts on `as_of`.
    pub fn is_known_whole(&self, as_of: Date, day: Date) -> bool {
        let later = |d: Option<Date>| d.is_some_and(|d| d > day);
        let mut spans = self.memberships.iter().flat_map(|m| &m.spans);
        self.sources.iter().all(|s| s.date <= day)
            && (as_of <= day || spans.all(|s| !later(s.from) && !later(s.until)))
    }

    /// The same records with only the quotations published by `day` and what rests on them: a participant, an area or a leg
    /// that later sources alone give is not in a tie yet. Indices keep their meaning, so a record without a quotation by then
    /// stays, empty of evidence. Who joined a group after that day is not in it yet, and nobody has left it for a day that was
    /// still to come.
    pub fn known_by(&self, day: Date) -> Dataset {
        let mut dataset = self.clone();
        let Dataset { sources, actors, ties, lists, directions, domains, areas, memberships, .. } =
            &mut dataset;
        for membership in memberships {
            membership.spans.retain(|s| s.from.is_none_or(|from| from <= day));
            for span in &mut membership.spans {
                span.until = span.until.filter(|until| *until <= day);
            }
        }
        let cards = actors.iter_mut().map(|a| &mut a.evidence);
        let known_lists = lists.iter_mut().map(|l| &mut l.evidence);
        let taxonomy = directions
            .iter_mut()
            .map(|d| &mut d.evidence)
            .chain(domains.iter_mut().map(|d| &mut d.evidence))
            .chain(areas.iter_mut().map(|a| &mut a.evidence));
        for evidence in cards.chain(known_lists).chain(taxonomy) {
            evidence.retain(|e| is_out(sources, e, day));
        }
        for tie in ties.iter_mut() {
            forget(self, tie, day);
        }
        let unknown: BTreeSet<&str> = self
            .ties
            .iter()
            .filter(|t| !t.evidence.is_empty() && !t.is_known(self, day))
            .map(|t| t.id.as_str())
            .collect();
        for tie in ties {
            tie.list = tie.list.filter(|l| !lists[l.0 as usize].evidence.is_empty());
            tie.same_as.retain(|id| !unknown.contains(id.as_str()));
        }
        // Documents stand in the order of publication, so that the indices of those kept keep their meaning.
        sources.retain(|s| s.date <= day);
        dataset
    }
}

fn is_out(sources: &[Source], evidence: &Evidence, day: Date) -> bool {
    sources[evidence.source.0 as usize].date <= day
}
