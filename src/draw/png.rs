//! A picture as PNG, made in process with the embedded font alone: the same bytes on every run.

use std::collections::BTreeSet;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{FontResolver, Options, Tree};

use super::font::{advance, fonts};
use super::text::{Weight, is_invisible};

/// More pixels than this are not drawn: 600 MB of memory, an A0 sheet at 300 dots an inch.
pub const MOST_PIXELS: u64 = 150_000_000;

/// Points in an inch: the unit of every canvas.
const INCH: f64 = 72.0;
/// Inches in a metre, the unit of PNG.
const PER_METRE: f64 = 1.0 / 0.0254;

/// A picture could not become PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// No pixel, or too many.
    #[error("{width} × {height} pixels are {}: give a width that leaves 1 to {MOST_PIXELS}", if *.width == 0 || *.height == 0 { "nothing" } else { "too many" })]
    Size {
        /// Width asked for.
        width: u32,
        /// Height that follows.
        height: u32,
    },
    /// The renderer does not understand the picture.
    #[error("the picture cannot be drawn as PNG")]
    Svg(#[from] resvg::usvg::Error),
    /// The bytes could not be written.
    #[error("the PNG cannot be written")]
    Encode(#[from] png::EncodingError),
    /// The embedded font cannot be read.
    #[error("the font in the program cannot be read")]
    Font,
}

impl PngError {
    /// The same in French.
    pub fn french(&self) -> String {
        match self {
            PngError::Size { width, height } => format!(
                "{width} × {height} pixels, c’est {}: donnez une largeur qui en laisse de 1 à {MOST_PIXELS}",
                if *width == 0 || *height == 0 { "rien" } else { "trop" }
            ),
            PngError::Svg(_) => "le dessin ne peut être fait en PNG".to_owned(),
            PngError::Encode(_) => "le PNG ne peut être écrit".to_owned(),
            PngError::Font => "la police du programme ne peut être lue".to_owned(),
        }
    }
}

/// Draws a picture that stands alone (its rules in it) as PNG of a width in pixels; the height follows.
///
/// The file bears the picture's title and description, and how many pixels make an inch where the picture is printed
/// as wide as it was laid out: 190 mm or 277 mm for most.
///
/// # Errors
/// When the width gives no picture or too large a one.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, PngError> {
    let tree = Tree::from_str(svg, &options()?)?;
    let size = tree.size();
    let height = (f64::from(width) * f64::from(size.height()) / f64::from(size.width())).round();
    let height = if height < f64::from(u32::MAX) { height as u32 } else { u32::MAX };
    let wrong = || PngError::Size { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(wrong());
    }
    let mut pixels = Pixmap::new(width, height).ok_or_else(wrong)?;
    // The last row is filled whole, whatever the ratio.
    let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, scale, &mut pixels.as_mut());
    encode(svg, &pixels)
}

/// How many pixels wide a picture is that is printed with so many dots an inch.
pub fn pixels_at(svg: &str, dots: u32) -> u32 {
    canvas(svg).map_or(0, |points| (points / INCH * f64::from(dots)).round() as u32)
}

/// The letters of a picture that the embedded font lacks; a box stands for each in PNG, while a browser takes them from
/// another font.
pub fn letters_lacking(svg: &str) -> BTreeSet<char> {
    let Ok(document) = Document::parse(svg) else { return BTreeSet::new() };
    let texts = document.descendants().filter(|n| {
        let mut above = n.ancestors();
        n.is_text()
            && above.any(|a| a.has_tag_name("text"))
            && !n.ancestors().any(|a| a.has_tag_name("title"))
    });
    let letters = texts.filter_map(|n| n.text()).flat_map(str::chars);
    letters
        .filter(|&c| !c.is_control() && !is_invisible(c) && advance(c, Weight::Regular).is_none())
        .collect()
}

/// The renderer's options: one font, no files, no language of the machine.
fn options() -> Result<Options<'static>, PngError> {
    let fonts = fonts().ok_or(PngError::Font)?;
    let (regular, bold) = (fonts.regular, fonts.bold);
    Ok(Options {
        fontdb: fonts.database.clone(),
        font_resolver: FontResolver {
            select_font: Box::new(move |font, _| Some(if font.weight() >= 600 { bold } else { regular })),
            select_fallback: Box::new(move |_, used, _| (!used.contains(&regular)).then_some(regular)),
        },
        ..Options::default()
    })
}

/// The width of a picture's canvas, in points.
fn canvas(svg: &str) -> Option<f64> {
    let (_, rest) = svg.split_once("viewBox=\"")?;
    rest.split_once('"')?.0.split_whitespace().nth(2)?.parse().ok().filter(|w: &f64| *w > 0.0)
}

/// The text of an element that is a child of the picture itself.
fn said(document: &Document, name: &str) -> Option<String> {
    document.root_element().children().find(|n| n.has_tag_name(name))?.text().map(str::to_owned)
}

fn encode(svg: &str, pixels: &Pixmap) -> Result<Vec<u8>, PngError> {
    // The ground covers everything: nothing shines through, and three bytes a pixel suffice.
    let colors: Vec<u8> = pixels.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    if let Some(points) = canvas(svg) {
        let per_inch = f64::from(pixels.width()) * INCH / points;
        let dots = (per_inch * PER_METRE).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: dots, yppu: dots, unit: png::Unit::Meter }));
    }
    if let Ok(document) = Document::parse(svg) {
        for (keyword, name) in [("Title", "title"), ("Description", "desc")] {
            if let Some(text) = said(&document, name) {
                encoder.add_itxt_chunk(keyword.to_owned(), text)?;
            }
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colors)?;
    writer.finish()?;
    Ok(bytes)
}
