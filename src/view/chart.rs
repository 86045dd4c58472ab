//! The charts by name: what the command line and the API ask for, with the same words and the same refusals.

use super::matrix::{Against, PartnersMatrix, Units, partners_matrix};
use crate::dataset::{Word, parse_word};
use crate::explorer::Explorer;

/// The name of a chart: a picture of a table or of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartName {
    /// Partners against kinds, domains or areas.
    Matrix,
}

impl Word for ChartName {
    const WHAT: &'static str = "chart";
    const ALL: &'static [Self] = &[ChartName::Matrix];
    fn word(self) -> &'static str {
        match self {
            ChartName::Matrix => "matrix",
        }
    }
}

/// A chart with its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Partners against kinds, domains or areas.
    Matrix(Against, Units),
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartView {
    /// Partners against kinds, domains or areas.
    Matrix(PartnersMatrix),
}

/// A parameter that a chart does not take or does not understand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{option}: {message}")]
pub struct BadChart {
    /// The option, as `against`.
    pub option: &'static str,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Chart {
    /// The chart of a name with its parameters as given; a matrix is of the core units against the domains unless told.
    ///
    /// # Errors
    /// When a parameter is no word of its vocabulary, or the chart does not take it, or a selection is given: a chart
    /// counts over all that is known on its dates, and a part of it would change the denominators unseen.
    pub fn new(
        name: ChartName,
        against: Option<&str>,
        units: Option<&str>,
        selection: &[String],
    ) -> Result<Chart, BadChart> {
        if let [first, ..] = selection {
            let option = first.split(' ').next().unwrap_or_default();
            let message = format!(
                "the {} counts over everything known on its dates and takes no selection («{}»); drop it, or draw a wheel",
                name.word(),
                selection.join(", ")
            );
            return Err(BadChart { option: selected(option), message });
        }
        let against: Option<Against> = read("against", against)?;
        let units: Option<Units> = read("units", units)?;
        match name {
            ChartName::Matrix => {
                Ok(Chart::Matrix(against.unwrap_or(Against::Domains), units.unwrap_or(Units::Core)))
            }
        }
    }

    /// What it shows on the explorer's dates.
    pub fn view(self, explorer: &Explorer) -> ChartView {
        match self {
            Chart::Matrix(against, units) => ChartView::Matrix(partners_matrix(explorer, against, units)),
        }
    }
}

fn read<T: Word>(option: &'static str, text: Option<&str>) -> Result<Option<T>, BadChart> {
    text.map(parse_word).transpose().map_err(|message| BadChart { option, message })
}

/// The option of a selection.
fn selected(option: &str) -> &'static str {
    const OPTIONS: [&str; 11] = [
        "kind",
        "instrument",
        "state",
        "area",
        "domain",
        "class",
        "level",
        "focus",
        "depth",
        "without-eu",
        "split-eu",
    ];
    OPTIONS.into_iter().find(|o| *o == option).unwrap_or("selection")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_none_is_met_with_the_nearest() {
        let bad = Chart::new(ChartName::Matrix, Some("domain"), None, &[]).expect_err("no such word");
        assert_eq!(bad.option, "against");
        assert!(bad.message.contains("«domains»"), "{bad}");
    }

    #[test]
    fn a_selection_is_refused_by_its_option() {
        let given = ["without-eu".to_owned()];
        let bad = Chart::new(ChartName::Matrix, None, None, &given).expect_err("no selection");
        assert_eq!(bad.option, "without-eu");
    }
}
