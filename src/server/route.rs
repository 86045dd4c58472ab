//! What a resource is: its address, what it takes, what it gives, and the function that makes it.

use std::sync::Arc;

use schemars::{Schema, SchemaGenerator};
use serde::Serialize;

use super::param::{Given, LONGEST, Often, Param, Values, levels, shown, words};
use super::problem::{Refusal, nameless};
use super::sheet::Sheet;
use super::store::Snapshot;
use crate::dataset::{ActorId, Dataset, Kind, Scenario, State, Word};
use crate::explorer::{Explorer, Query, find_actor, known_on};
use crate::network::{Class, Dates, Filter};
use crate::seed::{Fault, ScenarioRecord, scenario_from_words};
use crate::view::words::say;
use crate::view::{Goal, Lang};

/// What a resource gives.
#[derive(Clone, Copy)]
pub(super) enum Gives {
    /// JSON of this schema.
    Json(fn(&mut SchemaGenerator) -> Schema),
    /// Other media types, one of them at a time.
    Media(&'static [&'static str]),
}

/// A resource of the API, below `/api/v1`.
pub(super) struct Route {
    /// Its path, with `{place}` for what varies.
    pub(super) path: &'static str,
    /// Its name for programs.
    pub(super) id: &'static str,
    /// What it is, in French and English.
    pub(super) says: (&'static str, &'static str),
    /// What stands in its path.
    pub(super) places: &'static [Param],
    /// What it takes in its query, in groups.
    pub(super) params: &'static [&'static [Param]],
    /// What it gives.
    pub(super) gives: Gives,
    /// Whether the same address gives the same answer as long as the dataset is the same.
    pub(super) kept: bool,
    /// The function that makes it.
    pub(super) run: fn(&Call<'_>) -> Answer,
}

impl Route {
    pub(super) const fn new(
        path: &'static str,
        id: &'static str,
        says: (&'static str, &'static str),
        gives: Gives,
        run: fn(&Call<'_>) -> Answer,
    ) -> Route {
        Route { path, id, says, places: &[], params: &[&[LANG]], gives, kept: true, run }
    }

    pub(super) const fn places(self, places: &'static [Param]) -> Route {
        Route { places, ..self }
    }

    pub(super) const fn takes(self, params: &'static [&'static [Param]]) -> Route {
        Route { params, ..self }
    }

    pub(super) const fn fresh(self) -> Route {
        Route { kept: false, ..self }
    }

    /// Everything it takes in its query.
    pub(super) fn all_params(&self) -> Vec<Param> {
        self.params.concat()
    }
}

/// The schema of a type, for [`Gives::Json`].
pub(super) fn schema<T: schemars::JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

pub(super) type Answer = Result<Sheet, Refusal>;

/// A request that has been understood.
pub(super) struct Call<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) given: Given,
}

impl<'a> Call<'a> {
    /// Reads a request against what its route takes.
    pub(super) fn read(
        route: &Route,
        snapshot: &'a Snapshot,
        places: &[(String, String)],
        query: &str,
    ) -> Result<Call<'a>, Refusal> {
        let mut given = Given::default();
        for place in route.places {
            let value = places.iter().find(|(n, _)| n == place.name).map_or("", |(_, v)| v);
            given.place(place, &snapshot.dataset, value)?;
        }
        given.read(&route.all_params(), &snapshot.dataset, query)?;
        Ok(Call { snapshot, given })
    }

    pub(super) fn dataset(&self) -> &Arc<Dataset> {
        &self.snapshot.dataset
    }

    fn query(&self) -> Query {
        let one = |name: &str| self.given.get(name).map(str::to_owned);
        Query {
            as_of: one("as-of"),
            known: one("known"),
            kind: self.given.all("kind"),
            instrument: self.given.all("instrument"),
            state: self.given.all("state"),
            area: self.given.all("area"),
            domain: self.given.all("domain"),
            class: self.given.all("class"),
            focus: one("focus"),
            depth: self.given.number("depth").map(|n| n as u8),
            level: one("level"),
            without_eu: self.given.switch("without-eu"),
            split_eu: self.given.switch("split-eu"),
            additional: self.given.switch("additional"),
        }
    }

    /// The dataset on the dates asked for, whatever is assumed.
    pub(super) fn base(&self) -> Result<Arc<Explorer>, Refusal> {
        let query = self.query();
        Ok(self.snapshot.explorer(query.dates(self.dataset())?, query.additional))
    }

    /// The dataset on the dates asked for, under the assumptions given.
    pub(super) fn explorer(&self) -> Result<Arc<Explorer>, Refusal> {
        let base = self.base()?;
        if self.given.get("edit").is_none() {
            return Ok(base);
        }
        let (_, scenario) = self.scenario(&base)?;
        Ok(Arc::new(base.under(&scenario)))
    }

    /// The same on a dataset that has directions; without them there is nothing to tell of gaps.
    pub(super) fn directed(&self) -> Result<Arc<Explorer>, Refusal> {
        let explorer = self.explorer()?;
        explorer.asks_directions()?;
        Ok(explorer)
    }

    /// The edits given, as records and as a scenario.
    pub(super) fn scenario(&self, explorer: &Explorer) -> Result<(ScenarioRecord, Scenario), Refusal> {
        let (mut record, mut faults) = scenario_from_words(&self.given.all("edit"));
        record.name = self.given.get("name").unwrap_or_default().to_owned();
        let (scenario, more) = Scenario::read(&explorer.dataset, &record);
        faults.extend(more);
        match faults.first() {
            None => Ok((record, scenario)),
            Some(first) => Err(faulty(first, faults.len())),
        }
    }

    /// The dataset on one day, known by then unless told.
    pub(super) fn explorer_on(&self, date: &str) -> Result<Arc<Explorer>, Refusal> {
        let known = self.given.get("known").map_or_else(|| known_on(self.dataset(), date), str::to_owned);
        let query = Query { as_of: Some(date.to_owned()), known: Some(known), ..Query::default() };
        Ok(self.snapshot.explorer(query.dates(self.dataset())?, self.given.switch("additional")))
    }

    /// The selection asked for.
    pub(super) fn filter(&self) -> Result<Filter, Refusal> {
        if let Some(text) = self.given.get("focus") {
            find_actor(self.dataset(), text).map_err(|e| Refusal::unmeant("focus", nameless(&e)))?;
        }
        Ok(self.query().filter(self.dataset())?)
    }

    /// The actor that a place of the path names.
    pub(super) fn actor(&self, place: &str) -> Result<ActorId, Refusal> {
        find_actor(self.dataset(), self.given.get(place).unwrap_or_default())
            .map_err(|e| Refusal::absent(nameless(&e)))
    }

    /// The direction that a place of the path or a parameter names.
    pub(super) fn goal(&self) -> Option<Goal> {
        self.given.get("goal").and_then(|text| Goal::find(text).ok())
    }

    pub(super) fn lang(&self) -> Lang {
        self.given.lang()
    }

    /// The name under which an answer is saved: what it is and its dates, the second where it is not the usual one; as the page names
    /// its own files.
    pub(super) fn file_name(&self, stem: &str, extension: &str) -> Result<String, Refusal> {
        let dates = self.base()?.dates;
        let known = match dates.known == Dates::latest(self.dataset()).known {
            true => String::new(),
            false => format!("_known-{}", dates.known),
        };
        Ok(format!("relier-{stem}_{}{known}.{extension}", dates.as_of))
    }
}

fn faulty(first: &Fault, n: usize) -> Refusal {
    let (line, what, mend) = (first.line, shown(&first.what.en), &first.mend.en);
    let (quoi, moyen) = (shown(&first.what.fr), &first.mend.fr);
    let (fr, en) = match n - 1 {
        0 => (String::new(), String::new()),
        more => (format!(" (et {more} de plus)"), format!(" (and {more} more)")),
    };
    Refusal::unmeant(
        "edit",
        say(
            format!("l’hypothèse {line} ne se comprend pas{fr}: {quoi}; pour y remédier: {moyen}"),
            format!("edit {line} is not understood{en}: {what}; to mend it: {mend}"),
        ),
    )
}

/// A value as JSON.
pub(super) fn json<T: Serialize>(value: &T) -> Answer {
    let body = serde_json::to_vec(value).map_err(|e| Refusal::internal(e.to_string()))?;
    Ok(Sheet::new("application/json", body))
}

/// Text of a media type.
pub(super) fn text(kind: &'static str, text: String) -> Answer {
    Ok(Sheet::new(kind, text.into_bytes()))
}

pub(super) const LANG: Param = Param::new(
    "lang",
    Values::Words(words::<Lang>),
    (
        "langue de la réponse, là où elle n’est pas dans les deux, et des refus",
        "language of the answer, where it is not in both, and of refusals",
    ),
)
.or("fr");

/// The two dates and the language.
pub(super) const DATES: [Param; 4] = [
    Param::new(
        "as-of",
        Values::Date,
        (
            "état à ce jour; le jour du dernier document par défaut",
            "as it stood on this day; by default the latest document’s",
        ),
    )
    .like("2025-11-20"),
    Param::new(
        "known",
        Values::Date,
        ("d’après les sources publiées à ce jour", "by the sources published by this day"),
    )
    .like("2025-11-20"),
    Param::new(
        "additional",
        Values::Switch,
        (
            "avec les sources additionnelles, hors des documents et non vérifiées par la machine",
            "with the additional sources, outside the documents and not machine-checked",
        ),
    )
    .or("false"),
    LANG,
];

/// The most edits of one request.
pub(super) const MOST_EDITS: usize = 40;
/// The longest edit, in characters: with all of them written out in escapes an address still stays below the 64 KiB beyond which
/// it is refused before it is read.
const LONGEST_EDIT: usize = 120;

/// What is assumed on top of the sources.
pub(super) const ASSUMED: [Param; 1] = [Param::new(
    "edit",
    Values::Text { most: LONGEST_EDIT },
    (
        "une hypothèse, dans les mots de la ligne de commande: «add DP NOR», «drop DD-BRA», «state DTA-SGP active»",
        "an assumption, in the words of the command line: “add DP NOR”, “drop DD-BRA”, “state DTA-SGP active”",
    ),
)
.often(Often::Repeated(0, MOST_EDITS))];

fn areas(dataset: &Dataset) -> Vec<String> {
    dataset.areas.iter().map(|a| a.id.clone()).collect()
}

fn domains(dataset: &Dataset) -> Vec<String> {
    dataset.domains.iter().map(|d| d.id.clone()).collect()
}

fn actor_kinds(_: &Dataset) -> Vec<String> {
    ["partner", "grouping", "forum", "programme"].map(str::to_owned).to_vec()
}

const fn list(
    name: &'static str,
    values: fn(&Dataset) -> Vec<String>,
    says: (&'static str, &'static str),
) -> Param {
    Param::new(name, Values::Words(values), says).often(Often::Listed(60))
}

/// What is kept of the network; each list widens within itself and narrows with the others.
pub(super) const LISTS: [Param; 6] = [
    list("kind", actor_kinds, ("types d’acteur", "kinds of actor")),
    list("instrument", words::<Kind>, ("types d’instrument", "kinds of instrument")),
    list("state", words::<State>, ("états", "states")),
    list("area", areas, ("secteurs", "areas")),
    list("domain", domains, ("domaines de la première direction", "domains of the first direction")),
    list("class", words::<Class>, ("classes de preuve", "classes of evidence")),
];

/// What chooses among the lines of a list of ties.
pub(super) const LINES: [Param; 5] = [LISTS[0], LISTS[1], LISTS[2], LISTS[3], LISTS[4]];

/// An actor, by id, ISO code or name.
pub(super) const fn actor(name: &'static str) -> Param {
    Param::new(
        name,
        Values::Text { most: LONGEST },
        (
            "un acteur: identifiant, code ISO, ou nom français ou anglais",
            "an actor: id, ISO code, or French or English name",
        ),
    )
    .like("JPN")
}

/// How the network is looked at.
pub(super) const SIGHT: [Param; 4] = [
    Param::new(
        "depth",
        Values::Number { least: 1, most: crate::explorer::MAX_DEPTH as u64 },
        ("jusqu’à quelle distance de «focus»", "how far around «focus»"),
    )
    .or("1"),
    Param::new(
        "level",
        Values::Words(levels),
        ("à partir de quel niveau des partenaires se rencontrent", "from which level on partners meet"),
    )
    .or("agenda"),
    Param::new("without-eu", Values::Switch, ("sans l’UE", "without the EU")).or("false"),
    Param::new(
        "split-eu",
        Values::Switch,
        ("l’UE partagée en ses États membres", "the EU split into its Member States"),
    )
    .or("false"),
];

/// How a chart is looked at that draws no table.
pub(super) const CHOICE: [Param; 3] = [SIGHT[0], SIGHT[2], SIGHT[3]];

/// Around whom.
pub(super) const FOCUS: [Param; 1] = [actor("focus")];

/// A word that a place or a parameter may be.
pub(super) const GOAL: Param = Param::new(
    "goal",
    Values::Goal,
    (
        "une direction: deepen, enlarge, connect ou secure (approfondir, agrandir, relier, renforcer)",
        "a direction: deepen, enlarge, connect or secure (approfondir, agrandir, relier, renforcer)",
    ),
)
.like("secure");

/// A word of a vocabulary that the check let through.
pub(super) fn known<T: Word>(call: &Call<'_>, name: &str, default: T) -> T {
    call.given.word(name, default)
}

/// Two directions cannot be asked for at once in the same words; this says what a pair of options excludes.
pub(super) fn excluded(name: &str, fr: &str, en: &str) -> Refusal {
    Refusal::unmeant(name, say(fr, en))
}
