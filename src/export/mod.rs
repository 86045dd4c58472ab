//! The network for other programs. Ties stay nodes, joined to their participants: nothing is projected in silence, and each
//! file says what its edges are, of which dataset and dates it is, and carries the quotations of every tie.

mod about;
mod cytoscape;
mod file;
mod flat;
mod jsonld;
mod sheets;
mod tables;
mod xml;

pub use about::About;
pub use cytoscape::cytoscape;
pub use file::{Edges, ExportError, Form, file, folder, french_sheet, french_table};
pub use flat::{Flat, Projection, flat, meetings};
pub use jsonld::{VOCABULARIES, jsonld};
pub use sheets::xlsx;
pub use tables::{Table, csv};
pub use xml::{gexf, graphml};
