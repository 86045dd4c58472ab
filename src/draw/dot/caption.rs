//! The caption and the legend, inside the picture.
//!
//! They are the label of the graph, not nodes: every engine puts a label below the picture, while a legend of nodes would
//! drift into the network, and programs that read DOT would take it for part of it.

use std::collections::BTreeSet;

use graphviz_rust::dot_structures::{Attribute, Id};

use super::super::frame::selected;
use super::super::phrases::Phrase;
use super::super::theme::Role;
use super::super::words::{limit, state};
use super::layout::emphasis;
use super::plan::What;
use super::quote::{html, wrap};
use super::words::{counted, word};
use super::{Picture, style, words};
use crate::view::{DatasetView, DatesView, Lang, TieView};

/// Longest line of a note.
const LINE: usize = 140;

/// The `label` of the graph.
pub(super) fn label(picture: &Picture<'_>) -> Attribute {
    let columns = [colors(picture), lines(picture), shapes(picture)];
    table(&picture.title, &columns, &source(picture), size(picture))
}

/// Title, legend in columns and notes as the label of a graph.
pub(super) fn table(
    title: &str,
    columns: &[Vec<(String, String)>; 3],
    notes: &[String],
    size: usize,
) -> Attribute {
    let title = format!(r#"<FONT POINT-SIZE="{}"><B>{}</B></FONT>"#, size * 3 / 2, html(title));
    let mut rows = across(&title);
    for at in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
        rows.push_str("<TR>");
        for column in columns {
            let (sign, words) = column.get(at).map_or(("", ""), |(s, w)| (s.as_str(), w.as_str()));
            rows.push_str(&format!(
                r#"<TD ALIGN="LEFT">{sign}  </TD><TD ALIGN="LEFT">{}    </TD>"#,
                html(words)
            ));
        }
        rows.push_str("</TR>");
    }
    for text in notes {
        for line in wrap(text, LINE).lines() {
            rows.push_str(&across(&html(line)));
        }
    }
    let ink = style::tint(Role::Ink);
    let table = format!(r#"<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="1">{rows}</TABLE>"#);
    let text = format!(r#"<<FONT POINT-SIZE="{size}" COLOR="{ink}">{table}</FONT>>"#);
    Attribute(Id::Plain("label".to_owned()), Id::Html(text))
}

/// A row over the whole width.
fn across(cell: &str) -> String {
    format!(r#"<TR><TD ALIGN="LEFT" COLSPAN="6">{cell}</TD></TR>"#)
}

/// Letters grow with the network, so that they can be read on a page into which the whole picture is fitted.
fn size(picture: &Picture<'_>) -> usize {
    let nodes = picture.plan.actors.len() + picture.plan.tables.len();
    let size = (8 + nodes.isqrt() / 2).min(40);
    (size as f64 * emphasis(picture.plan, picture.options.engine)).round() as usize
}

pub(super) fn ink(color: &str, text: &str) -> String {
    format!(r#"<FONT COLOR="{color}"><B>{}</B></FONT>"#, html(text))
}

/// The line of the legend for what rests on additional sources alone.
pub(super) fn additional(lang: Lang) -> (String, String) {
    (ink(style::tint(Role::Ink), "━━◇ *"), Phrase::AdditionalAlone.get(lang).to_owned())
}

fn colors(picture: &Picture<'_>) -> Vec<(String, String)> {
    let kinds: BTreeSet<&str> = picture.shown_ties().map(|t| t.kind).collect();
    let lang = picture.options.lang;
    style::families()
        .filter_map(|family| {
            let codes: Vec<&str> = style::kinds(family).filter(|k| kinds.contains(k)).collect();
            let words = format!("{}: {}", style::name(family, lang), codes.join(", "));
            (!codes.is_empty()).then(|| (ink(style::tint(family), "━━━"), words))
        })
        .collect()
}

fn lines(picture: &Picture<'_>) -> Vec<(String, String)> {
    let lang = picture.options.lang;
    let states: BTreeSet<&str> = picture.shown_ties().map(|t| t.state).collect();
    let mut out = Vec::new();
    for (style, sign) in [("solid", "━━━"), ("dashed", "━ ━ ━"), ("dotted", "· · · ·")] {
        let words: Vec<&str> =
            states.iter().filter(|s| style::line(s) == style).map(|s| state(lang, s)).collect();
        if !words.is_empty() {
            out.push((ink(style::tint(Role::Ink), sign), words.join("; ")));
        }
    }
    if picture.shown_ties().any(TieView::rests_on_additional) {
        out.push(additional(lang));
    }
    let mut faint = |sign, found: bool, fr, en| {
        if found {
            out.push((ink(style::tint(Role::Structural), sign), word(lang, fr, en).to_owned()));
        }
    };
    let has = |of: fn(&What<'_>) -> bool| picture.drawn_lines().any(|l| of(&l.what));
    let derived = has(|w| matches!(w, What::Reach(t) if t.iter().any(|t| t.class == "derived")));
    let member = has(|w| matches!(w, What::Reach(t) if t.iter().all(|t| t.class != "derived")));
    let programme = has(|w| matches!(w, What::Programme(_)));
    faint(
        "━ ━ ━",
        derived,
        "du groupement à son membre: liens déduits",
        "from grouping to member: derived ties",
    );
    faint("· · · ·", member, "appartenance, de source publique", "membership, from a public source");
    faint("· · · ·", programme, "programme de l’UE qui y sert", "EU programme that serves it");
    out
}

fn shapes(picture: &Picture<'_>) -> Vec<(String, String)> {
    let lang = picture.options.lang;
    let kinds: BTreeSet<&str> = picture.plan.actors.iter().map(|n| n.kind).collect();
    let mut out: Vec<(String, String)> = ["hub", "member-state", "partner", "grouping", "forum", "programme"]
        .into_iter()
        .filter(|k| kinds.contains(k))
        .map(|kind| (html(words::outline(lang, kind)), words::kind(lang, kind).to_owned()))
        .collect();
    if !picture.plan.tables.is_empty() {
        let words = word(
            lang,
            "un lien: ligne de l’annexe, exemple ou code",
            "a tie: row of the annex, example or code",
        );
        out.push((html(word(lang, "petit cadre", "small frame")), words.to_owned()));
    }
    if !picture.places.embracing.is_empty() {
        let words = word(lang, "groupement qui embrasse ses membres", "grouping that embraces its members");
        out.push((html(word(lang, "grand cadre", "large frame")), words.to_owned()));
    }
    out
}

/// Dates, dataset and documents.
pub(super) fn stamp(dataset: &DatasetView, dates: &DatesView, lang: Lang) -> [String; 2] {
    let documents: Vec<&str> = dataset.documents.iter().map(|d| d.reference.as_str()).collect();
    let digest: String = dataset.digest.chars().take(12).collect();
    [
        format!(
            "{} {}, {} {}. {} {}, {digest}.",
            Phrase::AsOf.get(lang),
            dates.as_of,
            word(lang, "sources connues au", "sources known by"),
            dates.known,
            word(lang, "Jeu de données", "Dataset"),
            dataset.version,
        ),
        format!("Source: {}. {}", documents.join(", "), limit(dataset, lang)),
    ]
}

/// Counts, selection, dates, dataset, documents, and what must be said of the countries shown.
fn source(picture: &Picture<'_>) -> Vec<String> {
    let (view, lang) = (picture.view, picture.options.lang);
    let mut out: Vec<String> = view.dates.first().iter().map(|l| l.get(lang).to_owned()).collect();
    out.push(format!("{}.", counts(picture).join(", ")));
    if !picture.options.selection.is_empty() {
        out.push(selected(picture.options.selection, lang));
    }
    out.extend(stamp(&view.dataset, &view.dates, lang));
    let countries = picture.plan.actors.iter().filter(|n| matches!(n.kind, "partner" | "member-state"));
    for (country, note) in countries.filter_map(|n| Some((n, n.note.as_ref()?.get(lang)))) {
        let name = country.names.get(lang);
        out.push(if note.starts_with(name) { note.to_owned() } else { format!("{name}: {note}") });
    }
    out
}

fn counts(picture: &Picture<'_>) -> Vec<String> {
    let lang = picture.options.lang;
    let stated = picture.shown_ties().filter(|t| t.class == "stated").count();
    let reach: BTreeSet<(&str, &str)> = picture
        .plan
        .lines
        .iter()
        .filter_map(|l| if let What::Reach(ties) = &l.what { Some(ties) } else { None })
        .flatten()
        .map(|t| (t.class, t.id.as_str()))
        .collect();
    let of = |class| reach.iter().filter(|(c, _)| *c == class).count();
    let (derived, structural) = (of("derived"), of("structural"));
    let mut out = vec![
        counted(lang, picture.plan.actors.len(), ["acteur", "actor"], ["acteurs", "actors"]),
        counted(lang, stated, ["lien cité", "stated tie"], ["liens cités", "stated ties"]),
    ];
    if derived > 0 {
        out.push(counted(lang, derived, ["lien déduit", "derived tie"], ["liens déduits", "derived ties"]));
    }
    if structural > 0 {
        let one = ["liste de membres", "list of members"];
        out.push(counted(lang, structural, one, ["listes de membres", "lists of members"]));
    }
    out
}
