//! The reports: well-formed, self-contained, complete in both languages, and every number what its printed command prints.

#![allow(clippy::unwrap_used, missing_docs)]

mod attacks;
mod cite;
mod elsewhere;
mod forms;
mod gaps;
mod method;
mod numbers;
mod page;
mod profile;
mod ranks;
mod said;
mod sheets;
mod wholes;

use std::process::{Command, Output};

use serde_json::Value;

pub(crate) fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(args).output().unwrap()
}

pub(crate) fn bytes(args: &[&str]) -> Vec<u8> {
    let done = run(args);
    assert!(done.status.success(), "relier {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

pub(crate) fn text(args: &[&str]) -> String {
    String::from_utf8(bytes(args)).unwrap()
}

pub(crate) fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&bytes(args)).unwrap()
}

pub(crate) fn words(command: &str) -> Vec<&str> {
    command.split(' ').skip(1).collect()
}

/// Copies a folder.
pub(crate) fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(|_| ()).unwrap();
        }
    }
}

/// A copy of the seeds in which names, titles and addresses try to become markup.
pub(crate) fn hostile() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy(std::path::Path::new("seeds"), dir.path());
    let edit = |file: &str, from: &str, to: &str| {
        let path = dir.path().join(file);
        let old = std::fs::read_to_string(&path).unwrap();
        assert!(old.contains(from), "{file} no longer holds «{from}»");
        std::fs::write(path, old.replace(from, to)).unwrap();
    };
    let markup = r#"</style></title><script>alert(1)</script>\" onload=\"x()"#;
    edit("instruments.toml", "Partenariat numérique UE-Japon", markup);
    edit(
        "documents/join-2025-140.toml",
        "reference = \"JOIN(2025) 140 final\"",
        &format!("reference = \"{markup}\""),
    );
    edit("documents/join-2025-140.toml", "address = \"https://", "address = \"javascript:alert(1)//");
    edit("taxonomy.toml", "Recherche et innovation", markup);
    dir
}
