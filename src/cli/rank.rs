//! `relier rank`: a centrality as a table.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use relier::gap::{Replicates, SHARES};
use relier::measure::Measure;
use relier::report;
use relier::view::{GraphKind, Lang, RankTest, find_measure, rank_tested};

use super::language::{lang, word};
use super::options::{Format, Selection, count, json, open, rows};
use super::output::Output;
use super::progress::Progress;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// degree, degree-centrality, strength, betweenness, closeness, harmonic, eigenvector, pagerank, constraint, effective-size, core-number
    measure: String,
    /// On which graph: actors (who meets whom) or incidence (actors and what they are in)
    #[arg(long, default_value = "actors", value_parser = word::<GraphKind>)]
    graph: GraphKind,
    /// The first N, with all who share the last rank; where the order does not hold, all who can be among them. All when left out
    #[arg(long, allow_negative_numbers = true, value_parser = rows, value_name = "N")]
    top: Option<usize>,
    /// Test the ranking: delete 5, 10 and 20 % of the records this many times (betweenness: 1000 times unless said otherwise)
    #[arg(long, allow_negative_numbers = true, value_parser = count, value_name = "N")]
    replicates: Option<usize>,
    /// Seed of the replicates
    #[arg(long, allow_negative_numbers = true, default_value_t = Replicates::default().seed)]
    seed: u64,
    #[command(flatten)]
    selection: Selection,
    /// Language of the report: fr or en
    #[arg(long, default_value = "fr", value_parser = lang)]
    lang: Lang,
    /// Form of the report; csv and json hold all measures
    #[arg(long, default_value = "md")]
    format: Format,
    #[command(flatten)]
    output: Output,
}

/// Beyond so many rows a table is no page to read.
const MANY: usize = 1000;

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    options.output.fits(&options.format)?;
    let measure = find_measure(&options.measure).map_err(super::Usage::from)?;
    let (explorer, filter) = open(data, &options.selection)?;
    // A table has one measure; the other forms have all.
    let measures = match options.format {
        Format::Md => &[measure][..],
        _ => &Measure::ALL[..],
    };
    let test = RankTest::of(
        &explorer.dataset,
        measures,
        (options.replicates, Replicates::default().count),
        options.seed,
    );
    let bar = Progress::of(test.map_or(0, |t| t.replicates.count * SHARES.len()));
    let mut view = rank_tested(&explorer, options.graph, &filter, measures, test, &|| bar.tick());
    drop(bar);
    if !view.measures.iter().any(|m| m.id == measure.id()) {
        let others: Vec<&str> = Measure::ALL.iter().filter(|m| **m != measure).map(|m| m.id()).collect();
        bail!(super::Usage::new(
            format!(
                "{} n’est pas défini sur ce graphe; donnez l’une de: {}",
                measure.id(),
                others.join(", ")
            ),
            format!("{} is not defined on this graph; give one of: {}", measure.id(), others.join(", "))
        ));
    }
    // A page of thousands of rows without a value says less than the reason.
    let undefined = view.undefined.iter().find(|u| u.measure == measure.id());
    if let (Some(undefined), Format::Md, true) = (undefined, options.format, view.rows.len() > MANY) {
        bail!(super::Usage::new(
            format!("{}: {}", measure.id(), undefined.reason.fr),
            format!("{}: {}", measure.id(), undefined.reason.en)
        ));
    }
    let bytes = match options.format {
        Format::Md => report::rank_markdown(&view, measure.id(), options.top, options.lang).into_bytes(),
        Format::Json => {
            // The view has every measure; its command is that of the one asked for.
            view.command = report::rank_command(&view, measure.id());
            json(&view)?
        }
        Format::Csv => report::rank_csv(&view, options.lang)?,
        Format::Xlsx => report::rank_xlsx(&view, options.lang)?,
    };
    options.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
