//! Connections that say nothing, or say it slowly, keep nobody else from being answered.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use relier::server::{Patience, Server, listen};
use tokio::sync::oneshot;

use super::dataset;

/// A server on a port of its own, until the test tells it to stop; the answer of `listen`.
fn served(patience: Patience) -> (SocketAddr, oneshot::Sender<()>, std::thread::JoinHandle<bool>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let router = Server::new(dataset(), Vec::new()).router();
    let thread = std::thread::spawn(move || {
        runtime
            .block_on(listen(listener, router, patience, async {
                let _ = stopped.await;
            }))
            .unwrap()
    });
    (address, stop, thread)
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// The status line of an answer on a connection that stays open.
fn ask(stream: &mut TcpStream) -> String {
    stream.write_all(b"GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut bytes = [0; 12];
    stream.read_exact(&mut bytes).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// How long until the other side closes; what it says before does not matter.
fn closed(mut stream: TcpStream, mut drip: impl FnMut(&mut TcpStream)) -> Duration {
    let began = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    let mut bytes = [0; 512];
    loop {
        match stream.read(&mut bytes) {
            Ok(0) => return began.elapsed(),
            Err(e) if e.kind() == std::io::ErrorKind::ConnectionReset => return began.elapsed(),
            _ => drip(&mut stream),
        }
        assert!(began.elapsed() < Duration::from_secs(15), "it is never closed");
    }
}

const HEAD: Duration = Duration::from_millis(600);

#[test]
fn who_never_ends_the_head_of_a_request_is_left() {
    let (address, stop, thread) = served(Patience { head: HEAD, ..Patience::default() });
    // Byte by byte, a header that never ends.
    let mut slow = connect(address);
    slow.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").unwrap();
    let took = closed(slow, |s| {
        let _ = s.write_all(b"a");
    });
    assert!(took >= HEAD / 2, "{took:?}: nobody is left before the time");
    // Nothing at all.
    assert!(closed(connect(address), |_| {}) >= HEAD / 2);
    // Answered once, then silent.
    let mut idle = connect(address);
    assert_eq!(ask(&mut idle), "HTTP/1.1 200");
    closed(idle, |_| {});
    stop.send(()).unwrap();
    assert!(thread.join().unwrap());
}

#[test]
fn slow_connections_keep_nobody_from_being_answered() {
    let (address, stop, thread) = served(Patience { head: HEAD, connections: 4, ..Patience::default() });
    // Twice as many as are taken at once, all silent.
    let silent: Vec<TcpStream> = (0..8).map(|_| connect(address)).collect();
    let began = Instant::now();
    let mut honest = connect(address);
    assert_eq!(ask(&mut honest), "HTTP/1.1 200");
    assert!(began.elapsed() >= HEAD / 2, "they stood in the way until their time was over");
    drop(silent);
    stop.send(()).unwrap();
    assert!(thread.join().unwrap());
}

#[test]
fn a_head_that_comes_in_pieces_but_in_time_is_answered() {
    let (address, stop, thread) = served(Patience { head: Duration::from_secs(10), ..Patience::default() });
    let mut stream = connect(address);
    for piece in ["GET /api/v1/sta", "tus HTTP/1.1\r\nHo", "st: localhost\r\n", "\r\n"] {
        stream.write_all(piece.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(60));
    }
    let mut bytes = [0; 12];
    stream.read_exact(&mut bytes).unwrap();
    assert_eq!(&bytes, b"HTTP/1.1 200");
    // An open connection that asks for nothing does not hold the server back when it stops.
    stop.send(()).unwrap();
    let began = Instant::now();
    assert!(thread.join().unwrap());
    assert!(began.elapsed() < Duration::from_secs(4));
}
