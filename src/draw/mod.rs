//! Pictures: the only maker of them. A view becomes a layout, a layout becomes SVG, an SVG becomes PNG; or a view becomes
//! DOT, which an installed Graphviz draws.

mod buckets;
mod bundle;
mod calendar;
mod calendar_bars;
mod calendar_flow;
mod calendar_words;
mod chips;
mod columns;
mod dates;
mod dot;
mod ego;
mod engine;
mod font;
mod force;
mod frame;
mod index;
mod lattice;
mod lattice_words;
mod legend;
mod matrix;
mod matrix_heads;
mod matrix_legend;
mod matrix_marks;
mod matrix_signs;
mod matrix_words;
mod meetings;
mod nearest;
mod nouns;
mod options;
mod paint;
mod paint_calendar;
mod paint_ego;
mod paint_lattice;
mod paint_legend;
mod paint_matrix;
mod paint_wheel;
mod phrases;
mod plan;
mod png;
mod rim;
mod rungs;
mod sheet;
mod since;
mod svg;
mod tables;
mod text;
mod theme;
mod wheel;
mod wheel_parts;
mod wheel_places;
mod words;

pub use calendar::{CalendarLayout, DayLine, Item};
pub use calendar_bars::{Axis, Bar, Day};
pub use dot::{
    DotOptions, EGO_ENGINE, LATTICE_ENGINE, MATRIX_ENGINE, NETWORK_ENGINE, ego_dot, lattice_dot, matrix_dot,
    network_dot, node_address,
};
pub use ego::{EgoLayout, Rung, Sort};
pub use engine::{Engine, EngineError, GraphvizFormat, render, render_with, svg_with_language};
pub use force::{ForceLayout, ForceLine, ForceNode, Shape, force};
pub use frame::Frame;
pub use lattice::{LatticeLayout, Link, Node};
pub use legend::{Entry, Legend, Sample};
pub use matrix::{CellSpot, MOST_ROWS, MatrixLayout};
pub use matrix_signs::{Sign, Way};
pub use options::{LONGEST_CAPTION, Labels, Options, Picture, caption};
pub use paint_calendar::calendar;
pub use paint_ego::ego;
pub use paint_lattice::lattice;
pub use paint_matrix::matrix;
pub use paint_wheel::wheel;
pub use plan::{LeftOut, MOST_FORUMS, MOST_RIM};
pub use png::{MOST_PIXELS, PngError, letters_lacking, pixels_at, png};
pub use sheet::{Head, chart};
pub use svg::Svg;
pub(crate) use svg::escape;
pub use text::{Anchor, Label, LabelBox, Weight};
pub use theme::{Lay, Role, Stroke, Theme, family, rules, stroke, stylesheet};
pub use wheel::{Arc, Chord, Circles, Line, Mark, Point, Spot, WheelLayout};

use crate::view::NetworkView;

/// Draws a picture of a view.
pub fn draw(view: &NetworkView, picture: &Picture, options: &Options) -> Svg {
    match picture {
        Picture::Wheel => wheel(view, options),
        Picture::Force => force(view, options),
        Picture::Ego(focus) => ego(view, focus, options),
    }
}
