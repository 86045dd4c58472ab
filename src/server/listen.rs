//! Connections: how many at once, how long one may take to say what it wants, and how they end.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// What a connection may cost.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The longest from the opening of a connection, or from its last answer, to the end of the next request's head.
    pub head: Duration,
    /// Connections at once; the next waits until one ends.
    pub connections: usize,
    /// The longest that requests under way may take once the server is told to stop.
    pub grace: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { head: Duration::from_secs(15), connections: 512, grace: Duration::from_secs(5) }
    }
}

/// Answers on a listener until `stop` ends; then no longer listens, and lets requests under way end. Says whether all of them did.
///
/// # Errors
/// When the listener fails in a way that waiting does not mend.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    patience: Patience,
    stop: impl Future<Output = ()>,
) -> io::Result<bool> {
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let open = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(patience.connections));
    tokio::pin!(stop);
    loop {
        let next = async {
            // It is never closed.
            let place = places.clone().acquire_owned().await.map_err(io::Error::other)?;
            listener.accept().await.map(|(stream, _)| (stream, place))
        };
        let (stream, place) = tokio::select! {
            next = next => match next {
                Ok(found) => found,
                // The one that called has gone, or no file is free: neither is the end of the others.
                Err(error) if is_passing(&error) => continue,
                Err(error) => {
                    tracing::error!(%error, "cannot take a connection");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        // Small answers are not held back for more.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }
    drop(listener);
    Ok(tokio::time::timeout(patience.grace, open.shutdown()).await.is_ok())
}

fn is_passing(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
