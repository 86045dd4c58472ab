//! Files and folders that are missing or cannot be read.

use assert_cmd::cargo::cargo_bin_cmd;
use relier::seed::{FilesError, SeedFiles};
use tempfile::TempDir;

use super::fixture::{Fixture, list};
use super::{ACTORS, INSTRUMENTS, JOIN, JOIN_CARD, SCOPE};

/// What `check` prints on standard error about a folder; it must refuse it and print nothing else.
fn refused(dir: &std::path::Path) -> String {
    let done = cargo_bin_cmd!("relier").arg("check").arg("--data").arg(dir).assert().code(1);
    assert!(done.get_output().stdout.is_empty(), "{:?}", done.get_output());
    String::from_utf8(done.get_output().stderr.clone()).unwrap()
}

#[test]
fn a_missing_file() {
    for name in
        ["actions.toml", ACTORS, "countries.toml", INSTRUMENTS, "memberships.toml", SCOPE, "taxonomy.toml"]
    {
        // What stood in it is not reported as missing a thousand times over.
        let faults = Fixture::new().remove(name).faults(true);
        let [fault] = &faults[..] else { panic!("{name}:\n{}", list(&faults)) };
        assert_eq!(fault.what.en, format!("the file {name} is missing"));
        assert_eq!((fault.file.as_str(), fault.line, fault.column), (name, 1, 1));
        assert!(fault.mend.en.contains("add it") && fault.mend.en.contains("seeds/README.md"), "{fault}");
    }
}

#[test]
fn a_document_without_its_text_or_its_card_is_one_fault() {
    for (removed, left, what) in [
        (JOIN, JOIN_CARD, "documents/join-2025-140.txt is missing"),
        (JOIN_CARD, JOIN, "a document without its card"),
    ] {
        let faults = Fixture::new().remove(removed).faults(true);
        let [fault] = &faults[..] else { panic!("{removed}:\n{}", list(&faults)) };
        assert_eq!((fault.file.as_str(), fault.line, fault.column), (left, 1, 1));
        assert!(fault.what.en.contains(what) && fault.mend.en.starts_with("add"), "{fault}");
    }
}

#[test]
fn a_document_that_is_cut_short_says_where_its_outline_breaks() {
    let whole = Fixture::new();
    let text = whole.text(JOIN);
    let cut = text[..text.rfind("Action continue |").unwrap()].to_owned();
    let mut broken = whole.clone();
    broken.files.files.insert(JOIN.to_owned(), cut);
    let faults = broken.faults(true);
    let [sum, outline] = &faults[..] else { panic!("{}", list(&faults)) };
    assert!(sum.file == JOIN_CARD && sum.what.en.contains("is not the document that was coded"), "{sum}");
    let (line, _) = broken.place(JOIN, "⟦Promouvoir la pile de protocoles de l’internet ouvert |");
    assert_eq!((outline.file.as_str(), outline.line), (JOIN, line), "{outline}");
    assert!(outline.what.en.contains("an annex row has 4 cells"), "{outline}");
}

#[test]
fn a_file_that_is_not_utf_8() {
    let dir = TempDir::new().unwrap();
    Fixture::new().write(dir.path());
    let mut bytes = std::fs::read(dir.path().join(INSTRUMENTS)).unwrap();
    bytes[100] = 0xff;
    std::fs::write(dir.path().join(INSTRUMENTS), bytes).unwrap();
    match SeedFiles::from_dir(dir.path()) {
        Err(FilesError::NotUtf8 { path, at: 100 }) => assert!(path.ends_with(INSTRUMENTS)),
        other => panic!("{other:?}"),
    }
    let told = refused(dir.path());
    assert!(told.contains(INSTRUMENTS) && told.contains("byte 100 is not UTF-8"), "{told}");
    assert!(told.contains("save the file as UTF-8"), "{told}");
}

#[test]
fn a_document_in_latin_1() {
    let dir = TempDir::new().unwrap();
    Fixture::new().write(dir.path());
    let latin: Vec<u8> =
        Fixture::new().text(JOIN).chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    std::fs::write(dir.path().join(JOIN), latin).unwrap();
    let told = refused(dir.path());
    assert!(told.contains("join-2025-140.txt") && told.contains("is not UTF-8"), "{told}");
}

#[test]
fn a_folder_without_a_dataset() {
    let dir = TempDir::new().unwrap();
    assert!(matches!(SeedFiles::from_dir(dir.path()), Err(FilesError::NoDataset { .. })));
    let told = refused(dir.path());
    assert!(told.contains("holds no dataset") && told.contains(ACTORS) && told.contains("--data"), "{told}");
}

#[test]
fn a_folder_that_does_not_exist() {
    let dir = TempDir::new().unwrap();
    let nowhere = dir.path().join("nowhere");
    assert!(matches!(SeedFiles::from_dir(&nowhere), Err(FilesError::Unreadable { .. })));
    let told = refused(&nowhere);
    assert!(told.contains("cannot read") && told.contains("nowhere"), "{told}");
}

#[test]
fn a_file_where_a_folder_is_wanted() {
    let dir = TempDir::new().unwrap();
    Fixture::new().write(dir.path());
    let told = refused(&dir.path().join(ACTORS));
    assert!(told.contains("cannot read") && told.contains(ACTORS), "{told}");
}

#[test]
fn a_folder_written_from_the_binary_is_the_dataset_of_the_binary() {
    let dir = TempDir::new().unwrap();
    Fixture::whole().write(dir.path());
    assert_eq!(SeedFiles::from_dir(dir.path()).unwrap().files, SeedFiles::embedded().files);
}

#[test]
fn files_that_are_none_of_the_dataset_change_nothing() {
    let dir = TempDir::new().unwrap();
    Fixture::whole().write(dir.path());
    std::fs::write(dir.path().join("README.md"), "notes").unwrap();
    std::fs::write(dir.path().join("actors.toml~"), "backup").unwrap();
    std::fs::create_dir(dir.path().join("old.toml")).unwrap();
    assert_eq!(SeedFiles::from_dir(dir.path()).unwrap().files, SeedFiles::embedded().files);
}
