//! `--output` writes whole or not at all; standard output is data.

use std::path::Path;
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

use super::{good, relier, words};

const WRITERS: [&str; 9] = [
    "gaps",
    "rank degree --format csv",
    "actions --format json",
    "show JAPAN",
    "path MEX AUS",
    "export json",
    "draw wheel",
    "completions bash",
    "man",
];

/// What lies in a folder, by name.
fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn with_output(line: &str, path: &Path) -> Vec<String> {
    [words(line), vec!["--output".into(), path.to_str().unwrap().into()]].concat()
}

#[test]
fn a_file_holds_what_standard_output_would() {
    let dir = TempDir::new().unwrap();
    for line in WRITERS {
        let path = dir.path().join("out");
        let printed = relier(&words(line)).out;
        let done = relier(&with_output(line, &path));
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{line}: {}", done.err);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), printed, "{line}");
        assert_eq!(names(dir.path()), ["out"], "{line}: nothing else is left");
    }
    let short =
        [words("gaps"), vec!["-o".into(), dir.path().join("short").to_str().unwrap().into()]].concat();
    assert_eq!(relier(&short).code, 0);
    assert_eq!(std::fs::read_to_string(dir.path().join("short")).unwrap(), good(&["gaps"]));
}

#[test]
fn an_existing_file_is_replaced_whole() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("report.md");
    std::fs::write(&path, "old ".repeat(200_000)).unwrap();
    assert_eq!(relier(&with_output("gaps secure", &path)).code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), good(&["gaps", "secure"]));
}

/// A device is written to and a link is followed: neither is replaced by a file.
#[cfg(unix)]
#[test]
fn what_is_no_file_stays_what_it_is() {
    use std::os::unix::fs::{FileTypeExt, symlink};

    let dir = TempDir::new().unwrap();
    let (device, link, file) = (dir.path().join("device"), dir.path().join("link"), dir.path().join("file"));
    // A link to the device: what replaced it would replace the link alone.
    symlink("/dev/null", &device).unwrap();
    std::fs::write(&file, "old").unwrap();
    symlink("file", &link).unwrap();
    for path in [&device, &link] {
        assert_eq!(relier(&with_output("gaps", path)).code, 0);
        assert!(std::fs::symlink_metadata(path).unwrap().file_type().is_symlink(), "{}", path.display());
    }
    assert!(std::fs::metadata(&device).unwrap().file_type().is_char_device());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), good(&["gaps"]));
    assert_eq!(names(dir.path()), ["device", "file", "link"]);
}

#[test]
fn a_folder_that_does_not_exist_is_an_error_that_names_the_file() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("nowhere").join("report.md");
    for line in WRITERS {
        let done = relier(&with_output(line, &path));
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{line}");
        assert!(done.err.contains("cannot write") && done.err.contains("report.md"), "{line}: {}", done.err);
        assert!(names(dir.path()).is_empty(), "{line}");
    }
}

#[test]
fn a_place_that_cannot_be_replaced_is_left_as_it_is() {
    let dir = TempDir::new().unwrap();
    let taken = dir.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("inside"), "kept").unwrap();
    let done = relier(&with_output("gaps", &taken));
    assert_eq!((done.code, done.out.as_str()), (1, ""), "{}", done.err);
    assert!(done.err.contains("cannot write") && done.err.contains("taken"), "{}", done.err);
    // No part of the report stays behind.
    assert_eq!(names(dir.path()), ["taken"]);
    assert_eq!(std::fs::read_to_string(taken.join("inside")).unwrap(), "kept");
}

#[test]
fn a_file_where_a_folder_is_wanted_is_kept() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    std::fs::write(&file, "kept").unwrap();
    let done = relier(&with_output("gaps", &file.join("report.md")));
    assert_eq!(done.code, 1);
    assert!(done.err.contains("cannot write"), "{}", done.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "kept");
    assert_eq!(names(dir.path()), ["file"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let locked = dir.path().join("locked");
    std::fs::create_dir(&locked).unwrap();
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(locked.join("probe"), "").is_ok() {
        // The superuser may write everywhere; the other tests of this file stand in for this one.
        eprintln!("skipped: this user may write into a locked folder");
        return;
    }
    let done = relier(&with_output("gaps", &locked.join("report.md")));
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.contains("cannot write"), "{}", done.err);
    assert!(names(&locked).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = std::process::Command::new(cargo_bin!("relier"))
        .args(["export", "json"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("cannot write to standard output"));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = std::process::Command::new(cargo_bin!("relier"))
        .args(["export", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert!(done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn png_needs_no_other_program() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("picture.png");
    for (line, width) in [
        ("draw wheel --format png --width 500", 500),
        ("draw ego JAPAN --format png", 760),
        ("draw matrix --format png --width 640 --theme dark", 640),
        ("draw calendar --format png --theme print", 1100),
        ("draw lattice --format png --lang en", 1100),
    ] {
        let mut command = assert_cmd::Command::new(cargo_bin("relier"));
        let args = with_output(line, &path);
        command.env("PATH", "").args(&args).assert().success().stdout("");
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{line}");
        assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), width, "{line}");
    }
    for line in
        ["draw wheel --dpi 300", "draw wheel --dpi 300 --width 700 --format png", "draw wheel --dpi 5"]
    {
        assert_eq!(relier(&words(line)).code, 2, "{line}");
    }
}

#[test]
fn a_matrix_and_a_lattice_take_the_words_of_every_selection() {
    for options in [
        "--kind partner",
        "--instrument DP,DD",
        "--state active",
        "--area CYB",
        "--domain D6",
        "--class stated",
        "--focus JAPAN --depth 2",
        "--without-eu",
        "--split-eu",
        "--additional",
    ] {
        for picture in ["matrix", "lattice"] {
            let svg = good(&words(&format!("draw {picture} {options} --lang en")));
            let dot = good(&words(&format!("draw {picture} {options} --lang en --format dot")));
            let is_selection = options != "--additional";
            assert_eq!(svg.contains("Selection: "), is_selection, "{picture} {options}");
            assert_eq!(dot.contains("Selection: "), is_selection, "{picture} {options}");
        }
    }
}
