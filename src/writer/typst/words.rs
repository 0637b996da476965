//! Words, broken where a word processor breaks them.
//!
//! Owns the differences between the compiler's line breaks and those of a word processor; knows nothing of blocks. They were
//! found by setting the same words in a narrow column with both.

use serde::Serialize;

use crate::layout::Run;
use crate::layout::Typeface;
use crate::units::Length;

/// A stretch of a paragraph.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Piece {
    /// Words that may break where the compiler likes.
    Words(Words),
    /// Words that stay on one line.
    Whole { words: Vec<Words> },
    /// The end of a line.
    Break,
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Words {
    text: String,
    bold: bool,
    italic: bool,
}

/// The line on which words are set.
pub(super) struct Setting<'a> {
    /// Their typeface.
    pub(super) typeface: &'a Typeface,
    /// Their size.
    pub(super) size: Length,
    /// Room of the shortest line.
    pub(super) line: Length,
}

impl Setting<'_> {
    /// The words of a paragraph, with those kept whole that the compiler would break and those torn that have no room.
    pub(super) fn pieces(&self, runs: &[Run]) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(runs.len());
        for word in words(runs) {
            match word {
                Word::Break => pieces.push(Piece::Break),
                Word::Open(words) => pieces.push(Piece::Words(words)),
                Word::Closed(parts) => self.closed(parts, &mut pieces),
            }
        }
        join(pieces)
    }

    /// A word between two spaces, broken where Word breaks it and nowhere else.
    fn closed(&self, parts: Vec<Words>, pieces: &mut Vec<Piece>) {
        if self.is_wide(&parts) {
            for stretch in hyphenated(parts) {
                let stretches = if self.is_wide(&stretch) { self.torn(&stretch) } else { vec![stretch] };
                pieces.extend(stretches.into_iter().map(|words| Piece::Whole { words }));
            }
        } else if parts.iter().any(|part| part.text.contains('/') || part.text.contains("www.")) || breaks(&parts) {
            pieces.extend(hyphenated(parts).into_iter().map(|words| Piece::Whole { words }));
        } else {
            pieces.extend(parts.into_iter().map(Piece::Words));
        }
    }

    fn is_wide(&self, parts: &[Words]) -> bool {
        // A letter is hardly ever wider than the type is high, so most words need no measuring.
        let most = parts.iter().flat_map(|part| part.text.chars()).fold(Length::ZERO, |sum, _| sum + self.size);
        most > self.line && self.width(parts) > self.line
    }

    fn width(&self, parts: &[Words]) -> Length {
        parts
            .iter()
            .fold(Length::ZERO, |sum, part| sum + self.typeface.width(&part.text, self.size, part.bold, part.italic))
    }

    /// A word without room, in stretches as wide as the line: it starts on a new line and goes on in the next, as in Word.
    fn torn(&self, parts: &[Words]) -> Vec<Vec<Words>> {
        let mut stretches: Vec<Vec<Words>> = Vec::new();
        let mut filled = self.line;
        for part in parts {
            for letter in part.text.chars() {
                let letter = Words { text: letter.to_string(), ..*part };
                let width = self.width(std::slice::from_ref(&letter));
                filled = filled + width;
                match stretches.last_mut() {
                    Some(stretch) if filled <= self.line => push(stretch, letter),
                    _ => {
                        stretches.push(vec![letter]);
                        filled = width;
                    }
                }
            }
        }
        stretches
    }
}

/// A word, or what lies between two words.
enum Word {
    Break,
    Open(Words),
    Closed(Vec<Words>),
}

/// Splits runs at spaces.
fn words(runs: &[Run]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    let close = |word: &mut Vec<Words>, words: &mut Vec<Word>| {
        if !word.is_empty() {
            words.push(Word::Closed(std::mem::take(word)));
        }
    };
    for run in runs {
        let Run::Words { text, bold, italic } = run else {
            close(&mut word, &mut words);
            words.push(Word::Break);
            continue;
        };
        let look = |text: &str| Words { text: text.to_owned(), bold: *bold, italic: *italic };
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            if spaces > 0 {
                close(&mut word, &mut words);
                words.push(Word::Open(look(&rest[..spaces])));
                rest = &rest[spaces..];
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            word.push(look(&rest[..end]));
            rest = &rest[end..];
        }
    }
    close(&mut word, &mut words);
    words
}

/// Whether Word breaks a word where the compiler does not: after a hyphen before a digit.
fn breaks(parts: &[Words]) -> bool {
    let mut before = None;
    parts.iter().flat_map(|part| part.text.chars()).any(|letter| {
        let found = before == Some('-') && letter.is_ascii_digit();
        before = Some(letter);
        found
    })
}

/// Splits a word after its hyphens.
fn hyphenated(parts: Vec<Words>) -> Vec<Vec<Words>> {
    let mut stretches: Vec<Vec<Words>> = vec![Vec::new()];
    let mut before = None;
    for part in parts {
        for letter in part.text.chars() {
            let follows = letter.is_alphanumeric() || letter == '(';
            if before == Some('-') && follows {
                stretches.push(Vec::new());
            }
            let letter_part = Words { text: letter.to_string(), ..part };
            push(stretches.last_mut().expect("there is a first stretch"), letter_part);
            before = Some(letter);
        }
    }
    stretches
}

/// Adds words to others of the same look, or behind those of another.
fn push(words: &mut Vec<Words>, more: Words) {
    match words.last_mut() {
        Some(last) if (last.bold, last.italic) == (more.bold, more.italic) => last.text.push_str(&more.text),
        _ => words.push(more),
    }
}

/// Puts neighbors of one look together again.
fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let (Some(Piece::Words(last)), Piece::Words(words)) = (joined.last_mut(), &piece)
            && (last.bold, last.italic) == (words.bold, words.italic)
        {
            last.text.push_str(&words.text);
            continue;
        }
        joined.push(piece);
    }
    joined
}
