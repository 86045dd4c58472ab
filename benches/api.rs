//! What a reader waits for: answers of the API on the loopback under 64 connections, against the target of 5 ms at the 99th
//! percentile, beside a static file and beside answers that must be computed; and what the first view weighs.
//!
//! ```text
//! cargo bench --bench api
//! ```
//!
//! Two loads: *paced*, each of 64 connections asks every 20 ms, as pages do; *at once*, each asks again as soon as it is
//! answered, which measures how much a machine answers at most. The client runs on the same processors as the server.

#![allow(missing_docs, clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use relier::dataset::build;
use relier::seed::{SeedFiles, read};
use relier::server::{Patience, Server, listen};

const CONNECTIONS: usize = 64;
const PACE: Duration = Duration::from_millis(20);
const TARGET: f64 = 5.0;

/// The page and what it asks for.
const RESOURCES: [&str; 16] = [
    "/css/base.css",
    "/api/v1/meta",
    "/api/v1/network",
    "/api/v1/network?instrument=DP&state=active",
    "/api/v1/gaps",
    "/api/v1/gaps/deepen?finding=silent.SGP.D10",
    "/api/v1/rank",
    "/api/v1/rank?without-eu",
    "/api/v1/rank?graph=incidence",
    "/api/v1/export/graphml",
    "/api/v1/actions",
    "/api/v1/actors/JPN",
    "/api/v1/documents/join-2025-140",
    "/api/v1/pictures/wheel.svg?page",
    "/api/v1/matrix",
    "/api/v1/whatif?edit=add+SDP+CAN",
];

struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

impl Connection {
    fn open(address: &str) -> Connection {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Connection { stream: BufReader::with_capacity(1 << 16, stream), host: address.to_owned() }
    }

    /// Asks and reads the answer whole; its length as it travelled.
    fn get(&mut self, path: &str) -> usize {
        let ask = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: gzip\r\n\r\n", self.host);
        self.stream.get_mut().write_all(ask.as_bytes()).unwrap();
        let (mut line, mut length) = (String::new(), 0);
        self.stream.read_line(&mut line).unwrap();
        assert!(line.contains(" 200 "), "{path}: {line}");
        loop {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            if let Some(n) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = n.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        length
    }
}

/// The times of all answers of a load, sorted, in milliseconds.
fn load(
    address: &str,
    pace: Option<Duration>,
    rounds: usize,
    path: impl Fn(usize) -> String + Sync,
) -> (Vec<f64>, f64) {
    let path = &path;
    let began = Instant::now();
    let mut times: Vec<f64> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS)
            .map(|worker| {
                scope.spawn(move || {
                    let mut connection = Connection::open(address);
                    let mut times = Vec::with_capacity(rounds);
                    // Readers do not ask in step.
                    if let Some(pace) = pace {
                        std::thread::sleep(pace * worker as u32 / CONNECTIONS as u32);
                    }
                    for round in 0..rounds {
                        let path = path(worker * rounds + round);
                        let asked = Instant::now();
                        connection.get(&path);
                        let took = asked.elapsed();
                        times.push(took.as_secs_f64() * 1e3);
                        if let Some(pace) = pace {
                            std::thread::sleep(pace.saturating_sub(took));
                        }
                    }
                    times
                })
            })
            .collect();
        workers.into_iter().flat_map(|w| w.join().unwrap()).collect()
    });
    let second = times.len() as f64 / began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    (times, second)
}

fn line(what: &str, times: &[f64], second: f64, target: bool) {
    let at = |q: f64| times[((times.len() - 1) as f64 * q) as usize];
    let kept = match target {
        false => String::new(),
        true if at(0.99) <= TARGET => format!("  target {TARGET} ms: kept"),
        true => format!("  target {TARGET} ms: missed"),
    };
    println!("    {what:<46} p50 {:>7.2} ms  p99 {:>7.2} ms  {second:>7.0}/s{kept}", at(0.5), at(0.99));
}

/// What a browser fetches before it shows the first view: all that index.html names, and what the first view asks for.
fn first_view(address: &str) {
    let index = std::fs::read_to_string("web/index.html").unwrap();
    let mut parts = vec!["/".to_owned()];
    for attribute in ["href=\"", "src=\""] {
        for rest in index.split("<noscript>").next().unwrap().split(attribute).skip(1) {
            let name = rest.split('"').next().unwrap();
            if name.ends_with(".css") || name.ends_with(".js") || name.ends_with("favicon.svg") {
                parts.push(format!("/{name}"));
            }
        }
    }
    let mut connection = Connection::open(address);
    let mut weigh = |paths: &[String]| paths.iter().map(|p| connection.get(p)).sum::<usize>();
    let page = weigh(&parts);
    let asked = ["meta", "network", "gaps", "pictures/wheel.svg?page"].map(|p| format!("/api/v1/{p}"));
    let data = weigh(&asked);
    println!("\nFirst view, compressed");
    println!("    page: {} files, {:.1} kB", parts.len(), page as f64 / 1e3);
    println!("    its data: {} answers, {:.1} kB", asked.len(), data as f64 / 1e3);
    let kept = if page + data <= 300_000 { "kept" } else { "missed" };
    println!("    together {:.1} kB; target 300 kB: {kept}", (page + data) as f64 / 1e3);
}

fn main() {
    // `cargo test --benches` runs this too: once is enough to see that it works.
    let quick = !std::env::args().any(|a| a == "--bench");
    let (seeds, faults) = read(SeedFiles::embedded());
    let server = Server::new(Arc::new(build(&seeds, faults, false).dataset), Vec::new());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    // As `relier serve` does; nothing is computed ahead, so that the first answers are told apart from the kept ones.
    let serving = listen(listener, server.router(), Patience::default(), std::future::pending());
    runtime.spawn(async move { serving.await.unwrap() });

    println!(
        "Cold: computed for the first time, one connection, one after the other; the target is of the answers that are kept"
    );
    let mut connection = Connection::open(&address);
    for path in RESOURCES {
        let asked = Instant::now();
        let length = connection.get(path);
        println!(
            "    {path:<46} {:>7.2} ms  {:>7.1} kB",
            asked.elapsed().as_secs_f64() * 1e3,
            length as f64 / 1e3
        );
    }
    first_view(&address);
    let rounds = if quick { 2 } else { 100 };
    println!("\nKept: {CONNECTIONS} connections, each asking every {} ms", PACE.as_millis());
    for path in RESOURCES {
        let (times, second) = load(&address, Some(PACE), rounds, |_| path.to_owned());
        line(path, &times, second, true);
    }
    let (times, second) = load(&address, Some(PACE), rounds, |i| RESOURCES[i % RESOURCES.len()].to_owned());
    line("all of them in turn", &times, second, true);
    println!("\nKept: {CONNECTIONS} connections, each asking again at once");
    for path in RESOURCES {
        let (times, second) = load(&address, None, rounds, |_| path.to_owned());
        line(path, &times, second, false);
    }
    println!(
        "\nFor comparison: nothing kept, each answer computed for a word of its own, one request after the other"
    );
    // One that has not waited since the beginning: who says nothing for long is let go.
    let mut connection = Connection::open(&address);
    let mut times = Vec::new();
    let began = Instant::now();
    for i in 0..rounds * 2 {
        let asked = Instant::now();
        connection.get(&format!(
            "/api/v1/network?as-of={}-{:02}-{:02}",
            2025 + i / 336,
            1 + i / 28 % 12,
            1 + i % 28
        ));
        times.push(asked.elapsed().as_secs_f64() * 1e3);
    }
    let second = times.len() as f64 / began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    line("/api/v1/network?as-of=… (a day never asked for)", &times, second, false);
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!(
            "\nload of the machine (1, 5, 15 minutes): {}",
            load.split(' ').take(3).collect::<Vec<_>>().join(" ")
        );
    }
}
