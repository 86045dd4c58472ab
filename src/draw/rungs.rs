//! The rungs of a ladder: which ties of an actor stand under which heading, and the words of each.

use std::collections::{BTreeMap, BTreeSet};

use super::dates::when;
use super::ego::{INDENT, Pace, RUNGS, Rung, SPUR, Sort};
use super::legend::short;
use super::nouns::{Noun, listed};
use super::phrases::Phrase;
use super::plan::state_of;
use super::text::{Anchor, Label, Weight, clean, width, wrap};
use super::theme::{Role, family};
use super::words::{action_state, state};
use crate::dataset::{Kind, Word};
use crate::view::{Lang, NetworkView, NodeView, TieView};

/// A ladder in the making.
pub(super) struct Draft<'a> {
    pub(super) view: &'a NetworkView,
    pub(super) node: &'a NodeView,
    pub(super) lang: Lang,
    pub(super) hub: Option<&'a NodeView>,
    pub(super) pace: Pace,
    pub(super) y: f64,
    pub(super) headings: Vec<Label>,
    pub(super) rungs: Vec<Rung>,
    pub(super) universal: usize,
    pub(super) crowded: usize,
}

impl<'a> Draft<'a> {
    /// The actor's ties, with their indices, in the order of the kinds.
    fn mine(&self, of: impl Fn(&TieView) -> bool) -> Vec<(usize, &'a TieView)> {
        let view = self.view;
        let mut out: Vec<(usize, &TieView)> = view
            .ties
            .iter()
            .enumerate()
            .filter(|(_, t)| t.participants.contains(&self.node.id) && of(t))
            .collect();
        let rank = |t: &TieView| Kind::ALL.iter().position(|k| k.word() == t.kind);
        out.sort_by_key(|(i, t)| (rank(t), *i));
        out
    }

    /// Whether a tie is one with the EU or, where the EU is taken out, brings the actor together with others.
    fn counts(&self, tie: &TieView) -> bool {
        self.hub.is_some() || tie.meeting.is_some() && tie.participants.len() > 1
    }

    pub(super) fn instruments(&mut self) {
        let ties =
            self.mine(|t| !matches!(t.kind, "ACTION" | "MEMBER") && t.names_its_parties() && self.counts(t));
        let (work, instruments): (Vec<_>, Vec<_>) = ties.into_iter().partition(|(_, t)| t.kind == "FORUM");
        for (heading, ties) in [(Phrase::Instruments, instruments), (Phrase::CommonWork, work)] {
            self.section(heading, ties.len());
            for (index, tie) in ties {
                let kind = short(&self.view.kinds, tie.kind, self.lang).to_owned();
                let about: Vec<String> = [Some(kind), self.others(tie)].into_iter().flatten().collect();
                self.rung(Sort::Instrument, index, &about.join(" · "));
            }
        }
    }

    pub(super) fn actions(&mut self) {
        let ties = self.mine(|t| t.kind == "ACTION" && t.names_its_parties() && self.counts(t));
        self.section(Phrase::Actions, ties.len());
        let view = self.view;
        let areas: Vec<&NodeView> = view.nodes.iter().filter(|n| n.kind == "area").collect();
        let mut by_area: BTreeMap<usize, Vec<(usize, &TieView)>> = BTreeMap::new();
        for (index, tie) in ties {
            let own = tie.parties.iter().find(|p| p.id == self.node.id).map(|p| &p.areas);
            let first = own.filter(|a| !a.is_empty()).unwrap_or(&tie.areas).first();
            let place = first.and_then(|f| areas.iter().position(|a| a.id == *f)).unwrap_or(areas.len());
            by_area.entry(place).or_default().push((index, tie));
        }
        for (place, ties) in by_area {
            let name = areas.get(place).map_or(Phrase::NoArea.get(self.lang), |a| a.names.get(self.lang));
            self.heading(name, "name");
            for (index, tie) in ties {
                let about = self.others(tie).unwrap_or_default();
                self.rung(Sort::Action, index, &about);
            }
        }
    }

    /// What it has only as a member of a grouping; never counted as its own.
    pub(super) fn through_groupings(&mut self) {
        let ties = self.mine(|t| t.class == "derived" && self.counts(t));
        self.section(Phrase::ThroughGroupings, ties.len());
        for (index, tie) in ties {
            let via: Vec<String> = tie.via.iter().map(|v| self.name_of(v)).collect();
            let kind = short(&self.view.kinds, tie.kind, self.lang);
            let about = format!("{kind} · {} {}", Phrase::Via.get(self.lang), via.join(", "));
            let sort = if tie.kind == "ACTION" { Sort::Action } else { Sort::Instrument };
            self.rung(sort, index, &about);
        }
    }

    /// Forums at which the actor sits; one with a universal membership is no table.
    pub(super) fn tables(&mut self) {
        let view = self.view;
        let (universal, ties): (Vec<_>, Vec<_>) =
            self.lists("forum").into_iter().partition(|(_, _, group)| group.level == Some("universal"));
        self.universal = universal.len();
        self.section(Phrase::Tables, ties.len());
        for (index, tie, forum) in ties {
            let both = |t: &TieView, hub: &NodeView| {
                t.names_its_parties()
                    && t.participants.contains(&hub.id)
                    && t.participants.contains(&forum.id)
            };
            let works = self.hub.is_some_and(|h| view.ties.iter().any(|t| both(t, h)));
            let works = works.then(|| Phrase::EuWorksHere.get(self.lang).to_owned());
            let about: Vec<String> = [works, self.others(tie)].into_iter().flatten().collect();
            self.rung(Sort::Table, index, &about.join(" · "));
        }
    }

    /// Groupings and programmes of which it is a member, then its own members.
    pub(super) fn members(&mut self) {
        let mut joined = self.lists("grouping");
        joined.extend(self.lists("hub"));
        self.section(Phrase::Groupings, joined.len());
        for (index, tie, _) in joined {
            let about = self.others(tie).unwrap_or_default();
            self.rung(Sort::Member, index, &about);
        }
        for (index, tie) in self.mine(|t| t.kind == "MEMBER" && t.participants.first() == Some(&self.node.id))
        {
            let names: Vec<String> = tie.participants[1..].iter().map(|p| self.name_of(p)).collect();
            self.section(Phrase::MembersHere, names.len());
            self.rung(Sort::Member, index, &names.join(", "));
        }
    }

    /// The lists of members in which the actor stands, of groups of a kind.
    fn lists(&self, kind: &str) -> Vec<(usize, &'a TieView, &'a NodeView)> {
        let view = self.view;
        let group = |t: &TieView| t.participants.first().filter(|g| **g != self.node.id).cloned();
        let of = |(i, t): (usize, &'a TieView)| {
            let id = group(t)?;
            Some((i, t, view.nodes.iter().find(|n| n.id == id && n.kind == kind)?))
        };
        self.mine(|t| t.kind == "MEMBER").into_iter().filter_map(of).collect()
    }

    /// Ids of the actor's ties that have no rung.
    pub(super) fn left_out(&self) -> Vec<String> {
        let drawn: BTreeSet<usize> = self.rungs.iter().map(|r| r.tie).collect();
        self.mine(|_| true)
            .into_iter()
            .filter(|(i, _)| !drawn.contains(i))
            .map(|(_, t)| t.id.clone())
            .collect()
    }

    fn name_of(&self, id: &str) -> String {
        let node = self.view.nodes.iter().find(|n| n.id == id);
        node.map_or_else(|| id.to_owned(), |n| n.names.get(self.lang).to_owned())
    }

    /// Who else takes part: the first few by name.
    fn others(&self, tie: &TieView) -> Option<String> {
        const NAMED: usize = 4;
        let group = if tie.kind == "MEMBER" { tie.participants.first() } else { None };
        let others: Vec<String> = tie
            .participants
            .iter()
            .filter(|p| **p != self.node.id && self.hub.is_none_or(|h| h.id != **p) && Some(*p) != group)
            .map(|p| self.name_of(p))
            .collect();
        let (shown, rest) =
            others.split_at(others.len().min(if others.len() == NAMED + 1 { NAMED + 1 } else { NAMED }));
        let more = match rest.len() {
            0 => String::new(),
            n => format!(" {} {n} {}", Phrase::And.get(self.lang), Phrase::Others.get(self.lang)),
        };
        (!shown.is_empty()).then(|| format!("{} {}{more}", Phrase::With.get(self.lang), shown.join(", ")))
    }

    /// A heading with the number of what follows; none where nothing does.
    fn section(&mut self, phrase: Phrase, count: usize) {
        if count > 0 {
            let text = format!("{} · {count}", phrase.get(self.lang)).to_uppercase();
            self.y += self.pace.part;
            self.heading(&text, "muted");
        }
    }

    pub(super) fn heading(&mut self, text: &str, class: &'static str) {
        self.y += self.pace.heading;
        let Pace { size, width, .. } = self.pace;
        let lines = wrap(text, size, Weight::Bold, width - 2.0 * INDENT, 1);
        self.headings.push(Label::line("", INDENT, self.y, size, class).bold().with_lines(lines));
    }

    /// A rung under the last: name, what is to be said of it, state and dates, on one line where they have room.
    fn rung(&mut self, sort: Sort, tie: usize, about: &str) {
        let view = &self.view.ties[tie];
        if self.rungs.len() >= RUNGS {
            self.crowded += 1;
            return;
        }
        let own = state_of(view, &self.node.id);
        let member = matches!(sort, Sort::Table | Sort::Member);
        let (name, node) = match view.participants.first() {
            Some(group) if member && *group != self.node.id => (self.name_of(group), Some(group.clone())),
            _ if member => (String::new(), None),
            _ => (view.names.get(self.lang).to_owned(), None),
        };
        let Pace { size, leading, width: canvas, below: [instrument, action, listed], above, .. } = self.pace;
        let right = canvas - INDENT - if member { SPUR } else { 0.0 };
        self.y += match sort {
            Sort::Instrument => instrument,
            Sort::Action => action,
            Sort::Table | Sort::Member => listed,
        };
        let label =
            |text: &str, x: f64, y: f64, room: f64, lines: usize, weight: Weight, class: &'static str| {
                let lines = wrap(text, size, weight, room, lines);
                Label { weight, leading, ..Label::line("", x, y, size, class) }.with_lines(lines)
            };
        let mut labels = Vec::new();
        let said = if member { String::new() } else { self.said(sort, view, own) };
        let mut taken = 0.0;
        if !said.is_empty() {
            let state = label(&said, right, self.y, 190.0, 2, Weight::Regular, "name").anchored(Anchor::End);
            taken = state.width() + 10.0;
            labels.push(state);
        }
        let weight = if family(view.kind) == Role::Core { Weight::Bold } else { Weight::Regular };
        let room = right - INDENT - taken;
        let mut beside = INDENT;
        let mut below = self.y;
        if !name.is_empty() {
            let name = label(&name, INDENT, self.y, room, 3, weight, "name");
            beside += name.width() + 8.0;
            below = name.next();
            if name.lines.len() > 1 {
                beside = right;
            }
            labels.push(name);
        }
        if !about.is_empty() {
            let fits = beside + width(&clean(about), size, Weight::Regular) <= right - taken;
            let (x, y, room) = if fits {
                (beside, self.y, right)
            } else {
                (INDENT, below, right - INDENT - if below == self.y { taken } else { 0.0 })
            };
            labels.push(label(about, x, y, room, 3, Weight::Regular, "muted"));
        }
        let last = labels.iter().map(|l| l.next() - leading).fold(self.y, f64::max);
        self.y = if member { last } else { last + above };
        let y = if member { self.y - 2.6 } else { self.y };
        self.rungs.push(Rung { sort, tie, state: own, y, labels, node });
    }

    /// State and dates.
    fn said(&self, sort: Sort, tie: &TieView, own: &str) -> String {
        let state = if sort == Sort::Action { action_state(self.lang, own) } else { state(self.lang, own) };
        let when = when(self.lang, &tie.valid, own);
        if when.is_empty() { state.to_owned() } else { format!("{state} · {when}") }
    }

    pub(super) fn sentence(&self) -> String {
        let work = |t: &TieView| t.kind == "FORUM";
        let number = |sort: Sort, class: &str, forum: bool| {
            let tie = |r: &&Rung| &self.view.ties[r.tie];
            let named =
                |t: &TieView| if class == "stated" { t.names_its_parties() } else { t.class == class };
            let of = |r: &&Rung| r.sort == sort && named(tie(r)) && work(tie(r)) == forum;
            self.rungs.iter().filter(of).count()
        };
        let counts = [
            (number(Sort::Instrument, "stated", false), Noun::Instrument),
            (number(Sort::Instrument, "stated", true), Noun::LineOfWork),
            (number(Sort::Action, "stated", false), Noun::Action),
            (number(Sort::Instrument, "derived", false), Noun::InstrumentThrough),
            (number(Sort::Action, "derived", false), Noun::ActionThrough),
            (number(Sort::Table, "structural", false), Noun::SharedTable),
        ];
        let words = listed(self.lang, &counts);
        if words.is_empty() { Phrase::Nothing.get(self.lang).to_owned() } else { format!("{words}.") }
    }
}
