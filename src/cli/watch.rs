//! `relier serve --watch`: a changed dataset is taken up whole, or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use relier::dataset::{self, Dataset};
use relier::seed::{self, DOCUMENTS, Fault, SeedFiles};
use relier::server::Server;
use time::OffsetDateTime;

/// How often the folder is looked at.
const EVERY: Duration = Duration::from_millis(500);

/// When each file was written last, and how long it is.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Looks at the folder for as long as the server runs, and hands it what has changed.
pub(crate) async fn watch(dir: PathBuf, server: Server) {
    server.keep(&[], now());
    let (mut taken, mut last) = (stamps(&dir), None);
    loop {
        tokio::time::sleep(EVERY).await;
        let found = stamps(&dir);
        if found == taken {
            last = None;
            continue;
        }
        // Somebody may still be writing: what is read has stood still from one look to the next.
        if last.as_ref() != Some(&found) {
            last = Some(found);
            continue;
        }
        taken = found;
        last = None;
        let folder = dir.clone();
        let read = tokio::task::spawn_blocking(move || read(&folder)).await;
        match read {
            Ok(Ok(dataset)) => {
                super::tell(format_args!("relier: taken up dataset {}", &dataset.digest[..12]));
                server.replace(dataset, now());
                let early = server.clone();
                tokio::spawn(async move { early.warm().await });
            }
            Ok(Err(faults)) => {
                let n = faults.len();
                super::tell(format_args!(
                    "relier: the changed dataset has {n} fault{} and is not taken up; what was served is served still",
                    if n == 1 { "" } else { "s" }
                ));
                for fault in &faults {
                    super::tell(format_args!("{fault}\n"));
                }
                server.keep(&faults, now());
            }
            Err(error) => {
                super::tell(format_args!("relier: the changed dataset could not be read ({error})"))
            }
        }
    }
}

/// The dataset of a folder, or every fault of it.
fn read(dir: &Path) -> Result<Arc<Dataset>, Vec<Fault>> {
    let files = SeedFiles::from_dir(dir).map_err(|error| {
        let mend = "mend the folder; it is looked at again when it changes".to_owned();
        vec![Fault::at(&dir.display().to_string(), "", 0..0, "dataset", error.to_string(), mend)]
    })?;
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, false);
    if built.faults.is_empty() { Ok(Arc::new(built.dataset)) } else { Err(built.faults) }
}

/// The files that make a dataset. One that vanishes between two looks is a change like any other.
fn stamps(dir: &Path) -> Stamps {
    let mut out = Stamps::new();
    for folder in [dir.to_owned(), dir.join(DOCUMENTS)] {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "toml" || e == "txt")
                && let Ok(data) = std::fs::metadata(&path)
            {
                out.insert(path, (data.modified().ok(), data.len()));
            }
        }
    }
    out
}

/// This moment, in UTC, to the second.
fn now() -> String {
    let t = OffsetDateTime::from(SystemTime::now());
    format!("{}T{:02}:{:02}:{:02}Z", t.date(), t.hour(), t.minute(), t.second())
}
