//! What instruments and actions share: parties, programmes, areas, notes, and what must hold between ties.

use std::collections::BTreeMap;

use super::actors::{actor_id, twice};
use super::build::{ACTIONS, Builder, INSTRUMENTS, TAXONOMY};
use super::citations::{Citations, Reporter, meant};
use super::records::*;
use super::values::pick;
use super::vocabulary::Kind;
use super::word::nearest;
use crate::seed::Text;

/// How to mend an id that is given twice.
pub(super) const OWN_ID: (&str, &str) =
    ("donnez à chaque enregistrement un identifiant à lui", "give each record an id of its own");

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
        reporter.on(file, id, &record, twice(&tie.id), OWN_ID);
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
                let id = party.get_ref();
                let what = (
                    format!("{id} est le centre, qui est partie sans qu’on l’écrive"),
                    format!("{id} is the hub, which is a party without being written"),
                );
                reporter.on(
                    file,
                    party,
                    key,
                    what,
                    (
                        "retirez-le; pour un lien sans l’UE, écrivez without_hub = true",
                        "remove it; for a tie without the EU write without_hub = true",
                    ),
                );
                return None;
            }
            ActorKind::Programme => {
                let id = party.get_ref();
                let what = (
                    format!("{id} est un programme de l’UE, et non une partie"),
                    format!("{id} is a programme of the EU, not a party"),
                );
                reporter.on(file, party, key, what, ("mettez-le dans programmes", "move it to programmes"));
                return None;
            }
            _ => {}
        }
        if already.iter().any(|p| p.actor == actor) {
            reporter.on(
                file,
                party,
                key,
                (
                    format!("{} est nommé deux fois", party.get_ref()),
                    format!("{} is named twice", party.get_ref()),
                ),
                ("nommez chaque partie une fois", "name each party once"),
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
                let id = programme.get_ref();
                let what = (
                    format!("{id} n’est pas un programme de l’UE"),
                    format!("{id} is no programme of the EU"),
                );
                let mend = ("nommez-le parmi les parties", "name it among the parties");
                reporter.on(file, programme, key, what, mend);
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
                let what = (
                    format!("le même lien que {first}: même type, mêmes parties"),
                    format!("the same tie as {first}: same kind, same parties"),
                );
                reporter.on(
                    INSTRUMENTS,
                    &record.id,
                    &key,
                    what,
                    (
                        "faites-en un seul enregistrement avec les citations des deux",
                        "make it one record with the citations of both",
                    ),
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
                    let none = || ("nommez un lien qui existe", "name an existing tie").into();
                    let mend = near.map_or_else(none, meant);
                    let given = other.get_ref();
                    let what = (
                        format!("same_as nomme «{given}», qui n’est pas un autre lien"),
                        format!("same_as names «{given}», which is no other tie"),
                    );
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
    let id = party.get_ref();
    let what = (
        format!("aucune citation de cet enregistrement ne nomme {id} ({fr})"),
        format!("no quotation of this record names {id} ({fr})"),
    );
    reporter.on(
        file,
        party,
        key,
        what,
        (
            "citez les mots qui le nomment, ou ajoutez à ses noms (aliases) la forme employée là",
            "quote the words that name it, or add the form used there to its aliases",
        ),
    );
}
