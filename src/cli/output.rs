//! Where the output goes: a file or a folder written whole or not at all, or standard output.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use relier::view::Label;
use relier::view::words::say;

use super::language::{either, failed};

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
            bail!(either(
                format!(
                    "impossible d’écrire {shown}: c’est un dossier; donnez le nom d’un fichier qui s’y trouve"
                ),
                format!("cannot write {shown}: it is a folder; give the name of a file in it")
            ));
        }
        let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
        if let Some(parent) = parent.filter(|p| !p.is_dir()) {
            let (parent, is_file) = (parent.display(), parent.exists());
            match is_file {
                true => bail!(either(
                    format!(
                        "impossible d’écrire {shown}: {parent} est un fichier et non un dossier; donnez un autre lieu"
                    ),
                    format!("cannot write {shown}: {parent} is a file and no folder; give another place")
                )),
                false => bail!(either(
                    format!(
                        "impossible d’écrire {shown}: il n’y a pas de dossier {parent}; créez-le d’abord, ou donnez-en un autre"
                    ),
                    format!(
                        "cannot write {shown}: there is no folder {parent}; make it first, or give another"
                    )
                )),
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
        let instead = meant.map_or_else(Label::default, |v| {
            let form = v.get_name();
            say(format!("; ou vouliez-vous la forme {form}?"), format!("; or did you mean the form {form}?"))
        });
        let stem = self.output.as_deref().unwrap_or(Path::new("")).with_extension(own[0]);
        let stem = stem.display();
        bail!(super::Usage::new(
            format!("un fichier nommé .{ending} contiendrait {word}: nommez-le {stem}{}", instead.fr),
            format!("a file named .{ending} would hold {word}: name it {stem}{}", instead.en)
        ))
    }

    /// Writes it whole or not at all: a file is made beside its place and then moved there.
    pub(crate) fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        self.ready()?;
        let Some(path) = &self.output else {
            return print(bytes);
        };
        let shown = path.display();
        // A link leads to the file that is replaced. What is no file, a device or a pipe, is written to and never replaced.
        let place = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        if std::fs::metadata(&place).is_ok_and(|m| !m.is_file()) {
            return std::fs::write(&place, bytes).map_err(|e| {
                failed(&say(format!("impossible d’écrire {shown}"), format!("cannot write {shown}")), &e)
            });
        }
        let mut name = place
            .file_name()
            .with_context(|| {
                either(format!("{shown} n’est pas un nom de fichier"), format!("{shown} is no file name"))
            })?
            .to_owned();
        name.push(".part");
        let part = place.with_file_name(name);
        let done = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, &place));
        if done.is_err() {
            // Nothing half-written stays behind; the first error is the one to tell.
            let _ = std::fs::remove_file(&part);
        }
        done.map_err(|e| {
            failed(&say(format!("impossible d’écrire {shown}"), format!("cannot write {shown}")), &e)
        })
    }
}

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A reader that has seen enough (head, a pager) is no failure.
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|e| {
            let at = say("impossible d’écrire sur la sortie standard", "cannot write to standard output");
            failed(&at, &e)
        }),
    }
}

/// Writes a new folder whole or not at all: it is made beside its place and then moved there.
pub(crate) fn write_folder<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> anyhow::Result<()> {
    let shown = folder.display();
    let is_empty = |dir: &Path| std::fs::read_dir(dir).is_ok_and(|mut d| d.next().is_none());
    if folder.exists() && !is_empty(folder) {
        bail!(either(
            format!("{shown} existe déjà et n’est pas vide; donnez un autre dossier, ou retirez-le d’abord"),
            format!("{shown} is there already and not empty; give another folder, or remove it first")
        ));
    }
    let mut name = folder
        .file_name()
        .with_context(|| {
            either(format!("{shown} n’est pas un nom de dossier"), format!("{shown} is no folder name"))
        })?
        .to_owned();
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
    done.map_err(|e| {
        let way = part.display();
        let at = say(
            format!("impossible d’écrire {shown} (en passant par {way})"),
            format!("cannot write {shown} (by way of {way})"),
        );
        failed(&at, &e)
    })
}
