//! What the documents do not say is not told as what is not there: states before the texts, instruments without a state, neighbours.

use crate::support;
use relier::dataset::{Dataset, Polarity, parse_date};
use relier::draw::{Options, matrix};
use relier::explorer::{Explorer, find_actor};
use relier::network::Dates;
use relier::view::{Against, Goal, Lang, Units, compare_view, goal_view, partners_matrix};

fn on(as_of: &str) -> Explorer {
    let known = parse_date("2025-11-20").unwrap();
    Explorer::new(support::shared(), Dates { as_of: parse_date(as_of).unwrap(), known })
}

#[test]
fn before_the_texts_a_cell_and_the_legend_of_the_matrix_say_that_a_later_text_fills_it() {
    for (lang, words) in [(Lang::Fr, "d’après un texte postérieur"), (Lang::En, "by a later text")] {
        let options = Options { lang, ..Options::default() };
        let view = partners_matrix(&on("2024-06-01"), Against::Areas, Units::Core);
        let later = |ties: &[String]| {
            let found = |id: &String| view.ties.iter().find(|t| t.id == *id).unwrap();
            !ties.is_empty() && ties.iter().map(found).all(|t| t.valid.from.is_none() && t.state == "unknown")
        };
        let cells = view.matrix.cells.iter().flatten();
        let expected = cells.filter(|c| later(&c.ties)).count();
        assert!(expected > 0);
        let svg = matrix(&view, &options).to_string();
        let titles =
            svg.split("<title").filter(|t| t.split("</title").next().unwrap().contains(words)).count();
        assert_eq!(titles, expected);
        let legend = svg.split("class=\"legend\"").nth(1).unwrap();
        // Its labels break into lines: without their tags.
        let plain: String = legend
            .split('<')
            .filter_map(|t| t.split_once('>'))
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" ");
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(words), "{plain}");
        // On the day of the texts nothing is later.
        let now =
            matrix(&partners_matrix(&on("2025-11-20"), Against::Areas, Units::Core), &options).to_string();
        assert!(!now.contains(words));
    }
}

#[test]
fn a_comparison_has_every_instrument_of_each_actor_and_says_what_comes_of_actions_alone() {
    let dataset: &Dataset = support::dataset();
    let explorer = on("2025-11-20");
    for pair in [["JPN", "IND"], ["USA", "CAN"], ["BRA", "SGP"]] {
        let actors = pair.map(|id| find_actor(dataset, id).unwrap());
        let view = compare_view(&explorer, &actors);
        let kinds = view.dimensions.iter().find(|d| d.id == "kinds").unwrap();
        for (i, &actor) in actors.iter().enumerate() {
            let own = dataset.ties.iter().filter(|t| !t.is_action() && t.polarity == Polarity::Cooperative);
            for tie in own.filter(|t| t.participant(actor).is_some()) {
                let kind = relier::dataset::Word::word(tie.kind);
                let row = kinds.rows.iter().find(|r| r.id == kind);
                let row = row.unwrap_or_else(|| panic!("{}: no row {kind} for {}", pair[i], tie.id));
                assert!(!row.ties[i].is_empty(), "{}: nothing in {kind}", pair[i]);
                assert_ne!(row.labels[i].en, "not on record", "{}", tie.id);
            }
        }
        for row in &kinds.rows {
            for (i, ties) in row.ties.iter().enumerate() {
                let is_action = |id: &String| dataset.ties.iter().any(|t| t.id == *id && t.is_action());
                let alone = !ties.is_empty() && ties.iter().all(is_action);
                assert_eq!(row.labels[i].fr.ends_with("par une action"), alone, "{}", row.id);
                assert_eq!(row.labels[i].en.ends_with("by an action"), alone, "{}", row.id);
            }
        }
    }
    // India’s part in an alliance has no state in the documents; Japan’s cable is of an action.
    let actors = ["JPN", "IND"].map(|id| find_actor(dataset, id).unwrap());
    let view = compare_view(&explorer, &actors);
    let row = |id: &str| view.dimensions[0].rows.iter().find(|r| r.id == id).unwrap();
    assert_eq!(row("REG").labels[1].fr, "nommé, état non précisé");
    assert!(row("CABLE").labels[0].fr.ends_with("par une action"));
}

#[test]
fn what_a_gap_names_of_others_comes_with_its_quotations() {
    let dataset: &Dataset = support::dataset();
    let goal = goal_view(&on("2025-11-20"), Goal::Deepen);
    let mut seen = 0;
    for line in goal.sections.iter().flat_map(|s| &s.lines) {
        let own: Vec<_> = line.evidence.iter().map(|e| &e.quote).collect();
        for other in &line.beside {
            seen += 1;
            assert!(
                line.text.fr.contains(&other.names.fr) && line.text.en.contains(&other.names.en),
                "{}",
                line.id
            );
            assert!(!line.ties.contains(&other.id), "{}: {} is its own", line.id, other.id);
            let tie = dataset.ties.iter().find(|t| t.id == other.id).unwrap();
            assert!(!other.evidence.is_empty() && other.evidence.len() <= tie.evidence.len(), "{}", other.id);
        }
        if line.tags.iter().any(|t| t == "planned-elsewhere") {
            assert!(!line.beside.is_empty(), "{}: {own:?}", line.id);
        }
    }
    assert!(seen > 0);
}
