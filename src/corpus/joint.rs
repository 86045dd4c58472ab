//! The layout of a joint communication: front, sections, examples, endnotes, annex table.

use std::ops::Range;

use super::document::{Column, NoteCall, OutlineError, Passage, PassageKind, line_of, lines};

const ANNEX: &str = "ANNEXE";
const EXAMPLES: &str = "Exemples de futures actions";

pub(super) fn passages(text: &str, notes: &[String]) -> Result<Vec<Passage>, OutlineError> {
    let lines = lines(text);
    let at = |range: &Range<usize>| &text[range.clone()];
    let fail = |byte: usize, french: String, message: String| OutlineError {
        line: line_of(text, byte),
        message,
        french,
    };
    let end = text.len();

    let first = at(lines
        .first()
        .ok_or_else(|| fail(0, "le document est vide".into(), "the document is empty".into()))?);
    let annex_word = lines.iter().position(|l| at(l) == ANNEX).ok_or_else(|| {
        fail(
            end,
            format!("une ligne «{ANNEX}» devrait commencer l’annexe"),
            format!("a line «{ANNEX}» should begin the annex"),
        )
    })?;
    let annex_front =
        lines[..annex_word].iter().rposition(|l| at(l) == first).filter(|&i| i > 0).ok_or_else(|| {
            fail(
                lines[annex_word].start,
                format!("l’annexe devrait répéter «{first}»"),
                format!("the annex should repeat «{first}»"),
            )
        })?;
    let table =
        lines[annex_word..].iter().position(|l| at(l) == "|").map(|i| annex_word + i).ok_or_else(|| {
            fail(
                end,
                "la table de l’annexe devrait commencer par une ligne «|»".into(),
                "the annex table should begin with a line «|»".into(),
            )
        })?;
    let notes_from = annex_front.checked_sub(notes.len()).ok_or_else(|| {
        fail(
            0,
            format!("la fiche compte {} notes, le texte est plus court", notes.len()),
            format!("the card counts {} notes, the text is shorter", notes.len()),
        )
    })?;

    let mut out = Vec::new();
    body(text, &lines[..notes_from], &mut out);
    for (label, line) in notes.iter().zip(&lines[notes_from..annex_front]) {
        push(&mut out, format!("n{label}"), PassageKind::Note, line.clone());
    }
    for (i, line) in lines[annex_front..table].iter().enumerate() {
        push(&mut out, format!("annex front ¶{}", i + 1), PassageKind::Front, line.clone());
    }
    annex(text, lines[table].start, &mut out)?;
    note_calls(text, notes, &mut out)?;
    Ok(out)
}

fn push(out: &mut Vec<Passage>, locator: String, kind: PassageKind, range: Range<usize>) {
    out.push(Passage { locator, kind, range, calls: Vec::new() });
}

/// Everything before the notes. Headings are known by their form: `1.Title`, or in a section a line that ends no sentence.
fn body(text: &str, lines: &[Range<usize>], out: &mut Vec<Passage>) {
    let mut section: Option<u8> = None;
    let mut subsection = 0;
    let mut examples = 0u8;
    let mut in_examples = false;
    let mut paragraph = 0;
    let mut front = 0;
    let mut intro = 0;
    for line in lines {
        let words = &text[line.clone()];
        if words == "|" {
            continue;
        }
        if let Some(number) = numbered_heading(words) {
            section = Some(number);
            (subsection, paragraph, in_examples) = (0, 0, false);
            push(out, format!("s{number} heading"), PassageKind::Heading, line.clone());
            continue;
        }
        let Some(number) = section else {
            if ends_sentence(words) {
                intro += 1;
                push(out, format!("intro ¶{intro}"), PassageKind::Paragraph, line.clone());
            } else {
                front += 1;
                push(out, format!("front ¶{front}"), PassageKind::Front, line.clone());
            }
            continue;
        };
        let place = if subsection == 0 { format!("s{number}") } else { format!("s{number}.{subsection}") };
        if words.starts_with(EXAMPLES) {
            in_examples = true;
            // In one section the heading and all its examples share a line, cut by the bullets.
            let head = words.find('·').unwrap_or(words.len());
            let heading = line.start..line.start + words[..head].trim_end().len();
            push(out, format!("{place} examples heading"), PassageKind::Heading, heading);
            for bullet in bullets(words, head) {
                examples += 1;
                let range = line.start + bullet.start..line.start + bullet.end;
                push(out, format!("example {examples}"), PassageKind::Example(examples), range);
            }
        } else if in_examples && words.starts_with('·') {
            examples += 1;
            push(out, format!("example {examples}"), PassageKind::Example(examples), line.clone());
        } else if let Some(letter) = lettered(words) {
            push(out, format!("{place} ({letter})"), PassageKind::Paragraph, line.clone());
        } else if ends_sentence(words) {
            paragraph += 1;
            push(out, format!("{place} ¶{paragraph}"), PassageKind::Paragraph, line.clone());
        } else {
            subsection += 1;
            (paragraph, in_examples) = (0, false);
            push(out, format!("s{number}.{subsection} heading"), PassageKind::Heading, line.clone());
        }
    }
}

fn bullets(words: &str, from: usize) -> Vec<Range<usize>> {
    let starts: Vec<usize> = words[from..].match_indices('·').map(|(i, _)| from + i).collect();
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| {
            let piece = words[start..end].trim_end().trim_end_matches('|').trim_end();
            start..start + piece.len()
        })
        .collect()
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', ':', ';', '|'])
}

/// `2.Élargir le réseau…` → 2.
fn numbered_heading(words: &str) -> Option<u8> {
    let (number, title) = words.split_once('.')?;
    let number = number.parse().ok()?;
    (!title.is_empty() && !ends_sentence(words)).then_some(number)
}

/// `a)stimuler…` → `a`; `3)l’UE reliera…` → `3`.
fn lettered(words: &str) -> Option<&str> {
    let (label, _) = words.split_once(')')?;
    (label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(label)
}

/// The table: cells are closed by `|`. A row has four cells; a heading has one, then empty ones.
fn annex(text: &str, from: usize, out: &mut Vec<Passage>) -> Result<(), OutlineError> {
    let fail = |byte: usize, french: String, message: String| OutlineError {
        line: line_of(text, byte),
        message,
        french,
    };
    let mut row = 0u8;
    let (mut objective, mut subheading) = (0, 0);
    let mut seen_header = false;
    for cells in rows(text, from) {
        let filled: Vec<&Range<usize>> = cells.iter().filter(|c| !c.is_empty()).collect();
        match (filled.len(), cells.len()) {
            (1, _) => {
                let cell = filled[0];
                if numbered_heading(&text[cell.clone()]).is_some() {
                    objective += 1;
                    subheading = 0;
                    push(out, format!("annex objective {objective}"), PassageKind::Heading, cell.clone());
                } else {
                    subheading += 1;
                    let locator = format!("annex subheading {objective}.{subheading}");
                    push(out, locator, PassageKind::Heading, cell.clone());
                }
            }
            (4, 4) => {
                for (column, cell) in Column::ALL.into_iter().zip(&cells) {
                    if seen_header {
                        let locator = format!("annex {} {}", row + 1, column.word());
                        push(out, locator, PassageKind::Cell { row: row + 1, column }, cell.clone());
                    } else {
                        let locator = format!("annex header {}", column.word());
                        push(out, locator, PassageKind::Heading, cell.clone());
                    }
                }
                if seen_header {
                    row += 1;
                }
                seen_header = true;
            }
            (filled, cells_seen) => {
                let byte = cells.first().map_or(from, |c| c.start);
                return Err(fail(
                    byte,
                    format!("une ligne de l’annexe a 4 cases; ici {filled} sur {cells_seen} sont remplies"),
                    format!("an annex row has 4 cells; here {filled} of {cells_seen} are filled"),
                ));
            }
        }
    }
    Ok(())
}

/// Rows of cells. A line «|» alone opens a row; `|||` fills up a heading row.
fn rows(text: &str, from: usize) -> Vec<Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut start = from + 1;
    for (i, &byte) in bytes.iter().enumerate().skip(from + 1) {
        if byte != b'|' {
            continue;
        }
        let cell = trimmed(text, start..i);
        start = i + 1;
        if row.len() == 4 {
            // The bar after four cells opens the next row.
            rows.push(std::mem::take(&mut row));
        } else {
            row.push(cell);
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// Finds the calls ` 1 `, ` 2 `, … in order through the body: a number counts only where its turn has come.
fn note_calls(text: &str, notes: &[String], out: &mut [Passage]) -> Result<(), OutlineError> {
    let last = notes.iter().filter_map(|n| n.rsplit('-').next()?.parse().ok()).max().unwrap_or(0u8);
    let mut next = 1u8;
    for passage in out.iter_mut() {
        if matches!(passage.kind, PassageKind::Note) {
            break;
        }
        let mut from = passage.range.start;
        while next <= last {
            let wanted = format!(" {next} ");
            let Some(found) = text[from..passage.range.end].find(&wanted) else { break };
            let start = from + found + 1;
            let end = start + wanted.len() - 2;
            passage.calls.push(NoteCall { number: next, range: start..end });
            from = end;
            next += 1;
        }
    }
    if next <= last {
        let byte = out.iter().find(|p| matches!(p.kind, PassageKind::Note)).map_or(0, |p| p.range.start);
        return Err(OutlineError {
            line: line_of(text, byte),
            message: format!("footnote call {next} of {last} was not found in its place in the text"),
            french: format!("l’appel de note {next} sur {last} n’est pas à sa place dans le texte"),
        });
    }
    Ok(())
}
