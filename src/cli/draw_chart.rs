//! `relier draw matrix`, `calendar`, `lattice`: pictures of tables and of time.

use anyhow::bail;
use relier::explorer::Explorer;
use relier::network::Filter;
use relier::view::{Chart, ChartName, ChartView, Chosen};

use super::Usage;

/// What a chart takes beside the dates.
#[derive(clap::Args, Debug, Clone, Default)]
pub(crate) struct ChartOptions {
    /// Matrix and lattice: the columns: kinds (matrix only), domains or areas (default: domains)
    #[arg(long, value_name = "COLUMNS", help_heading = "Charts")]
    against: Option<String>,
    /// Matrix: the rows: core (holders of a partnership or dialogue) or named (everyone named; default: core)
    #[arg(long, value_name = "ROWS", help_heading = "Charts")]
    units: Option<String>,
}

impl ChartOptions {
    /// Refuses these options on a picture that is no chart.
    pub(crate) fn refuse(&self) -> anyhow::Result<()> {
        for (option, given) in [("against", &self.against), ("units", &self.units)] {
            if given.is_some() {
                bail!(Usage::new(
                    format!("--{option} est pour les tableaux: relier draw matrix --{option} …"),
                    format!("--{option} is for charts: relier draw matrix --{option} …")
                ));
            }
        }
        Ok(())
    }

    /// The view of a chart; `selection` is what was chosen beside the dates.
    pub(crate) fn view(
        &self,
        name: ChartName,
        (explorer, filter): (&Explorer, &Filter),
        selection: &[Chosen],
    ) -> anyhow::Result<ChartView> {
        let chart = Chart::new(name, self.against.as_deref(), self.units.as_deref(), selection)
            .map_err(|e| Usage::new(format!("--{}: {}", e.option, e.french), format!("--{e}")))?;
        Ok(chart.view_of(explorer, filter))
    }
}
