//! Where lines end because of what stays whole, and where a word wider than a line is cut.
//!
//! No format lets a line end before a stretch of words and nowhere within it without other letters in the text: a no-break
//! space or hyphen is printed alike, but who searches the file for the words, or copies a number from it, does not find what
//! was written. So the lines are measured here, and where one would end inside a stretch, the space before the stretch is
//! made so wide that nothing more has room behind it. At the end of a line a space is not seen, however wide.

use std::ops::Range;

use super::part::Part;
use super::tree::{Block, Cut, Hold, Para, Run, Table};
use super::typeface::Typeface;
use super::whole::{first_of_stretch, is_stretch, last_of_stretch};
use super::within::{ends_within, places};
use super::words::{Word, words};
use crate::units::Length;

/// What fits or lacks by less than this part of the size of its type may lack or fit where another program measures.
const HAIR: i64 = 80;

/// So many letters, in bytes, are hardly ever in one line.
const LETTERS_OF_A_LINE: usize = 160;

/// Gives every paragraph the ends of lines that it needs in the room it has.
pub(super) fn end_all(blocks: &mut [Block], room: Length, typeface: &Typeface) {
    for block in blocks {
        match block {
            Block::Para(para) => end_lines(para, room, typeface),
            Block::Columns { left_width, right_width, rows } => {
                for row in rows {
                    end_all(&mut row.left, *left_width, typeface);
                    end_all(&mut row.right, *right_width, typeface);
                }
            }
            Block::Table(table) => {
                end_in_cells(table, typeface);
                end_all(&mut table.tail, room, typeface);
            }
            // The words of a mark are few and stand in lines of their own.
            Block::Mark { .. } | Block::Rule { .. } | Block::Space { .. } => {}
        }
    }
}

fn end_in_cells(table: &mut Table, typeface: &Typeface) {
    for row in 0..table.rows.len() {
        for cell in 0..table.rows[row].cells.len() {
            let room = table.room_of(&table.rows[row], &table.rows[row].cells[cell]);
            let paras = &mut table.rows[row].cells[cell].paras;
            paras.iter_mut().for_each(|para| end_lines(para, room, typeface));
        }
    }
}

fn end_lines(para: &mut Para, room: Length, typeface: &Typeface) {
    let found = found(para, room, typeface);
    (para.holds, para.cuts) = (found.holds, found.cuts);
}

/// How many lines a paragraph takes in a room.
pub(super) fn count(para: &Para, room: Length, typeface: &Typeface) -> i64 {
    found(para, room, typeface).lines
}

fn found(para: &Para, room: Length, typeface: &Typeface) -> Found {
    let mut found = Found { holds: Vec::new(), cuts: Vec::new(), lines: 0 };
    let mut start = 0;
    for runs in para.runs.split(|run| *run == Run::Break) {
        let indent = if start == 0 { para.style.first_line } else { Length::ZERO };
        let part = Part::new(runs, start, para.style.size, typeface);
        part.end_lines(indent, room, start == 0, &mut found);
        start += runs.len() + 1;
    }
    found
}

/// Ends of lines.
struct Found {
    holds: Vec<Hold>,
    cuts: Vec<Cut>,
    /// How many lines there are.
    lines: i64,
}

impl Part<'_> {
    /// Sets the words line by line, holds those stretches in which a line would end, and cuts words wider than a line.
    fn end_lines(&self, indent: Length, room: Length, begins: bool, found: &mut Found) {
        found.lines += 1;
        if self.is_within(room - self.hair() - indent) {
            return;
        }
        let words = words(&self.text);
        let mut line = Line { first: 0, ends: Vec::new(), filled: indent };
        let mut index = 0;
        while index < words.len() {
            let word = words[index];
            let opens = begins && index == 0;
            if self.is_wide(word, room) {
                let gap = if line.ends.is_empty() { word.at } else { words[index - 1].end() };
                let filled = self.tear(word, line.filled + self.width(gap..word.at), room, opens, found);
                line.begin(index, filled);
                index += 1;
                continue;
            }
            let Some((end, filled)) = self.set(&mut line, &words, index, room, begins) else {
                index += 1;
                continue;
            };
            found.lines += 1;
            // Other programs may measure a little less or more: the line ends here for all.
            let is_close = filled <= room + self.hair() && end == word.at && index > line.first;
            if let Some(first) = self.held(&line, &words, index, end, room).or(is_close.then_some(index)) {
                found.holds.push(self.hold(&line, &words, first, room));
                line = Line { first, ends: Vec::new(), filled: Length::ZERO };
                index = first;
                continue;
            }
            line.begin(index, self.width(end..word.end()));
            index += 1;
        }
    }

    /// The word before which a line ends that would end at a place within what stays whole.
    fn held(&self, line: &Line, words: &[Word<'_>], index: usize, end: usize, room: Length) -> Option<usize> {
        let first = first_of_stretch(words, index);
        if words[first].at >= end {
            return None;
        }
        let last = last_of_stretch(words, index);
        if first == last && !is_stretch(words[index]) {
            return None;
        }
        let is_room = |&at: &usize| words[at].at < end && self.width(words[at].at..words[last].end()) <= room;
        (first.max(line.first + 1)..=index).find(is_room)
    }

    /// Whether all words have a width in one line.
    fn is_within(&self, width: Length) -> bool {
        // Where some of the letters are wider already, the others need no measuring.
        let some = self.text.floor_char_boundary(LETTERS_OF_A_LINE);
        (some == self.text.len() || self.width(0..some) <= width) && self.width(0..self.text.len()) <= width
    }

    fn hair(&self) -> Length {
        self.size.scaled(1, HAIR)
    }

    fn is_wide(&self, word: Word<'_>, room: Length) -> bool {
        // A letter is hardly ever wider than the type is high, so most words need no measuring.
        let most = self.size * i64::try_from(word.text.len()).expect("a text is shorter than that");
        most > room && self.width(word.range()) > room
    }

    /// Cuts a word wider than a line as word processors do; how far its end fills the last line.
    ///
    /// They look back from the edge for the last place where a line may end. If that is a slash at which none ends, they go
    /// back to the last space, and tear the word at the edge where there is none on the line.
    fn tear(&self, word: Word<'_>, filled: Length, room: Length, opens: bool, found: &mut Found) -> Length {
        let places = places(word.text, opens);
        let mut filled = filled;
        let mut from = word.at;
        let mut moves = !filled.is_zero() && !opens;
        loop {
            let edge = self.fitting(from..word.end(), room - filled);
            if edge == word.end() {
                return filled + self.width(from..edge);
            }
            let last = places.iter().rev().find(|place| word.at + place.at <= edge);
            let last = last.filter(|place| word.at + place.at > from && place.ends);
            let end = match last {
                Some(place) => word.at + place.at,
                None if moves => from,
                None => edge.max(from + self.text[from..].chars().next().map_or(1, char::len_utf8)),
            };
            if end == word.end() {
                return room;
            }
            if end > from {
                found.cuts.push(self.cut(end));
            }
            found.lines += 1;
            (from, filled, moves) = (end, Length::ZERO, false);
        }
    }

    /// How much of a text has room.
    fn fitting(&self, range: Range<usize>, room: Length) -> usize {
        let mut left = room;
        for (at, letter) in self.text[range.clone()].char_indices() {
            let start = range.start + at;
            let width = self.width(start..start + letter.len_utf8());
            if width > left {
                return start;
            }
            left = left - width;
        }
        range.end
    }

    /// Sets a word into a line; where it has no room, the place before which the line ends, and how far it would have filled.
    fn set(
        &self,
        line: &mut Line,
        words: &[Word<'_>],
        index: usize,
        room: Length,
        begins: bool,
    ) -> Option<(usize, Length)> {
        let word = words[index];
        let mut from = if line.ends.is_empty() { word.at } else { words[index - 1].end() };
        let mut filled = line.filled;
        let mut start = word.at;
        for end in self.ends(word, begins && index == 0) {
            filled = filled + self.width(from..end);
            if filled > if start == word.at && index > line.first { room - self.hair() } else { room } {
                return Some((start, filled));
            }
            (from, start) = (end, end);
        }
        line.filled = filled;
        line.ends.push(filled);
        None
    }

    /// Where a word may end a line, its own end included.
    fn ends(&self, word: Word<'_>, opens: bool) -> impl Iterator<Item = usize> {
        let (start, end) = (word.at, word.end());
        let within = ends_within(word.text, opens).into_iter();
        within.map(move |at| start + at).chain([end])
    }

    /// The hold before a word: room in which not even its first piece fits.
    fn hold(&self, line: &Line, words: &[Word<'_>], first: usize, room: Length) -> Hold {
        let (before, word) = (words[first - 1], words[first]);
        let left = room - line.ends[first - 1 - line.first] - self.width(before.end()..word.at);
        let piece = self.ends(word, false).next().unwrap_or(word.end());
        let Cut { run, at } = self.cut(word.at - 1);
        // A little more than is needed, in case that other programs measure otherwise.
        Hold { run, at, room: left - self.width(word.at..piece).scaled(3, 4) }
    }
}

/// A line while it is filled.
struct Line {
    /// The word with which it begins, or whose end it begins with.
    first: usize,
    /// How far each of its words fills it.
    ends: Vec<Length>,
    filled: Length,
}

impl Line {
    /// Goes on in the next line, which begins with a word or with its end.
    fn begin(&mut self, word: usize, filled: Length) {
        self.ends.clear();
        self.ends.push(filled);
        (self.first, self.filled) = (word, filled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Component, Decree, Style, TypeSet};

    /// Bars stand at the spaces at which a line ends because of what follows.
    #[track_caller]
    fn check_holds(millimeters: i64, expected: &str) {
        let decree = Decree::new(TypeSet::Fourteen);
        let style = Style { first_line: Length::ZERO, ..decree.style(Component::BodyText) };
        let text = expected.replace('|', " ");
        let runs = vec![Run::Words { text: text.clone(), bold: false, italic: false }];
        let mut para = Para::new(Component::BodyText, style, runs);
        let typeface = Typeface::built_in();
        let room = Length::mm(millimeters);
        let mut found = text.clone();
        end_lines(&mut para, room, &typeface);
        for hold in para.holds {
            assert!(hold.room < room, "{hold:?}");
            found.replace_range(hold.at..=hold.at, "|");
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_ends_before_what_stays_whole() {
        check_holds(68, "Thực hiện Quyết định|417/QĐ-BNNMT của Bộ");
        check_holds(52, "Thực hiện nội dung|Dự án 4 và việc khác");
        check_holds(61, "Thực hiện chính sách dài|1,2 km mỗi năm");
    }

    #[test]
    fn what_fits_by_a_hair_goes_on_in_the_next_line() {
        let typeface = Typeface::built_in();
        let style = Style { first_line: Length::ZERO, ..Decree::new(TypeSet::Fourteen).style(Component::BodyText) };
        let text = "Rà soát hộ nghèo";
        let whole = typeface.width("Rà soát hộ", style.size, false, false);
        let runs = vec![Run::Words { text: text.to_owned(), bold: false, italic: false }];
        let mut para = Para::new(Component::BodyText, style, runs);
        let mut check = |more: i64, expected: &[usize]| {
            end_lines(&mut para, whole + Length::twips(more), &typeface);
            assert_eq!(para.holds.iter().map(|hold| hold.at).collect::<Vec<_>>(), expected, "{more} twips more");
        };
        let before = "Rà soát".len();
        check(10, &[]);
        check(1, &[before]);
        check(-1, &[before]);
        check(-10, &[]);
    }

    #[test]
    fn a_line_that_ends_elsewhere_is_left_alone() {
        check_holds(150, "Thực hiện Quyết định 417/QĐ-BNNMT của Bộ");
        check_holds(50, "Thực hiện Quyết định 417/QĐ-BNNMT");
        check_holds(50, "Phát triển kinh tế chính trị-xã hội");
    }

    #[test]
    fn what_has_no_room_in_a_line_is_held_in_part_or_not_at_all() {
        check_holds(20, "(417/QĐ-BNNMT)");
        check_holds(24, "a Tiểu|dự án 2");
    }
}
