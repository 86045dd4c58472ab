//! The French of every report keeps to the typography of the EU's own texts (Interinstitutional style guide, 6.4), to its
//! grammar, and to its language; the English to its own.

use std::sync::OnceLock;

use super::{good, words};

/// Every report, the ones that most often count none, one or many among them.
const READ: [&str; 31] = [
    "gaps --as-of 2025-06-05 --known 2025-06-05",
    "gaps deepen --as-of 2027-12-31",
    "gaps enlarge --additional",
    "gaps connect",
    "gaps secure --edit add~SDP~CAN",
    "gaps secure --additional",
    "rank betweenness --replicates 5",
    "rank strength --without-eu",
    "rank degree --graph incidence --top 5",
    "actions",
    "actions --as-of 2026-03-01",
    "actions --as-of 2031-01-01",
    "moves deepen",
    "moves enlarge --budget 1",
    "moves connect --budget 1 --seats 2",
    "moves secure --budget 1",
    "whatif --edit add~SDP~CAN",
    "whatif --edit drop~DD-BRA",
    "whatif --edit state~DTA-SGP~active",
    "compare JAPAN KOREA",
    "compare JAPAN KOREA SINGAPORE CANADA",
    "compare --dates 2025-06-05 2026-03-01",
    "robustness --replicates 5",
    "show JAPAN",
    "show WESTERN_BALKANS",
    "show GREENLAND",
    "show DP-JPN",
    "show annex-27",
    "path MEX AUS --without-eu",
    "sources",
    "report JAPAN --format md",
];

/// A report as its sentences: without quotations, titles of foreign sources, code, addresses and tables.
struct Told {
    report: &'static str,
    lines: Vec<String>,
}

/// What stands between an opening and a closing mark, taken out.
fn without(text: &str, open: char, close: char) -> String {
    let (mut out, mut deep) = (String::new(), 0_usize);
    for c in text.chars() {
        if c == open && (open != close || deep == 0) {
            deep += 1;
        } else if c == close && deep > 0 {
            deep -= 1;
            out.push('…');
        } else if deep == 0 {
            out.push(c);
        }
    }
    out
}

/// The reports in a language, written once for all tests.
fn read(lang: &str) -> &'static [Told] {
    static TOLD: [OnceLock<Vec<Told>>; 2] = [OnceLock::new(), OnceLock::new()];
    TOLD[usize::from(lang == "en")].get_or_init(|| all(lang))
}

/// The reports in a language; a quotation, a command and the title of a foreign source are not the program's own words.
fn all(lang: &str) -> Vec<Told> {
    let told = READ.iter().map(|&report| {
        let mut line: Vec<String> = words(report).iter().map(|w| w.replace('~', " ")).collect();
        line.extend(["--lang".to_owned(), lang.to_owned()]);
        let text = good(&line);
        let mut foreign = false;
        let own = text.lines().filter(|l| {
            // Where memberships come from is told by the titles of the lists, in their language.
            if l.starts_with('#') {
                foreign = l.starts_with("## Appartenances") || l.starts_with("## Memberships");
            }
            !foreign && !l.contains("Membre d’après") && !l.contains("Member according to")
        });
        let lines = own.map(|l| without(&without(&without(l, '`', '`'), '“', '”'), '<', '>')).collect();
        Told { report, lines }
    });
    told.collect()
}

/// Every line in which `wrong` finds something, with its report.
fn found(told: &[Told], wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut all = Vec::new();
    for report in told {
        for line in &report.lines {
            if let Some(what) = wrong(line) {
                let short: String = line.chars().take(220).collect();
                all.push(format!("{}: {what}: {short}", report.report));
            }
        }
    }
    all
}

/// Words with what stands around them, for rules about neighbours.
fn pairs(line: &str) -> Vec<(&str, &str)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(2).map(|w| (w[0], w[1])).collect()
}

/// A day, a month or a quarter as a machine writes it.
fn is_iso(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = word.split('-').collect();
    let number = |s: &str, n: usize| s.len() == n && s.chars().all(|c| c.is_ascii_digit());
    match parts[..] {
        [year, rest] => number(year, 4) && (number(rest, 2) || rest.starts_with('Q') && rest.len() == 2),
        [year, month, day] => number(year, 4) && number(month, 2) && number(day, 2),
        _ => false,
    }
}

#[test]
fn french_marks_stand_as_in_the_texts_of_the_eu() {
    let told = read("fr");
    let apostrophes = found(told, |l| {
        let at = l.char_indices().zip(l.chars().skip(1)).zip(l.chars().skip(2));
        let straight =
            at.into_iter().any(|(((_, a), b), c)| a.is_alphabetic() && b == '\'' && c.is_alphabetic());
        straight.then(|| "straight apostrophe".to_owned())
    });
    assert!(apostrophes.is_empty(), "{apostrophes:#?}");
    // 6.4 of the guide: no space before a high mark, none inside the guillemets, a fixed one before the per cent sign.
    let spaced = found(told, |l| {
        let wrong = [" ;", " :", " !", " ?", "« ", " »", "\u{a0};", "\u{a0}:", "\u{a0}?", "\u{a0}!"];
        wrong.iter().find(|w| l.contains(**w) && !l.starts_with("|")).map(|w| format!("{w:?}"))
    });
    assert!(spaced.is_empty(), "{spaced:#?}");
    let percent = found(told, |l| {
        l.contains(" %").then(|| "a per cent sign that can break from its number".to_owned()).or_else(|| {
            let mut before = ' ';
            l.chars()
                .any(|c| std::mem::replace(&mut before, c).is_ascii_digit() && c == '%')
                .then(|| "no space before %".to_owned())
        })
    });
    assert!(percent.is_empty(), "{percent:#?}");
    let doubled = found(told, |l| {
        let l = l.trim_start_matches(['-', '*', '>', ' ', '#']);
        (!l.starts_with('|')
            && (l.contains("  ") || l.contains("..") || l.contains(" ,") || l.contains(" .")))
        .then(|| "a doubled or a loose mark".to_owned())
    });
    assert!(doubled.is_empty(), "{doubled:#?}");
}

#[test]
fn a_date_in_a_sentence_is_told_in_words() {
    for lang in ["fr", "en"] {
        let told = read(lang);
        let dates = found(told, |l| {
            // A calendar is quoted as the source writes it.
            let l = without(l, '«', '»');
            let table = l.starts_with('|');
            l.split_whitespace().find(|w| !table && is_iso(w)).map(str::to_owned)
        });
        assert!(dates.is_empty(), "{lang}: {dates:#?}");
    }
}

#[test]
fn numbers_agree_with_their_nouns() {
    // What follows a number and does not end in the mark of its plural, or does after one.
    const INVARIABLE: [&str; 14] = [
        "pas", "mois", "fois", "plus", "des", "dans", "ans", "sans", "sous", "est", "les", "n’est", "choix",
        "ces",
    ];
    for (lang, one_at_most) in [("fr", ["0", "1"].as_slice()), ("en", ["1"].as_slice())] {
        let told = read(lang);
        let wrong = found(told, |l| {
            let l = without(l, '«', '»');
            pairs(&l).into_iter().find_map(|(n, noun)| {
                let bare = n.trim_start_matches(['(', '*', '[']);
                let noun = noun.trim_end_matches(|c: char| !c.is_alphanumeric());
                let lower = noun.chars().all(|c| c.is_lowercase() || c == '’') && noun.chars().count() > 2;
                (one_at_most.contains(&bare) && lower && noun.ends_with('s') && !INVARIABLE.contains(&noun))
                    .then(|| format!("{bare} {noun}"))
            })
        });
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    }
}

#[test]
fn no_word_of_one_language_stands_in_the_other() {
    const ENGLISH: [&str; 33] = [
        "the", "of", "and", "with", "which", "from", "that", "gap", "gaps", "tie", "ties", "move", "moves",
        "high", "medium", "running", "planned", "none", "unknown", "dataset", "by", "not", "has", "have",
        "closed", "opened", "since", "until", "partner", "partners", "unit", "agreed", "true",
    ];
    const FRENCH: [&str; 22] = [
        "le",
        "les",
        "des",
        "une",
        "et",
        "avec",
        "qui",
        "dans",
        "du",
        "aucun",
        "aucune",
        "lacune",
        "lacunes",
        "lien",
        "liens",
        "coup",
        "étape",
        "prévu",
        "cours",
        "depuis",
        "partenaire",
        "partenaires",
    ];
    // Names of international bodies and of their programmes are the same in both languages.
    const NAMES: [&str; 6] = ["Partnership", "Task", "Cisco", "Ransomware", "Engineering", "Copernicus"];
    for (lang, foreign) in [("fr", ENGLISH.as_slice()), ("en", FRENCH.as_slice())] {
        let told = read(lang);
        let left = found(told, |l| {
            // A coding decision is in English, and says so.
            if l.contains("(en anglais)") {
                return None;
            }
            let l = l.replace("et al.", "…");
            // Titles of texts are in italics, in their own language; a short quotation and a calendar are quoted.
            let l = without(&without(&l, '«', '»'), '*', '*');
            let l = without(&without(&l, '[', ']'), '‘', '’');
            let words = l.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !NAMES.contains(w));
            let mut words = words.filter(|w| foreign.contains(w));
            words.next().map(str::to_owned)
        });
        assert!(left.is_empty(), "{lang}: {left:#?}");
    }
}

#[test]
fn the_words_of_the_house_are_kept() {
    let told = read("fr");
    // A gap is filled («comblée») and a move is a step («étape»); what is measured is a «mesure».
    for word in [
        "ferme ",
        "ferment",
        "fermées",
        "coup ",
        "coups",
        "sorte ",
        "sortes",
        "bilatéraux",
        "acter",
        "adresser",
    ] {
        let lines = found(told, |l| l.contains(word).then(|| word.to_owned()));
        let lines: Vec<&String> = lines.iter().filter(|l| !l.contains("liste")).collect();
        assert!(lines.is_empty(), "{lines:#?}");
    }
    assert!(!found(told, |l| l.contains("comblent").then(String::new)).is_empty());
}
