//! The legend of the network on paper.

use std::collections::BTreeSet;

use super::super::legend::{
    Legend, PER_ROW, STATES, Sample, UNDER, beside_running, is_ahead, short, sizes, stars,
};
use super::super::matrix_marks::tie_mark;
use super::super::options::Options;
use super::super::phrases::Phrase;
use super::super::plan::{Part, Plan};
use super::super::wheel::MARK;
use super::super::words::state;
use super::draft::{Draft, Knot, Strand};
use crate::dataset::{Kind, Word};
use crate::view::{Lang, TieView};

pub(super) fn legend(plan: &Plan, draft: &Draft, options: &Options, down: f64) -> Legend {
    let lang = options.lang;
    let view = plan.view;
    let mut legend = Legend::default();
    let mut y = 46.0 + down;
    let strands: Vec<&Strand> = draft.bundles.iter().flat_map(|b| &b.strands).collect();
    let ties: BTreeSet<usize> = strands.iter().map(|s| s.tie).collect();
    let kinds: BTreeSet<&str> = ties.iter().map(|&t| view.ties[t].kind).collect();
    if !kinds.is_empty() {
        let heading = if plan.hub.is_some() { Phrase::LinesAreTies } else { Phrase::LinesAreSeats };
        legend.add(&mut y, Sample::Heading, heading.get(lang));
    }
    for kind in Kind::ALL.iter().map(|k| k.word()).filter(|k| kinds.contains(k)) {
        let count = ties.iter().filter(|t| view.ties[**t].kind == kind).count();
        legend.add(&mut y, Sample::Kind(kind), &format!("{} · {count}", short(&view.kinds, kind, lang)));
    }
    let ends: BTreeSet<&str> = strands.iter().filter_map(|s| s.state).collect();
    if !ends.is_empty() {
        legend.add(&mut y, Sample::Heading, Phrase::EndsAreStates.get(lang));
        for word in STATES.into_iter().filter(|s| ends.contains(s)) {
            legend.add(&mut y, Sample::Tip(word), state(lang, word));
        }
    }
    let seats: Vec<usize> = strands.iter().filter_map(|s| s.size).collect();
    if !seats.is_empty() {
        sizes(&mut legend, &mut y, seats.into_iter(), lang);
    }
    several(&mut legend, &mut y, plan, draft, lang);
    marks(&mut legend, &mut y, plan, draft, lang);
    stars(&mut legend, &mut y, plan, lang);
    names(&mut legend, &mut y, plan, draft, lang);
    legend
}

/// Ties of several.
fn several(legend: &mut Legend, y: &mut f64, plan: &Plan, draft: &Draft, lang: Lang) {
    let ties: Vec<&TieView> = draft
        .knots
        .iter()
        .filter_map(|k| if let Knot::Shared(tie) = k { Some(&plan.view.ties[*tie]) } else { None })
        .collect();
    let first = |f: &dyn Fn(&&&TieView) -> bool| ties.iter().find(f).map(|t| tie_mark(t));
    let samples = [
        (first(&|t| t.row.is_some()), Phrase::SharedRow),
        (first(&|t| t.row.is_none() && t.example.is_some()), Phrase::SharedExample),
        (first(&|t| t.row.is_none() && t.example.is_none()), Phrase::SharedInstrument),
    ];
    if !ties.is_empty() {
        legend.add(y, Sample::Heading, Phrase::OfSeveral.get(lang));
    }
    for (sign, words) in samples {
        if let Some(sign) = sign {
            *y += 1.2;
            legend.add(y, Sample::Shared(sign), words.get(lang));
        }
    }
}

/// The actions that an actor alone shares with the EU.
fn held<'a, 'b>(knot: &'b Knot<'a>) -> &'b [&'a Part] {
    match knot {
        Knot::Actor(_, marks) => marks,
        _ => &[],
    }
}

fn marks(legend: &mut Legend, y: &mut f64, plan: &Plan, draft: &Draft, lang: Lang) {
    let marks: Vec<&Part> = draft.knots.iter().flat_map(held).copied().collect();
    let tie = |p: &Part| &plan.view.ties[p.tie];
    if !marks.is_empty() {
        legend.add(y, Sample::Heading, Phrase::DotsUnderNames.get(lang));
    }
    let plain = |p: &&&Part| tie(p).polarity != "concern";
    if marks.iter().filter(plain).any(|p| p.state == "active") {
        legend.add(y, Sample::Mark("active"), Phrase::Running.get(lang));
    }
    let mut open = marks.iter().filter(plain).filter(|p| p.state != "active").peekable();
    if open.peek().is_some() {
        let ahead = open.all(|p| is_ahead(p.state));
        legend.add(y, Sample::Mark("proposed"), beside_running(ahead).get(lang));
    }
    if !marks.iter().all(|p| plain(&p)) {
        legend.add(y, Sample::Mark("concern"), Phrase::Concern.get(lang));
    }
    if plan.hub.is_some() && !plan.unnamed.is_empty() {
        let parts = plan.unnamed.iter().map(|&t| (t, plan.view.ties[t].state)).collect();
        let text = format!("{} · {}", Phrase::UnnamedActions.get(lang), plan.unnamed.len());
        legend.add(y, Sample::Unnamed(parts), &text);
        *y += MARK * (plan.unnamed.len() as f64 / PER_ROW).ceil() + UNDER;
    }
}

fn names(legend: &mut Legend, y: &mut f64, plan: &Plan, draft: &Draft, lang: Lang) {
    let has =
        |kind: &str| draft.knots.iter().any(|k| matches!(k, Knot::Actor(seat, _) if seat.node.kind == kind));
    let core = draft.knots.iter().any(|k| matches!(k, Knot::Actor(seat, _) if seat.core));
    let counts =
        |k: &Knot| matches!(k, Knot::Actor(seat, _) if seat.membership.is_some() && seat.members > 0);
    if !["member-state", "partner", "grouping"].into_iter().any(has) {
        return;
    }
    legend.add(y, Sample::Heading, Phrase::OnTheRim.get(lang));
    if has("member-state") {
        legend.add(y, Sample::Square, Phrase::MemberState.get(lang));
    }
    if has("partner") {
        let words = if core { Phrase::CountryBold } else { Phrase::Country };
        legend.add(y, Sample::Country, words.get(lang));
    }
    if has("grouping") {
        legend.add(y, Sample::Grouping(false), Phrase::Grouping.get(lang));
    }
    if has("forum") {
        legend.add(y, Sample::Plate, Phrase::ForumDot.get(lang));
    }
    if plan.hub.is_some() && draft.knots.iter().any(counts) {
        legend.add(y, Sample::Number, crate::draw::legend::members_words(plan).get(lang));
    }
}
