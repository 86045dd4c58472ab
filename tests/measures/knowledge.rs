//! Nothing published after `known` appears: not even an area or a leg of a tie that was known before (METHOD 0.6, 8).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::support;
use crate::support::JOIN_ID;
use crate::worlds::random::plan;
use crate::worlds::{DEFENCE, day, domain};
use proptest::prelude::*;
use proptest::sample::subsequence;
use relier::dataset::{AreaId, Crosswalk, CrosswalkFrom, Dataset, Date, Name, State, Tie};
use relier::explorer::Explorer;
use relier::network::{Dates, Filter};
use relier::view::network_view;

/// For each instrument and action of the files as they are written: which attributes may be known by which days. Read with a TOML
/// parser alone, by the rule of `seeds/README.md`: a claimed attribute rests on the citations that claim it, any other on all.
struct Written {
    cited: Vec<(Date, Vec<String>)>,
}

impl Written {
    fn earliest(&self, attribute: &str) -> Date {
        let claims = |(_, words): &&(Date, Vec<String>)| words.iter().any(|w| w == attribute);
        let claimed = self.cited.iter().filter(claims).map(|(day, _)| *day).min();
        claimed.unwrap_or_else(|| self.cited.iter().map(|(day, _)| *day).min().unwrap())
    }
}

fn written() -> BTreeMap<String, Written> {
    let mut out = BTreeMap::new();
    for (file, table) in [("instruments.toml", "instrument"), ("actions.toml", "action")] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(file);
        let text: toml::Table = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for record in text[table].as_array().unwrap() {
            let own = record.get("cite").into_iter().chain(
                record
                    .get("participant")
                    .and_then(|p| p.as_array())
                    .into_iter()
                    .flatten()
                    .filter_map(|p| p.get("cite")),
            );
            let cited = own
                .flat_map(|c| c.as_array().unwrap())
                .map(|c| {
                    let document = c.get("document").map_or(JOIN_ID, |d| d.as_str().unwrap());
                    // The days of publication, as the cards of the two documents give them.
                    let out = day(if document == JOIN_ID { "2025-06-05" } else { "2025-11-20" });
                    let words = c.get("supports").and_then(|s| s.as_array()).into_iter().flatten();
                    (out, words.map(|w| w.as_str().unwrap().to_owned()).collect())
                })
                .collect();
            out.insert(record["id"].as_str().unwrap().to_owned(), Written { cited });
        }
    }
    out
}

/// Everything that a tie says of itself, by the word for it.
fn shown(dataset: &Dataset, tie: &Tie) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for areas in std::iter::once(&tie.areas).chain(tie.participants.iter().map(|p| &p.areas)) {
        out.extend(areas.iter().map(|a| dataset.areas[a.0 as usize].id.clone()));
    }
    for legs in std::iter::once(&tie.legs).chain(tie.participants.iter().map(|p| &p.legs)) {
        out.extend(legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()));
    }
    out.extend(tie.programmes.iter().map(|&p| dataset.actor(p).id.clone()));
    if tie.state != State::Unknown || tie.participants.iter().any(|p| p.state != State::Unknown) {
        out.insert("state".to_owned());
    }
    if tie.period != Default::default() {
        out.insert("calendar".to_owned());
    }
    if tie.meeting.is_some() {
        out.insert("meeting".to_owned());
    }
    out
}

/// Every domain of a tie follows by the crosswalk from an area or a leg that it still has.
fn domains_follow(dataset: &Dataset, tie: &Tie) {
    let parts = std::iter::once((&tie.areas, &tie.legs, &tie.domains))
        .chain(tie.participants.iter().map(|p| (&p.areas, &p.legs, &p.domains)));
    for (areas, legs, domains) in parts {
        for domain in domains {
            let follows = dataset.crosswalk.iter().any(|line| {
                line.domain == *domain
                    && match line.from {
                        CrosswalkFrom::Area(area) => areas.contains(&area),
                        CrosswalkFrom::Leg(leg) => legs.contains(&leg),
                    }
            });
            assert!(follows, "{}: {}", tie.id, dataset.domains[domain.0 as usize].id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever day of knowledge between the two documents and after: what a tie of the network has was out by then.
    #[test]
    fn every_attribute_rests_on_a_text_published_by_then(days in 0i64..240) {
        let known = day("2025-06-05") + time::Duration::days(days);
        let explorer = Explorer::new(support::shared(), Dates { as_of: known, known });
        let (dataset, written) = (&*explorer.dataset, written());
        for seen in network_view(&explorer, &Filter::default()).ties {
            let tie = dataset.tie(dataset.tie_id(&seen.id).unwrap());
            let rests = &written[&tie.id];
            for attribute in shown(dataset, tie) {
                prop_assert!(rests.earliest(&attribute) <= known, "{known}: {} has «{attribute}»", tie.id);
            }
            domains_follow(dataset, tie);
            if let Some(list) = tie.list {
                let list = &dataset.lists[list.0 as usize];
                prop_assert!(!list.evidence.is_empty(), "{known}: {} is in the list {}", tie.id, list.id);
            }
            for same in &tie.same_as {
                prop_assert!(!dataset.tie(dataset.tie_id(same).unwrap()).evidence.is_empty(), "{same}");
            }
            // A coding note speaks of all the evidence: it is there when that is.
            prop_assert!(tie.note.is_none() || rests.cited.iter().all(|(out, _)| *out <= known), "{}", tie.id);
        }
    }

    /// The same of worlds at random whose citations claim at random, against a plain reading of the rule.
    #[test]
    fn what_only_a_later_text_claims_is_not_there_before(
        plan in plan(),
        claims in prop::collection::vec(subsequence(vec!["CYB", "AI", "CON", "defence", "state", "calendar", "meeting"], 0..=4), 40),
    ) {
        let mut whole = plan.build();
        // The crosswalk of these worlds: each area leads to the domain in the same place.
        whole.crosswalk = (0..4)
            .map(|i| Crosswalk { from: CrosswalkFrom::Area(AreaId(i)), domain: domain(AreaId(i)), reason: Name::default() })
            .collect();
        let mut claims = claims.into_iter().cycle();
        for tie in &mut whole.ties {
            for evidence in &mut tie.evidence {
                evidence.supports = claims.next().unwrap().into_iter().map(|w| if w == "defence" {
                    whole.legs[DEFENCE.0 as usize].id.clone()
                } else {
                    w.to_owned()
                }).collect();
            }
        }
        let june = day("2025-06-05");
        let after = whole.known_by(june);
        for (before, tie) in whole.ties.iter().zip(&after.ties) {
            let out: Vec<_> = before.evidence.iter().filter(|e| whole.source(e.source).date <= june).collect();
            if out.is_empty() {
                continue;
            }
            let may = |word: &str| {
                let claimed = before.evidence.iter().any(|e| e.supports.iter().any(|s| s == word));
                !claimed || out.iter().any(|e| e.supports.iter().any(|s| s == word))
            };
            for word in shown(&after, tie) {
                prop_assert!(may(&word), "{}: {word}", tie.id);
            }
            // And nothing else is lost: what may be said is said as before.
            let whom: BTreeSet<_> = tie.participants.iter().map(|p| p.actor).collect();
            let mut cut = before.clone();
            cut.participants.retain(|p| whom.contains(&p.actor));
            for word in shown(&whole, &cut).into_iter().filter(|w| may(w)) {
                prop_assert!(shown(&after, tie).contains(&word), "{}: {word} is lost", tie.id);
            }
            domains_follow(&after, tie);
        }
        prop_assert_eq!(Arc::new(after.known_by(june)).ties.clone(), after.ties);
    }
}

/// The two cases by which the rule was found.
#[test]
fn the_leg_that_the_conclusions_alone_state_is_not_known_in_june() {
    let show = |known: &str| {
        let dates = Dates { as_of: day(known), known: day(known) };
        let explorer = Explorer::new(support::shared(), dates);
        let tie = |id: &str| explorer.dataset.tie(explorer.dataset.tie_id(id).unwrap()).clone();
        (tie("FORUM-NATO"), tie("FORUM-ITU"))
    };
    let (nato, itu) = show("2025-06-30");
    assert!(nato.legs.is_empty() && !nato.areas.is_empty() && itu.areas.is_empty() && itu.list.is_none());
    let (nato, itu) = show("2025-11-20");
    assert!(nato.legs.len() == 1 && itu.areas.len() == 1 && itu.list.is_some());
}

/// Saudi Arabia joined the partnership on AI in February 2026: in March that counts only for who knows it; and a withdrawal that
/// was announced for the end of 2026 has not happened for who knows no more than its announcement.
#[test]
fn who_comes_or_goes_later_than_is_known_has_not_come_or_gone() {
    let members = |group: &str, as_of: &str, known: &str| {
        let explorer = Explorer::new(support::shared(), Dates { as_of: day(as_of), known: day(known) });
        let dataset = &*explorer.dataset;
        let found = dataset.members_on(dataset.actor_id(group).unwrap(), day(as_of));
        found.iter().map(|&m| dataset.actor(m).id.clone()).collect::<BTreeSet<_>>()
    };
    assert!(!members("GPAI", "2026-03-01", "2025-11-20").contains("SAU"));
    assert!(members("GPAI", "2026-03-01", "2026-03-01").contains("SAU"));
    assert!(!members("GPAI", "2026-02-01", "2026-03-01").contains("SAU"));
    let unesco = |known: &str| members("UNESCO", "2027-03-01", known).contains("USA");
    assert!(unesco("2025-11-20") && !unesco("2027-03-01"));
}
