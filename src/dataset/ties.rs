//! What instruments and actions share: parties, programmes, areas, notes, and what must hold between ties.

use std::collections::BTreeMap;

use super::actors::actor_id;
use super::build::{ACTIONS, Builder, INSTRUMENTS, TAXONOMY};
use super::citations::{Citations, Reporter};
use super::records::*;
use super::values::pick;
use super::vocabulary::Kind;
use super::word::nearest;
use crate::seed::Text;

pub(super) fn push_tie(
    dataset: &mut Dataset,
    tie: Option<Tie>,
    file: &str,
    id: &Text,
    reporter: &mut Reporter<'_>,
) {
    let Some(tie) = tie else { return };
    let index = TieId(dataset.ties.len() as u32);
    let record = format!("tie {}", tie.id);
    let taken =
        dataset.tie_ids.insert(tie.id.clone(), index).is_some() || dataset.actor_ids.contains_key(&tie.id);
    if taken {
        let what = format!("the id «{}» is given twice", tie.id);
        reporter.on(file, id, &record, what, "give each record an id of its own");
    }
    dataset.ties.push(tie);
}

impl Builder<'_> {
    pub(super) fn party(
        &self,
        dataset: &Dataset,
        file: &str,
        key: &str,
        party: &Text,
        already: &[Participant],
        reporter: &mut Reporter<'_>,
    ) -> Option<ActorId> {
        let actor = actor_id(dataset, file, party, key, reporter)?;
        match dataset.actor(actor).kind {
            ActorKind::Hub | ActorKind::MemberState => {
                let what = format!("{} is the hub, which is a party without being written", party.get_ref());
                reporter.on(
                    file,
                    party,
                    key,
                    what,
                    "remove it; for a tie without the EU write without_hub = true",
                );
                return None;
            }
            ActorKind::Programme => {
                let what = format!("{} is a programme of the EU, not a party", party.get_ref());
                reporter.on(file, party, key, what, "move it to programmes");
                return None;
            }
            _ => {}
        }
        if already.iter().any(|p| p.actor == actor) {
            reporter.on(
                file,
                party,
                key,
                format!("{} is named twice", party.get_ref()),
                "name each party once",
            );
            return None;
        }
        Some(actor)
    }

    pub(super) fn programmes(
        &self,
        dataset: &Dataset,
        file: &str,
        key: &str,
        programmes: &[Text],
        reporter: &mut Reporter<'_>,
    ) -> Vec<ActorId> {
        let mut out = Vec::new();
        for programme in programmes {
            let Some(actor) = actor_id(dataset, file, programme, key, reporter) else { continue };
            if dataset.actor(actor).kind == ActorKind::Programme {
                out.push(actor);
            } else {
                let what = format!("{} is no programme of the EU", programme.get_ref());
                reporter.on(file, programme, key, what, "name it among the parties");
            }
        }
        out
    }

    pub(super) fn areas_legs(
        &self,
        dataset: &Dataset,
        file: &str,
        key: &str,
        areas: &[Text],
        legs: &[Text],
        reporter: &mut Reporter<'_>,
    ) -> (Vec<AreaId>, Vec<LegId>) {
        let mut a: Vec<AreaId> = areas
            .iter()
            .filter_map(|t| pick(&dataset.areas, |x| &x.id, file, t, key, TAXONOMY, reporter).map(AreaId))
            .collect();
        let mut l: Vec<LegId> = legs
            .iter()
            .filter_map(|t| pick(&dataset.legs, |x| &x.id, file, t, key, TAXONOMY, reporter).map(LegId))
            .collect();
        a.sort_unstable();
        l.sort_unstable();
        (a, l)
    }

    pub(super) fn check_notes(
        &self,
        dataset: &Dataset,
        file: &str,
        key: &str,
        id: &Text,
        evidence: &[Evidence],
        reporter: &mut Reporter<'_>,
    ) {
        Citations { sources: &dataset.sources, aliases: self.aliases }
            .check_notes(file, key, id, evidence, reporter);
    }

    /// Duplicates and references from tie to tie.
    pub(super) fn between_ties(&self, dataset: &Dataset, reporter: &mut Reporter<'_>) {
        let mut seen: BTreeMap<(Kind, Vec<&str>, &str), &str> = BTreeMap::new();
        for record in &self.seeds.instruments {
            let Some(tie) = dataset.tie_id(record.id.get_ref()).map(|t| dataset.tie(t)) else { continue };
            // As written: two records whose parties are unknown are not the same for that.
            if dataset.is_table() {
                // A table can hold the same pair twice; each line is a tie of its own.
                continue;
            }
            let mut parties: Vec<&str> = record.parties.iter().map(|p| p.get_ref().as_str()).collect();
            parties.sort_unstable();
            // Several cables, initiatives or pieces of forum work can join the same parties; they differ by name.
            let several = matches!(
                tie.kind,
                Kind::Cable | Kind::Reg | Kind::Forum | Kind::Trust | Kind::Arr | Kind::Dep
            );
            let name = if several { tie.name.fr.as_str() } else { "" };
            if let Some(first) = seen.insert((tie.kind, parties, name), &tie.id)
                && first != tie.id
            {
                let key = format!("instrument {}", tie.id);
                let what = format!("the same tie as {first}: same kind, same parties");
                reporter.on(
                    INSTRUMENTS,
                    &record.id,
                    &key,
                    what,
                    "make it one record with the citations of both",
                );
            }
        }
        let instruments = self.seeds.instruments.iter().map(|r| (INSTRUMENTS, &r.id, &r.same_as));
        let actions = self.seeds.actions.iter().map(|r| (ACTIONS, &r.id, &r.same_as));
        for (file, id, same_as) in instruments.chain(actions) {
            for other in same_as {
                let unread = || reporter.seeds.may_be_unread(other.get_ref(), &[INSTRUMENTS, ACTIONS]);
                if dataset.tie_id(other.get_ref()).is_none() && !unread() || other.get_ref() == id.get_ref() {
                    let near = nearest(other.get_ref(), dataset.tie_ids.keys().map(String::as_str));
                    let mend =
                        near.map_or("name an existing tie".to_owned(), |n| format!("did you mean «{n}»?"));
                    let what = format!("same_as names «{}», which is no other tie", other.get_ref());
                    reporter.on(file, other, &format!("tie {}", id.get_ref()), what, mend);
                }
            }
        }
    }
}

pub(super) fn unnamed(
    dataset: &Dataset,
    file: &str,
    key: &str,
    party: &Text,
    actor: ActorId,
    reporter: &mut Reporter<'_>,
) {
    let fr = &dataset.actor(actor).name.fr;
    let what = format!("no quotation of this record names {} ({fr})", party.get_ref());
    reporter.on(
        file,
        party,
        key,
        what,
        "quote the words that name it, or add the form used there to its aliases",
    );
}
