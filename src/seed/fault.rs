//! A fault in the seeds: what is wrong, where, and how to mend it.

use std::fmt;
use std::ops::Range;

/// Words in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

/// French first, as everywhere.
impl<F: Into<String>, E: Into<String>> From<(F, E)> for Told {
    fn from((fr, en): (F, E)) -> Told {
        Told { en: en.into(), fr: fr.into() }
    }
}

/// Something wrong in a seed file or a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// File, relative to the dataset's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line itself.
    pub source: String,
    /// How many characters of the line are meant.
    pub width: usize,
    /// The key of the record: `instrument DP-JPN`.
    pub record: String,
    /// What is wrong.
    pub what: Told,
    /// How to mend it.
    pub mend: Told,
}

impl Fault {
    /// As it is printed in French.
    pub fn told_in_french(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out, ("faute", &self.what.fr), ("remède", &self.mend.fr));
        out
    }

    /// A fault at a byte range of a file's text.
    pub fn at(
        file: &str,
        text: &str,
        range: Range<usize>,
        record: &str,
        what: impl Into<Told>,
        mend: impl Into<Told>,
    ) -> Fault {
        let start = floor(text, range.start);
        let end = floor(text, range.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        Fault {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            source: text[line_start..line_end].to_owned(),
            width: text[start..end.min(line_end)].chars().count().max(1),
            record: record.to_owned(),
            what: what.into(),
            mend: mend.into(),
        }
    }

    fn write(
        &self,
        f: &mut impl fmt::Write,
        (fault, what): (&str, &str),
        (help, mend): (&str, &str),
    ) -> fmt::Result {
        writeln!(f, "{fault}: {what}")?;
        writeln!(f, "  --> {}:{}:{} ({})", self.file, self.line, self.column, self.record)?;
        let from = (self.column - 1).saturating_sub(SHOWN / 2);
        let shown: String = self.source.chars().skip(from).take(SHOWN).collect();
        let (left, cut) = if from > 0 { ("…", 1) } else { ("", 0) };
        let gutter = self.line.to_string().len();
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{} | {left}{shown}", self.line)?;
        let offset = self.column - 1 - from + cut;
        let marks = self.width.min(SHOWN + cut - offset.min(SHOWN)).max(1);
        writeln!(f, "{:gutter$} | {:offset$}{}", "", "", "^".repeat(marks))?;
        write!(f, "{:gutter$} = {help}: {mend}", "")
    }
}

fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The longest piece of a source line that is shown.
const SHOWN: usize = 140;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, ("fault", &self.what.en), ("mend", &self.mend.en))
    }
}
