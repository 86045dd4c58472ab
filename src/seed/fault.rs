//! A fault in the seeds: what is wrong, where, and how to mend it.

use std::fmt;
use std::ops::Range;

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
    pub what: String,
    /// How to mend it.
    pub mend: String,
    /// What is wrong and how to mend it, in French: of words that a reader of either language writes, as the edits of a scenario.
    pub french: Option<Box<(String, String)>>,
}

impl Fault {
    /// The same, told in French too.
    pub fn in_french(self, what: String, mend: String) -> Fault {
        Fault { french: Some(Box::new((what, mend))), ..self }
    }

    /// What is wrong and how to mend it in French, in English where it is not told in French.
    pub fn french(&self) -> (&str, &str) {
        self.french.as_deref().map_or((&self.what, &self.mend), |(what, mend)| (what, mend))
    }

    /// As it is printed in French.
    pub fn told_in_french(&self) -> String {
        let (what, mend) = self.french();
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out, ("faute", what), ("remède", mend));
        out
    }

    /// A fault at a byte range of a file's text.
    pub fn at(
        file: &str,
        text: &str,
        range: Range<usize>,
        record: &str,
        what: String,
        mend: String,
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
            what,
            mend,
            french: None,
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
        self.write(f, ("fault", &self.what), ("mend", &self.mend))
    }
}
