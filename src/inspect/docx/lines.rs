//! Lines as they are seen: how wide they are, where they break, what pushes their letters.

use super::piece::{self, next_stop};
use super::raw;
use super::setting::Setting;
use crate::inspect::observed::{Face, Run};
use crate::inspect::width;
use crate::units::Length;

/// The letters of paragraphs and the type of the first.
pub(super) fn words_of(paragraphs: &mut dyn Iterator<Item = &raw::Paragraph>) -> (String, Face) {
    let (mut texts, mut face) = (Vec::new(), None);
    for paragraph in paragraphs {
        for line in &paragraph.lines {
            let runs = piece::runs(line);
            face = face.or_else(|| runs.iter().find(|run| !run.text.trim().is_empty()).map(|run| run.face.clone()));
            let text = piece::text(&runs);
            texts.extend(Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
        }
    }
    (texts.join("\n"), face.unwrap_or_default())
}

/// The size in half-points of most letters.
pub(super) fn size_of(runs: &[Run]) -> Option<i64> {
    let longest = runs.iter().max_by_key(|run| run.text.trim().len())?;
    Some(longest.face.size.to_half_points())
}

/// Twips by which spaces push the first letter, and whether a tab does.
pub(super) fn lead(runs: &[Run]) -> (i64, bool) {
    let mut lead = 0;
    for run in runs {
        let spaces: String = run.text.chars().take_while(|letter| letter.is_whitespace() && *letter != '\n').collect();
        if spaces.contains('\t') {
            return (lead, true);
        }
        lead += width::letters(&spaces, run.face.size, false, false).map_or(0, Length::to_twips);
        if spaces.len() < run.text.len() {
            break;
        }
    }
    (lead, false)
}

/// The indent of a first line as it is seen: tabs and spaces that begin it push it on.
pub(super) fn seen_indent(runs: &[Run], left: i64, indent: i64, lead: i64, setting: &Setting, every: i64) -> i64 {
    let tabs = runs.first().map_or(0, |run| run.text.chars().take_while(|letter| *letter == '\t').count());
    if tabs == 0 {
        return indent + lead;
    }
    let end = (0..tabs.min(20)).fold(left + indent, |at, _| {
        // A line that hangs out has a stop where the others begin.
        if at < left { left } else { next_stop(at, setting, every).at }
    });
    end - left
}

/// Whether a text has no small letter.
pub(super) fn is_capital(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// How many lines a text may take that is not measured.
pub(super) fn guessed_lines(text: &str, size: i64, available: Option<i64>) -> usize {
    /// Twips of the middle letter to the half-point of its size.
    const WIDTH: usize = 9;
    let size = usize::try_from(size).unwrap_or(0) / 2 * WIDTH;
    let available = available.and_then(|width| usize::try_from(width).ok()).unwrap_or(9_000);
    (text.chars().count() * size / available.max(1) + 1).min(1_000)
}

/// The widths of the lines of a text that breaks where it meets the edge, in twips; `None` where a typeface is not known.
pub(super) fn wrapped(runs: &[Run], available: Option<i64>) -> Option<Vec<i64>> {
    let mut lines = vec![0];
    let mut space = 0;
    for run in runs {
        for (index, line) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(0);
                space = 0;
            }
            for word in line.split_inclusive([' ', '\t']) {
                let letters = word.trim_end();
                let part = |text: &str| {
                    width::run(&Run { text: text.to_owned(), face: run.face.clone() }).map(Length::to_twips)
                };
                let own = part(letters)?;
                let last = lines.last_mut()?;
                if own > 0 {
                    if *last > 0 && available.is_some_and(|room| *last + space + own > room) {
                        lines.push(own);
                    } else {
                        *last += if *last > 0 { space + own } else { own };
                    }
                    space = 0;
                }
                space += part(&word[letters.len()..])?;
            }
        }
    }
    lines.retain(|line| *line > 0);
    Some(lines).filter(|lines| !lines.is_empty())
}
