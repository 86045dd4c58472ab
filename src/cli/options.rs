//! The options that every verb shares, and opening the dataset.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use relier::dataset::{self, Dataset, parse_word};
use relier::explorer::{Explorer, Query};
use relier::network::Filter;
use relier::seed::{self, SeedFiles};
use relier::view::Lang;
use serde::Serialize;

/// Which network: dates and filters.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Selection {
    /// Read the network for this day (default: the day of the latest document)
    #[arg(long, value_name = "DATE", help_heading = "Selection")]
    as_of: Option<String>,
    /// Count only sources published by this day
    #[arg(long, value_name = "DATE", help_heading = "Selection")]
    known: Option<String>,
    /// Kinds of actor: partner, grouping, forum, programme
    #[arg(long, value_name = "KIND", help_heading = "Selection")]
    kind: Vec<String>,
    /// Kinds of tie: TTC, DP, DD, CD, SDP, DTA, DFR, FTA-D, HE, DEP, CSP, GP, PKG, HUB, ROAM, REG, ARR, CABLE, TRUST, FORUM, ACTION
    #[arg(long, value_name = "CODE", help_heading = "Selection")]
    instrument: Vec<String>,
    /// States on the day: proposed, negotiating, agreed, active, ended, unconfirmed, …
    #[arg(long, value_name = "STATE", help_heading = "Selection")]
    state: Vec<String>,
    /// Areas: CON, AI, G6, SEM, QUA, CYB, EID, PLA, GOV
    #[arg(long, value_name = "AREA", help_heading = "Selection")]
    area: Vec<String>,
    /// Domains of the first direction: D1 to D11
    #[arg(long, value_name = "DOMAIN", help_heading = "Selection")]
    domain: Vec<String>,
    /// Evidence classes: stated, derived, structural (default: stated)
    #[arg(long, value_name = "CLASS", help_heading = "Selection")]
    class: Vec<String>,
    /// Only what lies around this actor (id, ISO code, or name in French or English)
    #[arg(long, value_name = "ACTOR", help_heading = "Selection")]
    focus: Option<String>,
    /// How far around it
    #[arg(long, value_name = "N", help_heading = "Selection")]
    depth: Option<u8>,
    /// From which level on partners count as meeting: working or agenda
    #[arg(long, value_name = "LEVEL", help_heading = "Selection")]
    level: Option<String>,
    /// Take the EU out
    #[arg(long, help_heading = "Selection")]
    without_eu: bool,
    /// Split the EU into its Member States
    #[arg(long, help_heading = "Selection")]
    split_eu: bool,
}

impl Selection {
    pub(crate) fn query(&self) -> Query {
        Query {
            as_of: self.as_of.clone(),
            known: self.known.clone(),
            kind: self.kind.clone(),
            instrument: self.instrument.clone(),
            state: self.state.clone(),
            area: self.area.clone(),
            domain: self.domain.clone(),
            class: self.class.clone(),
            focus: self.focus.clone(),
            depth: self.depth,
            level: self.level.clone(),
            without_eu: self.without_eu,
            split_eu: self.split_eu,
        }
    }
}

/// The two dates alone.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Dates {
    /// Read the network for this day (default: the day of the latest document)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Count only sources published by this day
    #[arg(long, value_name = "DATE")]
    pub(super) known: Option<String>,
}

impl Dates {
    /// One day for both, unless the known date was given.
    pub(crate) fn on(&self, date: &str) -> Dates {
        let known = self.known.clone().unwrap_or_else(|| date.to_owned());
        Dates { as_of: Some(date.to_owned()), known: Some(known) }
    }

    /// The dates of another reading.
    pub(crate) fn same_as(other: &Explorer) -> Dates {
        Dates { as_of: Some(other.dates.as_of.to_string()), known: Some(other.dates.known.to_string()) }
    }
}

/// The form of a table.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// Markdown
    Md,
    /// JSON
    Json,
    /// CSV
    Csv,
    /// A spreadsheet
    Xlsx,
}

/// The form of a table that has no spreadsheet.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TextFormat {
    /// Markdown
    Md,
    /// JSON
    Json,
    /// CSV
    Csv,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Markdown
    Md,
    /// One HTML file that prints on A4
    Html,
    /// JSON
    Json,
    /// CSV
    Csv,
    /// A spreadsheet
    Xlsx,
}

/// A value as indented JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> anyhow::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a dataset without the completeness scan; any fault refuses it.
pub(crate) fn open_dataset(data: Option<&Path>) -> anyhow::Result<Arc<Dataset>> {
    let files = match data {
        Some(dir) => SeedFiles::from_dir(dir)?,
        None => SeedFiles::embedded(),
    };
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, false);
    if let Some(first) = built.faults.first() {
        let more = built.faults.len() - 1;
        let rest =
            if more > 0 { format!("\nand {more} more; relier check lists them all") } else { String::new() };
        bail!("the dataset has faults and is not used\n{first}{rest}");
    }
    Ok(Arc::new(built.dataset))
}

/// Opens the dataset for the dates of a selection, with its filter.
pub(crate) fn open(data: Option<&Path>, selection: &Selection) -> anyhow::Result<(Explorer, Filter)> {
    let dataset = open_dataset(data)?;
    let query = selection.query();
    let usage = |e: relier::explorer::BadQuery| anyhow::Error::new(super::Usage(format!("--{e}")));
    let dates = query.dates(&dataset).map_err(usage)?;
    let filter = query.filter(&dataset).map_err(usage)?;
    Ok((Explorer::new(dataset, dates), filter))
}

/// Opens the dataset for two dates.
pub(crate) fn open_dates(data: Option<&Path>, dates: &Dates) -> anyhow::Result<Explorer> {
    let selection =
        Selection { as_of: dates.as_of.clone(), known: dates.known.clone(), ..Selection::default() };
    Ok(open(data, &selection)?.0)
}

/// Where the output goes.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Output {
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// Writes it whole or not at all: a file is made beside its place and then moved there.
    pub(crate) fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        let Some(path) = &self.output else {
            let mut out = std::io::stdout().lock();
            return match out.write_all(bytes).and_then(|()| out.flush()) {
                // A reader that has seen enough (head, a pager) is no failure.
                Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
                other => other.context("cannot write to standard output"),
            };
        };
        let mut name =
            path.file_name().with_context(|| format!("{} is no file name", path.display()))?.to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        let done = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
        if done.is_err() {
            // Nothing half-written stays behind; the first error is the one to tell.
            let _ = std::fs::remove_file(&part);
        }
        done.with_context(|| format!("cannot write {}", path.display()))
    }
}

/// A language option.
pub(crate) fn lang(text: &str) -> Result<Lang, String> {
    parse_word(text)
}

/// Writes a new folder whole or not at all: it is made beside its place and then moved there.
pub(crate) fn write_folder<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> anyhow::Result<()> {
    let is_empty = |dir: &Path| std::fs::read_dir(dir).is_ok_and(|mut d| d.next().is_none());
    if folder.exists() && !is_empty(folder) {
        bail!("{} is there already and not empty; give another folder, or remove it first", folder.display());
    }
    let mut name =
        folder.file_name().with_context(|| format!("{} is no folder name", folder.display()))?.to_owned();
    name.push(".part");
    let part = folder.with_file_name(name);
    let write = || -> std::io::Result<()> {
        std::fs::create_dir(&part)?;
        for (name, bytes) in files {
            let path = part.join(name);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(path, bytes)?;
        }
        if folder.exists() {
            std::fs::remove_dir(folder)?;
        }
        std::fs::rename(&part, folder)
    };
    let done = write();
    if done.as_ref().is_err_and(|e| e.kind() != std::io::ErrorKind::AlreadyExists) {
        // Nothing half-written stays behind; the first error is the one to tell.
        let _ = std::fs::remove_dir_all(&part);
    }
    done.with_context(|| format!("cannot write {} (by way of {})", folder.display(), part.display()))
}
