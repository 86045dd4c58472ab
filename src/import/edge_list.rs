//! Edge lists: comma-, semicolon- or tab-separated values with a line of column names.

use std::collections::BTreeMap;

use super::table::{Item, Table, Word};
use super::{Form, ImportError, refuse};
use crate::seed::{Fault, Told};

/// The names under which the two ends go; the first pair that is there counts.
const ENDS: [(&str, &str); 6] = [
    ("source", "target"),
    ("from", "to"),
    ("src", "dst"),
    ("node1", "node2"),
    ("a", "b"),
    ("origine", "destination"),
];

/// The most faults of one file that are told.
const MOST: usize = 50;

fn columns(header: &csv::StringRecord) -> Vec<String> {
    header.iter().map(|c| c.trim().trim_start_matches('\u{feff}').to_lowercase()).collect()
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// The separator under which the first line names two ends, and which columns they are.
fn layout(text: &str) -> Option<(u8, Vec<String>, usize, usize)> {
    [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
        let header = reader(text, delimiter).records().next()?.ok()?;
        let names = columns(&header);
        let place = |name: &str| names.iter().position(|n| n == name);
        let (source, target) = ENDS.iter().find_map(|(s, t)| Some((place(s)?, place(t)?)))?;
        Some((delimiter, names, source, target))
    })
}

pub(super) fn read(name: &str, text: &str) -> Result<Table, ImportError> {
    let Some((delimiter, names, source, target)) = layout(text) else {
        let end = text.find('\n').unwrap_or(text.len());
        let what = (
            "la première ligne ne nomme pas les deux bouts d’un lien",
            "the first line does not name the two ends of a tie",
        );
        let mend = (
            "commencez le fichier par les noms de ses colonnes, au moins: source,target",
            "begin the file with the names of its columns, at least: source,target",
        );
        return Err(refuse(name, text, 0..end, what, mend));
    };
    for (place, column) in names.iter().enumerate() {
        if !column.is_empty() && names[..place].contains(column) {
            let end = text.find('\n').unwrap_or(text.len());
            let what = (
                format!("deux colonnes s’appellent «{column}»"),
                format!("two columns are called «{column}»"),
            );
            let mend = ("donnez à chaque colonne un nom à elle", "give each column a name of its own");
            return Err(refuse(name, text, 0..end, what, mend));
        }
    }
    let mut edges = Vec::new();
    let mut faults = Vec::new();
    let mut rows = reader(text, delimiter);
    let mut record = csv::StringRecord::new();
    let mut is_header = true;
    loop {
        let start = rows.position().byte() as usize;
        match rows.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                let what = (
                    format!("cette ligne ne se lit pas; le lecteur dit en anglais: {error}"),
                    format!("this line cannot be read: {error}"),
                );
                let mend = ("corrigez ses guillemets", "correct its quotation marks");
                return Err(refuse(name, text, start..start, what, mend));
            }
        }
        if std::mem::take(&mut is_header) {
            continue;
        }
        let end = rows.position().byte() as usize;
        let whole = &text[start..end];
        let left = whole.len() - whole.trim_start().len();
        let range = start + left..start + left + whole.trim().len();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cell = |column: usize| record.get(column).map(str::trim).unwrap_or_default();
        let mut fault = |what: Told, mend: (&str, &str)| {
            faults.push(Fault::at(name, text, range.clone(), "import", what, mend));
        };
        if record.len() > names.len() {
            let (has, wants) = (record.len(), names.len());
            fault(
                (
                    format!("{has} valeurs sous {wants} noms de colonnes"),
                    format!("{has} values under {wants} column names"),
                )
                    .into(),
                (
                    "mettez entre guillemets droits une valeur qui contient le séparateur",
                    "put a value that holds the separator in quotation marks",
                ),
            );
        } else if cell(source).is_empty() || cell(target).is_empty() {
            let which = if cell(source).is_empty() { &names[source] } else { &names[target] };
            fault(
                (format!("il manque {which}"), format!("no {which} is given")).into(),
                ("nommez les deux bouts, ou retirez la ligne", "name both ends, or remove the line"),
            );
        } else if cell(source).contains(['\n', '\r']) || cell(target).contains(['\n', '\r']) {
            fault(
                ("un nom avec un saut de ligne", "a name with a line break").into(),
                ("écrivez le nom sur une ligne", "write the name on one line"),
            );
        } else {
            let values = names
                .iter()
                .enumerate()
                .filter(|(i, n)| *i != source && *i != target && !n.is_empty())
                .map(|(i, n)| (n.clone(), cell(i).to_owned()))
                .collect();
            let end = |column: usize| Word {
                meant: cell(column).to_owned(),
                // Inside quotation marks a quotation mark is written twice.
                written: if text[range.clone()].contains("\"\"") {
                    cell(column).replace('"', "\"\"")
                } else {
                    cell(column).to_owned()
                },
            };
            let id = None;
            edges.push(Item { id, ends: vec![end(source), end(target)], values, range });
        }
        if faults.len() >= MOST {
            break;
        }
    }
    if !faults.is_empty() {
        return Err(ImportError { faults });
    }
    if edges.is_empty() {
        let what =
            ("il n’y a pas de lien sous les noms des colonnes", "there is no tie under the column names");
        let mend = ("ajoutez une ligne pour chaque lien", "add a line for each tie");
        return Err(refuse(name, text, 0..text.len().min(1), what, mend));
    }
    Ok(Table { form: Form::EdgeList, about: BTreeMap::new(), nodes: Vec::new(), edges, directed: false })
}
