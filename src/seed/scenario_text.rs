//! A scenario written as the file that is read back.

use super::record::Text;
use super::scenario::ScenarioRecord;

/// The scenario as a TOML file.
pub fn scenario_toml(record: &ScenarioRecord) -> String {
    let name = if record.name.is_empty() { "scenario" } else { &record.name };
    let mut out = format!("name = {}\n", string(name));
    for edit in &record.edits {
        out += "\n[[edit]]\n";
        let one = |key: &str, value: Option<&Text>| {
            value.map(|v| format!("{key} = {}\n", string(v.get_ref()))).unwrap_or_default()
        };
        let many = |key: &str, values: &[Text]| match values {
            [] => String::new(),
            _ => {
                let list: Vec<String> = values.iter().map(|v| string(v.get_ref())).collect();
                format!("{key} = [{}]\n", list.join(", "))
            }
        };
        out += &one("do", Some(&edit.verb));
        out += &one("id", edit.id.as_ref());
        out += &one("kind", edit.kind.as_ref());
        out += &one("tie", edit.tie.as_ref());
        out += &one("party", edit.party.as_ref());
        out += &many("parties", &edit.parties);
        out += &one("state", edit.state.as_ref());
        out += &many("areas", &edit.areas);
        out += &many("domains", &edit.domains);
        out += &many("legs", &edit.legs);
        out += &one("meeting", edit.meeting.as_ref());
        out += &one("carries", edit.carries.as_ref());
        if edit.without_hub {
            out += "without_hub = true\n";
        }
        if let Some(note) = &edit.note {
            out += &format!("note = {}\n", string(note));
        }
    }
    out
}

/// A basic string: only what TOML wants escaped is.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out += &format!("\\u{:04X}", c as u32),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::super::scenario::{scenario_from_toml, scenario_from_words};
    use super::*;

    /// The edits with the places of their words left out.
    fn plain(record: &ScenarioRecord) -> String {
        let text = format!("{:?}", record.edits);
        // Spans differ between a file and a command line; nothing else may.
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find("span: ") {
            out += &rest[..at];
            rest = rest[at..].split_once(',').map_or("", |(_, r)| r);
        }
        out + rest
    }

    #[test]
    fn words_written_as_a_file_are_read_back_the_same() {
        let words = [
            "add DP NOR,CAN areas=AI,CYB domains=D1 legs=trade state=proposed id=X carries=DP meeting=working without_hub=yes",
            "extend annex-5 IND",
            "drop DD-BRA",
            "state annex-5 IND active",
            "source annex-7 areas=AI",
            "restore DD-BRA",
        ]
        .map(str::to_owned);
        let (mut record, faults) = scenario_from_words(&words);
        assert!(faults.is_empty(), "{faults:?}");
        record.name = "«Et si» \"a\\b\"\u{7}".into();
        record.edits[0].note = Some("une \"remarque\"\nsur deux lignes".into());
        let file = scenario_toml(&record);
        let (back, faults) = scenario_from_toml("s.toml", &file);
        assert!(faults.is_empty(), "{faults:?}\n{file}");
        assert_eq!(back.name, record.name);
        assert_eq!(plain(&back), plain(&record), "{file}");
        assert_eq!(back.edits.len(), 6);
    }
}
