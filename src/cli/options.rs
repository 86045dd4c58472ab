//! The options that every verb shares, and opening the dataset.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;
use clap::{Args, ValueEnum};
use relier::dataset::{self, Dataset, Scenario};
use relier::explorer::{Explorer, NotFound, Query, folder_option};
use relier::network::Filter;
use relier::seed::{self, SeedFiles};
use relier::view::words::say;
use serde::Serialize;

use super::language::{Refused, either, unreadable};

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
    #[arg(long, allow_negative_numbers = true, value_name = "N", help_heading = "Selection")]
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
    /// Add what other public texts say: facts outside the two documents, not machine-checked; `relier sources` cites them
    #[arg(long, help_heading = "Selection")]
    additional: bool,
    #[command(flatten)]
    edits: Edits,
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
            additional: self.additional,
        }
    }
}

/// The edits of a scenario: a file, or words.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Edits {
    /// Read the network as if the edits of this TOML file were facts; the output says first that they are assumptions
    #[arg(long, value_name = "FILE", conflicts_with = "edit", help_heading = "Scenario")]
    pub(super) scenario: Option<PathBuf>,
    /// The same with one edit in words, as often as needed: "add DP NOR", "add ACTION NOR areas=AI,CYB", "extend annex-5 IND",
    /// "drop DD-BRA", "state DTA-SGP active", "source annex-7", "restore DD-BRA"
    #[arg(long, value_name = "EDIT", help_heading = "Scenario")]
    pub(super) edit: Vec<String>,
}

impl Edits {
    /// Whether any were given.
    pub(crate) fn any(&self) -> bool {
        self.scenario.is_some() || !self.edit.is_empty()
    }

    /// Reads them against a dataset; every fault is printed, with its place.
    pub(crate) fn read(&self, dataset: &Dataset) -> anyhow::Result<Scenario> {
        let read = match &self.scenario {
            None => Scenario::from_words(dataset, &self.edit),
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(unreadable(path))?;
                Scenario::from_toml(dataset, &path.display().to_string(), &text)
            }
        };
        let faults = match read {
            Ok(scenario) => return Ok(scenario),
            Err(faults) => faults,
        };
        for fault in &faults {
            super::tell(format_args!("{}\n", either(fault.told_in_french(), fault.to_string())));
        }
        let (n, s) = (faults.len(), if faults.len() == 1 { "" } else { "s" });
        let message = say(format!("le scénario a {n} faute{s}"), format!("the scenario has {n} fault{s}"));
        if self.scenario.is_none() {
            bail!(super::Usage(message));
        }
        bail!(either(message.fr, message.en))
    }
}

/// The two dates, and a scenario.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Dates {
    /// Read the network for this day (default: the day of the latest document)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Count only sources published by this day
    #[arg(long, value_name = "DATE")]
    pub(super) known: Option<String>,
    /// Add what other public texts say: facts outside the two documents, not machine-checked; `relier sources` cites them
    #[arg(long)]
    pub(super) additional: bool,
    #[command(flatten)]
    pub(super) edits: Edits,
}

impl Dates {
    /// Another day, and the one up to which sources count.
    pub(crate) fn on(&self, date: &str, known: String) -> Dates {
        Dates { as_of: Some(date.to_owned()), known: Some(known), ..self.clone() }
    }

    /// The dates of another reading, with the same edits.
    pub(crate) fn same_as(&self, other: &Explorer) -> Dates {
        let (as_of, known) = (other.dates.as_of.to_string(), other.dates.known.to_string());
        Dates { as_of: Some(as_of), known: Some(known), ..self.clone() }
    }

    /// The dates alone.
    pub(crate) fn without_edits(&self) -> Dates {
        Dates { edits: Edits::default(), ..self.clone() }
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

/// One part of a report alone.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Only {
    /// One part alone, by the word that the command under it names
    #[arg(long, value_name = "PART")]
    only: Option<String>,
}

impl Only {
    /// The part in words, when one is asked for; the other forms hold the whole.
    pub(crate) fn told(
        &self,
        form: ReportFormat,
        part: impl FnOnce(&str) -> Result<String, NotFound>,
    ) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(word) = &self.only else { return Ok(None) };
        if !matches!(form, ReportFormat::Md) {
            bail!(super::Usage::new(
                "--only écrit des mots: retirez --format, ou --only",
                "--only prints words: leave --format away, or --only"
            ));
        }
        let told = part(word).map_err(|e| super::Usage::at("--only", &e))?;
        Ok(Some(told.into_bytes()))
    }
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
        let check = format!("relier check{}", folder_option(built.dataset.folder.as_deref()));
        let rest = match more {
            0 => String::new(),
            1 => either(
                format!("\net une autre; {check} --lang fr les dit toutes"),
                format!("\nand 1 more; {check} lists them all"),
            ),
            n => either(
                format!("\net {n} autres; {check} --lang fr les dit toutes"),
                format!("\nand {n} more; {check} lists them all"),
            ),
        };
        bail!(either(
            format!("le jeu de données a des fautes et n’est pas employé\n{}{rest}", first.told_in_french()),
            format!("the dataset has faults and is not used\n{first}{rest}")
        ));
    }
    Ok(Arc::new(built.dataset))
}

/// Opens the dataset for the dates of a selection, with its filter.
pub(crate) fn open(data: Option<&Path>, selection: &Selection) -> anyhow::Result<(Explorer, Filter)> {
    let dataset = open_dataset(data)?;
    let query = selection.query();
    let usage = |e: relier::explorer::BadQuery| {
        anyhow::Error::new(super::Usage::new(format!("--{}: {}", e.option, e.french), format!("--{e}")))
    };
    let dates = query.dates(&dataset).map_err(usage)?;
    let filter = query.filter(&dataset).map_err(usage)?;
    let explorer = selection.query().explorer(dataset, dates);
    if !selection.edits.any() {
        return Ok((explorer, filter));
    }
    let scenario = selection.edits.read(&explorer.dataset)?;
    Ok((explorer.under(&scenario), filter))
}

/// Opens the dataset for two dates.
pub(crate) fn open_dates(data: Option<&Path>, dates: &Dates) -> anyhow::Result<Explorer> {
    let Dates { as_of, known, additional, edits } = dates.clone();
    let selection = Selection { as_of, known, additional, edits, ..Selection::default() };
    Ok(open(data, &selection)?.0)
}

/// A whole number from zero.
pub(crate) fn count(text: &str) -> Result<usize, Refused> {
    text.parse().map_err(|_| {
        let most = usize::MAX;
        Refused::new(
            format!("écrivez un nombre entier, de 0 à {most}"),
            format!("write a whole number from 0 to {most}"),
        )
    })
}

/// A number of rows: a table has one at least.
pub(crate) fn rows(text: &str) -> Result<usize, Refused> {
    match count(text)? {
        0 => Err(Refused::new(
            "une table sans ligne ne dit rien; écrivez un nombre entier à partir de 1, ou retirez l’option pour toutes les lignes",
            "a table of no rows says nothing; write a whole number from 1, or leave the option away for all rows",
        )),
        n => Ok(n),
    }
}
