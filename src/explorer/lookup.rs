//! Finding what a person means: an id, an ISO code, a name in either language, with or without accents.

use crate::corpus::fold;
use crate::dataset::{ActorId, Dataset, TieId, nearest};

/// What a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// An actor.
    Actor(ActorId),
    /// A tie.
    Tie(TieId),
}

/// Nothing of that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {what} «{text}»{}", hint.as_ref().map(|h| format!("; did you mean {h}?")).unwrap_or_default())]
pub struct NotFound {
    /// What was looked for.
    pub what: &'static str,
    /// What was given.
    pub text: String,
    /// The nearest that exists: id and name.
    pub hint: Option<String>,
}

impl NotFound {
    /// The same in French.
    pub fn french(&self) -> String {
        let what = match self.what {
            "actor" => "d’acteur",
            "tie" => "de lien",
            "direction" => "de direction",
            "measure" => "de mesure",
            "finding of this direction" => "de constat de cette direction",
            "part of this direction" => "de partie de cette direction",
            "part of this report" => "de partie de ce rapport",
            "part of a profile" => "de partie d’un profil",
            _ => "d’élément",
        };
        // The list of the directions is the one hint that is no name.
        let told = |h: &String| if self.what == "direction" { h.replace(" or ", " ou ") } else { h.clone() };
        let hint =
            self.hint.as_ref().map(|h| format!("; vouliez-vous dire {}?", told(h))).unwrap_or_default();
        format!("il n’y a pas {what} «{}»{hint}", self.text)
    }
}

/// Finds an actor by id, ISO 3166 code, or French or English name; accents, case and apostrophes do not matter.
///
/// # Errors
/// When nothing is called that, with the nearest name.
pub fn find_actor(dataset: &Dataset, text: &str) -> Result<ActorId, NotFound> {
    let wanted = fold(text.trim()).text;
    let forms = |id: ActorId| {
        let actor = dataset.actor(id);
        let fixed = [Some(&actor.id), actor.alpha2.as_ref(), Some(&actor.name.fr), Some(&actor.name.en)];
        fixed
            .into_iter()
            .flatten()
            .chain(&actor.aliases)
            .map(|s| s.trim_end_matches('*').to_owned())
            .collect::<Vec<_>>()
    };
    // Ids win over names, names over aliases; the tables are small enough to walk.
    for depth in [1, 4, usize::MAX] {
        for id in dataset.all_actors() {
            if forms(id).iter().take(depth).any(|f| fold(f).text == wanted) {
                return Ok(id);
            }
        }
    }
    let english = dataset.all_actors().find(|&id| {
        let name = fold(&dataset.actor(id).name.en).text;
        ENGLISH.iter().any(|(given, meant)| wanted == *given && name == *meant)
    });
    if let Some(id) = english {
        return Ok(id);
    }
    let all: Vec<(ActorId, String)> =
        dataset.all_actors().flat_map(|id| forms(id).into_iter().map(move |f| (id, fold(&f).text))).collect();
    let hint = nearest(&wanted, all.iter().map(|(_, f)| f.as_str()))
        .and_then(|near| all.iter().find(|(_, f)| f == near))
        .map(|(id, _)| {
            let actor = dataset.actor(*id);
            format!("{} ({}, {})", actor.id, actor.name.fr, actor.name.en)
        });
    Err(NotFound { what: "actor", text: text.to_owned(), hint })
}

/// English forms in common use beside the official ones.
const ENGLISH: [(&str, &str); 4] = [
    ("south korea", "republic of korea"),
    ("korea", "republic of korea"),
    ("uk", "united kingdom"),
    ("us", "united states"),
];

/// Finds a tie by its id, whatever the case.
///
/// # Errors
/// When there is none, with the nearest id.
pub fn find_tie(dataset: &Dataset, text: &str) -> Result<TieId, NotFound> {
    let wanted = text.trim().to_lowercase();
    dataset.tie_ids().find(|&id| dataset.tie(id).id.to_lowercase() == wanted).ok_or_else(|| {
        let hint = nearest(text, dataset.ties.iter().map(|t| t.id.as_str())).map(|id| {
            let name = dataset.tie_id(id).map(|t| dataset.tie(t).name.fr.clone()).unwrap_or_default();
            format!("{id} ({name})")
        });
        NotFound { what: "tie", text: text.to_owned(), hint }
    })
}
