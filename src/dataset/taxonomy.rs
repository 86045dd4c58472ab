//! Directions, domains, areas, legs, the crosswalk between them, kinds, and the lists of the source.

use super::build::{Builder, INSTRUMENTS, TAXONOMY};
use super::citations::Reporter;
use super::records::*;
use super::values::{name, pick, word};
use super::vocabulary::{Closure, Kind};
use super::word::Word;

impl Builder<'_> {
    pub(super) fn taxonomy(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.directions {
            let key = format!("direction {}", record.id.get_ref());
            let evidence = self.resolve_card(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            dataset.directions.push(Direction {
                id: record.id.get_ref().clone(),
                name: name(&record.names),
                question: name(&record.question),
                evidence,
            });
        }
        for record in &self.seeds.domains {
            let key = format!("domain {}", record.id.get_ref());
            let evidence = self.resolve_card(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            let (id, group) = (record.id.get_ref().clone(), record.group.clone());
            dataset.domains.push(Domain { id, name: name(&record.names), group, evidence });
        }
        for record in &self.seeds.areas {
            let key = format!("area {}", record.id.get_ref());
            let evidence = self.resolve_card(&dataset.sources, TAXONOMY, &key, &record.cite, reporter);
            dataset.areas.push(Area { id: record.id.get_ref().clone(), name: name(&record.names), evidence });
        }
        for record in &self.seeds.legs {
            dataset.legs.push(Leg { id: record.id.get_ref().clone(), name: name(&record.names) });
        }
        for record in &self.seeds.crosswalk {
            let key = format!("crosswalk to {}", record.domain.get_ref());
            let domain =
                pick(&dataset.domains, |d| &d.id, TAXONOMY, &record.domain, &key, TAXONOMY, reporter);
            let from = match (&record.area, &record.leg) {
                (Some(area), None) => {
                    pick(&dataset.areas, |a| &a.id, TAXONOMY, area, &key, TAXONOMY, reporter)
                        .map(|i| CrosswalkFrom::Area(AreaId(i)))
                }
                (None, Some(leg)) => pick(&dataset.legs, |l| &l.id, TAXONOMY, leg, &key, TAXONOMY, reporter)
                    .map(|i| CrosswalkFrom::Leg(LegId(i))),
                _ => {
                    let what = (
                        "une ligne de la table part d’un domaine d’action (area) ou d’un volet (leg), pas des deux",
                        "a crosswalk line starts from an area or from a leg, not both",
                    );
                    let mend = ("donnez l’un des deux", "give one of the two");
                    reporter.on(TAXONOMY, &record.domain, &key, what, mend);
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
            // Only tables have links; a dataset without one need not name them.
            let wanted =
                kind != Kind::Link || self.seeds.instruments.iter().any(|r| r.kind.get_ref() == kind.word());
            if wanted && dataset.kind(kind).is_none() && !self.seeds.may_be_unread(kind.word(), &[TAXONOMY]) {
                let kind = kind.word();
                let what =
                    (format!("le type {kind} n’a pas de noms"), format!("the kind {kind} has no names"));
                let mend =
                    (format!("ajoutez [[kind]] id = \"{kind}\""), format!("add [[kind]] id = \"{kind}\""));
                reporter.at(TAXONOMY, 0..0, "kinds", what, mend);
            }
        }
    }

    pub(super) fn lists(&self, dataset: &mut Dataset, reporter: &mut Reporter<'_>) {
        for record in &self.seeds.lists {
            let key = format!("list {}", record.id.get_ref());
            let evidence = self.resolve_card(&dataset.sources, INSTRUMENTS, &key, &record.cite, reporter);
            let kind = word::<Kind>(INSTRUMENTS, &record.kind, &key, reporter);
            let closure = word::<Closure>(INSTRUMENTS, &record.closure, &key, reporter);
            if let (Some(kind), Some(closure)) = (kind, closure) {
                let (id, reason) = (record.id.get_ref().clone(), record.reason.clone());
                dataset.lists.push(List { id, kind, closure, evidence, reason });
            }
        }
    }
}
