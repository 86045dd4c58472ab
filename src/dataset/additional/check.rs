//! From the records of the external check to what a text says of an instrument.

use super::build::{no_tie, quoted, spoken};
use super::*;
use crate::dataset::actors::actor_id;
use crate::dataset::build::Builder;
use crate::dataset::citations::{Reporter, meant};
use crate::dataset::records::*;
use crate::dataset::values::{crosswalk, name, pick, word};
use crate::dataset::word::nearest;
use crate::seed::{ADDITIONAL, CheckRecord, FactRecord};

impl Builder<'_> {
    pub(super) fn check(
        &self,
        dataset: &Dataset,
        layer: &Additional,
        record: &CheckRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Check> {
        let unit = actor_id(dataset, ADDITIONAL, &record.unit, key, reporter);
        let instrument = record.instrument.get_ref();
        match dataset.tie_id(instrument).map(|t| dataset.tie(t)) {
            None if self.seeds.may_be_unread(instrument, &["instruments.toml", "actions.toml"]) => {}
            None => {
                let near = nearest(instrument, dataset.ties.iter().map(|t| t.id.as_str()));
                let mend = near.map_or_else(|| ("nommez un lien", "name a tie").into(), meant);
                let what = no_tie(instrument);
                reporter.on(ADDITIONAL, &record.instrument, key, what, mend);
            }
            Some(tie) if unit.is_some_and(|u| tie.participant(u).is_none()) => {
                let unit = record.unit.get_ref();
                let what = (
                    format!("{unit} n’est pas partie à {instrument}"),
                    format!("{unit} is no party of {instrument}"),
                );
                reporter.on(
                    ADDITIONAL,
                    &record.instrument,
                    key,
                    what,
                    (
                        "nommez l’instrument de l’unité elle-même, ou l’unité de cet instrument",
                        "name the unit’s own instrument, or its unit",
                    ),
                );
            }
            Some(_) => {}
        }
        let source = match &record.source {
            Some(id) => self.text(layer, id, key, reporter),
            None => None,
        };
        let fits = if record.found {
            record.source.is_some() && !record.fact.is_empty() && record.searched.is_none()
        } else {
            record.source.is_none() && record.fact.is_empty() && record.searched.is_some()
        };
        if !fits {
            let what = (
                "un texte trouvé a une source et des faits; un texte non trouvé, ce qui a été cherché",
                "a text that was found has a source and facts; one that was not, what was searched",
            );
            let mend = (
                "donnez source et [[check.fact]], ou found = false avec searched = { fr = \"…\", en = \"…\" }",
                "give source and [[check.fact]], or found = false with searched = { fr = \"…\", en = \"…\" }",
            );
            reporter.on(ADDITIONAL, &record.id, key, what, mend);
        }
        let facts = record.fact.iter().filter_map(|f| self.fact(dataset, f, key, reporter)).collect();
        Some(Check {
            id: record.id.get_ref().clone(),
            unit: unit?,
            instrument: instrument.clone(),
            source,
            searched: record.searched.as_ref().map(name),
            facts,
        })
    }

    fn fact(
        &self,
        dataset: &Dataset,
        record: &FactRecord,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<AdditionalFact> {
        let (areas, legs) = self.areas_legs(dataset, ADDITIONAL, key, &record.areas, &record.legs, reporter);
        let mut domains = crosswalk(dataset, &areas, &legs);
        for text in &record.domains {
            let found = pick(&dataset.domains, |d| &d.id, ADDITIONAL, text, key, "taxonomy.toml", reporter);
            let Some(domain) = found.map(DomainId) else { continue };
            if domains.contains(&domain) {
                let id = text.get_ref();
                let what = (
                    format!("{id} suit déjà des areas et des legs"),
                    format!("{id} follows from the areas and legs already"),
                );
                reporter.on(
                    ADDITIONAL,
                    text,
                    key,
                    what,
                    ("retirez-le de domains", "leave it out of domains"),
                );
            }
            domains.push(domain);
        }
        domains.sort_unstable();
        if record.areas.is_empty() && record.legs.is_empty() && record.domains.is_empty() {
            let mend = (
                "dites sur quels areas, legs ou domains il porte",
                "say which areas, legs or domains it is about",
            );
            let what = ("un fait qui ne porte sur rien", "a fact about nothing");
            reporter.on(ADDITIONAL, &record.state, key, what, mend);
        }
        let state = word::<State>(ADDITIONAL, &record.state, key, reporter);
        if state.is_some_and(|s| !matches!(s, State::Active | State::Proposed)) {
            let mend = (
                "écrivez active pour ce que le texte dit en cours, proposed pour ce qu’il annonce",
                "write active for what the text says is running, proposed for what it announces",
            );
            let given = record.state.get_ref();
            let what = (
                format!("«{given}» n’est pas un état de vérification"),
                format!("«{given}» is no state of a check"),
            );
            reporter.on(ADDITIONAL, &record.state, key, what, mend);
        }
        spoken(&record.statement, &record.state, key, reporter);
        spoken(&record.at, &record.state, key, reporter);
        Some(AdditionalFact {
            state: state?,
            areas,
            legs,
            domains,
            at: name(&record.at),
            statement: name(&record.statement),
            short_quote: quoted(&record.short_quote, key, reporter),
        })
    }
}
