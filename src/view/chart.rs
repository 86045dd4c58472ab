//! The charts by name: what the command line and the API ask for, with the same words and the same refusals.

use super::lattice::{LatticeView, lattice_of};
use super::matrix::{Against, PartnersMatrix, Units, matrix_of};
use super::monitor::{MonitorView, calendar_view};
use super::selection::Chosen;
use crate::dataset::{Word, parse_word};
use crate::explorer::Explorer;
use crate::network::Filter;

/// The name of a chart: a picture of a table or of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartName {
    /// Partners against kinds, domains or areas.
    Matrix,
    /// Actions and dated instruments over the years.
    Calendar,
    /// Which coverage implies which.
    Lattice,
}

impl Word for ChartName {
    const WHAT: &'static str = "chart";
    const ALL: &'static [Self] = &[ChartName::Matrix, ChartName::Calendar, ChartName::Lattice];
    fn word(self) -> &'static str {
        match self {
            ChartName::Matrix => "matrix",
            ChartName::Calendar => "calendar",
            ChartName::Lattice => "lattice",
        }
    }
}

/// A chart with its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Partners against kinds, domains or areas.
    Matrix(Against, Units),
    /// Actions and dated instruments over the years.
    Calendar,
    /// Which coverage implies which.
    Lattice(Against),
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartView {
    /// Partners against kinds, domains or areas.
    Matrix(PartnersMatrix),
    /// Actions and dated instruments over the years.
    Calendar(MonitorView),
    /// Which coverage implies which.
    Lattice(LatticeView),
}

/// A parameter that a chart does not take or does not understand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{option}: {message}")]
pub struct BadChart {
    /// The option, as `against`.
    pub option: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
    /// The same in French.
    pub french: String,
}

impl BadChart {
    fn new(option: &'static str, french: impl Into<String>, message: impl Into<String>) -> BadChart {
        BadChart { option, message: message.into(), french: french.into() }
    }
}

impl Chart {
    /// The chart of a name with its parameters as given; a matrix is of the core units against the domains unless told.
    ///
    /// # Errors
    /// When a parameter is no word of its vocabulary, or the chart does not take it, or an option of the selection
    /// chooses nothing in it: the level of tables, where none are drawn; in a calendar, which lists line by line, what
    /// does not choose among lines.
    pub fn new(
        name: ChartName,
        against: Option<&str>,
        units: Option<&str>,
        selection: &[Chosen],
    ) -> Result<Chart, BadChart> {
        let takes = |c: &&Chosen| match name {
            ChartName::Calendar => CALENDAR.contains(&c.option),
            _ => c.option != "level",
        };
        if let Some(refused) = selection.iter().find(|c| !takes(c)) {
            let (french, message) = match name {
                ChartName::Calendar => (
                    format!(
                        "un calendrier donne ligne par ligne ce que disent les documents et ne joint personne: il prend {}; retirez ceci, ou dessinez une roue",
                        CALENDAR.join(", ")
                    ),
                    format!(
                        "a calendar lists what the documents say, line by line, and joins nobody: it takes {}; drop this, or draw a wheel",
                        CALENDAR.join(", ")
                    ),
                ),
                _ => (
                    "matrices et treillis comptent ce qui nomme un partenaire, non les tables où l’on se rencontre; retirez-le, ou dessinez une roue".to_owned(),
                    format!(
                        "a {} counts what names a partner, and no table at which partners meet; drop it, or draw a wheel",
                        name.word()
                    ),
                ),
            };
            return Err(BadChart::new(refused.option, french, message));
        }
        let against: Option<Against> = read("against", against)?;
        let units: Option<Units> = read("units", units)?;
        match name {
            ChartName::Matrix => {
                Ok(Chart::Matrix(against.unwrap_or(Against::Domains), units.unwrap_or(Units::Core)))
            }
            ChartName::Calendar => {
                let option = against.map(|_| "against").or(units.map(|_| "units"));
                option.map_or(Ok(Chart::Calendar), |option| {
                    Err(BadChart::new(
                        option,
                        "un calendrier a des domaines et des années, ni lignes ni colonnes à choisir; retirez-le",
                        "a calendar has areas and years, no rows or columns to choose; drop it",
                    ))
                })
            }
            ChartName::Lattice if units == Some(Units::Named) => Err(BadChart::new(
                "units",
                "un treillis est celui des unités centrales: qui n’a rien en cours confirmerait toute implication; retirez-le",
                "a lattice is of the core units: whoever has nothing running would bear out any implication; drop it",
            )),
            ChartName::Lattice if against == Some(Against::Kinds) => Err(BadChart::new(
                "against",
                "un treillis se dresse contre les domaines promis ou d’action: les types d’instruments sont ce qui choisit les unités",
                "a lattice is against domains or areas: by their kinds the units are chosen",
            )),
            ChartName::Lattice => Ok(Chart::Lattice(against.unwrap_or(Against::Domains))),
        }
    }

    /// What it shows on the explorer's dates, of everything.
    pub fn view(self, explorer: &Explorer) -> ChartView {
        self.view_of(explorer, &Filter::default())
    }

    /// What it shows of a selection.
    pub fn view_of(self, explorer: &Explorer, filter: &Filter) -> ChartView {
        match self {
            Chart::Matrix(against, units) => ChartView::Matrix(matrix_of(explorer, filter, against, units)),
            Chart::Calendar => ChartView::Calendar(calendar_view(explorer, filter)),
            Chart::Lattice(against) => ChartView::Lattice(lattice_of(explorer, filter, against)),
        }
    }
}

fn read<T: Word>(option: &'static str, text: Option<&str>) -> Result<Option<T>, BadChart> {
    text.map(parse_word).transpose().map_err(|none| BadChart::new(option, none.french(), none.to_string()))
}

/// What chooses among the lines of a calendar.
const CALENDAR: [&str; 6] = ["kind", "instrument", "state", "area", "domain", "focus"];

#[cfg(test)]
mod tests {
    use super::super::names::Label;
    use super::*;

    #[test]
    fn a_word_that_is_none_is_met_with_the_nearest() {
        let bad = Chart::new(ChartName::Matrix, Some("domain"), None, &[]).expect_err("no such word");
        assert_eq!(bad.option, "against");
        assert!(bad.message.contains("«domains»"), "{bad}");
    }

    #[test]
    fn a_chart_refuses_what_it_cannot_show() {
        let refused =
            |name, against, units| Chart::new(name, against, units, &[]).expect_err("refused").option;
        assert_eq!(refused(ChartName::Calendar, Some("areas"), None), "against");
        assert_eq!(refused(ChartName::Calendar, None, Some("core")), "units");
        assert_eq!(refused(ChartName::Lattice, Some("kinds"), None), "against");
        assert_eq!(refused(ChartName::Lattice, None, Some("named")), "units");
        let areas = Chart::new(ChartName::Lattice, Some("areas"), Some("core"), &[]);
        assert_eq!(areas, Ok(Chart::Lattice(Against::Areas)));
    }

    /// An option that is chosen.
    fn given(option: &'static str) -> Chosen {
        Chosen { option, words: Label::default() }
    }

    #[test]
    fn a_matrix_and_a_lattice_take_every_selection_but_the_level_of_tables() {
        for name in [ChartName::Matrix, ChartName::Lattice] {
            let ask = |option| Chart::new(name, None, None, &[given("kind"), given(option)]);
            let taken = [
                "instrument",
                "state",
                "area",
                "domain",
                "class",
                "focus",
                "depth",
                "without-eu",
                "split-eu",
            ];
            for option in taken {
                assert!(ask(option).is_ok(), "{option}");
            }
            assert_eq!(ask("level").expect_err("no table is drawn").option, "level");
        }
    }

    #[test]
    fn a_calendar_takes_what_chooses_its_lines_and_nothing_else() {
        let ask = |option| Chart::new(ChartName::Calendar, None, None, &[given("kind"), given(option)]);
        for taken in ["instrument", "state", "area", "domain", "focus"] {
            assert_eq!(ask(taken), Ok(Chart::Calendar), "{taken}");
        }
        for option in ["class", "split-eu", "depth"] {
            assert_eq!(ask(option).expect_err("no line is chosen by it").option, option);
        }
    }
}
