//! The overlap of kinds against chance, and how finely the replicates can tell.

use schemars::JsonSchema;
use serde::Serialize;

use crate::dataset::Word;
use crate::gap::{Ground, Overlap, Resolution, Verdict, overlaps_told};
use crate::view::names::Label;
use crate::view::words::say;

/// The overlap of two kinds against chance.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct OverlapView {
    /// Codes of the two kinds.
    pub kinds: [&'static str; 2],
    /// Holders of each.
    pub holders: [usize; 2],
    /// Holders of both.
    pub both: usize,
    /// Mean by chance; null without replicates, as all that follows.
    pub expected: Option<f64>,
    /// Standard score; none when chance does not vary.
    pub z: Option<f64>,
    /// Two-sided p.
    pub p: Option<f64>,
    /// After Holm's correction over all pairs.
    pub p_holm: Option<f64>,
    /// beyond (more or less than chance explains: p after Holm at most 5 %), within, or undecided: too few replicates to say either.
    pub verdict: &'static str,
}

/// How finely a number of replicates can tell an overlap from chance.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ResolutionView {
    /// Pairs over which Holm corrects.
    pub pairs: usize,
    /// Whether some pair could come to 5 % after Holm with these replicates.
    pub decides: bool,
    /// The smallest p that these replicates can give.
    pub least_p: f64,
    /// The same after Holm.
    pub least_p_holm: f64,
    /// The fewest replicates that can decide.
    pub needed: usize,
    /// The verdict in words, with what these replicates can tell.
    pub text: Label,
}

/// The overlaps of all pairs of kinds, and the verdict in words.
pub(super) fn chance(
    ground: Ground<'_>,
    replicates: usize,
    seed: u64,
    tick: &(dyn Fn() + Sync),
) -> (Vec<OverlapView>, ResolutionView) {
    let found = overlaps_told(ground, replicates, seed, tick);
    let resolution = Resolution::of(found.len(), replicates);
    let beyond = |o: &&Overlap| o.chance.is_some_and(|c| c.verdict == Verdict::Beyond);
    let text = told(&resolution, found.iter().filter(beyond).count());
    let view = ResolutionView {
        pairs: resolution.pairs,
        decides: resolution.decides(),
        least_p: resolution.least_p,
        least_p_holm: resolution.least_p_holm,
        needed: resolution.needed,
        text,
    };
    (found.iter().map(overlap).collect(), view)
}

fn overlap(o: &Overlap) -> OverlapView {
    OverlapView {
        kinds: [o.a.word(), o.b.word()],
        holders: o.holders,
        both: o.both,
        expected: o.chance.map(|c| c.expected),
        z: o.chance.and_then(|c| c.z),
        p: o.chance.map(|c| c.p),
        p_holm: o.chance.map(|c| c.p_holm),
        verdict: o.chance.map_or(Verdict::Undecided, |c| c.verdict).word(),
    }
}

/// The verdict, or why there is none.
fn told(resolution: &Resolution, beyond: usize) -> Label {
    let Resolution { pairs, replicates, least_p, least_p_holm, needed } = *resolution;
    if replicates == 0 {
        return say(
            format!(
                "Hasard: aucune réplique demandée (--replicates 0), donc aucun verdict sur les {pairs} paires de types d’instruments."
            ),
            format!(
                "Chance: no replicate was asked for (--replicates 0), so there is no verdict on the {pairs} pairs of instrument kinds."
            ),
        );
    }
    let (p, holm) = (probability(least_p), probability(least_p_holm));
    if !resolution.decides() {
        let s = if replicates == 1 { "" } else { "s" };
        return say(
            format!(
                "Hasard: {replicates} réplique{s} ne peu{} rien décider sur {pairs} paires de types d’instruments: le plus petit p possible est {} (Holm: {}), au-dessus de 5\u{a0}%; il en faut au moins {needed}. Ce n’est pas «non significatif».",
                if replicates == 1 { "t" } else { "vent" },
                p.fr,
                holm.fr
            ),
            format!(
                "Chance: {replicates} replicate{s} cannot decide on {pairs} pairs of instrument kinds: the smallest p possible is {} (Holm: {}), above 5\u{a0}%; at least {needed} are needed. That is not “not significant”.",
                p.en, holm.en
            ),
        );
    }
    say(
        format!(
            "Sur {pairs} paires de types d’instruments, {} plus ou moins que le hasard ne l’explique (Holm, 5\u{a0}%); plus petit p que {replicates} répliques puissent donner: {} (Holm: {}).",
            match beyond {
                0 => "aucune ne se recouvre".to_owned(),
                1 => "1 se recouvre".to_owned(),
                n => format!("{n} se recouvrent"),
            },
            p.fr,
            holm.fr
        ),
        format!(
            "Of {pairs} pairs of instrument kinds, {} more or less than chance explains (Holm, 5\u{a0}%); smallest p that {replicates} replicates can give: {} (Holm: {}).",
            match beyond {
                0 => "none overlaps".to_owned(),
                1 => "1 overlaps".to_owned(),
                n => format!("{n} overlap"),
            },
            p.en,
            holm.en
        ),
    )
}

/// A probability as each language writes it, with two digits at least that are not nought.
fn probability(p: f64) -> Label {
    let places = if p > 0.0 { (1.0 - p.log10().floor()).max(3.0) as usize } else { 0 };
    let text = if p >= 1.0 { "1".to_owned() } else { format!("{p:.places$}") };
    say(text.replace('.', ","), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 2/10 001 = 0.00019998, times 105 = 0.0209979; 2/1001 times 105 = 0.20979.
    #[test]
    fn the_words_say_what_the_replicates_can_tell_and_never_call_too_few_insignificant() {
        let usual = told(&Resolution::of(105, 10_000), 0);
        assert!(
            usual.en.contains("none overlaps") && usual.en.contains("0.00020 (Holm: 0.021)"),
            "{usual:?}"
        );
        assert!(usual.fr.contains("0,00020 (Holm: 0,021)"), "{usual:?}");
        let few = told(&Resolution::of(105, 1000), 0);
        assert!(few.en.contains("cannot decide") && few.en.contains("(Holm: 0.210)"), "{few:?}");
        assert!(few.en.contains("at least 4199") && !few.en.contains("none overlaps"), "{few:?}");
        assert!(few.fr.contains("1000 répliques ne peuvent rien décider"), "{few:?}");
        assert!(told(&Resolution::of(105, 1), 0).fr.contains("1 réplique ne peut rien décider"));
        let none = told(&Resolution::of(105, 0), 0);
        assert!(none.en.contains("no verdict") && none.fr.contains("aucun verdict"), "{none:?}");
        assert!(told(&Resolution::of(3, 10_000), 1).fr.contains("1 se recouvre plus"));
    }
}
