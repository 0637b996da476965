//! The lines of a file as they are judged: a paragraph, or one line of it that Shift-Enter ends.

use super::observed::{Column, Face, Observed, Paragraph, Run};
use crate::units::Length;
use crate::vietnamese;

/// A paragraph, or one of the lines that breaks divide it into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// Which of [`Observed::paragraphs`].
    pub paragraph: usize,
    /// Which of its lines, from 0; `None` for all of them.
    pub line: Option<usize>,
}

/// A piece with its words: trimmed, in single spaces.
#[derive(Debug, Clone)]
pub struct Worded {
    /// Where it is.
    pub piece: Piece,
    /// Its words.
    pub text: String,
    /// The same without marks, case, spaces and punctuation.
    pub folded: String,
    /// Where it stands across the page.
    pub column: Column,
}

/// Words in single spaces, without those at both ends.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text has small letters.
pub fn has_small(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// Whether a text has letters, all of them capital.
pub fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !has_small(text)
}

/// Every line with words, in the order of reading. Paragraphs over the whole width that are not centered stay whole: a break
/// in them ends no part.
pub fn pieces(observed: &Observed) -> Vec<Worded> {
    let mut found = Vec::new();
    for (index, paragraph) in observed.paragraphs.iter().enumerate() {
        let is_whole = match paragraph.column {
            Column::Table(_) => true,
            Column::Left | Column::Right => false,
            Column::Full => paragraph.align.is_none_or(|align| align != super::observed::Align::Center),
        };
        let mut add = |line, text: &str| {
            let text = squeezed(text);
            if !text.is_empty() {
                let piece = Piece { paragraph: index, line };
                let folded = vietnamese::fold(&text);
                found.push(Worded { piece, text, folded, column: paragraph.column });
            }
        };
        if is_whole || !paragraph.text.contains('\n') {
            add(None, &paragraph.text);
        } else {
            paragraph.text.split('\n').enumerate().for_each(|(line, text)| add(Some(line), text));
        }
    }
    found
}

impl Observed {
    /// The paragraph of a piece.
    pub fn paragraph(&self, piece: Piece) -> &Paragraph {
        &self.paragraphs[piece.paragraph]
    }

    /// The letters of a piece, as they stand.
    pub fn letters(&self, piece: Piece) -> &str {
        let text = self.paragraph(piece).text.as_str();
        piece.line.map_or(text, |line| text.split('\n').nth(line).unwrap_or_default())
    }

    /// The runs of a piece.
    pub fn runs(&self, piece: Piece) -> Vec<(&str, &Face)> {
        let mut at = 0;
        let mut found = Vec::new();
        for Run { text, face } in &self.paragraph(piece).runs {
            for (index, part) in text.split('\n').enumerate() {
                at += usize::from(index > 0);
                if piece.line.is_none_or(|line| line == at) && !part.is_empty() {
                    found.push((part, face));
                }
            }
        }
        found
    }

    /// The type of most letters of a piece.
    pub fn face(&self, piece: Piece) -> Option<&Face> {
        let mut counts: Vec<(&Face, usize)> = Vec::new();
        for (text, face) in self.runs(piece) {
            let letters = text.chars().filter(|letter| !letter.is_whitespace()).count();
            match counts.iter_mut().find(|(known, _)| *known == face) {
                Some((_, count)) => *count += letters,
                None => counts.push((face, letters)),
            }
        }
        counts.into_iter().filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count).map(|(face, _)| face)
    }

    /// How much of a piece's letters a face satisfies, in thousandths.
    pub fn share(&self, piece: Piece, is_so: impl Fn(&Face) -> bool) -> usize {
        let (mut all, mut those) = (0, 0);
        for (text, face) in self.runs(piece) {
            let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
            all += letters;
            those += if is_so(face) { letters } else { 0 };
        }
        (those * 1_000).checked_div(all).unwrap_or(0)
    }

    /// Where a paragraph's first line begins, from the left edge of its column.
    pub fn first_line_at(&self, piece: Piece) -> Option<Length> {
        let paragraph = self.paragraph(piece);
        Some(paragraph.left? + paragraph.first_line?)
    }
}
