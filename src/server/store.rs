//! What the handlers hold: one reading of the dataset at a time, with what has been computed of it.

use std::sync::{Arc, PoisonError, RwLock};

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::Semaphore;

use super::problem::Refusal;
use super::route::{Call, Route};
use super::routes;
use super::sheet::Sheet;
use crate::dataset::Dataset;
use crate::explorer::Explorer;
use crate::network::Dates;
use crate::seed::Fault;
use crate::view::Label;
use crate::view::words::say;

/// The memory that kept answers may take, in bytes.
const KEPT: u64 = 96 * 1024 * 1024;

/// How many pairs of dates are kept read.
const READINGS: usize = 32;

/// How many requests may wait for a processor before the next is turned away.
const WAITING: usize = 512;

/// A fault of a dataset that was not taken up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaultView {
    /// File, relative to the dataset's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The key of the record.
    pub record: String,
    /// What is wrong.
    pub what: Label,
    /// How to mend it.
    pub mend: Label,
}

impl From<&Fault> for FaultView {
    fn from(fault: &Fault) -> FaultView {
        let Fault { file, line, column, record, what, mend, .. } = fault.clone();
        FaultView { file, line, column, record, what: say(what.fr, what.en), mend: say(mend.fr, mend.en) }
    }
}

/// What is served, and what keeps a newer dataset from being served.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusView {
    /// Version of the program.
    pub program: String,
    /// Version of the dataset served.
    pub version: String,
    /// Digest of the dataset served.
    pub digest: String,
    /// Whether the folder is watched for changes.
    pub watching: bool,
    /// Since when this is so, in UTC; empty where nothing is watched.
    pub since: String,
    /// The faults of the newer dataset; none when what is served is the newest.
    pub faults: Vec<FaultView>,
}

#[derive(Clone)]
struct Weight;

impl Weighter<String, Arc<Sheet>> for Weight {
    fn weight(&self, key: &String, sheet: &Arc<Sheet>) -> u64 {
        key.len() as u64 + sheet.weight()
    }
}

/// What has been computed of one dataset.
struct Computed {
    answers: Cache<String, Arc<Sheet>, Weight>,
    explorers: Cache<(String, String, bool), Arc<Explorer>>,
}

/// One reading of the dataset. A request holds on to one, so that its answer never mixes two.
#[derive(Clone)]
pub(super) struct Snapshot {
    pub(super) dataset: Arc<Dataset>,
    pub(super) status: Arc<StatusView>,
    computed: Arc<Computed>,
}

impl Snapshot {
    fn new(dataset: Arc<Dataset>, watching: bool, since: String) -> Snapshot {
        let status = StatusView {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            version: dataset.version.clone(),
            digest: dataset.digest.clone(),
            watching,
            since,
            faults: Vec::new(),
        };
        let computed =
            Computed { answers: Cache::with_weighter(1024, KEPT, Weight), explorers: Cache::new(READINGS) };
        Snapshot { dataset, status: Arc::new(status), computed: Arc::new(computed) }
    }

    /// The dataset on a pair of dates, with the additional sources when they are asked for.
    pub(super) fn explorer(&self, dates: Dates, additional: bool) -> Arc<Explorer> {
        let key = (dates.as_of.to_string(), dates.known.to_string(), additional);
        if let Some(explorer) = self.computed.explorers.get(&key) {
            return explorer;
        }
        let dataset = self.dataset.clone();
        let explorer = Arc::new(match additional {
            true => Explorer::with_additional(dataset, dates),
            false => Explorer::new(dataset, dates),
        });
        self.computed.explorers.insert(key, explorer.clone());
        explorer
    }
}

/// What the handlers hold.
#[derive(Clone)]
pub(super) struct Store {
    current: Arc<RwLock<Snapshot>>,
    /// Host names that the server answers to; anything else is somebody else's page calling.
    pub(super) hosts: Arc<Vec<String>>,
    /// One place for each processor.
    places: Arc<Semaphore>,
    /// One place for each request that waits or computes.
    queue: Arc<Semaphore>,
}

impl Store {
    pub(super) fn new(dataset: Arc<Dataset>, hosts: Vec<String>) -> Store {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Store {
            current: Arc::new(RwLock::new(Snapshot::new(dataset, false, String::new()))),
            hosts: Arc::new(hosts),
            places: Arc::new(Semaphore::new(processors)),
            queue: Arc::new(Semaphore::new(processors + WAITING)),
        }
    }

    pub(super) fn current(&self) -> Snapshot {
        // Nothing panics while it is held; a poisoned lock still holds a whole reading.
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves this dataset from the next request on.
    pub(super) fn replace(&self, dataset: Arc<Dataset>, since: String) {
        let next = Snapshot::new(dataset, true, since);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
    }

    /// Keeps serving what is served and says why.
    pub(super) fn keep(&self, faults: &[Fault], since: String) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let faults = faults.iter().map(FaultView::from).collect();
        let status = StatusView { watching: true, since, faults, ..(*current.status).clone() };
        current.status = Arc::new(status);
    }

    /// The answer of a route, computed once for each dataset and address.
    pub(super) async fn answer(
        &self,
        route: &'static Route,
        places: Vec<(String, String)>,
        query: String,
    ) -> Result<Arc<Sheet>, Refusal> {
        let snapshot = self.current();
        if !route.kept {
            return self.compute(route, snapshot, places, query).await;
        }
        let mut key = route.path.to_owned();
        for (_, value) in &places {
            key += "\u{0}";
            key += value;
        }
        key = key + "?" + &query;
        let computed = snapshot.computed.clone();
        match computed.answers.get_value_or_guard_async(&key).await {
            Ok(sheet) => Ok(sheet),
            Err(guard) => {
                let sheet = self.compute(route, snapshot, places, query).await?;
                // A key that was taken out meanwhile is no loss.
                let _ = guard.insert(sheet.clone());
                Ok(sheet)
            }
        }
    }

    /// Computes what readers ask for first, one answer after the other, so that none of them waits for it.
    pub(super) async fn warm(&self) {
        for (path, query) in &routes::FIRST {
            let Some(route) = routes::all().find(|r| r.path == *path) else { continue };
            if let Err(error) = self.answer(route, Vec::new(), (*query).to_owned()).await {
                tracing::debug!(path, query, ?error, "not computed beforehand");
            }
        }
    }

    async fn compute(
        &self,
        route: &'static Route,
        snapshot: Snapshot,
        places: Vec<(String, String)>,
        query: String,
    ) -> Result<Arc<Sheet>, Refusal> {
        let busy = || {
            Refusal::new(
                axum::http::StatusCode::SERVICE_UNAVAILABLE,
                ("occupé", "busy"),
                say(
                    "trop de requêtes attendent; réessayez dans un instant",
                    "too many requests are waiting; try again in a moment",
                ),
            )
        };
        // What is refused is refused at once: only what must be computed waits for a processor.
        Call::read(route, &snapshot, &places, &query)?;
        let queued = self.queue.clone().try_acquire_owned().map_err(|_| busy())?;
        let place = self.places.clone().acquire_owned().await.map_err(|_| busy())?;
        let work = move || {
            let _held = (queued, place);
            let call = Call::read(route, &snapshot, &places, &query)?;
            (route.run)(&call).map(Arc::new)
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(answer) => answer,
            Err(error) => {
                tracing::error!(path = route.path, %error, "a handler failed");
                Err(Refusal::broken())
            }
        }
    }
}
