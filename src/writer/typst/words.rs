//! Words, broken where a word processor breaks them.
//!
//! Owns the differences between the compiler's line breaks and those of a word processor; knows nothing of blocks. They were
//! found by setting the same words in a narrow column with both.

use serde::Serialize;

use crate::layout::{Hold, Run, Typeface, ends_within};
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
    /// How much wider they are than they would be: a space at the end of its line.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<Length>,
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
    pub(super) fn pieces(&self, runs: &[Run], holds: &[Hold]) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(runs.len());
        let mut opens = true;
        for word in words(runs, holds) {
            match word {
                Word::Break => {
                    pieces.push(Piece::Break);
                    opens = false;
                }
                Word::Open(words) => {
                    pieces.push(Piece::Words(words));
                    opens = false;
                }
                Word::Closed(parts) => self.closed(parts, opens, &mut pieces),
            }
        }
        join(pieces)
    }

    /// A word between two spaces, broken where Word breaks it and nowhere else.
    fn closed(&self, parts: Vec<Words>, opens: bool, pieces: &mut Vec<Piece>) {
        let is_wide = self.is_wide(&parts);
        if is_wide || parts.iter().any(|part| part.text.contains('/') || part.text.contains("www.")) || breaks(&parts) {
            for stretch in broken(parts, opens) {
                let stretches = if is_wide && self.is_wide(&stretch) { self.torn(&stretch) } else { vec![stretch] };
                pieces.extend(stretches.into_iter().map(|words| Piece::Whole { words }));
            }
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

/// Splits runs at spaces; those that hold what follows stand alone.
fn words(runs: &[Run], holds: &[Hold]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    let mut holds = holds.iter().peekable();
    let close = |word: &mut Vec<Words>, words: &mut Vec<Word>| {
        if !word.is_empty() {
            words.push(Word::Closed(std::mem::take(word)));
        }
    };
    for (index, run) in runs.iter().enumerate() {
        let Run::Words { text, bold, italic } = run else {
            close(&mut word, &mut words);
            words.push(Word::Break);
            continue;
        };
        let look = |text: &str, room| Words { text: text.to_owned(), bold: *bold, italic: *italic, room };
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            if spaces > 0 {
                close(&mut word, &mut words);
                let last = text.len() - rest.len() + spaces - 1;
                let hold = holds.next_if(|hold| hold.run == index && hold.at == last);
                let plain = spaces - usize::from(hold.is_some());
                if plain > 0 {
                    words.push(Word::Open(look(&rest[..plain], None)));
                }
                words.extend(hold.map(|hold| Word::Open(look(" ", Some(hold.room)))));
                rest = &rest[spaces..];
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            word.push(look(&rest[..end], None));
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

/// Splits a word where a line may end in it.
fn broken(parts: Vec<Words>, opens: bool) -> Vec<Vec<Words>> {
    let word: String = parts.iter().map(|part| part.text.as_str()).collect();
    let mut ends = ends_within(&word, opens).into_iter().peekable();
    let mut stretches: Vec<Vec<Words>> = vec![Vec::new()];
    let mut at = 0;
    for part in parts {
        for letter in part.text.chars() {
            if ends.next_if_eq(&at).is_some() {
                stretches.push(Vec::new());
            }
            at += letter.len_utf8();
            let letter_part = Words { text: letter.to_string(), ..part };
            push(stretches.last_mut().expect("there is a first stretch"), letter_part);
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
            && last.room.is_none()
            && words.room.is_none()
        {
            last.text.push_str(&words.text);
            continue;
        }
        joined.push(piece);
    }
    joined
}
