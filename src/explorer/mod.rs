//! Everything computed once for one pair of dates: what the command line and the server hold.

mod command;
mod lookup;
mod query;

use std::collections::BTreeMap;

pub use command::{
    edit_options, filter_options, folder_option, option, quoted_word, split_words, take_option,
};
pub use lookup::{Found, NotFound, find_actor, find_tie};
pub use query::{BadQuery, MAX_DEPTH, Query, known_on, options};

use std::sync::{Arc, OnceLock};

use crate::dataset::{Dataset, Scenario, State, TieId};
use crate::gap::{self, Coding, Ground, Idle};
use crate::network::{Dates, Filter, Network};

/// What a reading assumes beside its sources.
#[derive(Debug, Clone)]
pub struct Assumed {
    /// The dataset before the edits: what its records are called.
    pub base: Arc<Dataset>,
    /// The edits.
    pub scenario: Scenario,
    /// Why an edit changes nothing, for each; none where it changes something.
    pub idle: Vec<Option<Idle>>,
}

/// A dataset on which the directions of section 2 mean nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "this dataset has no directions (taxonomy.toml), as no imported network has: gaps, moves, scenarios and the report are \
     about them and would count nothing; rank, path, show, actions, draw and export work on it"
)]
pub struct NoDirections;

impl NoDirections {
    /// The same in French.
    pub fn french(self) -> &'static str {
        "ce jeu de données n’a pas de directions (taxonomy.toml), comme tout réseau importé: les lacunes, les étapes, les scénarios et le rapport \
         portent sur elles et ne compteraient rien; rank, path, show, actions, draw et export s’y appliquent"
    }
}

/// A dataset read for one pair of dates.
#[derive(Debug, Clone)]
pub struct Explorer {
    /// The dataset, as far as it was known by then.
    pub dataset: Arc<Dataset>,
    /// The same without additional sources and without assumptions.
    pub documents: Arc<Dataset>,
    /// The dates.
    pub dates: Dates,
    /// The scenario under which the dataset is read; every view of it says so. None for the sources alone.
    pub assumed: Option<Arc<Assumed>>,
    /// State on the date of every tie that is known by then.
    pub states: BTreeMap<TieId, State>,
    /// Whether these are the dates that a command has without saying them.
    usual: bool,
    recoded: Arc<OnceLock<Vec<(Coding, Dataset)>>>,
}

impl Explorer {
    /// Reads the dataset for a pair of dates; nothing published later is left in it.
    pub fn new(dataset: Arc<Dataset>, dates: Dates) -> Explorer {
        let usual = dates == Dates::latest(&dataset);
        let is_whole = dataset.is_known_whole(dates.as_of, dates.known);
        let dataset = if is_whole { dataset } else { Arc::new(dataset.known_by(dates.known)) };
        Explorer { usual, ..Explorer::of(dataset.clone(), dataset, dates) }
    }

    /// The same with what additional sources published by then say to hold: facts outside the documents, not machine-checked.
    pub fn with_additional(dataset: Arc<Dataset>, dates: Dates) -> Explorer {
        let Explorer { dataset: documents, usual, .. } = Explorer::new(dataset, dates);
        let added = Arc::new(documents.with_additional(dates.as_of, dates.known));
        Explorer { usual, ..Explorer::of(added, documents, dates) }
    }

    fn of(dataset: Arc<Dataset>, documents: Arc<Dataset>, dates: Dates) -> Explorer {
        let states = dataset
            .tie_ids()
            .filter(|&id| {
                let tie = dataset.tie(id);
                tie.assumed || tie.is_additional() || !tie.evidence.is_empty()
            })
            .map(|id| {
                let tie = dataset.tie(id);
                (id, tie.standing(tie.state, dates.as_of).state)
            })
            .collect();
        Explorer { dataset, documents, dates, states, assumed: None, usual: false, recoded: Arc::default() }
    }

    /// The same dates under a scenario. What this reading assumed already is assumed still.
    #[must_use]
    pub fn under(&self, scenario: &Scenario) -> Explorer {
        let (base, earlier) = match &self.assumed {
            Some(assumed) => (assumed.base.clone(), assumed.scenario.edits.as_slice()),
            None => (self.dataset.clone(), &[][..]),
        };
        let edits = earlier.iter().chain(&scenario.edits).cloned().collect();
        let scenario = Scenario { name: scenario.name.clone(), edits };
        let after = Explorer::new(Arc::new(scenario.apply(&base)), self.dates);
        let documents = self.documents.clone();
        let idle = gap::idle(&base, &scenario, self.dates);
        Explorer {
            documents,
            assumed: Some(Arc::new(Assumed { base, scenario, idle })),
            usual: self.usual,
            ..after
        }
    }

    /// What every question is asked of.
    pub fn ground(&self) -> Ground<'_> {
        Ground { dataset: &self.dataset, dates: self.dates }
    }

    /// The dataset under every alternative coding, made when it is first asked for.
    pub fn recoded(&self) -> &[(Coding, Dataset)] {
        self.recoded.get_or_init(|| gap::recoded(self.ground()))
    }

    /// Whether the directions of section 2 can be asked.
    ///
    /// # Errors
    /// When the dataset has none, as an imported network.
    pub fn asks_directions(&self) -> Result<(), NoDirections> {
        if self.dataset.directions.is_empty() { Err(NoDirections) } else { Ok(()) }
    }

    /// The network under a filter.
    pub fn network(&self, filter: &Filter) -> Network {
        Network::new(&self.dataset, self.dates, filter)
    }
}
