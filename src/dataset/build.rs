//! From records as written to the validated dataset.

use std::collections::BTreeSet;

use super::account::{self, Mention};
use super::actors::actors;
use super::alias::AliasTable;
use super::citations::{Citations, Reporter};
use super::records::{Dataset, Evidence, Source};
use super::sources::{digest, sources};
use super::supports;
use super::ties::push_tie;
use crate::seed::{CitationRecord, Fault, Seeds};

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
    let mut reporter = Reporter { seeds, faults, lost: BTreeSet::new() };
    let mut dataset = Dataset {
        version: seeds.version.clone(),
        crosswalk_version: seeds.crosswalk_version.clone(),
        digest: digest(seeds),
        folder: seeds.files.folder.clone(),
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
    builder.additional(&mut dataset, &mut reporter);
    let mut mentions = Vec::new();
    // What a torn file or a lost document would account for cannot be missed.
    if completeness && seeds.torn.is_empty() && reporter.lost.is_empty() {
        mentions = account::mentions(&dataset, &aliases, &seeds.scope, &mut reporter);
        account::terms(&dataset, &aliases, &seeds.terms, &mut reporter);
    }
    let mut faults = reporter.faults;
    faults.sort();
    faults.dedup();
    Built { dataset, mentions, faults }
}

pub(super) const ACTORS: &str = "actors.toml";
pub(super) const COUNTRIES: &str = "countries.toml";
pub(super) const SCOPE: &str = "scope.toml";
pub(super) const INSTRUMENTS: &str = "instruments.toml";
pub(super) const ACTIONS: &str = "actions.toml";
pub(super) const TAXONOMY: &str = "taxonomy.toml";
pub(super) const MEMBERSHIPS: &str = "memberships.toml";

/// The records and the names to look for; its methods stand beside what they read.
pub(super) struct Builder<'a> {
    pub(super) seeds: &'a Seeds,
    pub(super) aliases: &'a AliasTable,
}

impl Builder<'_> {
    /// The quotations of a record that is no tie.
    pub(super) fn resolve_card(
        &self,
        sources: &[Source],
        file: &str,
        record: &str,
        citations: &[CitationRecord],
        reporter: &mut Reporter<'_>,
    ) -> Vec<Evidence> {
        supports::refuse(file, record, citations, reporter);
        self.resolve(sources, file, record, citations, reporter)
    }

    pub(super) fn resolve(
        &self,
        sources: &[Source],
        file: &str,
        record: &str,
        citations: &[CitationRecord],
        reporter: &mut Reporter<'_>,
    ) -> Vec<Evidence> {
        Citations { sources, aliases: self.aliases }.resolve(file, record, citations, reporter)
    }
}
