//! What every picture is painted with: classes for the theme, data attributes for the page, titles for those who
//! listen.

use super::dates::when;
use super::index::Index;
use super::nouns::Noun;
use super::options::Options;
use super::svg::{Writer, num};
use super::text::Label;
use super::theme::{Lay, family, rules, stroke};
use super::wheel::Point;
use super::words::{class, pick, state};
use crate::dataset::Word;
use crate::view::{Lang, NodeView, TieView};

/// Around a picture, in its own units.
pub(super) const MARGIN: f64 = 6.0;

/// The least width to a height of a picture that lies on a page, and the most height to a width of one that stands: with
/// margins of 10 mm, A4 leaves 277 × 190 mm, and a millimetre to spare keeps the whole on its one page.
const LIES: f64 = 1.475;
const STANDS: f64 = 1.445;
/// What is longer than wide by more than that needs several pages.
const LONGEST: f64 = 1.75;

/// The ground beside a picture of a size, left and right together, without which it would not fit one page at the
/// width of the paper.
pub(super) fn beside(wide: f64, high: f64) -> f64 {
    let wanted = match high / wide {
        tall if tall < 1.0 / 1.2 => high * LIES,
        tall if tall > STANDS && tall < LONGEST => high / STANDS,
        _ => wide,
    };
    (wanted - wide).max(0.0)
}

/// The width at which a picture of a height fills an upright page.
pub(super) fn upright(height: f64) -> f64 {
    (height + 2.0 * MARGIN) / STANDS - 2.0 * MARGIN
}

/// The width at which a picture of a height fills a page that lies.
pub(super) fn across(height: f64) -> f64 {
    (height + 2.0 * MARGIN) * LIES - 2.0 * MARGIN
}

/// The height at which a picture of a width fills a page that lies.
pub(super) fn lying(width: f64) -> f64 {
    (width + 2.0 * MARGIN) / LIES - 2.0 * MARGIN
}

/// Opens a picture: its size, its words, its rules.
pub(super) fn open(
    w: &mut Writer,
    picture: &str,
    (width, height): (f64, f64),
    title: &str,
    sentence: &str,
    options: &Options,
) {
    let id = |name: &str| format!("{}{name}", options.prefix);
    let lang = options.lang.word().to_owned();
    let high = height + 2.0 * MARGIN;
    let aside = beside(width + 2.0 * MARGIN, high);
    let (left, wide) = (-MARGIN - aside / 2.0, width + 2.0 * MARGIN + aside);
    w.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("class", "relier".to_owned()),
            ("viewBox", format!("{} -{} {} {}", num(left), num(MARGIN), num(wide), num(high))),
            ("width", num(options.width)),
            ("height", num(options.width * high / wide)),
            ("role", "graphics-document document".to_owned()),
            ("aria-labelledby", format!("{} {}", id("title"), id("desc"))),
            ("lang", lang.clone()),
            ("xml:lang", lang),
            ("data-picture", picture.to_owned()),
        ],
    );
    w.text("title", &[("id", id("title"))], title);
    let words: Vec<&str> = options.caption.as_deref().into_iter().chain([sentence]).collect();
    w.text("desc", &[("id", id("desc"))], &words.join(" "));
    if options.standalone {
        w.text("style", &[], &rules(options.theme));
    }
    let size = [("width", num(wide)), ("height", num(high))];
    let [wide, high] = size;
    w.empty("rect", &[("class", "ground".to_owned()), ("x", num(left)), ("y", num(-MARGIN)), wide, high]);
}

/// The texts around a picture.
pub(super) fn frame<'a>(w: &mut Writer, labels: impl Iterator<Item = &'a Label>) {
    w.open("g", &[("class", "frame".to_owned())]);
    labels.for_each(|label| w.label(label));
    w.close();
}

/// A tie in words: name, state, dates, class.
pub(super) fn tie_title(tie: &TieView, lang: Lang) -> String {
    let mut words = format!("{} – {}", tie.names.get(lang), state(lang, tie.state));
    if tie.beginning_unknown {
        words.push_str(pick(lang, ", début non daté", ", beginning not dated"));
    }
    let dated = when(lang, &tie.valid, tie.state);
    if !dated.is_empty() {
        words.push_str(&format!(", {dated}"));
    }
    if tie.class != "stated" {
        words.push_str(&format!(" ({})", class(lang, tie.class)));
    }
    words
}

/// The attributes of a tie's element.
pub(super) fn tie_attributes(tie: &TieView) -> Vec<(&'static str, String)> {
    let name = family(tie.kind).name();
    let mut out = vec![
        ("class", format!("tie f-{name} k-{} c-{} s-{}", tie.kind, tie.class, tie.state)),
        ("data-tie", tie.id.clone()),
        ("data-kind", tie.kind.to_owned()),
        ("data-family", name.to_owned()),
        ("data-state", tie.state.to_owned()),
        ("data-class", tie.class.to_owned()),
        ("data-participants", tie.participants.join(" ")),
    ];
    if tie.class == "additional" {
        // Set apart from what the documents state, whatever its kind and state.
        out.push(("opacity", "0.75".to_owned()));
    }
    if tie.polarity == "concern" {
        out.push(("data-polarity", tie.polarity.to_owned()));
    }
    if !tie.areas.is_empty() {
        out.push(("data-areas", tie.areas.join(" ")));
    }
    out
}

/// The class of a line at a table of so many partners: the pair at a small one meets more closely, as 1/(n−1) says
/// (Newman 2001).
pub(super) fn closeness(partners: usize) -> &'static str {
    match partners {
        0..=4 => "w-4",
        5..=8 => "w-3",
        9..=14 => "w-2",
        _ => "w-1",
    }
}

/// The mark of an action.
pub(super) fn mark(w: &mut Writer, state: &str, at: Point) {
    if state == "active" { w.circle("full", at.x, at.y, 1.3) } else { w.circle("open", at.x, at.y, 1.3) }
}

/// The mark of an action that conveys concerns.
pub(super) fn cross(w: &mut Writer, at: Point) {
    let Point { x, y } = at;
    let d = format!("M{} {}l2.6 2.6m0 -2.6l-2.6 2.6", num(x - 1.3), num(y - 1.3));
    w.path("bare", d);
}

/// The star of what rests on additional sources alone; below a mark its arms stand out.
pub(super) fn star(w: &mut Writer, at: Point, arm: f64) {
    let Point { x, y } = at;
    let (a, b) = (arm * 0.866, arm * 0.5);
    let stroke =
        |dx: f64, dy: f64| format!("M{} {}L{} {}", num(x - dx), num(y - dy), num(x + dx), num(y + dy));
    w.circle("ground", x, y, arm + 0.3);
    w.path("star", stroke(0.0, arm) + &stroke(a, b) + &stroke(a, -b));
}

/// A small square.
pub(super) fn square(w: &mut Writer, at: Point) {
    const HALF: f64 = 1.5;
    let corner = [("x", num(at.x - HALF)), ("y", num(at.y - HALF))];
    let size = [("width", num(2.0 * HALF)), ("height", num(2.0 * HALF))];
    let ([x, y], [wide, high]) = (corner, size);
    w.empty("rect", &[("class", "dot".to_owned()), x, y, wide, high]);
}

/// A square on its corner, of half a diagonal.
pub(super) fn lozenge(at: Point, half: f64) -> String {
    let s = num(half);
    format!("M{} {}l{s} {s}l-{s} {s}l-{s} -{s}z", num(at.x), num(at.y - half))
}

/// The end of a line, in a state's shape.
pub(super) fn end(w: &mut Writer, state: &str, at: Point, angle: f64) {
    let Point { x, y } = at;
    let turned = |along: f64, across: f64| {
        let (sin, cos) = angle.sin_cos();
        format!("{} {}", num(x + along * cos - across * sin), num(y + along * sin + across * cos))
    };
    match state {
        "active" => w.circle("full", x, y, 1.1),
        "negotiating" => w.circle("open", x, y, 1.35),
        // Only what belongs to the line itself turns with it: a lozenge turned by half a right angle would be the square.
        "agreed" => w.path("open", lozenge(at, 1.75)),
        "proposed" => {
            w.path("open", format!("M{}L{}L{}Z", turned(2.4, 0.0), turned(-0.4, 1.4), turned(-0.4, -1.4)));
        }
        "unknown" | "unconfirmed" => {
            let d = format!("M{} {}h2.4v2.4h-2.4z", num(x - 1.2), num(y - 1.2));
            w.path(if state == "unknown" { "open" } else { "full" }, d);
        }
        "unbegun" => {
            let bar = |along: f64| format!("M{}L{}", turned(along, 1.5), turned(along, -1.5));
            w.path("bare", bar(-0.8) + &bar(0.8));
        }
        _ => w.path("bare", format!("M{}L{}", turned(0.0, 1.7), turned(0.0, -1.7))),
    }
}

/// The attributes of a node's element.
pub(super) fn node_attributes(node: &NodeView) -> Vec<(&'static str, String)> {
    let mut out = vec![
        ("class", format!("node n-{}", node.kind)),
        // One thing with one name, that of its title: who listens hears it once, with what it has.
        ("role", "graphics-symbol img".to_owned()),
        ("data-node", node.id.clone()),
        ("data-kind", node.kind.to_owned()),
    ];
    if let Some(stratum) = node.stratum {
        out.push(("data-stratum", stratum.to_owned()));
    }
    if let Some(level) = node.level {
        out.push(("data-level", level.to_owned()));
    }
    out
}

/// A node in words.
pub(super) fn node_title(index: &Index, node: &NodeView, lang: Lang) -> String {
    let (mut instruments, mut actions) = (0, 0);
    for (_, tie) in index.ties(&node.id).filter(|(_, t)| t.class != "structural") {
        *(if tie.kind == "ACTION" { &mut actions } else { &mut instruments }) += 1;
    }
    let (instruments, actions) =
        (Noun::Instrument.counted(lang, instruments), Noun::Action.counted(lang, actions));
    format!("{}: {instruments}, {actions}", node.names.get(lang))
}

/// The line of a kind, with what lies on it.
pub(super) fn stroked(w: &mut Writer, kind: &str, d: String) {
    w.path("line", d.clone());
    if stroke(kind).lay != Lay::Nothing {
        w.path("lay", d);
    }
}

/// A straight path.
pub(super) fn line(from: Point, to: Point) -> String {
    format!("M{} {}L{} {}", num(from.x), num(from.y), num(to.x), num(to.y))
}
