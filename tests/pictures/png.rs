//! PNG pictures: what a decoder that is not ours sees in them.

use std::io::Cursor;

use crate::drawn;
use crate::drawn::{ego_layout, every_picture, select, whole};
use relier::dataset::Word;
use relier::draw::{
    EgoLayout, LabelBox, Options, PngError, Theme, WheelLayout, ego, letters_lacking, pixels_at, png, wheel,
};
use relier::explorer::Query;
use relier::view::Lang;

struct Decoded {
    width: u32,
    height: u32,
    pixels: Vec<[u8; 3]>,
    dots: u32,
    texts: Vec<(String, String)>,
}

impl Decoded {
    fn at(&self, x: u32, y: u32) -> [u8; 3] {
        self.pixels[(y * self.width + x) as usize]
    }
}

fn decode(bytes: &[u8]) -> Decoded {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut buffer).unwrap();
    let info = reader.info();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    let dims = info.pixel_dims.unwrap();
    assert_eq!((dims.unit, dims.xppu), (png::Unit::Meter, dims.yppu));
    Decoded {
        width: info.width,
        height: info.height,
        pixels: buffer.as_chunks::<3>().0.to_vec(),
        dots: dims.xppu,
        texts: info.utf8_text.iter().map(|t| (t.keyword.clone(), t.get_text().unwrap())).collect(),
    }
}

fn rgb(color: &str) -> [u8; 3] {
    [1, 3, 5].map(|i| u8::from_str_radix(&color[i..i + 2], 16).unwrap())
}

#[test]
fn every_picture_becomes_png_of_the_size_asked_for() {
    for &theme in Theme::ALL {
        for &lang in Lang::ALL {
            for (name, svg) in every_picture(&Options { lang, theme, ..Options::default() }) {
                let all = drawn::elements(svg.as_str());
                let number = |key: &str| all[0].get(key).parse::<f64>().unwrap();
                for width in [200, 1100] {
                    let picture = decode(&png(svg.as_str(), width).unwrap());
                    let height = f64::from(width) * number("height") / number("width");
                    assert_eq!(picture.width, width, "{name}");
                    assert!((f64::from(picture.height) - height).abs() <= 0.6, "{name}: {height}");
                    let ground = rgb(relier::draw::Role::Ground.color(theme));
                    for (x, y) in
                        [(0, 0), (width - 1, 0), (0, picture.height - 1), (width - 1, picture.height - 1)]
                    {
                        assert_eq!(picture.at(x, y), ground, "{name} {theme:?}: corner {x} {y}");
                    }
                    let title = all.iter().find(|e| e.name == "title").unwrap().text.clone();
                    assert!(picture.texts.contains(&("Title".to_owned(), title)), "{name}");
                }
            }
        }
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    for (name, svg) in every_picture(&Options::default()) {
        assert_eq!(png(svg.as_str(), 700).unwrap(), png(svg.as_str(), 700).unwrap(), "{name}");
    }
}

/// The picture without its straight texts.
fn mute(svg: &str) -> String {
    let mut out = String::new();
    let mut rest = svg;
    while let Some((before, from)) = rest.split_once("<text ") {
        let (text, after) = from.split_once("</text>").unwrap();
        out.push_str(before);
        if text.contains("<textPath") {
            out.push_str(&format!("<text {text}</text>"));
        }
        rest = after;
    }
    out + rest
}

/// Draws with and without texts: the pixels that differ are ink of letters. Every box must hold some, and no letter may
/// leave its box: what the layout measures is what is drawn.
fn letters_stand_in_their_boxes(name: &str, svg: &str, boxes: &[(String, LabelBox)]) {
    const WIDTH: u32 = 2400;
    let (full, bare) = (decode(&png(svg, WIDTH).unwrap()), decode(&png(&mute(svg), WIDTH).unwrap()));
    let scale = f64::from(WIDTH) / drawn::canvas(svg);
    // The canvas begins left of its zero by a margin and what keeps it on one page.
    let view_box = drawn::elements(svg)[0].get("viewBox");
    let left_of_zero = -view_box.split(' ').next().and_then(|x| x.parse::<f64>().ok()).unwrap();
    let margin = 6.0;
    let mut ink = vec![false; full.pixels.len()];
    for (i, (a, b)) in full.pixels.iter().zip(&bare.pixels).enumerate() {
        ink[i] = a != b;
    }
    for (text, area) in boxes {
        let pad = 1.0;
        let edge = |v: f64, most: u32| (v * scale).clamp(0.0, f64::from(most)) as u32;
        let (left, right) = (
            edge(area.x + left_of_zero - pad, full.width),
            edge(area.x + area.width + left_of_zero + pad, full.width),
        );
        let (top, bottom) = (
            edge(area.y + margin - pad, full.height),
            edge(area.y + area.height + margin + pad, full.height),
        );
        let mut count = 0;
        for y in top..bottom {
            for x in left..right {
                let i = (y * full.width + x) as usize;
                count += usize::from(full.pixels[i] != bare.pixels[i]);
                ink[i] = false;
            }
        }
        // A letter covers at least a square of a fifth of the height of a line.
        let least = (area.height.min(8.0) * scale * 0.2).powi(2);
        assert!(count as f64 >= least, "{name}: «{text}» is not drawn: {count} of {least}");
    }
    if let Some(i) = ink.iter().position(|on| *on) {
        let (x, y) = (i as u32 % full.width, i as u32 / full.width);
        let at = (f64::from(x) / scale - left_of_zero, f64::from(y) / scale - margin);
        panic!("{name}: a letter outside every box, at {at:?}");
    }
}

#[test]
fn text_is_drawn_where_it_was_measured() {
    for &lang in Lang::ALL {
        let options = Options { lang, ..Options::default() };
        let without = select(Query { without_eu: true, ..Query::default() });
        for (name, view) in [("whole", whole()), ("without the EU", without)] {
            let layout = WheelLayout::new(&view, &options);
            let boxes: Vec<(String, LabelBox)> =
                layout.boxes().into_iter().map(|(l, b)| (l.lines.join(" "), b)).collect();
            letters_stand_in_their_boxes(name, wheel(&view, &options).as_str(), &boxes);
        }
        let (view, layout): (_, EgoLayout) = ego_layout("JPN", &options);
        let boxes: Vec<(String, LabelBox)> =
            layout.boxes().into_iter().map(|(l, b)| (l.lines.join(" "), b)).collect();
        letters_stand_in_their_boxes("ego", ego(&view, "JPN", &options).as_str(), &boxes);
    }
}

#[test]
fn paper_gets_the_dots_it_asks_for() {
    let svg = wheel(&whole(), &Options::default());
    // A landscape A4 page within margins of 10 mm, give or take the margin of the picture.
    let width = pixels_at(svg.as_str(), 300);
    assert!((3200..3400).contains(&width), "{width}");
    let picture = decode(&png(svg.as_str(), width).unwrap());
    assert!((f64::from(picture.dots) * 0.0254 - 300.0).abs() < 0.2, "{}", picture.dots);
}

#[test]
fn a_size_that_is_no_picture_is_refused() {
    let svg = wheel(&whole(), &Options::default());
    for width in [0, 1_000_000, u32::MAX] {
        let error = png(svg.as_str(), width).unwrap_err();
        assert!(matches!(error, PngError::Size { .. }), "{width}: {error}");
    }
    assert!(matches!(png("no picture", 100), Err(PngError::Svg(_))));
}

#[test]
fn letters_that_the_font_lacks_are_named() {
    let mut view = whole();
    assert_eq!(letters_lacking(wheel(&view, &Options::default()).as_str()).len(), 0);
    let japan = view.nodes.iter_mut().find(|n| n.id == "JPN").unwrap();
    japan.names.fr = "日本 👩‍👩‍👧 مصر Ελλάδα Ђ".to_owned();
    let svg = wheel(&view, &Options::default());
    let lacking: String = letters_lacking(svg.as_str()).into_iter().collect();
    assert_eq!(lacking, "日本👧👩");
    decode(&png(svg.as_str(), 800).unwrap());
}
