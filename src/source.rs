//! Files as text, and places in them.
//!
//! Text is made uniform once, on reading: no byte-order mark, `\n` line ends, composed letters (NFC). Every span refers to
//! that text, and is told to people as the place in the file as it is on disk, where their editor shows it.

mod extract;
mod gaps;
mod lines;
mod whole;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use gaps::Gaps;
use lines::Lines;

pub use extract::Extract;

/// A file read as text.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name as messages show it.
    pub name: String,
    /// Its text, uniform.
    pub text: String,
    /// The text on disk, where making it uniform has changed it.
    disk: Option<Disk>,
    /// What is left out, where only some lines are held.
    gaps: Gaps,
    /// Where its lines end, once asked for.
    #[serde(skip)]
    lines: Lines,
}

/// A text as it is on disk, and where the uniform text comes from in it.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Disk {
    text: String,
    /// Stretches of both texts, in order, end to end.
    stretches: Vec<Stretch>,
}

/// Where a stretch begins in both texts.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stretch {
    uniform: usize,
    disk: usize,
    /// Whether its bytes are the same in both.
    alike: bool,
}

/// Why bytes are no text: the line and column of the first byte that is not UTF-8, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// Line, from 1.
    pub line: usize,
    /// Column in letters, from 1.
    pub column: usize,
}

impl SourceFile {
    /// Reads bytes as text.
    ///
    /// # Errors
    /// The place of the first byte that is not UTF-8.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Arc<Self>, NotText> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::from_text(name, text)),
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let line_start = valid.rfind('\n').map_or(0, |at| at + 1);
                Err(NotText { line: valid.matches('\n').count() + 1, column: valid[line_start..].chars().count() + 1 })
            }
        }
    }

    /// Makes a text uniform.
    pub fn from_text(name: &str, text: &str) -> Arc<Self> {
        let name = name.to_owned();
        if !text.starts_with('\u{feff}') && !text.contains("\r\n") && is_composed(text) {
            return Arc::new(Self {
                name,
                text: text.to_owned(),
                disk: None,
                gaps: Gaps::default(),
                lines: Lines::default(),
            });
        }
        let mut uniform = String::with_capacity(text.len());
        let mut stretches: Vec<Stretch> = Vec::new();
        for (disk, cluster) in clusters(text) {
            let composed: String = match cluster {
                "\u{feff}" if disk == 0 => String::new(),
                "\r\n" => "\n".to_owned(),
                _ => cluster.nfc().collect(),
            };
            let alike = composed == cluster;
            if !alike || stretches.last().is_none_or(|last| !last.alike) {
                stretches.push(Stretch { uniform: uniform.len(), disk, alike });
            }
            uniform.push_str(&composed);
        }
        let disk = Some(Disk { text: text.to_owned(), stretches });
        Arc::new(Self { name, text: uniform, disk, gaps: Gaps::default(), lines: Lines::default() })
    }

    /// A text that a program has made, as it is.
    pub fn verbatim(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, disk: None, gaps: Gaps::default(), lines: Lines::default() }
    }

    /// The text as it is on disk, as far as it is held.
    pub fn on_disk(&self) -> &str {
        self.disk.as_ref().map_or(&self.text, |disk| &disk.text)
    }

    /// Where the letters of the text stand that are written on disk as a letter and its marks, in order.
    pub fn decomposed(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let stretches = self.disk.as_ref().map_or(&[][..], |disk| &disk.stretches);
        let ends = stretches.iter().skip(1).map(|next| next.uniform).chain([self.text.len()]);
        let changed = stretches.iter().zip(ends).filter(|(stretch, _)| !stretch.alike);
        let ranges = changed.map(|(stretch, end)| stretch.uniform..end);
        // A byte-order mark has no letter, and a line end is none.
        ranges.filter(|range| !range.is_empty() && self.text[range.clone()] != *"\n")
    }

    /// Where a byte of the text stands on disk.
    pub fn disk_offset(&self, offset: usize) -> usize {
        let held = self.held_offset(offset);
        held + self.gaps.before(held).0
    }

    /// Where a byte of the text stands in what is held of the text on disk.
    fn held_offset(&self, offset: usize) -> usize {
        let offset = self.floor(offset);
        let Some(disk) = &self.disk else { return offset };
        if offset == self.text.len() {
            return disk.text.len();
        }
        let index = disk.stretches.partition_point(|stretch| stretch.uniform <= offset);
        match index.checked_sub(1).and_then(|index| disk.stretches.get(index)) {
            Some(stretch) if stretch.alike => stretch.disk + (offset - stretch.uniform),
            Some(stretch) => stretch.disk,
            None => offset,
        }
    }

    /// Line and column on disk of a byte offset, both from 1, the column in letters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let held = self.held_offset(offset);
        let before = &self.on_disk()[..held];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (self.line(held), column)
    }

    /// The line, from 1, on which a byte stands of what is held of the text on disk.
    pub fn line(&self, held: usize) -> usize {
        self.lines.before(self.on_disk(), held) + self.gaps.before(held).1 + 1
    }

    /// The nearest letter boundary at or before an offset.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// How many lines end in a text.
fn lines_in(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Whether all letters of a text are composed.
fn is_composed(text: &str) -> bool {
    is_plainly_composed(text.as_bytes()) || text.chars().all(is_always_composed) || is_nfc(text)
}

/// Whether the bytes of a text show that [`is_always_composed`] holds for all its letters; most texts do.
///
/// Without a way out the bytes are looked at many at once: each with the two behind it, whether it begins a letter or not.
fn is_plainly_composed(bytes: &[u8]) -> bool {
    let ([_, second @ ..], [_, _, third @ ..]) = (bytes, bytes) else { return bytes.is_ascii() };
    let is_odd = |first: u8, second: u8, third: u8| {
        matches!(first, 0xcc..=0xe0 | 0xe3..)
            | ((first == 0xe1) & !matches!(second, 0xb8..=0xbb))
            | ((first == 0xe2) & !((second == 0x80) & matches!(third, 0x90..=0xa7)))
    };
    let letters = bytes.iter().zip(second).zip(third);
    let has_odd = letters.fold(false, |odd, ((first, second), third)| odd | is_odd(*first, *second, *third));
    // A letter that begins in the last two bytes has no more than those.
    !has_odd && bytes[third.len()..].iter().all(|byte| *byte < 0xcc)
}

/// Whether a letter is composed whatever stands before it: all below the first mark that joins a letter, and those above it
/// that Vietnamese has besides.
fn is_always_composed(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// Letters with the marks that follow them, and line ends, with where each begins: what composes by itself.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let mut letters = rest.char_indices();
        letters.next()?;
        let joins = |letter: char| canonical_combining_class(letter) > 0 || letter == '\n' && rest.starts_with('\r');
        let end = letters.find(|(_, letter)| !joins(*letter)).map_or(rest.len(), |(end, _)| end);
        let start = at;
        at += end;
        Some((start, &rest[..end]))
    })
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    #[serde(with = "whole")]
    pub file: Arc<SourceFile>,
    /// Bytes of its text.
    pub range: Range<usize>,
}

impl Span {
    /// A place in a file, cut to the file's text and to whole letters.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        let start = file.floor(range.start);
        let end = file.floor(range.end.max(start));
        Self { file: Arc::clone(file), range: start..end }
    }

    /// The text at this place.
    pub fn text(&self) -> &str {
        &self.file.text[self.range.clone()]
    }

    /// The first line of the place.
    pub fn first_line(&self) -> Self {
        let end = self.text().find('\n').map_or(self.range.end, |at| self.range.start + at);
        Self { file: Arc::clone(&self.file), range: self.range.start..end }
    }

    /// The bytes of the place on disk.
    pub fn on_disk(&self) -> Range<usize> {
        self.file.disk_offset(self.range.start)..self.file.disk_offset(self.range.end)
    }

    /// The bytes of the place in what is held of the text on disk.
    pub fn held(&self) -> Range<usize> {
        self.file.held_offset(self.range.start)..self.file.held_offset(self.range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_letters_are_counted_alone() {
        let file = SourceFile::from_text("a.yaml", "\u{feff}a\r\nTra\u{302}\u{300}m o\u{302}ng\r\n");
        let letters: Vec<_> = file.decomposed().map(|range| &file.text[range]).collect();
        assert_eq!(letters, ["ầ", "ô"]);
        assert_eq!(SourceFile::from_text("a.yaml", "Trầm\r\n").decomposed().count(), 0);
    }

    #[test]
    fn text_is_made_uniform() {
        let decomposed = "\u{feff}a\r\nTra\u{302}\u{300}m";
        let file = SourceFile::from_bytes("a.yaml", decomposed.as_bytes()).expect("valid UTF-8");
        assert_eq!(file.text, "a\nTrầm");
        // The editor shows the decomposed letter in three columns.
        assert_eq!(file.line_column(file.text.find('m').expect("an m")), (2, 6));
        assert_eq!(file.line_column(0), (1, 1));
    }

    #[test]
    fn letters_that_need_no_look_are_composed() {
        for letter in ('\0'..=char::MAX).filter(|&letter| is_always_composed(letter)) {
            for before in ["", "a", "o\u{31b}", "\u{1100}"] {
                let text = format!("{before}{letter}");
                assert_eq!(text.nfc().count(), before.nfc().count() + 1, "{letter:?}");
                assert!(text.nfc().last() == Some(letter), "{letter:?}");
            }
        }
    }

    #[test]
    fn places_are_those_of_the_disk() {
        for text in ["Tra\u{302}\u{300}m xo\u{301}m", "ơ\u{323} a\u{302}", "e\u{302}\u{301}\r\nx\r\n\r\ny", "abc đ"] {
            let file = SourceFile::from_text("a.yaml", text);
            assert_eq!(file.text, text.replace("\r\n", "\n").nfc().collect::<String>());
            for (at, letter) in file.text.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic()) {
                let place = file.disk_offset(at);
                assert!(text[place..].starts_with(letter), "{text:?} {at} {place}");
            }
            assert_eq!(file.disk_offset(file.text.len()), text.len());
        }
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_named() {
        let error = SourceFile::from_bytes("a.yaml", b"a: b\n\xc4\x91 \xff").expect_err("not UTF-8");
        assert_eq!(error, NotText { line: 2, column: 3 });
    }
}
