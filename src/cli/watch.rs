//! `relier serve --watch`: a changed dataset is taken up whole, or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use relier::dataset::{self, Dataset};
use relier::seed::{self, DOCUMENTS, Fault, SeedFiles};
use relier::server::Server;
use time::OffsetDateTime;

use super::language::either;

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
                let digest = &dataset.digest[..12];
                let said = either(
                    format!("relier: jeu de données {digest} repris"),
                    format!("relier: taken up dataset {digest}"),
                );
                server.replace(dataset, now());
                super::tell(format_args!("{said}"));
                let early = server.clone();
                tokio::spawn(async move { early.warm().await });
            }
            Ok(Err(faults)) => {
                // What is said is so by then.
                server.keep(&faults, now());
                let n = faults.len();
                let s = if n == 1 { "" } else { "s" };
                let said = either(
                    format!(
                        "relier: le jeu de données changé a {n} faute{s} et n’est pas repris; ce qui était servi l’est toujours"
                    ),
                    format!(
                        "relier: the changed dataset has {n} fault{s} and is not taken up; what was served is served still"
                    ),
                );
                super::tell(format_args!("{said}"));
                for fault in &faults {
                    super::tell(format_args!("{}\n", either(fault.told_in_french(), fault.to_string())));
                }
            }
            Err(error) => {
                let said = either(
                    format!("relier: la lecture du jeu de données changé s’est arrêtée ({error})"),
                    format!("relier: the changed dataset could not be read ({error})"),
                );
                super::tell(format_args!("{said}"))
            }
        }
    }
}

/// The dataset of a folder, or every fault of it.
fn read(dir: &Path) -> Result<Arc<Dataset>, Vec<Fault>> {
    let files = SeedFiles::from_dir(dir).map_err(|error| {
        let what = (error.french(), error.to_string());
        let mend = (
            "remettez le dossier en état; il est relu quand il change",
            "mend the folder; it is looked at again when it changes",
        );
        vec![Fault::at(&dir.display().to_string(), "", 0..0, "--data", what, mend)]
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
