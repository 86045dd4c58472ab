//! The additional sources: off they change nothing; on they speak from their own dates only, and are never taken for a document.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::support;
use relier::dataset::{self, Certainty, Dataset, State, parse_date};
use relier::explorer::Explorer;
use relier::gap::{Column, Ground, calibration};
use relier::network::{Class, Dates, Filter};
use relier::seed::{self, ADDITIONAL, SeedFiles};
use relier::view::{calibration_view, tie_view};
use serde_json::Value;

/// The units of direction 1, by the notes 12, 13 and 14 of the joint communication.
const UNITS: [&str; 11] =
    ["ARG", "AUS", "BRA", "CAN", "IND", "JPN", "KOR", "MEX", "SGP", "USA", "WESTERN_BALKANS"];

fn dates(as_of: &str, known: &str) -> Dates {
    Dates { as_of: parse_date(as_of).unwrap(), known: parse_date(known).unwrap() }
}

fn on(as_of: &str, known: &str) -> Explorer {
    Explorer::with_additional(support::shared(), dates(as_of, known))
}

fn state(explorer: &Explorer, tie: &str) -> Option<String> {
    let id = explorer.dataset.tie_id(tie)?;
    Some(tie_view(explorer, id).state.to_owned())
}

fn run(args: &[&str]) -> Vec<u8> {
    let done = Command::new(env!("CARGO_BIN_EXE_relier")).args(args).output().unwrap();
    assert!(done.status.success(), "relier {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// What a command prints in a folder, of the dataset in it.
fn run_in(dir: &Path, args: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_relier"));
    let done = command.args(args).args(["--data", "."]).current_dir(dir).output().unwrap();
    assert!(done.status.success(), "relier {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// A copy of the seeds, with the layer or without it.
fn copied(layer: bool) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join("documents")).unwrap();
    for (name, text) in SeedFiles::embedded().files {
        if layer || name != ADDITIONAL {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
    }
    dir
}

#[test]
fn off_every_verb_gives_the_bytes_of_a_dataset_without_the_layer() {
    let (whole, bare) = (copied(true), copied(false));
    for line in [
        "rank betweenness --format json",
        "actions --format json",
        "show JAPAN",
        "show DTA-SGP --format json",
        "show SINGAPORE --as-of 2026-11-20 --known 2026-11-20",
        "path MEX AUS --without-eu",
        "draw wheel",
        "draw ego CANADA",
        "draw matrix --against kinds",
        "draw calendar --as-of 2026-11-20",
        "report JAPAN --format md",
        "export json",
        "moves secure --format json",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        assert!(run_in(whole.path(), &args) == run_in(bare.path(), &args), "{line} differs");
    }
    // The gap analysis prints the external check always, and says after its answer, and in the line of whom it concerns, what other
    // texts tell since; a comparison says so in one sentence. Beside that nothing changes.
    for line in
        ["gaps --format json --as-of 2025-06-05", "gaps --format json --as-of 2026-11-20 --known 2026-11-20"]
    {
        let args: Vec<&str> = line.split(' ').collect();
        let read = |dir: &Path| -> Value {
            let mut value: Value = serde_json::from_slice(&run_in(dir, &args)).unwrap();
            for goal in value.as_array_mut().unwrap() {
                goal.as_object_mut().unwrap().remove("calibration");
                let told = goal["headline"].as_object_mut().unwrap();
                told.values_mut()
                    .for_each(|t| *t = t.as_str().unwrap().split(" Other public ").next().unwrap().into());
                told.values_mut()
                    .for_each(|t| *t = t.as_str().unwrap().split(" D’autres textes ").next().unwrap().into());
                goal.as_object_mut().unwrap().remove("told");
                for line in goal["sections"]
                    .as_array_mut()
                    .unwrap()
                    .iter_mut()
                    .flat_map(|s| s["lines"].as_array_mut().unwrap())
                {
                    line.as_object_mut().unwrap().remove("told");
                    for text in line["text"].as_object_mut().unwrap().values_mut() {
                        let since = ["; other public texts, outside", "; d’autres textes publics, hors"];
                        let own =
                            since.iter().fold(text.as_str().unwrap(), |t, s| t.split(s).next().unwrap());
                        *text = own.trim_end_matches('.').into();
                    }
                }
            }
            value
        };
        assert_eq!(read(whole.path()), read(bare.path()), "{line}");
    }
    let compared = |dir: &Path| -> Value {
        let mut value: Value =
            serde_json::from_slice(&run_in(dir, &["compare", "JAPAN", "KOREA", "--format", "json"])).unwrap();
        for dimension in value["dimensions"].as_array_mut().unwrap() {
            let said = dimension["sentences"].as_array_mut().unwrap();
            said.retain(|s| !s["en"].as_str().unwrap().starts_with("Since, by other public texts"));
        }
        value
    };
    assert_eq!(compared(whole.path()), compared(bare.path()));
}

/// The closed list of 5 June 2025 does not name Canada, with which a partnership was signed on 23 June 2025, nor India (27 January 2026).
#[test]
fn an_absence_by_the_closed_list_keeps_its_day_and_names_what_other_texts_tell_since() {
    let told = |options: &[&str]| {
        let line = ["gaps", "secure", "--only", "headline", "--lang", "en"];
        String::from_utf8(run(&[&line[..], options].concat())).unwrap()
    };
    // Each with its state and day, which stand in brackets.
    let since = |text: &str| {
        let told = text.split("since: ").nth(1)?.split(" (additional sources").next()?;
        Some(told.to_owned())
    };
    let usual = told(&[]);
    assert!(
        usual.contains(
            "had no security leg on 5 June 2025 (closed list): Argentina, Australia, Brazil, Canada, India,"
        ),
        "{usual}"
    );
    // Negotiations with Australia were announced on 18 June 2025.
    assert_eq!(
        since(&usual).as_deref(),
        Some("Australia (under negotiation, 18 June 2025) and Canada (running or in force, 23 June 2025)")
    );
    let later = told(&["--as-of", "2026-11-20", "--known", "2026-11-20"]);
    let of = |name: &str| {
        since(&later).is_some_and(|told| told.contains(&format!("{name} (running or in force, ")))
    };
    assert!(of("Canada") && of("India"), "{later}");
    assert_eq!(since(&told(&["--as-of", "2025-06-05", "--known", "2025-06-05"])), None);
    let with = told(&["--additional"]);
    assert!(
        with.contains("and the additional sources: Argentina, Australia, Brazil, India, Mexico,"),
        "{with}"
    );
    assert!(!with.contains("on 5 June 2025 (closed list)") && since(&with).is_none(), "{with}");
}

/// The same where one reads of Canada alone, or beside Norway, which the closed list names.
#[test]
fn a_line_and_a_comparison_name_what_other_texts_tell_since() {
    let told = |line: &[&str], options: &[&str]| -> Value {
        serde_json::from_slice(&run(&[line, &["--format", "json", "--lang", "en"], options].concat()))
            .unwrap()
    };
    let gaps = |options: &[&str]| told(&["gaps", "secure"], options)[0].clone();
    let secure = gaps(&[]);
    let told_of: Vec<(&str, &str)> = secure["told"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| (t["actor"].as_str().unwrap(), t["state"].as_str().unwrap()))
        .collect();
    assert_eq!(told_of, [("AUS", "negotiating"), ("CAN", "active")]);
    let lines = secure["sections"][0]["lines"].as_array().unwrap();
    let of: BTreeSet<&str> = lines
        .iter()
        .filter(|l| l["text"]["en"].as_str().unwrap().contains("tell of one since"))
        .map(|l| l["actors"][0].as_str().unwrap())
        .collect();
    assert_eq!(of, BTreeSet::from(["AUS", "CAN"]));
    // Switched on, the line says by them how far it is.
    let on = gaps(&["--additional"]);
    let australia =
        on["sections"][0]["lines"].as_array().unwrap().iter().find(|l| l["actors"][0] == "AUS").unwrap();
    assert!(
        australia["text"]["en"].as_str().unwrap().contains("; by the additional sources: under negotiation"),
        "{australia}"
    );
    let since = |found: &Value| -> Vec<String> {
        let said =
            found["dimensions"].as_array().unwrap().iter().flat_map(|d| d["sentences"].as_array().unwrap());
        said.map(|s| s["en"].as_str().unwrap().to_owned()).filter(|s| s.starts_with("Since, by")).collect()
    };
    let compared = ["compare", "NOR", "CAN"];
    let [said] = &since(&told(&compared, &[]))[..] else { panic!("once, under the instruments") };
    assert!(
        said.contains(": Canada, Security and defence partnership (running or in force, 23 June 2025) ("),
        "{said}"
    );
    for options in [&["--known", "2025-06-05"][..], &["--as-of", "2025-06-05"], &["--additional"]] {
        assert_eq!(since(&told(&compared, options)), Vec::<String>::new(), "{options:?}");
        assert_eq!(gaps(options)["told"], Value::Null, "{options:?}");
    }
}

#[test]
fn changes_appear_from_their_dates_and_from_the_day_of_their_source() {
    for (tie, before, after, day) in [
        ("SDP-CAN", None, Some("active"), ("2025-06-29", "2025-06-30")),
        ("SDP-IND", None, Some("active"), ("2026-01-26", "2026-01-27")),
        ("SDP-AUS", None, Some("negotiating"), ("2025-06-17", "2025-06-18")),
        ("DTA-SGP", Some("agreed"), Some("active"), ("2026-06-11", "2026-06-12")),
        // Signed is not in force, unless the text says since when it applies (as that of Switzerland).
        ("HE-EGY", Some("proposed"), Some("agreed"), ("2025-10-26", "2025-10-27")),
        ("HE-KOR", Some("proposed"), Some("agreed"), ("2025-07-30", "2025-07-31")),
        ("HE-CHE", Some("proposed"), Some("active"), ("2025-12-30", "2025-12-31")),
        ("ROAM-MDA", Some("proposed"), Some("active"), ("2026-01-01", "2026-01-02")),
        ("REG-SOUTHERN_NEIGHBOURHOOD", Some("proposed"), Some("active"), ("2025-11-27", "2025-11-28")),
    ] {
        // One day for both dates: what nobody had published yet does not hold.
        assert_eq!(state(&on(day.0, day.0), tie).as_deref(), before, "{tie} on {}", day.0);
        assert_eq!(state(&on(day.1, day.1), tie).as_deref(), after, "{tie} on {}", day.1);
        // Known by the end of 2026, but read for a day before anything: as the documents have it.
        assert_eq!(state(&on("2025-06-05", "2026-11-20"), tie).as_deref(), before, "{tie} on 5 June 2025");
    }
    // Talks first, signature later.
    assert_eq!(state(&on("2025-12-01", "2026-11-20"), "SDP-ISL").as_deref(), Some("negotiating"));
    assert_eq!(state(&on("2026-04-01", "2026-11-20"), "SDP-ISL").as_deref(), Some("active"));
    // The state of a later day is not that of an earlier one, though its source is known.
    assert_eq!(state(&on("2026-01-31", "2026-11-20"), "DTA-SGP").as_deref(), Some("agreed"));
    assert_eq!(state(&on("2026-02-01", "2026-11-20"), "DTA-SGP").as_deref(), Some("active"));
}

#[test]
fn what_comes_of_the_layer_says_so_and_has_no_quotation_of_its_own() {
    let explorer = on("2026-11-20", "2026-11-20");
    let off = Explorer::new(support::shared(), explorer.dates);
    let mut seen = 0;
    for id in explorer.dataset.tie_ids() {
        let (tie, view) = (explorer.dataset.tie(id), tie_view(&explorer, id));
        let touched = !tie.additional.is_empty();
        assert_eq!(view.names.en.contains("not machine-checked"), touched, "{}", tie.id);
        assert_eq!(view.names.fr.contains("non vérifiée par la machine"), touched, "{}", tie.id);
        assert_eq!(view.additional.is_empty(), !touched);
        match off.dataset.tie_id(&tie.id) {
            // The quotations are those of the documents, no more and no less.
            Some(own) => assert_eq!(tie.evidence, off.dataset.tie(own).evidence, "{}", tie.id),
            None => {
                assert!(tie.evidence.is_empty() && touched, "{}", tie.id);
                assert_eq!(view.class, "additional");
                seen += 1;
            }
        }
        if !touched && !tie.evidence.is_empty() {
            assert_eq!(view, tie_view(&off, off.dataset.tie_id(&tie.id).unwrap()), "{}", tie.id);
        }
    }
    assert!(seen > 15, "{seen} ties of the layer alone");
    // Each class can be looked at alone.
    let class = |class| Filter { classes: vec![class], ..Filter::default() };
    let shown = |filter: &Filter| explorer.network(filter).ties.keys().copied().collect::<BTreeSet<_>>();
    let (stated, additional) = (shown(&class(Class::Stated)), shown(&class(Class::Additional)));
    assert!(stated.is_disjoint(&additional) && additional.len() == seen, "{}", additional.len());
    assert_eq!(shown(&Filter::default()), stated.union(&additional).copied().collect());
}

#[test]
fn each_of_the_eleven_units_has_a_check_or_says_what_was_searched() {
    let dataset = support::dataset();
    let units: BTreeSet<&str> =
        dataset.additional.checks.iter().map(|c| dataset.actor(c.unit).id.as_str()).collect();
    assert_eq!(units, UNITS.into_iter().collect());
    for check in &dataset.additional.checks {
        assert_eq!(check.source.is_some(), !check.facts.is_empty(), "{}", check.id);
        assert!(check.source.is_some() || check.searched.is_some(), "{}", check.id);
    }
    let used: BTreeSet<usize> = dataset
        .additional
        .checks
        .iter()
        .filter_map(|c| c.source)
        .chain(dataset.additional.changes.iter().map(|c| c.source))
        .collect();
    assert_eq!(used.len(), dataset.additional.sources.len(), "a text that nothing cites");
}

/// The count a second way: from the file as TOML and the matrix of the report, not from the layer.
#[test]
fn the_external_check_counts_what_the_file_and_the_matrix_say() {
    let file: toml::Value = toml::from_str(&support::file("seeds/additional.toml")).unwrap();
    let taxonomy: toml::Value = toml::from_str(&support::file("seeds/taxonomy.toml")).unwrap();
    let table = |value: &toml::Value, key: &str| value[key].as_array().unwrap().clone();
    let texts = |value: &toml::Value, key: &str| -> Vec<String> {
        let list = value.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
        list.iter().map(|v| v.as_str().unwrap().to_owned()).collect()
    };
    for (as_of, known, last) in [
        ("2025-06-05", "2025-06-05", "2025-06-05"),
        ("2025-11-20", "2025-11-20", "2025-11-20"),
        ("2026-11-20", "2026-11-20", "2026-11-20"),
    ] {
        // A period counts from its last day: pad the text so that letters compare as days do.
        let padded = |date: &str| match date.len() {
            4 => format!("{date}-12-31"),
            7 => format!("{date}-31"),
            _ => date.to_owned(),
        };
        let published: BTreeMap<String, String> = table(&file, "source")
            .iter()
            .map(|s| (s["id"].as_str().unwrap().to_owned(), padded(s["date"].as_str().unwrap())))
            .collect();
        let mut latest: BTreeMap<String, (String, toml::Value)> = BTreeMap::new();
        for check in table(&file, "check") {
            let Some(source) = check.get("source").and_then(|s| s.as_str()) else { continue };
            let date = published[source].clone();
            if date.as_str() > last {
                continue;
            }
            let unit = check["unit"].as_str().unwrap().to_owned();
            if latest.get(&unit).is_none_or(|(other, _)| *other < date) {
                latest.insert(unit, (date, check));
            }
        }
        let mut running: BTreeSet<(String, String)> = BTreeSet::new();
        for (unit, (_, check)) in &latest {
            for fact in table(check, "fact").iter().filter(|f| f["state"].as_str() == Some("active")) {
                let mut domains: BTreeSet<String> = texts(fact, "domains").into_iter().collect();
                for line in table(&taxonomy, "crosswalk") {
                    let from = |key: &str, of: &str| {
                        line.get(key)
                            .is_some_and(|v| texts(fact, of).contains(&v.as_str().unwrap().to_owned()))
                    };
                    if from("area", "areas") || from("leg", "legs") {
                        domains.insert(line["domain"].as_str().unwrap().to_owned());
                    }
                }
                running.extend(domains.into_iter().map(|d| (unit.clone(), d)));
            }
        }
        let report: Value = serde_json::from_slice(&run(&[
            "gaps", "deepen", "--format", "json", "--as-of", as_of, "--known", known,
        ]))
        .unwrap();
        let matrix = &report[0]["matrices"][0];
        let (mut gaps, mut closed) = (0, 0);
        for (row, cells) in matrix["rows"].as_array().unwrap().iter().zip(matrix["cells"].as_array().unwrap())
        {
            for (column, cell) in matrix["columns"].as_array().unwrap().iter().zip(cells.as_array().unwrap())
            {
                if cell["class"] == "active" {
                    continue;
                }
                gaps += 1;
                let key = (row["id"].as_str().unwrap().to_owned(), column["id"].as_str().unwrap().to_owned());
                closed += usize::from(running.contains(&key));
            }
        }
        let told = &report[0]["calibration"];
        assert_eq!(
            (told["gaps"].as_u64(), told["closed"].as_u64()),
            (Some(gaps), Some(closed as u64)),
            "{as_of}"
        );
        assert_eq!(told["found"].as_u64(), Some(latest.len() as u64), "{as_of}");
        assert_eq!(told["units"], 11);
        assert!(
            closed > 0 && closed < gaps as usize,
            "{as_of}: a check that finds nothing, or everything, checks nothing"
        );
        // The printed command prints the same.
        let command = told["command"].as_str().unwrap();
        let again: Vec<&str> = command.split(' ').skip(1).chain(["--format", "json"]).collect();
        let again: Value = serde_json::from_slice(&run(&again)).unwrap();
        assert_eq!(&again["calibration"], told, "{command}");
    }
}

#[test]
fn the_layer_on_closes_what_the_check_says_and_nothing_of_the_check_depends_on_the_switch() {
    let dates = dates("2025-11-20", "2025-11-20");
    let off = Explorer::new(support::shared(), dates);
    let on = Explorer::with_additional(support::shared(), dates);
    assert_eq!(calibration_view(&off), calibration_view(&on));
    let ground = |e: &Explorer| -> (Arc<Dataset>, Dates) { (e.dataset.clone(), e.dates) };
    let (plain, dates) = ground(&off);
    let (more, _) = ground(&on);
    let found = calibration(Ground { dataset: &plain, dates });
    let on_ground = Ground { dataset: &more, dates };
    for unit in &found.units {
        for &column in unit.domains.running.iter().chain(&unit.areas.running) {
            let cell = on_ground.cell(unit.unit, column);
            let ties: Vec<&str> = cell.ties.iter().map(|&t| more.tie(t).id.as_str()).collect();
            assert_eq!(cell.class, relier::gap::CellClass::ActiveNamed, "{column:?}");
            assert!(ties.iter().all(|t| t.starts_with("check-")), "{ties:?}");
        }
        for column in (0..plain.domains.len() as u8).map(|d| Column::Domain(relier::dataset::DomainId(d))) {
            let was = Ground { dataset: &plain, dates }.cell(unit.unit, column).class;
            let is = on_ground.cell(unit.unit, column).class;
            // A further source never takes anything away.
            assert!(is <= was, "{column:?} from {was:?} to {is:?}");
        }
    }
}

#[test]
fn a_line_or_a_cell_that_rests_on_the_layer_says_so() {
    let day = ["--as-of", "2026-11-20", "--known", "2026-11-20", "--format", "json"];
    let read = |more: &[&str]| -> Value {
        serde_json::from_slice(&run(&[&["gaps"][..], &day, more].concat())).unwrap()
    };
    let explorer = on("2026-11-20", "2026-11-20");
    let touched = |id: &Value| {
        let tie = explorer.dataset.tie(explorer.dataset.tie_id(id.as_str().unwrap()).unwrap());
        !tie.additional.is_empty()
    };
    let (mut lines, mut cells) = (0, 0);
    for goal in read(&["--additional"]).as_array().unwrap() {
        for section in goal["sections"].as_array().unwrap() {
            for line in section["lines"].as_array().unwrap() {
                let rests = line["ties"].as_array().unwrap().iter().any(touched);
                // A line may also mention a tie of the layer without resting on it: its name says so then.
                let says = |lang: &str, words: &str| line["text"][lang].as_str().unwrap().contains(words);
                assert!(!rests || says("en", "not machine-checked"), "{line}");
                assert!(!rests || says("fr", "non vérifiée"), "{line}");
                lines += usize::from(rests);
            }
        }
        for matrix in goal["matrices"].as_array().unwrap() {
            for cell in matrix["cells"].as_array().unwrap().iter().flat_map(|r| r.as_array().unwrap()) {
                let ties = cell["ties"].as_array().unwrap();
                let alone = !ties.is_empty() && ties.iter().all(touched);
                assert_eq!(cell.get("additional") == Some(&Value::Bool(true)), alone, "{cell}");
                cells += usize::from(alone);
            }
        }
    }
    assert!(lines > 5 && cells > 5, "{lines} lines, {cells} cells");
    let off = serde_json::to_string(&read(&[])).unwrap();
    assert!(!off.contains("\"additional\":true"), "nothing of the layer while it is off");
    let canada = String::from_utf8(run(&[
        "gaps",
        "secure",
        "--lang",
        "en",
        "--as-of",
        "2026-11-20",
        "--known",
        "2026-11-20",
        "--additional",
    ]))
    .unwrap();
    let line = canada.lines().find(|l| l.starts_with("- Canada: both legs")).unwrap();
    assert!(line.contains("additional sources") && line.contains("SDP-CAN"), "{line}");
}

#[test]
fn the_list_to_verify_points_to_a_later_source_and_leaves_the_rest_unconfirmed() {
    let json = |args: &[&str]| -> Value { serde_json::from_slice(&run(args)).unwrap() };
    let day = ["actions", "--as-of", "2026-11-20", "--known", "2026-11-20", "--format", "json"];
    let off = json(&day);
    let verify: Vec<&str> =
        off["to_verify"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    for id in ["HE-KOR", "HE-EGY", "HE-CHE", "annex-47", "annex-26"] {
        assert!(verify.contains(&id), "{id} is not to be verified");
        assert!(off["pointers"][id]["en"].as_str().unwrap().starts_with("see additional source"), "{id}");
    }
    assert!(verify.contains(&"annex-13") && off["pointers"].get("annex-13").is_none());
    // The pointer itself is a source, and counts from its day.
    let early = json(&["actions", "--as-of", "2026-11-20", "--known", "2025-11-20", "--format", "json"]);
    assert!(early["pointers"].get("annex-47").is_none() && early["pointers"].get("HE-EGY").is_some());
    // Switched on, what a source settles is settled; what none does stays unconfirmed.
    let on = json(&[&day[..], &["--additional"]].concat());
    let left: Vec<&str> = on["to_verify"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    assert!(
        left.contains(&"annex-13") && !left.contains(&"HE-EGY") && !left.contains(&"annex-47"),
        "{left:?}"
    );
    assert_eq!(on["counts"][0]["of"], off["counts"][0]["of"], "the layer adds no action to the 82");
}

#[test]
fn with_the_layer_every_printed_command_prints_the_same_again() {
    for line in [
        "gaps secure",
        "actions --as-of 2026-11-20 --known 2026-11-20",
        "show CANADA --as-of 2026-11-20 --known 2026-11-20",
        "report CANADA",
    ] {
        let mut args: Vec<&str> = line.split(' ').collect();
        args.extend(["--additional", "--format", "json"]);
        let first: Value = serde_json::from_slice(&run(&args)).unwrap();
        let view = if first.is_array() { &first[0] } else { &first };
        let command = view["command"].as_str().unwrap();
        assert!(command.contains(" --additional"), "{command}");
        let again: Vec<&str> = command.split(' ').skip(1).chain(["--format", "json"]).collect();
        let again: Value = serde_json::from_slice(&run(&again)).unwrap();
        assert_eq!(if again.is_array() { &again[0] } else { &again }, view, "{command}");
    }
}

#[test]
fn the_first_page_says_the_check_and_the_layer_in_both_languages() {
    for (lang, check, layer) in [
        ("fr", "Étalonnage du corpus", "Avec des sources additionnelles"),
        ("en", "Calibration of the corpus", "With additional sources"),
    ] {
        for format in ["md", "html"] {
            let text = |more: &[&str]| {
                let args = [&["gaps", "--lang", lang, "--format", format][..], more].concat();
                String::from_utf8(run(&args)).unwrap()
            };
            let off = text(&[]);
            let first = &off[..off.find("deepen\"").or(off.find("\n## ")).unwrap_or(off.len())];
            assert!(first.contains(check) || off.contains(check), "{lang} {format}");
            assert!(!off.contains(layer), "{lang} {format}");
            assert!(text(&["--additional"]).contains(layer), "{lang} {format}");
        }
    }
}

#[test]
fn a_dataset_without_the_layer_has_no_check_and_the_switch_changes_nothing_but_the_heading() {
    let mut files = SeedFiles::embedded();
    files.files.remove(ADDITIONAL);
    let (seeds, faults) = seed::read(files);
    let built = dataset::build(&seeds, faults, false);
    assert_eq!(built.faults, []);
    assert_eq!(
        built.dataset.digest,
        support::dataset().digest,
        "the layer is no part of the dataset's digest"
    );
    let explorer = Explorer::with_additional(Arc::new(built.dataset), dates("2026-11-20", "2026-11-20"));
    assert_eq!(calibration_view(&explorer), None);
    assert!(explorer.dataset.ties.iter().all(|t| t.additional.is_empty()));
}

#[test]
fn certainty_is_what_was_read() {
    let layer = &support::dataset().additional;
    for source in &layer.sources {
        let official = source.address.as_ref().is_some_and(|a| {
            ["europa.eu", "newswire.ca", "gov.sg", "gov.in"].iter().any(|host| a.contains(host))
        });
        assert!(source.certainty == Certainty::Medium || official, "{} is no official address", source.id);
    }
    for change in &layer.changes {
        assert_ne!(change.state, State::Unknown, "{}", change.id);
    }
}
