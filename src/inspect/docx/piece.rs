//! Cuts a paragraph where the eye does: at breaks between centred lines, at pages, and where tabs or spaces push the rest of
//! a line to the other side.

use std::ops::Range;

use super::raw::{self, is_blank};
use super::setting::{Setting, Stop, StopKind};
use crate::inspect::observed::{Align, Face, Run, Stretch};
use crate::inspect::piece::is_capitals;
use crate::inspect::width;
use crate::units::Length;
use crate::vietnamese;

/// Spaces that are no slip of the hand but push letters aside.
const PUSHING: usize = 5;

/// Spaces that set letters apart at all.
const APART: usize = 3;

/// Bytes of the longest line that is looked at closely.
const LONGEST: usize = 400;

/// Twips of the width of a text where none is known.
const USUAL_WIDTH: i64 = 9_072;

/// Which side of its column a piece stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Whole,
    Left,
    Right,
}

/// A part of a paragraph that is read as one.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its letters; breaks within are newlines.
    pub(super) runs: Vec<Run>,
    pub(super) side: Side,
    pub(super) align: Option<Align>,
    pub(super) begins_page: bool,
    /// Whether the paragraph begins with it.
    pub(super) is_first: bool,
    /// A row of strokes instead of words: its length in twips, and whether it has no gaps.
    pub(super) strokes: Option<(i64, bool)>,
}

/// What pieces depend on.
pub(super) struct Around {
    /// The width of the column, in twips.
    pub(super) width: Option<i64>,
    /// Whether it is the whole width of the page, not a cell.
    pub(super) is_body: bool,
    /// Whether it is a cell of a table with a grid.
    pub(super) is_grid: bool,
    /// Twips from one tab stop to the next.
    pub(super) stop: i64,
}

/// The pieces of a paragraph with letters.
pub(super) fn pieces(paragraph: &raw::Paragraph, around: &Around) -> Vec<Piece> {
    let align = paragraph.setting.align.unwrap_or(Align::Left);
    let mut pieces = Vec::new();
    let mut rest = paragraph.lines.as_slice();
    while !rest.is_empty() {
        let end = 1 + rest[1..].iter().position(|line| line.begins_page).unwrap_or(rest.len() - 1);
        let (lines, after) = rest.split_at(end);
        let is_first = rest.len() == paragraph.lines.len();
        rest = after;
        let begins_page = lines[0].begins_page;
        let from = pieces.len();
        let lines: Vec<Vec<Run>> = lines.iter().map(runs).collect();
        if is_cut(&lines, align, &paragraph.setting, around) {
            for line in lines {
                cut(line, align, &paragraph.setting, around, &mut pieces);
            }
        } else {
            pieces.push(piece(joined(lines), Side::Whole, Some(align)));
        }
        if let Some(first) = pieces.get_mut(from) {
            (first.is_first, first.begins_page) = (is_first, begins_page);
        }
    }
    pieces
}

fn piece(runs: Vec<Run>, side: Side, align: Option<Align>) -> Piece {
    let strokes = strokes(&runs);
    Piece { runs, side, align, begins_page: false, is_first: false, strokes }
}

/// Whether each line of a paragraph is a piece of its own.
fn is_cut(lines: &[Vec<Run>], align: Align, setting: &Setting, around: &Around) -> bool {
    if around.is_grid || lines.iter().flatten().map(|run| run.text.len()).sum::<usize>() > LONGEST * 4 {
        return false;
    }
    let room = around.width.unwrap_or(USUAL_WIDTH) - setting.left.unwrap_or(0) - setting.right.unwrap_or(0);
    let is_short = |line: &Vec<Run>| line_width(line).is_none_or(|width| width <= room);
    let is_set_by_line =
        align == Align::Center || (!around.is_body && align != Align::Both && lines.iter().all(is_short));
    (lines.len() > 1 && is_set_by_line)
        || lines.iter().any(|line| strokes(line).is_some())
        || (around.is_body && lines.iter().any(|line| halves(line, setting, around).is_some()))
}

/// Adds the pieces of a line.
fn cut(line: Vec<Run>, align: Align, setting: &Setting, around: &Around, pieces: &mut Vec<Piece>) {
    match halves(&line, setting, around).filter(|_| around.is_body) {
        Some([left, right]) => {
            pieces.push(piece(slice(&line, &left.letters), Side::Left, left.align));
            pieces.push(piece(slice(&line, &right.letters), Side::Right, right.align));
        }
        None => pieces.push(piece(line, Side::Whole, Some(align))),
    }
}

/// The letters of a line by their type.
pub(super) fn runs(line: &raw::Line) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(line.runs.len());
    for run in &line.runs {
        let look = &run.look;
        let face = Face {
            family: run.family.to_string(),
            size: Length::pt_tenths(look.size * 5),
            is_bold: look.is_bold,
            is_italic: look.is_italic,
            is_underlined: look.is_underlined,
            color: look.color,
            stretch: Some(look.drawn)
                .filter(|drawn| *drawn != (100, 0))
                .map(|(scale, apart)| Stretch { percent: scale, apart: Length::twips(apart) }),
        };
        push(&mut runs, &run.text, face);
    }
    runs
}

/// Adds letters to runs, to the last one if it is of their type.
fn push(runs: &mut Vec<Run>, text: &str, face: Face) {
    match runs.last_mut().filter(|last| last.face == face) {
        Some(last) => last.text.push_str(text),
        None => runs.push(Run { text: text.to_owned(), face }),
    }
}

/// Lines in one, with newlines between.
fn joined(lines: Vec<Vec<Run>>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    let mut breaks = String::new();
    for line in lines {
        for run in line {
            let face = all.last().map_or_else(|| run.face.clone(), |last| last.face.clone());
            let before = std::mem::take(&mut breaks);
            if !all.is_empty() && !before.is_empty() {
                push(&mut all, &before, face);
            }
            push(&mut all, &run.text, run.face);
        }
        breaks.push('\n');
    }
    all
}

/// All letters of runs.
pub(super) fn text(runs: &[Run]) -> String {
    let all: String = runs.iter().flat_map(|run| run.text.chars()).map(plain_space).collect();
    vietnamese::compose(&all)
}

/// A text in composed form, with plain spaces.
pub(super) fn compose(text: &str) -> String {
    vietnamese::compose(&text.chars().map(plain_space).collect::<String>())
}

/// A letter as it is seen: spaces and hyphens that keep a line together are seen as others.
fn plain_space(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ' ',
        '\u{2011}' => '-',
        letter => letter,
    }
}

/// The width of a line, spaces at its ends left out; `None` where a typeface is not known.
pub(super) fn line_width(line: &[Run]) -> Option<i64> {
    let all: String = line.iter().map(|run| run.text.as_str()).collect();
    let start = all.len() - all.trim_start_matches(is_blank).len();
    let end = all.trim_end_matches(is_blank).len();
    if start >= end {
        return Some(0);
    }
    slice(line, &(start..end)).iter().map(width::run).sum::<Option<Wide>>().map(|wide| wide.0)
}

/// A sum of widths in twips.
struct Wide(i64);

impl std::iter::Sum<Length> for Wide {
    fn sum<I: Iterator<Item = Length>>(widths: I) -> Self {
        Self(widths.fold(Length::ZERO, |sum, width| sum + width).to_twips())
    }
}

/// Whether letters move others by tabs or by more spaces than a hand slips; blanks to be filled in are none.
pub(super) fn has_layout_spaces(text: &str) -> bool {
    let apart = " ".repeat(APART);
    let pushes = |line: &str| {
        let line = line.trim_end();
        let moved = line.match_indices(&apart).any(|(at, _)| {
            let rest = line[at..].trim_start();
            line[..at].trim().is_empty() || rest.starts_with(char::is_uppercase)
        });
        line.contains('\t') || moved
    };
    text.lines().any(pushes)
}

/// The part of a line in a range of its letters.
fn slice(line: &[Run], range: &Range<usize>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in line {
        let (from, to) = (range.start.max(at), range.end.min(at + run.text.len()));
        if from < to
            && let Some(text) = run.text.get(from - at..to - at)
        {
            found.push(Run { text: text.to_owned(), face: run.face.clone() });
        }
        at += run.text.len();
    }
    found
}

/// The length of a row of strokes that serves as a rule, and whether it has no gaps.
fn strokes(line: &[Run]) -> Option<(i64, bool)> {
    let mut letters = line.iter().flat_map(|run| run.text.chars()).filter(|letter| !is_blank(*letter));
    let first = letters.next().filter(|letter| matches!(letter, '_' | '—' | '―' | '-' | '–' | '¯'))?;
    let count = 1 + letters.clone().take_while(|letter| *letter == first).count();
    if letters.any(|letter| letter != first) || count < 4 {
        return None;
    }
    let face = &line.first()?.face;
    let text = first.to_string().repeat(count);
    let length = width::letters(&text, face.size, face.is_bold, face.is_italic)?;
    Some((length.to_twips(), !matches!(first, '-' | '–')))
}

/// One side of a line.
struct Half {
    letters: Range<usize>,
    align: Option<Align>,
}

/// The two sides of a line that tabs or spaces part.
fn halves(line: &[Run], setting: &Setting, around: &Around) -> Option<[Half; 2]> {
    let all: String = line.iter().map(|run| run.text.as_str()).collect();
    if all.len() > LONGEST || !(all.contains('\t') || all.contains(&" ".repeat(PUSHING))) {
        return None;
    }
    let is_gap = |letter: char| letter == '\t' || plain_space(letter) == ' ';
    let start = all.len() - all.trim_start_matches(is_gap).len();
    let end = all.trim_end_matches(is_gap).len();
    let gap = if start < end { gap(&all, start..end)? } else { return None };
    let (left, right) = (start..gap.start, gap.end..end);
    let words = |range: &Range<usize>| all[range.clone()].chars().filter(|letter| letter.is_alphanumeric()).count();
    // Beside one to whom a document goes, «- UBND tỉnh;», the post of its signer stands.
    let is_recipient = || {
        let item = all[left.clone()].trim_end();
        item.starts_with("- ") && item.ends_with([';', '.']) && is_capitals(&all[right.clone()])
    };
    let first = all[left.clone()].chars().next().is_some_and(char::is_uppercase) || is_recipient();
    if !first || words(&left) < 4 || words(&right) < 4 {
        return None;
    }
    let whole = around.width.unwrap_or(USUAL_WIDTH);
    let wide = |range: Range<usize>| line_width(&slice(line, &range));
    let mut at = setting.left.unwrap_or(0) + setting.first_line.unwrap_or(0);
    let (mut left_align, mut right_align) = (None, None);
    let mut lead = 0..start;
    for (letters, align) in [(left.clone(), &mut left_align), (right.clone(), &mut right_align)] {
        let own = wide(letters.clone()).unwrap_or(whole / 3);
        let before = &all[lead.clone()];
        lead = letters.end..letters.end.max(gap.end);
        if before.contains('\t') {
            let stop = before.matches('\t').fold(None, |stop: Option<Stop>, _| {
                Some(next_stop(stop.map_or(at, |stop| stop.at), setting, around.stop))
            })?;
            (at, *align) = match stop.kind {
                StopKind::Center => (stop.at - own / 2, Some(Align::Center)),
                StopKind::Right => (stop.at - own, None),
                StopKind::Left | StopKind::Cleared => (stop.at, None),
            };
        } else {
            at += width::letters(before, line.first()?.face.size, false, false)?.to_twips();
        }
        if letters.start == right.start && (at * 3 < whole || at + own > whole + whole / 10) {
            return None;
        }
        at += own;
    }
    Some([Half { letters: left, align: left_align }, Half { letters: right, align: right_align }])
}

/// The gap between the two sides of a line: its only tabs, else its widest row of spaces before a capital.
fn gap(all: &str, inside: Range<usize>) -> Option<Range<usize>> {
    let mut gaps: Vec<Range<usize>> = Vec::new();
    let mut from = None;
    for (at, letter) in all[inside.clone()].char_indices() {
        let at = at + inside.start;
        if letter == '\t' || plain_space(letter) == ' ' {
            from = from.or(Some(at));
        } else if let Some(from) = from.take() {
            gaps.push(from..at);
        }
    }
    let has_tab = |gap: &&Range<usize>| all[(*gap).clone()].contains('\t');
    if gaps.iter().any(|gap| has_tab(&gap)) {
        let mut tabs = gaps.iter().filter(has_tab);
        return tabs.next().filter(|_| tabs.next().is_none()).cloned();
    }
    let begins_name = |gap: &&Range<usize>| all[gap.end..].chars().next().is_some_and(char::is_uppercase);
    let is_wide = |gap: &&Range<usize>| all[(*gap).clone()].chars().count() >= PUSHING;
    gaps.iter().filter(is_wide).filter(begins_name).max_by_key(|gap| gap.len()).cloned()
}

/// The tab stop after a place.
pub(super) fn next_stop(at: i64, setting: &Setting, every: i64) -> Stop {
    let own = setting.stops.iter().find(|stop| stop.at > at && stop.kind != StopKind::Cleared);
    own.copied().unwrap_or_else(|| Stop { at: (at.div_euclid(every) + 1) * every, kind: StopKind::Left })
}
