//! Timing whole programs, each run in a process of its own.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Whether the bench was started for everything: neither as a test nor for some names only.
pub(crate) fn is_asked_for() -> bool {
    std::env::args().skip(1).all(|argument| argument == "--bench")
}

/// Runs a program many times and prints the shortest, the median and the longest time of the clock, and the mean time of the
/// processor, which others on the machine disturb less.
pub(crate) fn report(what: &str, target: Option<Duration>, runs: usize, command: impl Fn() -> Command) {
    let before = processor_time();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..runs {
        let mut command = command();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let start = Instant::now();
        let done = command.output();
        times.push(start.elapsed());
        match done {
            Ok(done) if done.status.success() => {}
            Ok(done) => {
                let said = String::from_utf8_lossy(&done.stderr);
                return println!("\n{what}: failed, {}\n{said}", done.status);
            }
            Err(error) => return println!("\n{what}: cannot be started, {error}"),
        }
    }
    times.sort_unstable();
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    let median = times[runs / 2];
    println!("\n{what} ({runs} runs)");
    print!(
        "    min {:.1} ms, median {:.1} ms, max {:.1} ms",
        millis(times[0]),
        millis(median),
        millis(times[runs - 1])
    );
    if let (Some(before), Some(after)) = (before, processor_time()) {
        print!("; processor {:.1} ms", millis(after - before) / runs as f64);
    }
    if let Some(target) = target {
        let kept = if median <= target { "kept" } else { "missed" };
        print!("; target {:.0} ms: {kept}", millis(target));
    }
    println!();
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!(
            "    load of the machine (1, 5, 15 minutes): {}",
            load.split(' ').take(3).collect::<Vec<_>>().join(" ")
        );
    }
}

/// What all ended children have used, where Linux tells: user and system time, in hundredths of a second.
fn processor_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in parentheses, may hold spaces; cutime and cstime are the 14th and 15th fields after it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(13)?.parse::<u64>().ok()? + fields.get(14)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
