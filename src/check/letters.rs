//! The sentences of a plan as letters, and where words of them stand in the file.

use std::borrow::Cow;

use super::texts::texts;
use crate::plan::Plan;
use crate::source::Span;
use crate::value::{Part, Text, What};

/// A text and its letters.
#[derive(Debug)]
pub(super) struct Words<'a> {
    /// The text.
    pub(super) text: &'a Text,
    /// Its letters; a value stands as it is named.
    pub(super) letters: Cow<'a, str>,
}

impl<'a> Words<'a> {
    /// The letters of a text.
    pub(super) fn new(text: &'a Text) -> Self {
        let letters = match text.parts.as_slice() {
            [Part { what: What::Words(words), .. }] => Cow::Borrowed(words.as_str()),
            _ => Cow::Owned(text.letters()),
        };
        Self { text, letters }
    }
}

/// Every text of a plan but those of its registers.
pub(super) fn of(plan: &Plan) -> Vec<Words<'_>> {
    texts(plan).into_iter().map(Words::new).collect()
}

/// Where some words of a text stand; its first line where they go over lines of the file.
pub(super) fn place(text: &Text, words: &str) -> Span {
    match text.span.text().find(words) {
        Some(at) => {
            let start = text.span.range.start + at;
            Span::new(&text.span.file, start..start + words.len())
        }
        None => text.span.first_line(),
    }
}

/// The sentence that stands around a place in some letters: from one full stop or semicolon to the next.
pub(super) fn sentence(letters: &str, at: usize) -> &str {
    // A full stop inside a number or the name of a value ends nothing.
    let stops = |stop: &usize| letters[stop + 1..].is_empty() || letters[stop + 1..].starts_with(' ');
    let start = letters[..at].rmatch_indices(['.', ';']).map(|(stop, _)| stop).find(stops).map_or(0, |stop| stop + 1);
    let end = letters[at..].match_indices(['.', ';']).map(|(stop, _)| at + stop).find(stops).unwrap_or(letters.len());
    letters[start..end].trim()
}

/// Whether words begin here and end there: no letter or figure is cut.
pub(super) fn is_whole(letters: &str, start: usize, end: usize) -> bool {
    let alphanumeric = |letter: char| letter.is_alphanumeric();
    !letters[..start].ends_with(alphanumeric) && !letters[end..].starts_with(alphanumeric)
}

/// Whether words begin with some others, whatever their case; what follows those.
pub(super) fn strip_start<'t>(letters: &'t str, start: &str) -> Option<&'t str> {
    let end = letters.char_indices().nth(start.chars().count()).map_or(letters.len(), |(end, _)| end);
    let (head, rest) = letters.split_at(end);
    (head.to_lowercase() == start && !rest.starts_with(|letter: char| letter.is_alphanumeric())).then_some(rest)
}
