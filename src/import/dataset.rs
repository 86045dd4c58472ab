//! Writing the network as a dataset: the file as its document, and the records as TOML that people can go on editing.

use std::fmt::Write;
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::graph::{Actor, Graph, Tie};
use super::{ANEW, ImportError, Options};
use crate::corpus::{Document, Form as Layout, Outline};
use crate::dataset::{Kind, Word, build, parse_date};
use crate::seed::{SeedFiles, Told, read};

/// A dataset made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Its files.
    pub files: SeedFiles,
    /// Actors in it.
    pub actors: usize,
    /// Ties in it.
    pub ties: usize,
    /// What it does not keep of the file, and what was assumed, in words.
    pub told: Vec<Told>,
}

/// Text in TOML's quotation marks.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            '\r' => out += "\\r",
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn names(fr: &str, en: &str) -> String {
    format!("{{ fr = {}, en = {} }}", quoted(fr), quoted(en))
}

fn list(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|v| quoted(v)).collect();
    format!("[{}]", quoted.join(", "))
}

/// The id of the document: the name of the file, in plain letters.
fn document_id(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "table".to_owned() } else { plain.to_owned() }
}

pub(super) fn write(
    name: &str,
    text: String,
    graph: Graph,
    options: &Options,
) -> Result<Imported, ImportError> {
    let kept_not = |l: &Told| (format!("non repris: {}", l.fr), format!("not kept: {}", l.en)).into();
    let mut told: Vec<Told> = graph.lost.iter().map(kept_not).collect();
    let id = document_id(name);
    let date = date(&graph, options, &mut told);
    let layout = match graph.form {
        super::Form::EdgeList => Layout::EdgeList,
        super::Form::GraphMl | super::Form::Gexf => Layout::Markup,
    };
    let outline = Outline { form: layout, notes: Vec::new() };
    let document = Document::parse(&id, text, &outline).map_err(|e| {
        super::refuse(name, "", 0..0, (format!("ligne {}: {}", e.line, e.french), e.to_string()), ANEW)
    })?;
    let mut files = SeedFiles::default();
    let mut put = |name: &str, text: String| {
        files.files.insert(name.to_owned(), text);
    };
    put("actors.toml", actors(&graph));
    put("countries.toml", countries(&graph));
    put("memberships.toml", memberships(&graph, &date));
    put("instruments.toml", instruments(&graph, &document));
    put("actions.toml", "# A table has no annex.\n".to_owned());
    put("scope.toml", "# Nothing of a table is left out.\n".to_owned());
    put("taxonomy.toml", taxonomy(&graph));
    put(&format!("documents/{id}.toml"), card(name, &document, &graph, options, &date));
    put(&format!("documents/{id}.txt"), document.text().to_owned());
    // What is written must be what every verb accepts.
    let (actors, ties) = (graph.actors.len(), graph.ties.len());
    drop((graph, document));
    let (seeds, faults) = read(files);
    let built = build(&seeds, faults, true);
    if !built.faults.is_empty() {
        return Err(ImportError { faults: built.faults });
    }
    Ok(Imported { files: seeds.files, actors, ties, told })
}

/// The day that the table describes: as told, as the file says, the latest in it; no clock is asked.
fn date(graph: &Graph, options: &Options, told: &mut Vec<Told>) -> String {
    if let Some(date) = options.date {
        return date.to_string();
    }
    let written = graph.date.as_deref().map(|d| d.split('T').next().unwrap_or(d));
    if let Some(date) = written.and_then(|d| parse_date(d).ok()) {
        return date.to_string();
    }
    let moments = graph.ties.iter().filter_map(|t| t.from.as_deref()?.parse::<crate::dataset::Moment>().ok());
    let latest = moments.map(|m| m.start).max();
    let (date, why) = match latest {
        Some(date) => (date.to_string(), ("le dernier jour qui y est", "the latest day in it")),
        None => ("1970-01-01".to_owned(), ("puisqu’aucun jour n’y est", "since no day stands in it")),
    };
    let note = (
        format!("le fichier ne dit pas sa date: il est daté du {date}, {} (--date JOUR change cela)", why.0),
        format!("the file says no date of its own: it is dated {date}, {} (--date DAY changes that)", why.1),
    );
    told.push(note.into());
    date
}

fn card(name: &str, document: &Document, graph: &Graph, options: &Options, date: &str) -> String {
    let title = options.title.as_deref().or(graph.title.as_deref()).unwrap_or(name);
    let digest: String =
        Sha256::digest(document.text().as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let reuse = match &graph.reuse {
        Some(reuse) => names(reuse, reuse),
        None => names("non indiquée dans le fichier", "not stated in the file"),
    };
    format!(
        "# Written by relier import; the text beside it is the imported file, byte for byte.\n\
         title = {}\npublisher = {}\nreference = {}\ndate = {}\nlanguage = \"zxx\"\nsha256 = {}\nform = {}\nreuse = {reuse}\n",
        names(title, title),
        names("fichier importé", "imported file"),
        quoted(name),
        quoted(date),
        quoted(&digest),
        quoted(graph.form.word()),
    )
}

fn actor(out: &mut String, table: &str, actor: &Actor) {
    let _ = write!(out, "\n[[{table}]]\nid = {}\n", quoted(&actor.id));
    if actor.country.is_none() {
        let _ = writeln!(out, "kind = {}", quoted(actor.kind));
    }
    let _ = writeln!(out, "names = {}", names(&actor.fr, &actor.en));
    let _ = writeln!(out, "aliases = {}", list(&actor.aliases));
    if let Some((fr, en, stratum)) = &actor.country {
        let _ = writeln!(out, "region = {}\nstratum = {}", names(fr, en), quoted(stratum));
    }
    if let Some(level) = actor.level.or((actor.kind == "forum").then_some("agenda")) {
        let _ = writeln!(out, "level = {}", quoted(level));
    }
    if let Some((fr, en)) = &actor.note {
        let _ = writeln!(out, "note = {}", names(fr, en));
    }
}

fn actors(graph: &Graph) -> String {
    let hub = if graph.has_hub { "" } else { "hub = \"none\"\n" };
    let mut out =
        format!("# Written by relier import; yours to edit from here on.\nversion = \"1.0.0\"\n{hub}");
    for one in graph.actors.iter().filter(|a| a.country.is_none()) {
        actor(&mut out, "actor", one);
    }
    out
}

fn countries(graph: &Graph) -> String {
    let mut out = "# Countries of the file, as far as it says where they lie.\n".to_owned();
    for one in graph.actors.iter().filter(|a| a.country.is_some()) {
        actor(&mut out, "country", one);
    }
    out
}

fn memberships(graph: &Graph, date: &str) -> String {
    let mut out = "# Who is in which group, by the imported file.\n".to_owned();
    for one in &graph.memberships {
        let _ = write!(
            out,
            "\n[[membership]]\ngroup = {}\nmembers = {}\nchecked = {}\nsource = {}\ncertainty = \"medium\"\n",
            quoted(&one.group),
            list(&one.members),
            quoted(date),
            quoted(&one.source),
        );
        if let Some((fr, en)) = &one.note {
            let _ = writeln!(out, "note = {}", names(fr, en));
        }
    }
    out
}

fn instruments(graph: &Graph, document: &Document) -> String {
    let mut out = "# Each tie with its own words in the imported file.\n".to_owned();
    for one in &graph.ties {
        instrument(&mut out, one, graph, document);
    }
    out
}

fn instrument(out: &mut String, tie: &Tie, graph: &Graph, document: &Document) {
    let _ = write!(
        out,
        "\n[[instrument]]\nid = {}\nkind = {}\nnames = {}\nparties = {}\nstate = {}\n",
        quoted(&tie.id),
        quoted(tie.kind),
        names(&tie.fr, &tie.en),
        list(&tie.parties),
        quoted(tie.state),
    );
    for (key, value) in [
        ("from", tie.from.as_deref()),
        ("until", tie.until.as_deref()),
        ("expected", tie.expected.as_deref()),
        ("meeting", tie.meeting),
        ("polarity", tie.is_concern.then_some("concern")),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
    }
    if let Some((fr, en)) = &tie.note {
        let _ = writeln!(out, "note = {}", names(fr, en));
    }
    for (key, values) in [("areas", &tie.areas), ("programmes", &tie.programmes)] {
        if !values.is_empty() {
            let _ = writeln!(out, "{key} = {}", list(values));
        }
    }
    if graph.has_hub && !tie.with_hub {
        *out += "without_hub = true\n";
    }
    let cites: Vec<String> = tie
        .cites
        .iter()
        .flat_map(|range| passages(document, range))
        .map(|(at, quote)| {
            let document = quoted(document.id());
            format!("  {{ document = {document}, at = {}, quote = {} }},\n", quoted(at), quoted(quote))
        })
        .collect();
    let _ = write!(out, "cite = [\n{}]\n", cites.concat());
}

/// The pieces of a range that lie in one passage each: a value can break a line.
fn passages<'a>(document: &'a Document, range: &Range<usize>) -> Vec<(&'a str, &'a str)> {
    let all = document.passages();
    let first = all.partition_point(|p| p.range.end <= range.start);
    all[first..]
        .iter()
        .take_while(|p| p.range.start < range.end)
        .map(|p| {
            (p.locator.as_str(), &document.text()[p.range.start.max(range.start)..p.range.end.min(range.end)])
        })
        .filter(|(_, quote)| !quote.is_empty())
        .collect()
}

/// The words of the kinds of tie, which every dataset gives; those of the documents, since a file can use their codes.
fn taxonomy(graph: &Graph) -> String {
    // The other files are not wanted, and their absence is no fault here.
    let mut kinds = SeedFiles::embedded();
    kinds.files.retain(|name, _| name == "taxonomy.toml");
    let (shipped, _) = read(kinds);
    let mut out =
        "# The kinds of tie; an imported network has no directions, domains or legs.\nversion = \"1.0.0\"\n"
            .to_owned();
    for (id, fr, en) in &graph.areas {
        let _ = write!(out, "\n[[area]]\nid = {}\nnames = {}\ncite = []\n", quoted(id), names(fr, en));
    }
    for kind in &shipped.kinds {
        let _ = write!(
            out,
            "\n[[kind]]\nid = {}\nnames = {}\nshort = {}\nbindingness = {}\n",
            quoted(kind.id.get_ref()),
            names(&kind.names.fr, &kind.names.en),
            names(&kind.short.fr, &kind.short.en),
            quoted(kind.bindingness.get_ref()),
        );
    }
    let _ = write!(
        out,
        "\n[[kind]]\nid = {}\nnames = {}\nshort = {}\nbindingness = \"statement\"\n",
        quoted(Kind::Link.word()),
        names("lien importé", "imported tie"),
        names("liens importés", "imported ties"),
    );
    out
}
