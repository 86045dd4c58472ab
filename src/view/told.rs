//! What other public texts tell since, while the additional sources are off: said beside what the documents say, counted nowhere.

use super::names::Label;
use super::words::{self, say};
use crate::dataset::{ActorId, Moment, State, Tie};
use crate::explorer::Explorer;
use crate::network::told as stands;

/// The last state of a tie that additional sources tell by the two days.
pub(in crate::view) struct Told<'a> {
    pub(in crate::view) tie: &'a Tie,
    pub(in crate::view) state: State,
    /// From when on.
    pub(in crate::view) from: Moment,
}

impl Told<'_> {
    /// Whether it is told of that actor.
    pub(in crate::view) fn is_of(&self, actor: ActorId) -> bool {
        self.tie.participant(actor).is_some()
    }

    /// The state with its moment: `en cours, 23 juin 2025`.
    pub(in crate::view) fn in_words(&self) -> Label {
        let (state, from) = (words::state(self.state), words::moment(&self.from.to_string()));
        say(format!("{}, {}", state.fr, from.fr), format!("{}, {}", state.en, from.en))
    }
}

/// What is told since and the documents do not say, one a tie, in the order of the ids; none where the additional sources are on.
pub(in crate::view) fn told_since(explorer: &Explorer) -> Vec<Told<'_>> {
    let dataset = &explorer.dataset;
    if dataset.additional_on {
        return Vec::new();
    }
    let mut all: Vec<Told<'_>> = dataset
        .changed(explorer.dates.as_of, explorer.dates.known)
        .map(|(change, tie)| Told { tie, state: change.state, from: change.from })
        .collect();
    all.sort_by(|a, b| (&a.tie.id, b.from.end).cmp(&(&b.tie.id, a.from.end)));
    all.dedup_by(|one, latest| one.tie.id == latest.tie.id);
    all.retain(|told| {
        dataset.tie_id(&told.tie.id).is_none()
            || stands(told.tie, told.tie.state, explorer.dates.as_of) != told.state
    });
    all
}
