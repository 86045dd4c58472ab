//! Everything computed once for one pair of dates: what the command line and the server hold.

mod lookup;
mod query;

use std::collections::BTreeMap;

pub use lookup::{Found, NotFound, find_actor, find_tie};
pub use query::{BadQuery, MAX_DEPTH, Query, command, options};

use crate::dataset::{Dataset, State, TieId};
use crate::network::{Dates, Filter, Network, standing};

/// A dataset read for one pair of dates.
#[derive(Debug, Clone)]
pub struct Explorer {
    /// The dataset, as far as it was known by then.
    pub dataset: std::sync::Arc<Dataset>,
    /// The dates.
    pub dates: Dates,
    /// State on the date of every tie that is known by then.
    pub states: BTreeMap<TieId, State>,
}

impl Explorer {
    /// Reads the dataset for a pair of dates; nothing published later is left in it.
    pub fn new(dataset: std::sync::Arc<Dataset>, dates: Dates) -> Explorer {
        let is_whole = dataset.sources.iter().all(|s| s.date <= dates.known);
        let dataset = if is_whole { dataset } else { std::sync::Arc::new(dataset.known_by(dates.known)) };
        let states = dataset
            .tie_ids()
            .filter(|&id| dataset.tie(id).assumed || !dataset.tie(id).evidence.is_empty())
            .map(|id| {
                let tie = dataset.tie(id);
                (id, standing(tie.state, &tie.period, dates.as_of).state)
            })
            .collect();
        Explorer { dataset, dates, states }
    }

    /// The network under a filter.
    pub fn network(&self, filter: &Filter) -> Network {
        Network::new(&self.dataset, self.dates, filter)
    }
}
