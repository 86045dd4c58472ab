//! A document and its passages.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use super::{conclusions, joint, table};

/// How a document is laid out, and so which parser reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A joint communication with numbered sections, endnotes and an annex table.
    JointCommunication,
    /// Council conclusions with recitals and numbered points.
    CouncilConclusions,
    /// A table of comma-separated values: each line is a passage.
    EdgeList,
    /// GraphML or GEXF: each node and each edge is a passage.
    Markup,
}

impl Form {
    /// Whether people wrote it as a text: only there is a name that nothing accounts for an omission.
    pub fn is_prose(self) -> bool {
        matches!(self, Form::JointCommunication | Form::CouncilConclusions)
    }
}

/// What the text of a document cannot say of itself and its card therefore does.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The layout.
    pub form: Form,
    /// The label of each endnote line, in the order of the lines: `1`, `2`, …, `25-27`, ….
    pub notes: Vec<String>,
}

/// One of the four cells of an annex row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// «Objectif».
    Title,
    /// «Description».
    Description,
    /// «Pays ou région(s) partenaire(s)/Action multilatérale».
    Partners,
    /// «Calendrier indicatif».
    Calendar,
}

impl Column {
    /// The four columns from left to right.
    pub const ALL: [Column; 4] = [Column::Title, Column::Description, Column::Partners, Column::Calendar];

    /// The word that names the column in a locator.
    pub fn word(self) -> &'static str {
        match self {
            Column::Title => "title",
            Column::Description => "description",
            Column::Partners => "partners",
            Column::Calendar => "calendar",
        }
    }
}

/// What a passage is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A line of the title block.
    Front,
    /// A heading of a section, of a group of examples, of an annex objective, or a column head.
    Heading,
    /// A paragraph of running text.
    Paragraph,
    /// One of the «Exemples de futures actions», numbered through the document from 1.
    Example(u8),
    /// A line or an element of a table that a machine wrote.
    Record,
    /// The text of a footnote.
    Note,
    /// A cell of the annex table; rows are numbered through the table from 1.
    Cell {
        /// The row, from 1.
        row: u8,
        /// The column.
        column: Column,
    },
    /// A recital of Council conclusions.
    Recital,
    /// A numbered point of Council conclusions, or an indent of one.
    Point(u8),
}

/// A footnote call inside a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteCall {
    /// The number printed in the text.
    pub number: u8,
    /// Byte range of the digits in the document.
    pub range: Range<usize>,
}

/// A place in a document that can be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The locator, as people cite: `s2 ¶5`, `n30`, `annex 27 partners`, `point 6`.
    pub locator: String,
    /// What it is.
    pub kind: PassageKind,
    /// Byte range in the document.
    pub range: Range<usize>,
    /// The footnote calls inside it, in order.
    pub calls: Vec<NoteCall>,
}

/// A document whose every visible line belongs to a passage.
#[derive(Debug, Clone)]
pub struct Document {
    id: String,
    form: Form,
    text: String,
    passages: Vec<Passage>,
    by_locator: BTreeMap<String, usize>,
}

/// Why a text could not be read in the form its card promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineError {
    /// Line in the document, from 1.
    pub line: usize,
    /// What was expected there.
    pub message: String,
    /// The same in French.
    pub french: String,
}

impl fmt::Display for OutlineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for OutlineError {}

impl Document {
    /// Cuts `text` into passages as `outline` says.
    ///
    /// # Errors
    /// The first line that does not fit the form, when the text and its card disagree.
    pub fn parse(id: &str, text: String, outline: &Outline) -> Result<Document, OutlineError> {
        let passages = match outline.form {
            Form::JointCommunication => joint::passages(&text, &outline.notes)?,
            Form::CouncilConclusions => conclusions::passages(&text)?,
            Form::EdgeList => table::rows(&text),
            Form::Markup => table::elements(&text),
        };
        let mut by_locator = BTreeMap::new();
        for (index, passage) in passages.iter().enumerate() {
            if by_locator.insert(passage.locator.clone(), index).is_some() {
                return Err(OutlineError {
                    line: line_of(&text, passage.range.start),
                    message: format!("two passages would both be called «{}»", passage.locator),
                    french: format!("deux passages s’appelleraient «{}»", passage.locator),
                });
            }
        }
        Ok(Document { id: id.to_owned(), form: outline.form, text, passages, by_locator })
    }

    /// The document's id, `join-2025-140` for example.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How it is laid out.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The whole text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All passages in the order of the text.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The passage with this locator.
    pub fn passage(&self, locator: &str) -> Option<&Passage> {
        self.by_locator.get(locator).map(|&index| &self.passages[index])
    }

    /// The passage that holds this byte.
    pub fn passage_at(&self, byte: usize) -> Option<&Passage> {
        let index = self.passages.partition_point(|p| p.range.end <= byte);
        self.passages.get(index).filter(|p| p.range.contains(&byte))
    }

    /// The words of a passage.
    pub fn words(&self, passage: &Passage) -> &str {
        &self.text[passage.range.clone()]
    }

    /// The byte range in the document of the first occurrence of `quote` in `passage`, letter for letter.
    pub fn find(&self, passage: &Passage, quote: &str) -> Option<Range<usize>> {
        if quote.is_empty() {
            return None;
        }
        let start = passage.range.start + self.words(passage).find(quote)?;
        Some(start..start + quote.len())
    }

    /// The passages in which `quote` stands, letter for letter; for mending a wrong locator.
    pub fn passages_with<'a>(&'a self, quote: &'a str) -> impl Iterator<Item = &'a Passage> {
        self.passages.iter().filter(move |p| !quote.is_empty() && self.words(p).contains(quote))
    }

    /// Line number (from 1) of a byte.
    pub fn line(&self, byte: usize) -> usize {
        line_of(&self.text, byte)
    }
}

pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte.min(text.len())].iter().filter(|&&b| b == b'\n').count() + 1
}

/// The non-empty lines of a text with their byte ranges, trimmed of white space at both ends.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive('\n') {
        let left = piece.len() - piece.trim_start().len();
        let words = piece.trim();
        if !words.is_empty() {
            out.push(start + left..start + left + words.len());
        }
        start += piece.len();
    }
    out
}
