//! What each column of a table asks for: how narrow it may be, how wide it need be, how much it holds.

use std::ops::Range;

use super::formula::{in_two_lines, parts};
use super::paragraph::Ruler;
use super::part::Part;
use super::tree::{Cell, Row, Run};
use super::whole;
use super::words::{Word, words};
use crate::decree::Component;
use crate::units::Length;

/// A stretch with more letters is no number, date, formula or code that anyone reads at a glance.
const LONGEST_FIGURE: usize = 40;

/// What a column asks for, without the room around its words.
#[derive(Debug, Clone, Default)]
pub(super) struct Demand {
    /// The widest stretch that is never broken: a number, a date, a formula, a code.
    pub(super) figure: Length,
    /// The widest word, be it of the title or below it.
    pub(super) word: Length,
    /// Which word that is.
    pub(super) widest: String,
    /// How wide its title wants to be: two words a line.
    pub(super) title: Length,
    /// How narrow its title may be where that has room for words elsewhere: three lines, or two words a line.
    pub(super) terse: Length,
    /// Its longest paragraph in one line.
    pub(super) longest: Length,
    /// All its words in one line; figures take one line in any width.
    pub(super) amount: Length,
    /// Whether it holds letters of words, not figures alone.
    pub(super) has_words: bool,
}

/// What the columns of a table ask for. Cells over several columns say how wide these are together.
pub(super) fn demands(
    ruler: &Ruler<'_>,
    rows: &[Row],
    header_rows: usize,
    columns: usize,
) -> (Vec<Demand>, Vec<Joint>) {
    let mut demands = vec![Demand::default(); columns];
    let mut joints = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let is_header = index < header_rows;
        for cell in &row.cells {
            let Some(demand) = demands.get_mut(cell.column) else { continue };
            if cell.colspan == 1 {
                demand.take(ruler, cell, is_header);
            } else {
                let mut whole = Demand::default();
                whole.take(ruler, cell, is_header);
                joints.push(Joint { first: cell.column, columns: usize::from(cell.colspan), demand: whole });
            }
        }
    }
    (demands, joints)
}

/// A cell over several columns.
pub(super) struct Joint {
    /// The first of them.
    pub(super) first: usize,
    /// How many they are.
    pub(super) columns: usize,
    /// What they ask for together.
    pub(super) demand: Demand,
}

impl Demand {
    fn take(&mut self, ruler: &Ruler<'_>, cell: &Cell, is_header: bool) {
        let size = ruler.decree.style(if is_header { Component::TableHeader } else { Component::TableCell }).size;
        for line in cell.paras.iter().flat_map(|para| para.runs.split(|run| *run == Run::Break)) {
            let part = Part::new(line, 0, size, ruler.typeface);
            let words = words(&part.text);
            let ranges = if is_header { words.iter().map(|word| word.range()).collect() } else { stretches(&words) };
            let mut widths = Vec::with_capacity(ranges.len());
            let mut has_words = false;
            for range in ranges {
                let letters = &part.text[range.clone()];
                let wide = if is_header { formula(&part, range) } else { part.width(range) };
                widths.push(wide);
                let is_figure = is_figure(letters);
                if is_figure {
                    self.figure = self.figure.max(wide);
                }
                if wide > self.word && !may_tear(letters) {
                    self.word = wide;
                    letters.clone_into(&mut self.widest);
                }
                // Letters alone number rows: «XVIII», «a)».
                has_words |= !is_figure && is_word(letters);
            }
            let whole = part.width(0..part.text.len());
            if is_header {
                let (pairs, space) = (widths.len().div_ceil(2), space(ruler, line, size));
                self.title = self.title.max(in_lines(&widths, space, pairs));
                self.terse = self.terse.max(in_lines(&widths, space, pairs.max(widths.len().min(3))));
            } else {
                self.longest = self.longest.max(whole);
                self.has_words |= has_words;
            }
            if is_header || has_words {
                self.amount = self.amount + whole;
            }
        }
    }
}

/// How wide a word of a title must be, which may be a formula.
fn formula(part: &Part<'_>, word: Range<usize>) -> Length {
    let parts = parts(&part.text[word.clone()]);
    if parts.len() < 2 {
        return part.width(word);
    }
    let mut start = word.start;
    let widths = parts.iter().map(|letters| {
        let range = start..start + letters.len();
        start = range.end;
        part.width(range)
    });
    in_two_lines(&widths.collect::<Vec<_>>())
}

/// What of a line stays on one line each: its words, and several where they stay together.
fn stretches(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut whole = whole::stretches(words).into_iter().peekable();
    let mut ranges: Vec<Range<usize>> = Vec::with_capacity(words.len());
    for word in words {
        while whole.next_if(|stretch| stretch.end <= word.at).is_some() {}
        let range = whole.peek().filter(|stretch| stretch.start <= word.at).cloned().unwrap_or_else(|| word.range());
        if ranges.last() != Some(&range) {
            ranges.push(range);
        }
    }
    ranges
}

/// How wide a space of a title is.
fn space(ruler: &Ruler<'_>, line: &[Run], size: Length) -> Length {
    let bold = line.iter().any(|run| matches!(run, Run::Words { bold: true, .. }));
    ruler.typeface.width(" ", size, bold, false)
}

/// An address on the web is longer than any column, and nobody reads a number out of it.
fn may_tear(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// A number, a date, a formula, a code.
fn is_figure(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        && word.chars().nth(LONGEST_FIGURE).is_none()
        && !may_tear(word)
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_lowercase) && word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

/// The least width in which words take no more than so many lines.
fn in_lines(words: &[Length], space: Length, most_lines: usize) -> Length {
    let lines_in = |width: Length| {
        let mut lines = 0;
        let mut room = Length::ZERO;
        for &word in words {
            if lines > 0 && space + word <= room {
                room = room - space - word;
            } else {
                lines += 1;
                room = width - word;
            }
        }
        lines
    };
    // Some stretch of neighbors fills the widest line exactly.
    let mut candidates: Vec<Length> = Vec::new();
    for first in 0..words.len() {
        let mut width = Length::ZERO;
        for (index, &word) in words[first..].iter().take(4).enumerate() {
            width = if index == 0 { word } else { width + space + word };
            candidates.push(width);
        }
    }
    candidates.sort_unstable();
    let widest = words.iter().copied().max().unwrap_or_default();
    let fits = |width: &Length| *width >= widest && lines_in(*width) <= most_lines;
    candidates.into_iter().find(fits).unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_two_words_a_line() {
        let check = |words: &[i64], expected| {
            let words: Vec<_> = words.iter().map(|&word| Length::mm(word)).collect();
            assert_eq!(in_lines(&words, Length::mm(1), words.len().div_ceil(2)), Length::mm(expected), "{words:?}");
        };
        check(&[], 0);
        check(&[8], 8);
        check(&[8, 6], 15);
        check(&[8, 6, 3], 10);
        check(&[4, 4, 5, 5], 11);
        check(&[20, 1, 1, 1], 20);
    }

    #[test]
    fn figures_are_numbers_dates_formulas_and_codes() {
        for word in ["12.345.678.900", "30/6/2026", "3=2/1×100", "KH20_TT_01", "417/QĐ-BNNMT", "1,2%", "(2)"] {
            assert!(is_figure(word), "{word}");
        }
        for word in ["nghèo", "-", "VH-XH", "https://a.vn/2026", "a2@b.vn", &"1".repeat(41)] {
            assert!(!is_figure(word), "{word}");
        }
    }
}
