//! The gallery shows what its commands draw: each picture of `docs/gallery.md` is the output of the command below it.
//!
//! `RELIER_GALLERY=write cargo test --test pictures gallery` writes the pictures anew.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each picture with the command that stands next after it.
fn shown() -> Vec<(PathBuf, Vec<String>)> {
    let text = std::fs::read_to_string(root().join("docs/gallery.md")).expect("the gallery");
    let mut out = Vec::new();
    let mut open: Option<PathBuf> = None;
    for line in text.lines() {
        if let Some(file) = line.strip_prefix("![").and_then(|l| l.rsplit_once("](")).map(|(_, f)| f) {
            let file = file.strip_suffix(')').expect("the end of an image");
            assert!(
                open.replace(root().join("docs").join(file)).is_none(),
                "{file} follows one without a command"
            );
        } else if let Some(command) = line.strip_prefix("$ relier ") {
            let file = open.take().expect("a picture above its command");
            out.push((file, command.split(' ').map(str::to_owned).collect()));
        }
    }
    assert_eq!(open, None, "a picture without a command");
    out
}

#[test]
fn each_picture_is_what_its_command_draws() {
    let all = shown();
    assert!(all.len() >= 8, "{}", all.len());
    let write = std::env::var("RELIER_GALLERY").is_ok_and(|v| v == "write");
    let mut stale = Vec::new();
    for (file, command) in &all {
        let done =
            Command::new(env!("CARGO_BIN_EXE_relier")).args(command).output().expect("the program runs");
        assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
        if write {
            std::fs::write(file, &done.stdout).expect("the picture is written");
        }
        if std::fs::read(file).unwrap_or_default() != done.stdout {
            stale.push(file.display().to_string());
        }
    }
    assert!(
        stale.is_empty(),
        "run RELIER_GALLERY=write cargo test --test pictures gallery; these differ: {stale:?}"
    );
}

#[test]
fn nothing_lies_beside_the_pictures_shown_and_none_is_heavy() {
    let shown: Vec<PathBuf> = shown().into_iter().map(|(file, _)| file).collect();
    for entry in std::fs::read_dir(root().join("docs/gallery")).expect("the pictures") {
        let entry = entry.expect("a file");
        assert!(shown.contains(&entry.path()), "{:?} is shown nowhere", entry.path());
        assert!(entry.metadata().expect("its size").len() < 200_000, "{:?} is heavy", entry.path());
    }
}
