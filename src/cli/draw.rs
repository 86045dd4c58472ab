//! `relier draw`: a picture of the network.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use relier::dataset::{Word, parse_word};
use relier::draw::{self, Theme};
use relier::explorer::options;
use relier::network::Class;
use relier::view::{Lang, network_view};

use super::options::{Output, Selection, lang, open};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The picture
    #[arg(default_value = "wheel")]
    picture: Picture,
    /// The form of the file
    #[arg(long, value_enum, default_value_t = Form::Svg)]
    format: Form,
    /// Language of the picture: fr or en
    #[arg(long, value_parser = lang, default_value = "fr")]
    lang: Lang,
    /// Colors: light, dark or print
    #[arg(long, value_parser = theme, default_value = "light")]
    theme: Theme,
    /// Width in pixels
    #[arg(long, default_value_t = 1100, value_name = "N", value_parser = clap::value_parser!(u16).range(200..=10_000))]
    width: u16,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Picture {
    /// The EU and its partners all around
    Wheel,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// SVG, text that every browser and office program shows
    Svg,
}

fn theme(text: &str) -> Result<Theme, String> {
    parse_word(text)
}

pub(crate) fn run(data: Option<&Path>, given: &Options) -> anyhow::Result<ExitCode> {
    let (explorer, mut filter) = open(data, &given.selection)?;
    let selection = options(&explorer.dataset, explorer.dates, &filter)
        .into_iter()
        .filter(|(option, _)| !matches!(*option, "as-of" | "known"))
        .map(|(option, value)| format!("{option} {value}").trim().to_owned())
        .collect();
    if filter.classes.is_empty() {
        // What the documents state, and from public sources who is a member of what they name.
        filter.classes = vec![Class::Stated, Class::Structural];
    }
    let view = network_view(&explorer, &filter);
    let how = draw::Options {
        lang: given.lang,
        theme: given.theme,
        width: f64::from(given.width),
        selection,
        prefix: format!("relier-{}-", given.lang.word()),
        ..draw::Options::default()
    };
    let (Picture::Wheel, Form::Svg) = (given.picture, given.format);
    let svg = draw::wheel(&view, &how);
    for sentence in svg.left_out() {
        eprintln!("{sentence}");
    }
    given.output.write(svg.as_str().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
