//! The alias table: which actor a piece of text names.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::records::{Actor, ActorId, ActorKind};

/// Finds names of actors in French text. Longest name first; letter for letter, but for the two apostrophes.
pub(super) struct AliasTable {
    automaton: Option<AhoCorasick>,
    owners: Vec<ActorId>,
}

impl AliasTable {
    pub(super) fn new(actors: &[Actor]) -> AliasTable {
        let mut patterns: Vec<String> = Vec::new();
        let mut known: HashSet<String> = HashSet::new();
        let mut owners = Vec::new();
        // Aliases before names: in a table one node can bear another's id as its label.
        let aliases = actors.iter().enumerate().flat_map(|(i, a)| a.aliases.iter().map(move |n| (i, n)));
        let names = actors.iter().enumerate().map(|(i, a)| (i, &a.name.fr));
        for (index, name) in aliases.chain(names).filter(|(_, n)| !n.is_empty()) {
            // A name of stars alone has no form: nothing is everywhere.
            for form in forms(name.trim_end_matches('*')).into_iter().filter(|f| !f.is_empty()) {
                if known.insert(form.clone()) {
                    patterns.push(form);
                    owners.push(ActorId(index as u32));
                }
            }
        }
        // An automaton over plain strings can only fail to build when it outgrows memory.
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        AliasTable { automaton, owners }
    }

    /// Every name in `text`, in order, without overlap.
    pub(super) fn mentions(&self, text: &str) -> Vec<(Range<usize>, ActorId)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut out = Vec::new();
        let mut from = 0;
        while let Some(found) = automaton.find(aho_corasick::Input::new(text).range(from..)) {
            if is_word(text, found.range()) {
                out.push((found.range(), self.owners[found.pattern().as_usize()]));
                from = found.end();
            } else {
                // A name inside a longer word: go on from its next character.
                from = found.start() + text[found.start()..].chars().next().map_or(1, char::len_utf8);
            }
        }
        out
    }

    /// The actors that `text` names, ascending, each once.
    pub(super) fn actors(&self, text: &str) -> Vec<ActorId> {
        let mut out: Vec<ActorId> = self.mentions(text).into_iter().map(|(_, actor)| actor).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// A name with either apostrophe; a name of several words also with its first letter in the other case.
fn forms(name: &str) -> Vec<String> {
    let mut out = vec![name.to_owned()];
    if name.contains(' ') {
        let mut chars = name.chars();
        if let Some(first) = chars.next() {
            let other: String = if first.is_uppercase() {
                first.to_lowercase().collect()
            } else {
                first.to_uppercase().collect()
            };
            out.push(other + chars.as_str());
        }
    }
    let straight: Vec<String> = out.iter().filter(|n| n.contains('’')).map(|n| n.replace('’', "'")).collect();
    out.extend(straight);
    out
}

fn is_word(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Whether a mention must be accounted for: the hub and its own programmes are the authors' side of every sentence.
pub(super) fn is_counted(kind: ActorKind) -> bool {
    !matches!(kind, ActorKind::Hub | ActorKind::Programme)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Name;

    fn actor(fr: &str, aliases: &[&str]) -> Actor {
        Actor {
            id: fr.into(),
            kind: ActorKind::Partner,
            name: Name { fr: fr.into(), en: fr.into() },
            aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
            alpha2: None,
            region: None,
            stratum: None,
            status: crate::dataset::Status::State,
            level: None,
            part_of: None,
            hub_status: None,
            evidence: Vec::new(),
            note: None,
        }
    }

    fn named(text: &str) -> Vec<u32> {
        let table = AliasTable::new(&[
            actor("Inde", &[]),
            actor("Indonésie", &[]),
            actor("République de Corée", &["Corée du Sud", "Corée"]),
            actor("Conseil de l’Europe", &[]),
            actor("Europe", &[]),
            actor("Afrique", &[]),
            actor("Afrique du Sud", &["sud-africaine"]),
        ]);
        table.mentions(text).into_iter().map(|(_, a)| a.0).collect()
    }

    #[test]
    fn inde_is_not_indonesie() {
        assert_eq!(named("avec l’Indonésie et l’Inde"), [1, 0]);
    }

    #[test]
    fn three_names_are_one_korea() {
        assert_eq!(named("République de Corée, Corée du Sud, UE-Corée"), [2, 2, 2]);
    }

    #[test]
    fn the_council_of_europe_is_named_with_either_apostrophe_and_is_not_europe() {
        assert_eq!(named("le Conseil de l’Europe"), [3]);
        assert_eq!(named("le Conseil de l'Europe"), [3]);
    }

    #[test]
    fn a_longer_name_hides_the_shorter_and_adjectives_count() {
        assert_eq!(named("Afrique du Sud; la présidence sud-africaine; l’Afrique"), [6, 6, 5]);
    }
}
