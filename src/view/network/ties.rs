//! A tie on the wire, with its parties, its times and its quotations.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::corpus::Document;
use crate::dataset::{ActorId, Dataset, Evidence, Precision, State, TieId, Word};
use crate::explorer::Explorer;
use crate::network::{Class, is_undated, told};
use crate::view::additional::{RemarkView, remarks};
use crate::view::names::Label;
use crate::view::words::{self, say};

/// A participant and its own part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartyView {
    /// Node id.
    pub id: String,
    /// Its state on the date.
    pub state: &'static str,
    /// Areas of its part.
    pub areas: Vec<String>,
    /// Domains of its part.
    pub domains: Vec<String>,
    /// Where an action names it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<&'static str>,
    /// Indices into the tie's evidence that speak of it.
    pub evidence: Vec<u16>,
}

/// When a tie holds: half-open days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ValidView {
    /// First day; null when the source gives none.
    pub from: Option<String>,
    /// The day after the last; null when open.
    pub to: Option<String>,
    /// day, month, quarter or year: the coarser of the two; null when neither is given.
    pub precision: Option<&'static str>,
    /// When the next state is expected, as the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// When it begins and when it ends, each as the source gives it (`2025-Q4`), for pictures; no part of the export,
    /// which has the days.
    #[serde(skip)]
    pub given: [Option<String>; 2],
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceView {
    /// Document id.
    pub document: String,
    /// Locator.
    pub at: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// Where the sentence is cut: `before` the words, `after` them, or `both`; whole sentences have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut: Option<&'static str>,
}

impl EvidenceView {
    /// The words as they are cited: `[…]` stands for what the quotation leaves out of its sentence.
    pub fn marked(&self) -> String {
        let before = if matches!(self.cut, Some("before" | "both")) { "[…] " } else { "" };
        let after = if matches!(self.cut, Some("after" | "both")) { " […]" } else { "" };
        format!("{before}{}{after}", self.quote.trim())
    }
}

/// A tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieView {
    /// Id. A derived tie is `ID>MEMBER`, a structural one `MEMBER-GROUP`.
    pub id: String,
    /// Code of the kind.
    pub kind: &'static str,
    /// Names.
    pub names: Label,
    /// stated, derived or structural.
    pub class: &'static str,
    /// State on the date.
    pub state: &'static str,
    /// It has no date of beginning, and the day read lies before the first document that states it: whether it existed by
    /// then is not said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub beginning_unknown: bool,
    /// Of such a tie, whose state on the day is not told: the state that the text states, without a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_text: Option<&'static str>,
    /// The source's calendar contradicts its words.
    pub date_conflict: bool,
    /// cooperative or concern.
    pub polarity: &'static str,
    /// All participants, the EU included: node ids.
    pub participants: Vec<String>,
    /// The participants beside the EU with their own parts.
    pub parties: Vec<PartyView>,
    /// The groupings through which a derived tie reaches its member.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// When.
    pub valid: ValidView,
    /// Areas.
    pub areas: Vec<String>,
    /// Domains.
    pub domains: Vec<String>,
    /// Legs.
    pub legs: Vec<String>,
    /// EU programmes involved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// The level at which the participants sit with each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<&'static str>,
    /// Row of the annex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u8>,
    /// Number of the example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<u8>,
    /// The kind of instrument that an action amounts to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carries: Option<&'static str>,
    /// Whom an action addresses without naming a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<&'static str>,
    /// Calendar cell, verbatim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The state that a reader could give it instead, for the reason in its note; the robustness counts with it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<&'static str>,
    /// Ties that state the same fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
    /// Quotations.
    pub evidence: Vec<EvidenceView>,
    /// What additional sources say of it: not machine-checked, there only when they are switched on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additional: Vec<RemarkView>,
    /// Of a part of a forum without a list of members of its own: the whole, whose members are taken to sit there too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inferred_from: Option<String>,
    /// Of a list of members that is known to be incomplete: their number is a minimum.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_least: bool,
    /// The public source of a structural tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Coding decision and reason; in the API with the tie alone, not in a network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Label>,
}

impl TieView {
    /// Whether nothing but additional sources says it: no quotation stands behind it.
    pub fn rests_on_additional(&self) -> bool {
        !self.additional.is_empty() && self.evidence.is_empty()
    }

    /// A state of it in words, and whether its beginning is not dated where that matters.
    pub fn standing(&self, state: &str) -> Label {
        let found = State::ALL.iter().find(|s| s.word() == state);
        let name = found.map_or_else(|| say(state, state), |&s| words::state(s));
        let Some(text) = self.by_text.and_then(|t| State::ALL.iter().find(|s| s.word() == t)) else {
            return name;
        };
        let text = words::state_name(*text);
        say(
            format!("{} ce jour-là, début non daté (d’après le texte: {})", name.fr, text.fr),
            format!("{} on that day, beginning not dated (by the text: {})", name.en, text.en),
        )
    }

    /// The state by the text: that of the day, or of what is undated the state without one.
    pub fn text_state(&self) -> &'static str {
        self.by_text.unwrap_or(self.state)
    }

    /// Whether a text names its parties, be it a document or an additional source: neither derived nor a membership.
    pub fn names_its_parties(&self) -> bool {
        matches!(self.class, "stated" | "additional")
    }
}

/// A quotation.
pub fn evidence_view(dataset: &Dataset, evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        document: dataset.source(evidence.source).id.clone(),
        at: evidence.at.clone(),
        start: evidence.start,
        end: evidence.end,
        quote: evidence.quote.clone(),
        cut: cut(dataset, evidence),
    }
}

fn cut(dataset: &Dataset, evidence: &Evidence) -> Option<&'static str> {
    let document = &dataset.source(evidence.source).document;
    cut_of(document, &(evidence.start..evidence.end), &evidence.quote)
}

/// Where a quotation leaves a part of its sentence out: the passage goes on, and no sentence ends there.
pub(in crate::view) fn cut_of(
    document: &Document,
    range: &Range<usize>,
    quote: &str,
) -> Option<&'static str> {
    let passage = document.passage_at(range.start)?;
    let words = document.words(passage);
    let (start, end) = (range.start - passage.range.start, range.end - passage.range.start);
    let (before, after) = (words.get(..start)?.trim_end(), words.get(end..)?.trim_start());
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…');
    // Numbers that call a note and closing marks stand after the end of a sentence.
    let closing = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '»' | '"' | '(' | ')');
    let (head, rest) = (before.trim_end_matches(closing), after.trim_start_matches(closing));
    let is_first = head.is_empty() || head.ends_with(ends);
    let is_last =
        rest.is_empty() || rest.starts_with(ends) || quote.trim_end_matches(closing).ends_with(ends);
    match (is_first, is_last) {
        (true, true) => None,
        (false, true) => Some("before"),
        (true, false) => Some("after"),
        (false, false) => Some("both"),
    }
}

/// A stated tie on the explorer's dates, whatever the filter.
pub fn tie_view(explorer: &Explorer, id: TieId) -> TieView {
    let dataset = &explorer.dataset;
    let tie = dataset.tie(id);
    let as_of = explorer.dates.as_of;
    let own = tie.standing(tie.state, as_of);
    let undated = is_undated(tie, as_of);
    let area = |a: &crate::dataset::AreaId| dataset.areas[a.0 as usize].id.clone();
    let domain = |d: &crate::dataset::DomainId| dataset.domains[d.0 as usize].id.clone();
    let name_of = |a: ActorId| dataset.actor(a).id.clone();
    let parties: Vec<PartyView> = tie
        .participants
        .iter()
        .map(|p| PartyView {
            id: name_of(p.actor),
            state: told(tie, p.state, as_of).word(),
            areas: p.areas.iter().map(area).collect(),
            domains: p.domains.iter().map(domain).collect(),
            places: p.places.iter().map(|p| p.word()).collect(),
            evidence: p.evidence.clone(),
        })
        .collect();
    let hub = tie.with_hub.then(|| name_of(Dataset::HUB));
    let period = &tie.period;
    let precision: Option<Precision> = period.from.iter().chain(&period.until).map(|m| m.precision).max();
    TieView {
        id: tie.id.clone(),
        kind: tie.kind.word(),
        names: (&tie.name).into(),
        class: if tie.is_additional() { Class::Additional.word() } else { Class::Stated.word() },
        state: told(tie, tie.state, as_of).word(),
        beginning_unknown: undated,
        by_text: undated.then_some(own.state.word()),
        date_conflict: own.date_conflict || tie.date_conflict,
        polarity: tie.polarity.word(),
        participants: hub.into_iter().chain(parties.iter().map(|p| p.id.clone())).collect(),
        parties,
        via: Vec::new(),
        valid: ValidView {
            from: period.from.map(|m| m.start.to_string()),
            to: period.until.map(|m| m.end.to_string()),
            precision: precision.map(Precision::word),
            expected: period.expected.map(|m| m.to_string()),
            given: [period.from, period.until].map(|m| m.map(|m| m.to_string())),
        },
        areas: tie.areas.iter().map(area).collect(),
        domains: tie.domains.iter().map(domain).collect(),
        legs: tie.legs.iter().map(|l| dataset.legs[l.0 as usize].id.clone()).collect(),
        programmes: tie.programmes.iter().map(|&p| name_of(p)).collect(),
        meeting: tie.meeting.map(Word::word),
        row: tie.row,
        example: tie.example,
        carries: tie.carries.map(Word::word),
        scope: tie.address.map(Word::word),
        calendar: tie.cells.as_ref().map(|c| c.calendar.clone()),
        disputed: tie.disputed.map(Word::word),
        same_as: tie.same_as.clone(),
        evidence: tie.evidence.iter().map(|e| evidence_view(dataset, e)).collect(),
        additional: remarks(dataset, tie),
        inferred_from: None,
        at_least: false,
        source: None,
        note: tie.note.as_ref().map(Into::into),
    }
}
