//! Names against everything that is drawn, not only against names: spokes, marks, arcs, rings, plates. What is painted is
//! read from the SVG itself; how much room a name takes is measured with the embedded font.

use crate::drawn;
use crate::drawn::{ego_layout, elements, select, selections};
use relier::draw::{ForceLayout, Label, LabelBox, Options, Theme, WheelLayout, ego, force, wheel};
use relier::explorer::Query;
use relier::view::Lang;

/// A thing drawn: its class, the corners of its outline, half the width of its line.
struct Drawn {
    class: String,
    tie: String,
    corners: Vec<(f64, f64)>,
}

/// Numbers and commands of a path.
fn pieces(d: &str) -> Vec<(char, Vec<f64>)> {
    let mut out: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    let flush = |number: &mut String, out: &mut Vec<(char, Vec<f64>)>| {
        if !number.is_empty() {
            out.last_mut().unwrap().1.push(number.parse().unwrap());
            number.clear();
        }
    };
    for c in d.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => {
                flush(&mut number, &mut out);
                out.push((c, Vec::new()));
            }
            ' ' | ',' => flush(&mut number, &mut out),
            '-' => {
                flush(&mut number, &mut out);
                number.push(c);
            }
            _ => number.push(c),
        }
    }
    flush(&mut number, &mut out);
    out
}

/// An arc of a circle as corners; ours are round and upright.
fn arc(from: (f64, f64), radius: f64, large: bool, sweep: bool, to: (f64, f64)) -> Vec<(f64, f64)> {
    let (dx, dy) = ((to.0 - from.0) / 2.0, (to.1 - from.1) / 2.0);
    let half = dx.hypot(dy);
    let high = (radius * radius - half * half).max(0.0).sqrt();
    let side = if large == sweep { -1.0 } else { 1.0 };
    let (mx, my) = (from.0 + dx, from.1 + dy);
    let unit = if half > 0.0 { (-dy / half * high * side, dx / half * high * side) } else { (0.0, 0.0) };
    let center = (mx + unit.0, my + unit.1);
    let angle = |p: (f64, f64)| (p.1 - center.1).atan2(p.0 - center.0);
    let (a, mut b) = (angle(from), angle(to));
    if sweep && b < a {
        b += std::f64::consts::TAU;
    } else if !sweep && b > a {
        b -= std::f64::consts::TAU;
    }
    let r = radius.max(half);
    (0..=64)
        .map(|i| a + (b - a) * f64::from(i) / 64.0)
        .map(|t| (center.0 + r * t.cos(), center.1 + r * t.sin()))
        .collect()
}

/// The outlines of a path, one for each stroke of the pen.
fn outlines(d: &str) -> Vec<Vec<(f64, f64)>> {
    let mut all: Vec<Vec<(f64, f64)>> = Vec::new();
    let (mut at, mut start) = ((0.0, 0.0), (0.0, 0.0));
    for (command, n) in pieces(d) {
        let relative = command.is_ascii_lowercase();
        let base = if relative { at } else { (0.0, 0.0) };
        let mut line = vec![at];
        match command.to_ascii_uppercase() {
            'M' | 'L' => {
                for (i, p) in n.chunks(2).enumerate() {
                    let base = if relative { at } else { base };
                    let to = (base.0 + p[0], base.1 + p[1]);
                    if command.eq_ignore_ascii_case(&'M') && i == 0 {
                        start = to;
                        line = vec![to];
                    } else {
                        line.push(to);
                    }
                    at = to;
                }
            }
            'H' => {
                at.0 = base.0 + n[0];
                line.push(at);
            }
            'V' => {
                at.1 = base.1 + n[0];
                line.push(at);
            }
            'C' => {
                for p in n.chunks(6) {
                    let (a, b, to) = ((p[0], p[1]), (p[2], p[3]), (p[4], p[5]));
                    assert!(!relative, "a relative curve");
                    line.extend((1..=48).map(|i| {
                        let t = f64::from(i) / 48.0;
                        let u = 1.0 - t;
                        let mix = |p: f64, q: f64, r: f64, s: f64| {
                            u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
                        };
                        (mix(at.0, a.0, b.0, to.0), mix(at.1, a.1, b.1, to.1))
                    }));
                    at = to;
                }
            }
            'Q' => {
                for p in n.chunks(4) {
                    let (a, to) = ((p[0], p[1]), (p[2], p[3]));
                    line.extend((1..=48).map(|i| {
                        let t = f64::from(i) / 48.0;
                        let u = 1.0 - t;
                        let mix = |p: f64, q: f64, r: f64| u * u * p + 2.0 * u * t * q + t * t * r;
                        (mix(at.0, a.0, to.0), mix(at.1, a.1, to.1))
                    }));
                    at = to;
                }
            }
            'A' => {
                for p in n.chunks(7) {
                    let to = (base.0 + p[5], base.1 + p[6]);
                    line.extend(arc(at, p[0], p[3] != 0.0, p[4] != 0.0, to));
                    at = to;
                }
            }
            'Z' => {
                line.push(start);
                at = start;
            }
            other => panic!("a path with {other}"),
        }
        if line.len() > 1 {
            all.push(line);
        }
    }
    all
}

/// What lies behind everything, is not seen, or is a frame in which a name is meant to stand.
const BEHIND: [&str; 10] =
    ["halo", "hit", "lay", "ring-band", "ground", "hair", "hub", "box", "band", "title"];

fn drawn(svg: &str) -> Vec<Drawn> {
    let mut out = Vec::new();
    for e in elements(svg) {
        let class = e.find("class").unwrap_or_default();
        if BEHIND.iter().any(|b| class.split(' ').any(|c| c == *b)) || e.find("id").is_some() {
            continue;
        }
        let get = |key| e.find(key).and_then(|v| v.parse::<f64>().ok());
        let rings = match e.name.as_str() {
            "path" if !class.is_empty() => outlines(&e.get("d")),
            "circle" => {
                let (x, y, r) = (get("cx").unwrap(), get("cy").unwrap(), get("r").unwrap());
                let turn = |i: i32| f64::from(i) / 16.0 * std::f64::consts::TAU;
                vec![(0..=16).map(|i| (x + r * turn(i).cos(), y + r * turn(i).sin())).collect()]
            }
            "rect" => {
                let (x, y) = (get("x").unwrap_or(0.0), get("y").unwrap_or(0.0));
                let (w, h) = (get("width").unwrap(), get("height").unwrap());
                vec![vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)]]
            }
            _ => continue,
        };
        out.extend(rings.into_iter().map(|corners| Drawn {
            class: format!("{} {class}", e.name),
            tie: e.path.clone(),
            corners,
        }));
    }
    out
}

/// The part of a box that its letters fill: without the room that accents and descenders may take.
fn letters(b: &LabelBox, label: &Label) -> LabelBox {
    let (up, down) = (label.size * 0.2, label.size * 0.2);
    LabelBox { x: b.x + 0.3, y: b.y + up, width: b.width - 0.6, height: b.height - up - down }
}

/// Whether a line runs through a box.
fn through(corners: &[(f64, f64)], b: &LabelBox) -> bool {
    corners.windows(2).any(|pair| {
        let ((mut from, mut to), (p, q)) = ((0.0f64, 1.0f64), (pair[0], pair[1]));
        let d = (q.0 - p.0, q.1 - p.1);
        for (start, way, low, high) in [(p.0, d.0, b.x, b.x + b.width), (p.1, d.1, b.y, b.y + b.height)] {
            if way.abs() < 1e-12 {
                if start <= low || start >= high {
                    return false;
                }
                continue;
            }
            let (a, c) = ((low - start) / way, (high - start) / way);
            from = from.max(a.min(c));
            to = to.min(a.max(c));
        }
        from < to
    })
}

/// Names that something runs through, each with what.
fn crossed(svg: &str, boxes: &[(&Label, LabelBox)]) -> Vec<String> {
    let drawn = drawn(svg);
    assert!(drawn.len() > 3, "nothing is drawn");
    let plates: Vec<&Drawn> = drawn.iter().filter(|d| d.class.contains("plate")).collect();
    let mut out = Vec::new();
    for (label, area) in boxes {
        let letters = letters(area, label);
        // On a plate a name has a ground of its own, which covers what passes below.
        let (x, y) = (letters.x + letters.width / 2.0, letters.y + letters.height / 2.0);
        let on_a_plate = plates.iter().any(|p| {
            let xs = || p.corners.iter().map(|c| c.0);
            let ys = || p.corners.iter().map(|c| c.1);
            xs().fold(f64::MAX, f64::min) < x
                && x < xs().fold(f64::MIN, f64::max)
                && ys().fold(f64::MAX, f64::min) < y
                && y < ys().fold(f64::MIN, f64::max)
        });
        let passes = |d: &&Drawn| !(on_a_plate && d.class.contains("line"));
        if let Some(d) = drawn.iter().filter(passes).find(|d| through(&d.corners, &letters)) {
            out.push(format!("{:?} by {} {}", label.lines, d.class, d.tie));
        }
    }
    out
}

#[test]
fn a_line_through_a_box_is_seen() {
    let b = LabelBox { x: 10.0, y: 10.0, width: 20.0, height: 8.0 };
    assert!(through(&[(0.0, 14.0), (40.0, 14.0)], &b));
    assert!(through(&[(12.0, 12.0), (13.0, 13.0)], &b));
    assert!(!through(&[(0.0, 9.0), (40.0, 9.0)], &b));
    assert!(!through(&[(0.0, 0.0), (9.0, 30.0)], &b));
    assert_eq!(outlines("M0 0L10 0l0 5H2V1Z").len(), 5);
    let half = &outlines("M0 10A10 10 0 0 1 20 10")[0];
    assert!(half.iter().any(|p| (p.0 - 10.0).abs() < 1e-6 && p.1.abs() < 1e-6), "{half:?}");
}

#[test]
fn names_that_stand_elsewhere_are_found_out() {
    let view = drawn::whole();
    let options = Options { theme: Theme::Print, ..Options::default() };
    let layout = WheelLayout::new(&view, &options);
    let svg = wheel(&view, &options);
    let center = layout.circles.center.x;
    let moved = |x: f64| {
        let boxes = layout.boxes().into_iter().filter(|(l, _)| l.class == "name");
        let boxes = boxes.map(|(l, b)| (l, LabelBox { x: b.x + (center - b.x).signum() * x, ..b }));
        crossed(svg.as_str(), &boxes.collect::<Vec<_>>())
    };
    assert!(moved(0.0).is_empty());
    let found: Vec<String> = [10.0, 18.0, 26.0, 34.0, 60.0].into_iter().flat_map(moved).collect();
    for what in ["circle dot", "path rim", "path brace", "path line"] {
        assert!(found.iter().any(|f| f.contains(what)), "no name is told to be crossed by {what}");
    }
}

const LANGS: [Lang; 2] = [Lang::Fr, Lang::En];

#[test]
fn nothing_runs_through_a_name_of_the_wheel() {
    let mut bad = Vec::new();
    for (name, view) in selections() {
        for lang in LANGS {
            let options = Options { lang, theme: Theme::Print, ..Options::default() };
            let layout = WheelLayout::new(&view, &options);
            let svg = wheel(&view, &options);
            let found = crossed(svg.as_str(), &layout.boxes());
            bad.extend(found.into_iter().map(|f| format!("{name} {lang:?}: {f}")));
        }
    }
    assert!(bad.is_empty(), "{} names: {:#?}", bad.len(), &bad[..bad.len().min(60)]);
}

#[test]
fn nothing_runs_through_a_name_of_one_actor() {
    let mut bad = Vec::new();
    for actor in ["JPN", "IND", "UKR", "ASEAN", "OECD", "BRA", "WESTERN_BALKANS"] {
        for lang in LANGS {
            let options = Options { lang, theme: Theme::Print, ..Options::default() };
            let (view, layout) = ego_layout(actor, &options);
            let found = crossed(ego(&view, actor, &options).as_str(), &layout.boxes());
            bad.extend(found.into_iter().map(|f| format!("{actor} {lang:?}: {f}")));
        }
    }
    assert!(bad.is_empty(), "{} names: {:#?}", bad.len(), &bad[..bad.len().min(60)]);
}

/// The marks of the force picture: what stands at a node. Lines may pass below a name, which has a ground of its own.
#[test]
fn no_mark_of_the_force_picture_lies_under_a_name() {
    let mut bad = Vec::new();
    for (name, view) in selections().into_iter().take(6) {
        for lang in LANGS {
            let options = Options { lang, theme: Theme::Print, ..Options::default() };
            let layout = ForceLayout::new(&view, &options);
            let svg = force(&view, &options);
            let boxes = layout.boxes();
            let marks: Vec<Drawn> = drawn(svg.as_str())
                .into_iter()
                .filter(|d| !d.class.contains("line") && !d.class.contains("plate"))
                .collect();
            for (label, area) in &boxes {
                let letters = letters(area, label);
                if let Some(d) = marks.iter().find(|d| through(&d.corners, &letters)) {
                    bad.push(format!("{name} {lang:?}: {:?} by {} {}", label.lines, d.class, d.tie));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{} names: {:#?}", bad.len(), &bad[..bad.len().min(60)]);
}

/// The sign of a tie of several stands in an oval that covers what passes beneath it: nothing of another tie is painted after it there.
#[test]
fn no_line_of_the_force_picture_runs_over_the_sign_of_another_tie() {
    let (mut bad, mut below) = (Vec::new(), 0);
    let around = Query { focus: Some("JPN".to_owned()), depth: Some(2), ..Query::default() };
    let shipped = ["whole", "without the EU", "actions", "cyber", "around Japan", "large: split"];
    let mut all = selections();
    all.retain(|(name, _)| shipped.contains(name));
    assert_eq!(all.len(), shipped.len());
    all.push(("two steps around Japan", select(around)));
    for (name, view) in all {
        for lang in LANGS {
            let options = Options { lang, theme: Theme::Print, ..Options::default() };
            let drawn = drawn(force(&view, &options).as_str());
            for (at, oval) in
                drawn.iter().enumerate().filter(|(_, d)| d.class == "rect plate" && !d.tie.is_empty())
            {
                let xs = oval.corners.iter().map(|c| c.0);
                let ys = oval.corners.iter().map(|c| c.1);
                let (left, right) = (xs.clone().fold(f64::MAX, f64::min), xs.fold(f64::MIN, f64::max));
                let (top, low) = (ys.clone().fold(f64::MAX, f64::min), ys.fold(f64::MIN, f64::max));
                // Within its rounded ends.
                let area = LabelBox {
                    x: left + 1.5,
                    y: top + 0.5,
                    width: right - left - 3.0,
                    height: low - top - 1.0,
                };
                let runs =
                    |d: &&Drawn| d.class.contains("line") && d.tie != oval.tie && through(&d.corners, &area);
                below += drawn[..at].iter().filter(runs).count();
                bad.extend(
                    drawn[at..]
                        .iter()
                        .filter(runs)
                        .map(|d| format!("{name} {lang:?}: {} over {}", d.tie, oval.tie)),
                );
            }
        }
    }
    assert!(below > 0, "no line passes beneath any oval");
    assert!(bad.is_empty(), "{}: {:#?}", bad.len(), &bad[..bad.len().min(60)]);
}
