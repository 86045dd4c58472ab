//! A dataset with something broken in it, and what should be said of that.

use relier::dataset;
use relier::seed::{self, ADDITIONAL, Fault, SeedFiles};

/// The embedded seeds with changes. `edit` refuses a change that does not fit exactly one place.
#[derive(Clone)]
pub(crate) struct Fixture {
    pub(crate) files: SeedFiles,
}

impl Fixture {
    /// Without the additional sources, whose records speak of many others.
    pub(crate) fn new() -> Fixture {
        let mut fixture = Fixture::whole();
        fixture.files.files.remove(ADDITIONAL);
        fixture
    }

    pub(crate) fn whole() -> Fixture {
        Fixture { files: SeedFiles::embedded() }
    }

    pub(crate) fn text(&self, file: &str) -> &str {
        self.files.get(file).unwrap_or_else(|| panic!("no file {file}"))
    }

    /// Replaces `from`, which must stand exactly once in the file.
    pub(crate) fn edit(mut self, file: &str, from: &str, to: &str) -> Fixture {
        let text = self.text(file);
        assert_eq!(text.matches(from).count(), 1, "«{from}» should stand once in {file}");
        let text = text.replacen(from, to, 1);
        self.files.files.insert(file.to_owned(), text);
        self
    }

    /// Replaces the first `from` after the line that gives a record its id.
    pub(crate) fn edit_in(mut self, file: &str, id: &str, from: &str, to: &str) -> Fixture {
        let text = self.text(file);
        let record = line_of_id(text, id);
        let end = next_record(text, record);
        let found = text[record..end].find(from).unwrap_or_else(|| panic!("«{from}» does not stand in {id}"));
        let at = record + found;
        let text = format!("{}{to}{}", &text[..at], &text[at + from.len()..]);
        self.files.files.insert(file.to_owned(), text);
        self
    }

    /// Removes a record with its heading.
    pub(crate) fn without(mut self, file: &str, id: &str) -> Fixture {
        let text = self.text(file);
        let line = line_of_id(text, id);
        let start = text[..line].rfind("[[").unwrap();
        let end = next_record(text, line);
        let text = format!("{}{}", &text[..start], &text[end..]);
        self.files.files.insert(file.to_owned(), text);
        self
    }

    /// Adds text at the end of a file.
    pub(crate) fn append(mut self, file: &str, more: &str) -> Fixture {
        let text = format!("{}\n{more}", self.text(file));
        self.files.files.insert(file.to_owned(), text);
        self
    }

    pub(crate) fn remove(mut self, file: &str) -> Fixture {
        assert!(self.files.files.remove(file).is_some(), "no file {file}");
        self
    }

    /// Every fault; `completeness` with the scan for mentions and names.
    pub(crate) fn faults(&self, completeness: bool) -> Vec<Fault> {
        let (seeds, faults) = seed::read(self.files.clone());
        let faults = dataset::build(&seeds, faults, completeness).faults;
        faults.iter().for_each(assert_is_french);
        faults
    }

    /// Writes the files into a folder.
    pub(crate) fn write(&self, dir: &std::path::Path) {
        std::fs::create_dir_all(dir.join("documents")).unwrap();
        for (name, text) in &self.files.files {
            std::fs::write(dir.join(name), text).unwrap();
        }
    }

    /// Line and column of the `⟦` in `marker`, whose words must stand exactly once in the file.
    pub(crate) fn place(&self, file: &str, marker: &str) -> (usize, usize) {
        let (before, after) = marker.split_once('⟦').unwrap_or_else(|| panic!("no ⟦ in {marker}"));
        let words = format!("{before}{after}");
        let text = self.text(file);
        assert_eq!(text.matches(&words).count(), 1, "«{words}» should stand once in {file}");
        let byte = text.find(&words).unwrap() + before.len();
        let line = text[..byte].split('\n').count();
        let column = text[..byte].rsplit('\n').next().unwrap().chars().count() + 1;
        (line, column)
    }

    /// Checks everything that a fault says. `place` is a marker as in [`Fixture::place`].
    pub(crate) fn assert_is(&self, fault: &Fault, wanted: &Wanted<'_>) {
        let told = fault.to_string();
        assert_eq!(fault.file, wanted.file, "{told}");
        assert_eq!((fault.line, fault.column), self.place(wanted.file, wanted.place), "{told}");
        assert_eq!(fault.source, self.text(wanted.file).split('\n').nth(fault.line - 1).unwrap(), "{told}");
        assert_eq!(fault.record, wanted.record, "{told}");
        for word in wanted.what {
            assert!(fault.what.en.contains(word), "«{word}» is not in what is wrong: {told}");
        }
        for word in wanted.mend {
            assert!(fault.mend.en.contains(word), "«{word}» is not in how to mend it: {told}");
        }
        let place = format!("--> {}:{}:{} (", fault.file, fault.line, fault.column);
        assert!(told.contains(&place), "{told}");
    }

    /// Exactly one fault, and this one.
    pub(crate) fn assert_only(&self, completeness: bool, wanted: &Wanted<'_>) {
        let faults = self.faults(completeness);
        let [fault] = &faults[..] else { panic!("one fault was planted:\n{}", list(&faults)) };
        self.assert_is(fault, wanted);
    }

    /// The fault with this record and these words is among the others.
    pub(crate) fn assert_among(&self, faults: &[Fault], wanted: &Wanted<'_>) {
        let fits = |f: &&Fault| {
            f.file == wanted.file
                && f.record == wanted.record
                && wanted.what.iter().all(|w| f.what.en.contains(w))
        };
        let found: Vec<&Fault> = faults.iter().filter(fits).collect();
        let [fault] = &found[..] else { panic!("not told once: {:?}\n{}", wanted.what, list(faults)) };
        self.assert_is(fault, wanted);
    }
}

/// That a fault is told in French too: the same place, and no word of English but what stands in the files and what is said to be so.
pub(crate) fn assert_is_french(fault: &Fault) {
    let told = fault.told_in_french();
    assert!(told.starts_with("faute: ") && told.contains(" = remède: "), "{told}");
    assert!(told.contains(&format!("--> {}:{}:{} (", fault.file, fault.line, fault.column)), "{told}");
    for words in [&fault.what.fr, &fault.mend.fr] {
        // What is quoted is a reader's own words, and what a foreign reader says is announced.
        let own = words.split("en anglais: ").next().unwrap();
        let mut plain = String::new();
        let (mut depth, mut code) = (0, false);
        for c in own.chars() {
            match c {
                '«' => depth += 1,
                '»' => depth -= 1,
                '`' => code = !code,
                _ if depth == 0 && !code => plain.push(c),
                _ => {}
            }
        }
        assert!(!words.is_empty(), "{fault}");
        const ENGLISH: &str = " the is are no of or it its that this write add give remove does not stands missing expected did you ";
        for word in plain.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
            assert!(!ENGLISH.contains(&format!(" {word} ")), "«{word}» in French: {told}");
        }
    }
}

/// Where the line begins that gives a record its id, or a membership its group.
fn line_of_id(text: &str, id: &str) -> usize {
    let lines = [format!("\nid = \"{id}\"\n"), format!("\ngroup = \"{id}\"\n")];
    lines.iter().find_map(|line| text.find(line.as_str())).unwrap_or_else(|| panic!("no record {id}"))
}

fn next_record(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = text[at..].find("\n[[") {
        at += found + 1;
        if !["[[action.", "[[membership.", "[[check."].iter().any(|sub| text[at..].starts_with(sub)) {
            return at;
        }
    }
    text.len()
}

/// The faults as they are printed.
pub(crate) fn list(faults: &[Fault]) -> String {
    faults.iter().map(|f| format!("{f}\n")).collect::<Vec<_>>().join("\n")
}

/// What a fault should say: where (a marker), of which record, and words of what is wrong and how to mend it.
pub(crate) struct Wanted<'a> {
    pub(crate) file: &'a str,
    pub(crate) place: &'a str,
    pub(crate) record: &'a str,
    pub(crate) what: &'a [&'a str],
    pub(crate) mend: &'a [&'a str],
}
