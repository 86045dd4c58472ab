//! The bridge to an installed Graphviz: the only place of the library that starts a process.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::dataset::Word;
use crate::view::Lang;

/// A layout engine of Graphviz; also the name of its program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Engine {
    /// Layers; for small trees and the surroundings of one actor.
    Dot,
    /// Stress layout.
    Neato,
    /// Springs, with clusters.
    Fdp,
    /// Springs at several scales, for larger networks.
    Sfdp,
    /// Circles.
    Circo,
    /// Rings round the hub.
    Twopi,
}

impl Word for Engine {
    const WHAT: &'static str = "Graphviz engine";
    const ALL: &'static [Self] =
        &[Engine::Dot, Engine::Neato, Engine::Fdp, Engine::Sfdp, Engine::Circo, Engine::Twopi];
    fn word(self) -> &'static str {
        match self {
            Engine::Dot => "dot",
            Engine::Neato => "neato",
            Engine::Fdp => "fdp",
            Engine::Sfdp => "sfdp",
            Engine::Circo => "circo",
            Engine::Twopi => "twopi",
        }
    }
}

/// What Graphviz is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GraphvizFormat {
    /// SVG.
    Svg,
    /// PDF, one page as large as the picture.
    Pdf,
    /// PNG, with the fonts of the machine.
    Png,
    /// The graph with the place of everything, for other programs.
    Json,
}

impl Word for GraphvizFormat {
    const WHAT: &'static str = "format of Graphviz";
    const ALL: &'static [Self] =
        &[GraphvizFormat::Svg, GraphvizFormat::Pdf, GraphvizFormat::Png, GraphvizFormat::Json];
    fn word(self) -> &'static str {
        match self {
            GraphvizFormat::Svg => "svg",
            GraphvizFormat::Pdf => "pdf",
            GraphvizFormat::Png => "png",
            GraphvizFormat::Json => "json",
        }
    }
}

/// Graphviz did not draw.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The program is not there.
    #[error(
        "there is no program «{program}» on this machine; it comes with Graphviz (Debian and Ubuntu: \
         apt install graphviz). Without it, --engine builtin draws the picture"
    )]
    Missing {
        /// Its name.
        program: String,
    },
    /// It could not be started or talked to.
    #[error("cannot run «{program}»")]
    Process {
        /// Its name.
        program: String,
        /// The reason.
        source: std::io::Error,
    },
    /// It took longer than allowed and was ended.
    #[error(
        "«{program}» was stopped after {} s without a picture; choose another engine (sfdp is the fastest), \
         a smaller selection, or --engine builtin",
        limit.as_secs_f32()
    )]
    TooSlow {
        /// Its name.
        program: String,
        /// The limit.
        limit: Duration,
    },
    /// It gave up; usually the text is not DOT.
    #[error("«{program}» failed ({status}): {said}")]
    Failed {
        /// Its name.
        program: String,
        /// How it ended.
        status: ExitStatus,
        /// What it wrote to standard error.
        said: String,
    },
}

impl EngineError {
    /// The same in French; what the program itself says stays as it says it.
    pub fn french(&self) -> String {
        match self {
            EngineError::Missing { program } => format!(
                "il n’y a pas de programme «{program}» sur cette machine; il vient avec Graphviz (Debian et Ubuntu: apt install graphviz). Sans lui, --engine builtin fait le dessin"
            ),
            EngineError::Process { program, source } => {
                format!("impossible de lancer «{program}»: {}", crate::seed::french_reason(source))
            }
            EngineError::TooSlow { program, limit } => format!(
                "«{program}» a été arrêté après {} s sans dessin; choisissez un autre moteur (sfdp est le plus rapide), une sélection plus petite, ou --engine builtin",
                limit.as_secs_f32()
            ),
            EngineError::Failed { program, status, said } => {
                format!("«{program}» a échoué ({status}): {said}")
            }
        }
    }
}

/// Lets the installed Graphviz draw a DOT text.
///
/// The text's own `layout` attribute is stronger than the program's name: build the text for the same engine.
/// The bytes depend on the version of Graphviz and, for the size of labels, on the fonts of the machine.
///
/// # Errors
/// When the program is missing, refuses the text, or takes longer than `limit`; it is then killed.
pub fn render(
    dot: &str,
    engine: Engine,
    format: GraphvizFormat,
    limit: Duration,
) -> Result<Vec<u8>, EngineError> {
    render_with(engine.word().as_ref(), dot, format, limit)
}

/// Like [`render`], with the program of a given path.
///
/// # Errors
/// As [`render`].
pub fn render_with(
    program: &OsStr,
    dot: &str,
    format: GraphvizFormat,
    limit: Duration,
) -> Result<Vec<u8>, EngineError> {
    let name = || program.to_string_lossy().into_owned();
    let process = |source| EngineError::Process { program: name(), source };
    let deadline = Instant::now() + limit;
    let mut command = Command::new(program);
    command.arg(format!("-T{}", format.word()));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = match command.spawn() {
        Ok(child) => Running(child),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(EngineError::Missing { program: name() });
        }
        Err(error) => return Err(process(error)),
    };
    // Three threads, since a full pipe in any direction would stop the others. They end when the program has ended.
    if let Some(mut stdin) = running.0.stdin.take() {
        let text = dot.to_owned();
        // A program that stops reading says why on standard error.
        let write = move || drop(stdin.write_all(text.as_bytes()));
        thread::Builder::new().spawn(write).map_err(process)?;
    }
    let stdout = collect(running.0.stdout.take()).map_err(process)?;
    let stderr = collect(running.0.stderr.take()).map_err(process)?;
    let slow = || EngineError::TooSlow { program: name(), limit };
    let left = || deadline.saturating_duration_since(Instant::now());
    let drawn = match stdout.recv_timeout(left()) {
        Ok(read) => read.map_err(process)?,
        Err(RecvTimeoutError::Timeout) => return Err(slow()),
        Err(RecvTimeoutError::Disconnected) => Vec::new(),
    };
    let Some(status) = running.wait_until(deadline).map_err(process)? else { return Err(slow()) };
    if status.success() && !drawn.is_empty() {
        return Ok(drawn);
    }
    // The program is gone; only a child of its own could still hold the pipe, and is not waited for.
    let said = match stderr.recv_timeout(left().min(Duration::from_secs(1))) {
        Ok(Ok(bytes)) => String::from_utf8_lossy(&bytes).trim().to_owned(),
        _ => String::new(),
    };
    let said = if said.is_empty() { "it gave no reason".to_owned() } else { said };
    Err(EngineError::Failed { program: name(), status, said })
}

/// Gives an SVG of Graphviz what it leaves out: its language, a role, and the title of the picture as its first child.
pub fn svg_with_language(svg: &[u8], lang: Lang) -> Vec<u8> {
    let text = String::from_utf8_lossy(svg);
    let dressed = (|| {
        let (head, rest) = text.split_once("<svg ")?;
        let (attributes, body) = rest.split_once('>')?;
        let title = body.split_once("<title>")?.1.split_once("</title>")?.0;
        let lang = lang.word();
        Some(format!(
            "{head}<svg lang=\"{lang}\" xml:lang=\"{lang}\" role=\"graphics-document\" {attributes}>\n\
             <title>{title}</title>{body}"
        ))
    })();
    dressed.map_or_else(|| svg.to_vec(), String::into_bytes)
}

/// Reads a pipe to its end in a thread.
fn collect(pipe: Option<impl Read + Send + 'static>) -> std::io::Result<Receiver<std::io::Result<Vec<u8>>>> {
    let (send, receive) = mpsc::channel();
    if let Some(mut pipe) = pipe {
        thread::Builder::new().spawn(move || {
            let mut bytes = Vec::new();
            let read = pipe.read_to_end(&mut bytes).map(|_| bytes);
            // Nobody listens any more once the limit has passed.
            drop(send.send(read));
        })?;
    }
    Ok(receive)
}

/// A child that does not outlive this value, and leaves no zombie.
struct Running(Child);

impl Running {
    /// How it ended, or `None` when it has not by then.
    fn wait_until(&mut self, deadline: Instant) -> std::io::Result<Option<ExitStatus>> {
        loop {
            if let Some(status) = self.0.try_wait()? {
                return Ok(Some(status));
            }
            if Instant::now() >= deadline {
                return Ok(None);
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when the child is gone already.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
