//! Every picture: what it shows, how it lies, what it is called, and in which forms it is given.

#![allow(clippy::unwrap_used, missing_docs)]

mod calendar_selection;
mod captions;
mod charts;
mod dot;
mod dot_charts;
mod draw;
mod drawn;
mod force;
mod gallery;
#[cfg(unix)]
mod graphviz;
mod matrix_selection;
mod overlaps;
mod paper;
mod png;
mod png_hostile;
mod reading;
mod scale;
mod star;
mod subtitles;
#[path = "../support/mod.rs"]
mod support;
