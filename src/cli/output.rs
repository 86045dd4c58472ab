//! Where the output goes: a file or a folder written whole or not at all, or standard output.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

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
