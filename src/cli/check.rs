//! `relier check`: every fault, every quotation, every mention.

use std::path::Path;
use std::process::ExitCode;

use relier::dataset::{self, Account, Built, Mention};
use relier::seed::{self, SeedFiles};
use relier::view::words::say;
use relier::view::{Label, Lang};

use super::language::lang;
use super::output::print;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// List how each mention is accounted for
    #[arg(long)]
    mentions: bool,
    /// Language of the account: fr or en
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    let files = match data {
        Some(dir) => SeedFiles::from_dir(dir)?,
        None => SeedFiles::embedded(),
    };
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, true);
    let lang = options.lang;
    for fault in &built.faults {
        let told = if lang == Lang::Fr { fault.told_in_french() } else { fault.to_string() };
        super::tell(format_args!("{told}\n"));
    }
    let dataset = &built.dataset;
    let mut lines: Vec<String> = Vec::new();
    if options.mentions {
        for mention in &built.mentions {
            let place = format!("{} {}", dataset.source(mention.source).id, mention.at);
            let (actor, words) = (&dataset.actor(mention.actor).id, &mention.words);
            lines.push(format!("{place}\t{actor}\t{words}\t{}", account(mention).get(lang)));
        }
    }
    lines.extend(counts(&built).into_iter().map(|line| line.get(lang).to_owned()));
    let n = built.faults.len();
    if n == 0 {
        lines.push(say("aucune faute", "no fault").get(lang).to_owned());
    }
    lines.push(String::new());
    print(lines.join("\n").as_bytes())?;
    if n == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    let told = say(
        format!("{n} faute{}", if n > 1 { "s" } else { "" }),
        format!("{n} fault{}", if n == 1 { "" } else { "s" }),
    );
    super::tell(format_args!("{}", told.get(lang)));
    Ok(ExitCode::FAILURE)
}

/// What there is, in numbers.
fn counts(built: &Built) -> Vec<Label> {
    let dataset = &built.dataset;
    let (version, digest, ties) = (&dataset.version, &dataset.digest[..12], dataset.ties.len());
    let quotations: usize = dataset.ties.iter().map(|t| t.evidence.len()).sum();
    let rows = dataset.ties.iter().filter(|t| t.row.is_some()).count();
    let examples = dataset.ties.iter().filter(|t| t.example.is_some()).count();
    let count = |of: fn(&Account) -> bool| built.mentions.iter().filter(|m| of(&m.account)).count();
    let s = |n: usize| if n > 1 { "s" } else { "" };
    let mentions = if !dataset.sources.is_empty()
        && dataset.sources.iter().all(|s| !s.document.form().is_prose())
    {
        say(
            "mentions: non cherchées dans une table, dont les lignes sont les liens",
            "mentions: not looked for in a table, whose lines are its ties",
        )
    } else if built.mentions.is_empty() {
        say(
            "mentions: non cherchées tant qu’un fichier ou un document ne peut être lu",
            "mentions: not looked for while a file or a document cannot be read",
        )
    } else {
        let all = built.mentions.len();
        let by_ties = count(|a| matches!(a, Account::Ties(_)));
        let cards = count(|a| *a == Account::Card);
        let scope = count(|a| matches!(a, Account::Scope(_)));
        let missing = count(|a| *a == Account::Missing);
        say(
            format!(
                "{all} mention{}: {by_ties} par des liens, {cards} sur des fiches, {scope} hors champ avec une raison, {missing} sans explication",
                s(all)
            ),
            format!(
                "{all} mentions: {by_ties} by ties, {cards} on cards, {scope} out of scope with a reason, {missing} unaccounted for"
            ),
        )
    };
    vec![
        say(format!("jeu de données {version} ({digest})"), format!("dataset {version} ({digest})")),
        say(
            format!(
                "{ties} lien{}, {quotations} citation{} retrouvée{} lettre pour lettre",
                s(ties),
                s(quotations),
                s(quotations)
            ),
            format!("{ties} ties, {quotations} quotations found letter for letter"),
        ),
        say(
            format!("{rows} ligne{} d’annexe, {examples} exemple{}", s(rows), s(examples)),
            format!("{rows} annex rows, {examples} examples"),
        ),
        mentions,
    ]
}

fn account(mention: &Mention) -> Label {
    match &mention.account {
        Account::Ties(ties) => {
            let ties = ties.join(", ");
            say(format!("liens: {ties}"), format!("ties: {ties}"))
        }
        Account::Card => say("fiche", "card"),
        Account::Scope(reason) => say(format!("hors champ: {reason}"), format!("out of scope: {reason}")),
        Account::Missing => say("SANS EXPLICATION", "MISSING"),
    }
}
