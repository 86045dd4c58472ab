//! `relier draw … --format dot` and `--engine dot|neato|…`: DOT text, or what an installed Graphviz makes of it.

use std::time::Duration;

use anyhow::Context;
use relier::draw::{
    DotOptions, EGO_ENGINE, Engine, GraphvizFormat, LATTICE_ENGINE, MATRIX_ENGINE, NETWORK_ENGINE, ego_dot,
    lattice_dot, matrix_dot, network_dot, node_address, render, svg_with_language,
};
use relier::view::{Chosen, Lang, LatticeView, NetworkView, PartnersMatrix};

use super::language::either;

/// How long Graphviz may take: circles of the whole network need ten seconds.
const LIMIT: Duration = Duration::from_secs(60);

/// Which picture.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DotPicture<'a> {
    /// The whole view.
    Network(&'a NetworkView),
    /// One actor of a view, by its node id.
    Ego(&'a NetworkView, &'a str),
    /// Partners and columns.
    Matrix(&'a PartnersMatrix),
    /// Implications.
    Lattice(&'a LatticeView),
}

/// In which form.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DotForm {
    /// DOT text, which needs no Graphviz.
    Text,
    /// Drawn by Graphviz.
    Drawn(GraphvizFormat),
}

/// The picture as bytes. Without an engine the text names the one that suits the picture.
pub(crate) fn dot_or_engine(
    picture: DotPicture<'_>,
    lang: Lang,
    selection: &[Chosen],
    form: DotForm,
    engine: Option<Engine>,
) -> anyhow::Result<Vec<u8>> {
    let suited = match picture {
        DotPicture::Network(_) => NETWORK_ENGINE,
        DotPicture::Ego(..) => EGO_ENGINE,
        DotPicture::Matrix(_) => MATRIX_ENGINE,
        DotPicture::Lattice(_) => LATTICE_ENGINE,
    };
    let engine = engine.unwrap_or(suited);
    let options = DotOptions { lang, engine, selection, address: Some(&node_address) };
    let text = match picture {
        DotPicture::Network(view) => network_dot(view, &options),
        DotPicture::Matrix(view) => matrix_dot(view, &options),
        DotPicture::Lattice(view) => lattice_dot(view, &options),
        DotPicture::Ego(view, actor) => ego_dot(view, actor, &options).with_context(|| {
            either(
                format!("la sélection ne montre pas {actor}"),
                format!("the selection does not show {actor}"),
            )
        })?,
    };
    let DotForm::Drawn(format) = form else { return Ok(text.into_bytes()) };
    let drawn = render(&text, engine, format, LIMIT)?;
    Ok(if format == GraphvizFormat::Svg { svg_with_language(&drawn, lang) } else { drawn })
}

#[cfg(test)]
mod tests {
    use super::*;
    use relier::dataset;
    use relier::explorer::{Explorer, Query};
    use relier::network::Dates;
    use relier::seed::{self, SeedFiles};
    use relier::view::network_view;

    fn view() -> NetworkView {
        let (seeds, faults) = seed::read(SeedFiles::embedded());
        let dataset = std::sync::Arc::new(dataset::build(&seeds, faults, false).dataset);
        let filter = Query::default().filter(&dataset).expect("no option");
        let dates = Dates::latest(&dataset);
        network_view(&Explorer::new(dataset, dates), &filter)
    }

    fn text(actor: Option<&str>, engine: Option<Engine>) -> anyhow::Result<String> {
        let view = view();
        let picture = actor.map_or(DotPicture::Network(&view), |a| DotPicture::Ego(&view, a));
        let bytes = dot_or_engine(picture, Lang::En, &[], DotForm::Text, engine)?;
        Ok(String::from_utf8(bytes)?)
    }

    #[test]
    fn each_picture_has_an_engine_that_suits_it_unless_one_is_asked_for() {
        assert!(text(None, None).expect("a picture").contains("layout=\"sfdp\""));
        assert!(text(Some("JPN"), None).expect("a picture").contains("layout=\"dot\""));
        assert!(text(Some("JPN"), Some(Engine::Twopi)).expect("a picture").contains("layout=\"twopi\""));
    }

    #[test]
    fn an_actor_outside_the_selection_is_said() {
        let error = text(Some("ATLANTIS"), None).expect_err("no such actor");
        assert!(error.to_string().contains("ATLANTIS"));
    }
}
