//! `relier draw`: a picture of the network.

use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use relier::dataset::{Dataset, parse_word};
use relier::draw::{self, Theme};
use relier::explorer::{find_actor, options};
use relier::network::Class;
use relier::view::{Lang, network_view};

use super::options::{Output, Selection, lang, open};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The picture
    #[arg(default_value = "wheel")]
    picture: Picture,
    /// The actor of `ego`: id, ISO code, or name in French or English
    actor: Option<String>,
    /// The form of the file
    #[arg(long, value_enum, default_value_t = Form::Svg)]
    format: Form,
    /// Language of the picture: fr or en
    #[arg(long, value_parser = lang, default_value = "fr")]
    lang: Lang,
    /// Colors: light, dark or print
    #[arg(long, value_parser = theme, default_value = "light")]
    theme: Theme,
    /// Width in pixels (default: 1100, for an actor 760)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(200..=10_000))]
    width: Option<u16>,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Picture {
    /// The EU and its partners all around
    Wheel,
    /// One actor: its instruments, its actions, its tables
    Ego,
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
    let picture = picture(&explorer.dataset, given)?;
    let selection = options(&explorer.dataset, explorer.dates, &filter)
        .into_iter()
        .filter(|(option, _)| !matches!(*option, "as-of" | "known"))
        .map(|(option, value)| format!("{option} {value}").trim().to_owned())
        .collect();
    if filter.classes.is_empty() {
        // What the documents state, and from public sources who is a member of what they name; for one actor also
        // what it has through its groupings.
        filter.classes = vec![Class::Stated, Class::Structural];
        if matches!(picture, draw::Picture::Ego(_)) {
            filter.classes.push(Class::Derived);
        }
    }
    let view = network_view(&explorer, &filter);
    let usual = if matches!(picture, draw::Picture::Ego(_)) { 760 } else { 1100 };
    let how = draw::Options {
        lang: given.lang,
        theme: given.theme,
        width: f64::from(given.width.unwrap_or(usual)),
        level: filter.level,
        selection,
        ..draw::Options::default()
    };
    let Form::Svg = given.format;
    let svg = draw::draw(&view, &picture, &how);
    for sentence in svg.left_out() {
        eprintln!("{sentence}");
    }
    given.output.write(svg.as_str().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The picture meant.
fn picture(dataset: &Dataset, given: &Options) -> anyhow::Result<draw::Picture> {
    let usage = |message: String| anyhow::Error::new(super::Usage(message));
    match (given.picture, &given.actor) {
        (Picture::Wheel, None) => Ok(draw::Picture::Wheel),
        (Picture::Wheel, Some(actor)) => {
            Err(usage(format!("a wheel shows all actors; for one of them: relier draw ego {actor}")))
        }
        (Picture::Ego, None) => Err(usage("of whom? give an actor, as in: relier draw ego Japan".to_owned())),
        (Picture::Ego, Some(actor)) => {
            let id = find_actor(dataset, actor).map_err(|e| usage(e.to_string()))?;
            Ok(draw::Picture::Ego(dataset.actor(id).id.clone()))
        }
    }
}
