//! The documents as citable text: passages, footnote calls, and finding a quotation in its passage.
//!
//! This layer knows where words stand and nothing of what they mean. It uses the standard library alone.

mod conclusions;
mod document;
mod fold;
mod joint;
mod table;

pub use document::{Column, Document, Form, NoteCall, Outline, OutlineError, Passage, PassageKind};
pub use fold::{Folded, fold};
