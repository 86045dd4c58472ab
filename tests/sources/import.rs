//! Networks of other programs: what is read, what is refused and how, and that every verb works on what comes out.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;
use relier::dataset::{self, Dataset};
use relier::import::{Form, Imported, Options, import};
use relier::seed;

fn read(name: &str, text: &str) -> Imported {
    import(name, text.as_bytes().to_vec(), &Options::default()).unwrap_or_else(|e| panic!("{e}"))
}

fn refused(name: &str, text: &str) -> String {
    match import(name, text.as_bytes().to_vec(), &Options::default()) {
        Ok(_) => panic!("{name} is accepted:\n{text}"),
        Err(error) => error.to_string(),
    }
}

fn in_french(name: &str, text: &str) -> String {
    import(name, text.as_bytes().to_vec(), &Options::default()).unwrap_err().french()
}

#[test]
fn what_is_wrong_is_told_in_french_with_how_to_mend_it() {
    let many: String = (0..12).map(|i| format!("a{i},\n")).collect();
    let many = format!("source,target\n{many}");
    for (name, text, what, mend) in [
        ("t.csv", "name\n", "la première ligne ne nomme pas les deux bouts", "commencez le fichier par"),
        ("t.csv", "source,target\na,b,c\n", "3 valeurs sous 2 noms de colonnes", "guillemets droits"),
        ("t.csv", "source,target,from\na,b,2021-13\n", "les mois vont de 01 à 12", "écrivez la période"),
        (
            "t.csv",
            "source,target,state\na,b,actve\n",
            "vouliez-vous dire «active»?",
            "un état de cette liste",
        ),
        (
            "t.graphml",
            "<graphml><graph></b></graphml>",
            "attendu </graph>, trouvé </b>",
            "enregistrez de nouveau",
        ),
        ("t.graphml", "<graphml><!-- x", "il manque «-->» avant la fin", "enregistrez de nouveau"),
        ("t.csv", &many, "et 2 autres", "nommez les deux bouts"),
    ] {
        let told = in_french(name, text);
        assert!(told.contains(what) && told.contains(mend), "{text:?} is told as\n{told}");
    }
    // What an import does not keep is told in both.
    let made = read("t.csv", "source,target\na,a\na,b\n");
    let told: Vec<&str> = made.told.iter().map(|t| t.fr.as_str()).collect();
    assert!(
        told.contains(&"non repris: 1 lien d’un nœud avec lui-même: personne n’est lié à soi-même"),
        "{told:?}"
    );
}

fn built(made: &Imported) -> Dataset {
    let (seeds, faults) = seed::read(made.files.clone());
    let built = dataset::build(&seeds, faults, true);
    assert!(built.faults.is_empty(), "{}", built.faults[0]);
    built.dataset
}

/// Each tie as the ids of its parties, the hub included.
fn pairs(dataset: &Dataset) -> BTreeSet<Vec<String>> {
    let ends = |tie: &dataset::Tie| {
        let hub = tie.with_hub.then_some(Dataset::HUB);
        let all = tie.participants.iter().map(|p| p.actor).chain(hub);
        let mut ids: Vec<String> = all.map(|a| dataset.actor(a).id.clone()).collect();
        ids.sort();
        ids
    };
    dataset.ties.iter().map(ends).collect()
}

fn set(pairs: &[[&str; 2]]) -> BTreeSet<Vec<String>> {
    pairs.iter().map(|p| p.iter().map(|s| (*s).to_owned()).collect()).collect()
}

const TRIANGLE: [[&str; 2]; 3] = [["a", "b"], ["a", "c"], ["b", "c"]];

#[test]
fn the_same_triangle_comes_out_of_every_form() {
    let texts = [
        ("t.csv", "source,target\na,b\nb,c\nc,a\n"),
        ("t.csv", "\u{feff}Source;Target;Weight\r\na;b;1\r\n\r\nb;c;2\r\nc;a;3\r\n"),
        ("t.tsv", "from\tto\na\tb\nb\tc\nc\ta"),
        (
            "t.graphml",
            "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='undirected'>\
             <node id='a'/><node id='b'/><node id='c'/><edge source='a' target='b'/>\n<edge source='b' target='c'/>\
             <edge id='e' source='c' target='a'><data key='k'>1</data></edge></graph></graphml>",
        ),
        (
            "t.gexf",
            "<gexf version='1.3'><graph><nodes><node id='a' label='Anne'/><node id='b'/><node id='c'/></nodes><edges>\
             <edge id='0' source='a' target='b' weight='2'/><edge id='1' source='b' target='c'/>\
             <edge id='2' source='c' target='a'/></edges></graph></gexf>",
        ),
    ];
    for (name, text) in texts {
        let made = read(name, text);
        let dataset = built(&made);
        assert_eq!(pairs(&dataset), set(&TRIANGLE), "{name}");
        assert!(dataset.hubless && dataset.is_table());
        assert_eq!(dataset.all_actors().count(), 3);
    }
}

#[test]
fn the_file_is_the_document_byte_for_byte_and_each_tie_quotes_its_own_line() {
    let text = "source,target,kind\r\nAna,\"Chi \"\"X\"\"\",friend\r\n\"Dee, jr\",Éva,DP\r\n";
    let dataset = built(&read("my file.csv", text));
    let source = &dataset.sources[0];
    assert_eq!((source.id.as_str(), source.document.text()), ("my-file", text));
    let quotes: Vec<(&str, &str)> =
        dataset.ties.iter().map(|t| (t.evidence[0].at.as_str(), t.evidence[0].quote.as_str())).collect();
    assert_eq!(quotes, [("line 2", "Ana,\"Chi \"\"X\"\"\",friend"), ("line 3", "\"Dee, jr\",Éva,DP")]);
    let names: Vec<&str> = dataset.ties.iter().map(|t| t.name.en.as_str()).collect();
    assert_eq!(names, ["Ana – Chi \"X\" (friend)", "Dee, jr – Éva"]);
    let kinds: Vec<&str> = dataset.ties.iter().map(|t| dataset::Word::word(t.kind)).collect();
    assert_eq!(kinds, ["LINK", "DP"]);
}

#[test]
fn notes_come_back_in_both_languages_and_a_file_with_one_is_read() {
    for format in ["graphml", "gexf"] {
        let done = Command::new(env!("CARGO_BIN_EXE_relier")).args(["export", format]).output().unwrap();
        assert!(done.status.success());
        let back = built(&read(&format!("t.{format}"), &String::from_utf8(done.stdout).unwrap()));
        let (records, faults) = seed::read(seed::SeedFiles::embedded());
        let seeds = dataset::build(&records, faults, false).dataset;
        let mut seen = 0;
        for tie in &back.ties {
            let own = seeds.ties.iter().find(|t| t.id == tie.id).unwrap_or_else(|| panic!("{}", tie.id));
            assert_eq!(tie.note, own.note, "{format}: {}", tie.id);
            seen += usize::from(tie.note.is_some());
        }
        assert!(seen > 100, "{format}: {seen} notes");
    }
    for (keys, fr, en) in [
        (&["note_fr=une remarque", "note_en=a remark"][..], "une remarque", "a remark"),
        (&["note_en=a remark"], "a remark", "a remark"),
        (&["note_fr=une remarque"], "une remarque", "une remarque"),
        (&["note=a remark"], "a remark", "a remark"),
    ] {
        let declared: String = ["kind", "tie_kind", "note", "note_fr", "note_en"]
            .iter()
            .map(|k| format!("<key id='{k}' for='node' attr.name='{k}'/>"))
            .collect();
        let data = |key: &&str| {
            let (key, value) = key.split_once('=').unwrap();
            format!("<data key='{key}'>{value}</data>")
        };
        let text = format!(
            "<graphml><key id='relier_projection' for='graph' attr.name='relier_projection'/>\
             <key id='role' for='edge' attr.name='role'/>{declared}\
             <graph edgedefault='undirected'><data key='relier_projection'>incidence</data>\
             <node id='a'><data key='kind'>partner</data></node><node id='b'><data key='kind'>partner</data></node>\
             <node id='t'><data key='kind'>instrument</data><data key='tie_kind'>DD</data>{}</node>\
             <edge source='t' target='a'><data key='role'>party</data></edge>\
             <edge source='t' target='b'><data key='role'>party</data></edge></graph></graphml>",
            keys.iter().map(data).collect::<String>()
        );
        let dataset = built(&read("t.graphml", &text));
        let note = dataset.ties[0].note.as_ref().unwrap_or_else(|| panic!("no note of {keys:?}"));
        assert_eq!((note.fr.as_str(), note.en.as_str()), (fr, en));
    }
}

#[test]
fn a_label_that_is_another_nodes_id_does_not_confuse_the_two() {
    let text = "<graphml><key id='l' for='node' attr.name='label'/><graph>\
                <node id='1'><data key='l'>2</data></node><node id='2'><data key='l'>1</data></node><node id='3'/>\
                <edge source='2' target='3'/></graph></graphml>";
    let dataset = built(&read("t.graphml", text));
    assert_eq!(pairs(&dataset), set(&[["2", "3"]]));
    assert_eq!(dataset.actor(dataset.actor_id("2").unwrap()).name.en, "1");
}

#[test]
fn hostile_names_stay_as_they_are() {
    let names =
        ["<b>&\"'", "עברית", "🦀 crab", "a\\b", "x\u{202e}y", "]]>", "=cmd()", "{{}}", &"n".repeat(300)];
    let mut text = "source,target\n".to_owned();
    for name in names {
        text += &format!("hub,\"{}\"\n", name.replace('"', "\"\""));
    }
    let dataset = built(&read("t.csv", &text));
    let found: BTreeSet<&str> = dataset.all_actors().map(|a| dataset.actor(a).name.fr.as_str()).collect();
    assert_eq!(found, names.iter().copied().chain(["hub"]).collect());
    let escaped = "<graphml><graph><node id='A&amp;B'/><node id='&lt;c&gt;'/><edge source='A&amp;B' target='&#60;c>'/>\
                   </graph></graphml>";
    assert_eq!(pairs(&built(&read("t.graphml", escaped))), set(&[["<c>", "A&B"]]));
}

#[test]
fn a_node_can_be_the_hub() {
    let options = Options { hub: Some("a".into()), ..Options::default() };
    let made = import("t.csv", b"source,target\na,b\nb,c\nc,a\n".to_vec(), &options).unwrap();
    let dataset = built(&made);
    assert_eq!((dataset.actor(Dataset::HUB).id.as_str(), dataset.hubless), ("a", false));
    assert_eq!(dataset.ties.iter().map(|t| t.with_hub).collect::<Vec<_>>(), [true, false, true]);
    let options = Options { hub: Some("aa".into()), ..Options::default() };
    let error = import("t.csv", b"source,target\na,b\n".to_vec(), &options).unwrap_err().to_string();
    assert!(error.contains("there is no node «aa»"), "{error}");
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_how_to_mend_it() {
    let cases = [
        ("t.csv", "name,age\nx,1\n", "t.csv:1:1", "source,target"),
        ("t.csv", "source,target\na,b\nc,\n", "t.csv:3:1", "name both ends"),
        ("t.csv", "source,target\na,b,c\n", "t.csv:2:1", "quotation marks"),
        ("t.csv", "source,target\n", "t.csv:1:1", "add a line for each tie"),
        ("t.csv", "source,target,from\na,b,2021-13\n", "months run from 01 to 12", "write the period"),
        ("t.csv", "source,target,state\na,b,actve\n", "did you mean «active»?", "write a valid state"),
        ("t.csv", "source,target,kind,kind\na,b,c,d\n", "two columns are called «kind»", "a name of its own"),
        ("t.csv", "source,target\na,a\n", "no tie joins two nodes", "add an edge"),
        ("t.bin", "PK\u{3}\u{4}", "neither GraphML nor GEXF nor an edge list", "--from"),
        (
            "t.graphml",
            "<graphml><graph><node id='a'></graph></graphml>",
            "t.graphml:1:30",
            "save the file anew",
        ),
        ("t.graphml", "<graphml><graph><node id='a'/>", "the file ends inside <graph>", "save it anew"),
        ("t.graphml", "<graphml><graph><node/></graph></graphml>", "a node without an id", "give it an id"),
        (
            "t.graphml",
            "<graphml><graph>\n<node id='abc'/>\n<edge source='abc' target='abd'/></graph></graphml>",
            "t.graphml:3:1",
            "did you mean «abc»?",
        ),
        (
            "t.graphml",
            "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><graphml><graph/></graphml>",
            "a document type, which could define entities, is not read",
            "remove",
        ),
        (
            "t.graphml",
            "<graphml><desc>&x;</desc></graphml>",
            "&x; is an entity of the file's own",
            "what it stands for",
        ),
        ("t.graphml", "<graphml><node id='&x;'/></graphml>", "cannot be read", "save the file anew"),
    ];
    for (name, text, what, mend) in cases {
        let told = refused(name, text);
        assert!(told.contains(what) && told.contains(mend), "{text:?} is told as\n{told}");
        let french = in_french(name, text);
        let place = |told: &str| told.lines().nth(1).unwrap().to_owned();
        assert_eq!(place(&french), place(&told), "the same place in both");
        assert!(french.starts_with("faute: ") && french.contains(" = remède: "), "{french}");
        let own = french.split("en anglais: ").next().unwrap();
        for word in [" the ", " is ", "fault", "mend:", " not ", " add ", " of "] {
            assert!(!own.contains(word), "«{word}» in {french}");
        }
    }
    let deep = format!("<graphml>{}", "<g>".repeat(100_000));
    assert!(refused("t.graphml", &deep).contains("nested more than 64 deep"));
    let latin = import("t.csv", b"source,target\nZ\xfcrich,b\n".to_vec(), &Options::default()).unwrap_err();
    assert!(latin.to_string().contains("t.csv:2:2") && latin.to_string().contains("UTF-8"), "{latin}");
}

#[test]
fn hyperedges_loops_repetitions_and_isolates() {
    let text = "<graphml><graph><node id='a'/><node id='b'/><node id='c'/><node id='alone'/>\
                <hyperedge id='h'><endpoint node='a'/><endpoint node='b'/><endpoint node='c'/></hyperedge>\
                <edge source='a' target='a'/><edge id='x' source='a' target='b'/><edge id='x' source='b' target='a'/>\
                </graph></graphml>";
    let made = read("t.graphml", text);
    let dataset = built(&made);
    assert_eq!(dataset.all_actors().count(), 4);
    let ids: Vec<(&str, usize)> =
        dataset.ties.iter().map(|t| (t.id.as_str(), t.participants.len())).collect();
    assert_eq!(ids, [("h", 3), ("x", 2), ("link-3", 2)]);
    assert!(made.told.iter().any(|t| t.en.contains("1 of a node with itself")), "{:?}", made.told);
}

fn relier(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_relier")).args(arguments).output().unwrap()
}

fn works(arguments: &[&str]) -> String {
    let done = relier(arguments);
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn imported(folder: &Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    let data = folder.join("data").to_str().unwrap().to_owned();
    works(&["import", file.to_str().unwrap(), "--output", &data]);
    data
}

/// The kite of Krackhardt with its names; degree, closeness and betweenness each have another first.
const KITE: &str = "source,target\nAndre,Beverly\nAndre,Carol\nAndre,Diane\nAndre,Fernando\nBeverly,Diane\nBeverly,Ed\n\
Beverly,Garth\nCarol,Diane\nCarol,Fernando\nDiane,Ed\nDiane,Fernando\nDiane,Garth\nEd,Garth\nFernando,Garth\n\
Fernando,Heather\nGarth,Heather\nHeather,Ike\nIke,Jane\n";

#[test]
fn every_verb_works_on_an_imported_network_or_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let data = imported(folder.path(), "kite.csv", KITE);
    let on = |words: &[&str]| works(&[words, &["--data", &data]].concat());
    assert!(on(&["check"]).contains("18 ties, 18 quotations found letter for letter"));
    // Values of the literature (Krackhardt 1990): the first of each measure.
    let first = |measure| {
        let table = on(&["rank", measure, "--lang", "en"]);
        table.lines().find(|l| l.starts_with("| 1 |")).unwrap_or_default().to_owned()
    };
    assert!(first("degree").contains("Diane"), "{}", first("degree"));
    let central = first("closeness_centrality");
    assert!(central.contains("Fernando") || central.contains("Garth"), "{central}");
    let path = on(&["path", "Andre", "Jane", "--lang", "en"]);
    assert!(path.contains("Heather") && path.contains("Ike"), "{path}");
    for picture in ["wheel", "matrix", "calendar", "lattice"] {
        let svg = on(&["draw", picture]);
        assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"), "{picture}");
    }
    assert!(on(&["draw", "wheel"]).contains("Heather"));
    assert!(on(&["draw", "ego", "Diane"]).contains("Diane"));
    assert!(on(&["show", "Diane", "--lang", "en"]).contains("Andre,Diane"));
    assert!(on(&["show", "kite"]).contains("line 2"));
    assert!(!on(&["actions"]).is_empty());
    assert!(!on(&["compare", "Diane", "Garth"]).is_empty());
    assert!(on(&["cite"]).contains("kite.csv"));
    for words in [
        &["gaps"][..],
        &["report"],
        &["moves", "connect"],
        &["robustness"],
        &["whatif", "--edit", "drop link-1"],
    ] {
        let done = relier(&[words, &["--data", &data]].concat());
        let told = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "{words:?}");
        assert!(told.contains("this dataset has no directions"), "{words:?}: {told}");
    }
}

#[test]
fn nothing_half_written_and_nothing_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.csv");
    std::fs::write(&bad, "source,target\na,\n").unwrap();
    let data = folder.path().join("data");
    let done = relier(&["import", bad.to_str().unwrap(), "-o", data.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1));
    assert!(!data.exists() && std::fs::read_dir(folder.path()).unwrap().count() == 1);
    let data = imported(folder.path(), "kite.csv", KITE);
    let again = relier(&["import", folder.path().join("kite.csv").to_str().unwrap(), "-o", &data]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("not empty"));
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    assert_eq!(read("kite.csv", KITE), read("kite.csv", KITE));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), form in 0..3) {
        let form = [Form::EdgeList, Form::GraphMl, Form::Gexf][form as usize];
        let _ = import("x", bytes, &Options { form: Some(form), ..Options::default() });
    }

    #[test]
    fn no_markup_makes_it_panic(pieces in proptest::collection::vec(prop_oneof![
        Just("<graphml>"), Just("<graph>"), Just("<node id='a'>"), Just("<node id='b'/>"), Just("</node>"), Just("<!--"), Just("-->"),
        Just("<edge source='a' target='b'/>"), Just("<edge source='b' target='a'>"), Just("</edge>"), Just("<data key='k'>"),
        Just("</data>"), Just("<hyperedge>"), Just("<endpoint node='a'/>"), Just("</hyperedge>"), Just("é&amp;"), Just("<![CDATA["), Just("]]>"),
        Just("</graph>"), Just("</graphml>"), Just("<meta>"), Just("<keywords>relier/1 incidence"), Just("</keywords>"), Just("</meta>"), Just("\n"),
    ], 0..40)) {
        let text = pieces.concat();
        if let Ok(made) = import("x.graphml", text.into_bytes(), &Options { form: Some(Form::GraphMl), ..Options::default() }) {
            built(&made);
        }
    }

    #[test]
    fn any_pairs_of_any_names_come_back(names in proptest::collection::btree_set("[^\\p{Cc}\\p{Z}]{1,6}", 2..8), picks in proptest::collection::vec((0usize..8, 0usize..8), 1..20)) {
        let names: Vec<&String> = names.iter().collect();
        let cell = |i: usize| names[i % names.len()];
        let mut text = "source,target\n".to_owned();
        let mut wanted = BTreeSet::new();
        for (a, b) in picks {
            let (a, b) = (cell(a), cell(b));
            if a == b { continue; }
            text += &format!("\"{}\",\"{}\"\n", a.replace('"', "\"\""), b.replace('"', "\"\""));
            let mut pair = vec![a.clone(), b.clone()];
            pair.sort();
            wanted.insert(pair);
        }
        prop_assume!(!wanted.is_empty());
        if let Ok(made) = import("x.csv", text.clone().into_bytes(), &Options::default()) {
            prop_assert_eq!(pairs(&built(&made)), wanted);
        } else {
            // Only names that cannot be told apart in the line itself are refused.
            let plain = names.iter().all(|n| n.chars().all(char::is_alphanumeric));
            prop_assert!(!plain, "{}", text);
        }
    }
}
