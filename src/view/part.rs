//! The parts of a report by their words: which is meant, and the command that prints it alone.

use crate::dataset::nearest;
use crate::explorer::NotFound;

/// The command of a report with `--only PART` after its verb; none where the command has not this verb.
pub fn command_of(command: &str, verb: &str, part: &str) -> Option<String> {
    let verb = format!(" {verb}");
    let at = command.find(&verb)? + verb.len();
    let (before, after) = command.split_at(at);
    // A verb ends where its word does.
    (after.is_empty() || after.starts_with(' ')).then(|| format!("{before} --only {part}{after}"))
}

/// The part that a word means.
///
/// # Errors
/// When there is no such part, with the nearest, or with all of them.
pub fn find_part(parts: &[&'static str], word: &str, what: &'static str) -> Result<&'static str, NotFound> {
    parts.iter().find(|p| **p == word).copied().ok_or_else(|| {
        let hint = nearest(word, parts.iter().copied()).map(str::to_owned);
        // A count and the list of what it counts bear one word.
        let mut all: Vec<&str> = Vec::new();
        for part in parts {
            if !all.contains(part) {
                all.push(part);
            }
        }
        NotFound { what, text: word.to_owned(), hint: hint.or_else(|| Some(all.join(", "))) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_stands_after_the_verb_and_its_subject() {
        let of = |command, verb| command_of(command, verb, "counts");
        assert_eq!(
            of("relier gaps deepen --as-of 2025-11-20", "gaps deepen").as_deref(),
            Some("relier gaps deepen --only counts --as-of 2025-11-20")
        );
        assert_eq!(
            of("relier --data d compare", "compare").as_deref(),
            Some("relier --data d compare --only counts")
        );
        assert_eq!(of("relier draw calendar --as-of 2025-11-20", "actions"), None);
        assert_eq!(of("relier report JPNX", "report JPN"), None);
    }

    #[test]
    fn a_part_that_is_none_is_answered_with_the_nearest_or_with_all() {
        let parts = ["headline", "counts", "trade"];
        assert_eq!(find_part(&parts, "trade", "part"), Ok("trade"));
        let hint = |word| find_part(&parts, word, "part").err().and_then(|e| e.hint);
        assert_eq!(hint("count").as_deref(), Some("counts"));
        assert_eq!(hint("zzz").as_deref(), Some("headline, counts, trade"));
    }
}
