//! The options that every verb shares, and opening the dataset.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use relier::dataset::{self, Dataset, Scenario, parse_word};
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
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                Scenario::from_toml(dataset, &path.display().to_string(), &text)
            }
        };
        let faults = match read {
            Ok(scenario) => return Ok(scenario),
            Err(faults) => faults,
        };
        let french = asks_french();
        for fault in &faults {
            super::tell(format_args!(
                "{}\n",
                if french { fault.told_in_french() } else { fault.to_string() }
            ));
        }
        let (n, s) = (faults.len(), if faults.len() == 1 { "" } else { "s" });
        let message = match french {
            true => format!("le scénario a {n} faute{s}"),
            false => format!("the scenario has {n} fault{s}"),
        };
        if self.scenario.is_none() {
            bail!(super::Usage(message));
        }
        bail!(message)
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

/// Endings of file names that say a form.
const ENDINGS: [&str; 20] = [
    "svg", "png", "pdf", "dot", "gv", "json", "jsonld", "cyjs", "html", "htm", "md", "csv", "xlsx",
    "graphml", "gexf", "zip", "docx", "gif", "jpg", "jpeg",
];

/// Where the output goes.
#[derive(Args, Debug, Clone, Default)]
pub(crate) struct Output {
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// The folder that is meant, when the name ends like one or one is there.
    pub(crate) fn folder(&self) -> Option<&Path> {
        let path = self.output.as_deref()?;
        (path.to_string_lossy().ends_with('/') || path.is_dir()).then_some(path)
    }

    /// Whether the name of the file ends with this extension.
    pub(crate) fn is_named(&self, extension: &str) -> bool {
        let given = self.output.as_deref().and_then(Path::extension);
        given.is_some_and(|e| e.eq_ignore_ascii_case(extension))
    }

    /// Refuses a place that cannot hold a file before the work is done.
    pub(crate) fn ready(&self) -> anyhow::Result<()> {
        let Some(path) = &self.output else { return Ok(()) };
        let shown = path.display();
        if path.is_dir() {
            bail!("cannot write {shown}: it is a folder; give the name of a file in it");
        }
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        if let Some(parent) = parent.filter(|p| !p.is_dir()) {
            let (parent, is_file) = (parent.display(), parent.exists());
            match is_file {
                true => bail!("cannot write {shown}: {parent} is a file and no folder; give another place"),
                false => {
                    bail!("cannot write {shown}: there is no folder {parent}; make it first, or give another")
                }
            }
        }
        Ok(())
    }

    /// The same, and refuses a name that says another form than the file would have.
    pub(crate) fn fits<F: ValueEnum>(&self, form: &F) -> anyhow::Result<()> {
        self.ready()?;
        let word = form.to_possible_value().map_or_else(String::new, |v| v.get_name().to_owned());
        let ending = self.output.as_deref().and_then(Path::extension);
        let Some(ending) = ending.map(|e| e.to_string_lossy().to_ascii_lowercase()) else { return Ok(()) };
        let own: &[&str] = match word.as_str() {
            "html" | "bundle" => &["html", "htm"],
            "dot" => &["dot", "gv"],
            "md" => &["md", "markdown", "txt"],
            "json" => &["json"],
            "csv" => &["csv", "zip"],
            "cytoscape" => &["cyjs", "json"],
            "jsonld" => &["jsonld", "json"],
            word => &[word],
        };
        if own.contains(&ending.as_str()) || !ENDINGS.contains(&ending.as_str()) {
            return Ok(());
        }
        let forms = F::value_variants().iter().filter_map(F::to_possible_value);
        let meant = forms.into_iter().find(|v| v.matches(&ending, true));
        let instead =
            meant.map(|v| format!("; or did you mean the form {}?", v.get_name())).unwrap_or_default();
        let stem = self.output.as_deref().unwrap_or(Path::new("")).with_extension(own[0]);
        bail!(super::Usage(format!(
            "a file named .{ending} would hold {word}: name it {}{instead}",
            stem.display()
        )))
    }

    /// Writes it whole or not at all: a file is made beside its place and then moved there.
    pub(crate) fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        self.ready()?;
        let Some(path) = &self.output else {
            return print(bytes);
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

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A reader that has seen enough (head, a pager) is no failure.
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// A whole number from zero.
pub(crate) fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("«{text}» is no count: write a whole number from 0 to {}", usize::MAX))
}

/// Whether the command line names French. What the program says on standard error is English unless it does, whatever the language of a
/// report is when none is named.
fn asks_french() -> bool {
    let words: Vec<String> = std::env::args().collect();
    words.windows(2).any(|w| w[0] == "--lang" && w[1].eq_ignore_ascii_case("fr"))
        || words.iter().any(|w| w.eq_ignore_ascii_case("--lang=fr"))
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
