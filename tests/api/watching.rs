//! A dataset that changes while it is served.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use relier::dataset::Dataset;
use relier::seed::{self, SeedFiles};
use relier::server::Server;
use serde_json::Value;
use tower::ServiceExt;

use super::dataset;

/// The dataset with Japan under another English name.
fn renamed() -> Arc<Dataset> {
    let mut files = SeedFiles::embedded();
    let countries = files.files.get_mut("countries.toml").unwrap();
    let other = countries.replace("\"Japan\"", "\"Nippon\"");
    assert_ne!(*countries, other);
    *countries = other;
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, false);
    assert!(built.faults.is_empty(), "{:?}", built.faults);
    Arc::new(built.dataset)
}

async fn ask(router: Router, path: &str) -> Vec<u8> {
    let request = Request::builder().uri(path).header(header::HOST, "localhost").body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    response.into_body().collect().await.unwrap().to_bytes().to_vec()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_mixes_two_datasets() {
    const PATHS: [&str; 3] = ["/api/v1/actors/JPN", "/api/v1/meta", "/api/v1/gaps/secure"];
    let sides = [dataset(), renamed()];
    let mut whole: Vec<Vec<Vec<u8>>> = Vec::new();
    for side in &sides {
        let alone = Server::new(side.clone(), Vec::new());
        let mut bodies = Vec::new();
        for path in PATHS {
            bodies.push(ask(alone.router(), path).await);
        }
        whole.push(bodies);
    }
    assert!(whole[0].iter().zip(&whole[1]).all(|(a, b)| a != b), "the two sides must be told apart");
    let server = Server::new(sides[0].clone(), Vec::new());
    let (router, turner) = (server.router(), server.clone());
    let (done, told) = (Arc::new(AtomicBool::new(false)), sides);
    let stop = done.clone();
    let turning = tokio::spawn(async move {
        for turn in 1.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            turner.replace(told[turn % 2].clone(), format!("turn {turn}"));
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
    });
    // However slow the machine is, it is asked until both have answered often enough.
    let mut seen = [0, 0];
    for _ in 0..2000 {
        for (i, path) in PATHS.iter().enumerate() {
            let body = ask(router.clone(), path).await;
            let side = whole.iter().position(|w| w[i] == body);
            seen[side.expect("an answer of neither dataset")] += 1;
        }
        if seen.iter().all(|&n| n >= 10) {
            break;
        }
    }
    done.store(true, Ordering::Relaxed);
    turning.await.unwrap();
    assert!(seen.iter().all(|&n| n >= 10), "{seen:?}");
}

/// A server of the binary, stopped with its test.
struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn start(arguments: &[&str]) -> Served {
        let mut child = Command::new(env!("CARGO_BIN_EXE_relier"))
            .args(arguments)
            .args(["serve", "--port", "0"])
            .args(if arguments.is_empty() { &["--log", "info"][..] } else { &["--watch"] })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        Served { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    fn status(&self) -> Value {
        serde_json::from_str(&self.get("/api/v1/status")).unwrap()
    }

    /// Waits until the status is as wanted; long, so that a busy machine does not fail it.
    fn until(&self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let status = self.status();
            if wanted(&status) {
                return status;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "never {what}: {status}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        match path.is_dir() {
            true => copy(&path, &target),
            false => drop(std::fs::copy(&path, &target).unwrap()),
        }
    }
}

#[test]
fn a_change_is_taken_up_and_a_broken_one_is_told_and_not_served() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("seeds"), folder.path());
    let countries = folder.path().join("countries.toml");
    let sound = std::fs::read_to_string(&countries).unwrap();
    let served = Served::start(&["--data", folder.path().to_str().unwrap()]);
    let first = served.until("watching", |s| s["watching"] == true);
    assert!(first["faults"].as_array().unwrap().is_empty());

    let other = sound.replace("\"Japan\"", "\"Nippon\"");
    std::fs::write(&countries, &other).unwrap();
    let second = served.until("taken up", |s| s["digest"] != first["digest"]);
    assert!(second["faults"].as_array().unwrap().is_empty());
    assert!(served.get("/api/v1/actors/JPN").contains("Nippon"));

    std::fs::write(&countries, other.replacen("id = ", "id == ", 1)).unwrap();
    let third = served.until("faulty", |s| !s["faults"].as_array().unwrap().is_empty());
    assert_eq!(third["digest"], second["digest"]);
    let fault = &third["faults"][0];
    assert_eq!(fault["file"], "countries.toml");
    assert!(fault["line"].as_u64().unwrap() > 0);
    for lang in ["fr", "en"] {
        assert!(
            !fault["mend"][lang].as_str().unwrap().is_empty() && fault["what"]["fr"] != fault["what"]["en"]
        );
    }
    assert!(served.get("/api/v1/actors/JPN").contains("Nippon"));

    std::fs::write(&countries, &sound).unwrap();
    let last = served.until("mended", |s| s["digest"] == first["digest"]);
    assert!(last["faults"].as_array().unwrap().is_empty());
    assert!(!served.get("/api/v1/actors/JPN").contains("Nippon"));
}

#[test]
fn commands_of_a_server_on_a_folder_read_that_folder_and_run_as_printed() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("my seeds");
    copy(Path::new("seeds"), &folder);
    let served = Served::start(&["--data", folder.to_str().unwrap()]);
    let option = format!(" --data \"{}\"", folder.display());
    let meta: Value = serde_json::from_str(&served.get("/api/v1/meta")).unwrap();
    assert_eq!(meta["dataset"]["data_option"], option.as_str());
    for path in [
        "rank?",
        "actions?",
        "compare?actors=JPN,KOR&",
        "gaps/secure?",
        "whatif?edit=add+DP+NOR&",
        "moves/secure?",
    ] {
        let answer = served.get(&format!("/api/v1/{path}lang=en"));
        let value: Value = serde_json::from_str(&answer).unwrap();
        let command = value["command"].as_str().unwrap_or_else(|| panic!("{path}: {answer}"));
        assert!(command.ends_with(&option), "{path}: {command}");
        let words = relier::explorer::split_words(command).unwrap();
        let mut again = Command::new(env!("CARGO_BIN_EXE_relier"));
        let done = again.args(&words[1..]).args(["--format", "json"]).output().unwrap();
        let again: Value = serde_json::from_slice(&done.stdout).unwrap();
        let again = if again.is_array() { &again[0] } else { &again };
        assert_eq!(again["command"], command, "{path}");
    }
    // A view is cited with it, once, whether the page has written it already or not; that of another dataset is refused.
    for view in ["gaps+secure", &format!("gaps+secure{}", option.replace(' ', "+").replace('"', "%22"))] {
        let told = served.get(&format!("/api/v1/cite?view={view}"));
        assert_eq!(told.matches("--data").count(), 1, "{told}");
        assert!(told.contains(&option), "{told}");
    }
    assert!(served.get("/api/v1/cite?lang=en&view=gaps+--data+elsewhere").contains("another dataset"));
}

#[test]
fn watching_needs_a_folder() {
    let done = Command::new(env!("CARGO_BIN_EXE_relier")).args(["serve", "--watch"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("--data"));
}

#[cfg(unix)]
#[test]
fn told_to_stop_it_ends_well_and_its_log_is_one_line_for_each_answer() {
    let mut served = Served::start(&[]);
    served.get("/api/v1/status?a=%0aforged");
    served.get("/api/v1/meta");
    let stop = Command::new("kill").args(["-TERM", &served.child.id().to_string()]).status().unwrap();
    assert!(stop.success());
    assert_eq!(served.child.wait().unwrap().code(), Some(0));
    let mut log = String::new();
    served.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    let lines: Vec<&str> = log.lines().filter(|l| l.contains("answered")).collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert!(lines[0].contains("status=400") && lines[0].contains("/api/v1/status"), "{log}");
    assert!(lines[1].contains("status=200") && lines[1].contains("GET"), "{log}");
}
