//! The real data: no fault, every quotation found, every row coded, and the lists of the notes as they were read by hand.

#![allow(clippy::unwrap_used)]

mod coding;
mod digest;
mod memberships;
mod notes;
mod quotations;
mod rows;
#[path = "../support/mod.rs"]
mod support;
mod taxonomy;

use assert_cmd::cargo::cargo_bin_cmd;
use support::{built, root};

#[test]
fn check_exits_without_fault() {
    let done = cargo_bin_cmd!("relier").arg("check").assert().success();
    let out = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    assert!(out.ends_with("no fault\n"), "{out}");
    assert!(out.contains("50 annex rows, 32 examples"), "{out}");
    assert!(out.contains("0 unaccounted for"), "{out}");
    assert!(done.get_output().stderr.is_empty());
    assert_eq!(built().faults, []);
}

#[test]
fn check_of_the_folder_and_of_the_binary_agree_byte_for_byte() {
    let of = |arguments: &[&str]| {
        cargo_bin_cmd!("relier").args(arguments).assert().success().get_output().stdout.clone()
    };
    let folder = root().join("seeds");
    let folder = folder.to_str().unwrap();
    assert_eq!(of(&["check", "--mentions"]), of(&["check", "--mentions", "--data", folder]));
}
