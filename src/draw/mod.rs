//! Pictures: the only maker of them. A view becomes a layout, a layout becomes SVG.

mod frame;
mod legend;
mod options;
mod paint;
mod plan;
mod rim;
mod svg;
mod tables;
mod text;
mod theme;
mod wheel;
mod words;

pub use frame::Frame;
pub use legend::{Entry, Legend, Sample};
pub use options::{Options, Picture};
pub use paint::wheel;
pub use plan::{LeftOut, MOST_RIM};
pub use svg::Svg;
pub(crate) use svg::escape;
pub use text::{Anchor, Label, LabelBox, Weight};
pub use theme::{Role, Stroke, Theme, family, rules, stroke, stylesheet};
pub use wheel::{Arc, Chord, Circles, Line, Mark, Point, Spot, WheelLayout};
