//! Scenarios as written: a small TOML file, or the same edits as words on the command line.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::fault::Fault;
use super::read::Tables;
use super::record::Text;

/// The name under which the edits of a command line stand in faults: its line N is the N-th `--edit`.
pub const COMMAND_LINE: &str = "--edit";

/// A scenario as written.
#[derive(Debug, Clone, Default)]
pub struct ScenarioRecord {
    /// The file, or [`COMMAND_LINE`].
    pub file: String,
    /// Its text, for the places of faults.
    pub text: String,
    /// Name.
    pub name: String,
    /// The edits in their order.
    pub edits: Vec<EditRecord>,
}

/// One edit. Which fields it wants depends on `do`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditRecord {
    /// `add`, `extend`, `drop`, `state`, `source` or `restore`.
    #[serde(rename = "do")]
    pub verb: Text,
    /// Id of an added tie; made from its kind and parties when left out.
    pub id: Option<Text>,
    /// Kind of an added tie.
    pub kind: Option<Text>,
    /// One party.
    pub party: Option<Text>,
    /// Parties of an added tie.
    #[serde(default)]
    pub parties: Vec<Text>,
    /// The tie meant.
    pub tie: Option<Text>,
    /// State.
    pub state: Option<Text>,
    /// Areas.
    #[serde(default)]
    pub areas: Vec<Text>,
    /// Domains beside those that follow from areas and legs by the crosswalk.
    #[serde(default)]
    pub domains: Vec<Text>,
    /// Legs.
    #[serde(default)]
    pub legs: Vec<Text>,
    /// The level at which the parties sit with each other.
    pub meeting: Option<Text>,
    /// The kind of instrument that an added action amounts to.
    pub carries: Option<Text>,
    /// Whether the EU is no party of an added tie.
    #[serde(default)]
    pub without_hub: bool,
    /// Remark.
    pub note: Option<String>,
}

/// Reads a scenario file: `name = "…"` and `[[edit]]` tables.
pub fn scenario_from_toml(file: &str, text: &str) -> (ScenarioRecord, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut tables = Tables::of(file, text, &["name", "edit"], &mut faults);
    let name = tables.string("name", &mut faults);
    let edits = tables.records("edit", &mut faults);
    (ScenarioRecord { file: file.to_owned(), text: text.to_owned(), name, edits }, faults)
}

/// Reads edits from words, one text an edit: `add DP NOR`, `add ACTION NOR areas=AI,CYB`, `extend annex-5 IND`,
/// `drop DD-BRA`, `state DTA-SGP active`, `source annex-7`, `restore DD-BRA`.
pub fn scenario_from_words(texts: &[String]) -> (ScenarioRecord, Vec<Fault>) {
    let lines: Vec<String> = texts.iter().map(|t| t.replace(['\n', '\r'], " ")).collect();
    let text = lines.join("\n");
    let mut faults = Vec::new();
    let mut edits = Vec::new();
    let mut start = 0;
    for line in &lines {
        edits.extend(edit(line, start, &text, &mut faults));
        start += line.len() + 1;
    }
    (ScenarioRecord { file: COMMAND_LINE.into(), text, name: String::new(), edits }, faults)
}

const FORMS: &str = "add KIND PARTY[,PARTY] [areas=…] [domains=…] [legs=…] [state=…] [meeting=…] [carries=…] [id=…] [without_hub=yes]; extend TIE PARTY; drop TIE [PARTY]; state TIE [PARTY] STATE; source TIE [areas=…]; restore TIE";

fn edit(line: &str, start: usize, text: &str, faults: &mut Vec<Fault>) -> Option<EditRecord> {
    let mut fault = |range: Range<usize>, fr: String, en: String| {
        let mend = format!("an edit is one of: {FORMS}");
        let forms = FORMS
            .replace("KIND", "SORTE")
            .replace("PARTY", "PARTIE")
            .replace("TIE ", "LIEN ")
            .replace("STATE", "ÉTAT");
        let french = format!("une hypothèse est l’une de: {}", forms.replace("restore TIE", "restore LIEN"));
        faults.push(Fault::at(COMMAND_LINE, text, range, "edit", (fr, en), (french, mend)));
    };
    let (mut words, mut options): (Vec<Text>, Vec<(Text, Text)>) = (Vec::new(), Vec::new());
    let mut at = 0;
    for word in line.split(' ') {
        let from = start + at;
        at += word.len() + 1;
        if word.is_empty() {
            continue;
        }
        match word.split_once('=') {
            Some((key, value)) => {
                let key_end = from + key.len();
                options.push((
                    Spanned::new(from..key_end, key.to_owned()),
                    Spanned::new(key_end + 1..from + word.len(), value.to_owned()),
                ));
            }
            None => words.push(Spanned::new(from..from + word.len(), word.to_owned())),
        }
    }
    let whole = start..start + line.len();
    let mut words = words.into_iter();
    let Some(verb) = words.next() else {
        fault(whole, "une hypothèse vide".into(), "an empty edit".into());
        return None;
    };
    let mut out = EditRecord {
        verb,
        id: None,
        kind: None,
        party: None,
        parties: Vec::new(),
        tie: None,
        state: None,
        areas: Vec::new(),
        domains: Vec::new(),
        legs: Vec::new(),
        meeting: None,
        carries: None,
        without_hub: false,
        note: None,
    };
    let rest: Vec<Text> = words.collect();
    let mut fields: Vec<&mut Option<Text>> = match (out.verb.get_ref().as_str(), rest.len()) {
        ("state", 3) => vec![&mut out.tie, &mut out.party, &mut out.state],
        ("state", _) => vec![&mut out.tie, &mut out.state],
        ("extend" | "drop", _) => vec![&mut out.tie, &mut out.party],
        ("source" | "restore", _) => vec![&mut out.tie],
        _ => vec![&mut out.kind],
    };
    let given = fields.len();
    for (field, word) in fields.iter_mut().zip(&rest) {
        **field = Some(word.clone());
    }
    for word in rest.iter().skip(given) {
        if out.verb.get_ref() == "add" {
            out.parties.extend(list(word));
        } else {
            let given = word.get_ref();
            fault(
                word.span(),
                format!("«{given}» est un mot de trop"),
                format!("«{given}» is one word too many"),
            );
            return None;
        }
    }
    for (key, value) in options {
        match key.get_ref().as_str() {
            "areas" => out.areas = list(&value),
            "domains" => out.domains = list(&value),
            "legs" => out.legs = list(&value),
            "state" => out.state = Some(value),
            "meeting" => out.meeting = Some(value),
            "carries" => out.carries = Some(value),
            "id" => out.id = Some(value),
            "without_hub" => out.without_hub = value.get_ref() == "yes",
            other => {
                let fr = format!("«{other}» n’est pas une option d’hypothèse");
                fault(key.span(), fr, format!("«{other}» is no option of an edit"));
                return None;
            }
        }
    }
    Some(out)
}

/// The parts of a text between commas, each with its place.
fn list(text: &Text) -> Vec<Text> {
    let mut at = text.span().start;
    let mut out = Vec::new();
    for part in text.get_ref().split(',') {
        if !part.is_empty() {
            out.push(Spanned::new(at..at + part.len(), part.to_owned()));
        }
        at += part.len() + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(words: &str) -> EditRecord {
        let (record, faults) = scenario_from_words(&[words.to_owned()]);
        assert!(faults.is_empty(), "{words}: {faults:?}");
        record.edits.into_iter().next().expect("an edit")
    }

    fn texts(list: &[Text]) -> Vec<&str> {
        list.iter().map(|t| t.get_ref().as_str()).collect()
    }

    #[test]
    fn words_and_toml_say_the_same() {
        let words = one("add ACTION NOR,CAN areas=AI,CYB state=proposed");
        let toml = "name = \"n\"\n[[edit]]\ndo = \"add\"\nkind = \"ACTION\"\nparties = [\"NOR\", \"CAN\"]\nareas = [\"AI\", \"CYB\"]\nstate = \"proposed\"\n";
        let (record, faults) = scenario_from_toml("s.toml", toml);
        assert!(faults.is_empty(), "{faults:?}");
        let written = &record.edits[0];
        for edit in [&words, written] {
            assert_eq!(edit.verb.get_ref(), "add");
            assert_eq!(edit.kind.as_ref().map(|k| k.get_ref().as_str()), Some("ACTION"));
            assert_eq!((texts(&edit.parties), texts(&edit.areas)), (vec!["NOR", "CAN"], vec!["AI", "CYB"]));
            assert_eq!(edit.state.as_ref().map(|k| k.get_ref().as_str()), Some("proposed"));
        }
    }

    #[test]
    fn a_state_may_be_of_one_party() {
        let edit = one("state annex-5 IND active");
        assert_eq!(edit.party.as_ref().map(|p| p.get_ref().as_str()), Some("IND"));
        assert_eq!(edit.state.as_ref().map(|p| p.get_ref().as_str()), Some("active"));
        assert!(one("state annex-5 active").party.is_none());
    }

    #[test]
    fn a_fault_names_the_edit_and_the_word() {
        let (_, faults) =
            scenario_from_words(&["drop DD-BRA".into(), "add DP NOR colour=red".into(), "drop A B C".into()]);
        assert_eq!(faults.len(), 2);
        assert_eq!((faults[0].line, faults[0].column, faults[0].width), (2, 12, 6));
        assert_eq!((faults[1].line, faults[1].column), (3, 10));
    }

    #[test]
    fn a_broken_file_gives_all_its_faults_with_their_places() {
        let text = "name = \"x\"\ncolour = 1\n[[edit]]\ndo = \"add\"\nwhere = 3\n[[edit]]\ndo = \"drop\"\ntie = \"DD-BRA\"\n";
        let (record, faults) = scenario_from_toml("s.toml", text);
        assert_eq!(record.edits.len(), 1);
        assert_eq!(faults.iter().map(|f| f.line).collect::<Vec<_>>(), [2, 5]);
    }
}
