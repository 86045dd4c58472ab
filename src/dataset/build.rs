//! From records as written to the validated dataset.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::account::{self, Mention};
use super::alias::AliasTable;
use super::citations::{Citations, Reporter};
use super::moment::{Moment, Period, parse_date};
use super::records::*;
use super::vocabulary::{
    Address, Closure, Kind, Level, Place, Polarity, State, Status, Stratum, Word, nearest, parse_word,
};
use crate::corpus::{Column, Document, Form, Outline};
use crate::seed::{ActionRecord, Fault, InstrumentRecord, ParticipantRecord, Seeds, Text};

/// What building gives: everything usable, the account of every mention, and every fault.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The dataset; complete only when there is no fault.
    pub dataset: Dataset,
    /// Every mention of a country, grouping, forum or organisation and how it is accounted for.
    pub mentions: Vec<Mention>,
    /// Everything wrong, in the order of files and lines.
    pub faults: Vec<Fault>,
}

/// Validates and cross-references the records. `completeness` adds the scan of both documents for mentions and names.
pub fn build(seeds: &Seeds, faults: Vec<Fault>, completeness: bool) -> Built {
    let mut reporter = Reporter { files: &seeds.files, faults };
    let mut dataset = Dataset {
        version: seeds.version.clone(),
        crosswalk_version: seeds.crosswalk_version.clone(),
        digest: digest(seeds),
        sources: sources(seeds, &mut reporter),
        ..Dataset::default()
    };
    dataset.latest = dataset.sources.iter().map(|s| s.date).max().unwrap_or(dataset.latest);
    actors(seeds, &mut dataset, &mut reporter);
    let aliases = AliasTable::new(&dataset.actors);
    let builder = Builder { seeds, aliases: &aliases };
    builder.taxonomy(&mut dataset, &mut reporter);
    builder.cards(&mut dataset, &mut reporter);
    builder.memberships(&mut dataset, &mut reporter);
    builder.lists(&mut dataset, &mut reporter);
    for record in &seeds.instruments {
        let tie = builder.instrument(&dataset, record, &mut reporter);
        push_tie(&mut dataset, tie, INSTRUMENTS, &record.id, &mut reporter);
    }
    for record in &seeds.actions {
        let tie = builder.action(&dataset, record, &mut reporter);
        push_tie(&mut dataset, tie, ACTIONS, &record.id, &mut reporter);
    }
    builder.between_ties(&dataset, &mut reporter);
    builder.annex_is_whole(&dataset, &mut reporter);
    let mut mentions = Vec::new();
    if completeness {
        mentions = account::mentions(&dataset, &aliases, &seeds.scope, &mut reporter);
        account::terms(&dataset, &aliases, &seeds.terms, &mut reporter);
    }
    let mut faults = reporter.faults;
    faults.sort();
    faults.dedup();
    Built { dataset, mentions, faults }
}

const INSTRUMENTS: &str = "instruments.toml";
const ACTIONS: &str = "actions.toml";
const TAXONOMY: &str = "taxonomy.toml";
const MEMBERSHIPS: &str = "memberships.toml";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SHA-256 over name and text of every file, in the order of names.
fn digest(seeds: &Seeds) -> String {
    let mut hasher = Sha256::new();
    for (name, text) in &seeds.files.files {
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    hex(&hasher.finalize())
}

fn sources(seeds: &Seeds, reporter: &mut Reporter<'_>) -> Vec<Source> {
    let mut out = Vec::new();
    for (id, card) in &seeds.cards {
        let file = format!("documents/{id}.toml");
        let text_file = format!("documents/{id}.txt");
        let record = format!("card {id}");
        let Some(text) = seeds.files.get(&text_file) else {
            reporter.at(
                &file,
                0..0,
                &record,
                format!("{text_file} is missing"),
                "add the document beside its card",
            );
            continue;
        };
        let sha256 = hex(&Sha256::digest(text.as_bytes()));
        if &sha256 != card.sha256.get_ref() {
            let what = format!("{text_file} is not the document that was coded: its SHA-256 is {sha256}");
            let mend = "restore the document byte for byte; only for a new edition, code it anew and then change sha256";
            reporter.on(&file, &card.sha256, &record, what, mend);
        }
        let form = match card.form.get_ref().as_str() {
            "joint-communication" => Form::JointCommunication,
            "council-conclusions" => Form::CouncilConclusions,
            other => {
                let what = format!("«{other}» is no form of document");
                reporter.on(
                    &file,
                    &card.form,
                    &record,
                    what,
                    "write joint-communication or council-conclusions",
                );
                continue;
            }
        };
        let date = match parse_date(card.date.get_ref()) {
            Ok(date) => date,
            Err(error) => {
                reporter.on(&file, &card.date, &record, error.to_string(), "write the day of publication");
                continue;
            }
        };
        let outline = Outline { form, notes: card.notes.clone() };
        match Document::parse(id, text.to_owned(), &outline) {
            Ok(document) => out.push(Source {
                id: id.clone(),
                title: name(&card.title),
                reference: card.reference.clone(),
                date,
                publisher: name(&card.publisher),
                language: card.language.clone(),
                sha256,
                reuse: name(&card.reuse),
                address: card.address.clone(),
                document,
            }),
            Err(error) => {
                let start = text.split_inclusive('\n').take(error.line.saturating_sub(1)).map(str::len).sum();
                let mend = "restore the document, or correct the outline on its card".to_owned();
                reporter.faults.push(Fault::at(
                    &text_file,
                    text,
                    start..start + 1,
                    &record,
                    error.message,
                    mend,
                ));
            }
        }
    }
    out.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    out
}

fn name(names: &crate::seed::Names) -> Name {
    Name { fr: names.fr.clone(), en: names.en.clone() }
}

/// Reads a word of a closed vocabulary; a wrong one is a fault.
fn word<T: Word>(file: &str, text: &Text, record: &str, reporter: &mut Reporter<'_>) -> Option<T> {
    match parse_word::<T>(text.get_ref()) {
        Ok(value) => Some(value),
        Err(what) => {
            reporter.on(file, text, record, what, format!("write a valid {}", T::WHAT));
            None
        }
    }
}

fn actors(seeds: &Seeds, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
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
        let index = ActorId(dataset.actors.len() as u16);
        if dataset.actor_ids.insert(actor.id.clone(), index).is_some() {
            let what = format!("the id «{}» is given twice", actor.id);
            reporter.on(file, id, &record, what, "give each actor an id of its own");
        }
        dataset.actors.push(actor);
    };
    let mut records: Vec<_> = seeds.actors.iter().collect();
    records.sort_by_key(|r| r.kind.get_ref() != "hub");
    if records.iter().filter(|r| r.kind.get_ref() == "hub").count() != 1 {
        let mend = "exactly one [[actor]] has kind = \"hub\"";
        reporter.at("actors.toml", 0..0, "actors", "the network needs one hub".into(), mend);
    }
    for record in records {
        let key = format!("actor {}", record.id.get_ref());
        let kind = match record.kind.get_ref().as_str() {
            "hub" => ActorKind::Hub,
            "grouping" => ActorKind::Grouping,
            "forum" => ActorKind::Forum,
            "programme" => ActorKind::Programme,
            other => {
                let what = format!("«{other}» is no kind of actor");
                reporter.on(
                    "actors.toml",
                    &record.kind,
                    &key,
                    what,
                    "write hub, grouping, forum or programme",
                );
                continue;
            }
        };
        let mut actor = blank(record.id.get_ref(), kind, &record.names);
        actor.aliases = record.aliases.iter().map(|a| a.get_ref().clone()).collect();
        actor.level = record.level.as_ref().and_then(|l| word::<Level>("actors.toml", l, &key, reporter));
        if kind == ActorKind::Forum && record.level.is_none() {
            let what = "a forum without a link level".to_owned();
            reporter.on(
                "actors.toml",
                &record.id,
                &key,
                what,
                "add level = \"working\", \"agenda\" or \"universal\"",
            );
        }
        actor.hub_status = record.hub_status.as_ref().map(|h| h.get_ref().clone());
        actor.note = record.note.clone();
        push(dataset, actor, "actors.toml", &record.id, reporter);
    }
    for record in &seeds.countries {
        let key = format!("country {}", record.id.get_ref());
        let is_member = member_states.contains(&record.id.get_ref().as_str());
        let kind = if is_member { ActorKind::MemberState } else { ActorKind::Partner };
        let mut actor = blank(record.id.get_ref(), kind, &record.names);
        actor.aliases = record.aliases.iter().map(|a| a.get_ref().clone()).collect();
        actor.alpha2 = Some(record.alpha2.clone());
        actor.region = Some(name(&record.region));
        actor.stratum = word::<Stratum>("countries.toml", &record.stratum, &key, reporter);
        if let Some(status) = &record.status {
            actor.status = word::<Status>("countries.toml", status, &key, reporter).unwrap_or(Status::State);
        }
        if actor.stratum.is_some_and(|s| (s == Stratum::MemberState) != is_member) {
            let what = "the stratum and the members of EU in memberships.toml disagree".to_owned();
            reporter.on("countries.toml", &record.stratum, &key, what, "correct one of the two");
        }
        actor.note = record.note.clone();
        push(dataset, actor, "countries.toml", &record.id, reporter);
    }
    for record in &seeds.actors {
        let key = format!("actor {}", record.id.get_ref());
        let Some(whole) = &record.part_of else { continue };
        let part = actor_id(dataset, "actors.toml", whole, &key, reporter);
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
    let near = nearest(text.get_ref(), dataset.actor_ids.keys().map(String::as_str));
    let mend = match near {
        Some(near) => format!("did you mean «{near}»?"),
        None => "add the actor to actors.toml or countries.toml first".to_owned(),
    };
    reporter.on(file, text, record, format!("there is no actor «{}»", text.get_ref()), mend);
}

fn actor_id(
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

fn push_tie(dataset: &mut Dataset, tie: Option<Tie>, file: &str, id: &Text, reporter: &mut Reporter<'_>) {
    let Some(tie) = tie else { return };
    let index = TieId(dataset.ties.len() as u16);
    let record = format!("tie {}", tie.id);
    let taken =
        dataset.tie_ids.insert(tie.id.clone(), index).is_some() || dataset.actor_ids.contains_key(&tie.id);
    if taken {
        let what = format!("the id «{}» is given twice", tie.id);
        reporter.on(file, id, &record, what, "give each record an id of its own");
    }
    dataset.ties.push(tie);
}

struct Builder<'a> {
    seeds: &'a Seeds,
    aliases: &'a AliasTable,
}

impl Builder<'_> {
    fn resolve(
        &self,
        sources: &[Source],
        file: &str,
        record: &str,
        citations: &[crate::seed::CitationRecord],
        reporter: &mut Reporter<'_>,
    ) -> Vec<Evidence> {
        Citations { sources, aliases: self.aliases }.resolve(file, record, citations, reporter)
    }

    fn taxonomy(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.directions {
            let key = format!("direction {}", record.id.get_ref());
            let evidence = self.resolve(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            dataset.directions.push(Direction {
                id: record.id.get_ref().clone(),
                name: name(&record.names),
                question: name(&record.question),
                evidence,
            });
        }
        for record in &self.seeds.domains {
            let key = format!("domain {}", record.id.get_ref());
            let evidence = self.resolve(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            let (id, group) = (record.id.get_ref().clone(), record.group.clone());
            dataset.domains.push(Domain { id, name: name(&record.names), group, evidence });
        }
        for record in &self.seeds.areas {
            let key = format!("area {}", record.id.get_ref());
            let evidence = self.resolve(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            dataset.areas.push(Area { id: record.id.get_ref().clone(), name: name(&record.names), evidence });
        }
        for record in &self.seeds.legs {
            dataset.legs.push(Leg { id: record.id.get_ref().clone(), name: name(&record.names) });
        }
        for record in &self.seeds.crosswalk {
            let key = format!("crosswalk to {}", record.domain.get_ref());
            let domain = pick(&dataset.domains, |d| &d.id, TAXONOMY, &record.domain, &key, reporter);
            let from = match (&record.area, &record.leg) {
                (Some(area), None) => pick(&dataset.areas, |a| &a.id, TAXONOMY, area, &key, reporter)
                    .map(|i| CrosswalkFrom::Area(AreaId(i))),
                (None, Some(leg)) => pick(&dataset.legs, |l| &l.id, TAXONOMY, leg, &key, reporter)
                    .map(|i| CrosswalkFrom::Leg(LegId(i))),
                _ => {
                    let what = "a crosswalk line starts from an area or from a leg, not both".to_owned();
                    reporter.on(TAXONOMY, &record.domain, &key, what, "give one of the two");
                    None
                }
            };
            if let (Some(from), Some(domain)) = (from, domain) {
                dataset.crosswalk.push(Crosswalk {
                    from,
                    domain: DomainId(domain),
                    reason: name(&record.reason),
                });
            }
        }
        for record in &self.seeds.kinds {
            let key = format!("kind {}", record.id.get_ref());
            let kind = word::<Kind>(TAXONOMY, &record.id, &key, reporter);
            let bindingness = word(TAXONOMY, &record.bindingness, &key, reporter);
            if let (Some(kind), Some(bindingness)) = (kind, bindingness) {
                dataset.kinds.push(KindInfo {
                    kind,
                    name: name(&record.names),
                    short: name(&record.short),
                    bindingness,
                });
            }
        }
        for &kind in Kind::ALL {
            if dataset.kind(kind).is_none() {
                let what = format!("the kind {} has no names", kind.word());
                reporter.at(TAXONOMY, 0..0, "kinds", what, format!("add [[kind]] id = \"{}\"", kind.word()));
            }
        }
    }

    fn cards(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.actors {
            let key = format!("actor {}", record.id.get_ref());
            let evidence = self.resolve(&dataset.sources, "actors.toml", &key, &record.cite, reporter);
            if let Some(&id) = dataset.actor_ids.get(record.id.get_ref()) {
                for (citation, found) in record.cite.iter().zip(&evidence) {
                    if evidence.len() == record.cite.len() && !found.names.contains(&id) {
                        let what = format!("the quotation does not name {}", record.id.get_ref());
                        reporter.on("actors.toml", &citation.quote, &key, what, "quote words that name it");
                    }
                }
                dataset.actors[id.0 as usize].evidence = evidence;
            }
        }
    }

    fn memberships(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
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
                } else {
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

    fn lists(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.lists {
            let key = format!("list {}", record.id.get_ref());
            let evidence = self.resolve(&dataset.sources, INSTRUMENTS, &key, &record.cite, reporter);
            let kind = word::<Kind>(INSTRUMENTS, &record.kind, &key, reporter);
            let closure = word::<Closure>(INSTRUMENTS, &record.closure, &key, reporter);
            if let (Some(kind), Some(closure)) = (kind, closure) {
                let (id, reason) = (record.id.get_ref().clone(), record.reason.clone());
                dataset.lists.push(List { id, kind, closure, evidence, reason });
            }
        }
    }

    fn instrument(
        &self,
        dataset: &Dataset,
        record: &InstrumentRecord,
        reporter: &mut Reporter<'_>,
    ) -> Option<Tie> {
        let key = format!("instrument {}", record.id.get_ref());
        let file = INSTRUMENTS;
        let kind = word::<Kind>(file, &record.kind, &key, reporter);
        if matches!(kind, Some(Kind::Action | Kind::Member)) {
            let mend = "actions stand in actions.toml, memberships in memberships.toml";
            reporter.on(file, &record.kind, &key, "this kind is no instrument".into(), mend);
        }
        let state = word::<State>(file, &record.state, &key, reporter);
        let period = period(file, &key, &record.from, &record.until, &record.expected, reporter);
        let (areas, legs) = self.areas_legs(dataset, file, &key, &record.areas, &record.legs, reporter);
        let evidence = self.resolve(&dataset.sources, file, &key, &record.cite, reporter);
        if record.cite.is_empty() {
            let mend = "add cite = [{ at = \"…\", quote = \"…\" }]";
            reporter.on(file, &record.id, &key, "a tie without a quotation".into(), mend);
        }
        self.check_notes(dataset, file, &key, &record.id, &evidence, reporter);
        let whole = evidence.len() == record.cite.len();
        let domains = crosswalk(dataset, &areas, &legs);
        let mut participants: Vec<Participant> = Vec::new();
        for party in &record.parties {
            let Some(actor) = self.party(dataset, file, &key, party, &participants, reporter) else {
                continue;
            };
            let own: Vec<u16> =
                (0..evidence.len() as u16).filter(|&i| evidence[i as usize].names.contains(&actor)).collect();
            if own.is_empty() && whole {
                unnamed(dataset, file, &key, party, actor, reporter);
            }
            participants.push(Participant {
                actor,
                state: state.unwrap_or(State::Unknown),
                areas: areas.clone(),
                legs: legs.clone(),
                domains: domains.clone(),
                places: Vec::new(),
                evidence: own,
                note: None,
            });
        }
        if record.parties.is_empty() {
            let mend = "name the parties; a relation with nobody in particular is no instrument";
            reporter.on(file, &record.id, &key, "an instrument without a party".into(), mend);
        }
        let meeting = record.meeting.as_ref().and_then(|m| word::<Level>(file, m, &key, reporter));
        let polarity = record.polarity.as_ref().map(|p| word::<Polarity>(file, p, &key, reporter));
        let list = record
            .list
            .as_ref()
            .and_then(|list| pick(&dataset.lists, |l| &l.id, file, list, &key, reporter).map(ListId));
        Some(Tie {
            id: record.id.get_ref().clone(),
            kind: kind?,
            name: name(&record.names),
            state: state?,
            polarity: polarity.flatten().unwrap_or(Polarity::Cooperative),
            period,
            areas,
            legs,
            domains,
            with_hub: !record.without_hub,
            participants,
            meeting,
            programmes: self.programmes(dataset, file, &key, &record.programmes, reporter),
            list,
            row: None,
            example: None,
            cells: None,
            carries: None,
            address: None,
            same_as: record.same_as.iter().map(|s| s.get_ref().clone()).collect(),
            date_conflict: false,
            evidence,
            note: record.note.clone(),
        })
    }

    fn action(&self, dataset: &Dataset, record: &ActionRecord, reporter: &mut Reporter<'_>) -> Option<Tie> {
        let key = format!("action {}", record.id.get_ref());
        let file = ACTIONS;
        let expected_id = match (record.row, record.example) {
            (Some(row), None) => Some(format!("annex-{row}")),
            (None, Some(example)) => Some(format!("example-{example}")),
            _ => None,
        };
        if expected_id.as_ref() != Some(record.id.get_ref()) {
            let what = "an action is one annex row or one example, and its id says which".to_owned();
            reporter.on(
                file,
                &record.id,
                &key,
                what,
                "write id = \"annex-N\" with row = N, or \"example-N\" with example = N",
            );
        }
        let state = word::<State>(file, &record.state, &key, reporter);
        let period = period(file, &key, &record.from, &record.until, &record.expected, reporter);
        let (areas, legs) = self.areas_legs(dataset, file, &key, &record.areas, &record.legs, reporter);
        let mut evidence = self.resolve(&dataset.sources, file, &key, &record.cite, reporter);
        let cells = record.row.map(|row| self.cells(dataset, record, row, &key, reporter));
        let mut participants: Vec<Participant> = Vec::new();
        for part in &record.participant {
            let who = self.party(dataset, file, &key, &part.actor, &participants, reporter);
            let Some(actor) = who else { continue };
            let own = self.participant(dataset, record, part, actor, &key, &mut evidence, reporter);
            let (own_areas, own_legs) = self.areas_legs(
                dataset,
                file,
                &key,
                part.areas.as_ref().unwrap_or(&record.areas),
                part.legs.as_ref().unwrap_or(&record.legs),
                reporter,
            );
            let places = part.places.iter().filter_map(|p| word::<Place>(file, p, &key, reporter)).collect();
            let own_state = part.state.as_ref().and_then(|s| word::<State>(file, s, &key, reporter));
            participants.push(Participant {
                actor,
                state: own_state.or(state).unwrap_or(State::Unknown),
                domains: crosswalk(dataset, &own_areas, &own_legs),
                areas: own_areas,
                legs: own_legs,
                places,
                evidence: own,
                note: part.note.clone(),
            });
        }
        if evidence.is_empty() && record.cite.is_empty() && record.participant.is_empty() {
            let mend = "cite at least the words that give its state";
            reporter.on(file, &record.id, &key, "an action without a quotation".into(), mend);
        }
        self.check_notes(dataset, file, &key, &record.id, &evidence, reporter);
        let address = record.scope.as_ref().and_then(|s| word::<Address>(file, s, &key, reporter));
        let meeting = record.meeting.as_ref().and_then(|m| word::<Level>(file, m, &key, reporter));
        let polarity = record.polarity.as_ref().and_then(|p| word::<Polarity>(file, p, &key, reporter));
        let carries = record.carries.as_ref().and_then(|k| word::<Kind>(file, k, &key, reporter));
        Some(Tie {
            id: record.id.get_ref().clone(),
            kind: Kind::Action,
            name: name(&record.names),
            state: state?,
            polarity: polarity.unwrap_or(Polarity::Cooperative),
            period,
            domains: crosswalk(dataset, &areas, &legs),
            areas,
            legs,
            with_hub: true,
            participants,
            meeting,
            programmes: self.programmes(dataset, file, &key, &record.programmes, reporter),
            list: None,
            row: record.row,
            example: record.example,
            cells,
            carries,
            address,
            same_as: record.same_as.iter().map(|s| s.get_ref().clone()).collect(),
            date_conflict: record.date_conflict,
            evidence,
            note: record.note.clone(),
        })
    }

    /// The verbatim cells of a row must be the row.
    fn cells(
        &self,
        dataset: &Dataset,
        record: &ActionRecord,
        row: u8,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> ActionCells {
        let cell = |column: Column| -> Option<String> {
            dataset.sources.iter().find_map(|s| {
                let passage = s.document.passage(&format!("annex {row} {}", column.word()))?;
                Some(s.document.words(passage).to_owned())
            })
        };
        for (column, given) in [
            (Column::Title, &record.title),
            (Column::Partners, &record.partners),
            (Column::Calendar, &record.calendar),
        ] {
            let Some(words) = cell(column) else {
                reporter.on(
                    ACTIONS,
                    &record.id,
                    key,
                    format!("the annex has no row {row}"),
                    "number rows from 1 to 50",
                );
                return ActionCells::default();
            };
            match given {
                Some(given) if *given.get_ref() == words => {}
                Some(given) => {
                    let what = format!("the {} cell of row {row} reads otherwise", column.word());
                    reporter.on(ACTIONS, given, key, what, format!("copy it letter for letter: «{words}»"));
                }
                None => {
                    let what = format!("the {} cell is missing", column.word());
                    reporter.on(
                        ACTIONS,
                        &record.id,
                        key,
                        what,
                        format!("add: {} = \"{words}\"", column.word()),
                    );
                }
            }
        }
        ActionCells {
            title: cell(Column::Title).unwrap_or_default(),
            description: cell(Column::Description).unwrap_or_default(),
            partners: cell(Column::Partners).unwrap_or_default(),
            calendar: cell(Column::Calendar).unwrap_or_default(),
        }
    }

    /// Resolves a participant's evidence and checks that `where` is where the action names it.
    #[expect(
        clippy::too_many_arguments,
        reason = "one participant in its record, its action and the fault list"
    )]
    fn participant(
        &self,
        dataset: &Dataset,
        record: &ActionRecord,
        part: &ParticipantRecord,
        actor: ActorId,
        key: &str,
        evidence: &mut Vec<Evidence>,
        reporter: &mut Reporter<'_>,
    ) -> Vec<u16> {
        let found = self.resolve(&dataset.sources, ACTIONS, key, &part.cite, reporter);
        let named = found.iter().any(|e| e.names.contains(&actor));
        if !named && found.len() == part.cite.len() {
            unnamed(dataset, ACTIONS, key, &part.actor, actor, reporter);
        }
        let id = part.actor.get_ref();
        for place in [Place::Title, Place::Description, Place::Column, Place::Text] {
            let locator = match (place, record.row, record.example) {
                (Place::Title, Some(row), _) => format!("annex {row} title"),
                (Place::Description, Some(row), _) => format!("annex {row} description"),
                (Place::Column, Some(row), _) => format!("annex {row} partners"),
                (Place::Text, None, Some(example)) => format!("example {example}"),
                _ => continue,
            };
            let names_it = dataset.sources.iter().any(|s| {
                let words = s.document.passage(&locator).map(|p| s.document.words(p));
                words.is_some_and(|w| self.aliases.actors(w).contains(&actor))
            });
            let given = part.places.iter().find(|p| p.get_ref() == place.word());
            match (given, names_it) {
                (Some(given), false) => {
                    let what = format!("{locator} does not name {id}");
                    reporter.on(ACTIONS, given, key, what, "remove the place, or add the alias to the actor");
                }
                (None, true) if !self.is_out_of_scope(&locator, id) => {
                    let what = format!("{locator} names {id}, but `where` does not say so");
                    reporter.on(
                        ACTIONS,
                        &part.actor,
                        key,
                        what,
                        format!("add \"{}\" to where", place.word()),
                    );
                }
                _ => {}
            }
        }
        let mut own = Vec::new();
        for one in found {
            let index = evidence.iter().position(|e| *e == one).unwrap_or_else(|| {
                evidence.push(one);
                evidence.len() - 1
            });
            own.push(index as u16);
        }
        own
    }

    /// Whether `scope.toml` says why this mention makes no participant.
    fn is_out_of_scope(&self, locator: &str, actor: &str) -> bool {
        self.seeds
            .scope
            .iter()
            .any(|s| s.actor.get_ref() == actor && s.at.iter().any(|a| a.get_ref() == locator))
    }

    fn party(
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

    fn programmes(
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

    fn areas_legs(
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
            .filter_map(|t| pick(&dataset.areas, |x| &x.id, file, t, key, reporter).map(AreaId))
            .collect();
        let mut l: Vec<LegId> = legs
            .iter()
            .filter_map(|t| pick(&dataset.legs, |x| &x.id, file, t, key, reporter).map(LegId))
            .collect();
        a.sort_unstable();
        l.sort_unstable();
        (a, l)
    }

    fn check_notes(
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
    fn between_ties(&self, dataset: &Dataset, reporter: &mut Reporter<'_>) {
        let mut seen: BTreeMap<(Kind, Vec<ActorId>, &str), &str> = BTreeMap::new();
        for record in &self.seeds.instruments {
            let Some(tie) = dataset.tie_id(record.id.get_ref()).map(|t| dataset.tie(t)) else { continue };
            let mut parties: Vec<ActorId> = tie.participants.iter().map(|p| p.actor).collect();
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
                if dataset.tie_id(other.get_ref()).is_none() || other.get_ref() == id.get_ref() {
                    let near = nearest(other.get_ref(), dataset.tie_ids.keys().map(String::as_str));
                    let mend =
                        near.map_or("name an existing tie".to_owned(), |n| format!("did you mean «{n}»?"));
                    let what = format!("same_as names «{}», which is no other tie", other.get_ref());
                    reporter.on(file, other, &format!("tie {}", id.get_ref()), what, mend);
                }
            }
        }
    }

    /// Every annex row and every example is coded, once.
    fn annex_is_whole(&self, dataset: &Dataset, reporter: &mut Reporter<'_>) {
        use crate::corpus::PassageKind;
        for source in &dataset.sources {
            for passage in source.document.passages() {
                let id = match passage.kind {
                    PassageKind::Cell { row, column: Column::Title } => format!("annex-{row}"),
                    PassageKind::Example(number) => format!("example-{number}"),
                    _ => continue,
                };
                if dataset.tie_id(&id).is_none() {
                    let what = format!("{} has no record", passage.locator);
                    let mend = format!("add [[action]] id = \"{id}\" to actions.toml");
                    let file = format!("documents/{}.txt", source.id);
                    reporter.at(&file, passage.range.clone(), &format!("action {id}"), what, mend);
                }
            }
        }
    }
}

fn unnamed(
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

fn pick<T>(
    from: &[T],
    id: impl Fn(&T) -> &String,
    file: &str,
    text: &Text,
    record: &str,
    reporter: &mut Reporter<'_>,
) -> Option<u8> {
    if let Some(index) = from.iter().position(|x| id(x) == text.get_ref()) {
        return Some(index as u8);
    }
    let near = nearest(text.get_ref(), from.iter().map(|x| id(x).as_str()));
    let all: Vec<&str> = from.iter().map(|x| id(x).as_str()).collect();
    let mend = near.map_or(format!("write one of: {}", all.join(", ")), |n| format!("did you mean «{n}»?"));
    reporter.on(file, text, record, format!("there is no «{}»", text.get_ref()), mend);
    None
}

fn day(text: &Text, file: &str, key: &str, reporter: &mut Reporter<'_>) -> Option<super::moment::Date> {
    parse_date(text.get_ref())
        .map_err(|error| {
            reporter.on(file, text, key, error.to_string(), "write a day that exists: YYYY-MM-DD")
        })
        .ok()
}

fn period(
    file: &str,
    key: &str,
    from: &Option<Text>,
    until: &Option<Text>,
    expected: &Option<Text>,
    reporter: &mut Reporter<'_>,
) -> Period {
    let mut read = |text: &Option<Text>| -> Option<Moment> {
        let text = text.as_ref()?;
        match text.get_ref().parse() {
            Ok(moment) => Some(moment),
            Err(error) => {
                let error: super::moment::BadMoment = error;
                reporter.on(file, text, key, error.to_string(), "write the period as the source gives it");
                None
            }
        }
    };
    let period = Period { from: read(from), until: read(until), expected: read(expected) };
    if let (Some(a), Some(b), Some(text)) = (period.from, period.until, until)
        && b.end <= a.start
    {
        let what = format!("it ends ({b}) before it begins ({a})");
        reporter.on(file, text, key, what, "exchange or correct the two dates");
    }
    period
}

/// The domains that areas and legs lead to, ascending, each once.
fn crosswalk(dataset: &Dataset, areas: &[AreaId], legs: &[LegId]) -> Vec<DomainId> {
    let mut out: Vec<DomainId> = dataset
        .crosswalk
        .iter()
        .filter(|line| match line.from {
            CrosswalkFrom::Area(area) => areas.contains(&area),
            CrosswalkFrom::Leg(leg) => legs.contains(&leg),
        })
        .map(|line| line.domain)
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}
