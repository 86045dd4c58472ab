//! `relier draw`: a picture of the network.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::dataset::Word;
use relier::draw::{self, Engine, GraphvizFormat, Labels, Theme};
use relier::explorer::{Explorer, find_actor};
use relier::network::Filter;
use relier::view::{
    ChartName, ChartView, Chosen, Lang, around_view, chosen, ego_view, network_view, picture_view,
};

use super::Usage;
use super::draw_chart::ChartOptions;
use super::draw_dot::{DotForm, DotPicture, dot_or_engine};
use super::language::{Refused, either, lang, word};
use super::options::{Selection, open};
use super::output::Output;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The picture
    #[arg(default_value = "wheel")]
    picture: Picture,
    /// Whom an ego picture is about: id, ISO code, or name in French or English
    actor: Option<String>,
    /// The form of the file; pdf and json need an installed Graphviz (--engine)
    #[arg(long, value_enum, default_value_t = Form::Svg)]
    format: Form,
    /// Who draws: builtin, or a program of an installed Graphviz: dot, neato, fdp, sfdp, circo, twopi
    #[arg(long, value_parser = engine, default_value = "builtin")]
    engine: Drawer,
    /// Language of the picture: fr or en
    #[arg(long, value_parser = lang, default_value = "fr")]
    lang: Lang,
    /// Colors: light, dark or print
    #[arg(long, value_parser = word::<Theme>, default_value = "light")]
    theme: Theme,
    /// Width in pixels (default: 1100, for an actor 760)
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = clap::value_parser!(u16).range(200..=10_000))]
    width: Option<u16>,
    /// Names in the picture: all; core (wheel: holders of a TTC, digital partnership or dialogue, without the EU whoever
    /// meets somebody; matrix: nothing below the signs); none (wheel: the regions alone)
    #[arg(long, value_parser = word::<Labels>, default_value = "all")]
    labels: Labels,
    /// A text of your own below the picture, at most 600 characters
    #[arg(long, value_name = "TEXT", value_parser = caption)]
    caption: Option<Caption>,
    /// PNG: as many dots an inch as paper asks for (300) where the picture is as wide as its page, instead of --width
    #[arg(long, allow_negative_numbers = true, value_name = "N", conflicts_with = "width", value_parser = clap::value_parser!(u16).range(36..=1200))]
    dpi: Option<u16>,
    #[command(flatten)]
    chart: ChartOptions,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Picture {
    /// The EU and its partners all around
    Wheel,
    /// Any selection as a network: who shares much stands near
    Force,
    /// One actor and what it is in
    Ego,
    /// Partners against kinds of instrument, domains or areas
    Matrix,
    /// Actions and dated instruments over the years
    Calendar,
    /// Which coverage implies which
    Lattice,
}

impl Picture {
    fn chart(self) -> Option<ChartName> {
        match self {
            Picture::Wheel | Picture::Force | Picture::Ego => None,
            Picture::Matrix => Some(ChartName::Matrix),
            Picture::Calendar => Some(ChartName::Calendar),
            Picture::Lattice => Some(ChartName::Lattice),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// SVG, text that every browser and office program shows
    Svg,
    /// DOT, for Graphviz and its kin
    Dot,
    /// PDF, by Graphviz
    Pdf,
    /// PNG, with a font of its own: the same on every machine
    Png,
    /// The layout as JSON, by Graphviz
    Json,
}

impl Options {
    /// Refuses what the picture asked for would not show.
    fn refuse(&self) -> anyhow::Result<()> {
        let word = self.picture.to_possible_value().map_or_else(String::new, |v| v.get_name().to_owned());
        self.labels
            .suit(&word)
            .map_err(|e| Usage::new(format!("--labels: {}", e.fr), format!("--labels {}", e.en)))?;
        let own = self.engine == Drawer::Builtin && self.format != Form::Dot;
        if !own && self.labels != Labels::All {
            bail!(Usage::new(
                "Graphviz écrit chaque nom: retirez --labels, ou --format dot et --engine",
                "Graphviz draws every name: leave --labels away, or --format dot and --engine"
            ));
        }
        if !own && self.caption.is_some() {
            bail!(Usage::new(
                "une légende se tient dans les dessins de ce programme: retirez --caption, ou --format dot et --engine",
                "a caption stands in the pictures of this program: leave --caption away, or --format dot and --engine"
            ));
        }
        Ok(())
    }
}

/// Who draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drawer {
    /// This program.
    Builtin,
    /// Graphviz.
    Graphviz(Engine),
}

fn engine(text: &str) -> Result<Drawer, Refused> {
    if text.eq_ignore_ascii_case("builtin") {
        return Ok(Drawer::Builtin);
    }
    let more = |Refused(told): Refused| Refused::new(told.fr + ", builtin", told.en + ", builtin");
    word(text).map(Drawer::Graphviz).map_err(more)
}

/// A caption; an empty one is none.
#[derive(Debug, Clone)]
struct Caption(Option<String>);

fn caption(text: &str) -> Result<Caption, Refused> {
    draw::caption(text).map(Caption).map_err(Refused)
}

pub(crate) fn run(data: Option<&Path>, given: &Options) -> anyhow::Result<ExitCode> {
    given.refuse()?;
    given.output.fits(&given.format)?;
    if given.dpi.is_some() && (given.format != Form::Png || given.engine != Drawer::Builtin) {
        bail!(Usage::new(
            "--dpi est pour le PNG de ce programme: relier draw --format png --dpi 300",
            "--dpi is for the PNG of this program: relier draw --format png --dpi 300"
        ));
    }
    let (explorer, filter) = open(data, &given.selection)?;
    if let Some(name) = given.picture.chart() {
        return chart(given, name, &explorer, &filter);
    }
    given.chart.refuse()?;
    let actor = match (given.picture, &given.actor) {
        (Picture::Ego, Some(text)) => Some(find_actor(&explorer.dataset, text).map_err(Usage::from)?),
        (Picture::Ego, None) => {
            bail!(Usage::new(
                "un dessin ego est celui de quelqu’un: relier draw ego JAPAN",
                "an ego picture is about somebody: relier draw ego JAPAN"
            ))
        }
        (_, Some(text)) => {
            bail!(Usage::new(
                format!(
                    "«{text}» est un mot de trop: ce dessin montre tout le monde; relier draw ego {text}, ou --focus {text}"
                ),
                format!(
                    "«{text}» is one word too many: this picture is about everybody; relier draw ego {text}, or --focus {text}"
                )
            ))
        }
        (_, None) => None,
    };
    let built_in = given.engine == Drawer::Builtin && given.format != Form::Dot;
    let (mut view, selection) = match actor {
        Some(id) if built_in => around_view(&explorer, &filter, id),
        Some(_) => ego_view(&explorer, &filter),
        None => picture_view(&explorer, &filter),
    };
    let actor = actor.map(|id| explorer.dataset.actor(id).id.clone());
    if !built_in && given.picture != Picture::Ego {
        // Springs cannot fold membership lists away as the wheel does: the whole network shows what is stated.
        view = network_view(&explorer, &filter);
    }
    let picture = actor.as_deref().map_or(DotPicture::Network(&view), |a| DotPicture::Ego(&view, a));
    let by_graphviz =
        |format, engine| dot_or_engine(picture, given.lang, &selection, DotForm::Drawn(format), engine);
    let bytes = match (given.format, given.engine) {
        (Form::Dot, drawer) => {
            let engine = if let Drawer::Graphviz(engine) = drawer { Some(engine) } else { None };
            dot_or_engine(picture, given.lang, &selection, DotForm::Text, engine)?
        }
        (Form::Svg, Drawer::Graphviz(engine)) => by_graphviz(GraphvizFormat::Svg, Some(engine))?,
        (Form::Pdf, Drawer::Graphviz(engine)) => by_graphviz(GraphvizFormat::Pdf, Some(engine))?,
        (Form::Png, Drawer::Graphviz(engine)) => by_graphviz(GraphvizFormat::Png, Some(engine))?,
        (Form::Json, Drawer::Graphviz(engine)) => by_graphviz(GraphvizFormat::Json, Some(engine))?,
        (Form::Pdf | Form::Json, Drawer::Builtin) => bail!(Usage::new(
            "cette forme est faite par Graphviz: ajoutez --engine sfdp; les dessins de ce programme sont --format svg, qu’un navigateur imprime en PDF, et --format png",
            "this form is made by Graphviz: add --engine sfdp; the built-in pictures are --format svg, which browsers print to PDF, and --format png"
        )),
        (Form::Svg | Form::Png, Drawer::Builtin) => {
            let options = drawn(given, selection, "");
            let picture = match (given.picture, actor.clone()) {
                (_, Some(actor)) => draw::Picture::Ego(actor),
                (Picture::Force, None) => draw::Picture::Force,
                _ => draw::Picture::Wheel,
            };
            let focus = filter.focus.map(|a| explorer.dataset.actor(a).id.clone());
            let svg = draw::draw(&view, &picture, &draw::Options { level: filter.level, focus, ..options });
            for sentence in svg.left_out() {
                super::tell(format_args!("{sentence}"));
            }
            finished(given, &svg)?
        }
    };
    given.output.write(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// A picture of this program in the form asked for; letters that the form lacks are said.
fn finished(given: &Options, svg: &draw::Svg) -> anyhow::Result<Vec<u8>> {
    if given.format != Form::Png {
        return Ok(svg.as_str().as_bytes().to_vec());
    }
    let lacking: Vec<String> = draw::letters_lacking(svg.as_str()).into_iter().map(String::from).collect();
    if !lacking.is_empty() {
        super::tell(format_args!(
            "{}",
            either(
                format!(
                    "la police des dessins PNG n’a pas {}; une case y tient la place de chacun, alors que --format svg est écrit avec les polices du lecteur",
                    lacking.join(" ")
                ),
                format!(
                    "the font of PNG pictures lacks {}; a box stands for each there, while --format svg is lettered by the reader's own fonts",
                    lacking.join(" ")
                )
            )
        ));
    }
    let width = match given.dpi {
        Some(dots) => draw::pixels_at(svg.as_str(), u32::from(dots)),
        None => u32::from(width(given)),
    };
    Ok(draw::png(svg.as_str(), width)?)
}

fn width(given: &Options) -> u16 {
    given.width.unwrap_or(if given.picture == Picture::Ego { 760 } else { 1100 })
}

fn drawn(given: &Options, selection: Vec<Chosen>, name: &str) -> draw::Options {
    draw::Options {
        lang: given.lang,
        theme: given.theme,
        width: f64::from(width(given)),
        selection,
        caption: given.caption.clone().and_then(|c| c.0),
        labels: given.labels,
        prefix: format!("relier-{name}{}-", given.lang.word()),
        ..draw::Options::default()
    }
}

fn chart(given: &Options, name: ChartName, explorer: &Explorer, filter: &Filter) -> anyhow::Result<ExitCode> {
    if let Some(text) = &given.actor {
        bail!(Usage::new(
            format!("«{text}» est un mot de trop: ce dessin ({}) montre tout le monde", name.word()),
            format!("«{text}» is one word too many: a {} is about everybody", name.word())
        ));
    }
    let selection = chosen(&explorer.dataset, filter);
    let view = given.chart.view(name, (explorer, filter), &selection)?;
    if given.engine == Drawer::Builtin && matches!(given.format, Form::Svg | Form::Png) {
        let svg = draw::chart(&view, &drawn(given, selection.clone(), &format!("{}-", name.word())));
        given.output.write(&finished(given, &svg)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let picture = match &view {
        ChartView::Matrix(view) => DotPicture::Matrix(view),
        ChartView::Lattice(view) => DotPicture::Lattice(view),
        ChartView::Calendar(_) => bail!(Usage::new(
            "un calendrier est fait de barres sur des années, pour lesquelles DOT n’a pas de mots: donnez --format svg ou png sans --engine, ou prenez ses lignes de relier actions --format csv",
            "a calendar is bars over years, which DOT has no words for: give --format svg or png without --engine, or take its rows from relier actions --format csv"
        )),
    };
    let engine = if let Drawer::Graphviz(engine) = given.engine { Some(engine) } else { None };
    let form = match (given.format, given.engine) {
        (Form::Dot, _) => DotForm::Text,
        (_, Drawer::Builtin) => bail!(Usage::new(
            format!(
                "cette forme ({}) est faite par Graphviz: ajoutez --engine dot; les dessins de ce programme sont --format svg et png",
                name.word()
            ),
            format!(
                "this form of a {} is made by Graphviz: add --engine dot; the built-in pictures are --format svg and png",
                name.word()
            )
        )),
        (Form::Svg, _) => DotForm::Drawn(GraphvizFormat::Svg),
        (Form::Png, _) => DotForm::Drawn(GraphvizFormat::Png),
        (Form::Pdf, _) => DotForm::Drawn(GraphvizFormat::Pdf),
        (Form::Json, _) => DotForm::Drawn(GraphvizFormat::Json),
    };
    given.output.write(&dot_or_engine(picture, given.lang, &selection, form, engine)?)?;
    Ok(ExitCode::SUCCESS)
}
