//! One partner in words: the state of play, what reaches it through groupings, what is not on record.

mod lists;
mod silence;

use schemars::JsonSchema;
use serde::Serialize;

use super::cells::{MatrixView, matrix};
use super::detail::detail_actor;
use super::goals::{CountView, SectionView, keep, part_names};
use super::names::Label;
use super::network::evidence_view;
use super::network::{
    DatasetView, DatesView, EvidenceView, NodeView, actor_view, dataset_view, dates_view, later_lists,
    read_later,
};
use super::part::{command_of, find_part};
use super::words::{in_words, say};
use crate::dataset::{ActorId, ActorKind, AreaId, DomainId, Kind, State, TieId};
use crate::explorer::{Explorer, NotFound, quoted_word};
use crate::gap::{Column, Counts, Ground, Matrix};

/// A partner's profile.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ProfileView {
    /// The partner.
    pub node: NodeView,
    /// In one sentence.
    pub headline: Label,
    /// Numbers with their denominators.
    pub counts: Vec<CountView>,
    /// Its row of the coverage matrices.
    pub matrices: Vec<MatrixView>,
    /// Instruments, actions, groupings, forums, trade, security, silence, established absences.
    pub sections: Vec<SectionView>,
    /// Where the documents describe it without a tie.
    pub card: Vec<EvidenceView>,
    /// What the reader must not conclude.
    pub limits: Vec<Label>,
    /// The command that recomputes it.
    pub command: String,
    /// Dataset.
    pub dataset: DatasetView,
    /// Dates.
    pub dates: DatesView,
}

impl ProfileView {
    /// What its parts are called: the counts together, each count, each list, each matrix, the headline and the limits.
    pub fn parts(&self) -> Vec<&'static str> {
        part_names(&self.counts, &self.sections, &self.matrices)
    }

    /// The verb of its command.
    pub fn verb(&self) -> String {
        format!("report {}", self.node.id)
    }

    /// Keeps one part alone; the note on the partner's name stays with each.
    ///
    /// # Errors
    /// When it has no such part, with the nearest.
    pub fn only(&mut self, part: &str) -> Result<(), NotFound> {
        let id = find_part(&self.parts(), part, "part of a profile")?;
        self.command = command_of(&self.command, &self.verb(), id).unwrap_or_default();
        keep(id, &mut self.counts, &mut self.sections, &mut self.matrices, &mut self.limits);
        if id != "headline" {
            self.headline = Label::default();
        }
        self.card.clear();
        Ok(())
    }
}

/// An actor of which there is no profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{} is no partner; a profile is of a country, a territory or a grouping. {} tells all that is known of it",
    name.en,
    command.en
)]
pub struct NoProfile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// The command that tells of it.
    pub command: Label,
}

impl NoProfile {
    /// The same in French.
    pub fn french(&self) -> String {
        let NoProfile { name, command, .. } = self;
        let (name, command) = (&name.fr, &command.fr);
        format!(
            "{name} n’est pas un partenaire; un profil est celui d’un pays, d’un territoire ou d’un groupement. «{command}» dit tout ce qui en est connu"
        )
    }
}

/// A tie that names the partner, with its state for the partner.
struct Own {
    id: TieId,
    state: State,
}

/// The kinds of the trade leg.
const TRADE: [Kind; 3] = [Kind::Dta, Kind::FtaD, Kind::Dfr];

/// The kinds of the security leg.
const SECURITY: [Kind; 2] = [Kind::Sdp, Kind::Cd];

/// The profile of a partner on the explorer's dates.
///
/// # Errors
/// For an actor that is neither a country or territory outside the EU nor a grouping.
pub fn profile_view(explorer: &Explorer, id: ActorId) -> Result<ProfileView, NoProfile> {
    let dataset = &*explorer.dataset;
    let actor = dataset.actor(id);
    if !matches!(actor.kind, ActorKind::Partner | ActorKind::Grouping) {
        let command = in_words(explorer.named_command(&format!("show {}", quoted_word(&actor.id))));
        return Err(NoProfile { id: actor.id.clone(), name: Label::from(&actor.name), command });
    }
    let ground = Ground { dataset, dates: explorer.dates };
    let own: Vec<Own> = ground
        .ties()
        .filter_map(|(tie_id, tie)| Some(Own { id: tie_id, state: ground.state(tie, tie.participant(id)?) }))
        .collect();
    let (actions, instruments): (Vec<&Own>, Vec<&Own>) =
        own.iter().partition(|o| dataset.tie(o.id).is_action());
    let detail = detail_actor(explorer, id);
    let running = |list: &[&Own]| list.iter().filter(|o| o.state == State::Active).count();
    let domains: Vec<Column> =
        (0..dataset.domains.len()).map(|i| Column::Domain(DomainId(i as u8))).collect();
    let areas: Vec<Column> = (0..dataset.areas.len()).map(|i| Column::Area(AreaId(i as u8))).collect();
    let (domains, areas) = (Matrix::new(ground, vec![id], domains), Matrix::new(ground, vec![id], areas));
    let counts = vec![
        count(
            "instruments-running",
            say("instruments en cours ou en vigueur", "instruments running or in force"),
            running(&instruments),
            instruments.len(),
        ),
        count(
            "actions-running",
            say("actions et exemples en cours", "actions and examples running"),
            running(&actions),
            actions.len(),
        ),
        covered(
            "domains",
            say(
                "domaines promis avec une action en cours qui le nomme",
                "promised domains with a running action that names it",
            ),
            domains.counts(),
        ),
        covered(
            "areas",
            say(
                "domaines d’action avec une action en cours qui le nomme",
                "areas with a running action that names it",
            ),
            areas.counts(),
        ),
    ];
    let headline = headline(&(&actor.name).into(), &counts, detail.derived.len());
    let headline = read_later(explorer, own.iter().map(|o| dataset.tie(o.id)), headline);
    Ok(ProfileView {
        node: actor_view(dataset, id),
        headline,
        matrices: vec![
            matrix(dataset, "domains", say("Les domaines promis", "The promised domains"), &domains),
            matrix(dataset, "areas", say("Les domaines d’action du texte", "The areas of the text"), &areas),
        ],
        sections: vec![
            lists::instruments(ground, id, &instruments),
            lists::actions(ground, id, &actions),
            lists::groupings(ground, &detail),
            lists::forums(ground, id, &detail),
            lists::leg(ground, id, &TRADE, "trade", say("Le volet commercial", "The trade leg")),
            lists::leg(ground, id, &SECURITY, "security", say("Le volet de sécurité", "The security leg")),
            silence::silent(ground, id, &domains, &areas),
            silence::absent(ground, id),
        ],
        counts,
        card: actor.evidence.iter().map(|e| evidence_view(dataset, e)).collect(),
        limits: limits(explorer),
        command: explorer.command(&format!("report {}", actor.id)),
        dataset: dataset_view(dataset),
        dates: dates_view(explorer),
    })
}

fn count(id: &'static str, label: Label, n: usize, of: usize) -> CountView {
    CountView { id, label, n, of, range: None }
}

fn covered(id: &'static str, label: Label, counts: Counts) -> CountView {
    count(id, label, counts.active, counts.total())
}

fn headline(name: &Label, counts: &[CountView], derived: usize) -> Label {
    let (i, a, d) = (&counts[0], &counts[1], &counts[2]);
    say(
        format!(
            "{}: {}; {}; {}. {} qui nomme ce partenaire, sur {} promis.",
            name.fr,
            match i.of {
                0 => "aucun instrument ne nomme ce partenaire".to_owned(),
                1 => format!("1 instrument nomme ce partenaire ({} en cours ou en vigueur)", i.n),
                n => format!("{n} instruments nomment ce partenaire, dont {} en cours ou en vigueur", i.n),
            },
            match a.of {
                0 => "aucune action ni aucun exemple".to_owned(),
                1 => format!("1 action ou exemple ({} en cours)", a.n),
                n => format!("{n} actions et exemples, dont {} en cours", a.n),
            },
            match derived {
                0 => "aucun lien de plus par un groupement".to_owned(),
                1 => "1 lien de plus par un groupement".to_owned(),
                n => format!("{n} liens de plus par un groupement"),
            },
            match d.n {
                0 => "Aucun domaine n’a une action en cours".to_owned(),
                1 => "1 domaine a une action en cours".to_owned(),
                n => format!("{n} domaines ont une action en cours"),
            },
            d.of
        ),
        format!(
            "{}: {}; {}; {}. {} that names this partner, of {} promised.",
            name.en,
            match i.of {
                0 => "no instrument names this partner".to_owned(),
                1 => format!("1 instrument names this partner ({} running or in force)", i.n),
                n => format!("{n} instruments name this partner, of which {} running or in force", i.n),
            },
            match a.of {
                0 => "no action and no example".to_owned(),
                1 => format!("1 action or example ({} running)", a.n),
                n => format!("{n} actions and examples, of which {} running", a.n),
            },
            match derived {
                0 => "no further tie through a grouping".to_owned(),
                1 => "1 further tie through a grouping".to_owned(),
                n => format!("{n} further ties through a grouping"),
            },
            match d.n {
                0 => "No domain has a running action".to_owned(),
                1 => "1 domain has a running action".to_owned(),
                n => format!("{n} domains have a running action"),
            },
            d.of
        ),
    )
}

/// What the profile does not say, and when the lists of members were read.
fn limits(explorer: &Explorer) -> Vec<Label> {
    let (falls, check) = (explorer.named_command("robustness deepen"), explorer.undated_command("check"));
    let (falls, check) = (in_words(falls), in_words(check));
    let lists = later_lists(explorer).unwrap_or_else(|| {
say(
            "Les appartenances aux forums et aux groupements viennent de sources publiques hors des deux documents, avec la date de leur vérification, qui peut suivre celle des documents.",
            "Memberships of forums and groupings come from public sources outside the two documents, with the date on which they were checked, which may be later than that of the documents.",
        )
    });
    vec![
        say(
            "Ce profil dit ce que deux documents énoncent du partenaire, et rien de ce qu’ils ne mentionnent pas.",
            "This profile says what two documents state of the partner, and nothing of what they do not mention.",
        ),
        say(
            "Un instrument ou une action qui porte des préoccupations est montré, et ne compte dans aucune cellule.",
            "An instrument or an action that conveys concerns is shown, and counts in no cell.",
        ),
        lists,
        say(
            format!(
                "Ce qu’une seule phrase porte à elle seule, parfois pour onze partenaires à la fois, est dit par «{}». Le silence des deux documents ne dit pas que rien n’existe.",
                falls.fr
            ),
            format!(
                "What a single sentence carries by itself, sometimes for eleven partners at once, is said by “{}”. The silence of the two documents does not say that nothing exists.",
                falls.en
            ),
        ),
        say(
            format!(
                "Les phrases sont des gabarits remplis par les enregistrements; chaque ligne porte ses citations, que «{}» retrouve lettre pour lettre.",
                check.fr
            ),
            format!(
                "Sentences are templates filled from records; each line carries its quotations, which “{}” finds letter for letter.",
                check.en
            ),
        ),
    ]
}
