//! Where seed files come from: the binary itself, or a folder.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

/// The folder of the documents inside a dataset.
pub const DOCUMENTS: &str = "documents";

/// The file of the additional sources, the only one that a dataset may lack.
pub const ADDITIONAL: &str = "additional.toml";

#[derive(RustEmbed)]
#[folder = "seeds/"]
#[include = "*.toml"]
#[include = "documents/*"]
struct Embedded;

/// All files of a dataset by name, `actors.toml` or `documents/join-2025-140.txt`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeedFiles {
    /// The folder they were read from, as it was given; none for those in the binary.
    pub folder: Option<String>,
    /// Text by name.
    pub files: BTreeMap<String, String>,
}

/// A dataset folder that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The folder or one of its files cannot be read.
    #[error("cannot read {path}: {reason}")]
    Unreadable {
        /// What was being read.
        path: PathBuf,
        /// The reason the system gives.
        reason: std::io::Error,
    },
    /// A file is not UTF-8.
    #[error("{path}: byte {at} is not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Byte offset of the first bad byte.
        at: usize,
    },
    /// The folder holds no seed file.
    #[error("{path} holds no dataset: it has no actors.toml; give the folder that has it (--data DIR)")]
    NoDataset {
        /// The folder.
        path: PathBuf,
    },
}

impl FilesError {
    /// The same in French.
    pub fn french(&self) -> String {
        match self {
            FilesError::Unreadable { path, reason } => {
                format!("impossible de lire {}: {}", path.display(), french_reason(reason))
            }
            FilesError::NotUtf8 { path, at } => {
                format!(
                    "{}: l’octet {at} n’est pas de l’UTF-8; enregistrez le fichier en UTF-8",
                    path.display()
                )
            }
            FilesError::NoDataset { path } => format!(
                "{} ne contient pas de jeu de données: il n’y a pas d’actors.toml; donnez le dossier qui l’a (--data DOSSIER)",
                path.display()
            ),
        }
    }
}

/// Why the system refuses, in French; its own words where it says something rarer.
pub fn french_reason(error: &std::io::Error) -> String {
    let told = match error.kind() {
        ErrorKind::NotFound => "il n’y a rien de ce nom",
        ErrorKind::PermissionDenied => "l’accès est refusé",
        ErrorKind::AlreadyExists => "il y a déjà quelque chose de ce nom",
        ErrorKind::IsADirectory => "c’est un dossier",
        ErrorKind::NotADirectory => "ce n’est pas un dossier",
        ErrorKind::DirectoryNotEmpty => "le dossier n’est pas vide",
        ErrorKind::StorageFull => "il n’y a plus de place",
        ErrorKind::ReadOnlyFilesystem => "rien ne peut y être écrit",
        ErrorKind::AddrInUse => "l’adresse est déjà prise",
        ErrorKind::AddrNotAvailable => "cette adresse n’est pas à cette machine",
        ErrorKind::InvalidData => "ce n’est pas du texte UTF-8",
        _ => return error.to_string(),
    };
    told.to_owned()
}

impl SeedFiles {
    /// The dataset in the binary.
    pub fn embedded() -> SeedFiles {
        let files = Embedded::iter()
            .filter_map(|name| {
                let file = Embedded::get(&name)?;
                Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
            })
            .collect();
        SeedFiles { folder: None, files }
    }

    /// The dataset in a folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, is not UTF-8, or is no dataset.
    pub fn from_dir(dir: &Path) -> Result<SeedFiles, FilesError> {
        let mut files = BTreeMap::new();
        collect(dir, "", "toml", &mut files)?;
        if !files.contains_key("actors.toml") {
            return Err(FilesError::NoDataset { path: dir.to_owned() });
        }
        let documents = dir.join(DOCUMENTS);
        if documents.is_dir() {
            collect(&documents, "documents/", "toml", &mut files)?;
            collect(&documents, "documents/", "txt", &mut files)?;
        }
        Ok(SeedFiles { folder: Some(dir.display().to_string()), files })
    }

    /// The text of a file.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }
}

fn collect(
    dir: &Path,
    prefix: &str,
    ending: &str,
    out: &mut BTreeMap<String, String>,
) -> Result<(), FilesError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |reason| FilesError::Unreadable { path, reason }
    };
    for entry in std::fs::read_dir(dir).map_err(unreadable(dir))? {
        let path = entry.map_err(unreadable(dir))?.path();
        if !path.is_file() || path.extension().is_none_or(|e| e != ending) {
            continue;
        }
        let Some(name) = path.file_name().and_then(|n| n.to_str()) else { continue };
        let bytes = std::fs::read(&path).map_err(unreadable(&path))?;
        let text = String::from_utf8(bytes)
            .map_err(|e| FilesError::NotUtf8 { path: path.clone(), at: e.utf8_error().valid_up_to() })?;
        out.insert(format!("{prefix}{name}"), text);
    }
    Ok(())
}
