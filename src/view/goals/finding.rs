//! The word by which a finding is called: the same in the address of the page, on the command line and in the API, on whatever day and in
//! whatever language, as long as there is such a finding.

use super::{GoalView, LineView, SectionView};
use crate::dataset::nearest;
use crate::explorer::NotFound;
use crate::view::names::Label;

/// Gives every line of a list its word: the list, then whom and what the line is about: `silent.JPN.D7`, `parallel.AUS.JPN`.
pub(super) fn name_lines(sections: &mut [SectionView]) {
    for section in sections {
        for line in &mut section.lines {
            line.id = word(section.id, line);
        }
    }
}

/// What tells the lines of a list apart: the tie where a line is about one, the value where it is about a threshold or a level, the rule of an
/// implication and the origin of a format, which their makers know; else the actors and the domain, area or kind.
fn word(section: &str, line: &LineView) -> String {
    let mut parts = vec![section.to_owned()];
    match section {
        "rows-without-partner" => parts.extend(line.ties.iter().cloned()),
        "thresholds" | "without-eu" => parts.extend(line.value.clone()),
        "implications" | "formats" => parts.push(line.id.clone()),
        _ => {
            parts.extend(line.actors.iter().cloned());
            parts.extend(line.column.clone());
        }
    }
    parts.join(".")
}

impl GoalView {
    /// Keeps one finding alone, by its word in any case.
    ///
    /// # Errors
    /// When this direction has no such finding, with the nearest.
    pub fn finding(&mut self, word: &str) -> Result<(), NotFound> {
        let ids = || self.sections.iter().flat_map(|s| &s.lines).map(|l| l.id.as_str());
        let Some(id) = ids().find(|id| id.eq_ignore_ascii_case(word)).map(str::to_owned) else {
            let hint = nearest(word, ids()).map(str::to_owned);
            return Err(NotFound { what: "finding of this direction", text: word.to_owned(), hint });
        };
        let verb = format!("gaps {}", self.goal);
        self.command = self.command.replacen(&verb, &format!("{verb} --finding {id}"), 1);
        for section in &mut self.sections {
            section.lines.retain(|l| l.id == id);
        }
        self.sections.retain(|s| !s.lines.is_empty());
        self.counts.clear();
        self.matrices.clear();
        self.headline = Label::default();
        self.evidence.clear();
        self.limits.clear();
        self.calibration = None;
        Ok(())
    }
}
