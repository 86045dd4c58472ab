//! From an edit as written to an edit resolved: every id found, or a fault with the nearest.

use super::{Draft, Edit, PREFIX, join, mark, plain_id};
use crate::dataset::Period;
use crate::dataset::citations::{Reporter, meant};
use crate::dataset::records::*;
use crate::dataset::values::{crosswalk, pick, word};
use crate::dataset::vocabulary::{Kind, Level, Polarity, State};
use crate::dataset::word::{Word, nearest};
use crate::seed::{EditRecord, Text, Told};

pub(super) struct Reader<'a> {
    pub(super) base: &'a Dataset,
    pub(super) file: &'a str,
    pub(super) draft: Draft,
}

impl Reader<'_> {
    pub(super) fn edit(&mut self, record: &EditRecord, reporter: &mut Reporter<'_>) -> Option<Edit> {
        let verb = record.verb.get_ref().as_str();
        match verb {
            "add" => self.add(record, reporter),
            "extend" => {
                let tie = self.tie(record, reporter)?;
                let party = self.party(self.wanted(&record.party, record, "party", reporter)?, reporter)?;
                if self.draft.at(&tie).is_some_and(|t| t.participant(party).is_some()) {
                    let id = &self.base.actor(party).id;
                    reporter.on(
                        self.file,
                        &record.verb,
                        verb,
                        (
                            format!("{id} est déjà partie à {tie}"),
                            format!("{id} is a party of {tie} already"),
                        ),
                        (
                            "changez plutôt son état: state LIEN PARTIE ÉTAT".to_owned(),
                            "change its state instead: state TIE PARTY STATE".to_owned(),
                        ),
                    );
                    return None;
                }
                Some(Edit::Extend { tie, party })
            }
            "drop" => {
                let tie = self.tie(record, reporter)?;
                let party = self.own_party(&tie, record, reporter)?;
                Some(Edit::Drop { tie, party })
            }
            "state" => {
                let tie = self.tie(record, reporter)?;
                let party = self.own_party(&tie, record, reporter)?;
                let state = self.wanted(&record.state, record, "state", reporter)?;
                Some(Edit::State { tie, party, state: word(self.file, state, verb, reporter)? })
            }
            "source" => {
                let tie = self.tie(record, reporter)?;
                let (areas, legs, domains) = self.cover(record, reporter);
                Some(Edit::Source { tie, areas, legs, domains })
            }
            "restore" => {
                let text = self.wanted(&record.tie, record, "tie", reporter)?;
                if self.base.tie_id(text.get_ref()).is_none() {
                    self.unknown_tie(text, self.base.ties.iter().map(|t| t.id.clone()).collect(), reporter);
                    return None;
                }
                Some(Edit::Restore { tie: text.get_ref().clone() })
            }
            _ => {
                let verbs = ["add", "extend", "drop", "state", "source", "restore"];
                let mend = match nearest(verb, verbs) {
                    Some(near) => meant(near),
                    None => {
                        let all = verbs.join(", ");
                        Told::from((format!("écrivez l’un de: {all}"), format!("write one of: {all}")))
                    }
                };
                let what = (format!("«{verb}» n’est pas une hypothèse"), format!("«{verb}» is no edit"));
                reporter.on(self.file, &record.verb, "edit", what, mend);
                None
            }
        }
    }

    fn add(&mut self, record: &EditRecord, reporter: &mut Reporter<'_>) -> Option<Edit> {
        let file = self.file;
        let kind_text = self.wanted(&record.kind, record, "kind", reporter)?;
        let kind = word::<Kind>(file, kind_text, "add", reporter);
        if kind == Some(Kind::Member) {
            let mend = own(
                "un scénario porte sur des liens; les appartenances sont des faits publics",
                "a scenario is about ties; memberships are facts of public record",
            );
            let what = own("une appartenance ne se suppose pas", "a membership cannot be assumed");
            reporter.on(file, kind_text, "add", what, mend);
            return None;
        }
        let texts: Vec<&Text> = record.party.iter().chain(&record.parties).collect();
        if texts.is_empty() {
            let mend = own("nommez une partie: add DP NOR", "name a party: add DP NOR");
            let what = own("un lien sans partie", "a tie without a party");
            reporter.on(file, &record.verb, "add", what, mend);
            return None;
        }
        let mut parties: Vec<ActorId> = Vec::new();
        for text in &texts {
            let party = self.party(text, reporter)?;
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        let (areas, legs, domains) = self.cover(record, reporter);
        let state = match &record.state {
            None => State::Active,
            Some(text) => word(file, text, "add", reporter)?,
        };
        let level = |text: &Text, reporter: &mut Reporter<'_>| word::<Level>(file, text, "add", reporter);
        let meeting = record.meeting.as_ref().and_then(|text| level(text, reporter));
        let carries = record.carries.as_ref().and_then(|text| word::<Kind>(file, text, "add", reporter));
        let kind = kind?;
        let id = self.new_id(record, kind, &parties, reporter)?;
        let label = |get: fn(&Name) -> &String| {
            let names: Vec<&str> = parties.iter().map(|p| get(&self.base.actor(*p).name).as_str()).collect();
            let kind = self.base.kind(kind).map_or_else(|| kind.word().to_owned(), |k| get(&k.name).clone());
            format!("{kind}: {}", names.join(", "))
        };
        let name = Name { fr: label(|n| &n.fr), en: label(|n| &n.en) };
        let participants = parties
            .iter()
            .map(|&actor| Participant {
                actor,
                state,
                areas: areas.clone(),
                legs: legs.clone(),
                domains: domains.clone(),
                places: Vec::new(),
                evidence: Vec::new(),
                note: None,
            })
            .collect();
        let mut tie = Tie {
            id,
            kind,
            name,
            state,
            polarity: Polarity::Cooperative,
            period: Period::default(),
            stated: None,
            areas,
            legs,
            domains,
            with_hub: !record.without_hub,
            participants,
            meeting,
            programmes: Vec::new(),
            list: None,
            row: None,
            example: None,
            cells: None,
            carries,
            address: None,
            same_as: Vec::new(),
            date_conflict: false,
            disputed: None,
            assumed: true,
            additional: Vec::new(),
            evidence: Vec::new(),
            // The reader's own words, in the one language they chose.
            note: record.note.as_ref().map(|n| Name { fr: n.clone(), en: n.clone() }),
        };
        mark(&mut tie, "hypothèse", "assumption");
        Some(Edit::Add(Box::new(tie)))
    }

    fn new_id(
        &mut self,
        record: &EditRecord,
        kind: Kind,
        parties: &[ActorId],
        reporter: &mut Reporter<'_>,
    ) -> Option<String> {
        let base = self.base;
        let taken = |draft: &mut Draft, id: &str| {
            base.tie_id(id).is_some() || base.actor_id(id).is_some() || draft.at(id).is_some()
        };
        if let Some(given) = &record.id {
            if taken(&mut self.draft, given.get_ref()) {
                let id = given.get_ref();
                let what = (format!("l’identifiant «{id}» est pris"), format!("the id «{id}» is taken"));
                let mend = own(
                    "donnez au lien supposé un identifiant à lui, ou aucun",
                    "give the assumed tie an id of its own, or none",
                );
                reporter.on(self.file, given, "add", what, mend);
                return None;
            }
            return Some(given.get_ref().clone());
        }
        let names: Vec<String> = parties.iter().map(|p| base.actor(*p).id.clone()).collect();
        let plain = plain_id(kind, &names);
        let mut id = plain.clone();
        let mut number = 2;
        while taken(&mut self.draft, &id) {
            id = format!("{plain}-{number}");
            number += 1;
        }
        Some(id)
    }

    fn cover(
        &self,
        record: &EditRecord,
        reporter: &mut Reporter<'_>,
    ) -> (Vec<AreaId>, Vec<LegId>, Vec<DomainId>) {
        let (base, file) = (self.base, self.file);
        let (mut areas, mut legs, mut more) = (Vec::new(), Vec::new(), Vec::new());
        for text in &record.areas {
            areas.extend(pick(&base.areas, |a| &a.id, file, text, "areas", file, reporter).map(AreaId));
        }
        for text in &record.legs {
            legs.extend(pick(&base.legs, |l| &l.id, file, text, "legs", file, reporter).map(LegId));
        }
        for text in &record.domains {
            more.extend(pick(&base.domains, |d| &d.id, file, text, "domains", file, reporter).map(DomainId));
        }
        let mut domains = crosswalk(base, &areas, &legs);
        join(&mut domains, &more);
        domains.sort_unstable();
        (areas, legs, domains)
    }

    fn wanted<'t>(
        &self,
        field: &'t Option<Text>,
        record: &EditRecord,
        what: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<&'t Text> {
        if field.is_none() {
            let verb = record.verb.get_ref();
            let fr = match what {
                "tie" => "le lien",
                "party" => "la partie",
                "state" => "l’état",
                "kind" => "le type de lien",
                other => other,
            };
            let mend = (format!("{verb} demande {fr}"), format!("{verb} wants: {what}"));
            let says = (format!("il manque {fr}"), format!("the {what} is missing"));
            reporter.on(self.file, &record.verb, verb, says, mend);
        }
        field.as_ref()
    }

    /// The id of the tie meant, which may be one that an earlier edit added, with or without its `assumed-`.
    fn tie(&mut self, record: &EditRecord, reporter: &mut Reporter<'_>) -> Option<String> {
        let text = self.wanted(&record.tie, record, "tie", reporter)?;
        let given = text.get_ref();
        let all: Vec<String> = self.draft.ties.iter().map(|(_, t)| t.id.clone()).collect();
        let found = all
            .iter()
            .find(|id| *id == given)
            .or_else(|| all.iter().find(|id| id.eq_ignore_ascii_case(given)))
            .or_else(|| all.iter().find(|id| id.strip_prefix(PREFIX) == Some(given)));
        if found.is_none() {
            self.unknown_tie(text, all.clone(), reporter);
        }
        found.cloned()
    }

    fn unknown_tie(&self, text: &Text, all: Vec<String>, reporter: &mut Reporter<'_>) {
        let mend = match nearest(text.get_ref(), all.iter().map(String::as_str)) {
            Some(near) => meant(near),
            None => own(
                "relier show ACTEUR donne les liens d’un acteur",
                "relier show ACTOR lists the ties of an actor",
            ),
        };
        let given = text.get_ref();
        let what = (format!("il n’y a pas de lien «{given}»"), format!("there is no tie «{given}»"));
        reporter.on(self.file, text, "tie", what, mend);
    }

    /// A country, grouping or forum by its id, whatever the case, or its two-letter code.
    fn party(&self, text: &Text, reporter: &mut Reporter<'_>) -> Option<ActorId> {
        let base = self.base;
        let given = text.get_ref();
        let is = |id: &ActorId| {
            let actor = base.actor(*id);
            actor.id.eq_ignore_ascii_case(given)
                || actor.alpha2.as_ref().is_some_and(|a| a.eq_ignore_ascii_case(given))
        };
        let Some(found) = base.all_actors().find(is) else {
            let forms = base.all_actors().flat_map(|a| {
                let actor = base.actor(a);
                [(&actor.id, a), (&actor.name.fr, a), (&actor.name.en, a)]
            });
            let forms: Vec<(&String, ActorId)> = forms.collect();
            let near = nearest(given, forms.iter().map(|(f, _)| f.as_str()));
            let near =
                near.and_then(|n| forms.iter().find(|(f, _)| f.as_str() == n)).map(|(_, a)| base.actor(*a));
            let mend = match near {
                Some(a) => {
                    let (id, fr, en) = (&a.id, &a.name.fr, &a.name.en);
                    Told::from((
                        format!("vouliez-vous dire {id} ({fr})?"),
                        format!("did you mean {id} ({fr}, {en})?"),
                    ))
                }
                None => own(
                    "écrivez l’identifiant d’un pays, d’un groupement ou d’une enceinte",
                    "write the id of a country, grouping or forum",
                ),
            };
            let what = (format!("il n’y a pas d’acteur «{given}»"), format!("there is no actor «{given}»"));
            reporter.on(self.file, text, "party", what, mend);
            return None;
        };
        let kind = base.actor(found).kind;
        if matches!(kind, ActorKind::Hub | ActorKind::MemberState | ActorKind::Programme) {
            let fr = match kind {
                ActorKind::Hub => "est l’UE elle-même",
                ActorKind::MemberState => "est un État membre",
                _ => "est un programme de l’UE",
            };
            let what = (
                format!("{given} {fr}, et non une partie à côté de l’UE"),
                format!("{given} is a {}, not a party beside the EU", kind.word()),
            );
            let mend = own(
                "l’UE est partie sans qu’on l’écrive; nommez un pays, un groupement ou une enceinte",
                "the EU is a party without being written; name a country, grouping or forum",
            );
            reporter.on(self.file, text, "party", what, mend);
            return None;
        }
        Some(found)
    }

    /// The party of a tie that an edit may name: `Some(None)` when it names none.
    fn own_party(
        &mut self,
        tie: &str,
        record: &EditRecord,
        reporter: &mut Reporter<'_>,
    ) -> Option<Option<ActorId>> {
        let Some(text) = &record.party else { return Some(None) };
        let party = self.party(text, reporter)?;
        let parties: Vec<String> = self
            .draft
            .at(tie)
            .map(|t| t.participants.iter().map(|p| self.base.actor(p.actor).id.clone()).collect())
            .unwrap_or_default();
        if !parties.contains(&self.base.actor(party).id) {
            let (given, all) = (text.get_ref(), parties.join(", "));
            let what = (format!("{given} n’est pas partie à {tie}"), format!("{given} is no party of {tie}"));
            let mend = (format!("ses parties: {all}"), format!("its parties: {all}"));
            reporter.on(self.file, text, "party", what, mend);
            return None;
        }
        Some(Some(party))
    }
}

/// A sentence in French and English.
fn own(fr: &str, en: &str) -> Told {
    (fr, en).into()
}
