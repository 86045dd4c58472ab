//! The dataset with what the additional sources say on a pair of dates.

use super::{AdditionalEvidence, Check, StateChange, is_over};
use crate::dataset::moment::{Date, Period};
use crate::dataset::records::*;
use crate::dataset::vocabulary::State;

impl Dataset {
    /// The changes of state of which additional sources published by `known` say that they are over on `as_of`, with the tie of each.
    pub fn changed(&self, as_of: Date, known: Date) -> impl Iterator<Item = (&StateChange, &Tie)> {
        let layer = &self.additional;
        let told = layer
            .changes
            .iter()
            .filter(move |c| is_over(&c.from, as_of) && layer.sources[c.source].is_out(known));
        told.filter_map(|c| {
            let own = self.tie_id(&c.tie).map(|id| self.tie(id));
            Some((c, own.or(c.added.as_deref())?))
        })
    }

    /// A copy with what additional sources published by `known` say to hold on `as_of`. What comes of them says so in its
    /// name and carries no quotation.
    pub fn with_additional(&self, as_of: Date, known: Date) -> Dataset {
        let mut out = self.clone();
        out.additional_on = true;
        let mut changes: Vec<&StateChange> = self
            .additional
            .changes
            .iter()
            .filter(|c| is_over(&c.from, as_of) && self.additional.sources[c.source].is_out(known))
            .collect();
        changes.sort_by_key(|c| c.from.end);
        for change in changes {
            if let Some(tie) = out.tie_ids.get(&change.tie) {
                let tie = &mut out.ties[tie.0 as usize];
                // A record that nobody can know of yet stays unknown, whatever became of it.
                if !tie.evidence.is_empty() || !tie.additional.is_empty() {
                    set(tie, change);
                }
            } else if let Some(added) = &change.added {
                let mut tie = (**added).clone();
                set(&mut tie, change);
                push(&mut out, tie);
            }
        }
        for check in &self.additional.checks {
            let Some(source) = check.source else { continue };
            let text = &self.additional.sources[source];
            if !text.is_out(known) || !text.is_out(as_of) {
                continue;
            }
            for (state, ending) in [(State::Active, ""), (State::Proposed, "-planned")] {
                if let Some(tie) = checked(self, check, source, state, ending) {
                    push(&mut out, tie);
                }
            }
        }
        for id in 0..out.ties.len() {
            mark(&mut out, id);
        }
        out
    }
}

fn push(dataset: &mut Dataset, tie: Tie) {
    dataset.tie_ids.insert(tie.id.clone(), TieId(dataset.ties.len() as u32));
    dataset.ties.push(tie);
}

fn set(tie: &mut Tie, change: &StateChange) {
    tie.state = change.state;
    tie.participants.iter_mut().for_each(|p| p.state = change.state);
    tie.period = Period { from: Some(change.from), until: tie.period.until, expected: None };
    if change.state == State::Ended {
        tie.period = Period { from: tie.period.from, until: Some(change.from), expected: None };
    }
    (tie.date_conflict, tie.disputed) = (false, None);
    tie.additional.push(AdditionalEvidence {
        source: change.source,
        record: change.id.clone(),
        state: change.state,
        at: change.at.clone(),
        statement: change.statement.clone(),
        short_quote: change.short_quote.clone(),
    });
}

/// What a check states in one state, as a tie beside the instrument's own: the same fact read in another text.
fn checked(dataset: &Dataset, check: &Check, source: usize, state: State, ending: &str) -> Option<Tie> {
    let own = dataset.tie(dataset.tie_id(&check.instrument)?);
    let facts: Vec<_> = check.facts.iter().filter(|f| f.state == state).collect();
    if facts.is_empty() {
        return None;
    }
    let (mut areas, mut legs, mut domains) = (Vec::new(), Vec::new(), Vec::new());
    for fact in &facts {
        areas.extend(&fact.areas);
        legs.extend(&fact.legs);
        domains.extend(&fact.domains);
    }
    areas.sort_unstable();
    areas.dedup();
    legs.sort_unstable();
    legs.dedup();
    domains.sort_unstable();
    domains.dedup();
    let part = Participant {
        actor: check.unit,
        state,
        areas: areas.clone(),
        legs: legs.clone(),
        domains: domains.clone(),
        places: Vec::new(),
        evidence: Vec::new(),
        note: None,
    };
    let additional = facts
        .into_iter()
        .map(|fact| AdditionalEvidence {
            source,
            record: check.id.clone(),
            state,
            at: fact.at.clone(),
            statement: fact.statement.clone(),
            short_quote: fact.short_quote.clone(),
        })
        .collect();
    Some(Tie {
        id: format!("{}{ending}", check.id),
        name: own.name.clone(),
        state,
        period: Period::default(),
        areas,
        legs,
        domains,
        with_hub: true,
        participants: vec![part],
        meeting: None,
        programmes: Vec::new(),
        list: None,
        same_as: vec![own.id.clone()],
        date_conflict: false,
        disputed: None,
        evidence: Vec::new(),
        additional,
        note: None,
        ..own.clone()
    })
}

/// Says in the name of a tie that an additional source speaks.
fn mark(dataset: &mut Dataset, index: usize) {
    let Some(last) = dataset.ties[index].additional.last() else { return };
    let source = dataset.additional.sources[last.source].id.clone();
    let tie = &mut dataset.ties[index];
    let (fr, en) = if tie.evidence.is_empty() {
        ("source additionnelle", "additional source")
    } else {
        ("état d’après une source additionnelle", "state by an additional source")
    };
    tie.name.fr += &format!(" ({fr}, non vérifiée par la machine: {source})");
    tie.name.en += &format!(" ({en}, not machine-checked: {source})");
}
