//! Many texts that say much the same, as little text: pieces once each, texts as the numbers of their pieces, and what was said
//! in the same words before as a step back. `web/app/held.js` reads it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

/// Where a text is cut: before what comes again in others, as a tie with its quotations or a mark in a picture.
const MARKS: [&str; 9] = [
    "{\"id\":\"",
    "\"evidence\":[",
    "{\"document\":\"",
    "<g ",
    "<text",
    "{\"actor",
    "{\"goal\"",
    "\"text\":{",
    "\"note\":{",
];

/// The shortest piece that is worth a number of its own.
const SHORTEST: usize = 40;

/// The least number of pieces that is worth a step back.
const REPEATED: usize = 4;

/// Cuts a text into pieces, which together are the text.
fn pieces(body: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = MARKS.iter().flat_map(|m| body.match_indices(m)).map(|(at, _)| at).collect();
    starts.sort_unstable();
    let mut out = Vec::new();
    let mut last = 0;
    for start in starts {
        if start >= last + SHORTEST {
            out.push(&body[last..start]);
            last = start;
        }
    }
    out.push(&body[last..]);
    out
}

/// Numbers in which a stretch that came before, in any text, stands as how far back it began and how long it is.
#[derive(Default)]
struct Repeats {
    said: Vec<usize>,
    latest: HashMap<[usize; REPEATED], usize>,
}

impl Repeats {
    fn write(&mut self, body: &[usize]) -> Vec<i64> {
        let base = self.said.len();
        let mut out = Vec::new();
        let mut i = 0;
        while i < body.len() {
            let before = body[i..].first_chunk().and_then(|key| self.latest.get(key)).copied();
            let Some(at) = before else {
                out.push(i64::try_from(body[i]).unwrap_or(i64::MAX));
                i += 1;
                continue;
            };
            let same = self.said[at..].iter().zip(&body[i..]).take_while(|(a, b)| a == b).count();
            let back = i64::try_from(base + i - at).unwrap_or(i64::MAX);
            out.extend([-back, i64::try_from(same).unwrap_or(i64::MAX)]);
            i += same;
        }
        self.said.extend(body);
        for at in base..self.said.len() {
            if let Some(key) = self.said[at..].first_chunk() {
                self.latest.insert(*key, at);
            }
        }
        out
    }
}

/// The texts by their paths.
pub(super) fn packed(answers: &[(String, String)]) -> Value {
    // In the order of their words, so that what is nearly the same stands together.
    let sorted: BTreeSet<&str> = answers.iter().flat_map(|(_, body)| pieces(body)).collect();
    let numbers: HashMap<&str, usize> = sorted.iter().enumerate().map(|(n, piece)| (*piece, n)).collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut bodies: Vec<Vec<i64>> = Vec::new();
    let mut repeats = Repeats::default();
    for (path, body) in answers {
        let next = bodies.len();
        let place = *known.entry(body).or_insert(next);
        if place == next {
            let own: Vec<usize> = pieces(body).iter().map(|p| numbers[p]).collect();
            bodies.push(repeats.write(&own));
        }
        places.insert(path, place);
    }
    json!({ "paths": places, "bodies": bodies, "pieces": sorted })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `held.js` reads it.
    fn unpacked(packed: &Value) -> BTreeMap<String, String> {
        let number = |v: &Value| v.as_i64().unwrap_or_default();
        let texts: Vec<&str> =
            packed["pieces"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut said: Vec<i64> = Vec::new();
        let mut bodies = Vec::new();
        for body in packed["bodies"].as_array().into_iter().flatten() {
            let from = said.len();
            let mut numbers = body.as_array().into_iter().flatten().map(number);
            while let Some(n) = numbers.next() {
                if n >= 0 {
                    said.push(n);
                    continue;
                }
                let at = said.len() - usize::try_from(-n).unwrap_or_default();
                for k in 0..usize::try_from(numbers.next().unwrap_or_default()).unwrap_or_default() {
                    said.push(said[at + k]);
                }
            }
            let body: String =
                said[from..].iter().map(|n| texts[usize::try_from(*n).unwrap_or_default()]).collect();
            bodies.push(body);
        }
        let paths = packed["paths"].as_object().into_iter().flatten();
        paths
            .map(|(p, n)| (p.clone(), bodies[usize::try_from(number(n)).unwrap_or_default()].clone()))
            .collect()
    }

    fn body(ids: impl Iterator<Item = usize>) -> String {
        ids.map(|n| format!("{{\"id\":\"tie number {n}\",\"evidence\":[\"words of the document {n}\"]}}"))
            .collect()
    }

    #[test]
    fn the_pieces_of_an_answer_are_the_answer() {
        let body = format!(
            "{{\"ties\":[{}]}}",
            "{\"id\":\"é\",\"evidence\":[{\"document\":\"d\",\"quote\":\"a long one, to be cut here\"}]}"
                .repeat(8)
        );
        for text in [body.as_str(), "", "short", "<g <g <text"] {
            assert_eq!(pieces(text).concat(), text);
        }
        let cut = pieces(&body);
        assert!(cut.len() > 4, "{cut:?}");
        let distinct: std::collections::BTreeSet<&&str> = cut.iter().collect();
        assert!(distinct.len() < cut.len(), "what comes again is the same piece");
    }

    #[test]
    fn what_is_packed_is_unpacked_letter_for_letter() {
        let many: Vec<(String, String)> = [
            ("all".to_owned(), body(0..40)),
            ("some".to_owned(), body((0..40).filter(|n| n % 7 != 3))),
            ("again".to_owned(), body(0..40)),
            ("twice".to_owned(), body((0..12).chain(0..12))),
            ("none".to_owned(), String::new()),
            ("é".to_owned(), "«œ» <text é".repeat(20)),
        ]
        .into();
        let packed = packed(&many);
        assert_eq!(unpacked(&packed), many.iter().cloned().collect());
        // The second list is mostly steps back to the first, and the third is the first itself.
        let numbers = packed["bodies"][1].as_array().map_or(0, Vec::len);
        assert!(numbers < pieces(&many[1].1).len() / 2, "{numbers} numbers");
        assert_eq!(packed["paths"]["again"], packed["paths"]["all"]);
    }
}
