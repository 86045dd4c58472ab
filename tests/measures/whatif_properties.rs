//! What must hold of scenarios, moves and robustness on any edits of the real data.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use relier::dataset::{self, ActorKind, Dataset, Edit, Scenario};
use relier::explorer::Explorer;
use relier::gap::{
    Coding, GapList, Gaps, Ground, Perimeter, Verdict, best_cover, codings, evidence_range, gaps,
    lazy_greedy, missing_evidence, overlaps,
};
use relier::network::{Dates, Filter};
use relier::seed::{self, ScenarioRecord, SeedFiles, scenario_from_toml, scenario_from_words};
use relier::view::{Goal, goal_view, moves_view, network_view, whatif_view};

fn base() -> Arc<Dataset> {
    static BASE: OnceLock<Arc<Dataset>> = OnceLock::new();
    let read = || {
        let (seeds, faults) = seed::read(SeedFiles::embedded());
        let built = dataset::build(&seeds, faults, false);
        assert!(built.faults.is_empty());
        Arc::new(built.dataset)
    };
    BASE.get_or_init(read).clone()
}

fn explorer(dataset: Dataset) -> Explorer {
    let dates = Dates::latest(&dataset);
    Explorer::new(Arc::new(dataset), dates)
}

fn ground(dataset: &Dataset) -> Ground<'_> {
    Ground { dataset, dates: Dates::latest(dataset) }
}

fn scenario(edits: &[&str]) -> Scenario {
    let (record, faults) = scenario_from_words(&edits.iter().map(|e| (*e).to_owned()).collect::<Vec<_>>());
    assert!(faults.is_empty(), "{faults:?}");
    let (scenario, faults) = Scenario::read(&base(), &record);
    assert!(faults.is_empty(), "{faults:?}");
    scenario
}

fn faults(record: &(ScenarioRecord, Vec<seed::Fault>)) -> Vec<seed::Fault> {
    let mut out = record.1.clone();
    out.extend(Scenario::read(&base(), &record.0).1);
    out
}

/// Every byte that a reader could see: the four directions and the export.
fn bytes(dataset: Dataset) -> String {
    let explorer = explorer(dataset);
    let goals: Vec<_> = Goal::ALL.into_iter().map(|g| goal_view(&explorer, g)).collect();
    let network = network_view(&explorer, &Filter::default());
    serde_json::to_string(&(goals, network)).unwrap()
}

// ── By hand
// ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn each_edit_and_its_inverse_give_the_baseline_byte_for_byte() {
    let before = bytes((*base()).clone());
    for edits in [
        &["add DP NOR"][..],
        &["drop DD-BRA"],
        &["state DTA-SGP active"],
        &["extend annex-5 IND"],
        &["source annex-7 areas=AI"],
        &["drop annex-5", "restore annex-5"],
        &["add ACTION NOR areas=AI", "state ACTION-NOR proposed", "add ACTION NOR areas=AI"],
    ] {
        let mut whole = scenario(edits);
        let inverse = whole.inverse(&base());
        whole.edits.extend(inverse);
        assert!(bytes(whole.apply(&base())) == before, "{edits:?}");
    }
}

#[test]
fn what_is_assumed_says_so_and_quotes_nothing() {
    let dataset =
        scenario(&["add DP NOR areas=AI", "state DTA-SGP active", "extend annex-5 IND"]).apply(&base());
    let added = dataset.tie(dataset.tie_id("assumed-DP-NOR").unwrap());
    assert!(added.assumed && added.evidence.is_empty());
    assert!(added.name.fr.ends_with("(hypothèse)") && added.name.en.ends_with("(assumption)"));
    assert_eq!(added.domains.len(), 1, "AI leads to one domain by the crosswalk");
    for id in ["DTA-SGP", "annex-5"] {
        let tie = dataset.tie(dataset.tie_id(id).unwrap());
        assert!(tie.assumed && tie.name.en.contains("(assumed"), "{id}: {}", tie.name.en);
    }
    assert!(dataset.ties.iter().filter(|t| t.assumed).count() == 3);
}

#[test]
fn an_unknown_id_is_refused_with_the_nearest() {
    for (edit, mend) in [
        ("drop DD-BRB", "DD-BR"),
        ("add DQ NOR", "DP"),
        ("add DP Norwey", "NOR"),
        ("add DP NOR areas=AJ", "AI"),
        ("state DTA-SGP actve", "active"),
        ("ad DP NOR", "add"),
        ("extend annex-5 FRA", "country, grouping or forum"),
    ] {
        let found = faults(&scenario_from_words(&[edit.to_owned()]));
        assert_eq!(found.len(), 1, "{edit}: {found:?}");
        let told = format!("{} {}", found[0].what.en, found[0].mend.en);
        assert!(told.contains(mend), "{edit}: {told}");
    }
}

#[test]
fn all_faults_of_a_file_come_at_once_with_their_lines() {
    let text = "name = \"two faults\"\n[[edit]]\ndo = \"drop\"\ntie = \"DD-XXX\"\n[[edit]]\ndo = \"add\"\nkind = \"DP\"\nparty = \"NOWHERE\"\n[[edit]]\ndo = \"add\"\nkind = \"DP\"\nparty = \"NOR\"\n";
    let found = faults(&scenario_from_toml("scenario.toml", text));
    assert_eq!(found.iter().map(|f| f.line).collect::<Vec<_>>(), [4, 8]);
}

#[test]
fn a_new_partnership_adds_gaps_on_the_live_perimeter_alone() {
    let explorer = explorer((*base()).clone());
    let view = whatif_view(&explorer, &scenario(&["add DP NOR"]));
    let deepen = &view.goals[0];
    let [frozen, live] = &deepen.perimeters[..] else { panic!("two perimeters") };
    assert!(frozen.opened.is_empty() && frozen.closed.is_empty());
    // One line for each promised domain that Norway would not have.
    assert_eq!(live.opened.len(), base().domains.len());
    assert!(live.opened.iter().all(|l| l.actors == ["NOR"]));
    // Norway holds a security partnership: its missing digital leg closes.
    assert!(view.goals[3].perimeters[0].closed.iter().any(|l| l.list == "security-only" && l.assumed));
}

// ── On any edits
// ─────────────────────────────────────────────────────────────────────────────────────────

/// Edits that can be made of the real data, in words.
fn edits() -> impl Strategy<Value = String> {
    let dataset = base();
    let ties: Vec<String> = dataset.ties.iter().map(|t| t.id.clone()).collect();
    let parties: Vec<String> = dataset
        .actors
        .iter()
        .filter(|a| matches!(a.kind, ActorKind::Partner | ActorKind::Grouping))
        .map(|a| a.id.clone())
        .collect();
    let areas: Vec<String> = dataset.areas.iter().map(|a| a.id.clone()).collect();
    let tie = prop::sample::select(ties);
    let party = prop::sample::select(parties);
    let area = prop::sample::select(areas);
    let state = prop::sample::select(vec!["proposed", "negotiating", "agreed", "active", "ended"]);
    let kind = prop::sample::select(vec!["DP", "DD", "SDP", "DTA", "ACTION", "CABLE"]);
    prop_oneof![
        (kind, party, area.clone()).prop_map(|(k, p, a)| format!("add {k} {p} areas={a}")),
        tie.clone().prop_map(|t| format!("drop {t}")),
        (tie.clone(), state).prop_map(|(t, s)| format!("state {t} {s}")),
        (tie, area).prop_map(|(t, a)| format!("source {t} areas={a}")),
    ]
}

/// The edits that can be made one after the other; one that names what an earlier one dropped is left out.
fn made(words: &[String]) -> Scenario {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        kept.push(word.clone());
        let (record, _) = scenario_from_words(&kept);
        if !Scenario::read(&base(), &record).1.is_empty() {
            kept.pop();
        }
    }
    scenario(&kept.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_scenario_then_its_inverse_is_the_baseline(words in prop::collection::vec(edits(), 1..5)) {
        let mut whole = made(&words);
        let inverse = whole.inverse(&base());
        whole.edits.extend(inverse);
        let back = whole.apply(&base());
        prop_assert!(back.ties == base().ties);
        prop_assert_eq!(bytes(back), bytes((*base()).clone()));
    }

    #[test]
    fn edits_read_again_from_their_own_words_are_the_same(words in prop::collection::vec(edits(), 1..5)) {
        let once = made(&words);
        let again: Vec<String> = once.edits.iter().map(|e| e.words(&base())).collect();
        let again = scenario(&again.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(once, again);
    }

    /// METHOD 8. Parallel bilaterals are the exception by definition: what is served twice is what opens them.
    #[test]
    fn an_active_named_tie_never_opens_a_gap_on_the_frozen_perimeter(
        kind in prop::sample::select(vec!["DP", "DD", "TTC", "SDP", "DTA", "ACTION", "HE"]),
        party in prop::sample::select(vec!["NOR", "IND", "BRA", "UKR", "CAN", "WESTERN_BALKANS", "CHL", "JPN"]),
        area in prop::sample::select(vec!["AI", "CYB", "CON", "QUA", "SEM", "GOV"]),
    ) {
        let base = base();
        let perimeter = Perimeter::of(ground(&base));
        let before = gaps(ground(&base), &perimeter);
        let after = scenario(&[&format!("add {kind} {party} areas={area}")]).apply(&base);
        let after = gaps(ground(&after), &perimeter);
        let opened: Vec<_> = after.open().filter(|k| k.list != GapList::Parallel && !before.items[*k].open).collect();
        prop_assert!(opened.is_empty(), "{:?}", opened);
    }
}

// ── Moves
// ────────────────────────────────────────────────────────────────────────────────────────────────

proptest! {
    /// METHOD 8, with what greedy is measured against computed here by looking at every choice of up to three.
    #[test]
    fn greedy_covers_at_least_its_share_of_the_optimum(
        sets in prop::collection::vec(prop::collection::btree_set(0..12u32, 0..6), 1..9),
        k in 1..4usize,
    ) {
        let greedy: usize = lazy_greedy(&sets, k).iter().map(|g| g.1).sum();
        let mut optimum = 0;
        for chosen in 0..1u32 << sets.len() {
            if chosen.count_ones() as usize <= k {
                let union: BTreeSet<u32> = (0..sets.len())
                    .filter(|i| chosen >> i & 1 == 1)
                    .flat_map(|i| sets[i].iter().copied())
                    .collect();
                optimum = optimum.max(union.len());
            }
        }
        prop_assert!(greedy <= optimum);
        prop_assert!(greedy as f64 >= (1.0 - (-1.0f64).exp()) * optimum as f64);
        if let Some((closed, choice, _)) = best_cover(&sets, k) {
            prop_assert_eq!(closed, optimum);
            let union: BTreeSet<u32> = choice.iter().flat_map(|&i| sets[i].iter().copied()).collect();
            prop_assert_eq!(union.len(), closed);
        }
    }

    /// Lazy or not, greedy is the same.
    #[test]
    fn lazy_greedy_is_greedy(sets in prop::collection::vec(prop::collection::btree_set(0..20u32, 0..8), 0..12), k in 0..6usize) {
        let (mut covered, mut plain) = (BTreeSet::new(), Vec::new());
        while plain.len() < k {
            let gains = sets.iter().map(|s| s.difference(&covered).count());
            let Some((best, gain)) = gains.enumerate().rev().max_by_key(|g| g.1) else { break };
            if gain == 0 { break }
            covered.extend(sets[best].iter().copied());
            plain.push((best, gain));
        }
        prop_assert_eq!(lazy_greedy(&sets, k), plain);
    }
}

/// What a report of moves says is closed is what the scenario of those moves closes.
#[test]
fn moves_made_as_a_scenario_close_what_they_say() {
    let base = base();
    let explorer = explorer((*base).clone());
    let perimeter = Perimeter::of(ground(&base));
    let before = gaps(ground(&base), &perimeter);
    for (goal, list) in [
        (Goal::Deepen, GapList::Domains),
        (Goal::Enlarge, GapList::Candidates),
        (Goal::Connect, GapList::Parallel),
        (Goal::Secure, GapList::Alongside),
    ] {
        for budget in [1, 2, 5] {
            let view = moves_view(&explorer, goal, budget, 4);
            let edits: Vec<&str> = view.moves.iter().map(|m| m.edit.as_str()).collect();
            let after = scenario(&edits).apply(&base);
            let after = gaps(ground(&after), &perimeter);
            let open = |g: &Gaps| g.open().filter(|k| k.list == list).count();
            let closed = open(&before) - open(&after);
            assert_eq!(view.moves.last().unwrap().total, closed, "{} {budget}", goal.id());
            assert_eq!(view.open, open(&before));
            if let Some(optimum) = &view.optimum {
                assert!(optimum.closed >= closed);
                assert!(closed as f64 >= (1.0 - (-1.0f64).exp()) * optimum.closed as f64);
            }
        }
    }
}

// ── Robustness
// ───────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_cell_that_rests_on_one_place_falls_with_it_and_no_other_does() {
    let base = base();
    let found = evidence_range(ground(&base));
    let single: usize = found.units.iter().map(|u| u.single.len()).sum();
    let fallen: usize = found.left_out.iter().map(|l| l.cells.len()).sum();
    assert_eq!(single, fallen);
    assert!(found.left_out.windows(2).all(|w| w[0].cells.len() >= w[1].cells.len()));
    assert!(found.units.iter().all(|u| u.least <= u.most));
}

/// Dropping the tie of a single-source cell by a scenario opens that cell: two ways to the same fact.
#[test]
fn what_falls_with_an_annex_row_opens_when_the_row_is_dropped() {
    let base = base();
    let found = evidence_range(ground(&base));
    let perimeter = Perimeter::of(ground(&base));
    for left in found.left_out.iter().filter(|l| l.spot.1.starts_with("annex ")) {
        let id = left.spot.1.replace(' ', "-");
        let after = scenario(&[&format!("drop {id}")]).apply(&base);
        let after = gaps(ground(&after), &perimeter);
        for (unit, domain) in &left.cells {
            let open = after.open().any(|k| {
                k.list == GapList::Domains
                    && k.actors == [base.actor(*unit).id.clone()]
                    && k.column.as_ref() == Some(&base.domains[domain.0 as usize].id)
            });
            assert!(open, "{id}");
        }
    }
}

#[test]
fn codings_that_only_add_never_take_a_cell_away() {
    let found = codings(ground(&base()));
    let of = |coding| found.iter().find(|r| r.coding == coding).unwrap();
    let plain = of(None);
    for (coding, more) in [
        (Coding::StandardsRegulatory, true),
        (Coding::PlannedCounts, true),
        (Coding::GroupingsCount, true),
        (Coding::HubNotBusiness, false),
        (Coding::MutualRecognitionNotRegulatory, false),
        (Coding::DescriptionOnlyDropped, false),
        (Coding::ExamplesDropped, false),
    ] {
        for (unit, n) in &of(Some(coding)).active {
            let (before, after) = (plain.active[unit].unwrap(), n.unwrap());
            assert!(if more { after >= before } else { after <= before }, "{coding:?} {unit}");
        }
    }
    let strict = of(Some(Coding::CoreStrict));
    assert!(strict.active.values().any(Option::is_none), "a council is no unit of the strict reading");
}

#[test]
fn a_disputed_state_is_read_the_other_way_for_those_ties_alone() {
    let base = base();
    let other = Coding::DisputedStates.apply(ground(&base));
    let disputed: Vec<&str> =
        base.ties.iter().filter(|t| t.disputed.is_some()).map(|t| t.id.as_str()).collect();
    // «continuera notamment de rechercher des formes de coopération avec … (tels que …)»: six named in section 4.5.
    let sought = ["UKR", "MDA", "WESTERN_BALKANS", "JPN", "IND", "EGY"].map(|p| format!("TRUST-{p}"));
    assert_eq!(disputed, sought);
    for (tie, before) in other.ties.iter().zip(&base.ties) {
        assert_eq!(tie != before, before.disputed.is_some(), "{}", tie.id);
        if let Some(state) = before.disputed {
            assert!(before.note.is_some(), "{}: a dispute without its reason", tie.id);
            assert!(tie.state == state && tie.participants.iter().all(|p| p.state == state), "{}", tie.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// With the same draws at every q, more missing evidence never makes a cell less likely; rank intervals hold the median.
    #[test]
    fn missing_evidence_is_seeded_and_its_intervals_are_in_order(seed in 0..1000u64, q in 0.0..1.0f64) {
        let base = base();
        let once = missing_evidence(ground(&base), q, 40, seed);
        prop_assert_eq!(&once, &missing_evidence(ground(&base), q, 40, seed));
        for m in &once {
            prop_assert!(m.ranks[0] <= m.ranks[1] && m.ranks[1] <= m.ranks[2]);
            prop_assert!((0.0..=1.0).contains(&m.p_bottom));
        }
        for m in missing_evidence(ground(&base), 0.0, 5, seed) {
            prop_assert_eq!(m.ranks, [m.rank; 3]);
            prop_assert_eq!(m.p_bottom, f64::from(u8::from(m.bottom)));
        }
    }

    #[test]
    fn overlaps_stay_within_their_margins(seed in 0..1000u64) {
        for o in overlaps(ground(&base()), 20, seed) {
            let most = o.holders[0].min(o.holders[1]);
            let chance = o.chance.unwrap();
            prop_assert!(o.both <= most && chance.expected <= most as f64);
            prop_assert!(chance.p > 0.0 && chance.p <= chance.p_holm && chance.p_holm <= 1.0);
            // Twenty replicates can give no p below 2/21: nothing can be told from chance.
            prop_assert_eq!(chance.verdict, Verdict::Undecided);
        }
    }
}

// ── Through the command
// ──────────────────────────────────────────────────────────────────────────────────

fn relier(args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(args).output().unwrap()
}

/// Splits a printed command at spaces outside quotation marks.
fn words(command: &str) -> Vec<String> {
    let parts: Vec<&str> = command.split('"').collect();
    let mut out = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        if i % 2 == 1 {
            out.push((*part).to_owned());
        } else {
            out.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    out
}

/// Runs every `relier …` command that a report prints between backticks and gives how many there were beside those of its parts.
fn run_printed(markdown: &str) -> usize {
    let printed: Vec<&str> = markdown.split('`').filter(|t| t.starts_with("relier ")).collect();
    for command in &printed {
        let args = words(command);
        let done = relier(&args[1..].iter().map(String::as_str).collect::<Vec<_>>());
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    }
    printed.iter().filter(|c| !c.contains(" --only ")).count()
}

fn markdown(args: &[&str]) -> String {
    let done = relier(args);
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn the_printed_command_gives_the_same_report() {
    let args = ["whatif", "--edit", "add DP NOR areas=AI,CYB", "--edit", "drop DD-BRA", "--lang", "en"];
    let first = markdown(&args);
    assert_eq!(run_printed(&first), 1);
    let command = first.split('`').rfind(|t| t.starts_with("relier whatif")).unwrap();
    let again = words(command);
    assert!(markdown(&again[1..].iter().map(String::as_str).collect::<Vec<_>>()) == first);
}

#[test]
fn every_command_that_moves_print_runs() {
    for goal in ["approfondir", "agrandir", "relier", "renforcer"] {
        let printed = markdown(&["moves", goal, "--budget", "2", "--seats", "3"]);
        assert!(printed.contains("Un calcul, non un conseil."));
        assert!(run_printed(&printed) >= 3);
    }
}

#[test]
fn threads_do_not_change_a_digit() {
    let args = ["robustness", "--replicates", "60", "--seed", "7", "--format", "json"];
    let run = |threads: &str| {
        let done =
            Command::new(env!("CARGO_BIN_EXE_relier")).args(args).env("RAYON_NUM_THREADS", threads).output();
        done.unwrap().stdout
    };
    let one = run("1");
    assert!(!one.is_empty() && one == run("4") && one == run("3"));
}

#[test]
fn the_printed_robustness_command_gives_the_same_report() {
    for goal in ["deepen", "enlarge", "connect", "secure"] {
        let printed = markdown(&["robustness", goal, "--replicates", "20", "--seed", "3"]);
        // *Connect* also names the commands that test the centralities, on two graphs.
        assert_eq!(run_printed(&printed), if goal == "connect" { 3 } else { 1 });
        let command = printed.split('`').rfind(|t| t.starts_with("relier ")).unwrap();
        let again = words(command);
        assert!(markdown(&again[1..].iter().map(String::as_str).collect::<Vec<_>>()) == printed);
    }
}

#[test]
fn every_command_that_a_comparison_prints_runs() {
    for args in [
        &["compare", "JPN", "Corée du Sud"][..],
        &["compare", "IND", "USA", "BRA", "Mexico", "--lang", "en"],
        &["compare", "--dates", "2025-06-05", "2026-03-01"],
        &["compare", "--dates", "2025-06-05", "2026-03-01", "--known", "2025-11-20"],
        &["compare", "--data-other", "seeds"],
        &["compare", "--against", "seeds", "--edit", "drop DD-BRA"],
        &["compare", "--edit", "drop DD-BRA"],
        &["compare", "--edit", "drop DD-BRA", "--against-edit", "add DP NOR"],
        &["compare", "JPN", "KOR", "--edit", "drop DP-KOR"],
        &["compare", "--dates", "2025-06-05", "2026-03-01", "--edit", "drop DP-KOR"],
    ] {
        let printed = markdown(args);
        assert_eq!(run_printed(&printed), 1, "{args:?}");
        let command = printed.split('`').rfind(|t| t.starts_with("relier ")).unwrap();
        let mut again = words(command)[1..].to_vec();
        if args.contains(&"--lang") && !again.iter().any(|a| a == "--lang") {
            again.extend(["--lang".into(), "en".into()]);
        }
        let again = markdown(&again.iter().map(String::as_str).collect::<Vec<_>>());
        // A scenario may be compared and assumed alike; all else is the same report.
        assert!(again == printed, "{args:?}");
    }
    for wrong in [
        &["compare"][..],
        &["compare", "JPN"],
        &["compare", "JPN", "JPN"],
        &["compare", "JPN", "KOR", "--against-edit", "drop DD-BRA"],
        &["compare", "JPN", "KOR", "--dates", "2025-06-05", "2026-03-01"],
    ] {
        assert_eq!(relier(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_file_and_the_same_words_give_the_same_json() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("scenario.toml");
    std::fs::write(&file, "name = \"\"\n[[edit]]\ndo = \"add\"\nkind = \"DP\"\nparty = \"NOR\"\n").unwrap();
    let from_file = markdown(&["whatif", "--scenario", file.to_str().unwrap(), "--format", "json"]);
    let from_words = markdown(&["whatif", "--edit", "add DP NOR", "--format", "json"]);
    assert!(from_file == from_words);
}

#[test]
fn wrong_edits_are_wrong_usage_and_print_nothing_to_standard_output() {
    for args in [&["whatif"][..], &["whatif", "--edit", "drop DD-BRX"], &["whatif", "--edit", "fly NOR"]] {
        let done = relier(args);
        assert_eq!(done.status.code(), Some(2), "{args:?}");
        assert!(done.stdout.is_empty());
    }
}

#[test]
fn an_edit_of_an_inverse_is_itself_an_edit() {
    let whole = scenario(&["drop DD-BRA", "add DP NOR"]);
    let back: Vec<String> = whole.inverse(&base()).iter().map(|e: &Edit| e.words(&base())).collect();
    assert_eq!(back, ["drop assumed-DP-NOR", "restore DD-BRA"]);
}
