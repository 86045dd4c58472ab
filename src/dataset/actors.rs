//! Countries, groupings, forums and programmes: who they are, what the documents say of them, who is in which.

use super::build::{ACTORS, Builder, COUNTRIES, MEMBERSHIPS};
use super::citations::Reporter;
use super::records::*;
use super::values::{day, name, word};
use super::vocabulary::{Level, Status, Stratum};
use super::word::nearest;
use crate::seed::{Seeds, Text};

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
            let what = format!("the id «{}» is given twice", actor.id);
            reporter.on(file, id, &record, what, "give each actor an id of its own");
        }
        dataset.actors.push(actor);
    };
    let mut records: Vec<_> = seeds.actors.iter().collect();
    records.sort_by_key(|r| r.kind.get_ref() != "hub");
    let hubless = match seeds.hub.as_deref() {
        None => false,
        Some("none") => true,
        Some(other) => {
            let mend = "write hub = \"none\" for a network without a hub, or leave the line away";
            reporter.at(ACTORS, 0..0, "actors", format!("«{other}» is no hub"), mend);
            false
        }
    };
    let hubs = records.iter().filter(|r| r.kind.get_ref() == "hub").count();
    if hubless && hubs == 0 {
        let nobody = crate::seed::Names::default();
        dataset.hubless = true;
        dataset.actors.push(blank("", ActorKind::Hub, &nobody));
    } else if hubs > 1 || hubless || hubs == 0 && !seeds.may_be_unread("EU", &[ACTORS]) {
        let mend = "exactly one [[actor]] has kind = \"hub\", or hub = \"none\" stands on top";
        reporter.at(ACTORS, 0..0, "actors", "the network needs one hub".into(), mend);
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
                let what = format!("«{other}» is no kind of actor");
                reporter.on(
                    ACTORS,
                    &record.kind,
                    &key,
                    what,
                    "write hub, grouping, forum or programme; partner for one without codes",
                );
                continue;
            }
        };
        let mut actor = blank(record.id.get_ref(), kind, &record.names);
        actor.aliases = record.aliases.iter().map(|a| a.get_ref().clone()).collect();
        actor.level = record.level.as_ref().and_then(|l| word::<Level>(ACTORS, l, &key, reporter));
        if kind == ActorKind::Forum && record.level.is_none() {
            let what = "a forum without a link level".to_owned();
            reporter.on(
                ACTORS,
                &record.id,
                &key,
                what,
                "add level = \"working\", \"agenda\" or \"universal\"",
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
            let what = "the stratum and the members of EU in memberships.toml disagree".to_owned();
            reporter.on(COUNTRIES, &record.stratum, &key, what, "correct one of the two");
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
        Some(near) => format!("did you mean «{near}»?"),
        None => "add the actor to actors.toml or countries.toml first".to_owned(),
    };
    reporter.on(file, text, record, format!("there is no actor «{}»", text.get_ref()), mend);
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
                        let what = format!("the quotation does not name {}", record.id.get_ref());
                        reporter.on(ACTORS, &citation.quote, &key, what, "quote words that name it");
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
                    let what = format!("«{}» is listed twice", member.get_ref());
                    reporter.on(MEMBERSHIPS, member, &key, what, "list each member once");
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
                    span.note = change.note.clone();
                } else if from.is_some() {
                    spans.push(MembershipSpan { member, from, until, note: change.note.clone() });
                } else if change.from.is_none() {
                    let what = "a change of somebody who is no member and has no first day".to_owned();
                    reporter.on(MEMBERSHIPS, &change.member, &key, what, "add from = \"YYYY-MM-DD\"");
                }
            }
            if !matches!(record.certainty.as_str(), "high" | "medium") {
                let what = format!("certainty «{}» is neither high nor medium", record.certainty);
                reporter.on(MEMBERSHIPS, &record.group, &key, what, "write high or medium");
            }
            if let (Some(group), Some(checked)) = (group, checked) {
                if dataset.membership(group).is_some() {
                    let what = format!("a second list of members of {}", record.group.get_ref());
                    reporter.on(MEMBERSHIPS, &record.group, &key, what, "merge the two");
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
                    note: record.note.clone(),
                });
            }
        }
    }
}
