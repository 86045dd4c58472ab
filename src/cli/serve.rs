//! `relier serve`: the page and the API.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::ValueEnum;
use relier::seed::french_reason;
use relier::server::{Patience, Server, listen};
use relier::view::Lang;
use relier::view::words::say;
use tracing_subscriber::filter::LevelFilter;

use super::Usage;
use super::language::{either, failed, lang};
use super::options::open_dataset;
use super::watch::watch;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to listen on; 0 picks a free one
    #[arg(long, allow_negative_numbers = true, default_value_t = 8087)]
    port: u16,
    /// Address to listen on; anything but the loopback is reachable from other machines
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDRESS")]
    bind: IpAddr,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Look at the folder of --data and take up what changes; a faulty change is told and not taken up
    #[arg(long)]
    watch: bool,
    /// What is logged on standard error: every answer with info
    #[arg(long, value_enum, default_value_t = Log::Off, value_name = "LEVEL")]
    log: Log,
    /// Language of what is said on standard error: fr or en (default: en)
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
}

/// How much is logged.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Log {
    /// Nothing
    Off,
    /// What fails
    Error,
    /// Every answer: method, path, status, time
    Info,
    /// All that the libraries tell
    Debug,
}

pub(crate) fn run(data: Option<&Path>, options: &Options) -> anyhow::Result<ExitCode> {
    if options.watch && data.is_none() {
        bail!(Usage::new(
            "le jeu de données du programme ne change pas: donnez à --watch un dossier par --data DOSSIER",
            "the embedded dataset never changes: give --watch a folder with --data DIR"
        ));
    }
    let level = match options.log {
        Log::Off => LevelFilter::OFF,
        Log::Error => LevelFilter::ERROR,
        Log::Info => LevelFilter::INFO,
        Log::Debug => LevelFilter::DEBUG,
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(level).with_target(false).init();
    let dataset = open_dataset(data)?;
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|e| failed(&say("impossible de démarrer le serveur", "cannot start the server"), &e))?;
    runtime.block_on(async {
        let address = SocketAddr::new(options.bind, options.port);
        let listener = match tokio::net::TcpListener::bind(address).await {
            Ok(listener) => listener,
            Err(e) if e.kind() == ErrorKind::AddrInUse => {
                let port = options.port;
                bail!(either(
                    format!("le port {port} est pris; donnez-en un autre par --port N, ou --port 0 pour un port libre"),
                    format!("port {port} is in use; give another with --port N, or --port 0 for a free one")
                ))
            }
            Err(e) => {
                let at = say(format!("impossible d’écouter sur {address}"), format!("cannot listen on {address}"));
                return Err(failed(&at, &e));
            }
        };
        let address = listener
            .local_addr()
            .map_err(|e| failed(&say("impossible de dire l’adresse", "cannot tell the address"), &e))?;
        let url = format!("http://{address}/");
        println!("{url}");
        let listens = either(
            format!("relier écoute sur {url} (arrêtez-le par Ctrl-C)"),
            format!("relier listens on {url} (stop it with Ctrl-C)"),
        );
        super::tell(format_args!("{listens}"));
        if !options.bind.is_loopback() {
            let bind = options.bind;
            let reachable = either(
                format!("attention: d’autres machines peuvent atteindre {bind}"),
                format!("warning: {bind} is reachable from other machines"),
            );
            super::tell(format_args!("{reachable}"));
        }
        if options.open {
            open_browser(&url);
        }
        let server = Server::new(dataset, vec![options.bind.to_string()]);
        if let (true, Some(dir)) = (options.watch, data) {
            tokio::spawn(watch(dir.to_owned(), server.clone()));
        }
        let early = server.clone();
        tokio::spawn(async move { early.warm().await });
        let whole = listen(listener, server.router(), Patience::default(), stopped()).await;
        if !whole.map_err(|e| failed(&say("le serveur s’est arrêté", "the server failed"), &e))? {
            let cut = either("relier: des réponses étaient encore en cours", "relier: some answers were still under way");
            super::tell(format_args!("{cut}"));
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Ends on Ctrl-C or a polite termination.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without a handler the signal ends the process by itself.
    let _ = interrupt.await;
}

fn open_browser(url: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if let Err(error) = std::process::Command::new(program).arg(url).spawn() {
        let why = french_reason(&error);
        let said = either(
            format!("impossible d’ouvrir un navigateur avec {program} ({why}); ouvrez {url} vous-même"),
            format!("cannot open a browser with {program} ({error}); open {url} yourself"),
        );
        super::tell(format_args!("{said}"));
    }
}
