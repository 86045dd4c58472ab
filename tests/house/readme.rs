//! The README's commands run and print what it says.

use std::process::Command;

/// Each `$ relier …` of the README with the lines that it promises; `…` stands for anything.
fn promises() -> Vec<(Vec<String>, Vec<String>)> {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let mut out = Vec::new();
    let mut open = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            open = line == "```console";
        } else if let (true, Some(command)) = (open, line.strip_prefix("$ relier ")) {
            out.push((command.split(' ').map(str::to_owned).collect(), Vec::new()));
        } else if open && let Some((_, lines)) = out.last_mut() {
            let lines: &mut Vec<String> = lines;
            lines.push(line.to_owned());
        }
    }
    out
}

fn matches(promised: &str, printed: &str) -> bool {
    match promised.split_once('…') {
        None => promised == printed,
        Some((start, end)) => printed.starts_with(start) && printed.ends_with(end),
    }
}

#[test]
fn the_readmes_commands_print_what_it_says() {
    let promises = promises();
    assert!(promises.len() >= 2, "the README shows no command");
    for (command, lines) in promises {
        let done = Command::new(env!("CARGO_BIN_EXE_relier")).args(&command).output().unwrap();
        assert!(done.status.success(), "{command:?}");
        let printed = String::from_utf8(done.stdout).unwrap();
        let mut rest = printed.lines();
        let mut skipping = false;
        for promised in lines {
            if promised == "…" {
                skipping = true;
                continue;
            }
            let found = if skipping {
                rest.any(|l| matches(&promised, l))
            } else {
                rest.next().is_some_and(|l| matches(&promised, l))
            };
            assert!(found, "relier {}: «{promised}» is not printed there", command.join(" "));
            skipping = false;
        }
        assert!(
            skipping || rest.next().is_none(),
            "relier {} prints more than the README says",
            command.join(" ")
        );
    }
}

#[test]
fn the_files_that_the_readme_names_exist() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    for part in readme.split("](").skip(1) {
        let target = part.split(')').next().unwrap();
        assert!(target.starts_with("http") || std::path::Path::new(target).exists(), "{target}");
    }
}
