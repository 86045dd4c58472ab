//! What stands around every picture: title, dates, version, sources, limit.

use super::dates::date;
use super::nouns::{Noun, listed};
use super::options::Options;
use super::phrases::Phrase;
use super::plan::Plan;
use super::text::{Label, Weight, wrap};
use super::wheel::WheelLayout;
use super::words::limit;
use crate::view::{Chosen, Lang, NetworkView};

/// Size of the notes.
const SIZE: f64 = 7.2;
/// What is narrower stands on an upright page.
const NARROW: f64 = 700.0;
/// The most lines below a picture on an upright page, and of each text below one that lies.
const BELOW: (usize, usize) = (12, 6);
/// Size of the title, and of one that needs the room.
const TITLE: (f64, f64) = (15.0, 10.5);
/// The most lines of a sentence: the longest selection wraps, and a name without end is cut.
pub(super) const MOST_LINES: usize = 30;
/// Size of the sentence.
pub(super) const SENTENCE: f64 = 8.0;
/// Size of the caption.
const CAPTION: f64 = 8.0;

/// The texts around a picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    /// Title.
    pub title: String,
    /// The view in a sentence.
    pub sentence: String,
    /// Sentences on what is left out.
    pub left_out: Vec<String>,
    /// The caller's own words.
    pub caption: Option<String>,
    /// All of them, placed: title, sentence, caption where there is one, notes.
    placed: Vec<Label>,
}

impl Frame {
    /// The labels.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.placed.iter()
    }

    /// The height of the lines of the sentence after the first, in a picture of this width.
    pub(super) fn more(&self, width: f64) -> f64 {
        let lines = wrap(&self.sentence, SENTENCE, Weight::Regular, width, MOST_LINES).len();
        lines.saturating_sub(1) as f64 * SENTENCE * 1.24
    }

    /// The upper edge of what stands below the picture.
    pub(super) fn foot(&self) -> f64 {
        self.placed.iter().skip(2).map(|l| l.bounds().y).fold(f64::INFINITY, f64::min)
    }

    /// The frame of a wheel.
    pub(super) fn wheel(plan: &Plan, layout: &WheelLayout, options: &Options) -> Frame {
        let lang = options.lang;
        let own = match plan.hub {
            Some(_) => Phrase::TitleWheel,
            None if plan.split() => Phrase::TitleSplit,
            None => Phrase::TitleWithout,
        };
        let title = options.title.clone().unwrap_or_else(|| own.get(lang).to_owned());
        let sentence = sentence(plan, layout, options);
        let mut left_out = left_out(plan, options);
        if !(layout.lines.is_empty() && layout.chords.is_empty()) {
            left_out.insert(0, Phrase::CountsOfKinds.get(lang).to_owned());
        }
        if !layout.rings.is_empty() {
            left_out.push(Phrase::EmptyRing.get(lang).to_owned());
        }
        let beside = layout.since.iter().map(|l| layout.width - l.bounds().x + 12.0).fold(0.0, f64::max);
        let size = (layout.width, layout.height);
        Frame::beside(title, sentence, left_out, plan.view, options, size, beside)
    }

    /// Places the texts of any picture.
    pub(super) fn placed(
        title: String,
        sentence: String,
        left_out: Vec<String>,
        view: &NetworkView,
        options: &Options,
        size: (f64, f64),
    ) -> Frame {
        Frame::beside(title, sentence, left_out, view, options, size, 0.0)
    }

    /// The same where something stands at the right of what is below.
    fn beside(
        title: String,
        sentence: String,
        left_out: Vec<String>,
        view: &NetworkView,
        options: &Options,
        (width, height): (f64, f64),
        taken: f64,
    ) -> Frame {
        let lang = options.lang;
        let title = view.dates.titled(&title, lang);
        let sentence = with_selection(sentence, options);
        let mut placed = Vec::new();
        let letters = TITLE.0 * (width / super::text::width(&title, TITLE.0, Weight::Bold)).min(1.0);
        let letters = letters.max(TITLE.1);
        let heading = wrap(&title, letters, Weight::Bold, width, 1);
        placed.push(Label::line("", 0.0, 15.0, letters, "title").bold().with_lines(heading));
        let lines = wrap(&sentence, SENTENCE, Weight::Regular, width, MOST_LINES);
        placed.push(Label::line("", 0.0, 27.0, SENTENCE, "muted").with_lines(lines));
        let room = width - taken;
        let own = options.caption.iter().flat_map(|c| wrap(c, CAPTION, Weight::Regular, room, usize::MAX));
        let own: Vec<String> = own.collect();
        let documents: Vec<String> = view
            .dataset
            .documents
            .iter()
            .map(|d| format!("{} ({})", d.reference, date(lang, &d.date)))
            .collect();
        let sources = format!("{} {}.", Phrase::Sources.get(lang), documents.join("; "));
        let digest: String = view.dataset.digest.chars().take(12).collect();
        let dates = &view.dates;
        let (as_of, known) = (date(lang, &dates.as_of), date(lang, &dates.known));
        let days = match dates.as_of == dates.known {
            true => format!("{} {known}", Phrase::AsOfAndKnown.get(lang)),
            false => format!("{} {as_of}; {} {known}", Phrase::AsOf.get(lang), Phrase::Known.get(lang)),
        };
        let version = format!("{} {} ({digest})", Phrase::Version.get(lang), view.dataset.version);
        let stamp = format!("{days}. {version}. {}", limit(&view.dataset, lang));
        // On a narrow page one after the other, on a broad one each on lines of its own. What is taken on top of the
        // documents comes first, an assumption always on lines of its own.
        let narrow = width < NARROW;
        let first = view.dates.first().map(|a| a.get(lang).to_owned()).unwrap_or_default();
        let texts = [left_out.join(" "), sources, stamp];
        let texts = match (narrow, view.dates.assumptions.is_empty()) {
            (true, true) => vec![[&[first], &texts[..]].concat().join(" ")],
            (true, false) => vec![first, texts.join(" ")],
            (false, _) => [&[first], &texts[..]].concat(),
        };
        let most = if narrow { BELOW.0 } else { BELOW.1 };
        let texts = texts.iter().map(|t| t.trim()).filter(|t| !t.is_empty());
        let below: Vec<String> = texts.flat_map(|t| wrap(t, SIZE, Weight::Regular, room, most)).collect();
        let leading = SIZE * 1.24;
        let top = height - 2.0 - leading * (below.len() - 1) as f64;
        if !own.is_empty() {
            let caption = Label::line("", 0.0, 0.0, CAPTION, "name").with_lines(own);
            let tall = caption.next();
            placed.push(Label { y: top - tall - 3.0, ..caption });
        }
        placed.push(Label::line("", 0.0, top, SIZE, "muted").with_lines(below));
        Frame { title, sentence, left_out, caption: options.caption.clone(), placed }
    }
}

/// What was chosen, in a sentence.
pub(super) fn selected(selection: &[Chosen], lang: Lang) -> String {
    let words: Vec<&str> = selection.iter().map(|c| c.words.get(lang)).collect();
    format!("{} {}.", Phrase::Selection.get(lang), words.join("; "))
}

/// The view in a sentence, and after it what was chosen.
pub(super) fn with_selection(sentence: String, options: &Options) -> String {
    match options.selection.is_empty() {
        true => sentence,
        false => format!("{sentence} {}", selected(&options.selection, options.lang)),
    }
}

/// The view in a sentence.
fn sentence(plan: &Plan, layout: &WheelLayout, options: &Options) -> String {
    let lang = options.lang;
    let kind = |k: &str| plan.seats().filter(|s| s.node.kind == k).count();
    let kinds: Vec<&str> = plan.drawn().map(|t| t.kind).collect();
    let number = |f: &dyn Fn(&str) -> bool| kinds.iter().filter(|k| f(k)).count();
    let lists = plan.drawn().filter(|t| t.kind == "MEMBER" && t.inferred_from.is_none()).count();
    let actors = [
        (kind("member-state"), Noun::MemberState),
        (kind("partner"), Noun::Partner),
        (kind("grouping"), Noun::Grouping),
    ];
    let ties = [
        (number(&|k| !matches!(k, "ACTION" | "MEMBER" | "FORUM")), Noun::Instrument),
        (number(&|k| k == "FORUM"), Noun::ForumWork),
        (number(&|k| k == "ACTION"), Noun::Action),
        (lists, Noun::MemberList),
    ];
    let actors = listed(lang, &actors);
    let forums = listed(lang, &[(layout.tables.len(), Noun::Forum)]);
    let ties = listed(lang, &ties);
    if actors.is_empty() && forums.is_empty() {
        let nothing = Phrase::NoPartner.get(lang);
        return if ties.is_empty() { nothing.to_owned() } else { format!("{nothing} {ties}.") };
    }
    let placed = |text: String, place: Phrase| match plan.hub {
        Some(_) if !text.is_empty() => format!("{text} {}", place.get(lang)),
        _ => text,
    };
    let who = [placed(actors, Phrase::AroundEu), placed(forums, Phrase::Inside)];
    let who = who.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    if ties.is_empty() { format!("{who}.") } else { format!("{who}; {ties}.") }
}

/// What is left out, in sentences.
pub(super) fn left_out(plan: &Plan, options: &Options) -> Vec<String> {
    let left = &plan.left_out;
    let tie = match plan.hub {
        Some(_) => Noun::LeftTie,
        // Whose ends have no room is not left out for what it is.
        None if left.beyond > 0 => Noun::LeftTie,
        None if plan.split() => Noun::LeftTieSplit,
        None => Noun::LeftTieWithout,
    };
    let beyond = if options.focus.is_some() { Noun::LeftFar } else { Noun::LeftBeyond };
    let inferred = plan.drawn().filter(|t| t.inferred_from.is_some()).count();
    // A list of members is none of the ties that a document states: each is counted with its like, as the page counts them.
    let ties = plan.view.ties.iter().enumerate();
    let lists = ties.filter(|(i, t)| t.class == "structural" && !plan.drawn.contains(i)).count();
    let counts = [
        (inferred, Noun::Inferred),
        (left.beyond, beyond),
        (left.universal.len(), Noun::LeftUniversal),
        (left.ties.len() - lists, tie),
        (lists - left.unlabeled, Noun::LeftList),
        (left.unlabeled, Noun::LeftUnlabeled),
        (left.listed, Noun::LeftListed),
        (left.idle, Noun::LeftIdle),
        (left.forums, Noun::LeftForum),
    ];
    let ties = plan.view.ties.iter().enumerate();
    let actions = ties.filter(|(i, t)| t.kind == "ACTION" && !plan.drawn.contains(i)).count();
    let mut out: Vec<String> = counts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, noun)| match noun {
            Noun::LeftTie if actions > 0 && actions < *n => {
                let others = Noun::Instrument.counted(options.lang, n - actions);
                let actions = Noun::Action.counted(options.lang, actions);
                format!("{} ({others}, {actions}).", noun.counted(options.lang, *n).trim_end_matches('.'))
            }
            _ => noun.counted(options.lang, *n),
        })
        .collect();
    if plan.hub.is_none() && plan.drawn().any(|t| t.kind == "MEMBER") {
        out.insert(0, Phrase::ListsBeside.get(options.lang).to_owned());
    }
    out
}
