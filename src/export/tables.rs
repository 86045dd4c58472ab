//! Tables: nodes, ties, participants, evidence and the card of the whole, as comma-separated values.

use super::about::{About, about};
use super::flat::Projection;
use crate::dataset::Word;
use crate::view::NetworkView;

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Actors, instruments, actions, areas, domains.
    Nodes,
    /// Ties with their dates, areas and domains.
    Ties,
    /// Who is in which tie.
    Participants,
    /// Which words state which tie.
    Evidence,
    /// Dataset, dates, documents, licence.
    About,
}

impl Word for Table {
    const WHAT: &'static str = "table";
    const ALL: &'static [Self] =
        &[Table::Nodes, Table::Ties, Table::Participants, Table::Evidence, Table::About];
    fn word(self) -> &'static str {
        match self {
            Table::Nodes => "nodes",
            Table::Ties => "ties",
            Table::Participants => "participants",
            Table::Evidence => "evidence",
            Table::About => "about",
        }
    }
}

/// The columns at the end of every table but the card: a line torn from its file still says where it is from.
const ORIGIN: [&str; 3] = ["dataset", "as_of", "known"];

/// The head and the rows of a table; several values in a cell are separated by a space, since none holds one.
pub(super) fn table(
    view: &NetworkView,
    table: Table,
    command: &str,
) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let (heads, rows) = match table {
        Table::Nodes => nodes(view),
        Table::Ties => ties(view),
        Table::Participants => participants(view),
        Table::Evidence => evidence(view),
        Table::About => {
            let About { values } = about(view, Projection::Incidence, command);
            let mut rows: Vec<Vec<String>> = values
                .into_iter()
                .filter(|(k, _)| !k.starts_with("edge") && *k != "relier_projection")
                .map(|(k, v)| vec![k.to_owned(), v])
                .collect();
            rows.push(vec!["tables".into(), "nodes, ties; participants and evidence by tie".into()]);
            return (vec!["key", "value"], rows);
        }
    };
    let digest: String = view.dataset.digest.chars().take(12).collect();
    let origin =
        [format!("{} ({digest})", view.dataset.version), view.dates.as_of.clone(), view.dates.known.clone()];
    let rows = rows.into_iter().map(|row| row.into_iter().chain(origin.clone()).collect()).collect();
    (heads.iter().copied().chain(ORIGIN).collect(), rows)
}

type Cells = (&'static [&'static str], Vec<Vec<String>>);

fn nodes(view: &NetworkView) -> Cells {
    let row = |n: &crate::view::NodeView| {
        let region = n.region.clone().unwrap_or_default();
        let note = n.note.clone().unwrap_or_default();
        let word = |w: Option<&str>| w.unwrap_or_default().to_owned();
        vec![
            n.id.clone(),
            n.kind.to_owned(),
            n.names.fr.clone(),
            n.names.en.clone(),
            n.iso3.clone().unwrap_or_default(),
            word(n.stratum),
            region.fr,
            region.en,
            word(n.level),
            note.fr,
            note.en,
        ]
    };
    let heads = &[
        "id",
        "kind",
        "name_fr",
        "name_en",
        "iso3",
        "stratum",
        "region_fr",
        "region_en",
        "level",
        "note_fr",
        "note_en",
    ];
    (heads, view.nodes.iter().map(row).collect())
}

fn ties(view: &NetworkView) -> Cells {
    let row = |t: &crate::view::TieView| {
        let note = t.note.clone().unwrap_or_default();
        let word = |w: Option<&str>| w.unwrap_or_default().to_owned();
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        let number = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
        vec![
            t.id.clone(),
            t.kind.to_owned(),
            t.class.to_owned(),
            t.state.to_owned(),
            t.polarity.to_owned(),
            t.date_conflict.to_string(),
            t.names.fr.clone(),
            t.names.en.clone(),
            t.participants.join(" "),
            text(&t.valid.from),
            text(&t.valid.to),
            word(t.valid.precision),
            text(&t.valid.expected),
            t.areas.join(" "),
            t.domains.join(" "),
            t.legs.join(" "),
            t.programmes.join(" "),
            t.via.join(" "),
            word(t.meeting),
            number(t.row),
            number(t.example),
            word(t.carries),
            word(t.scope),
            text(&t.calendar),
            word(t.disputed),
            t.same_as.join(" "),
            text(&t.source),
            note.fr,
            note.en,
            super::flat::quotations(&t.evidence),
        ]
    };
    let heads = &[
        "id",
        "kind",
        "class",
        "state",
        "polarity",
        "date_conflict",
        "name_fr",
        "name_en",
        "participants",
        "valid_from",
        "valid_to",
        "precision",
        "expected",
        "areas",
        "domains",
        "legs",
        "programmes",
        "via",
        "meeting",
        "row",
        "example",
        "carries",
        "scope",
        "calendar",
        "disputed",
        "same_as",
        "source",
        "note_fr",
        "note_en",
        "evidence",
    ];
    (heads, view.ties.iter().map(row).collect())
}

fn participants(view: &NetworkView) -> Cells {
    let mut rows = Vec::new();
    for tie in &view.ties {
        for id in &tie.participants {
            let part = tie.parties.iter().find(|p| p.id == *id);
            let of = |get: fn(&crate::view::PartyView) -> String| part.map(get).unwrap_or_default();
            rows.push(vec![
                tie.id.clone(),
                id.clone(),
                part.map_or(tie.state, |p| p.state).to_owned(),
                of(|p| p.areas.join(" ")),
                of(|p| p.domains.join(" ")),
                of(|p| p.places.join(" ")),
                of(|p| p.evidence.iter().map(|i| (i + 1).to_string()).collect::<Vec<_>>().join(" ")),
            ]);
        }
    }
    (&["tie", "actor", "state", "areas", "domains", "places", "evidence"], rows)
}

fn evidence(view: &NetworkView) -> Cells {
    let mut rows = Vec::new();
    for tie in &view.ties {
        for (number, e) in tie.evidence.iter().enumerate() {
            rows.push(vec![
                tie.id.clone(),
                (number + 1).to_string(),
                e.document.clone(),
                e.at.clone(),
                e.start.to_string(),
                e.end.to_string(),
                e.quote.clone(),
            ]);
        }
    }
    (&["tie", "number", "document", "at", "start", "end", "quote"], rows)
}

/// A table as comma-separated values.
///
/// # Errors
/// Never in memory; the writer's own kind of error is handed on.
pub fn csv(view: &NetworkView, of: Table, command: &str) -> Result<Vec<u8>, csv::Error> {
    let (heads, rows) = table(view, of, command);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(heads)?;
    for row in rows {
        out.write_record(row)?;
    }
    out.into_inner().map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))
}
