//! Which citation carries what of a tie, and what is left of the tie while some of them are not out yet (METHOD 2.4).

use std::collections::BTreeSet;

use super::build::{ACTORS, TAXONOMY};
use super::citations::Reporter;
use super::moment::{Date, Period};
use super::records::*;
use super::values::crosswalk;
use super::vocabulary::State;
use crate::seed::{CitationRecord, Text};

const STATE: &str = "state";
const CALENDAR: &str = "calendar";
const MEETING: &str = "meeting";

impl Tie {
    /// What a citation of this tie can support: the ids of its areas, legs and programmes, `state`, and `calendar` and
    /// `meeting` where it has them. Its parties and its list have evidence of their own.
    pub fn attributes<'a>(&self, dataset: &'a Dataset) -> BTreeSet<&'a str> {
        let areas = self.areas.iter().chain(self.participants.iter().flat_map(|p| &p.areas));
        let legs = self.legs.iter().chain(self.participants.iter().flat_map(|p| &p.legs));
        let mut out: BTreeSet<&str> = areas
            .map(|a| dataset.areas[a.0 as usize].id.as_str())
            .chain(legs.map(|l| dataset.legs[l.0 as usize].id.as_str()))
            .chain(self.programmes.iter().map(|&p| dataset.actor(p).id.as_str()))
            .collect();
        out.insert(STATE);
        if self.period != Period::default() {
            out.insert(CALENDAR);
        }
        if self.meeting.is_some() {
            out.insert(MEETING);
        }
        out
    }

    /// The evidence on which an attribute rests: the citations that claim it, all where none does.
    pub fn support<'a>(&'a self, attribute: &str) -> Vec<&'a Evidence> {
        let claims = |e: &&Evidence| e.supports.iter().any(|s| s == attribute);
        let claimed: Vec<&Evidence> = self.evidence.iter().filter(claims).collect();
        if claimed.is_empty() { self.evidence.iter().collect() } else { claimed }
    }
}

/// A citation claims only what its tie has; and a tie cited from texts of several days says which carries what.
pub(super) fn check<'a>(
    dataset: &Dataset,
    tie: &Tie,
    (file, key, id): (&str, &str, &Text),
    citations: impl IntoIterator<Item = &'a CitationRecord>,
    reporter: &mut Reporter<'_>,
) {
    let attributes = tie.attributes(dataset);
    let mut claimed: BTreeSet<&str> = BTreeSet::new();
    for word in citations.into_iter().flat_map(|c| &c.supports) {
        let Some(&known) = attributes.get(word.get_ref().as_str()) else {
            if reporter.seeds.may_be_unread(word.get_ref(), &[ACTORS, TAXONOMY]) {
                continue;
            }
            let all: Vec<&str> = attributes.iter().copied().collect();
            let (given, all) = (word.get_ref(), all.join(", "));
            let what = (
                format!("«{given}» n’est rien que cet enregistrement ait"),
                format!("«{given}» is nothing that this record has"),
            );
            let mend = (format!("écrivez ce qu’il a: {all}"), format!("write what it has: {all}"));
            reporter.on(file, word, key, what, mend);
            continue;
        };
        claimed.insert(known);
    }
    let days: BTreeSet<Date> = tie.evidence.iter().map(|e| dataset.source(e.source).date).collect();
    if days.len() < 2 {
        return;
    }
    for open in attributes.difference(&claimed) {
        let what = (
            format!("des textes de plusieurs jours sont cités, et aucun n’est dit porter «{open}»"),
            format!("texts of several days are cited, and none is said to support «{open}»"),
        );
        let mend = (
            format!("ajoutez supports = [\"{open}\"] aux citations qui le portent"),
            format!("add supports = [\"{open}\"] to the citations that carry it"),
        );
        reporter.on(file, id, key, what, mend);
    }
}

/// Only ties have attributes that a citation can support.
pub(super) fn refuse(file: &str, key: &str, citations: &[CitationRecord], reporter: &mut Reporter<'_>) {
    if let Some(word) = citations.iter().flat_map(|c| &c.supports).next() {
        let what = (
            "seules les citations d’un lien disent ce qu’elles portent",
            "only the citations of a tie say what they support",
        );
        reporter.on(file, word, key, what, ("retirez `supports`", "remove `supports`"));
    }
}

/// Takes out of a tie what rests on evidence of a later day alone. The note goes too when some evidence does: it speaks of all.
pub(super) fn forget(whole: &Dataset, tie: &mut Tie, day: Date) {
    let is_out = |e: &Evidence| whole.source(e.source).date <= day;
    if tie.evidence.iter().all(is_out) {
        return;
    }
    let lost: BTreeSet<&str> = tie
        .attributes(whole)
        .into_iter()
        .filter(|attribute| !tie.support(attribute).into_iter().any(is_out))
        .collect();
    let area = |a: &AreaId| !lost.contains(whole.areas[a.0 as usize].id.as_str());
    let leg = |l: &LegId| !lost.contains(whole.legs[l.0 as usize].id.as_str());
    let cut = |areas: &mut Vec<AreaId>, legs: &mut Vec<LegId>, domains: &mut Vec<DomainId>| {
        let led = crosswalk(whole, areas, legs);
        areas.retain(area);
        legs.retain(leg);
        let still = crosswalk(whole, areas, legs);
        domains.retain(|d| still.contains(d) || !led.contains(d));
    };
    cut(&mut tie.areas, &mut tie.legs, &mut tie.domains);
    for part in &mut tie.participants {
        cut(&mut part.areas, &mut part.legs, &mut part.domains);
        part.note = None;
        if lost.contains(STATE) {
            part.state = State::Unknown;
        }
    }
    if lost.contains(STATE) {
        (tie.state, tie.disputed) = (State::Unknown, None);
    }
    if lost.contains(CALENDAR) {
        (tie.period, tie.date_conflict) = (Period::default(), false);
    }
    if lost.contains(MEETING) {
        tie.meeting = None;
    }
    tie.programmes.retain(|&p| !lost.contains(whole.actor(p).id.as_str()));
    tie.note = None;
    forget_quotations(tie, is_out);
}

/// Keeps the evidence that is out, and the participants whom some of it names.
fn forget_quotations(tie: &mut Tie, is_out: impl Fn(&Evidence) -> bool) {
    let mut kept = 0;
    let places: Vec<Option<u16>> = tie
        .evidence
        .iter()
        .map(|e| {
            is_out(e).then(|| {
                kept += 1;
                kept - 1
            })
        })
        .collect();
    tie.evidence.retain(is_out);
    for part in &mut tie.participants {
        part.evidence = part.evidence.iter().filter_map(|&i| places[i as usize]).collect();
    }
    if !tie.assumed && !tie.is_additional() {
        tie.participants.retain(|part| !part.evidence.is_empty());
    }
}
