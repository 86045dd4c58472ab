//! Countries, groupings, forums and programmes: who they are, what the documents say of them, who is in which.

use super::build::{ACTORS, Builder, COUNTRIES, MEMBERSHIPS};
use super::citations::{Reporter, meant};
use super::records::*;
use super::values::{day, name, word};
use super::vocabulary::{Level, Status, Stratum};
use super::word::nearest;
use crate::seed::{Seeds, Text, Told};

pub(super) fn actors(seeds: &Seeds, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
    let member_states: Vec<&str> = seeds
        .memberships
        .iter()
        .filter(|m| m.group.get_ref() == "EU")
        .flat_map(|m| m.members.iter().map(|t| t.get_ref().as_str()))
        .collect();
    let blank = |id: &str, kind: ActorKind, names: &crate::seed::Names| Actor {
        id: id.to_owned(),
        kind,
        name: name(names),
        aliases: Vec::new(),
        alpha2: None,
        region: None,
        stratum: None,
        status: Status::State,
        level: None,
        part_of: None,
        hub_status: None,
        evidence: Vec::new(),
        note: None,
    };
    let push = |dataset: &mut Dataset, actor: Actor, file: &str, id: &Text, reporter: &mut Reporter<'_>| {
        let record = format!("actor {}", actor.id);
        let index = ActorId(dataset.actors.len() as u32);
        if dataset.actor_ids.insert(actor.id.clone(), index).is_some() {
            let mend = ("donnez à chaque acteur un identifiant à lui", "give each actor an id of its own");
            reporter.on(file, id, &record, twice(&actor.id), mend);
        }
        dataset.actors.push(actor);
    };
    let mut records: Vec<_> = seeds.actors.iter().collect();
    records.sort_by_key(|r| r.kind.get_ref() != "hub");
    let hubless = match seeds.hub.as_deref() {
        None => false,
        Some("none") => true,
        Some(other) => {
            let mend = (
                "écrivez hub = \"none\" pour un réseau sans centre, ou retirez la ligne",
                "write hub = \"none\" for a network without a hub, or leave the line away",
            );
            let what = (format!("«{other}» n’est pas un centre (hub)"), format!("«{other}» is no hub"));
            reporter.at(ACTORS, 0..0, "actors", what, mend);
            false
        }
    };
    let hubs = records.iter().filter(|r| r.kind.get_ref() == "hub").count();
    if hubless && hubs == 0 {
        let nobody = crate::seed::Names::default();
        dataset.hubless = true;
        dataset.actors.push(blank("", ActorKind::Hub, &nobody));
    } else if hubs > 1 || hubless || hubs == 0 && !seeds.may_be_unread("EU", &[ACTORS]) {
        let mend = (
            "un [[actor]] exactement a kind = \"hub\", ou hub = \"none\" est en tête",
            "exactly one [[actor]] has kind = \"hub\", or hub = \"none\" stands on top",
        );
        let what = ("il faut au réseau un centre (hub)", "the network needs one hub");
        reporter.at(ACTORS, 0..0, "actors", what, mend);
    }
    for record in records {
        let key = format!("actor {}", record.id.get_ref());
        let kind = match record.kind.get_ref().as_str() {
            "hub" => ActorKind::Hub,
            "partner" => ActorKind::Partner,
            "grouping" => ActorKind::Grouping,
            "forum" => ActorKind::Forum,
            "programme" => ActorKind::Programme,
            other => {
                let what = (
                    format!("«{other}» n’est pas un type d’acteur"),
                    format!("«{other}» is no kind of actor"),
                );
                reporter.on(
                    ACTORS,
                    &record.kind,
                    &key,
                    what,
                    (
                        "écrivez hub, grouping, forum ou programme; partner pour qui n’a pas de codes",
                        "write hub, grouping, forum or programme; partner for one without codes",
                    ),
                );
                continue;
            }
        };
        let mut actor = blank(record.id.get_ref(), kind, &record.names);
        actor.aliases = record.aliases.iter().map(|a| a.get_ref().clone()).collect();
        actor.level = record.level.as_ref().and_then(|l| word::<Level>(ACTORS, l, &key, reporter));
        if kind == ActorKind::Forum && record.level.is_none() {
            let what = ("une enceinte sans niveau de lien", "a forum without a link level");
            reporter.on(
                ACTORS,
                &record.id,
                &key,
                what,
                (
                    "ajoutez level = \"working\", \"agenda\" ou \"universal\"",
                    "add level = \"working\", \"agenda\" or \"universal\"",
                ),
            );
        }
        actor.hub_status = record.hub_status.as_ref().map(|h| h.get_ref().clone());
        actor.note = record.note.as_ref().map(name);
        push(dataset, actor, ACTORS, &record.id, reporter);
    }
    for record in &seeds.countries {
        let key = format!("country {}", record.id.get_ref());
        let is_member = member_states.contains(&record.id.get_ref().as_str());
        let kind = if is_member { ActorKind::MemberState } else { ActorKind::Partner };
        let mut actor = blank(record.id.get_ref(), kind, &record.names);
        actor.aliases = record.aliases.iter().map(|a| a.get_ref().clone()).collect();
        actor.alpha2 = record.alpha2.clone();
        actor.region = Some(name(&record.region));
        actor.stratum = word::<Stratum>(COUNTRIES, &record.stratum, &key, reporter);
        if let Some(status) = &record.status {
            actor.status = word::<Status>(COUNTRIES, status, &key, reporter).unwrap_or(Status::State);
        }
        if actor.stratum.is_some_and(|s| (s == Stratum::MemberState) != is_member)
            && !seeds.may_be_unread("EU", &[MEMBERSHIPS])
        {
            let what = (
                "la strate et les membres de EU dans memberships.toml se contredisent",
                "the stratum and the members of EU in memberships.toml disagree",
            );
            let mend = ("corrigez l’un des deux", "correct one of the two");
            reporter.on(COUNTRIES, &record.stratum, &key, what, mend);
        }
        actor.note = record.note.as_ref().map(name);
        push(dataset, actor, COUNTRIES, &record.id, reporter);
    }
    for record in &seeds.actors {
        let key = format!("actor {}", record.id.get_ref());
        let Some(whole) = &record.part_of else { continue };
        let part = actor_id(dataset, ACTORS, whole, &key, reporter);
        if let (Some(part), Some(&me)) = (part, dataset.actor_ids.get(record.id.get_ref())) {
            dataset.actors[me.0 as usize].part_of = Some(part);
        }
    }
}

/// That an id is not free.
pub(super) fn twice(id: &str) -> (String, String) {
    (format!("l’identifiant «{id}» est donné deux fois"), format!("the id «{id}» is given twice"))
}

/// Reports an actor id that does not exist, with the nearest one.
pub(super) fn unknown_actor(
    dataset: &Dataset,
    file: &str,
    text: &Text,
    record: &str,
    reporter: &mut Reporter<'_>,
) {
    if reporter.seeds.may_be_unread(text.get_ref(), &[ACTORS, COUNTRIES]) {
        return;
    }
    let near = nearest(text.get_ref(), dataset.actor_ids.keys().map(String::as_str));
    let mend = match near {
        Some(near) => meant(near),
        None => Told::from((
            "ajoutez d’abord l’acteur à actors.toml ou à countries.toml",
            "add the actor to actors.toml or countries.toml first",
        )),
    };
    let given = text.get_ref();
    let what = (format!("il n’y a pas d’acteur «{given}»"), format!("there is no actor «{given}»"));
    reporter.on(file, text, record, what, mend);
}

pub(super) fn actor_id(
    dataset: &Dataset,
    file: &str,
    text: &Text,
    record: &str,
    reporter: &mut Reporter<'_>,
) -> Option<ActorId> {
    let found = dataset.actor_id(text.get_ref());
    if found.is_none() {
        unknown_actor(dataset, file, text, record, reporter);
    }
    found
}

impl Builder<'_> {
    pub(super) fn cards(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.actors {
            let key = format!("actor {}", record.id.get_ref());
            let evidence = self.resolve_card(&dataset.sources, ACTORS, &key, &record.cite, reporter);
            if let Some(&id) = dataset.actor_ids.get(record.id.get_ref()) {
                for (citation, found) in record.cite.iter().zip(&evidence) {
                    if evidence.len() == record.cite.len() && !found.names.contains(&id) {
                        let id = record.id.get_ref();
                        let what = (
                            format!("la citation ne nomme pas {id}"),
                            format!("the quotation does not name {id}"),
                        );
                        let mend = ("citez des mots qui le nomment", "quote words that name it");
                        reporter.on(ACTORS, &citation.quote, &key, what, mend);
                    }
                }
                dataset.actors[id.0 as usize].evidence = evidence;
            }
        }
    }

    pub(super) fn memberships(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.memberships {
            let key = format!("membership {}", record.group.get_ref());
            let group = actor_id(dataset, MEMBERSHIPS, &record.group, &key, reporter);
            let checked = day(&record.checked, MEMBERSHIPS, &key, reporter);
            let mut spans: Vec<MembershipSpan> = Vec::new();
            for member in &record.members {
                let Some(id) = actor_id(dataset, MEMBERSHIPS, member, &key, reporter) else { continue };
                if spans.iter().any(|s| s.member == id) {
                    let id = member.get_ref();
                    let what =
                        (format!("«{id}» est deux fois dans la liste"), format!("«{id}» is listed twice"));
                    let mend = ("écrivez chaque membre une fois", "list each member once");
                    reporter.on(MEMBERSHIPS, member, &key, what, mend);
                    continue;
                }
                spans.push(MembershipSpan { member: id, from: None, until: None, note: None });
            }
            for change in &record.change {
                let member = actor_id(dataset, MEMBERSHIPS, &change.member, &key, reporter);
                let from = change.from.as_ref().and_then(|d| day(d, MEMBERSHIPS, &key, reporter));
                let last = change.until.as_ref().and_then(|d| day(d, MEMBERSHIPS, &key, reporter));
                let until = last.and_then(|d| d.next_day());
                let Some(member) = member else { continue };
                if let Some(span) = spans.iter_mut().find(|s| s.member == member && s.until.is_none()) {
                    span.until = until;
                    span.note = change.note.as_ref().map(name);
                } else if from.is_some() {
                    spans.push(MembershipSpan { member, from, until, note: change.note.as_ref().map(name) });
                } else if change.from.is_none() {
                    let what = (
                        "un changement de qui n’est pas membre et n’a pas de premier jour",
                        "a change of somebody who is no member and has no first day",
                    );
                    let mend = ("ajoutez from = \"AAAA-MM-JJ\"", "add from = \"YYYY-MM-DD\"");
                    reporter.on(MEMBERSHIPS, &change.member, &key, what, mend);
                }
            }
            if !matches!(record.certainty.as_str(), "high" | "medium") {
                let given = &record.certainty;
                let what = (
                    format!("la certitude «{given}» n’est ni high ni medium"),
                    format!("certainty «{given}» is neither high nor medium"),
                );
                let mend = ("écrivez high ou medium", "write high or medium");
                reporter.on(MEMBERSHIPS, &record.group, &key, what, mend);
            }
            if let (Some(group), Some(checked)) = (group, checked) {
                if dataset.membership(group).is_some() {
                    let group = record.group.get_ref();
                    let what = (
                        format!("une deuxième liste des membres de {group}"),
                        format!("a second list of members of {group}"),
                    );
                    reporter.on(
                        MEMBERSHIPS,
                        &record.group,
                        &key,
                        what,
                        ("réunissez les deux", "merge the two"),
                    );
                    continue;
                }
                spans.sort_by_key(|s| (s.member, s.from));
                dataset.memberships.push(Membership {
                    group,
                    spans,
                    complete: record.complete,
                    checked,
                    source: record.source.clone(),
                    certainty: record.certainty.clone(),
                    note: record.note.as_ref().map(name),
                });
            }
        }
    }
}
