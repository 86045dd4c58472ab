//! The house stays in order: no arrow turns back, each layer keeps to its means, and nothing of one machine is committed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The layers in the order in which the data flows; a layer may use those before it, and itself.
const FLOW: [&str; 14] = [
    "corpus", "seed", "dataset", "import", "network", "measure", "gap", "explorer", "view", "draw", "report",
    "export", "server", "cli",
];

/// What a layer never touches, whatever it may use of the others.
const NEVER: [(&str, &[&str]); 12] = [
    ("corpus", &["serde", "toml", "petgraph", "std::fs"]),
    ("seed", &["petgraph", "axum", "clap"]),
    ("dataset", &["petgraph", "std::fs", "axum", "clap"]),
    ("import", &["petgraph", "std::fs", "axum", "clap"]),
    ("network", &["serde", "std::fs", "axum", "clap"]),
    ("measure", &["serde", "std::fs", "axum", "clap", "petgraph"]),
    ("gap", &["serde", "std::fs", "axum", "clap"]),
    ("view", &["std::fs", "axum", "clap", "petgraph"]),
    ("draw", &["std::fs", "axum", "clap", "petgraph"]),
    ("report", &["std::fs", "axum", "clap", "petgraph"]),
    ("export", &["std::fs", "axum", "clap", "petgraph"]),
    ("server", &["std::fs", "clap", "petgraph"]),
];

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every file of a layer with its text up to its unit tests.
fn layer(name: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(&Path::new("src").join(name), &mut files);
    assert!(!files.is_empty(), "{name} is empty");
    files
        .into_iter()
        .map(|f| {
            let text = std::fs::read_to_string(&f).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            (f, code)
        })
        .collect()
}

/// The code without comments, so that a name in a sentence is no use.
fn code(text: &str) -> String {
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_arrow_turns_back() {
    let mut seen = 0;
    for (place, name) in FLOW.iter().enumerate() {
        for (file, text) in layer(name) {
            for later in &FLOW[place + 1..] {
                let arrow = format!("crate::{later}");
                let code = code(&text);
                let found = code.lines().find(|l| {
                    l.match_indices(&arrow).any(|(i, _)| {
                        !l[i + arrow.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
                });
                assert!(
                    found.is_none(),
                    "{}: {} turns back to {later}",
                    file.display(),
                    found.unwrap_or_default()
                );
            }
            seen += 1;
        }
    }
    assert!(seen > 60, "the walk has lost its way: {seen} files");
}

#[test]
fn the_command_line_sees_only_the_library() {
    for (file, text) in layer("cli") {
        let inner = code(&text)
            .lines()
            .any(|l| FLOW[..FLOW.len() - 1].iter().any(|f| l.contains(&format!("crate::{f}::"))));
        assert!(!inner, "{} reaches into the library by crate::", file.display());
    }
}

#[test]
fn each_layer_keeps_to_its_means() {
    for (name, means) in NEVER {
        for (file, text) in layer(name) {
            for mean in means {
                let used = code(&text)
                    .lines()
                    .find(|l| l.contains(&format!("{mean}::")) || l.contains(&format!("use {mean}")))
                    .map(str::to_owned);
                // The one reader of files.
                if name == "seed" && *mean == "std::fs" {
                    continue;
                }
                assert!(used.is_none(), "{} uses {mean}: {}", file.display(), used.unwrap_or_default());
            }
        }
    }
}

#[test]
fn petgraph_lives_in_the_network_alone_and_processes_in_the_graphviz_bridge() {
    for name in FLOW {
        for (file, text) in layer(name) {
            let code = code(&text);
            assert!(name == "network" || !code.contains("petgraph"), "{} uses petgraph", file.display());
            let process = code.contains("process::Command") || code.contains("Command::new(");
            let bridge = file.ends_with("draw/engine.rs") || file.starts_with("src/draw/engine");
            // serve --open starts the reader's browser.
            let browser = file.ends_with("cli/serve.rs");
            assert!(!process || bridge || browser || name == "cli", "{} starts a process", file.display());
        }
    }
}

fn tracked() -> Vec<String> {
    let listed = Command::new("git").args(["ls-files"]).output();
    let Ok(listed) = listed else { return Vec::new() };
    String::from_utf8_lossy(&listed.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn nothing_of_one_machine_is_committed() {
    // Spelt in pieces, so that this file does not hold them.
    let paths = [["/", "work/"].concat(), ["/", "root/"].concat(), ["/home/", "user"].concat()];
    let hosts = [
        ["registry.", "npmjs"].concat(),
        ["static.", "crates.io"].concat(),
        ["files.", "pythonhosted"].concat(),
    ];
    for file in tracked() {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        for word in paths.iter().chain(&hosts) {
            assert!(!text.contains(word.as_str()) || file == "Cargo.lock", "{file} holds «{word}»");
        }
        if file.ends_with("package-lock.json") {
            assert!(!text.contains("\"resolved\""), "{file} names where packages were fetched");
        }
    }
}

#[test]
fn the_architecture_names_every_room() {
    let told = std::fs::read_to_string("ARCHITECTURE.md").unwrap();
    for name in FLOW {
        assert!(told.contains(&format!("| `{name}` |")), "ARCHITECTURE.md does not say what {name} is");
    }
}
