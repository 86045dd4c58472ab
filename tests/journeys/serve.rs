//! `relier serve`: it prints its address, answers there, stops politely, and says what keeps it from listening.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use assert_cmd::cargo::cargo_bin;

use super::relier;

/// A running server; it is ended when the test is over, however it ends.
struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(arguments: &[&str]) -> Server {
        let mut child = Command::new(cargo_bin!("relier"))
            .arg("serve")
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        Server { child, url: url.trim().to_owned() }
    }

    fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap().trim_end_matches('/')
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address())
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_prints_its_address_and_answers_there() {
    let server = Server::start(&["--port", "0"]);
    assert!(server.url.starts_with("http://127.0.0.1:"), "{}", server.url);
    assert_ne!(server.url, "http://127.0.0.1:0/");
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html"), "{page}");
    let meta = server.get("/api/v1/meta");
    assert!(meta.starts_with("HTTP/1.1 200") && meta.contains("JOIN(2025) 140 final"), "{}", &meta[..200]);
    assert!(server.get("/api/v1/nothing").starts_with("HTTP/1.1 404"));
}

#[test]
fn an_occupied_port_is_named_with_the_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let done = relier(&["serve", "--port", &port]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.contains(&format!("port {port} is in use")), "{}", done.err);
    assert!(done.err.contains("--port N") && done.err.contains("--port 0"), "{}", done.err);
}

#[test]
fn an_address_that_is_not_of_this_machine_is_named() {
    // 192.0.2.1 is reserved for documentation.
    let done = relier(&["serve", "--port", "0", "--bind", "192.0.2.1"]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.contains("cannot listen on 192.0.2.1"), "{}", done.err);
}

#[test]
fn a_port_or_an_address_that_is_none_is_wrong_usage() {
    for (arguments, word) in [
        (["serve", "--port", "99999"], "99999"),
        (["serve", "--port", "http"], "http"),
        (["serve", "--bind", "everywhere"], "everywhere"),
    ] {
        let done = relier(&arguments);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{word}");
        assert!(done.err.contains(word), "{}", done.err);
    }
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked_politely() {
    for signal in ["-TERM", "-INT"] {
        let mut server = Server::start(&["--port", "0"]);
        assert!(server.get("/api/v1/meta").starts_with("HTTP/1.1 200"));
        let sent = Command::new("kill").args([signal, &server.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let status = server.child.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{signal}");
        assert!(TcpStream::connect(server.address()).is_err(), "{signal}: it no longer listens");
    }
}

#[test]
fn listening_beyond_this_machine_is_warned_of() {
    let told = |address: &str| {
        let mut server = Server::start(&["--port", "0", "--bind", address]);
        // Once it answers, it has said all it says at the start.
        assert!(server.get("/api/v1/meta").starts_with("HTTP/1.1 200"));
        server.child.kill().unwrap();
        let mut told = String::new();
        server.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        told
    };
    let wide = told("0.0.0.0");
    assert!(wide.contains("warning: 0.0.0.0 is reachable from other machines"), "{wide}");
    assert!(!told("127.0.0.1").contains("warning"));
}

/// What the server says on standard error, line by line, until a line has these words.
fn heard(lines: &mut impl Iterator<Item = std::io::Result<String>>, words: &str) -> Vec<String> {
    let mut out = Vec::new();
    for line in lines.by_ref() {
        out.push(line.unwrap());
        if out.last().unwrap().contains(words) {
            return out;
        }
    }
    panic!("no «{words}» in {out:?}")
}

#[test]
fn what_it_says_while_it_serves_is_in_the_language_that_is_asked_for() {
    for (lang, listens, warns, kept, fault, taken) in [
        (
            "fr",
            "relier écoute sur http://0.0.0.0:",
            "attention: d’autres machines peuvent atteindre 0.0.0.0",
            "relier: le jeu de données changé a 1 faute et n’est pas repris; ce qui était servi l’est toujours",
            ["faute: ", " = remède: "],
            "repris",
        ),
        (
            "en",
            "relier listens on http://0.0.0.0:",
            "warning: 0.0.0.0 is reachable from other machines",
            "relier: the changed dataset has 1 fault and is not taken up; what was served is served still",
            ["fault: ", " = mend: "],
            "relier: taken up dataset",
        ),
    ] {
        let dir = tempfile::TempDir::new().unwrap();
        let table = dir.path().join("one.csv");
        std::fs::write(&table, "source,target\na,b\nb,c\n").unwrap();
        let data = dir.path().join("data");
        let (from, to) = (table.to_str().unwrap(), data.to_str().unwrap());
        assert_eq!(relier(&["import", from, "-o", to]).code, 0);
        let options = ["--port", "0", "--bind", "0.0.0.0", "--watch", "--data", to, "--lang", lang];
        let mut server = Server::start(&options);
        let mut lines = BufReader::new(server.child.stderr.take().unwrap()).lines();
        assert!(heard(&mut lines, listens)[0].ends_with("Ctrl-C)"));
        assert_eq!(heard(&mut lines, warns).len(), 1);
        // The folder is watched once the status says so.
        while !server.get("/api/v1/status").contains("\"watching\":true") {
            std::thread::sleep(Duration::from_millis(50));
        }
        let file = data.join("instruments.toml");
        let good = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, good.replacen("state = \"active\"", "state = \"activ\"", 1)).unwrap();
        assert_eq!(heard(&mut lines, kept).len(), 1);
        assert!(heard(&mut lines, fault[0])[0].starts_with(fault[0]));
        heard(&mut lines, fault[1]);
        // The page is told in both languages.
        let status = server.get("/api/v1/status");
        assert!(status.contains("n’est pas un mot d’ici") && status.contains("is no state"), "{status}");
        std::fs::write(&file, format!("{good}\n# mended\n")).unwrap();
        heard(&mut lines, taken);
    }
}
