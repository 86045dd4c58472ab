//! What must hold of the real network whatever happens to it: records lost, states and members changed, told in another order.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::worlds::answers::Answers;
use crate::worlds::grounds::{has_grounds, names_the_unit};
use crate::worlds::random::{dates, retold};
use crate::worlds::today;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use relier::dataset::{Built, Dataset, Kind, Polarity, State, Word, build};
use relier::explorer::Explorer;
use relier::gap::{Column, Ground, Matrix, deepen, monitor, secure};
use relier::network::{Filter, FormatOrigin, Network, formats};
use relier::seed::{SeedFiles, Seeds, read};
use relier::view::network_view;

fn seeds() -> &'static Seeds {
    static SEEDS: OnceLock<Seeds> = OnceLock::new();
    SEEDS.get_or_init(|| read(SeedFiles::embedded()).0)
}

fn real() -> &'static Dataset {
    static REAL: OnceLock<Dataset> = OnceLock::new();
    REAL.get_or_init(|| {
        let Built { dataset, faults, .. } = build(seeds(), Vec::new(), false);
        assert!(faults.is_empty());
        dataset
    })
}

/// Something done to the real dataset.
#[derive(Debug, Clone)]
enum Mutation {
    DropTie(Index),
    State(Index, State),
    PartState(Index, Index, State),
    DropMember(Index, Index),
    Concern(Index),
}

fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let state = || select(State::ALL);
    let one = prop_oneof![
        any::<Index>().prop_map(Mutation::DropTie),
        (any::<Index>(), state()).prop_map(|(t, s)| Mutation::State(t, s)),
        (any::<Index>(), any::<Index>(), state()).prop_map(|(t, p, s)| Mutation::PartState(t, p, s)),
        (any::<Index>(), any::<Index>()).prop_map(|(g, m)| Mutation::DropMember(g, m)),
        any::<Index>().prop_map(Mutation::Concern),
    ];
    prop::collection::vec(one, 0..40)
}

fn mutilated(mutations: &[Mutation]) -> Dataset {
    let mut dataset = real().clone();
    for mutation in mutations {
        let ties = dataset.ties.len();
        match mutation {
            Mutation::DropTie(tie) => {
                dataset.ties.remove(tie.index(ties));
            }
            Mutation::State(tie, state) => {
                let tie = &mut dataset.ties[tie.index(ties)];
                tie.state = *state;
                tie.participants.iter_mut().for_each(|p| p.state = *state);
            }
            Mutation::PartState(tie, part, state) => {
                let parts = &mut dataset.ties[tie.index(ties)].participants;
                if !parts.is_empty() {
                    let part = part.index(parts.len());
                    parts[part].state = *state;
                }
            }
            Mutation::DropMember(group, member) => {
                let groups = dataset.memberships.len();
                let spans = &mut dataset.memberships[group.index(groups)].spans;
                if !spans.is_empty() {
                    let member = member.index(spans.len());
                    spans.remove(member);
                }
            }
            Mutation::Concern(tie) => dataset.ties[tie.index(ties)].polarity = Polarity::Concern,
        }
    }
    dataset
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_real_network_told_in_another_order(mutations in mutations(), dates in dates(), seed in any::<u16>()) {
        let dataset = mutilated(&mutations);
        let answers = Answers::of(&dataset, dates);
        prop_assert_eq!(answers, Answers::of(&retold(&dataset, seed as usize), dates));
    }

    #[test]
    fn the_real_cells_have_grounds_and_name_the_unit(mutations in mutations(), dates in dates()) {
        let explorer = Explorer::new(Arc::new(mutilated(&mutations)), dates);
        let dataset = &*explorer.dataset;
        let ground = Ground { dataset, dates };
        let (first, last) = (deepen(ground), secure(ground));
        for matrix in [&first.domains, &first.areas, &last.alongside] {
            has_grounds(dataset, dates, matrix);
            names_the_unit(dataset, matrix);
        }
        let kinds = Kind::ALL.iter().map(|&k| Column::Kind(k)).collect();
        let matrix = Matrix::new(ground, first.domains.units.clone(), kinds);
        has_grounds(dataset, dates, &matrix);
        names_the_unit(dataset, &matrix);
        prop_assert!(first.strict.iter().all(|u| first.domains.units.contains(u)));
    }

    #[test]
    fn the_real_network_holds_nothing_after_its_dates(mutations in mutations(), dates in dates()) {
        let explorer = Explorer::new(Arc::new(mutilated(&mutations)), dates);
        let dataset = &*explorer.dataset;
        for tie in network_view(&explorer, &Filter::default()).ties {
            for evidence in &tie.evidence {
                let (_, source) = dataset.source_by_id(&evidence.document).unwrap();
                prop_assert!(source.date <= dates.known, "{} quotes {}", tie.id, source.id);
            }
        }
        for format in formats(dataset, dates, &Filter::default()) {
            let FormatOrigin::Forum(forum) = format.origin else { continue };
            let whole = dataset.actor(forum).part_of.filter(|_| dataset.membership(forum).is_none());
            let members = dataset.members_on(whole.unwrap_or(forum), dates.as_of);
            prop_assert!(format.members.iter().all(|m| members.contains(m)));
        }
        let network = Network::new(dataset, dates, &Filter::default());
        let known: BTreeSet<_> = Ground { dataset, dates }.ties().map(|(id, _)| id).collect();
        prop_assert!(network.ties.keys().all(|id| known.contains(id)));
        let found = monitor(Ground { dataset, dates });
        prop_assert!(found.actions.iter().all(|(id, ..)| known.contains(id)));
    }

    /// Records taken out of the files before they are read: what is left still holds together.
    #[test]
    fn seeds_with_records_missing(drop in prop::collection::vec(any::<Index>(), 1..60), dates in dates()) {
        let mut seeds = seeds().clone();
        for index in &drop {
            let at = index.index(seeds.instruments.len() + seeds.actions.len());
            if at < seeds.instruments.len() {
                seeds.instruments.remove(at);
            } else {
                let at = at - seeds.instruments.len();
                seeds.actions.remove(at);
            }
        }
        let explorer = Explorer::new(Arc::new(build(&seeds, Vec::new(), false).dataset), dates);
        let dataset = &*explorer.dataset;
        let found = deepen(Ground { dataset, dates });
        has_grounds(dataset, dates, &found.domains);
        names_the_unit(dataset, &found.domains);
    }
}

#[test]
fn the_real_network_as_it_is() {
    let answers = Answers::of(real(), today());
    for seed in [1, 7, 1000] {
        assert_eq!(answers, Answers::of(&retold(real(), seed), today()));
    }
    has_grounds(real(), today(), &deepen(Ground { dataset: real(), dates: today() }).domains);
}
