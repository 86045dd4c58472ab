//! `relier rank --top N`: the first N are a set that the order bears out, and a sentence says why it is not N.

use std::collections::{BTreeMap, BTreeSet};

use relier::explorer::split_words;
use serde_json::Value;

use crate::numbers::LANGS;
use crate::text;

/// The rows under the heads of a ranking: what stands in place of the rank, and the id.
fn rows(told: &str) -> Vec<(String, String)> {
    let rows =
        told.lines().skip_while(|l| !l.starts_with("|---:|---|")).skip(1).take_while(|l| l.starts_with('|'));
    rows.map(|l| {
        let cells: Vec<&str> = l.split('|').map(str::trim).collect();
        (cells[1].to_owned(), cells[2].to_owned())
    })
    .collect()
}

fn run(line: &str) -> String {
    text(&split_words(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>())
}

/// The values of a measure by actor, without the EU, from the JSON.
fn values(line: &str, measure: &str) -> BTreeMap<String, f64> {
    let view: Value = serde_json::from_str(&run(&format!("{line} --format json"))).unwrap();
    let at = view["measures"].as_array().unwrap().iter().position(|m| m["id"] == measure).unwrap();
    let all = view["rows"].as_array().unwrap().iter().filter(|r| r["kind"] != "hub");
    all.filter_map(|r| Some((r["id"].as_str()?.to_owned(), r["values"][at].as_f64()?))).collect()
}

/// How many actors stand before each: its rank is one more.
fn before(values: &BTreeMap<String, f64>) -> BTreeMap<&str, usize> {
    let ahead = |own: f64| values.values().filter(|v| **v > own + 1e-9).count();
    values.iter().map(|(id, v)| (id.as_str(), ahead(*v))).collect()
}

#[test]
fn whoever_shares_the_last_rank_is_in_and_a_crowd_is_counted() {
    for n in [1, 2, 5, 20] {
        let found = values("rank degree", "degree");
        let want: BTreeSet<&str> =
            before(&found).into_iter().filter(|(_, b)| *b < n).map(|(id, _)| id).collect();
        for (lang, more) in LANGS
            .into_iter()
            .zip(["qui partage le dernier rang y est aussi", "whoever shares the last rank is in too"])
        {
            let told = run(&format!("rank degree --top {n} --lang {lang}"));
            let rows = rows(&told);
            assert_eq!(rows.iter().map(|(_, id)| id.as_str()).collect::<BTreeSet<_>>(), want, "{n}: {told}");
            assert_eq!(told.contains(more), want.len() > n, "{n}: {told}");
        }
    }
    // Two partners alone stand on a chain of working tables; all others share the third rank.
    let line = "rank betweenness --without-eu --level working --replicates 100 --top 3";
    for (lang, said) in LANGS.into_iter().zip([
        "acteurs partagent le rang 3: aucun n’est avant un autre",
        "actors share rank 3: none is before another",
    ]) {
        let told = run(&format!("{line} --lang {lang}"));
        let shown: Vec<String> = rows(&told).into_iter().map(|(_, id)| id).collect();
        assert_eq!(shown, ["JPN", "USA"], "{told}");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn where_the_order_does_not_hold_all_who_can_be_among_the_first_are_there() {
    let line = "rank betweenness --graph incidence --area SEM --replicates 200";
    let found = values(line, "betweenness");
    let ahead = before(&found);
    for (lang, heads, said) in [
        (
            "fr",
            "| Rangs possibles |",
            "L’ordre ne tient pas: au lieu des 2 premiers, tous ceux dont le meilleur rang possible est 2 au plus.",
        ),
        (
            "en",
            "| Possible ranks |",
            "The order does not hold: instead of the first 2, all whose best possible rank is 2 at most.",
        ),
    ] {
        let told = run(&format!("{line} --top 2 --lang {lang}"));
        assert!(told.contains(heads) && told.contains(said), "{told}");
        let shown = rows(&told);
        let ids: Vec<&str> = shown.iter().map(|(_, id)| id.as_str()).collect();
        assert!(ids.is_sorted(), "in no order but that of the ids: {ids:?}");
        for (id, b) in &ahead {
            let range = shown.iter().find(|(_, own)| own == id).map(|(range, _)| range);
            // Who stands there in the whole network is there; the ranges say no less.
            assert!(*b >= 2 || range.is_some(), "{id} is left out: {told}");
            if let Some(range) = range {
                let (best, worst) = range.split_once('–').unwrap_or((range, range));
                let (best, worst): (usize, usize) = (best.parse().unwrap(), worst.parse().unwrap());
                let own = b + 1;
                assert!(best <= 2 && (best..=worst).contains(&own), "{id}: {range}, rank {own}");
            }
        }
        // Without --top all stand there with what is possible.
        let all = rows(&run(&format!("{line} --lang {lang}")));
        assert_eq!(all.len(), ahead.len());
        let best = |range: &str| range.split('–').next().unwrap().parse::<usize>().unwrap();
        assert_eq!(all.iter().filter(|(range, _)| best(range) <= 2).count(), shown.len());
    }
}

#[test]
fn without_an_order_nobody_is_said_to_be_first() {
    for line in ["rank betweenness --replicates 0", "rank eigenvector --without-eu"] {
        for (lang, said) in LANGS.into_iter().zip([
            "rien ne dit qui serait parmi les 3 premiers",
            "nothing says who would be among the first 3",
        ]) {
            let told = run(&format!("{line} --top 3 --lang {lang}"));
            assert!(told.contains(said), "{told}");
            assert_eq!(rows(&told), rows(&run(&format!("{line} --lang {lang}"))), "{line}");
        }
    }
}
