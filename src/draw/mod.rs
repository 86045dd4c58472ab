//! Pictures: the only maker of them. A view becomes a layout, a layout becomes SVG.

mod buckets;
mod bundle;
mod chips;
mod columns;
mod dates;
mod ego;
mod frame;
mod legend;
mod options;
mod paint;
mod paint_ego;
mod paint_wheel;
mod plan;
mod rim;
mod rungs;
mod svg;
mod tables;
mod text;
mod theme;
mod wheel;
mod words;

pub use ego::{EgoLayout, Rung, Sort};
pub use frame::Frame;
pub use legend::{Entry, Legend, Sample};
pub use options::{Options, Picture};
pub use paint_ego::ego;
pub use paint_wheel::wheel;
pub use plan::{LeftOut, MOST_RIM};
pub use svg::Svg;
pub use text::{Anchor, Label, LabelBox, Weight};
pub use theme::{Role, Stroke, Theme, family, rules, stroke, stylesheet};
pub use wheel::{Arc, Chord, Circles, Line, Mark, Point, Spot, WheelLayout};

use crate::view::NetworkView;

/// Draws a picture of a view.
pub fn draw(view: &NetworkView, picture: &Picture, options: &Options) -> Svg {
    match picture {
        Picture::Wheel => wheel(view, options),
        Picture::Ego(focus) => ego(view, focus, options),
    }
}
