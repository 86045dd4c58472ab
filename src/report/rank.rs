//! Rankings.

use std::collections::BTreeMap;

use super::markdown::{command, head, table};
use super::table::Table;
use crate::view::words::say;
use crate::view::{Label, Lang, RankRow, RankView, RobustnessView};

/// The column of a measure.
fn column(view: &RankView, measure: &str) -> Option<usize> {
    view.measures.iter().position(|m| m.id == measure)
}

/// A number as the language writes it.
pub(super) fn number(value: f64, lang: Lang) -> String {
    let text = if value == value.trunc() && value.abs() < 1e9 {
        format!("{value:.0}")
    } else {
        format!("{value:.4}")
    };
    // A true minus, as in every other number of a report.
    let text = text.replace('-', "−");
    match lang {
        Lang::Fr => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A sentence that goes on after a colon.
pub(super) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// One measure as a Markdown table with its card; `most` rows, all when none is given.
pub fn rank_markdown(view: &RankView, measure: &str, most: Option<usize>, lang: Lang) -> String {
    let Some(index) = column(view, measure) else {
        let missing = say(
            "Cette mesure n’est pas définie sur ce graphe.",
            "This measure is not defined on this graph.",
        );
        return format!("{}\n", missing.get(lang));
    };
    let card = &view.measures[index];
    let mut out = head(card.names.get(lang), &view.dataset, &view.dates, lang);
    let (nodes, edges) = (view.nodes, view.edges);
    let s = |one: bool| if one { "" } else { "s" };
    let size = say(
        format!("{nodes} nœud{}, {edges} lien{}", s(nodes < 2), s(edges < 2)),
        format!("{nodes} node{}, {edges} edge{}", s(nodes == 1), s(edges == 1)),
    );
    out += &format!("{}. {}.\n\n", view.title.get(lang), size.get(lang));
    let avoid = say("Quand s’en garder", "When not to use it");
    out += &format!(
        "{}\n\n**{}**: {}\n\n",
        card.says.get(lang),
        avoid.get(lang),
        uncapital(card.avoid.get(lang))
    );
    if let Some(undefined) = view.undefined.iter().find(|u| u.measure == measure) {
        let label = say("Non définie", "Undefined");
        out += &format!("**{}**: {}\n\n", label.get(lang), undefined.reason.get(lang));
    }
    out += &first(view, measure, index, most, lang);
    if let Some(hub) = view.rows.iter().find(|r| r.kind == "hub") {
        let value = hub.values[index].map(|v| number(v, lang)).unwrap_or_else(|| "–".into());
        let apart = say("mise à part", "set apart");
        out += &format!("{} ({}): {value}\n\n", hub.names.get(lang), apart.get(lang));
    }
    if let Some(robustness) = &view.robustness {
        out += &robust(view, robustness, measure, lang);
    }
    for note in &view.notes {
        out += &format!("- {}\n", note.get(lang));
    }
    out.push('\n');
    let top = most.map(|n| format!(" --top {n}")).unwrap_or_default();
    out + &command(&(rank_command(view, measure) + &top), lang)
}

/// The share of records whose loss says how far a place among the first holds.
const MISSING: f64 = 0.10;

/// The rows, and which they are. The first `most` are all whose rank is `most` at best: those who share the last place are all in, and where
/// the order does not hold, all who can be among the first when records are missing, without an order among them.
fn first(view: &RankView, measure: &str, index: usize, most: Option<usize>, lang: Lang) -> String {
    let mut rows: Vec<&RankRow> = view.rows.iter().filter(|r| r.kind != "hub").collect();
    let total = rows.len();
    let is_ordered = rows.iter().any(|r| r.ranks[index].is_some());
    let has_values = rows.iter().any(|r| r.values[index].is_some());
    let found = view.robustness.iter().flat_map(|r| &r.stability);
    let found = found.filter(|s| s.measure == measure && s.share == MISSING).flat_map(|s| &s.places);
    let places: BTreeMap<&str, [usize; 2]> = found.map(|(id, p)| (id.as_str(), *p)).collect();
    let by_place = has_values && !is_ordered && !places.is_empty();
    // Its rank, or the best and the worst that it takes.
    let place = |r: &RankRow| match (r.ranks[index], places.get(r.id.as_str())) {
        (Some(rank), _) => Some([rank, rank]),
        (None, Some(&range)) if by_place => Some(range),
        _ => None,
    };
    rows.sort_by_key(|r| (r.ranks[index].unwrap_or(usize::MAX), r.id.clone()));
    let is_cut = most.is_some() && (is_ordered || by_place);
    if let Some(most) = most.filter(|_| is_cut) {
        rows.retain(|r| place(r).is_some_and(|[best, _]| best <= most));
    }
    // Of many who share the last rank none is nearer to the first than another: they are counted, not listed.
    let last = rows.iter().filter_map(|r| r.ranks[index]).max();
    let shares = |r: &RankRow| r.ranks[index] == last;
    let share = rows.iter().filter(|r| shares(r)).count();
    let crowd = most.filter(|most| is_cut && !by_place && rows.len() > 2 * most).and(last);
    if crowd.is_some() {
        rows.retain(|r| !shares(r));
    }
    let shown = rows.len();
    let told = |[best, worst]: [usize; 2]| match best == worst {
        true => best.to_string(),
        false => format!("{best}–{worst}"),
    };
    let cells: Vec<Vec<String>> = rows
        .into_iter()
        .map(|r| {
            vec![
                place(r).map(told).unwrap_or_else(|| "–".into()),
                r.id.clone(),
                r.names.get(lang).to_owned(),
                r.values[index].map(|v| number(v, lang)).unwrap_or_else(|| "–".into()),
            ]
        })
        .collect();
    let heads = match by_place {
        true => say("Rangs possibles|Id|Acteur|Valeur", "Possible ranks|Id|Actor|Value"),
        false => say("Rang|Id|Acteur|Valeur", "Rank|Id|Actor|Value"),
    };
    let mut out = table(&heads.get(lang).split('|').collect::<Vec<_>>(), &[true, false, false, true], &cells);
    let mut tell = |said: Label| out += &format!("{}\n\n", said.get(lang));
    if shown < total {
        tell(say(format!("{shown} acteurs sur {total}."), format!("{shown} actors of {total}.")));
    }
    if by_place {
        tell(say(
            "Rangs possibles: entre le meilleur et le pire quand 10\u{a0}% des enregistrements manquent, 5\u{a0}% des répliques laissées de chaque côté; par identifiant, sans ordre.",
            "Possible ranks: between the best and the worst when 10\u{a0}% of the records are missing, 5\u{a0}% of the replicates left out on each side; by id, in no order.",
        ));
    }
    match most {
        Some(most) if by_place => tell(say(
            format!(
                "L’ordre ne tient pas: au lieu des {most} premiers, tous ceux dont le meilleur rang possible est {most} au plus."
            ),
            format!(
                "The order does not hold: instead of the first {most}, all whose best possible rank is {most} at most."
            ),
        )),
        Some(_) if crowd.is_some() => {
            let rank = last.unwrap_or_default();
            tell(say(
                format!(
                    "{share} acteurs partagent le rang {rank}: aucun n’est avant un autre, et ils ne sont pas énumérés; sans --top ils le sont."
                ),
                format!(
                    "{share} actors share rank {rank}: none is before another, and they are not listed; without --top they are."
                ),
            ));
        }
        Some(most) if is_cut && shown > most => tell(say(
            format!("Plus de {most}: qui partage le dernier rang y est aussi."),
            format!("More than {most}: whoever shares the last rank is in too."),
        )),
        Some(most) if !is_cut => tell(say(
            format!(
                "L’ordre n’est pas donné: rien ne dit qui serait parmi les {most} premiers, et tous les acteurs y sont."
            ),
            format!(
                "There is no order: nothing says who would be among the first {most}, and all actors are in."
            ),
        )),
        _ => {}
    }
    out
}

/// The command that recomputes the ranking by one measure.
pub fn rank_command(view: &RankView, measure: &str) -> String {
    let first = view.measures.first().map_or(measure, |m| m.id);
    view.command.replacen(&format!("rank {first}"), &format!("rank {measure}"), 1)
}

/// What the deletion of records does to this measure.
fn robust(ranking: &RankView, view: &RobustnessView, measure: &str, lang: Lang) -> String {
    let name = |id: &str| {
        let row = ranking.rows.iter().find(|r| r.id == id);
        row.map_or_else(|| id.to_owned(), |r| r.names.get(lang).to_owned())
    };
    let title = say("Robustesse", "Robustness");
    let method = say(
        format!(
            "{} répliques, graine {}: des enregistrements sont retirés au hasard; τ de Kendall avec le classement entier.",
            view.replicates, view.seed
        ),
        format!(
            "{} replicates, seed {}: records are deleted at random; Kendall’s τ to the whole ranking.",
            view.replicates, view.seed
        ),
    );
    let mut out = format!("## {}\n\n{}\n\n", title.get(lang), method.get(lang));
    let rows: Vec<Vec<String>> = view
        .stability
        .iter()
        .filter(|s| s.measure == measure)
        .map(|s| {
            let tau = |i: usize| s.tau.map(|t| number(t[i], lang)).unwrap_or_else(|| "–".into());
            let verdict = if s.fragile { say("fragile", "fragile") } else { say("tient", "holds") };
            vec![
                format!("{:.0}\u{a0}% ({}/{})", s.share * 100.0, s.deleted, s.records),
                tau(0),
                tau(1),
                tau(2),
                verdict.get(lang).to_owned(),
            ]
        })
        .collect();
    let heads = say(
        "Retirés|τ 5\u{a0}%|τ médian|τ 95\u{a0}%|Classement",
        "Deleted|τ 5\u{a0}%|τ median|τ 95\u{a0}%|Ranking",
    );
    out += &table(&heads.get(lang).split('|').collect::<Vec<_>>(), &[true, true, true, true, false], &rows);
    for s in view.stability.iter().filter(|s| s.measure == measure && s.share == 0.10) {
        let stays: Vec<String> =
            s.stays.iter().map(|(id, p)| format!("{} {:.0}\u{a0}%", name(id), p * 100.0)).collect();
        let label = say(
            format!("Reste parmi les {} premiers quand 10\u{a0}% manquent", view.top),
            format!("Stays among the first {} when 10\u{a0}% are missing", view.top),
        );
        out += &format!("{}: {}.\n\n", label.get(lang), stays.join(", "));
    }
    out
}

/// All measures as CSV: one row an actor.
///
/// # Errors
/// Never in practice: the rows are written to memory.
pub fn rank_csv(view: &RankView, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    rank_table(view, lang).csv(&view.dates)
}

/// One row an actor, one column a measure.
pub(super) fn rank_table(view: &RankView, lang: Lang) -> Table {
    let mut heads = vec!["id", "name", "kind"];
    heads.extend(view.measures.iter().map(|m| m.id));
    heads.extend(["as_of", "known", "dataset", "digest"]);
    let row = |r: &RankRow| {
        let mut out = vec![r.id.clone(), r.names.get(lang).to_owned(), r.kind.to_owned()];
        out.extend(r.values.iter().map(|v| v.map(|v| v.to_string()).unwrap_or_default()));
        out.extend(
            [&view.dates.as_of, &view.dates.known, &view.dataset.version, &view.dataset.digest]
                .map(Clone::clone),
        );
        out
    };
    Table { heads, rows: view.rows.iter().map(row).collect() }
}
