//! Completeness: every mention of a country, grouping, forum or organisation is accounted for, and every proper name is known.

use std::collections::{BTreeMap, BTreeSet};

use super::alias::{AliasTable, is_counted};
use super::citations::{DEFAULT_DOCUMENT, Reporter};
use super::records::{ActorId, Dataset, SourceId};
use crate::corpus::{Passage, PassageKind};
use crate::seed::{ScopeRecord, TermRecord};

/// How a mention is accounted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// Ties that cite the place and have the actor as participant.
    Ties(Vec<String>),
    /// The actor's own card cites the place.
    Card,
    /// It is left out, for this reason.
    Scope(String),
    /// It is not accounted for.
    Missing,
}

/// A mention of an actor in a passage; repetitions in one passage count once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Document.
    pub source: SourceId,
    /// Passage.
    pub at: String,
    /// Actor.
    pub actor: ActorId,
    /// The words of the first occurrence.
    pub words: String,
    /// First byte of the first occurrence in the document.
    pub start: usize,
    /// How it is accounted for.
    pub account: Account,
}

/// The passage or the annex row to which a passage belongs.
fn unit(passage: &Passage) -> String {
    match passage.kind {
        PassageKind::Cell { row, .. } => format!("annex {row}"),
        _ => passage.locator.clone(),
    }
}

/// Accounts for every mention; what is missing, and every scope line that accounts for nothing, becomes a fault.
pub(super) fn mentions(
    dataset: &Dataset,
    aliases: &AliasTable,
    scope: &[ScopeRecord],
    reporter: &mut Reporter<'_>,
) -> Vec<Mention> {
    let mut by_place: BTreeMap<(SourceId, String, ActorId), Vec<String>> = BTreeMap::new();
    for tie in &dataset.ties {
        let actors: Vec<ActorId> =
            tie.participants.iter().map(|p| p.actor).chain(tie.programmes.iter().copied()).collect();
        let mut places: BTreeSet<(SourceId, String)> = BTreeSet::new();
        for evidence in &tie.evidence {
            let source = dataset.source(evidence.source);
            if let Some(passage) = source.document.passage(&evidence.at) {
                places.insert((evidence.source, unit(passage)));
            }
        }
        for (source, place) in places {
            for &actor in &actors {
                by_place.entry((source, place.clone(), actor)).or_default().push(tie.id.clone());
            }
        }
    }
    let mut scoped: BTreeMap<(SourceId, String, ActorId), (usize, usize)> = BTreeMap::new();
    for (index, line) in scope.iter().enumerate() {
        let id = line.document.as_ref().map_or(DEFAULT_DOCUMENT, |d| d.get_ref());
        let record = format!("scope {}", line.actor.get_ref());
        let Some((source, found)) = dataset.source_by_id(id) else {
            let place = line.document.as_ref().unwrap_or(&line.actor);
            reporter.on(
                "scope.toml",
                place,
                &record,
                (format!("il n’y a pas de document «{id}»"), format!("there is no document «{id}»")),
                ("nommez-en un qui existe", "name an existing one"),
            );
            continue;
        };
        let Some(actor) = dataset.actor_id(line.actor.get_ref()) else {
            super::actors::unknown_actor(dataset, "scope.toml", &line.actor, &record, reporter);
            continue;
        };
        for (nth, at) in line.at.iter().enumerate() {
            if found.document.passage(at.get_ref()).is_none() {
                let at_word = at.get_ref();
                let what = (
                    format!("{id} n’a pas de passage «{at_word}»"),
                    format!("{id} has no passage «{at_word}»"),
                );
                let mend =
                    ("nommez le passage où est la mention", "name the passage in which the mention stands");
                reporter.on("scope.toml", at, &record, what, mend);
                continue;
            }
            scoped.insert((source, at.get_ref().clone(), actor), (index, nth));
        }
    }
    let mut used = BTreeSet::new();
    let mut out = Vec::new();
    for (index, source) in dataset.sources.iter().enumerate().filter(|(_, s)| s.document.form().is_prose()) {
        let source_id = SourceId(index as u8);
        for passage in source.document.passages() {
            let words = source.document.words(passage);
            let mut seen = BTreeSet::new();
            for (range, actor) in aliases.mentions(words) {
                if !is_counted(dataset.actor(actor).kind) || !seen.insert(actor) {
                    continue;
                }
                let key = (source_id, passage.locator.clone(), actor);
                let account = if let Some(&(line, nth)) = scoped.get(&key) {
                    used.insert((line, nth));
                    Account::Scope(scope[line].reason.clone())
                } else if let Some(ties) = by_place.get(&(source_id, unit(passage), actor)) {
                    Account::Ties(ties.clone())
                } else if dataset
                    .actor(actor)
                    .evidence
                    .iter()
                    .any(|e| e.source == source_id && e.at == passage.locator)
                {
                    Account::Card
                } else {
                    Account::Missing
                };
                let start = passage.range.start + range.start;
                let mention = Mention {
                    source: source_id,
                    at: passage.locator.clone(),
                    actor,
                    words: words[range].to_owned(),
                    start,
                    account,
                };
                if mention.account == Account::Missing {
                    report_missing(dataset, &mention, reporter);
                }
                out.push(mention);
            }
        }
    }
    for ((_, at, _), (line, nth)) in &scoped {
        if !used.contains(&(*line, *nth)) {
            let what = (format!("{at} ne nomme pas cet acteur"), format!("{at} does not name this actor"));
            let mend = ("retirez l’endroit", "remove the locator");
            let record = format!("scope {}", scope[*line].actor.get_ref());
            reporter.on("scope.toml", &scope[*line].at[*nth], &record, what, mend);
        }
    }
    out
}

fn report_missing(dataset: &Dataset, mention: &Mention, reporter: &mut Reporter<'_>) {
    let source = dataset.source(mention.source);
    let file = format!("documents/{}.txt", source.id);
    let id = &dataset.actor(mention.actor).id;
    let (words, at) = (&mention.words, &mention.at);
    let what = (
        format!("«{words}» ({id}) est nommé dans {at} et rien n’en rend compte"),
        format!("«{words}» ({id}) is named in {at} and nothing accounts for it"),
    );
    let scope = format!("[[scope]] at = [\"{at}\"], actor = \"{id}\", reason = \"…\"");
    let mend = (
        format!(
            "ajoutez un lien qui cite {at}, une citation sur la fiche de l’acteur, ou dans scope.toml: {scope}"
        ),
        format!("add a tie that cites {at}, a citation on the actor's card, or to scope.toml: {scope}"),
    );
    let range = mention.start..mention.start + mention.words.len();
    reporter.at(&file, range, &format!("mention of {id}"), what, mend);
}

/// Every capitalised word that is no alias and no known term becomes a fault: the alias table is complete.
pub(super) fn terms(
    dataset: &Dataset,
    aliases: &AliasTable,
    terms: &[TermRecord],
    reporter: &mut Reporter<'_>,
) {
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    for term in terms {
        for words in &term.words {
            known.insert(words.get_ref().clone(), false);
        }
    }
    let mut lower: BTreeSet<String> = BTreeSet::new();
    for source in dataset.sources.iter().filter(|s| s.document.form().is_prose()) {
        for (start, end) in tokens(source.document.text()) {
            let word = &source.document.text()[start..end];
            if word.chars().next().is_some_and(char::is_lowercase) {
                lower.insert(word.to_owned());
            }
        }
    }
    for source in dataset.sources.iter().filter(|s| s.document.form().is_prose()) {
        let mut reported = BTreeSet::new();
        for passage in source.document.passages() {
            let words = source.document.words(passage);
            let named = aliases.mentions(words);
            for (start, end) in tokens(words) {
                let word = &words[start..end];
                if !word.chars().any(char::is_uppercase)
                    || named.iter().any(|(r, _)| r.start <= start && end <= r.end)
                {
                    continue;
                }
                if let Some(used) = known.get_mut(word) {
                    *used = true;
                    continue;
                }
                let begins = begins_sentence(words, start);
                if begins && lower.contains(&word.to_lowercase()) || !reported.insert(word) {
                    continue;
                }
                let at = &passage.locator;
                let what = (
                    format!("«{word}» dans {at} est un nom que ne connaissent ni les acteurs ni les termes"),
                    format!("«{word}» in {at} is a name that neither the actors nor the terms know"),
                );
                let mend = (
                    "ajoutez-le aux noms (aliases) de son acteur, ou à un [[term]] de scope.toml avec la raison",
                    "add an alias to its actor, or list it under a [[term]] of scope.toml with the reason",
                );
                let range = passage.range.start + start..passage.range.start + end;
                let file = format!("documents/{}.txt", source.id);
                reporter.at(&file, range, &format!("name {word}"), what, mend);
            }
        }
    }
    for term in terms {
        for words in &term.words {
            if known.get(words.get_ref()) == Some(&false) {
                let word = words.get_ref();
                let what = (
                    format!("«{word}» n’est nulle part dans les documents comme mot entier"),
                    format!("«{word}» stands nowhere in the documents as a word of its own"),
                );
                let mend = ("retirez-le, ou corrigez son orthographe", "remove it, or correct its spelling");
                reporter.on("scope.toml", words, "term", what, mend);
            }
        }
    }
}

/// Byte ranges of words: letters and digits, with hyphens and apostrophes as breaks.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(i),
            (false, Some(s)) => {
                out.push((s, i));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(s) = start {
        out.push((s, text.len()));
    }
    out
}

fn begins_sentence(words: &str, start: usize) -> bool {
    let before = words[..start].trim_end_matches([' ', '«', '"', '(', '·', '*', '-', '’', '\'']);
    before.is_empty()
        || before.ends_with(['.', ':', ';', ')', '!', '?'])
        || words[..start].ends_with(['«', '"', '·'])
        || words[..start].strip_suffix(['’', '\'']).is_some_and(|w| w.len() <= 2)
}
