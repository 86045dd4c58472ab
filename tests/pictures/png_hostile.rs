//! PNG of names and words that nobody should write, and of widths that nobody should ask for: it is drawn, or refused in words.

use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Output};

use crate::drawn::whole;
use relier::draw::{Options, PngError, ego, force, png, wheel};
use relier::view::{Label, Lang, NetworkView};

/// Names as they come from elsewhere: long without a space, from right to left, pictures, controls, markup.
fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("300 letters without a space", "M".repeat(300)),
        ("300 letters in words", "mot long ".repeat(34)),
        ("from right to left", "جمهورية مصر العربية \u{202e}evil\u{202c} \u{200f}".to_owned()),
        ("pictures of several marks", "👩‍👩‍👧‍👦 🇪🇺 🏴\u{e0067}\u{e0062}\u{e007f} 日本".to_owned()),
        ("controls", "a\u{0}b\u{1b}[31mc\u{7}\nd\te\u{fffe}f\u{200b}g".to_owned()),
        ("markup", "<b>bold</b> & &amp; ]]> --> </text></svg> \"'".to_owned()),
        ("accents piled up", format!("e{}", "\u{301}".repeat(120))),
        ("nothing", String::new()),
    ]
}

/// The network in which every actor and tie has such a name.
fn named(name: &str) -> NetworkView {
    let mut view = whole();
    let names = Label { fr: name.to_owned(), en: name.to_owned() };
    view.nodes.iter_mut().for_each(|n| n.names = names.clone());
    view.ties.iter_mut().for_each(|t| t.names = names.clone());
    view.kinds.iter_mut().for_each(|k| (k.names, k.short) = (names.clone(), names.clone()));
    view
}

/// The size of a PNG and how many of its pixels are not the ground's.
fn decoded(bytes: &[u8]) -> (u32, u32, usize) {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut buffer).unwrap();
    let inked = buffer.as_chunks::<3>().0.iter().filter(|p| **p != [255; 3]).count();
    (reader.info().width, reader.info().height, inked)
}

#[test]
fn hostile_names_become_a_picture() {
    for (what, name) in hostile() {
        let view = named(&name);
        let options = Options { lang: Lang::En, ..Options::default() };
        let mut drawn = vec![("ego", ego(&view, "JPN", &options))];
        // The wheel takes longer; it letters with the same pen.
        if matches!(what, "300 letters without a space" | "markup") {
            drawn.push(("wheel", wheel(&view, &options)));
        }
        for (picture, svg) in drawn {
            let (width, height, inked) = decoded(&png(svg.as_str(), 400).unwrap());
            assert_eq!(width, 400, "{picture}, {what}");
            assert!(height > 100 && height < 4000, "{picture}, {what}: {height}");
            assert!(inked > 500, "{picture}, {what}: {inked} pixels");
        }
    }
}

#[test]
fn a_force_picture_and_a_caption_of_hostile_words_become_a_picture() {
    for (what, name) in hostile() {
        let options = Options { caption: relier::draw::caption(&name).unwrap(), ..Options::default() };
        let mut view = whole();
        view.nodes.retain(|n| matches!(n.id.as_str(), "EU" | "JPN" | "KOR" | "CAN"));
        view.ties.retain(|t| t.participants.iter().all(|p| view.nodes.iter().any(|n| n.id == *p)));
        view.nodes.iter_mut().for_each(|n| n.names = Label { fr: name.clone(), en: name.clone() });
        let (width, _, inked) = decoded(&png(force(&view, &options).as_str(), 300).unwrap());
        assert!(width == 300 && inked > 100, "{what}: {inked} pixels");
    }
}

#[test]
fn markup_in_a_name_is_drawn_letter_for_letter() {
    let options = Options { lang: Lang::En, ..Options::default() };
    let drawn = |name: &str| png(ego(&named(name), "JPN", &options).as_str(), 600).unwrap();
    // Were the tags read as tags, the two would look alike.
    assert_ne!(drawn("<b>Japan</b>"), drawn("Japan"));
    assert_ne!(drawn("A &amp; B"), drawn("A & B"));
    // What has no sign of its own leaves none.
    assert_eq!(decoded(&drawn("Ja\u{202e}pan")).2, decoded(&drawn("Japan")).2);
}

#[test]
fn widths_without_a_picture_are_refused_in_words() {
    let svg = wheel(&whole(), &Options::default());
    for width in [0, 40_000, u32::MAX] {
        let error = png(svg.as_str(), width).unwrap_err();
        assert!(matches!(error, PngError::Size { width: w, .. } if w == width), "{width}: {error}");
        let words = error.to_string();
        assert!(words.contains("give a width") && words.contains("150000000"), "{words}");
    }
    // The narrowest there is.
    assert_eq!(decoded(&png(svg.as_str(), 1).unwrap()).0, 1);
}

fn relier(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(arguments).output().unwrap()
}

#[test]
fn the_command_refuses_such_widths_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.png");
    let name = file.to_str().unwrap();
    for width in ["0", "40000", "4294967295", "4294967296", "-5", "1e9", "NaN", "infinity", ""] {
        let option = format!("--width={width}");
        let done = relier(&["draw", "ego", "JPN", "--format", "png", &option, "-o", name]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success(), "{width} is taken");
        assert!(said.len() > 20 && !said.contains("panicked"), "{width}: {said}");
        assert!(!Path::new(name).exists(), "{width}: a file is left behind");
    }
}

#[test]
fn the_command_draws_hostile_captions() {
    for (what, text) in hostile() {
        // An argument cannot hold the byte 0; a caption holds at most 600 characters.
        let text = text.replace('\u{0}', "");
        let done = relier(&["draw", "ego", "JPN", "--format", "png", "--width", "300", "--caption", &text]);
        assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(decoded(&done.stdout).0, 300, "{what}");
    }
}
