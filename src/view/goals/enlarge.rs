//! *Agrandir* in words.

use super::{LineView, Parts, RangeView, SectionView, actor_ids, count, held, ids, quotations};
use crate::dataset::{Closure, Dataset, Kind, State, Stratum, Word};
use crate::gap::{Candidate, Enlarge, ExclusionReason, Ground, RankRange, enlarge, rank_ranges, relatedness};
use crate::view::names::Label;
use crate::view::words::{actor, actors, day, enumerate, say, state, ties};

pub(super) fn parts(ground: Ground<'_>) -> Parts {
    let found = enlarge(ground);
    let dataset = ground.dataset;
    let first: Vec<_> = found.candidates.iter().filter(|c| c.front == 1).map(|c| c.actor).collect();
    let names = actors(dataset, &first);
    let n = found.candidates.len();
    let traded =
        found.trade.iter().filter(|t| matches!(t.state, Some(State::Active | State::Agreed))).count();
    let closed = closed_lists(ground);
    Parts {
        later: None,
        headline: say(
            format!(
                "{n} États nommés par le corpus {}. Au premier front, aux seuls critères du texte: {}. {traded} unités sur {} ont au corpus un volet commercial numérique en vigueur ou conclu.",
                closed.fr,
                names.fr,
                found.trade.len()
            ),
            format!(
                "{n} states named by the corpus {}. In the first front, on the criteria of the text alone: {}. {traded} units of {} have a digital trade leg in force or concluded on record.",
                closed.en,
                names.en,
                found.trade.len()
            ),
        ),
        counts: vec![
            count("candidates", say("candidats", "candidates"), n, found.named),
            count("first-front", say("dans le premier front", "in the first front"), first.len(), n),
            count(
                "apart",
                say(
                    "membres d’un groupement qui a déjà un dialogue",
                    "members of a grouping that already has a dialogue",
                ),
                found.apart.len(),
                found.named,
            ),
            count(
                "excluded",
                say("écartés, avec la raison", "excluded, with the reason"),
                found.exclusions.len(),
                found.named,
            ),
            count(
                "trade",
                say(
                    "unités avec un volet commercial numérique en vigueur ou conclu",
                    "units with a digital trade leg in force or concluded",
                ),
                traded,
                found.trade.len(),
            ),
        ],
        sections: vec![
            candidates(ground, &found),
            apart(ground, &found),
            exclusions(ground, &found),
            trade(ground, &found),
            similar(ground, &found),
        ],
        matrices: Vec::new(),
        limits: vec![
            say(
                "x4, la coopération bilatérale des États membres, est un critère du texte mais n’est pas dans les documents: il manque, il ne vaut pas zéro.",
                "x4, the bilateral cooperation of the Member States, is a criterion of the text but is not in the documents: it is missing, it is not zero.",
            ),
            say(
                "Les fronts ordonnent par dominance, sans pondération; à l’intérieur d’un front, l’ordre ne dit rien.",
                "Fronts order by dominance, without weights; inside a front the order says nothing.",
            ),
        ],
    }
}

/// What is said of a candidate: that it stands in none of the lists which are whole, on their day; where one of them is not whole, that
/// none is on record.
fn closed_lists(ground: Ground<'_>) -> Label {
    let dataset = ground.dataset;
    let whole: Vec<_> = Kind::CORE
        .iter()
        .filter_map(|&k| ground.lists().map(|(_, l)| l).find(|l| l.kind == k && l.closure == Closure::Closed))
        .collect();
    let day = whole.iter().flat_map(|l| &l.evidence).map(|e| dataset.source(e.source).date).max().map(day);
    match day.filter(|_| whole.len() == Kind::CORE.len()) {
        Some(on) => say(
            format!(
                "ne figurent dans aucune des trois listes fermées, au {}: conseils, partenariats, dialogues numériques",
                on.fr
            ),
            format!(
                "stand in none of the three closed lists, on {}: councils, digital partnerships, digital dialogues",
                on.en
            ),
        ),
        None => say(
            "n’ont au corpus ni conseil, ni partenariat, ni dialogue numérique",
            "have no council, digital partnership or digital dialogue on record",
        ),
    }
}

/// A stratum in words.
fn stratum(stratum: Stratum) -> Label {
    match stratum {
        Stratum::MemberState => say("État membre", "Member State"),
        Stratum::Enlargement => say("élargissement", "enlargement"),
        Stratum::Neighbourhood => say("voisinage", "neighbourhood"),
        Stratum::Others => say("autres partenaires", "other partners"),
    }
}

fn kind_names(dataset: &Dataset, kinds: &[Kind]) -> Label {
    enumerate(
        &kinds.iter().filter_map(|&k| dataset.kind(k).map(|i| Label::from(&i.short))).collect::<Vec<_>>(),
    )
}

/// `n` things with their names; none has none.
fn some(n: usize, names: &str, [none, one, many]: [&str; 3], what: &str) -> String {
    match n {
        0 => format!("{none} {what}"),
        1 => format!("1 {one} {what} ({names})"),
        n => format!("{n} {many} {what} ({names})"),
    }
}

/// Two ranks, or the one that both are.
fn span(best: usize, worst: usize, to: &str) -> String {
    if best == worst { best.to_string() } else { format!("{best} {to} {worst}") }
}

fn candidate_line(ground: Ground<'_>, candidate: &Candidate, range: RankRange) -> LineView {
    let dataset = ground.dataset;
    let who = actor(dataset, candidate.actor);
    let [x1, x2, x3] = candidate.scores();
    let group = stratum(candidate.stratum);
    let held = kind_names(dataset, &candidate.kinds);
    let areas: Vec<Label> =
        candidate.areas.iter().map(|a| (&dataset.areas[a.0 as usize].name).into()).collect();
    let areas = enumerate(&areas);
    let coming = ties(dataset, &candidate.coming, 3);
    LineView {
        actors: actor_ids(dataset, &[candidate.actor]),
        value: Some(format!("front-{}", candidate.front)),
        tags: vec![candidate.stratum.word().into()],
        scores: Some(candidate.scores()),
        text: say(
            format!(
                "{} (front {}, {}): au corpus, {}; {}; {}; rang {}, médian {}; sur {} pondérations, première place: {}, parmi les cinq premières: {}; x4 manque.",
                who.fr,
                candidate.front,
                group.fr,
                some(x1, &held.fr, ["aucun type", "type", "types"], "d’instrument conclu ou en cours"),
                some(x2, &areas.fr, ["aucun domaine", "domaine", "domaines"], "d’action"),
                some(x3, &coming.fr, ["aucun instrument", "instrument", "instruments"], "à venir"),
                span(range.best, range.worst, "à"),
                range.median,
                range.weightings,
                range.first,
                range.top
            ),
            format!(
                "{} (front {}, {}): on record, {}; {}; {}; rank {}, median {}; of {} weightings, first place: {}, among the first five: {}; x4 missing.",
                who.en,
                candidate.front,
                group.en,
                some(x1, &held.en, ["no kind", "kind", "kinds"], "of instrument concluded or running"),
                some(x2, &areas.en, ["no area", "area", "areas"], "of action"),
                some(x3, &coming.en, ["no instrument", "instrument", "instruments"], "to come"),
                span(range.best, range.worst, "to"),
                range.median,
                range.weightings,
                range.first,
                range.top
            ),
        ),
        ranks: Some(RangeView {
            best: range.best,
            median: range.median,
            worst: range.worst,
            first: range.first,
            top: range.top,
            weightings: range.weightings,
        }),
        ties: ids(dataset, &candidate.ties),
        evidence: quotations(dataset, &candidate.ties, &[candidate.actor]),
        ..LineView::default()
    }
}

fn candidates(ground: Ground<'_>, found: &Enlarge) -> SectionView {
    SectionView {
        id: "candidates",
        title: say("Candidats par front de Pareto", "Candidates by Pareto front"),
        note: say(
            "x1: types d’instruments conclus ou en cours, hors types centraux; x2: domaines d’action où le texte nomme le pays; x3: instruments en négociation ou prévus.",
            "x1: kinds of instruments concluded or running, core kinds apart; x2: areas in which the text names the country; x3: instruments under negotiation or planned.",
        ),
        lines: found
            .candidates
            .iter()
            .zip(rank_ranges(&found.candidates))
            .map(|(c, range)| candidate_line(ground, c, range))
            .collect(),
    }
}

fn apart(ground: Ground<'_>, found: &Enlarge) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .apart
        .iter()
        .map(|apart| {
            let (who, through) = (actor(dataset, apart.actor), actors(dataset, &apart.groupings));
            let own: Vec<_> = apart.groupings.iter().flat_map(|&g| held(ground, g, &Kind::CORE)).collect();
            LineView {
                actors: actor_ids(dataset, &[apart.actor]),
                text: say(
                    format!(
                        "{}: par le groupement «{}», qui tient un dialogue ou un partenariat.",
                        who.fr, through.fr
                    ),
                    format!(
                        "{}: through the grouping “{}”, which holds a dialogue or partnership.",
                        who.en, through.en
                    ),
                ),
                ties: ids(dataset, &own),
                evidence: quotations(dataset, &own, &apart.groupings),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "apart",
        title: say(
            "À part: membres d’un groupement qui en a un",
            "Apart: members of a grouping that has one",
        ),
        note: say("Listés à part, jamais classés.", "Listed apart, never ranked."),
        lines,
    }
}

fn exclusions(ground: Ground<'_>, found: &Enlarge) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .exclusions
        .iter()
        .map(|exclusion| {
            let who = actor(dataset, exclusion.actor);
            let (word, fr, en) = match exclusion.reason {
                ExclusionReason::NotAState => (
                    "not-a-state",
                    "le critère vise des États; le corpus nomme ici un territoire ou une économie, sans que cela préjuge de son statut",
                    "the criterion is about states; the corpus names a territory or an economy here, without prejudice to its status",
                ),
                ExclusionReason::Concern => (
                    "concern",
                    "une ligne du corpus lui fait part de préoccupations; elle n’est pas comptée comme un atout",
                    "a row of the corpus conveys concerns to it; it is not counted as an asset",
                ),
            };
            LineView {
                actors: actor_ids(dataset, &[exclusion.actor]),
                value: Some(word.into()),
                text: say(format!("{}: {fr}.", who.fr), format!("{}: {en}.", who.en)),
                ties: ids(dataset, &exclusion.ties),
                evidence: quotations(dataset, &exclusion.ties, &[exclusion.actor]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "exclusions",
        title: say("Écartés, avec la raison", "Excluded, with the reason"),
        note: say(
            "Une exclusion est une règle de lecture, non un jugement.",
            "An exclusion is a rule of reading, not a judgement.",
        ),
        lines,
    }
}

/// What similar partners have: published only where it has been found to tell more than popularity.
fn similar(ground: Ground<'_>, found: &Enlarge) -> SectionView {
    let dataset = ground.dataset;
    let tested = relatedness(ground);
    let share = |x: f64| {
        let text = format!("{x:.3}");
        say(text.replace('.', ","), text)
    };
    let (own, popular) = (share(tested.related), share(tested.popular));
    let (verdict_fr, verdict_en) = if tested.beats_popularity() {
        (
            "la parenté l’emporte: elle est donnée, en contexte, jamais comme critère",
            "relatedness wins: it is given, as context, never as a criterion",
        )
    } else {
        (
            "la parenté ne fait pas mieux que la popularité: elle n’est pas publiée",
            "relatedness does no better than popularity: it is not published",
        )
    };
    let lines = tested
        .nearest
        .iter()
        .filter(|(a, ..)| found.candidates.iter().any(|c| c.actor == *a))
        .map(|&(a, kind, density)| {
            let (who, what, value) = (actor(dataset, a), kind_names(dataset, &[kind]), share(density));
            LineView {
                actors: actor_ids(dataset, &[a]),
                column: Some(kind.word().into()),
                text: say(
                    format!(
                        "{}: les partenaires qui lui ressemblent ont aussi: {} (densité {}).",
                        who.fr, what.fr, value.fr
                    ),
                    format!("{}: partners like it also have: {} (density {}).", who.en, what.en, value.en),
                ),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "similar",
        title: say("Ce qu’ont les partenaires semblables", "What similar partners have"),
        note: say(
            format!(
                "Densité de parenté entre types d’instruments (Hidalgo et Hausmann 2007), rétrécie. Épreuve sur {} instruments retirés un à un: part moyenne des types non détenus classés au-dessous, {} par la parenté, {} par la popularité; {verdict_fr}.",
                tested.trials, own.fr, popular.fr
            ),
            format!(
                "Relatedness density between kinds of instrument (Hidalgo and Hausmann 2007), shrunk. Test on {} instruments left out one by one: mean share of the kinds not held that rank below, {} by relatedness, {} by popularity; {verdict_en}.",
                tested.trials, own.en, popular.en
            ),
        ),
        lines,
    }
}

fn trade(ground: Ground<'_>, found: &Enlarge) -> SectionView {
    let dataset = ground.dataset;
    let lines = found
        .trade
        .iter()
        .map(|leg| {
            let who = actor(dataset, leg.unit);
            let (fr, en) = match leg.state {
                Some(found) => {
                    let (words, names) = (state(found), ties(dataset, &leg.ties, 3));
                    (format!("{}: {}", words.fr, names.fr), format!("{}: {}", words.en, names.en))
                }
                None => ("absent du corpus".to_owned(), "not on record".to_owned()),
            };
            let basis =
                if leg.ties.is_empty() { held(ground, leg.unit, &Kind::CORE) } else { leg.ties.clone() };
            LineView {
                actors: actor_ids(dataset, &[leg.unit]),
                value: Some(leg.state.map_or("silent", Word::word).into()),
                text: say(format!("{}: {fr}.", who.fr), format!("{}: {en}.", who.en)),
                ties: ids(dataset, &leg.ties),
                evidence: quotations(dataset, &basis, &[leg.unit]),
                ..LineView::default()
            }
        })
        .collect();
    SectionView {
        id: "trade",
        title: say("Le volet commercial numérique des unités", "The digital trade leg of the units"),
        note: say(
            "Accord sur le commerce numérique, règles sur les flux de données, ou accord de libre-échange à chapitre numérique. Signé n’est pas en vigueur.",
            "Digital trade agreement, data-flow rules, or free trade agreement with a digital chapter. Signed is not in force.",
        ),
        lines,
    }
}
