//! What stands around every picture: title, dates, version, sources, limit.

use super::options::Options;
use super::plan::Plan;
use super::text::{Label, Weight, wrap};
use super::wheel::WheelLayout;
use super::words::{counted, date, limit, pick};
use crate::view::NetworkView;

/// Size of the notes.
const SIZE: f64 = 7.0;

/// The texts around a picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    /// Title.
    pub title: String,
    /// The view in a sentence.
    pub sentence: String,
    /// Sentences on what is left out.
    pub left_out: Vec<String>,
    /// All of them, placed.
    placed: Vec<Label>,
}

impl Frame {
    /// The labels.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.placed.iter()
    }

    /// The frame of a wheel.
    pub(super) fn wheel(plan: &Plan, layout: &WheelLayout, options: &Options) -> Frame {
        let lang = options.lang;
        let own = match plan.hub {
            Some(_) => pick(lang, "L’UE et ses partenaires numériques", "The EU and its digital partners"),
            None => pick(
                lang,
                "Sans l’UE: à quelles tables ses partenaires se rencontrent",
                "Without the EU: the tables at which its partners meet",
            ),
        };
        let title = options.title.clone().unwrap_or_else(|| own.to_owned());
        let mut sentence = sentence(plan, layout, options);
        if !options.selection.is_empty() {
            let given = pick(lang, "Sélection: ", "Selection: ");
            sentence = format!("{sentence} {given}{}.", options.selection.join(", "));
        }
        let left_out = left_out(plan, options);
        let notes = left_out.join(" ");
        Frame::placed(title, sentence, left_out, notes, plan.view, options, (layout.width, layout.height))
    }

    /// Places the texts of any picture.
    pub(super) fn placed(
        title: String,
        sentence: String,
        left_out: Vec<String>,
        notes: String,
        view: &NetworkView,
        options: &Options,
        (width, height): (f64, f64),
    ) -> Frame {
        let lang = options.lang;
        let mut placed = Vec::new();
        let heading = wrap(&title, 15.0, Weight::Bold, width, 1);
        placed.push(Label::line("", 0.0, 15.0, 15.0, "title").bold().with_lines(heading));
        let lines = wrap(&sentence, 8.0, Weight::Regular, width, 2);
        placed.push(Label::line("", 0.0, 27.0, 8.0, "muted").with_lines(lines));
        let mut below: Vec<String> = Vec::new();
        if !notes.is_empty() {
            below.extend(wrap(&notes, SIZE, Weight::Regular, width, 2));
        }
        let documents: Vec<String> = view
            .dataset
            .documents
            .iter()
            .map(|d| format!("{} ({})", d.reference, date(lang, &d.date)))
            .collect();
        let sources = format!("{} {}.", pick(lang, "Sources:", "Sources:"), documents.join("; "));
        below.extend(wrap(&sources, SIZE, Weight::Regular, width, 2));
        let digest: String = view.dataset.digest.chars().take(12).collect();
        let stamp = format!(
            "{} {}; {} {}. {} {} ({digest}). {}",
            pick(lang, "État au", "As of"),
            date(lang, &view.dates.as_of),
            pick(lang, "connu au", "known by"),
            date(lang, &view.dates.known),
            pick(lang, "Données relier, version", "relier dataset, version"),
            view.dataset.version,
            limit(lang)
        );
        below.extend(wrap(&stamp, SIZE, Weight::Regular, width, 2));
        let leading = SIZE * 1.24;
        let top = height - 2.0 - leading * (below.len() - 1) as f64;
        placed.push(Label::line("", 0.0, top, SIZE, "muted").with_lines(below));
        Frame { title, sentence, left_out, placed }
    }
}

fn sentence(plan: &Plan, layout: &WheelLayout, options: &Options) -> String {
    let lang = options.lang;
    let kind = |k: &str| plan.seats().filter(|s| s.node.kind == k).count();
    let partners = counted(lang, kind("partner"), ("partenaire", "partner"), ("partenaires", "partners"));
    let groupings = counted(lang, kind("grouping"), ("groupement", "grouping"), ("groupements", "groupings"));
    let forums = counted(
        lang,
        layout.tables.len(),
        ("forum ou organisation", "forum or organisation"),
        ("forums et organisations", "forums and organisations"),
    );
    let drawn: Vec<&crate::view::TieView> =
        plan.view.ties.iter().filter(|t| !plan.left_out.ties.contains(&t.id)).collect();
    let number = |f: &dyn Fn(&str) -> bool| drawn.iter().filter(|t| f(t.kind)).count();
    let instruments = counted(
        lang,
        number(&|k| !matches!(k, "ACTION" | "MEMBER" | "FORUM")),
        ("instrument", "instrument"),
        ("instruments", "instruments"),
    );
    let actions = counted(lang, number(&|k| k == "ACTION"), ("action", "action"), ("actions", "actions"));
    let and = pick(lang, "et", "and");
    match plan.hub {
        Some(_) => format!(
            "{partners} {and} {groupings} {}, {forums} {}; {instruments} {and} {actions}.",
            pick(lang, "autour de l’UE", "around the EU"),
            pick(lang, "à l’intérieur", "inside")
        ),
        None => {
            let tables = counted(
                lang,
                number(&|_| true),
                ("lien ou appartenance", "tie or membership"),
                ("liens et appartenances", "ties and memberships"),
            );
            format!("{partners} {and} {groupings}, {forums}; {tables}.")
        }
    }
}

/// What is left out, in sentences.
pub(super) fn left_out(plan: &Plan, options: &Options) -> Vec<String> {
    let lang = options.lang;
    let left = &plan.left_out;
    let mut out = Vec::new();
    let mut say = |n: usize, one: (&str, &str), many: (&str, &str)| {
        if n > 0 {
            out.push(counted(lang, n, one, many));
        }
    };
    say(
        left.universal.len(),
        (
            "organe universel non dessiné: il ne fait pas de lien.",
            "universal body not drawn: it makes no link.",
        ),
        (
            "organes universels non dessinés: ils ne font pas de lien.",
            "universal bodies not drawn: they make no link.",
        ),
    );
    say(
        left.ties.len(),
        (
            "lien non dessiné faute d’un partenaire dans l’image.",
            "tie not drawn for want of a partner in the picture.",
        ),
        (
            "liens non dessinés faute de partenaires dans l’image.",
            "ties not drawn for want of partners in the picture.",
        ),
    );
    say(
        left.listed,
        ("pays n’est que membre d’une liste.", "country stands only in a membership list."),
        ("pays ne sont que membres d’une liste.", "countries stand only in membership lists."),
    );
    say(
        left.beyond,
        ("acteur, le moins relié, n’a pas de place.", "actor, the least connected, has no room."),
        ("acteurs, les moins reliés, n’ont pas de place.", "actors, the least connected, have no room."),
    );
    say(
        left.forums,
        ("forum n’a pas de place.", "forum has no room."),
        ("forums n’ont pas de place.", "forums have no room."),
    );
    out
}
