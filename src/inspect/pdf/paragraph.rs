//! From lines to paragraphs.

use super::marks::{Type, length};
use super::measure::{Measures, REACH, densest};
use super::piece::Piece;
use super::rule::rule_below;
use crate::inspect::observed::{Align, Column, Paragraph, Place, Run};
use crate::units::Length;
use crate::vietnamese::compose;

/// How far the middle of a centred line may be from that of its column.
const CENTERED: f64 = 3.0;

/// How much room a centred line has on both sides at least.
const FREE: f64 = 6.0;
const FREE_IN_CELL: f64 = 2.0;

/// How far the ends of even lines may be apart: some programs place letters by rounded widths.
const EVEN_ENDS: f64 = 2.5;

/// How much farther than the distance of lines a paragraph stands from the one above at least.
const GAP: f64 = 2.5;

/// The distance of single lines of Times New Roman, in sizes: what lines are measured against.
const SINGLE: f64 = 1.149;

/// Where lines stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// The page.
    pub(super) page: u32,
    /// Which column.
    pub(super) column: Column,
    /// Which group of side-by-side blocks, and which row of it.
    pub(super) row: Option<(usize, usize)>,
    /// Left and right edge of the column.
    pub(super) edges: (f64, f64),
}

/// A paragraph with what the next page needs to go on with it.
#[derive(Debug)]
pub(super) struct Draft {
    /// What is handed on.
    pub(super) paragraph: Paragraph,
    /// Its last line.
    pub(super) last: Piece,
    /// Its first line.
    pub(super) first: Piece,
}

/// Puts the lines of one column into paragraphs.
pub(super) fn paragraphs(lines: &[Piece], place: Standing, types: &[Type], measures: &Measures) -> Vec<Draft> {
    let middle = match place.column {
        Column::Left | Column::Right => middle_of_lines(lines),
        Column::Full | Column::Table(_) => (place.edges.0 + place.edges.1) / 2.0,
    };
    let setting = Setting { place, middle, is_list: is_list(lines, place.edges.0), types, measures };
    let mut drafts = Vec::new();
    let mut start = 0;
    for end in 1..=lines.len() {
        let goes_on = end < lines.len() && setting.goes_on(&lines[start..end], &lines[end]);
        if !goes_on {
            drafts.push(setting.draft(lines, start, end));
            start = end;
        }
    }
    drafts
}

/// The middle on which most lines of a block are set, the first and the widest before others.
fn middle_of_lines(lines: &[Piece]) -> f64 {
    let (middle, count) = densest(lines.iter().map(Piece::middle).collect(), 1.0);
    let widest = lines.iter().max_by(|one, other| one.width().total_cmp(&other.width()));
    if count > 1 { middle } else { widest.map_or(0.0, Piece::middle) }
}

/// Whether most of some lines begin at one edge, and are not all of one width.
fn is_list(lines: &[Piece], left: f64) -> bool {
    let flush: Vec<_> = lines.iter().filter(|line| (line.x.0 - left).abs() <= REACH).collect();
    let widths = flush.iter().map(|line| line.width());
    let (least, most) = widths.fold((f64::MAX, f64::MIN), |(low, high), width| (low.min(width), high.max(width)));
    flush.len() >= 2 && flush.len() * 2 > lines.len() && most - least > CENTERED
}

/// What all lines of a column have in common.
struct Setting<'s> {
    place: Standing,
    middle: f64,
    /// Whether lines of a block begin at one edge.
    is_list: bool,
    types: &'s [Type],
    measures: &'s Measures,
}

impl Setting<'_> {
    fn is_side(&self) -> bool {
        matches!(self.place.column, Column::Left | Column::Right)
    }

    /// Whether a line stands in the middle with room on both sides.
    fn is_centered(&self, line: &Piece) -> bool {
        let (left, right) = self.place.edges;
        let free = if matches!(self.place.column, Column::Table(_)) { FREE_IN_CELL } else { FREE };
        let is_free = self.is_side() || line.x.0 - left > free && right - line.x.1 > free;
        (line.middle() - self.middle).abs() <= CENTERED && is_free
    }

    /// Whether a line begins where first lines of paragraphs do.
    fn is_indented(&self, line: &Piece) -> bool {
        let indent = line.x.0 - self.place.edges.0;
        self.measures.indent.is_some_and(|usual| (indent - usual).abs() <= REACH)
    }

    /// Whether all letters of a line are bold, or none is.
    fn is_bold(&self, line: &Piece, wanted: bool) -> bool {
        let mut letters = line.letters.iter().filter(|letter| letter.letter.is_alphanumeric());
        letters.all(|letter| self.types.get(letter.kind).is_some_and(|kind| kind.is_bold == wanted))
    }

    /// Whether a line goes on a paragraph.
    fn goes_on(&self, paragraph: &[Piece], next: &Piece) -> bool {
        let Some(last) = paragraph.last() else { return false };
        let distance = next.y - last.y;
        if distance < 0.4 * last.size || (next.size - last.size).abs() > 0.6 || last.rule.is_some() {
            return false;
        }
        // Capitals alone are a line of a title; what goes on in small letters is another.
        let is_in_table = matches!(self.place.column, Column::Table(_));
        if !is_in_table && is_in_capitals(&last.text()) && next.text().chars().any(char::is_lowercase) {
            return false;
        }
        // A line in bold from end to end is a title; what is not bold at all goes on none.
        if !is_in_table && paragraph.iter().all(|line| self.is_bold(line, true)) && self.is_bold(next, false) {
            return false;
        }
        let own = paragraph.windows(2).last().map(|two| two[1].y - two[0].y);
        let expected = own.or_else(|| self.measures.pitch(last.size)).unwrap_or(1.6 * last.size);
        if distance > expected + GAP {
            return false;
        }
        let text = next.text();
        // A dash at the left edge, behind a full line, stands within a sentence.
        let is_within = self.measures.indent.is_some() && matches!(self.place.column, Column::Full);
        let is_within =
            is_within && next.x.0 - self.place.edges.0 <= REACH && self.place.edges.1 - last.x.1 <= EVEN_ENDS;
        if begins_item(&text) && !is_within || self.is_line_of_its_own(last, next) {
            return false;
        }
        let (left, right) = self.place.edges;
        let is_alone = paragraph.len() == 1;
        if next.x.0 > left + FREE && !self.centers_on(last, next) {
            // Two first lines below each other, unless the whole paragraph stands aside.
            let both = (next.x.0 - last.x.0).abs() <= REACH;
            let begins_small = text.chars().next().is_some_and(char::is_lowercase);
            if !both && next.x.0 > last.x.0 + REACH && !is_alone {
                return false;
            }
            if both && is_alone && !begins_small && matches!(self.place.column, Column::Full) {
                return false;
            }
        }
        // A paragraph ends where the next word would have had room.
        let room = if self.is_centered(last) { right - left - last.width() } else { right - last.x.1 };
        let word = first_word(next) + 0.2 * next.size;
        // The edges of a cell are not seen.
        let slack = if matches!(self.place.column, Column::Table(_)) { 4.0 } else { 0.5 };
        word > room - slack
    }

    /// Whether both lines are set in the middle of a cell, where they may be one paragraph.
    fn centers_on(&self, last: &Piece, next: &Piece) -> bool {
        matches!(self.place.column, Column::Table(_)) && self.is_centered(last) && self.is_centered(next)
    }

    /// Centred lines stay apart, but for those of a cell.
    fn is_line_of_its_own(&self, last: &Piece, next: &Piece) -> bool {
        match self.place.column {
            Column::Table(_) => false,
            Column::Full | Column::Left | Column::Right => {
                // Lines of a list that begin at one edge are no centred ones, however their middles fall.
                let is_flush = (last.x.0 - next.x.0).abs() <= REACH;
                let goes_over_all = |line: &Piece| !self.is_side() && self.is_indented(line);
                // Around one middle, of two widths: so stand lines of a title, wherever the edges of the text are.
                let share_middle = (last.middle() - next.middle()).abs() <= CENTERED / 2.0
                    && (last.x.0 - next.x.0).abs() > 2.0 * CENTERED;
                share_middle
                    || !is_flush
                        && (self.is_centered(last) && !goes_over_all(last)
                            || self.is_centered(next) && !goes_over_all(next))
            }
        }
    }

    fn draft(&self, lines: &[Piece], start: usize, end: usize) -> Draft {
        let own = &lines[start..end];
        let (first, last) = (&own[0], &own[own.len() - 1]);
        let pitch = (own.len() > 1).then(|| densest(own.windows(2).map(|two| two[1].y - two[0].y).collect(), 0.3).0);
        let line_pitch = pitch.or_else(|| self.measures.pitch(first.size)).unwrap_or(SINGLE * first.size);
        let above = start.checked_sub(1).map(|place| &lines[place]);
        let gap = above.map(|above| first.y - above.y - line_pitch.max(SINGLE * first.size.max(above.size) - 0.5));
        let align = self.align(own);
        let runs = joined_runs(own, self.types);
        let text = compose(&runs.iter().map(|run| run.text.as_str()).collect::<String>());
        let left = own.iter().skip(1).map(|line| line.x.0).fold(f64::MAX, f64::min);
        let left = if own.len() > 1 { left } else { first.x.0 };
        let is_centered = align == Some(Align::Center);
        let paragraph = Paragraph {
            place: Place::Page { page: self.place.page, y: length(first.y) },
            page: Some(self.place.page),
            last_page: Some(self.place.page),
            column: self.place.column,
            row: self.place.row,
            has_layout_spaces: has_layout_spaces(&text),
            text,
            runs,
            align,
            off_center: is_centered.then(|| length(first.middle() - self.middle)),
            first_line: self.first_line(own, align),
            left: (!is_centered).then(|| length(left - self.place.edges.0)),
            gap: gap.map(|gap| length(gap.max(0.0))),
            empty_above: 0,
            pitch: pitch.map(|pitch| (pitch / (SINGLE * first.size) * 1000.0).round() as i64),
            rule: last.rule.as_ref().map(|rule| rule_below(rule, last, &lines[..end - 1])),
            lines: Some(own.len()),
            first_baseline: Some(length(first.y)),
            last_baseline: Some(length(last.y)),
            label: None,
            keeps_next: None,
            begins_page: false,
        };
        Draft { paragraph, last: last.clone(), first: first.clone() }
    }

    /// The indent of the first line; of a single one only where it begins as first lines do.
    fn first_line(&self, own: &[Piece], align: Option<Align>) -> Option<Length> {
        let first = own.first()?;
        if matches!(align, Some(Align::Center | Align::Right)) {
            return None;
        }
        let others = own.iter().skip(1).map(|line| line.x.0).reduce(f64::min);
        match others {
            Some(others) => Some(length(first.x.0 - others)),
            None => self.is_indented(first).then(|| length(first.x.0 - self.place.edges.0)),
        }
    }

    fn align(&self, own: &[Piece]) -> Option<Align> {
        let (left, right) = self.place.edges;
        let first = own.first()?;
        if self.is_side() {
            return self.side_align(first);
        }
        if own.len() > 1 && own.iter().all(|line| self.is_centered(line)) {
            // Lines of one width begin and end alike in every way of setting them.
            let is_one_width = own.iter().all(|line| (line.x.0 - first.x.0).abs() <= REACH);
            return (!is_one_width).then_some(Align::Center);
        }
        if own.len() == 1 {
            let ends_right = (first.x.1 - right).abs() <= REACH;
            return if self.is_centered(first) && !self.is_indented(first) {
                Some(Align::Center)
            } else if ends_right && first.x.0 - left > 80.0 {
                Some(Align::Right)
            } else {
                None
            };
        }
        let full = &own[..own.len() - 1];
        let is_even = match self.place.column {
            // The edge of a cell is not seen, but its lines end alike.
            Column::Table(_) => full.len() > 1 && full.iter().all(|line| (line.x.1 - full[0].x.1).abs() <= EVEN_ENDS),
            Column::Full | Column::Left | Column::Right => {
                full.iter().all(|line| (line.x.1 - right).abs() <= EVEN_ENDS)
            }
        };
        if is_even {
            return Some(Align::Both);
        }
        let others_even = own.iter().skip(1).all(|line| (line.x.0 - own[1].x.0).abs() <= REACH);
        let is_sure = matches!(self.place.column, Column::Full) || full.len() > 1;
        (others_even && is_sure).then_some(Align::Left)
    }

    /// How a line of one of two blocks is set, whose edges are not seen.
    fn side_align(&self, line: &Piece) -> Option<Align> {
        let off = (line.middle() - self.middle).abs();
        let is_flush = (line.x.0 - self.place.edges.0).abs() <= REACH;
        if is_flush && self.is_list {
            Some(Align::Left)
        } else if off <= CENTERED {
            Some(Align::Center)
        } else if is_flush {
            Some(Align::Left)
        } else {
            (off <= 4.0 * CENTERED).then_some(Align::Center)
        }
    }
}

/// Whether a text begins with what begins an item of a list.
fn begins_item(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(first), Some(_)) = (words.next(), words.next()) else { return false };
    matches!(first, "-" | "+" | "•" | "*" | "–")
}

/// How wide the first word of a line is.
fn first_word(line: &Piece) -> f64 {
    let end = line.letters.iter().take_while(|letter| !letter.is_space()).map(|letter| letter.x.1).last();
    end.map_or(0.0, |end| end - line.x.0)
}

/// Whether tabs or rows of spaces move letters.
fn has_layout_spaces(text: &str) -> bool {
    text.contains("   ")
}

/// The letters of some lines, one after the other.
fn joined_runs(lines: &[Piece], types: &[Type]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for line in lines {
        append(&mut runs, line.runs(types));
    }
    runs
}

/// Puts the letters of a line behind others: with a space, unless a word was broken behind its hyphen.
pub(super) fn append(runs: &mut Vec<Run>, line: Vec<Run>) {
    if let Some(last) = runs.last_mut() {
        let mut letters = last.text.chars().rev();
        let is_within_word = letters.next().is_some_and(|letter| "-/".contains(letter))
            && letters.next().is_some_and(char::is_alphanumeric);
        if !is_within_word {
            last.text.push(' ');
        }
    }
    for run in line {
        match runs.last_mut() {
            Some(last) if last.face == run.face => last.text.push_str(&run.text),
            _ => runs.push(run),
        }
    }
}

/// Whether letters are capitals alone, two of them at least.
fn is_in_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}
