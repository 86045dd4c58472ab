//! What users do on the command line, through the binary.

#![allow(clippy::unwrap_used)]

mod assumed;
mod contract;
mod dates;
mod forms;
mod language;
mod mistakes;
mod objections;
mod output;
mod question;
mod recompute;
mod refused;
mod serve;
#[path = "../support/mod.rs"]
mod support;
mod typography;

use assert_cmd::cargo::cargo_bin_cmd;

/// What the program did with these arguments.
struct Done {
    code: i32,
    out: String,
    err: String,
}

fn relier<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Done {
    let output = cargo_bin_cmd!("relier").args(arguments).output().unwrap();
    Done {
        code: output.status.code().expect("the program ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs a command that must succeed and be silent on standard error; gives its standard output.
fn good<S: AsRef<std::ffi::OsStr> + std::fmt::Debug>(arguments: &[S]) -> String {
    let done = relier(arguments);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{arguments:?}");
    done.out
}

/// The words of a command line.
fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// A command's JSON.
fn json(line: &str) -> serde_json::Value {
    let text = good(&[words(line), words("--format json")].concat());
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{line}: {e}"))
}

/// Every verb with arguments that give a report, each of which takes `--lang`.
const REPORTS: [&str; 15] = [
    "gaps",
    "gaps deepen",
    "gaps enlarge",
    "gaps connect",
    "gaps secure",
    "rank betweenness --replicates 20",
    "rank constraint --without-eu",
    "rank degree --graph incidence --top 5",
    "actions",
    "actions --as-of 2026-03-01",
    "show JAPAN",
    "show WESTERN_BALKANS",
    "show DP-JPN",
    "show annex-27",
    "path MEX AUS --without-eu",
];
