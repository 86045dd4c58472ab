//! One actor, one tie, one passage, one path.

use super::markdown::{Quotes, code, command, field, head, quotation};
use crate::dataset::{State, Word};
use crate::network::Class;
use crate::view::words::{self, place, say};
use crate::view::{ActorView, Label, Lang, Names, PassageView, PathView, ReaderView, TieDetail, TieView};

/// A state word in the language.
fn state(word: &str, lang: Lang) -> String {
    let found = State::ALL.iter().find(|s| s.word() == word);
    found.map_or_else(|| word.to_owned(), |&s| words::state(s).get(lang).to_owned())
}

/// A class of evidence in the language.
fn class(word: &str, lang: Lang) -> String {
    let found = Class::ALL.iter().find(|c| c.word() == word);
    found.map_or_else(|| word.to_owned(), |&c| words::class(c).get(lang).to_owned())
}

/// When a tie holds, in words; empty when the source gives nothing.
fn when(tie: &TieView, lang: Lang) -> String {
    let mut out = Vec::new();
    if let Some(calendar) = &tie.calendar {
        out.push(format!("«{calendar}»"));
    } else {
        let [from, until] = &tie.valid.given;
        out.extend(from.iter().map(|from| words::since(from).get(lang).to_owned()));
        out.extend(until.iter().map(|until| words::until(until).get(lang).to_owned()));
        if let Some(expected) = &tie.valid.expected {
            let when = words::moment(expected);
            let passed = match tie.state {
                "unconfirmed" => say(" (passé; suite non dite)", " (passed; outcome not told)"),
                _ => say("", ""),
            };
            let expected = say("attendu", "expected");
            out.push(format!("{}: {}{}", expected.get(lang), when.get(lang), passed.get(lang)));
        }
    }
    if out.is_empty() { String::new() } else { format!(", {}", out.join(", ")) }
}

/// An actor with its ties and their quotations.
pub fn actor_markdown(view: &ActorView, lang: Lang) -> String {
    let title = format!("{} ({})", view.node.names.get(lang), view.node.id);
    let mut out = head(&title, &view.dataset, &view.dates, lang);
    out += &format!("**{}**\n\n", view.headline.get(lang));
    if let Some(note) = &view.node.note {
        out += &format!("{}\n\n", note.get(lang));
    }
    let mut quotes = Quotes::default();
    let part = |tie: &TieView| {
        let own = tie.parties.iter().find(|p| p.id == view.node.id);
        let own_evidence = own
            .map(|p| {
                p.evidence.iter().filter_map(|&i| tie.evidence.get(i as usize).cloned()).collect::<Vec<_>>()
            })
            .filter(|e| !e.is_empty())
            .unwrap_or_else(|| tie.evidence.clone());
        (own.map_or(tie.state, |p| p.state), own_evidence)
    };
    for (label, actions) in [
        (say("Instruments", "Instruments"), false),
        (say("Actions et exemples", "Actions and examples"), true),
    ] {
        let ties: Vec<&TieView> = view.ties.iter().filter(|t| (t.kind == "ACTION") == actions).collect();
        out += &format!("## {} ({})\n\n", label.get(lang), ties.len());
        for tie in ties {
            let (own_state, evidence) = part(tie);
            let concern = if tie.polarity == "concern" {
                say(" [préoccupations]", " [concerns]").get(lang).to_owned()
            } else {
                String::new()
            };
            out += &format!(
                "- `{}` **{}**{concern}: {}{}.{}\n",
                tie.id,
                tie.names.get(lang),
                state(own_state, lang),
                when(tie, lang),
                quotes.cite(&evidence)
            );
        }
        out.push('\n');
    }
    if !view.derived.is_empty() {
        let label = say("Par un groupement (ne comble aucun vide)", "Through a grouping (closes no gap)");
        out += &format!("## {} ({})\n\n", label.get(lang), view.derived.len());
        for derived in &view.derived {
            let via = all_named(&view.names, &derived.via, lang);
            let (name, through) = (derived.names.get(lang), say("par: ", "through: "));
            out += &format!("- `{}` {name} ({}{via})\n", derived.id, through.get(lang));
        }
        out.push('\n');
    }
    if !view.memberships.is_empty() {
        out += &format!(
            "## {}\n\n",
            say(
                "Appartenances (source publique, hors des deux documents)",
                "Memberships (public source, outside the two documents)"
            )
            .get(lang)
        );
        for m in &view.memberships {
            let members = if m.members.is_empty() {
                String::new()
            } else {
                format!(": {}", all_named(&view.names, &m.members, lang))
            };
            let short = if m.complete {
                String::new()
            } else {
                say(" (liste incomplète)", " (incomplete list)").get(lang).to_owned()
            };
            // The sources are written down in English alone.
            let mark = say("[source en anglais] ", "");
            let (name, mark, checked) = (m.names.get(lang), mark.get(lang), words::moment(&m.checked));
            let since = m.since.as_ref().map(|s| format!("{}. ", s.get(lang))).unwrap_or_default();
            let own = m.note.as_ref().filter(|_| m.group == view.node.id);
            let note = own.map(|n| format!(" {}", n.get(lang))).unwrap_or_default();
            let source = &m.source;
            out +=
                &format!("- {name}{short}{members}. {since}{mark}{source} ({}).{note}\n", checked.get(lang));
        }
        out.push('\n');
    }
    for evidence in &view.card {
        out += &format!("- {}\n", quotation(&view.dataset, evidence, lang));
    }
    out +=
        &format!("## {}\n\n{}", view.dataset.quotations_title().get(lang), quotes.list(&view.dataset, lang));
    out + &command(&view.command, lang)
}

/// A name with its code.
fn named(names: &Names, code: &str, lang: Lang) -> String {
    match names.get(code, lang) {
        name if name == code => name.to_owned(),
        name => format!("{name} ({})", self::code(code)),
    }
}

fn all_named(names: &Names, codes: &[String], lang: Lang) -> String {
    codes.iter().map(|code| named(names, code, lang)).collect::<Vec<_>>().join("; ")
}

/// Where an action names a party, in words.
fn column(word: &str) -> Label {
    match word {
        "title" => say("objectif", "title"),
        "description" => say("description", "description"),
        "column" => say("colonne des partenaires", "column of partners"),
        "text" => say("texte", "text"),
        word => say(word, word),
    }
}

/// A tie with its quotations.
pub fn tie_markdown(view: &TieDetail, lang: Lang) -> String {
    let (tie, names) = (&view.tie, &view.names);
    let mut out = head(tie.names.get(lang), &view.dataset, &view.dates, lang);
    out += &field(
        &say("Id", "Id"),
        &format!("`{}` ({}; {})", tie.id, view.kind.get(lang), class(tie.class, lang)),
        lang,
    );
    out += &field(
        &say("État", "State"),
        &format!("{}{}", tie.standing(tie.state).get(lang), when(tie, lang)),
        lang,
    );
    out += &field(&say("Participants", "Participants"), &all_named(names, &tie.participants, lang), lang);
    for party in &tie.parties {
        let places: Vec<String> = party.places.iter().map(|p| column(p).get(lang).to_owned()).collect();
        let places = if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) };
        out += &format!("  - {}{places}: {}\n", names.get(&party.id, lang), state(party.state, lang));
    }
    for (label, list) in [
        (say("Domaines d’action", "Areas"), &tie.areas),
        (say("Domaines promis", "Promised domains"), &tie.domains),
        (say("Programmes", "Programmes"), &tie.programmes),
        (say("Même fait", "Same fact"), &tie.same_as),
    ] {
        if !list.is_empty() {
            out += &field(&label, &all_named(names, list, lang), lang);
        }
    }
    if let Some(note) = &tie.note {
        out += &field(&say("Décision de codage", "Coding decision"), note.get(lang), lang);
    }
    if !tie.additional.is_empty() {
        out += &format!("\n## {}\n\n", say("Sources additionnelles", "Additional sources").get(lang));
        for remark in &tie.additional {
            out += &format!("- {}\n", super::additional::remark(remark, lang));
        }
    }
    out += &format!("\n## {}\n\n", view.dataset.quotations_title().get(lang));
    for evidence in &tie.evidence {
        out += &format!("- {}\n", quotation(&view.dataset, evidence, lang));
    }
    out.push('\n');
    out + &command(&view.command, lang)
}

/// A passage with what it is cited for; `again` is the command that shows it.
pub fn passage_markdown(
    reference: &str,
    passage: &PassageView,
    names: &Names,
    again: &str,
    lang: Lang,
) -> String {
    let mut out =
        format!("# {reference}, {}\n\n`{}`\n\n> {}\n\n", passage.place.get(lang), passage.at, passage.text);
    if passage.marks.is_empty() {
        out += &format!("{}\n", say("Aucun lien ne le cite.", "No tie cites it.").get(lang));
    }
    for mark in &passage.marks {
        let quote = &passage.text[mark.start - passage.start..mark.end - passage.start];
        out += &format!("- “{quote}”: {}\n", all_named(names, &mark.ties, lang));
    }
    out.push('\n');
    out + &command(again, lang)
}

/// The passages of a document, a line each.
pub fn document_markdown(reader: &ReaderView, again: &str, lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n\n", reader.document.reference, reader.document.title.get(lang));
    for passage in &reader.passages {
        let start: String = passage.text.chars().take(70).collect();
        let cited: usize = passage.marks.iter().map(|m| m.ties.len()).sum();
        let cited = if cited > 0 { format!(" [{cited}]") } else { String::new() };
        out += &format!("- `{}` ({}){cited}: {start}…\n", passage.at, place(&passage.at).get(lang));
    }
    out.push('\n');
    out + &command(again, lang)
}

/// Shortest paths in words.
pub fn path_markdown(view: &PathView, lang: Lang) -> String {
    let [from, to] = view.names.each_ref().map(|n| n.get(lang));
    let mut out = head(&format!("{from} – {to}"), &view.dataset, &view.dates, lang);
    out += &format!("**{}**\n\n", view.text.get(lang));
    let mut quotes = Quotes::default();
    for (i, path) in view.paths.iter().enumerate() {
        for (j, step) in path.iter().enumerate() {
            let cited = quotes.cite(&step.evidence);
            let indent = if j == 0 { format!("{}. ", i + 1) } else { "   ".to_owned() };
            out += &format!("{indent}{}{cited}\n", step.text.get(lang));
        }
    }
    if (view.paths.len() as u64) < view.count {
        let more = say(
            format!("{} chemins sur {} sont écrits.", view.paths.len(), view.count),
            format!("{} paths of {} are written out.", view.paths.len(), view.count),
        );
        out += &format!("\n{}\n", more.get(lang));
    }
    out += &format!(
        "\n## {}\n\n{}",
        view.dataset.quotations_title().get(lang),
        quotes.list(&view.dataset, lang)
    );
    out + &command(&view.command, lang)
}
