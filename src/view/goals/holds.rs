//! How far each finding of a direction holds: under every alternative coding, and on how many places it rests (METHOD 6).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Goal, LineView, Parts, SectionView};
use crate::dataset::{Dataset, State, Word};
use crate::explorer::Explorer;
use crate::gap::{CellClass, Coding, GapItem, GapKey, GapList, GapValue, Gaps, Recoded, codings_of, record};
use crate::view::names::Label;
use crate::view::network::EvidenceView;
use crate::view::words::{place, say};

/// How far a finding holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HoldsView {
    /// Alternative codings under which it is found too.
    pub under: usize,
    /// Alternative codings that bear on it: those that would make it false by definition are counted apart.
    pub of: usize,
    /// Alternative codings that contradict it by definition: what is planned cannot stay a gap where planned counts.
    pub by_definition: usize,
    /// The codings under which it is not found.
    pub fails: Vec<&'static str>,
    /// The one place in the texts on which it rests; none when there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub single_source: Option<String>,
    /// Whether it fails under any of them.
    pub fragile: bool,
    /// In words.
    pub text: Label,
}

/// Gives every line its robustness, and every count its range over the alternative codings.
pub(super) fn annotate(explorer: &Explorer, goal: Goal, parts: &mut Parts) {
    let recoded = codings_of(explorer.ground(), explorer.recoded(), Some(goal.id()));
    let [base, others @ ..] = &recoded[..] else { return };
    for count in &mut parts.counts {
        let of = |r: &Recoded| r.gaps.counts.iter().find(|t| t.id == count.id).map(|t| (t.n, t.of));
        // The same count by another road: only where the two agree is it the same count.
        if let Some(own) = of(base).filter(|own| own.0 == count.n) {
            // A coding that asks of another number of places is no range of this count.
            let all = || recoded.iter().filter_map(of).filter(|t| t.1 == own.1).map(|t| t.0);
            count.range = all().min().zip(all().max()).map(|(a, b)| [a, b]);
        }
    }
    for section in &mut parts.sections {
        let id = section.id;
        for line in &mut section.lines {
            line.holds = holds(&explorer.dataset, id, line, &base.gaps, others);
        }
    }
    for section in &mut parts.sections {
        explain(section);
    }
}

/// What a line of a section finds, as places in the lists of gaps; nothing for what is no finding.
fn keys(section: &str, line: &LineView, base: &Gaps) -> Vec<GapKey> {
    let key = |list: GapList, column: Option<&String>| GapKey {
        list,
        actors: line.actors.clone(),
        column: column.cloned(),
    };
    match section {
        "columns" => {
            let here = |k: &&GapKey| k.list == GapList::Domains && k.column == line.column;
            base.items.keys().filter(here).cloned().collect()
        }
        "outliers" | "silent" | "follow-up" => vec![key(GapList::Domains, line.column.as_ref())],
        "candidates" | "apart" | "exclusions" => vec![key(GapList::Candidates, None)],
        "trade" => vec![key(GapList::Trade, None)],
        "only-through-eu" => vec![key(GapList::Agenda, None)],
        "meetings" => vec![key(GapList::Working, None)],
        "parallel" => line.tags.iter().map(|area| key(GapList::Parallel, Some(area))).collect(),
        "digital-only" | "both" => vec![key(GapList::DigitalOnly, None)],
        "security-only" => vec![key(GapList::SecurityOnly, None)],
        _ => Vec::new(),
    }
}

/// Whether two items say the same finding.
fn same(section: &str, a: &GapItem, b: &GapItem) -> bool {
    match (a.value, b.value) {
        // A gap stays a gap, whatever kind of silence it is.
        (GapValue::Cell(_), GapValue::Cell(_)) | (GapValue::Parallel(_), GapValue::Parallel(_)) => {
            a.open == b.open
        }
        (GapValue::Candidate(x, _), GapValue::Candidate(y, _)) => x == y,
        (x, y) => x == y && section != "columns",
    }
}

/// Whether a coding makes a finding false by its very definition, so that it tells nothing.
fn is_by_definition(coding: Coding, item: &GapItem) -> bool {
    match (coding, item.value) {
        (Coding::PlannedCounts, GapValue::Cell(CellClass::PlannedNamed)) => true,
        (Coding::PlannedCounts, GapValue::Trade(state)) => {
            state.is_some_and(|s| !matches!(s, State::Active | State::Ended))
        }
        (Coding::GroupingsCount, GapValue::Cell(CellClass::ThroughGrouping)) => true,
        (Coding::GroupingsCount, GapValue::Apart) => true,
        _ => false,
    }
}

fn holds(
    dataset: &Dataset,
    section: &str,
    line: &LineView,
    base: &Gaps,
    others: &[Recoded],
) -> Option<HoldsView> {
    let keys = keys(section, line, base);
    let items: Vec<(&GapKey, &GapItem)> = keys.iter().filter_map(|k| base.items.get_key_value(k)).collect();
    if items.is_empty() {
        return None;
    }
    let (mut of, mut fails, mut by_definition) = (0, Vec::new(), 0);
    for other in others {
        let Some(coding) = other.coding else { continue };
        if items.iter().any(|(_, item)| is_by_definition(coding, item)) {
            by_definition += 1;
            continue;
        }
        of += 1;
        let stands = |(key, item): &(&GapKey, &GapItem)| {
            other.gaps.items.get(*key).is_some_and(|there| same(section, item, there))
        };
        // A domain that is empty for all units is empty for fewer of them too.
        let whole = section == "columns"
            && items.iter().all(|(k, item)| other.gaps.items.get(*k).is_none_or(|t| same("", item, t)));
        if !whole && !items.iter().all(stands) {
            fails.push(coding);
        }
    }
    let single = single_source(&line.evidence);
    let under = of - fails.len();
    Some(HoldsView {
        under,
        of,
        by_definition,
        text: words(dataset, (under, of, by_definition), &fails, single.as_ref()),
        fragile: !fails.is_empty(),
        fails: fails.into_iter().map(Word::word).collect(),
        single_source: single.map(|(document, at)| format!("{document} {at}")),
    })
}

/// The one place that all quotations come from. The sentence that calls a footnote is no place of its own, and the cells of an annex row
/// are one.
fn single_source(evidence: &[EvidenceView]) -> Option<(String, String)> {
    let is_note =
        |at: &str| at.strip_prefix('n').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    let noted = evidence.iter().any(|e| is_note(&e.at));
    let places: BTreeSet<(String, String)> = evidence
        .iter()
        .filter(|e| !noted || !e.at.starts_with('s'))
        .map(|e| (e.document.clone(), record(&e.at)))
        .collect();
    let mut all = places.into_iter();
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

fn words(
    dataset: &Dataset,
    (under, of, by_definition): (usize, usize, usize),
    fails: &[Coding],
    single: Option<&(String, String)>,
) -> Label {
    let (mut fr, mut en) = (format!("{under}/{of}"), format!("{under}/{of}"));
    if !fails.is_empty() {
        let texts: Vec<Label> = fails.iter().map(|&c| crate::view::robustness::coding(c)).collect();
        let join = |get: fn(&Label) -> &String| {
            texts.iter().map(|t| get(t).as_str()).collect::<Vec<_>>().join("; ou ")
        };
        fr = format!("fragile, {fr}: ne tient pas si {}", join(|l| &l.fr));
        en = format!("fragile, {en}: does not hold if {}", join(|l| &l.en).replace("; ou ", "; or "));
    }
    match by_definition {
        0 => {}
        1 => {
            fr += "; 1 autre la contredit par définition";
            en += "; 1 other contradicts it by definition";
        }
        n => {
            fr += &format!("; {n} autres la contredisent par définition");
            en += &format!("; {n} others contradict it by definition");
        }
    }
    if let Some((document, at)) = single {
        let at = match at.strip_prefix("annex ") {
            Some(row) => say(format!("annexe, action {row}"), format!("annex, action {row}")),
            None => place(at),
        };
        let reference = dataset
            .source_by_id(document)
            .map(|(_, s)| s.reference.split(' ').next().unwrap_or_default().to_owned())
            .unwrap_or_default();
        fr += &format!("; un seul endroit: {reference}, {}", at.fr);
        en += &format!("; one place alone: {reference}, {}", at.en);
    }
    say(fr, en)
}

/// Says once, under the title, what the figures behind the lines are.
fn explain(section: &mut SectionView) {
    let Some(of) = section.lines.iter().filter_map(|l| l.holds.as_ref()).map(|h| h.of).max() else { return };
    let fragile = section.lines.iter().filter(|l| l.holds.as_ref().is_some_and(|h| h.fragile)).count();
    let n = section.lines.len();
    let lead = |text: &str| if text.is_empty() { String::new() } else { format!("{text} ") };
    section.note = say(
        format!(
            "{}Solidité de chaque ligne: sous combien de codages de rechange elle tient (sur {of} au plus; ceux qui la contredisent par définition sont comptés à part), et l’endroit quand il n’y en a qu’un. Lignes fragiles: {fragile} sur {n}.",
            lead(&section.note.fr)
        ),
        format!(
            "{}How firmly each line holds: under how many alternative codings (of {of} at most; those that contradict it by definition are counted apart), and the place where there is only one. Fragile lines: {fragile} of {n}.",
            lead(&section.note.en)
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(places: &[&str]) -> Vec<EvidenceView> {
        let one = |at: &&str| EvidenceView {
            document: "d".into(),
            at: (*at).to_owned(),
            start: 0,
            end: 1,
            quote: "q".into(),
            cut: None,
        };
        places.iter().map(one).collect()
    }

    #[test]
    fn a_note_with_its_call_and_the_cells_of_a_row_are_one_place() {
        let single = |places: &[&str]| single_source(&at(places)).map(|p| p.1);
        assert_eq!(single(&["s2 ¶1", "n14"]).as_deref(), Some("n14"));
        assert_eq!(single(&["annex 5 title", "annex 5 partners"]).as_deref(), Some("annex 5"));
        assert_eq!(single(&["s2 ¶1", "s4.3 ¶2"]), None);
        assert_eq!(single(&["n13", "n14"]), None);
        assert_eq!(single(&["s2 ¶1", "n14", "annex 5 title"]), None);
        assert_eq!(single(&[]), None);
    }
}
