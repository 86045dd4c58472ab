//! `relier check`: every fault, every quotation, every mention.

use std::path::Path;
use std::process::ExitCode;

use relier::dataset::{self, Account, Mention};
use relier::seed::{self, SeedFiles};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// List how each mention is accounted for
    #[arg(long)]
    mentions: bool,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let files = match data {
        Some(dir) => SeedFiles::from_dir(dir)?,
        None => SeedFiles::embedded(),
    };
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, true);
    for fault in &built.faults {
        eprintln!("{fault}\n");
    }
    let dataset = &built.dataset;
    if options.mentions {
        for mention in &built.mentions {
            let place = format!("{} {}", dataset.source(mention.source).id, mention.at);
            println!("{place}\t{}\t{}\t{}", dataset.actor(mention.actor).id, mention.words, account(mention));
        }
    }
    let quotations: usize = dataset.ties.iter().map(|t| t.evidence.len()).sum();
    let rows = dataset.ties.iter().filter(|t| t.row.is_some()).count();
    let examples = dataset.ties.iter().filter(|t| t.example.is_some()).count();
    let count = |of: fn(&Account) -> bool| built.mentions.iter().filter(|m| of(&m.account)).count();
    println!("dataset {} ({})", dataset.version, &dataset.digest[..12]);
    println!("{} ties, {quotations} quotations found letter for letter", dataset.ties.len());
    println!("{rows} annex rows, {examples} examples");
    if !dataset.sources.is_empty() && dataset.sources.iter().all(|s| !s.document.form().is_prose()) {
        println!("mentions: not looked for in a table, whose lines are its ties");
    } else if built.mentions.is_empty() {
        println!("mentions: not looked for while a file or a document cannot be read");
    } else {
        println!(
            "{} mentions: {} by ties, {} on cards, {} out of scope with a reason, {} unaccounted for",
            built.mentions.len(),
            count(|a| matches!(a, Account::Ties(_))),
            count(|a| *a == Account::Card),
            count(|a| matches!(a, Account::Scope(_))),
            count(|a| *a == Account::Missing),
        );
    }
    if built.faults.is_empty() {
        println!("no fault");
        Ok(ExitCode::SUCCESS)
    } else {
        eprintln!("{} fault{}", built.faults.len(), if built.faults.len() == 1 { "" } else { "s" });
        Ok(ExitCode::FAILURE)
    }
}

fn account(mention: &Mention) -> String {
    match &mention.account {
        Account::Ties(ties) => format!("ties: {}", ties.join(", ")),
        Account::Card => "card".to_owned(),
        Account::Scope(reason) => format!("out of scope: {reason}"),
        Account::Missing => "MISSING".to_owned(),
    }
}
