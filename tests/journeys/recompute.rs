//! The command that stands under a report recomputes it.

use super::{REPORTS, good, json, words};

/// The commands between backticks after the label.
fn commands(report: &str) -> Vec<String> {
    let lines = report.lines().filter_map(|l| {
        let rest =
            l.strip_prefix("Recalculer: `relier ").or_else(|| l.strip_prefix("Recompute: `relier "))?;
        Some(rest.trim_end_matches('`').to_owned())
    });
    lines.collect()
}

#[test]
fn the_command_under_a_report_prints_the_report() {
    let more = [
        "gaps secure --as-of 2026-02-03 --known 2025-07-01",
        "rank pagerank --without-eu --level working --top 3",
        "rank degree --kind partner --area CYB",
        "rank betweenness --replicates 10 --seed 3",
        "actions --as-of 2027-01-01",
        "show KOR --as-of 2026-02-03",
        "path Mexique Australie --as-of 2026-02-03 --level working",
    ];
    for report in REPORTS.into_iter().chain(more) {
        for lang in ["fr", "en"] {
            let text = good(&words(&format!("{report} --lang {lang}")));
            let commands = commands(&text);
            if report == "gaps" {
                assert_eq!(commands.len(), 4, "one for each direction");
                continue;
            }
            let [command] = &commands[..] else { panic!("{report}, {lang}: {commands:?}") };
            assert_eq!(good(&words(command)), text, "{report}, {lang}: relier {command}");
        }
    }
}

#[test]
fn the_command_in_json_runs_and_gives_the_same_json() {
    for report in [
        "gaps deepen",
        "gaps secure --as-of 2026-02-03",
        "rank closeness --without-eu",
        "actions --as-of 2027-01-01",
        "show JAPAN",
        "path MEX AUS --without-eu",
    ] {
        let value = json(report);
        let one = if value.is_array() { &value[0] } else { &value };
        let command = one["command"].as_str().unwrap();
        let again = json(command.strip_prefix("relier ").unwrap());
        assert_eq!(again, value, "{report}: {command}");
    }
}
