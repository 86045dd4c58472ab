//! What is refused is told in the language that the command line names: what is wrong, where, how to mend it, with exit code 2.

use super::{relier, words};

/// A command line (`~` stands for a space inside a word), and what is said of it in French and in English.
type Mistake = (&'static str, &'static [&'static str], &'static [&'static str]);

const MISTAKES: [Mistake; 51] = [
    // The parser's own kinds, one by one.
    (
        "gap",
        &["il n’y a pas de commande «gap»", "vouliez-vous dire gaps?"],
        &["there is no command «gap»", "did you mean gaps?"],
    ),
    (
        "xyzzy",
        &["il n’y a pas de commande «xyzzy»", "«relier --help» donne la liste"],
        &["there is no command «xyzzy»", "«relier --help» lists"],
    ),
    (
        "gaps --as-off 2025-06-05",
        &["l’option «--as-off» n’est pas connue ici", "vouliez-vous dire --as-of?"],
        &["the option «--as-off» is not known here", "did you mean --as-of?"],
    ),
    ("actions JPN", &["«JPN» est un mot de trop"], &["«JPN» is one word too many"]),
    (
        "gaps --format docx",
        &["«docx» n’est pas une valeur de --format", "les valeurs sont: md, html, json, csv, xlsx"],
        &["«docx» is no value of --format", "the values are: md, html, json, csv, xlsx"],
    ),
    (
        "draw whel",
        &["«whel» n’est pas une valeur de [PICTURE]", "vouliez-vous dire wheel?"],
        &["«whel» is no value of [PICTURE]", "did you mean wheel?"],
    ),
    ("gaps --as-of", &["il manque la valeur de --as-of"], &["the value of --as-of", "is missing"]),
    (
        "compare --dates 2025-06-05",
        &["--dates", "demande 2 valeurs; données ici: 1"],
        &["--dates", "takes 2 values; given here: 1"],
    ),
    ("path JPN", &["il manque <TO>: ajoutez-le"], &["<TO> is missing: add it"]),
    ("gaps --only counts", &["il manque <GOAL>"], &["<GOAL> is missing"]),
    (
        "gaps deepen --only counts --finding x",
        &["ne va pas avec", "--finding"],
        &["does not go with", "--finding"],
    ),
    ("rank degree --seed 1 --seed 2", &["--seed", "est donné deux fois"], &["--seed", "is given twice"]),
    (
        "moves deepen --budget 0",
        &["--budget", "0 n’est pas entre 1 et 100"],
        &["--budget", "0 is not between 1 and 100"],
    ),
    (
        "moves deepen --budget x",
        &["--budget", "«x»", "il faut un nombre entier"],
        &["--budget", "«x»", "a whole number is wanted"],
    ),
    (
        "rank degree --replicates -1",
        &["--replicates", "«-1»", "écrivez un nombre entier, de 0"],
        &["--replicates", "«-1»", "write a whole number from 0"],
    ),
    (
        "rank degree --top 0",
        &["--top", "une table sans ligne ne dit rien"],
        &["--top", "a table of no rows says nothing", "from 1"],
    ),
    (
        "draw wheel --theme pink",
        &["--theme", "«pink» n’est pas un mot d’ici", "light, dark, print"],
        &["--theme", "«pink»", "light, dark, print"],
    ),
    (
        "rank degree --graph actor",
        &["--graph", "vouliez-vous dire «actors»?"],
        &["--graph", "did you mean «actors»?"],
    ),
    // The program's own.
    (
        "show Japn",
        &["rien ne s’appelle «Japn»", "vouliez-vous dire JPN"],
        &["nothing is called «Japn»", "did you mean JPN"],
    ),
    (
        "path Japn KOR",
        &["il n’y a pas d’acteur «Japn»; vouliez-vous dire JPN"],
        &["there is no actor «Japn»; did you mean JPN"],
    ),
    ("gaps deepn", &["il n’y a pas de direction «deepn»"], &["there is no direction «deepn»"]),
    (
        "rank closness",
        &["il n’y a pas de mesure «closness»; vouliez-vous dire closeness?"],
        &["there is no measure «closness»; did you mean closeness?"],
    ),
    (
        "report EU",
        &["Union européenne n’est pas un partenaire", "relier show EU"],
        &["is no partner", "relier show EU"],
    ),
    ("compare JPN", &["1 acteur; donnez-en deux à quatre"], &["1 actor; give two to four"]),
    ("whatif", &["rien à supposer", "--scenario FICHIER"], &["nothing to assume", "--scenario FILE"]),
    (
        "report JPN --only trad",
        &["--only: il n’y a pas de partie d’un profil «trad»; vouliez-vous dire trade?"],
        &["--only: there is no part of a profile «trad»; did you mean trade?"],
    ),
    ("cite --view rm~-rf", &["--view: il n’y a pas de commande «rm»"], &["--view: there is no command «rm»"]),
    (
        "cite --view serve",
        &["--view: ce n’est pas une vue du réseau"],
        &["--view: this is no view of the network"],
    ),
    (
        "cite --view gaps~--help",
        &["--view: ce n’est pas une vue du réseau"],
        &["--view: this is no view of the network"],
    ),
    (
        "cite --view gaps~--known",
        &["--view: il manque la valeur de --known"],
        &["--view: the value of --known is missing"],
    ),
    // What the words of a selection, its dates and its charts refuse.
    (
        "actions --as-of 31/06/2025",
        &["--as-of: «31/06/2025» n’est pas un jour qui existe", "AAAA-MM-JJ"],
        &["--as-of: «31/06/2025» is no date", "write a day that exists"],
    ),
    (
        "rank degree --known 2020-01-01",
        &["--known: rien n’était connu au 2020-01-01", "du 2025-06-05"],
        &["--known: nothing was known on 2020-01-01", "of 2025-06-05"],
    ),
    (
        "draw wheel --instrument SDR",
        &["--instrument: «SDR» n’est pas un mot d’ici", "vouliez-vous dire «SDP»?"],
        &["--instrument: «SDR» is no kind of tie", "did you mean «SDP»?"],
    ),
    (
        "draw wheel --kind actor",
        &["--kind: «actor» n’est pas un mot d’ici", "partner, grouping, forum, programme"],
        &["--kind: «actor» is no kind of actor", "partner, grouping, forum, programme"],
    ),
    (
        "draw wheel --without-eu --split-eu",
        &["--split-eu: l’UE ne peut être à la fois retirée et partagée"],
        &["--split-eu: the EU cannot be taken out and split at once"],
    ),
    (
        "draw matrix --against kinks",
        &["--against: «kinks» n’est pas un mot d’ici", "vouliez-vous dire «kinds»?"],
        &["--against: «kinks» is no set of columns", "did you mean «kinds»?"],
    ),
    (
        "draw lattice --units named",
        &["--units: un treillis est celui des unités centrales", "retirez-le"],
        &["--units: a lattice is of the core units", "drop it"],
    ),
    // Of pictures and their forms, of files, of a server.
    (
        "draw ego JPN --labels none",
        &["--labels: «none» ne convient pas à ego: il est fait de ses mots"],
        &["--labels «none» does not suit the ego: it consists of its words"],
    ),
    (
        "draw wheel --format dot --labels none",
        &["Graphviz écrit chaque nom: retirez --labels"],
        &["Graphviz draws every name: leave --labels away"],
    ),
    (
        "draw wheel --format dot --caption x",
        &["une légende se tient dans les dessins de ce programme"],
        &["a caption stands in the pictures of this program"],
    ),
    ("draw wheel --format pdf", &["cette forme est faite par Graphviz"], &["this form is made by Graphviz"]),
    (
        "draw matrix --format pdf",
        &["cette forme (matrix) est faite par Graphviz: ajoutez --engine dot"],
        &["this form of a matrix is made by Graphviz: add --engine dot"],
    ),
    ("draw calendar --format dot", &["DOT n’a pas de mots"], &["DOT has no words for"]),
    (
        "draw matrix JPN",
        &["«JPN» est un mot de trop: ce dessin (matrix) montre tout le monde"],
        &["«JPN» is one word too many: a matrix is about everybody"],
    ),
    (
        "draw wheel --units core",
        &["--units est pour les tableaux: relier draw matrix --units"],
        &["--units is for charts: relier draw matrix --units"],
    ),
    (
        "gaps --output x.csv",
        &["un fichier nommé .csv contiendrait md: nommez-le x.md; ou vouliez-vous la forme csv?"],
        &["a file named .csv would hold md: name it x.md; or did you mean the form csv?"],
    ),
    (
        "compare --dates 2025-06-05 2025-13-01",
        &["--dates: «2025-13-01» n’est pas un jour qui existe"],
        &["--dates: «2025-13-01» is no date"],
    ),
    (
        "import x.graphml --output y --date 2025-13-01",
        &["--date", "n’est pas un jour qui existe"],
        &["--date", "is no date"],
    ),
    (
        "import x.graphml --output y --data seeds",
        &["import fait un jeu de données et n’en lit pas: retirez --data"],
        &["import makes a dataset and reads none: leave --data away"],
    ),
    (
        "serve --watch",
        &["donnez à --watch un dossier par --data DOSSIER"],
        &["give --watch a folder with --data DIR"],
    ),
    (
        "gaps foo",
        &["il n’y a pas de direction «foo»", "connect ou secure"],
        &["there is no direction «foo»", "connect or secure"],
    ),
];

#[test]
fn what_is_refused_is_told_in_the_language_that_is_asked_for() {
    let typed = |line: &str, more: &[&str]| {
        let typed: Vec<String> = words(line).iter().map(|w| w.replace('~', " ")).collect();
        relier(&[typed, more.iter().map(|w| (*w).to_owned()).collect()].concat())
    };
    for (line, french, english) in MISTAKES {
        for (more, head, said, never) in [
            (&["--lang", "fr"][..], "erreur: ", french, "error: "),
            (&["--lang=fr"], "erreur: ", french, "error: "),
            (&["--lang", "en"], "error: ", english, "erreur: "),
        ] {
            // An option that asks for its value would take the next word for it.
            let done = if line.ends_with("--as-of") {
                let [verb, option] = &words(line)[..] else { panic!() };
                relier(&[&[verb.as_str()], more, &[option.as_str()]].concat())
            } else {
                typed(line, more)
            };
            assert_eq!((done.code, done.out.as_str()), (2, ""), "{line}: {}", done.err);
            assert!(done.err.starts_with(head) && !done.err.contains(never), "{line}: {}", done.err);
            for part in said {
                assert!(done.err.contains(part), "{line} {more:?}: no «{part}» in {}", done.err);
            }
        }
        // English where no language is named.
        let plain = typed(line, &[]);
        assert!(plain.err.starts_with("error: "), "{line}: {}", plain.err);
    }
}

#[test]
fn what_fails_at_a_file_is_told_in_the_language_that_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    std::fs::create_dir(at("full")).unwrap();
    std::fs::write(at("full/x"), "x").unwrap();
    std::fs::write(at("bad.toml"), "name = \"x\"\n[[edit]]\ndo = \"adde\"\n").unwrap();
    std::fs::create_dir(at("latin")).unwrap();
    std::fs::write(at("latin/actors.toml"), [b'#', b' ', 0xe9]).unwrap();
    std::fs::create_dir(at("faulty")).unwrap();
    std::fs::write(at("faulty/actors.toml"), "version = ").unwrap();
    for (line, french, english) in [
        ("gaps --data {none}", "impossible de lire {none}: il n’y a rien de ce nom", "cannot read {none}: "),
        ("gaps --data {full}", "{full} ne contient pas de jeu de données", "{full} holds no dataset"),
        ("gaps --data {latin}", "l’octet 2 n’est pas de l’UTF-8", "byte 2 is not UTF-8"),
        ("gaps --data {faulty}", "le jeu de données a des fautes", "the dataset has faults"),
        (
            "gaps --data {faulty}",
            "relier check --data {faulty} --lang fr les dit toutes",
            "relier check --data {faulty} lists them all",
        ),
        (
            "whatif --scenario {none}",
            "impossible de lire {none}: il n’y a rien de ce nom",
            "cannot read {none}: ",
        ),
        ("whatif --scenario {bad.toml}", "le scénario a 1 faute", "the scenario has 1 fault"),
        ("whatif --scenario {bad.toml}", "faute: «adde»", "fault: «adde»"),
        (
            "gaps --output {full}",
            "{full}: c’est un dossier; donnez le nom d’un fichier",
            "{full}: it is a folder; give the name",
        ),
        (
            "gaps --output {none}/x.md",
            "il n’y a pas de dossier {none}; créez-le d’abord",
            "there is no folder {none}; make it first",
        ),
        (
            "gaps --output {full/x}/y.md",
            "{full/x} est un fichier et non un dossier",
            "{full/x} is a file and no folder",
        ),
        ("export csv --output {full}/", "existe déjà et n’est pas vide", "is there already and not empty"),
        (
            "import {none}.graphml --output {new}",
            "impossible de lire {none}.graphml: il n’y a rien de ce nom",
            "cannot read {none}.graphml: ",
        ),
    ] {
        let filled = |text: &str| {
            let mut out = text.to_owned();
            while let Some((before, after)) = out.split_once('{') {
                let (name, rest) = after.split_once('}').unwrap();
                out = format!("{before}{}{rest}", at(name));
            }
            out
        };
        for (lang, head, said, never) in
            [("fr", "erreur: ", french, "error: "), ("en", "error: ", english, "erreur: ")]
        {
            let done = relier(&words(&format!("{} --lang {lang}", filled(line))));
            assert!(done.code != 0 && done.out.is_empty(), "{line}");
            assert!(done.err.contains(head) && !done.err.contains(never), "{line}: {}", done.err);
            assert!(done.err.contains(&filled(said)), "{line}: no «{}» in {}", filled(said), done.err);
        }
    }
}

#[test]
fn the_frame_around_a_refusal_is_in_one_language() {
    let french = relier(&["gaps", "--as-off", "--lang", "fr"]).err;
    assert!(
        french.contains("Utilisation: relier gaps") && french.contains("Pour en savoir plus"),
        "{french}"
    );
    for english in ["Usage", "For more", "tip", "similar", "unexpected", "found"] {
        assert!(!french.contains(english), "«{english}» in {french}");
    }
    let english = relier(&["gaps", "--as-off"]).err;
    assert!(
        english.contains("Usage: relier gaps") && english.contains("For more: relier gaps --help"),
        "{english}"
    );
    // Help and version are no refusals.
    for (line, code) in [("--help", 0), ("--version", 0), ("gaps --help", 0)] {
        let done = relier(&words(line));
        assert!(done.code == code && done.err.is_empty() && !done.out.is_empty(), "{line}: {}", done.err);
    }
}

#[test]
fn only_what_is_near_is_suggested() {
    for line in ["show FOO-BAR", "path FOO-BAR JPN", "report FOO-BAR", "draw ego FOO-BAR"] {
        let done = relier(&words(line));
        assert_eq!(done.code, 2);
        assert!(done.err.contains("«FOO-BAR»") && !done.err.contains("did you mean"), "{line}: {}", done.err);
    }
    for (given, meant) in [
        ("Canadaa", "CAN"),
        ("Feroe", "FRO"),
        ("annex-51", "annex-"),
        ("Bosnie", "BIH"),
        ("DP-JPM", "DP-JPN"),
    ] {
        let done = relier(&["show", given]);
        assert!(done.code == 0 || done.err.contains(meant), "{given}: {}", done.err);
    }
}
