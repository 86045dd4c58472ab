//! What has one command for the whole under it, and calls by name what it lists.

use relier::explorer::split_words;

use crate::numbers::{LANGS, has_digit};
use crate::{json, text};

/// What has one command for the whole, under it, with the fewest lines with a number that each holds.
const WHOLES: [(&str, usize); 15] = [
    ("rank betweenness --replicates 5 --seed 3", 50),
    ("rank degree --top 3 --without-eu", 8),
    ("rank pagerank --graph incidence --area CYB", 8),
    ("show JPN", 40),
    ("show SRB --as-of 2026-02-03", 15),
    ("show G7", 8),
    ("show annex-22", 5),
    ("show DTA-SGP --additional --as-of 2026-07-01 --known 2026-07-01", 4),
    ("show 's2 ¶1'", 4),
    ("show 'st-15315-2025 point 9'", 2),
    ("show join-2025-140", 200),
    ("path MEX AUS", 10),
    ("path JPN BRA --without-eu --as-of 2026-02-03", 3),
    ("sources", 40),
    ("sources --as-of 2026-03-01 --known 2026-03-01", 60),
];

/// Runs the command under the whole, and gives how many of its lines with a number it prints, in their order, and those that it does not.
fn printed_whole(report: &str) -> (usize, Vec<String>) {
    let label =
        |line: &&str| line.starts_with("Recalculer: `relier ") || line.starts_with("Recompute: `relier ");
    let Some(command) = report.lines().rfind(label).and_then(|l| l.split('`').nth(1)) else {
        return (0, vec!["no command".to_owned()]);
    };
    let again = text(&split_words(command).unwrap()[1..].iter().map(String::as_str).collect::<Vec<_>>());
    let mut rest = again.lines();
    let (mut numbers, mut missing) = (0, Vec::new());
    for line in report.lines().filter(|l| has_digit(l)) {
        match rest.clone().position(|p| p == line) {
            Some(at) => {
                rest.nth(at);
                numbers += 1;
            }
            None => missing.push(format!("«{line}» is not printed by {command}")),
        }
    }
    (numbers, missing)
}

#[test]
fn each_number_of_a_whole_is_printed_by_the_command_under_it() {
    for (report, least) in WHOLES {
        for lang in LANGS {
            let told = format!("{report} --lang {lang}");
            let args = split_words(&told).unwrap();
            let whole = text(&args.iter().map(String::as_str).collect::<Vec<_>>());
            let (numbers, missing) = printed_whole(&whole);
            assert!(missing.is_empty(), "{told}: {}", missing.join("\n"));
            assert!(numbers >= least, "{told}: {numbers} lines with numbers");
            // On the same dates whatever is published later.
            let last = whole.lines().rfind(|l| l.contains("`relier ")).unwrap();
            assert!(last.contains(" --as-of ") && last.contains(" --known "), "{told}: {last}");
        }
    }
    // A number that is another is found out.
    let whole = text(&["rank", "degree", "--top", "3"]);
    let wrong = whole.replacen("| 1 |", "| 2 |", 1);
    assert!(wrong != whole && printed_whole(&wrong).1.len() == 1);
}

#[test]
fn a_tie_is_shown_with_names_and_their_codes_beside_them() {
    for (tie, fr, en) in [
        ("DP-JPN", "Union européenne (`EU`); Japon (`JPN`)", "European Union (`EU`); Japan (`JPN`)"),
        ("DP-JPN", "Partenariat numérique;", "Digital partnership;"),
        ("annex-7", "OCDE (objectif, description)", "OECD (title, description)"),
        ("annex-7", "Intelligence artificielle (`AI`)", "Artificial intelligence (`AI`)"),
        ("G7", "Canada (`CAN`); Allemagne (`DEU`)", "Canada (`CAN`); Germany (`DEU`)"),
        (
            "SRB",
            "par: Balkans occidentaux (`WESTERN_BALKANS`)",
            "through: Western Balkans (`WESTERN_BALKANS`)",
        ),
        (
            "DTA-SGP",
            "**Décision de codage**: La date est celle de la signature",
            "**Coding decision**: The date is that of the signature",
        ),
        ("n13", "Partenariat numérique UE-Canada (`DP-CAN`)", "EU–Canada Digital Partnership (`DP-CAN`)"),
    ] {
        for (lang, wanted) in LANGS.into_iter().zip([fr, en]) {
            let shown = text(&["show", tie, "--lang", lang]);
            assert!(shown.contains(wanted), "{tie}: no «{wanted}» in {shown}");
        }
    }
    // No code of a country stands without its name, in any of the ties.
    let network = json(&["export", "json"]);
    let countries: Vec<&str> = network["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|n| n["kind"] == "partner")
        .map(|n| n["id"].as_str().unwrap())
        .filter(|id| id.len() == 3)
        .collect();
    let ties: Vec<&str> =
        network["ties"].as_array().unwrap().iter().map(|t| t["id"].as_str().unwrap()).collect();
    assert!(countries.len() > 30 && ties.len() > 100);
    for tie in ties.iter().filter(|t| !t.contains('>') && !t.starts_with("MEMBER")).step_by(7) {
        let shown = text(&["show", tie]);
        let line = shown.lines().find(|l| l.starts_with("- **Participants**")).unwrap();
        let bare: Vec<&str> = line.split('`').step_by(2).collect();
        let words = bare.join(" ");
        for word in words.split(|c: char| !c.is_alphanumeric()) {
            assert!(!countries.contains(&word), "{tie}: {line}");
        }
    }
}
