//! The documents with their cards, and the digest over every file.

use sha2::{Digest, Sha256};

use super::citations::Reporter;
use super::moment::parse_date;
use super::records::Source;
use super::values::name;
use crate::corpus::{Document, Form, Outline};
use crate::seed::{ADDITIONAL, Fault, Seeds};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SHA-256 over name and text of every file, in the order of names. The additional sources are no part of the dataset; they
/// have a digest of their own.
pub(super) fn digest(seeds: &Seeds) -> String {
    let mut hasher = Sha256::new();
    for (name, text) in seeds.files.files.iter().filter(|(name, _)| *name != ADDITIONAL) {
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    hex(&hasher.finalize())
}

pub(super) fn sources(seeds: &Seeds, reporter: &mut Reporter<'_>) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    for (id, card) in &seeds.cards {
        let file = format!("documents/{id}.toml");
        let text_file = format!("documents/{id}.txt");
        let record = format!("card {id}");
        let Some(text) = seeds.files.get(&text_file) else {
            reporter.at(
                &file,
                0..0,
                &record,
                (format!("il manque {text_file}"), format!("{text_file} is missing")),
                ("ajoutez le document à côté de sa fiche", "add the document beside its card"),
            );
            continue;
        };
        let sha256 = hex(&Sha256::digest(text.as_bytes()));
        if &sha256 != card.sha256.get_ref() {
            let what = (
                format!("{text_file} n’est pas le document qui a été codé: son SHA-256 est {sha256}"),
                format!("{text_file} is not the document that was coded: its SHA-256 is {sha256}"),
            );
            let mend = (
                "rétablissez le document octet pour octet; pour une nouvelle édition seulement, codez-la de nouveau, puis changez sha256",
                "restore the document byte for byte; only for a new edition, code it anew and then change sha256",
            );
            reporter.on(&file, &card.sha256, &record, what, mend);
        }
        let form = match card.form.get_ref().as_str() {
            "joint-communication" => Form::JointCommunication,
            "council-conclusions" => Form::CouncilConclusions,
            "edge-list" => Form::EdgeList,
            "graphml" | "gexf" => Form::Markup,
            other => {
                let what = (
                    format!("«{other}» n’est pas une forme de document"),
                    format!("«{other}» is no form of document"),
                );
                reporter.on(
                    &file,
                    &card.form,
                    &record,
                    what,
                    (
                        "écrivez joint-communication ou council-conclusions; pour une table edge-list, graphml ou gexf",
                        "write joint-communication or council-conclusions; of a table edge-list, graphml or gexf",
                    ),
                );
                continue;
            }
        };
        let date = match parse_date(card.date.get_ref()) {
            Ok(date) => date,
            Err(error) => {
                let mend = ("écrivez le jour de la publication", "write the day of publication");
                reporter.on(&file, &card.date, &record, (error.french(), error.to_string()), mend);
                continue;
            }
        };
        let outline = Outline { form, notes: card.notes.clone() };
        match Document::parse(id, text.to_owned(), &outline) {
            Ok(document) => out.push(Source {
                id: id.clone(),
                title: name(&card.title),
                reference: card.reference.clone(),
                date,
                publisher: name(&card.publisher),
                language: card.language.clone(),
                sha256,
                reuse: name(&card.reuse),
                address: card.address.clone(),
                document,
            }),
            Err(error) => {
                let start = text.split_inclusive('\n').take(error.line.saturating_sub(1)).map(str::len).sum();
                let mend = (
                    "rétablissez le document, ou corrigez le plan sur sa fiche",
                    "restore the document, or correct the outline on its card",
                );
                reporter.faults.push(Fault::at(
                    &text_file,
                    text,
                    start..start + 1,
                    &record,
                    (error.french, error.message),
                    mend,
                ));
            }
        }
    }
    let texts = seeds.files.files.keys().filter_map(|n| n.strip_prefix("documents/")?.strip_suffix(".txt"));
    for id in texts.clone().filter(|id| !seeds.cards.contains_key(*id) && !seeds.unread.contains(*id)) {
        let file = format!("documents/{id}.txt");
        let mend = (
            format!("ajoutez documents/{id}.toml; seeds/README.md dit ce qu’il contient"),
            format!("add documents/{id}.toml; seeds/README.md says what it holds"),
        );
        let what = ("un document sans sa fiche", "a document without its card");
        reporter.at(&file, 0..0, &format!("card {id}"), what, mend);
    }
    let known = texts.chain(seeds.cards.keys().map(String::as_str));
    reporter.lost = known.filter(|id| !out.iter().any(|s| s.id == *id)).map(str::to_owned).collect();
    out.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    out
}
